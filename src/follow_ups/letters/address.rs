//! The letter to an address that a person without one gave her advisor: its link, opened, makes it hers. Whoever reads it by
//! mistake has nothing to do; it names nobody but the advisor.

use crate::accounts::{self, SignIn};
use crate::app::App;
use crate::db::{Error, Result};
use crate::follow_ups::{Advisor, store};
use crate::kernel::{Id, secret};
use crate::letters::{Paper, seal};
use crate::mail::Letter;
use askama::Template;

#[derive(Template)]
#[template(path = "letters/address.html")]
struct Html<'a> {
    letter: &'a Paper,
    referent: &'a Advisor,
    link: &'a str,
}

#[derive(Template)]
#[template(path = "letters/address.txt")]
struct Text<'a> {
    letter: &'a Paper,
    referent: &'a Advisor,
    link: &'a str,
}

/// The letter; `None` when it is too late, or nobody follows her any more.
///
/// # Errors
/// What the database says.
pub fn letter(app: &App, id: Id<SignIn>) -> Result<Option<Letter>> {
    let known = app.write_now(|tx, now| {
        let (pending, address) = accounts::store::asked(tx, id)?;
        let account = accounts::store::by_id(tx, pending.account.ok_or(Error::NotFound)?)?;
        let follow_up = store::follow_up_of(tx, now, Id::from_uuid(account.id.uuid()))?.ok_or(Error::NotFound)?;
        let token = secret::token()?;
        accounts::store::set_link(tx, id, &secret::sha256(&token))?;
        Ok((address.ok_or(Error::NotFound)?, account.language, follow_up.referent, token))
    });
    let (address, lang, referent, token) = match known {
        Err(Error::NotFound) => return Ok(None),
        other => other?,
    };
    let letter = Paper::new(app, lang);
    let (link, subject) = (letter.url(&format!("/connexion/lien/{token}")), letter.t.address_subject(&referent.name));
    let (letter, referent, link) = (&letter, &referent, link.as_str());
    seal(&address, subject, &Text { letter, referent, link }, &Html { letter, referent, link }).map(Some)
}
