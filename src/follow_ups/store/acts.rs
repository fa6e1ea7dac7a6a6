//! What an advisor did for a person by word of mouth, with the words that he read to her, as rows: for her to read.

use crate::db::schema::{account, offer, spoken_act};
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::follow_ups::{Mandate, SpokenAct};
use crate::kernel::{Id, Instant, retention};
use crate::offers::Offer;
use crate::people::Person;
use diesel::prelude::*;

/// What an act is about, beside its kind.
#[derive(Debug, Clone, Copy, Default)]
pub struct Of<'a> {
    /// The mission, of what is taken back.
    pub offer: Option<Id<Offer>>,
    /// The month that is opened, as `2026-11`.
    pub month: Option<&'a str>,
}

/// Keeps what was done; what is taken back names its mission, a month that is opened is named, and nothing else is.
///
/// # Errors
/// What the database says.
pub fn insert(
    tx: &mut Tx<'_>,
    now: Instant,
    held: &Mandate,
    about: SpokenAct,
    of: Of<'_>,
    wording: &str,
) -> Result<()> {
    let values = (
        spoken_act::id.eq(Id::<SpokenAct>::make()),
        spoken_act::person_id.eq(held.person()),
        spoken_act::advisor_id.eq(held.advisor()),
        spoken_act::about.eq(about.as_str()),
        spoken_act::offer_id.eq(of.offer),
        spoken_act::month.eq(of.month),
        spoken_act::wording.eq(wording),
        spoken_act::at.eq(now),
    );
    each!(tx, |c| diesel::insert_into(spoken_act::table).values(values).execute(c))?;
    Ok(())
}

/// What was done for her, and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The advisor's name.
    pub advisor: String,
    /// What.
    pub about: SpokenAct,
    /// The mission's title, of what is taken back.
    pub title: Option<String>,
    /// The month that was opened, as `2026-11`.
    pub month: Option<String>,
    /// The words that were read to her.
    pub wording: String,
    /// When.
    pub at: Instant,
}

/// What was done for a person, latest first.
///
/// # Errors
/// What the database says.
pub fn of_person(conn: &mut Conn, person: Id<Person>) -> Result<Vec<Done>> {
    type Row = (Id<SpokenAct>, String, String, Option<String>, Option<String>, String, Instant);
    let rows: Vec<Row> = each!(conn, |c| spoken_act::table
        .inner_join(account::table.on(account::id.eq(spoken_act::advisor_id)))
        .left_join(offer::table.on(spoken_act::offer_id.eq(offer::id.nullable())))
        .filter(spoken_act::person_id.eq(person))
        .order((spoken_act::at.desc(), spoken_act::id.desc()))
        .select((
            spoken_act::id,
            account::name,
            spoken_act::about,
            offer::title.nullable(),
            spoken_act::month,
            spoken_act::wording,
            spoken_act::at
        ))
        .load(c))?;
    let done = |(id, advisor, about, title, month, wording, at): Row| {
        let about = SpokenAct::parse(&about).ok_or_else(|| Error::corrupt("spoken_act", id, "about"))?;
        Ok(Done { advisor, about, title, month, wording, at })
    };
    rows.into_iter().map(done).collect()
}

/// Whether she asked the holder of this mandate for something since an instant; for a month, for this one.
///
/// # Errors
/// What the database says.
pub fn asked_since(
    conn: &mut Conn,
    held: &Mandate,
    about: SpokenAct,
    month: Option<&str>,
    since: Instant,
) -> Result<bool> {
    let asked: Vec<Option<String>> = each!(conn, |c| spoken_act::table
        .filter(spoken_act::person_id.eq(held.person()))
        .filter(spoken_act::advisor_id.eq(held.advisor()))
        .filter(spoken_act::about.eq(about.as_str()))
        .filter(spoken_act::at.gt(since))
        .select(spoken_act::month)
        .load(c))?;
    Ok(asked.iter().any(|known| known.as_deref() == month))
}

/// How many letters to herself the holder of this mandate sent for her since an instant.
///
/// # Errors
/// What the database says.
pub fn letters_since(conn: &mut Conn, held: &Mandate, since: Instant) -> Result<i64> {
    let letters = [SpokenAct::File, SpokenAct::Farewell, SpokenAct::Alert].map(SpokenAct::as_str);
    Ok(each!(conn, |c| spoken_act::table
        .filter(spoken_act::person_id.eq(held.person()))
        .filter(spoken_act::advisor_id.eq(held.advisor()))
        .filter(spoken_act::about.eq_any(letters))
        .filter(spoken_act::at.gt(since))
        .count()
        .get_result(c))?)
}

/// Forgets what was done long ago (I15).
///
/// # Errors
/// What the database says.
pub fn sweep(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let old = spoken_act::table.filter(spoken_act::at.le(retention::SPOKEN.before(now)));
    Ok(each!(tx, |c| diesel::delete(old).execute(c))?)
}
