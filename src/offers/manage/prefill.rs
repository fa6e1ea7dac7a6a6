//! Forms filled in beforehand: to change a mission, to post the like of one, or to post a first one. What a platform
//! wrote last time about insurance, costs and contact is the best guess for the next.

use crate::geo::occupations;
use crate::kernel::{Id, Instant, Lang};
use crate::l10n::texts;
use crate::offers::manage::when::printed;
use crate::offers::search::NEEDS;
use crate::offers::{Conditions, Flags, Offer, Slot, Terms};
use crate::platforms::Platform;
use crate::web::Fields;
use crate::web::say;
use chrono::{NaiveDate, TimeDelta};

/// Rows shown at least.
const ROWS: usize = 6;

/// The form that changes an offer: its slots to come; those that have begun are not for changing.
#[must_use]
pub fn change(offer: &Offer, now: Instant) -> Fields {
    let mut fields = Fields::default();
    terms(&mut fields, &offer.terms);
    conditions(&mut fields, &offer.terms.conditions);
    let coming = offer.slots.iter().filter(|s| s.starts_at > now);
    rows(&mut fields, coming.map(|slot| (printed(slot, offer.terms.zone), slot.places)));
    fields
}

/// The form that posts the like of an offer; a slot that has begun comes back on the same day of a week to come.
#[must_use]
pub fn copy(offer: &Offer, now: Instant) -> Fields {
    let mut fields = Fields::default();
    terms(&mut fields, &offer.terms);
    conditions(&mut fields, &offer.terms.conditions);
    let mut again: Vec<([String; 3], u32)> = Vec::new();
    for slot in &offer.slots {
        let row = (next_like(slot, offer, now), slot.places);
        if !again.iter().any(|(seen, _)| *seen == row.0) {
            again.push(row);
        }
    }
    again.sort_unstable();
    rows(&mut fields, again.into_iter());
    fields.set("fresh", reference());
    fields
}

/// The form that posts a new offer, with the terms of the latest one that stay the same from one mission to another.
#[must_use]
pub fn fresh(platform: &Platform, latest: Option<&Offer>) -> Fields {
    let mut fields = Fields::default();
    match latest {
        Some(offer) => {
            fields.set("status", offer.terms.status.as_str());
            fields.set("pay_unit", offer.terms.unit.as_str());
            conditions(&mut fields, &offer.terms.conditions);
        }
        None => usual(&mut fields, platform),
    }
    rows(&mut fields, std::iter::empty());
    fields.set("fresh", reference());
    fields
}

/// A reference for a mission that was given none.
#[must_use]
pub fn reference() -> String {
    let random: String = Id::<Offer>::make().uuid().simple().to_string().chars().skip(20).collect();
    format!("M-{random}")
}

/// What is offered the first time; a mission is written in French, whatever the language of the screen.
fn usual(fields: &mut Fields, platform: &Platform) {
    let t = texts(Lang::Fr);
    fields.set("pay_unit", "hour");
    fields.set("commission_percent", "0");
    fields.set("pay_delay_days", "7");
    fields.set("costs", t.post_usual_costs());
    fields.set("equipment", t.post_usual_equipment());
    fields.set("requirements", t.post_usual_requirements());
    fields.set("cancellation", t.post_usual_cancellation());
    fields.set("contact", platform.email.clone());
}

fn terms(fields: &mut Fields, terms: &Terms) {
    fields.set("title", terms.title.clone());
    fields.set("description", terms.description.clone());
    let listed = occupations::shortlist().iter().any(|o| o.code == terms.occupation);
    fields.set(if listed { "occupation" } else { "occupation_code" }, terms.occupation.clone());
    fields.set("status", terms.status.as_str());
    fields.set("pay", format!("{},{:02}", terms.pay.0 / 100, terms.pay.0 % 100));
    fields.set("pay_unit", terms.unit.as_str());
    fields.set("duration", say::duration(terms.duration_minutes, Lang::Fr));
    if let Some(place) = &terms.place {
        fields.set("ou", place.label.clone());
        fields.set("insee", place.insee.clone());
        fields.set("address", place.address.clone());
    }
    if terms.flags.has(Flags::REMOTE) {
        fields.set("remote", "1");
    }
    for (word, _) in NEEDS.iter().filter(|(_, bit)| *bit != Flags::REMOTE && terms.flags.has(*bit)) {
        fields.set("need", *word);
    }
}

fn conditions(fields: &mut Fields, c: &Conditions) {
    fields.set("commission_percent", c.commission_percent.to_string());
    fields.set("pay_delay_days", c.pay_delay_days.to_string());
    for (name, text) in [
        ("paid_by", &c.paid_by),
        ("costs", &c.costs),
        ("insurance", &c.insurance),
        ("equipment", &c.equipment),
        ("requirements", &c.requirements),
        ("cancellation", &c.cancellation),
        ("contact", &c.contact),
    ] {
        fields.set(name, text.clone());
    }
    fields.set("agency", c.agency.clone().unwrap_or_default());
    if c.contributions_withheld {
        fields.set("contributions_withheld", "1");
    }
}

