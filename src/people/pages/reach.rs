//! How far she goes and how, how soon, and how long at a time.

use super::desk::Desk;
use super::{Section, settled, unread};
use crate::follow_ups::HoursAct;
use crate::geo::communes::{self, Commune, Resolution};
use crate::geo::travel::Mode;
use crate::kernel::RuleError;
use crate::people::actions;
use crate::people::availability::{Availability, LENGTHS, Limits, NOTICES, RADIUS};
use crate::web::signed::ForPerson;
use crate::web::{Fields, Form, Outcome, Page, Signed};
use actix_web::HttpResponse;

/// A value to choose, and its words.
pub(super) struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
}

/// Figures to choose from.
pub(super) fn choices(all: &[u32], label: impl Fn(u32) -> String) -> Vec<Choice> {
    all.iter().map(|n| Choice { value: n.to_string(), label: label(*n) }).collect()
}

/// Ways of travelling to choose from.
pub(super) fn modes(page: &Page) -> Vec<Choice> {
    let choice = |mode: &Mode| Choice { value: mode.as_str().to_owned(), label: page.word("travel", mode.as_str()) };
    Mode::ALL.iter().map(choice).collect()
}

/// "Saint-Étienne (42000), 20 km, à vélo"; that where she lives is not known is said first.
pub(super) fn short(page: &Page, known: &Availability) -> String {
    let Some(home) = known.home() else { return page.t.space_no_home() };
    let far = page.distance(&known.radius_m());
    let mode = known.limits.mode.map(|mode| page.word("travel", mode.as_str()));
    [communes::label(home), far].into_iter().chain(mode).collect::<Vec<_>>().join(", ")
}

/// The form filled in with what she said.
pub(super) fn fill(known: &Availability, fields: &mut Fields) {
    let limits = &known.limits;
    let hours = |minutes: Option<u32>| minutes.map(|m| (m / 60).to_string()).unwrap_or_default();
    if let Some(commune) = known.insee.as_deref().and_then(communes::by_insee) {
        fields.set("ou", communes::label(commune));
        fields.set("commune", commune.insee);
    }
    fields.set("km", known.radius_km.to_string());
    fields.set("trajet", limits.mode.map_or("", Mode::as_str));
    fields.set("delai", (limits.notice_minutes / 60).to_string());
    fields.set("courte", hours(limits.shortest));
    fields.set("longue", hours(limits.longest));
}

/// What was typed, once read.
struct Typed {
    home: Option<&'static Commune>,
    radius_km: u32,
    limits: Limits,
}

/// Everything that is wrong, and the communes that she may have meant.
type Unread = (Vec<RuleError>, Vec<&'static Commune>);

fn read(fields: &Fields) -> Result<Typed, Unread> {
    let (mut wrong, mut meant) = (Vec::new(), Vec::new());
    let mut keep = |rule: RuleError| wrong.push(rule);
    let home = home(fields).map_err(|(rule, list)| {
        meant = list;
        keep(rule);
    });
    let km: Option<u32> = fields.get("km").parse().ok();
    let radius_km = km.filter(|km| RADIUS.contains(km));
    if radius_km.is_none() {
        keep(RuleError::invalid("radius-out-of-range").on("km"));
    }
    let mode = Mode::parse(fields.get("trajet"));
    if mode.is_none() && !fields.get("trajet").is_empty() {
        keep(RuleError::invalid("reach-choice-unknown").on("trajet"));
    }
    let mut chosen = |name: &str, known: &[u32]| match fields.get(name) {
        "" => None,
        text => {
            let hours: Option<u32> = text.parse().ok().filter(|hours| known.contains(hours));
            if hours.is_none() {
                keep(RuleError::invalid("reach-choice-unknown").on(name));
            }
            hours.map(|hours| hours * 60)
        }
    };
    let (notice, shortest, longest) =
        (chosen("delai", &NOTICES), chosen("courte", &LENGTHS), chosen("longue", &LENGTHS));
    let limits = Limits { mode, notice_minutes: notice.unwrap_or(0), shortest, longest, ready_until: None };
    if let Err(rule) = limits.checked() {
        keep(rule.on("longue"));
    }
    match (home, radius_km) {
        (Ok(home), Some(radius_km)) if wrong.is_empty() => Ok(Typed { home, radius_km, limits }),
        _ => Err((wrong, meant)),
    }
}

/// The commune that was typed or chosen; none when the field is empty.
fn home(fields: &Fields) -> Result<Option<&'static Commune>, (RuleError, Vec<&'static Commune>)> {
    let typed: String = fields.get("ou").chars().take(100).collect();
    if typed.is_empty() {
        return Ok(None);
    }
    let chosen = communes::by_insee(fields.get("commune"));
    // The code counts only while it is that of what is written, or one of those that were offered for it.
    if let Some(commune) = chosen.filter(|c| communes::label(c) == typed) {
        return Ok(Some(commune));
    }
    match communes::resolve(&typed) {
        Resolution::One(commune) => Ok(Some(commune)),
        Resolution::Several(list) => match chosen.filter(|c| list.iter().any(|known| known.insee == c.insee)) {
            Some(commune) => Ok(Some(commune)),
            None => Err((RuleError::invalid("search-place-several").on("ou"), list)),
        },
        Resolution::None => Err((RuleError::invalid("search-place-unknown").on("ou"), Vec::new())),
    }
}

/// `POST /moi/heures/trajet`
///
/// # Errors
/// What the database says.
pub async fn set(who: Signed<ForPerson>, Form(fields): Form) -> Outcome<HttpResponse> {
    put(Desk::hers(who), fields).await
}

pub(super) async fn put(desk: Desk, fields: Fields) -> Outcome<HttpResponse> {
    let typed = match read(&fields) {
        Ok(typed) => typed,
        Err((rules, meant)) => {
            let choice = |c: &&Commune| Choice { value: c.insee.to_owned(), label: communes::label(c) };
            return unread(desk, fields, Section::Reach, &rules, meant.iter().map(choice).collect()).await;
        }
    };
    let done = desk.set(HoursAct::Reach, move |tx, _, hers| {
        actions::set_reach(tx, hers, typed.home.map(|c| c.insee), typed.radius_km, typed.limits)
    });
    let done = done.await;
    settled(desk, fields, Section::Reach, done, "reach-saved", "longue").await
}
