//! Whom a mission could be proposed to: the people of the portfolio, those whose hours and place fit first, by name only: where
//! they live and when they can is on their own page, where a look is noted for them (I16). Who does not want
//! proposals is shown with only that.

use crate::db;
use crate::follow_ups::{self, Advisor, FollowUp};
use crate::geo::text::fold;
use crate::kernel::{Id, Instant};
use crate::offers::Offer;
use crate::people::availability::Availability;
use crate::people::{self, Person, matching};
use crate::referrals::store;
use crate::web::signed::ForAdvisor;
use crate::web::{Error, Fields, Outcome, Page, Signed, form};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use std::collections::{HashMap, HashSet};

/// People listed on the page of a mission; its own list has them all.
pub const HERE: usize = 12;

/// Somebody to tick.
pub struct Tickable {
    /// Her key.
    pub id: String,
    /// Her name.
    pub name: String,
    /// She has no address: nothing leaves for her.
    pub aloud: bool,
    /// Why she cannot be ticked.
    pub closed: Option<String>,
}

/// The list to tick.
pub struct Choosing {
    /// The mission.
    pub offer: String,
    /// Its title.
    pub title: String,
    /// Those whose hours and place fit.
    pub fit: Vec<Tickable>,
    /// The others.
    pub others: Vec<Tickable>,
    /// How many more are on the list of its own.
    pub more: usize,
    /// Places left.
    pub left: i64,
    /// Where to come back to.
    pub back: String,
}

struct Known {
    people: Vec<Person>,
    said: HashMap<Id<Person>, Availability>,
    follow_ups: HashMap<Id<Person>, FollowUp>,
    proposed: HashSet<Id<Person>>,
}

fn read(conn: &mut db::Conn, now: Instant, advisor: Id<Advisor>, offer: Id<Offer>) -> db::Result<Known> {
    let ids = follow_ups::store::portfolio(conn, now, advisor)?;
    let people = people::store::by_ids(conn, &ids)?;
    Ok(Known {
        said: people::store::availabilities(conn, &people)?,
        people,
        follow_ups: follow_ups::store::follow_ups_of(conn, now, &ids)?,
        proposed: store::open_of_offer(conn, offer)?.into_iter().map(|r| r.person).collect(),
    })
}

impl Choosing {
    /// Whether somebody of the list can be ticked.
    #[must_use]
    pub fn tickable(&self) -> bool {
        self.fit.iter().chain(&self.others).any(|one| one.closed.is_none())
    }

    /// The list for a mission that is open; `None` when it is not on the board.
    ///
    /// # Errors
    /// What the database says.
    pub async fn of(page: &Page, advisor: Id<Advisor>, offer: Id<Offer>, most: usize) -> Outcome<Option<Self>> {
        let now = page.now;
        let known = page.app.read(move |conn| read(conn, now, advisor, offer)).await?;
        let board = page.app.board();
        let Some(hit) = board.get(offer.uuid(), now.seconds()) else { return Ok(None) };
        // Of hours that nobody knows, nothing is said.
        let holds = |said: &Availability| said.says_hours() && matching::holds(&board, said, offer.uuid(), now);
        let fits = |p: &Person| known.said.get(&p.id).is_some_and(holds);
        let mut people: Vec<(bool, &Person)> =
            known.people.iter().map(|p| (p.receives_proposals && fits(p), p)).collect();
        people.sort_by_cached_key(|(fits, p)| (!fits, fold(&p.last_name), fold(&p.first_name), p.id));
        let all = people.len();
        people.truncate(most);
        let (fit, others): (Vec<_>, Vec<_>) = people.into_iter().partition(|(fits, _)| *fits);
        let tickable = |list: Vec<(bool, &Person)>| list.iter().map(|(_, p)| known.tickable(page, p)).collect();
        let open = hit.payload.offer.slots.iter().filter(|s| s.open_at(now));
        let query = if page.query.is_empty() { String::new() } else { format!("?{}", page.query) };
        Ok(Some(Self {
            offer: offer.to_string(),
            title: hit.payload.offer.terms.title.clone(),
            fit: tickable(fit),
            others: tickable(others),
            more: all.saturating_sub(most),
            left: open.map(|s| i64::from(s.left())).sum(),
            back: format!("{}{query}", page.path),
        }))
    }
}

impl Known {
    fn tickable(&self, page: &Page, person: &Person) -> Tickable {
        let (name, aloud) = (person.name(), person.email.is_none());
        if !person.receives_proposals {
            return Tickable { id: String::new(), name, aloud, closed: Some(page.t.choose_unwanted()) };
        }
        let closed = if self.proposed.contains(&person.id) {
            Some(page.t.person_proposed_already())
        } else if self.follow_ups.contains_key(&person.id) {
            None
        } else {
            Some(page.t.file_not_active())
        };
        Tickable { id: person.id.to_string(), name, aloud, closed }
    }
}

/// The list on a page of its own.
#[derive(Template)]
#[template(path = "referrals/choose.html")]
struct Choose {
    page: Page,
    fields: Fields,
    choosing: Choosing,
}

/// `GET /conseil/choix?mission=…`
///
/// # Errors
/// `NotFound` when there is no such mission; 410 when it is gone.
pub async fn show(who: Signed<ForAdvisor>) -> Outcome<HttpResponse> {
    let fields = form::query(&who.query);
    listed(who, fields, StatusCode::OK).await
}

/// The list, with what was not accepted of it.
pub(super) async fn listed(who: Signed<ForAdvisor>, fields: Fields, status: StatusCode) -> Outcome<HttpResponse> {
    if !who.app.ready() {
        return Err(Error::Unavailable("the board is being loaded".into()));
    }
    let offer: Id<Offer> = fields.get("mission").parse().map_err(|_| Error::NotFound)?;
    let advisor = follow_ups::pages::advisor_of(&who);
    let mut page = who.page;
    page.path = "/conseil/choix".into();
    page.query = format!("mission={offer}");
    match Choosing::of(&page, advisor, offer, usize::MAX).await? {
        Some(mut choosing) => {
            // What was just done is told here, and not again where one goes from here.
            if !fields.get("ok").is_empty() {
                let told = fields.pairs().filter(|(name, _)| ["mission", "ok", "lettres", "voix"].contains(name));
                page.query = serde_urlencoded::to_string(told.collect::<Vec<_>>()).unwrap_or_default();
            }
            if fields.has("retour") {
                fields.get("retour").clone_into(&mut choosing.back);
            }
            let template = Choose { page, fields, choosing };
            template.page.html_with(status, &template)
        }
        None => crate::offers::pages::gone(page, offer).await,
    }
}
