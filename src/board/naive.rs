//! The meaning of a search, told as slowly and as plainly as possible: the board must give the same answer.

use super::geo::Disc;
use super::noise::asked;
use super::stem::stem;
use super::text::words;
use super::typo::allowance;
use super::{Doc, FacetCounts, Freshness, Gate, Query, SlotDoc, Sort, Span, Steps};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Everything that was told, as told.
#[derive(Default)]
pub struct Naive {
    pub docs: BTreeMap<Uuid, Told>,
    pub gates: BTreeMap<Uuid, Option<Gate>>,
    pub pulses: BTreeMap<Uuid, i64>,
    /// Own names and those of what is near by ROME code, and names by platform, as words with their stems.
    pub occupations: BTreeMap<String, [Vec<Token>; 2]>,
    pub platforms: BTreeMap<Uuid, Vec<Token>>,
    pub freshness: Freshness,
}

/// A word and its stem.
pub type Token = (String, String);

/// Cuts a text.
pub fn tokens(text: &str) -> Vec<Token> {
    words(text).into_iter().map(|word| (stem(&word.folded), word.folded)).collect()
}

/// A document and its words.
pub struct Told {
    pub doc: Doc<Uuid>,
    title: Vec<Token>,
    description: Vec<Token>,
}

impl Told {
    pub fn new(doc: Doc<Uuid>) -> Self {
        Self { title: tokens(&doc.title), description: tokens(&doc.description), doc }
    }
}

/// A hit, without its payload.
pub type Shown = (Uuid, usize, Option<u32>, bool);

struct Sought {
    exact: String,
    begun: BTreeSet<String>,
}

impl Naive {
    pub fn stale(&self, doc: &Doc<Uuid>, now: i64) -> Option<bool> {
        let gate = self.gates.get(&doc.platform).copied().flatten()?;
        let heard = self.pulses.get(&doc.platform).copied().unwrap_or(i64::MIN).max(doc.confirmed_at);
        let silence = now - heard;
        let coming = doc.slots.iter().any(|slot| slot.starts_at > now && slot.places_left > 0);
        (gate.from <= now && now < gate.until && coming && silence <= self.freshness.hidden_after)
            .then_some(silence > self.freshness.unconfirmed_after)
    }

    pub fn visible(&self, now: i64) -> BTreeSet<Uuid> {
        self.docs.values().filter(|told| self.stale(&told.doc, now).is_some()).map(|told| told.doc.id).collect()
    }

