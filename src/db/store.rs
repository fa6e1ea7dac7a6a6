//! The pool, and the only door to a write: one transaction, retried when another was first.

use crate::db::{Conn, Error, Result, Tx, postgres};
use crate::each;
use diesel::connection::{InstrumentationEvent, SimpleConnection};
use diesel::prelude::*;
use std::sync::mpsc::Sender;
use std::time::Duration;

const TRIES: u32 = 9;

/// Where the data is.
#[derive(Debug, Clone)]
pub struct StoreConfig {
    /// `postgres://…`, or the path of the SQLite file.
    pub url: String,
    /// Connections kept open.
    pub pool_size: u32,
    /// Statements run on each new SQLite connection, for tests.
    pub sqlite_extra: &'static str,
    /// Told of each statement as it begins, for tests that count the work behind an answer.
    pub witness: Option<Sender<String>>,
}

impl StoreConfig {
    /// Whether the URL names a PostgreSQL server.
    #[must_use]
    pub fn is_postgres(&self) -> bool {
        self.url.starts_with("postgres://") || self.url.starts_with("postgresql://")
    }
}

impl r2d2::ManageConnection for StoreConfig {
    type Connection = Conn;
    type Error = Error;

    fn connect(&self) -> Result<Conn> {
        let mut conn =
            if self.is_postgres() { Conn::Postgres(postgres::connect(&self.url)?) } else { self.embedded()? };
        if let Some(witness) = self.witness.clone() {
            each!(&mut conn, |c| c.set_instrumentation(move |event: InstrumentationEvent<'_>| tell(&witness, &event)));
        }
        Ok(conn)
    }

    fn is_valid(&self, conn: &mut Conn) -> Result<()> {
        conn.batch("SELECT 1")
    }

    fn has_broken(&self, conn: &mut Conn) -> bool {
        use diesel::r2d2::R2D2Connection;
        std::thread::panicking()
            || match conn {
                Conn::Sqlite(c) => c.is_broken(),
                Conn::Postgres(_) => false,
            }
    }
}

fn tell(witness: &Sender<String>, event: &InstrumentationEvent<'_>) {
    if let InstrumentationEvent::StartQuery { query, .. } = event {
        // Nobody listens any more: nothing to tell.
        let _ = witness.send(query.to_string());
    }
}

impl StoreConfig {
    fn embedded(&self) -> Result<Conn> {
        let mut conn = SqliteConnection::establish(&self.url).map_err(|e| Error::Unreachable(e.to_string()))?;
        // The time-out comes first: switching to WAL can itself meet a lock. FULL: an acknowledgement is a promise (I17).
        conn.batch_execute(&format!(
            "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; \
             PRAGMA cache_size = -2000; {}",
            self.sqlite_extra
        ))?;
        Ok(Conn::Sqlite(conn))
    }

    fn clone_checked(&self) -> Result<()> {
        r2d2::ManageConnection::connect(self).map(drop)
    }
}

/// The database, whichever it is.
#[derive(Clone)]
pub struct Store {
    pool: r2d2::Pool<StoreConfig>,
    postgres: bool,
}

impl Store {
    /// Opens the pool; one connection is made at once so that a wrong address is said at start.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub fn open(config: StoreConfig) -> Result<Self> {
        let postgres = config.is_postgres();
        config.clone_checked()?;
        let pool = r2d2::Pool::builder()
            .max_size(config.pool_size)
            .min_idle(Some(1))
            .connection_timeout(Duration::from_secs(5))
            .test_on_check_out(postgres)
            .build(config)
            .map_err(|e| Error::Unreachable(e.to_string()))?;
        Ok(Self { pool, postgres })
    }

    /// Whether this is the PostgreSQL server.
    #[must_use]
    pub const fn is_postgres(&self) -> bool {
        self.postgres
    }

    /// Reads, on a connection of the pool.
    ///
    /// # Errors
    /// What `f` or the database says.
    pub fn read<T>(&self, f: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        f(&mut *self.conn()?)
    }

    /// Reads several things as they stood at one instant.
    ///
    /// # Errors
    /// What `f` or the database says.
    pub fn snapshot<T>(&self, f: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
        self.conn()?.snapshot(f)
    }

    /// Writes, all or nothing; `f` runs again when another transaction was first.
    ///
    /// # Errors
    /// What `f` or the database says; nothing is written then (I17).
    pub fn write<T>(&self, mut f: impl FnMut(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        let mut conn = self.conn()?;
        for attempt in 1.. {
            match conn.write(&mut f) {
                Err(error) if error.is_transient() && attempt < TRIES => {
                    std::thread::sleep(Duration::from_millis(1 << attempt));
                }
                done => return done,
            }
        }
        Err(Error::Busy)
    }

    fn conn(&self) -> Result<r2d2::PooledConnection<StoreConfig>> {
        self.pool.get().map_err(|e| Error::Unreachable(e.to_string()))
    }
}
