//! The demo: a fictional world, plausible and in French, with a link for each role. Every page says that it is fictional.

pub mod catalogue;
pub mod mailbox;
pub mod pages;
mod past;
pub mod rng;
mod searches;
mod world;

pub use world::{World, clear, fill, open};
