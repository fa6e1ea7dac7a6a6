//! What stands above the missions of a search, in a list or on a map: the form, the filters that are set, each with the address
//! of the same search without it, and the choice among places of one name.

use crate::geo::communes;
use crate::offers::filters;
use crate::offers::search::Search;
use crate::web::{Outcome, Page};

/// The list.
pub const LIST: &str = "/missions";
/// The map.
pub const MAP: &str = "/missions/carte";

/// The search, as it can be changed.
pub struct Bar {
    /// The page that shows its missions.
    pub target: &'static str,
    /// Where the filters are.
    pub filters: String,
    /// How many are set.
    pub set: usize,
    /// The filters that are set, in words, each with the address of the search without it.
    pub chips: Vec<(String, String)>,
    /// What the form carries along.
    pub carried: Vec<(String, String)>,
    /// The filters, when something typed there was not understood.
    pub choices: Option<String>,
    /// The places it could be, each with the address of its search.
    pub places: Vec<(String, String)>,
}

impl Bar {
    /// The bar of a search whose missions are shown on `target`.
    ///
    /// # Errors
    /// When the filters cannot be written.
    pub fn of(page: &Page, search: &Search, target: &'static str) -> Outcome<Self> {
        let at = |query: &str| page.at(&format!("{target}?{query}"));
        let place = |commune: &&'static communes::Commune| {
            let label = communes::label(commune);
            let changes = [
                ("ou", label.clone()),
                ("commune", commune.insee.to_owned()),
                ("page", String::new()),
                ("dep", String::new()),
            ];
            (label, at(&search.query_with(&changes)))
        };
        let shown = if target == MAP { "carte" } else { "" };
        let filters =
            search.query_with(&[("page", String::new()), ("apres", String::new()), ("vue", shown.to_owned())]);
        let chips = search.chips().into_iter();
        Ok(Self {
            target,
            filters: page.at(&format!("/missions/filtres?{filters}")),
            set: search.filters,
            chips: chips.map(|(name, value, without)| (filters::said(page, name, value), at(&without))).collect(),
            carried: filters::carried(&search.fields),
            choices: filters::is_wrong(&search.fields).then(|| filters::choices(page, search, target)).transpose()?,
            places: search.places.iter().map(place).collect(),
        })
    }

    /// With one more field, unless it is empty.
    #[must_use]
    pub fn carrying(mut self, name: &str, value: &str) -> Self {
        if !value.is_empty() {
            self.carried.push((name.to_owned(), value.to_owned()));
        }
        self
    }
}
