//! Advisors as members of their service, and its convention, as rows.

use crate::db::schema::{account, advisor, follow_up, mandate, service};
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::follow_ups::{Advisor, FollowUp, Manager, Service};
use crate::kernel::{Id, Instant};
use crate::people::Person;
use diesel::prelude::*;

/// The proof that an advisor runs his service.
///
/// # Errors
/// `NotFound` for any other.
pub fn manager(conn: &mut Conn, who: Id<Advisor>) -> Result<Manager> {
    let service = each!(conn, |c| advisor::table
        .find(who)
        .filter(advisor::manager.eq(true))
        .filter(advisor::left_at.is_null())
        .select(advisor::service_id)
        .first(c))?;
    Ok(Manager { advisor: who, service })
}

/// The name of a service.
///
/// # Errors
/// `NotFound`.
pub fn service_name(conn: &mut Conn, id: Id<Service>) -> Result<String> {
    Ok(each!(conn, |c| service::table.find(id).select(service::name).first(c))?)
}

/// Whether an advisor runs his service.
///
/// # Errors
/// What the database says.
pub fn runs(conn: &mut Conn, who: Id<Advisor>) -> Result<bool> {
    match manager(conn, who) {
        Ok(_) => Ok(true),
        Err(Error::NotFound) => Ok(false),
        Err(other) => Err(other),
    }
}

/// Whether an advisor has left.
///
/// # Errors
/// `NotFound`.
pub fn has_left(conn: &mut Conn, who: Id<Advisor>) -> Result<bool> {
    let left: Option<Instant> = each!(conn, |c| advisor::table.find(who).select(advisor::left_at).first(c))?;
    Ok(left.is_some())
}

/// A member of a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Key.
    pub id: Id<Advisor>,
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
    /// Whether she runs the service.
    pub manager: bool,
}

/// The members who still work there, by name.
///
/// # Errors
/// What the database says.
pub fn members(conn: &mut Conn, of: Id<Service>) -> Result<Vec<Member>> {
    let rows: Vec<(Id<Advisor>, String, String, bool)> = each!(conn, |c| advisor::table
        .inner_join(account::table.on(account::id.eq(advisor::id)))
        .filter(advisor::service_id.eq(of))
        .filter(advisor::left_at.is_null())
        .order((account::name, advisor::id))
        .select((advisor::id, account::name, account::email.assume_not_null(), advisor::manager))
        .load(c))?;
    Ok(rows.into_iter().map(|(id, name, email, manager)| Member { id, name, email, manager }).collect())
}

/// Makes a member run the service, or not.
///
/// # Errors
/// What the database says.
pub fn set_manager(tx: &mut Tx<'_>, who: Id<Advisor>, yes: bool) -> Result<()> {
    each!(tx, |c| diesel::update(advisor::table.find(who)).set(advisor::manager.eq(yes)).execute(c))?;
    Ok(())
}

/// A member leaves: nothing of hers is open any more.
///
/// # Errors
/// What the database says.
pub fn leave(tx: &mut Tx<'_>, now: Instant, who: Id<Advisor>) -> Result<()> {
    let set = (advisor::left_at.eq(Some(now)), advisor::manager.eq(false));
    each!(tx, |c| diesel::update(advisor::table.find(who)).set(set).execute(c))?;
    let hers = mandate::table.filter(mandate::advisor_id.eq(who));
    each!(tx, |c| diesel::delete(hers.filter(mandate::from_at.ge(now))).execute(c))?;
    let held = hers.filter(mandate::until_at.is_null().or(mandate::until_at.gt(now)));
    each!(tx, |c| diesel::update(held).set(mandate::until_at.eq(Some(now))).execute(c))?;
    Ok(())
}

/// Since when the convention on salaried missions holds.
///
/// # Errors
/// What the database says.
pub fn set_convention(tx: &mut Tx<'_>, of: Id<Service>, from: Option<Instant>) -> Result<()> {
    each!(tx, |c| diesel::update(service::table.find(of)).set(service::convention_from.eq(from)).execute(c))?;
    Ok(())
}

/// Advisors with people, whose letter of the week has not been promised since; and whether one was before.
///
/// # Errors
/// What the database says.
pub fn digests_due(conn: &mut Conn, monday: Instant) -> Result<Vec<(Id<Advisor>, bool)>> {
    let hers = mandate::table.filter(mandate::advisor_id.eq(advisor::id)).filter(mandate::until_at.is_null());
    let rows: Vec<(Id<Advisor>, Option<Instant>)> = each!(conn, |c| advisor::table
        .filter(advisor::digest_stopped_at.is_null())
        .filter(advisor::left_at.is_null())
        .filter(advisor::digest_at.is_null().or(advisor::digest_at.lt(monday)))
        .filter(diesel::dsl::exists(hers))
        .order(advisor::id)
        .select((advisor::id, advisor::digest_at))
        .load(c))?;
    Ok(rows.into_iter().map(|(id, told)| (id, told.is_some())).collect())
}

/// Notes that the letter of this week is promised.
///
/// # Errors
/// What the database says.
pub fn digest_told(tx: &mut Tx<'_>, now: Instant, who: Id<Advisor>) -> Result<()> {
    each!(tx, |c| diesel::update(advisor::table.find(who)).set(advisor::digest_at.eq(Some(now))).execute(c))?;
    Ok(())
}

/// Whether an advisor wants the letter of the week.
///
/// # Errors
/// `NotFound`.
pub fn wants_digest(conn: &mut Conn, who: Id<Advisor>) -> Result<bool> {
    let stopped: Option<Instant> =
        each!(conn, |c| advisor::table.find(who).select(advisor::digest_stopped_at).first(c))?;
    Ok(stopped.is_none())
}

/// Stops the letter of the week, or lets it leave again.
///
/// # Errors
/// What the database says.
pub fn set_digest(tx: &mut Tx<'_>, now: Instant, who: Id<Advisor>, wanted: bool) -> Result<()> {
    // Whoever wants it again waits for the next Monday.
    let set = (advisor::digest_stopped_at.eq((!wanted).then_some(now)), advisor::digest_at.eq(Some(now)));
    each!(tx, |c| diesel::update(advisor::table.find(who)).set(set).execute(c))?;
    Ok(())
}

/// Those who left a service while people still count on them, by name.
///
/// # Errors
/// What the database says.
pub fn left_with_people(conn: &mut Conn, of: Id<Service>) -> Result<Vec<(Id<Advisor>, String)>> {
    let theirs = follow_up::table.filter(follow_up::referent_id.eq(advisor::id)).filter(follow_up::ended_at.is_null());
    Ok(each!(conn, |c| advisor::table
        .inner_join(account::table.on(account::id.eq(advisor::id)))
        .filter(advisor::service_id.eq(of))
        .filter(advisor::left_at.is_not_null())
        .filter(diesel::dsl::exists(theirs))
        .order((account::name, advisor::id))
        .select((advisor::id, account::name))
        .load(c))?)
}

/// The active follow-ups whose referent an advisor is, whether he still works there or not.
///
/// # Errors
/// What the database says.
pub fn followed_by(conn: &mut Conn, who: Id<Advisor>) -> Result<Vec<(Id<FollowUp>, Id<Person>)>> {
    Ok(each!(conn, |c| follow_up::table
        .filter(follow_up::referent_id.eq(who))
        .filter(follow_up::ended_at.is_null())
        .order(follow_up::id)
        .select((follow_up::id, follow_up::person_id))
        .load(c))?)
}
