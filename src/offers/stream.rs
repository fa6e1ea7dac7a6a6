//! The live list (server-sent events): each stream carries only what concerns its search, in order, and resumes where it
//! was cut. What went is greyed with its reason; nothing jumps away under the finger. A page hears HTML, a machine JSON.

pub mod again;
mod news;
pub mod why;

use crate::app::App;
use crate::board::{Hit, Query};
use crate::geo::travel::Mode;
use crate::kernel::Instant;
use crate::live::{Card, Change, Subscription, Told, Topic};
use crate::offers::cards::{CardFragment, CardView, GoneFragment, fragment};
use crate::web::{Error, Outcome, Page, form};
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use futures_util::stream::unfold;
use news::{News, Story};
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::fmt::Write;
use std::sync::Arc;
use std::time::Duration;
use uuid::Uuid;
use why::Why;

/// A word now and then keeps proxies from cutting the line.
const BEAT: Duration = Duration::from_secs(20);
/// Changes that come within this time are told together.
const BURST: Duration = Duration::from_millis(100);

/// Who listens, and what a change is called for them.
pub trait Listener: 'static {
    /// The application.
    fn app(&self) -> &Arc<App>;
    /// The instant of what is told.
    fn now(&self) -> Instant;
    /// Time has gone by.
    fn set_now(&mut self, now: Instant);
    /// A mission appeared or changed; `before` says whether it was in this list until then, when that is known.
    fn upsert(&self, hit: &Hit<Card>, before: Option<bool>) -> Option<Value>;
    /// A mission that was in this list is not in it any more.
    fn gone(&self, id: Uuid, why: Why) -> Option<Value>;
    /// All missions of a platform went.
    fn mask(&self, platform: Uuid) -> Option<Value>;
    /// When what is listened to becomes another search, if it does.
    fn turns_at(&self) -> Option<i64> {
        None
    }
}

/// An open list, and how its reader travels.
struct List {
    page: Page,
    mode: Option<Mode>,
    turns_at: Option<i64>,
}

impl Listener for List {
    fn app(&self) -> &Arc<App> {
        &self.page.app
    }

    fn now(&self) -> Instant {
        self.page.now
    }

    fn set_now(&mut self, now: Instant) {
        self.page.now = now;
    }

    fn upsert(&self, hit: &Hit<Card>, before: Option<bool>) -> Option<Value> {
        let html = fragment(&CardFragment {
            page: &self.page,
            card: CardView::of(&self.page, hit, 2).travelling(&self.page, hit, self.mode),
        })
        .ok()?;
        Some(json!({ "id": hit.id, "html": html, "before": before }))
    }

    fn gone(&self, id: Uuid, why: Why) -> Option<Value> {
        let why = why.sentence(self.page.t);
        let html = fragment(&GoneFragment { page: &self.page, why: why.clone() }).ok()?;
        Some(json!({ "id": id, "html": html, "why": why }))
    }

    fn mask(&self, platform: Uuid) -> Option<Value> {
        let why = self.page.t.gone_live_platform();
        let html = fragment(&GoneFragment { page: &self.page, why: why.clone() }).ok()?;
        Some(json!({ "platform": platform, "html": html, "why": why }))
    }

    fn turns_at(&self) -> Option<i64> {
        self.turns_at
    }
}

/// `GET /missions/direct`: the same query as the list, and `since` or `Last-Event-ID`.
///
/// # Errors
/// `Unavailable` while the board is being loaded.
pub async fn stream(page: Page, req: HttpRequest) -> Outcome<HttpResponse> {
    if !page.app.ready() {
        return Err(Error::Unavailable("the board is being loaded".into()));
    }
    let search = crate::offers::asked::read(&page).await?;
    let (mode, turns_at) = (search.mode(), search.turns_at(page.now));
    open(List { page, mode, turns_at }, search.query, &req)
}

struct Line<L: Listener> {
    listener: L,
    query: Query,
    topic: Arc<Topic>,
    ready: VecDeque<Bytes>,
    /// The number of the last change that was told.
    seq: i64,
    /// The place in what the topic tells.
    place: u64,
    told_at: tokio::time::Instant,
    /// It said that it listens to what nobody asks any more.
    turned: bool,
}

impl<L: Listener> Drop for Line<L> {
    fn drop(&mut self) {
        let app = self.listener.app();
        app.hub.leave(&self.topic, app.now().seconds());
    }
}

