//! What is to be told by word of mouth to who has no address: told once, then kept for her to read, with who said it.

use crate::db::schema::{account, interest, offer, slot, spoken_consent, spoken_news};
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::follow_ups::Advisor;
use crate::interests::{About, Interest, SpokenNews};
use crate::kernel::{Id, Instant, retention};
use crate::labels::LabelDecision;
use crate::people::Person;
use diesel::prelude::*;

type Row = (Id<SpokenNews>, Id<Person>, Id<Interest>, String, Option<Id<LabelDecision>>, Instant);

macro_rules! columns {
    () => {
        (
            spoken_news::id,
            spoken_news::person_id,
            spoken_news::interest_id,
            spoken_news::about,
            spoken_news::decision_id,
            spoken_news::at,
        )
    };
}

fn read((id, person, interest, about, decision, at): Row) -> Result<SpokenNews> {
    let about = About::parse(&about).ok_or_else(|| Error::corrupt("spoken_news", id, "about"))?;
    Ok(SpokenNews { id, person, interest, about, decision, at })
}

/// Whether an advisor sent this for her, and she agreed that he tells her what becomes of it: what she sent by herself is
/// never his to read (G2).
///
/// # Errors
/// What the database says.
pub fn passed_through_an_advisor(conn: &mut Conn, id: Id<Interest>) -> Result<bool> {
    let sent: i64 = each!(conn, |c| spoken_consent::table
        .filter(spoken_consent::interest_id.eq(id))
        .filter(spoken_consent::by_herself.eq(false))
        .filter(spoken_consent::aloud.eq(true))
        .count()
        .get_result(c))?;
    Ok(sent > 0)
}

