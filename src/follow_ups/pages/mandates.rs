//! Who follows whom, as pages: adding somebody, giving a person over, standing in for a colleague.

use crate::app::App;
use crate::db;
use crate::follow_ups::actions::mandates::Welcome;
use crate::follow_ups::newcomers::Newcomer;
use crate::follow_ups::pages::{advisor_of, typed};
use crate::follow_ups::{Advisor, actions, last_day, store};
use crate::kernel::{Id, Instant, RuleError};
use crate::people;
use crate::referrals::pages::{Asked, person::shown_with};
use crate::web::page::see_other;
use crate::web::signed::ForAdvisor;
use crate::web::{Fields, Form, Outcome, Page, Signed, form};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use std::sync::Arc;

/// Adding somebody.
#[derive(Template)]
#[template(path = "follow_ups/newcomer.html")]
struct NewPerson {
    page: Page,
    fields: Fields,
}

/// `GET /conseil/nouvelle-personne`
///
/// # Errors
/// When the page cannot be made.
pub async fn newcomer(who: Signed<ForAdvisor>) -> Outcome<HttpResponse> {
    who.page.show(|page| NewPerson { page, fields: Fields::default() })
}

/// `POST /conseil/nouvelle-personne`
///
/// # Errors
/// What the database says.
pub async fn welcome(who: Signed<ForAdvisor>, Form(mut fields): Form) -> Outcome<HttpResponse> {
    let advisor = advisor_of(&who);
    // Who typed no address reads what really happens: nobody is written to.
    let ok = if fields.get("email").trim().is_empty() { "person-added-aloud" } else { "person-added" };
    let rules = match Newcomer::read(|name| fields.get(name)) {
        Ok(new) => match added(&who.app, advisor, new).await {
            // It may be another person of the same name: he says it.
            Ok(Welcome::Already) if ok == "person-added-aloud" => {
                vec![RuleError::conflict("name-known").on("telephone")]
            }
            Ok(_) => return Ok(see_other(&who.page, &format!("/conseil?ok={ok}"))),
            Err(db::Error::Rules(rules)) => rules,
            Err(other) => return Err(other.into()),
        },
        Err(rules) => rules,
    };
    fields.refuse(&rules, who.t);
    let template = NewPerson { page: who.page, fields };
    template.page.html_with(StatusCode::UNPROCESSABLE_ENTITY, &template)
}

async fn added(app: &Arc<App>, advisor: Id<Advisor>, new: Newcomer) -> db::Result<Welcome> {
    let place = Arc::clone(app);
    app.write(move |tx, now| actions::mandates::welcome(tx, now, &place.config.secret, advisor, &new)).await
}

/// `POST /conseil/personnes/{id}/transfert`: to a colleague of the same service.
///
/// # Errors
/// `NotFound` without a mandate, or when it is no colleague; `mandate-ended`.
pub async fn transfer(who: Signed<ForAdvisor>, id: Path<String>, Form(mut fields): Form) -> Outcome<HttpResponse> {
    let asked = Asked::of(&who, &id)?;
    let to: Option<Id<Advisor>> = fields.get("conseiller").parse().ok();
    let done = who.app.write(move |tx, now| {
        let held = asked.mandate(tx, now)?;
        let to = to.ok_or_else(|| RuleError::invalid("colleague-missing").on("conseiller"))?;
        actions::mandates::transfer(tx, now, &held, to)
    });
    match done.await {
        Ok(()) => Ok(see_other(&who.page, "/conseil?ok=transferred")),
        Err(db::Error::Rules(rules)) if rules.iter().all(|r| r.code != "mandate-ended") => {
            let general = rules.iter().find(|rule| rule.field.is_none());
            if general.is_none() {
                fields.refuse(&rules, who.t);
            }
            shown_with(who.page, asked, 1, general, fields).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Standing in.
#[derive(Template)]
#[template(path = "follow_ups/covers.html")]
struct StandingIn {
    page: Page,
    fields: Fields,
    colleagues: Vec<(String, String)>,
    /// Who stands in: key, name, until when, for how many people.
    covers: Vec<(String, String, String, String)>,
    /// Those whose referent the reader is: key, name.
    people: Vec<(String, String)>,
    /// The name of the one who was chosen among them.
    only: Option<String>,
}

async fn listed(who: Signed<ForAdvisor>, fields: Fields, status: StatusCode) -> Outcome<HttpResponse> {
    let (advisor, account, now) = (advisor_of(&who), who.account.id, who.now);
    let (colleagues, covers, people) = who
        .app
        .read(move |conn| {
            let service = store::advisor_by_id(conn, account)?.service.id;
            let people = store::mandates::of_referent(conn, now, advisor)?;
            let covers = store::mandates::covers(conn, now, &people)?;
            let people = people::store::by_ids(conn, &people)?;
            Ok((store::mandates::colleagues(conn, service)?, covers, people))
        })
        .await?;
    let page = who.page;
    let until = |at: Option<Instant>| at.map(|at| page.date(&last_day(at))).unwrap_or_default();
    let covers =
        covers.into_iter().map(|(id, name, at, n)| (id.to_string(), name, until(at), page.t.portfolio_found(n)));
    let covers = covers.collect();
    let others = colleagues.into_iter().filter(|(id, _)| *id != advisor);
    let colleagues = others.map(|(id, name)| (id.to_string(), name)).collect();
    let people: Vec<(String, String)> = people.iter().map(|p| (p.id.to_string(), p.name())).collect();
    let only = people.iter().find(|(id, _)| fields.is("personne", id)).map(|(_, name)| name.clone());
    let template = StandingIn { page, fields, colleagues, covers, people, only };
    template.page.html_with(status, &template)
}

/// `GET /conseil/remplacements`
///
/// # Errors
/// What the database says.
pub async fn covers(who: Signed<ForAdvisor>) -> Outcome<HttpResponse> {
    let mut fields = Fields::default();
    fields.set("personne", form::query(&who.query).get("personne"));
    listed(who, fields, StatusCode::OK).await
}

/// `POST /conseil/remplacement`: a colleague stands in, until the end of a day.
///
/// # Errors
/// `NotFound` when it is no colleague of his.
pub async fn cover(who: Signed<ForAdvisor>, Form(mut fields): Form) -> Outcome<HttpResponse> {
    let advisor = advisor_of(&who);
    let rules = match typed::cover(&fields) {
        Ok((by, until, only)) => {
            match who.app.write(move |tx, now| actions::mandates::cover(tx, now, advisor, by, until, only)).await {
                Ok(_) => return Ok(see_other(&who.page, "/conseil/remplacements?ok=cover-set")),
                Err(db::Error::Rules(rules)) => rules,
                Err(other) => return Err(other.into()),
            }
        }
        Err(rules) => rules,
    };
    fields.refuse(&rules, who.t);
    listed(who, fields, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// `POST /conseil/remplacement/fin`
///
/// # Errors
/// `NotFound` when nobody of this name stands in.
pub async fn end_cover(who: Signed<ForAdvisor>, Form(fields): Form) -> Outcome<HttpResponse> {
    let advisor = advisor_of(&who);
    let by = fields.get("conseiller").parse().map_err(|_| crate::web::Error::NotFound)?;
    who.app.write(move |tx, now| actions::mandates::end_cover(tx, now, advisor, by)).await?;
    Ok(see_other(&who.page, "/conseil/remplacements?ok=cover-ended"))
}
