//! The board holds documents under dense numbers; every index speaks of numbers, and a number is reused once its document is gone.

use super::calendar::{Calendar, Key};
use super::doc::{Doc, Freshness, Gate, Point};
use super::facets::{Facets, Traits};
use super::geo::Grid;
use super::lexicon::Lexicon;
use super::slots::{Opening, openings};
use super::timetable::Timetable;
use super::visible::{Life, Platforms, Sight, View};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};
use uuid::Uuid;

/// All documents in memory, and the answer to every question about what is visible now.
pub struct Board<P> {
    freshness: Freshness,
    numbers: FxHashMap<Uuid, u32>,
    free: Vec<u32>,
    pub(super) rows: Vec<Row>,
    pub(super) lives: Vec<Life>,
    pub(super) slots: Timetable,
    pub(super) cards: Vec<Option<Card<P>>>,
    pub(super) lexicon: Lexicon,
    pub(super) grid: Grid,
    pub(super) calendar: Calendar,
    pub(super) facets: Facets,
    pub(super) newest: BTreeSet<Key>,
    pub(super) best_paid: BTreeSet<Key>,
    pub(super) platforms: Platforms,
    memo: Mutex<Option<Arc<View>>>,
}

/// What is read for each candidate of a search.
#[derive(Clone, Copy)]
pub struct Row {
    /// Where it is; not a number when it is remote.
    pub place: Point,
    /// Pairs of weekday and part of the day with an open slot.
    pub cells: u32,
    /// Pay of one hour, in cents.
    pub pay: u32,
    /// Publication.
    pub published_at: i64,
    /// Identity.
    pub id: Uuid,
}

/// What is read for a shown document only.
pub struct Card<P> {
    /// What was given with the document.
    pub payload: Arc<P>,
    /// Its qualities.
    pub traits: Traits,
    /// Its words.
    forms: Box<[u32]>,
}

const NOWHERE: Point = Point { lat: f32::NAN, lon: f32::NAN };

impl Row {
    const NONE: Self = Self { place: NOWHERE, cells: 0, pay: 0, published_at: 0, id: Uuid::nil() };

    fn new<P>(doc: &Doc<P>, slots: &[Opening]) -> Self {
        Self {
            place: doc.place.filter(|p| p.lat.is_finite() && p.lon.is_finite()).unwrap_or(NOWHERE),
            cells: slots.iter().fold(0, |cells, slot| cells | slot.cell()),
            pay: doc.pay_hour_cents,
            published_at: doc.published_at,
            id: doc.id,
        }
    }

    /// The place, unless the work is remote.
    pub fn point(&self) -> Option<Point> {
        Some(self.place).filter(|p| p.lat.is_finite())
    }

    fn newest_key(&self, number: u32) -> Key {
        (self.published_at.saturating_neg(), self.id, number)
    }

    fn pay_key(&self, number: u32) -> Key {
        (-i64::from(self.pay), self.id, number)
    }
}

impl<P> Board<P> {
    /// An empty board.
    #[must_use]
    pub fn new(freshness: Freshness) -> Self {
        Self {
            freshness,
            numbers: FxHashMap::default(),
            free: Vec::new(),
            rows: Vec::new(),
            lives: Vec::new(),
            slots: Timetable::default(),
            cards: Vec::new(),
            lexicon: Lexicon::default(),
            grid: Grid::default(),
            calendar: Calendar::default(),
            facets: Facets::default(),
            newest: BTreeSet::new(),
            best_paid: BTreeSet::new(),
            platforms: Platforms::default(),
            memo: Mutex::new(None),
        }
    }

