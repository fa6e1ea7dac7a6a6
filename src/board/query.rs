//! A question to the board and its answer: every condition must hold at once, and all conditions on time must hold for one same slot.

use super::cursor::Cursor;
use super::doc::Point;
use uuid::Uuid;

/// A date in days since the epoch, and its hours: first minute, last minute.
pub type DateHours = (i64, Vec<(u16, u16)>);

/// What a person looks for; the default asks for everything, twenty at a time.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    /// Words in any order; the last one may be unfinished.
    pub text: Option<String>,
    /// Centre and radius in kilometres; remote work has no place and is left out.
    pub near: Option<(Point, f32)>,
    /// The slot starts at this instant or later.
    pub from: Option<i64>,
    /// The slot starts before this instant.
    pub to: Option<i64>,
    /// The slot starts sooner than so many seconds from the instant of the question, which thus moves with it.
    pub within: Option<i64>,
    /// The slot starts on one of these dates at its place, in days since the epoch: the first, the last.
    pub on: Option<(i64, i64)>,
    /// Weekdays, bit 0 is Monday; 0 means any.
    pub weekdays: u8,
    /// Parts of the day where the slot starts, see [`Query::MORNING`] and the next; 0 means any.
    pub parts: u8,
    /// Weekly hours of a person (weekday, first minute, last minute): the slot lies inside one of them; empty means any.
    pub windows: Vec<(u8, u16, u16)>,
    /// Hours of the dates that are not like that week, by the date in days since the epoch; a date without hours is closed.
    pub dates: Vec<DateHours>,
    /// Least gross pay of one hour, in cents.
    pub min_pay_hour_cents: u32,
    /// How long the slot lasts, in whole minutes: at least, at most.
    pub duration_minutes: Option<(u32, u32)>,
    /// First characters of the ROME code, any of these; empty means any.
    pub occupations: Vec<String>,
    /// Accepted statuses, one bit each; 0 means any.
    pub statuses: u8,
    /// Flags that are all required.
    pub flags: u32,
    /// Only these platforms; empty means any.
    pub platforms: Vec<Uuid>,
    /// Order of the answer.
    pub sort: Sort,
    /// Only what comes after this place of the same question's answer; a cursor of another order is not read.
    pub after: Option<Cursor>,
    /// How many hits to skip.
    pub offset: usize,
    /// How many hits to return at most.
    pub limit: usize,
}

impl Query {
    /// From 6 to 12 o'clock.
    pub const MORNING: u8 = 1;
    /// From 12 to 18 o'clock.
    pub const AFTERNOON: u8 = 2;
    /// From 18 to 22 o'clock.
    pub const EVENING: u8 = 4;
    /// From 22 to 6 o'clock.
    pub const NIGHT: u8 = 8;

    /// Whether the instant of a start matters.
    #[must_use]
    pub const fn is_spanned(&self) -> bool {
        self.from.is_some() || self.to.is_some() || self.within.is_some()
    }

    /// Whether the date of a slot matters.
    #[must_use]
    pub const fn is_dated(&self) -> bool {
        self.on.is_some() || self.is_spanned()
    }
}

impl Default for Query {
    fn default() -> Self {
        Self {
            text: None,
            near: None,
            from: None,
            to: None,
            within: None,
            on: None,
            weekdays: 0,
            parts: 0,
            windows: Vec::new(),
            dates: Vec::new(),
            min_pay_hour_cents: 0,
            duration_minutes: None,
            occupations: Vec::new(),
            statuses: 0,
            flags: 0,
            platforms: Vec::new(),
            sort: Sort::Best,
            after: None,
            offset: 0,
            limit: 20,
        }
    }
}

/// Order of an answer; stale documents come last in every one, and ties are broken by identity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// The best text first, then the soonest slot.
    #[default]
    Best,
    /// The soonest matching slot first.
    Soonest,
    /// The smallest distance first; without a centre, the soonest first.
    Nearest,
    /// The highest pay first.
    Pay,
    /// The latest publication first.
    Newest,
}

/// One document of an answer.
#[derive(Debug)]
pub struct Hit<P> {
    /// What was given with the document.
    pub payload: P,
    /// Identity of the document.
    pub id: Uuid,
    /// Index, in the document's slots, of the earliest slot with places that answers the query.
    pub slot: usize,
    /// Distance from the centre of the query, in metres.
    pub distance_m: Option<u32>,
    /// Silent for too long: to be shown as not confirmed.
    pub stale: bool,
}

/// The answer to a query.
#[derive(Debug)]
pub struct Found<P> {
    /// How many documents answer, whatever the page.
    pub total: usize,
    /// The asked page.
    pub hits: Vec<Hit<P>>,
    /// The text as understood, when a typo was mended.
    pub corrected: Option<String>,
    /// Whether all words were found as they were typed, in what answers: the answer then depends on nothing else.
    pub exact: bool,
    /// Whether no document holds all the words: these hold as many of them as any does.
    pub partial: bool,
    /// Where to go on, when something comes after this page.
    pub next: Option<Cursor>,
}
