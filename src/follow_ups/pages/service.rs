//! The page of who runs a service: members, the convention that sets the notice, figures that tell nobody (I14).

use crate::db;
use crate::follow_ups::pages::{advisor_of, typed};
use crate::follow_ups::store::members::Member;
use crate::follow_ups::{Advisor, Manager, Service, actions, figures, store};
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
    convention: Option<String>,
    /// Since when the figures hold.
    first: String,
    /// What is counted, and how many people, as it may be told.
    figures: Vec<(String, String)>,
    trouble: Option<String>,
}

async fn listed(
    who: Signed<ForAdvisor>,
    fields: Fields,
    trouble: Option<&RuleError>,
    status: StatusCode,
) -> Outcome<HttpResponse> {
    let (me, account, now) = (advisor_of(&who), who.account.id, who.now);
    let (service, members, counted) = who
        .app
        .read(move |conn| {
            let manager = store::members::manager(conn, me)?;
            let service = store::advisor_by_id(conn, account)?.service;
            let members = store::members::members(conn, manager.service())?;
            Ok((service, members, store::members::figures(conn, now, manager.service())?))
        })
        .await?;
    let page = who.page;
    let people = |n: i64| figures::told(n).map_or_else(|| page.t.figure_few(), |n| page.t.figure_people(n));
    let figure = |word: &str, n: i64| (page.word("figure", word), people(n));
    let figures = vec![
        figure("followed", counted.followed),
        figure("begun", counted.begun),
        figure("training", counted.training),
        figure("contacts", counted.contacts),
    ];
    let template = ServicePage {
        convention: service.convention_from.map(|at| page.date(&at)),
        first: say::date(figures::month(now).1, Paris, page.lang),
        trouble: trouble.map(|rule| page.t.rule(rule)),
        fields,
        service,
        members,
        me: me.to_string(),
        figures,
        page,
    };
    template.page.html_with(status, &template)
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
        actions::service::invite(tx, now, manager, fields.get("nom"), &email).map(drop)
    })
    .await
}

/// `POST /conseil/organisme/membres/{id}`: role, or leaving.
///
/// # Errors
/// `NotFound` for who does not run the service, or when it is no member of it.
pub async fn change(who: Signed<ForAdvisor>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    let id: Id<Advisor> = id.parse().map_err(|_| Error::NotFound)?;
    act(who, fields, "member-changed", move |tx, now, manager, fields| match fields.get("geste") {
        "responsable" => actions::service::set_role(tx, now, manager, id, true),
        "membre" => actions::service::set_role(tx, now, manager, id, false),
        "depart" => actions::service::leave(tx, now, manager, id),
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
        let from = typed::convention(fields).map_err(db::Error::Rules)?;
        actions::service::set_convention(tx, now, manager, from)
    })
    .await
}
