//! A search in words, piece by piece: what, where, when, then each filter as on its chip; and its name, for pages and letters.

use crate::geo::communes;
use crate::kernel::Lang;
use crate::offers::filters::said;
use crate::offers::search::{Search, WHENS};
use crate::searches::{SavedSearch, asked};
use crate::web::Voice;

/// The pieces of a search; all missions when it seeks nothing in particular.
pub fn of(voice: &Voice<'_>, search: &Search) -> Vec<String> {
    let t = voice.t;
    let mut all: Vec<String> = search.query.text.iter().map(|text| text.trim().to_owned()).collect();
    all.extend(search.place.map(communes::label));
    all.extend(when(voice, search));
    let chips = search.chips().into_iter().filter(|(name, ..)| *name != "tri");
    all.extend(chips.map(|(name, value, _)| said(voice, name, value)));
    if all.is_empty() {
        all.push(t.search_all());
    }
    all
}

/// The name that she gave; one made from the words of the search is made again in the language of who reads now.
pub fn name(voice: &Voice<'_>, saved: &SavedSearch, search: &Search) -> String {
    let made = |voice: &Voice<'_>| asked::named(&of(voice, search).join(", "));
    let is_made = Lang::ALL.iter().any(|lang| made(&voice.turned(*lang)) == saved.name);
    if is_made { made(voice) } else { saved.name.clone() }
}

fn when(voice: &Voice<'_>, search: &Search) -> Option<String> {
    match search.fields.get("quand") {
        // A date rules it out.
        _ if !search.fields.get("date").is_empty() => None,
        word if WHENS.contains(&word) => Some(voice.word("when", word)),
        _ => None,
    }
}
