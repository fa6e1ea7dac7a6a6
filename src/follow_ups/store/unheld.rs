//! Active follow-ups without a referent: their service finds who takes them over.

use crate::db::schema::{account, advisor, follow_up, mandate};
use crate::db::{Conn, Result};
use crate::each;
use crate::follow_ups::{Advisor, FollowUp, MandateKind, Service};
use crate::kernel::{Id, Instant};
use crate::people::Person;
use diesel::dsl::{exists, not};
use diesel::prelude::*;
use std::collections::HashSet;

/// A person whom nobody follows for now, while her follow-up goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unheld {
    /// The follow-up.
    pub follow_up: Id<FollowUp>,
    /// Whose.
    pub person: Id<Person>,
    /// Who was her referent.
    pub from: Id<Advisor>,
    /// His name.
    pub name: String,
}

type Row = (Id<FollowUp>, Id<Person>, Id<Advisor>, String);

/// Those of a service, by their key.
///
/// # Errors
/// What the database says.
pub fn of_service(conn: &mut Conn, now: Instant, of: Id<Service>) -> Result<Vec<Unheld>> {
    let held = mandate::table
        .filter(mandate::person_id.eq(follow_up::person_id))
        .filter(mandate::kind.eq(MandateKind::Referent.as_str()))
        .filter(mandate::from_at.le(now))
        .filter(mandate::until_at.is_null().or(mandate::until_at.gt(now)));
    let rows: Vec<Row> = each!(conn, |c| follow_up::table
        .inner_join(advisor::table.on(advisor::id.eq(follow_up::referent_id)))
        .inner_join(account::table.on(account::id.eq(advisor::id)))
        .filter(advisor::service_id.eq(of))
        .filter(follow_up::ended_at.is_null())
        .filter(not(exists(held)))
        .order(follow_up::id)
        .select((follow_up::id, follow_up::person_id, follow_up::referent_id, account::name))
        .load(c))?;
    let read = |(follow_up, person, from, name): Row| Unheld { follow_up, person, from, name };
    Ok(rows.into_iter().map(read).collect())
}

/// Of some people, those whom a referent follows now.
///
/// # Errors
/// What the database says.
pub fn held(conn: &mut Conn, now: Instant, people: &[Id<Person>]) -> Result<HashSet<Id<Person>>> {
    let ids: Vec<Id<Person>> = each!(conn, |c| mandate::table
        .filter(mandate::person_id.eq_any(people))
        .filter(mandate::kind.eq(MandateKind::Referent.as_str()))
        .filter(mandate::from_at.le(now))
        .filter(mandate::until_at.is_null().or(mandate::until_at.gt(now)))
        .select(mandate::person_id)
        .load(c))?;
    Ok(ids.into_iter().collect())
}
