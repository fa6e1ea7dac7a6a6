//! Migrations are compiled into the binary; each exists twice, under the same name, once for each database. On SQLite a table
//! that others name is made anew to change it: foreign keys are off meanwhile, and looked at afterwards.

use crate::db::{Conn, Error, Result};
use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;
use diesel::sql_types::Text;
use diesel::sqlite::SqliteConnection;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Runs what has not run yet; tells how many.
///
/// # Errors
/// What the database says.
pub fn migrate(conn: &mut Conn) -> Result<usize> {
    let ran = match conn {
        Conn::Sqlite(c) => return embedded(c),
        Conn::Postgres(c) => c.run_pending_migrations(POSTGRES).map(|v| v.len()),
    };
    ran.map_err(|e| Error::Unreachable(format!("migration: {e}")))
}

/// A row that names what is not there.
#[derive(QueryableByName)]
struct Stray {
    #[diesel(sql_type = Text)]
    table: String,
}

fn embedded(c: &mut SqliteConnection) -> Result<usize> {
    let wrong = |e: &dyn std::fmt::Display| Error::Unreachable(format!("migration: {e}"));
    if !c.has_pending_migration(SQLITE).map_err(|e| wrong(&e))? {
        return Ok(0);
    }
    c.batch_execute("PRAGMA foreign_keys = OFF;")?;
    let ran = c.run_pending_migrations(SQLITE).map(|v| v.len()).map_err(|e| wrong(&e));
    let strays: Vec<Stray> = diesel::sql_query("SELECT \"table\" FROM pragma_foreign_key_check").load(c)?;
    c.batch_execute("PRAGMA foreign_keys = ON;")?;
    match strays.first() {
        Some(stray) => Err(wrong(&format!("{} names what is not there", stray.table))),
        None => ran,
    }
}

/// Whether some migration has not run yet.
///
/// # Errors
/// What the database says.
pub fn pending(conn: &mut Conn) -> Result<bool> {
    let answer = match conn {
        Conn::Sqlite(c) => c.has_pending_migration(SQLITE),
        Conn::Postgres(c) => c.has_pending_migration(POSTGRES),
    };
    answer.map_err(|e| Error::Unreachable(format!("migration: {e}")))
}
