//! One store on two databases. Reads take `&mut Conn`; writes take `&mut Tx`, which only [`Store::write`] can make,
//! so a write outside a transaction does not type-check. Every query is written once, with [`crate::each`], and checked on both.

mod conn;
mod error;
pub mod migrate;
mod postgres;
pub mod schema;
mod store;
pub mod types;

pub use conn::{Conn, PgConn, Tx};
pub use error::{Error, Result};
pub use migrate::migrate;
pub use store::{Store, StoreConfig};

/// Expands one diesel expression for both concrete connections.
#[macro_export]
macro_rules! each {
    ($conn:expr, |$c:ident| $query:expr) => {
        match $crate::db::Conn::of(&mut *$conn) {
            $crate::db::Conn::Sqlite($c) => $query,
            $crate::db::Conn::Postgres($c) => $query,
        }
    };
}
