//! Who follows whom: taking over, transferring, standing in for a colleague, adding people by a file. A person has one
//! referent, and only her own service changes who it is.

use crate::accounts::{self, Role};
use crate::db::{Conn, Error, Result, Tx};
use crate::follow_ups::newcomers::{COLLEAGUE, Newcomer};
use crate::follow_ups::{Advisor, FollowUp, Mandate, MandateKind, Word, WordAbout, store};
use crate::jobs::{self, Task};
use crate::journal::{self, Event};
use crate::kernel::{Email, Id, Instant, Lang, RuleError, retention};
use crate::people::{self, Person};
use chrono::TimeDelta;

/// Someone stands in for a colleague at most this long.
pub const COVER_MAX: TimeDelta = TimeDelta::days(92);
/// Lines of a file that are written together.
const CHUNK: usize = 100;

crate::text_enum! {
    /// What became of somebody who was to be added. Whether her address was known to anyone is not told: it is hers.
    pub enum Welcome {
        /// She is added, or asked.
        Added = "added",
        /// She was followed by this advisor already.
        Already = "already",
    }
}

pub(super) fn told(tx: &mut Tx<'_>, now: Instant, person: Id<Person>, by: Id<Advisor>) -> Result<()> {
    let event = Event::new(journal::Kind::MandateChanged).person(person.uuid()).by(by.uuid());
    journal::record(tx, now, &event).map(drop)
}

/// Adds somebody to those whom an advisor follows. Whose address is known to nobody is followed from now on, and told by letter;
/// whoever has it already is asked by letter, and he is answered the same. Who has no address is followed too. What is kept of an
/// address is kept under `key`.
///
/// # Errors
/// `advisor-left`, `asked-lately`.
pub fn welcome(tx: &mut Tx<'_>, now: Instant, key: &[u8], who: Id<Advisor>, new: &Newcomer) -> Result<Welcome> {
    if store::members::has_left(tx, who)? {
        return Err(RuleError::forbidden("advisor-left").into());
    }
    if new.email.is_empty() {
        if store::mandates::follows_alike(tx, now, who, new)? {
            return Ok(Welcome::Already);
        }
        return followed(tx, now, who, &made(new, Email::none()));
    }
    let email = Email::parse(&new.email)?;
    let account = accounts::store::by_email(tx, &email)?;
    if let Some(known) = &account {
        let follow_up = store::follow_up_of(tx, now, Id::from_uuid(known.id.uuid()))?;
        if follow_up.is_some_and(|f| f.referent.id == who) {
            return Ok(Welcome::Already);
        }
    }
    // Not again for a month, whoever has the address, and whatever she answered or did not: he knows himself that he asked.
    super::requests::once_a_month(tx, now, who, &email, key)?;
    let Some(account) = account else {
        return followed(tx, now, who, &made(new, email));
    };
    if account.role != Role::Person {
        return Ok(Welcome::Added);
    }
    super::requests::ask(tx, now, who, Id::from_uuid(account.id.uuid()))?;
    Ok(Welcome::Added)
}

/// A person without an address gives one: it is hers once she opens the letter that leaves for it. The same address is written to
/// once a month at most, as when somebody is added.
///
/// # Errors
/// `mandate-not-referent`, `address-known`, `asked-lately`.
pub fn give_address(tx: &mut Tx<'_>, now: Instant, key: &[u8], mandate: &Mandate, email: &Email) -> Result<()> {
    mandate.referent()?;
    let person = people::store::by_id(tx, mandate.person())?;
    if !person.email.is_none() {
        return Err(RuleError::conflict("address-known").into());
    }
    super::requests::once_a_month(tx, now, mandate.advisor(), email, key)?;
    accounts::actions::offer_address(tx, now, person.account(), email)
}

/// A new person is followed from now on.
fn followed(tx: &mut Tx<'_>, now: Instant, who: Id<Advisor>, person: &Person) -> Result<Welcome> {
    people::actions::register(tx, now, person, Lang::Fr)?;
    super::take_over(tx, now, who, person.id)?;
    told(tx, now, person.id, who)?;
    tell_her(tx, now, person.id)?;
    Ok(Welcome::Added)
}

/// Writes to a person who it is that follows her now.
pub(super) fn tell_her(tx: &mut Tx<'_>, now: Instant, person: Id<Person>) -> Result<()> {
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
    give(tx, now, follow_up.id, mandate.person(), mandate.advisor(), to)?;
    tell_him(tx, now, to)?;
    told(tx, now, mandate.person(), mandate.advisor())
}

/// A person's follow-up goes from a referent to another, and she is told.
pub(super) fn give(
    tx: &mut Tx<'_>,
    now: Instant,
    follow_up: Id<FollowUp>,
    person: Id<Person>,
    from: Id<Advisor>,
    to: Id<Advisor>,
) -> Result<()> {
    store::mandates::end(tx, now, person, &[from, to])?;
    store::insert_mandate(tx, now, to, person, MandateKind::Referent)?;
    store::mandates::set_referent(tx, follow_up, to)?;
    // An end that the referent before asked for is not what the next one wants, until he says so.
    store::way::clear_ending(tx, follow_up)?;
    // What the referent before was told of a missing step is not known to the next.
    store::way::step_known(tx, follow_up)?;
    store::words::put(tx, now, person, WordAbout::Referent)?;
    tell_her(tx, now, person)
}

