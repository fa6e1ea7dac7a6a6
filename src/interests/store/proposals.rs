//! What was put before a person, together with her private choice: read with the proof that the reader is herself, shown
//! to nobody else (I3).

use crate::db::{Conn, Error, Result};
use crate::follow_ups::{self, Advisor};
use crate::interests::Interest;
use crate::interests::store::whole::{Labelled, labelled};
use crate::kernel::{Id, Instant};
use crate::labels::Label;
use crate::offers::{self, Offer, Slot};
use crate::people::{Choice, Herself, store as people};
use crate::platforms::Platform;
use crate::referrals::{self, CloseCause, Referral};
use std::collections::HashMap;

/// An offer put before her, with what she made of it.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// The referral.
    pub referral: Referral,
    /// The mission.
    pub offer: Offer,
    /// Its platform.
    pub platform: Platform,
    /// The advisor's name.
    pub by: String,
    /// Why it is not proposed any more, by its word; `None` while it is.
    pub why: Option<&'static str>,
    /// Her private choice, for her eyes only.
    pub choice: Option<Choice>,
    /// Whether she wrote to the platform about it and may still hear from it.
    pub sent: bool,
    /// The slot that she wrote about.
    pub slot: Option<Id<Slot>>,
}

impl Proposal {
    /// Whether it is open and she made nothing of it yet.
    #[must_use]
    pub const fn to_see(&self) -> bool {
        self.why.is_none() && self.choice.is_none() && !self.sent
    }
}

/// Everything that was put before her, latest first.
///
/// # Errors
/// What the database says.
pub fn proposals(conn: &mut Conn, now: Instant, who: Herself) -> Result<Vec<Proposal>> {
    let referrals = referrals::store::of_person(conn, who.id())?;
    gather(conn, now, who, referrals)
}

/// One of them. Another person's is not found (I18).
///
/// # Errors
/// `NotFound`.
pub fn proposal(conn: &mut Conn, now: Instant, who: Herself, id: Id<Referral>) -> Result<Proposal> {
    let referral = referrals::store::by_id(conn, id)?;
    if referral.person != who.id() {
        return Err(Error::NotFound);
    }
    gather(conn, now, who, vec![referral])?.pop().ok_or(Error::NotFound)
}

fn gather(conn: &mut Conn, now: Instant, who: Herself, referrals: Vec<Referral>) -> Result<Vec<Proposal>> {
    let ids: Vec<Id<Offer>> = referrals.iter().map(|r| r.offer).collect();
    let offers: HashMap<Id<Offer>, Offer> = offers::store::by_ids(conn, &ids)?.into_iter().map(|o| (o.id, o)).collect();
    let choices = people::choices(conn, who)?;
    let sent = written_to(&super::of_person(conn, who.id())?);
    let (mut platforms, mut names) = (Labelled::new(), HashMap::new());
    referrals
        .into_iter()
        .map(|referral| {
            let offer = offers.get(&referral.offer).cloned().ok_or(Error::NotFound)?;
            let (platform, label) = labelled(conn, &mut platforms, offer.platform)?;
            let why = why(&referral, &offer, &platform, &label, now);
            let by = name(conn, &mut names, referral.advisor)?;
            let (choice, slot) = (choices.get(&offer.id).copied(), sent.get(&offer.id).copied());
            Ok(Proposal { referral, offer, platform, by, why, choice, sent: slot.is_some(), slot })
        })
        .collect()
}

fn written_to(interests: &[Interest]) -> HashMap<Id<Offer>, Id<Slot>> {
    interests.iter().filter(|i| i.state.live()).map(|i| (i.offer, i.slot)).collect()
}

/// Closing and the visibility of the offer, in one word.
fn why(referral: &Referral, offer: &Offer, platform: &Platform, label: &Label, now: Instant) -> Option<&'static str> {
    let hidden = offer.visible(label.active_at(now).as_ref(), platform.pulse_at, now).err().map(|rule| rule.code);
    match referral.state {
        referrals::State::Proposed => hidden,
        referrals::State::Closed { cause: CloseCause::OfferEnded, .. } => hidden.or(Some("offer-ended")),
        referrals::State::Closed { cause: CloseCause::TakenBack, .. } => hidden.or(Some("taken-back")),
    }
}

fn name(conn: &mut Conn, known: &mut HashMap<Id<Advisor>, String>, id: Id<Advisor>) -> Result<String> {
    if let Some(found) = known.get(&id) {
        return Ok(found.clone());
    }
    let found = follow_ups::store::advisor_by_id(conn, Id::from_uuid(id.uuid()))?.name;
    known.insert(id, found.clone());
    Ok(found)
}
