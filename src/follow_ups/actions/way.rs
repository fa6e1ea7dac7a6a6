//! What an advisor writes in a follow-up, always with a mandate, and the end of it. Every end is put to the
//! person first, in the same words and for the same time, whatever she does elsewhere: its referent learns nothing (I3). Nothing
//! here knows of a mission; whether work is under way is told from outside, when an end would take effect by itself (G3).

use crate::db::{Conn, Error, Result, Tx};
use crate::follow_ups::{
    Contact, Course, EndReason, Ending, FollowUp, Mandate, NextStep, Service, SpokenAct, Stage, Training, plan, store,
};
use crate::jobs::{self, Task};
use crate::journal::{self, Event};
use crate::kernel::{Id, Instant, RuleError};
use crate::people::{self, Herself, Person};

/// The active follow-up of the person whom a mandate is about.
pub(super) fn active(tx: &mut Tx<'_>, now: Instant, person: Id<Person>) -> Result<FollowUp> {
    let none = || RuleError::conflict("follow-up-over");
    Ok(store::follow_up_of(tx, now, person)?.ok_or_else(none)?)
}

pub(super) fn told(tx: &mut Tx<'_>, now: Instant, mandate: &Mandate) -> Result<()> {
    let event = Event::new(journal::Kind::FollowUpChanged).person(mandate.person().uuid());
    journal::record(tx, now, &event.by(mandate.advisor().uuid())).map(drop)
}

/// Sets the next step, in place of the one that the writer read, if there was one.
///
/// # Errors
/// What [`NextStep::check`] says; `step-changed` when a colleague was faster; `follow-up-over`.
pub fn set_step(
    tx: &mut Tx<'_>,
    now: Instant,
    mandate: &Mandate,
    step: &NextStep,
    read: Option<Id<NextStep>>,
) -> Result<()> {
    step.check(now)?;
    let follow_up = active(tx, now, mandate.person())?;
    still(&follow_up, read)?;
    match read {
        Some(id) => store::way::change_step(tx, id, step)?,
        None => store::insert_step(tx, follow_up.id, step)?,
    }
    store::way::step_known(tx, follow_up.id)?;
    told(tx, now, mandate)
}

/// The next step took place.
///
/// # Errors
/// `step-changed` when a colleague was faster; `follow-up-over`.
pub fn step_done(tx: &mut Tx<'_>, now: Instant, mandate: &Mandate, read: Id<NextStep>) -> Result<()> {
    let follow_up = active(tx, now, mandate.person())?;
    still(&follow_up, Some(read))?;
    store::way::step_done(tx, now, read)?;
    told(tx, now, mandate)
}

fn still(follow_up: &FollowUp, read: Option<Id<NextStep>>) -> Result<()> {
    if follow_up.next_step.as_ref().map(|s| s.id) == read {
        return Ok(());
    }
    Err(RuleError::conflict("step-changed").on("etape-quoi").into())
}

/// Notes a training.
///
/// # Errors
/// What [`Training::check`] says; `follow-up-over`.
pub fn add_training(tx: &mut Tx<'_>, now: Instant, mandate: &Mandate, training: &Training) -> Result<()> {
    training.check()?;
    let follow_up = active(tx, now, mandate.person())?;
    store::insert_training(tx, follow_up.id, training)?;
    told(tx, now, mandate)
}

/// How far a training is now, and when it starts if it had no date; `None` takes it out.
///
/// # Errors
/// `NotFound` when it is not hers; `training-undated`, `training-inverted`, `follow-up-over`.
pub fn move_training(
    tx: &mut Tx<'_>,
    now: Instant,
    mandate: &Mandate,
    id: Id<Training>,
    stage: Option<(Stage, Option<Instant>)>,
) -> Result<()> {
    let follow_up = active(tx, now, mandate.person())?;
    let known = follow_up.trainings.into_iter().find(|t| t.id == id).ok_or(Error::NotFound)?;
    match stage {
        Some((stage, starts_at)) => {
            let moved = Training { stage, starts_at: known.starts_at.or(starts_at), ..known };
            moved.check()?;
            store::way::move_training(tx, id, stage, moved.starts_at)?;
        }
        None => store::way::drop_training(tx, id)?,
    }
    told(tx, now, mandate)
}

