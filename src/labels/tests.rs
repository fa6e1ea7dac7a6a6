//! The label's machine, printed as a grid, and its rules over time.

use super::*;
use std::fmt::Write as _;

fn day(n: i64) -> Instant {
    Instant::from_micros(0) + TimeDelta::days(n)
}

fn decided(kind: Kind, at: i64, until: Option<i64>) -> LabelDecision {
    LabelDecision {
        id: Id::make(),
        platform: Id::from_uuid(uuid::Uuid::nil()),
        kind,
        decided_at: day(at),
        effective_at: day(at),
        until: until.map(day),
        reason: "Une raison assez longue pour être publiée.".into(),
        author: "A".into(),
        authority: "État".into(),
        appeal_until: None,
    }
}

fn granted() -> Vec<LabelDecision> {
    vec![decided(Kind::Granted, 10, Some(1_000))]
}

fn signature(reason: &str) -> Signature {
    Signature { author: "A".into(), authority: "État".into(), reason: reason.into() }
}

#[test]
fn a_label_is_active_from_its_grant_to_its_end_and_not_an_instant_more() {
    let label = Label::new(granted());
    assert_eq!(label.state_at(day(9)), State::None);
    assert!(label.active_at(day(10)).is_some());
    assert!(label.active_at(day(1_000) - TimeDelta::microseconds(1)).is_some());
    assert_eq!(label.state_at(day(1_000)), State::Expired { at: day(1_000) });
    assert!(label.active_at(day(1_000)).is_none());
}

#[test]
fn an_emergency_suspension_masks_at_once_and_ends_after_thirty_days() {
    let mut decisions = granted();
    decisions
        .push(Label::new(granted()).suspend(&signature("Accident grave signalé sur un chantier."), day(100)).unwrap());
    let label = Label::new(decisions);
    assert!(label.active_at(day(99)).is_some());
    assert!(label.active_at(day(100)).is_none());
    assert!(label.active_at(day(129)).is_none());
    assert!(label.active_at(day(130)).is_some());
}

#[test]
fn a_suspension_needs_an_active_label_and_a_reason() {
    let label = Label::new(granted());
    assert_eq!(label.suspend(&signature("non"), day(100)).unwrap_err().code, "reason-too-short");
    assert_eq!(
        Label::default().suspend(&signature("Une raison assez longue."), day(1)).unwrap_err().code,
        "label-not-active"
    );
    assert_eq!(
        label.reinstate(&signature("Une raison assez longue."), day(100)).unwrap_err().code,
        "label-not-suspended"
    );
}

#[test]
fn a_renewal_keeps_the_first_date_and_a_late_refusal_does_not_shorten_a_grant() {
    let mut decisions = granted();
    decisions.push(decided(Kind::Submitted, 900, None));
    decisions.push(decided(Kind::Granted, 950, Some(2_000)));
    let label = Label::new(decisions);
    assert_eq!(label.state_at(day(920)).word(), "active");
    assert_eq!(label.state_at(day(1_500)), State::Active { since: day(10), until: day(2_000) });
}

#[test]
fn i1_a_second_suspension_masks_like_the_first_and_an_expired_platform_can_ask_again() {
    let mut decisions = granted();
    decisions.push(decided(Kind::Suspended, 100, Some(130)));
    decisions.push(decided(Kind::Suspended, 200, Some(230)));
    let label = Label::new(decisions);
    assert!(label.active_at(day(199)).is_some());
    assert_eq!(label.state_at(day(200)), State::Suspended { since: day(200), until: day(230) });
    let mut expired = granted();
    expired.push(decided(Kind::Submitted, 1_100, None));
    assert_eq!(Label::new(expired).state_at(day(1_100)), State::Pending(Kind::Submitted));
}

/// Which state follows which, for every decision: a change of rule is a change of this grid.
#[test]
fn label_grid() {
    let starts: Vec<(&str, Vec<LabelDecision>)> = vec![
        ("none", vec![]),
        ("pending", vec![decided(Kind::Submitted, 5, None)]),
        ("active", granted()),
        ("suspended", [granted(), vec![decided(Kind::Suspended, 90, Some(120))]].concat()),
        ("expired", vec![decided(Kind::Granted, 1, Some(50))]),
        ("declined", vec![decided(Kind::Declined, 50, None)]),
        ("withdrawn", [granted(), vec![decided(Kind::Withdrawn, 90, None)]].concat()),
        ("renounced", [granted(), vec![decided(Kind::Renounced, 90, None)]].concat()),
    ];
    let mut grid = String::new();
    for (name, decisions) in &starts {
        assert_eq!(Label::new(decisions.clone()).state_at(day(100)).word(), *name);
        for kind in Kind::ALL {
            let until = matches!(kind, Kind::Granted).then_some(1_500);
            let after = Label::new([decisions.clone(), vec![decided(*kind, 100, until)]].concat());
            let _ = writeln!(grid, "{name:<10} + {:<12} = {}", kind.as_str(), after.state_at(day(100)).word());
        }
    }
    insta::assert_snapshot!(grid);
}
