//! The first answers in their order: from the best tier down, each tier only as far as the page needs; an order that stands
//! already is walked when answers are many, else the answers are compared.

use super::doc::Payload;
use super::geo::Disc;
use super::query::Sort;
use super::rank::{Placed, Rank, Top};
use super::search::Search;
use roaring::RoaringBitmap;
use std::borrow::Cow;

/// A step of an ordered walk costs so many times what comparing an answer does.
const STEP: usize = if cfg!(test) { 1 } else { 4 };

/// Below this number of answers, all distances are compared.
const FEW: u64 = if cfg!(test) { 2 } else { 1_000 };

/// From this number of answers on, they are compared hour by hour of their start.
const MANY: u64 = if cfg!(test) { 2 } else { 3_000 };

/// The first circle in which the nearest answers are looked for, in metres.
const FIRST_CIRCLE: f32 = 1_000.0;

/// A page being filled.
pub struct Page {
    keep: usize,
    after: Option<Rank>,
    placed: Vec<Placed>,
}

/// Answers that come before all answers of the next tier.
pub struct Tier<'s> {
    /// The answers.
    pub docs: &'s RoaringBitmap,
    /// Those of them that do not belong to the tier.
    pub but: Option<&'s RoaringBitmap>,
    /// Whether they are stale.
    pub stale: bool,
    /// What they share as first key, when the best text comes first.
    pub score: i64,
}

impl Tier<'_> {
    fn has(&self, doc: u32) -> bool {
        self.docs.contains(doc) && self.but.is_none_or(|but| !but.contains(doc))
    }

    /// Those of the tier that are in a set.
    pub fn within(&self, docs: &RoaringBitmap) -> RoaringBitmap {
        let mut docs = docs & self.docs;
        if let Some(but) = self.but {
            docs -= but;
        }
        docs
    }

    /// All of the tier.
    pub fn all(&self) -> Cow<'_, RoaringBitmap> {
        self.but.map_or(Cow::Borrowed(self.docs), |but| Cow::Owned(self.docs - but))
    }
}

impl Page {
    /// How many places are taken.
    pub fn len(&self) -> usize {
        self.placed.len()
    }

    /// Keeps the first so many.
    pub fn truncate(&mut self, len: usize) {
        self.placed.truncate(len);
    }

    /// Says whether nothing more is needed.
    pub fn is_full(&self) -> bool {
        self.placed.len() >= self.keep
    }
}

