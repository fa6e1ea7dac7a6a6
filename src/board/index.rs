//! The board holds documents under dense numbers; every index speaks of numbers, and a number is reused once its document is gone.

use super::calendar::Calendar;
use super::doc::{Doc, Freshness, Gate, Payload, Point};
use super::floors::Floors;
use super::grid::Grid;
use super::lengths::Lengths;
use super::lexicon::Lexicon;
use super::memory::lengthen;
use super::numbers::{Free, Numbers};
use super::order::Order;
use super::places::Spots;
use super::qualities::{Qualities, Shared, Traits};
use super::slots::{Opening, openings};
use super::stays::Stays;
use super::timetable::Timetable;
use super::unions::Unions;
use super::view::View;
use super::visible::Platforms;
use super::week::Week;
use super::wording::Words;
use super::worth::Worths;
use std::sync::{Arc, Mutex};
use uuid::Uuid;

/// All documents in memory, and the answer to every question about what is visible now.
pub struct Board<P> {
    pub(super) freshness: Freshness,
    pub(super) numbers: Numbers,
    free: Free,
    pub(super) rows: Vec<Row>,
    pub(super) faces: Vec<Face>,
    pub(super) payloads: Vec<Option<P>>,
    pub(super) words: Vec<Box<[u8]>>,
    pub(super) slots: Timetable,
    pub(super) lexicon: Lexicon,
    pub(super) grid: Grid,
    pub(super) spots: Spots,
    pub(super) calendar: Calendar,
    pub(super) qualities: Qualities,
    pub(super) floors: Floors,
    pub(super) week: Week,
    pub(super) lengths: Lengths,
    pub(super) stays: Stays,
    pub(super) newest: Order,
    pub(super) best_paid: Order,
    pub(super) platforms: Platforms,
    pub(super) unions: Unions,
    pub(super) worths: Worths,
    pub(super) memo: Mutex<Option<Arc<View>>>,
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
    /// Its qualities.
    pub traits: Traits,
}

/// What is read to show a document, or to tell it from another.
#[derive(Clone, Copy)]
pub struct Face {
    /// Identity.
    pub id: Uuid,
    /// Publication.
    pub published_at: i64,
    /// Last confirmation of the document itself.
    pub confirmed_at: i64,
}

const NOWHERE: Point = Point { lat: f32::NAN, lon: f32::NAN };

impl Row {
    const NONE: Self = Self { place: NOWHERE, cells: 0, pay: 0, traits: Traits::NONE };

    fn new<P>(doc: &Doc<P>, slots: &[Opening], traits: Traits) -> Self {
        Self {
            place: doc.place.filter(|p| p.lat.is_finite() && p.lon.is_finite()).unwrap_or(NOWHERE),
            cells: slots.iter().fold(0, |cells, slot| cells | slot.cell()),
            pay: doc.pay_hour_cents,
            traits,
        }
    }

    /// The place, unless the work is remote.
    pub fn point(&self) -> Option<Point> {
        Some(self.place).filter(|p| p.lat.is_finite())
    }
}

impl Face {
    const NONE: Self = Self { id: Uuid::nil(), published_at: 0, confirmed_at: i64::MIN };
}

