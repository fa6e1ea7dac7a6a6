//! Posting, changing and ending missions. Posting again what is already there changes nothing but its freshness.

use crate::db::{Error, Result, Tx};
use crate::jobs::{self, Task};
use crate::journal::{self, Event};
use crate::kernel::{Email, Id, Instant, RuleError};
use crate::labels;
use crate::offers::check::{Dates, Draft, check};
use crate::offers::store::Report;
use crate::offers::{Offer, Slot, State, Terms, store};
use crate::platforms::{self, Platform};
use chrono::TimeDelta;

/// A report is answered within this time.
const REPORT_ANSWER: TimeDelta = TimeDelta::days(7);

/// What a posting did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Posted {
    /// A new offer.
    Created,
    /// An offer that changed.
    Changed,
    /// Nothing new; it counts as a pulse.
    Unchanged,
}

/// Posts an offer under the platform's own reference: new, changed, or confirmed.
///
/// # Errors
/// `label-not-active`, `reference-invalid`, `terms-held`, and every rule of [`check`].
pub fn post(
    tx: &mut Tx<'_>,
    now: Instant,
    platform: Id<Platform>,
    reference: &str,
    draft: &Draft,
) -> Result<(Offer, Posted)> {
    let label = labels::store::of_platform(tx, platform)?.require_active(now)?;
    reference_is_usable(reference)?;
    let (terms, dates) = check(draft, now).map_err(Error::Rules)?;
    match store::by_reference(tx, platform, reference)? {
        None => {
            let offer = fresh(platform, reference, terms, &dates, now).publish(&label, now)?;
            store::insert(tx, now, &offer)?;
            tell(tx, now, &offer)?;
            Ok((offer, Posted::Created))
        }
        Some(before) => {
            let slots = matched(tx, now, &before, &dates)?;
            let same =
                before.terms == terms && before.slots == slots && matches!(before.state, State::Published { .. });
            if same {
                let offer = before.publish(&label, now)?;
                store::confirm(tx, offer.id, now)?;
                tell(tx, now, &offer)?;
                return Ok((offer, Posted::Unchanged));
            }
            // What was agreed is not changed under people's feet: another mission is posted instead (I8).
            let held = slots.iter().any(|slot| slot.taken > 0 && slot.ends_at > now);
            if held && !terms.keeps(&before.terms) {
                return Err(RuleError::conflict("terms-held").into());
            }
            let offer = Offer { terms, slots, version: before.version + 1, ..before.clone() }.publish(&label, now)?;
            store::replace(tx, now, &offer)?;
            tell(tx, now, &offer)?;
            // Slots may be gone, or have more places: what hangs on them follows.
            jobs::enqueue(tx, now, &Task::OfferEnded { offer: offer.id.uuid() })?;
            Ok((offer, Posted::Changed))
        }
    }
}

fn reference_is_usable(reference: &str) -> Result<()> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.:".contains(c);
    if (1..=100).contains(&reference.len()) && reference.chars().all(plain) {
        return Ok(());
    }
    Err(RuleError::invalid("reference-invalid").on("reference").into())
}

fn fresh(platform: Id<Platform>, reference: &str, terms: Terms, dates: &Dates, now: Instant) -> Offer {
    Offer {
        id: Id::make(),
        platform,
        reference: reference.to_owned(),
        version: 1,
        state: State::Draft,
        terms,
        slots: dates.iter().map(|d| new_slot(*d)).collect(),
        confirmed_at: now,
        masked_at: None,
    }
}

fn new_slot((starts_at, ends_at, places): (Instant, Instant, u32)) -> Slot {
    Slot { id: Id::make(), starts_at, ends_at, places, taken: 0 }
}

/// The slots of a changed offer: those with the same dates keep their key and the places already taken.
fn matched(tx: &mut Tx<'_>, now: Instant, before: &Offer, dates: &Dates) -> Result<Vec<Slot>> {
    let dropped = store::dropped_slots(tx, before.id)?;
    let mut slots = Vec::with_capacity(dates.len());
    for (i, (start, end, places)) in dates.iter().enumerate() {
        let known = before.slots.iter().chain(&dropped).find(|s| s.starts_at == *start && s.ends_at == *end);
        let slot = known.map_or_else(|| new_slot((*start, *end, *places)), |s| Slot { places: *places, ..*s });
        if slot.taken > slot.places {
            return Err(RuleError::conflict("places-below-taken")
                .on(format!("slots[{i}].places"))
                .with("taken", slot.taken)
                .into());
        }
        slots.push(slot);
    }
    // What has begun is a fact: leaving it out of a new posting does not undo it (I8).
    let begun: Vec<Slot> =
        before.slots.iter().filter(|s| s.starts_at <= now && slots.iter().all(|k| k.id != s.id)).copied().collect();
    slots.extend(begun);
    slots.sort_by_key(|s| (s.starts_at, s.id));
    Ok(slots)
}

