//! The board: every mission in memory, and one answer to "what is visible now, for this question".
//!
//! Visible means: the platform's label is active, a slot with places is still to come, and the platform confirmed lately.
//! The three are evaluated at the instant of the question, so no event is needed to hide what has ended.
//!
//! The board knows no clock, no file and no network; whoever holds it feeds it and passes `now`. Held by
//! `i1_the_board_equals_a_naive_scan` and `i1_a_closed_gate_empties_every_answer`.
//!
//! Reading order: what goes in ([`Doc`]), what is asked ([`Query`]), words, qualities, places and times, visibility, the search
//! (the exact set of answers, then the page), counts by choice and by place, and saved questions.

mod cursor;
mod doc;
mod query;

mod lexicon;
mod noise;
mod packed;
mod stem;
mod text;
mod typo;
mod wording;
mod worth;

mod calendar;
mod columns;
mod floors;
mod geo;
mod grid;
mod kept;
mod lengths;
mod order;
mod qualities;
mod slots;
mod stays;
mod timetable;
mod unions;
mod week;

mod index;
mod load;
mod memory;
mod numbers;
mod view;
mod visible;

mod answer;
mod facets;
mod page;
mod places;
mod rank;
mod rings;
mod search;
mod sets;
mod single;
mod sums;
mod tally;
mod weights;

mod anchors;
mod watches;

#[cfg(test)]
mod examples;
#[cfg(test)]
pub(crate) mod naive;
#[cfg(test)]
mod paging;
#[cfg(test)]
pub(crate) mod stories;
#[cfg(test)]
mod tests;

pub use cursor::Cursor;
pub use doc::{Doc, Freshness, Gate, Payload, Point, SlotDoc};
pub use facets::{FacetCounts, Span, Steps};
pub use index::Board;
pub use noise::is_only_noise;
pub use places::{Place, Places};
pub use query::{DateHours, Found, Hit, Query, Sort};
pub use watches::Watches;
