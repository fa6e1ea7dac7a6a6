//! Inviting, taking back, accepting. Whether an address has an account is not looked at when somebody is invited: any address does
//! the same work and writes the same rows; the letter's job finds out.

use crate::accounts::actions::{Opened, came};
use crate::accounts::invitations::{AGAIN, Invitation, NAME_MAX, Place};
use crate::accounts::{Account, LETTER_LINK_LIFE, store};
use crate::db::{Error, Result, Tx};
use crate::jobs::{self, Task};
use crate::kernel::{Email, Id, Instant, Lang, RuleError, secret};

/// Invites somebody: a letter leaves. An address that is invited already is written to again after a day.
///
/// # Errors
/// `text-missing`, `text-too-long`, `text-control-characters`, `invited-lately`.
pub fn invite(tx: &mut Tx<'_>, now: Instant, place: Place, name: &str, email: &Email) -> Result<()> {
    let name = named(name)?;
    let known = store::invitations::of_place(tx, place)?.into_iter().find(|known| known.email == *email);
    if known.as_ref().is_some_and(|known| now < known.sent_at + AGAIN) {
        return Err(RuleError::conflict("invited-lately").on("email").into());
    }
    let id = known.map_or_else(Id::make, |known| known.id);
    let new = Invitation { id, place, name, email: email.clone(), sent_at: now, open: true };
    store::invitations::save(tx, &new)?;
    jobs::enqueue(tx, now, &Task::InvitationLetter { invitation: id.uuid() })
}

fn named(typed: &str) -> Result<String> {
    let name = typed.trim();
    let wrong = |rule: RuleError| Err(rule.on("nom").into());
    match name.chars().count() {
        0 => wrong(RuleError::invalid("text-missing")),
        n if n > NAME_MAX => wrong(RuleError::invalid("text-too-long").with("max", NAME_MAX)),
        _ if name.contains(crate::kernel::text::is_unseen) => wrong(RuleError::invalid("text-control-characters")),
        _ => Ok(name.to_owned()),
    }
}

/// Takes an invitation back: its link opens nothing any more.
///
/// # Errors
/// `NotFound` when it is none of this place.
pub fn take_back(tx: &mut Tx<'_>, place: Place, id: Id<Invitation>) -> Result<()> {
    let known = store::invitations::of_place(tx, place)?.into_iter().find(|known| known.id == id && known.open);
    store::invitations::save(tx, &Invitation { open: false, ..known.ok_or(Error::NotFound)? })
}

/// The link of an invitation, made as its letter is written; `None` when the address has an account, which stays what it is.
///
/// # Errors
/// `NotFound` when it stands no more.
pub fn arm(tx: &mut Tx<'_>, id: Id<Invitation>) -> Result<(Invitation, Option<String>)> {
    let known = store::invitations::by_id(tx, id)?;
    if !known.open {
        return Err(Error::NotFound);
    }
    if store::by_email(tx, &known.email)?.is_some() {
        return Ok((known, None));
    }
    let token = secret::token()?;
    store::invitations::arm(tx, id, &secret::sha256(&token))?;
    Ok((known, Some(token)))
}

/// The invitation behind a link, while it may be accepted.
///
/// # Errors
/// `sign-in-unknown`, `sign-in-expired`.
pub fn pending(conn: &mut crate::db::Conn, now: Instant, token: &str) -> Result<Invitation> {
    let known = store::invitations::by_link(conn, &secret::sha256(token))?;
    let known = known.ok_or_else(|| RuleError::gone("sign-in-unknown"))?;
    if now >= known.sent_at + LETTER_LINK_LIFE {
        return Err(RuleError::gone("sign-in-expired").into());
    }
    Ok(known)
}

/// Accepts: the account is made now, and a session opened. What it is a member of is for the caller to write, in the same breath.
///
/// # Errors
/// What [`pending`] says; `sign-in-unknown` when the address has come to have an account.
pub fn accept(tx: &mut Tx<'_>, now: Instant, token: &str) -> Result<(Opened, Place)> {
    let known = pending(tx, now, token)?;
    if store::by_email(tx, &known.email)?.is_some() {
        return Err(RuleError::gone("sign-in-unknown").into());
    }
    let role = known.place.role();
    let account = Account { id: Id::make(), role, email: known.email, name: known.name, language: Lang::Fr };
    store::insert(tx, now, &account)?;
    store::invitations::drop(tx, known.id)?;
    let token = secret::token()?;
    store::open_session(tx, now, &secret::sha256(&token), account.id)?;
    came(tx, now, &account)?;
    Ok((Opened { token, account, goes_to: role.home().to_owned() }, known.place))
}
