//! Counting choices: few documents are read one by one, many are counted by sets.

use super::answer::{Docs, Facet};
use super::columns::{COLUMNS, Columns};
use super::doc::Payload;
use super::facets::{FacetCounts, Span, Steps, but};
use super::index::Row;
use super::qualities::Shared;
use super::rings::Rings;
use super::search::Search;
use super::sets::each;
use super::slots::{A_DAY, Opening, Part, minutes};
use super::week::{days_of, parts_of};
use roaring::RoaringBitmap;
use std::cmp::Reverse;

/// From this number of documents on, sets are faster than rows.
const MANY: u64 = if cfg!(test) { 4 } else { 500 };

/// Platforms up to this number are counted by sets.
const FEW_PLATFORMS: usize = if cfg!(test) { 2 } else { 64 };

/// Dates of which a table is made.
const AHEAD: i64 = 40;

/// Lengths and dates beyond this number are not counted.
const MOST_STEPS: usize = COLUMNS;

/// When at most one document in so many is not visible, all places are counted, and those taken off.
const HIDDEN: u64 = if cfg!(test) { 2 } else { 8 };

/// Counts under way.
pub struct Tally<'s, P> {
    search: &'s Search<'s, P>,
    steps: &'s Steps,
    counts: FacetCounts,
    /// By number.
    occupations: Vec<u32>,
    platforms: Vec<u32>,
}

impl<'s, P: Payload> Tally<'s, P> {
    /// Nothing counted yet.
    pub fn new(search: &'s Search<'s, P>, steps: &'s Steps) -> Self {
        let counts = FacetCounts {
            pays: vec![0; steps.pays.len()],
            radii: vec![0; steps.radii.len()],
            durations: vec![0; steps.durations.len()],
            spans: vec![0; steps.spans.len()],
            ..FacetCounts::default()
        };
        let occupations = vec![0; search.board.qualities.occupations()];
        let platforms = vec![0; search.board.platforms.len()];
        Self { search, steps, counts, occupations, platforms }
    }

    /// The counts, with what `name` makes of the counts by number.
    pub fn finish(self, name: impl FnOnce((Vec<u32>, Vec<u32>)) -> FacetCounts) -> FacetCounts {
        let named = name((self.occupations, self.platforms));
        let FacetCounts { platforms, domains, families, occupations, .. } = named;
        FacetCounts { platforms, domains, families, occupations, ..self.counts }
    }

    /// Counts the choices of some facets, and flags if they are asked for. Where hours alone are asked of time, `docs` meet them.
    pub fn count(&mut self, docs: &RoaringBitmap, facets: &[Facet], flags: bool) {
        let asked = Asked::new(facets, flags);
        let read = if asked.time { self.by_their_slots(docs) } else { RoaringBitmap::new() };
        self.by_slot(&read, true);
        let rest = docs - &read;
        if docs.len() >= MANY {
            self.count_sets(docs, &rest, &asked);
        } else {
            self.count_rows(&rest, &asked);
            self.count_rows(&read, &Asked { time: false, ..asked });
        }
    }

    /// Documents whose times only their slots tell. Where no time is asked and nothing has started, rows and sets tell it;
    /// where hours alone are, also of documents with one slot, since all of `docs` meet the hours.
    fn by_their_slots(&self, docs: &RoaringBitmap) -> RoaringBitmap {
        let (when, started) = (&self.search.when, &self.search.view.started);
        if !when.is_weekly() && !when.is_dated() {
            docs & started
        } else if when.asks_hours_only() {
            docs & (started | &self.search.board.stays.several)
        } else {
            docs.clone()
        }
    }

    /// Counts by sets; `rest` are those whose times are known by sets.
    fn count_sets(&mut self, docs: &RoaringBitmap, rest: &RoaringBitmap, asked: &Asked) {
        let (board, counts) = (self.search.board, &mut self.counts);
        if asked.flags {
            meet(&mut counts.flags, board.qualities.flags(), docs);
        }
        if asked.statuses {
            meet(&mut counts.statuses, board.qualities.statuses(), docs);
        }
        if asked.occupations {
            let (of, occupations) = (board.qualities.occupation_of(), &mut self.occupations);
            each(docs, |doc| add(occupations, of[doc as usize]));
        }
        if asked.platforms && self.platforms.len() <= FEW_PLATFORMS {
            let of = |n| board.qualities.of(Shared::Platform(n)).intersection_len(docs);
            (0..).zip(&mut self.platforms).for_each(|(n, count)| *count = size(of(n)));
        } else if asked.platforms {
            let platforms = &mut self.platforms;
            each(docs, |doc| add(platforms, board.rows[doc as usize].traits.platform));
        }
        if asked.pays {
            let paid = |floor: &u32| board.floors.count(*floor, docs);
            counts.pays = self.steps.pays.iter().map(|floor| size(paid(floor))).collect();
        }
        if asked.time {
            self.time_by_sets(rest);
        }
    }

