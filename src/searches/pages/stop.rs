//! The link that stops letters. Opening it stops nothing, for mail scanners open links; the button does, or the one press of
//! the reader's mail (RFC 8058), which has neither session nor form: the link itself is the proof.

use crate::searches::{Stop, actions};
use crate::web::form::OneClick;
use crate::web::{Error, Outcome, Page};
use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue, REFERRER_POLICY};
use actix_web::web::Path;
use askama::Template;

/// Before, and after.
#[derive(Template)]
#[template(path = "searches/stop.html")]
struct StopPage {
    page: Page,
    /// What is stopped, as a word of the trade.
    what: &'static str,
    /// Where it is chosen again.
    back: &'static str,
    done: bool,
}

impl StopPage {
    /// An address that holds a secret is neither kept nor told to the next page.
    fn answer(page: Page, stop: Stop, done: bool) -> Outcome<HttpResponse> {
        let back = match stop {
            Stop::Kind(..) => "/moi/agenda",
            Stop::Device(_) => "/moi/appareils",
            Stop::One(_) | Stop::All(_) => "/moi/recherches",
        };
        let mut answer = page.show(|page| Self { page, what: stop.word(), back, done })?;
        answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        answer.headers_mut().insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
        Ok(answer)
    }
}

fn read(page: &Page, token: &str) -> Outcome<Stop> {
    Stop::read(&page.app.config.secret, token).ok_or(Error::NotFound)
}

/// `GET /desabonnement/{token}`
///
/// # Errors
/// `NotFound` when the link is not one of ours.
pub async fn ask(page: Page, token: Path<String>) -> Outcome<HttpResponse> {
    let stop = read(&page, &token)?;
    StopPage::answer(page, stop, false)
}

/// `POST /desabonnement/{token}`: answered without a redirection, that one press of a mail does not follow.
///
/// # Errors
/// `NotFound` when the link is not one of ours.
pub async fn stop(page: Page, token: Path<String>, _pressed: OneClick) -> Outcome<HttpResponse> {
    let stop = read(&page, &token)?;
    page.app.write(move |tx, now| actions::stop(tx, now, stop)).await?;
    StopPage::answer(page, stop, true)
}
