//! A visible mission for machines: never without its label and its notice (I5), never as an ordinary job offer (I7).

use crate::api::{Site, words};
use crate::board::Hit;
use crate::kernel::Lang;
use crate::live::Card;
use crate::offers::notice::{self, Wording};
use crate::offers::{Conditions, Flags, Offer, PayUnit, State, Status};
use crate::platforms::Platform;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A visible mission.
#[derive(Debug, Serialize, ToSchema)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct OfferItem {
    /// Key.
    pub id: Uuid,
    /// Its public page.
    pub url: String,
    /// Title, in French.
    pub title: String,
    /// Plain text, in French.
    pub description: String,
    /// ROME code.
    pub occupation: String,
    /// In which quality one works.
    #[schema(schema_with = words::status)]
    pub status: Status,
    /// Cents of euro.
    pub pay_cents: i64,
    /// What the pay counts.
    #[schema(schema_with = words::pay_unit)]
    pub pay_unit: PayUnit,
    /// Cents of euro for an hour.
    pub pay_per_hour_cents: i64,
    /// Minutes of work in one slot.
    pub duration_minutes: i64,
    /// Where; nothing when done from anywhere.
    pub place: Option<PlaceItem>,
    /// Metres from the place that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distance_m: Option<u32>,
    /// Done from anywhere.
    pub remote: bool,
    /// A driving licence is needed.
    pub licence_required: bool,
    /// A car is needed.
    pub car_required: bool,
    /// Accessible with reduced mobility.
    pub accessible: bool,
    /// Beginners are welcome.
    pub beginner_ok: bool,
    /// The slots that have not begun.
    pub slots: Vec<SlotItem>,
    /// Who posts it.
    pub platform: PlatformItem,
    /// The label behind it.
    pub label: LabelItem,
    /// What saying yes, no or nothing means.
    pub notice: NoticeItem,
    /// Everything else one needs before saying yes.
    pub conditions: ConditionsItem,
    /// Last time that the platform said this is true.
    pub confirmed_at: DateTime<Utc>,
    /// Silent for more than a day: show it as not confirmed.
    pub unconfirmed: bool,
    /// When it was posted.
    pub published_at: Option<DateTime<Utc>>,
}

/// A commune.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlaceItem {
    /// Insee code.
    pub insee: String,
    /// Name and postcode.
    #[schema(example = "Saint-Étienne (42000)")]
    pub label: String,
    /// Degrees north, of the commune.
    pub lat: f64,
    /// Degrees east, of the commune.
    pub lon: f64,
}

/// When, and for how many.
#[derive(Debug, Serialize, ToSchema)]
pub struct SlotItem {
    /// Key.
    pub id: Uuid,
    /// Start.
    pub starts_at: DateTime<Utc>,
    /// End.
    pub ends_at: DateTime<Utc>,
    /// Places still free; 0 means a waiting list.
    pub places_left: u32,
}

/// Who posts.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlatformItem {
    /// Key.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// Its word in addresses.
    pub slug: String,
}

/// The label behind a mission.
#[derive(Debug, Serialize, ToSchema)]
pub struct LabelItem {
    /// Always `active`: nothing else is visible.
    #[schema(example = "active")]
    pub state: &'static str,
    /// The decisions, in the public register.
    pub register: String,
}

/// What saying yes, no or nothing means; to be shown wherever the mission is.
#[derive(Debug, Serialize, ToSchema)]
pub struct NoticeItem {
    /// Version of the wording.
    pub version: &'static str,
    /// Language of the two texts.
    #[schema(schema_with = words::lang)]
    pub language: Lang,
    /// For a card.
    pub short: String,
    /// In full.
    pub text: String,
    /// Never: C. trav. L. 5411-6-1.
    #[schema(example = false)]
    pub reasonable_job_offer: bool,
}

