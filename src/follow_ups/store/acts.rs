//! What an advisor did for a person by word of mouth, with the words that he read to her, as rows: for her to read.

use crate::db::schema::{account, offer, spoken_act};
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::follow_ups::{Mandate, SpokenAct};
use crate::kernel::{Id, Instant, retention};
use crate::offers::Offer;
use crate::people::Person;
use diesel::prelude::*;

/// Keeps what was done; what is taken back names its mission, and nothing else does.
///
/// # Errors
/// What the database says.
pub fn insert(
    tx: &mut Tx<'_>,
    now: Instant,
    held: &Mandate,
    about: SpokenAct,
    of: Option<Id<Offer>>,
    wording: &str,
) -> Result<()> {
    let values = (
        spoken_act::id.eq(Id::<SpokenAct>::make()),
        spoken_act::person_id.eq(held.person()),
        spoken_act::advisor_id.eq(held.advisor()),
        spoken_act::about.eq(about.as_str()),
        spoken_act::offer_id.eq(of),
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
    type Row = (Id<SpokenAct>, String, String, Option<String>, String, Instant);
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
            spoken_act::wording,
            spoken_act::at
        ))
        .load(c))?;
    let done = |(id, advisor, about, title, wording, at): Row| {
        let about = SpokenAct::parse(&about).ok_or_else(|| Error::corrupt("spoken_act", id, "about"))?;
        Ok(Done { advisor, about, title, wording, at })
    };
    rows.into_iter().map(done).collect()
}

/// Forgets what was done long ago (I15).
///
/// # Errors
/// What the database says.
pub fn sweep(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let old = spoken_act::table.filter(spoken_act::at.le(retention::SPOKEN.before(now)));
    Ok(each!(tx, |c| diesel::delete(old).execute(c))?)
}
