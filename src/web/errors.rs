//! Every "no" has a page, or problem details (RFC 9457) under `/api`: the same code, a sentence in the reader's language.
//! Causes are logged once, here, under a number; the reader sees the number only.

use crate::db;
use crate::kernel::RuleError;
use crate::kernel::rule::Kind;
use crate::l10n::L10nLanguage;
use crate::web::{Page, language};
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{ACCEPT, HeaderValue, RETRY_AFTER, WWW_AUTHENTICATE};
use actix_web::middleware::Next;
use actix_web::{HttpRequest, HttpResponse, ResponseError};
use askama::Template;
use serde_json::json;

/// What a handler answers.
pub type Outcome<T> = Result<T, Error>;

/// Why a request did not go through.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// Rules of the trade were not met.
    #[error("rules not met")]
    Rules(Vec<RuleError>),
    /// Nothing there, or not for this reader.
    #[error("not found")]
    NotFound,
    /// The address exists, not with this verb.
    #[error("method not allowed")]
    MethodNotAllowed,
    /// A page for people who are signed in.
    #[error("sign in first")]
    SignInFirst,
    /// A form from elsewhere, or too old.
    #[error("form refused: {0}")]
    Forged(&'static str),
    /// An API key that is missing or does not hold.
    #[error("key")]
    Key,
    /// An API key without this scope.
    #[error("scope")]
    Scope,
    /// The request cannot be read: a stable code, the field, and words for the sentence.
    #[error("unreadable: {}", .0.code)]
    Unreadable(RuleError),
    /// The body is of a kind that is not read here.
    #[error("media type")]
    MediaType(RuleError),
    /// Too much at once.
    #[error("too large")]
    TooLarge,
    /// Too often.
    #[error("too many requests")]
    TooMany,
    /// The board is being loaded, or the database is away.
    #[error("unavailable: {0}")]
    Unavailable(String),
    /// A fault of ours.
    #[error("internal: {0}")]
    Internal(String),
}

impl From<db::Error> for Error {
    fn from(error: db::Error) -> Self {
        match error {
            db::Error::Rules(rules) => Self::Rules(rules),
            db::Error::NotFound => Self::NotFound,
            db::Error::Busy | db::Error::Unreachable(_) => Self::Unavailable(error.to_string()),
            db::Error::Conflict(_) => Self::Rules(vec![RuleError::conflict("changed-meanwhile")]),
            other => Self::Internal(other.to_string()),
        }
    }
}

impl From<RuleError> for Error {
    fn from(rule: RuleError) -> Self {
        Self::Rules(vec![rule])
    }
}

impl Error {
    /// The stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Rules(rules) if rules.len() > 1 => "several-errors",
            Self::Rules(rules) => rules.first().map_or("invalid", |r| r.code),
            Self::NotFound => "not-found",
            Self::MethodNotAllowed => "method-not-allowed",
            Self::SignInFirst => "sign-in-first",
            Self::Forged(_) => "form-refused",
            Self::Key => "key-invalid",
            Self::Scope => "scope-missing",
            Self::Unreadable(rule) | Self::MediaType(rule) => rule.code,
            Self::TooLarge => "too-large",
            Self::TooMany => "too-many-requests",
            Self::Unavailable(_) => "unavailable",
            Self::Internal(_) => "internal",
        }
    }

    /// The sentence.
    #[must_use]
    pub(crate) fn sentence(&self, t: &L10nLanguage) -> String {
        match self {
            Self::Rules(rules) if rules.len() == 1 => rules.first().map(|r| t.rule(r)).unwrap_or_default(),
            Self::Unreadable(rule) | Self::MediaType(rule) => t.rule(rule),
            other => t.named(&format!("error-{}", other.code()), &[]).unwrap_or_else(|| other.code().to_owned()),
        }
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::Rules(rules) => rules.first().map_or(StatusCode::UNPROCESSABLE_ENTITY, |r| rule_status(r.kind)),
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::SignInFirst | Self::Key => StatusCode::UNAUTHORIZED,
            Self::Forged(_) | Self::Scope => StatusCode::FORBIDDEN,
            Self::Unreadable(_) => StatusCode::BAD_REQUEST,
            Self::MediaType(_) => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse<BoxBody> {
        HttpResponse::new(self.status_code())
    }
}

const fn rule_status(kind: Kind) -> StatusCode {
    match kind {
        Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::Conflict => StatusCode::CONFLICT,
        Kind::Gone => StatusCode::GONE,
        Kind::Forbidden => StatusCode::FORBIDDEN,
        Kind::Outdated => StatusCode::PRECONDITION_FAILED,
    }
}

