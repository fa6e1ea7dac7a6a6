//! A search combines exact sets, and looks at documents one by one only for what no set can tell or when few are left.

use super::geo::Disc;
use super::index::Board;
use super::pick::Picked;
use super::query::{Found, Query, Sort};
use super::slots::When;
use super::visible::View;
use super::wording::Sought;
use roaring::RoaringBitmap;
use std::borrow::Cow;

/// Below this number of candidates, their slots are read rather than the calendar.
const FEW: u64 = if cfg!(test) { 4 } else { 3_000 };

/// A search under way: the query as read at one instant.
pub struct Search<'a, P> {
    /// Where to look.
    pub board: &'a Board<P>,
    /// What was asked.
    pub query: &'a Query,
    /// What is visible at the instant of the question.
    pub view: &'a View,
    /// Conditions on time.
    pub when: When,
    /// Condition on place.
    pub disc: Option<Disc>,
    /// The order that makes sense for the query.
    pub sort: Sort,
    /// How many documents to find, skipped ones included.
    pub keep: usize,
}

/// A set of candidates, and the conditions that it does not ensure yet.
pub struct Candidates<'s> {
    /// The documents.
    pub docs: Cow<'s, RoaringBitmap>,
    /// Whether some may lie outside the disc.
    pub near_left: bool,
    /// Whether some may start at other times.
    pub time_left: bool,
}

impl Candidates<'_> {
    fn among(&self, docs: RoaringBitmap) -> Candidates<'static> {
        Candidates { docs: Cow::Owned(docs), near_left: self.near_left, time_left: self.time_left }
    }
}

impl<P> Board<P> {
    /// Answers a query with what is visible at `now`.
    #[must_use]
    pub fn search(&self, query: &Query, now: i64) -> Found<P> {
        let view = self.view(now);
        let wording = query.text.as_deref().map(|text| self.lexicon.understand(text)).unwrap_or_default();
        let search = Search::new(self, query, &view, !wording.words.is_empty());
        let picked = search.run(&wording.words);
        let hits = picked.docs.into_iter().filter_map(|doc| search.hit(doc)).collect();
        Found { total: usize::try_from(picked.total).unwrap_or(usize::MAX), hits, corrected: wording.corrected }
    }
}

impl<'a, P> Search<'a, P> {
    /// Reads a query; `worded` says whether documents will have scores.
    pub fn new(board: &'a Board<P>, query: &'a Query, view: &'a View, worded: bool) -> Self {
        let sort = match query.sort {
            Sort::Best if !worded => Sort::Soonest,
            Sort::Nearest if query.near.is_none() => Sort::Soonest,
            sort => sort,
        };
        let disc = query.near.map(|(centre, radius)| Disc::new(centre, radius));
        let keep = if query.limit == 0 { 0 } else { query.offset.saturating_add(query.limit) };
        Self { board, query, view, when: When::new(query, view.now), disc, sort, keep }
    }

    fn run(&self, words: &[Sought]) -> Picked {
        let base = self.faceted();
        if words.is_empty() {
            return self.pick(self.candidates(base), &[]);
        }
        let base = self.nearby_first(base, words);
        let mut scores = vec![0; self.board.rows.len()];
        let strict = self.pick(base.among(self.all_words(words, &base.docs, &mut scores)), &scores);
        if strict.total > 0 || words.len() == 1 {
            return strict;
        }
        scores.fill(0);
        let levels = self.some_words(words, &base.docs, &mut scores);
        let mut relaxed = levels.into_iter().rev().map(|docs| self.pick(base.among(docs), &scores));
        relaxed.find(|picked| picked.total > 0).unwrap_or_default()
    }

    /// Visible documents with the asked qualities.
    fn faceted(&self) -> Cow<'a, RoaringBitmap> {
        let platform = self.query.platform.and_then(|id| self.board.platforms.find(id));
        let mut sets = self.board.facets.asked(self.query, platform);
        sets.sort_by_key(|set| set.len());
        sets.iter().fold(Cow::Borrowed(&self.view.visible), |all, set| Cow::Owned(&*all & &**set))
    }

    fn candidates<'s>(&self, docs: Cow<'s, RoaringBitmap>) -> Candidates<'s> {
        Candidates {
            docs,
            near_left: self.disc.is_some(),
            time_left: self.query.from.is_some() || self.query.to.is_some(),
        }
    }

    /// Keeps to the disc before reading words, when it holds fewer documents than the rarest word.
    fn nearby_first(&self, docs: Cow<'a, RoaringBitmap>, words: &[Sought]) -> Candidates<'a> {
        let rarest = words.iter().map(|word| self.board.lexicon.width(word)).min().unwrap_or(0);
        let mut base = self.candidates(docs);
        self.keep_near(&mut base, rarest);
        base
    }

    /// Documents that hold all words, the rarest word first.
    fn all_words(&self, words: &[Sought], within: &RoaringBitmap, scores: &mut [u8]) -> RoaringBitmap {
        let lexicon = &self.board.lexicon;
        let mut order: Vec<_> = words.iter().collect();
        order.sort_by_key(|word| lexicon.width(word));
        let mut left = None;
        for word in order {
            let next =
                lexicon.narrow(word, left.as_ref().unwrap_or(within), |doc, weight| scores[doc as usize] += weight);
            if next.is_empty() {
                return next;
            }
            left = Some(next);
        }
        left.unwrap_or_default()
    }

    /// Documents that hold at least one word, two words… without the last level, all words.
    fn some_words(&self, words: &[Sought], within: &RoaringBitmap, scores: &mut [u8]) -> Vec<RoaringBitmap> {
        let mut levels: Vec<RoaringBitmap> = vec![RoaringBitmap::new(); words.len()];
        for word in words {
            let mut found = self.board.lexicon.narrow(word, within, |doc, weight| scores[doc as usize] += weight);
            for level in &mut levels {
                let known = &*level & &found;
                *level |= &found;
                found = known;
            }
        }
        levels.pop();
        levels
    }

    /// Reduces the candidates to the disc if it holds fewer than `others` documents.
    pub fn keep_near(&self, candidates: &mut Candidates<'_>, others: u64) {
        let Some(disc) = self.disc.filter(|_| candidates.near_left) else { return };
        let cells = self.board.grid.cells(&disc);
        if cells.docs < others {
            let near = cells.exactly(|doc| disc.holds(self.board.rows[doc as usize].place));
            candidates.docs = Cow::Owned(&*candidates.docs & near);
            candidates.near_left = false;
        }
    }

    /// Reduces many candidates to those that start in time.
    pub fn keep_timely(&self, candidates: &mut Candidates<'_>) {
        if candidates.time_left && candidates.docs.len() > FEW {
            candidates.docs =
                Cow::Owned(&*candidates.docs & self.board.calendar.starting(self.when.from, self.when.to));
            candidates.time_left = false;
        }
    }
}