    /// How many documents the board holds, visible or not.
    #[must_use]
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Says whether the board holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// Adds a document, or replaces the one of the same identity.
    pub fn upsert(&mut self, doc: Doc<P>) {
        self.remove(doc.id);
        let number = self.take_number(doc.id);
        let n = number as usize;
        let platform = self.platforms.number(doc.platform);
        let slots = openings(&doc.slots);
        self.rows[n] = Row::new(&doc, &slots);
        self.lives[n] = Life {
            first: slots.first().map_or(i64::MIN, |s| s.starts_at),
            last: slots.last().map_or(i64::MIN, |s| s.starts_at),
            confirmed_at: doc.confirmed_at,
            platform,
        };
        self.slots.set(number, &slots);
        let forms = self.lexicon.add(number, [&doc.title, &doc.keywords, &doc.description]);
        let traits = Traits::of(&doc, platform);
        self.facets.add(number, &traits);
        self.cards[n] = Some(Card { payload: doc.payload, traits, forms });
        self.file(number);
        self.refresh(number);
    }

    /// Takes a document out; says whether it was there.
    pub fn remove(&mut self, id: Uuid) -> bool {
        let Some(number) = self.numbers.remove(&id) else { return false };
        let n = number as usize;
        self.unfile(number);
        if let Some(card) = self.cards[n].take() {
            self.lexicon.remove(number, &card.forms);
            self.facets.remove(number, &card.traits);
        }
        self.rows[n] = Row::NONE;
        self.lives[n] = Life::NONE;
        self.slots.set(number, &[]);
        self.refresh(number);
        self.free.push(number);
        true
    }

    /// Opens, moves or shuts the gate of a platform: all its documents appear or vanish at once.
    pub fn set_gate(&mut self, platform: Uuid, gate: Option<Gate>) {
        self.platforms.set_gate(platform, gate);
        self.forget();
    }

    /// Records a pulse of a platform: all its documents are confirmed at this instant.
    pub fn confirm(&mut self, platform: Uuid, at: i64) {
        self.platforms.confirm(platform, at);
        self.forget();
    }

    pub(super) fn number(&self, id: Uuid) -> Option<u32> {
        self.numbers.get(&id).copied()
    }

    pub(super) fn card(&self, number: u32) -> Option<&Card<P>> {
        self.cards.get(number as usize)?.as_ref()
    }

    pub(super) fn sight(&self, number: u32, now: i64) -> Option<Sight> {
        self.platforms.sight(&self.lives[number as usize], self.slots.of(number), self.freshness, now)
    }

    /// Everything visible at `now`, computed once per instant.
    pub(super) fn view(&self, now: i64) -> Arc<View> {
        let mut memo = self.memo.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(view) = memo.as_ref().filter(|view| view.now == now) {
            return view.clone();
        }
        let all = u32::try_from(self.lives.len()).unwrap_or(u32::MAX);
        memo.insert(Arc::new(View::new(now, all, |number| self.sight(number, now)))).clone()
    }

    fn forget(&mut self) {
        *self.memo.get_mut().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn refresh(&mut self, number: u32) {
        if let Some(view) = self.memo.get_mut().unwrap_or_else(PoisonError::into_inner) {
            let sight =
                self.platforms.sight(&self.lives[number as usize], self.slots.of(number), self.freshness, view.now);
            Arc::make_mut(view).refresh(number, sight);
        }
    }

    fn take_number(&mut self, id: Uuid) -> u32 {
        let number = self.free.pop().unwrap_or_else(|| {
            self.rows.push(Row::NONE);
            self.lives.push(Life::NONE);
            self.cards.push(None);
            u32::try_from(self.rows.len() - 1).unwrap_or(u32::MAX)
        });
        self.numbers.insert(id, number);
        number
    }

    fn file(&mut self, number: u32) {
        let row = self.rows[number as usize];
        row.point().into_iter().for_each(|at| self.grid.add(number, at));
        self.newest.insert(row.newest_key(number));
        self.best_paid.insert(row.pay_key(number));
        for slot in self.slots.of(number) {
            self.calendar.add(slot.starts_at, row.id, number);
        }
    }

    fn unfile(&mut self, number: u32) {
        let row = self.rows[number as usize];
        row.point().into_iter().for_each(|at| self.grid.remove(number, at));
        self.newest.remove(&row.newest_key(number));
        self.best_paid.remove(&row.pay_key(number));
        for slot in self.slots.of(number) {
            self.calendar.remove(slot.starts_at, row.id, number);
        }
    }
}
