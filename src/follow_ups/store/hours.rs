//! What an advisor did with a person's hours because she asked him to, as rows: for her to read.

use crate::db::schema::{account, spoken_hours};
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::follow_ups::{HoursAct, Mandate};
use crate::kernel::{Id, Instant, retention};
use crate::people::Person;
use diesel::prelude::*;

/// Keeps what was done; the words go with what she asked for, and with nothing else.
///
/// # Errors
/// What the database says.
pub fn insert(tx: &mut Tx<'_>, now: Instant, held: &Mandate, about: HoursAct, wording: Option<&str>) -> Result<()> {
    let values = (
        spoken_hours::id.eq(Id::<HoursAct>::make()),
        spoken_hours::person_id.eq(held.person()),
        spoken_hours::advisor_id.eq(held.advisor()),
        spoken_hours::about.eq(about.as_str()),
        spoken_hours::wording.eq(wording),
        spoken_hours::at.eq(now),
    );
    each!(tx, |c| diesel::insert_into(spoken_hours::table).values(values).execute(c))?;
    Ok(())
}

/// Whether she asked the holder of this mandate since an instant.
///
/// # Errors
/// What the database says.
pub fn asked_since(conn: &mut Conn, held: &Mandate, since: Instant) -> Result<bool> {
    let asked: i64 = each!(conn, |c| spoken_hours::table
        .filter(spoken_hours::person_id.eq(held.person()))
        .filter(spoken_hours::advisor_id.eq(held.advisor()))
        .filter(spoken_hours::about.eq(HoursAct::Asked.as_str()))
        .filter(spoken_hours::at.gt(since))
        .count()
        .get_result(c))?;
    Ok(asked > 0)
}

/// What was done with her hours, and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The advisor's name.
    pub advisor: String,
    /// What.
    pub about: HoursAct,
    /// The words that she agreed to.
    pub wording: Option<String>,
    /// When.
    pub at: Instant,
}

/// What was done with a person's hours, latest first.
///
/// # Errors
/// What the database says.
pub fn of_person(conn: &mut Conn, person: Id<Person>) -> Result<Vec<Told>> {
    type Row = (Id<HoursAct>, String, String, Option<String>, Instant);
    let rows: Vec<Row> = each!(conn, |c| spoken_hours::table
        .inner_join(account::table.on(account::id.eq(spoken_hours::advisor_id)))
        .filter(spoken_hours::person_id.eq(person))
        .order((spoken_hours::at.desc(), spoken_hours::id.desc()))
        .select((spoken_hours::id, account::name, spoken_hours::about, spoken_hours::wording, spoken_hours::at))
        .load(c))?;
    let told = |(id, advisor, about, wording, at): Row| {
        let about = HoursAct::parse(&about).ok_or_else(|| Error::corrupt("spoken_hours", id, "about"))?;
        Ok(Told { advisor, about, wording, at })
    };
    rows.into_iter().map(told).collect()
}

/// Forgets what was done long ago (I15).
///
/// # Errors
/// What the database says.
pub fn sweep(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let old = spoken_hours::table.filter(spoken_hours::at.le(retention::SPOKEN.before(now)));
    Ok(each!(tx, |c| diesel::delete(old).execute(c))?)
}
