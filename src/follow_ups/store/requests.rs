//! Advisors who ask a person whether they may follow her, as rows: hers to read, until they are forgotten.

use crate::db::schema::{account, advisor, referent_request, service};
use crate::db::{Conn, Result, Tx};
use crate::each;
use crate::follow_ups::Advisor;
use crate::kernel::{Id, Instant, retention};
use crate::people::Person;
use diesel::prelude::*;

/// An advisor who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Who asks.
    pub advisor: Id<Advisor>,
    /// Name.
    pub name: String,
    /// Where.
    pub service: String,
    /// Since when.
    pub asked_at: Instant,
}

/// Keeps a request; tells whether it is a new one.
///
/// # Errors
/// What the database says.
pub fn insert(tx: &mut Tx<'_>, now: Instant, person: Id<Person>, by: Id<Advisor>) -> Result<bool> {
    let values = (
        referent_request::person_id.eq(person),
        referent_request::advisor_id.eq(by),
        referent_request::asked_at.eq(now),
    );
    let kept =
        each!(tx, |c| diesel::insert_into(referent_request::table).values(values).on_conflict_do_nothing().execute(c))?;
    Ok(kept == 1)
}

/// Those who ask a person, the longest first; who has left asks no more.
///
/// # Errors
/// What the database says.
pub fn of_person(conn: &mut Conn, person: Id<Person>) -> Result<Vec<Request>> {
    let rows: Vec<(Id<Advisor>, String, String, Instant)> = each!(conn, |c| referent_request::table
        .inner_join(advisor::table.on(advisor::id.eq(referent_request::advisor_id)))
        .inner_join(account::table.on(account::id.eq(advisor::id)))
        .inner_join(service::table.on(service::id.eq(advisor::service_id)))
        .filter(referent_request::person_id.eq(person))
        .filter(advisor::left_at.is_null())
        .order((referent_request::asked_at, referent_request::advisor_id))
        .select((advisor::id, account::name, service::name, referent_request::asked_at))
        .load(c))?;
    let read = |(advisor, name, service, asked_at)| Request { advisor, name, service, asked_at };
    Ok(rows.into_iter().map(read).collect())
}

/// Forgets all that a person was asked.
///
/// # Errors
/// What the database says.
pub fn forget(tx: &mut Tx<'_>, person: Id<Person>) -> Result<()> {
    let hers = referent_request::table.filter(referent_request::person_id.eq(person));
    each!(tx, |c| diesel::delete(hers).execute(c))?;
    Ok(())
}

/// Forgets what was asked long ago (I15): without her answer nothing changes.
///
/// # Errors
/// What the database says.
pub fn sweep(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let old = referent_request::table.filter(referent_request::asked_at.le(retention::REQUEST.before(now)));
    Ok(each!(tx, |c| diesel::delete(old).execute(c))?)
}