impl<P: Payload> Board<P> {
    /// An empty board.
    #[must_use]
    pub fn new(freshness: Freshness) -> Self {
        Self {
            freshness,
            numbers: Numbers::default(),
            free: Free::default(),
            rows: Vec::new(),
            faces: Vec::new(),
            payloads: Vec::new(),
            words: Vec::new(),
            slots: Timetable::default(),
            lexicon: Lexicon::default(),
            grid: Grid::default(),
            spots: Spots::default(),
            calendar: Calendar::default(),
            qualities: Qualities::default(),
            floors: Floors::default(),
            week: Week::default(),
            lengths: Lengths::default(),
            stays: Stays::default(),
            newest: Order::default(),
            best_paid: Order::default(),
            platforms: Platforms::default(),
            unions: Unions::default(),
            worths: Worths::default(),
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
        self.len() == 0
    }

    /// Gives all documents of an occupation the same words, before or after they come: its own names, which weigh more, and
    /// those of what is near it. The latest words count.
    pub fn describe_occupation(&mut self, code: &str, own: &str, related: &str) {
        let number = self.qualities.occupation(code);
        self.lexicon.describe(Shared::Occupation(number), own);
        self.lexicon.describe(Shared::Related(number), related);
        self.worths.forget();
    }

    /// Says whether an occupation was given words.
    #[must_use]
    pub fn describes_occupation(&self, code: &str) -> bool {
        self.qualities.known(code).is_some_and(|number| self.lexicon.is_described(Shared::Occupation(number)))
    }

    /// Makes all documents of a platform answer to its name, before or after they come; the latest name counts.
    pub fn describe_platform(&mut self, id: Uuid, name: &str) {
        let number = self.platforms.number(id);
        self.lexicon.describe(Shared::Platform(number), name);
        self.worths.forget();
    }

    /// Adds a document, or replaces the one of the same identity.
    pub fn upsert(&mut self, doc: Doc<P>) {
        let number = self.put(doc);
        self.order(number);
    }

    /// Adds a document, without its place in the orders.
    pub(super) fn put(&mut self, doc: Doc<P>) -> u32 {
        self.remove(doc.id);
        let number = self.take_number(&doc);
        let n = number as usize;
        let platform = self.platforms.number(doc.platform);
        let traits = self.qualities.read(&doc, platform);
        let slots = openings(&doc.slots);
        self.rows[n] = Row::new(&doc, &slots, traits);
        self.faces[n] = Face { id: doc.id, published_at: doc.published_at, confirmed_at: doc.confirmed_at };
        self.slots.set(number, &slots);
        self.words[n] = self.lexicon.add(number, &doc.title, &doc.description);
        self.payloads[n] = Some(doc.payload);
        self.file(number);
        self.note_words(number);
        self.revise(|board, view| board.look(view, number));
        number
    }

    /// Takes a document out; says whether it was there.
    pub fn remove(&mut self, id: Uuid) -> bool {
        let Some(number) = self.numbers.remove(id, &self.faces) else { return false };
        let n = number as usize;
        self.unfile(number);
        self.free.give(number, self.rows[n].point());
        let words = std::mem::take(&mut self.words[n]);
        self.lexicon.remove(number, &words);
        self.payloads[n] = None;
        self.rows[n] = Row::NONE;
        self.faces[n] = Face::NONE;
        self.slots.set(number, &[]);
        self.revise(|board, view| board.look(view, number));
        true
    }

    /// Opens, moves or shuts the gate of a platform: all its documents appear or vanish at once.
    pub fn set_gate(&mut self, platform: Uuid, gate: Option<Gate>) {
        if let Some(number) = self.platforms.set_gate(platform, gate) {
            self.revise(|board, view| board.look_at_gate(view, number));
        }
    }

    /// Records a pulse of a platform: all its documents are confirmed at this instant.
    pub fn confirm(&mut self, platform: Uuid, at: i64) {
        let (number, pulse) = self.platforms.confirm(platform, at);
        self.revise(|board, view| {
            let Some(platform) = board.platforms.get(number) else { return };
            let turned: Vec<u32> = platform.turned(board.freshness, (view.now, pulse), view.now).collect();
            board.look_at_some(view, &turned);
        });
    }

    pub(super) fn number(&self, id: Uuid) -> Option<u32> {
        self.numbers.get(id, &self.faces)
    }

    pub(super) fn id(&self, number: u32) -> Uuid {
        self.faces[number as usize].id
    }

    pub(super) fn words(&self) -> Words<'_> {
        Words { lexicon: &self.lexicon, qualities: &self.qualities, unions: &self.unions, worths: &self.worths }
    }

    fn take_number(&mut self, doc: &Doc<P>) -> u32 {
        let number = self.free.take(doc.place, self.rows.len()).unwrap_or_else(|| {
            let length = self.rows.len() + 1;
            lengthen(&mut self.rows, length, || Row::NONE);
            lengthen(&mut self.faces, length, || Face::NONE);
            lengthen(&mut self.payloads, length, || None);
            lengthen(&mut self.words, length, Box::default);
            u32::try_from(length - 1).unwrap_or(u32::MAX)
        });
        self.faces[number as usize].id = doc.id;
        self.numbers.insert(number, &self.faces);
        number
    }

    fn file(&mut self, number: u32) {
        let row = self.rows[number as usize];
        if let Some(at) = row.point() {
            self.grid.add(number, at);
            self.spots.add(number, at);
        }
        self.qualities.add(number, &row.traits);
        self.unions.add(number, &row.traits);
        self.floors.add(number, row.pay);
        self.week.add(number, row.cells);
        self.stays.add(number, self.slots.of(number));
        for slot in self.slots.of(number) {
            self.calendar.add(slot, number);
            self.lengths.add(number, slot.minutes);
        }
    }

    /// Notes what the words that are kept are worth in a document.
    fn note_words(&mut self, number: u32) {
        let mut worths = std::mem::take(&mut self.worths);
        let traits = &self.rows[number as usize].traits;
        worths.add(number, |stems| self.words().worth_in(stems, number, traits));
        self.worths = worths;
    }

    fn order(&mut self, number: u32) {
        let (row, face) = (self.rows[number as usize], self.faces[number as usize]);
        let id = |doc: u32| self.faces[doc as usize].id;
        self.platforms.file(row.traits.platform, face.confirmed_at, number);
        self.newest.insert(newest(&face), number, id);
        self.best_paid.insert(best_paid(&row), number, id);
        for slot in self.slots.of(number) {
            self.calendar.starts.insert(slot.starts_at, number, id);
        }
    }

    fn unfile(&mut self, number: u32) {
        let (row, face) = (self.rows[number as usize], self.faces[number as usize]);
        let id = |doc: u32| self.faces[doc as usize].id;
        row.point().into_iter().for_each(|at| self.grid.remove(number, at));
        self.spots.remove(number);
        self.qualities.remove(number, &row.traits);
        self.unions.remove(number, &row.traits);
        self.worths.remove(number);
        self.floors.remove(number, row.pay);
        self.week.remove(number, row.cells);
        self.stays.remove(number, self.slots.of(number));
        self.platforms.unfile(row.traits.platform, face.confirmed_at, number);
        self.newest.remove(newest(&face), number, id);
        self.best_paid.remove(best_paid(&row), number, id);
        for slot in self.slots.of(number) {
            self.calendar.remove(slot, number, id);
            self.lengths.remove(number, slot.minutes);
        }
    }
}

pub(super) fn newest(face: &Face) -> i64 {
    face.published_at.saturating_neg()
}

pub(super) fn best_paid(row: &Row) -> i64 {
    -i64::from(row.pay)
}
