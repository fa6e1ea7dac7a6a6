//! Whether the board is what the database says: each published offer is read again, judged by the rule of its capability,
//! and compared with what the board shows. The two are written apart, so that an error in one is seen by the other.

use crate::db::{Result, Store};
use crate::kernel::Instant;
use crate::labels::Label;
use crate::live::{Missions, Shelf};
use crate::offers::{self, Offer};
use crate::{labels, platforms};
use chrono::TimeDelta;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// Offers read at once.
const PAGE: i64 = 2_000;

/// What differs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Differences {
    /// Published offers that were compared.
    pub compared: usize,
    /// Visible by the rule, not on the board.
    pub missing: Vec<Uuid>,
    /// On the board, not visible by the rule.
    pub extra: Vec<Uuid>,
    /// On the board in another version.
    pub outdated: Vec<Uuid>,
}

impl Differences {
    /// Whether the board is what the database says.
    #[must_use]
    pub fn none(&self) -> bool {
        self.missing.is_empty() && self.extra.is_empty() && self.outdated.is_empty()
    }

    /// The differences that another look found too: what was being written meanwhile is in one of them only.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        self.missing.retain(|id| other.missing.contains(id));
        self.extra.retain(|id| other.extra.contains(id));
        self.outdated.retain(|id| other.outdated.contains(id));
        self
    }
}

/// Compares the board with the database at an instant.
///
/// # Errors
/// What the database says.
pub fn differences(store: &Store, board: &Shelf, now: Instant) -> Result<Differences> {
    let labels = store.read(labels::store::all)?;
    let pulses: HashMap<_, _> = store.read(platforms::store::all)?.into_iter().map(|p| (p.id, p.pulse_at)).collect();
    let (mut found, mut known, mut after) = (Differences::default(), HashSet::new(), None);
    loop {
        let page = store.read(|conn| offers::store::published_after(conn, after, PAGE))?;
        let Some(last) = page.last() else { break };
        after = Some(last.id);
        let board = board.read();
        for offer in &page {
            known.insert(offer.id.uuid());
            let (Some(label), Some(pulse)) = (labels.get(&offer.platform), pulses.get(&offer.platform)) else {
                continue;
            };
            if let Some(visible) = judged(offer, label, *pulse, now) {
                found.compare(&board, offer, visible, now);
            }
        }
        found.compared += page.len();
    }
    let shown: Vec<Uuid> = board.read().visible_ids(now.seconds()).collect();
    found.extra.extend(shown.into_iter().filter(|id| !known.contains(id)));
    Ok(found)
}

/// What the rule says; nothing within a second of a change, because the board counts in seconds.
fn judged(offer: &Offer, label: &Label, pulse: Instant, now: Instant) -> Option<bool> {
    let visible = |at: Instant| offer.visible(label.active_at(at).as_ref(), pulse, at).is_ok();
    let second = TimeDelta::seconds(1);
    Some(visible(now)).filter(|seen| visible(now - second) == *seen && visible(now + second) == *seen)
}

impl Differences {
    fn compare(&mut self, board: &Missions, offer: &Offer, visible: bool, now: Instant) {
        let id = offer.id.uuid();
        match (visible, board.get(id, now.seconds())) {
            (true, None) => self.missing.push(id),
            (false, Some(_)) => self.extra.push(id),
            (true, Some(hit)) if hit.payload.offer != *offer => self.outdated.push(id),
            _ => {}
        }
    }
}
