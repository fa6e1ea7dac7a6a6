//! What is to be told of her follow-up by word of mouth to who has no address, as rows: told once, then kept for her to read.

use crate::db::schema::{account, follow_up_word};
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::follow_ups::{Word, WordAbout};
use crate::kernel::{Id, Instant, retention};
use crate::people::Person;
use diesel::prelude::*;

/// Keeps that something is to be told to a person, if she has no address; what was still to be told of the same is true no more.
///
/// # Errors
/// What the database says.
pub fn put(tx: &mut Tx<'_>, now: Instant, person: Id<Person>, about: WordAbout) -> Result<()> {
    let old = follow_up_word::table
        .filter(follow_up_word::person_id.eq(person))
        .filter(follow_up_word::about.eq(about.as_str()))
        .filter(follow_up_word::said_at.is_null());
    each!(tx, |c| diesel::delete(old).execute(c))?;
    let hers = account::table.find(Id::<crate::accounts::Account>::from_uuid(person.uuid()));
    let written: i64 = each!(tx, |c| hers.filter(account::email.is_not_null()).count().get_result(c))?;
    if written > 0 {
        return Ok(());
    }
    let values = (
        follow_up_word::id.eq(Id::<Word>::make()),
        follow_up_word::person_id.eq(person),
        follow_up_word::about.eq(about.as_str()),
        follow_up_word::at.eq(now),
    );
    each!(tx, |c| diesel::insert_into(follow_up_word::table).values(values).execute(c))?;
    Ok(())
}

/// What is still to be told to some people, the longest first.
///
/// # Errors
/// What the database says.
pub fn open(conn: &mut Conn, people: &[Id<Person>]) -> Result<Vec<Word>> {
    let rows: Vec<(Id<Word>, Id<Person>, String)> = each!(conn, |c| follow_up_word::table
        .inner_join(account::table.on(account::id.eq(follow_up_word::person_id)))
        .filter(follow_up_word::person_id.eq_any(people))
        .filter(follow_up_word::said_at.is_null())
        .filter(account::email.is_null())
        .order((follow_up_word::at, follow_up_word::id))
        .select((follow_up_word::id, follow_up_word::person_id, follow_up_word::about))
        .load(c))?;
    let read = |(id, person, about): (_, _, String)| {
        let about = WordAbout::parse(&about).ok_or_else(|| Error::corrupt("follow_up_word", id, "about"))?;
        Ok(Word { id, person, about })
    };
    rows.into_iter().map(read).collect()
}

/// It was told, by whom; tells whether nobody had told it before.
///
/// # Errors
/// `NotFound` when it is another's.
pub fn say(tx: &mut Tx<'_>, now: Instant, id: Id<Word>, to: Id<Person>, by: &str) -> Result<bool> {
    let hers = follow_up_word::table.filter(follow_up_word::id.eq(id)).filter(follow_up_word::person_id.eq(to));
    let known: i64 = each!(tx, |c| hers.count().get_result(c))?;
    if known == 0 {
        return Err(Error::NotFound);
    }
    let set = (follow_up_word::said_at.eq(Some(now)), follow_up_word::said_by.eq(Some(by)));
    let open = hers.filter(follow_up_word::said_at.is_null());
    Ok(each!(tx, |c| diesel::update(open).set(set).execute(c))? > 0)
}

/// What there was to tell a person: about what, since when, and who said it and when.
pub type Told = (String, Instant, Option<Instant>, Option<String>);

/// What there was to tell a person, latest first.
///
/// # Errors
/// What the database says.
pub fn of_person(conn: &mut Conn, person: Id<Person>) -> Result<Vec<Told>> {
    Ok(each!(conn, |c| follow_up_word::table
        .filter(follow_up_word::person_id.eq(person))
        .order((follow_up_word::at.desc(), follow_up_word::id.desc()))
        .select((follow_up_word::about, follow_up_word::at, follow_up_word::said_at, follow_up_word::said_by))
        .load(c))?)
}

/// Forgets what was to be told long ago (I15).
///
/// # Errors
/// What the database says.
pub fn sweep(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let old = follow_up_word::table.filter(follow_up_word::at.le(retention::NEWS.before(now)));
    Ok(each!(tx, |c| diesel::delete(old).execute(c))?)
}
