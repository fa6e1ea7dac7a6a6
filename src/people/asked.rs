//! Proofs that something of hers is read or set because she asks for it: by herself from her own session, or by who follows her,
//! by word of mouth. Only the actions behind a mandate make the latter, and keep the words that she agreed to, except for her
//! departure, which leaves nothing of hers; a test holds who makes them. None of them opens what is hers alone, her private choices,
//! her searches, her devices, but that one, to delete it.

use crate::kernel::Id;
use crate::people::{Herself, Person};

macro_rules! proofs {
    ($($(#[$doc:meta])* $name:ident),+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name(Id<Person>);

        impl $name {
            /// By word of mouth, in words that are kept.
            #[must_use]
            pub const fn at_her_asking(who: Id<Person>) -> Self {
                Self(who)
            }

            /// Her key.
            #[must_use]
            pub const fn id(self) -> Id<Person> {
                self.0
            }
        }
    )+};
}

proofs! {
    /// How she is written to, and whether she wants proposals, may be set.
    HerWishes,
    /// A month of her work may be read, and her own version of it set.
    HerMonth,
    /// What is kept about her may be handed to her, but for what only her own session reads.
    HerFile,
    /// Everything of hers is to be deleted.
    HerLeave
}

impl From<Herself> for HerWishes {
    fn from(who: Herself) -> Self {
        Self(who.id())
    }
}

impl From<Herself> for HerMonth {
    fn from(who: Herself) -> Self {
        Self(who.id())
    }
}

impl From<Herself> for HerFile {
    fn from(who: Herself) -> Self {
        Self(who.id())
    }
}

/// Her own versions are part of what is handed to her.
impl From<HerFile> for HerMonth {
    fn from(who: HerFile) -> Self {
        Self(who.id())
    }
}
