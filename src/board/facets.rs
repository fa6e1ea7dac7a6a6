//! Which documents have which quality: occupation, status, flags, platform. Each is one set, and sets are combined.

use super::doc::Doc;
use super::query::Query;
use roaring::{MultiOps, RoaringBitmap};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Bound::{Included, Unbounded};

/// Documents by quality.
#[derive(Default)]
pub struct Facets {
    occupations: BTreeMap<Box<str>, RoaringBitmap>,
    statuses: [RoaringBitmap; 8],
    flags: [RoaringBitmap; 32],
    platforms: Vec<RoaringBitmap>,
}

/// The qualities of one document.
#[derive(Clone)]
pub struct Traits {
    /// ROME code.
    pub occupation: Box<str>,
    /// One bit for the status.
    pub status: u8,
    /// Set of flags.
    pub flags: u32,
    /// Number of the platform.
    pub platform: u32,
}

impl Traits {
    /// Reads a document.
    pub fn of<P>(doc: &Doc<P>, platform: u32) -> Self {
        let status = 1_u8.checked_shl(doc.status.into()).unwrap_or(0);
        Self { occupation: doc.occupation.as_str().into(), status, flags: doc.flags, platform }
    }

    /// Says whether one document has what a query asks, its platform excepted.
    pub fn answer(&self, query: &Query) -> bool {
        self.occupation.starts_with(query.occupation.as_deref().unwrap_or(""))
            && (query.statuses == 0 || query.statuses & self.status != 0)
            && self.flags & query.flags == query.flags
    }
}

impl Facets {
    /// Adds a document.
    pub fn add(&mut self, doc: u32, traits: &Traits) {
        self.occupations.entry(traits.occupation.clone()).or_default();
        let platforms = self.platforms.len().max(traits.platform as usize + 1);
        self.platforms.resize_with(platforms, RoaringBitmap::new);
        self.sets(traits).for_each(|set| {
            set.insert(doc);
        });
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
        let occupation = self.occupations.get_mut(&traits.occupation);
        statuses.chain(flags).map(|(_, set)| set).chain(platform).chain(occupation)
    }

    /// The sets that a document must be in to answer a query; `platform` is the number of the asked one.
    pub fn asked(&self, query: &Query, platform: Option<u32>) -> Vec<Cow<'_, RoaringBitmap>> {
        let flags = self.flags.iter().enumerate().filter(|(n, _)| query.flags >> n & 1 == 1);
        let mut sets: Vec<_> = flags.map(|(_, set)| Cow::Borrowed(set)).collect();
        if query.statuses != 0 {
            let some = self.statuses.iter().enumerate().filter(|(n, _)| query.statuses >> n & 1 == 1);
            sets.push(any_of(some.map(|(_, set)| set).collect()));
        }
        if let Some(code) = query.occupation.as_deref().filter(|code| !code.is_empty()) {
            let family = self
                .occupations
                .range::<str, _>((Included(code), Unbounded))
                .take_while(|(known, _)| known.starts_with(code));
            sets.push(any_of(family.map(|(_, set)| set).collect()));
        }
        if query.platform.is_some() {
            sets.push(any_of(platform.and_then(|n| self.platforms.get(n as usize)).into_iter().collect()));
        }
        sets
    }
}

fn any_of(sets: Vec<&RoaringBitmap>) -> Cow<'_, RoaringBitmap> {
    match sets[..] {
        [set] => Cow::Borrowed(set),
        _ => Cow::Owned(sets.union()),
    }
}
