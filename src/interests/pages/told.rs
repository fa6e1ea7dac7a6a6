//! An interest as it is told to the person who sent it, on a page or in a letter: where it is, and exactly what was shared.

use crate::interests::store::Whole;
use crate::interests::{Disclosure, Interest, State};
use crate::kernel::{Instant, Lang};
use crate::l10n::L10nLanguage;
use crate::offers::{PayUnit, Terms};
use crate::web::say;
use chrono::Datelike;
use chrono_tz::Tz;

/// The words of an interest.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Told {
    /// The interest's key.
    pub id: String,
    /// Where the mission's page is, without the language.
    pub path: String,
    /// Where missions like it are, without the language.
    pub similar: String,
    /// Title, as the platform wrote it.
    pub title: String,
    /// The platform's name.
    pub by: String,
    /// Start, for machines.
    pub machine: String,
    /// "mar.", "24", "nov."
    pub tile: [String; 3],
    /// "mardi 24 novembre, 9 h – 13 h"
    pub when: String,
    /// "9 h – 13 h"
    pub hours: String,
    /// "12 rue Buffardel, Die (26150)", or "À distance".
    pub place: String,
    /// Whether the place is a name to isolate.
    pub somewhere: bool,
    /// "13,50 € par heure"
    pub pay: String,
    /// Whom to ask, as the platform wrote it.
    pub contact: String,
    /// What was shared: label and value.
    pub shared: Vec<(String, String)>,
    /// The state's word.
    pub state: &'static str,
    /// The state, in a sentence.
    pub sentence: String,
    /// The stated condition that the platform named.
    pub condition: Option<String>,
    /// Until when the platform may answer.
    pub answer_by: String,
    /// Whether something may still come of it.
    pub live: bool,
    /// Whether the slot is over.
    pub over: bool,
    /// Whether the platform's label is active.
    pub labelled: bool,
}

impl Told {
    /// The words of an interest; `rank` is its place on the waiting list.
    #[must_use]
    pub(crate) fn of(t: &L10nLanguage, lang: Lang, now: Instant, whole: &Whole, rank: i64) -> Self {
        let Whole { interest, offer, slot, platform, labelled } = whole;
        let (terms, zone) = (&offer.terms, offer.terms.zone);
        let local = slot.starts_at.with_timezone(&zone);
        let short = |format: &str| local.format_localized(format, lang.locale()).to_string();
        let hours = say::hours(slot.starts_at, slot.ends_at, zone, lang);
        let over = slot.ends_at <= now;
        Self {
            id: interest.id.to_string(),
            path: format!("/missions/{}", offer.id),
            similar: super::similar_path(offer),
            title: terms.title.clone(),
            by: platform.name.clone(),
            machine: say::machine(slot.starts_at),
            tile: [short("%a"), local.day().to_string(), short("%b")],
            when: format!("{}, {hours}", say::day(slot.starts_at, zone, lang)),
            hours,
            place: place(t, terms),
            somewhere: terms.place.is_some(),
            pay: pay(t, lang, terms),
            contact: terms.conditions.contact.clone(),
            shared: shared(t, &interest.shared),
            state: interest.state.word(),
            sentence: sentence(t, lang, interest, zone, over, rank),
            condition: condition(interest),
            answer_by: moment(t, lang, interest.answer_by, zone),
            live: interest.state.live() && !over,
            over,
            labelled: *labelled,
        }
    }
}

/// "mardi 24 novembre à 14 h".
fn moment(t: &L10nLanguage, lang: Lang, at: Instant, zone: Tz) -> String {
    t.told_moment(say::day(at, zone, lang), say::hour(at, zone, lang))
}

fn place(t: &L10nLanguage, terms: &Terms) -> String {
    match &terms.place {
        None => t.offer_remote(),
        Some(place) if place.address.is_empty() => place.label.clone(),
        Some(place) => format!("{}, {}", place.address, place.label),
    }
}

fn pay(t: &L10nLanguage, lang: Lang, terms: &Terms) -> String {
    match terms.unit {
        PayUnit::Hour => t.offer_pay_hour(terms.pay.say(lang)),
        PayUnit::Mission => t.offer_pay_mission(terms.pay.say(lang)),
    }
}

/// Exactly what the platform receives, field by field.
fn shared(t: &L10nLanguage, disclosure: &Disclosure) -> Vec<(String, String)> {
    let fields = [
        (t.send_name(), disclosure.name()),
        (t.send_email(), disclosure.email()),
        (t.send_phone(), disclosure.phone()),
        (t.send_message(), disclosure.message()),
    ];
    fields.into_iter().filter_map(|(label, value)| Some((label, value?.to_owned()))).collect()
}

fn sentence(t: &L10nLanguage, lang: Lang, interest: &Interest, zone: Tz, over: bool, rank: i64) -> String {
    match &interest.state {
        State::Waiting => t.told_waiting(rank),
        State::Sent => t.told_sent(moment(t, lang, interest.answer_by, zone)),
        State::Accepted { .. } if over => t.told_done(),
        State::Accepted { .. } => t.told_accepted(),
        State::Declined { reason, .. } => t.word("told-declined", reason.as_str()),
        State::Withdrawn { .. } => t.told_taken_back(),
        State::Unanswered { .. } => t.told_unanswered(),
    }
}

fn condition(interest: &Interest) -> Option<String> {
    match &interest.state {
        State::Declined { condition, .. } => condition.clone(),
        _ => None,
    }
}
