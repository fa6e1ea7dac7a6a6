//! The missions that fit a person: the board gives what may fit, the rule of [`fits`] decides. Her own list and her
//! advisor's count are made here, from the same answer.

use crate::board::{Hit, Point, Query, Sort};
use crate::geo::communes;
use crate::kernel::Instant;
use crate::live::{Card, Missions};
use crate::people::availability::{Availability, Limits};
use crate::people::fit::{Asked, Why, fits};
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use std::collections::{BTreeSet, HashSet};
use uuid::Uuid;

/// Around a date, in every zone: slots of that date begin at most this long before or after its midnight in UTC.
const AROUND: TimeDelta = TimeDelta::hours(36);

/// A mission that fits, by its soonest slot that does.
pub struct Fit {
    /// The mission; its slot is the one that fits.
    pub hit: Hit<Card>,
    /// Why it fits.
    pub why: Why,
}

/// How many missions fit: what the board says of her week, mended by the rule around the dates that are not like it. The work
/// does not grow with the missions of other dates.
#[must_use]
pub fn count(board: &Missions, of: &Availability, now: Instant) -> usize {
    let week = Availability { days: Vec::new(), limits: Limits { ready_until: None, ..of.limits }, ..of.clone() };
    let mut known: HashSet<Uuid> = HashSet::new();
    let mut total = board.count(&question(&week, now), now.seconds());
    for question in apart(of, now, board.len().max(1)) {
        for hit in board.search(&question, now.seconds()).hits {
            if known.insert(hit.id) {
                let [fits, did] = [of, &week].map(|said| soonest(said, &hit, now).is_some());
                total = (total + usize::from(fits)).saturating_sub(usize::from(did));
            }
        }
    }
    total
}

/// Some of the missions that fit, soonest first, then nearest; and how many there are.
#[must_use]
pub fn page(board: &Missions, of: &Availability, now: Instant, skipped: usize, limit: usize) -> (Vec<Fit>, usize) {
    if plain(of, now) {
        // The board says the same as the rule: only what is shown is looked at.
        let found = board.search(&Query { offset: skipped, limit, ..question(of, now) }, now.seconds());
        return (found.hits.into_iter().filter_map(|hit| decided(of, hit, now)).collect(), found.total);
    }
    let all = all(board, of, now);
    let total = all.len();
    (all.into_iter().skip(skipped).take(limit).collect(), total)
}

/// Whether one mission fits: the same rule, asked the other way round.
#[must_use]
pub fn holds(board: &Missions, of: &Availability, mission: Uuid, now: Instant) -> bool {
    let around = Query { near: question(of, now).near, ..Query::default() };
    board.hit(&around, mission, now.seconds()).is_some_and(|hit| soonest(of, &hit, now).is_some())
}

/// Whether the board alone knows the answer: no date is apart, and "now" is not said.
fn plain(of: &Availability, now: Instant) -> bool {
    of.days.is_empty() && of.ready(now).is_none()
}

/// Everything that fits, in order.
fn all(board: &Missions, of: &Availability, now: Instant) -> Vec<Fit> {
    let mut known: HashSet<Uuid> = HashSet::new();
    let mut fits: Vec<Fit> = Vec::new();
    let week = Query { limit: board.len().max(1), ..question(of, now) };
    for question in apart(of, now, board.len().max(1)).into_iter().chain([week]) {
        for hit in board.search(&question, now.seconds()).hits {
            if known.insert(hit.id) {
                fits.extend(decided(of, hit, now));
            }
        }
    }
    let start = |fit: &Fit| fit.hit.payload.offer.slots.get(fit.hit.slot).map(|slot| slot.starts_at);
    fits.sort_by_key(|fit| (fit.hit.stale, start(fit), fit.why.distance_m, fit.hit.id));
    fits
}

/// The mission with its soonest slot that fits; `None` when no slot does.
fn decided(of: &Availability, hit: Hit<Card>, now: Instant) -> Option<Fit> {
    let (slot, why) = soonest(of, &hit, now)?;
    Some(Fit { why, hit: Hit { slot, ..hit } })
}

/// The soonest slot that fits, and why.
fn soonest(of: &Availability, hit: &Hit<Card>, now: Instant) -> Option<(usize, Why)> {
    let offer = &hit.payload.offer;
    let open = offer.slots.iter().enumerate().filter(|(_, slot)| slot.open_at(now));
    let asked = |slot: &crate::offers::Slot| Asked {
        starts_at: slot.starts_at,
        ends_at: slot.ends_at,
        zone: offer.terms.zone,
        distance_m: hit.distance_m,
    };
    let fitting = open.filter_map(|(n, slot)| Some((n, slot.starts_at, fits(of, &asked(slot), now).ok()?)));
    fitting.min_by_key(|(n, start, _)| (*start, *n)).map(|(n, _, why)| (n, why))
}

/// What the board is asked of the dates that are not like her week, and of today if she is ready: at any hour.
fn apart(of: &Availability, now: Instant, everything: usize) -> Vec<Query> {
    let any = Query { limit: everything, windows: Vec::new(), ..question(of, now) };
    let around = |date: NaiveDate| {
        let midnight: Instant = date.and_time(NaiveTime::MIN).and_utc().into();
        let from = (midnight - AROUND).seconds().max(any.from.unwrap_or(i64::MIN));
        Query { from: Some(from), to: Some((midnight + AROUND).seconds()), ..any.clone() }
    };
    let dates: BTreeSet<NaiveDate> = of.days.iter().map(|day| day.date).collect();
    let today = of.ready(now).map(|until| Query { from: None, to: Some(until.seconds()), ..any.clone() });
    dates.into_iter().map(around).chain(today).collect()
}

/// Around her commune, within the hours of her week, as long as she wants and not too soon.
pub(super) fn question(of: &Availability, now: Instant) -> Query {
    let home = of.insee.as_deref().and_then(communes::by_insee);
    let limits = &of.limits;
    let lengths = (limits.shortest.unwrap_or(0), limits.longest.unwrap_or(u32::MAX));
    let notice = i64::from(limits.notice_minutes) * 60;
    Query {
        near: home.map(|c| (Point { lat: c.lat, lon: c.lon }, radius(of))),
        windows: of.week.iter().map(|w| (w.weekday, w.start, w.end)).collect(),
        duration_minutes: (limits.shortest.is_some() || limits.longest.is_some()).then_some(lengths),
        from: (notice > 0).then(|| now.seconds() + notice),
        sort: Sort::Soonest,
        limit: 0,
        ..Query::default()
    }
}

fn radius(of: &Availability) -> f32 {
    f32::from(u16::try_from(of.radius_km).unwrap_or(200).clamp(1, 200))
}
