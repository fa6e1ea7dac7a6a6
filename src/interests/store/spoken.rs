//! What a person asked her advisor to send for her: the words by which she agreed, for her own eyes and his.

use crate::db::schema::{account, offer, spoken_consent};
use crate::db::{Conn, Result, Tx};
use crate::each;
use crate::follow_ups::Advisor;
use crate::interests::{Interest, Spoken};
use crate::kernel::{Id, Instant, retention};
use crate::offers::Offer;
use crate::people::Person;
use diesel::prelude::*;

/// Keeps what was said.
///
/// # Errors
/// What the database says.
pub fn insert(tx: &mut Tx<'_>, new: &Spoken) -> Result<()> {
    let values = (
        spoken_consent::id.eq(new.id),
        spoken_consent::person_id.eq(new.person),
        spoken_consent::advisor_id.eq(new.advisor),
        spoken_consent::offer_id.eq(new.offer),
        spoken_consent::wording.eq(&new.wording),
        spoken_consent::at.eq(new.at),
        spoken_consent::by_herself.eq(new.by_herself),
        spoken_consent::interest_id.eq(Some(new.interest)),
        spoken_consent::aloud.eq(new.aloud),
    );
    each!(tx, |c| diesel::insert_into(spoken_consent::table).values(values).execute(c))?;
    Ok(())
}

/// What was sent for her, latest first: the advisor's name, the mission, what was said, when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Who sent it.
    pub advisor: String,
    /// The mission.
    pub offer: Id<Offer>,
    /// Its title.
    pub title: String,
    /// What she agreed to, in the words that were read to her.
    pub wording: String,
    /// When.
    pub at: Instant,
    /// Whether she had sent it herself already; for her eyes only.
    pub by_herself: bool,
    /// What was sent, while it is kept.
    pub interest: Option<Id<Interest>>,
}

type Row = (Id<Advisor>, String, Id<Offer>, String, String, Instant, bool, Option<Id<Interest>>);

/// What was sent for a person, by one advisor or by all.
///
/// # Errors
/// What the database says.
pub fn of_person(conn: &mut Conn, person: Id<Person>, by: Option<Id<Advisor>>) -> Result<Vec<Told>> {
    let rows: Vec<Row> = each!(conn, |c| spoken_consent::table
        .inner_join(account::table.on(account::id.eq(spoken_consent::advisor_id)))
        .inner_join(offer::table.on(offer::id.eq(spoken_consent::offer_id)))
        .filter(spoken_consent::person_id.eq(person))
        .order((spoken_consent::at.desc(), spoken_consent::id))
        .select((
            spoken_consent::advisor_id,
            account::name,
            spoken_consent::offer_id,
            offer::title,
            spoken_consent::wording,
            spoken_consent::at,
            spoken_consent::by_herself,
            spoken_consent::interest_id
        ))
        .load(c))?;
    let kept = rows.into_iter().filter(|row| by.is_none_or(|by| row.0 == by));
    let told = |(_, advisor, offer, title, wording, at, by_herself, interest): Row| Told {
        advisor,
        offer,
        title,
        wording,
        at,
        by_herself,
        interest,
    };
    Ok(kept.map(told).collect())
}

/// Forgets what was said long ago (I15).
///
/// # Errors
/// What the database says.
pub fn sweep(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let old = spoken_consent::table.filter(spoken_consent::at.le(retention::SPOKEN.before(now)));
    Ok(each!(tx, |c| diesel::delete(old).execute(c))?)
}
