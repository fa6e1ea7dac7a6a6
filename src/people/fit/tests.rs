//! The rule, slot by slot; and that the board, asked for the same plain hours, says the same.

use super::*;
use crate::board::{Board, Doc, Freshness, Gate, Point, Query, SlotDoc};
use crate::geo::communes;
use crate::kernel::Id;
use crate::offers::asked::at_hours;
use crate::people::availability::{Day, Limits, end_of_day};
use crate::people::{Window, matching};
use chrono::Datelike;
use chrono_tz::Europe::Paris;

fn at(text: &str) -> Instant {
    chrono::DateTime::parse_from_rfc3339(text).unwrap().to_utc().into()
}

/// Wednesday 25 November 2026 at noon in Paris.
fn noon() -> Instant {
    at("2026-11-25T11:00:00Z")
}

/// Weekdays from 8 to 18, 20 km around.
fn weekdays() -> Availability {
    Availability {
        insee: Some("42218".into()),
        radius_km: 20,
        week: (0..5).map(|d| Window::new(d, 480, 1_080).unwrap()).collect(),
        days: Vec::new(),
        limits: Limits::default(),
    }
}

fn slot(start: &str, minutes: i64) -> Asked {
    let starts_at = at(start);
    Asked { starts_at, ends_at: starts_at + TimeDelta::minutes(minutes), zone: Paris, distance_m: Some(3_000) }
}

fn day(date: &str, hours: Option<(u16, u16)>) -> Day {
    Day { id: Id::make(), date: date.parse().unwrap(), hours }
}

fn said(availability: &Availability, slot: &Asked) -> Result<Hours, WhyNot> {
    fits(availability, slot, noon()).map(|why| why.hours)
}

#[test]
fn a_slot_inside_the_week_fits_and_says_how_far() {
    let mut her = weekdays();
    let tuesday = slot("2026-12-01T13:00:00Z", 240);
    assert_eq!(said(&her, &tuesday), Ok(Hours::Week));
    her.limits.mode = Some(Mode::Bicycle);
    let why = fits(&her, &tuesday, noon()).unwrap();
    assert_eq!((why.distance_m, why.travel), (3_000, Some((Mode::Bicycle, 20))));
    assert_eq!(said(&her, &slot("2026-12-01T16:00:00Z", 120)), Err(WhyNot::OtherHours), "it ends at 19");
    assert_eq!(said(&her, &slot("2026-11-28T09:00:00Z", 60)), Err(WhyNot::OtherHours), "a Saturday");
    assert_eq!(said(&her, &slot("2026-11-25T11:00:00Z", 60)), Err(WhyNot::Begun));
    assert_eq!(said(&her, &Asked { distance_m: Some(20_001), ..tuesday }), Err(WhyNot::TooFar));
    assert_eq!(said(&her, &Asked { distance_m: None, ..tuesday }), Err(WhyNot::Nowhere));
    assert_eq!(said(&Availability { week: Vec::new(), ..her }, &slot("2026-11-28T02:00:00Z", 60)), Ok(Hours::Unsaid));
}

/// A radius is not a way: on foot, twenty kilometres are an afternoon.
#[test]
fn a_way_that_is_too_long_as_she_travels_does_not_fit() {
    let bounds = [(Mode::Foot, 3_692), (Mode::Bicycle, 13_102), (Mode::Transit, 20_512), (Mode::Car, 43_076)];
    for (mode, farthest) in bounds {
        let mut her = Availability { radius_km: 100, ..weekdays() };
        her.limits.mode = Some(mode);
        let at = |metres| Asked { distance_m: Some(metres), ..slot("2026-12-01T13:00:00Z", 240) };
        assert_eq!(her.farthest_m(), farthest, "{mode:?}");
        let (_, minutes) = fits(&her, &at(farthest), noon()).unwrap().travel.unwrap();
        assert!(minutes <= u32::from(mode.bound()), "{mode:?} {minutes}");
        assert_eq!(said(&her, &at(farthest + 1)), Err(WhyNot::TooLongAWay), "{mode:?}");
        assert_eq!(said(&her, &at(100_001)), Err(WhyNot::TooFar), "{mode:?}: her own radius is said first");
        assert_eq!(her.bounded_by(), Some(mode));
        let near = Availability { radius_km: 3, ..her };
        assert_eq!((near.bounded_by(), near.farthest_m()), (None, 3_000), "her radius is the shorter one");
    }
}

#[test]
fn work_of_several_days_touches_each_of_them() {
    let days = vec![day("2026-11-28", None)];
    let her = Availability { week: Vec::new(), days, ..weekdays() };
    let from_friday_to_monday = slot("2026-11-27T08:00:00Z", 3 * 1_440 + 480);
    assert_eq!(said(&her, &from_friday_to_monday), Err(WhyNot::OtherHoursThatDay), "nothing is possible on Saturday");
    assert_eq!(said(&Availability { days: Vec::new(), ..her }, &from_friday_to_monday), Ok(Hours::Unsaid));
    assert_eq!(said(&weekdays(), &from_friday_to_monday), Err(WhyNot::OtherHours));
}