impl<P: Payload> Search<'_, P> {
    /// The asked page of the answers, and whether something comes after it.
    pub fn page(&self, answer: &RoaringBitmap, held: usize) -> (Vec<Placed>, bool) {
        let (offset, limit) = (self.query.offset, self.query.limit);
        let keep = if limit == 0 { 0 } else { offset.saturating_add(limit).saturating_add(1) };
        let mut page = Page { keep, after: self.after.map(|cursor| cursor.rank), placed: Vec::new() };
        let (stale, tier) = (&self.view.stale, Tier { docs: answer, but: None, stale: false, score: 0 });
        if stale.is_disjoint(answer) {
            self.fill(&mut page, &tier, held);
        } else {
            self.fill(&mut page, &Tier { but: Some(stale), ..tier }, held);
            if !page.is_full() {
                self.fill(&mut page, &Tier { docs: &(answer & stale), but: None, stale: true, score: 0 }, held);
            }
        }
        let more = keep > 0 && page.is_full();
        page.placed.truncate(keep.saturating_sub(1));
        page.placed.drain(..offset.min(page.placed.len()));
        (page.placed, more)
    }

    fn fill(&self, page: &mut Page, tier: &Tier<'_>, held: usize) {
        if page.is_full() || tier.docs.is_empty() {
            return;
        }
        if self.sort == Sort::Best {
            self.fill_by_score(page, tier, held);
        } else {
            self.take(page, tier);
        }
    }

    /// Takes what a page still needs from a tier.
    pub fn take(&self, page: &mut Page, tier: &Tier<'_>) {
        let mut after = page.after;
        if let Some(rank) = page.after {
            let score = if self.sort == Sort::Best { rank.keys.0 } else { 0 };
            if (tier.stale, tier.score) < (rank.stale, score) {
                return;
            }
            after = after.filter(|_| (tier.stale, tier.score) == (rank.stale, score));
        }
        let want = page.keep - page.placed.len();
        let placed = match self.sort {
            Sort::Nearest => self.nearest(tier, want, after),
            _ => match self.walk(tier, want, after) {
                Some(placed) => placed,
                None if self.is_dated() && tier.docs.len() > MANY => self.by_hour(tier, want, after),
                None => self.compare(tier, &tier.all(), want, after),
            },
        };
        page.placed.extend(placed);
    }

    fn compare(&self, tier: &Tier<'_>, docs: &RoaringBitmap, want: usize, after: Option<Rank>) -> Vec<Placed> {
        let mut top = Top::new(want, after);
        for doc in docs {
            top.offer(tier.stale, self.keys(doc, tier.score), doc, || self.board.id(doc));
        }
        top.page()
    }

    fn keys(&self, doc: u32, score: i64) -> (i64, i64) {
        match self.sort {
            Sort::Best => (score, self.start(doc)),
            Sort::Soonest => (self.start(doc), 0),
            Sort::Nearest => (self.metres(doc).map_or(i64::MAX, i64::from), 0),
            Sort::Pay => (-i64::from(self.board.rows[doc as usize].pay), 0),
            Sort::Newest => (self.board.faces[doc as usize].published_at.saturating_neg(), 0),
        }
    }

    /// Reads an order from its start, unless that takes longer than comparing all answers.
    fn walk(&self, tier: &Tier<'_>, want: usize, after: Option<Rank>) -> Option<Vec<Placed>> {
        let (board, count) = (self.board, usize::try_from(tier.docs.len()).unwrap_or(usize::MAX));
        if self.is_dated() && self.when.is_weekly() && tier.docs.len() > MANY {
            return None;
        }
        let order = match self.sort {
            Sort::Newest => &board.newest,
            Sort::Pay => &board.best_paid,
            _ => &board.calendar.starts,
        };
        if (order.len().saturating_mul(want) / count.max(1)).saturating_mul(STEP) > count {
            return None;
        }
        let most = (2 * count / STEP).saturating_add(want);
        let first = if self.is_dated() { self.when.from } else { i64::MIN };
        let Some(after) = after else { return self.read(order.since(first), tier, want, most) };
        let number = self.first_number(&after);
        if number < first {
            return self.read(order.since(first), tier, want, most);
        }
        self.read(order.after(number, after.id, |doc| board.id(doc)), tier, want, most)
    }

    /// Says whether answers of a tier come in the order of their start.
    fn is_dated(&self) -> bool {
        matches!(self.sort, Sort::Best | Sort::Soonest)
    }

    /// What the answers of a tier are ordered by.
    fn first_number(&self, rank: &Rank) -> i64 {
        if self.sort == Sort::Best { rank.keys.1 } else { rank.keys.0 }
    }

    /// Compares the answers of one hour after the other, until they are enough.
    fn by_hour(&self, tier: &Tier<'_>, want: usize, after: Option<Rank>) -> Vec<Placed> {
        let (mut top, docs) = (Top::new(want, after), tier.all());
        let from = after.map_or(i64::MIN, |after| self.first_number(&after)).max(self.when.from);
        for (hour, docs) in self.board.calendar.hourly(from, self.when.cells(), &docs) {
            for doc in &docs {
                // A document with several slots is compared in the hour of the one that answers.
                let start = self.start(doc);
                if hour.contains(&start) {
                    let keys = if self.sort == Sort::Best { (tier.score, start) } else { (start, 0) };
                    top.offer(tier.stale, keys, doc, || self.board.id(doc));
                }
            }
            if top.is_full() {
                break;
            }
        }
        top.page()
    }

    /// First answers of an order where a document may come several times; `None` after too many steps.
    fn read(
        &self,
        order: impl Iterator<Item = (i64, u32)>,
        tier: &Tier<'_>,
        want: usize,
        most: usize,
    ) -> Option<Vec<Placed>> {
        let dated = self.is_dated();
        let mut placed = Vec::with_capacity(want.min(tier.docs.len().try_into().unwrap_or(want)));
        for (steps, (number, doc)) in order.enumerate() {
            if placed.len() == want {
                break;
            }
            if steps > most {
                return None;
            }
            if tier.has(doc) && (!dated || self.start(doc) == number) {
                let keys = if self.sort == Sort::Best { (tier.score, number) } else { (number, 0) };
                placed.push((Rank { stale: tier.stale, keys, id: self.board.id(doc) }, doc));
            }
        }
        Some(placed)
    }

    /// The nearest answers: what a small circle holds comes before everything beyond it.
    fn nearest(&self, tier: &Tier<'_>, want: usize, after: Option<Rank>) -> Vec<Placed> {
        let all = self.disc.filter(|_| tier.docs.len() > FEW);
        let circles = all.into_iter().flat_map(circles);
        for circle in circles {
            let cover = self.board.grid.cover(&circle);
            if cover.docs >= want as u64 {
                let placed = self.compare(tier, &tier.within(&cover.exactly(&circle)), want, after);
                if placed.len() == want {
                    return placed;
                }
            }
        }
        self.compare(tier, &tier.all(), want, after)
    }
}

/// Circles of the same centre, each twice as wide as the one before, that are smaller than the disc. They end on whole
/// metres, as distances are compared.
fn circles(disc: Disc) -> impl Iterator<Item = Disc> {
    let widest = disc.radius();
    std::iter::successors(Some(FIRST_CIRCLE), |radius| Some(radius * 2.0))
        .take_while(move |radius| *radius < widest)
        .map(move |radius| disc.resized(radius))
}
