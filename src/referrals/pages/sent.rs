//! What an advisor proposed: *proposée* or *close*, and nothing else (G2). People whom she follows no more are not
//! listed (I16).

use crate::db;
use crate::follow_ups::pages::advisor_of;
use crate::follow_ups::{self, Advisor};
use crate::kernel::{Id, Instant};
use crate::offers::{self, Offer};
use crate::people::{self, Person};
use crate::referrals::{Referral, State, store};
use crate::web::signed::ForAdvisor;
use crate::web::{Outcome, Page, Signed, form};
use actix_web::HttpResponse;
use askama::Template;
use std::collections::HashMap;

/// Proposals on a page.
const PAGE: i64 = 50;
/// Pages that can be turned.
const PAGES: i64 = 1_000;

/// The list.
#[derive(Template)]
#[template(path = "referrals/sent.html")]
struct Sent {
    page: Page,
    rows: Vec<Row>,
    number: i64,
    more: bool,
}

/// A proposal.
struct Row {
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
    people: HashMap<Id<Person>, Person>,
    offers: HashMap<Id<Offer>, Offer>,
}

impl Ledger {
    fn read(conn: &mut db::Conn, now: Instant, advisor: Id<Advisor>, number: i64) -> db::Result<Self> {
        let followed = follow_ups::store::portfolio(conn, now, advisor)?;
        // One more than is shown tells whether there is a next page.
        let referrals = store::of_advisor(conn, advisor, &followed, (number - 1) * PAGE, PAGE + 1)?;
        let ids: Vec<Id<Person>> = referrals.iter().map(|r| r.person).collect();
        let people = people::store::by_ids(conn, &ids)?.into_iter().map(|p| (p.id, p)).collect();
        let ids: Vec<Id<Offer>> = referrals.iter().map(|r| r.offer).collect();
        let offers = offers::store::by_ids(conn, &ids)?.into_iter().map(|o| (o.id, o)).collect();
        Ok(Self { referrals, people, offers })
    }

    fn row(&self, page: &Page, referral: &Referral) -> Option<Row> {
        Some(Row {
            person: referral.person.to_string(),
            name: self.people.get(&referral.person)?.name(),
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
    let number: i64 = form::query(&who.query).get("page").parse().unwrap_or(1).clamp(1, PAGES);
    let ledger = who.app.read(move |conn| Ledger::read(conn, now, advisor, number)).await?;
    let page = who.page;
    let shown = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let rows = ledger.referrals.iter().take(shown).filter_map(|r| ledger.row(&page, r)).collect();
    page.show(|page| Sent { page, rows, number, more: ledger.referrals.len() > shown })
}
