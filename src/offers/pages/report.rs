//! Reporting a mission, with an account or without: by when it is answered, and the answer, at an address that only who
//! reported knows.

use crate::kernel::rule::Kind;
use crate::kernel::{Id, secret};
use crate::offers::Offer;
use crate::offers::store::{self, Report};
use crate::web::page::see_other;
use crate::web::{Error, Fields, Form, Outcome, Page};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue, REFERRER_POLICY};
use actix_web::web::Path;
use askama::Template;

/// Reporting a mission.
#[derive(Template)]
#[template(path = "offers/report.html")]
struct Ask {
    page: Page,
    id: String,
    fields: Fields,
}

/// What became of a report.
#[derive(Template)]
#[template(path = "offers/reported.html")]
struct Reported {
    page: Page,
    offer: String,
    message: String,
    sent: String,
    due: String,
    /// Whether the answer is sent by letter too.
    letter: bool,
    answer: Option<(String, String)>,
}

/// The path where a report is followed, under the secret of the site: nothing of it is kept.
#[must_use]
pub fn path(key: &[u8], id: Id<Report>) -> String {
    format!("/signalements/{}", token(key, id))
}

fn token(key: &[u8], id: Id<Report>) -> String {
    let plain = id.uuid().simple().to_string();
    format!("{plain}{}", secret::mac(key, &format!("report:{plain}")))
}

fn read(key: &[u8], text: &str) -> Option<Id<Report>> {
    let id: Id<Report> = Id::from_uuid(uuid::Uuid::try_parse(text.get(..32)?).ok()?);
    secret::same(&token(key, id), text).then_some(id)
}

/// `GET /missions/{id}/signalement`
///
/// # Errors
/// When the page cannot be made.
pub async fn form(page: Page, id: Path<String>) -> Outcome<HttpResponse> {
    let known: Id<Offer> = id.parse().map_err(|_| Error::NotFound)?;
    page.app.read(move |conn| store::by_id(conn, known)).await?;
    let mut fields = Fields::default();
    // Who is signed in is answered at her address, unless she takes it out.
    if let Some(viewer) = &page.viewer {
        fields.set("email", viewer.email.as_str());
    }
    page.show(|page| Ask { page, id: known.to_string(), fields })
}

/// `POST /missions/{id}/signalement`
///
/// # Errors
/// `NotFound`.
pub async fn send(page: Page, id: Path<String>, Form(mut fields): Form) -> Outcome<HttpResponse> {
    let id: Id<Offer> = id.parse().map_err(|_| Error::NotFound)?;
    let (message, email) = (fields.get("message").to_owned(), fields.get("email").to_owned());
    let done = page.app.write(move |tx, now| crate::offers::actions::report(tx, now, id, &message, &email)).await;
    match done {
        Ok(report) => Ok(see_other(&page, &format!("{}?ok=reported", path(&page.app.config.secret, report.id)))),
        Err(crate::db::Error::Rules(rules)) if rules.iter().all(|r| r.kind == Kind::Invalid) => {
            fields.refuse(&rules, page.t);
            let template = Ask { id: id.to_string(), fields, page };
            template.page.html_with(StatusCode::UNPROCESSABLE_ENTITY, &template)
        }
        Err(other) => Err(other.into()),
    }
}

/// `GET /signalements/{token}`: by when it is answered, or the answer.
///
/// # Errors
/// `NotFound` when the address is not one of ours.
pub async fn follow(page: Page, token: Path<String>) -> Outcome<HttpResponse> {
    let id = read(&page.app.config.secret, &token).ok_or(Error::NotFound)?;
    let report = page.app.read(move |conn| store::report(conn, id)).await?;
    let mut answer = page.show(|page| Reported {
        offer: report.offer.to_string(),
        message: report.message,
        sent: page.date(&report.created_at),
        due: page.date(&report.due_at),
        letter: report.email.is_some(),
        answer: report.answer.map(|(text, at)| (text, page.date(&at))),
        page,
    })?;
    answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer.headers_mut().insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    Ok(answer)
}
