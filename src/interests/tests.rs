//! The interest's machine, printed as a grid; what a platform learns.

use super::*;
use std::fmt::Write as _;

fn at(n: i64) -> Instant {
    Instant::from_micros(1_795_000_000_000_000) + TimeDelta::hours(n)
}

fn person() -> Person {
    Person {
        id: Id::make(),
        first_name: "Amina".into(),
        last_name: "Benali".into(),
        email: crate::kernel::Email::parse("amina@exemple.fr").unwrap(),
        phone: Some("06 39 98 00 01".into()),
        insee: Some("42218".into()),
        radius_km: 10,
        receives_proposals: true,
        week: vec![],
    }
}

#[test]
fn i6_a_platform_learns_only_the_fields_she_ticked() {
    let none = Consent::default().disclose(&person()).unwrap();
    assert_eq!(none, Disclosure::default());
    let some = Consent { phone: true, message: " Bonjour ".into(), ..Consent::default() }.disclose(&person()).unwrap();
    assert_eq!(
        (some.name(), some.email(), some.phone(), some.message()),
        (None, None, Some("06 39 98 00 01"), Some("Bonjour"))
    );
}

#[test]
fn the_answer_comes_before_the_slot() {
    let slot = Slot { id: Id::make(), starts_at: at(5), ends_at: at(9), places: 1, taken: 0 };
    assert_eq!(answer_by(&slot, at(0)), at(5));
    assert_eq!(answer_by(&Slot { starts_at: at(100), ..slot }, at(0)), at(48));
}

/// Which state follows which verb: a change of rule is a change of this grid.
#[test]
fn interest_grid() {
    let slot = Slot { id: Id::make(), starts_at: at(50), ends_at: at(54), places: 1, taken: 0 };
    let base = Interest {
        id: Id::make(),
        offer: Id::make(),
        slot: slot.id,
        platform: Id::make(),
        person: Id::make(),
        shared: Disclosure::default(),
        sent_at: at(0),
        answer_by: at(48),
        state: State::Sent,
    };
    let states = [
        State::Waiting,
        State::Sent,
        State::Accepted { at: at(1) },
        State::Declined { at: at(1), reason: DeclineReason::Filled, condition: None },
        State::Withdrawn { at: at(1) },
        State::Unanswered { at: at(1) },
    ];
    let word = |r: Result<Interest, RuleError>| r.map_or_else(|e| e.code, |i| i.state.word());
    let mut grid = String::new();
    for state in states {
        for (when, now) in [("in time", at(2)), ("late", at(49))] {
            let i = || Interest { state: state.clone(), ..base.clone() };
            let _ = writeln!(
                grid,
                "{:<10} {when:<7} accept: {:<17} decline: {:<17} cancel: {:<17} take_back: {:<17} lapse: {:<17} promote: {}",
                state.word(),
                word(i().accept(now)),
                word(i().decline(DeclineReason::Filled, "", now)),
                word(i().cancel(now)),
                word(i().take_back(Some(&slot), now)),
                word(i().lapse(now)),
                word(i().promote(&slot, now))
            );
        }
    }
    insta::assert_snapshot!(grid);
    assert_eq!(base.decline(DeclineReason::ConditionMissing, " ", at(1)).unwrap_err().code, "condition-missing");
}