/// Notes a contact that was held.
///
/// # Errors
/// What [`Contact::check`] says; `follow-up-over`.
pub fn note_contact(tx: &mut Tx<'_>, now: Instant, mandate: &Mandate, contact: &Contact) -> Result<()> {
    contact.check(now)?;
    let follow_up = active(tx, now, mandate.person())?;
    store::way::insert_contact(tx, follow_up.id, contact)?;
    told(tx, now, mandate)
}

/// Writes the shared summary, over the one that the writer read.
///
/// # Errors
/// `text-too-long`; `summary-changed` when a colleague was faster; `follow-up-over`.
pub fn write_summary(tx: &mut Tx<'_>, now: Instant, mandate: &Mandate, text: &str, read: &str) -> Result<()> {
    plan::check_summary(text)?;
    let follow_up = active(tx, now, mandate.person())?;
    if mark(&follow_up.summary) != read {
        return Err(RuleError::conflict("summary-changed").on("resume").into());
    }
    store::way::set_summary(tx, follow_up.id, text)?;
    told(tx, now, mandate)
}

/// What tells one summary from another in a form.
#[must_use]
pub fn mark(summary: &str) -> String {
    crate::kernel::secret::hex(&crate::kernel::secret::sha256(summary)[..8])
}

/// The referent asks for the end of the follow-up: it is put to her, in her space and by letter.
///
/// # Errors
/// `mandate-not-referent`, `follow-up-over`, `end-asked-already`.
pub fn end(tx: &mut Tx<'_>, now: Instant, mandate: &Mandate, reason: EndReason) -> Result<()> {
    mandate.referent()?;
    let follow_up = active(tx, now, mandate.person())?;
    if follow_up.ending.is_some() {
        return Err(RuleError::conflict("end-asked-already").into());
    }
    if people::store::by_id(tx, mandate.person())?.email.is_none() {
        store::way::set_ending(tx, follow_up.id, &Ending::to_say(reason, now))?;
    } else {
        store::way::set_ending(tx, follow_up.id, &Ending::asked(reason, now))?;
        jobs::enqueue(tx, now, &Task::FollowUpEndLetter { person: mandate.person().uuid() })?;
    }
    told(tx, now, mandate)
}

/// It was said to who has no address that the end is proposed, in the first of these words: her time to think begins. Or, that
/// time being over, that it takes effect, in the second: it does then, and not before it was said to her, nor while something
/// goes on for her.
///
/// # Errors
/// `follow-up-over`; `NotFound` when no end is asked for.
pub fn end_said(
    tx: &mut Tx<'_>,
    now: Instant,
    mandate: &Mandate,
    wordings: [&str; 2],
    goes_on: impl Fn(&mut Conn, Instant, Id<Person>) -> Result<bool>,
) -> Result<()> {
    let follow_up = active(tx, now, mandate.person())?;
    let ending = follow_up.ending.ok_or(Error::NotFound)?;
    // A colleague was faster: it was said, once. Who has an address by now is written to.
    if !people::store::by_id(tx, mandate.person())?.email.is_none() {
        return Ok(());
    }
    if ending.told_at.is_none() {
        store::way::set_ending(tx, follow_up.id, &ending.told(now))?;
        return super::acts::done(tx, now, mandate, SpokenAct::EndTold, None, wordings[0]);
    }
    if now < ending.due_at || goes_on(tx, now, mandate.person())? {
        return Ok(());
    }
    super::acts::done(tx, now, mandate, SpokenAct::EndTold, None, wordings[1])?;
    close(tx, now, &follow_up, ending.reason)?;
    told(tx, now, mandate)
}

/// Who has an address by now is written to, and her time to think begins; tells how many.
///
/// # Errors
/// What the database says.
pub fn write_ends(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let people = store::way::ends_to_write(tx)?;
    for person in &people {
        let follow_up = active(tx, now, *person)?;
        let Some(ending) = follow_up.ending else { continue };
        store::way::set_ending(tx, follow_up.id, &ending.told(now))?;
        jobs::enqueue(tx, now, &Task::FollowUpEndLetter { person: person.uuid() })?;
    }
    Ok(people.len())
}

/// The referent asks no more for the end.
///
/// # Errors
/// `mandate-not-referent`, `follow-up-over`.
pub fn keep_on(tx: &mut Tx<'_>, now: Instant, mandate: &Mandate) -> Result<()> {
    mandate.referent()?;
    let follow_up = active(tx, now, mandate.person())?;
    store::way::clear_ending(tx, follow_up.id)?;
    told(tx, now, mandate)
}

