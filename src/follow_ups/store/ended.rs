//! Everything that is kept of a person's follow-ups, those that have ended too: for her own eyes.

use crate::db::schema::{account, advisor, follow_up, follow_up_step, follow_up_training, mandate, service};
use crate::db::{Conn, Error, Result};
use crate::each;
use crate::follow_ups::store::Reader;
use crate::follow_ups::store::rows::{StepRow, TrainingRow};
use crate::follow_ups::{EndReason, FollowUp, MandateKind, NextStep, Training};
use crate::kernel::{Id, Instant};
use crate::people::Person;
use diesel::prelude::*;

/// A follow-up that has ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// Key.
    pub id: Id<FollowUp>,
    /// The last referent.
    pub referent: String,
    /// Where the referent worked.
    pub service: String,
    /// Its phone.
    pub phone: String,
    /// Since when.
    pub started_at: Instant,
    /// Until when.
    pub ended_at: Instant,
    /// Why.
    pub reason: EndReason,
    /// What was written of the way.
    pub summary: String,
}

type Row = (Id<FollowUp>, String, String, String, Instant, Option<Instant>, Option<String>, String);

/// A person's follow-ups that have ended, the latest first.
///
/// # Errors
/// What the database says.
pub fn ended(conn: &mut Conn, person: Id<Person>) -> Result<Vec<Ended>> {
    let rows: Vec<Row> = each!(conn, |c| follow_up::table
        .inner_join(advisor::table.on(advisor::id.eq(follow_up::referent_id)))
        .inner_join(account::table.on(account::id.eq(advisor::id)))
        .inner_join(service::table.on(service::id.eq(advisor::service_id)))
        .filter(follow_up::person_id.eq(person))
        .filter(follow_up::ended_at.is_not_null())
        .order((follow_up::ended_at.desc(), follow_up::id))
        .select((
            follow_up::id,
            account::name,
            service::name,
            service::phone,
            follow_up::started_at,
            follow_up::ended_at,
            follow_up::end_reason,
            follow_up::summary
        ))
        .load(c))?;
    let read = |(id, referent, service, phone, started_at, ended_at, reason, summary): Row| {
        let wrong = |column| Error::corrupt("follow_up", id, column);
        Ok(Ended {
            id,
            referent,
            service,
            phone,
            started_at,
            ended_at: ended_at.ok_or_else(|| wrong("ended_at"))?,
            reason: reason.as_deref().and_then(EndReason::parse).ok_or_else(|| wrong("end_reason"))?,
            summary,
        })
    };
    rows.into_iter().map(read).collect()
}

/// Every step of a follow-up, and when it took place if that was noted; the oldest first.
///
/// # Errors
/// What the database says.
pub fn steps_of(conn: &mut Conn, of: Id<FollowUp>) -> Result<Vec<(NextStep, Option<Instant>)>> {
    let rows: Vec<(StepRow, Option<Instant>)> = each!(conn, |c| follow_up_step::table
        .filter(follow_up_step::follow_up_id.eq(of))
        .order((follow_up_step::at, follow_up_step::id))
        .select((StepRow::as_select(), follow_up_step::done_at))
        .load(c))?;
    rows.into_iter().map(|(row, done)| Ok((row.read()?, done))).collect()
}

/// Every training of a follow-up, the oldest first.
///
/// # Errors
/// What the database says.
pub fn trainings_of(conn: &mut Conn, of: Id<FollowUp>) -> Result<Vec<Training>> {
    let rows: Vec<TrainingRow> = each!(conn, |c| follow_up_training::table
        .filter(follow_up_training::follow_up_id.eq(of))
        .order((follow_up_training::starts_at.is_null(), follow_up_training::starts_at, follow_up_training::id))
        .select(TrainingRow::as_select())
        .load(c))?;
    rows.into_iter().map(TrainingRow::read).collect()
}

type ReaderRow = (String, String, String, Instant, Option<Instant>);

/// Everyone who may or might open her file, since when and until when, as long as it is kept; the oldest first.
///
/// # Errors
/// What the database says.
pub fn mandates_of(conn: &mut Conn, person: Id<Person>) -> Result<Vec<Reader>> {
    let rows: Vec<ReaderRow> = each!(conn, |c| mandate::table
        .inner_join(advisor::table.on(advisor::id.eq(mandate::advisor_id)))
        .inner_join(account::table.on(account::id.eq(advisor::id)))
        .inner_join(service::table.on(service::id.eq(advisor::service_id)))
        .filter(mandate::person_id.eq(person))
        .order((mandate::from_at, mandate::id))
        .select((account::name, service::name, mandate::kind, mandate::from_at, mandate::until_at))
        .load(c))?;
    let read = |(name, service, kind, from, until): ReaderRow| {
        let kind = MandateKind::parse(&kind).ok_or_else(|| Error::corrupt("mandate", &name, "kind"))?;
        Ok(Reader { name, service, kind, from, until })
    };
    rows.into_iter().map(read).collect()
}
