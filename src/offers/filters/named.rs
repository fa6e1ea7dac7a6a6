//! The field of the occupation: it suggests while one types, and asks when a name is that of several.

use crate::geo::occupations;
use crate::offers::search::{Search, occupation};
use crate::web::Page;

/// Choices shown.
const SHOWN: usize = 12;

/// The attributes of a field that suggests occupations while one types.
#[must_use]
pub fn attributes(page: &Page) -> String {
    let (url, t) = (page.at("/metiers"), page.t);
    let (list, status) = (t.search_occupation_list(), t.search_occupation_status());
    format!(
        " maxlength=\"{}\" autocomplete=\"off\" data-suggest-url=\"{url}\" data-suggest-label=\"{list}\" data-suggest-status=\"{status}\"",
        occupation::TYPED_MAX
    )
}

/// The occupations that a typed name may mean; those that have missions first.
pub(super) fn choices(page: &Page, search: &Search, target: &str) -> Vec<(String, String)> {
    let typed: String = search.fields.get(occupation::FIELD).chars().take(occupation::TYPED_MAX).collect();
    let (board, now) = (page.app.board(), page.now.seconds());
    let found = occupations::suggest(&typed, SHOWN, |code| board.has_occupation(code, now));
    let query =
        search.query_with(&[(occupation::FIELD, String::new()), ("page", String::new()), ("fragment", String::new())]);
    let address = |code: &str| page.at(&format!("{target}?{query}&{}={code}", occupation::CODE));
    found.into_iter().map(|found| (found.label, address(found.code))).collect()
}
