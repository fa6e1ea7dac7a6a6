//! Who posts for a platform: its members see each other, invite somebody by e-mail and take a colleague off. Whether an address
//! has an account is told to nobody here (I18).

use crate::accounts::invitations::{Invitation, Place};
use crate::accounts::pages::invited;
use crate::accounts::{self, Account};
use crate::db;
use crate::kernel::{Email, Id, Instant, RuleError};
use crate::platforms::{actions, store};
use crate::web::page::see_other;
use crate::web::signed::ForPlatform;
use crate::web::{Error, Fields, Form, Outcome, Page, Signed};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

/// The members, and the form to invite one.
#[derive(Template)]
#[template(path = "platforms/members.html")]
struct Members {
    page: Page,
    fields: Fields,
    /// Key, name, address.
    people: Vec<(String, String, String)>,
    me: String,
    invited: Vec<(String, String, String, String)>,
}

/// `GET /plateforme/membres`
///
/// # Errors
/// `NotFound` when the account posts for no platform.
pub async fn list(who: Signed<ForPlatform>) -> Outcome<HttpResponse> {
    listed(who, StatusCode::OK, Fields::default()).await
}

async fn listed(who: Signed<ForPlatform>, status: StatusCode, fields: Fields) -> Outcome<HttpResponse> {
    let account = who.account.id;
    let (members, invited) = who
        .app
        .read(move |conn| {
            let platform = store::of_member(conn, account)?.id;
            let place = Place::Platform(platform.uuid());
            Ok((store::members(conn, platform)?, accounts::store::invitations::of_place(conn, place)?))
        })
        .await?;
    let template = Members {
        fields,
        people: members.into_iter().map(|(id, name, email)| (id.to_string(), name, email)).collect(),
        me: account.to_string(),
        invited: invited::listed(&who.page, invited),
        page: who.page,
    };
    template.page.html_with(status, &template)
}

/// Does one act, then back to the page.
async fn act(
    who: Signed<ForPlatform>,
    mut fields: Fields,
    ok: &str,
    mut write: impl FnMut(&mut db::Tx<'_>, Instant, Id<Account>, &Fields) -> db::Result<()> + Send + 'static,
) -> Outcome<HttpResponse> {
    let (account, typed) = (who.account.id, fields.clone());
    match who.app.write(move |tx, now| write(tx, now, account, &typed)).await {
        Ok(()) => Ok(see_other(&who.page, &format!("/plateforme/membres?ok={ok}"))),
        Err(db::Error::Rules(rules)) => {
            fields.refuse(&rules, who.t);
            listed(who, StatusCode::UNPROCESSABLE_ENTITY, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /plateforme/membres`: invites somebody.
///
/// # Errors
/// `NotFound` when the account posts for no platform.
pub async fn invite(who: Signed<ForPlatform>, Form(fields): Form) -> Outcome<HttpResponse> {
    act(who, fields, "member-invited", |tx, now, account, fields| {
        let email = Email::parse(fields.get("email")).map_err(|rule: RuleError| rule.on("email"))?;
        actions::invite(tx, now, account, fields.get("nom"), &email)
    })
    .await
}

/// `POST /plateforme/membres/{id}/retrait`
///
/// # Errors
/// `NotFound` when it is no colleague of hers.
pub async fn remove(who: Signed<ForPlatform>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    let id: Id<Account> = id.parse().map_err(|_| Error::NotFound)?;
    act(who, fields, "member-changed", move |tx, _, account, _| actions::remove(tx, account, id)).await
}

/// `POST /plateforme/invitations/{id}/retrait`
///
/// # Errors
/// `NotFound` when it is none of her platform.
pub async fn uninvite(who: Signed<ForPlatform>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    let id: Id<Invitation> = id.parse().map_err(|_| Error::NotFound)?;
    act(who, fields, "member-uninvited", move |tx, _, account, _| actions::uninvite(tx, account, id)).await
}
