//! What is written to who reported a mission and left an address: the answer, in her language when she has an account. What was
//! reported is not quoted: nobody proved that the address is theirs.

use crate::accounts;
use crate::app::App;
use crate::db::{Error, Result};
use crate::kernel::{Id, Lang};
use crate::letters::{Paper, seal};
use crate::mail::Letter;
use crate::offers::pages::report::path;
use crate::offers::store::{self, Report};
use askama::Template;

/// The words of the letter.
struct Said {
    title: String,
    answer: String,
    path: String,
}

#[derive(Template)]
#[template(path = "letters/report_answered.html")]
struct Html<'a> {
    letter: &'a Paper,
    said: &'a Said,
    subject: &'a str,
}

#[derive(Template)]
#[template(path = "letters/report_answered.txt")]
struct Text<'a> {
    letter: &'a Paper,
    said: &'a Said,
}

/// The answer to a report; none when the address was forgotten meanwhile.
///
/// # Errors
/// What the database says.
pub fn report_answered(app: &App, id: Id<Report>) -> Result<Option<Letter>> {
    let known = app.store.read(|conn| {
        let report = store::report(conn, id)?;
        let account = match &report.email {
            Some(email) => accounts::store::by_email(conn, email)?,
            None => None,
        };
        Ok((store::by_id(conn, report.offer)?.terms.title, account, report))
    });
    let (title, account, report) = match known {
        Ok(known) => known,
        Err(Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    let (Some(email), Some((answer, _))) = (report.email, report.answer) else { return Ok(None) };
    let letter = Paper::new(app, account.map_or(Lang::Fr, |a| a.language));
    let said = Said { title, answer, path: path(&app.config.secret, id) };
    let subject = letter.t.reported_subject(&said.title);
    let text = Text { letter: &letter, said: &said };
    seal(&email, subject.clone(), &text, &Html { letter: &letter, said: &said, subject: &subject }).map(Some)
}
