//! What a person reads of her own follow-up: who may open her file now, and since when. Everything of it is forgotten a year
//! after its end (I15).

use crate::db::schema::{account, advisor, file_look, follow_up, mandate, service};
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::follow_ups::MandateKind;
use crate::kernel::{Id, Instant, retention};
use crate::people::{Herself, Person};
use diesel::prelude::*;

/// What is kept of a person's follow-up, but for the looks at her file.
pub const TABLES: &[&str] = &[
    "follow_up",
    "follow_up_step",
    "follow_up_training",
    "follow_up_contact",
    "follow_up_ending",
    "mandate",
    "referent_request",
];

/// Someone who may open her file now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    /// Name.
    pub name: String,
    /// Where.
    pub service: String,
    /// In what quality.
    pub kind: MandateKind,
    /// Since when.
    pub from: Instant,
    /// Until when, if it is dated.
    pub until: Option<Instant>,
}

type Row = (String, String, String, Instant, Option<Instant>);

/// Who may open her file now, the longest first.
///
/// # Errors
/// What the database says.
pub fn readers(conn: &mut Conn, now: Instant, who: Herself) -> Result<Vec<Reader>> {
    let rows: Vec<Row> = each!(conn, |c| mandate::table
        .inner_join(advisor::table.on(advisor::id.eq(mandate::advisor_id)))
        .inner_join(account::table.on(account::id.eq(advisor::id)))
        .inner_join(service::table.on(service::id.eq(advisor::service_id)))
        .filter(mandate::person_id.eq(who.id()))
        .filter(mandate::from_at.le(now))
        .filter(mandate::until_at.is_null().or(mandate::until_at.gt(now)))
        .order((mandate::from_at, mandate::id))
        .select((account::name, service::name, mandate::kind, mandate::from_at, mandate::until_at))
        .load(c))?;
    let read = |(name, service, kind, from, until): Row| {
        let kind = MandateKind::parse(&kind).ok_or_else(|| Error::corrupt("mandate", &name, "kind"))?;
        Ok(Reader { name, service, kind, from, until })
    };
    rows.into_iter().map(read).collect()
}

/// Forgets looks that are a year old (I15).
///
/// # Errors
/// What the database says.
pub fn sweep_looks(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let old = file_look::table.filter(file_look::at.le(retention::LOOK.before(now)));
    Ok(each!(tx, |c| diesel::delete(old).execute(c))?)
}

/// Forgets follow-ups that ended long ago, with all that was written in them (I15).
///
/// # Errors
/// What the database says.
pub fn sweep_ended(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let old = follow_up::table.filter(follow_up::ended_at.le(retention::FOLLOW_UP.before(now)));
    Ok(each!(tx, |c| diesel::delete(old).execute(c))?)
}

/// Forgets mandates that ended long ago (I15).
///
/// # Errors
/// What the database says.
pub fn sweep_mandates(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let old = mandate::table.filter(mandate::until_at.le(retention::FOLLOW_UP.before(now)));
    Ok(each!(tx, |c| diesel::delete(old).execute(c))?)
}

/// Whether a follow-up of hers goes on, or ended not long ago.
///
/// # Errors
/// What the database says.
pub fn is_or_was_followed(conn: &mut Conn, person: Id<Person>) -> Result<bool> {
    let all = follow_up::table.filter(follow_up::person_id.eq(person)).count();
    let count: i64 = each!(conn, |c| all.get_result(c))?;
    Ok(count > 0)
}
