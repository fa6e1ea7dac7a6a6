//! A document is visible while its platform's gate is open, a slot with places is still to come, and somebody confirmed it lately.
//!
//! Nothing is ever marked visible in advance: the rule is evaluated at the instant of the question, so a label that ends
//! or a slot that starts hides the document to the second. The answer for one instant is remembered until something changes.

use super::doc::{Freshness, Gate};
use super::slots::Opening;
use roaring::RoaringBitmap;
use rustc_hash::FxHashMap;
use uuid::Uuid;

/// What visibility knows of a document.
#[derive(Clone, Copy)]
pub struct Life {
    /// Start of the first open slot.
    pub first: i64,
    /// Start of the last open slot.
    pub last: i64,
    /// Last confirmation of the document itself.
    pub confirmed_at: i64,
    /// Number of its platform.
    pub platform: u32,
}

impl Life {
    /// A document that is never visible.
    pub const NONE: Self = Self { first: i64::MIN, last: i64::MIN, confirmed_at: i64::MIN, platform: u32::MAX };

    /// Soonest open slot after `now`, if there is one.
    fn soonest(&self, slots: &[Opening], now: i64) -> Option<i64> {
        if self.first > now || self.last <= now {
            return Some(self.first).filter(|first| *first > now);
        }
        slots.iter().map(|slot| slot.starts_at).find(|start| *start > now)
    }
}

/// A platform: its label's time, its last pulse.
#[derive(Clone, Copy)]
pub struct Platform {
    gate: Option<Gate>,
    pulse: i64,
}

/// All platforms ever named.
#[derive(Default)]
pub struct Platforms {
    numbers: FxHashMap<Uuid, u32>,
    all: Vec<Platform>,
}

impl Platforms {
    /// Number of a platform, new if it was never named.
    pub fn number(&mut self, id: Uuid) -> u32 {
        let next = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(id).or_insert(next);
        if number == next {
            self.all.push(Platform { gate: None, pulse: i64::MIN });
        }
        number
    }

    /// Number of a known platform.
    pub fn find(&self, id: Uuid) -> Option<u32> {
        self.numbers.get(&id).copied()
    }

    /// Opens, moves or shuts the gate of a platform.
    pub fn set_gate(&mut self, id: Uuid, gate: Option<Gate>) {
        let number = self.number(id) as usize;
        self.all[number].gate = gate;
    }

    /// Records a pulse.
    pub fn confirm(&mut self, id: Uuid, at: i64) {
        let number = self.number(id) as usize;
        self.all[number].pulse = self.all[number].pulse.max(at);
    }

    /// How long a document has been silent, if its platform's gate is open.
    fn silence(&self, life: &Life, now: i64) -> Option<i64> {
        let platform = self.all.get(life.platform as usize)?;
        let heard = platform.pulse.max(life.confirmed_at);
        platform.gate.filter(|gate| gate.is_open(now)).map(|_| now.saturating_sub(heard))
    }

    /// Applies the rule to one document.
    pub fn sight(&self, life: &Life, slots: &[Opening], freshness: Freshness, now: i64) -> Option<Sight> {
        let silence = self.silence(life, now).filter(|silence| *silence <= freshness.hidden_after)?;
        let soonest = life.soonest(slots, now)?;
        Some(Sight { soonest, stale: silence > freshness.unconfirmed_after })
    }
}

/// How a visible document is seen.
#[derive(Clone, Copy)]
pub struct Sight {
    /// Its soonest open slot.
    pub soonest: i64,
    /// Silent for too long, though not hidden.
    pub stale: bool,
}

/// Every visible document at one instant.
#[derive(Clone)]
pub struct View {
    /// The instant.
    pub now: i64,
    /// Visible documents.
    pub visible: RoaringBitmap,
    /// Those that are stale.
    pub stale: RoaringBitmap,
    /// Soonest open slot of each visible document.
    pub soonest: Vec<i64>,
}

impl View {
    /// Looks at all documents, in order.
    pub fn new(now: i64, documents: u32, sight: impl Fn(u32) -> Option<Sight>) -> Self {
        let bytes = documents.div_ceil(8) as usize;
        let (mut visible, mut stale) = (vec![0_u8; bytes], vec![0_u8; bytes]);
        let mut soonest = Vec::with_capacity(documents as usize);
        for doc in 0..documents {
            let (sight, at, bit) = (sight(doc), doc as usize / 8, doc % 8);
            visible[at] |= u8::from(sight.is_some()) << bit;
            stale[at] |= u8::from(sight.is_some_and(|s| s.stale)) << bit;
            soonest.push(sight.map_or(i64::MAX, |s| s.soonest));
        }
        let set = |bytes: &[u8]| RoaringBitmap::from_lsb0_bytes(0, bytes);
        Self { now, visible: set(&visible), stale: set(&stale), soonest }
    }

    /// Looks again at one document.
    pub fn refresh(&mut self, doc: u32, sight: Option<Sight>) {
        let length = self.soonest.len().max(doc as usize + 1);
        self.soonest.resize(length, i64::MAX);
        self.soonest[doc as usize] = sight.map_or(i64::MAX, |s| s.soonest);
        put(&mut self.visible, doc, sight.is_some());
        put(&mut self.stale, doc, sight.is_some_and(|s| s.stale));
    }
}

fn put(set: &mut RoaringBitmap, doc: u32, member: bool) {
    if member {
        set.insert(doc);
    } else {
        set.remove(doc);
    }
}
