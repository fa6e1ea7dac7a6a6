//! The board against the naive scan.

use super::stories::{Event, Pair, event, id, instants, query, steps};
use super::*;
use proptest::collection::vec;
use proptest::prelude::*;

proptest! {
    #[test]
    fn i1_the_board_equals_a_naive_scan(events in vec(event(), 1..160)) {
        let mut pair = Pair::new();
        for event in events {
            pair.hear(event);
        }
    }

    #[test]
    fn i1_a_view_moved_equals_a_view_made(events in vec(event(), 1..120), moves in vec(-30_000..90_000_i64, 1..20)) {
        let (mut pair, mut now) = (Pair::new(), 0);
        let mut moves = moves.into_iter().cycle();
        for event in events {
            now += moves.next().unwrap_or(0);
            pair.hear(event);
            let ids: std::collections::BTreeSet<_> = pair.0.visible_ids(now).collect();
            prop_assert_eq!(ids, pair.1.visible(now));
            for hit in pair.0.search(&Query { limit: 99, ..Query::default() }, now).hits {
                prop_assert_eq!(Some(hit.stale), pair.1.stale(&pair.1.docs[&hit.id].doc, now));
            }
        }
    }

    #[test]
    fn i1_nothing_changes_by_itself_while_the_board_says_it_is_still(
        events in vec(event(), 1..80),
        now in instants(),
        ahead in vec(0..200_000_i64, 1..12),
    ) {
        let mut pair = Pair::new();
        for event in events {
            pair.hear(event);
        }
        let until = pair.0.still_until(now);
        prop_assert!(until > now);
        let all = Query { limit: 99, ..Query::default() };
        let seen = |at: i64| pair.0.search(&all, at).hits.iter().map(|hit| (hit.id, hit.slot, hit.stale)).collect::<Vec<_>>();
        let first = seen(now);
        for later in ahead.into_iter().map(|step| now + step).chain([until - 1]).filter(|at| *at < until) {
            prop_assert_eq!(&seen(later), &first);
        }
    }

    #[test]
    fn a_document_is_heard_by_exactly_the_questions_it_answers(
        events in vec(event(), 1..60),
        queries in vec(query(), 1..40),
        gone in vec(0..40_usize, 0..10),
        now in instants(),
    ) {
        let (mut pair, mut watches) = (Pair::new(), Watches::new());
        for (n, query) in queries.iter().enumerate() {
            watches.add(n, Query::default());
            watches.add(n, query.clone());
        }
        events.into_iter().filter(|event| !matches!(event, Event::Asked(..))).for_each(|event| pair.hear(event));
        for n in &gone {
            watches.remove(n);
        }
        let left = || queries.iter().enumerate().filter(|(n, _)| !gone.contains(n));
        prop_assert_eq!(watches.len(), left().count());
        for id in pair.1.docs.keys() {
            let mut heard = watches.hear(&pair.0, *id, now);
            heard.sort_unstable();
            let expected: Vec<_> = left().filter(|(_, query)| pair.0.matches(query, *id, now)).map(|(n, _)| n).collect();
            prop_assert_eq!(heard, expected);
        }
    }

    #[test]
    fn facet_counts_equal_a_naive_scan(events in vec(event(), 1..80), query in query(), steps in steps(), now in instants()) {
        let mut pair = Pair::new();
        events.into_iter().filter(|event| !matches!(event, Event::Asked(..))).for_each(|event| pair.hear(event));
        pair.compare_facets(&query, &steps, now);
        pair.compare_facets(&Query::default(), &steps, now);
    }

    #[test]
    fn places_equal_a_naive_scan(events in vec(event(), 1..80), query in query(), now in instants()) {
        let mut pair = Pair::new();
        events.into_iter().filter(|event| !matches!(event, Event::Asked(..))).for_each(|event| pair.hear(event));
        pair.compare_places(&query, now);
        pair.compare_places(&Query::default(), now);
        prop_assert_eq!(pair.0.places(&query, now).total(), pair.0.search(&query, now).total);
    }

    #[test]
    fn i1_a_closed_gate_empties_every_answer(events in vec(event(), 1..60), query in query(), now in instants()) {
        let mut pair = Pair::new();
        for event in events {
            pair.hear(event);
        }
        let Pair(mut board, told, _) = pair;
        let before = board.search(&query, now).total;
        for (n, gate) in [(200, None), (201, Some(Gate { from: 0, until: now })), (202, Some(Gate { from: now + 1, until: i64::MAX }))] {
            board.set_gate(id(n), gate);
        }
        let found = board.search(&query, now);
        prop_assert_eq!((found.total, found.hits.len(), board.visible_ids(now).count()), (0, 0, 0));
        prop_assert_eq!(board.places(&query, now).total(), 0);
        for id in told.docs.keys() {
            prop_assert!(!board.visible(*id, now) && board.get(*id, now).is_none() && !board.matches(&query, *id, now));
            prop_assert!(board.similar(*id, now, 9).is_empty() && board.lookup(*id).is_some());
        }
        for n in 200..203 {
            board.set_gate(id(n), told.gates.get(&id(n)).copied().flatten());
        }
        prop_assert_eq!(board.search(&query, now).total, before);
    }
}
