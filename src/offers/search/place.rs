//! Where one looks: a commune as people write it. Several of the same name are offered, none is guessed.

use crate::geo::communes::{self, Commune, Resolution};
use crate::geo::travel::{LONGEST, Mode};
use crate::kernel::RuleError;
use crate::web::Fields;
use rustc_hash::FxHashMap;
use std::cell::RefCell;

/// Radii offered, in kilometres.
pub const RADII: [u32; 7] = [2, 5, 10, 20, 30, 50, 100];
/// Times offered, in minutes.
pub const TIMES: [u16; 6] = [15, 30, 45, 60, 90, 120];
/// The radius when none is said, in kilometres.
pub const USUAL: u32 = 20;

pub(super) fn find(fields: &Fields, wrong: &mut Vec<RuleError>) -> (Option<&'static Commune>, Vec<&'static Commune>) {
    let typed: String = fields.get("ou").chars().take(100).collect();
    let chosen = communes::by_insee(fields.get("commune"));
    let km = fields.get("km");
    if !typed.is_empty() && !km.is_empty() && km.parse::<u32>().is_err() {
        wrong.push(RuleError::invalid("search-km-unreadable").on("km"));
    }
    if typed.is_empty() && chosen.is_none() && !fields.get("commune").is_empty() {
        wrong.push(RuleError::invalid("search-place-unknown").on("ou"));
    }
    if typed.is_empty() {
        return (chosen.filter(|_| !fields.has("ou")), Vec::new());
    }
    // The hidden code counts only while it is still the code of what is written.
    if let Some(commune) = chosen.filter(|c| communes::label(c) == typed) {
        return (Some(commune), Vec::new());
    }
    match resolved(typed) {
        Resolution::One(commune) => (Some(commune), Vec::new()),
        Resolution::Several(list) => {
            wrong.push(RuleError::invalid("search-place-several").on("ou"));
            (None, list)
        }
        Resolution::None => {
            wrong.push(RuleError::invalid("search-place-unknown").on("ou"));
            (None, Vec::new())
        }
    }
}

/// The same few names are asked for again and again: each thread remembers the last ones.
fn resolved(typed: String) -> Resolution {
    thread_local! {
        static KNOWN: RefCell<FxHashMap<String, Resolution>> = RefCell::default();
    }
    KNOWN.with_borrow_mut(|known| {
        if known.len() >= 500 {
            known.clear();
        }
        known.entry(typed).or_insert_with_key(|typed| communes::resolve(typed)).clone()
    })
}

/// How far around, in kilometres, as it was asked.
#[must_use]
pub fn radius(fields: &Fields) -> u32 {
    fields.get("km").parse().unwrap_or(USUAL).clamp(1, 200)
}

/// How one travels, when it is said.
pub(super) fn mode(fields: &Fields) -> Option<Mode> {
    let timed = !fields.get("minutes").is_empty();
    Mode::parse(fields.get("trajet")).or_else(|| timed.then_some(Mode::Transit))
}

/// How far around, in kilometres: what can be reached in the time that was asked, else the radius.
#[expect(clippy::cast_precision_loss, reason = "two hundred at most")]
pub(super) fn reach(fields: &Fields) -> f32 {
    time(fields).map_or(radius(fields) as f32, |(mode, minutes)| mode.reach(minutes))
}

/// How one travels and for how many minutes at most, when both are said.
#[must_use]
pub fn time(fields: &Fields) -> Option<(Mode, u16)> {
    let minutes = fields.get("minutes").parse::<u16>().ok().filter(|minutes| *minutes > 0)?;
    // A time without a way of travelling is that of buses and trains.
    Some((mode(fields).unwrap_or(Mode::Transit), minutes.min(LONGEST)))
}
