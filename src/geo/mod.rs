//! Where and what: communes, departments and occupations are public reference tables, embedded in the
//! binary and never fetched. What a person types is understood as people write it: without accents,
//! with "St" for "Saint", in pieces, or with one slip of the finger.

pub mod communes;
pub mod departments;
pub mod occupations;
pub mod text;

mod prefixes;
mod table;