/// Takes an offer back.
///
/// # Errors
/// `NotFound`, `offer-already-ended`.
pub fn withdraw(tx: &mut Tx<'_>, now: Instant, platform: Id<Platform>, reference: &str) -> Result<Offer> {
    let before = store::by_reference(tx, platform, reference)?.ok_or(Error::NotFound)?;
    end(tx, now, Offer { version: before.version + 1, ..before.withdraw(now)? })
}

/// Ends the offers whose last slot has begun; tells how many.
///
/// # Errors
/// What the database says.
pub fn expire_due(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let due = store::run_out(tx, now, 500)?;
    for id in &due {
        let before = store::by_id(tx, *id)?;
        end(tx, now, Offer { version: before.version + 1, ..before.expire(now)? })?;
    }
    Ok(due.len())
}

fn end(tx: &mut Tx<'_>, now: Instant, offer: Offer) -> Result<Offer> {
    store::replace(tx, now, &offer)?;
    tell(tx, now, &offer)?;
    jobs::enqueue(tx, now, &Task::OfferEnded { offer: offer.id.uuid() })?;
    Ok(offer)
}

/// The platform says that all its offers are still true.
///
/// # Errors
/// What the database says.
pub fn pulse(tx: &mut Tx<'_>, now: Instant, platform: Id<Platform>) -> Result<()> {
    platforms::store::pulse(tx, platform, now)?;
    journal::record(tx, now, &Event::new(journal::Kind::PlatformPulsed).platform(platform.uuid()))?;
    Ok(())
}

/// Takes a place, or tells that none is left.
///
/// # Errors
/// What the database says.
pub fn take_place(tx: &mut Tx<'_>, now: Instant, offer: &Offer, slot: Id<Slot>) -> Result<bool> {
    let taken = store::take_place(tx, slot, now)?;
    if taken {
        tell(tx, now, offer)?;
    }
    Ok(taken)
}

/// Gives a place back.
///
/// # Errors
/// What the database says.
pub fn free_place(tx: &mut Tx<'_>, now: Instant, offer: &Offer, slot: Id<Slot>) -> Result<()> {
    store::free_place(tx, slot)?;
    tell(tx, now, offer)
}

/// Reports an offer, with or without an address to answer to.
///
/// # Errors
/// `text-missing`, `text-too-long`, `email-invalid`; `NotFound`.
pub fn report(tx: &mut Tx<'_>, now: Instant, id: Id<Offer>, message: &str, email: &str) -> Result<Report> {
    let message = written(message, "message")?;
    let email = if email.trim().is_empty() { None } else { Some(Email::parse(email)?) };
    let offer = store::by_id(tx, id)?;
    let new = Report {
        id: Id::make(),
        offer: id,
        message,
        email,
        created_at: now,
        due_at: now + REPORT_ANSWER,
        answer: None,
    };
    store::insert_report(tx, &new)?;
    journal::record(
        tx,
        now,
        &Event::new(journal::Kind::OfferReported).offer(id.uuid()).platform(offer.platform.uuid()),
    )?;
    Ok(new)
}

/// Answers a report, once; who left an address is written to.
///
/// # Errors
/// `text-missing`, `text-too-long`, `report-answered`; `NotFound`.
pub fn answer_report(tx: &mut Tx<'_>, now: Instant, id: Id<Report>, answer: &str) -> Result<()> {
    let (answer, report) = (written(answer, "reponse")?, store::report(tx, id)?);
    if !store::answer_report(tx, now, id, &answer)? {
        return Err(RuleError::conflict("report-answered").on("reponse").into());
    }
    match report.email {
        Some(_) => jobs::enqueue(tx, now, &Task::ReportAnsweredLetter { report: id.uuid() }),
        None => Ok(()),
    }
}

/// A text of at most two thousand characters.
fn written(text: &str, field: &str) -> std::result::Result<String, RuleError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(RuleError::invalid("text-missing").on(field));
    }
    if text.chars().count() > 2_000 {
        return Err(RuleError::invalid("text-too-long").on(field).with("max", 2_000));
    }
    Ok(text.to_owned())
}

fn tell(tx: &mut Tx<'_>, now: Instant, offer: &Offer) -> Result<()> {
    let event = Event::new(journal::Kind::OfferChanged).offer(offer.id.uuid()).platform(offer.platform.uuid());
    journal::record(tx, now, &event).map(drop)
}