#[test]
fn a_date_set_apart_replaces_the_week() {
    let mut her = weekdays();
    her.days = vec![day("2026-12-01", None), day("2026-11-28", Some((540, 720))), day("2026-11-28", Some((720, 840)))];
    assert_eq!(said(&her, &slot("2026-12-01T13:00:00Z", 60)), Err(WhyNot::OtherHoursThatDay));
    assert_eq!(said(&her, &slot("2026-12-02T13:00:00Z", 60)), Ok(Hours::Week));
    assert_eq!(said(&her, &slot("2026-11-28T10:00:00Z", 180)), Ok(Hours::Date), "hours that touch are one");
    assert_eq!(said(&her, &slot("2026-11-28T12:30:00Z", 60)), Err(WhyNot::OtherHoursThatDay));
}

#[test]
fn lengths_and_notice_are_kept_to_the_minute() {
    let mut her = weekdays();
    her.limits = Limits { notice_minutes: 240, shortest: Some(120), longest: Some(240), ..Limits::default() };
    assert_eq!(said(&her, &slot("2026-11-25T14:59:59Z", 120)), Err(WhyNot::TooSoon));
    assert_eq!(said(&her, &slot("2026-11-25T15:00:00Z", 120)), Ok(Hours::Week));
    assert_eq!(said(&her, &slot("2026-11-26T09:00:00Z", 119)), Err(WhyNot::TooShort));
    assert_eq!(said(&her, &slot("2026-11-26T09:00:00Z", 241)), Err(WhyNot::TooLong));
    assert_eq!(her.limits.checked(), Ok(her.limits));
    let wrong = Limits { shortest: Some(300), ..her.limits };
    assert_eq!(wrong.checked().unwrap_err().code, "lengths-inverted");
}

#[test]
fn now_lasts_until_the_end_of_the_day_and_asks_for_no_notice() {
    let mut her = weekdays();
    her.limits.notice_minutes = 24 * 60;
    let evening = slot("2026-11-25T19:00:00Z", 120);
    assert_eq!(said(&her, &evening), Err(WhyNot::TooSoon));
    her.limits.ready_until = Some(end_of_day(Paris, noon()));
    assert_eq!(her.limits.ready_until, Some(at("2026-11-25T23:00:00Z")));
    assert_eq!(said(&her, &evening), Ok(Hours::Ready));
    assert_eq!(said(&her, &slot("2026-11-25T21:00:00Z", 240)), Err(WhyNot::OtherHours), "the night is tomorrow's");
    assert_eq!(said(&her, &slot("2026-11-26T08:00:00Z", 60)), Err(WhyNot::TooSoon));
    let tomorrow = at("2026-11-25T23:00:00Z");
    assert_eq!(her.ready(tomorrow), None, "it ends by itself");
    assert_eq!(fits(&her, &slot("2026-11-26T19:00:00Z", 60), tomorrow).map(|w| w.hours), Err(WhyNot::TooSoon));
}

#[test]
fn nights_go_on_into_the_next_day_and_dates_are_those_of_the_place() {
    let night = |d, s, e| Window::new(d, s, e).unwrap();
    let her = Availability { week: vec![night(5, 1_200, 1_440), night(6, 0, 360)], ..weekdays() };
    assert_eq!(said(&her, &slot("2026-11-28T21:00:00Z", 300)), Ok(Hours::Week), "from Saturday into Sunday");
    assert_eq!(said(&her, &slot("2026-11-29T21:00:00Z", 300)), Err(WhyNot::OtherHours));
    let closed = Availability { days: vec![day("2026-11-29", None)], ..her.clone() };
    assert_eq!(said(&closed, &slot("2026-11-28T21:00:00Z", 300)), Err(WhyNot::OtherHoursThatDay));
    assert_eq!(said(&closed, &slot("2026-11-28T21:00:00Z", 120)), Ok(Hours::Week), "it ends at midnight");
    // The night of winter time is one hour longer, that of summer time one hour shorter: the clock's hours count.
    assert_eq!(said(&her, &slot("2027-03-27T22:00:00Z", 300)), Ok(Hours::Week), "23 to 5 is five hours");
    assert_eq!(said(&her, &slot("2027-10-30T20:00:00Z", 540)), Ok(Hours::Week), "22 to 6 is nine hours");
    let island = Asked { zone: chrono_tz::Indian::Reunion, ..slot("2026-11-28T16:00:00Z", 120) };
    assert_eq!(said(&her, &island), Ok(Hours::Week), "20 to 22 there");
}

