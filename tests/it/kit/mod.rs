//! What every test stands on.

pub mod app;
pub mod audit;
pub mod client;
pub mod world;

pub use app::TestApp;
pub use client::{Client, Page};
