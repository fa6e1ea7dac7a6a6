//! The rules that every offer of the invented world keeps.

use std::collections::HashSet;

use chrono::{Duration, Timelike};

use super::trades::{self, Need};
use super::*;
use crate::geo::communes::{by_insee, zone};
use crate::geo::occupations::shortlist;

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_336_200, 0).expect("a date in November 2026")
}

fn catalogue() -> Catalogue {
    Catalogue::new(2018, now())
}

#[test]
fn the_same_seed_and_instant_give_the_same_world() {
    let world = |seed| Catalogue::new(seed, now());
    assert!(world(1).offers(300).eq(world(1).offers(300)));
    assert!(world(1).offers(300).eq(world(1).offers(900).take(300)));
    assert!(!world(1).offers(50).eq(world(2).offers(50)));
    assert_eq!(world(1).people(), world(1).people());
    assert_eq!(world(1).platforms(), world(1).platforms());
}

#[test]
fn twenty_thousand_offers_pay_at_least_the_minimum_wage_even_after_commission() {
    for offer in catalogue().offers(20_000) {
        let minimum = if offer.insee.starts_with("976") { 956 } else { 1_231 };
        let minutes = if offer.pay_unit == "hour" { 60 } else { u64::from(offer.duration_minutes) };
        let kept = u64::from(offer.pay_cents) * u64::from(100 - offer.commission_percent);
        assert!(kept * 60 >= minimum * 100 * minutes, "{offer:?}");
        assert!(u64::from(offer.pay_cents) * 60 <= 4_500 * minutes, "{offer:?}");
        assert!(offer.commission_percent <= 20);
    }
}

#[test]
fn slots_are_soon_in_order_and_at_the_hours_of_the_trade() {
    for offer in catalogue().offers(20_000) {
        let zone = zone(by_insee(offer.insee).expect("a known commune"));
        assert!((1..=4).contains(&offer.slots.len()), "{offer:?}");
        assert!(offer.slots.is_sorted_by(|a, b| a.starts_at < b.starts_at));
        for slot in &offer.slots {
            assert!(slot.starts_at > now() && slot.starts_at <= now() + Duration::days(14), "{offer:?}");
            assert_eq!(slot.ends_at - slot.starts_at, Duration::minutes(i64::from(offer.duration_minutes)));
            assert!(slot.places > 0);
            let local = slot.starts_at.with_timezone(&zone);
            let start = local.hour() * 60 + local.minute();
            let usual = |shift: &trades::Shift| {
                (shift.start..=shift.start + 30).contains(&start) && shift.minutes == offer.duration_minutes
            };
            let practised = trades::all().filter(|trade| trade.code == offer.rome);
            assert!(practised.flat_map(|trade| trade.shifts).any(usual), "{start} {offer:?}");
        }
    }
}

#[test]
fn waiters_work_at_meals_and_sitters_after_school() {
    for offer in catalogue().offers(5_000).filter(|offer| offer.rome == "G1803") {
        let local = offer.slots[0].starts_at.with_timezone(&zone(by_insee(offer.insee).expect("known")));
        assert!(matches!(local.hour(), 11 | 12 | 18 | 19), "{local}");
    }
}

#[test]
fn texts_are_whole_varied_and_exclude_nobody() {
    let offers: Vec<OfferSeed> = catalogue().offers(5_000).collect();
    for offer in &offers {
        let text = format!("{} {} {} {}", offer.title, offer.description, offer.requirements, offer.equipment);
        assert!(!offer.title.is_empty() && !offer.address.is_empty() && !offer.contact.is_empty(), "{offer:?}");
        assert!((2..=4).contains(&offer.description.matches(['.', '!']).count()), "{}", offer.description);
        for wrong in ["{", "}", " de un", " de le ", "d'emploi", " ans maximum", " jeune ", "  "] {
            assert!(!text.contains(wrong), "{wrong}: {text}");
        }
    }
    let descriptions: HashSet<&str> = offers.iter().map(|offer| offer.description.as_str()).collect();
    assert!(descriptions.len() > 3_500, "{}", descriptions.len());
    for occupation in shortlist() {
        let titles: HashSet<&str> =
            offers.iter().filter(|offer| offer.rome == occupation.code).map(|offer| offer.title.as_str()).collect();
        assert!(titles.len() >= 3, "{} {titles:?}", occupation.code);
    }
}

#[test]
fn contracts_name_who_signs_and_references_are_unique() {
    let offers: Vec<OfferSeed> = catalogue().offers(5_000).collect();
    let references: HashSet<(usize, &str)> = offers.iter().map(|o| (o.platform, o.reference.as_str())).collect();
    assert_eq!(references.len(), offers.len());
    for offer in &offers {
        assert_eq!(offer.employer.is_some(), offer.status != "self_employed", "{offer:?}");
        assert!(offer.published_minutes_ago >= offer.confirmed_minutes_ago);
        assert!(!offer.car_required || offer.licence_required);
        assert!(!offer.remote || offer.address == "À distance");
    }
    let remote: HashSet<&str> = offers.iter().filter(|offer| offer.remote).map(|offer| offer.rome).collect();
    assert!(remote.is_subset(&HashSet::from(["E1108", "M1855", "M1401", "M1606"])), "{remote:?}");
    assert!(trades::all().filter(|trade| trade.needs(Need::Remote)).count() >= 4);
}

#[test]
fn labelled_platforms_hold_most_offers_and_few_are_silent() {
    let offers: Vec<OfferSeed> = catalogue().offers(20_000).collect();
    let platforms = catalogue().platforms();
    let labelled = offers.iter().filter(|offer| platforms[offer.platform].label.is_active()).count();
    assert!((18_100..18_700).contains(&labelled), "{labelled}");
    let silent = offers.iter().filter(|offer| offer.confirmed_minutes_ago > 1_440).count();
    assert!((600..1_000).contains(&silent), "{silent}");
    assert!(offers.iter().any(|offer| offer.insee.starts_with("974")));
}
