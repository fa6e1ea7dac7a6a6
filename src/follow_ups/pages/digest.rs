//! The letter of the week: stopped by its link, without signing in, or in the portfolio. Opening the link stops nothing, for
//! mail scanners open links.

use crate::follow_ups::letters::digest;
use crate::follow_ups::pages::advisor_of;
use crate::follow_ups::{Advisor, store};
use crate::kernel::Id;
use crate::web::form::OneClick;
use crate::web::page::see_other;
use crate::web::signed::ForAdvisor;
use crate::web::{Error, Form, Outcome, Page, Signed};
use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue, REFERRER_POLICY};
use actix_web::web::Path;
use askama::Template;

/// Before, and after.
#[derive(Template)]
#[template(path = "follow_ups/stop.html")]
struct StopPage {
    page: Page,
    done: bool,
}

fn answer(page: Page, done: bool) -> Outcome<HttpResponse> {
    let mut answer = page.show(|page| StopPage { page, done })?;
    answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer.headers_mut().insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    Ok(answer)
}

fn read(page: &Page, token: &str) -> Outcome<Id<Advisor>> {
    digest::read(&page.app.config.secret, token).ok_or(Error::NotFound)
}

/// `GET /desabonnement/semaine/{token}`
///
/// # Errors
/// `NotFound` when the link is not one of ours.
pub async fn ask(page: Page, token: Path<String>) -> Outcome<HttpResponse> {
    read(&page, &token)?;
    answer(page, false)
}

/// `POST /desabonnement/semaine/{token}`
///
/// # Errors
/// `NotFound` when the link is not one of ours.
pub async fn stop(page: Page, token: Path<String>, _pressed: OneClick) -> Outcome<HttpResponse> {
    let who = read(&page, &token)?;
    page.app.write(move |tx, now| store::members::set_digest(tx, now, who, false)).await?;
    answer(page, true)
}

/// `POST /conseil/lettre`: wanted, or not.
///
/// # Errors
/// What the database says.
pub async fn set(who: Signed<ForAdvisor>, Form(fields): Form) -> Outcome<HttpResponse> {
    let (advisor, wanted) = (advisor_of(&who), fields.is("lettre", "oui"));
    who.app.write(move |tx, now| store::members::set_digest(tx, now, advisor, wanted)).await?;
    Ok(see_other(&who.page, "/conseil?ok=digest-set"))
}
