//! A search finds the exact set of answers first, and only then puts the first of them in order: the count is right for free.

use super::cursor::Cursor;
use super::doc::Payload;
use super::geo::Disc;
use super::index::Board;
use super::query::{Found, Hit, Query, Sort};
use super::rank::Placed;
use super::slots::When;
use super::stays::Inside;
use super::view::View;
use super::wording::{Sought, Words};
use roaring::RoaringBitmap;
use std::cell::OnceCell;
use std::rc::Rc;

/// A search under way: the query as read at one instant.
pub struct Search<'a, P> {
    /// Where to look.
    pub board: &'a Board<P>,
    /// What was asked.
    pub query: &'a Query,
    /// What is visible at the instant of the question.
    pub view: &'a View,
    /// The words of all documents.
    pub words: Words<'a>,
    /// The words of the query.
    pub sought: &'a [Sought],
    /// Conditions on time.
    pub when: When,
    /// Condition on place.
    pub disc: Option<Disc>,
    /// Documents in the disc, once they were asked for.
    pub near: OnceCell<RoaringBitmap>,
    /// Stays inside the asked hours, once they were asked for; shared with searches that ask the same hours.
    pub inside: Rc<OnceCell<Inside<'a>>>,
    /// The order that makes sense for the query.
    pub sort: Sort,
    /// The page before, when it was in this order.
    pub after: Option<&'a Cursor>,
}

impl<P: Payload> Board<P> {
    /// How many documents answer a query, whatever its page.
    #[must_use]
    pub fn count(&self, query: &Query, now: i64) -> usize {
        self.search(&Query { limit: 0, offset: 0, after: None, ..query.clone() }, now).total
    }

    /// Answers a query with what is visible at `now`.
    #[must_use]
    pub fn search(&self, query: &Query, now: i64) -> Found<P::Shown> {
        let view = self.view(now);
        let before = query.after.as_ref();
        let corrected = before.and_then(|cursor| cursor.corrected.as_deref());
        let text = corrected.or(query.text.as_deref());
        let wording = text.map(|text| self.words().understand(text, before.is_none())).unwrap_or_default();
        let search = Search::new(self, query, &view, &wording.words);
        let (answer, held) = search.answer();
        let (placed, more) = search.page(&answer, held);
        let corrected = wording.corrected.or(corrected.map(str::to_owned));
        let exact = corrected.is_none() && held == wording.words.len() && (held == 0 || !answer.is_empty());
        let next = placed.last().filter(|_| more).map(|last| search.cursor(last, held, corrected.clone()));
        let partial = held < wording.words.len() && !answer.is_empty();
        let hits = placed.iter().filter_map(|(_, doc)| search.hit(*doc)).collect();
        Found { total: usize::try_from(answer.len()).unwrap_or(usize::MAX), hits, corrected, exact, partial, next }
    }
}

impl<'a, P: Payload> Search<'a, P> {
    /// Reads a query whose words are understood.
    pub fn new(board: &'a Board<P>, query: &'a Query, view: &'a View, sought: &'a [Sought]) -> Self {
        let sort = match query.sort {
            Sort::Best if sought.is_empty() => Sort::Soonest,
            Sort::Nearest if query.near.is_none() => Sort::Soonest,
            sort => sort,
        };
        let disc = query.near.map(|(centre, radius)| Disc::new(centre, radius));
        let after = query.after.as_ref().filter(|cursor| cursor.sort == sort);
        Self {
            board,
            query,
            view,
            words: board.words(),
            sought,
            when: When::new(query, view.now),
            disc,
            near: OnceCell::new(),
            inside: Rc::default(),
            sort,
            after,
        }
    }

    /// The same search around a place; whatever else is asked is the same.
    pub fn around(&self, query: &'a Query) -> Self {
        Self { inside: Rc::clone(&self.inside), ..Self::new(self.board, query, self.view, self.sought) }
    }

    /// Says whether what answers another search is what answers this one in its circle, and more than the place is asked.
    pub fn widens(&self, other: &Self) -> bool {
        let wider = |(wide, disc): (Disc, Disc)| wide.radius() >= disc.radius();
        self.sought.is_empty() && !self.asks_place_only() && self.disc.zip(other.disc).is_some_and(wider)
    }

    /// Says whether the place is all that is asked.
    pub fn asks_place_only(&self) -> bool {
        let query = self.query;
        let qualities = query.flags != 0 || query.statuses != 0 || query.min_pay_hour_cents != 0;
        let lists = !query.occupations.is_empty() || !query.platforms.is_empty();
        let timed = self.when.is_dated() || self.when.is_weekly();
        self.disc.is_some() && self.sought.is_empty() && !qualities && !lists && !timed
    }

    fn cursor(&self, last: &Placed, held: usize, corrected: Option<String>) -> Cursor {
        Cursor { sort: self.sort, rank: last.0, held: u8::try_from(held).unwrap_or(u8::MAX), corrected }
    }

    /// Start of the soonest slot of an answer that answers.
    pub fn start(&self, doc: u32) -> i64 {
        let soonest = self.view.soonest(doc);
        if !self.when.is_weekly() && self.query.on.is_none() && soonest >= self.when.from {
            return soonest;
        }
        self.when.first(self.board.slots.of(doc)).map_or(i64::MAX, |slot| slot.starts_at)
    }

    /// Distance to a document, as it is shown.
    pub fn metres(&self, doc: u32) -> Option<u32> {
        self.disc.and_then(|disc| disc.whole_metres(self.board.rows[doc as usize].place))
    }

    fn hit(&self, doc: u32) -> Option<Hit<P::Shown>> {
        let slot = self.when.first(self.board.slots.of(doc))?;
        Some(Hit {
            payload: self.board.payloads[doc as usize].as_ref()?.shown()?,
            id: self.board.id(doc),
            slot: slot.index.into(),
            distance_m: self.metres(doc),
            stale: self.view.stale.contains(doc),
        })
    }
}