    /// Words by field: title, names of the occupation and the platform, of what is near the occupation, description.
    fn fields<'a>(&'a self, told: &'a Told) -> [Vec<&'a Token>; 4] {
        let occupation = self.occupations.get(&told.doc.occupation);
        let named = |n: usize| occupation.into_iter().flat_map(move |names| &names[n]);
        let platform = self.platforms.get(&told.doc.platform).into_iter().flatten();
        let (title, description) = (told.title.iter(), told.description.iter());
        [title.collect(), named(0).chain(platform).collect(), named(1).collect(), description.collect()]
    }

    /// Total, page, and the documents that hold all words.
    pub fn search(&self, query: &Query, now: i64) -> (usize, Vec<Shown>, BTreeSet<Uuid>) {
        let (all, strict) = self.answer(query, now);
        let page = all.iter().skip(query.offset).take(query.limit).map(|(_, shown)| *shown).collect();
        (all.len(), page, strict)
    }

    /// How many answers there are at each place, and which one where it is alone; then how many without a place.
    pub fn places(&self, query: &Query, now: i64) -> (BTreeMap<[u32; 2], Vec<Uuid>>, usize) {
        let (mut places, mut nowhere) = (BTreeMap::<_, Vec<_>>::new(), 0);
        for (_, shown) in self.answer(query, now).0 {
            match self.docs[&shown.0].doc.place {
                Some(at) => places.entry([at.lat.to_bits(), at.lon.to_bits()]).or_default().push(shown.0),
                None => nowhere += 1,
            }
        }
        (places, nowhere)
    }

    /// Every answer and its rank.
    pub fn ranked(&self, query: &Query, now: i64) -> Vec<(Uuid, Rank)> {
        self.answer(query, now).0.into_iter().map(|(rank, shown)| (shown.0, rank)).collect()
    }

    fn answer(&self, query: &Query, now: i64) -> (Vec<(Rank, Shown)>, BTreeSet<Uuid>) {
        let sought = self.understand(query.text.as_deref().unwrap_or(""));
        let mut all = Vec::new();
        for told in self.docs.values() {
            let doc = &told.doc;
            let Some((shown, start)) = self.shown(doc, query, now) else { continue };
            let weights: Vec<i64> = sought.iter().map(|word| self.weight(told, word)).collect();
            let held = weights.iter().filter(|w| **w > 0).count();
            all.push((held, rank(doc, query, &shown, start, weights.iter().sum(), !sought.is_empty()), shown));
        }
        let most = all.iter().map(|(held, ..)| *held).max().unwrap_or(0);
        let strict = all.iter().filter(|(held, ..)| *held == sought.len()).map(|(.., shown)| shown.0).collect();
        all.retain(|(held, ..)| *held == most && (sought.is_empty() || most > 0));
        all.sort_by_key(|(_, rank, _)| *rank);
        (all.into_iter().map(|(_, rank, shown)| (rank, shown)).collect(), strict)
    }

    /// What [`super::Board::facets`] counts: each choice asked by itself, with as many words held as by the answer.
    pub fn facets(&self, query: &Query, steps: &Steps, now: i64) -> FacetCounts {
        let sought = self.understand(query.text.as_deref().unwrap_or(""));
        let held = |told: &Told| sought.iter().filter(|word| self.weight(told, word) > 0).count();
        let answers = self.docs.values().filter(|told| self.shown(&told.doc, query, now).is_some());
        let least = answers.map(held).max().filter(|most| *most > 0).unwrap_or(sought.len());
        let count = |change: &dyn Fn(&mut Query)| {
            let mut query = query.clone();
            change(&mut query);
            let all = self.docs.values().filter(|told| held(told) >= least);
            u32::try_from(all.filter(|told| self.shown(&told.doc, &query, now).is_some()).count()).unwrap()
        };
        let code = |code: &str| (code.to_owned(), count(&|q| q.occupations = vec![code.to_owned()]));
        let codes = |length: usize| {
            let all: BTreeSet<&str> = self.docs.values().map(|told| &told.doc.occupation[..length]).collect();
            most_first(all.into_iter().map(code).collect())
        };
        let platforms: BTreeSet<Uuid> = self.docs.values().map(|told| told.doc.platform).collect();
        let radius = |km: f32| query.near.map_or(0, |near| count(&|q| q.near = Some((near.0, km))));
        FacetCounts {
            statuses: std::array::from_fn(|n| count(&|q| q.statuses = 1 << n)),
            flags: std::array::from_fn(|n| count(&|q| q.flags |= 1 << n)),
            platforms: most_first(platforms.into_iter().map(|id| (id, count(&|q| q.platforms = vec![id]))).collect()),
            domains: codes(1),
            families: codes(3),
            occupations: codes(5),
            parts: std::array::from_fn(|n| count(&|q| q.parts = 1 << n)),
            weekdays: std::array::from_fn(|n| count(&|q| q.weekdays = 1 << n)),
            pays: steps.pays.iter().map(|pay| count(&|q| q.min_pay_hour_cents = *pay)).collect(),
            radii: steps.radii.iter().map(|km| radius(*km)).collect(),
            durations: steps.durations.iter().map(|range| count(&|q| q.duration_minutes = Some(*range))).collect(),
            spans: steps
                .spans
                .iter()
                .map(|span| match *span {
                    Span::Instants(from, to) => {
                        count(&|q| (q.from, q.to, q.within, q.on) = (Some(from), Some(to), None, None))
                    }
                    Span::Dates(since, until) => {
                        count(&|q| (q.from, q.to, q.within, q.on) = (None, None, None, Some((since, until))))
                    }
                })
                .collect(),
        }
    }

    fn shown(&self, doc: &Doc<Uuid>, query: &Query, now: i64) -> Option<(Shown, i64)> {
        let stale = self.stale(doc, now)?;
        let disc = query.near.map(|(centre, radius)| Disc::new(centre, radius));
        let far = disc.is_some_and(|disc| doc.place.is_none_or(|place| !disc.holds(place)));
        if far
            || doc.pay_hour_cents < query.min_pay_hour_cents
            || !(query.occupations.is_empty() || query.occupations.iter().any(|code| doc.occupation.starts_with(code)))
            || (query.statuses != 0 && query.statuses & (1 << doc.status) == 0)
            || doc.flags & query.flags != query.flags
            || !(query.platforms.is_empty() || query.platforms.contains(&doc.platform))
        {
            return None;
        }
        let fitting = doc.slots.iter().enumerate().filter(|(_, slot)| fits(slot, query, now));
        let (index, slot) = fitting.min_by_key(|(index, slot)| (slot.starts_at, *index))?;
        let metres = disc.and_then(|disc| disc.whole_metres(doc.place?));
        Some(((doc.id, index, metres, stale), slot.starts_at))
    }

    fn understand(&self, text: &str) -> Vec<Sought> {
        let (cut, unfinished) = asked(text);
        let cut: Vec<_> = cut.into_iter().map(|word| word.folded).collect();
        let held = self.docs.values().flat_map(|told| self.fields(told)).flatten();
        let known: BTreeSet<(&str, &str)> = held.map(|(stem, word)| (&**word, &**stem)).collect();
        let mut sought = Vec::new();
        for (i, word) in cut.iter().enumerate() {
            let last = unfinished && i + 1 == cut.len() && word.len() >= 3;
            let begun: BTreeSet<_> =
                known.iter().filter(|k| last && k.0.starts_with(word)).map(|k| k.1).map(str::to_owned).collect();
            let mut exact = stem(word);
            if begun.is_empty() && known.iter().all(|k| k.1 != exact) {
                exact = self.nearest(word, &known).unwrap_or(exact);
            }
            sought.push(Sought { exact, begun });
        }
        sought
    }

    fn nearest(&self, word: &str, known: &BTreeSet<(&str, &str)>) -> Option<String> {
        let most = Some(allowance(word)).filter(|most| *most > 0)?;
        let has = |tokens: &[Token], stem| usize::from(tokens.iter().any(|token| token.0 == stem));
        let holds = |told: &Told, stem| {
            let names = self.occupations.get(&told.doc.occupation);
            let occupation = names.map_or(0, |names| names.iter().map(|tokens| has(tokens, stem)).sum());
            let platform = self.platforms.get(&told.doc.platform).map_or(0, |tokens| has(tokens, stem));
            occupation + platform + has(&told.title, stem) + has(&told.description, stem)
        };
        let holders = |stem| self.docs.values().map(|told| holds(told, stem)).sum::<usize>();
        let close = known.iter().filter_map(|(text, stem)| Some((slips(word, text, most)?, *text, *stem)));
        close
            .map(|(slips, text, stem)| (slips, word[..1] != text[..1], Reverse(holders(stem)), text, stem))
            .min()
            .map(|(.., stem)| stem.to_owned())
    }

    /// What a word weighs in a document: the sum over its fields of the most that one of their words weighs.
    fn weight(&self, told: &Told, word: &Sought) -> i64 {
        let weigh = |token: &Token, whole: i64| match &token.0 {
            stem if *stem == word.exact => whole,
            stem if word.begun.contains(stem) => whole / 2,
            _ => 0,
        };
        let heaviest = |(tokens, whole): (Vec<&Token>, i64)| tokens.iter().map(|token| weigh(token, whole)).max();
        self.fields(told).into_iter().zip([8, 4, 2, 2]).filter_map(heaviest).sum()
    }
}

