//! What a person sets for herself: the hours when she can work, and whether she wants proposals. Bad hours come back by
//! their field, and nothing that she typed is lost.

mod hours;

use crate::db;
use crate::kernel::rule::Kind;
use crate::people::{actions, store};
use crate::web::page::see_other;
use crate::web::signed::ForPerson;
use crate::web::{Fields, Form, Outcome, Page, Signed};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use hours::{Day, days, fill, read};

/// Her week.
#[derive(Template)]
#[template(path = "people/week.html")]
struct Week {
    page: Page,
    fields: Fields,
    days: Vec<Day>,
    wanted: bool,
}

/// `GET /moi/heures`
///
/// # Errors
/// What the database says.
pub async fn week(who: Signed<ForPerson>) -> Outcome<HttpResponse> {
    let herself = who.herself();
    let person = who.app.read(move |conn| store::by_id(conn, herself.id())).await?;
    let fields = fill(&person.week);
    who.page.show(|page| Week { days: days(&fields), wanted: person.receives_proposals, fields, page })
}

/// `POST /moi/heures`
///
/// # Errors
/// What the database says.
pub async fn set_week(who: Signed<ForPerson>, Form(fields): Form) -> Outcome<HttpResponse> {
    let herself = who.herself();
    let week = match read(&fields) {
        Ok(week) => week,
        Err(rules) => return unread(who, fields, &rules).await,
    };
    match who.app.write(move |tx, _| actions::set_week(tx, herself, &week)).await {
        Ok(()) => Ok(see_other(&who.page, "/moi/heures?ok=week-saved")),
        Err(db::Error::Rules(rules)) if rules.iter().all(|r| r.kind == Kind::Invalid) => {
            unread(who, fields, &rules).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn unread(
    who: Signed<ForPerson>,
    mut fields: Fields,
    rules: &[crate::kernel::RuleError],
) -> Outcome<HttpResponse> {
    let herself = who.herself();
    let person = who.app.read(move |conn| store::by_id(conn, herself.id())).await?;
    fields.refuse(rules, who.t);
    let template = Week { days: days(&fields), wanted: person.receives_proposals, fields, page: who.page };
    template.page.html_with(StatusCode::UNPROCESSABLE_ENTITY, &template)
}

/// `POST /moi/reglages`: proposals wanted, or not. The advisor sees only that.
///
/// # Errors
/// What the database says.
pub async fn settings(who: Signed<ForPerson>, Form(fields): Form) -> Outcome<HttpResponse> {
    let (herself, yes) = (who.herself(), fields.is("propositions", "oui"));
    who.app.write(move |tx, _| actions::set_receives_proposals(tx, herself, yes)).await?;
    Ok(see_other(&who.page, "/moi/heures?ok=proposals-setting"))
}
