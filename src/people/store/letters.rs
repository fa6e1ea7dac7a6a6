//! Kinds of letters that she stopped, as rows. A kind that has no row is written.

use crate::db::schema::letter_stop;
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::kernel::{Id, Instant};
use crate::people::{Herself, LetterKind, Person};
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
