//! What every capability shares and nothing of I/O: ids, time, money, names of languages, secrets, the shape of a "no".

pub mod clock;
pub mod email;
pub mod id;
pub mod lang;
pub mod money;
pub mod retention;
pub mod rule;
pub mod secret;
pub mod siren;
pub mod text;

pub use clock::{Clock, Instant, day_number};
pub use email::Email;
pub use id::Id;
pub use lang::Lang;
pub use money::Cents;
pub use rule::RuleError;

/// An enum stored and sent as text: `as_str`, `parse`, `ALL`, serde.
#[macro_export]
macro_rules! text_enum {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$doc:meta])* $var:ident = $s:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
        $vis enum $name { $($(#[$doc])* #[serde(rename = $s)] $var),* }
        impl $name {
            /// Every value, in order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$var),*];
            /// The word kept in the database and on the wire.
            #[must_use]
            pub const fn as_str(self) -> &'static str { match self { $(Self::$var => $s),* } }
            /// Reads the stored word; `None` when it is not one of ours.
            #[must_use]
            pub fn parse(s: &str) -> Option<Self> { match s { $($s => Some(Self::$var),)* _ => None } }
        }
    };
}
