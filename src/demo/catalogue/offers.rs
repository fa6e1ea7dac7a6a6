//! An offer is drawn from its own number: which platform, what, where, when, and at a price that is never
//! under the minimum wage of the place, by the hour or by the mission.

use chrono::{DateTime, Utc};

use super::platforms::{PROFILES, Practice, Profile, practices};
use super::prose::Writer;
use super::seeds::OfferSeed;
use super::trades::{Need, Trade};
use super::{places, slots, terms};
use crate::demo::rng::Rng;
use crate::geo::communes::{Commune, zone};

const KIND: u64 = 1;
/// Gross minimum wage of an hour in cents, since 1 June 2026.
pub(super) const MINIMUM_WAGE: u32 = 1_231;
/// The same in Mayotte.
pub(super) const MINIMUM_WAGE_MAYOTTE: u32 = 956;

/// The first offers of a seed.
pub(super) fn all(seed: u64, now: DateTime<Utc>, count: usize) -> impl Iterator<Item = OfferSeed> + use<> {
    (0_u64..).take(count).filter_map(move |number| offer(seed, number, now))
}

fn offer(seed: u64, number: u64, now: DateTime<Utc>) -> Option<OfferSeed> {
    let mut rng = Rng::of(seed, KIND, number);
    let platform = platform(&mut rng);
    let profile = PROFILES.get(platform)?;
    let known = practices(platform);
    let practice = *known.get(rng.below(known.len()))?;
    let commune = places::anywhere(&mut rng)?;
    let (duration_minutes, slots) = slots::draw(&mut rng, practice.trade, zone(commune), now);
    let pay = pay(&mut rng, practice, profile, commune, duration_minutes);
    let (published_minutes_ago, confirmed_minutes_ago) = freshness(&mut rng);
    let trade = practice.trade;
    let independent = practice.status == "self_employed";
    let mut writer = Writer::new(&mut rng, trade, commune);
    Some(OfferSeed {
        platform,
        reference: terms::reference(profile, number),
        title: writer.title(),
        description: writer.description(),
        rome: trade.code,
        status: practice.status,
        employer: writer.employer(profile, practice.status),
        pay_cents: pay.cents,
        pay_unit: pay.unit,
        duration_minutes,
        commission_percent: if independent { profile.commission_percent } else { 0 },
        costs: terms::costs(trade, practice.status),
        insurance: terms::insurance(practice.status),
        equipment: writer.rng.pick(trade.equipment),
        requirements: writer.rng.pick(trade.requirements),
        cancellation: terms::cancellation(practice.status),
        contact: terms::contact(writer.rng, profile),
        pay_delay_days: profile.pay_delay_days,
        social_contributions_withheld: profile.withholds,
        insee: commune.insee,
        address: writer.address(),
        remote: trade.needs(Need::Remote),
        licence_required: trade.needs(Need::Licence),
        car_required: trade.needs(Need::Car),
        accessible: writer.rng.percent(trade.accessible),
        beginner_ok: writer.rng.percent(trade.beginner),
        slots,
        published_minutes_ago,
        confirmed_minutes_ago,
    })
}

fn platform(rng: &mut Rng) -> usize {
    let drawn = rng.between(1, 100);
    let mut sum = 0;
    let reached = PROFILES.iter().position(|profile| {
        sum += u32::from(profile.share);
        drawn <= sum
    });
    reached.unwrap_or_default()
}

/// A price and its unit.
struct Pay {
    cents: u32,
    unit: &'static str,
}

/// Independents pay their own contributions: their usual price is higher for the same work.
fn pay(rng: &mut Rng, practice: Practice, profile: &Profile, commune: &Commune, minutes: u32) -> Pay {
    let independent = practice.status == "self_employed";
    let commission = if independent { u32::from(profile.commission_percent) } else { 0 };
    let hour = usual_hour(rng, practice.trade, commune).max(floor(commune, commission));
    let hour = hour.div_ceil(10) * 10;
    if independent && rng.percent(practice.trade.by_mission) {
        return Pay { cents: (hour * minutes).div_ceil(60).div_ceil(50) * 50, unit: "mission" };
    }
    Pay { cents: hour, unit: "hour" }
}

fn usual_hour(rng: &mut Rng, trade: &Trade, commune: &Commune) -> u32 {
    let (low, high) = trade.pay;
    let hour = rng.between(low, high);
    if commune.department == "976" { hour * MINIMUM_WAGE_MAYOTTE / MINIMUM_WAGE } else { hour }
}

/// The least an hour may be paid, so that the minimum wage is left even after the commission.
fn floor(commune: &Commune, commission_percent: u32) -> u32 {
    let minimum = if commune.department == "976" { MINIMUM_WAGE_MAYOTTE } else { MINIMUM_WAGE };
    (minimum * 100).div_ceil(100 - commission_percent.min(99))
}

/// Minutes since publication and since the last confirmation; a few platforms have been silent for a day or two.
fn freshness(rng: &mut Rng) -> (u32, u32) {
    let silent = rng.percent(4);
    let confirmed = if silent { rng.between(25 * 60, 60 * 60) } else { rng.between(0, 59) };
    let recent = rng.percent(30);
    let published = if recent { rng.between(1, 300) } else { rng.between(300, 12 * 1_440) };
    (published.max(confirmed), confirmed)
}
