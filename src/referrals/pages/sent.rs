//! What an advisor proposed: *proposée* or *close*, and nothing else (G2); looked for by person, mission and date, taken back
//! from here. People whom he follows no more are not listed (I16).

use crate::db;
use crate::follow_ups::pages::advisor_of;
use crate::follow_ups::{self, Advisor};
use crate::geo::text::fold;
use crate::kernel::{Id, Instant, RuleError};
use crate::offers::manage::when;
use crate::offers::{self, Offer};
use crate::people::{self, Person};
use crate::referrals::store::{self, Asked};
use crate::referrals::{Referral, State};
use crate::web::signed::ForAdvisor;
use crate::web::{Fields, Outcome, Page, Signed, form};
use actix_web::HttpResponse;
use askama::Template;
use chrono::{NaiveTime, TimeDelta};
use chrono_tz::Europe::Paris;
use std::collections::HashMap;

/// Proposals on a page.
const PAGE: i64 = 50;
/// What can be asked for, by its word in the address.
const ASKED: [&str; 4] = ["personne", "quoi", "du", "au"];

/// The list.
#[derive(Template)]
#[template(path = "referrals/sent.html")]
struct Sent {
    page: Page,
    fields: Fields,
    /// Those who may be chosen: key, name.
    people: Vec<(String, String)>,
    rows: Vec<Row>,
    number: i64,
    more: bool,
    /// Whether something is asked for.
    asked: bool,
    /// The query string without the page.
    query: String,
    /// Where to come back to after taking one back.
    back: String,
}

/// A proposal.
struct Row {
    id: String,
    person: String,
    name: String,
    offer: String,
    title: String,
    when: String,
    machine: String,
    closed: Option<(String, String)>,
}

/// What the list is made from.
struct Ledger {
    referrals: Vec<Referral>,
    /// The page that it is: the last one, beyond it.
    number: i64,
    more: bool,
    people: Vec<Person>,
    offers: HashMap<Id<Offer>, Offer>,
}

/// The start of a day that was typed, in Paris; `None` when it is blank or unreadable.
fn day(fields: &Fields, name: &str) -> Option<Instant> {
    let date = when::date(fields.get(name))?;
    when::instant(date.and_time(NaiveTime::MIN), Paris, name).ok()
}

impl Ledger {
    fn read(conn: &mut db::Conn, now: Instant, advisor: Id<Advisor>, fields: &Fields, number: i64) -> db::Result<Self> {
        let followed = follow_ups::store::portfolio(conn, now, advisor)?;
        let people = people::store::by_ids(conn, &followed)?;
        let to = match fields.get("personne") {
            "" => followed,
            typed => followed.into_iter().filter(|id| id.to_string() == typed).collect(),
        };
        let offers = match fold(fields.get("quoi")) {
            typed if typed.is_empty() => None,
            typed => {
                let all = store::offers_of(conn, advisor, &to)?;
                let known = offers::store::by_ids(conn, &all)?.into_iter();
                let holds = |title: &str| typed.split_whitespace().all(|word| title.contains(word));
                Some(known.filter(|o| holds(&fold(&o.terms.title))).map(|o| o.id).collect())
            }
        };
        let until = day(fields, "au").map(|day| day + TimeDelta::hours(24));
        let asked = Asked { to, offers, from: day(fields, "du"), until };
        let last = (store::count_of_advisor(conn, advisor, &asked)?.max(1) - 1) / PAGE + 1;
        let number = number.clamp(1, last);
        let referrals = store::of_advisor(conn, advisor, &asked, (number - 1) * PAGE, PAGE)?;
        let ids: Vec<Id<Offer>> = referrals.iter().map(|r| r.offer).collect();
        let offers = offers::store::by_ids(conn, &ids)?.into_iter().map(|o| (o.id, o)).collect();
        Ok(Self { referrals, number, more: number < last, people, offers })
    }

    fn row(&self, page: &Page, referral: &Referral) -> Option<Row> {
        Some(Row {
            id: referral.id.to_string(),
            person: referral.person.to_string(),
            name: self.people.iter().find(|p| p.id == referral.person)?.name(),
            offer: referral.offer.to_string(),
            title: self.offers.get(&referral.offer)?.terms.title.clone(),
            when: page.date(&referral.proposed_at),
            machine: page.machine(&referral.proposed_at),
            closed: match referral.state {
                State::Proposed => None,
                State::Closed { at, cause } => Some((page.date(&at), page.word("close-cause", cause.as_str()))),
            },
        })
    }
}

/// `GET /conseil/propositions`
///
/// # Errors
/// What the database says.
pub async fn sent(who: Signed<ForAdvisor>) -> Outcome<HttpResponse> {
    let (advisor, now) = (advisor_of(&who), who.now);
    let mut fields = form::query(&who.query);
    let unread = |name: &&str| !fields.get(name).trim().is_empty() && day(&fields, name).is_none();
    let wrong =
        ["du", "au"].into_iter().filter(unread).map(|name| RuleError::invalid("search-date-unreadable").on(name));
    let wrong: Vec<RuleError> = wrong.collect();
    fields.refuse(&wrong, who.t);
    let number: i64 = fields.get("page").parse().unwrap_or(1);
    let typed = fields.clone();
    let ledger = who.app.read(move |conn| Ledger::read(conn, now, advisor, &typed, number)).await?;
    let page = who.page;
    let number = ledger.number;
    let rows = ledger.referrals.iter().filter_map(|r| ledger.row(&page, r)).collect();
    let pairs: Vec<_> = ASKED.iter().map(|name| (*name, fields.get(name))).filter(|(_, v)| !v.is_empty()).collect();
    let query = serde_urlencoded::to_string(&pairs).unwrap_or_default();
    let back = format!("/conseil/propositions?{query}&page={number}");
    let asked = !pairs.is_empty();
    page.show(|page| Sent {
        people: ledger.people.iter().map(|p| (p.id.to_string(), p.name())).collect(),
        rows,
        number,
        more: ledger.more,
        asked,
        query,
        back,
        fields,
        page,
    })
}
