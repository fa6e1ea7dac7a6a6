//! Whoever is invited to a service or a platform has nothing of it before the link of the letter is opened. What becomes of an
//! invitation is told to its address alone: an address that has an account already is written so and gains no right, and who
//! invited reads the same in every case (I18).

use crate::accounts::Role;
use crate::kernel::{Email, Id, Instant};
use chrono::TimeDelta;
use uuid::Uuid;

/// Characters of a name.
pub const NAME_MAX: usize = 80;
/// The same address is not written to again before.
pub const AGAIN: TimeDelta = TimeDelta::hours(24);

/// To what one is invited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A service, as an advisor.
    Service(Uuid),
    /// A platform, as a member.
    Platform(Uuid),
}

impl Place {
    /// What the account will be for.
    #[must_use]
    pub const fn role(self) -> Role {
        match self {
            Self::Service(_) => Role::Advisor,
            Self::Platform(_) => Role::Platform,
        }
    }
}

/// An invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Key.
    pub id: Id<Invitation>,
    /// To what.
    pub place: Place,
    /// The name that was given.
    pub name: String,
    /// The address that was given.
    pub email: Email,
    /// When the letter was last promised.
    pub sent_at: Instant,
    /// Whether it still stands.
    pub open: bool,
}
