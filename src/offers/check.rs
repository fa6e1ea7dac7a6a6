//! What the law asks of an offer, checked at the door (`domain.md` § 2.4-8): dated (L. 5332-1), true on its nature, pay
//! and place (L. 5331-3), in French (L. 5331-4), without a discriminatory criterion nor a maximum age (L. 5321-2,
//! L. 5331-2), free for the person (L. 5321-3), the temporary agency named (L. 5332-3), paid at or above the floor.

pub mod words;

use crate::geo::{communes, occupations};
use crate::kernel::text::{is_unseen, is_unseen_in_lines};
use crate::kernel::{Cents, Instant, RuleError};
use crate::offers::{Conditions, Flags, PayUnit, Place, Status, Terms};
use chrono::TimeDelta;
use std::sync::Arc;

/// Hourly minimum wage, gross, from a date (domain.md § 3.5): `(from, metropolitan and overseas, Mayotte)` in cents.
const FLOORS: &[((i32, u32, u32), i64, i64)] = &[((2026, 1, 1), 1_202, 933), ((2026, 6, 1), 1_231, 956)];
/// A slot begins at most this far ahead.
const HORIZON: TimeDelta = TimeDelta::days(90);
/// A slot lasts at most this long.
const LONGEST: TimeDelta = TimeDelta::hours(24);
/// Slots of one offer.
const SLOTS: usize = 60;

/// What a platform sent, before anything is believed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// Title.
    pub title: String,
    /// Description.
    pub description: String,
    /// ROME code.
    pub occupation: String,
    /// `self_employed`, `fixed_term` or `temp_agency`.
    pub status: String,
    /// Cents.
    pub pay_cents: i64,
    /// `hour` or `mission`.
    pub pay_unit: String,
    /// Minutes of work in a slot.
    pub duration_minutes: i64,
    /// Commune; empty when remote.
    pub insee: String,
    /// Street.
    pub address: String,
    /// Bits, `REMOTE` included.
    pub flags: Flags,
    /// Anything asked of the person: must be nothing.
    pub fee_cents: i64,
    /// Percent.
    pub commission_percent: i64,
    /// Who pays whom.
    pub paid_by: String,
    /// Costs left to the person.
    pub costs: String,
    /// Cover.
    pub insurance: String,
    /// Equipment.
    pub equipment: String,
    /// Requirements.
    pub requirements: String,
    /// Cancellation.
    pub cancellation: String,
    /// Contact.
    pub contact: String,
    /// Days until payment.
    pub pay_delay_days: i64,
    /// Withheld at source.
    pub contributions_withheld: bool,
    /// Agency.
    pub agency: String,
    /// Start, end, places.
    pub slots: Vec<(Instant, Instant, i64)>,
}

/// Slots that passed: start, end, places.
pub type Dates = Vec<(Instant, Instant, u32)>;

/// Checks everything at once, so that a platform mends all of it in one go.
///
/// # Errors
/// Every rule that is not met, each with its field.
pub fn check(draft: &Draft, now: Instant) -> Result<(Terms, Dates), Vec<RuleError>> {
    let mut wrong = Vec::new();
    texts(draft, &mut wrong);
    money(draft, now, &mut wrong);
    law(draft, &mut wrong);
    let place = place(draft, &mut wrong);
    let dates = dates(draft, now, &mut wrong);
    let status = Status::parse(&draft.status);
    let unit = PayUnit::parse(&draft.pay_unit);
    require(status.is_some(), "status-unknown", "status", &mut wrong);
    require(unit.is_some(), "pay-unit-unknown", "pay_unit", &mut wrong);
    require(occupations::by_code(&draft.occupation).is_some(), "occupation-unknown", "occupation", &mut wrong);
    match (status, unit, wrong.is_empty()) {
        (Some(status), Some(unit), true) => Ok((terms(draft, status, unit, place), dates)),
        _ => Err(wrong),
    }
}

fn require(met: bool, code: &'static str, field: &str, wrong: &mut Vec<RuleError>) {
    if !met {
        wrong.push(RuleError::invalid(code).on(field));
    }
}

