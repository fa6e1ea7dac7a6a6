//! How she wishes to be written to, as rows. A kind of letters that has no row is written.

use crate::db::schema::{letter_stop, person_preference};
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::kernel::{Id, Instant};
use crate::people::asked::HerWishes;
use crate::people::{Channel, Herself, LetterKind, Person, Preference};
use diesel::prelude::*;

/// Kinds of letters that a person stopped.
///
/// # Errors
/// What the database says.
pub fn stopped_letters(conn: &mut Conn, person: Id<Person>) -> Result<Vec<LetterKind>> {
    let words: Vec<String> = each!(conn, |c| letter_stop::table
        .filter(letter_stop::person_id.eq(person))
        .select(letter_stop::kind)
        .load(c))?;
    let parse = |word: String| LetterKind::parse(&word).ok_or_else(|| Error::corrupt("letter_stop", person, "kind"));
    words.into_iter().map(parse).collect()
}

/// Stops a kind of letters, by the link that each of them holds; again, it changes nothing. Who is gone needs no stop.
///
/// # Errors
/// What the database says.
pub fn stop_letters(tx: &mut Tx<'_>, now: Instant, person: Id<Person>, kind: LetterKind) -> Result<()> {
    if matches!(super::by_id(tx, person), Err(Error::NotFound)) {
        return Ok(());
    }
    let values = (letter_stop::person_id.eq(person), letter_stop::kind.eq(kind.as_str()), letter_stop::at.eq(now));
    each!(tx, |c| diesel::insert_into(letter_stop::table).values(values).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// A kind of letters leaves again.
///
/// # Errors
/// What the database says.
pub fn resume_letters(tx: &mut Tx<'_>, who: Herself, kind: LetterKind) -> Result<()> {
    let stopped = letter_stop::table.find((who.id(), kind.as_str()));
    each!(tx, |c| diesel::delete(stopped).execute(c))?;
    Ok(())
}

/// How a person wishes to be written to.
///
/// # Errors
/// What the database says.
pub fn preference(conn: &mut Conn, person: Id<Person>) -> Result<Preference> {
    let row: Option<(bool, String)> = each!(conn, |c| person_preference::table
        .find(person)
        .select((person_preference::plain, person_preference::channel))
        .first(c)
        .optional())?;
    let Some((plain, word)) = row else { return Ok(Preference::default()) };
    let channel = Channel::parse(&word).ok_or_else(|| Error::corrupt("person_preference", person, "channel"))?;
    Ok(Preference { plain, channel })
}

/// Replaces how she wishes to be written to.
///
/// # Errors
/// What the database says.
pub fn set_preference(tx: &mut Tx<'_>, who: impl Into<HerWishes>, wanted: Preference) -> Result<()> {
    let key = person_preference::person_id.eq(who.into().id());
    let set = (person_preference::plain.eq(wanted.plain), person_preference::channel.eq(wanted.channel.as_str()));
    each!(tx, |c| diesel::insert_into(person_preference::table)
        .values((key, set))
        .on_conflict(person_preference::person_id)
        .do_update()
        .set(set)
        .execute(c))?;
    Ok(())
}
