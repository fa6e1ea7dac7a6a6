//! The same public page asked for twice, while nothing that it says changed, is made once. Only pages that say themselves
//! that they come from the board alone ([`Made`]), only for readers without a cookie, never across a change of what they
//! show, the start of a slot, the end of a label nor a minute: nothing is hidden late (I1) and "confirmed 40 s ago" stays true.

use crate::board::{Query, Sort};
use crate::kernel::{Instant, Lang};
use crate::live::{Concern, Right};
use crate::web::Shared;
use crate::web::pack::Coding;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{AUTHORIZATION, CONTENT_ENCODING, COOKIE, HeaderName, HeaderValue, IF_NONE_MATCH};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use actix_web::web::Bytes;
use actix_web::{Error, HttpMessage, HttpResponse};
use rustc_hash::FxHashMap;
use std::hash::{BuildHasher, BuildHasherDefault};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};

/// What one drawer keeps at most, in bytes; all of them together, about twenty thousand pages of missions.
const KEPT: usize = 6 * 1_024 * 1_024;
/// What keeping an answer takes besides its address and body, in bytes.
const AROUND: usize = 512;
/// Longest address kept, in bytes.
const KEY_MAX: usize = 1_024;
/// Largest answer kept, in bytes.
const BODY_MAX: usize = 64 * 1_024;
/// Drawers, so that threads seldom wait for each other.
const DRAWERS: usize = 16;

/// An answer that is so many changes old sends its reader's live list too far back.
const CHANGES: i64 = 512;

/// What an answer was made from: the board after so many writes, as seen from one second to another.
#[derive(Debug, Clone, Default)]
pub struct Made {
    /// How many times the board had been written.
    pub writes: u64,
    /// The last change that the board knew.
    pub seq: i64,
    /// The second when it was made.
    pub second: i64,
    /// The first second when it is not true any more.
    pub until: i64,
    /// What it was made of.
    pub concern: Concern,
}

impl Made {
    /// Marks an answer that depends on nothing but its address and the board.
    #[must_use]
    pub fn mark(self, mut answer: HttpResponse) -> HttpResponse {
        answer.extensions_mut().insert(self);
        answer
    }

    /// The same, true for its own second only, when it says something that changes every second.
    #[must_use]
    pub fn brief_if(self, brief: bool) -> Self {
        if brief { Self { until: self.second + 1, ..self } } else { self }
    }

    /// The same, made of nothing but these.
    #[must_use]
    pub fn of(self, concern: Concern) -> Self {
        Self { concern, ..self }
    }

    /// The same, made of what answers a query, when nothing else was looked at.
    #[must_use]
    pub fn of_query(self, query: &Query, exact: bool) -> Self {
        let all = || Query { after: None, offset: 0, limit: 1, sort: Sort::Soonest, ..query.clone() };
        self.of(if exact { Concern::Query(Arc::new(all())) } else { Concern::Anything })
    }

    const fn is_brief(&self) -> bool {
        self.until <= self.second + 1
    }

    fn holds(&self, now: &Self) -> bool {
        (self.second..self.until).contains(&now.second) && now.seq - self.seq <= CHANGES
    }
}

/// The answers that are still true.
#[derive(Default)]
pub struct Echo {
    drawers: [Mutex<Drawer>; DRAWERS],
}

#[derive(Default)]
struct Drawer {
    bytes: usize,
    known: FxHashMap<String, Answer>,
}

#[derive(Clone)]
struct Answer {
    made: Made,
    /// Whether it is still right; one that is true for its second only is not followed: any write ends it.
    right: Option<Right>,
    headers: Arc<[(HeaderName, HeaderValue)]>,
    body: Bytes,
}

impl Echo {
    fn drawer(&self, key: &str) -> &Mutex<Drawer> {
        let hash = BuildHasherDefault::<rustc_hash::FxHasher>::default().hash_one(key);
        &self.drawers[usize::try_from(hash >> 60).unwrap_or(0) % DRAWERS]
    }

    fn known(&self, key: &str, now: &Made) -> Option<Answer> {
        let drawer = self.drawer(key).lock().unwrap_or_else(PoisonError::into_inner);
        drawer.known.get(key).filter(|answer| answer.holds(now)).cloned()
    }

    fn keep(&self, key: String, answer: Answer) {
        if key.len() > KEY_MAX || answer.body.len() > BODY_MAX {
            return;
        }
        let now = answer.made.clone();
        let mut drawer = self.drawer(&key).lock().unwrap_or_else(PoisonError::into_inner);
        if drawer.bytes + answer.bytes(&key) > KEPT {
            drawer.known.retain(|_, known| known.holds(&now));
            drawer.bytes = drawer.known.iter().map(|(key, known)| known.bytes(key)).sum();
        }
        // Everything in it is true: nothing tells which will be asked for again, so every other one goes.
        if drawer.bytes + answer.bytes(&key) > KEPT {
            let mut stays = false;
            drawer.known.retain(|_, _| {
                stays = !stays;
                stays
            });
            drawer.bytes = drawer.known.iter().map(|(key, known)| known.bytes(key)).sum();
        }
        drawer.bytes += answer.bytes(&key);
        let bytes = |before: Answer, key: &str| before.bytes(key);
        let replaced = drawer.known.insert(key.clone(), answer).map_or(0, |before| bytes(before, &key));
        drawer.bytes -= replaced;
    }
}

