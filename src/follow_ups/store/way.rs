//! The next step, training, contacts, summary and end of a follow-up, as rows.

use crate::db::schema::{account, follow_up, follow_up_contact, follow_up_ending, follow_up_step, follow_up_training};
use crate::db::schema::{mandate as mandates, service_course};
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::follow_ups::{
    Advisor, Channel, Contact, Course, EndReason, Ending, FollowUp, NextStep, Service, Stage, Training,
};
use crate::kernel::{Id, Instant};
use crate::people::Person;
use diesel::prelude::*;

/// Changes a step.
///
/// # Errors
/// What the database says.
pub fn change_step(tx: &mut Tx<'_>, id: Id<NextStep>, step: &NextStep) -> Result<()> {
    // A key of its own: who still reads the one before is told that it changed.
    let set = (
        follow_up_step::id.eq(step.id),
        follow_up_step::kind.eq(step.kind.as_str()),
        follow_up_step::title.eq(step.title.trim()),
        follow_up_step::place.eq(step.place.trim()),
        follow_up_step::at.eq(step.at),
    );
    each!(tx, |c| diesel::update(follow_up_step::table.find(id)).set(set).execute(c))?;
    Ok(())
}

/// Notes that a step took place.
///
/// # Errors
/// What the database says.
pub fn step_done(tx: &mut Tx<'_>, now: Instant, id: Id<NextStep>) -> Result<()> {
    let set = follow_up_step::done_at.eq(Some(now));
    each!(tx, |c| diesel::update(follow_up_step::table.find(id)).set(set).execute(c))?;
    Ok(())
}

/// There is a next step again: if it lapses, the referent is told anew.
///
/// # Errors
/// What the database says.
pub fn step_known(tx: &mut Tx<'_>, id: Id<FollowUp>) -> Result<()> {
    let set = follow_up::stepless_told_at.eq(None::<Instant>);
    each!(tx, |c| diesel::update(follow_up::table.find(id)).set(set).execute(c))?;
    Ok(())
}

/// Notes that the referent was told.
///
/// # Errors
/// What the database says.
pub fn stepless_told(tx: &mut Tx<'_>, now: Instant, id: Id<FollowUp>) -> Result<()> {
    let set = follow_up::stepless_told_at.eq(Some(now));
    each!(tx, |c| diesel::update(follow_up::table.find(id)).set(set).execute(c))?;
    Ok(())
}

/// Active follow-ups that had steps, have none to come, and whose referent was not told since.
///
/// # Errors
/// What the database says.
pub fn lapsed(conn: &mut Conn, now: Instant) -> Result<Vec<(Id<FollowUp>, Id<Advisor>)>> {
    let of_it = follow_up_step::table.filter(follow_up_step::follow_up_id.eq(follow_up::id));
    let to_come = of_it.filter(follow_up_step::done_at.is_null()).filter(follow_up_step::at.gt(now));
    Ok(each!(conn, |c| follow_up::table
        .filter(follow_up::ended_at.is_null())
        .filter(follow_up::stepless_told_at.is_null())
        .filter(diesel::dsl::exists(of_it))
        .filter(diesel::dsl::not(diesel::dsl::exists(to_come)))
        .order(follow_up::id)
        .select((follow_up::id, follow_up::referent_id))
        .load(c))?)
}

/// How far a training is now.
///
/// # Errors
/// What the database says.
pub fn move_training(tx: &mut Tx<'_>, id: Id<Training>, stage: Stage, starts_at: Option<Instant>) -> Result<()> {
    let set = (follow_up_training::stage.eq(stage.as_str()), follow_up_training::starts_at.eq(starts_at));
    each!(tx, |c| diesel::update(follow_up_training::table.find(id)).set(set).execute(c))?;
    Ok(())
}

/// Takes a training out.
///
/// # Errors
/// What the database says.
pub fn drop_training(tx: &mut Tx<'_>, id: Id<Training>) -> Result<()> {
    each!(tx, |c| diesel::delete(follow_up_training::table.find(id)).execute(c))?;
    Ok(())
}

