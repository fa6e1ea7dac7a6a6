//! A person's file as her advisor reads it: where, when, what comes next. It holds nothing of what she makes of
//! missions: neither this file nor the pages around it can read it (G2).

use crate::follow_ups::{Advisor, FollowUp, NextStep, Stage, Training};
use crate::geo::communes;
use crate::kernel::{Id, Instant};
use crate::people::{Person, Window};
use crate::web::{Page, say};
use chrono_tz::Tz;

/// The local time of a person.
#[must_use]
pub fn zone(person: &Person) -> Tz {
    person.insee.as_deref().and_then(communes::by_insee).map_or(chrono_tz::Europe::Paris, communes::zone)
}

/// A person, in words.
pub struct PersonView {
    /// Her key.
    pub id: String,
    /// First and last name.
    pub name: String,
    /// Where, when she said so.
    pub place: Option<String>,
    /// How far she goes.
    pub radius_km: u32,
    /// Her week; empty when she gave no hours.
    pub hours: String,
    /// Phone, as written.
    pub phone: Option<String>,
    /// Phone, to be dialled.
    pub dial: String,
    /// Address.
    pub email: String,
    /// She wants no proposals; why is hers.
    pub unwanted: bool,
}

impl PersonView {
    /// A person, in the reader's words.
    #[must_use]
    pub fn of(page: &Page, person: &Person) -> Self {
        Self {
            id: person.id.to_string(),
            name: person.name(),
            unwanted: !person.receives_proposals,
            place: person.insee.as_deref().and_then(communes::by_insee).map(communes::label),
            radius_km: person.radius_km,
            hours: hours(page, &person.week),
            dial: person.phone.iter().flat_map(|p| p.chars()).filter(|c| c.is_ascii_digit() || *c == '+').collect(),
            phone: person.phone.clone(),
            email: person.email.as_str().to_owned(),
        }
    }
}

/// "lun. au ven., 9 h – 16 h · sam., 8 h – 13 h".
fn hours(page: &Page, week: &[Window]) -> String {
    let mut spans: Vec<(u16, u16)> = Vec::new();
    for window in week {
        if !spans.contains(&(window.start, window.end)) {
            spans.push((window.start, window.end));
        }
    }
    let part = |(start, end): (u16, u16)| {
        let on: Vec<u8> = week.iter().filter(|w| (w.start, w.end) == (start, end)).map(|w| w.weekday).collect();
        let clock = |minutes: u16| say::clock(u32::from(minutes), page.lang);
        format!("{}, {}\u{a0}– {}", days(page, &on), clock(start), clock(end))
    };
    spans.into_iter().map(part).collect::<Vec<_>>().join(" · ")
}

/// "lun., mar.", "lun. au ven.", "tous les jours".
fn days(page: &Page, on: &[u8]) -> String {
    if on.len() == 7 {
        return page.t.file_every_day();
    }
    let name = |day: u8| page.word("file-day", &day.to_string());
    let runs: Vec<&[u8]> = on.chunk_by(|a, b| a + 1 == *b).collect();
    let run = |days: &&[u8]| match days {
        [first, _, .., last] => page.t.file_days(name(*first), name(*last)),
        short => short.iter().map(|d| name(*d)).collect::<Vec<_>>().join(", "),
    };
    runs.iter().map(run).collect::<Vec<_>>().join(", ")
}

/// Something dated on the way.
pub struct Milestone {
    /// "jeudi 3 décembre, 14 h"
    pub when: String,
    /// For machines.
    pub machine: String,
    /// What.
    pub what: String,
    /// Where, or who gives it.
    pub with: String,
}

impl Milestone {
    pub(crate) fn step(page: &Page, zone: Tz, step: &NextStep) -> Self {
        let when = format!("{}, {}", page.day(&step.at, &zone), say::hour(step.at, zone, page.lang));
        let kind = page.word("step-kind", step.kind.as_str());
        let with = if step.place.is_empty() { kind } else { format!("{kind}, {}", step.place) };
        Self { when, machine: page.machine(&step.at), what: step.title.clone(), with }
    }

    pub(crate) fn training(page: &Page, zone: Tz, training: &Training) -> Self {
        let stage = || page.word("training-stage", training.stage.as_str());
        let date = training.starts_at.map(|start| say::date(start, zone, page.lang));
        let to_come = training.starts_at.is_some_and(|start| start > page.now);
        let when = match date {
            None => stage(),
            Some(date) if training.stage != Stage::Enrolled => page.t.file_training_stage(stage(), date),
            Some(date) if to_come => page.t.file_training_from(date),
            Some(date) => page.t.file_training_since(date),
        };
        Self {
            when,
            machine: training.starts_at.map(|start| page.machine(&start)).unwrap_or_default(),
            what: training.title.clone(),
            with: training.provider.clone(),
        }
    }
}

/// A follow-up, in words.
pub struct FollowUpView {
    /// Whether the reader is the referent.
    pub yours: bool,
    /// The referent.
    pub referent: String,
    /// Where the referent works.
    pub service: String,
    /// Since when.
    pub since: String,
    /// The next step to come.
    pub step: Option<Milestone>,
    /// Training under way or to come.
    pub trainings: Vec<Milestone>,
}

impl FollowUpView {
    /// A follow-up, as this advisor reads it.
    #[must_use]
    pub fn of(page: &Page, reader: Id<Advisor>, person: &Person, follow_up: &FollowUp) -> Self {
        let zone = zone(person);
        let date = |at: Instant| say::date(at, zone, page.lang);
        Self {
            yours: follow_up.referent.id == reader,
            referent: follow_up.referent.name.clone(),
            service: follow_up.referent.service.name.clone(),
            since: date(follow_up.started_at),
            step: follow_up.next_step.as_ref().map(|s| Milestone::step(page, zone, s)),
            trainings: follow_up.trainings.iter().map(|t| Milestone::training(page, zone, t)).collect(),
        }
    }
}
