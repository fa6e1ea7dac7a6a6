//! The dashboard in words. A person appears by what she shared with this platform, and by nothing else (I6).

use crate::interests::{Disclosure, Interest};
use crate::kernel::{Id, Instant};
use crate::labels::{ActiveLabel, Label, State as LabelState};
use crate::offers::{Offer, Slot, State, UNCONFIRMED_AFTER, cards};
use crate::platforms::Platform;
use crate::web::say::{self, Ago};
use crate::web::{Fields, Page};
use askama::Template;
use chrono_tz::Tz;
use std::collections::HashMap;

/// What is read for the dashboard.
pub struct Seen {
    pub platform: Platform,
    pub label: Label,
    pub asks: Vec<Interest>,
    pub agreed: Vec<Interest>,
    /// The offers of both.
    pub about: HashMap<Id<Offer>, Offer>,
    /// One page of its missions, latest first.
    pub latest: Vec<Offer>,
    pub leaf: Leaf,
}

/// Where a page of missions stands among all.
#[derive(Clone, Copy)]
pub struct Leaf {
    /// Missions in all.
    pub total: usize,
    /// The page, from 1.
    pub number: usize,
    /// The last page.
    pub last: usize,
}

/// Somebody who is interested, or who is coming: what she shared, about what and when.
pub struct Who {
    id: String,
    /// Her name, or "Une personne".
    name: String,
    email: Option<String>,
    phone: Option<String>,
    message: Option<String>,
    title: String,
    requirements: String,
    day: String,
    hours: String,
    sent: String,
    answer_by: String,
    /// What was typed about her before something was to be mended.
    fields: Fields,
}

/// A mission of the platform.
pub struct Line {
    id: String,
    title: String,
    place: Option<String>,
    day: Option<String>,
    hours: String,
    /// Style of the badge.
    tone: &'static str,
    state: String,
    taken: u32,
    places: u32,
}

/// The platform's desk.
#[derive(Template)]
#[template(path = "engagements/dashboard.html")]
pub struct Dashboard {
    pub page: Page,
    name: String,
    slug: String,
    labelled: bool,
    label: String,
    asks: Vec<Who>,
    agreed: Vec<Who>,
    lines: Vec<Line>,
    leaf: Leaf,
    /// The pages that can be turned to.
    pages: Vec<usize>,
    online: usize,
    pulse: String,
    /// What is to be mended: where, and the sentence.
    wrong: Vec<(String, String)>,
}

impl Dashboard {
    /// The page, with the fields of one message as they were typed.
    pub fn of(page: Page, seen: &Seen, kept: &Fields, about: Option<Id<Interest>>) -> Self {
        let active = seen.label.active_at(page.now);
        let Leaf { number, last, .. } = seen.leaf;
        let people =
            |list: &[Interest]| list.iter().filter_map(|i| who(&page, i, &seen.about, kept, about)).collect::<Vec<_>>();
        let query = crate::board::Query { platforms: vec![seen.platform.id.uuid()], limit: 0, ..Default::default() };
        let online = page.app.board().search(&query, page.now.seconds()).total;
        let asks = people(&seen.asks);
        let still_asked = about.filter(|id| asks.iter().any(|w| w.id == id.to_string()));
        let anchor = |field: &String| match still_asked {
            Some(id) if !field.is_empty() => format!("{field}-{id}"),
            _ => String::new(),
        };
        Self {
            name: seen.platform.name.clone(),
            slug: seen.platform.slug.clone(),
            labelled: active.is_some(),
            label: label(&page, &seen.label),
            agreed: people(&seen.agreed),
            lines: seen.latest.iter().map(|o| line(&page, o, active.as_ref(), seen.platform.pulse_at)).collect(),
            leaf: seen.leaf,
            pages: (1..=last).filter(|n| *n == 1 || *n == last || n.abs_diff(number) <= 2).collect(),
            online,
            pulse: ago(&page, seen.platform.pulse_at),
            wrong: kept.errors().iter().map(|(field, sentence)| (anchor(field), sentence.clone())).collect(),
            asks,
            page,
        }
    }

    /// The address of another page of missions: whole, for the dashboard is also the answer to forms sent elsewhere.
    fn page_at(&self, number: &usize) -> String {
        self.page.at(&format!("/plateforme?page={number}#mine"))
    }

    fn beside(&self, next: bool) -> String {
        let Leaf { number, .. } = self.leaf;
        self.page_at(&(if next { number + 1 } else { number.saturating_sub(1).max(1) }))
    }
}

