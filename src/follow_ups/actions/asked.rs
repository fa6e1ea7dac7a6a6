//! What a person asks of who follows her, by word of mouth: he reads her the words, they are kept with his name, and what she asks
//! for is open to him, or done. Who has no address lacks nothing; whoever has one is sent the way to her own pages, and he reads
//! none of them. Nothing here depends on what she keeps to herself, and nothing tells of it (I3).

use crate::accounts;
use crate::db::{Conn, Result, Tx};
use crate::follow_ups::store::acts::{Of, asked_since, letters_since};
use crate::follow_ups::{Mandate, SpokenAct, store};
use crate::jobs::{self, Task};
use crate::journal::{self, Event};
use crate::kernel::{Instant, RuleError};
use crate::people::asked::{HerFile, HerLeave, HerMonth, HerWishes};
use crate::people::{self, Person};
use chrono::TimeDelta;

/// How long what she asks to be opened is open to who asked her.
pub const SITTING: TimeDelta = TimeDelta::minutes(30);
/// Letters to herself that an advisor sends for one person in a day.
pub const LETTERS: i64 = 5;

/// She has no address: who follows her does it for her.
///
/// # Errors
/// `asked-has-address`: she does it herself.
pub fn offline(conn: &mut Conn, held: &Mandate) -> Result<Person> {
    let person = people::store::by_id(conn, held.person())?;
    if person.email.is_none() { Ok(person) } else { Err(RuleError::conflict("asked-has-address").into()) }
}

/// How she is written to and spoken to is set, in these words.
///
/// # Errors
/// What the database says.
pub fn wishes(tx: &mut Tx<'_>, now: Instant, held: &Mandate, wording: &str) -> Result<HerWishes> {
    super::acts::done(tx, now, held, SpokenAct::Wishes, None, wording)?;
    Ok(HerWishes::at_her_asking(held.person()))
}

/// Whether she receives proposals is set, in these words.
///
/// # Errors
/// What the database says.
pub fn proposals(tx: &mut Tx<'_>, now: Instant, held: &Mandate, wording: &str) -> Result<HerWishes> {
    super::acts::done(tx, now, held, SpokenAct::Proposals, None, wording)?;
    Ok(HerWishes::at_her_asking(held.person()))
}

/// A month of hers is opened to the holder of this mandate, in these words.
///
/// # Errors
/// `asked-has-address`.
pub fn open_month(tx: &mut Tx<'_>, now: Instant, held: &Mandate, month: &str, wording: &str) -> Result<()> {
    offline(tx, held)?;
    store::acts::insert(tx, now, held, SpokenAct::Month, Of { offer: None, month: Some(month) }, wording)?;
    told(tx, now, held)
}

/// The proof that a month is open to the holder of this mandate, to be read in the transaction of the act.
///
/// # Errors
/// `asked-has-address`; `month-not-asked` when she did not ask him within half an hour.
pub fn month(conn: &mut Conn, now: Instant, held: &Mandate, month: &str) -> Result<HerMonth> {
    offline(conn, held)?;
    if asked_since(conn, held, SpokenAct::Month, Some(month), now - SITTING)? {
        return Ok(HerMonth::at_her_asking(held.person()));
    }
    Err(RuleError::conflict("month-not-asked").into())
}

/// Her own version of a slot was noted for her, or taken out, in these words.
///
/// # Errors
/// What the database says.
pub fn figures(tx: &mut Tx<'_>, now: Instant, held: &Mandate, wording: &str) -> Result<()> {
    super::acts::done(tx, now, held, SpokenAct::Figures, None, wording)
}

/// What is kept about her is opened to the holder of this mandate, for him to hand it to her, in these words.
///
/// # Errors
/// `asked-has-address`.
pub fn open_file(tx: &mut Tx<'_>, now: Instant, held: &Mandate, wording: &str) -> Result<()> {
    offline(tx, held)?;
    super::acts::done(tx, now, held, SpokenAct::File, None, wording)
}

/// The proof that what is kept about her is open to the holder of this mandate, to be read in the transaction of the act.
///
/// # Errors
/// `asked-has-address`; `file-not-asked` when she did not ask him within half an hour.
pub fn file(conn: &mut Conn, now: Instant, held: &Mandate) -> Result<HerFile> {
    offline(conn, held)?;
    if asked_since(conn, held, SpokenAct::File, None, now - SITTING)? {
        return Ok(HerFile::at_her_asking(held.person()));
    }
    Err(RuleError::conflict("file-not-asked").into())
}

/// The way to a page of her own is sent to her, in these words. Whatever she keeps there, it is the same.
///
/// # Errors
/// `asked-no-address`, `asked-letters`.
pub fn letter(
    tx: &mut Tx<'_>,
    now: Instant,
    held: &Mandate,
    about: SpokenAct,
    goes_to: &str,
    wording: &str,
) -> Result<()> {
    let person = people::store::by_id(tx, held.person())?;
    if person.email.is_none() {
        return Err(RuleError::conflict("asked-no-address").into());
    }
    if letters_since(tx, held, now - TimeDelta::days(1))? >= LETTERS {
        return Err(RuleError::conflict("asked-letters").with("max", LETTERS).into());
    }
    let sign_in = accounts::actions::promise_link(tx, now, person.account(), goes_to)?;
    let (sign_in, advisor) = (sign_in.uuid(), held.advisor().uuid());
    jobs::enqueue(tx, now, &Task::WayLetter { sign_in, advisor, about: about.as_str().to_owned() })?;
    super::acts::done(tx, now, held, about, None, wording)
}

/// The proof that a person without address asks her referent to delete everything.
///
/// # Errors
/// `mandate-not-referent`, `asked-has-address`.
pub fn leave(conn: &mut Conn, held: &Mandate) -> Result<HerLeave> {
    held.referent()?;
    offline(conn, held)?;
    Ok(HerLeave::at_her_asking(held.person()))
}

fn told(tx: &mut Tx<'_>, now: Instant, held: &Mandate) -> Result<()> {
    let event = Event::new(journal::Kind::ActedFor).person(held.person().uuid()).by(held.advisor().uuid());
    journal::record(tx, now, &event).map(drop)
}