fn texts(draft: &Draft, wrong: &mut Vec<RuleError>) {
    let bounds: [(&str, &str, usize, usize); 11] = [
        ("title", &draft.title, 5, 120),
        ("description", &draft.description, 30, 4_000),
        ("address", &draft.address, 0, 200),
        ("paid_by", &draft.paid_by, 3, 500),
        ("costs", &draft.costs, 3, 500),
        ("insurance", &draft.insurance, 3, 500),
        ("equipment", &draft.equipment, 3, 500),
        ("requirements", &draft.requirements, 3, 1_000),
        ("cancellation", &draft.cancellation, 3, 500),
        ("contact", &draft.contact, 3, 300),
        ("agency", &draft.agency, 0, 120),
    ];
    for (field, text, min, max) in bounds {
        let length = text.trim().chars().count();
        if length < min {
            wrong.push(
                RuleError::invalid(if length == 0 { "text-missing" } else { "text-too-short" })
                    .on(field)
                    .with("min", min),
            );
        } else if length > max {
            wrong.push(RuleError::invalid("text-too-long").on(field).with("max", max));
        }
    }
    for (field, text, ..) in bounds {
        let refused = if field == "title" { is_unseen } else { is_unseen_in_lines };
        if text.trim().contains(refused) {
            wrong.push(RuleError::invalid("text-control-characters").on(field));
        }
    }
}

fn money(draft: &Draft, now: Instant, wrong: &mut Vec<RuleError>) {
    require((15..=10_080).contains(&draft.duration_minutes), "duration-out-of-range", "duration_minutes", wrong);
    require((0..=60).contains(&draft.commission_percent), "commission-out-of-range", "commission_percent", wrong);
    require((0..=90).contains(&draft.pay_delay_days), "pay-delay-out-of-range", "pay_delay_days", wrong);
    require(draft.fee_cents == 0, "offer-not-free", "fee_cents", wrong);
    require(draft.pay_cents <= 1_000_000, "pay-too-high", "pay_cents", wrong);
    let hourly = if draft.pay_unit == "mission" {
        Cents(draft.pay_cents.clamp(0, 1_000_000)).per_hour(minutes_of_work(draft))
    } else {
        Cents(draft.pay_cents)
    };
    let floor = floor(if draft.flags.has(Flags::REMOTE) { "" } else { &draft.insee }, now);
    if hourly < floor {
        wrong.push(
            RuleError::invalid("pay-below-floor")
                .on("pay_cents")
                .with("floor", format!("{},{:02}", floor.0 / 100, floor.0 % 100)),
        );
    }
}

/// What a mission really takes: its stated duration, or its longest slot when one must be there all along.
fn minutes_of_work(draft: &Draft) -> i64 {
    let longest = draft.slots.iter().map(|(start, end, _)| (*end - *start).num_minutes()).max().unwrap_or(0);
    if draft.flags.has(Flags::REMOTE) { draft.duration_minutes } else { draft.duration_minutes.max(longest) }
}

/// The lowest hourly pay that may be posted for a commune, on a date.
#[must_use]
pub fn floor(insee: &str, now: Instant) -> Cents {
    let today = now.date_naive();
    let applies =
        |(y, m, d): (i32, u32, u32)| chrono::NaiveDate::from_ymd_opt(y, m, d).is_some_and(|from| from <= today);
    let (_, general, mayotte) = FLOORS.iter().rev().find(|f| applies(f.0)).copied().unwrap_or(FLOORS[0]);
    Cents(if insee.starts_with("976") { mayotte } else { general })
}

