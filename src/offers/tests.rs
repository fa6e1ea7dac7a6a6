//! The offer's machine, printed as a grid; visibility; the legal checks.

use super::*;
use crate::labels::{Kind, Label, LabelDecision};
use crate::offers::check::{Draft, check};
use chrono::TimeDelta;
use std::fmt::Write as _;

fn hour(n: i64) -> Instant {
    Instant::from_micros(1_795_000_000_000_000) + TimeDelta::hours(n)
}

fn label_of(platform: Id<Platform>) -> Label {
    Label::new(vec![LabelDecision {
        id: Id::make(),
        platform,
        kind: Kind::Granted,
        decided_at: hour(-1_000),
        effective_at: hour(-1_000),
        until: Some(hour(1_000)),
        reason: "Tous les critères obligatoires sont prouvés.".into(),
        author: "A".into(),
        authority: "État".into(),
        appeal_until: None,
    }])
}

pub fn draft() -> Draft {
    Draft {
        title: "Aide en cuisine, plonge".into(),
        description: "Vous aidez à la plonge et au rangement de la cuisine pendant le service.".into(),
        occupation: "G1605".into(),
        status: "self_employed".into(),
        pay_cents: 1_500,
        pay_unit: "hour".into(),
        duration_minutes: 240,
        insee: "42218".into(),
        address: "12 rue des Marronniers".into(),
        paid_by: "Le restaurant paie la plateforme, qui vous verse le tout.".into(),
        costs: "Aucun".into(),
        insurance: "Responsabilité civile et accidents payés par la plateforme.".into(),
        equipment: "Fourni".into(),
        requirements: "Aucune expérience demandée".into(),
        cancellation: "Jusqu'à 24 heures avant, sans motif.".into(),
        contact: "06 39 98 00 00".into(),
        pay_delay_days: 3,
        slots: vec![(hour(5), hour(9), 2)],
        ..Draft::default()
    }
}

fn offer() -> Offer {
    let (terms, dates) = check(&draft(), hour(0)).unwrap();
    let slots =
        dates.iter().map(|d| Slot { id: Id::make(), starts_at: d.0, ends_at: d.1, places: d.2, taken: 0 }).collect();
    Offer {
        id: Id::make(),
        platform: Id::make(),
        reference: "r-1".into(),
        version: 1,
        state: State::Draft,
        terms,
        slots,
        confirmed_at: hour(0),
        masked_at: None,
    }
}

fn codes(draft: &Draft) -> Vec<String> {
    check(draft, hour(0)).map_or_else(
        |w| w.iter().map(|r| format!("{} {}", r.code, r.field.clone().unwrap_or_default())).collect(),
        |_| vec![],
    )
}

#[test]
fn a_platform_without_a_label_cannot_publish() {
    let o = offer();
    assert!(Label::default().active_at(hour(0)).is_none());
    let others = label_of(Id::make()).active_at(hour(0)).unwrap();
    assert_eq!(o.clone().publish(&others, hour(0)).unwrap_err().code, "label-not-active");
    let own = label_of(o.platform).active_at(hour(0)).unwrap();
    assert!(o.publish(&own, hour(0)).is_ok());
}

#[test]
fn an_offer_is_visible_under_all_five_conditions_and_not_one_less() {
    let o = offer();
    let label = label_of(o.platform).active_at(hour(0)).unwrap();
    let o = o.publish(&label, hour(0)).unwrap();
    let seen = |o: &Offer, l, at| o.visible(l, o.confirmed_at, at).map_err(|e| e.code);
    assert_eq!(seen(&o, Some(&label), hour(1)), Ok(()));
    assert_eq!(seen(&o, None, hour(1)), Err("offer-label"));
    assert_eq!(seen(&o, Some(&label), hour(5)), Err("offer-ended"));
    assert_eq!(seen(&Offer { masked_at: Some(hour(1)), ..o.clone() }, Some(&label), hour(1)), Err("offer-masked"));
    let silent = Offer { confirmed_at: hour(-72), ..o.clone() };
    assert_eq!(seen(&silent, Some(&label), hour(1)), Err("offer-silent"));
    assert_eq!(silent.visible(Some(&label), hour(-70), hour(1)), Ok(()));
    let mut full = o.clone();
    full.slots[0].taken = 2;
    assert_eq!(seen(&full, Some(&label), hour(1)), Err("offer-full"));
    assert_eq!(seen(&o.withdraw(hour(1)).unwrap(), Some(&label), hour(1)), Err("offer-ended"));
}

