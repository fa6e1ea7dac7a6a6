//! People of a service whom nobody follows for now: their names and who followed them, for their service to take them over. What
//! is in a file is read by who follows her only (I16).

use crate::db;
use crate::follow_ups::pages::advisor_of;
use crate::follow_ups::{actions, store};
use crate::interests::store::aloud::waits_for_him;
use crate::kernel::{Id, RuleError};
use crate::people::{self, Person};
use crate::referrals::pages::{Asked, person::shown};
use crate::web::page::see_other;
use crate::web::signed::ForAdvisor;
use crate::web::{Fields, Form, Outcome, Page, Signed};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

/// The list to tick.
#[derive(Template)]
#[template(path = "follow_ups/unheld.html")]
struct Unheld {
    page: Page,
    fields: Fields,
    /// Key, name, who followed her.
    people: Vec<(String, String, String)>,
}

/// `GET /conseil/reprises`
///
/// # Errors
/// What the database says.
pub async fn list(who: Signed<ForAdvisor>) -> Outcome<HttpResponse> {
    listed(who, Fields::default(), StatusCode::OK).await
}

async fn listed(who: Signed<ForAdvisor>, fields: Fields, status: StatusCode) -> Outcome<HttpResponse> {
    let (account, now) = (who.account.id, who.now);
    let read = move |conn: &mut db::Conn| {
        let own = store::advisor_by_id(conn, account)?.service.id;
        let unheld = store::unheld::of_service(conn, now, own)?;
        let ids: Vec<Id<Person>> = unheld.iter().map(|one| one.person).collect();
        Ok((people::store::by_ids(conn, &ids)?, unheld))
    };
    let (people, unheld) = who.app.read(read).await?;
    let named = |one: &store::unheld::Unheld| {
        let person = people.iter().find(|person| person.id == one.person)?;
        Some((person.id.to_string(), person.name(), one.name.clone()))
    };
    let template = Unheld { people: unheld.iter().filter_map(named).collect(), fields, page: who.page };
    template.page.html_with(status, &template)
}

/// `POST /conseil/reprises`: takes over those who are ticked.
///
/// # Errors
/// What the database says.
pub async fn take(who: Signed<ForAdvisor>, Form(mut fields): Form) -> Outcome<HttpResponse> {
    let advisor = advisor_of(&who);
    let ticked: Vec<Id<Person>> = fields.all("personne").filter_map(|id| id.parse().ok()).collect();
    match who.app.write(move |tx, now| actions::unheld::take(tx, now, advisor, &ticked)).await {
        Ok(_) => Ok(see_other(&who.page, "/conseil?ok=taken-over")),
        Err(db::Error::Rules(rules)) => {
            let rules: Vec<RuleError> = rules.into_iter().map(|rule| rule.on("personne")).collect();
            fields.refuse(&rules, who.t);
            listed(who, fields, StatusCode::CONFLICT).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /conseil/personnes/{id}/retour`: back to the service.
///
/// # Errors
/// `NotFound` without a mandate, `mandate-ended`.
pub async fn give_back(who: Signed<ForAdvisor>, id: Path<String>, _form: Form) -> Outcome<HttpResponse> {
    let asked = Asked::of(&who, &id)?;
    let done = who.app.write(move |tx, now| {
        let held = asked.mandate(tx, now)?;
        // Nobody else would tell her what becomes of it, until a colleague takes her over.
        if waits_for_him(tx, now, held.person())? {
            return Err(RuleError::conflict("news-to-say-first").into());
        }
        actions::unheld::give_back(tx, now, &held)
    });
    match done.await {
        Ok(()) => Ok(see_other(&who.page, "/conseil?ok=given-back")),
        Err(db::Error::Rules(rules)) if rules.iter().all(|r| r.code != "mandate-ended") => {
            shown(who.page, asked, 1, rules.first()).await
        }
        Err(other) => Err(other.into()),
    }
}
