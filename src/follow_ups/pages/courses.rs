//! The trainings that a service keeps at hand, for all its advisors.

use crate::db;
use crate::follow_ups::pages::typed;
use crate::follow_ups::{Course, Service, actions, store};
use crate::kernel::Id;
use crate::web::page::see_other;
use crate::web::signed::ForAdvisor;
use crate::web::{Fields, Form, Outcome, Page, Signed};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

/// The list.
#[derive(Template)]
#[template(path = "follow_ups/courses.html")]
struct Catalogue {
    page: Page,
    fields: Fields,
    service: String,
    courses: Vec<Course>,
}

async fn listed(who: Signed<ForAdvisor>, fields: Fields, status: StatusCode) -> Outcome<HttpResponse> {
    let id = who.account.id;
    let (service, courses) = who
        .app
        .read(move |conn| {
            let service = store::advisor_by_id(conn, id)?.service;
            let courses = store::way::courses(conn, service.id)?;
            Ok((service.name, courses))
        })
        .await?;
    let template = Catalogue { fields, service, courses, page: who.page };
    template.page.html_with(status, &template)
}

/// `GET /conseil/catalogue`
///
/// # Errors
/// What the database says.
pub async fn list(who: Signed<ForAdvisor>) -> Outcome<HttpResponse> {
    listed(who, Fields::default(), StatusCode::OK).await
}

/// `POST /conseil/catalogue`
///
/// # Errors
/// What the database says.
pub async fn add(who: Signed<ForAdvisor>, Form(mut fields): Form) -> Outcome<HttpResponse> {
    let (id, typed_fields) = (who.account.id, fields.clone());
    let done = who.app.write(move |tx, _| {
        let service: Id<Service> = store::advisor_by_id(tx, id)?.service.id;
        actions::way::add_course(tx, &typed::course(&typed_fields, service))
    });
    match done.await {
        Ok(()) => Ok(see_other(&who.page, "/conseil/catalogue?ok=course-saved")),
        Err(db::Error::Rules(rules)) => {
            fields.refuse(&rules, who.t);
            listed(who, fields, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /conseil/catalogue/retrait`
///
/// # Errors
/// `NotFound` when his service keeps none of this title.
pub async fn drop(who: Signed<ForAdvisor>, Form(fields): Form) -> Outcome<HttpResponse> {
    let id = who.account.id;
    who.app
        .write(move |tx, _| {
            let service = store::advisor_by_id(tx, id)?.service.id;
            actions::way::drop_course(tx, service, fields.get("formation"))
        })
        .await?;
    Ok(see_other(&who.page, "/conseil/catalogue?ok=course-dropped"))
}
