//! The newest missions of a search as an Atom feed (RFC 4287): the address of the search is the address of its feed. Each
//! entry carries the notice (I5); what is not visible any more is not in it (I10).

use crate::board::{Hit, Query, Sort};
use crate::kernel::Instant;
use crate::live::Card;
use crate::offers::State;
use crate::offers::cards::CardView;
use crate::offers::search::Search;
use crate::searches;
use crate::web::{Error, Outcome, Page, form};
use actix_web::HttpResponse;
use actix_web::http::header::CACHE_CONTROL;
use askama::Template;

/// Entries of a feed.
const ENTRIES: usize = 50;

/// The feed.
#[derive(Template)]
#[template(path = "offers/feed.xml")]
struct Feed {
    page: Page,
    title: String,
    query: String,
    updated: Instant,
    entries: Vec<Entry>,
}

struct Entry {
    card: CardView,
    published: Instant,
    updated: Instant,
}

impl Feed {
    fn of_search(&self, path: &str) -> String {
        let url = self.page.whole(path);
        if self.query.is_empty() { url } else { format!("{url}?{}", self.query) }
    }
}

impl Entry {
    fn of(page: &Page, hit: &Hit<Card>) -> Self {
        let offer = &hit.payload.offer;
        let published = match offer.state {
            State::Published { at } => at,
            State::Draft | State::Withdrawn { .. } | State::Expired { .. } => offer.confirmed_at,
        };
        Self { card: CardView::of(page, hit, 2), published, updated: offer.confirmed_at.max(published) }
    }
}

/// `GET /missions.atom`: with the query string of the list.
///
/// # Errors
/// `Unavailable` while the board is being loaded.
pub async fn feed(page: Page) -> Outcome<HttpResponse> {
    if !page.app.ready() {
        return Err(Error::Unavailable("the board is being loaded".into()));
    }
    let search = Search::of(form::query(&page.query), page.now);
    if !search.wrong.is_empty() {
        // A feed of something else than what is asked would go unnoticed for months.
        return Err(Error::Rules(search.wrong));
    }
    let made = page.app.made_lasting(page.now).brief_if(search.is_brief());
    let query = Query { sort: Sort::Newest, after: None, offset: 0, limit: ENTRIES, ..search.query.clone() };
    let found = page.app.board().search(&query, page.now.seconds());
    let entries: Vec<Entry> = found.hits.iter().map(|hit| Entry::of(&page, hit)).collect();
    // A feed without entries has changed when it was asked for: it must say something.
    let updated = entries.iter().map(|e| e.updated).max().unwrap_or(page.now);
    let made = made.of_query(&query, found.exact);
    let title = if search.query_with(&[("page", String::new())]).is_empty() {
        page.t.feed_title()
    } else {
        page.t.feed_title_of(searches::words::of(&page.voice(), &search).join(", "))
    };
    let feed = Feed { title, query: search.query_with(&[("page", String::new())]), updated, entries, page };
    let body = feed.render().map_err(|e| Error::Internal(e.to_string()))?;
    let mut answer = HttpResponse::Ok();
    answer.content_type("application/atom+xml; charset=utf-8").insert_header((CACHE_CONTROL, "no-cache"));
    Ok(made.mark(answer.body(body)))
}
