//! A month of who has no address, for who follows her: because she asked him to, for half an hour, and this month only. It is her own
//! page, her table and her own version of a slot; nothing of it is on any other page of his (G2).

use super::desk::Desk;
use super::{own, shown, table};
use crate::web::signed::ForAdvisor;
use crate::web::{Form, Outcome, Signed};
use actix_web::HttpResponse;
use actix_web::web::Path;

/// `GET /conseil/personnes/{id}/recap/{month}`
///
/// # Errors
/// `NotFound` without a mandate, or when it is no month; `mandate-ended`.
pub async fn show(who: Signed<ForAdvisor>, path: Path<(String, String)>) -> Outcome<HttpResponse> {
    shown(Desk::for_her(who, &path.0, &path.1)?).await
}

/// `GET /conseil/personnes/{id}/recap/{month}.csv`
///
/// # Errors
/// `NotFound` without a mandate, or when it is no month; `mandate-ended`.
pub async fn csv(who: Signed<ForAdvisor>, path: Path<(String, String)>) -> Outcome<HttpResponse> {
    table::handed(Desk::for_her(who, &path.0, &path.1)?).await
}

/// `GET /conseil/personnes/{id}/recap/{month}/{interest}`
///
/// # Errors
/// `NotFound` without a mandate, when it is not hers, or not of this month; `mandate-ended`.
pub async fn own_form(who: Signed<ForAdvisor>, path: Path<(String, String, String)>) -> Outcome<HttpResponse> {
    own::filled(Desk::for_her(who, &path.0, &path.1)?, &path.2).await
}

/// `POST /conseil/personnes/{id}/recap/{month}/{interest}`
///
/// # Errors
/// `NotFound` without a mandate, when it is not hers, or not of this month; `mandate-ended`.
pub async fn set_own(
    who: Signed<ForAdvisor>,
    path: Path<(String, String, String)>,
    Form(fields): Form,
) -> Outcome<HttpResponse> {
    own::put(Desk::for_her(who, &path.0, &path.1)?, &path.2, fields).await
}

/// `POST /conseil/personnes/{id}/recap/{month}/{interest}/proposition`
///
/// # Errors
/// `NotFound` without a mandate, when it is not hers, or not of this month; `mandate-ended`.
pub async fn forget_own(
    who: Signed<ForAdvisor>,
    path: Path<(String, String, String)>,
    _form: Form,
) -> Outcome<HttpResponse> {
    own::taken_out(Desk::for_her(who, &path.0, &path.1)?, &path.2).await
}
