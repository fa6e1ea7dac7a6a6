//! Interests with what they are about. A slot that its platform dropped is still told: the person counted on it.

use crate::db::{Conn, Error, Result};
use crate::interests::Interest;
use crate::kernel::{Id, Instant};
use crate::labels::{self, Label};
use crate::offers::{self, Offer, Slot};
use crate::platforms::{self, Platform};
use std::collections::HashMap;

/// An interest with what it is about.
#[derive(Debug, Clone)]
pub struct Whole {
    /// The interest.
    pub interest: Interest,
    /// The mission, as it stands now.
    pub offer: Offer,
    /// The slot, dropped or not.
    pub slot: Slot,
    /// The platform.
    pub platform: Platform,
    /// Whether the platform's label is active.
    pub labelled: bool,
}

/// Interests with what they are about, in the same order.
///
/// # Errors
/// What the database says.
pub fn wholes(conn: &mut Conn, now: Instant, interests: Vec<Interest>) -> Result<Vec<Whole>> {
    let ids: Vec<Id<Offer>> = interests.iter().map(|i| i.offer).collect();
    let offers: HashMap<Id<Offer>, Offer> = offers::store::by_ids(conn, &ids)?.into_iter().map(|o| (o.id, o)).collect();
    let mut known = Labelled::new();
    interests
        .into_iter()
        .map(|interest| {
            let offer = offers.get(&interest.offer).cloned().ok_or(Error::NotFound)?;
            let slot = slot_of(conn, &offer, &interest)?;
            let (platform, label) = labelled(conn, &mut known, interest.platform)?;
            Ok(Whole { labelled: label.active_at(now).is_some(), interest, offer, slot, platform })
        })
        .collect()
}

/// One interest with what it is about.
///
/// # Errors
/// What the database says.
pub fn whole(conn: &mut Conn, now: Instant, interest: Interest) -> Result<Whole> {
    wholes(conn, now, vec![interest])?.pop().ok_or(Error::NotFound)
}

fn slot_of(conn: &mut Conn, offer: &Offer, interest: &Interest) -> Result<Slot> {
    if let Some(slot) = offer.slot(interest.slot) {
        return Ok(*slot);
    }
    let dropped = offers::store::dropped_slots(conn, offer.id)?;
    dropped
        .into_iter()
        .find(|s| s.id == interest.slot)
        .ok_or_else(|| Error::corrupt("interest", interest.id, "slot_id"))
}

/// Platforms and labels already read.
pub(super) type Labelled = HashMap<Id<Platform>, (Platform, Label)>;

/// A platform and its label, read once.
pub(super) fn labelled(conn: &mut Conn, known: &mut Labelled, id: Id<Platform>) -> Result<(Platform, Label)> {
    if let Some(found) = known.get(&id) {
        return Ok(found.clone());
    }
    let found = (platforms::store::by_id(conn, id)?, labels::store::of_platform(conn, id)?);
    known.insert(id, found.clone());
    Ok(found)
}