/// Opens a stream of what concerns a query.
///
/// # Errors
/// `Unavailable` when too many searches are listened to.
pub fn open<L: Listener>(mut listener: L, query: Query, req: &HttpRequest) -> Outcome<HttpResponse> {
    let header = req.headers().get("Last-Event-ID").and_then(|v| v.to_str().ok()).unwrap_or("");
    let fields = form::query(req.query_string());
    let since = [header, fields.get("since"), fields.get("depuis")].iter().find_map(|s| s.parse().ok());
    let now = listener.app().now();
    listener.set_now(now);
    let Some(Subscription { topic, missed, seq, place }) = listener.app().hub.subscribe(&query, since, now.seconds())
    else {
        return Err(Error::Unavailable("too many searches are listened to".into()));
    };
    let ready = VecDeque::from([Bytes::from_static(b"retry: 3000\n\n")]);
    let mut line =
        Line { listener, query, topic, ready, seq, place, told_at: tokio::time::Instant::now(), turned: false };
    match missed {
        Some(missed) => line.say(&missed),
        None => line.ready.push_back(reload(seq)),
    }
    Ok(HttpResponse::Ok()
        .content_type("text/event-stream; charset=utf-8")
        .insert_header(("Cache-Control", "no-store"))
        .insert_header(("X-Accel-Buffering", "no"))
        .insert_header(("Content-Encoding", "identity"))
        .streaming(unfold(
            line,
            |line| async move { next(line).await.map(|(bytes, line)| (Ok::<_, Error>(bytes), line)) },
        )))
}

/// The page must be read again.
fn reload(seq: i64) -> Bytes {
    Bytes::from(format!("event: reload\nid: {seq}\ndata: {{\"stale\":true}}\n\n"))
}

async fn next<L: Listener>(mut line: Line<L>) -> Option<(Bytes, Line<L>)> {
    loop {
        if let Some(bytes) = line.ready.pop_front() {
            return Some((bytes, line));
        }
        let topic = Arc::clone(&line.topic);
        let bell = topic.bell.notified();
        tokio::pin!(bell);
        // From here on nothing is missed: what is told before the look is seen, what is told after it rings.
        bell.as_mut().enable();
        if line.turned || line.listener.app().hub.is_closed() {
            return None;
        }
        if line.has_turned() {
            // "Today" is another day. Who comes back listens to it.
            line.turned = true;
            return Some((reload(line.seq), line));
        }
        // Too slow to follow: the listener comes back with its last number and gets what it missed.
        let (told, place) = topic.after(line.place)?;
        line.place = place;
        if told.is_empty() {
            if tokio::time::timeout(BEAT, bell).await.is_err() {
                return Some((Bytes::from_static(b": still here\n\n"), line));
            }
            // A burst is told at once.
            tokio::time::sleep_until(line.told_at + BURST).await;
        } else {
            let now = line.listener.app().now();
            line.listener.set_now(now);
            line.say(&told);
            line.told_at = tokio::time::Instant::now();
        }
    }
}

impl<L: Listener> Line<L> {
    fn has_turned(&self) -> bool {
        self.listener.turns_at().is_some_and(|turn| self.listener.app().now().seconds() >= turn)
    }

    /// Writes changes; of a mission that changed several times, the last. What is not sure is said once, for all.
    fn say(&mut self, told: &[Told]) {
        let (mut bytes, mut unsure) = (String::new(), false);
        for (end, Told { seq, change, .. }) in told.iter().enumerate() {
            self.seq = self.seq.max(*seq);
            let event = match change {
                Change::Platform(id) => {
                    let last = !told[end + 1..].iter().any(|later| later.change.is_about(change));
                    if last { self.platform(*id) } else { None }
                }
                Change::Offer(..) => match Story::at(told, end) {
                    Some(story) => self.offer(&story, &mut unsure),
                    None => None,
                },
            };
            if let Some((name, data)) = event {
                let _ = write!(bytes, "event: {name}\nid: {}\ndata: {data}\n\n", self.seq);
            }
        }
        if unsure {
            let _ = write!(bytes, "event: reload\nid: {}\ndata: {{}}\n\n", self.seq);
        }
        if !bytes.is_empty() {
            self.ready.push_back(Bytes::from(bytes));
        }
    }

    fn offer(&self, story: &Story, unsure: &mut bool) -> Option<(&'static str, Value)> {
        match story.news(self.listener.app(), &self.query, self.listener.now()) {
            News::Shown(hit, before) => Some(("upsert", self.listener.upsert(&hit, before)?)),
            News::Gone(why) => Some(("gone", self.listener.gone(story.id, why)?)),
            News::Unsure => {
                *unsure = true;
                None
            }
            News::Nothing => None,
        }
    }

    fn platform(&self, id: Uuid) -> Option<(&'static str, Value)> {
        let query = Query { platforms: vec![id], after: None, offset: 0, limit: 1, ..self.query.clone() };
        let visible = self.listener.app().board().search(&query, self.listener.now().seconds()).total > 0;
        if visible {
            return Some(("reload", json!({ "platform": id })));
        }
        Some(("mask", self.listener.mask(id)?))
    }
}
