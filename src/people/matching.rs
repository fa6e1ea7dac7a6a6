//! The missions that fit a person: the board knows her week and the dates that are not like it, the rule of [`fits`] decides.
//! Her own list and her advisor's count are made here, from the same answer.

use crate::board::{Hit, Point, Query, Sort};
use crate::kernel::Instant;
use crate::live::{Card, Missions};
use crate::people::availability::{Availability, Limits};
use crate::people::fit::{Asked, Why, fits};
use std::collections::HashSet;
use uuid::Uuid;

/// A mission that fits, by its soonest slot that does.
pub struct Fit {
    /// The mission; its slot is the one that fits.
    pub hit: Hit<Card>,
    /// Why it fits.
    pub why: Why,
}

/// How many missions fit: what the board says of her hours, mended by the rule for today when she can start now. The work does
/// not grow with the missions of other days.
#[must_use]
pub fn count(board: &Missions, of: &Availability, now: Instant) -> usize {
    let usual = Availability { limits: Limits { ready_until: None, ..of.limits }, ..of.clone() };
    let Some(asked) = question(&usual, now) else { return 0 };
    let mut known: HashSet<Uuid> = HashSet::new();
    let mut total = board.count(&asked, now.seconds());
    if let Some(question) = today(of, now, board.len().max(1)) {
        for hit in board.search(&question, now.seconds()).hits {
            if known.insert(hit.id) {
                let [fits, did] = [of, &usual].map(|said| soonest(said, &hit, now).is_some());
                total = (total + usize::from(fits)).saturating_sub(usize::from(did));
            }
        }
    }
    total
}

/// Some of the missions that fit, soonest first; and how many there are. Only what is shown is made whole, and what starts while
/// she can start now.
#[must_use]
pub fn page(board: &Missions, of: &Availability, now: Instant, skipped: usize, limit: usize) -> (Vec<Fit>, usize) {
    let Some(usual) = question(of, now) else { return (Vec::new(), 0) };
    let asked = today(of, now, board.len().max(1));
    let today = asked.map(|question| board.search(&question, now.seconds()).hits).unwrap_or_default();
    let known: HashSet<Uuid> = today.iter().map(|hit| hit.id).collect();
    // Those of today may stand anywhere: so many more of the others are needed at most.
    let first = if known.is_empty() { skipped } else { 0 };
    let usual =
        Query { offset: first, limit: (skipped - first).saturating_add(limit).saturating_add(known.len()), ..usual };
    let usual = board.search(&usual, now.seconds());
    let total = if known.is_empty() { usual.total } else { count(board, of, now) };
    let others = usual.hits.into_iter().filter(|hit| !known.contains(&hit.id));
    let mut fits: Vec<Fit> = today.into_iter().chain(others).filter_map(|hit| decided(of, hit, now)).collect();
    let start = |fit: &Fit| fit.hit.payload.offer.slots.get(fit.hit.slot).map(|slot| slot.starts_at);
    fits.sort_by_key(|fit| (fit.hit.stale, start(fit), fit.hit.id));
    (fits.into_iter().skip(skipped - first).take(limit).collect(), total)
}

/// Whether one mission fits: the same rule, asked the other way round.
#[must_use]
pub fn holds(board: &Missions, of: &Availability, mission: Uuid, now: Instant) -> bool {
    let Some(asked) = question(of, now) else { return false };
    let around = Query { near: asked.near, ..Query::default() };
    board.hit(&around, mission, now.seconds()).is_some_and(|hit| soonest(of, &hit, now).is_some())
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

/// What the board is asked of today if she is ready: at any hour.
fn today(of: &Availability, now: Instant, everything: usize) -> Option<Query> {
    let (until, asked) = of.ready(now).zip(question(of, now))?;
    Some(Query {
        limit: everything,
        windows: Vec::new(),
        dates: Vec::new(),
        from: None,
        to: Some(until.seconds()),
        ..asked
    })
}

/// Around her commune as far as she goes, within her hours, as long as she wants and not too soon; `None` when nobody knows
/// where she lives, for then no mission of the country is nearer to her than another.
pub(super) fn question(of: &Availability, now: Instant) -> Option<Query> {
    let home = of.home()?;
    let (limits, hers) = (&of.limits, of.hers());
    let lengths = (limits.shortest.unwrap_or(0), limits.longest.unwrap_or(u32::MAX));
    let notice = i64::from(limits.notice_minutes) * 60;
    #[expect(clippy::cast_precision_loss, reason = "two hundred kilometres at most")]
    let radius = of.farthest_m() as f32 / 1_000.0;
    Some(Query {
        near: Some((Point { lat: home.lat, lon: home.lon }, radius)),
        windows: hers.week,
        dates: hers.dates,
        duration_minutes: (limits.shortest.is_some() || limits.longest.is_some()).then_some(lengths),
        from: (notice > 0).then(|| now.seconds() + notice),
        sort: Sort::Soonest,
        limit: 0,
        ..Query::default()
    })
}
