//! The product, tried as its users would: a real server, a real database, clients typed by who they are.
//! With `ESCALE_TEST_DATABASE_URL` the same suite runs on PostgreSQL.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::pedantic,
    reason = "a test says what is wrong by failing"
)]

mod kit;

mod agreed;
mod aloud;
mod api;
mod architecture;
mod asked;
mod beside;
mod demo;
mod door;
mod faults;
mod feeds;
mod flow;
mod guards;
mod hours;
mod invited;
mod live;
mod mandates;
mod map;
mod matrix;
mod mine;
mod office;
mod offline;
mod places;
mod privacy;
mod proposing;
mod relevance;
mod retention;
mod schema;
mod searches;
mod service;
mod texts;
mod twins;
mod unheld;
mod unknown;
mod visibility;
mod wants;
mod wants_end;
