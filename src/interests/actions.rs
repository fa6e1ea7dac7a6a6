//! Sending an interest, taking it back, and moving the waiting list up, each in one transaction.

pub mod aloud;
pub mod together;

use crate::db::{Error, Result, Tx};
use crate::follow_ups::Mandate;
use crate::interests::{Consent, DeclineReason, Interest, Spoken, State, answer_by, store};
use crate::jobs::{self, News, Task};
use crate::journal::{self, Event};
use crate::kernel::{Id, Instant, RuleError};
use crate::offers::{self, Offer, Slot, store as offer_store};
use crate::people::{Herself, Person, store as people};
use crate::platforms::Platform;
use crate::{labels, platforms, push};

/// Sends her interest for a slot: holds a place, or queues.
///
/// # Errors
/// `label-not-active`, `offer-*`, `slot-begun`, `interest-already-sent`, `text-too-long`; `NotFound`.
pub fn send(tx: &mut Tx<'_>, now: Instant, who: Herself, slot: Id<Slot>, consent: &Consent) -> Result<Interest> {
    write(tx, now, who.id(), slot, consent)
}

/// An advisor sends it for a person who asked him, and keeps the words that she agreed to; tells whether it is a place on the
/// waiting list, as anyone could read it before. What she sent by herself is hers to tell: he is answered the same. Who has no
/// address need not share a phone either (I6): the platform answers here, and who follows her tells her. The count of places is
/// public and moves by what everybody does: it does not move when she held the place, and no place is taken twice to hide it.
///
/// # Errors
/// What [`send`] says, but for `interest-already-sent`.
pub fn send_for(
    tx: &mut Tx<'_>,
    now: Instant,
    held: &Mandate,
    slot: Id<Slot>,
    consent: &Consent,
    wording: &str,
) -> Result<bool> {
    let offer = offer_store::offer_of_slot(tx, slot)?;
    let her = people::by_id(tx, held.person())?;
    let full = offer_store::by_id(tx, offer)?.slot(slot).is_some_and(|slot| slot.left() == 0);
    let queued = full || store::first_waiting(tx, slot)?.is_some();
    let (person, advisor, wording) = (held.person(), held.advisor(), wording.to_owned());
    let (interest, by_herself) = match write(tx, now, person, slot, consent) {
        Err(Error::Rules(rules)) if rules.iter().all(|rule| rule.code == "interest-already-sent") => {
            // She is told that it was asked for in her name, and what the platform knows: what she sent, no more.
            let mut live = store::live_of_offer(tx, offer)?.into_iter();
            let own = live.find(|i| i.person == person && i.slot == slot).ok_or(Error::NotFound)?;
            letter(tx, now, &Task::InterestSentLetter { interest: own.id.uuid() })?;
            // What an advisor sent for her before, she did not send by herself.
            let before = store::spoken::of_person(tx, person, None)?;
            let for_her = before.iter().any(|told| told.interest == Some(own.id) && !told.by_herself);
            (own.id, !for_her)
        }
        other => (other?.id, false),
    };
    let aloud = her.email.is_none();
    let spoken = Spoken { id: Id::make(), person, advisor, offer, interest, wording, at: now, by_herself, aloud };
    store::spoken::insert(tx, &spoken)?;
    let event = Event::new(journal::Kind::ActedFor).offer(offer.uuid()).person(person.uuid()).by(advisor.uuid());
    journal::record(tx, now, &event)?;
    Ok(queued)
}

fn write(tx: &mut Tx<'_>, now: Instant, who: Id<Person>, slot: Id<Slot>, consent: &Consent) -> Result<Interest> {
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
    // First: an advisor who writes too much for her is told so, whatever she sent by herself (I3).
    let shared = consent.disclose(&people::by_id(tx, who)?)?;
    if store::live_of_offer(tx, offer.id)?.iter().any(|i| i.person == who && i.slot == slot.id) {
        return Err(RuleError::conflict("interest-already-sent").into());
    }
    // Nobody jumps the queue: a place that came free is for the first who waits.
    let queued = store::first_waiting(tx, slot.id)?.is_some();
    let held = !queued && offers::actions::take_place(tx, now, &offer, slot.id)?;
    let interest = Interest {
        id: Id::make(),
        offer: offer.id,
        slot: slot.id,
        platform: offer.platform,
        person: who,
        shared,
        sent_at: now,
        answer_by: if held { answer_by(&slot, now) } else { slot.starts_at },
        state: if held { State::Sent } else { State::Waiting },
    };
    store::insert(tx, &interest)?;
    letter(tx, now, &Task::InterestSentLetter { interest: interest.id.uuid() })?;
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
    give_back(tx, now, before)
}

