//! A search as it was asked by whoever reads: what only she knows, her hours, is added to what stands in the address.

use crate::kernel::RuleError;
use crate::offers::search::Search;
use crate::web::{Outcome, Page, form};

/// The search of a page's address, with the hours of the person who is signed in if it asks for them, and what is wrong with
/// it by each field. Her hours never stand in an address.
///
/// # Errors
/// What the database says.
pub async fn read(page: &Page) -> Outcome<Search> {
    let mut search = Search::of(form::query(&page.query), page.now);
    if search.asks_her_hours() {
        let week = page.her_week().await?;
        let missing = if week.is_some() { "search-hours-none" } else { "search-hours-whose" };
        let week = week.unwrap_or_default();
        search.query.windows = week.iter().map(|w| (w.weekday, w.start, w.end)).collect();
        if week.is_empty() {
            search.wrong.push(RuleError::invalid(missing).on("heures"));
        }
    }
    search.fields.refuse(&search.wrong, page.t);
    Ok(search)
}
