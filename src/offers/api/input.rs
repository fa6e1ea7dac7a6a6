//! A mission as a platform sends it. Every field has a default so that each fault is told at once, by the same checks as
//! the form's; what is left out is never promised in the platform's name.

use crate::api::json::{objects, whole};
use crate::api::words;
use crate::kernel::{Instant, RuleError};
use crate::offers::check::Draft;
use crate::offers::{Flags, Offer};
use chrono::{DateTime, Datelike, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A mission, as its platform posts it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct OfferInput {
    /// 5 to 120 characters, in French.
    #[schema(required, example = "Plonge en restaurant, service du midi")]
    pub title: String,
    /// 30 to 4,000 characters of plain text, in French.
    #[schema(required)]
    pub description: String,
    /// ROME code of the occupation.
    #[schema(required, example = "G1605")]
    pub occupation: String,
    /// `self_employed`, `fixed_term` or `temp_agency`.
    #[schema(required, schema_with = words::status)]
    pub status: String,
    /// The temporary employment agency; required when `status` is `temp_agency`.
    pub agency: Option<String>,
    /// Cents of euro, gross for contracts, before contributions for independents; at or above the hourly floor.
    #[serde(deserialize_with = "whole")]
    #[schema(required, example = 1450)]
    pub pay_cents: i64,
    /// `hour` or `mission`.
    #[schema(required, schema_with = words::pay_unit)]
    pub pay_unit: String,
    /// Minutes of work in one slot.
    #[serde(deserialize_with = "whole")]
    #[schema(required, example = 240)]
    pub duration_minutes: i64,
    /// Share that the platform takes, in percent of what the client pays.
    #[serde(deserialize_with = "whole")]
    #[schema(required, example = 15)]
    pub commission_percent: i64,
    /// Who pays the person, and who pays the platform.
    #[schema(required)]
    pub paid_by: String,
    /// Costs left to the person.
    #[schema(required)]
    pub costs: String,
    /// Cover for accidents and liability.
    #[schema(required)]
    pub insurance: String,
    /// Who brings the equipment.
    #[schema(required)]
    pub equipment: String,
    /// What is needed to do it well; no age, no discriminatory criterion.
    #[schema(required)]
    pub requirements: String,
    /// Until when and how either side may cancel.
    #[schema(required)]
    pub cancellation: String,
    /// Whom to ask.
    #[schema(required)]
    pub contact: String,
    /// Days until payment.
    #[serde(deserialize_with = "whole")]
    #[schema(required, example = 7)]
    pub pay_delay_days: i64,
    /// Whether social contributions are withheld at source.
    pub contributions_withheld: bool,
    /// Anything asked of the person: must be 0 (a mission is free of charge).
    #[serde(deserialize_with = "whole")]
    pub fee_cents: i64,
    /// Done from anywhere; `insee` is then left out.
    pub remote: bool,
    /// Commune (Insee code); required unless `remote`.
    #[schema(example = "42218")]
    pub insee: Option<String>,
    /// Street.
    pub address: Option<String>,
    /// Whether a driving licence is needed; `true` when left out.
    #[serde(default = "needed")]
    #[schema(default = true)]
    pub licence_required: bool,
    /// Whether a car is needed; `true` when left out.
    #[serde(default = "needed")]
    #[schema(default = true)]
    pub car_required: bool,
    /// Whether the place is accessible with reduced mobility.
    pub accessible: bool,
    /// Whether beginners are welcome.
    pub beginner_ok: bool,
    /// 1 to 60 slots within 90 days.
    #[serde(deserialize_with = "objects")]
    #[schema(required)]
    pub slots: Vec<SlotInput>,
}

const fn needed() -> bool {
    true
}

/// Only the fields that change; null takes a field away.
#[derive(ToSchema)]
pub struct OfferPatch {}

/// When, and for how many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct SlotInput {
    /// Start (RFC 3339, with its offset).
    #[schema(required, example = "2026-12-01T10:00:00+01:00")]
    pub starts_at: Option<DateTime<Utc>>,
    /// End, at most 24 hours later.
    #[schema(required, example = "2026-12-01T14:00:00+01:00")]
    pub ends_at: Option<DateTime<Utc>>,
    /// Places, from 1 to 500.
    #[serde(deserialize_with = "whole")]
    pub places: i64,
}

impl Default for SlotInput {
    fn default() -> Self {
        Self { starts_at: None, ends_at: None, places: 1 }
    }
}

impl OfferInput {
    /// The same words for the checks of the trade.
    ///
    /// # Errors
    /// `json-missing-field`, `json-type`, `text-control-characters`.
    pub fn draft(self) -> Result<Draft, Vec<RuleError>> {
        let mut wrong = self.unprintable();
        let slots = self.slots.iter().enumerate().filter_map(|(i, s)| dates(i, s, &mut wrong)).collect();
        if !wrong.is_empty() {
            return Err(wrong);
        }
        Ok(Draft {
            flags: self.flags(),
            slots,
            title: self.title,
            description: self.description,
            occupation: self.occupation,
            status: self.status,
            pay_cents: self.pay_cents,
            pay_unit: self.pay_unit,
            duration_minutes: self.duration_minutes,
            insee: self.insee.unwrap_or_default(),
            address: self.address.unwrap_or_default(),
            fee_cents: self.fee_cents,
            commission_percent: self.commission_percent,
            paid_by: self.paid_by,
            costs: self.costs,
            insurance: self.insurance,
            equipment: self.equipment,
            requirements: self.requirements,
            cancellation: self.cancellation,
            contact: self.contact,
            pay_delay_days: self.pay_delay_days,
            contributions_withheld: self.contributions_withheld,
            agency: self.agency.unwrap_or_default(),
        })
    }

