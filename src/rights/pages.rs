//! Deleting everything, in two clicks: the first shows what it means, the second does it.

use crate::rights::actions;
use crate::web::page::see_other;
use crate::web::signed::{ForPerson, session_cookie};
use crate::web::{Error, Form, Outcome, Page, Signed};
use actix_web::HttpResponse;
use askama::Template;

/// What it means.
#[derive(Template)]
#[template(path = "rights/erase.html")]
struct Ask {
    page: Page,
}

/// `GET /moi/suppression`
///
/// # Errors
/// When the page cannot be made.
pub async fn ask(who: Signed<ForPerson>) -> Outcome<HttpResponse> {
    who.page.show(|page| Ask { page })
}

/// `POST /moi/suppression`: everything is deleted, and every session ends.
///
/// # Errors
/// What the database says; nothing is deleted then.
pub async fn erase(who: Signed<ForPerson>, _form: Form) -> Outcome<HttpResponse> {
    let herself = who.herself();
    who.app.write(move |tx, now| actions::erase(tx, now, herself)).await?;
    let mut answer = see_other(&who.page, "/?ok=all-erased");
    answer.add_cookie(&session_cookie(&who.app, None)).map_err(|e| Error::Internal(e.to_string()))?;
    Ok(answer)
}
