//! Before a mission is proposed, the advisor reads exactly what the person will receive, notice first. One button, no
//! typing: a word of her own is possible, never asked for.

use crate::db::{self, Conn};
use crate::follow_ups::{self, Mandate};
use crate::kernel::rule::Kind;
use crate::kernel::{Id, Instant, RuleError};
use crate::offers::Offer;
use crate::referrals::letters::{self, Facts, Preview};
use crate::referrals::pages::Asked;
use crate::referrals::pages::person::{back, shown};
use crate::referrals::{Grounds, actions, store};
use crate::web::page::see_other;
use crate::web::signed::ForAdvisor;
use crate::web::{Error, Fields, Form, Outcome, Page, Signed, form};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use std::sync::Arc;

/// The confirmation.
#[derive(Template)]
#[template(path = "referrals/confirm.html")]
struct Confirm {
    page: Page,
    person: String,
    name: String,
    /// She has no address: nothing leaves, the words are read to her.
    aloud: bool,
    offer: String,
    number: usize,
    preview: Preview,
    fields: Fields,
}

/// `GET /conseil/personnes/{id}/propositions/nouvelle?mission=…`
///
/// # Errors
/// `NotFound` without a mandate, or when there is no such mission; `mandate-ended`.
pub async fn form(who: Signed<ForAdvisor>, id: Path<String>) -> Outcome<HttpResponse> {
    let (asked, fields) = (Asked::of(&who, &id)?, form::query(&who.query));
    ask(who.page, asked, fields, StatusCode::OK).await
}

/// Shows the letter, or the person's page with what prevents it.
async fn ask(page: Page, asked: Asked, fields: Fields, status: StatusCode) -> Outcome<HttpResponse> {
    let offer: Id<Offer> = fields.get("mission").parse().map_err(|_| Error::NotFound)?;
    let number: usize = fields.get("page").parse().unwrap_or(1);
    let read = page
        .app
        .write(move |tx, now| {
            let held = asked.mandate(tx, now)?;
            follow_ups::actions::note_look(tx, now, &held)?;
            prepare(tx, now, &held, offer)
        })
        .await;
    match read {
        Ok(facts) => confirmation(page, &facts, fields, number, status),
        Err(db::Error::Rules(rules)) => shown(page, asked, number, rules.first()).await,
        Err(other) => Err(other.into()),
    }
}

fn confirmation(
    mut page: Page,
    facts: &Facts,
    fields: Fields,
    number: usize,
    status: StatusCode,
) -> Outcome<HttpResponse> {
    let (person, offer) = (facts.person.id.to_string(), facts.offer.id.to_string());
    page.path = format!("/conseil/personnes/{person}/propositions/nouvelle");
    page.query = format!("mission={offer}&page={number}");
    let preview = letters::preview(&page.app, &[facts], fields.get("note"))?;
    let (name, aloud) = (facts.person.name(), facts.person.email.is_none());
    let template = Confirm { page, person, name, aloud, offer, number, preview, fields };
    template.page.html_with(status, &template)
}

/// What the letter would be made from, if the mission may be proposed: the same questions as [`actions::propose`].
pub(super) fn prepare(conn: &mut Conn, now: Instant, held: &Mandate, offer: Id<Offer>) -> db::Result<Facts> {
    let facts = letters::facts(conn, now, held.advisor(), held.person(), offer)?;
    if store::open_for(conn, offer, held.person())?.is_some() {
        return Err(RuleError::conflict("referral-already-open").into());
    }
    let follow_up = facts.follow_up.as_ref().ok_or_else(|| RuleError::conflict("follow-up-not-active"))?.active()?;
    let grounds = Grounds {
        mandate: held,
        follow_up: &follow_up,
        label: &facts.label,
        offer: &facts.offer,
        person: &facts.person,
    };
    grounds.propose(String::new(), "", now)?;
    Ok(facts)
}

/// `POST /conseil/personnes/{id}/propositions`: proposes, then back to the same list at the same place.
///
/// # Errors
/// `NotFound` without a mandate, or when there is no such mission; `mandate-ended`.
pub async fn propose(who: Signed<ForAdvisor>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    let asked = Asked::of(&who, &id)?;
    let offer: Id<Offer> = fields.get("mission").parse().map_err(|_| Error::NotFound)?;
    let number: usize = fields.get("page").parse().unwrap_or(1);
    match put_before(&who, asked, offer, fields.get("note").to_owned()).await {
        Ok(aloud) => {
            let ok = if aloud { "proposed-aloud" } else { "proposed" };
            Ok(see_other(&who.page, &format!("{}&ok={ok}", back(asked, number))))
        }
        Err(db::Error::Rules(rules)) => trouble(who.page, asked, fields, number, &rules).await,
        // Two advisors at the same instant: the database keeps one proposal of a mission to a person.
        Err(db::Error::Conflict(_)) => {
            shown(who.page, asked, number, Some(&RuleError::conflict("referral-already-open"))).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Tells whether she has no address.
async fn put_before(who: &Signed<ForAdvisor>, asked: Asked, offer: Id<Offer>, note: String) -> db::Result<bool> {
    let app = Arc::clone(&who.app);
    who.app
        .write(move |tx, now| {
            let held = asked.mandate(tx, now)?;
            let follow_up = follow_ups::store::follow_up_of(tx, now, held.person())?;
            let convention = follow_up.and_then(|f| f.referent.service.convention_from);
            app.with_desk(convention, |desk| actions::propose(tx, now, desk, &held, offer, &note))?;
            Ok(crate::people::store::by_id(tx, held.person())?.email.is_none())
        })
        .await
}

/// What was typed comes back with the letter; anything else is said on the person's page.
async fn trouble(
    page: Page,
    asked: Asked,
    mut fields: Fields,
    number: usize,
    rules: &[RuleError],
) -> Outcome<HttpResponse> {
    if rules.iter().all(|r| r.kind == Kind::Invalid) {
        fields.refuse(rules, page.t);
        return ask(page, asked, fields, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    shown(page, asked, number, rules.first()).await
}
