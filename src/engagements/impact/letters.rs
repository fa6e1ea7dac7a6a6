//! What a label decision means for one person at work with the platform: what is agreed stays hers, what is not answered
//! she may take back without a reason, her rights and follow-up do not change, and here is what else there is (I8).

use crate::accounts;
use crate::app::App;
use crate::board::Hit;
use crate::db::{Error, Result};
use crate::engagements::impact::concerns;
use crate::follow_ups;
use crate::interests::actions::together;
use crate::interests::{self, Interest, State};
use crate::jobs::Task;
use crate::kernel::{Id, Instant, Lang};
use crate::labels::{self, Kind, LabelDecision};
use crate::letters::{Paper, seal};
use crate::live::Card;
use crate::mail::Letter;
use crate::offers::{self, Offer, Terms, notice::Wording};
use crate::people;
use crate::platforms::{self, Platform};
use crate::push::Notice;
use crate::web::say;
use askama::Template;

/// Other missions told.
const OTHERS: usize = 3;

/// The letter, as text.
#[derive(Template)]
#[template(path = "letters/label_person.txt")]
struct Text<'a> {
    letter: &'a Paper,
    said: &'a Said,
}

/// The same, as HTML.
#[derive(Template)]
#[template(path = "letters/label_person.html")]
struct Html<'a> {
    letter: &'a Paper,
    said: &'a Said,
}

/// Another mission, in a line.
struct Other {
    title: String,
    facts: String,
    url: String,
}

/// The words of the letter.
struct Said {
    subject: String,
    hello: String,
    what: String,
    /// Her missions with the platform, of which the same is to be said.
    missions: Vec<String>,
    meaning: String,
    choice: String,
    notice: String,
    mine: String,
    others: Vec<Other>,
    search: String,
    slug: String,
}

/// Where her message to the platform stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Work is agreed.
    Agreed,
    /// The platform is to answer.
    Awaited,
    /// On the waiting list.
    Queued,
}

impl Standing {
    const fn of(state: &State) -> Self {
        match state {
            State::Waiting => Self::Queued,
            State::Accepted { .. } => Self::Agreed,
            _ => Self::Awaited,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Agreed => "agreed",
            Self::Awaited => "awaited",
            Self::Queued => "queued",
        }
    }
}

impl Said {
    fn of(
        letter: &Paper,
        platform: &Platform,
        decision: &LabelDecision,
        (standing, missions): (Standing, Vec<String>),
        wording: Wording,
    ) -> Self {
        let (t, name) = (letter.t, platform.name.as_str());
        let numbers = [("n", u16::try_from(missions.len()).unwrap_or(u16::MAX))];
        let said = |family: &str| t.counted(&format!("{family}-{}", standing.word()), &numbers).unwrap_or_default();
        let date = say::date(decision.decided_at, chrono_tz::Europe::Paris, letter.lang);
        let back = decision.kind == Kind::Reinstated;
        let family = if back { "label-person-back" } else { "label-person" };
        let (subject, what) = match decision.kind {
            Kind::Reinstated => (t.label_person_subject_reinstated(name), t.label_person_reinstated(name, date)),
            Kind::Withdrawn => (t.label_person_subject_withdrawn(name), t.label_person_withdrawn(name, date)),
            _ => (t.label_person_subject_suspended(name), t.label_person_suspended(name, date)),
        };
        Self {
            subject,
            what,
            hello: t.label_person_hello_you(),
            missions,
            meaning: said(family),
            choice: said("label-person-choice"),
            notice: letter.notice(wording),
            mine: letter.url("/moi/missions"),
            others: Vec::new(),
            search: letter.url("/missions"),
            slug: platform.slug.clone(),
        }
    }
}

/// What is read before writing.
struct Facts {
    /// Her other messages of which the same is to be said, each with its mission.
    also: Vec<(Interest, Offer)>,
    decision: LabelDecision,
    platform: Platform,
    interest: Interest,
    offer: Offer,
    person: people::Person,
    lang: Lang,
    convention: Option<Instant>,
    plain: bool,
}

