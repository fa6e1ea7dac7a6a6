//! Who follows whom: taking over, transferring, standing in for a colleague, adding people by a file. A person has one
//! referent, and only her own service changes who it is.

use crate::accounts::{self, Role};
use crate::db::{Conn, Error, Result, Tx};
use crate::follow_ups::newcomers::Newcomer;
use crate::follow_ups::{Advisor, Mandate, store};
use crate::geo::text::fold;
use crate::jobs::{self, Task};
use crate::journal::{self, Event};
use crate::kernel::{Email, Id, Instant, Lang, RuleError};
use crate::people::{self, Person};
use chrono::TimeDelta;

/// Someone stands in for a colleague at most this long.
pub const COVER_MAX: TimeDelta = TimeDelta::days(92);
/// Lines of a file that are written together.
const CHUNK: usize = 100;
/// What is left of a file is forgotten after this time.
const KEPT: TimeDelta = TimeDelta::days(30);

crate::text_enum! {
    /// What became of somebody who was to be added.
    pub enum Welcome {
        /// She had no account.
        Added = "added",
        /// She had one, and nobody followed her.
        TakenOver = "taken_over",
        /// She was followed by this advisor already.
        Already = "already",
    }
}

fn told(tx: &mut Tx<'_>, now: Instant, person: Id<Person>, by: Id<Advisor>) -> Result<()> {
    let event = Event::new(journal::Kind::MandateChanged).person(person.uuid()).by(by.uuid());
    journal::record(tx, now, &event).map(drop)
}

/// Who somebody is that an advisor adds.
enum Newly {
    /// Nobody known.
    Unknown,
    /// A person whom nobody follows.
    Free(Id<Person>),
    /// One whom he follows already.
    His,
}

/// Whether somebody may be added, and who it is.
fn newly(conn: &mut Conn, now: Instant, who: Id<Advisor>, new: &Newcomer) -> Result<Newly> {
    if store::members::has_left(conn, who)? {
        return Err(RuleError::forbidden("advisor-left").into());
    }
    let Some(account) = accounts::store::by_email(conn, &Email::parse(&new.email)?)? else {
        return Ok(Newly::Unknown);
    };
    let name = format!("{} {}", new.first_name, new.last_name);
    if account.role != Role::Person || fold(&account.name) != fold(&name) {
        return Err(RuleError::conflict("email-of-another").on("email").into());
    }
    let person: Id<Person> = Id::from_uuid(account.id.uuid());
    let Some(follow_up) = store::follow_up_of(conn, now, person)? else { return Ok(Newly::Free(person)) };
    let own = store::advisor_by_id(conn, Id::from_uuid(who.uuid()))?.service.id;
    match &follow_up.referent {
        referent if referent.id == who => Ok(Newly::His),
        referent if referent.service.id == own => Err(RuleError::conflict("followed-by-colleague").into()),
        _ => Err(RuleError::conflict("followed-elsewhere").into()),
    }
}

/// What is wrong with adding each of some people, by the number of its line; nothing is written.
///
/// # Errors
/// What the database says.
pub fn refused(
    conn: &mut Conn,
    now: Instant,
    who: Id<Advisor>,
    all: &[(usize, Newcomer)],
) -> Result<Vec<(usize, Vec<RuleError>)>> {
    let mut wrong = Vec::new();
    for (number, new) in all {
        match newly(conn, now, who, new) {
            Ok(_) => {}
            Err(Error::Rules(rules)) => wrong.push((*number, rules)),
            Err(other) => return Err(other),
        }
    }
    Ok(wrong)
}

/// Adds somebody to those whom an advisor follows: a new person, or one whom nobody follows. She is told by letter.
///
/// # Errors
/// `email-of-another`, `followed-by-colleague`, `followed-elsewhere`.
pub fn welcome(tx: &mut Tx<'_>, now: Instant, who: Id<Advisor>, new: &Newcomer) -> Result<Welcome> {
    let (person, welcome) = match newly(tx, now, who, new)? {
        Newly::His => return Ok(Welcome::Already),
        Newly::Free(person) => (person, Welcome::TakenOver),
        Newly::Unknown => {
            let person = made(new, Email::parse(&new.email)?);
            people::actions::register(tx, now, &person, Lang::Fr)?;
            (person.id, Welcome::Added)
        }
    };
    super::take_over(tx, now, who, person)?;
    told(tx, now, person, who)?;
    tell_her(tx, now, person)?;
    Ok(welcome)
}

/// Writes to a person who it is that follows her now.
fn tell_her(tx: &mut Tx<'_>, now: Instant, person: Id<Person>) -> Result<()> {
    let key = format!("referent-letter:{person}");
    jobs::enqueue_once(tx, now, &Task::ReferentLetter { person: person.uuid() }, &key)
}

fn made(new: &Newcomer, email: Email) -> Person {
    Person {
        id: Id::make(),
        first_name: new.first_name.clone(),
        last_name: new.last_name.clone(),
        email,
        phone: new.phone.clone(),
        insee: new.insee.clone(),
        radius_km: new.radius_km,
        receives_proposals: true,
        week: Vec::new(),
    }
}

