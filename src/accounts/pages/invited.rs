//! The page of an invitation's link: one button, and nothing about whom it is for. Reading it uses nothing; pressing makes the
//! account.

use super::{ContinuePage, ended_session, replaced, stopped, told, way, welcome, with_cookie};
use crate::accounts::actions::invitations;
use crate::accounts::invitations::{Invitation, Place};
use crate::db;
use crate::kernel::{Id, RuleError};
use crate::web::{Form, Outcome, Page, signed};
use crate::{follow_ups, platforms};
use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};
use way::discreet;

/// Invitations that stand, as a list shows them: key, name, address, since when.
#[must_use]
pub fn listed(page: &Page, all: Vec<Invitation>) -> Vec<(String, String, String, String)> {
    let open = all.into_iter().filter(|known| known.open);
    open.map(|i| (i.id.to_string(), i.name, i.email.as_str().to_owned(), page.date(&i.sent_at))).collect()
}

/// `GET /invitation/{token}`
///
/// # Errors
/// What the database says.
pub async fn link(page: Page, req: HttpRequest, token: Path<String>) -> Outcome<HttpResponse> {
    let (ended, now) = (ended_session(&page, &req), page.now);
    let pending = page.app.read(move |conn| invitations::pending(conn, now, &token)).await;
    if let Err(rule) = told(pending)? {
        return stopped(page, &rule, "").map(discreet);
    }
    let answer = page.show(|page| ContinuePage { page, leads: "work" })?;
    with_cookie(discreet(answer), ended.as_ref())
}

/// `POST /invitation/{token}`
///
/// # Errors
/// What the database says.
pub async fn accept(page: Page, req: HttpRequest, token: Path<String>, _form: Form) -> Outcome<HttpResponse> {
    let old = signed::cookie(&req, &page.app);
    let done = page.app.write(move |tx, now| {
        let (opened, place) = invitations::accept(tx, now, &token)?;
        let who = opened.account.id;
        match place {
            Place::Service(id) => follow_ups::actions::service::joined(tx, now, who, Id::from_uuid(id))?,
            Place::Platform(id) => platforms::store::add_member(tx, who, Id::from_uuid(id))?,
        }
        replaced(tx, old.as_deref(), &opened).map(|()| opened)
    });
    match told(done.await as db::Result<_>)? {
        Ok(opened) => welcome(&page, opened),
        Err::<_, RuleError>(rule) => stopped(page, &rule, ""),
    }
    .map(discreet)
}
