//! The hub alone: what is kept, what is missed, what is forgotten.

use super::*;

fn seqs(subscription: Option<Subscription>) -> Option<Vec<i64>> {
    subscription.unwrap().missed.map(|m| m.iter().map(|t| t.seq).collect())
}

fn tell(hub: &Hub, board: &Shelf, from: i64, to: i64) {
    for seq in from..=to {
        let telling = hub.before(board, [], 0);
        telling.tell(board, &[(seq, Change::Platform(Uuid::nil()))], 0, seq);
    }
}

#[test]
fn a_stream_that_comes_back_gets_what_it_missed_or_is_told_to_read_again() {
    let (hub, board) = (Hub::default(), Shelf::new(Missions::new(crate::board::Freshness::default())));
    hub.start_at(0);
    let query = Query::default();
    tell(&hub, &board, 1, 3);
    assert_eq!(seqs(hub.subscribe(&query, Some(1), 0)), Some(vec![2, 3]), "the page was made before anybody listened");
    assert_eq!(seqs(hub.subscribe(&query, None, 0)), Some(vec![]));
    tell(&hub, &board, 4, 5);
    assert_eq!(seqs(hub.subscribe(&query, Some(3), 0)), Some(vec![4, 5]));
    tell(&hub, &board, 6, 6_000);
    assert_eq!(seqs(hub.subscribe(&query, Some(1), 0)), None);
    assert_eq!(seqs(hub.subscribe(&query, Some(5_999), 0)), Some(vec![6_000]));
    let other = Query { platforms: vec![Uuid::max()], ..Query::default() };
    assert_eq!(seqs(hub.subscribe(&other, Some(6_000), 0)), Some(vec![]), "another platform's list hears nothing");
}

#[test]
fn what_the_clock_does_is_told_although_it_has_no_number_of_its_own() {
    let (hub, board) = (Hub::default(), Shelf::new(Missions::new(crate::board::Freshness::default())));
    tell(&hub, &board, 1, 1);
    let open = hub.subscribe(&Query::default(), Some(1), 0).unwrap();
    assert_eq!(open.missed.as_deref(), Some(&[][..]));
    hub.turn(&[Uuid::max()]);
    let (told, place) = open.topic.after(open.place).unwrap();
    assert_eq!(told.iter().map(|t| (t.seq, t.change)).collect::<Vec<_>>(), [(1, Change::Platform(Uuid::max()))]);
    assert_eq!(open.topic.after(place).unwrap().0, []);
    // Who comes back with that number may have heard it or not; who listens to another search too.
    assert_eq!(seqs(hub.subscribe(&Query::default(), Some(1), 0)), Some(vec![1]));
    let other = Query { min_pay_hour_cents: 1, ..Query::default() };
    assert_eq!(seqs(hub.subscribe(&other, Some(1), 0)), Some(vec![1]));
    tell(&hub, &board, 2, 2);
    assert_eq!(seqs(hub.subscribe(&other, Some(2), 0)), Some(vec![]));
}

#[test]
fn a_server_that_stops_ends_every_stream() {
    let hub = Hub::default();
    let open = hub.subscribe(&Query::default(), None, 0).unwrap();
    let bell = open.topic.bell.notified();
    let mut bell = std::pin::pin!(bell);
    bell.as_mut().enable();
    hub.close();
    assert!(bell.as_mut().enable(), "it rings");
    assert!(hub.is_closed() && hub.subscribe(&Query::default(), None, 0).is_none());
}

#[test]
fn a_search_that_nobody_comes_back_to_is_forgotten() {
    let hub = Hub::default();
    let topic = hub.subscribe(&Query::default(), None, 0).unwrap().topic;
    hub.sweep(10_000);
    assert_eq!(hub.topics(), 1, "somebody listens");
    hub.leave(&topic, 10_000);
    hub.sweep(10_000 + LINGER);
    assert_eq!(hub.topics(), 1, "they may come back");
    hub.sweep(10_001 + LINGER);
    assert_eq!(hub.topics(), 0);
}