/// Turns every error into a page or problem details.
///
/// # Errors
/// None of its own.
pub async fn render(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let response = next.call(req).await?;
    let bare = (response.status() == StatusCode::METHOD_NOT_ALLOWED).then_some(Error::MethodNotAllowed);
    let Some(error) = response.response().error().map(known).or(bare) else {
        return Ok(response.map_into_boxed_body());
    };
    let allow = response.headers().get("Allow").cloned();
    let (request, _) = response.into_parts();
    let mut answer = answer(&request, &error);
    if let Some(allow) = allow {
        answer.headers_mut().insert(actix_web::http::header::ALLOW, allow);
    }
    Ok(ServiceResponse::new(request, answer))
}

/// Our own errors as they are, and those of actix as the nearest of ours.
fn known(error: &actix_web::Error) -> Error {
    if let Some(own) = error.as_error::<Error>() {
        return own.clone();
    }
    match error.as_response_error().status_code() {
        StatusCode::NOT_FOUND => Error::NotFound,
        StatusCode::METHOD_NOT_ALLOWED => Error::MethodNotAllowed,
        StatusCode::PAYLOAD_TOO_LARGE | StatusCode::URI_TOO_LONG => Error::TooLarge,
        status if status.is_client_error() => Error::Unreadable(RuleError::invalid("request-unreadable")),
        _ => Error::Internal(error.to_string()),
    }
}

/// The page of an error.
#[derive(Template)]
#[template(path = "errors/error.html")]
pub struct ErrorPage {
    page: Page,
    title: String,
    sentence: String,
    number: Option<String>,
}

fn answer(req: &HttpRequest, error: &Error) -> HttpResponse {
    let number = match error {
        Error::Internal(why) | Error::Unavailable(why) => {
            let number = uuid::Uuid::now_v7().simple().to_string();
            if matches!(error, Error::Internal(_)) {
                tracing::error!(error.id = %number, error.code = error.code(), error.cause = %why, "request failed");
            } else {
                // It passes by itself: a start, or a database that is away, told once elsewhere.
                tracing::warn!(error.id = %number, error.code = error.code(), error.cause = %why, "not ready");
            }
            Some(number)
        }
        _ => None,
    };
    let json = req.path().starts_with("/api/") || wants_json(req);
    let mut response = if json { problem(req, error, number.as_deref()) } else { page(req, error, number) };
    if matches!(error, Error::Key) {
        response.headers_mut().insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    if matches!(error, Error::TooMany | Error::Unavailable(_)) {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("2"));
    }
    response
}

fn wants_json(req: &HttpRequest) -> bool {
    req.headers().get(ACCEPT).and_then(|v| v.to_str().ok()).is_some_and(|a| a.starts_with("application/json"))
}

/// RFC 9457. Sentences are in French, as the API promises, unless the path asks for English.
fn problem(req: &HttpRequest, error: &Error, number: Option<&str>) -> HttpResponse {
    let t = crate::l10n::texts(language::of(req));
    let status = error.status_code();
    let errors: Vec<_> = match error {
        Error::Rules(rules) => rules.iter().map(|r| field_problem(t, r)).collect(),
        Error::Unreadable(rule) | Error::MediaType(rule) => vec![field_problem(t, rule)],
        _ => Vec::new(),
    };
    let mut body = json!({
        "type": format!("/api/problems#{}", error.code()),
        "title": error.sentence(t),
        "status": status.as_u16(),
        "code": error.code(),
    });
    if !errors.is_empty() {
        body["errors"] = json!(errors);
    }
    if let Some(number) = number {
        body["instance"] = json!(format!("urn:escale:error:{number}"));
    }
    HttpResponse::build(status).content_type("application/problem+json").body(body.to_string())
}

fn field_problem(t: &L10nLanguage, rule: &RuleError) -> serde_json::Value {
    json!({ "code": rule.code, "field": rule.field, "detail": t.rule(rule) })
}

fn page(req: &HttpRequest, error: &Error, number: Option<String>) -> HttpResponse {
    let status = error.status_code();
    let Ok(app) = crate::web::page::shared(req) else { return HttpResponse::new(status) };
    let page = Page::bare(app, req);
    if matches!(error, Error::SignInFirst) {
        let asked = req.uri().path_and_query().map_or("/", |whole| whole.as_str());
        let back = percent_encoding::utf8_percent_encode(asked, percent_encoding::NON_ALPHANUMERIC).to_string();
        return crate::web::page::see_other(&page, &format!("/connexion?vers={back}"));
    }
    let title =
        page.t.named(&format!("error-title-{}", status.as_u16()), &[]).unwrap_or_else(|| page.t.error_title_other());
    let template = ErrorPage { sentence: error.sentence(page.t), title, number, page };
    match template.render() {
        Ok(body) => HttpResponse::build(status)
            .content_type("text/html; charset=utf-8")
            .insert_header(("Cache-Control", "no-store"))
            .body(body),
        Err(_) => HttpResponse::new(status),
    }
}