/// Adds a contact.
///
/// # Errors
/// What the database says.
pub fn insert_contact(tx: &mut Tx<'_>, of: Id<FollowUp>, new: &Contact) -> Result<()> {
    let values = (
        follow_up_contact::id.eq(new.id),
        follow_up_contact::follow_up_id.eq(of),
        follow_up_contact::advisor_id.eq(new.advisor),
        follow_up_contact::channel.eq(new.channel.as_str()),
        follow_up_contact::note.eq(new.note.trim()),
        follow_up_contact::at.eq(new.at),
    );
    each!(tx, |c| diesel::insert_into(follow_up_contact::table).values(values).execute(c))?;
    Ok(())
}

type ContactRow = (Id<Contact>, Id<Advisor>, String, String, Instant, String);

/// The contacts of a follow-up, latest first, each with the advisor's name.
///
/// # Errors
/// What the database says.
pub fn contacts(conn: &mut Conn, of: Id<FollowUp>, limit: i64) -> Result<Vec<(Contact, String)>> {
    let rows: Vec<ContactRow> = each!(conn, |c| follow_up_contact::table
        .inner_join(account::table.on(account::id.eq(follow_up_contact::advisor_id)))
        .filter(follow_up_contact::follow_up_id.eq(of))
        .order((follow_up_contact::at.desc(), follow_up_contact::id.desc()))
        .limit(limit)
        .select((
            follow_up_contact::id,
            follow_up_contact::advisor_id,
            follow_up_contact::channel,
            follow_up_contact::note,
            follow_up_contact::at,
            account::name
        ))
        .load(c))?;
    let read = |(id, advisor, channel, note, at, name): ContactRow| {
        let channel = Channel::parse(&channel).ok_or_else(|| Error::corrupt("follow_up_contact", id, "channel"))?;
        Ok((Contact { id, advisor, channel, note, at }, name))
    };
    rows.into_iter().map(read).collect()
}

/// Writes the shared summary.
///
/// # Errors
/// What the database says.
pub fn set_summary(tx: &mut Tx<'_>, id: Id<FollowUp>, text: &str) -> Result<()> {
    each!(tx, |c| diesel::update(follow_up::table.find(id)).set(follow_up::summary.eq(text)).execute(c))?;
    Ok(())
}

/// Notes that an end is put to her.
///
/// # Errors
/// What the database says.
pub fn set_ending(tx: &mut Tx<'_>, id: Id<FollowUp>, ending: &Ending) -> Result<()> {
    let set = (
        follow_up_ending::reason.eq(ending.reason.as_str()),
        follow_up_ending::asked_at.eq(ending.asked_at),
        follow_up_ending::told_at.eq(ending.told_at),
        follow_up_ending::due_at.eq(ending.due_at),
    );
    each!(tx, |c| diesel::insert_into(follow_up_ending::table)
        .values((follow_up_ending::follow_up_id.eq(id), set))
        .on_conflict(follow_up_ending::follow_up_id)
        .do_update()
        .set(set)
        .execute(c))?;
    Ok(())
}

/// People with an address whose follow-up is to end by itself, its date being over; of the others it ends when that is said.
///
/// # Errors
/// What the database says.
pub fn ends_due(conn: &mut Conn, now: Instant) -> Result<Vec<Id<Person>>> {
    Ok(each!(conn, |c| follow_up_ending::table
        .inner_join(follow_up::table.on(follow_up::id.eq(follow_up_ending::follow_up_id)))
        .inner_join(account::table.on(account::id.eq(follow_up::person_id)))
        .filter(follow_up::ended_at.is_null())
        .filter(account::email.is_not_null())
        .filter(follow_up_ending::told_at.is_not_null())
        .filter(follow_up_ending::due_at.le(now))
        .order(follow_up::person_id)
        .select(follow_up::person_id)
        .load(c))?)
}

