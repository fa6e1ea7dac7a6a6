//! The same public page asked for twice in the same second, while the board did not change, is made once. Only pages that
//! say themselves that they come from the board alone ([`Made`]), only for readers without a cookie, never across a second
//! nor a write: nothing is hidden late (I1) and "confirmed 40 s ago" stays true.

use crate::kernel::{Instant, Lang};
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
use std::sync::{Mutex, PoisonError};

/// Answers kept in one drawer.
const KEPT: usize = 256;
/// Longest address kept, in bytes.
const KEY_MAX: usize = 1_024;
/// Largest answer kept, in bytes.
const BODY_MAX: usize = 64 * 1_024;
/// Drawers, so that threads seldom wait for each other.
const DRAWERS: usize = 16;

/// What an answer was made from: the board after so many writes, as seen in this second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Made {
    /// How many times the board had been written.
    pub writes: u64,
    /// The second.
    pub second: i64,
}

impl Made {
    /// Marks an answer that depends on nothing but its address and the board.
    #[must_use]
    pub fn mark(self, mut answer: HttpResponse) -> HttpResponse {
        answer.extensions_mut().insert(self);
        answer
    }
}

/// The answers of this second.
#[derive(Default)]
pub struct Echo {
    drawers: [Mutex<Drawer>; DRAWERS],
}

#[derive(Default)]
struct Drawer {
    made: Made,
    known: FxHashMap<String, Answer>,
}

#[derive(Clone)]
struct Answer {
    headers: Vec<(HeaderName, HeaderValue)>,
    body: Bytes,
}

impl Echo {
    fn drawer(&self, key: &str) -> &Mutex<Drawer> {
        let hash = BuildHasherDefault::<rustc_hash::FxHasher>::default().hash_one(key);
        &self.drawers[usize::try_from(hash >> 60).unwrap_or(0) % DRAWERS]
    }

    fn known(&self, key: &str, made: Made) -> Option<Answer> {
        let drawer = self.drawer(key).lock().unwrap_or_else(PoisonError::into_inner);
        (drawer.made == made).then(|| drawer.known.get(key).cloned()).flatten()
    }

    fn keep(&self, key: String, made: Made, answer: Answer) {
        if key.len() > KEY_MAX || answer.body.len() > BODY_MAX {
            return;
        }
        let mut drawer = self.drawer(&key).lock().unwrap_or_else(PoisonError::into_inner);
        if (made.writes, made.second) < (drawer.made.writes, drawer.made.second) {
            return;
        }
        if drawer.made != made || drawer.known.len() >= KEPT {
            drawer.known.clear();
            drawer.made = made;
        }
        drawer.known.insert(key, answer);
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
    if let Some(answer) = app.echo.known(&key, app.made(now)) {
        return Ok(req.into_response(answer.response()));
    }
    let response = next.call(req).await?.map_into_boxed_body();
    let made = response.response().extensions().get::<Made>().copied();
    let Some(made) = made.filter(|_| response.status() == StatusCode::OK) else { return Ok(response) };
    let mut kept = None;
    let response = response.map_body(|head, body| match body.try_into_bytes() {
        Ok(plain) => {
            let packed = coding.pack(&plain).map(Bytes::from);
            if packed.is_some() {
                head.headers.insert(CONTENT_ENCODING, HeaderValue::from_static(coding.name()));
            }
            let headers = head.headers.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
            let body = packed.unwrap_or(plain);
            kept = Some(Answer { headers, body: body.clone() });
            BoxBody::new(body)
        }
        Err(stream) => stream,
    });
    if let Some(answer) = kept {
        app.echo.keep(key, made, answer);
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
    fn response(self) -> HttpResponse {
        let mut response = HttpResponse::Ok().body(self.body);
        for (name, value) in self.headers {
            response.headers_mut().insert(name, value);
        }
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_given_again_in_its_second_until_the_next_write() {
        let echo = Echo::default();
        let made = Made { writes: 1, second: 10 };
        let answer = |body: &'static str| Answer { headers: Vec::new(), body: Bytes::from_static(body.as_bytes()) };
        echo.keep("a".into(), made, answer("one"));
        assert_eq!(echo.known("a", made).map(|a| a.body), Some(Bytes::from_static(b"one")));
        assert!(echo.known("a", Made { writes: 2, ..made }).is_none());
        assert!(echo.known("a", Made { second: 11, ..made }).is_none());
        assert!(echo.known("b", made).is_none());
        for n in 0..10_000 {
            echo.keep(n.to_string(), made, answer("many"));
        }
        let kept: usize = echo.drawers.iter().map(|d| d.lock().unwrap().known.len()).sum();
        assert!(kept <= KEPT * DRAWERS);
    }
}
