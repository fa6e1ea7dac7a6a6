//! Services, advisors, mandates and follow-ups as rows.

pub mod acts;
mod ended;
pub mod figures;
mod hers;
pub mod hours;
pub mod left;
pub mod mandates;
pub mod members;
mod reads;
pub mod requests;
mod rows;
pub mod unheld;
pub mod way;
pub mod words;

use crate::db::schema::{advisor, file_look, follow_up, follow_up_step, follow_up_training, mandate, service};
use crate::db::{Result, Tx};
use crate::each;
use crate::follow_ups::{Advisor, FollowUp, MandateKind, NextStep, Service, Training};
use crate::kernel::{Id, Instant};
use crate::people::Person;
use diesel::prelude::*;

pub use ended::{Ended, ended, mandates_of, steps_of, trainings_of};
pub use hers::{Reader, TABLES, is_or_was_followed, readers, sweep_ended, sweep_looks, sweep_mandates};
pub use reads::{advisor_by_id, follow_up_of, follow_ups_of, followed, looked_since, looks_at, mandate, portfolio};

/// Adds a service.
///
/// # Errors
/// What the database says.
pub fn insert_service(tx: &mut Tx<'_>, new: &Service) -> Result<()> {
    let values = (
        service::id.eq(new.id),
        service::name.eq(&new.name),
        service::kind.eq(new.kind.as_str()),
        service::phone.eq(&new.phone),
        service::convention_from.eq(new.convention_from),
    );
    each!(tx, |c| diesel::insert_into(service::table).values(values).execute(c))?;
    Ok(())
}

/// Adds an advisor; the account exists already.
///
/// # Errors
/// What the database says.
pub fn insert_advisor(tx: &mut Tx<'_>, id: Id<Advisor>, at: Id<Service>) -> Result<()> {
    let values = (advisor::id.eq(id), advisor::service_id.eq(at));
    each!(tx, |c| diesel::insert_into(advisor::table).values(values).execute(c))?;
    Ok(())
}

/// Opens a mandate.
///
/// # Errors
/// What the database says.
pub fn insert_mandate(
    tx: &mut Tx<'_>,
    now: Instant,
    who: Id<Advisor>,
    person: Id<Person>,
    kind: MandateKind,
) -> Result<()> {
    let values = (
        mandate::id.eq(Id::<MandateKind>::make()),
        mandate::person_id.eq(person),
        mandate::advisor_id.eq(who),
        mandate::kind.eq(kind.as_str()),
        mandate::from_at.eq(now),
    );
    each!(tx, |c| diesel::insert_into(mandate::table).values(values).execute(c))?;
    Ok(())
}

/// Opens a follow-up.
///
/// # Errors
/// `Conflict` when the person has an active one.
pub fn insert_follow_up(
    tx: &mut Tx<'_>,
    now: Instant,
    person: Id<Person>,
    referent: Id<Advisor>,
) -> Result<Id<FollowUp>> {
    let id = Id::make();
    let values = (
        follow_up::id.eq(id),
        follow_up::person_id.eq(person),
        follow_up::referent_id.eq(referent),
        follow_up::started_at.eq(now),
    );
    each!(tx, |c| diesel::insert_into(follow_up::table).values(values).execute(c))?;
    Ok(id)
}

/// Adds a next step.
///
/// # Errors
/// What the database says.
pub fn insert_step(tx: &mut Tx<'_>, id: Id<FollowUp>, step: &NextStep) -> Result<()> {
    let values = (
        follow_up_step::id.eq(step.id),
        follow_up_step::follow_up_id.eq(id),
        follow_up_step::kind.eq(step.kind.as_str()),
        follow_up_step::title.eq(step.title.trim()),
        follow_up_step::place.eq(step.place.trim()),
        follow_up_step::at.eq(step.at),
    );
    each!(tx, |c| diesel::insert_into(follow_up_step::table).values(values).execute(c))?;
    Ok(())
}

/// Adds a training.
///
/// # Errors
/// What the database says.
pub fn insert_training(tx: &mut Tx<'_>, id: Id<FollowUp>, training: &Training) -> Result<()> {
    let values = (
        follow_up_training::id.eq(training.id),
        follow_up_training::follow_up_id.eq(id),
        follow_up_training::stage.eq(training.stage.as_str()),
        follow_up_training::title.eq(training.title.trim()),
        follow_up_training::provider.eq(training.provider.trim()),
        follow_up_training::funding.eq(training.funding.trim()),
        follow_up_training::starts_at.eq(training.starts_at),
        follow_up_training::ends_at.eq(training.ends_at),
    );
    each!(tx, |c| diesel::insert_into(follow_up_training::table).values(values).execute(c))?;
    Ok(())
}

/// Notes that an advisor looked at a person's file.
///
/// # Errors
/// What the database says.
pub fn insert_look(tx: &mut Tx<'_>, now: Instant, who: Id<Advisor>, person: Id<Person>) -> Result<()> {
    let values = (
        file_look::id.eq(Id::<Advisor>::make()),
        file_look::person_id.eq(person),
        file_look::advisor_id.eq(who),
        file_look::at.eq(now),
    );
    each!(tx, |c| diesel::insert_into(file_look::table).values(values).execute(c))?;
    Ok(())
}