/// What is taken back, by herself or at her asking; the place goes to the first who waits.
pub(super) fn give_back(tx: &mut Tx<'_>, now: Instant, before: Interest) -> Result<Interest> {
    let held = before.state.holds_place();
    let offer = offer_store::by_id(tx, before.offer)?;
    let slot = before.slot;
    let after = before.take_back(offer.slot(slot), now)?;
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
    let before = addressed_to(tx, platform, id)?;
    if reason == DeclineReason::ConditionMissing {
        stated(&offer_store::by_id(tx, before.offer)?, condition)?;
    }
    let after = before.decline(reason, condition, now)?;
    answered(tx, now, &after)?;
    if reason == DeclineReason::ConditionMissing {
        pass_place_on(tx, now, &after)?;
    }
    Ok(after)
}

fn answered(tx: &mut Tx<'_>, now: Instant, interest: &Interest) -> Result<()> {
    store::save(tx, interest)?;
    let id = interest.id.uuid();
    letter(tx, now, &Task::InterestAnsweredLetter { interest: id })?;
    push::actions::tell(tx, now, interest.person, &News::Answered { interest: id })?;
    tell(tx, now, journal::Kind::InterestAnswered, interest)
}

/// A condition is one that the offer states, in its own words: nothing about the person can be written here (I4).
fn stated(offer: &Offer, condition: &str) -> Result<()> {
    let plain = |text: &str| crate::geo::text::fold(text);
    let (asked, given) = (plain(&offer.terms.conditions.requirements), plain(condition));
    if given.is_empty() || (given.chars().count() >= 4 && asked.contains(&given)) {
        return Ok(());
    }
    Err(RuleError::invalid("condition-not-stated")
        .on("condition")
        .with("stated", &offer.terms.conditions.requirements)
        .into())
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
    if before.state.holds_place() {
        offer_store::free_place(tx, before.slot)?;
    }
    let after = before.cancel(now)?;
    store::save(tx, &after)?;
    letter(tx, now, &Task::OfferEndedLetter { interest: after.id.uuid() })?;
    push::actions::tell(tx, now, after.person, &News::Ended { interest: after.id.uuid() })?;
    tell(tx, now, journal::Kind::InterestAnswered, &after)?;
    Ok(after)
}

/// Frees the place, then lets the waiting list move up.
fn pass_place_on(tx: &mut Tx<'_>, now: Instant, leaving: &Interest) -> Result<()> {
    let offer = offer_store::by_id(tx, leaving.offer)?;
    offers::actions::free_place(tx, now, &offer, leaving.slot)?;
    move_up(tx, now, &offer)
}

/// Holds the free places of an offer for those who wait, in order; nobody is sent to a platform without a label (G1).
///
/// # Errors
/// What the database says.
pub fn move_up(tx: &mut Tx<'_>, now: Instant, offer: &Offer) -> Result<()> {
    let platform = platforms::store::by_id(tx, offer.platform)?;
    let label = labels::store::of_platform(tx, offer.platform)?.active_at(now);
    match offer.visible(label.as_ref(), platform.pulse_at, now) {
        // Full is why they wait, and a platform that is silent has not said that the place is gone.
        Err(why) if !matches!(why.code, "offer-full" | "offer-silent") => return Ok(()),
        _ => {}
    }
    for slot in offer.slots.iter().filter(|s| s.starts_at > now) {
        while let Some(waiting) = store::first_waiting(tx, slot.id)? {
            if !offers::actions::take_place(tx, now, offer, slot.id)? {
                break;
            }
            promote(tx, now, offer, waiting, slot)?;
        }
    }
    Ok(())
}

fn promote(tx: &mut Tx<'_>, now: Instant, offer: &Offer, waiting: Interest, slot: &Slot) -> Result<()> {
    debug_assert_eq!(offer.id, waiting.offer);
    let after = waiting.promote(slot, now)?;
    store::save(tx, &after)?;
    jobs::enqueue(tx, now, &Task::PlaceFreedLetter { interest: after.id.uuid() })?;
    push::actions::tell(tx, now, after.person, &News::Freed { interest: after.id.uuid() })?;
    jobs::enqueue(tx, now, &Task::InterestReceivedLetter { interest: after.id.uuid() })?;
    tell(tx, now, journal::Kind::InterestSent, &after)
}

/// Promises a letter of a kind of which several may say the same: once for each message, by a key by which they find each other.
fn letter(tx: &mut Tx<'_>, now: Instant, task: &Task) -> Result<()> {
    match together::key(task) {
        Some(key) => jobs::enqueue_once(tx, now, task, &key),
        None => jobs::enqueue(tx, now, task),
    }
}

fn tell(tx: &mut Tx<'_>, now: Instant, kind: journal::Kind, interest: &Interest) -> Result<()> {
    let event = Event::new(kind).offer(interest.offer.uuid()).platform(interest.platform.uuid());
    journal::record(tx, now, &event.person(interest.person.uuid())).map(drop)
}
