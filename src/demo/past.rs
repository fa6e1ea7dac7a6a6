//! What the first person of the demo already did: without it her months and her calendar are empty.

use crate::accounts;
use crate::db::{Error, Result, Tx};
use crate::demo::catalogue::{Catalogue, PlatformSeed};
use crate::demo::world::{address, draft};
use crate::engagements::{self, Engagement};
use crate::interests::{self, Consent, Interest, State as Sent};
use crate::kernel::{Id, Instant};
use crate::offers::check::check;
use crate::offers::{self, Offer, Slot, State};
use crate::people::{self, Person};
use crate::platforms::Platform;
use chrono::TimeDelta;

/// How many days ago: this month or the last, and the one before.
const WORK: [i64; 2] = [6, 34];
/// How long before its slot a mission was posted and agreed.
const BEFORE: TimeDelta = TimeDelta::days(9);

/// Posted, agreed, and over.
pub(super) fn work(
    tx: &mut Tx<'_>,
    now: Instant,
    catalogue: &Catalogue,
    seeds: &[PlatformSeed],
    platforms: &[Id<Platform>],
) -> Result<()> {
    let (Some(hero), Some(platform)) = (catalogue.people().into_iter().next(), platforms.first()) else {
        return Ok(());
    };
    let account = accounts::store::by_email(tx, &address(&hero.email)?)?.ok_or(Error::NotFound)?;
    let person = people::store::by_id(tx, Id::from_uuid(account.id.uuid()))?;
    let name = seeds.first().map_or("", |seed| seed.name);
    let usual =
        |seed: &crate::demo::catalogue::OfferSeed| seed.platform == 0 && seed.pay_unit == "hour" && !seed.remote;
    for (seed, days_ago) in catalogue.offers(1_000).filter(usual).zip(WORK) {
        let begins: Instant = (now - TimeDelta::days(days_ago)).utc().date_naive().and_time(nine()).and_utc().into();
        let posted = begins - BEFORE;
        let asked = offers::check::Draft {
            slots: vec![(begins, begins + TimeDelta::hours(4), 1)],
            duration_minutes: 240,
            ..draft(&seed, name)
        };
        let (terms, dates) = check(&asked, posted).map_err(Error::Rules)?;
        let slot = dates.iter().map(|(from, to, places)| Slot {
            id: Id::make(),
            starts_at: *from,
            ends_at: *to,
            places: *places,
            taken: 1,
        });
        let offer = Offer {
            id: Id::make(),
            platform: *platform,
            reference: format!("demo-{days_ago}"),
            version: 1,
            state: State::Published { at: posted },
            terms,
            slots: slot.collect(),
            confirmed_at: posted,
            masked_at: None,
        };
        let offer = offer.expire(begins + TimeDelta::minutes(1))?;
        offers::store::insert_many(tx, posted, std::slice::from_ref(&offer))?;
        agree(tx, posted + TimeDelta::hours(3), &person, &offer)?;
    }
    Ok(())
}

/// Nine in the morning, in winter time.
fn nine() -> chrono::NaiveTime {
    chrono::NaiveTime::from_hms_opt(8, 0, 0).unwrap_or_default()
}

/// She asked, with her name, and the platform said yes the same day.
fn agree(tx: &mut Tx<'_>, at: Instant, person: &Person, offer: &Offer) -> Result<()> {
    let Some(slot) = offer.slots.first() else { return Ok(()) };
    let consent = Consent { name: true, ..Consent::default() };
    let interest = Interest {
        id: Id::make(),
        offer: offer.id,
        slot: slot.id,
        platform: offer.platform,
        person: person.id,
        shared: consent.disclose(person)?,
        sent_at: at,
        answer_by: at + TimeDelta::hours(24),
        state: Sent::Accepted { at: at + TimeDelta::hours(2) },
    };
    interests::store::insert(tx, &interest)?;
    engagements::store::insert(tx, &Engagement::agree(&interest, at + TimeDelta::hours(2))?)
}
