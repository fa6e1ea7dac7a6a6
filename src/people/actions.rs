//! What a person does in her own space. Nothing here is journaled: it is hers (I3).

use crate::accounts::{self, Account, Role};
use crate::db::{Result, Tx};
use crate::kernel::{Id, Instant, Lang, RuleError};
use crate::offers::{self, Offer};
use crate::people::asked::HerWishes;
use crate::people::availability::{Availability, Day, Limits, end_of_day};
use crate::people::{Choice, HerHours, Herself, LetterKind, Person, Window, choice_deleted_at, store};

/// Adds a person and her account.
///
/// # Errors
/// `email-taken`.
pub fn register(tx: &mut Tx<'_>, now: Instant, person: &Person, language: Lang) -> Result<()> {
    let account = Account {
        id: person.account(),
        role: Role::Person,
        email: person.email.clone(),
        name: person.name(),
        language,
    };
    accounts::actions::register(tx, now, &account)?;
    store::insert(tx, person)
}

/// Her phone, or none any more. What she shared before stays as it left.
///
/// # Errors
/// What the database says.
pub fn set_phone(tx: &mut Tx<'_>, who: Herself, phone: Option<&str>) -> Result<()> {
    store::set_phone(tx, who.id(), phone)
}

/// Keeps or sets aside an offer, for her eyes only.
///
/// # Errors
/// `NotFound` when there is no such offer.
pub fn choose(tx: &mut Tx<'_>, now: Instant, who: Herself, offer: Id<Offer>, choice: Choice) -> Result<()> {
    let ends = offers::store::by_id(tx, offer)?.ends_at();
    store::choose(tx, who, offer, choice, choice_deleted_at(ends, now))
}

/// Forgets what she made of an offer.
///
/// # Errors
/// What the database says.
pub fn forget(tx: &mut Tx<'_>, who: Herself, offer: Id<Offer>) -> Result<()> {
    store::forget(tx, who, offer)
}

/// Replaces her week.
///
/// # Errors
/// `week-too-long` above 42 windows.
pub fn set_week(tx: &mut Tx<'_>, who: impl Into<HerHours>, week: &[Window]) -> Result<()> {
    if week.len() > 42 {
        return Err(RuleError::invalid("week-too-long").on("week").into());
    }
    store::set_week(tx, who.into().id(), week)
}

/// Wants proposals, or not; the advisor sees only that.
///
/// # Errors
/// What the database says.
pub fn set_receives_proposals(tx: &mut Tx<'_>, who: impl Into<HerWishes>, yes: bool) -> Result<()> {
    store::set_receives_proposals(tx, who.into().id(), yes)
}

fn availability(tx: &mut Tx<'_>, who: HerHours) -> Result<Availability> {
    let person = store::by_id(tx, who.id())?;
    store::availability(tx, &person)
}

/// Sets a date apart from her week.
///
/// # Errors
/// `days-full`, `day-said-already`, `hours-overlap`.
pub fn set_day_apart(tx: &mut Tx<'_>, who: impl Into<HerHours>, day: &Day) -> Result<()> {
    let who = who.into();
    availability(tx, who)?.takes(day)?;
    store::insert_day(tx, who, day)
}

/// A date is like her week again.
///
/// # Errors
/// `NotFound`.
pub fn forget_day(tx: &mut Tx<'_>, who: impl Into<HerHours>, id: Id<Day>) -> Result<()> {
    store::delete_day(tx, who.into(), id)
}

/// Where she lives, how far and how she goes, how long and how soon. "Now" stays as it is.
///
/// # Errors
/// `lengths-inverted`.
pub fn set_reach(
    tx: &mut Tx<'_>,
    who: impl Into<HerHours>,
    insee: Option<&str>,
    radius_km: u32,
    limits: Limits,
) -> Result<()> {
    let who = who.into();
    let ready_until = availability(tx, who)?.limits.ready_until;
    store::set_home(tx, who, insee, radius_km)?;
    store::set_limits(tx, who, &Limits { ready_until, ..limits }.checked()?)
}

/// She can start now, until the end of the day where she lives; or no more.
///
/// # Errors
/// What the database says.
pub fn set_ready(tx: &mut Tx<'_>, now: Instant, who: impl Into<HerHours>, yes: bool) -> Result<()> {
    let who = who.into();
    let said = availability(tx, who)?;
    let ready_until = yes.then(|| end_of_day(said.zone(), now));
    store::set_limits(tx, who, &Limits { ready_until, ..said.limits })
}

/// Wants a kind of letters, or not.
///
/// # Errors
/// What the database says.
pub fn set_letters(tx: &mut Tx<'_>, now: Instant, who: Herself, kind: LetterKind, yes: bool) -> Result<()> {
    if yes { store::resume_letters(tx, who, kind) } else { store::stop_letters(tx, now, who.id(), kind) }
}
