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
    /// The department whose map is shown, to come back to it.
    pub department: String,
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
    /// Whether nothing here depends on missions that do not answer the search: no counts of other choices, no platform named.
    #[must_use]
    pub fn says_nothing_else(&self, search: &Search) -> bool {
        self.choices.is_none() && !search.fields.has("plateforme")
    }

    /// The bar of a search whose missions are shown on `target`; a map of a department comes back to it.
    ///
    /// # Errors
    /// When the filters cannot be written.
    pub fn of(page: &Page, search: &Search, target: &'static str, department: &str) -> Outcome<Self> {
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
        let (shown, no) = (if target == MAP { "carte" } else { "" }, String::new);
        let filters = search.query_with(&[
            ("page", no()),
            ("apres", no()),
            ("dep", no()),
            ("zoom", no()),
            ("centre", no()),
            ("vue", shown.to_owned()),
            ("ici", department.to_owned()),
        ]);
        let chips = search.chips().into_iter();
        Ok(Self {
            target,
            department: department.to_owned(),
            filters: page.at(&format!("/missions/filtres?{filters}")),
            set: search.filters,
            chips: chips
                .map(|(name, value, without)| (filters::said(&page.voice(), name, value), at(&without)))
                .collect(),
            carried: filters::carried(&search.fields),
            choices: filters::is_wrong(&search.fields)
                .then(|| filters::choices(page, search, target, None))
                .transpose()?,
            places: search.places.iter().map(place).collect(),
        })
    }
}