/// Keeps what is to be told; the same letter twice is kept once.
///
/// # Errors
/// What the database says.
pub fn insert(tx: &mut Tx<'_>, new: &SpokenNews) -> Result<()> {
    let values = (
        spoken_news::id.eq(new.id),
        spoken_news::person_id.eq(new.person),
        spoken_news::interest_id.eq(new.interest),
        spoken_news::about.eq(new.about.as_str()),
        spoken_news::decision_id.eq(new.decision),
        spoken_news::at.eq(new.at),
    );
    each!(tx, |c| diesel::insert_into(spoken_news::table).values(values).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// Forgets what was still to be told of a message, but for label decisions: it is not true any more.
///
/// # Errors
/// What the database says.
pub fn forget_before(tx: &mut Tx<'_>, id: Id<Interest>) -> Result<()> {
    let old = spoken_news::table
        .filter(spoken_news::interest_id.eq(id))
        .filter(spoken_news::said_at.is_null())
        .filter(spoken_news::about.ne(About::Label.as_str()));
    each!(tx, |c| diesel::delete(old).execute(c))?;
    Ok(())
}

/// Whether something of a message is still to be told, but for label decisions.
///
/// # Errors
/// What the database says.
pub fn waits(conn: &mut Conn, id: Id<Interest>) -> Result<bool> {
    let open = spoken_news::table
        .filter(spoken_news::interest_id.eq(id))
        .filter(spoken_news::said_at.is_null())
        .filter(spoken_news::about.ne(About::Label.as_str()));
    let open: i64 = each!(conn, |c| open.count().get_result(c))?;
    Ok(open > 0)
}

/// What advisors sent for a person, of which she agreed that it is told to her by who follows her, while something may come of it
/// and its slot is not over, the slot that begins first coming first. Nothing once she has an address: it is hers to read then.
///
/// # Errors
/// What the database says.
pub fn under_way(conn: &mut Conn, now: Instant, person: Id<Person>) -> Result<Vec<Interest>> {
    let agreed = spoken_consent::table
        .filter(spoken_consent::interest_id.eq(interest::id.nullable()))
        .filter(spoken_consent::by_herself.eq(false))
        .filter(spoken_consent::aloud.eq(true));
    let ids: Vec<Id<Interest>> = each!(conn, |c| interest::table
        .inner_join(account::table.on(account::id.eq(interest::person_id)))
        .inner_join(slot::table.on(slot::id.eq(interest::slot_id)))
        .filter(interest::person_id.eq(person))
        .filter(interest::state.eq_any(["waiting", "sent", "accepted"]))
        .filter(account::email.is_null())
        .filter(slot::ends_at.gt(now))
        .filter(diesel::dsl::exists(agreed))
        .order((slot::starts_at, interest::id))
        .select(interest::id)
        .load(c))?;
    ids.into_iter().map(|id| super::by_id(conn, id)).collect()
}

/// What is still to be told to some people, the slot that begins first coming first. Who has an address by now is written to:
/// what she does by herself from then on, or does not, is not to be read here.
///
/// # Errors
/// What the database says.
pub fn to_say(conn: &mut Conn, now: Instant, people: &[Id<Person>]) -> Result<Vec<(SpokenNews, Instant)>> {
    let rows: Vec<(Row, Instant)> = each!(conn, |c| spoken_news::table
        .inner_join(account::table.on(account::id.eq(spoken_news::person_id)))
        .inner_join(interest::table.on(interest::id.eq(spoken_news::interest_id)))
        .inner_join(slot::table.on(slot::id.eq(interest::slot_id)))
        .filter(spoken_news::person_id.eq_any(people))
        .filter(spoken_news::said_at.is_null())
        .filter(account::email.is_null())
        .filter(slot::ends_at.gt(now))
        .order((slot::starts_at, spoken_news::at, spoken_news::id))
        .select((columns!(), slot::starts_at))
        .load(c))?;
    rows.into_iter().map(|(row, starts_at)| Ok((read(row)?, starts_at))).collect()
}

/// Whether something that was sent for a person is still to come to her through who follows her: without him, nobody would
/// tell her.
///
/// # Errors
/// What the database says.
pub fn waits_for_him(conn: &mut Conn, now: Instant, person: Id<Person>) -> Result<bool> {
    let open = !under_way(conn, now, person)?.is_empty() || !to_say(conn, now, &[person])?.is_empty();
    Ok(open || answered_lately(conn, now, person)?)
}

/// Whether what became of a request of hers is known, and not yet put into words to be told: a job does that.
fn answered_lately(conn: &mut Conn, now: Instant, person: Id<Person>) -> Result<bool> {
    let agreed = spoken_consent::table
        .filter(spoken_consent::interest_id.eq(interest::id.nullable()))
        .filter(spoken_consent::by_herself.eq(false))
        .filter(spoken_consent::aloud.eq(true));
    let worded = spoken_news::table
        .filter(spoken_news::interest_id.eq(interest::id))
        .filter(spoken_news::about.eq_any([About::Answered.as_str(), About::Ended.as_str()]));
    let count: i64 = each!(conn, |c| interest::table
        .inner_join(account::table.on(account::id.eq(interest::person_id)))
        .inner_join(slot::table.on(slot::id.eq(interest::slot_id)))
        .filter(interest::person_id.eq(person))
        .filter(interest::state.eq_any(["declined", "unanswered"]))
        .filter(account::email.is_null())
        .filter(slot::ends_at.gt(now))
        .filter(diesel::dsl::exists(agreed))
        .filter(diesel::dsl::not(diesel::dsl::exists(worded)))
        .count()
        .get_result(c))?;
    Ok(count > 0)
}

/// It is said, by whom and when; tells whether nobody had said it before.
///
/// # Errors
/// `NotFound` when it is another's.
pub fn say(tx: &mut Tx<'_>, now: Instant, id: Id<SpokenNews>, to: Id<Person>, by: Id<Advisor>) -> Result<bool> {
    let hers = spoken_news::table.filter(spoken_news::id.eq(id)).filter(spoken_news::person_id.eq(to));
    let known: i64 = each!(tx, |c| hers.count().get_result(c))?;
    if known == 0 {
        return Err(Error::NotFound);
    }
    let set = (spoken_news::said_at.eq(Some(now)), spoken_news::said_by.eq(Some(by)));
    let open = hers.filter(spoken_news::said_at.is_null());
    Ok(each!(tx, |c| diesel::update(open).set(set).execute(c))? > 0)
}

/// What there was to tell her, for her own eyes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// What it was about.
    pub about: About,
    /// The mission.
    pub title: String,
    /// Since when it was to be told.
    pub at: Instant,
    /// Who said it, and when; none while nobody has.
    pub said: Option<(String, Instant)>,
}

/// What there was to tell a person, latest first.
///
/// # Errors
/// What the database says.
pub fn of_person(conn: &mut Conn, person: Id<Person>) -> Result<Vec<Heard>> {
    type Told = (Id<SpokenNews>, String, String, Instant, Option<Instant>, Option<String>);
    let rows: Vec<Told> = each!(conn, |c| spoken_news::table
        .inner_join(interest::table.on(interest::id.eq(spoken_news::interest_id)))
        .inner_join(offer::table.on(offer::id.eq(interest::offer_id)))
        .left_join(account::table.on(spoken_news::said_by.eq(account::id.nullable())))
        .filter(spoken_news::person_id.eq(person))
        .order((spoken_news::at.desc(), spoken_news::id))
        .select((
            spoken_news::id,
            spoken_news::about,
            offer::title,
            spoken_news::at,
            spoken_news::said_at,
            account::name.nullable()
        ))
        .load(c))?;
    let heard = |(id, about, title, at, said_at, by): Told| {
        let about = About::parse(&about).ok_or_else(|| Error::corrupt("spoken_news", id, "about"))?;
        Ok(Heard { about, title, at, said: by.zip(said_at) })
    };
    rows.into_iter().map(heard).collect()
}

/// Forgets what was to be told long ago (I15).
///
/// # Errors
/// What the database says.
pub fn sweep(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let old = spoken_news::table.filter(spoken_news::at.le(retention::NEWS.before(now)));
    Ok(each!(tx, |c| diesel::delete(old).execute(c))?)
}
