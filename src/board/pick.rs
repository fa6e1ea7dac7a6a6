//! From candidates to a page: count all that hold, keep the first ones; walk an order from its start when most documents answer.

use super::calendar::Key;
use super::index::Row;
use super::query::{Hit, Sort};
use super::rank::Top;
use super::search::{Candidates, Search};
use roaring::RoaringBitmap;
use rustc_hash::FxHashSet;

/// A step of an ordered walk costs so many times what a candidate of an enumeration does.
const STEP: u64 = if cfg!(test) { 0 } else { 4 };

/// The documents of a page, and the number of all.
#[derive(Default)]
pub struct Picked {
    /// How many documents answer.
    pub total: u64,
    /// The page.
    pub docs: Vec<u32>,
}

impl<P> Search<'_, P> {
    /// Counts the candidates that hold and keeps the asked page.
    pub fn pick(&self, mut candidates: Candidates<'_>, scores: &[u8]) -> Picked {
        let others = candidates.docs.len();
        self.keep_near(&mut candidates, others);
        self.keep_timely(&mut candidates);
        let Candidates { docs, near_left, time_left } = candidates;
        let stale = &*docs & &self.view.stale;
        let fresh = &*docs - &stale;
        if !near_left && !time_left && !self.when.is_weekly() && self.query.min_pay_hour_cents == 0 {
            let walked = if self.keep == 0 { Some(Vec::new()) } else { self.walk(&fresh) };
            if let Some(docs) = walked {
                return Picked { total: fresh.len() + stale.len(), docs };
            }
        }
        let mut top = Top::new(self.keep);
        let total = [(false, fresh), (true, stale)]
            .iter()
            .map(|(stale, docs)| self.enumerate(docs, *stale, near_left, scores, &mut top))
            .sum();
        Picked { total, docs: top.page(self.query.offset) }
    }

    fn enumerate(&self, docs: &RoaringBitmap, stale: bool, near_left: bool, scores: &[u8], top: &mut Top) -> u64 {
        let cells = self.when.is_weekly().then(|| self.when.cells());
        let mut total = 0;
        for doc in docs {
            let row = &self.board.rows[doc as usize];
            if row.pay < self.query.min_pay_hour_cents
                || cells.is_some_and(|cells| cells & row.cells == 0)
                || (near_left && self.disc.is_some_and(|disc| !disc.holds(row.place)))
            {
                continue;
            }
            let Some(start) = self.start(doc) else { continue };
            total += 1;
            let score = scores.get(doc as usize).copied().unwrap_or(0);
            top.offer(stale, self.keys(row, start, score), doc, || row.id);
        }
        total
    }

    /// Start of the soonest slot that answers.
    pub fn start(&self, doc: u32) -> Option<i64> {
        let soonest = self.view.soonest[doc as usize];
        if !self.when.is_weekly() && soonest >= self.when.from {
            return Some(soonest).filter(|start| *start < self.when.to);
        }
        self.when.first(self.board.slots.of(doc)).map(|slot| slot.starts_at)
    }

    fn keys(&self, row: &Row, start: i64, score: u8) -> (i64, i64) {
        match self.sort {
            Sort::Best => (-i64::from(score), start),
            Sort::Soonest => (start, 0),
            Sort::Nearest => (self.metres(row).map_or(i64::MAX, i64::from), 0),
            Sort::Pay => (-i64::from(row.pay), 0),
            Sort::Newest => (row.published_at.saturating_neg(), 0),
        }
    }

    /// The page read from an order that exists already; all documents are fresh and answer.
    fn walk(&self, docs: &RoaringBitmap) -> Option<Vec<u32>> {
        let board = self.board;
        let (count, keep) = (docs.len(), u64::try_from(self.keep).unwrap_or(u64::MAX));
        let entries = match self.sort {
            Sort::Soonest => board.calendar.len(),
            Sort::Newest | Sort::Pay => board.rows.len(),
            Sort::Best | Sort::Nearest => return None,
        };
        let steps = u64::try_from(entries).unwrap_or(u64::MAX).saturating_mul(keep) / count.max(1);
        if count < keep || steps.saturating_mul(STEP) > count {
            return None;
        }
        Some(match self.sort {
            Sort::Newest => self.first_of(board.newest.iter(), docs),
            Sort::Pay => self.first_of(board.best_paid.iter(), docs),
            _ => self.first_of(board.calendar.since(self.when.from), docs),
        })
    }

    /// First documents of an order where a document may come several times.
    fn first_of<'k>(&self, order: impl Iterator<Item = &'k Key>, docs: &RoaringBitmap) -> Vec<u32> {
        let mut seen = FxHashSet::default();
        let answers = order.map(|key| key.2).filter(|doc| docs.contains(*doc) && seen.insert(*doc));
        answers.take(self.keep).skip(self.query.offset).collect()
    }

    /// Shows a document.
    pub fn hit(&self, doc: u32) -> Option<Hit<P>> {
        let row = &self.board.rows[doc as usize];
        let card = self.board.card(doc)?;
        let slot = self.when.first(self.board.slots.of(doc))?;
        Some(Hit {
            payload: card.payload.clone(),
            id: row.id,
            slot: slot.index.into(),
            distance_m: self.metres(row),
            stale: self.view.stale.contains(doc),
        })
    }

    fn metres(&self, row: &Row) -> Option<u32> {
        self.disc.and_then(|disc| disc.whole_metres(row.place))
    }
}
