//! How many answers each choice would give: every other condition holds, the choice stands in place of what was chosen
//! before. Flags add up: a flag's count is what would be left with it. Held by `facet_counts_equal_a_naive_scan`.

use super::answer::Facet;
use super::doc::Payload;
use super::index::Board;
use super::query::Query;
use super::search::Search;
use super::slots::{Opening, Part};
use super::tally::{Tally, ranked};
use std::borrow::Cow;
use uuid::Uuid;

/// Platforms are counted up to this number, the most frequent first.
const MOST_PLATFORMS: usize = 30;

/// Domains, families and codes of occupations are counted up to this number, the most frequent first.
const MOST_OCCUPATIONS: usize = 40;

/// The choices that have no fixed list; of lengths and dates, the first 32 count.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Steps {
    /// Least pays, in cents.
    pub pays: Vec<u32>,
    /// Radii in kilometres; counted when the query has a centre.
    pub radii: Vec<f32>,
    /// Lengths of a slot: at least, at most, in whole minutes.
    pub durations: Vec<(u32, u32)>,
    /// When the slot starts.
    pub spans: Vec<Span>,
}

/// When a slot starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// At the first instant or later, and before the second.
    Instants(i64, i64),
    /// On a date at its place, in days since the epoch, from the first to the last.
    Dates(i64, i64),
}

impl Span {
    /// Says whether a slot starts then.
    pub(super) fn holds(self, slot: &Opening) -> bool {
        match self {
            Self::Instants(from, to) => (from..to).contains(&slot.starts_at),
            Self::Dates(first, last) => (first..=last).contains(&slot.date()),
        }
    }
}

/// How many visible documents answer with each choice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FacetCounts {
    /// By status.
    pub statuses: [u32; 8],
    /// By flag, as one more flag.
    pub flags: [u32; 32],
    /// By platform, the most frequent first, without the empty ones.
    pub platforms: Vec<(Uuid, u32)>,
    /// By domain, the first character of the ROME code; the most frequent first, without the empty ones.
    pub domains: Vec<(String, u32)>,
    /// By family, the first three characters of the ROME code.
    pub families: Vec<(String, u32)>,
    /// By ROME code.
    pub occupations: Vec<(String, u32)>,
    /// By part of the day: morning, afternoon, evening, night.
    pub parts: [u32; 4],
    /// By weekday, Monday first.
    pub weekdays: [u32; 7],
    /// By least pay, as asked.
    pub pays: Vec<u32>,
    /// By radius, as asked.
    pub radii: Vec<u32>,
    /// By length of a slot, as asked.
    pub durations: Vec<u32>,
    /// By dates, as asked.
    pub spans: Vec<u32>,
}

impl<P: Payload> Board<P> {
    /// Counts what each choice would give. With several words, documents count that hold as many of them as the answer
    /// to the query does; with a word that nobody holds, those that hold all of them.
    #[must_use]
    pub fn facets(&self, query: &Query, steps: &Steps, now: i64) -> FacetCounts {
        let view = self.view(now);
        let query = &Query { after: None, ..query.clone() };
        let wording = query.text.as_deref().map(|text| self.words().understand(text, true)).unwrap_or_default();
        let widest = steps.radii.iter().copied().fold(f32::NAN, f32::max);
        let wide = Query { near: query.near.map(|(centre, _)| (centre, widest)), ..query.clone() };
        let search = Search::new(self, query, &view, &wording.words);
        let around = search.around(&wide);
        let wider = around.widens(&search).then(|| around.sift(None, 0));
        let (answer, held) = match &wider {
            Some(wider) => (Cow::Owned(search.among(wider)), 0),
            None => search.answer(),
        };
        let mut tally = Tally::new(&search, steps);
        let (asked, free): (Vec<_>, Vec<_>) = Facet::ALL.into_iter().partition(|facet| search.asks(*facet));
        tally.count(&answer, &free, true);
        for facet in asked {
            if facet == Facet::Time && search.when.asks_hours_only() {
                // No choice takes the place of her hours: what they leave is the answer itself.
                tally.count(&answer, &[facet], false);
            } else {
                tally.count(&search.sift(Some(facet), held), &[facet], false);
            }
        }
        tally.radii(&around, wider, held);
        tally.finish(|counts| self.name(counts))
    }

    /// Gives numbers their names.
    fn name(&self, (occupations, platforms): (Vec<u32>, Vec<u32>)) -> FacetCounts {
        let named = (0..).zip(platforms).filter_map(|(n, count)| Some((self.platforms.id(n)?, count)));
        // In the order of their codes, what begins alike stands together.
        let codes: Vec<(&str, u32)> = self
            .qualities
            .codes()
            .filter_map(|(code, n)| Some((code, *occupations.get(n as usize)?)))
            .filter(|(_, count)| *count > 0)
            .collect();
        let by_length = |length| {
            let alike = codes.chunk_by(|a, b| begins(a.0, length) == begins(b.0, length));
            let summed = alike.map(|all| (begins(all[0].0, length), all.iter().map(|entry| entry.1).sum()));
            let ranked = ranked(summed, MOST_OCCUPATIONS);
            ranked.into_iter().map(|(code, count)| (code.to_owned(), count)).collect()
        };
        FacetCounts {
            platforms: ranked(named, MOST_PLATFORMS),
            domains: by_length(1),
            families: by_length(3),
            occupations: by_length(usize::MAX),
            ..FacetCounts::default()
        }
    }
}

impl<P: Payload> Search<'_, P> {
    /// Says whether the query chooses something of a facet.
    fn asks(&self, facet: Facet) -> bool {
        let query = self.query;
        match facet {
            Facet::Statuses => query.statuses != 0,
            Facet::Occupations => !query.occupations.is_empty(),
            Facet::Platforms => !query.platforms.is_empty(),
            Facet::Pay => query.min_pay_hour_cents != 0,
            Facet::Time => self.when.is_dated() || self.when.is_weekly(),
        }
    }
}

/// So many first characters of a code.
fn begins(code: &str, length: usize) -> &str {
    code.get(..length).unwrap_or(code)
}

/// All conditions on time but one.
pub const fn but(part: Part) -> u8 {
    !(part as u8)
}
