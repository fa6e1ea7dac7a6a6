//! Deleting everything, in two clicks: the first shows what it means, the second does it. And staying, by the link of a
//! letter: opening it does nothing, for mail scanners open links; its button keeps the account.

use crate::kernel::Id;
use crate::people::Person;
use crate::rights::{actions, letters};
use crate::web::form::OneClick;
use crate::web::page::see_other;
use crate::web::signed::{ForPerson, session_cookie};
use crate::web::{Error, Form, Outcome, Page, Signed};
use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue, REFERRER_POLICY};
use actix_web::web::Path;
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

/// Before, and after.
#[derive(Template)]
#[template(path = "rights/stay.html")]
struct Stay {
    page: Page,
    done: bool,
}

fn staying(page: Page, done: bool) -> Outcome<HttpResponse> {
    let mut answer = page.show(|page| Stay { page, done })?;
    answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer.headers_mut().insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    Ok(answer)
}

fn whose(page: &Page, token: &str) -> Outcome<Id<Person>> {
    letters::read(&page.app.config.secret, token).ok_or(Error::NotFound)
}

/// `GET /je-reste/{token}`
///
/// # Errors
/// `NotFound` when the link is not one of ours.
pub async fn stay_form(page: Page, token: Path<String>) -> Outcome<HttpResponse> {
    whose(&page, &token)?;
    staying(page, false)
}

/// `POST /je-reste/{token}`: she stays.
///
/// # Errors
/// `NotFound` when the link is not one of ours, or everything is deleted already.
pub async fn stay(page: Page, token: Path<String>, _pressed: OneClick) -> Outcome<HttpResponse> {
    let who = whose(&page, &token)?;
    if page.app.write(move |tx, now| actions::stay(tx, now, who)).await? {
        staying(page, true)
    } else {
        Err(Error::NotFound)
    }
}
