//! Nothing found: what would give something, if one condition were let go. The nearest first: a little farther, then one
//! filter less, then another day, then other words.

use crate::app::App;
use crate::kernel::Instant;
use crate::offers::asked::{Hers, whole};
use crate::offers::search::place::{RADII, reach};
use crate::offers::search::{Search, filters};
use crate::web::form;

/// Ways tried.
const TRIED: usize = 24;
/// Ways offered.
const SHOWN: usize = 4;

/// What is let go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Letting {
    /// Nearness: so many kilometres instead.
    Radius(u32),
    /// A filter: its field and value.
    Filter(String, String),
    /// Every filter.
    Filters,
    /// The day.
    Day,
    /// The words.
    Words,
    /// The place.
    Place,
    /// All but the words.
    Everything,
}

/// A search that gives something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wider {
    /// What it lets go.
    pub letting: Letting,
    /// Its query string.
    pub query: String,
    /// How many missions it gives.
    pub count: usize,
}

/// The searches nearest to one that found nothing, each with its count; the hours of whoever asks are those that she saved.
#[must_use]
pub fn ways(app: &App, search: &Search, hers: Option<&Hers>, now: Instant) -> Vec<Wider> {
    let mut found = Vec::new();
    let mut farther = false;
    for (letting, query) in candidates(search).into_iter().take(TRIED) {
        let is_radius = matches!(letting, Letting::Radius(_));
        if found.len() == SHOWN || (farther && is_radius) {
            continue;
        }
        let candidate = Search::of(form::query(&query), now);
        let count = app.board().count(&whole(candidate, hers), now.seconds());
        if count > 0 && found.iter().all(|known: &Wider| known.query != query) {
            farther |= is_radius;
            found.push(Wider { letting, query, count });
        }
    }
    found
}

fn candidates(search: &Search) -> Vec<(Letting, String)> {
    let without = |names: &[&str]| {
        let changes: Vec<_> = names.iter().chain(&["page", "apres"]).map(|name| (*name, String::new())).collect();
        search.query_with(&changes)
    };
    let (asked, no) = (reach(&search.fields), String::new);
    #[expect(clippy::cast_precision_loss, reason = "a hundred at most")]
    let radii = RADII.iter().filter(|km| search.place.is_some() && **km as f32 > asked);
    let mut all: Vec<_> = radii
        .map(|km| {
            (Letting::Radius(*km), search.query_with(&[("km", km.to_string()), ("minutes", no()), ("page", no())]))
        })
        .collect();
    for (name, value) in filters::set(&search.fields) {
        all.push((Letting::Filter(name.to_owned(), value.to_owned()), search.without(name, value)));
    }
    if search.filters > 1 {
        all.push((Letting::Filters, search.bare_query()));
    }
    if search.query.is_dated() {
        all.push((Letting::Day, without(&["quand", "date", "jusque"])));
    }
    if search.query.text.is_some() {
        all.push((Letting::Words, without(&["quoi"])));
    }
    if search.place.is_some() {
        all.push((Letting::Place, without(&["ou", "commune", "km"])));
    }
    // When no single condition is to blame: the words alone, anywhere, any day.
    if search.filters > 0 && search.query.text.is_some() {
        let words = [("quoi", search.fields.get("quoi"))];
        all.push((Letting::Everything, serde_urlencoded::to_string(words).unwrap_or_default()));
    }
    all
}
