//! A card as the board keeps it: nobody reads most of them, so each is one run of bytes, and is made whole when it is shown.
//! What offers share stays shared: their platform, and their conditions.

use crate::board::Payload;
use crate::geo::communes;
use crate::kernel::{Cents, Id, Instant};
use crate::live::{Card, PlatformCard};
use crate::offers::{Conditions, Flags, Offer, PayUnit, Place, Slot, State, Status, Terms};
use chrono_tz::TZ_VARIANTS;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use uuid::Uuid;

/// A published offer in few bytes, and what it shares with others.
#[derive(Debug, Clone)]
pub struct Folded {
    platform: Arc<PlatformCard>,
    conditions: Arc<Conditions>,
    bytes: Box<[u8]>,
}

/// What the bytes say. Enumerations are told by their place in the list of their values.
#[derive(Serialize, Deserialize)]
struct Facts<'a> {
    id: [u8; 16],
    reference: &'a str,
    version: i32,
    published_at: i64,
    confirmed_at: i64,
    title: &'a str,
    description: &'a str,
    occupation: &'a str,
    status: usize,
    pay: i64,
    unit: usize,
    minutes: i64,
    #[serde(borrow)]
    place: Option<Spot<'a>>,
    zone: usize,
    flags: u32,
    slots: Vec<Time>,
}

/// A place, whose label is that of its commune.
#[derive(Serialize, Deserialize)]
struct Spot<'a> {
    insee: &'a str,
    address: &'a str,
    lat: f64,
    lon: f64,
}

/// A slot: its start, and how long it lasts, in microseconds.
#[derive(Serialize, Deserialize)]
struct Time {
    id: [u8; 16],
    starts_at: i64,
    lasts: i64,
    places: u32,
    taken: u32,
}

impl Folded {
    /// Folds the card of a published offer; `None` when nobody may see it: another state, or masked by moderation.
    #[must_use]
    pub fn of(card: &Card) -> Option<Self> {
        let (offer, t) = (&card.offer, &card.offer.terms);
        let State::Published { at } = offer.state else { return None };
        if offer.masked_at.is_some() {
            return None;
        }
        let facts = Facts {
            id: *offer.id.uuid().as_bytes(),
            reference: &offer.reference,
            version: offer.version,
            published_at: at.micros(),
            confirmed_at: offer.confirmed_at.micros(),
            title: &t.title,
            description: &t.description,
            occupation: &t.occupation,
            status: rank(Status::ALL, t.status)?,
            pay: t.pay.0,
            unit: rank(PayUnit::ALL, t.unit)?,
            minutes: t.duration_minutes,
            place: t.place.as_ref().map(Spot::of),
            zone: rank(&TZ_VARIANTS, t.zone)?,
            flags: t.flags.0,
            slots: offer.slots.iter().map(Time::of).collect(),
        };
        let bytes = postcard::to_allocvec(&facts).ok()?.into_boxed_slice();
        Some(Self { platform: Arc::clone(&card.platform), conditions: Arc::clone(&t.conditions), bytes })
    }
}

impl Payload for Folded {
    type Shown = Card;

    fn shown(&self) -> Option<Card> {
        let facts: Facts = postcard::from_bytes(&self.bytes).ok()?;
        let terms = Terms {
            title: facts.title.to_owned(),
            description: facts.description.to_owned(),
            occupation: facts.occupation.to_owned(),
            status: *Status::ALL.get(facts.status)?,
            pay: Cents(facts.pay),
            unit: *PayUnit::ALL.get(facts.unit)?,
            duration_minutes: facts.minutes,
            place: facts.place.as_ref().map(Spot::whole),
            zone: *TZ_VARIANTS.get(facts.zone)?,
            flags: Flags(facts.flags),
            conditions: Arc::clone(&self.conditions),
        };
        let offer = Offer {
            id: Id::from_uuid(Uuid::from_bytes(facts.id)),
            platform: self.platform.platform.id,
            reference: facts.reference.to_owned(),
            version: facts.version,
            state: State::Published { at: Instant::from_micros(facts.published_at) },
            terms,
            slots: facts.slots.iter().map(Time::whole).collect(),
            confirmed_at: Instant::from_micros(facts.confirmed_at),
            masked_at: None,
        };
        Some(Card { offer, platform: Arc::clone(&self.platform) })
    }

    fn heap(&self) -> usize {
        self.bytes.len()
    }
}

impl<'a> Spot<'a> {
    fn of(place: &'a Place) -> Self {
        Self { insee: &place.insee, address: &place.address, lat: place.lat, lon: place.lon }
    }

    fn whole(&self) -> Place {
        Place {
            insee: self.insee.to_owned(),
            label: communes::by_insee(self.insee).map(communes::label).unwrap_or_default(),
            address: self.address.to_owned(),
            lat: self.lat,
            lon: self.lon,
        }
    }
}

impl Time {
    fn of(slot: &Slot) -> Self {
        let starts_at = slot.starts_at.micros();
        let lasts = slot.ends_at.micros().wrapping_sub(starts_at);
        Self { id: *slot.id.uuid().as_bytes(), starts_at, lasts, places: slot.places, taken: slot.taken }
    }

    fn whole(&self) -> Slot {
        Slot {
            id: Id::from_uuid(Uuid::from_bytes(self.id)),
            starts_at: Instant::from_micros(self.starts_at),
            ends_at: Instant::from_micros(self.starts_at.wrapping_add(self.lasts)),
            places: self.places,
            taken: self.taken,
        }
    }
}

/// The place of a value in the list of all values.
fn rank<T: PartialEq + Copy>(all: &[T], value: T) -> Option<usize> {
    all.iter().position(|known| *known == value)
}
