//! What a person sees, told by example: words, typos, and a mission that falls silent.

use super::{Board, Doc, Freshness, Gate, Query, SlotDoc};
use uuid::Uuid;

const DAY: i64 = 86_400;

fn id(number: u8) -> Uuid {
    Uuid::from_u128(u128::from(number))
}

fn mission(number: u8, title: &str, description: &str) -> Doc<Uuid> {
    let slot =
        SlotDoc { starts_at: 8 * DAY, ends_at: 9 * DAY, places_left: 1, weekday: 0, start_minute: 0, end_minute: 1 };
    Doc {
        id: id(number),
        platform: id(200),
        title: title.into(),
        description: description.into(),
        occupation: "G1803".into(),
        place: None,
        slots: vec![slot],
        pay_hour_cents: 1200,
        published_at: 0,
        confirmed_at: 0,
        status: 0,
        flags: 0,
        payload: id(number),
    }
}

/// A board of missions that differ by their texts only.
fn board_of(texts: &[(&str, &str)]) -> Board<Uuid> {
    let mut board = Board::new(Freshness::default());
    board.set_gate(id(200), Some(Gate { from: 0, until: 9 * DAY }));
    for (n, (title, description)) in (0..).zip(texts) {
        board.upsert(mission(n, title, description));
    }
    board
}

fn ask(board: &Board<Uuid>, text: &str) -> (Vec<u128>, Option<String>) {
    let found = board.search(&Query { text: Some(text.into()), ..Query::default() }, 0);
    (found.hits.iter().map(|hit| hit.id.as_u128()).collect(), found.corrected)
}

#[test]
fn the_title_weighs_more_than_the_description() {
    let board = board_of(&[("Aide", "avec un jardinier"), ("Jardinière", "")]);
    assert_eq!(ask(&board, "jardiniers").0, [1, 0]);
}

#[test]
fn the_last_word_may_be_unfinished() {
    let board = board_of(&[("Garde d'enfants", ""), ("Garde-malade", "")]);
    assert_eq!(ask(&board, "garde enf").0, [0]);
    assert_eq!(ask(&board, "gar malade").0, [1]);
}

#[test]
fn a_typo_is_mended_and_said() {
    let board = board_of(&[("Électricien de chantier", ""), ("Serveur", "")]);
    assert_eq!(ask(&board, "Un electricein à Lyon"), (vec![0], Some("Un électricien à Lyon".into())));
    assert_eq!(ask(&board, "derveur"), (vec![1], Some("serveur".into())));
    assert_eq!(ask(&board, "serveuses"), (vec![1], None));
}

#[test]
fn when_no_mission_has_all_words_those_with_most_answer() {
    let board = board_of(&[("Serveur de banquet", "nuit"), ("Serveur", ""), ("Plongeur", "nuit")]);
    assert_eq!(ask(&board, "serveur nuit banquet zzz").0, [0]);
    assert_eq!(ask(&board, "plongeur serveur").0, [0, 1, 2]);
    assert_eq!(ask(&board, "zzz yyy").0, [0_u128; 0]);
}

#[test]
fn many_threads_may_ask_at_once() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&board_of(&[]));
    shared(&super::Watches::<Uuid>::new());
}

#[test]
fn words_that_nobody_holds_any_more_are_forgotten() {
    let mut board = board_of(&[]);
    let mut sizes = Vec::new();
    for round in 0..120 {
        board.describe_platform(id(200), &format!("plateforme{round:03}"));
        for number in 0..40 {
            let title = format!("serveur mot{round:03}x{number:02}");
            board.upsert(mission(number, &title, &format!("texte{round:03} nouveau{number:02}")));
        }
        sizes.push((board.lexicon.len(), board.memory()));
    }
    assert!(sizes[1..].iter().all(|size| size.0 == sizes[1].0), "{sizes:?}");
    let most = sizes[..60].iter().map(|size| size.1).max();
    assert!(sizes[60..].iter().all(|size| most.is_some_and(|most| size.1 < most * 11 / 10)), "{sizes:?}");
    for number in 0..40 {
        assert!(board.remove(id(number)));
    }
    board.describe_platform(id(200), "");
    assert_eq!((board.lexicon.len().0, board.is_empty()), (0, true));
}

#[test]
fn the_same_mission_is_stale_then_hidden_then_back() {
    let mut board = board_of(&[("Serveur", "")]);
    let stale = |board: &Board<Uuid>, now| board.get(id(0), now).map(|hit| hit.stale);
    assert_eq!([DAY, DAY + 1, 3 * DAY].map(|now| stale(&board, now)), [Some(false), Some(true), Some(true)]);
    assert_eq!(stale(&board, 3 * DAY + 1), None);
    board.confirm(id(200), 3 * DAY);
    assert_eq!(stale(&board, 3 * DAY + 1), Some(false));
}