/// A mission with one slot, for the board.
fn posted(platform: uuid::Uuid, asked: &Asked, place: Option<&communes::Commune>) -> Doc<()> {
    let (from, to) = (asked.starts_at.with_timezone(&Paris), asked.ends_at.with_timezone(&Paris));
    let minute = |at: chrono::DateTime<Tz>| u16::try_from(at.hour() * 60 + at.minute()).unwrap();
    Doc {
        id: uuid::Uuid::now_v7(),
        platform,
        title: "Plonge".into(),
        description: String::new(),
        occupation: "G1605".into(),
        place: place.map(|c| Point { lat: c.lat, lon: c.lon }),
        slots: vec![SlotDoc {
            starts_at: asked.starts_at.seconds(),
            ends_at: asked.ends_at.seconds(),
            places_left: 1,
            weekday: u8::try_from(from.weekday().num_days_from_monday()).unwrap(),
            start_minute: minute(from),
            end_minute: minute(to),
        }],
        pay_hour_cents: 1_500,
        published_at: noon().seconds(),
        confirmed_at: noon().seconds(),
        status: 0,
        flags: 0,
        payload: (),
    }
}

/// Her week, the dates that are not like it and her way are asked of the board alone, by her list, by her advisor's count and,
/// for the hours, by "my hours" of a search: its answers must be those of the rule, slot by slot.
#[test]
fn the_board_says_the_same_of_her_hours_and_of_her_way() {
    let platform = uuid::Uuid::now_v7();
    let night = |d, s, e| Window::new(d, s, e).unwrap();
    let mut her = Availability {
        week: vec![night(0, 480, 720), night(2, 0, 1_440), night(3, 0, 600), night(5, 1_200, 1_440), night(6, 0, 360)],
        ..weekdays()
    };
    her.limits = Limits { notice_minutes: 120, shortest: Some(60), longest: Some(600), ..Limits::default() };
    let apart = vec![
        day("2026-11-27", Some((540, 720))),
        day("2026-11-27", Some((720, 900))),
        day("2026-12-01", Some((0, 1_440))),
        day("2026-12-02", None),
        day("2026-12-05", Some((1_080, 1_440))),
        day("2026-12-06", Some((0, 240))),
        day("2026-12-09", Some((600, 1_440))),
        day("2026-12-10", None),
    ];
    let weekless = Availability { week: Vec::new(), days: apart.clone(), limits: Limits::default(), ..her.clone() };
    let dated = Availability { days: apart, ..her.clone() };
    let lost = Availability { insee: None, ..weekless.clone() };
    let home = communes::by_insee("42218").unwrap();
    let around: Vec<_> = communes::all().iter().filter(|c| communes::distance_m(home, c) < 60_000).collect();
    let (mut compared, mut ways) = ([0, 0], std::collections::BTreeSet::new());
    for (n, known) in (0..2_000_usize).flat_map(|n| [(n, &her), (n, &dated), (n, &weekless), (n, &lost)]) {
        let mut her = known.clone();
        her.limits.mode = Mode::ALL.get(n % 5).copied();
        her.radius_km = [5, 20, 50][n % 3];
        let place = if n % 11 == 0 { None } else { around.get(n * 7 % around.len()).copied() };
        let place = if n % 4 == 0 { Some(home) } else { place };
        let start = noon() + TimeDelta::minutes(i64::try_from(n).unwrap() * 17 + 1);
        let lasting = 30 + n * 53 % if n % 5 == 0 { 4_000 } else { 720 };
        let asked = Asked {
            starts_at: start,
            ends_at: start + TimeDelta::minutes(i64::try_from(lasting).unwrap()),
            zone: Paris,
            distance_m: her.home().zip(place).map(|(home, place)| communes::distance_m(home, place)),
        };
        let mut board = Board::new(Freshness::default());
        board.set_gate(platform, Some(Gate { from: 0, until: i64::MAX }));
        board.upsert(posted(platform, &asked, place));
        let holds = |question: &Query| board.count(question, noon().seconds()) == 1;
        let rule = fits(&her, &asked, noon());
        let board_says = matching::question(&her, noon()).is_some_and(|question| holds(&question));
        assert_eq!(board_says, rule.is_ok(), "{asked:?} for {her:?}: {rule:?}");
        compared[usize::from(rule.is_ok())] += 1;
        ways.extend(rule.err().map(|why| format!("{why:?}")));
        // "My hours", in a search around her commune with no other wish.
        let Some(asks) = matching::question(&Availability { limits: Limits::default(), ..her.clone() }, noon()) else {
            continue;
        };
        let near = Query { near: asks.near, ..Query::default() };
        let hours = at_hours(&near, &her.hers()).is_some_and(|question| holds(&question));
        let plain = fits(&Availability { limits: Limits::default(), ..her }, &asked, noon()).is_ok();
        assert_eq!(hours, plain, "{asked:?}");
    }
    assert!(compared[0] > 100 && compared[1] > 100, "{compared:?}");
    for why in ["TooSoon", "TooShort", "TooLong", "Nowhere", "TooFar", "TooLongAWay", "OtherHours", "OtherHoursThatDay"]
    {
        assert!(ways.contains(why), "{why}: {ways:?}");
    }
}
