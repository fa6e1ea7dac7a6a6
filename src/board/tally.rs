//! Counting choices: few documents are read one by one, many are counted by sets.

use super::answer::Facet;
use super::facets::{FacetCounts, Steps, but};
use super::index::Row;
use super::qualities::Shared;
use super::search::Search;
use super::slots::{Part, minutes};
use roaring::RoaringBitmap;
use std::cmp::Reverse;

/// When one document in so many is counted, sets are faster than documents.
const SHARE: u64 = if cfg!(test) { 2 } else { 6 };

/// Lengths and dates beyond this number are not counted.
const MOST_STEPS: usize = 32;

/// One part of the day, every weekday, in the form of [`super::slots::Opening::cell`].
const EVERY_DAY: u32 = 0x1111_1111;

/// One weekday, every part of the day.
const WHOLE_DAY: u32 = 0xf;

/// Counts under way.
pub struct Tally<'s, P> {
    search: &'s Search<'s, P>,
    steps: &'s Steps,
    counts: FacetCounts,
    /// By number.
    occupations: Vec<u32>,
    platforms: Vec<u32>,
}

impl<'s, P> Tally<'s, P> {
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

    /// Counts the choices of some facets, and flags if they are asked for.
    pub fn count(&mut self, docs: &RoaringBitmap, facets: &[Facet], flags: bool) {
        let asked = Asked::new(facets, flags);
        if asked.time {
            self.ranges(docs);
        }
        let started = if asked.time { self.by_slot(docs) } else { RoaringBitmap::new() };
        if self.are_many(docs) {
            self.count_sets(docs, &(docs - &started), &asked);
        } else {
            self.count_rows(&(docs - &started), &asked);
            self.count_rows(&started, &Asked { time: false, ..asked });
        }
    }

    fn are_many(&self, docs: &RoaringBitmap) -> bool {
        docs.len() * SHARE > self.search.board.rows.len() as u64
    }

