//! Reading follow-ups. A person is found only through a mandate that holds now (I16).

use crate::accounts::Account;
use crate::db::schema::{account, advisor, file_look, follow_up, follow_up_ending, follow_up_step, follow_up_training};
use crate::db::schema::{mandate, service};
use crate::db::{Conn, Error, Result};
use crate::each;
use crate::follow_ups::store::rows::{StepRow, TrainingRow};
use crate::follow_ups::{
    Advisor, EndReason, Ending, FollowUp, Followed, Mandate, MandateKind, NextStep, Service, ServiceKind, Training,
};
use crate::kernel::{Id, Instant, RuleError};
use crate::people::Person;
use diesel::prelude::*;
use std::collections::HashMap;

type AdvisorRow = (Id<Advisor>, String, String, Id<Service>, String, String, String, Option<Instant>);

fn read_advisor(row: AdvisorRow) -> Result<Advisor> {
    let (id, name, email, service, service_name, kind, phone, convention_from) = row;
    let kind = ServiceKind::parse(&kind).ok_or_else(|| Error::corrupt("service", service, "kind"))?;
    Ok(Advisor { id, name, email, service: Service { id: service, name: service_name, kind, phone, convention_from } })
}

fn advisors(conn: &mut Conn, ids: &[Id<Advisor>]) -> Result<HashMap<Id<Advisor>, Advisor>> {
    let rows: Vec<AdvisorRow> = each!(conn, |c| advisor::table
        .inner_join(account::table.on(account::id.eq(advisor::id)))
        .inner_join(service::table.on(service::id.eq(advisor::service_id)))
        .filter(advisor::id.eq_any(ids))
        .select((
            advisor::id,
            account::name,
            account::email.assume_not_null(),
            service::id,
            service::name,
            service::kind,
            service::phone,
            service::convention_from
        ))
        .load(c))?;
    rows.into_iter().map(|row| read_advisor(row).map(|a| (a.id, a))).collect()
}

/// The advisor behind an account.
///
/// # Errors
/// `NotFound`.
pub fn advisor_by_id(conn: &mut Conn, id: Id<Account>) -> Result<Advisor> {
    let id: Id<Advisor> = Id::from_uuid(id.uuid());
    advisors(conn, &[id])?.remove(&id).ok_or(Error::NotFound)
}

/// The proof that an advisor may see a person now, to be read in the transaction of the act that it allows. Who never
/// followed her is not even told that she exists.
///
/// # Errors
/// `mandate-ended` for who followed her and does no more; `NotFound`.
pub fn mandate(conn: &mut Conn, now: Instant, who: Id<Advisor>, person: Id<Person>) -> Result<Mandate> {
    let known: Vec<(Option<Instant>, String)> = each!(conn, |c| mandate::table
        .filter(mandate::advisor_id.eq(who))
        .filter(mandate::person_id.eq(person))
        .filter(mandate::from_at.le(now))
        .select((mandate::until_at, mandate::kind))
        .load(c))?;
    if known.is_empty() {
        return Err(Error::NotFound);
    }
    let held = known.iter().filter(|(end, _)| end.is_none_or(|end| end > now));
    // The referent who also stands in for somebody is the referent.
    let kinds: Vec<MandateKind> = held.filter_map(|(_, kind)| MandateKind::parse(kind)).collect();
    let kind = kinds.iter().copied().find(|k| *k == MandateKind::Referent).or_else(|| kinds.first().copied());
    match kind {
        Some(kind) => Ok(Mandate { advisor: who, person, kind }),
        None => Err(RuleError::forbidden("mandate-ended").into()),
    }
}

/// The people whom an advisor may see now.
///
/// # Errors
/// What the database says.
pub fn portfolio(conn: &mut Conn, now: Instant, who: Id<Advisor>) -> Result<Vec<Id<Person>>> {
    Ok(each!(conn, |c| mandate::table
        .filter(mandate::advisor_id.eq(who))
        .filter(mandate::from_at.le(now))
        .filter(mandate::until_at.is_null().or(mandate::until_at.gt(now)))
        .select(mandate::person_id)
        .distinct()
        .order(mandate::person_id)
        .load(c))?)
}

/// The people whom an advisor may see now, and in what quality.
///
/// # Errors
/// What the database says.
pub fn followed(conn: &mut Conn, now: Instant, who: Id<Advisor>) -> Result<HashMap<Id<Person>, Followed>> {
    let rows: Vec<(Id<Person>, String, Option<Instant>)> = each!(conn, |c| mandate::table
        .filter(mandate::advisor_id.eq(who))
        .filter(mandate::from_at.le(now))
        .filter(mandate::until_at.is_null().or(mandate::until_at.gt(now)))
        .select((mandate::person_id, mandate::kind, mandate::until_at))
        .load(c))?;
    let mut out: HashMap<Id<Person>, Followed> = HashMap::with_capacity(rows.len());
    for (person, kind, until) in rows {
        let kind = MandateKind::parse(&kind).ok_or_else(|| Error::corrupt("mandate", person, "kind"))?;
        // The referent who also stands in for somebody is the referent; of two covers, the longer.
        let new = Followed { kind, until };
        let known = out.entry(person).or_insert(new);
        let longer = until.is_none() || known.until.is_some_and(|end| until > Some(end));
        if kind == MandateKind::Referent || (known.kind == MandateKind::Cover && longer) {
            *known = new;
        }
    }
    Ok(out)
}

/// The active follow-up of a person; `None` when there is none.
///
/// # Errors
/// What the database says.
pub fn follow_up_of(conn: &mut Conn, now: Instant, person: Id<Person>) -> Result<Option<FollowUp>> {
    Ok(follow_ups_of(conn, now, &[person])?.remove(&person))
}

