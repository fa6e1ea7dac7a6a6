//! The letter that signs in: a link and a code, made at the moment it is written, so that neither rests anywhere.

use crate::accounts::{SIGN_IN_LIFE, SignIn, actions};
use crate::app::App;
use crate::db::{Error, Result};
use crate::kernel::Id;
use crate::letters::{Paper, seal};
use crate::mail::Letter;
use askama::Template;

/// As text.
#[derive(Template)]
#[template(path = "letters/sign_in.txt")]
struct Text<'a> {
    letter: &'a Paper,
    link: &'a str,
    code: &'a str,
    minutes: i64,
}

/// As HTML.
#[derive(Template)]
#[template(path = "letters/sign_in.html")]
struct Html<'a> {
    letter: &'a Paper,
    link: &'a str,
    code: &'a str,
    minutes: i64,
}

/// The letter of a sign-in that was asked for; nothing when it is gone, used or out of time, or when its address has no
/// account. Written again, it makes the link and code of the letter before useless.
///
/// # Errors
/// What the database says.
pub fn sign_in(app: &App, id: Id<SignIn>) -> Result<Option<Letter>> {
    let now = app.now();
    let (account, token, code) = match app.store.write(|tx| actions::arm(tx, now, id)) {
        Ok(Some(armed)) => armed,
        Ok(None) | Err(Error::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    };
    let letter = Paper::new(app, account.language);
    let (link, code) = (letter.url(&format!("/connexion/lien/{token}")), in_two(&code));
    let (letter, link, code, minutes) = (&letter, link.as_str(), code.as_str(), SIGN_IN_LIFE.num_minutes());
    let subject = letter.t.sign_in_letter_subject();
    seal(&account.email, subject, &Text { letter, link, code, minutes }, &Html { letter, link, code, minutes })
        .map(Some)
}

/// Eight digits as two groups of four: easier to read and to type.
fn in_two(code: &str) -> String {
    code.split_at_checked(4).map_or_else(|| code.to_owned(), |(first, second)| format!("{first} {second}"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_code_is_written_in_two_groups() {
        assert_eq!(super::in_two("01234567"), "0123 4567");
    }
}
