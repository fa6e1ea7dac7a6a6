//! Sending an interest, taking it back, and moving the waiting list up, each in one transaction.

use crate::db::{Error, Result, Tx};
use crate::interests::{Consent, DeclineReason, Interest, State, answer_by, store};
use crate::jobs::{self, Task};
use crate::journal::{self, Event};
use crate::kernel::{Id, Instant, RuleError};
use crate::offers::{self, Offer, Slot, store as offer_store};
use crate::people::{Herself, store as people};
use crate::platforms::Platform;
use crate::{labels, platforms};

/// Sends her interest for a slot: holds a place, or queues.
///
/// # Errors
/// `label-not-active`, `offer-*`, `slot-begun`, `interest-already-sent`, `text-too-long`; `NotFound`.
pub fn send(tx: &mut Tx<'_>, now: Instant, who: Herself, slot: Id<Slot>, consent: &Consent) -> Result<Interest> {
    let offer = offer_store::offer_of_slot(tx, slot)?;
    let offer = offer_store::by_id(tx, offer)?;
    let platform = platforms::store::by_id(tx, offer.platform)?;
    let label = labels::store::of_platform(tx, offer.platform)?.require_active(now)?;
    match offer.visible(Some(&label), platform.pulse_at, now) {
        Err(full) if full.code == "offer-full" => {}
        other => other?,
    }
    let slot = *offer.slot(slot).ok_or(Error::NotFound)?;
    if slot.starts_at <= now {
        return Err(RuleError::gone("slot-begun").into());
    }
    if store::live_of_offer(tx, offer.id)?.iter().any(|i| i.person == who.id() && i.slot == slot.id) {
        return Err(RuleError::conflict("interest-already-sent").into());
    }
    let shared = consent.disclose(&people::by_id(tx, who.id())?)?;
    let held = offers::actions::take_place(tx, now, &offer, slot.id)?;
    let interest = Interest {
        id: Id::make(),
        offer: offer.id,
        slot: slot.id,
        platform: offer.platform,
        person: who.id(),
        shared,
        sent_at: now,
        answer_by: if held { answer_by(&slot, now) } else { slot.starts_at },
        state: if held { State::Sent } else { State::Waiting },
    };
    store::insert(tx, &interest)?;
    jobs::enqueue(tx, now, &Task::InterestSentLetter { interest: interest.id.uuid() })?;
    if held {
        jobs::enqueue(tx, now, &Task::InterestReceivedLetter { interest: interest.id.uuid() })?;
    }
    tell(tx, now, journal::Kind::InterestSent, &interest)?;
    Ok(interest)
}

/// Her interest, and only hers: anything else is not found (I18).
///
/// # Errors
/// `NotFound`.
pub fn own(tx: &mut Tx<'_>, who: Herself, id: Id<Interest>) -> Result<Interest> {
    let interest = store::by_id(tx, id)?;
    if interest.person == who.id() { Ok(interest) } else { Err(Error::NotFound) }
}

/// An interest addressed to this platform, and only to it (I18). The waiting list is not addressed to anyone yet.
///
/// # Errors
/// `NotFound`.
pub fn addressed_to(tx: &mut Tx<'_>, platform: Id<Platform>, id: Id<Interest>) -> Result<Interest> {
    let interest = store::by_id(tx, id)?;
    let theirs = interest.platform == platform && interest.state != State::Waiting;
    if theirs { Ok(interest) } else { Err(Error::NotFound) }
}

/// She takes it back, without a reason; the place goes to the first who waits.
///
/// # Errors
/// `interest-not-open`; `NotFound`.
pub fn take_back(tx: &mut Tx<'_>, now: Instant, who: Herself, id: Id<Interest>) -> Result<Interest> {
    let before = own(tx, who, id)?;
    let held = before.state.holds_place();
    let after = before.take_back(now)?;
    store::save(tx, &after)?;
    tell(tx, now, journal::Kind::InterestTakenBack, &after)?;
    if held {
        pass_place_on(tx, now, &after)?;
    }
    Ok(after)
}

