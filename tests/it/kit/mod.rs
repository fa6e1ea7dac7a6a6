//! What every test stands on.

pub mod app;
pub mod audit;
pub mod client;
pub mod rows;
pub mod work;
pub mod world;

pub use app::TestApp;
pub use client::{Client, Page};
pub use rows::rows;
pub use work::Work;
