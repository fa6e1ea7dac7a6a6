//! A mission as it is shown in a list: every word ready, in the reader's language and the place's time.

use crate::board::Hit;
use crate::geo::travel::Mode;
use crate::kernel::Instant;
use crate::live::Card;
use crate::offers::words::words;
use crate::offers::{Offer, PayUnit};
use crate::web::say::{Ago, hours};
use crate::web::{Outcome, Page};
use askama::Template;
use chrono::Datelike;

/// Nearer than this, in metres, it is in the same commune: a commune is known by one point.
pub const HERE: u32 = 100;

/// The words of a card.
pub struct CardView {
    /// The offer's key.
    pub id: String,
    /// The platform's key.
    pub platform: String,
    /// Where the card leads.
    pub href: String,
    /// Title, as the platform wrote it.
    pub title: String,
    /// The platform's name.
    pub by: String,
    /// Start, for machines.
    pub machine: String,
    /// "mar."
    pub weekday: String,
    /// "24"
    pub day: String,
    /// "nov."
    pub month: String,
    /// "9 h – 13 h"
    pub hours: String,
    /// "Die (26150)", or "À distance".
    pub place: String,
    /// Whether the place is a name to isolate.
    pub somewhere: bool,
    /// "à 4 km"
    pub distance: Option<String>,
    /// "environ 20 min à vélo"
    pub travel: Option<String>,
    /// "13,50 € par heure"
    pub pay: String,
    /// "2 places"
    pub places: String,
    /// "Confirmé il y a 4 min"
    pub confirmed: String,
    /// Silent for more than a day.
    pub late: bool,
    /// Whether one of these words changes every second.
    pub brief: bool,
    /// 2 in a list page, 3 under a heading.
    pub heading: u8,
    /// Why it fits the person who reads, when that was asked.
    pub why: Option<String>,
}

impl CardView {
    /// The card of a hit.
    #[must_use]
    pub fn of(page: &Page, hit: &Hit<Card>, heading: u8) -> Self {
        let (offer, platform) = (&hit.payload.offer, &hit.payload.platform.platform);
        let (t, lang) = (&offer.terms, page.lang);
        let slot = offer.slots.get(hit.slot).or_else(|| offer.slots.first());
        let local = slot.map(|s| s.starts_at.with_timezone(&t.zone));
        let words = words(lang);
        let ago = Ago::between(offer.confirmed_at.max(hit.payload.platform.pulse_at()), page.now);
        Self {
            id: offer.id.to_string(),
            platform: platform.id.to_string(),
            href: page.at(&format!("/missions/{}{}", offer.id, asked_slot(offer, hit, page.now))),
            title: t.title.clone(),
            by: platform.name.clone(),
            machine: slot.map(|s| page.machine(&s.starts_at)).unwrap_or_default(),
            weekday: local.map_or("", |l| words.weekday(l.weekday().num_days_from_monday())).to_owned(),
            day: local.map(|l| l.day().to_string()).unwrap_or_default(),
            month: local.map_or("", |l| words.month(l.month0())).to_owned(),
            hours: slot.map(|s| hours(s.starts_at, s.ends_at, t.zone, lang)).unwrap_or_default(),
            place: t.place.as_ref().map_or_else(|| page.t.offer_remote(), |p| p.label.clone()),
            somewhere: t.place.is_some(),
            travel: None,
            distance: hit
                .distance_m
                .map(|m| if m < HERE { page.t.offer_here() } else { words.distance(&page.distance(&m)) }),
            pay: pay_in_full(page, t),
            places: words.places(slot.map_or(0, crate::offers::Slot::left)),
            confirmed: words.confirmed(ago, hit.stale),
            late: hit.stale,
            brief: ago.is_brief(),
            heading,
            why: None,
        }
    }

    /// The same, with about how long it takes to get there.
    #[must_use]
    pub fn travelling(mut self, page: &Page, hit: &Hit<Card>, mode: Option<Mode>) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "metres on Earth")]
        // Inside one commune nobody knows the way: distances are those between communes.
        let minutes = |mode: Mode| hit.distance_m.filter(|m| *m >= HERE).map(|metres| mode.minutes(metres as f32));
        self.travel = mode.and_then(|mode| {
            let duration = page.duration(&i64::from(minutes(mode)?));
            Some(page.t.offer_travel(duration, page.word("travel", mode.as_str())))
        });
        self
    }
}

/// The slot that is shown, when it is not the first that one may ask for: it is then the one that is proposed.
fn asked_slot(offer: &Offer, hit: &Hit<Card>, now: Instant) -> String {
    let shown =
        offer.slots.get(hit.slot).filter(|shown| offer.first_open(now).is_some_and(|first| first.id != shown.id));
    shown.map(|slot| format!("?creneau={}", slot.id)).unwrap_or_default()
}

/// "13,50 € par heure", "45 € pour la mission".
#[must_use]
pub fn pay(page: &Page, terms: &crate::offers::Terms) -> String {
    let amount = page.money(&terms.pay);
    match terms.unit {
        PayUnit::Hour => words(page.lang).per_hour(&amount),
        PayUnit::Mission => words(page.lang).per_mission(&amount),
    }
}

/// As [`pay`], with what an hour comes to: "45 € pour la mission, 15 € par heure".
fn pay_in_full(page: &Page, terms: &crate::offers::Terms) -> String {
    match terms.unit {
        PayUnit::Hour => pay(page, terms),
        PayUnit::Mission => {
            format!("{}, {}", pay(page, terms), words(page.lang).per_hour(&page.money(&terms.pay_per_hour())))
        }
    }
}

/// "Confirmé il y a 4 min", "Non confirmé depuis 2 jours".
#[must_use]
pub fn confirmed(page: &Page, at: Instant, stale: bool) -> String {
    words(page.lang).confirmed(Ago::between(at, page.now), stale)
}

/// A card alone, for the live stream.
#[derive(Template)]
#[template(path = "offers/_card.html")]
pub struct CardFragment<'a> {
    /// The page it goes to.
    pub page: &'a Page,
    /// The card.
    pub card: CardView,
}

/// What takes the place of a card that went.
#[derive(Template)]
#[template(path = "offers/_gone.html")]
pub struct GoneFragment<'a> {
    /// The page it goes to.
    pub page: &'a Page,
    /// Why, in a sentence.
    pub why: String,
}

/// Writes a fragment.
///
/// # Errors
/// When the template cannot be written.
pub fn fragment(template: &impl Template) -> Outcome<String> {
    template.render().map_err(|e| crate::web::Error::Internal(e.to_string()))
}
