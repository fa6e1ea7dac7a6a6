//! The letter to who runs a service: people of it have nobody who follows them. It names nobody.

use crate::accounts;
use crate::app::App;
use crate::db::{Error, Result};
use crate::follow_ups::{Advisor, store};
use crate::jobs::{self, Job};
use crate::kernel::Id;
use crate::letters::{Paper, seal};
use crate::mail::Letter;
use askama::Template;

#[derive(Template)]
#[template(path = "letters/unheld.html")]
struct Html<'a> {
    letter: &'a Paper,
    people: i64,
}

#[derive(Template)]
#[template(path = "letters/unheld.txt")]
struct Text<'a> {
    letter: &'a Paper,
    people: i64,
}

/// The letter; `None` when each has somebody again.
///
/// # Errors
/// What the database says.
pub fn letter(app: &App, advisor: Id<Advisor>, job: Id<Job>) -> Result<Option<Letter>> {
    let now = app.now();
    // From here on another needs another letter.
    app.store.write(|tx| jobs::unkey(tx, job))?;
    let known = app.store.read(|conn| {
        let account = accounts::store::by_id(conn, Id::from_uuid(advisor.uuid()))?;
        let own = store::advisor_by_id(conn, account.id)?.service.id;
        Ok((store::unheld::of_service(conn, now, own)?.len(), account, store::members::has_left(conn, advisor)?))
    });
    let (people, account) = match known {
        Ok((people, account, false)) if people > 0 => (i64::try_from(people).unwrap_or(i64::MAX), account),
        Ok(_) | Err(Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    let letter = Paper::new(app, account.language);
    let subject = letter.t.unheld_subject();
    seal(&account.email, subject, &Text { letter: &letter, people }, &Html { letter: &letter, people }).map(Some)
}
