//! The letter to who has not come for long: what is deleted, when, and a button that keeps it all, without signing in.

pub mod way;

use crate::accounts;
use crate::app::App;
use crate::db::{Error, Result};
use crate::kernel::{Id, retention, secret};
use crate::letters::{Paper, seal};
use crate::mail::Letter;
use crate::people::{self, Person};
use crate::web::say;
use askama::Template;
use uuid::Uuid;

/// The secret part of the link by which she stays.
#[must_use]
pub fn token(key: &[u8], who: Id<Person>) -> String {
    let plain = who.uuid().simple().to_string();
    let tag = secret::mac(key, &format!("stay:{plain}"));
    format!("{plain}{tag}")
}

/// Who stays by a link; `None` when it is not one of ours.
#[must_use]
pub fn read(key: &[u8], typed: &str) -> Option<Id<Person>> {
    let who = Id::from_uuid(Uuid::try_parse(typed.get(..32)?).ok()?);
    secret::same(&token(key, who), typed).then_some(who)
}

#[derive(Template)]
#[template(path = "letters/away.html")]
struct Html<'a> {
    letter: &'a Paper,
    first_name: &'a str,
    months: i64,
    date: &'a str,
    link: &'a str,
}

#[derive(Template)]
#[template(path = "letters/away.txt")]
struct Text<'a> {
    letter: &'a Paper,
    first_name: &'a str,
    months: i64,
    date: &'a str,
    link: &'a str,
}

/// The letter; `None` when she came meanwhile, or is gone.
///
/// # Errors
/// What the database says.
pub fn away(app: &App, who: Id<Person>) -> Result<Option<Letter>> {
    let known = app.store.read(|conn| {
        let person = people::store::by_id(conn, who)?;
        let lang = accounts::store::by_id(conn, person.account())?.language;
        Ok((accounts::store::presence_of(conn, person.account())?, person, lang))
    });
    let (presence, person, lang) = match known {
        Err(Error::NotFound) => return Ok(None),
        other => other?,
    };
    let Some((seen, Some(noticed))) = presence else { return Ok(None) };
    let letter = Paper::new(app, lang);
    let ends = (seen + retention::AWAY.span()).max(noticed + retention::NOTICE_GIVEN.span());
    let date = say::date(ends, chrono_tz::Europe::Paris, lang);
    let link = letter.url(&format!("/je-reste/{}", token(&app.config.secret, who)));
    let (letter, first_name, months) = (&letter, person.first_name.as_str(), retention::NOTICE.number());
    let (date, link, subject) = (date.as_str(), link.as_str(), letter.t.away_subject());
    let text = Text { letter, first_name, months, date, link };
    seal(&person.email, subject, &text, &Html { letter, first_name, months, date, link }).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_keeps_the_account_of_one_person() {
        let who = Id::make();
        assert_eq!(read(b"key", &token(b"key", who)), Some(who));
        for wrong in ["", "x", &token(b"other", who), &token(b"key", who)[1..]] {
            assert_eq!(read(b"key", wrong), None);
        }
    }
}
