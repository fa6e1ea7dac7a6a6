//! The letter to who is invited to a service or a platform. An address that has an account already is told so, and that nothing
//! changes; which account it is stands in no letter and on no page.

use crate::accounts;
use crate::accounts::invitations::{Invitation, Place};
use crate::app::App;
use crate::db::{Error, Result};
use crate::follow_ups::store;
use crate::kernel::{Id, Lang};
use crate::letters::{Paper, seal};
use crate::mail::Letter;
use crate::platforms;
use askama::Template;

#[derive(Template)]
#[template(path = "letters/invitation.html")]
struct Html<'a> {
    letter: &'a Paper,
    said: &'a Said,
}

#[derive(Template)]
#[template(path = "letters/invitation.txt")]
struct Text<'a> {
    letter: &'a Paper,
    said: &'a Said,
}

struct Said {
    name: String,
    place: String,
    /// As an advisor, else as a member of a platform.
    advises: bool,
    /// None for an address that has an account.
    link: Option<String>,
}

/// The letter; `None` when it was taken back meanwhile.
///
/// # Errors
/// What the database says.
pub fn letter(app: &App, id: Id<Invitation>) -> Result<Option<Letter>> {
    let known = app.write_now(|tx, _| {
        let (invitation, token) = accounts::actions::invitations::arm(tx, id)?;
        let place = match invitation.place {
            Place::Service(id) => store::members::service_name(tx, Id::from_uuid(id))?,
            Place::Platform(id) => platforms::store::by_id(tx, Id::from_uuid(id))?.name,
        };
        Ok((invitation, place, token))
    });
    let (invitation, place, token) = match known {
        Err(Error::NotFound) => return Ok(None),
        other => other?,
    };
    let letter = Paper::new(app, Lang::Fr);
    let link = token.map(|token| letter.url(&format!("/invitation/{token}")));
    let advises = matches!(invitation.place, Place::Service(_));
    let said = Said { name: invitation.name, place, advises, link };
    let subject = letter.t.invitation_subject(&said.place);
    let (text, html) = (Text { letter: &letter, said: &said }, Html { letter: &letter, said: &said });
    seal(&invitation.email, subject, &text, &html).map(Some)
}
