//! The link that stops letters or notices by one press, without signing in: what it stops, under the secret of the site. Nothing of
//! it is kept, so each letter can hold it; it opens nothing else.

use crate::kernel::{Id, secret};
use crate::people::{LetterKind, Person};
use crate::push::Device;
use crate::searches::SavedSearch;
use uuid::Uuid;

/// What is stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The letters of one search.
    One(Id<SavedSearch>),
    /// Those of all her searches.
    All(Id<Person>),
    /// Those of a kind.
    Kind(Id<Person>, LetterKind),
    /// The notices on a device.
    Device(Id<Device>),
}

/// What stands before the key in the link of a kind of letters.
const fn letter(kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::SlotReminder => "c",
        LetterKind::MonthlyRecap => "m",
    }
}

impl Stop {
    fn plain(self) -> String {
        match self {
            Self::One(id) => format!("r{}", id.uuid().simple()),
            Self::All(id) => format!("t{}", id.uuid().simple()),
            Self::Device(id) => format!("a{}", id.uuid().simple()),
            Self::Kind(id, kind) => format!("{}{}", letter(kind), id.uuid().simple()),
        }
    }

    /// The secret part of the link.
    #[must_use]
    pub fn token(self, key: &[u8]) -> String {
        let plain = self.plain();
        let tag = secret::mac(key, &format!("stop-letters:{plain}"));
        format!("{plain}{tag}")
    }

    /// What it stops, as a word of the trade.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::One(_) => "one",
            Self::All(_) => "all",
            Self::Device(_) => "device",
            Self::Kind(_, kind) => kind.as_str(),
        }
    }

    /// What a link stops; `None` when it is not one of ours.
    #[must_use]
    pub fn read(key: &[u8], token: &str) -> Option<Self> {
        let id = Uuid::try_parse(token.get(1..33)?).ok()?;
        let stop = match token.get(..1)? {
            "r" => Self::One(Id::from_uuid(id)),
            "a" => Self::Device(Id::from_uuid(id)),
            "t" => Self::All(Id::from_uuid(id)),
            word => Self::Kind(Id::from_uuid(id), *LetterKind::ALL.iter().find(|kind| letter(**kind) == word)?),
        };
        secret::same(&stop.token(key), token).then_some(stop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_stops_what_it_says_and_nothing_else() {
        let (one, all) = (Stop::One(Id::make()), Stop::All(Id::make()));
        let kinds = LetterKind::ALL.iter().map(|kind| Stop::Kind(Id::make(), *kind));
        for stop in kinds.chain([one, all, Stop::Device(Id::make())]) {
            assert_eq!(Stop::read(b"key", &stop.token(b"key")), Some(stop));
            assert_eq!(Stop::read(b"other", &stop.token(b"key")), None);
        }
        let token = one.token(b"key");
        for wrong in ["", "r", "é", &token[1..], &token.replacen('r', "t", 1), &format!("{token}0")] {
            assert_eq!(Stop::read(b"key", wrong), None, "{wrong}");
        }
    }
}
