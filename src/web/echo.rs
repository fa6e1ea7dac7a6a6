//! The same public page asked for twice, while nothing that it says changed, is made once. Only pages that say themselves
//! that they come from the board alone ([`Made`]), only for readers without a cookie, never across a write, the start of a
//! slot, the end of a label nor a minute: nothing is hidden late (I1) and "confirmed 40 s ago" stays true.

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
use std::sync::{Arc, Mutex, PoisonError};

/// What one drawer keeps, in bytes.
const KEPT: usize = 2 * 1_024 * 1_024;
/// What keeping an answer takes besides its address and body, in bytes.
const AROUND: usize = 512;
/// Longest address kept, in bytes.
const KEY_MAX: usize = 1_024;
/// Largest answer kept, in bytes.
const BODY_MAX: usize = 64 * 1_024;
/// Drawers, so that threads seldom wait for each other.
const DRAWERS: usize = 16;

/// What an answer was made from: the board after so many writes, as seen from one second to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Made {
    /// How many times the board had been written.
    pub writes: u64,
    /// The second when it was made.
    pub second: i64,
    /// The first second when it is not true any more.
    pub until: i64,
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

    fn holds(&self, now: &Self) -> bool {
        self.writes == now.writes && (self.second..self.until).contains(&now.second)
    }
}

/// The answers that are still true.
#[derive(Default)]
pub struct Echo {
    drawers: [Mutex<Drawer>; DRAWERS],
}

#[derive(Default)]
struct Drawer {
    writes: u64,
    bytes: usize,
    known: FxHashMap<String, Answer>,
}

#[derive(Clone)]
struct Answer {
    made: Made,
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
        drawer.known.get(key).filter(|answer| answer.made.holds(now)).cloned()
    }

    fn keep(&self, key: String, answer: Answer) {
        let bytes = key.len() + answer.body.len() + AROUND;
        if key.len() > KEY_MAX || answer.body.len() > BODY_MAX {
            return;
        }
        let mut drawer = self.drawer(&key).lock().unwrap_or_else(PoisonError::into_inner);
        if answer.made.writes < drawer.writes {
            return;
        }
        if answer.made.writes > drawer.writes || drawer.bytes + bytes > KEPT {
            *drawer = Drawer { writes: answer.made.writes, ..Drawer::default() };
        }
        drawer.bytes += bytes;
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
    if let Some(answer) = app.echo.known(&key, &app.made(now)) {
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
            kept = Some(Answer { made, headers, body: body.clone() });
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

    #[test]
    fn an_answer_is_given_again_while_it_is_true_until_the_next_write() {
        let echo = Echo::default();
        let made = Made { writes: 1, second: 10, until: 12 };
        let answer = |made, body: &'static str| Answer {
            made,
            headers: Arc::new([]),
            body: Bytes::from_static(body.as_bytes()),
        };
        echo.keep("a".into(), answer(made, "one"));
        let body = |key: &str, now: Made| echo.known(key, &now).map(|a| a.body);
        assert_eq!(body("a", made), Some(Bytes::from_static(b"one")));
        assert_eq!(body("a", Made { second: 11, ..made }), Some(Bytes::from_static(b"one")));
        assert!(body("a", Made { writes: 2, ..made }).is_none());
        assert!(body("a", Made { second: 12, ..made }).is_none());
        assert!(body("a", Made { second: 9, ..made }).is_none());
        assert!(body("b", made).is_none());
        echo.keep("c".into(), answer(made.brief_if(true), "brief"));
        assert!(body("c", Made { second: 11, ..made }).is_none());
        for n in 0..200_000 {
            echo.keep(n.to_string(), answer(made, "many"));
        }
        assert!(echo.drawers.iter().all(|d| d.lock().unwrap().bytes <= KEPT));
        echo.keep("a".into(), answer(Made { writes: 2, ..made }, "new"));
        echo.keep("a".into(), answer(made, "late"));
        assert_eq!(body("a", Made { writes: 2, ..made }), Some(Bytes::from_static(b"new")));
    }
}
