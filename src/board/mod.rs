//! The board: every mission in memory, and one answer to "what is visible now, for this question".
//!
//! Visible means: the platform's label is active, a slot with places is still to come, and the platform confirmed lately.
//! The three are evaluated at the instant of the question, so no event is needed to hide what has ended.
//!
//! The board knows no clock, no file and no network; whoever holds it feeds it and passes `now`. Held by
//! `i1_the_board_equals_a_naive_scan` and `i1_a_closed_gate_empties_every_answer`.
//!
//! Reading order: what goes in ([`Doc`]), what is asked ([`Query`]), words, places and times, visibility, then the search.

mod doc;
mod query;

mod lexicon;
mod stem;
mod text;
mod typo;
mod wording;

mod calendar;
mod facets;
mod geo;
mod slots;
mod timetable;

mod index;
mod visible;

mod pick;
mod rank;
mod search;
mod single;

#[cfg(test)]
mod examples;
#[cfg(test)]
mod naive;
#[cfg(test)]
mod tests;

pub use doc::{Doc, Freshness, Gate, Point, SlotDoc};
pub use index::Board;
pub use query::{Found, Hit, Query, Sort};