/// She prefers to go on: the end waits longer, once. Nobody is told, and nothing is noted but the date.
///
/// # Errors
/// `follow-up-over`; `NotFound` when no end was asked for.
pub fn rather_go_on(tx: &mut Tx<'_>, now: Instant, who: Herself) -> Result<()> {
    let follow_up = active(tx, now, who.id())?;
    let ending = follow_up.ending.ok_or(Error::NotFound)?;
    store::way::set_ending(tx, follow_up.id, &ending.longer())
}

/// She agrees to the end that was asked for. Without her answer it takes effect by itself, later.
///
/// # Errors
/// `follow-up-over`; `NotFound` when no end was asked for.
pub fn agree_to_end(tx: &mut Tx<'_>, now: Instant, who: Herself) -> Result<()> {
    let follow_up = active(tx, now, who.id())?;
    let ending = follow_up.ending.ok_or(Error::NotFound)?;
    close(tx, now, &follow_up, ending.reason)?;
    let event = Event::new(journal::Kind::FollowUpChanged).person(who.id().uuid()).by(who.id().uuid());
    journal::record(tx, now, &event).map(drop)
}

/// Ends the follow-ups whose date is over, but for those that go on for now, as of people at work: until the work is done. She is
/// told; tells how many ended. Who has no address is told by who follows her, and it ends then ([`end_said`]).
///
/// # Errors
/// What the database says.
pub fn end_due(
    tx: &mut Tx<'_>,
    now: Instant,
    goes_on: impl Fn(&mut Conn, Instant, Id<Person>) -> Result<bool>,
) -> Result<usize> {
    let mut ended = 0;
    for person in store::way::ends_due(tx, now)? {
        let follow_up = active(tx, now, person)?;
        let Some(ending) = follow_up.ending else { continue };
        if people::store::by_id(tx, person)?.email.is_none() || goes_on(tx, now, person)? {
            continue;
        }
        close(tx, now, &follow_up, ending.reason)?;
        jobs::enqueue(tx, now, &Task::FollowUpEndedLetter { person: person.uuid() })?;
        journal::record(tx, now, &Event::new(journal::Kind::FollowUpChanged).person(person.uuid()))?;
        ended += 1;
    }
    Ok(ended)
}

/// Ends the follow-up, and with it every mandate: nobody sees her file any more.
pub(super) fn close(tx: &mut Tx<'_>, now: Instant, follow_up: &FollowUp, reason: EndReason) -> Result<()> {
    store::way::clear_ending(tx, follow_up.id)?;
    store::way::end_follow_up(tx, now, follow_up.id, reason)?;
    store::way::end_mandates(tx, now, follow_up.person)
}

/// Keeps a training at hand for the whole service.
///
/// # Errors
/// What [`Course::check`] says; `courses-full`, `course-known`.
pub fn add_course(tx: &mut Tx<'_>, new: &Course) -> Result<()> {
    new.check()?;
    let known = store::way::courses(tx, new.service)?;
    if known.len() >= COURSES_MAX {
        return Err(RuleError::invalid("courses-full").with("max", COURSES_MAX).on("titre").into());
    }
    if known.iter().any(|course| course.title == new.title.trim()) {
        return Err(RuleError::invalid("course-known").on("titre").into());
    }
    store::way::insert_course(tx, new)
}

/// Trainings that a service keeps at hand.
pub const COURSES_MAX: usize = 100;

/// Takes a training out of those at hand.
///
/// # Errors
/// `NotFound` when this service keeps none of this title.
pub fn drop_course(tx: &mut Tx<'_>, service: Id<Service>, title: &str) -> Result<()> {
    store::way::drop_course(tx, service, title)
}

/// Tells each referent whose people have come to be without a next step, once each time; tells how many people.
///
/// # Errors
/// What the database says.
pub fn tell_stepless(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let lapsed = store::way::lapsed(tx, now)?;
    for (follow_up, referent) in &lapsed {
        store::way::stepless_told(tx, now, *follow_up)?;
        let key = format!("stepless-letter:{referent}");
        jobs::enqueue_once(tx, now, &Task::SteplessLetter { advisor: referent.uuid() }, &key)?;
    }
    Ok(lapsed.len())
}
