//! The page of who runs a service: members, the convention that sets the notice, figures that tell nobody (I14).

use crate::accounts;
use crate::accounts::invitations::{Invitation, Place};
use crate::db;
use crate::follow_ups::figures::Told;
use crate::follow_ups::pages::{advisor_of, typed};
use crate::follow_ups::store::members::Member;
use crate::follow_ups::{Advisor, Manager, Service, actions, store};
use crate::kernel::{Email, Id, Instant, RuleError};
use crate::web::page::see_other;
use crate::web::signed::ForAdvisor;
use crate::web::{Error, Fields, Form, Outcome, Page, Signed, say};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use chrono_tz::Europe::Paris;

/// The page.
#[derive(Template)]
#[template(path = "follow_ups/service.html")]
struct ServicePage {
    page: Page,
    fields: Fields,
    service: Service,
    members: Vec<Member>,
    me: String,
    /// Who was invited and has not come, and since when.
    invited: Vec<(String, String, String, String)>,
    convention: Option<String>,
    /// Those who left while people still count on them.
    left: Vec<(String, String)>,
    /// What is counted.
    counted: Vec<String>,
    /// Of which first day, and how many people, as it may be told; the latest first.
    figures: Vec<(String, Vec<String>)>,
    trouble: Option<String>,
}

async fn listed(
    who: Signed<ForAdvisor>,
    fields: Fields,
    trouble: Option<&RuleError>,
    status: StatusCode,
) -> Outcome<HttpResponse> {
    let (me, account) = (advisor_of(&who), who.account.id);
    let (service, members, left, kept, invited) = who
        .app
        .read(move |conn| {
            let manager = store::members::manager(conn, me)?;
            let service = store::advisor_by_id(conn, account)?.service;
            let members = store::members::members(conn, manager.service())?;
            let left = store::members::left_with_people(conn, manager.service())?;
            let place = Place::Service(manager.service().uuid());
            let invited = accounts::store::invitations::of_place(conn, place)?;
            Ok((service, members, left, store::figures::kept(conn, manager.service())?, invited))
        })
        .await?;
    let page = who.page;
    let counted = ["followed", "begun", "training", "contacts"].map(|word| page.word("figure", word));
    let template = ServicePage {
        convention: service.convention_from.map(|at| page.date(&at)),
        trouble: trouble.map(|rule| page.t.rule(rule)),
        fields,
        service,
        members,
        me: me.to_string(),
        invited: accounts::pages::invited::listed(&page, invited),
        left: left.into_iter().map(|(id, name)| (id.to_string(), name)).collect(),
        counted: counted.to_vec(),
        figures: kept.iter().map(|told| figures_of(&page, told)).collect(),
        page,
    };
    template.page.html_with(status, &template)
}

/// The figures of a month, by its first day.
fn figures_of(page: &Page, told: &Told) -> (String, Vec<String>) {
    let first = told.first().map_or_else(|| told.month.clone(), |at| say::date(at, Paris, page.lang));
    let people = |n: Option<i64>| n.map_or_else(|| page.t.figure_few(), |n| page.t.figure_people(n));
    (first, [told.followed, told.begun, told.training, told.contacts].map(people).to_vec())
}

/// `GET /conseil/organisme`
///
/// # Errors
/// `NotFound` for who does not run the service.
pub async fn show(who: Signed<ForAdvisor>) -> Outcome<HttpResponse> {
    listed(who, Fields::default(), None, StatusCode::OK).await
}

/// Does one act with the proof that he runs the service, then back to the page.
async fn act(
    who: Signed<ForAdvisor>,
    mut fields: Fields,
    ok: &str,
    mut write: impl FnMut(&mut db::Tx<'_>, Instant, &Manager, &Fields) -> db::Result<()> + Send + 'static,
) -> Outcome<HttpResponse> {
    let (me, typed) = (advisor_of(&who), fields.clone());
    let done = who.app.write(move |tx, now| {
        let manager = store::members::manager(tx, me)?;
        write(tx, now, &manager, &typed)
    });
    match done.await {
        Ok(()) => Ok(see_other(&who.page, &format!("/conseil/organisme?ok={ok}"))),
        Err(db::Error::Rules(rules)) => {
            let general = rules.iter().find(|r| r.field.is_none());
            if general.is_none() {
                fields.refuse(&rules, who.t);
            }
            let status = if general.is_some() { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
            listed(who, fields, general, status).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /conseil/organisme/membres`: invites an advisor.
///
/// # Errors
/// `NotFound` for who does not run the service.
pub async fn invite(who: Signed<ForAdvisor>, Form(fields): Form) -> Outcome<HttpResponse> {
    act(who, fields, "member-invited", |tx, now, manager, fields| {
        let email = Email::parse(fields.get("email")).map_err(|rule| rule.on("email"))?;
        actions::service::invite(tx, now, manager, fields.get("nom"), &email)
    })
    .await
}

/// `POST /conseil/organisme/invitations/{id}/retrait`: takes an invitation back.
///
/// # Errors
/// `NotFound` for who does not run the service, or when it is none of its.
pub async fn uninvite(who: Signed<ForAdvisor>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    let id: Id<Invitation> = id.parse().map_err(|_| Error::NotFound)?;
    act(who, fields, "member-uninvited", move |tx, now, manager, _| actions::service::uninvite(tx, now, manager, id))
        .await
}

/// `POST /conseil/organisme/membres/{id}`: role, leaving, or handing over all those whom she follows or followed.
///
/// # Errors
/// `NotFound` for who does not run the service, or when it is no member of it.
pub async fn change(who: Signed<ForAdvisor>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    let id: Id<Advisor> = id.parse().map_err(|_| Error::NotFound)?;
    act(who, fields, "member-changed", move |tx, now, manager, fields| match fields.get("geste") {
        "responsable" => actions::service::set_role(tx, now, manager, id, true),
        "membre" => actions::service::set_role(tx, now, manager, id, false),
        "depart" => actions::service::leave(tx, now, manager, id),
        "confier" => {
            let to = fields.get("collegue").parse().map_err(|_| RuleError::invalid("colleague-missing"))?;
            actions::service::hand_over(tx, now, manager, id, to).map(drop)
        }
        _ => Err(RuleError::invalid("choice-missing").into()),
    })
    .await
}

/// `POST /conseil/organisme/convention`
///
/// # Errors
/// `NotFound` for who does not run the service.
pub async fn convention(who: Signed<ForAdvisor>, Form(fields): Form) -> Outcome<HttpResponse> {
    act(who, fields, "convention-set", |tx, now, manager, fields| {
        let from = typed::convention(fields, now).map_err(db::Error::Rules)?;
        actions::service::set_convention(tx, now, manager, from)
    })
    .await
}