    fn time_by_sets(&mut self, docs: &RoaringBitmap) {
        let (board, counts, steps) = (self.search.board, &mut self.counts, self.steps);
        meet(&mut counts.parts, &board.week.parts, docs);
        meet(&mut counts.weekdays, &board.week.days, docs);
        for (count, (least, most)) in counts.durations.iter_mut().zip(&steps.durations).take(MOST_STEPS) {
            *count += size(board.lengths.within(&(minutes(*least)..=minutes(*most))).intersection_len(docs));
        }
        for (count, span) in counts.spans.iter_mut().zip(&steps.spans).take(MOST_STEPS) {
            let starting = match *span {
                Span::Instants(from, to) => board.calendar.starting(from.max(self.search.when.from), to),
                Span::Dates(first, last) => board.calendar.on((first, last)),
            };
            *count += size(starting.intersection_len(docs));
        }
    }

    fn count_rows(&mut self, docs: &RoaringBitmap, asked: &Asked) {
        let (rows, mut columns) = (&self.search.board.rows, Columns::new());
        let (counts, occupations, platforms) = (&mut self.counts, &mut self.occupations, &mut self.platforms);
        each(docs, |doc| {
            let Row { traits, pay, cells, .. } = &rows[doc as usize];
            let week = parts_of(*cells) | days_of(*cells) << 4;
            columns.add((traits.flags & 0xff) | week << 8 | u32::from(traits.status) << 24);
            if asked.flags {
                count_bits(&mut counts.flags, traits.flags & !0xff);
            }
            if asked.occupations {
                add(occupations, traits.occupation);
            }
            if asked.platforms {
                add(platforms, traits.platform);
            }
            if asked.pays {
                let reached = counts.pays.iter_mut().zip(&self.steps.pays);
                reached.for_each(|(count, floor)| *count += u32::from(pay >= floor));
            }
        });
        let columns = columns.counts();
        if asked.flags {
            raise(&mut counts.flags, &columns[..8]);
        }
        if asked.time {
            raise(&mut counts.parts, &columns[8..12]);
            raise(&mut counts.weekdays, &columns[12..19]);
            self.by_slot(docs, false);
        }
        if asked.statuses {
            raise(&mut self.counts.statuses, &columns[24..]);
        }
    }

    /// Counts by radius, of what holds so many of the words within the widest of them; `known` when that is known.
    pub fn radii(&mut self, within: &Search<'_, P>, known: Option<Docs<'_>>, held: usize) {
        let (Some(disc), board) = (within.disc, self.search.board) else { return };
        let mut rings = Rings::new(disc, &self.steps.radii);
        let place = |doc: u32| disc.metres(board.rows[doc as usize].place);
        let hidden = board.grid.docs().len() - board.grid.docs().intersection_len(&self.search.view.visible);
        if within.asks_place_only() && hidden * HIDDEN <= board.grid.docs().len() {
            // All are counted, and those that are not visible are taken off.
            rings.add_all(&board.grid);
            each(&(board.grid.docs() - &self.search.view.visible), |doc| rings.add(place(doc), -1));
        } else {
            let docs = known.unwrap_or_else(|| within.sift(None, held));
            board.spots.each(&docs, |at, count| rings.add(disc.metres(at), count));
        }
        self.counts.radii = rings.counts();
    }

    /// Counts lengths, dates and, when `week` says so, weekdays and parts of the day: one slot of the document has the
    /// choice and meets all other conditions on time.
    fn by_slot(&mut self, docs: &RoaringBitmap, week: bool) {
        let (steps, when, slots) = (self.steps, &self.search.when, &self.search.board.slots);
        if docs.is_empty() || !week && steps.durations.is_empty() && steps.spans.is_empty() {
            return;
        }
        let (lengths, spans) = (Lengths::new(&steps.durations), Dates::new(&steps.spans, self.search.view.now));
        let [mut weekly, mut lasting, mut dated] = [const { Columns::new() }; 3];
        let plain = when.asks_hours_only() || !when.is_weekly() && !when.is_dated();
        each(docs, |doc| {
            let (mut parts, mut days, mut long, mut on) = (0_u32, 0_u32, 0, 0);
            for slot in slots.of(doc) {
                let misses = if plain { when.misses_hours(slot) } else { when.misses(slot) };
                if misses == u8::MAX {
                    continue;
                }
                parts |= u32::from(misses & but(Part::Parts) == 0) << slot.part();
                days |= u32::from(misses & but(Part::Weekdays) == 0) << slot.weekday();
                if misses & but(Part::Duration) == 0 {
                    long |= lengths.of(slot.minutes);
                }
                if misses & but(Part::Dates) == 0 {
                    on |= spans.of(slot);
                }
            }
            weekly.add(parts | days << 4);
            lasting.add(long);
            dated.add(on);
        });
        if week {
            let weekly = weekly.counts();
            raise(&mut self.counts.parts, &weekly[..4]);
            raise(&mut self.counts.weekdays, &weekly[4..11]);
        }
        raise(&mut self.counts.durations, &lasting.counts());
        raise(&mut self.counts.spans, &dated.counts());
    }
}

