//! The meaning of a search, told as slowly and as plainly as possible: the board must give the same answer.

use super::geo::Disc;
use super::stem::stem;
use super::text::words;
use super::typo::{allowance, slips};
use super::{Doc, Freshness, Gate, Query, SlotDoc, Sort};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Everything that was told, as told.
#[derive(Default)]
pub struct Naive {
    pub docs: BTreeMap<Uuid, Told>,
    pub gates: BTreeMap<Uuid, Option<Gate>>,
    pub pulses: BTreeMap<Uuid, i64>,
    pub freshness: Freshness,
}

/// A document and its words, each with its field and its stem.
pub struct Told {
    pub doc: Doc<Uuid>,
    tokens: Vec<(u32, String, String)>,
}

impl Told {
    pub fn new(doc: Doc<Uuid>) -> Self {
        let fields = [(0, &doc.title), (1, &doc.keywords), (2, &doc.description)];
        let cut = |(field, text)| words(text).map(move |word| (field, stem(&word.folded), word.folded));
        let tokens = fields.into_iter().flat_map(|(field, text): (u32, &String)| cut((field, text))).collect();
        Self { doc, tokens }
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

    /// Total, page, and the documents that hold all words.
    pub fn search(&self, query: &Query, now: i64) -> (usize, Vec<Shown>, BTreeSet<Uuid>) {
        let sought = self.understand(query.text.as_deref().unwrap_or(""));
        let mut all = Vec::new();
        for told in self.docs.values() {
            let doc = &told.doc;
            let Some((shown, start)) = self.shown(doc, query, now) else { continue };
            let weights: Vec<i64> = sought.iter().map(|word| weight(told, word)).collect();
            let held = weights.iter().filter(|w| **w > 0).count();
            all.push((held, rank(doc, query, &shown, start, weights.iter().sum(), !sought.is_empty()), shown));
        }
        let most = all.iter().map(|(held, ..)| *held).max().unwrap_or(0);
        let strict = all.iter().filter(|(held, ..)| *held == sought.len()).map(|(.., shown)| shown.0).collect();
        all.retain(|(held, ..)| *held == most && (sought.is_empty() || most > 0));
        all.sort_by_key(|(_, rank, _)| *rank);
        let page = all.iter().skip(query.offset).take(query.limit).map(|(.., shown)| *shown).collect();
        (all.len(), page, strict)
    }

    fn shown(&self, doc: &Doc<Uuid>, query: &Query, now: i64) -> Option<(Shown, i64)> {
        let stale = self.stale(doc, now)?;
        let disc = query.near.map(|(centre, radius)| Disc::new(centre, radius));
        let far = disc.is_some_and(|disc| doc.place.is_none_or(|place| !disc.holds(place)));
        if far
            || doc.pay_hour_cents < query.min_pay_hour_cents
            || !doc.occupation.starts_with(query.occupation.as_deref().unwrap_or(""))
            || (query.statuses != 0 && query.statuses & (1 << doc.status) == 0)
            || doc.flags & query.flags != query.flags
            || query.platform.is_some_and(|platform| platform != doc.platform)
        {
            return None;
        }
        let fitting = doc.slots.iter().enumerate().filter(|(_, slot)| fits(slot, query, now));
        let (index, slot) = fitting.min_by_key(|(index, slot)| (slot.starts_at, *index))?;
        let metres = disc.and_then(|disc| disc.whole_metres(doc.place?));
        Some(((doc.id, index, metres, stale), slot.starts_at))
    }

    fn understand(&self, text: &str) -> Vec<Sought> {
        let cut: Vec<_> = words(text).take(12).map(|word| word.folded).collect();
        let known: BTreeSet<(&str, &str)> =
            self.docs.values().flat_map(|told| &told.tokens).map(|(_, stem, word)| (&**word, &**stem)).collect();
        let mut sought = Vec::new();
        for (i, word) in cut.iter().enumerate() {
            let last = i + 1 == cut.len() && word.len() >= 3;
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
        let holders = |stem| self.docs.values().filter(|told| told.tokens.iter().any(|token| token.1 == stem)).count();
        let close = known.iter().filter_map(|(text, stem)| Some((slips(word, text, most)?, *text, *stem)));
        close
            .map(|(slips, text, stem)| (slips, word[..1] != text[..1], Reverse(holders(stem)), text, stem))
            .min()
            .map(|(.., stem)| stem.to_owned())
    }
}

fn weight(told: &Told, word: &Sought) -> i64 {
    let weigh = |(field, stem, _): &(u32, String, String)| match stem {
        stem if *stem == word.exact => 8 >> field,
        stem if word.begun.contains(stem) => 4 >> field,
        _ => 0,
    };
    told.tokens.iter().map(weigh).max().unwrap_or(0)
}

fn fits(slot: &SlotDoc, query: &Query, now: i64) -> bool {
    let part =
        [8, 8, 8, 8, 8, 8, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 4, 4, 4, 4, 8, 8][usize::from(slot.start_minute / 60)];
    let minutes = |start: u16, end: u16| start..(if end <= start { end + 1440 } else { end });
    let work = minutes(slot.start_minute, slot.end_minute);
    let inside = |(day, start, end): &(u8, u16, u16)| {
        let window = minutes(*start, *end);
        slot.ends_at - slot.starts_at < 86_400
            && *day == slot.weekday
            && window.start <= work.start
            && work.end <= window.end
    };
    slot.places_left > 0
        && slot.starts_at > now
        && query.from.is_none_or(|from| slot.starts_at >= from)
        && query.to.is_none_or(|to| slot.starts_at < to)
        && (query.weekdays == 0 || query.weekdays & (1 << slot.weekday) != 0)
        && (query.parts == 0 || query.parts & part != 0)
        && (query.windows.is_empty() || query.windows.iter().any(inside))
}

type Rank = (bool, i64, i64, Uuid);

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