/// People to whom the end of their follow-up is still to be said, and who have an address by now.
///
/// # Errors
/// What the database says.
pub fn ends_to_write(conn: &mut Conn) -> Result<Vec<Id<Person>>> {
    Ok(each!(conn, |c| follow_up_ending::table
        .inner_join(follow_up::table.on(follow_up::id.eq(follow_up_ending::follow_up_id)))
        .inner_join(account::table.on(account::id.eq(follow_up::person_id)))
        .filter(follow_up::ended_at.is_null())
        .filter(follow_up_ending::told_at.is_null())
        .filter(account::email.is_not_null())
        .order(follow_up::person_id)
        .select(follow_up::person_id)
        .load(c))?)
}

/// No end waits any more.
///
/// # Errors
/// What the database says.
pub fn clear_ending(tx: &mut Tx<'_>, id: Id<FollowUp>) -> Result<()> {
    each!(tx, |c| diesel::delete(follow_up_ending::table.find(id)).execute(c))?;
    Ok(())
}

/// Ends a follow-up.
///
/// # Errors
/// What the database says.
pub fn end_follow_up(tx: &mut Tx<'_>, now: Instant, id: Id<FollowUp>, reason: EndReason) -> Result<()> {
    let set = (follow_up::ended_at.eq(Some(now)), follow_up::end_reason.eq(Some(reason.as_str())));
    each!(tx, |c| diesel::update(follow_up::table.find(id)).set(set).execute(c))?;
    Ok(())
}

/// Ends every mandate on a person: what began at this very instant never was.
///
/// # Errors
/// What the database says.
pub fn end_mandates(tx: &mut Tx<'_>, now: Instant, person: Id<Person>) -> Result<()> {
    let hers = mandates::table.filter(mandates::person_id.eq(person));
    each!(tx, |c| diesel::delete(hers.filter(mandates::from_at.ge(now))).execute(c))?;
    let held = hers.filter(mandates::until_at.is_null().or(mandates::until_at.gt(now)));
    each!(tx, |c| diesel::update(held).set(mandates::until_at.eq(Some(now))).execute(c))?;
    Ok(())
}

type CourseRow = (Id<Course>, Id<Service>, String, String, String);

/// The trainings that a service keeps at hand, by title.
///
/// # Errors
/// What the database says.
pub fn courses(conn: &mut Conn, of: Id<Service>) -> Result<Vec<Course>> {
    let rows: Vec<CourseRow> = each!(conn, |c| service_course::table
        .filter(service_course::service_id.eq(of))
        .order((service_course::title, service_course::id))
        .select((
            service_course::id,
            service_course::service_id,
            service_course::title,
            service_course::provider,
            service_course::funding
        ))
        .load(c))?;
    let read = |(id, service, title, provider, funding): CourseRow| Course { id, service, title, provider, funding };
    Ok(rows.into_iter().map(read).collect())
}

/// Keeps a training at hand.
///
/// # Errors
/// What the database says.
pub fn insert_course(tx: &mut Tx<'_>, new: &Course) -> Result<()> {
    let values = (
        service_course::id.eq(new.id),
        service_course::service_id.eq(new.service),
        service_course::title.eq(new.title.trim()),
        service_course::provider.eq(new.provider.trim()),
        service_course::funding.eq(new.funding.trim()),
    );
    each!(tx, |c| diesel::insert_into(service_course::table).values(values).execute(c))?;
    Ok(())
}

/// Takes a training out of those at hand.
///
/// # Errors
/// `NotFound` when this service keeps none of this title.
pub fn drop_course(tx: &mut Tx<'_>, of: Id<Service>, title: &str) -> Result<()> {
    let own = service_course::table.filter(service_course::service_id.eq(of)).filter(service_course::title.eq(title));
    let gone = each!(tx, |c| diesel::delete(own).execute(c))?;
    if gone == 0 { Err(Error::NotFound) } else { Ok(()) }
}
