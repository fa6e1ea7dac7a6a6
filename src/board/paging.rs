//! Page after page while the board changes: what stays as it was is shown once, never twice, and never skipped.

use super::naive::Told;
use super::stories::{Event, Pair, copy, doc, event, instants, query};
use super::*;
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Where each answer stands: its rank in the whole answer's order.
fn ranks(pair: &Pair, query: &Query, now: i64) -> BTreeMap<Uuid, String> {
    pair.1.ranked(query, now).into_iter().map(|(id, rank)| (id, format!("{rank:?}"))).collect()
}

proptest! {
    #[test]
    fn pages_show_what_stays_once(
        events in vec(event(), 20..80),
        changes in vec(vec(doc(), 0..4), 1..12),
        query in query(),
        limit in 1..5_usize,
        now in instants(),
    ) {
        let mut pair = Pair::new();
        events.into_iter().filter(|event| !matches!(event, Event::Asked(..))).for_each(|event| pair.hear(event));
        let mut query = Query { limit, offset: 0, ..query };
        let mut staying = ranks(&pair, &query, now);
        let mut shown: BTreeMap<Uuid, usize> = BTreeMap::new();
        let mut changes = changes.into_iter();
        loop {
            let found = pair.0.search(&query, now);
            prop_assert!(found.hits.len() <= limit);
            found.hits.iter().for_each(|hit| *shown.entry(hit.id).or_default() += 1);
            let Some(next) = found.next else { break };
            prop_assert_eq!(found.hits.len(), limit);
            query.after = Cursor::decode(&next.encode());
            prop_assert_eq!(query.after.as_ref(), Some(&next));
            for doc in changes.next().into_iter().flatten() {
                staying.remove(&doc.id);
                pair.1.docs.insert(doc.id, Told::new(copy(&doc)));
                pair.0.upsert(doc);
            }
            // A word that appears or vanishes may change what the question means; who keeps its rank keeps its place.
            let plain = Query { text: next.corrected.clone().or(query.text.clone()), after: None, ..query.clone() };
            let now_ranked = ranks(&pair, &plain, now);
            staying.retain(|id, rank| now_ranked.get(id) == Some(rank));
        }
        for id in staying.keys() {
            prop_assert_eq!(shown.get(id).copied(), Some(1), "{} is shown once", id);
        }
    }

    #[test]
    fn pages_together_are_the_whole_answer(
        events in vec(event(), 1..80),
        query in query(),
        limit in 1..6_usize,
        now in instants(),
    ) {
        let mut pair = Pair::new();
        events.into_iter().filter(|event| !matches!(event, Event::Asked(..))).for_each(|event| pair.hear(event));
        let whole = pair.0.search(&Query { offset: 0, limit: 1_000, ..query.clone() }, now);
        let (mut query, mut hits) = (Query { limit, offset: 0, ..query }, Vec::new());
        loop {
            let found = pair.0.search(&query, now);
            prop_assert_eq!(found.total, whole.total);
            prop_assert_eq!(&found.corrected, &whole.corrected);
            hits.extend(found.hits.iter().map(|hit| hit.id));
            let Some(next) = found.next else { break };
            query.after = Some(next);
        }
        prop_assert_eq!(hits, whole.hits.iter().map(|hit| hit.id).collect::<Vec<_>>());
        prop_assert!(whole.next.is_none());
    }
}

#[test]
fn a_cursor_of_another_order_starts_again() {
    let after = Cursor::decode("AQAAAAAAAAAAAAAAAAAAAAAAAAAA");
    let board: Board<Uuid> = Board::new(Freshness::default());
    let found = board.search(&Query { after, sort: Sort::Newest, ..Query::default() }, 0);
    assert!(found.hits.is_empty() && found.next.is_none());
}