#[test]
fn the_legal_checks_name_each_field() {
    assert_eq!(codes(&draft()), Vec::<String>::new());
    let wrong = |change: fn(&mut Draft)| {
        let mut d = draft();
        change(&mut d);
        codes(&d)
    };
    assert_eq!(wrong(|d| d.pay_cents = 1_230), ["pay-below-floor pay_cents"]);
    assert_eq!(wrong(|d| (d.pay_cents, d.pay_unit) = (4_900, "mission".into())), ["pay-below-floor pay_cents"]);
    assert_eq!(wrong(|d| (d.pay_cents, d.pay_unit) = (4_924, "mission".into())), Vec::<String>::new());
    assert_eq!(
        wrong(|d| (d.pay_cents, d.pay_unit, d.duration_minutes) = (1_300, "mission".into(), 60)),
        ["pay-below-floor pay_cents"]
    );
    assert_eq!(wrong(|d| d.title = "Plongeur de moins de 30 ans".into()), ["offer-discriminates title"]);
    assert_eq!(wrong(|d| d.fee_cents = 1), ["offer-not-free fee_cents"]);
    assert_eq!(wrong(|d| d.requirements = "Frais de dossier à régler".into()), ["offer-not-free requirements"]);
    assert_eq!(
        wrong(|d| d.description = "You will be washing dishes with our team in the kitchen.".into()),
        ["offer-not-french description"]
    );
    assert_eq!(wrong(|d| d.status = "temp_agency".into()), ["agency-missing agency"]);
    assert_eq!(wrong(|d| d.slots.clear()), ["slots-missing slots"]);
    assert_eq!(wrong(|d| d.slots = vec![(hour(9), hour(5), 1)]), ["slot-inverted slots[0].ends_at"]);
    assert_eq!(wrong(|d| d.slots = vec![(hour(-9), hour(-5), 1)]), ["offer-no-future-slot slots"]);
    assert_eq!(wrong(|d| d.insee = "99999".into()), ["place-unknown insee"]);
    assert_eq!(wrong(|d| d.occupation = "Z9999".into()), ["occupation-unknown occupation"]);
    assert_eq!(wrong(|d| (d.insee, d.pay_cents) = ("97608".into(), 1_000)), Vec::<String>::new());
}

/// Which state follows which verb: a change of rule is a change of this grid.
#[test]
fn offer_grid() {
    let o = offer();
    let label = label_of(o.platform).active_at(hour(0)).unwrap();
    let states = [
        State::Draft,
        State::Published { at: hour(0) },
        State::Withdrawn { published_at: hour(0), at: hour(1) },
        State::Expired { published_at: hour(0), at: hour(6) },
    ];
    let mut grid = String::new();
    for state in states {
        for (when, now) in [("before", hour(1)), ("after", hour(6))] {
            let at = |o: Result<Offer, RuleError>| o.map_or_else(|e| e.code, |o| o.state.word());
            let o = Offer { state, ..o.clone() };
            let _ = writeln!(
                grid,
                "{:<9} {when:<6} publish: {:<20} withdraw: {:<20} expire: {}",
                state.word(),
                at(o.clone().publish(&label, now)),
                at(o.clone().withdraw(now)),
                at(o.expire(now))
            );
        }
    }
    insta::assert_snapshot!(grid);
}
