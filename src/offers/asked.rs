//! A search as it was asked by whoever reads: what only she knows, her hours, is added to what stands in the address.

use crate::board::{DateHours, Query};
use crate::kernel::RuleError;
use crate::offers::search::{Search, filters};
use crate::web::{Outcome, Page, form};

/// Characters of a value that are said again.
const SAID: usize = 40;

/// The search of a page's address, with the hours of the person who is signed in if it asks for them, and what is wrong with
/// it by each field. Her hours never stand in an address.
///
/// # Errors
/// What the database says.
pub async fn read(page: &Page) -> Outcome<Search> {
    let mut search = Search::of(form::query(&page.query), page.now);
    complete(page, &mut search).await?;
    // A choice that does not exist asks nothing: what is left of the search may well be kept.
    let unknown = filters::unknown(&search.fields).map(|(name, value)| {
        let said: String = value.chars().take(SAID).collect();
        RuleError::invalid("search-choice-unknown").on(name).with("value", said)
    });
    let said: Vec<RuleError> = search.wrong.iter().cloned().chain(unknown).collect();
    search.fields.refuse(&said, page.t);
    Ok(search)
}

/// Adds to a search the hours of the person who is signed in, if it asks for them.
///
/// # Errors
/// What the database says.
pub async fn complete(page: &Page, search: &mut Search) -> Outcome<()> {
    if search.asks_her_hours() {
        let hers = page.her_hours().await?;
        let missing = if hers.is_some() { "search-hours-none" } else { "search-hours-whose" };
        match hers.and_then(|hers| at_hours(&search.query, &hers)) {
            Some(query) => search.query = query,
            None => search.wrong.push(RuleError::invalid(missing).on("heures")),
        }
    }
    Ok(())
}

/// When a person can work, as a search asks for it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hers {
    /// Her week.
    pub week: Vec<Hours>,
    /// The dates that are not like it.
    pub dates: Vec<DateHours>,
}

/// A question at the hours of a person too; `None` when she told none.
#[must_use]
pub fn at_hours(query: &Query, hers: &Hers) -> Option<Query> {
    let typed = &query.windows;
    let date = |(date, hours): &DateHours| {
        // Any weekday will do: what is typed is the same every day.
        let hours: Vec<Hours> = hours.iter().map(|(from, to)| (0, *from, *to)).collect();
        (*date, within(&hours, typed).into_iter().map(|(_, from, to)| (from, to)).collect())
    };
    (!hers.week.is_empty() || !hers.dates.is_empty()).then(|| {
        let left = within(&hers.week, typed);
        // Who set dates apart from no week at all may be asked at any hour of the others.
        let windows = if hers.week.is_empty() {
            typed.clone()
        } else if left.is_empty() {
            vec![NEVER]
        } else {
            left
        };
        let dates = hers.dates.iter().map(date).collect();
        Query { windows, dates, ..query.clone() }
    })
}

/// What a search asks, at the hours of whoever asks if it asks for them.
#[must_use]
pub fn whole(search: Search, hers: Option<&Hers>) -> Query {
    let hers = hers.filter(|_| search.asks_her_hours());
    hers.and_then(|hers| at_hours(&search.query, hers)).unwrap_or(search.query)
}

/// A window that no slot fits in.
const NEVER: Hours = (0, 0, 1);

/// The same search at the hours that the person who is signed in saved; `None` when there are none.
///
/// # Errors
/// What the database says.
pub async fn at_her_hours(page: &Page, search: &Search) -> Outcome<Option<Query>> {
    if search.asks_her_hours() {
        return Ok(Some(search.query.clone()).filter(|_| search.fields.error("heures").is_none()));
    }
    Ok(page.her_hours().await?.and_then(|hers| at_hours(&search.query, &hers)))
}

/// A weekday, 0 is Monday, and two minutes of the day.
pub type Hours = (u8, u16, u16);

/// Her hours, within those that were typed if any were; an end that is not after the start is the next day's.
fn within(week: &[Hours], typed: &[Hours]) -> Vec<Hours> {
    if typed.is_empty() {
        return week.to_vec();
    }
    let typed: Vec<Hours> = typed
        .iter()
        .flat_map(|&(day, from, to)| {
            let tonight = (day, from, if to > from { to } else { 1_440 });
            let tomorrow = (to <= from).then_some(((day + 1) % 7, 0, to));
            std::iter::once(tonight).chain(tomorrow)
        })
        .collect();
    let both = week.iter().flat_map(|&(day, from, to)| {
        let same = typed.iter().filter(move |t| t.0 == day);
        same.map(move |t| (day, from.max(t.1), to.min(t.2))).filter(|w| w.1 < w.2)
    });
    both.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn her_hours_and_those_that_are_typed_both_hold() {
        let week = [(0, 480, 1_080), (1, 0, 300)];
        assert_eq!(within(&week, &[]), [(0, 480, 1_080), (1, 0, 300)]);
        let afternoon: Vec<_> = (0..7).map(|day| (day, 840, 1_440)).collect();
        assert_eq!(within(&week, &afternoon), [(0, 840, 1_080)]);
        let night: Vec<_> = (0..7).map(|day| (day, 1_320, 120)).collect();
        assert_eq!(within(&week, &night), [(1, 0, 120)]);
        assert_eq!(within(&week[..1], &night), []);
        let hers = Hers { week: week.to_vec(), dates: vec![(9, vec![(600, 900)]), (10, vec![])] };
        let asked = at_hours(&Query { windows: afternoon, ..Query::default() }, &hers).unwrap();
        assert_eq!(asked.dates, [(9, vec![(840, 900)]), (10, vec![])]);
        let never = at_hours(&Query { windows: night, ..Query::default() }, &Hers { week: week[..1].to_vec(), ..hers });
        assert_eq!(never.unwrap().windows, [NEVER]);
    }
}
