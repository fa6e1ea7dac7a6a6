//! Signing in without a password: an address, a letter, then its link or its code. Whether an address is known is never
//! told; opening a link uses nothing, for mail scanners open links; each sign-in makes a new session and closes the old.

pub mod invited;
mod way;

use crate::accounts::actions::{self, Opened};
use crate::accounts::{Asked, SIGN_IN_LIFE, SignIn, local_path, store};
use crate::db;
use crate::kernel::rule::Kind;
use crate::kernel::{Email, Id, RuleError, secret};
use crate::push;
use crate::web::page::{BROWSER_COOKIE, see_other};
use crate::web::{Error, Fields, Form, Outcome, Page, form, signed};
use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, LOCATION};
use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use way::{browser, browser_for, destination, discreet, leads, onwards};

/// Asking for a letter.
#[derive(Template)]
#[template(path = "accounts/sign_in.html")]
struct AskPage {
    page: Page,
    fields: Fields,
}

/// `GET /connexion?vers=`
///
/// # Errors
/// When the page cannot be made.
pub async fn ask_form(page: Page, req: HttpRequest) -> Outcome<HttpResponse> {
    if let Some(viewer) = &page.viewer {
        return Ok(see_other(&page, viewer.role.home()));
    }
    let ended = ended_session(&page, &req);
    let fields = form::query(&page.query);
    with_cookie(page.show(|page| AskPage { page, fields })?, ended.as_ref())
}

/// `POST /connexion`: the same answer, after the same work, whether the address is known or not.
///
/// # Errors
/// What the database says.
pub async fn ask(page: Page, req: HttpRequest, Form(mut fields): Form) -> Outcome<HttpResponse> {
    let email = match Email::parse(fields.get("email")) {
        Ok(email) => email,
        Err(rule) => {
            fields.refuse(&[rule], page.t);
            let template = AskPage { page, fields };
            return template.page.html_with(StatusCode::UNPROCESSABLE_ENTITY, &template);
        }
    };
    let browser = browser_for(&page, &req, &email)?;
    let goes_to = destination(fields.get("vers"));
    let then = onwards("/connexion/code", &goes_to);
    let cookie = signed::keep(&page.app, BROWSER_COOKIE, browser.clone(), 1);
    let mac = secret::mac(&page.app.config.secret, &format!("address:{}", email.as_str()));
    let asked = Asked { email, mac, browser_hash: secret::sha256(&browser), goes_to: local_path(&goes_to) };
    page.app.write(move |tx, now| actions::ask(tx, now, &asked)).await?;
    with_cookie(see_other(&page, &then), Some(&cookie))
}

/// Typing the code.
#[derive(Template)]
#[template(path = "accounts/code.html")]
struct CodePage {
    page: Page,
    fields: Fields,
    minutes: i64,
}

impl CodePage {
    fn again(&self) -> String {
        onwards("/connexion", &destination(self.fields.get("vers")))
    }
}

/// `GET /connexion/code`
///
/// # Errors
/// When the page cannot be made.
pub async fn code_form(page: Page, req: HttpRequest) -> Outcome<HttpResponse> {
    if let Some(viewer) = &page.viewer {
        return Ok(see_other(&page, viewer.role.home()));
    }
    if browser(&req).is_none() {
        return Ok(see_other(&page, "/connexion"));
    }
    let ended = ended_session(&page, &req);
    let fields = form::query(&page.query);
    with_cookie(page.show(|page| CodePage { page, fields, minutes: SIGN_IN_LIFE.num_minutes() })?, ended.as_ref())
}

/// `POST /connexion/code`. A code out of time or of tries reads as a wrong one: an unknown address has neither.
///
/// # Errors
/// What the database says.
pub async fn open_code(page: Page, req: HttpRequest, Form(mut fields): Form) -> Outcome<HttpResponse> {
    let goes_to = destination(fields.get("vers"));
    let Some(browser) = browser(&req) else {
        return stopped(page, &RuleError::forbidden("sign-in-other-browser"), &goes_to);
    };
    let (code, old) = (fields.get("code").to_owned(), signed::cookie(&req, &page.app));
    let done = page.app.write(move |tx, now| match actions::open_by_code(tx, now, &code, &browser)? {
        Ok(opened) => replaced(tx, old.as_deref(), &opened).map(|()| Some(opened)),
        Err(_) => Ok(None),
    });
    match told(done.await)? {
        Ok(Some(opened)) => welcome(&page, opened),
        Err(rule) if rule.code != "sign-in-expired" => stopped(page, &rule, &goes_to),
        Ok(None) | Err(_) => {
            fields.refuse(&[RuleError::invalid("sign-in-code").on("code")], page.t);
            let template = CodePage { page, fields, minutes: SIGN_IN_LIFE.num_minutes() };
            template.page.html_with(StatusCode::UNPROCESSABLE_ENTITY, &template)
        }
    }
}

/// The page of a link: one button, and nothing about whom it is for.
#[derive(Template)]
#[template(path = "accounts/continue.html")]
struct ContinuePage {
    page: Page,
    leads: &'static str,
}

