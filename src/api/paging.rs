//! Pages of a list: a limit, an opaque cursor, the address of the next page; and answers that say when nothing changed.

use crate::api::Site;
use crate::kernel::{RuleError, secret};
use crate::web::{Fields, Outcome};
use actix_web::http::header::{CACHE_CONTROL, ETAG, IF_NONE_MATCH, LINK};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

/// Items on a page when nothing is said.
const USUAL: usize = 20;
/// Items on a page at most.
const MOST: usize = 100;

/// Where in a list, and how much of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paging {
    /// Items skipped.
    pub offset: usize,
    /// Items told at most.
    pub limit: usize,
}

impl Paging {
    /// Reads `limit` and `cursor`.
    ///
    /// # Errors
    /// `limit-out-of-range`, `cursor-unknown`.
    pub fn of(fields: &Fields) -> Outcome<Self> {
        let limit = limit(fields)?;
        let offset = match fields.get("cursor") {
            "" => 0,
            text => position(text).ok_or_else(|| RuleError::invalid("cursor-unknown").on("cursor"))?,
        };
        Ok(Self { offset, limit })
    }

    /// The cursor of what follows, when something does.
    #[must_use]
    pub fn next(&self, total: usize) -> Option<String> {
        let after = self.offset.saturating_add(self.limit);
        (after < total).then(|| secret::hex(format!("after {after}").as_bytes()))
    }
}

/// How many items are asked for.
///
/// # Errors
/// `limit-out-of-range`.
pub fn limit(fields: &Fields) -> Outcome<usize> {
    match fields.get("limit") {
        "" => Ok(USUAL),
        text => Ok(text
            .parse()
            .ok()
            .filter(|n| (1..=MOST).contains(n))
            .ok_or_else(|| RuleError::invalid("limit-out-of-range").on("limit").with("max", MOST))?),
    }
}

/// How far a list can be read.
const FARTHEST: usize = 2_000_000;

fn position(cursor: &str) -> Option<usize> {
    let text = String::from_utf8(secret::unhex(cursor)?).ok()?;
    text.strip_prefix("after ")?.parse().ok().filter(|n| *n <= FARTHEST)
}

/// The address of the next page of the same list.
#[must_use]
pub fn next_url(site: &Site, req: &HttpRequest, cursor: &str) -> String {
    let asked: Vec<(String, String)> = serde_urlencoded::from_str(req.query_string()).unwrap_or_default();
    let kept = asked.iter().map(|(k, v)| (k.as_str(), v.as_str())).filter(|(k, _)| *k != "cursor");
    let query = serde_urlencoded::to_string(kept.chain([("cursor", cursor)]).collect::<Vec<_>>()).unwrap_or_default();
    site.url(&format!("{}?{query}", req.path()))
}

/// Answers in JSON with a weak tag of what is said, or that nothing changed since (304).
///
/// # Errors
/// When the body cannot be written, which no wire type of ours can cause.
pub fn tagged(req: &HttpRequest, body: &impl Serialize, next: Option<&str>) -> Outcome<HttpResponse> {
    let body = serde_json::to_string(body).map_err(|e| crate::web::Error::Internal(e.to_string()))?;
    let tag = format!("W/\"{}\"", secret::hex(&secret::sha256(&body)[..12]));
    let seen = req.headers().get(IF_NONE_MATCH).and_then(|v| v.to_str().ok()).unwrap_or("");
    let unchanged = seen.split(',').any(|t| t.trim() == tag || t.trim() == "*");
    let mut answer = if unchanged { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    answer.insert_header((ETAG, tag)).insert_header((CACHE_CONTROL, "no-cache"));
    if let Some(next) = next {
        answer.insert_header((LINK, format!("<{next}>; rel=\"next\"")));
    }
    Ok(if unchanged { answer.finish() } else { answer.content_type("application/json").body(body) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paging(query: &str) -> Outcome<Paging> {
        Paging::of(&crate::web::form::query(query))
    }

    #[test]
    fn a_cursor_leads_to_the_next_page_and_to_nothing_else() {
        let first = paging("limit=10").unwrap();
        assert_eq!(first, Paging { offset: 0, limit: 10 });
        assert_eq!(first.next(10), None);
        let cursor = first.next(11).unwrap();
        assert_eq!(paging(&format!("limit=10&cursor={cursor}")).unwrap().offset, 10);
        assert_eq!(paging("cursor=20").unwrap_err().code(), "cursor-unknown");
        for wrong in ["limit=0", "limit=101", "limit=ten"] {
            assert_eq!(paging(wrong).unwrap_err().code(), "limit-out-of-range");
        }
    }
}
