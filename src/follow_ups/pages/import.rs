//! People by a file, and back: the report line by line, and the list of those whom an advisor may see.

use crate::db::{self, Conn};
use crate::follow_ups::actions::mandates::{Import, Welcome};
use crate::follow_ups::newcomers::{self, COLUMNS, Newcomer};
use crate::follow_ups::pages::advisor_of;
use crate::follow_ups::pages::file::PersonView;
use crate::follow_ups::{self, Advisor, FollowUp, actions, store};
use crate::kernel::{Id, Instant, RuleError};
use crate::labels::pages::export::cell;
use crate::people::{self, Person};
use crate::web::page::see_other;
use crate::web::signed::ForAdvisor;
use crate::web::upload::Upload;
use crate::web::{Error, Fields, Outcome, Page, Signed};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::web::Path;
use askama::Template;
use std::collections::HashMap;

/// Wrong lines that are told at once.
const TOLD: usize = 100;

/// Giving a file.
#[derive(Template)]
#[template(path = "follow_ups/import.html")]
struct Give {
    page: Page,
    fields: Fields,
    columns: String,
    /// Whether the reader runs the service, and may give a file for colleagues.
    manager: bool,
    /// What is wrong, line by line.
    wrong: Vec<(usize, String)>,
    more: usize,
}

async fn give(
    who: Signed<ForAdvisor>,
    fields: Fields,
    mut wrong: Vec<(usize, String)>,
    status: StatusCode,
) -> Outcome<HttpResponse> {
    let advisor = advisor_of(&who);
    let manager = who.app.read(move |conn| store::members::runs(conn, advisor)).await?;
    let page = who.page;
    let more = wrong.len().saturating_sub(TOLD);
    wrong.truncate(TOLD);
    let template = Give { page, fields, columns: COLUMNS.join(";"), manager, wrong, more };
    template.page.html_with(status, &template)
}

/// `GET /conseil/import`
///
/// # Errors
/// When the page cannot be made.
pub async fn form(who: Signed<ForAdvisor>) -> Outcome<HttpResponse> {
    give(who, Fields::default(), Vec::new(), StatusCode::OK).await
}

