//! The letter to an advisor to whom people were entrusted: how many to follow, how many to stand in for. It names nobody.

use crate::accounts;
use crate::app::App;
use crate::db::{Error, Result};
use crate::follow_ups::{Advisor, MandateKind, store};
use crate::jobs::{self, Job};
use crate::kernel::{Id, Instant};
use crate::letters::{Paper, seal};
use crate::mail::Letter;
use askama::Template;

#[derive(Template)]
#[template(path = "letters/entrusted.html")]
struct Html<'a> {
    letter: &'a Paper,
    name: &'a str,
    followed: i64,
    covered: i64,
    link: &'a str,
}

#[derive(Template)]
#[template(path = "letters/entrusted.txt")]
struct Text<'a> {
    letter: &'a Paper,
    name: &'a str,
    followed: i64,
    covered: i64,
    link: &'a str,
}

/// The letter; `None` when nobody is left whom he was entrusted with since.
///
/// # Errors
/// What the database says.
pub fn letter(app: &App, advisor: Id<Advisor>, since: Instant, job: Id<Job>) -> Result<Option<Letter>> {
    let now = app.now();
    // Who is entrusted from here on needs another letter.
    app.store.write(|tx| jobs::unkey(tx, job))?;
    let account = Id::from_uuid(advisor.uuid());
    let known = app.store.read(|conn| {
        let count = |conn: &mut _, kind| store::mandates::begun_since(conn, now, advisor, kind, since);
        let (followed, covered) = (count(conn, MandateKind::Referent)?, count(conn, MandateKind::Cover)?);
        Ok((followed, covered, accounts::store::by_id(conn, account)?))
    });
    let (followed, covered, account) = match known {
        Err(Error::NotFound) => return Ok(None),
        other => other?,
    };
    if followed + covered == 0 {
        return Ok(None);
    }
    let letter = Paper::new(app, account.language);
    let (link, letter) = (letter.url("/conseil"), &letter);
    let (name, link, subject) = (account.name.as_str(), link.as_str(), letter.t.entrusted_subject());
    let text = Text { letter, name, followed, covered, link };
    seal(&account.email, subject, &text, &Html { letter, name, followed, covered, link }).map(Some)
}