fn fits(slot: &SlotDoc, query: &Query, now: i64) -> bool {
    let part =
        [8, 8, 8, 8, 8, 8, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 4, 4, 4, 4, 8, 8][usize::from(slot.start_minute / 60)];
    let minutes = |start: u16, end: u16| start..(if end <= start { end + 1440 } else { end });
    let work = minutes(slot.start_minute, slot.end_minute);
    let inside = |window: &(u8, u16, u16)| {
        let hours = minutes(window.1, window.2);
        // Hours until midnight go on into the hours that begin at midnight.
        let next = |next: &&(u8, u16, u16)| hours.end == 1440 && next.0 == (window.0 + 1) % 7 && next.1 == 0;
        let ends = query.windows.iter().filter(next).map(|next| 1440 + minutes(0, next.2).end);
        slot.ends_at - slot.starts_at < 86_400
            && window.0 == slot.weekday
            && hours.start <= work.start
            && work.end <= ends.chain([hours.end]).max().unwrap_or(0)
    };
    let minutes = u32::try_from((slot.ends_at - slot.starts_at).max(0) / 60).unwrap_or(u32::MAX);
    slot.places_left > 0
        && slot.starts_at > now
        && query.from.is_none_or(|from| slot.starts_at >= from)
        && query.to.is_none_or(|to| slot.starts_at < to)
        && query.within.is_none_or(|soon| slot.starts_at < now + soon)
        && query.on.is_none_or(|(first, last)| (first..=last).contains(&date(slot)))
        && (query.weekdays == 0 || query.weekdays & (1 << slot.weekday) != 0)
        && (query.parts == 0 || query.parts & part != 0)
        && query.duration_minutes.is_none_or(|(least, most)| (least..=most).contains(&minutes))
        && (dated(slot, query).unwrap_or_else(|| query.windows.is_empty() || query.windows.iter().any(inside)))
}