/// "email : cette adresse n'est pas complète", in the reader's words.
fn said(page: &Page, rules: &[RuleError]) -> String {
    let one = |rule: &RuleError| match &rule.field {
        Some(column) => format!("{column}{}{}", page.t.colon(), page.t.rule(rule)),
        None => page.t.rule(rule),
    };
    rules.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// `POST /conseil/import`: every line is right and all are promised, or nothing is written.
///
/// # Errors
/// What the database says.
pub async fn send(who: Signed<ForAdvisor>, upload: Upload) -> Outcome<HttpResponse> {
    let Upload { mut fields, file } = upload;
    let text = if file.is_empty() { fields.get("texte").to_owned() } else { newcomers::decoded(&file) };
    let lines = match newcomers::lines(&text) {
        Ok(lines) => lines,
        Err(rules) => {
            fields.refuse(&rules, who.t);
            return give(who, fields, Vec::new(), StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    let mut right: Vec<(usize, Newcomer)> = Vec::new();
    let mut wrong: Vec<(usize, String)> = Vec::new();
    for (number, line) in lines {
        match line {
            Ok(new) => right.push((number, new)),
            Err(rules) => wrong.push((number, said(&who.page, &rules))),
        }
    }
    let advisor = advisor_of(&who);
    let asked = right.clone();
    let unknown = who.app.read(move |conn| actions::mandates::not_for_colleagues(conn, advisor, &asked)).await?;
    wrong.extend(unknown.iter().map(|(number, rule)| (*number, said(&who.page, std::slice::from_ref(rule)))));
    wrong.sort_by_key(|(number, _)| *number);
    if !wrong.is_empty() {
        return give(who, fields, wrong, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let id = who.app.write(move |tx, now| actions::mandates::import(tx, now, advisor, &right)).await?;
    Ok(see_other(&who.page, &format!("/conseil/import/{id}")))
}

/// The report.
#[derive(Template)]
#[template(path = "follow_ups/imported.html")]
struct Report {
    page: Page,
    total: usize,
    done: usize,
    added: usize,
    already: usize,
    /// Lines that could not be done: number, sentence.
    left: Vec<(usize, String)>,
}

/// `GET /conseil/import/{id}`
///
/// # Errors
/// `NotFound` when it is not his.
pub async fn report(who: Signed<ForAdvisor>, id: Path<String>) -> Outcome<HttpResponse> {
    let (advisor, id): (_, Id<Import>) = (advisor_of(&who), id.parse().map_err(|_| Error::NotFound)?);
    let import = who.app.read(move |conn| store::mandates::import(conn, id)).await?;
    if import.advisor != advisor {
        return Err(Error::NotFound);
    }
    let count = |word: Welcome| import.report.iter().filter(|(_, told)| told == word.as_str()).count();
    let known = |told: &str| Welcome::parse(told).is_some();
    who.page.show(|page| Report {
        total: import.total,
        done: import.report.len(),
        added: count(Welcome::Added),
        already: count(Welcome::Already),
        left: import
            .report
            .iter()
            .filter(|(_, told)| !known(told))
            .map(|(number, code)| (*number, page.t.named(&format!("error-{code}"), &[]).unwrap_or_default()))
            .collect(),
        page,
    })
}

type Known = (Vec<Person>, HashMap<Id<Person>, FollowUp>);

fn read(tx: &mut db::Tx<'_>, now: Instant, advisor: Id<Advisor>) -> db::Result<Known> {
    let ids = store::portfolio(tx, now, advisor)?;
    // A file that leaves is a look at each of them (I16).
    for person in &ids {
        let held = follow_ups::store::mandate(tx, now, advisor, *person)?;
        actions::note_look(tx, now, &held)?;
    }
    let conn: &mut Conn = tx;
    Ok((people::store::by_ids(conn, &ids)?, store::follow_ups_of(conn, now, &ids)?))
}

/// `GET /conseil/export.csv`: those whom he may see, as he sees them.
///
/// # Errors
/// What the database says.
pub async fn export(who: Signed<ForAdvisor>) -> Outcome<HttpResponse> {
    let advisor = advisor_of(&who);
    let (people, follow_ups) = who.app.write(move |tx, now| read(tx, now, advisor)).await?;
    let body = written(&who.page, &people, &follow_ups).map_err(|e| Error::Internal(e.to_string()))?;
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8; header=present")
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"personnes.csv\""))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(body))
}

fn written(page: &Page, people: &[Person], known: &HashMap<Id<Person>, FollowUp>) -> csv::Result<Vec<u8>> {
    // The mark tells spreadsheets that it is UTF-8.
    let mut out = csv::WriterBuilder::new().delimiter(b';').from_writer(b"\xef\xbb\xbf".to_vec());
    let more = ["suivi_par", "depuis", "prochaine_etape", "formations"];
    out.write_record(COLUMNS.iter().chain(&more))?;
    for person in people {
        let follow_up = known.get(&person.id);
        let step = follow_up.and_then(|f| f.next_step.as_ref());
        let trainings = follow_up.map(|f| f.trainings.iter().map(|t| t.title.as_str()).collect::<Vec<_>>().join(", "));
        let place = PersonView::of(page, person).place;
        let line = [
            person.first_name.clone(),
            person.last_name.clone(),
            person.email.as_str().to_owned(),
            person.phone.clone().unwrap_or_default(),
            place.unwrap_or_default(),
            person.radius_km.to_string(),
            follow_up.map(|f| f.referent.name.clone()).unwrap_or_default(),
            follow_up.map(|f| page.date(&f.started_at)).unwrap_or_default(),
            step.map(|s| format!("{}, {}", page.date_hour(&s.at), s.title)).unwrap_or_default(),
            trainings.unwrap_or_default(),
        ];
        out.write_record(line.iter().map(|text| cell(text)))?;
    }
    out.into_inner().map_err(|e| e.into_error().into())
}
