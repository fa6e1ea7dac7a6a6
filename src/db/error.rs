//! What can go wrong below the trade, told apart so that an outage is never taken for "not found".

use crate::kernel::RuleError;
use crate::kernel::secret::NoRandomness;
use diesel::result::{DatabaseErrorKind as Kind, Error as Diesel};

/// The result of a query or of an action.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a query or an action did not go through.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// One or more rules of the trade were not met.
    #[error("rules not met: {}", .0.iter().map(|r| r.code).collect::<Vec<_>>().join(", "))]
    Rules(Vec<RuleError>),
    /// There is no such row, or not for this reader.
    #[error("not found")]
    NotFound,
    /// A uniqueness or another constraint said no.
    #[error("conflict: {0}")]
    Conflict(String),
    /// A row that the rules cannot have written.
    #[error("corrupt row in {table}.{column}: {row}")]
    Corrupt {
        /// The table.
        table: &'static str,
        /// The row's key.
        row: String,
        /// The column at fault.
        column: &'static str,
    },
    /// Another transaction was first: try again.
    #[error("the database is busy")]
    Busy,
    /// The database cannot be reached.
    #[error("the database cannot be reached: {0}")]
    Unreachable(String),
    /// Anything else that the driver says.
    #[error(transparent)]
    Driver(Diesel),
    /// Nothing secret can be made.
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
}

impl Error {
    /// A row that cannot be read back.
    pub fn corrupt(table: &'static str, row: impl ToString, column: &'static str) -> Self {
        Self::Corrupt { table, row: row.to_string(), column }
    }

    /// Whether running the same transaction again may succeed.
    #[must_use]
    pub const fn is_transient(&self) -> bool {
        matches!(self, Self::Busy)
    }
}

impl From<RuleError> for Error {
    fn from(rule: RuleError) -> Self {
        Self::Rules(vec![rule])
    }
}

impl From<Diesel> for Error {
    fn from(error: Diesel) -> Self {
        match error {
            Diesel::NotFound => Self::NotFound,
            Diesel::DatabaseError(kind, info) => {
                let message = info.message().to_owned();
                match kind {
                    Kind::UniqueViolation
                    | Kind::ForeignKeyViolation
                    | Kind::CheckViolation
                    | Kind::NotNullViolation => Self::Conflict(info.constraint_name().map_or(message, str::to_owned)),
                    Kind::SerializationFailure => Self::Busy,
                    Kind::ClosedConnection | Kind::UnableToSendCommand => Self::Unreachable(message),
                    _ if message.contains("database is locked") || message.contains("deadlock detected") => Self::Busy,
                    _ => Self::Driver(Diesel::DatabaseError(kind, info)),
                }
            }
            other => Self::Driver(other),
        }
    }
}
