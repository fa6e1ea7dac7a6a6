//! What a person does in her own space. Nothing here is journaled: it is hers (I3).

use crate::accounts::{self, Account, Role};
use crate::db::{Result, Tx};
use crate::kernel::{Id, Instant, Lang, RuleError};
use crate::offers::{self, Offer};
use crate::people::{Choice, Herself, Person, Window, choice_deleted_at, store};

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
    store::insert(tx, now, person)
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
pub fn set_week(tx: &mut Tx<'_>, who: Herself, week: &[Window]) -> Result<()> {
    if week.len() > 42 {
        return Err(RuleError::invalid("week-too-long").on("week").into());
    }
    store::set_week(tx, who.id(), week)
}

/// Wants proposals, or not; the advisor sees only that.
///
/// # Errors
/// What the database says.
pub fn set_receives_proposals(tx: &mut Tx<'_>, who: Herself, yes: bool) -> Result<()> {
    store::set_receives_proposals(tx, who.id(), yes)
}
