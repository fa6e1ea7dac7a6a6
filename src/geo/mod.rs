//! Where and what: communes, departments with their outlines, and occupations are public reference tables, embedded in the
//! binary and never fetched. What a person types is understood as people write it: without accents,
//! with "St" for "Saint", in pieces, or with one slip of the finger.

pub mod bounds;
pub mod communes;
pub mod departments;
pub mod occupations;
pub mod outlines;
pub mod text;
pub mod travel;

mod prefixes;
mod table;

/// Reads every table now, some fifty milliseconds, so that the first person does not wait for it.
pub fn warm_up() {
    let _ = communes::suggest("a", 1);
    let _ = communes::suggest("1", 1);
    let _ = communes::by_insee("");
    let _ = communes::at((0.0, 0.0));
    let _ = departments::name("");
    let _ = outlines::of("");
    let _ = occupations::resolve("a", |_| false);
    let _ = occupations::by_code("");
}
