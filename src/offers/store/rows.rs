//! Rows and back. An illegal row is corrupt, never guessed.

use crate::db::schema::{offer, slot};
use crate::db::{Error, Result};
use crate::geo::communes;
use crate::kernel::{Cents, Id, Instant};
use crate::offers::store::shared;
use crate::offers::{Flags, Offer, PayUnit, Place, Slot, State, Status, Terms};
use crate::platforms::Platform;
use diesel::prelude::*;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = offer, treat_none_as_null = true)]
pub struct OfferRow {
    pub id: Id<Offer>,
    platform_id: Id<Platform>,
    reference: String,
    state: String,
    version: i32,
    title: String,
    description: String,
    occupation: String,
    status: String,
    pay_cents: i64,
    pay_unit: String,
    duration_minutes: i32,
    insee: Option<String>,
    address: String,
    lat: Option<f64>,
    lon: Option<f64>,
    zone: String,
    flags: i32,
    conditions: String,
    masked_at: Option<Instant>,
    published_at: Option<Instant>,
    closed_at: Option<Instant>,
    confirmed_at: Instant,
    created_at: Instant,
}

impl OfferRow {
    pub fn of(o: &Offer, now: Instant) -> Result<Self> {
        let (published_at, closed_at) = match o.state {
            State::Draft => (None, None),
            State::Published { at } => (Some(at), None),
            State::Withdrawn { published_at, at } | State::Expired { published_at, at } => {
                (Some(published_at), Some(at))
            }
        };
        let (t, place) = (&o.terms, o.terms.place.as_ref());
        Ok(Self {
            id: o.id,
            platform_id: o.platform,
            reference: o.reference.clone(),
            state: o.state.word().to_owned(),
            version: o.version,
            title: t.title.clone(),
            description: t.description.clone(),
            occupation: t.occupation.clone(),
            status: t.status.as_str().to_owned(),
            pay_cents: t.pay.0,
            pay_unit: t.unit.as_str().to_owned(),
            duration_minutes: i32::try_from(t.duration_minutes).unwrap_or(i32::MAX),
            insee: place.map(|p| p.insee.clone()),
            address: place.map(|p| p.address.clone()).unwrap_or_default(),
            lat: place.map(|p| p.lat),
            lon: place.map(|p| p.lon),
            zone: t.zone.name().to_owned(),
            flags: i32::try_from(t.flags.0).unwrap_or(0),
            conditions: serde_json::to_string(&*t.conditions)
                .map_err(|_| Error::corrupt("offer", o.id, "conditions"))?,
            masked_at: o.masked_at,
            published_at,
            closed_at,
            confirmed_at: o.confirmed_at,
            created_at: now,
        })
    }

    fn state(&self) -> Result<State> {
        match (self.state.as_str(), self.published_at, self.closed_at) {
            ("draft", None, None) => Ok(State::Draft),
            ("published", Some(at), None) => Ok(State::Published { at }),
            ("withdrawn", Some(published_at), Some(at)) => Ok(State::Withdrawn { published_at, at }),
            ("expired", Some(published_at), Some(at)) => Ok(State::Expired { published_at, at }),
            _ => Err(Error::corrupt("offer", self.id, "state")),
        }
    }

    fn place(&self) -> Result<Option<Place>> {
        let (Some(insee), Some(lat), Some(lon)) = (&self.insee, self.lat, self.lon) else { return Ok(None) };
        let commune = communes::by_insee(insee).ok_or_else(|| Error::corrupt("offer", self.id, "insee"))?;
        let label = communes::label(commune);
        Ok(Some(Place { insee: insee.clone(), label, address: self.address.clone(), lat, lon }))
    }

    pub fn read(self, slots: Vec<SlotRow>) -> Result<Offer> {
        let wrong = |column| Error::corrupt("offer", self.id, column);
        let terms = Terms {
            status: Status::parse(&self.status).ok_or_else(|| wrong("status"))?,
            unit: PayUnit::parse(&self.pay_unit).ok_or_else(|| wrong("pay_unit"))?,
            zone: self.zone.parse().map_err(|_| wrong("zone"))?,
            conditions: shared::read(&self.conditions).map_err(|_| wrong("conditions"))?,
            flags: Flags(u32::try_from(self.flags).map_err(|_| wrong("flags"))?),
            place: self.place()?,
            pay: Cents(self.pay_cents),
            duration_minutes: i64::from(self.duration_minutes),
            title: self.title.clone(),
            description: self.description.clone(),
            occupation: self.occupation.clone(),
        };
        Ok(Offer {
            state: self.state()?,
            id: self.id,
            platform: self.platform_id,
            version: self.version,
            confirmed_at: self.confirmed_at,
            masked_at: self.masked_at,
            reference: self.reference,
            terms,
            slots: slots.into_iter().map(SlotRow::read).collect(),
        })
    }
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = slot)]
pub struct SlotRow {
    pub id: Id<Slot>,
    pub offer_id: Id<Offer>,
    starts_at: Instant,
    ends_at: Instant,
    pub places: i32,
    taken: i32,
}

impl SlotRow {
    pub fn all_of(o: &Offer) -> impl Iterator<Item = Self> + '_ {
        let count = |n: u32| i32::try_from(n).unwrap_or(i32::MAX);
        o.slots.iter().map(move |s| Self {
            id: s.id,
            offer_id: o.id,
            starts_at: s.starts_at,
            ends_at: s.ends_at,
            places: count(s.places),
            taken: count(s.taken),
        })
    }

    pub fn read(self) -> Slot {
        let count = |n: i32| u32::try_from(n).unwrap_or(0);
        Slot {
            id: self.id,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            places: count(self.places),
            taken: count(self.taken),
        }
    }
}

/// Offers with their slots; both lists are sorted or grouped by offer.
pub fn assemble(offers: Vec<OfferRow>, slots: Vec<SlotRow>) -> Result<Vec<Offer>> {
    let mut by_offer: std::collections::HashMap<Id<Offer>, Vec<SlotRow>> =
        std::collections::HashMap::with_capacity(offers.len());
    for row in slots {
        by_offer.entry(row.offer_id).or_default().push(row);
    }
    offers
        .into_iter()
        .map(|row| {
            let own = by_offer.remove(&row.id).unwrap_or_default();
            row.read(own)
        })
        .collect()
}