/// It was told to who has no address who follows her, or who stands in. She reads who said it, once she has a space.
///
/// # Errors
/// `NotFound` when it is not hers.
pub fn word_said(tx: &mut Tx<'_>, now: Instant, held: &Mandate, id: Id<Word>) -> Result<()> {
    let by = accounts::store::by_id(tx, Id::from_uuid(held.advisor().uuid()))?.name;
    // A colleague was faster: it was said, once.
    if !store::words::say(tx, now, id, held.person(), &by)? {
        return Ok(());
    }
    let event = Event::new(journal::Kind::ActedFor).person(held.person().uuid()).by(held.advisor().uuid());
    journal::record(tx, now, &event).map(drop)
}

/// Writes to an advisor that people were entrusted to him: once for all of them. The letter names nobody.
pub(super) fn tell_him(tx: &mut Tx<'_>, now: Instant, advisor: Id<Advisor>) -> Result<()> {
    let task = Task::EntrustedLetter { advisor: advisor.uuid(), since: now.micros() };
    jobs::enqueue_once(tx, now, &task, &format!("entrusted-letter:{advisor}"))
}

/// A colleague stands in for an advisor until a date, with one person or with all those whose referent he is; tells how many.
///
/// # Errors
/// `cover-past`, `cover-too-long`, `cover-nobody`; `NotFound` when it is no colleague of his, or no person of his.
pub fn cover(
    tx: &mut Tx<'_>,
    now: Instant,
    of: Id<Advisor>,
    by: Id<Advisor>,
    until: Instant,
    only: Option<Id<Person>>,
) -> Result<usize> {
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
    let people = match only {
        Some(one) if !people.contains(&one) => return Err(Error::NotFound),
        Some(one) => vec![one],
        None => people,
    };
    store::mandates::end_covers(tx, now, by, &people)?;
    for person in &people {
        store::mandates::insert_cover(tx, now, by, *person, until)?;
        store::words::put(tx, now, *person, WordAbout::Cover)?;
        told(tx, now, *person, of)?;
    }
    tell_him(tx, now, by)?;
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

/// The lines of a file that are for a colleague and cannot be: only who runs a service gives files for its members, and only for
/// those who have come.
///
/// # Errors
/// What the database says.
pub fn not_for_colleagues(
    conn: &mut Conn,
    who: Id<Advisor>,
    lines: &[(usize, Newcomer)],
) -> Result<Vec<(usize, RuleError)>> {
    let mut out = Vec::new();
    for (number, new) in lines.iter().filter(|(_, new)| !new.colleague.is_empty()) {
        match whose(conn, who, new) {
            Err(Error::Rules(rules)) => out.extend(rules.into_iter().map(|rule| (*number, rule))),
            other => drop(other?),
        }
    }
    Ok(out)
}

/// Whom a line is for.
fn whose(conn: &mut Conn, who: Id<Advisor>, new: &Newcomer) -> Result<Id<Advisor>> {
    let own = store::advisor_by_id(conn, Id::from_uuid(who.uuid()))?;
    if new.colleague.is_empty() || new.colleague == own.email {
        return Ok(who);
    }
    if !store::members::runs(conn, who)? {
        return Err(RuleError::forbidden("import-colleague-manager").on(COLLEAGUE).into());
    }
    let known = store::members::members(conn, own.service.id)?.into_iter().find(|m| m.email == new.colleague);
    Ok(known.ok_or_else(|| RuleError::invalid("import-colleague-unknown").on(COLLEAGUE))?.id)
}

/// Adds somebody of a file to those of whom the line is for, who is told when it is another than who gave it.
fn welcome_for(tx: &mut Tx<'_>, now: Instant, key: &[u8], by: Id<Advisor>, new: &Newcomer) -> Result<Welcome> {
    let who = whose(tx, by, new)?;
    let welcome = welcome(tx, now, key, who, new)?;
    if who != by && welcome == Welcome::Added {
        tell_him(tx, now, who)?;
    }
    Ok(welcome)
}

/// Adds the next people of a file, each whole, and says what became of each, together; tells whether some are left.
///
/// # Errors
/// What the database says; nothing is written then.
pub fn import_some(tx: &mut Tx<'_>, now: Instant, key: &[u8], id: Id<Import>) -> Result<bool> {
    let mut import = match store::mandates::import(tx, id) {
        Err(Error::NotFound) => return Ok(false),
        other => other?,
    };
    let later = import.lines.split_off(import.lines.len().min(CHUNK));
    for (number, new) in std::mem::replace(&mut import.lines, later) {
        let word = match welcome_for(tx, now, key, import.advisor, &new) {
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
    store::mandates::drop_imports(tx, retention::IMPORT.before(now))
}
