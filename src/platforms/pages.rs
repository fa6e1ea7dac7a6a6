//! The platform's keys of the API: made and ended by its members, of its own only (I18). A key is told once, on the page
//! that answers its making; nothing of it can be read afterwards.

pub mod members;

use crate::db::{self, Conn, Tx};
use crate::kernel::{Id, Instant, RuleError};
use crate::platforms::store::{self, KeyLine};
use crate::platforms::{ApiKey, Scope, actions};
use crate::web::page::see_other;
use crate::web::signed::ForPlatform;
use crate::web::{Error, Fields, Form, Outcome, Page, Signed};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use chrono::TimeDelta;

/// A name is at most this long.
const NAME_MAX: usize = 60;
/// How long a key holds.
const LIFE: TimeDelta = TimeDelta::days(365);

/// The keys in force, and the form to make one.
#[derive(Template)]
#[template(path = "platforms/keys.html")]
struct Keys {
    page: Page,
    fields: Fields,
    live: Vec<KeyLine>,
    /// The key just made, shown this once.
    made: Option<String>,
}

impl Keys {
    fn scopes(&self) -> &'static [Scope] {
        Scope::ALL
    }
}

/// `GET /plateforme/cles`
///
/// # Errors
/// `NotFound` when the account posts for no platform.
pub async fn list(who: Signed<ForPlatform>) -> Outcome<HttpResponse> {
    shown(who, StatusCode::OK, Fields::default()).await
}

/// `POST /plateforme/cles`: the answer shows the key, the only time; it is not kept anywhere.
///
/// # Errors
/// `NotFound` when the account posts for no platform.
pub async fn make(who: Signed<ForPlatform>, Form(mut fields): Form) -> Outcome<HttpResponse> {
    let (name, scopes) = match asked(&fields) {
        Ok(asked) => asked,
        Err(wrong) => {
            fields.refuse(&wrong, who.t);
            return shown(who, StatusCode::UNPROCESSABLE_ENTITY, fields).await;
        }
    };
    let account = who.account.id;
    // Made and listed at once: nothing can fail between the key and the page that alone shows it.
    let make = move |tx: &mut Tx<'_>, now: Instant| {
        let platform = store::of_member(tx, account)?.id;
        let made = store::make_key(tx, now, platform, &name, &scopes, now + LIFE)?;
        store::keys_of(tx, platform, now).map(|live| (made, live))
    };
    let (key, live) = who.app.write(make).await?;
    who.page.show(|page| Keys { page, fields: Fields::default(), live, made: Some(key) })
}

/// `POST /plateforme/cles/{id}/revocation`: asked for twice, it is done once.
///
/// # Errors
/// `NotFound`, also for another platform's.
pub async fn revoke(who: Signed<ForPlatform>, id: Path<String>, _form: Form) -> Outcome<HttpResponse> {
    let id: Id<ApiKey> = id.parse().map_err(|_| Error::NotFound)?;
    let account = who.account.id;
    let revoke = move |tx: &mut Tx<'_>, now: Instant| {
        let platform = store::of_member(tx, account)?.id;
        store::revoke_key(tx, platform, id, now)
    };
    who.app.write(revoke).await?;
    Ok(see_other(&who, "/plateforme/cles?ok=key-revoked"))
}

/// What leaving means.
#[derive(Template)]
#[template(path = "platforms/leave.html")]
struct Leave {
    page: Page,
    name: String,
    /// Why she cannot.
    trouble: Option<String>,
}

/// `GET /plateforme/depart`
///
/// # Errors
/// `NotFound` when the account posts for no platform.
pub async fn leave_form(who: Signed<ForPlatform>) -> Outcome<HttpResponse> {
    leaving(who, None).await
}

async fn leaving(who: Signed<ForPlatform>, rule: Option<RuleError>) -> Outcome<HttpResponse> {
    let account = who.account.id;
    let (name, last) = who
        .app
        .read(move |conn| {
            let platform = store::of_member(conn, account)?;
            Ok((platform.name, store::count_members(conn, platform.id)? < 2))
        })
        .await?;
    let status = if rule.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    let rule = rule.or_else(|| last.then(|| RuleError::conflict("member-last")));
    let trouble = rule.map(|rule| who.t.rule(&rule));
    let template = Leave { page: who.page, name, trouble };
    template.page.html_with(status, &template)
}

/// `POST /plateforme/depart`: her account goes; who is the last one stays.
///
/// # Errors
/// `NotFound` when the account posts for no platform.
pub async fn leave(who: Signed<ForPlatform>, _form: Form) -> Outcome<HttpResponse> {
    let account = who.account.id;
    match who.app.write(move |tx, _| actions::leave(tx, account)).await {
        Ok(()) => Ok(see_other(&who.page, "/?ok=platform-left")),
        Err(db::Error::Rules(rules)) => leaving(who, rules.into_iter().next()).await,
        Err(other) => Err(other.into()),
    }
}

/// The name and the rights asked for, or all that is to be mended.
fn asked(fields: &Fields) -> Result<(String, Vec<Scope>), Vec<RuleError>> {
    let name = fields.get("name");
    let scopes: Vec<Scope> = Scope::ALL.iter().copied().filter(|s| fields.is("scopes", s.as_str())).collect();
    let mut wrong = Vec::new();
    if name.is_empty() {
        wrong.push(RuleError::invalid("text-missing").on("name"));
    } else if name.chars().count() > NAME_MAX {
        wrong.push(RuleError::invalid("text-too-long").on("name").with("max", NAME_MAX));
    } else if name.contains(crate::kernel::text::is_unseen) {
        wrong.push(RuleError::invalid("text-control-characters").on("name"));
    }
    if scopes.is_empty() {
        wrong.push(RuleError::invalid("key-scopes-missing").on("scopes"));
    }
    if wrong.is_empty() { Ok((name.to_owned(), scopes)) } else { Err(wrong) }
}

async fn shown(who: Signed<ForPlatform>, status: StatusCode, fields: Fields) -> Outcome<HttpResponse> {
    let (account, now) = (who.account.id, who.now);
    let read = move |conn: &mut Conn| {
        let platform = store::of_member(conn, account)?.id;
        store::keys_of(conn, platform, now)
    };
    let live = who.app.read(read).await?;
    let template = Keys { page: who.page, fields, live, made: None };
    template.page.html_with(status, &template)
}