fn law(draft: &Draft, wrong: &mut Vec<RuleError>) {
    let fields = [
        ("title", &draft.title),
        ("description", &draft.description),
        ("requirements", &draft.requirements),
        ("equipment", &draft.equipment),
        ("costs", &draft.costs),
        ("paid_by", &draft.paid_by),
        ("insurance", &draft.insurance),
        ("cancellation", &draft.cancellation),
        ("contact", &draft.contact),
        ("address", &draft.address),
        ("agency", &draft.agency),
    ];
    for (field, text) in fields {
        require(!words::is_english(text), "offer-not-french", field, wrong);
        if let Some(word) = words::discriminatory(text) {
            wrong.push(RuleError::invalid("offer-discriminates").on(field).with("word", word));
        }
        if let Some(word) = words::asks_for_money(text) {
            wrong.push(RuleError::invalid("offer-not-free").on(field).with("word", word));
        }
    }
    let text = format!("{} {}", draft.title, draft.description);
    let told = wrong.iter().any(|rule| rule.code == "offer-not-french");
    require(told || words::is_french(&text), "offer-not-french", "description", wrong);
    let unnamed = draft.status == "temp_agency" && draft.agency.trim().chars().count() < 3;
    require(!unnamed, "agency-missing", "agency", wrong);
}

fn place(draft: &Draft, wrong: &mut Vec<RuleError>) -> Option<Place> {
    if draft.flags.has(Flags::REMOTE) {
        return None;
    }
    let Some(commune) = communes::by_insee(&draft.insee) else {
        wrong.push(RuleError::invalid("place-unknown").on("insee"));
        return None;
    };
    Some(Place {
        insee: commune.insee.to_string(),
        label: communes::label(commune),
        address: draft.address.trim().to_owned(),
        lat: f64::from(commune.lat),
        lon: f64::from(commune.lon),
    })
}

fn dates(draft: &Draft, now: Instant, wrong: &mut Vec<RuleError>) -> Dates {
    if draft.slots.is_empty() || draft.slots.len() > SLOTS {
        wrong.push(RuleError::invalid("slots-missing").on("slots").with("max", SLOTS));
    }
    let mut dates = Dates::new();
    for (i, (start, end, places)) in draft.slots.iter().take(SLOTS).enumerate() {
        let mut require = |met: bool, code, part: &str| {
            if !met {
                wrong.push(RuleError::invalid(code).on(format!("slots[{i}].{part}")));
            }
        };
        require(end > start, "slot-inverted", "ends_at");
        require(*end - *start <= LONGEST, "slot-too-long", "ends_at");
        require(*start <= now + HORIZON, "slot-too-far", "starts_at");
        require((1..=500).contains(places), "slot-places", "places");
        require(!dates.iter().any(|(s, e, _)| (s, e) == (start, end)), "slot-twice", "starts_at");
        dates.push((*start, *end, u32::try_from(*places).unwrap_or(1)));
    }
    if !dates.is_empty() && dates.iter().all(|(start, _, _)| *start <= now) {
        wrong.push(RuleError::invalid("offer-no-future-slot").on("slots"));
    }
    dates.sort_unstable();
    dates
}

fn terms(draft: &Draft, status: Status, unit: PayUnit, place: Option<Place>) -> Terms {
    let clean = |text: &str| text.trim().to_owned();
    let zone = communes::by_insee(&draft.insee).map_or(chrono_tz::Europe::Paris, communes::zone);
    Terms {
        title: clean(&draft.title),
        description: clean(&draft.description),
        occupation: draft.occupation.clone(),
        status,
        pay: Cents(draft.pay_cents),
        unit,
        // The hour that is shown is the one that was compared with the floor.
        duration_minutes: if unit == PayUnit::Mission { minutes_of_work(draft) } else { draft.duration_minutes },
        zone: if place.is_some() { zone } else { chrono_tz::Europe::Paris },
        place,
        flags: draft.flags,
        conditions: Arc::new(Conditions {
            commission_percent: u8::try_from(draft.commission_percent).unwrap_or(0),
            paid_by: clean(&draft.paid_by),
            costs: clean(&draft.costs),
            insurance: clean(&draft.insurance),
            equipment: clean(&draft.equipment),
            requirements: clean(&draft.requirements),
            cancellation: clean(&draft.cancellation),
            contact: clean(&draft.contact),
            pay_delay_days: u16::try_from(draft.pay_delay_days).unwrap_or(0),
            contributions_withheld: draft.contributions_withheld,
            agency: Some(clean(&draft.agency)).filter(|a| !a.is_empty()),
        }),
    }
}
