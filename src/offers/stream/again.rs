//! The open list for who has no stream, or wants to be sure: the page says which missions it shows and up to which change it
//! knows, and hears what became of those, how many answer now, and which its own page would show. Nothing is kept of it.

use crate::board::Query;
use crate::kernel::Id;
use crate::live::Fate;
use crate::offers::search::Search;
use crate::offers::stream::why::Why;
use crate::offers::stream::{List, Listener};
use crate::offers::{Offer, asked, store};
use crate::web::{Error, Outcome, Page, form};
use actix_web::HttpResponse;
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// Missions that a page may ask about at once: those that it shows, and what it heard of since.
const MOST: usize = 100;
/// How often what changes while one counts is counted again.
const TURNS: usize = 3;

/// `GET /missions/direct/encore`: the same query as the list, `since` or `depuis`, and `vues`, the missions that are on the page.
///
/// # Errors
/// `Unavailable` while the board is being loaded.
pub async fn again(page: Page) -> Outcome<HttpResponse> {
    if !page.app.ready() {
        return Err(Error::Unavailable("the board is being loaded".into()));
    }
    let search = asked::read(&page).await?;
    let fields = form::query(&page.query);
    let since = [fields.get("since"), fields.get("depuis")].iter().find_map(|s| s.parse().ok());
    let mut seen: Vec<Uuid> = fields.get("vues").split(',').take(MOST).filter_map(|id| id.parse().ok()).collect();
    let mut known = HashSet::new();
    seen.retain(|id| known.insert(*id));
    let list = List { mode: search.mode(), page, turns_at: None };
    let now = Now::count(&list, &search);
    let (changed, stale) = changed(&list, since);
    let fates = fates(&list, &seen).await?;
    let query = now.judged(&list, &search.query);
    let event = |id: &Uuid| event(&list, &query, *id, (changed.contains(id), fates.get(id).copied()));
    let events: Vec<Value> = seen.iter().filter_map(event).collect();
    Ok(HttpResponse::Ok().insert_header(("Cache-Control", "no-store")).json(json!({
        "seq": now.seq,
        "total": now.total,
        "here": now.here,
        "stale": stale,
        "events": events,
    })))
}

/// The answer to a search, and the last change that it knows.
struct Now {
    seq: i64,
    total: usize,
    here: Vec<Uuid>,
}

impl Now {
    /// Counts until nothing changes meanwhile, so that the number and the count tell the same; a few times at most.
    fn count(list: &List, search: &Search) -> Self {
        let (app, at) = (list.app(), list.now().seconds());
        let mut seq = app.hub.seq();
        let mut turns = 0;
        loop {
            let found = app.board().search(&search.query, at);
            let here = found.hits.iter().map(|hit| hit.id).collect();
            let after = app.hub.seq();
            turns += 1;
            if after == seq || turns == TURNS {
                return Self { seq, total: found.total, here };
            }
            seq = after;
        }
    }

    /// The query by which what a page shows is judged: when no mission has all the words, it shows those that have some, and
    /// nothing is said of words.
    fn judged(&self, list: &List, query: &Query) -> Query {
        let query = Query { limit: 1, ..query.clone() };
        let at = list.now().seconds();
        let strict = self.here.iter().all(|id| list.app().board().matches(&query, *id, at));
        if strict && !self.here.is_empty() { query } else { Query { text: None, ..query } }
    }
}

/// The missions that changed since a change, and whether that is too far back to be known.
fn changed(list: &List, since: Option<i64>) -> (HashSet<Uuid>, bool) {
    let Some(since) = since else { return (HashSet::new(), false) };
    let Some(told) = list.app().hub.since(since) else { return (HashSet::new(), true) };
    (told.iter().filter_map(|told| told.change.offer()).collect(), false)
}

/// What became of the missions that are not on the board any more.
async fn fates(list: &List, seen: &[Uuid]) -> Outcome<HashMap<Uuid, Fate>> {
    let off: Vec<Id<Offer>> = {
        let board = list.app().board();
        seen.iter().filter(|id| board.lookup(**id).is_none()).copied().map(Id::from_uuid).collect()
    };
    if off.is_empty() {
        return Ok(HashMap::new());
    }
    let offers = list.app().read(move |conn| store::by_ids(conn, &off)).await?;
    Ok(offers.iter().map(|offer| (offer.id.uuid(), Fate::of(offer))).collect())
}

/// What is to be told of a mission that is on the page; nothing when it is as it was.
fn event(list: &List, query: &Query, id: Uuid, (changed, fate): (bool, Option<Fate>)) -> Option<Value> {
    let (board, now) = (list.app().board(), list.now());
    let Some(hit) = board.hit(query, id, now.seconds()) else {
        let why = Why::of(&board, id, fate.unwrap_or(Fate::Unknown), now);
        drop(board);
        return Some(json!({ "name": "gone", "data": list.gone(id, why)? }));
    };
    drop(board);
    if changed { Some(json!({ "name": "upsert", "data": list.upsert(&hit, None)? })) } else { None }
}
