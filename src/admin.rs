//! The administrator's overview: counts and what waits for an answer. It is read, nothing is changed here.

use crate::kernel::{Id, Instant};
use crate::labels::pages::listed;
use crate::offers::{self, Offer};
use crate::web::signed::ForAdmin;
use crate::web::{Outcome, Page, Signed};
use crate::{db, jobs};
use actix_web::HttpResponse;
use askama::Template;
use std::collections::{BTreeMap, HashMap};

/// Reports shown.
const REPORTS: i64 = 50;

/// A report on a mission.
struct Report {
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

type Reported = (Id<Offer>, String, Instant, Instant);

fn counts(conn: &mut db::Conn, now: Instant) -> db::Result<Counts> {
    let mut labels: BTreeMap<&'static str, usize> = BTreeMap::new();
    for (_, label) in listed(conn, now)? {
        *labels.entry(label.state_at(now).word()).or_default() += 1;
    }
    let (waiting, dead) = jobs::counts(conn)?;
    Ok(Counts { labels, published: offers::store::count_all_published(conn)?, waiting, dead })
}

/// Reports, and the titles of what they are about.
type Reports = (Vec<Reported>, HashMap<Id<Offer>, String>);

fn reports(conn: &mut db::Conn) -> db::Result<Reports> {
    let list = offers::store::reports(conn, REPORTS)?;
    let ids: Vec<Id<Offer>> = list.iter().map(|r| r.0).collect();
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
    let report = |(id, message, at, due): Reported| Report {
        offer: id.to_string(),
        title: titles.get(&id).cloned().unwrap_or_default(),
        message,
        date: page.date(&at),
        due: page.date(&due),
        late: due < now,
    };
    let reports = list.into_iter().map(report).collect();
    let active = counts.labels.get("active").copied().unwrap_or(0);
    who.page.show(|page| Overview { page, visible, active, counts, reports })
}
