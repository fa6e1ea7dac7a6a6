//! How many answers each choice would give: every other condition holds, the choice stands in place of what was chosen
//! before. Flags add up: a flag's count is what would be left with it. Held by `facet_counts_equal_a_naive_scan`.

use super::answer::Facet;
use super::index::Board;
use super::query::Query;
use super::search::Search;
use super::slots::Part;
use super::tally::{Tally, ranked};
use std::collections::BTreeMap;
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
    /// Dates: the slot starts at the first instant or later, and before the second.
    pub spans: Vec<(i64, i64)>,
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

impl<P> Board<P> {
    /// Counts what each choice would give. With several words, documents count that hold as many of them as the answer
    /// to the query does; with a word that nobody holds, those that hold all of them.
    #[must_use]
    pub fn facets(&self, query: &Query, steps: &Steps, now: i64) -> FacetCounts {
        let view = self.view(now);
        let query = &Query { after: None, ..query.clone() };
        let wording = query.text.as_deref().map(|text| self.words().understand(text, true)).unwrap_or_default();
        let search = Search::new(self, query, &view, &wording.words);
        let (answer, held) = search.answer();
        let mut tally = Tally::new(&search, steps);
        let (asked, free): (Vec<_>, Vec<_>) = Facet::ALL.into_iter().partition(|facet| search.asks(*facet));
        tally.count(&answer, &free, true);
        for facet in asked {
            tally.count(&search.sift(Some(facet), held), &[facet], false);
        }
        if let Some((centre, _)) = query.near {
            let widest = steps.radii.iter().copied().fold(f32::NAN, f32::max);
            let wide = Query { near: Some((centre, widest)), ..query.clone() };
            tally.radii(&Search::new(self, &wide, &view, &wording.words), held);
        }
        tally.finish(|counts| self.name(counts))
    }

    /// Gives numbers their names.
    fn name(&self, (occupations, platforms): (Vec<u32>, Vec<u32>)) -> FacetCounts {
        let named = (0..).zip(platforms).filter_map(|(n, count)| Some((self.platforms.id(n)?, count)));
        let mut by_length = [1, 3, usize::MAX].map(|length| (length, BTreeMap::<&str, u32>::new()));
        for (code, n) in self.qualities.codes() {
            let count = occupations.get(n as usize).copied().unwrap_or(0);
            for (length, counts) in &mut by_length {
                *counts.entry(code.get(..*length).unwrap_or(code)).or_default() += count;
            }
        }
        let [domains, families, occupations] = by_length.map(|(_, counts)| {
            ranked(counts.into_iter().map(|(code, count)| (code.to_owned(), count)), MOST_OCCUPATIONS)
        });
        FacetCounts {
            platforms: ranked(named, MOST_PLATFORMS),
            domains,
            families,
            occupations,
            ..FacetCounts::default()
        }
    }
}

impl<P> Search<'_, P> {
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

/// All conditions on time but one.
pub const fn but(part: Part) -> u8 {
    !(part as u8)
}
