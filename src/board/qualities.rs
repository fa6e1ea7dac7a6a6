//! Which documents have which quality: occupation, status, flags, platform. Each is one set, and sets are combined.

use super::doc::Doc;
use super::memory::{lengthen, of_sets, of_vec};
use super::query::Query;
use super::sets::put;
use roaring::{MultiOps, RoaringBitmap};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Bound::{Included, Unbounded};
use std::sync::LazyLock;

/// Documents by quality.
#[derive(Default)]
pub struct Qualities {
    codes: BTreeMap<Box<str>, u32>,
    names: Vec<Box<str>>,
    occupations: Vec<RoaringBitmap>,
    statuses: [RoaringBitmap; 8],
    flags: [RoaringBitmap; 32],
    platforms: Vec<RoaringBitmap>,
    /// Number of the occupation of each document, side by side: a count reads most of them.
    occupation_of: Vec<u32>,
}

/// The qualities of one document.
#[derive(Clone, Copy)]
pub struct Traits {
    /// Number of the occupation.
    pub occupation: u32,
    /// Number of the platform.
    pub platform: u32,
    /// Set of flags.
    pub flags: u32,
    /// One bit for the status.
    pub status: u8,
}

/// What may be described for all its documents at once; what is near an occupation comes last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shared {
    /// An occupation, by its number.
    Occupation(u32),
    /// A platform, by its number.
    Platform(u32),
    /// What is near an occupation, by its number.
    Related(u32),
}

static NO_DOCUMENT: LazyLock<RoaringBitmap> = LazyLock::new(RoaringBitmap::new);

impl Traits {
    /// The qualities of no document.
    pub const NONE: Self = Self { occupation: u32::MAX, platform: u32::MAX, flags: 0, status: 0 };

    /// Says whether one document has a status and the flags that a query asks.
    pub fn answer(&self, query: &Query) -> bool {
        (query.statuses == 0 || query.statuses & self.status != 0) && self.flags & query.flags == query.flags
    }

    /// What describes the document.
    pub fn shared(&self) -> [Shared; 3] {
        let occupation = self.occupation;
        [Shared::Occupation(occupation), Shared::Platform(self.platform), Shared::Related(occupation)]
    }
}

impl Qualities {
    /// Reads the qualities of a document.
    pub fn read<P>(&mut self, doc: &Doc<P>, platform: u32) -> Traits {
        let status = 1_u8.checked_shl(doc.status.into()).unwrap_or(0);
        Traits { occupation: self.occupation(&doc.occupation), platform, flags: doc.flags, status }
    }

    /// Number of an occupation, new if it was never named.
    pub fn occupation(&mut self, code: &str) -> u32 {
        if let Some(known) = self.codes.get(code) {
            return *known;
        }
        let number = u32::try_from(self.occupations.len()).unwrap_or(u32::MAX);
        self.occupations.push(RoaringBitmap::new());
        self.codes.insert(code.into(), number);
        self.names.push(code.into());
        number
    }

    /// Number of an occupation that was named before.
    pub fn known(&self, code: &str) -> Option<u32> {
        self.codes.get(code).copied()
    }

    /// Adds a document.
    pub fn add(&mut self, doc: u32, traits: &Traits) {
        let platforms = self.platforms.len().max(traits.platform as usize + 1);
        self.platforms.resize_with(platforms, RoaringBitmap::new);
        self.sets(traits).for_each(|set| put(set, doc));
        lengthen(&mut self.occupation_of, doc as usize + 1, || u32::MAX);
        self.occupation_of[doc as usize] = traits.occupation;
    }

    /// Takes a document out.
    pub fn remove(&mut self, doc: u32, traits: &Traits) {
        self.sets(traits).for_each(|set| {
            set.remove(doc);
        });
    }

    fn sets(&mut self, traits: &Traits) -> impl Iterator<Item = &mut RoaringBitmap> {
        let statuses = self.statuses.iter_mut().enumerate().filter(|(n, _)| traits.status >> n & 1 == 1);
        let flags = self.flags.iter_mut().enumerate().filter(|(n, _)| traits.flags >> n & 1 == 1);
        let platform = self.platforms.get_mut(traits.platform as usize);
        let occupation = self.occupations.get_mut(traits.occupation as usize);
        statuses.chain(flags).map(|(_, set)| set).chain(platform).chain(occupation)
    }

    /// Documents with a flag, by its bit.
    pub fn flag(&self, bit: usize) -> &RoaringBitmap {
        self.flags.get(bit).unwrap_or_else(|| &NO_DOCUMENT)
    }

    /// Documents by status.
    pub fn statuses(&self) -> &[RoaringBitmap; 8] {
        &self.statuses
    }

    /// Documents by flag.
    pub fn flags(&self) -> &[RoaringBitmap; 32] {
        &self.flags
    }

    /// Documents with one of some statuses.
    pub fn with_status(&self, statuses: u8) -> Cow<'_, RoaringBitmap> {
        any_of(self.statuses.iter().enumerate().filter(|(n, _)| statuses >> n & 1 == 1).map(|(_, set)| set).collect())
    }

    /// Numbers of the occupations whose code begins with one of some prefixes.
    pub fn within(&self, prefixes: &[String]) -> Vec<u32> {
        let family = |prefix: &String| {
            let known = self.codes.range::<str, _>((Included(prefix.as_str()), Unbounded));
            known.take_while(|(code, _)| code.starts_with(prefix.as_str())).map(|(_, n)| *n).collect::<Vec<_>>()
        };
        let mut numbers: Vec<u32> = prefixes.iter().flat_map(family).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// Documents of what shares a description.
    pub fn of(&self, shared: Shared) -> &RoaringBitmap {
        match shared {
            Shared::Occupation(n) | Shared::Related(n) => self.occupations.get(n as usize),
            Shared::Platform(n) => self.platforms.get(n as usize),
        }
        .unwrap_or_else(|| &NO_DOCUMENT)
    }

    /// Numbers of the occupations of all documents, by document; of one that is gone, any.
    pub fn occupation_of(&self) -> &[u32] {
        &self.occupation_of
    }

    /// All codes ever named, with their numbers.
    pub fn codes(&self) -> impl Iterator<Item = (&str, u32)> {
        self.codes.iter().map(|(code, n)| (&**code, *n))
    }

    /// How many occupations were ever named.
    pub fn occupations(&self) -> usize {
        self.occupations.len()
    }

    /// Code of an occupation.
    pub fn code_of(&self, number: u32) -> Option<&str> {
        self.names.get(number as usize).map(|code| &**code)
    }

    /// Bytes of the sets.
    pub fn memory(&self) -> usize {
        let sets = self.occupations.iter().chain(&self.statuses).chain(&self.flags).chain(&self.platforms);
        of_sets(sets) + of_vec(&self.occupation_of)
    }
}

/// The union of some sets, borrowed when there is one.
pub fn any_of(sets: Vec<&RoaringBitmap>) -> Cow<'_, RoaringBitmap> {
    match sets[..] {
        [set] => Cow::Borrowed(set),
        _ => Cow::Owned(sets.union()),
    }
}
