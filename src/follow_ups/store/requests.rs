//! Advisors who ask a person whether they may follow her, as rows: hers to read, until they are forgotten.

use crate::db::schema::{account, address_ask, advisor, referent_request, service};
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

/// Whether an advisor added this address since an instant, whatever became of it.
///
/// # Errors
/// What the database says.
pub fn asked_since(conn: &mut Conn, by: Id<Advisor>, address_hash: &[u8], since: Instant) -> Result<bool> {
    let asked: i64 = each!(conn, |c| address_ask::table
        .find((by, address_hash))
        .filter(address_ask::asked_at.gt(since))
        .count()
        .get_result(c))?;
    Ok(asked > 0)
}

/// Notes that an advisor added this address.
///
/// # Errors
/// What the database says.
pub fn note_ask(tx: &mut Tx<'_>, now: Instant, by: Id<Advisor>, address_hash: &[u8]) -> Result<()> {
    let key = (address_ask::advisor_id.eq(by), address_ask::address_hash.eq(address_hash));
    each!(tx, |c| diesel::insert_into(address_ask::table)
        .values((key, address_ask::asked_at.eq(now)))
        .on_conflict((address_ask::advisor_id, address_ask::address_hash))
        .do_update()
        .set(address_ask::asked_at.eq(now))
        .execute(c))?;
    Ok(())
}

/// Forgets what was added long ago (I15).
///
/// # Errors
/// What the database says.
pub fn sweep_asks(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let old = address_ask::table.filter(address_ask::asked_at.le(retention::REQUEST.before(now)));
    Ok(each!(tx, |c| diesel::delete(old).execute(c))?)
}
