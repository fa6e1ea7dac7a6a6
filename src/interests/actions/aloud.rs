//! A letter that cannot be sent, for its reader has no address: when it is about something that an advisor sent for her, who
//! follows her tells her. What did not go through an advisor stays hers (G2). Nothing of a follow-up is written (G3).

use crate::db::{Conn, Error, Result, Tx};
use crate::follow_ups::Mandate;
use crate::interests::{About, Interest, SpokenNews, store};
use crate::jobs::{Job, Task};
use crate::journal::{self, Event};
use crate::kernel::{Id, Instant};
use crate::labels::LabelDecision;
use crate::people;

/// What a letter tells about something that was sent; `None` for every other letter.
fn told(task: &Task) -> Option<(About, Id<Interest>, Option<Id<LabelDecision>>)> {
    let (about, interest, decision) = match task {
        Task::InterestSentLetter { interest } => (About::Waiting, interest, None),
        Task::InterestAnsweredLetter { interest } => (About::Answered, interest, None),
        Task::PlaceFreedLetter { interest } => (About::Freed, interest, None),
        Task::OfferEndedLetter { interest } => (About::Ended, interest, None),
        Task::SlotReminderLetter { interest } => (About::Reminder, interest, None),
        Task::LabelPersonLetter { decision, interest } => (About::Label, interest, Some(Id::from_uuid(*decision))),
        _ => return None,
    };
    Some((about, Id::from_uuid(*interest), decision))
}

/// The letter that says the same, as long as there is something to say.
#[must_use]
pub fn letter(news: &SpokenNews) -> Task {
    let interest = news.interest.uuid();
    match (news.about, news.decision) {
        (About::Waiting, _) => Task::InterestSentLetter { interest },
        (About::Freed, _) => Task::PlaceFreedLetter { interest },
        (About::Ended, _) => Task::OfferEndedLetter { interest },
        (About::Reminder, _) => Task::SlotReminderLetter { interest },
        (About::Label, Some(decision)) => Task::LabelPersonLetter { decision: decision.uuid(), interest },
        (About::Answered | About::Label, _) => Task::InterestAnsweredLetter { interest },
    }
}

/// Keeps, for who follows her, what a letter could not tell her.
///
/// # Errors
/// What the database says.
pub fn keep(tx: &mut Tx<'_>, now: Instant, job: &Job) -> Result<()> {
    let Some((about, id, decision)) = told(&job.task) else { return Ok(()) };
    let interest = match store::by_id(tx, id) {
        Err(Error::NotFound) => return Ok(()),
        other => other?,
    };
    if !store::aloud::passed_through_an_advisor(tx, id)? {
        return Ok(());
    }
    match about {
        // What came before is true no more, and would hide what is.
        About::Answered | About::Freed | About::Ended => store::aloud::forget_before(tx, id)?,
        // What is still to be told says it all.
        About::Reminder if store::aloud::waits(tx, id)? => return Ok(()),
        _ => {}
    }
    let key = Id::from_uuid(job.id.uuid());
    store::aloud::insert(tx, &SpokenNews { id: key, person: interest.person, interest: id, about, decision, at: now })
}

/// What an advisor sent for a person who has no address, of which she agreed that it is told to her by who follows her.
///
/// # Errors
/// `NotFound` when it is not hers, or did not go through an advisor; or once she has an address: she does it herself.
pub fn sent_for(conn: &mut Conn, held: &Mandate, id: Id<Interest>) -> Result<Interest> {
    let sent = store::by_id(conn, id)?;
    let hers = sent.person == held.person() && people::store::by_id(conn, sent.person)?.email.is_none();
    let told = hers && store::aloud::passed_through_an_advisor(conn, id)?;
    if told { Ok(sent) } else { Err(Error::NotFound) }
}

/// It is taken back because she asks who follows her to, by word of mouth.
///
/// # Errors
/// `interest-not-open`, `slot-begun`.
pub fn take_back(tx: &mut Tx<'_>, now: Instant, before: Interest) -> Result<Interest> {
    let after = super::give_back(tx, now, before)?;
    // Nothing of it is to be told any more.
    store::aloud::forget_before(tx, after.id)?;
    Ok(after)
}

/// It was told to her. She reads who said it and when, as for all that is done for her.
///
/// # Errors
/// `NotFound` when it is not hers.
pub fn said(tx: &mut Tx<'_>, now: Instant, held: &Mandate, id: Id<SpokenNews>) -> Result<()> {
    // A colleague was faster: it was said, once.
    if !store::aloud::say(tx, now, id, held.person(), held.advisor())? {
        return Ok(());
    }
    let event = Event::new(journal::Kind::ActedFor).person(held.person().uuid()).by(held.advisor().uuid());
    journal::record(tx, now, &event).map(drop)
}
