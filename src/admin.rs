//! The administrator's overview: counts and what waits for an answer. Reports of missions are answered here, once each.

use crate::kernel::rule::Kind;
use crate::kernel::{Id, Instant};
use crate::labels::pages::listed;
use crate::offers::{self, Offer, store};
use crate::web::page::see_other;
use crate::web::signed::ForAdmin;
use crate::web::{Error, Fields, Form, Outcome, Page, Signed};
use crate::{db, jobs};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use std::collections::{BTreeMap, HashMap};

/// Reports shown.
const REPORTS: i64 = 50;

/// A report on a mission.
struct Report {
    id: String,
    offer: String,
    title: String,
    message: String,
    date: String,
    due: String,
    late: bool,
}

/// What is counted.
struct Counts {
    labels: BTreeMap<&'static str, usize>,
    published: i64,
    waiting: i64,
    dead: i64,
}

/// The overview.
#[derive(Template)]
#[template(path = "admin/overview.html")]
struct Overview {
    page: Page,
    visible: usize,
    active: usize,
    counts: Counts,
    reports: Vec<Report>,
}

fn counts(conn: &mut db::Conn, now: Instant) -> db::Result<Counts> {
    let mut labels: BTreeMap<&'static str, usize> = BTreeMap::new();
    for (_, label) in listed(conn, now)? {
        *labels.entry(label.state_at(now).word()).or_default() += 1;
    }
    let (waiting, dead) = jobs::counts(conn)?;
    Ok(Counts { labels, published: offers::store::count_all_published(conn)?, waiting, dead })
}

/// Reports, and the titles of what they are about.
type Reports = (Vec<store::Report>, HashMap<Id<Offer>, String>);

fn reports(conn: &mut db::Conn) -> db::Result<Reports> {
    let list = store::open_reports(conn, REPORTS)?;
    let ids: Vec<Id<Offer>> = list.iter().map(|r| r.offer).collect();
    let titles = offers::store::by_ids(conn, &ids)?.into_iter().map(|o| (o.id, o.terms.title)).collect();
    Ok((list, titles))
}

/// `GET /admin`
///
/// # Errors
/// What the database says.
pub async fn overview(who: Signed<ForAdmin>) -> Outcome<HttpResponse> {
    let (page, now) = (&who.page, who.now);
    let (counts, (list, titles)) = page.app.read(move |conn| Ok((counts(conn, now)?, reports(conn)?))).await?;
    let all = crate::board::Query { limit: 1, ..Default::default() };
    let visible = page.app.board().search(&all, now.seconds()).total;
    let report = |r: store::Report| seen(page, titles.get(&r.offer).cloned().unwrap_or_default(), r);
    let reports = list.into_iter().map(report).collect();
    let active = counts.labels.get("active").copied().unwrap_or(0);
    who.page.show(|page| Overview { page, visible, active, counts, reports })
}

fn seen(page: &Page, title: String, report: store::Report) -> Report {
    Report {
        id: report.id.to_string(),
        offer: report.offer.to_string(),
        title,
        message: report.message,
        date: page.date(&report.created_at),
        due: page.date(&report.due_at),
        late: report.due_at < page.now && report.answer.is_none(),
    }
}

/// A report and its answer.
#[derive(Template)]
#[template(path = "admin/report.html")]
struct Sheet {
    page: Page,
    fields: Fields,
    report: Report,
    /// Whether the answer leaves by letter.
    letter: bool,
    answer: Option<String>,
}

async fn shown(page: Page, id: Id<store::Report>, fields: Fields, status: StatusCode) -> Outcome<HttpResponse> {
    let read = move |conn: &mut db::Conn| {
        let report = store::report(conn, id)?;
        Ok((store::by_id(conn, report.offer)?.terms.title, report))
    };
    let (title, report) = page.app.read(read).await?;
    let (letter, answer) = (report.email.is_some(), report.answer.clone().map(|(text, _)| text));
    let template = Sheet { report: seen(&page, title, report), fields, letter, answer, page };
    template.page.html_with(status, &template)
}

/// `GET /admin/signalements/{id}`
///
/// # Errors
/// `NotFound`.
pub async fn report(who: Signed<ForAdmin>, id: Path<String>) -> Outcome<HttpResponse> {
    let id = id.parse().map_err(|_| Error::NotFound)?;
    shown(who.page, id, Fields::default(), StatusCode::OK).await
}

/// `POST /admin/signalements/{id}`: answers it; who left an address is written to.
///
/// # Errors
/// `NotFound`.
pub async fn answer(who: Signed<ForAdmin>, id: Path<String>, Form(mut fields): Form) -> Outcome<HttpResponse> {
    let id: Id<store::Report> = id.parse().map_err(|_| Error::NotFound)?;
    let text = fields.get("reponse").to_owned();
    match who.app.write(move |tx, now| offers::actions::answer_report(tx, now, id, &text)).await {
        Ok(()) => Ok(see_other(&who.page, "/admin?ok=report-answered")),
        Err(db::Error::Rules(rules)) => {
            let mistyped = rules.iter().all(|r| r.kind == Kind::Invalid);
            let status = if mistyped { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::CONFLICT };
            fields.refuse(&rules, who.t);
            shown(who.page, id, fields, status).await
        }
        Err(other) => Err(other.into()),
    }
}