type FollowUpRow = (Id<FollowUp>, Id<Person>, Id<Advisor>, Instant, Option<Instant>, String);

/// The active follow-ups of some people.
///
/// # Errors
/// What the database says.
pub fn follow_ups_of(conn: &mut Conn, now: Instant, people: &[Id<Person>]) -> Result<HashMap<Id<Person>, FollowUp>> {
    let rows: Vec<FollowUpRow> = each!(conn, |c| follow_up::table
        .filter(follow_up::person_id.eq_any(people))
        .filter(follow_up::ended_at.is_null())
        .select((
            follow_up::id,
            follow_up::person_id,
            follow_up::referent_id,
            follow_up::started_at,
            follow_up::ended_at,
            follow_up::summary
        ))
        .load(c))?;
    let ids: Vec<Id<FollowUp>> = rows.iter().map(|r| r.0).collect();
    let referents: Vec<Id<Advisor>> = rows.iter().map(|r| r.2).collect();
    let referents = advisors(conn, &referents)?;
    let mut steps = steps(conn, now, &ids)?;
    let mut trainings = trainings(conn, now, &ids)?;
    let mut endings = endings(conn, &ids)?;
    let holding = super::unheld::held(conn, now, people)?;
    let whole = |(id, person, referent, started_at, ended_at, summary): FollowUpRow| {
        let referent =
            referents.get(&referent).cloned().ok_or_else(|| Error::corrupt("follow_up", id, "referent_id"))?;
        let next_step = steps.remove(&id);
        let trainings = trainings.remove(&id).unwrap_or_default();
        let ending = endings.remove(&id);
        let held = holding.contains(&person);
        let follow_up =
            FollowUp { id, person, referent, held, started_at, ended_at, next_step, trainings, summary, ending };
        Ok((person, follow_up))
    };
    rows.into_iter().map(whole).collect()
}

/// The soonest step to come of each.
fn steps(conn: &mut Conn, now: Instant, ids: &[Id<FollowUp>]) -> Result<HashMap<Id<FollowUp>, NextStep>> {
    let rows: Vec<(Id<FollowUp>, StepRow)> = each!(conn, |c| follow_up_step::table
        .filter(follow_up_step::follow_up_id.eq_any(ids))
        .filter(follow_up_step::done_at.is_null())
        .filter(follow_up_step::at.gt(now))
        .order((follow_up_step::at.desc(), follow_up_step::id))
        .select((follow_up_step::follow_up_id, StepRow::as_select()))
        .load(c))?;
    rows.into_iter().map(|(of, row)| Ok((of, row.read()?))).collect()
}

/// What is not over.
fn trainings(conn: &mut Conn, now: Instant, ids: &[Id<FollowUp>]) -> Result<HashMap<Id<FollowUp>, Vec<Training>>> {
    let rows: Vec<(Id<FollowUp>, TrainingRow)> = each!(conn, |c| follow_up_training::table
        .filter(follow_up_training::follow_up_id.eq_any(ids))
        .filter(follow_up_training::ends_at.is_null().or(follow_up_training::ends_at.gt(now)))
        .order((follow_up_training::starts_at.is_null(), follow_up_training::starts_at, follow_up_training::id))
        .select((follow_up_training::follow_up_id, TrainingRow::as_select()))
        .load(c))?;
    let mut out: HashMap<Id<FollowUp>, Vec<Training>> = HashMap::new();
    for (of, row) in rows {
        out.entry(of).or_default().push(row.read()?);
    }
    Ok(out)
}

type EndingRow = (Id<FollowUp>, String, Instant, Option<Instant>, Instant);

/// Ends that wait for an agreement.
fn endings(conn: &mut Conn, ids: &[Id<FollowUp>]) -> Result<HashMap<Id<FollowUp>, Ending>> {
    let rows: Vec<EndingRow> = each!(conn, |c| follow_up_ending::table
        .filter(follow_up_ending::follow_up_id.eq_any(ids))
        .select((
            follow_up_ending::follow_up_id,
            follow_up_ending::reason,
            follow_up_ending::asked_at,
            follow_up_ending::told_at,
            follow_up_ending::due_at
        ))
        .load(c))?;
    let read = |(id, reason, asked_at, told_at, due_at): EndingRow| {
        let reason = EndReason::parse(&reason).ok_or_else(|| Error::corrupt("follow_up_ending", id, "reason"))?;
        Ok((id, Ending { reason, asked_at, told_at, due_at }))
    };
    rows.into_iter().map(read).collect()
}

/// Who looked at a person's file, latest first.
///
/// # Errors
/// What the database says.
pub fn looks_at(conn: &mut Conn, person: Id<Person>, limit: i64) -> Result<Vec<(String, Instant)>> {
    Ok(each!(conn, |c| file_look::table
        .inner_join(account::table.on(account::id.eq(file_look::advisor_id)))
        .filter(file_look::person_id.eq(person))
        .order((file_look::at.desc(), file_look::id))
        .limit(limit)
        .select((account::name, file_look::at))
        .load(c))?)
}

/// Whether the holder of a mandate looked at the file since an instant.
///
/// # Errors
/// What the database says.
pub fn looked_since(conn: &mut Conn, held: &Mandate, since: Instant) -> Result<bool> {
    let looks: i64 = each!(conn, |c| file_look::table
        .filter(file_look::person_id.eq(held.person()))
        .filter(file_look::advisor_id.eq(held.advisor()))
        .filter(file_look::at.ge(since))
        .count()
        .get_result(c))?;
    Ok(looks > 0)
}
