//! A connection to either database, and the transaction that alone may write.

use crate::db::{Error, Result};
use crate::each;
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::prelude::*;
use diesel_async::async_connection_wrapper::{AsyncConnectionWrapper, BlockOn};
use std::ops::{Deref, DerefMut};
use std::sync::LazyLock;
use tokio::runtime::Runtime;

/// The runtime that carries every PostgreSQL socket, apart from the web workers.
#[expect(clippy::expect_used, reason = "without threads the process cannot serve at all")]
pub(crate) static SOCKETS: LazyLock<Runtime> = LazyLock::new(|| {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .thread_name("pg-io")
        .enable_all()
        .build()
        .expect("a runtime for PostgreSQL")
});

/// How diesel waits for PostgreSQL.
pub struct OnSockets;

impl BlockOn for OnSockets {
    fn block_on<F: Future>(&self, future: F) -> F::Output {
        SOCKETS.block_on(future)
    }
    fn get_runtime() -> Self {
        Self
    }
}

/// A blocking face on an asynchronous PostgreSQL connection.
pub type PgConn = AsyncConnectionWrapper<diesel_async::AsyncPgConnection, OnSockets>;

/// A connection to one of the two databases.
#[expect(
    clippy::large_enum_variant,
    reason = "a handful exist, each in its pool; a box would cost every query an indirection"
)]
pub enum Conn {
    /// The embedded one.
    Sqlite(SqliteConnection),
    /// The server.
    Postgres(PgConn),
}

impl Conn {
    /// Itself; lets `each!` accept a `Conn` as well as a `Tx`.
    pub const fn of(conn: &mut Self) -> &mut Self {
        conn
    }

    /// Runs `f` in one transaction that may write.
    pub(crate) fn write<T>(&mut self, f: &mut impl FnMut(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        match self {
            Self::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE")?,
            Self::Postgres(c) => begin_postgres(c, "BEGIN ISOLATION LEVEL SERIALIZABLE")?,
        }
        self.finish(|conn| f(&mut Tx(conn)))
    }

    /// Runs `f` on one snapshot of the database.
    pub(crate) fn snapshot<T>(&mut self, f: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        match self {
            Self::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN")?,
            Self::Postgres(c) => begin_postgres(c, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")?,
        }
        self.finish(f)
    }

    fn finish<T>(&mut self, f: impl FnOnce(&mut Self) -> Result<T>) -> Result<T> {
        match f(self) {
            Ok(value) => {
                each!(self, |c| commit(c))?;
                Ok(value)
            }
            Err(error) => {
                each!(self, |c| rollback(c))?;
                Err(error)
            }
        }
    }

    /// Runs statements that return nothing.
    ///
    /// # Errors
    /// What the database answers.
    pub fn batch(&mut self, sql: &str) -> Result<()> {
        each!(self, |c| c.batch_execute(sql)).map_err(Error::from)
    }

    /// Whether this is the PostgreSQL server.
    #[must_use]
    pub const fn is_postgres(&self) -> bool {
        matches!(self, Self::Postgres(_))
    }
}

fn begin_postgres(conn: &mut PgConn, sql: &str) -> QueryResult<()> {
    SOCKETS.block_on(diesel_async::AnsiTransactionManager::begin_transaction_sql(&mut **conn, sql))
}

fn commit<C: Connection>(conn: &mut C) -> QueryResult<()> {
    C::TransactionManager::commit_transaction(conn)
}

fn rollback<C: Connection>(conn: &mut C) -> QueryResult<()> {
    C::TransactionManager::rollback_transaction(conn)
}

/// An open transaction that may write. Only [`crate::db::Store::write`] makes one.
pub struct Tx<'a>(&'a mut Conn);

impl Deref for Tx<'_> {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        self.0
    }
}

impl DerefMut for Tx<'_> {
    fn deref_mut(&mut self) -> &mut Conn {
        self.0
    }
}
