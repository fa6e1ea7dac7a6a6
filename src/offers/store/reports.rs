//! Reports of missions and their answers, as rows. Both are forgotten half a year after
//! the answer.

use crate::db::schema::{offer_report, report_answer};
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::kernel::{Email, Id, Instant, retention};
use crate::offers::Offer;
use diesel::prelude::*;

/// A report of a mission, and its answer when there is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Key.
    pub id: Id<Report>,
    /// The mission.
    pub offer: Id<Offer>,
    /// What was written.
    pub message: String,
    /// Where to answer, if it was said.
    pub email: Option<Email>,
    /// When it was sent.
    pub created_at: Instant,
    /// By when it is answered.
    pub due_at: Instant,
    /// The answer, and when.
    pub answer: Option<(String, Instant)>,
}

type Row = (Id<Report>, Id<Offer>, String, Option<String>, Instant, Instant, Option<(String, Instant)>);

macro_rules! whole {
    () => {
        offer_report::table.left_join(report_answer::table.on(report_answer::report_id.eq(offer_report::id))).select((
            offer_report::id,
            offer_report::offer_id,
            offer_report::message,
            offer_report::email,
            offer_report::created_at,
            offer_report::answer_due_at,
            (report_answer::answer, report_answer::answered_at).nullable(),
        ))
    };
}

fn read(row: Row) -> Result<Report> {
    let (id, offer, message, email, created_at, due_at, answer) = row;
    let email = email.map(|text| Email::parse(&text)).transpose();
    let email = email.map_err(|_| Error::corrupt("offer_report", id, "email"))?;
    Ok(Report { id, offer, message, email, created_at, due_at, answer })
}

/// Keeps a report.
///
/// # Errors
/// What the database says.
pub fn insert_report(tx: &mut Tx<'_>, new: &Report) -> Result<()> {
    let values = (
        offer_report::id.eq(new.id),
        offer_report::offer_id.eq(new.offer),
        offer_report::message.eq(&new.message),
        offer_report::email.eq(new.email.as_ref().map(Email::as_str)),
        offer_report::created_at.eq(new.created_at),
        offer_report::answer_due_at.eq(new.due_at),
    );
    each!(tx, |c| diesel::insert_into(offer_report::table).values(values).execute(c))?;
    Ok(())
}

/// The report with this key.
///
/// # Errors
/// `NotFound`.
pub fn report(conn: &mut Conn, id: Id<Report>) -> Result<Report> {
    let row: Row = each!(conn, |c| whole!().filter(offer_report::id.eq(id)).first(c))?;
    read(row)
}

/// Reports that wait for an answer, oldest first.
///
/// # Errors
/// What the database says.
pub fn open_reports(conn: &mut Conn, limit: i64) -> Result<Vec<Report>> {
    let rows: Vec<Row> = each!(conn, |c| whole!()
        .filter(report_answer::answered_at.nullable().is_null())
        .order((offer_report::created_at, offer_report::id))
        .limit(limit)
        .load(c))?;
    rows.into_iter().map(read).collect()
}

/// What was reported from an address.
///
/// # Errors
/// What the database says.
pub fn reports_from(conn: &mut Conn, email: &Email) -> Result<Vec<Report>> {
    let rows: Vec<Row> = each!(conn, |c| whole!()
        .filter(offer_report::email.eq(email.as_str()))
        .order((offer_report::created_at, offer_report::id))
        .load(c))?;
    rows.into_iter().map(read).collect()
}

/// Answers a report; tells whether it was the first answer.
///
/// # Errors
/// What the database says.
pub fn answer_report(tx: &mut Tx<'_>, now: Instant, id: Id<Report>, answer: &str) -> Result<bool> {
    let values =
        (report_answer::report_id.eq(id), report_answer::answer.eq(answer), report_answer::answered_at.eq(now));
    Ok(each!(tx, |c| diesel::insert_into(report_answer::table).values(values).on_conflict_do_nothing().execute(c))?
        == 1)
}

/// Forgets an address: what was reported from it stays, without it.
///
/// # Errors
/// What the database says.
pub fn forget_address(tx: &mut Tx<'_>, email: &Email) -> Result<()> {
    let theirs = offer_report::table.filter(offer_report::email.eq(email.as_str()));
    each!(tx, |c| diesel::update(theirs).set(offer_report::email.eq(None::<String>)).execute(c))?;
    Ok(())
}

/// Forgets reports that were answered half a year ago, with their answers, and those that nobody answered in a year (I15).
///
/// # Errors
/// What the database says.
pub fn sweep_reports(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let answered = report_answer::table
        .filter(report_answer::answered_at.le(retention::REPORT.before(now)))
        .select(report_answer::report_id);
    let old = offer_report::table.filter(offer_report::id.eq_any(answered));
    let gone = each!(tx, |c| diesel::delete(old).execute(c))?;
    // Free text may name somebody: it goes as the address does. One that was just answered is kept for its answer's time.
    let answer = report_answer::table.filter(report_answer::report_id.eq(offer_report::id));
    let open = offer_report::table
        .filter(offer_report::created_at.le(retention::REPORT_OPEN.before(now)))
        .filter(diesel::dsl::not(diesel::dsl::exists(answer)));
    Ok(gone + each!(tx, |c| diesel::delete(open).execute(c))?)
}
