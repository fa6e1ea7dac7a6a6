//! The live list (server-sent events): each stream carries only what concerns its search, in order, and resumes where it
//! was cut. What went is greyed with its reason; nothing jumps away under the finger.

use crate::live::Change;
use crate::offers::cards::{CardFragment, CardView, GoneFragment, fragment};
use crate::offers::search::Search;
use crate::web::{Error, Outcome, Page, form};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use futures_util::stream::unfold;
use serde_json::json;
use std::collections::VecDeque;
use std::time::Duration;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use uuid::Uuid;

/// A word now and then keeps proxies from cutting the line.
const BEAT: Duration = Duration::from_secs(20);

struct Line {
    page: Page,
    search: Search,
    ready: VecDeque<Bytes>,
    coming: Receiver<Change>,
}

/// `GET /missions/direct`: the same query as the list, and `since` or `Last-Event-ID`.
///
/// # Errors
/// `Unavailable` while the board is being loaded.
pub async fn stream(mut page: Page, req: HttpRequest) -> Outcome<HttpResponse> {
    if !page.app.ready() {
        return Err(Error::Unavailable("the board is being loaded".into()));
    }
    let fields = form::query(&page.query);
    let header = req.headers().get("Last-Event-ID").and_then(|v| v.to_str().ok()).unwrap_or("").to_owned();
    let since = [header.as_str(), fields.get("since"), fields.get("depuis")].iter().find_map(|s| s.parse().ok());
    let search = Search::of(fields, page.now);
    let subscription = page.app.hub.subscribe(since);
    let mut ready = VecDeque::from([Bytes::from_static(b"retry: 3000\n\n")]);
    page.now = page.app.now();
    match subscription.missed {
        Some(missed) => ready.extend(missed.iter().filter_map(|c| event(&page, &search, c))),
        None => ready.push_back(Bytes::from(format!("event: reload\nid: {}\ndata: {{}}\n\n", page.app.seq()))),
    }
    let line = Line { page, search, ready, coming: subscription.coming };
    Ok(HttpResponse::Ok()
        .content_type("text/event-stream; charset=utf-8")
        .insert_header(("Cache-Control", "no-store"))
        .insert_header(("X-Accel-Buffering", "no"))
        .insert_header(("Content-Encoding", "identity"))
        .streaming(unfold(line, |line| async move { next(line).await.map(|(bytes, line)| (Ok::<_, Error>(bytes), line)) })))
}

async fn next(mut line: Line) -> Option<(Bytes, Line)> {
    loop {
        if let Some(bytes) = line.ready.pop_front() {
            return Some((bytes, line));
        }
        match tokio::time::timeout(BEAT, line.coming.recv()).await {
            Err(_) => return Some((Bytes::from_static(b": still here\n\n"), line)),
            Ok(Ok(change)) => {
                line.page.now = line.page.app.now();
                line.ready.extend(event(&line.page, &line.search, &change));
            }
            // Too slow to follow: the browser comes back with its last number and gets what it missed.
            Ok(Err(RecvError::Lagged(_) | RecvError::Closed)) => return None,
        }
    }
}

/// What a change is for this search: `None` when it does not concern it.
fn event(page: &Page, search: &Search, change: &Change) -> Option<Bytes> {
    let (name, data) = match change {
        Change::Offer { id, .. } => offer(page, search, *id)?,
        Change::Platform { id, .. } => platform(page, search, *id)?,
    };
    Some(Bytes::from(format!("event: {name}\nid: {}\ndata: {data}\n\n", change.seq())))
}

fn offer(page: &Page, search: &Search, id: Uuid) -> Option<(&'static str, serde_json::Value)> {
    let (now, board) = (page.now.seconds(), page.app.board());
    if board.matches(&search.query, id, now) {
        let mut only = search.query.clone();
        only.limit = 1;
        let hit = board.hit(&only, id, now)?;
        drop(board);
        let card = CardView::of(page, &hit, 2);
        let html = fragment(&CardFragment { page, card }).ok()?;
        return Some(("upsert", json!({ "id": id, "html": html, "position": "keep" })));
    }
    drop(board);
    let html = fragment(&GoneFragment { page, why: page.t.gone_live_offer() }).ok()?;
    Some(("gone", json!({ "id": id, "html": html })))
}

fn platform(page: &Page, search: &Search, id: Uuid) -> Option<(&'static str, serde_json::Value)> {
    let mut query = search.query.clone();
    query.platform = Some(id);
    (query.offset, query.limit) = (0, 1);
    let visible = page.app.board().search(&query, page.now.seconds()).total > 0;
    if visible {
        return Some(("reload", json!({ "platform": id })));
    }
    let html = fragment(&GoneFragment { page, why: page.t.gone_live_platform() }).ok()?;
    Some(("mask", json!({ "platform": id, "html": html })))
}
