//! A person asks who follows her to set her hours with her. First he reads her what he is about to do, and ticks that she
//! agreed: only then, and for an hour, is the page of her hours open to him. It is her own page, without whether
//! she wants proposals, which is asked for apart.

use super::desk::Desk;
use super::{Section, days, put_ready, put_week, reach, shown};
use crate::db;
use crate::kernel::{Lang, RuleError};
use crate::l10n::texts;
use crate::web::page::see_other;
use crate::web::signed::ForAdvisor;
use crate::web::{Fields, Form, Outcome, Page, Signed};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

/// What is read to her first.
#[derive(Template)]
#[template(path = "people/hours_asked.html")]
struct ReadFirst {
    page: Page,
    fields: Fields,
    person: String,
    name: String,
    base: String,
}

async fn read_first(mut desk: Desk, fields: Fields, status: StatusCode) -> Outcome<HttpResponse> {
    let name = desk.name().await?;
    let (person, base) = (desk.person().to_string(), desk.base());
    desk.page.path.clone_from(&base);
    let template = ReadFirst { page: desk.page, fields, person, name, base };
    template.page.html_with(status, &template)
}

/// `GET /conseil/personnes/{id}/heures`: her hours, or what is to be read to her first.
///
/// # Errors
/// `NotFound` without a mandate; `mandate-ended`.
pub async fn show(who: Signed<ForAdvisor>, id: Path<String>) -> Outcome<HttpResponse> {
    let desk = Desk::for_her(who, &id)?;
    match desk.said().await {
        Err(db::Error::Rules(rules)) if rules.iter().all(|rule| rule.code == "hours-not-asked") => {
            read_first(desk, Fields::default(), StatusCode::OK).await
        }
        Err(other) => Err(other.into()),
        Ok(_) => shown(desk, Fields::default(), Section::None, Vec::new(), StatusCode::OK).await,
    }
}

/// `POST /conseil/personnes/{id}/heures/accord`: she asked for it.
///
/// # Errors
/// `NotFound` without a mandate; `mandate-ended`.
pub async fn asked(who: Signed<ForAdvisor>, id: Path<String>, Form(mut fields): Form) -> Outcome<HttpResponse> {
    let desk = Desk::for_her(who, &id)?;
    if !fields.is("accord", "oui") {
        let missing = RuleError::invalid("spoken-consent-missing").on("accord");
        fields.refuse(&[missing], desk.page.t);
        return read_first(desk, fields, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    // In French, as it was read to her.
    let t = texts(Lang::Fr);
    desk.asked(t.hours_kept(t.hours_said())).await?;
    Ok(see_other(&desk.page, &desk.base()))
}

/// `POST /conseil/personnes/{id}/heures`
///
/// # Errors
/// `NotFound` without a mandate; `mandate-ended`, `hours-not-asked`.
pub async fn set_week(who: Signed<ForAdvisor>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    put_week(Desk::for_her(who, &id)?, fields).await
}

/// `POST /conseil/personnes/{id}/heures/maintenant`
///
/// # Errors
/// `NotFound` without a mandate; `mandate-ended`, `hours-not-asked`.
pub async fn set_ready(who: Signed<ForAdvisor>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    put_ready(Desk::for_her(who, &id)?, &fields).await
}

/// `POST /conseil/personnes/{id}/heures/trajet`
///
/// # Errors
/// `NotFound` without a mandate; `mandate-ended`, `hours-not-asked`.
pub async fn set_reach(who: Signed<ForAdvisor>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    reach::put(Desk::for_her(who, &id)?, fields).await
}

/// `POST /conseil/personnes/{id}/heures/jours`
///
/// # Errors
/// `NotFound` without a mandate; `mandate-ended`, `hours-not-asked`.
pub async fn set_day(who: Signed<ForAdvisor>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    days::put(Desk::for_her(who, &id)?, fields).await
}

/// `POST /conseil/personnes/{id}/heures/jours/{jour}/suppression`
///
/// # Errors
/// `NotFound` without a mandate, or when it is another's; `mandate-ended`, `hours-not-asked`.
pub async fn forget_day(who: Signed<ForAdvisor>, path: Path<(String, String)>, _form: Form) -> Outcome<HttpResponse> {
    let (person, day) = path.into_inner();
    days::like_the_week(Desk::for_her(who, &person)?, &day).await
}
