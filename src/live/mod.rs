//! The board's keeper: one follower reads the journal in order and applies it to the board, then tells the open streams.
//! What happened is applied right after commit on the node that wrote, and on the others when they are woken.

mod card;
mod check;
mod folded;
mod follow;
mod hub;
mod shelf;
mod sieve;
mod topic;

pub use card::{Card, PlatformCard, point};
pub use check::{Differences, differences};
pub use folded::Folded;
pub use follow::{Follower, load};
pub use hub::{Hub, Subscription, Telling};
pub use shelf::Shelf;
pub use sieve::{Concern, Right, Sieve, Sifting};
pub use topic::{Before, Change, Fate, Told, Topic};

/// The board of this product.
pub type Missions = crate::board::Board<Folded>;