/// What is to be counted.
#[expect(clippy::struct_excessive_bools, reason = "each is one thing to count")]
#[derive(Clone, Copy)]
struct Asked {
    flags: bool,
    statuses: bool,
    occupations: bool,
    platforms: bool,
    pays: bool,
    time: bool,
}

impl Asked {
    fn new(facets: &[Facet], flags: bool) -> Self {
        let has = |facet| facets.contains(&facet);
        Self {
            flags,
            statuses: has(Facet::Statuses),
            occupations: has(Facet::Occupations),
            platforms: has(Facet::Platforms),
            pays: has(Facet::Pay),
            time: has(Facet::Time),
        }
    }
}

/// Which lengths a slot has, read from a table: up to a day, each minute knows.
struct Lengths<'s>(Vec<u32>, &'s [(u32, u32)]);

impl<'s> Lengths<'s> {
    fn new(asked: &'s [(u32, u32)]) -> Self {
        let most = if asked.is_empty() { 0 } else { 1_441 };
        Self((0..most).map(|length| Self::look(asked, length)).collect(), asked)
    }

    fn look(asked: &[(u32, u32)], length: u16) -> u32 {
        bits(asked, |(least, most)| (minutes(*least)..=minutes(*most)).contains(&length))
    }

    fn of(&self, length: u16) -> u32 {
        self.0.get(usize::from(length)).copied().unwrap_or_else(|| Self::look(self.1, length))
    }
}

/// On which of some dates a slot starts, read from a table: each of the weeks to come knows.
struct Dates<'s> {
    first: i64,
    by_date: Vec<u32>,
    /// Those of which a date does not say all.
    others: u32,
    asked: &'s [Span],
}

impl<'s> Dates<'s> {
    fn new(asked: &'s [Span], now: i64) -> Self {
        // It is yesterday somewhere.
        let first = now.div_euclid(A_DAY) - 1;
        let on = |date: i64| bits(asked, |span| matches!(span, Span::Dates(from, to) if (*from..=*to).contains(&date)));
        let ahead = if asked.is_empty() { 0 } else { AHEAD };
        Self {
            first,
            by_date: (first..first + ahead).map(on).collect(),
            others: bits(asked, |span| !is_of_dates(span)),
            asked,
        }
    }

    fn of(&self, slot: &Opening) -> u32 {
        let table = usize::try_from(slot.date() - self.first).ok().and_then(|at| self.by_date.get(at));
        let Some(on) = table else { return bits(self.asked, |span| span.holds(slot)) };
        let (mut found, mut rest) = (*on, self.others);
        while rest != 0 {
            let n = rest.trailing_zeros();
            found |= u32::from(self.asked[n as usize].holds(slot)) << n;
            rest &= rest - 1;
        }
        found
    }
}

fn is_of_dates(span: &Span) -> bool {
    matches!(span, Span::Dates(..))
}

/// One bit for each thing that meets a condition.
fn bits<T>(all: &[T], met: impl Fn(&T) -> bool) -> u32 {
    all.iter().take(MOST_STEPS).enumerate().fold(0, |bits, (n, thing)| bits | u32::from(met(thing)) << n)
}

fn count_bits(counts: &mut [u32], mut bits: u32) {
    while bits != 0 {
        add(counts, bits.trailing_zeros());
        bits &= bits - 1;
    }
}

fn add(counts: &mut [u32], at: u32) {
    if let Some(count) = counts.get_mut(at as usize) {
        *count += 1;
    }
}

/// Adds how many documents each set has of some.
fn meet(counts: &mut [u32], sets: &[RoaringBitmap], docs: &RoaringBitmap) {
    let filled = counts.iter_mut().zip(sets).filter(|(_, set)| !set.is_empty());
    filled.for_each(|(count, set)| *count += size(set.intersection_len(docs)));
}

/// Adds counts to counts.
fn raise(counts: &mut [u32], by: &[u32]) {
    counts.iter_mut().zip(by).for_each(|(count, by)| *count += by);
}

fn size(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The most frequent choices first, without the empty ones.
pub fn ranked<K: Ord + Copy>(counts: impl Iterator<Item = (K, u32)>, most: usize) -> Vec<(K, u32)> {
    let mut all: Vec<_> = counts.filter(|(_, count)| *count > 0).collect();
    let first = |(key, count): &(K, u32)| (Reverse(*count), *key);
    if most < all.len() {
        all.select_nth_unstable_by_key(most, first);
        all.truncate(most);
    }
    all.sort_unstable_by_key(first);
    all
}
