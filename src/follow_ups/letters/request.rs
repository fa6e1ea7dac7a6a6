//! The letter to a person whom an advisor added, her address being known: nobody follows her without her agreement, and who is
//! followed already stays so.

use crate::accounts;
use crate::app::App;
use crate::db::{Error, Result};
use crate::follow_ups::store::requests::Request;
use crate::follow_ups::{Advisor, store};
use crate::kernel::Id;
use crate::letters::{Paper, seal};
use crate::mail::Letter;
use crate::people::{self, Person};
use askama::Template;

#[derive(Template)]
#[template(path = "letters/request.html")]
struct Html<'a> {
    letter: &'a Paper,
    first_name: &'a str,
    asked: &'a Request,
    referent: Option<&'a str>,
    link: &'a str,
}

#[derive(Template)]
#[template(path = "letters/request.txt")]
struct Text<'a> {
    letter: &'a Paper,
    first_name: &'a str,
    asked: &'a Request,
    referent: Option<&'a str>,
    link: &'a str,
}

/// The letter; `None` when it is asked no more, or she is gone.
///
/// # Errors
/// What the database says.
pub fn letter(app: &App, who: Id<Person>, by: Id<Advisor>) -> Result<Option<Letter>> {
    let known = app.write_now(|tx, now| {
        let person = people::store::by_id(tx, who)?;
        let lang = accounts::store::by_id(tx, person.account())?.language;
        let asked = store::requests::of_person(tx, who)?.into_iter().find(|asked| asked.advisor == by);
        let referent = store::follow_up_of(tx, now, who)?.map(|f| f.referent.name);
        let token = accounts::actions::letter_link(tx, now, person.account(), "/moi/suivi")?;
        Ok((person, lang, asked.ok_or(Error::NotFound)?, referent, token))
    });
    let (person, lang, asked, referent, token) = match known {
        Err(Error::NotFound) => return Ok(None),
        other => other?,
    };
    let letter = Paper::new(app, lang);
    let (link, subject) = (letter.url(&format!("/connexion/lien/{token}")), letter.t.request_subject(&asked.name));
    let (letter, first_name, asked) = (&letter, person.first_name.as_str(), &asked);
    let (referent, link) = (referent.as_deref(), link.as_str());
    let text = Text { letter, first_name, asked, referent, link };
    seal(&person.email, subject, &text, &Html { letter, first_name, asked, referent, link }).map(Some)
}