/// `GET /connexion/lien/{token}`: uses nothing, and tells no reader whether it was used.
///
/// # Errors
/// What the database says.
pub async fn link(page: Page, req: HttpRequest, token: Path<String>) -> Outcome<HttpResponse> {
    let ended = ended_session(&page, &req);
    let Some(pending) = pending(&page, &token).await? else {
        return stopped(page, &RuleError::gone("sign-in-unknown"), "").map(discreet);
    };
    let browser = browser(&req).map(|secret| secret::sha256(&secret));
    let hers = page.viewer.as_ref().is_some_and(|v| Some(v.id) == pending.account);
    if hers && pending.check(browser.as_deref(), page.now).is_err() {
        // A used link opened again by the one whom it signed in still leads where it said.
        return Ok(discreet(see_other(&page, &pending.goes_to)));
    }
    let answer = page.show(|page| ContinuePage { page, leads: leads(&pending.goes_to) })?;
    with_cookie(discreet(answer), ended.as_ref())
}

/// `POST /connexion/lien/{token}`
///
/// # Errors
/// What the database says.
pub async fn open_link(page: Page, req: HttpRequest, token: Path<String>, _form: Form) -> Outcome<HttpResponse> {
    let (given, browser, old) = (token.clone(), browser(&req), signed::cookie(&req, &page.app));
    let done = page.app.write(move |tx, now| {
        let opened = actions::open_by_link(tx, now, &given, browser.as_deref())?;
        replaced(tx, old.as_deref(), &opened).map(|()| opened)
    });
    match told(done.await)? {
        Ok(opened) => welcome(&page, opened),
        Err(rule) => {
            let goes_to = pending(&page, &token).await?.map(|p| p.goes_to).unwrap_or_default();
            stopped(page, &rule, &goes_to)
        }
    }
    .map(discreet)
}

/// `POST /deconnexion`
///
/// # Errors
/// What the database says.
pub async fn leave(page: Page, req: HttpRequest, _form: Form) -> Outcome<HttpResponse> {
    let old = signed::cookie(&req, &page.app);
    let who = page.viewer.as_ref().map(|viewer| Id::from_uuid(viewer.id.uuid()));
    let leave = move |tx: &mut db::Tx<'_>, _| {
        who.map_or(Ok(()), |who| push::store::forget_unbound(tx, who))?;
        closing(tx, old.as_deref())
    };
    page.app.write(leave).await?;
    with_cookie(see_other(&page, "/?ok=signed-out"), Some(&signed::session_cookie(&page.app, None)))
}

/// Why a link or a code does not sign in, and a way to start again.
#[derive(Template)]
#[template(path = "accounts/stopped.html")]
struct StoppedPage {
    page: Page,
    reason: &'static str,
    again: String,
}

fn stopped(page: Page, rule: &RuleError, goes_to: &str) -> Outcome<HttpResponse> {
    let status = if rule.kind == Kind::Forbidden { StatusCode::FORBIDDEN } else { StatusCode::GONE };
    let reason = rule.code.strip_prefix("sign-in-").unwrap_or("unknown");
    let template = StoppedPage { reason, again: onwards("/connexion", &destination(goes_to)), page };
    template.page.html_with(status, &template)
}

/// Tells a "no" of the trade, which has a page of its own here, from a fault.
fn told<T>(done: db::Result<T>) -> Outcome<Result<T, RuleError>> {
    match done {
        Ok(value) => Ok(Ok(value)),
        Err(db::Error::Rules(rules)) => {
            rules.into_iter().next().map(Err).ok_or_else(|| Error::Internal("no rule".into()))
        }
        Err(fault) => Err(fault.into()),
    }
}

/// The session is open: on to where it leads, in the language of the account.
fn welcome(page: &Page, opened: Opened) -> Outcome<HttpResponse> {
    let place = format!("{}{}", opened.account.language.prefix(), opened.goes_to);
    let answer =
        HttpResponse::SeeOther().insert_header((LOCATION, place)).insert_header((CACHE_CONTROL, "no-store")).finish();
    with_cookie(answer, Some(&signed::session_cookie(&page.app, Some(opened.token))))
}

/// One session takes the place of another. Who was somebody else is not told here any more.
fn replaced(tx: &mut db::Tx<'_>, old: Option<&str>, opened: &Opened) -> db::Result<()> {
    if let Some(old) = old {
        let [from, to] = [old, opened.token.as_str()].map(secret::sha256);
        push::store::carry(tx, Id::from_uuid(opened.account.id.uuid()), &from, &to)?;
    }
    closing(tx, old)
}

fn closing(tx: &mut db::Tx<'_>, session: Option<&str>) -> db::Result<()> {
    session.map_or(Ok(()), |token| actions::leave(tx, token))
}

async fn pending(page: &Page, token: &str) -> Outcome<Option<SignIn>> {
    let hash = secret::sha256(token);
    Ok(page.app.read(move |conn| store::sign_in_by_link(conn, &hash)).await?)
}

/// Takes away the cookie of a session that has ended: the forms of these pages would be refused with it.
fn ended_session(page: &Page, req: &HttpRequest) -> Option<Cookie<'static>> {
    let sent = signed::cookie(req, &page.app).filter(|_| page.viewer.is_none());
    sent.map(|_| signed::session_cookie(&page.app, None))
}

fn with_cookie(mut answer: HttpResponse, cookie: Option<&Cookie<'_>>) -> Outcome<HttpResponse> {
    if let Some(cookie) = cookie {
        answer.add_cookie(cookie).map_err(|e| Error::Internal(e.to_string()))?;
    }
    Ok(answer)
}
