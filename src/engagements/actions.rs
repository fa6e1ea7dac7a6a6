//! Agreeing, and undoing what was agreed; telling the people at work what a label decision means for them, first (I8).

use crate::db::{Result, Tx};
use crate::engagements::month::Month;
use crate::engagements::{Engagement, store};
use crate::follow_ups::{self, Mandate, SpokenAct};
use crate::interests::actions::together;
use crate::interests::{self, Interest};
use crate::jobs::{self, News, Task};
use crate::journal::{self, Event};
use crate::kernel::{Id, Instant};
use crate::labels::{self, Kind, LabelDecision};
use crate::offers::{self, Offer, State as OfferState};
use crate::people::{self, Herself, LetterKind};
use crate::platforms::Platform;
use crate::push;
use crate::referrals;
use chrono::TimeDelta;
use std::collections::BTreeSet;

/// How long before a slot she is reminded of it.
const REMINDED: TimeDelta = TimeDelta::hours(24);
/// What was agreed later than this before the slot was just written about: it needs no reminder.
const FRESH: TimeDelta = TimeDelta::hours(36);

/// The platform says yes: the work is agreed. Nothing new is agreed without a label in force (G1).
///
/// # Errors
/// `interest-not-open`, `label-not-active`; `NotFound`.
pub fn accept(tx: &mut Tx<'_>, now: Instant, platform: Id<Platform>, id: Id<Interest>) -> Result<Engagement> {
    interests::actions::addressed_to(tx, platform, id)?;
    labels::store::of_platform(tx, platform)?.require_active(now)?;
    let accepted = interests::actions::accept(tx, now, platform, id)?;
    let engagement = Engagement::agree(&accepted, now)?;
    store::insert(tx, &engagement)?;
    let event = Event::new(journal::Kind::EngagementAgreed).offer(accepted.offer.uuid()).platform(platform.uuid());
    journal::record(tx, now, &event.person(accepted.person.uuid()))?;
    Ok(engagement)
}

/// She takes her interest back, agreed or not, without a reason; the platform is told when it counted on her.
///
/// # Errors
/// `interest-not-open`; `NotFound`.
pub fn take_back(tx: &mut Tx<'_>, now: Instant, who: Herself, id: Id<Interest>) -> Result<Interest> {
    let was_agreed = matches!(interests::actions::own(tx, who, id)?.state, interests::State::Accepted { .. });
    let interest = interests::actions::take_back(tx, now, who, id)?;
    released(tx, now, &interest, was_agreed)?;
    Ok(interest)
}

/// The same at her asking, of what was sent for her: she has no address. The words that were read to her are kept.
///
/// # Errors
/// `interest-not-open`, `slot-begun`.
pub fn take_back_for(tx: &mut Tx<'_>, now: Instant, held: &Mandate, sent: Interest, wording: &str) -> Result<Interest> {
    let was_agreed = matches!(sent.state, interests::State::Accepted { .. });
    let interest = interests::actions::aloud::take_back(tx, now, sent)?;
    released(tx, now, &interest, was_agreed)?;
    follow_ups::actions::acts::done(tx, now, held, SpokenAct::TakenBack, Some(interest.offer), wording)?;
    Ok(interest)
}

/// The platform is told that the place is free, when it counted on her.
fn released(tx: &mut Tx<'_>, now: Instant, interest: &Interest, was_agreed: bool) -> Result<()> {
    if !was_agreed {
        return Ok(());
    }
    store::set_not_done(tx, interest.id)?;
    let place = Some((interest.offer.uuid(), interest.slot.uuid()));
    jobs::enqueue(tx, now, &Task::PlaceReleasedLetter { interest: interest.id.uuid(), place })
}

/// After an offer or some of its slots ended: closes what was proposed, cancels what hung on what does not take place.
///
/// # Errors
/// What the database says.
pub fn settle_ended(tx: &mut Tx<'_>, now: Instant, id: Id<Offer>) -> Result<()> {
    let offer = offers::store::by_id(tx, id)?;
    referrals::actions::close_with_offer(tx, now, &offer)?;
    let withdrawn = matches!(offer.state, OfferState::Withdrawn { .. });
    for interest in interests::store::live_of_offer(tx, id)? {
        let cancelled = match offer.slot(interest.slot) {
            None => true,
            Some(slot) => withdrawn && slot.starts_at > now,
        };
        if cancelled {
            let ended = interests::actions::cancel(tx, now, interest)?;
            store::set_not_done(tx, ended.id)?;
        }
    }
    interests::actions::move_up(tx, now, &offer)
}

/// Promises the letters of a label decision: to the people at work first, to the platform last. After a reinstatement the
/// waiting lists move up again.
///
/// # Errors
/// What the database says.
pub fn tell_label(tx: &mut Tx<'_>, now: Instant, id: Id<LabelDecision>) -> Result<()> {
    let decision = labels::store::decision(tx, id)?;
    if matches!(decision.kind, Kind::Suspended | Kind::Reinstated | Kind::Withdrawn) {
        for interest in interests::store::live_of_platform(tx, now, decision.platform)? {
            let task = Task::LabelPersonLetter { decision: id.uuid(), interest: interest.id.uuid() };
            if let Some(key) = together::key(&task) {
                jobs::enqueue_once(tx, now, &task, &key)?;
            }
            let news = News::Label { decision: id.uuid(), interest: interest.id.uuid() };
            push::actions::tell(tx, now, interest.person, &news)?;
        }
    }
    if decision.kind == Kind::Reinstated {
        // In one order everywhere: the same work whatever else happened.
        let waited: BTreeSet<Id<Offer>> =
            interests::store::live_of_platform(tx, now, decision.platform)?.into_iter().map(|i| i.offer).collect();
        for id in waited {
            let offer = offers::store::by_id(tx, id)?;
            interests::actions::move_up(tx, now, &offer)?;
        }
    }
    jobs::enqueue_once(tx, now, &Task::LabelPlatformLetter { decision: id.uuid() }, &format!("label-platform:{id}"))
}

/// Promises a reminder of each slot that begins within a day: once, not of what was just agreed, not to who stopped them.
///
/// # Errors
/// What the database says.
pub fn remind_slots(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let due = store::due_slots(tx, now, now + REMINDED)?;
    for slot in &due {
        let first = store::note_slot(tx, now, slot.interest)?;
        let fresh = slot.agreed_at > slot.starts_at - FRESH;
        if first && !fresh && !people::store::stopped_letters(tx, slot.person)?.contains(&LetterKind::SlotReminder) {
            let task = Task::SlotReminderLetter { interest: slot.interest.uuid() };
            jobs::enqueue_once(tx, now, &task, &format!("slot-reminder:{}", slot.interest))?;
        }
    }
    Ok(due.len())
}

/// Promises the letter of the month whose time to declare has come, to each who worked in it: once, not to who stopped it.
///
/// # Errors
/// What the database says.
pub fn remind_months(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let Some(month) = Month::due(now) else { return Ok(0) };
    let word = month.word();
    let due = store::due_months(tx, &word, month.span(), now)?;
    for (number, person) in (0_i64..).zip(&due) {
        let first = store::note_month(tx, now, *person, &word)?;
        if first && !people::store::stopped_letters(tx, *person)?.contains(&LetterKind::MonthlyRecap) {
            let task = Task::MonthlyRecapLetter { person: person.uuid(), month: word.clone() };
            // Ten a second: who signs in at that hour does not wait behind everyone's letter.
            let at = now + TimeDelta::seconds(number / 10);
            jobs::enqueue_once(tx, at, &task, &format!("monthly-recap:{person}:{word}"))?;
        }
    }
    Ok(due.len())
}
