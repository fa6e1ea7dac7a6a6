//! Missions for machines. A platform posts under its own references, by key; anyone reads what is visible now, from the
//! board only, each item with its label and its notice (G1, I5). Nothing here is said about any person.

pub mod batch;
pub mod input;
pub mod item;
pub mod list;
pub mod post;
pub mod query;
pub mod stream;
