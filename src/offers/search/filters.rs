//! What else one may ask of a mission. Each filter is a word of the address; a word that is not known asks nothing.

use crate::board::Query;
use crate::geo::occupations;
use crate::geo::travel::Mode;
use crate::kernel::RuleError;
use crate::offers::search::{WEEKDAYS, place};
use crate::offers::{Flags, Status};
use crate::web::Fields;
use std::collections::HashSet;

/// Words of the address for bits of the offer.
pub const NEEDS: [(&str, u32); 6] = [
    ("sans-permis", Flags::NO_LICENCE),
    ("sans-voiture", Flags::NO_CAR),
    ("sans-diplome", Flags::NO_DIPLOMA),
    ("accessible", Flags::ACCESSIBLE),
    ("debutant", Flags::BEGINNER),
    ("a-distance", Flags::REMOTE),
];
/// Words of the address for parts of the day.
pub const PARTS: [(&str, u8); 4] =
    [("matin", Query::MORNING), ("apres-midi", Query::AFTERNOON), ("soir", Query::EVENING), ("nuit", Query::NIGHT)];
/// Words of the address for how long a slot lasts, in minutes.
pub const LENGTHS: [(&str, (u32, u32)); 4] =
    [("courte", (0, 120)), ("demi-journee", (121, 300)), ("journee", (301, 600)), ("longue", (601, u32::MAX))];
/// Filters that have a chip of their own above the list.
pub const CHIPS: [&str; 17] = [
    "date",
    "km",
    "trajet",
    "minutes",
    "jusque",
    "heures",
    "moment",
    "jour",
    "de",
    "a",
    "duree",
    "besoin",
    "statut",
    "paie",
    "metier",
    "plateforme",
    "tri",
];

/// Filters whose values are choices.
pub const CHOSEN: [&str; 10] =
    ["trajet", "minutes", "moment", "jour", "duree", "besoin", "statut", "metier", "plateforme", "tri"];

/// Words of the address for orders.
const SORTS: [&str; 5] = ["pertinence", "date", "distance", "paie", "recent"];

/// Filters told one by one; the page of filters has them all.
const CHIPS_MAX: usize = 40;

/// Reads the filters.
pub(super) fn read(fields: &Fields, query: &mut Query, wrong: &mut Vec<RuleError>) {
    let bits = |name: &str, word: &str| fields.all(name).any(|w| w == word);
    query.parts = PARTS.iter().filter(|(w, _)| bits("moment", w)).fold(0, |all, (_, bit)| all | bit);
    query.flags = NEEDS.iter().filter(|(w, _)| bits("besoin", w)).fold(0, |all, (_, bit)| all | bit);
    query.statuses = fields.all("statut").filter_map(Status::parse).fold(0, |all, status| all | 1 << status as u8);
    query.duration_minutes = LENGTHS.iter().find(|(w, _)| fields.is("duree", w)).map(|(_, span)| *span);
    query.platforms = fields.all("plateforme").filter_map(|id| id.parse().ok()).take(CHIPS_MAX).collect();
    let codes = fields.all("metier").filter(|code| occupations::is_code(code));
    query.occupations = codes.map(str::to_owned).take(CHIPS_MAX).collect();
    let pay = fields.get("paie");
    if !pay.is_empty() {
        match euros(pay) {
            Some(cents) => query.min_pay_hour_cents = cents,
            None => wrong.push(RuleError::invalid("search-pay-unreadable").on("paie")),
        }
    }
}

/// The words that a field knows; nothing for a field of any other kind.
#[must_use]
pub fn words(name: &str) -> Vec<&'static str> {
    match name {
        "moment" => PARTS.iter().map(|known| known.0).collect(),
        "besoin" => NEEDS.iter().map(|known| known.0).collect(),
        "duree" => LENGTHS.iter().map(|known| known.0).collect(),
        "jour" => WEEKDAYS.to_vec(),
        "tri" => SORTS.to_vec(),
        "trajet" => Mode::ALL.iter().map(|mode| mode.as_str()).collect(),
        _ => Vec::new(),
    }
}

/// Fields with a value that none of their choices is, and the first such value.
pub fn unknown(fields: &Fields) -> impl Iterator<Item = (&'static str, &str)> {
    let is_known = |name: &str, value: &str| match name {
        "minutes" => value.parse::<u16>().is_ok_and(|minutes| minutes > 0),
        "plateforme" => value.parse::<uuid::Uuid>().is_ok(),
        "statut" => Status::parse(value).is_some(),
        "metier" => occupations::is_code(value),
        _ => words(name).contains(&value),
    };
    let first = move |name| fields.all(name).map(str::trim).find(|value| !value.is_empty() && !is_known(name, value));
    CHOSEN.into_iter().filter_map(move |name| Some((name, first(name)?)))
}

/// The filters that are set: field and value, in the order of the address, each once.
pub(super) fn set(fields: &Fields) -> impl Iterator<Item = (&str, &str)> {
    let mut seen = HashSet::new();
    let set = fields.pairs().filter(|(name, value)| CHIPS.contains(name) && counts(fields, name, value.trim()));
    set.filter(move |pair| seen.insert(*pair)).take(CHIPS_MAX)
}

/// Whether a filter changes anything: it is understood, is not what holds anyway, and no other rules it out.
fn counts(fields: &Fields, name: &str, value: &str) -> bool {
    let placed = ["ou", "commune"].iter().any(|place| !fields.get(place).is_empty());
    let known = words(name);
    match name {
        _ if value.is_empty() => false,
        "km" => placed && place::time(fields).is_none() && value.parse().is_ok_and(|km: u32| km != place::USUAL),
        "minutes" => placed && place::time(fields).is_some(),
        "trajet" => placed && known.contains(&value),
        "paie" => euros(value).is_some(),
        "statut" => Status::parse(value).is_some(),
        "metier" => occupations::is_code(value),
        _ => known.is_empty() || known.contains(&value),
    }
}

/// "13,50", "13.5 €" as cents.
#[must_use]
pub fn euros(text: &str) -> Option<u32> {
    let plain: String =
        text.chars().filter(|c| !c.is_whitespace() && *c != '€').map(|c| if c == ',' { '.' } else { c }).collect();
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    if whole.len() > 6 || part.len() > 2 || !part.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let cents: u32 = format!("{part:0<2}").parse().ok()?;
    Some(whole.parse::<u32>().ok()? * 100 + cents)
}