fn ago(page: &Page, at: Instant) -> String {
    match Ago::between(at, page.now) {
        Ago::Seconds(n) => page.t.ago_seconds(n),
        Ago::Minutes(n) => page.t.ago_minutes(n),
        Ago::Hours(n) => page.t.ago_hours(n),
        Ago::Days(n) => page.t.ago_days(n),
    }
}

fn label(page: &Page, label: &Label) -> String {
    match label.state_at(page.now) {
        LabelState::Active { until, .. } => page.t.dash_label_active(page.date(&until)),
        LabelState::Suspended { until, .. } => page.t.dash_label_suspended(page.date(&until)),
        LabelState::Expired { at } => page.t.dash_label_expired(page.date(&at)),
        LabelState::Declined { at } => page.t.dash_label_declined(page.date(&at)),
        LabelState::Withdrawn { at } => page.t.dash_label_withdrawn(page.date(&at)),
        LabelState::Renounced { at } => page.t.dash_label_renounced(page.date(&at)),
        LabelState::Pending(_) => page.t.dash_label_pending(),
        LabelState::None => page.t.dash_label_none(),
    }
}

/// A message whose offer or slot is no longer there has nothing left to say.
fn who(
    page: &Page,
    interest: &Interest,
    about: &HashMap<Id<Offer>, Offer>,
    kept: &Fields,
    typed: Option<Id<Interest>>,
) -> Option<Who> {
    let offer = about.get(&interest.offer)?;
    let slot = offer.slot(interest.slot)?;
    let (zone, shared): (Tz, &Disclosure) = (offer.terms.zone, &interest.shared);
    let own = |text: Option<&str>| text.map(str::to_owned);
    Some(Who {
        id: interest.id.to_string(),
        name: own(shared.name()).unwrap_or_else(|| page.t.dash_someone()),
        email: own(shared.email()),
        phone: own(shared.phone()),
        message: own(shared.message()),
        title: offer.terms.title.clone(),
        requirements: offer.terms.conditions.requirements.clone(),
        day: page.day(&slot.starts_at, &zone),
        hours: page.hours(&slot.starts_at, &slot.ends_at, &zone),
        sent: ago(page, interest.sent_at),
        answer_by: format!(
            "{}, {}",
            page.day(&interest.answer_by, &zone),
            say::hour(interest.answer_by, zone, page.lang)
        ),
        fields: if typed == Some(interest.id) { kept.clone() } else { Fields::default() },
    })
}

fn line(page: &Page, offer: &Offer, label: Option<&ActiveLabel>, pulse: Instant) -> Line {
    let zone = offer.terms.zone;
    let coming = || offer.slots.iter().filter(|s| s.starts_at > page.now);
    let next: Option<&Slot> = coming().find(|s| s.left() > 0).or_else(|| coming().next());
    let counted: Vec<&Slot> = if next.is_some() { coming().collect() } else { offer.slots.iter().collect() };
    let (tone, state) = state(page, offer, label, pulse);
    Line {
        id: offer.id.to_string(),
        title: offer.terms.title.clone(),
        place: offer.terms.place.as_ref().map(|p| p.label.clone()),
        day: next.map(|s| page.day(&s.starts_at, &zone)),
        hours: next.map(|s| page.hours(&s.starts_at, &s.ends_at, &zone)).unwrap_or_default(),
        tone,
        state,
        taken: counted.iter().map(|s| s.taken).sum(),
        places: counted.iter().map(|s| s.places).sum(),
    }
}

/// The state as people see it: what hides it comes before what it is.
fn state(page: &Page, offer: &Offer, label: Option<&ActiveLabel>, pulse: Instant) -> (&'static str, String) {
    let fresh = offer.confirmed_at.max(pulse);
    let hidden = offer.visible(label, pulse, page.now).err().map_or("", |r| r.code);
    match (offer.state, hidden) {
        (State::Draft, _) => ("badge--line", page.t.dash_state_draft()),
        (State::Withdrawn { .. }, _) => ("", page.t.dash_state_withdrawn()),
        (State::Expired { .. }, _) | (_, "offer-ended") => ("", page.t.dash_state_ended()),
        (_, "offer-masked") => ("badge--warning", page.t.dash_state_masked()),
        (_, "offer-label") => ("badge--error", page.t.dash_state_label()),
        (_, "offer-silent") => ("badge--warning", page.t.dash_state_silent(ago(page, fresh))),
        (_, "offer-full") => ("badge--info", page.t.dash_state_full()),
        _ if page.now - fresh > UNCONFIRMED_AFTER => ("badge--warning", cards::confirmed(page, fresh, true)),
        _ => ("badge--ok", page.t.dash_state_online()),
    }
}