/// The date of a start at its place, which is half a day from universal time at most.
fn date(slot: &SlotDoc) -> i64 {
    (slot.starts_at - i64::from(slot.start_minute) * 60 + 43_200).div_euclid(86_400)
}

/// Whether a slot that touches a date with hours of its own is inside the hours of each of its dates; `None` when it touches none.
fn dated(slot: &SlotDoc, query: &Query) -> Option<bool> {
    let first = date(slot);
    let hours = |date: i64| {
        let all = query.dates.iter().filter(|(known, _)| *known == date);
        let all: Vec<_> = all.map(|(_, hours)| hours).collect();
        (!all.is_empty()).then(|| all.into_iter().flatten().copied().collect::<Vec<_>>())
    };
    let minutes = (slot.ends_at - slot.starts_at) / 60;
    if minutes >= 1_440 {
        let last = first + (i64::from(slot.start_minute) + minutes - 1) / 1_440;
        return (first..=last).any(|date| hours(date).is_some()).then_some(false);
    }
    let end = if slot.end_minute <= slot.start_minute { slot.end_minute + 1_440 } else { slot.end_minute };
    let mut parts = vec![(first, slot.weekday, slot.start_minute, end.min(1_440))];
    if end > 1_440 {
        parts.push((first + 1, (slot.weekday + 1) % 7, 0, end - 1_440));
    }
    if parts.iter().all(|(date, ..)| hours(*date).is_none()) {
        return None;
    }
    let inside = |(date, weekday, from, to): &(i64, u8, u16, u16)| match hours(*date) {
        Some(hours) => hours.iter().any(|(start, end)| start <= from && to <= end),
        None => {
            query.windows.is_empty()
                || query.windows.iter().any(|(day, start, end)| {
                    let end = if end <= start { end + 1_440 } else { *end };
                    let tonight = day == weekday && start <= from && *to <= end.min(1_440);
                    tonight || (end > 1_440 && (day + 1) % 7 == *weekday && *to <= end - 1_440)
                })
        }
    };
    Some(parts.iter().all(inside))
}

fn most_first<K: Ord>(mut counts: Vec<(K, u32)>) -> Vec<(K, u32)> {
    counts.retain(|(_, count)| *count > 0);
    counts.sort_by(|a, b| (Reverse(a.1), &a.0).cmp(&(Reverse(b.1), &b.0)));
    counts
}

/// Where a document stands.
pub type Rank = (bool, i64, i64, Uuid);

fn rank(doc: &Doc<Uuid>, query: &Query, shown: &Shown, start: i64, score: i64, worded: bool) -> Rank {
    let (first, second) = match query.sort {
        Sort::Best if worded => (-score, start),
        Sort::Nearest if query.near.is_some() => (shown.2.map_or(i64::MAX, i64::from), 0),
        Sort::Best | Sort::Soonest | Sort::Nearest => (start, 0),
        Sort::Pay => (-i64::from(doc.pay_hour_cents), 0),
        Sort::Newest => (-doc.published_at, 0),
    };
    (shown.3, first, second, doc.id)
}

/// Counts the slips between two words (insertion, deletion, substitution, swap of neighbours), up to `most`.
pub fn slips(a: &str, b: &str, most: usize) -> Option<usize> {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            if i == 0 || j == 0 {
                table[i][j] = i + j;
                continue;
            }
            let same = usize::from(a[i - 1] != b[j - 1]);
            table[i][j] = (table[i - 1][j - 1] + same).min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                table[i][j] = table[i][j].min(table[i - 2][j - 2] + 1);
            }
        }
    }
    Some(table[a.len()][b.len()]).filter(|slips| *slips <= most)
}
