//! Migrations are compiled into the binary; each exists twice, under the same name, once for each database.

use crate::db::{Conn, Error, Result};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Runs what has not run yet; tells how many.
///
/// # Errors
/// What the database says.
pub fn migrate(conn: &mut Conn) -> Result<usize> {
    let ran = match conn {
        Conn::Sqlite(c) => c.run_pending_migrations(SQLITE).map(|v| v.len()),
        Conn::Postgres(c) => c.run_pending_migrations(POSTGRES).map(|v| v.len()),
    };
    ran.map_err(|e| Error::Unreachable(format!("migration: {e}")))
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