/// A colleague of the same service who still works there.
fn colleague(tx: &mut Tx<'_>, of: Id<Advisor>, id: Id<Advisor>) -> Result<()> {
    let own = store::advisor_by_id(tx, Id::from_uuid(of.uuid()))?.service.id;
    let known = store::mandates::colleagues(tx, own)?;
    if id != of && known.iter().any(|(known, _)| *known == id) { Ok(()) } else { Err(Error::NotFound) }
}

/// The referent gives a person over to a colleague of his service.
///
/// # Errors
/// `mandate-not-referent`, `follow-up-over`; `NotFound` when it is no colleague of his.
pub fn transfer(tx: &mut Tx<'_>, now: Instant, mandate: &Mandate, to: Id<Advisor>) -> Result<()> {
    mandate.referent()?;
    colleague(tx, mandate.advisor(), to)?;
    let over = || RuleError::conflict("follow-up-over");
    let follow_up = store::follow_up_of(tx, now, mandate.person())?.ok_or_else(over)?;
    store::mandates::end(tx, now, mandate.person(), &[mandate.advisor(), to])?;
    store::insert_mandate(tx, now, to, mandate.person(), crate::follow_ups::MandateKind::Referent)?;
    store::mandates::set_referent(tx, follow_up.id, to)?;
    // What the referent before was told of a missing step is not known to the next.
    store::way::step_known(tx, follow_up.id)?;
    tell_her(tx, now, mandate.person())?;
    told(tx, now, mandate.person(), mandate.advisor())
}

/// A colleague stands in for an advisor with all those whose referent he is, until a date; tells how many people.
///
/// # Errors
/// `cover-past`, `cover-too-long`, `cover-nobody`; `NotFound` when it is no colleague of his.
pub fn cover(tx: &mut Tx<'_>, now: Instant, of: Id<Advisor>, by: Id<Advisor>, until: Instant) -> Result<usize> {
    if until <= now {
        return Err(RuleError::invalid("cover-past").on("jusqu-au").into());
    }
    if until - now > COVER_MAX {
        return Err(RuleError::invalid("cover-too-long").with("days", COVER_MAX.num_days()).on("jusqu-au").into());
    }
    colleague(tx, of, by)?;
    let people = store::mandates::of_referent(tx, now, of)?;
    if people.is_empty() {
        return Err(RuleError::conflict("cover-nobody").into());
    }
    store::mandates::end_covers(tx, now, by, &people)?;
    for person in &people {
        store::mandates::insert_cover(tx, now, by, *person, until)?;
        told(tx, now, *person, of)?;
    }
    Ok(people.len())
}

/// A colleague does not stand in any more.
///
/// # Errors
/// `NotFound` when he did not.
pub fn end_cover(tx: &mut Tx<'_>, now: Instant, of: Id<Advisor>, by: Id<Advisor>) -> Result<()> {
    let people = store::mandates::of_referent(tx, now, of)?;
    if store::mandates::end_covers(tx, now, by, &people)? == 0 {
        return Err(Error::NotFound);
    }
    for person in people {
        told(tx, now, person, of)?;
    }
    Ok(())
}

/// A file of people that is being added: every line of it was read and found right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Key.
    pub id: Id<Import>,
    /// By whom.
    pub advisor: Id<Advisor>,
    /// How many lines.
    pub total: usize,
    /// What became of those that are done: number, and a word of [`Welcome`] or a rule's code.
    pub report: Vec<(usize, String)>,
    /// What is still to be done.
    pub lines: Vec<(usize, Newcomer)>,
}

/// Promises to add the people of a file: from here on it is done, whatever happens.
///
/// # Errors
/// What the database says.
pub fn import(tx: &mut Tx<'_>, now: Instant, who: Id<Advisor>, lines: &[(usize, Newcomer)]) -> Result<Id<Import>> {
    let (id, report) = (Id::make(), Vec::new());
    let new = Import { id, advisor: who, total: lines.len(), report, lines: lines.to_vec() };
    store::mandates::insert_import(tx, now, &new)?;
    jobs::enqueue(tx, now, &Task::PeopleImport { import: id.uuid() })?;
    Ok(id)
}

/// Adds the next people of a file, each whole, and says what became of each, together; tells whether some are left.
///
/// # Errors
/// What the database says; nothing is written then.
pub fn import_some(tx: &mut Tx<'_>, now: Instant, id: Id<Import>) -> Result<bool> {
    let mut import = match store::mandates::import(tx, id) {
        Err(Error::NotFound) => return Ok(false),
        other => other?,
    };
    let later = import.lines.split_off(import.lines.len().min(CHUNK));
    for (number, new) in std::mem::replace(&mut import.lines, later) {
        let word = match welcome(tx, now, import.advisor, &new) {
            Ok(welcome) => welcome.as_str().to_owned(),
            Err(Error::Rules(rules)) => rules.first().map_or("changed-meanwhile", |rule| rule.code).to_owned(),
            Err(other) => return Err(other),
        };
        import.report.push((number, word));
    }
    store::mandates::save_import(tx, &import)?;
    Ok(!import.lines.is_empty())
}

/// Forgets old files.
///
/// # Errors
/// What the database says.
pub fn sweep(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    store::mandates::drop_imports(tx, now - KEPT)
}
