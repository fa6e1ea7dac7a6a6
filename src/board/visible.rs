//! A document is visible while its platform's gate is open, a slot with places is still to come, and somebody confirmed it lately.
//!
//! Nothing is ever marked visible in advance: the rule is evaluated at the instant of the question, so a label that ends
//! or a slot that starts hides the document to the second.

use super::doc::{Freshness, Gate};
use super::order::Order;
use super::slots::Opening;
use rustc_hash::FxHashMap;
use uuid::Uuid;

/// A platform: its label's time, its last pulse, its documents by their own confirmation.
pub struct Platform {
    gate: Option<Gate>,
    pulse: i64,
    confirmed: Order,
}

/// All platforms ever named.
#[derive(Default)]
pub struct Platforms {
    numbers: FxHashMap<Uuid, u32>,
    ids: Vec<Uuid>,
    all: Vec<Platform>,
}

impl Platform {
    /// Says whether the label is active.
    pub fn is_open(&self, now: i64) -> bool {
        self.gate.is_some_and(|gate| gate.is_open(now))
    }

    /// How long a document of the platform has been silent.
    pub fn silence(&self, confirmed_at: i64, now: i64) -> i64 {
        now.saturating_sub(self.pulse.max(confirmed_at))
    }

    /// The confirmation before which documents have been silent for longer than a length.
    fn edge(&self, length: i64, now: i64) -> i64 {
        if now.saturating_sub(self.pulse) > length { now.saturating_sub(length) } else { i64::MIN }
    }

    /// Documents that fell silent for longer than one of the lengths, or spoke again, between two instants.
    pub fn turned(&self, freshness: Freshness, was: (i64, i64), now: i64) -> impl Iterator<Item = u32> {
        let before = Platform { gate: None, pulse: was.1, confirmed: Order::default() };
        let lengths = [freshness.unconfirmed_after, freshness.hidden_after];
        lengths.into_iter().flat_map(move |length| {
            let (a, b) = (before.edge(length, was.0), self.edge(length, now));
            let (from, to) = (a.min(b), a.max(b));
            self.confirmed.since(from).take_while(move |entry| entry.0 < to).map(|entry| entry.1)
        })
    }

    /// An instant after `now` until which no document of the platform falls silent, and its label neither begins nor ends.
    pub fn still_until(&self, freshness: Freshness, now: i64) -> i64 {
        let gate = self.gate.into_iter().flat_map(|gate| [gate.from, gate.until]).filter(|turn| *turn > now);
        let lengths = [freshness.unconfirmed_after, freshness.hidden_after];
        let silent = lengths.into_iter().filter_map(|length| {
            let by_pulse = self.pulse.saturating_add(length).saturating_add(1);
            if by_pulse > now {
                return Some(by_pulse);
            }
            let next = self.confirmed.since(now.saturating_sub(length)).next()?;
            Some(next.0.saturating_add(length).saturating_add(1))
        });
        gate.chain(silent).min().unwrap_or(i64::MAX)
    }

    /// Last pulse.
    pub fn pulse(&self) -> i64 {
        self.pulse
    }
}

impl Platforms {
    /// Number of a platform, new if it was never named.
    pub fn number(&mut self, id: Uuid) -> u32 {
        let next = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        let number = *self.numbers.entry(id).or_insert(next);
        if number == next {
            self.all.push(Platform { gate: None, pulse: i64::MIN, confirmed: Order::default() });
            self.ids.push(id);
        }
        number
    }

    /// Number of a known platform.
    pub fn find(&self, id: Uuid) -> Option<u32> {
        self.numbers.get(&id).copied()
    }

    /// How many platforms were ever named.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Identity of a known platform.
    pub fn id(&self, number: u32) -> Option<Uuid> {
        self.ids.get(number as usize).copied()
    }

    /// A platform by its number.
    pub fn get(&self, number: u32) -> Option<&Platform> {
        self.all.get(number as usize)
    }

    /// All platforms, with their numbers.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &Platform)> {
        (0..).zip(&self.all)
    }

    /// Opens, moves or shuts the gate of a platform; tells its number when that is new.
    pub fn set_gate(&mut self, id: Uuid, gate: Option<Gate>) -> Option<u32> {
        let number = self.number(id);
        let before = std::mem::replace(&mut self.all[number as usize].gate, gate);
        Some(number).filter(|_| before != gate)
    }

    /// Records a pulse; tells the number of the platform and its pulse before.
    pub fn confirm(&mut self, id: Uuid, at: i64) -> (u32, i64) {
        let number = self.number(id);
        let pulse = &mut self.all[number as usize].pulse;
        (number, std::mem::replace(pulse, at.max(*pulse)))
    }

    /// Adds a document under its confirmation.
    pub fn file(&mut self, number: u32, confirmed_at: i64, doc: u32) {
        if let Some(platform) = self.all.get_mut(number as usize) {
            platform.confirmed.insert(confirmed_at, doc, by_number);
        }
    }

    /// Adds many documents of one platform under their confirmations.
    pub fn file_all(&mut self, number: u32, confirmed: impl IntoIterator<Item = (i64, u32)>) {
        if let Some(platform) = self.all.get_mut(number as usize) {
            platform.confirmed.merge(confirmed, by_number);
        }
    }

    /// Takes a document out.
    pub fn unfile(&mut self, number: u32, confirmed_at: i64, doc: u32) {
        if let Some(platform) = self.all.get_mut(number as usize) {
            platform.confirmed.remove(confirmed_at, doc, by_number);
        }
    }

    /// Bytes that the platforms take.
    pub fn memory(&self) -> usize {
        self.all.iter().map(|platform| platform.confirmed.memory() + 128).sum()
    }
}

fn by_number(doc: u32) -> Uuid {
    Uuid::from_u128(u128::from(doc))
}

/// What is seen of a document, its platform's label apart.
#[derive(Clone, Copy)]
pub struct Sight {
    /// Start of its soonest slot to come; the end of time when there is none.
    pub soonest: i64,
    /// Whether a slot has started.
    pub started: bool,
    /// Silent for too long to be vouched for.
    pub quiet: bool,
    /// Silent for too long to be shown.
    pub mute: bool,
}

impl Sight {
    /// Looks at one document.
    pub fn new(slots: &[Opening], silence: i64, freshness: Freshness, now: i64) -> Self {
        let soonest = slots.iter().map(|slot| slot.starts_at).find(|start| *start > now).unwrap_or(i64::MAX);
        let started = slots.first().is_some_and(|slot| slot.starts_at <= now);
        Self { soonest, started, quiet: silence > freshness.unconfirmed_after, mute: silence > freshness.hidden_after }
    }

    /// Says whether a slot is to come and the silence short enough.
    pub fn is_shown(&self) -> bool {
        self.soonest != i64::MAX && !self.mute
    }
}