    fn flags(&self) -> Flags {
        Flags::default()
            .with(Flags::REMOTE, self.remote)
            .with(Flags::NO_LICENCE, !self.licence_required)
            .with(Flags::NO_CAR, !self.car_required)
            .with(Flags::ACCESSIBLE, self.accessible)
            .with(Flags::BEGINNER, self.beginner_ok)
    }

    /// A NUL is a character for JSON, not for a database.
    fn unprintable(&self) -> Vec<RuleError> {
        let optional = |text: &Option<String>| text.clone().unwrap_or_default();
        let (address, agency) = (optional(&self.address), optional(&self.agency));
        [
            ("title", &self.title),
            ("description", &self.description),
            ("address", &address),
            ("agency", &agency),
            ("paid_by", &self.paid_by),
            ("costs", &self.costs),
            ("insurance", &self.insurance),
            ("equipment", &self.equipment),
            ("requirements", &self.requirements),
            ("cancellation", &self.cancellation),
            ("contact", &self.contact),
        ]
        .into_iter()
        .filter(|(_, text)| text.contains('\0'))
        .map(|(field, _)| RuleError::invalid("text-control-characters").on(field))
        .collect()
    }

    /// A stored mission in the words of its platform, to be patched.
    #[must_use]
    pub fn of(offer: &Offer) -> Self {
        let (t, c) = (&offer.terms, &offer.terms.conditions);
        let place = t.place.as_ref();
        Self {
            title: t.title.clone(),
            description: t.description.clone(),
            occupation: t.occupation.clone(),
            status: t.status.as_str().to_owned(),
            agency: c.agency.clone(),
            pay_cents: t.pay.0,
            pay_unit: t.unit.as_str().to_owned(),
            duration_minutes: t.duration_minutes,
            commission_percent: c.commission_percent.into(),
            paid_by: c.paid_by.clone(),
            costs: c.costs.clone(),
            insurance: c.insurance.clone(),
            equipment: c.equipment.clone(),
            requirements: c.requirements.clone(),
            cancellation: c.cancellation.clone(),
            contact: c.contact.clone(),
            pay_delay_days: c.pay_delay_days.into(),
            contributions_withheld: c.contributions_withheld,
            fee_cents: 0,
            remote: place.is_none(),
            insee: place.map(|p| p.insee.clone()),
            address: place.map(|p| p.address.clone()).filter(|a| !a.is_empty()),
            licence_required: !t.flags.has(Flags::NO_LICENCE),
            car_required: !t.flags.has(Flags::NO_CAR),
            accessible: t.flags.has(Flags::ACCESSIBLE),
            beginner_ok: t.flags.has(Flags::BEGINNER),
            slots: offer.slots.iter().map(SlotInput::of).collect(),
        }
    }
}

impl SlotInput {
    fn of(slot: &crate::offers::Slot) -> Self {
        Self { starts_at: Some(slot.starts_at.utc()), ends_at: Some(slot.ends_at.utc()), places: slot.places.into() }
    }
}

/// The dates of a slot, when both are there and of this century.
fn dates(i: usize, slot: &SlotInput, wrong: &mut Vec<RuleError>) -> Option<(Instant, Instant, i64)> {
    let mut read = |at: Option<DateTime<Utc>>, name: &str| {
        let rule = match at {
            Some(at) if (2000..2200).contains(&at.year()) => return Some(Instant::from(at)),
            Some(_) => RuleError::invalid("json-type").with("expected", "date"),
            None => RuleError::invalid("json-missing-field"),
        };
        wrong.push(rule.on(format!("slots[{i}].{name}")));
        None
    };
    let (start, end) = (read(slot.starts_at, "starts_at"), read(slot.ends_at, "ends_at"));
    Some((start?, end?, slot.places))
}

/// A merge patch applied to a document (RFC 7396).
pub fn merge(target: &mut serde_json::Value, patch: serde_json::Value) {
    let serde_json::Value::Object(changes) = patch else {
        *target = patch;
        return;
    };
    if !target.is_object() {
        *target = serde_json::json!({});
    }
    let Some(members) = target.as_object_mut() else { return };
    for (key, change) in changes {
        if change.is_null() {
            members.remove(&key);
        } else {
            merge(members.entry(key).or_insert(serde_json::Value::Null), change);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_merge_patch_changes_only_what_it_names() {
        let mut target = json!({ "a": "b", "c": { "d": "e", "f": "g" }, "l": [1, 2] });
        merge(&mut target, json!({ "a": "z", "c": { "f": null, "n": { "x": 1 } }, "l": [3] }));
        assert_eq!(target, json!({ "a": "z", "c": { "d": "e", "n": { "x": 1 } }, "l": [3] }));
        merge(&mut target, json!("whole"));
        assert_eq!(target, json!("whole"));
    }

    #[test]
    fn nothing_is_promised_that_was_not_said() {
        let input: OfferInput = serde_json::from_value(json!({})).unwrap();
        assert_eq!(input.flags(), Flags::default());
        let free: OfferInput = serde_json::from_value(json!({ "licence_required": false })).unwrap();
        assert!(free.flags().has(Flags::NO_LICENCE));
    }

    #[test]
    fn a_date_that_is_missing_or_absurd_is_named() {
        let slots = json!([{ "starts_at": "+262000-01-01T00:00:00Z" }]);
        let input: OfferInput = serde_json::from_value(json!({ "slots": slots })).unwrap();
        let faults: Vec<_> = input.draft().unwrap_err().into_iter().map(|r| (r.code, r.field.unwrap())).collect();
        assert_eq!(
            faults,
            [("json-type", "slots[0].starts_at".to_owned()), ("json-missing-field", "slots[0].ends_at".to_owned())]
        );
    }
}