/// Gives an answer again, or keeps the one just made.
///
/// # Errors
/// What the page says.
pub async fn again(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let Some(app) = req.app_data::<Shared>().cloned().filter(|_| is_public(&req)) else {
        return next.call(req).await.map(ServiceResponse::map_into_boxed_body);
    };
    let coding = Coding::asked(req.headers());
    let key = key(&req, coding);
    let now: Instant = app.now();
    let asked = app.made(now);
    let known = app.echo.known(&key, &asked);
    if let Some(answer) = known.filter(|answer| answer.right.is_none() || app.is_settled(asked.writes)) {
        return Ok(req.into_response(answer.response()));
    }
    let response = next.call(req).await?.map_into_boxed_body();
    let made = response.response().extensions().get::<Made>().cloned();
    let Some(made) = made.filter(|_| response.status() == StatusCode::OK) else { return Ok(response) };
    let marked = made.clone();
    let mut kept = None;
    let response = response.map_body(|head, body| match body.try_into_bytes() {
        Ok(plain) => {
            let packed = coding.pack(&plain).map(Bytes::from);
            if packed.is_some() {
                head.headers.insert(CONTENT_ENCODING, HeaderValue::from_static(coding.name()));
            }
            let headers = head.headers.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
            let body = packed.unwrap_or(plain);
            let right = if marked.is_brief() { Some(None) } else { app.follow(&marked).map(Some) };
            kept = right.map(|right| Answer { made, right, headers, body: body.clone() });
            BoxBody::new(body)
        }
        Err(stream) => stream,
    });
    if let Some(answer) = kept {
        app.echo.keep(key, answer);
    }
    Ok(response)
}

/// Nothing in the request but its address, language and coding decides the answer.
fn is_public(req: &ServiceRequest) -> bool {
    req.method() == Method::GET
        && [COOKIE, AUTHORIZATION, IF_NONE_MATCH].iter().all(|name| !req.headers().contains_key(name))
        && (req.path() == "/" || req.path().starts_with("/missions") || req.path().starts_with("/api/v1/offers"))
}

fn key(req: &ServiceRequest, coding: Coding) -> String {
    let lang = req.extensions().get::<Lang>().copied().unwrap_or(Lang::Fr);
    [coding.name(), lang.as_str(), req.path(), "?", req.query_string()].concat()
}

impl Answer {
    fn holds(&self, now: &Made) -> bool {
        let right = self.right.as_ref().map_or(self.made.writes == now.writes, |right| right.load(Ordering::Acquire));
        right && self.made.holds(now)
    }

    fn bytes(&self, key: &str) -> usize {
        key.len() + self.body.len() + AROUND
    }

    fn response(self) -> HttpResponse {
        let mut response = HttpResponse::Ok().body(self.body);
        for (name, value) in self.headers.iter() {
            response.headers_mut().insert(name.clone(), value.clone());
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(made: &Made, body: &'static str) -> Answer {
        let (made, right) = (made.clone(), (!made.is_brief()).then(|| Right::new(true.into())));
        Answer { made, right, headers: Arc::new([]), body: Bytes::from_static(body.as_bytes()) }
    }

    #[test]
    fn an_answer_is_given_again_while_it_is_true() {
        let echo = Echo::default();
        let made = Made { second: 10, until: 12, ..Made::default() };
        let at = |second| Made { second, ..Made::default() };
        let body = |key: &str, now: Made| echo.known(key, &now).map(|a| a.body);
        let kept = answer(&made, "one");
        echo.keep("a".into(), kept.clone());
        assert_eq!(body("a", at(10)), Some(Bytes::from_static(b"one")));
        assert_eq!(body("a", at(11)), Some(Bytes::from_static(b"one")));
        assert!(body("a", at(9)).is_none() && body("a", at(12)).is_none() && body("b", at(10)).is_none());
        assert!(body("a", Made { seq: CHANGES + 1, ..at(10) }).is_none(), "its live list would start too far back");
        kept.right.as_ref().unwrap().store(false, Ordering::Release);
        assert!(body("a", at(10)).is_none(), "something that it shows has changed");
        echo.keep("c".into(), answer(&made.brief_if(true), "brief"));
        assert!(body("c", at(10)).is_some() && body("c", at(11)).is_none());
        assert!(body("c", Made { writes: 1, ..at(10) }).is_none());
    }

    #[test]
    fn what_is_kept_is_bounded() {
        let echo = Echo::default();
        let made = Made { second: 10, until: 12, ..Made::default() };
        for n in 0..400_000 {
            echo.keep((n % 300_000).to_string(), answer(&made, "many"));
        }
        for drawer in &echo.drawers {
            let drawer = drawer.lock().unwrap();
            assert!(drawer.bytes <= KEPT);
            assert_eq!(drawer.bytes, drawer.known.iter().map(|(key, known)| known.bytes(key)).sum::<usize>());
        }
    }
}
