//! The letter that leads a person to a page of her own: she asked her advisor for it, and only she opens it. Her advisor knows that
//! it left, and nothing of what she finds there (I3).

use crate::accounts::SignIn;
use crate::accounts::actions;
use crate::app::App;
use crate::db::{Error, Result};
use crate::follow_ups::{self, Advisor};
use crate::kernel::Id;
use crate::letters::{Paper, seal};
use crate::mail::Letter;
use crate::people;
use askama::Template;

#[derive(Template)]
#[template(path = "letters/way.html")]
struct Html<'a> {
    letter: &'a Paper,
    first_name: &'a str,
    about: &'a str,
    advisor: &'a str,
    link: &'a str,
}

#[derive(Template)]
#[template(path = "letters/way.txt")]
struct Text<'a> {
    letter: &'a Paper,
    first_name: &'a str,
    about: &'a str,
    advisor: &'a str,
    link: &'a str,
}

/// The letter; `None` when it is too late, or she is gone.
///
/// # Errors
/// What the database says.
pub fn letter(app: &App, sign_in: Id<SignIn>, advisor: Id<Advisor>, about: &str) -> Result<Option<Letter>> {
    let known = app.write_now(|tx, now| {
        let (account, token) = actions::promised_link(tx, now, sign_in)?.ok_or(Error::NotFound)?;
        let person = people::store::by_id(tx, Id::from_uuid(account.id.uuid()))?;
        let advisor = follow_ups::store::advisor_by_id(tx, Id::from_uuid(advisor.uuid()))?;
        Ok((person, account.language, advisor.name, token))
    });
    let (person, lang, advisor, token) = match known {
        Err(Error::NotFound) => return Ok(None),
        other => other?,
    };
    let letter = Paper::new(app, lang);
    let (link, subject) = (letter.url(&format!("/connexion/lien/{token}")), letter.t.word("way-subject", about));
    let (letter, first_name) = (&letter, person.first_name.as_str());
    let (advisor, link) = (advisor.as_str(), link.as_str());
    let text = Text { letter, first_name, about, advisor, link };
    seal(&person.email, subject, &text, &Html { letter, first_name, about, advisor, link }).map(Some)
}
