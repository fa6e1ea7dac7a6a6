//! Advisors as members of their service, its convention, and its figures, as rows.

use crate::db::schema::{account, advisor, follow_up, follow_up_contact, follow_up_training, mandate, service};
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::follow_ups::figures::{Figures, month};
use crate::follow_ups::{Advisor, Manager, Service};
use crate::kernel::{Id, Instant};
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
        .select((advisor::id, account::name, account::email, advisor::manager))
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

/// The figures of a service, as of the first day of this month.
///
/// # Errors
/// What the database says.
pub fn figures(conn: &mut Conn, now: Instant, of: Id<Service>) -> Result<Figures> {
    let (before, first) = month(now);
    macro_rules! people {
        ($conn:expr, $more:expr) => {{
            let ids: Vec<Id<crate::people::Person>> = each!($conn, |c| follow_up::table
                .inner_join(advisor::table.on(advisor::id.eq(follow_up::referent_id)))
                .filter(advisor::service_id.eq(of))
                .filter(follow_up::started_at.lt(first))
                .filter($more)
                .select(follow_up::person_id)
                .distinct()
                .load(c))?;
            i64::try_from(ids.len()).map_err(|_| Error::corrupt("follow_up", of, "person_id"))?
        }};
    }
    let lasting = || follow_up::ended_at.is_null().or(follow_up::ended_at.ge(first));
    let training = || {
        let hers = follow_up_training::table.filter(follow_up_training::follow_up_id.eq(follow_up::id));
        hers.filter(follow_up_training::ends_at.is_null().or(follow_up_training::ends_at.ge(first)))
    };
    let contacts = || {
        let hers = follow_up_contact::table.filter(follow_up_contact::follow_up_id.eq(follow_up::id));
        hers.filter(follow_up_contact::at.ge(before)).filter(follow_up_contact::at.lt(first))
    };
    Ok(Figures {
        followed: people!(conn, lasting()),
        begun: people!(conn, follow_up::started_at.ge(before)),
        training: people!(conn, lasting().and(diesel::dsl::exists(training()))),
        contacts: people!(conn, diesel::dsl::exists(contacts())),
    })
}