/// The platform says yes.
///
/// # Errors
/// `interest-not-open`; `NotFound`.
pub fn accept(tx: &mut Tx<'_>, now: Instant, platform: Id<Platform>, id: Id<Interest>) -> Result<Interest> {
    let after = addressed_to(tx, platform, id)?.accept(now)?;
    answered(tx, now, &after)?;
    Ok(after)
}

/// The platform says no. A place that was filled or cancelled is not offered again; one whose condition was not met is.
///
/// # Errors
/// `interest-not-open`, `condition-missing`; `NotFound`.
pub fn decline(
    tx: &mut Tx<'_>,
    now: Instant,
    platform: Id<Platform>,
    id: Id<Interest>,
    reason: DeclineReason,
    condition: &str,
) -> Result<Interest> {
    let after = addressed_to(tx, platform, id)?.decline(reason, condition, now)?;
    answered(tx, now, &after)?;
    if reason == DeclineReason::ConditionMissing {
        pass_place_on(tx, now, &after)?;
    }
    Ok(after)
}

fn answered(tx: &mut Tx<'_>, now: Instant, interest: &Interest) -> Result<()> {
    store::save(tx, interest)?;
    jobs::enqueue(tx, now, &Task::InterestAnsweredLetter { interest: interest.id.uuid() })?;
    tell(tx, now, journal::Kind::InterestAnswered, interest)
}

/// Notes the interests that were not answered in time, and passes their places on; tells how many.
///
/// # Errors
/// What the database says.
pub fn lapse_overdue(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let overdue = store::overdue(tx, now)?;
    for before in &overdue {
        let held = before.state.holds_place();
        let after = before.clone().lapse(now)?;
        answered(tx, now, &after)?;
        if held {
            pass_place_on(tx, now, &after)?;
        }
    }
    Ok(overdue.len())
}

/// Ends an interest whose mission or slot does not take place.
///
/// # Errors
/// `interest-not-open`.
pub fn cancel(tx: &mut Tx<'_>, now: Instant, before: Interest) -> Result<Interest> {
    let after = before.cancel(now)?;
    store::save(tx, &after)?;
    jobs::enqueue(tx, now, &Task::OfferEndedLetter { interest: after.id.uuid() })?;
    tell(tx, now, journal::Kind::InterestAnswered, &after)?;
    Ok(after)
}

/// Frees the place and holds it at once for the first who waits, if the slot is still to come.
fn pass_place_on(tx: &mut Tx<'_>, now: Instant, leaving: &Interest) -> Result<()> {
    let offer = offer_store::by_id(tx, leaving.offer)?;
    let slot = offer.slot(leaving.slot).copied();
    let next = match slot.filter(|s| s.starts_at > now) {
        Some(slot) => store::first_waiting(tx, slot.id)?.map(|i| (i, slot)),
        None => None,
    };
    match next {
        Some((waiting, slot)) => promote(tx, now, &offer, waiting, &slot),
        None => offers::actions::free_place(tx, now, &offer, leaving.slot),
    }
}

fn promote(tx: &mut Tx<'_>, now: Instant, offer: &Offer, waiting: Interest, slot: &Slot) -> Result<()> {
    debug_assert_eq!(offer.id, waiting.offer);
    let after = waiting.promote(slot, now)?;
    store::save(tx, &after)?;
    jobs::enqueue(tx, now, &Task::PlaceFreedLetter { interest: after.id.uuid() })?;
    jobs::enqueue(tx, now, &Task::InterestReceivedLetter { interest: after.id.uuid() })?;
    tell(tx, now, journal::Kind::InterestSent, &after)
}

fn tell(tx: &mut Tx<'_>, now: Instant, kind: journal::Kind, interest: &Interest) -> Result<()> {
    let event = Event::new(kind).offer(interest.offer.uuid()).platform(interest.platform.uuid());
    journal::record(tx, now, &event.person(interest.person.uuid())).map(drop)
}
