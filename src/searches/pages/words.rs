//! A search in words, piece by piece: what, where, when, then each filter as on its chip.

use crate::geo::communes;
use crate::offers::filters::said;
use crate::offers::search::{Search, WHENS};
use crate::web::Page;

/// The pieces of a search; all missions when it seeks nothing in particular.
pub(super) fn of(page: &Page, search: &Search) -> Vec<String> {
    let t = page.t;
    let mut all: Vec<String> = search.query.text.iter().map(|text| text.trim().to_owned()).collect();
    all.extend(search.place.map(communes::label));
    all.extend(when(page, search));
    let chips = search.chips().into_iter().filter(|(name, ..)| *name != "tri");
    all.extend(chips.map(|(name, value, _)| said(page, name, value)));
    if all.is_empty() {
        all.push(t.search_all());
    }
    all
}

fn when(page: &Page, search: &Search) -> Option<String> {
    match search.fields.get("quand") {
        // A date rules it out.
        _ if !search.fields.get("date").is_empty() => None,
        word if WHENS.contains(&word) => Some(page.word("when", word)),
        _ => None,
    }
}