/// The rows of slots, and blank ones for more.
fn rows(fields: &mut Fields, slots: impl Iterator<Item = ([String; 3], u32)>) {
    let mut n = 0;
    for ([date, from, to], places) in slots.take(super::typed::ROWS_MAX) {
        fields.set(&format!("slot-{n}-date"), date);
        fields.set(&format!("slot-{n}-from"), from);
        fields.set(&format!("slot-{n}-to"), to);
        fields.set(&format!("slot-{n}-places"), places.to_string());
        n += 1;
    }
    for blank in n..ROWS.max(n + 2).min(super::typed::ROWS_MAX) {
        fields.set(&format!("slot-{blank}-places"), "1");
    }
}

fn next_like(slot: &Slot, offer: &Offer, now: Instant) -> [String; 3] {
    let [date, from, to] = printed(slot, offer.terms.zone);
    let today = now.with_timezone(&offer.terms.zone).date_naive();
    let Ok(mut day) = NaiveDate::parse_from_str(&date, "%Y-%m-%d") else { return [date, from, to] };
    while slot.starts_at <= now && day <= today {
        day += TimeDelta::weeks(1);
    }
    [day.format("%Y-%m-%d").to_string(), from, to]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Cents;
    use crate::offers::check::check;
    use crate::offers::manage::typed::Typed;
    use crate::offers::{PayUnit, Place, State, Status};

    fn at(text: &str) -> Instant {
        chrono::DateTime::parse_from_rfc3339(text).unwrap().to_utc().into()
    }

    fn slot(starts_at: &str, ends_at: &str) -> Slot {
        Slot { id: Id::make(), starts_at: at(starts_at), ends_at: at(ends_at), places: 3, taken: 1 }
    }

    fn offer() -> Offer {
        let same = |text: &str| text.to_owned();
        let conditions = Conditions {
            commission_percent: 12,
            paid_by: same("Le client paie la plateforme."),
            costs: same("Aucun frais."),
            insurance: same("Assurance comprise."),
            equipment: same("Fourni."),
            requirements: same("Aucune."),
            cancellation: same("Libre et sans motif."),
            contact: same("contact@exemple.fr"),
            pay_delay_days: 7,
            contributions_withheld: true,
            agency: None,
        };
        let terms = Terms {
            title: same("Mise en rayon dans une épicerie"),
            description: same("Vous rangez les produits dans les rayons avant l’ouverture du magasin."),
            occupation: same("D1507"),
            status: Status::SelfEmployed,
            pay: Cents(1_405),
            unit: PayUnit::Hour,
            duration_minutes: 210,
            place: Some(Place {
                insee: same("26113"),
                label: same("Die (26150)"),
                address: same("12 rue Buffardel"),
                lat: 44.75,
                lon: 5.37,
            }),
            zone: chrono_tz::Europe::Paris,
            flags: Flags(Flags::NO_CAR | Flags::BEGINNER),
            conditions: conditions.into(),
        };
        let slots = vec![
            slot("2026-11-18T08:00:00Z", "2026-11-18T12:00:00Z"),
            slot("2026-11-24T21:00:30Z", "2026-11-25T05:00:30Z"),
        ];
        let state = State::Published { at: at("2026-11-10T08:00:00Z") };
        let (id, platform, confirmed_at) = (Id::make(), Id::make(), at("2026-11-20T08:00:00Z"));
        Offer { id, platform, reference: same("A-1"), version: 1, state, terms, slots, confirmed_at, masked_at: None }
    }

    #[test]
    fn a_form_sent_back_untouched_changes_nothing() {
        let (offer, now) = (offer(), at("2026-11-20T10:00:00Z"));
        let typed = Typed::of(&change(&offer, now), Some(&offer), now);
        assert!(typed.refusals(now).is_empty());
        let (terms, dates) = check(&typed.draft, now).unwrap();
        let place = |t: &Terms| t.place.as_ref().map(|p| (p.insee.clone(), p.address.clone()));
        assert_eq!(
            (&terms.conditions, terms.flags, place(&terms)),
            (&offer.terms.conditions, offer.terms.flags, place(&offer.terms))
        );
        assert_eq!(
            (terms.pay, terms.duration_minutes, terms.occupation),
            (offer.terms.pay, 210, offer.terms.occupation.clone())
        );
        let same: Vec<_> = offer.slots.iter().map(|s| (s.starts_at, s.ends_at, s.places)).collect();
        assert_eq!(dates, same, "what has begun is kept, what is to come is the same to the second");
        assert_eq!(
            typed.by_input(crate::kernel::RuleError::conflict("x").on("slots[1].places")).field.unwrap(),
            "slot-0-places"
        );
    }

    #[test]
    fn a_copy_has_a_reference_of_its_own_and_days_to_come() {
        let (offer, now) = (offer(), at("2026-11-20T10:00:00Z"));
        let fields = copy(&offer, now);
        assert_eq!((fields.get("slot-0-date"), fields.get("slot-0-from")), ("2026-11-24", "22:00"));
        assert_eq!((fields.get("slot-1-date"), fields.get("slot-1-to")), ("2026-11-25", "13:00"));
        assert!(fields.get("fresh").starts_with("M-") && fields.get("fresh").len() == 14);
        assert!(Typed::of(&fields, None, now).refusals(now).is_empty());
    }
}