/// What one needs to know before saying yes.
#[derive(Debug, Serialize, ToSchema)]
pub struct ConditionsItem {
    /// Share that the platform takes, in percent of what the client pays.
    pub commission_percent: u8,
    /// Who pays whom.
    pub paid_by: String,
    /// Costs left to the person.
    pub costs: String,
    /// Cover.
    pub insurance: String,
    /// Who brings the equipment.
    pub equipment: String,
    /// What is needed to do it well.
    pub requirements: String,
    /// Until when and how either side may cancel.
    pub cancellation: String,
    /// Whom to ask.
    pub contact: String,
    /// Days until payment.
    pub pay_delay_days: u16,
    /// Social contributions are withheld at source.
    pub contributions_withheld: bool,
    /// The temporary employment agency.
    pub agency: Option<String>,
}

impl OfferItem {
    /// The item of a hit.
    #[must_use]
    pub fn of(site: &Site, hit: &Hit<Card>) -> Self {
        let (offer, platform) = (&hit.payload.offer, &hit.payload.platform.platform);
        let t = &offer.terms;
        Self {
            id: offer.id.uuid(),
            url: site.url(&format!("/missions/{}", offer.id)),
            title: t.title.clone(),
            description: t.description.clone(),
            occupation: t.occupation.clone(),
            status: t.status,
            pay_cents: t.pay.0,
            pay_unit: t.unit,
            pay_per_hour_cents: t.pay_per_hour().0,
            duration_minutes: t.duration_minutes,
            place: t.place.as_ref().map(PlaceItem::of),
            distance_m: hit.distance_m,
            remote: t.place.is_none(),
            licence_required: !t.flags.has(Flags::NO_LICENCE),
            car_required: !t.flags.has(Flags::NO_CAR),
            accessible: t.flags.has(Flags::ACCESSIBLE),
            beginner_ok: t.flags.has(Flags::BEGINNER),
            slots: offer.slots.iter().filter(|s| s.starts_at > site.now).map(SlotItem::of).collect(),
            platform: PlatformItem::of(platform),
            label: LabelItem { state: "active", register: site.url(&format!("/plateformes/{}", platform.slug)) },
            notice: NoticeItem::of(site, t.status),
            conditions: ConditionsItem::of(offer),
            confirmed_at: offer.confirmed_at.max(hit.payload.platform.pulse_at()).utc(),
            unconfirmed: hit.stale,
            published_at: published(offer),
        }
    }
}

fn published(offer: &Offer) -> Option<DateTime<Utc>> {
    match offer.state {
        State::Published { at } => Some(at.utc()),
        State::Draft | State::Withdrawn { .. } | State::Expired { .. } => None,
    }
}

impl PlaceItem {
    fn of(place: &crate::offers::Place) -> Self {
        Self { insee: place.insee.clone(), label: place.label.clone(), lat: place.lat, lon: place.lon }
    }
}

impl SlotItem {
    fn of(slot: &crate::offers::Slot) -> Self {
        Self {
            id: slot.id.uuid(),
            starts_at: slot.starts_at.utc(),
            ends_at: slot.ends_at.utc(),
            places_left: slot.left(),
        }
    }
}

impl PlatformItem {
    /// The platform, as it is named to machines.
    #[must_use]
    pub fn of(platform: &Platform) -> Self {
        Self { id: platform.id.uuid(), name: platform.name.clone(), slug: platform.slug.clone() }
    }
}

impl NoticeItem {
    /// The notice for work of this quality.
    #[must_use]
    pub fn of(site: &Site, status: Status) -> Self {
        Self {
            version: notice::VERSION,
            language: site.lang,
            short: site.t().notice_short(),
            text: crate::web::notice::full(site.t(), Wording::of(status, None, site.now)),
            reasonable_job_offer: false,
        }
    }
}

impl ConditionsItem {
    fn of(offer: &Offer) -> Self {
        let c = Conditions::clone(&offer.terms.conditions);
        Self {
            commission_percent: c.commission_percent,
            paid_by: c.paid_by,
            costs: c.costs,
            insurance: c.insurance,
            equipment: c.equipment,
            requirements: c.requirements,
            cancellation: c.cancellation,
            contact: c.contact,
            pay_delay_days: c.pay_delay_days,
            contributions_withheld: c.contributions_withheld,
            agency: c.agency,
        }
    }
}