fn read(app: &App, decision: Id<LabelDecision>, interest: Id<Interest>) -> Result<Facts> {
    let now = app.now();
    app.store.read(|conn| {
        let decision = labels::store::decision(conn, decision)?;
        let interest = interests::store::by_id(conn, interest)?;
        let person = people::store::by_id(conn, interest.person)?;
        let follow_up = follow_ups::store::follow_up_of(conn, now, person.id)?;
        let task = Task::LabelPersonLetter { decision: decision.id.uuid(), interest: interest.id.uuid() };
        // What is told by word of mouth is told one by one.
        let others = if person.email.is_none() { Vec::new() } else { together::waiting(conn, now, &task, &interest)? };
        let mut also = Vec::new();
        for other in others {
            let offer = offers::store::by_id(conn, other.offer)?;
            if concerns(&other, &offer, now) {
                also.push((other, offer));
            }
        }
        Ok(Facts {
            also,
            platform: platforms::store::by_id(conn, decision.platform)?,
            offer: offers::store::by_id(conn, interest.offer)?,
            lang: accounts::store::by_id(conn, person.account())?.language,
            convention: follow_up.and_then(|f| f.referent.service.convention_from),
            plain: people::store::preference(conn, person.id)?.plain,
            decision,
            interest,
            person,
        })
    })
}