    fn rows<'d>(&self, docs: &'d RoaringBitmap) -> impl Iterator<Item = &'s Row> + use<'s, 'd, P> {
        let rows = &self.search.board.rows;
        docs.iter().map(move |doc| &rows[doc as usize])
    }

    /// Counts by sets; `unstarted` are those whose weekday and part of the day are known by sets.
    fn count_sets(&mut self, docs: &RoaringBitmap, unstarted: &RoaringBitmap, asked: &Asked) {
        let (board, counts) = (self.search.board, &mut self.counts);
        let of = |shared| size(board.qualities.of(shared).intersection_len(docs));
        let paid = |floor: &u32| board.floors.at_least(*floor, docs, |doc| board.rows[doc as usize].pay).len();
        let week = |cells| size(board.week.with(cells).intersection_len(unstarted));
        if asked.flags {
            counts.flags = std::array::from_fn(|bit| size(board.qualities.flag(bit).intersection_len(docs)));
        }
        if asked.statuses {
            let status = |n: usize| size(board.qualities.with_status(1 << n).intersection_len(docs));
            counts.statuses = std::array::from_fn(status);
        }
        if asked.occupations {
            (0..).zip(&mut self.occupations).for_each(|(n, count)| *count = of(Shared::Occupation(n)));
        }
        if asked.platforms {
            (0..).zip(&mut self.platforms).for_each(|(n, count)| *count = of(Shared::Platform(n)));
        }
        if asked.pays {
            counts.pays = self.steps.pays.iter().map(|floor| size(paid(floor))).collect();
        }
        if asked.time {
            (0..).zip(&mut counts.parts).for_each(|(n, count)| *count += week(EVERY_DAY << n));
            (0..).zip(&mut counts.weekdays).for_each(|(n, count)| *count += week(WHOLE_DAY << (4 * n)));
        }
    }

    fn count_rows(&mut self, docs: &RoaringBitmap, asked: &Asked) {
        let counts = &mut self.counts;
        let rows = &self.search.board.rows;
        for Row { traits, pay, cells, .. } in docs.iter().map(|doc| &rows[doc as usize]) {
            if asked.flags {
                count_bits(&mut counts.flags, traits.flags);
            }
            if asked.statuses {
                count_bits(&mut counts.statuses, traits.status.into());
            }
            if asked.occupations {
                add(&mut self.occupations, traits.occupation);
            }
            if asked.platforms {
                add(&mut self.platforms, traits.platform);
            }
            if asked.pays {
                let reached = counts.pays.iter_mut().zip(&self.steps.pays);
                reached.for_each(|(count, floor)| *count += u32::from(pay >= floor));
            }
            if asked.time {
                (0..).zip(&mut counts.parts).for_each(|(n, c)| *c += u32::from(cells & EVERY_DAY << n != 0));
                (0..).zip(&mut counts.weekdays).for_each(|(n, c)| *c += u32::from(cells & WHOLE_DAY << (4 * n) != 0));
            }
        }
    }

    /// Counts by radius.
    pub fn radii(&mut self, docs: &RoaringBitmap) {
        let Some(disc) = self.search.disc else { return };
        for row in self.rows(docs) {
            let metres = disc.metres(row.place);
            for (count, radius) in self.counts.radii.iter_mut().zip(&self.steps.radii) {
                *count += u32::from(metres <= radius * 1000.0);
            }
        }
    }

    /// Counts by weekday and part of the day: one slot of the document has the choice and meets all other conditions on time.
    /// Where there is no other and no slot has started, rows tell; only the rest is counted, and given back.
    fn by_slot(&mut self, docs: &RoaringBitmap) -> RoaringBitmap {
        let when = &self.search.when;
        let free = !when.is_weekly() && !when.is_dated();
        let looked = if free { docs & &self.search.view.started } else { docs.clone() };
        for doc in &looked {
            let (mut parts, mut weekdays) = (0_u32, 0_u32);
            for slot in self.search.board.slots.of(doc) {
                let misses = when.misses(slot);
                parts |= u32::from(misses & but(Part::Parts) == 0) << slot.part();
                weekdays |= u32::from(misses & but(Part::Weekdays) == 0) << slot.weekday();
            }
            count_bits(&mut self.counts.parts, parts);
            count_bits(&mut self.counts.weekdays, weekdays);
        }
        looked
    }

    /// Counts lengths and dates in the same way; what has started is counted apart.
    fn ranges(&mut self, docs: &RoaringBitmap) {
        let (board, steps, when) = (self.search.board, self.steps, &self.search.when);
        if steps.durations.is_empty() && steps.spans.is_empty() {
            return;
        }
        if !self.are_many(docs) || when.is_weekly() || when.is_dated() {
            return self.ranges_by_slot(docs);
        }
        let started = docs & &self.search.view.started;
        self.ranges_by_slot(&started);
        let docs = docs - started;
        for (count, (least, most)) in self.counts.durations.iter_mut().zip(&steps.durations).take(MOST_STEPS) {
            *count += size(board.lengths.within(minutes(*least)..=minutes(*most)).intersection_len(&docs));
        }
        for (count, (from, to)) in self.counts.spans.iter_mut().zip(&steps.spans).take(MOST_STEPS) {
            *count += size(board.calendar.starting((*from).max(when.from), *to).intersection_len(&docs));
        }
    }

    fn ranges_by_slot(&mut self, docs: &RoaringBitmap) {
        let (steps, when) = (self.steps, &self.search.when);
        let lengths = Lengths::new(&steps.durations);
        for doc in docs {
            let (mut lasting, mut dated) = (0, 0);
            for slot in self.search.board.slots.of(doc) {
                let misses = when.misses(slot);
                if misses & but(Part::Duration) == 0 {
                    lasting |= lengths.of(slot.minutes);
                }
                if misses & but(Part::Dates) == 0 {
                    dated |= bits(&steps.spans, |span| span.0 <= slot.starts_at && slot.starts_at < span.1);
                }
            }
            count_bits(&mut self.counts.durations, lasting);
            count_bits(&mut self.counts.spans, dated);
        }
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

fn size(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The most frequent choices first, without the empty ones.
pub fn ranked<K: Ord + Clone>(counts: impl Iterator<Item = (K, u32)>, most: usize) -> Vec<(K, u32)> {
    let mut all: Vec<_> = counts.filter(|(_, count)| *count > 0).collect();
    all.sort_by_cached_key(|(key, count)| (Reverse(*count), key.clone()));
    all.truncate(most);
    all
}
