//! What a service and its advisors do. The only writer of the `follow_up*` tables (I2).

pub mod acts;
pub mod answers;
pub mod asked;
pub mod hours;
pub mod mandates;
pub mod requests;
pub mod service;
pub mod unheld;
pub mod way;

use crate::accounts::{self, Account, Role};
use crate::db::{Result, Tx};
use crate::follow_ups::{Advisor, FollowUp, Mandate, MandateKind, NextStep, Service, Training, store};
use crate::journal::{self, Event};
use crate::kernel::{Email, Id, Instant, Lang};
use crate::people::Person;
use chrono::{NaiveTime, TimeZone};
use chrono_tz::Europe::Paris;

/// Adds a service.
///
/// # Errors
/// What the database says.
pub fn open_service(tx: &mut Tx<'_>, service: &Service) -> Result<()> {
    store::insert_service(tx, service)
}

/// Adds an advisor and the account.
///
/// # Errors
/// `email-taken`.
pub fn register_advisor(
    tx: &mut Tx<'_>,
    now: Instant,
    name: &str,
    email: &Email,
    at: Id<Service>,
) -> Result<Id<Advisor>> {
    let id: Id<Account> = Id::make();
    let account = Account { id, role: Role::Advisor, email: email.clone(), name: name.to_owned(), language: Lang::Fr };
    accounts::actions::register(tx, now, &account)?;
    let advisor = Id::from_uuid(id.uuid());
    store::insert_advisor(tx, advisor, at)?;
    Ok(advisor)
}

/// An advisor takes a person over: mandate and follow-up begin together.
///
/// # Errors
/// `Conflict` when the person is followed already.
pub fn take_over(tx: &mut Tx<'_>, now: Instant, who: Id<Advisor>, person: Id<Person>) -> Result<Id<FollowUp>> {
    store::insert_mandate(tx, now, who, person, MandateKind::Referent)?;
    store::insert_follow_up(tx, now, person, who)
}

/// Sets a next step, for those who make a world.
///
/// # Errors
/// What the database says.
pub fn plan_step(tx: &mut Tx<'_>, id: Id<FollowUp>, step: &NextStep) -> Result<()> {
    store::insert_step(tx, id, step)
}

/// Notes a training, for those who make a world.
///
/// # Errors
/// What the database says.
pub fn note_training(tx: &mut Tx<'_>, id: Id<FollowUp>, training: &Training) -> Result<()> {
    store::insert_training(tx, id, training)
}

/// Notes, for the person, that her file was looked at (I16): once a day for each reader. What counts is her page, a sheet, a
/// letter to her or a file that leaves: there her commune and her hours stand. Lists show her name and what comes next only.
///
/// # Errors
/// What the database says.
pub fn note_look(tx: &mut Tx<'_>, now: Instant, mandate: &Mandate) -> Result<()> {
    if store::looked_since(tx, mandate, today(now))? {
        return Ok(());
    }
    store::insert_look(tx, now, mandate.advisor(), mandate.person())?;
    let event = Event::new(journal::Kind::FileLooked).person(mandate.person().uuid()).by(mandate.advisor().uuid());
    journal::record(tx, now, &event).map(drop)
}

/// The first instant of the day in Paris.
fn today(now: Instant) -> Instant {
    let midnight = now.with_timezone(&Paris).date_naive().and_time(NaiveTime::MIN);
    Paris.from_local_datetime(&midnight).earliest().map_or(now, |at| at.to_utc().into())
}