/// The same on a device: what was decided, and her mission.
///
/// # Errors
/// What the database says.
pub fn notice(app: &App, decision: Id<LabelDecision>, interest: Id<Interest>) -> Result<Option<Notice>> {
    let facts = match read(app, decision, interest) {
        Ok(facts) => facts,
        Err(Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    if !concerns(&facts.interest, &facts.offer, app.now()) {
        return Ok(None);
    }
    let letter = &Paper::new(app, facts.lang);
    let standing = Standing::of(&facts.interest.state);
    let said = Said::of(letter, &facts.platform, &facts.decision, (standing, Vec::new()), Wording::Full);
    let body = format!("{}. {}", facts.offer.terms.title, letter.t.notice_short());
    Ok(Some(Notice::new(facts.lang, &said.subject, &body, "/moi/missions")))
}

/// Writes to a person what a decision means for her; nothing when her message or her slot is over.
///
/// # Errors
/// What the database says.
pub fn label_person(app: &App, decision: Id<LabelDecision>, interest: Id<Interest>) -> Result<Option<Letter>> {
    let facts = match read(app, decision, interest) {
        Ok(facts) => facts,
        // She deleted everything meanwhile.
        Err(Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    if !concerns(&facts.interest, &facts.offer, app.now()) {
        return Ok(None);
    }
    let aloud = facts.person.email.is_none();
    let letter = &Paper::new(app, facts.lang).plainly(facts.plain).aloud(aloud);
    let terms = &facts.offer.terms;
    let found = alternatives(app, &facts);
    let wording = strictest(&facts, &found, letter.now);
    let missions = facts.missions(letter);
    let many = missions.len();
    let task = Task::LabelPersonLetter { decision: decision.uuid(), interest: interest.uuid() };
    // What is read by another opens nothing of hers.
    let mine = if aloud {
        String::new()
    } else {
        let (now, account) = (letter.now, facts.person.account());
        let link = app.store.write(|tx| accounts::actions::letter_link(tx, now, account, "/moi/missions"))?;
        letter.url(&format!("/connexion/lien/{link}"))
    };
    let said = &Said {
        hello: letter.t.label_person_hello(&facts.person.first_name),
        mine,
        others: found.iter().map(|hit| other(letter, hit)).collect(),
        search: letter.url(&format!("/missions{}", nearby(terms))),
        // It speaks of the other missions too.
        notice: letter.notice_of(wording, many + found.len()),
        ..Said::of(letter, &facts.platform, &facts.decision, (Standing::of(&facts.interest.state), missions), wording)
    };
    let sealed = seal(&facts.person.email, said.subject.clone(), &Text { letter, said }, &Html { letter, said })?;
    let instead_of = facts.also.iter().filter_map(|(other, _)| together::of(&task, other.id.uuid())).collect();
    Ok(Some(Letter { instead_of, ..sealed }))
}

/// The letter that a decision would send, without anyone's name: subject and text.
///
/// # Errors
/// When it cannot be written.
pub fn preview(
    app: &App,
    lang: Lang,
    platform: &Platform,
    decision: &LabelDecision,
    standing: Standing,
) -> Result<(String, String)> {
    let letter = &Paper::new(app, lang);
    let any = vec![letter.t.label_person_mission_any()];
    let said = &Said::of(letter, platform, decision, (standing, any), Wording::Conditional);
    let text = Text { letter, said }.render().map_err(|_| Error::corrupt("letter", decision.id, "template"))?;
    Ok((said.subject.clone(), text))
}

impl Facts {
    /// Her missions, the slot that begins first coming first.
    fn missions(&self, letter: &Paper) -> Vec<String> {
        let own = std::iter::once((&self.interest, &self.offer));
        let all = own.chain(self.also.iter().map(|(interest, offer)| (interest, offer)));
        let mut slots: Vec<_> = all.filter_map(|(i, offer)| Some((offer.slot(i.slot)?, &offer.terms))).collect();
        slots.sort_by_key(|(slot, _)| (slot.starts_at, slot.id));
        slots.into_iter().map(|(slot, terms)| mission(letter, terms, slot.starts_at, slot.ends_at)).collect()
    }
}

/// "Plonge, mercredi 25 novembre, 9 h – 13 h".
fn mission(letter: &Paper, terms: &Terms, from: Instant, to: Instant) -> String {
    let (zone, lang) = (terms.zone, letter.lang);
    format!("{}, {}, {}", terms.title, say::day(from, zone, lang), say::hours(from, to, zone, lang))
}

/// Missions like hers, on other platforms; none once the label is back.
fn alternatives(app: &App, facts: &Facts) -> Vec<Hit<Card>> {
    if facts.decision.kind == Kind::Reinstated || !app.ready() {
        return Vec::new();
    }
    let terms = &facts.offer.terms;
    let point = terms.place.as_ref().map(|p| crate::live::point(p.lat, p.lon));
    let hits = app.board().around(&terms.occupation, point, app.now().seconds(), OTHERS * 2);
    hits.into_iter().filter(|hit| hit.payload.offer.platform != facts.platform.id).take(OTHERS).collect()
}

/// One notice for everything in the letter: the conditional wording as soon as one mission in it asks for it (G2).
fn strictest(facts: &Facts, found: &[Hit<Card>], now: Instant) -> Wording {
    let own = facts.also.iter().map(|(_, offer)| offer).chain([&facts.offer]).map(|offer| offer.terms.status);
    let statuses = found.iter().map(|hit| hit.payload.offer.terms.status).chain(own);
    if statuses.map(|s| Wording::of(s, facts.convention, now)).any(|w| w == Wording::Conditional) {
        Wording::Conditional
    } else {
        Wording::Full
    }
}

fn other(letter: &Paper, hit: &Hit<Card>) -> Other {
    let card = &hit.payload;
    let (terms, by) = (&card.offer.terms, card.platform.platform.name.clone());
    let place = terms.place.as_ref().map_or_else(|| letter.t.offer_remote(), |p| p.label.clone());
    let when = card.offer.slots.get(hit.slot).map(|s| say::day(s.starts_at, terms.zone, letter.lang));
    let facts: Vec<String> = when.into_iter().chain([place, by]).collect();
    Other {
        title: terms.title.clone(),
        facts: facts.join(", "),
        url: letter.url(&format!("/missions/{}", card.offer.id)),
    }
}

/// The search around the place of a mission.
fn nearby(terms: &Terms) -> String {
    let pairs = match &terms.place {
        Some(place) => vec![("ou", place.label.as_str()), ("commune", place.insee.as_str())],
        None => vec![("besoin", "a-distance")],
    };
    serde_urlencoded::to_string(pairs).map(|query| format!("?{query}")).unwrap_or_default()
}
