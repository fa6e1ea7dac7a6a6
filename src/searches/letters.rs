//! The letter of saved searches: what answers them, gathered for one person. It is made from the board at the moment it is
//! written: a mission that is masked or full meanwhile is left out, and no letter leaves for nothing (I1). Each mission
//! carries the notice (I5), and one press stops the letters, without signing in.

use crate::accounts;
use crate::app::App;
use crate::board::Hit;
use crate::db::{Conn, Error, Result};
use crate::jobs::{self, Job, News};
use crate::kernel::{Id, Instant, Lang};
use crate::letters::{Paper, seal};
use crate::live::Card;
use crate::mail::Letter;
use crate::offers::asked::Hers;
use crate::offers::cards::HERE;
use crate::offers::notice::Wording;
use crate::offers::words::words as said;
use crate::offers::{Offer, PayUnit};
use crate::people::{self, Channel, Person, Preference};
use crate::push::{self, Notice};
use crate::searches::store::heard;
use crate::searches::{Frequency, SavedSearch, Stop, asked, words};
use crate::web::{Voice, say};
use askama::Template;
use std::collections::{HashMap, HashSet};

/// Missions shown in one letter; the others are counted, and a link leads to them.
const SHOWN: usize = 10;

/// A mission, in words.
struct Mission {
    path: String,
    title: String,
    by: String,
    label: String,
    when: String,
    place: String,
    somewhere: bool,
    pay: String,
}

/// What answers one search.
struct Section {
    name: String,
    path: String,
    missions: Vec<Mission>,
    more: usize,
    stop: String,
}

/// The letter's words.
struct Alert {
    first_name: String,
    sections: Vec<Section>,
    notices: Vec<String>,
    /// The link that stops this letter: of its search, or of all hers when it tells of several.
    stop: String,
}

#[derive(Template)]
#[template(path = "letters/alert.html")]
struct Html<'a> {
    letter: &'a Paper,
    a: &'a Alert,
    subject: &'a str,
}

#[derive(Template)]
#[template(path = "letters/alert.txt")]
struct Text<'a> {
    letter: &'a Paper,
    a: &'a Alert,
}

type Told = (Id<SavedSearch>, Id<Offer>, Instant);

/// The letter of a person's searches; `None` when there is nothing to tell her any more, or nobody to tell it to.
///
/// # Errors
/// What the database says.
pub fn alert(app: &App, person: Id<Person>, job: Id<Job>) -> Result<Option<Letter>> {
    let now = app.now();
    let told = app.store.write(|tx| {
        // From here on what is heard needs another letter.
        jobs::unkey(tx, job)?;
        if heard::take(tx, now, person, job)? {
            push::actions::tell(tx, now, person, &News::Found { letter: job.uuid() })?;
        }
        heard::told(tx, job)
    })?;
    if told.is_empty() {
        return Ok(None);
    }
    let known = app.store.read(|conn| known(conn, person, &told));
    let (person, hers, lang, wanted, searches) = match known {
        Ok(known) => known,
        Err(Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    if wanted.channel == Channel::Space {
        return Ok(None);
    }
    let letter = Paper::new(app, lang).plainly(wanted.plain);
    let (found, left_out) = shown(app, &searches, &told, &hers, now);
    app.store.write(|tx| heard::untold(tx, &left_out))?;
    let Some((first, _)) = found.first() else { return Ok(None) };
    let total = i64::try_from(found.iter().map(|(_, hits)| hits.len()).sum::<usize>()).unwrap_or(i64::MAX);
    let (subject, stop) = if found.len() == 1 {
        (letter.t.alert_subject(total, named(app, lang, now, first)), Stop::One(first.id))
    } else {
        (letter.t.alert_subject_many(total), Stop::All(person.id))
    };
    let a = Alert {
        stop: stop_path(app, stop),
        notices: notices(&letter, &found),
        sections: sections(app, &letter, &found),
        first_name: person.first_name,
    };
    let (text, html) = (Text { letter: &letter, a: &a }, Html { letter: &letter, a: &a, subject: &subject });
    let sealed = seal(&person.email, subject.clone(), &text, &html)?;
    Ok(Some(Letter { stop: Some(letter.url(&a.stop)), ..sealed }))
}

/// The same on a device: what answers the searches of which she is told at once.
///
/// # Errors
/// What the database says.
pub fn notice(app: &App, person: Id<Person>, letter: Id<Job>) -> Result<Option<Notice>> {
    let now = app.now();
    let told = app.store.read(|conn| heard::told(conn, letter))?;
    let (_, hers, lang, _, mut searches) = app.store.read(|conn| known(conn, person, &told))?;
    searches.retain(|_, search| search.frequency == Frequency::Immediate);
    let (found, _) = shown(app, &searches, &told, &hers, now);
    let Some((first, hits)) = found.first() else { return Ok(None) };
    let t = Paper::new(app, lang).t;
    let total = i64::try_from(found.iter().map(|(_, hits)| hits.len()).sum::<usize>()).unwrap_or(i64::MAX);
    let (subject, path) = match found.len() {
        1 => (t.alert_subject(total, named(app, lang, now, first)), format!("/moi/recherches/{}", first.id)),
        _ => (t.alert_subject_many(total), "/moi/recherches".to_owned()),
    };
    let title = hits.first().map_or("", |hit| hit.payload.offer.terms.title.as_str());
    Ok(Some(Notice::new(lang, &subject, &format!("{title}. {}", t.notice_short()), &path)))
}

type Known = (Person, Hers, Lang, Preference, HashMap<Id<SavedSearch>, SavedSearch>);

fn known(conn: &mut Conn, person: Id<Person>, told: &[Told]) -> Result<Known> {
    let person = people::store::by_id(conn, person)?;
    let lang = accounts::store::by_id(conn, person.account())?.language;
    let wanted = people::store::preference(conn, person.id)?;
    let mut ids: Vec<_> = told.iter().map(|(search, ..)| *search).collect();
    ids.dedup();
    let hers = people::store::availability(conn, &person)?.hers();
    Ok((person, hers, lang, wanted, heard::by_ids(conn, &ids)?))
}

/// Its name, in the language that she reads now.
fn named(app: &App, lang: Lang, now: Instant, search: &SavedSearch) -> String {
    words::name(&Voice::of(app, lang, now), search, &asked::again(&search.query, now))
}

fn stop_path(app: &App, stop: Stop) -> String {
    format!("/desabonnement/{}", stop.token(&app.config.secret))
}

type Found<'a> = Vec<(&'a SavedSearch, Vec<Hit<Card>>)>;
type LeftOut = Vec<(Id<SavedSearch>, Id<Offer>)>;

/// What still answers, by search, each mission once; and what is left out.
fn shown<'a>(
    app: &App,
    searches: &'a HashMap<Id<SavedSearch>, SavedSearch>,
    told: &[Told],
    hours: &Hers,
    now: Instant,
) -> (Found<'a>, LeftOut) {
    let (board, mut once) = (app.board(), HashSet::new());
    let (mut found, mut left_out): (Found<'a>, _) = (Vec::new(), Vec::new());
    for (key, offer, heard_at) in told {
        let Some(search) = searches.get(key) else { continue };
        // As it was asked when it was heard: a mission of "tomorrow" does not go because the night went by.
        let hit = asked::question(&search.query, *heard_at, hours)
            .and_then(|question| board.hit(&question, offer.uuid(), now.seconds()))
            .filter(|hit| hit.payload.platform.active_label(now).is_some());
        match hit {
            None => left_out.push((*key, *offer)),
            Some(hit) if once.insert(*offer) => match found.last_mut() {
                Some((last, hits)) if last.id == *key => hits.push(hit),
                _ => found.push((search, vec![hit])),
            },
            Some(_) => {}
        }
    }
    for (_, hits) in &mut found {
        hits.sort_by_key(|hit| (hit.payload.offer.slots.get(hit.slot).map(|s| s.starts_at), hit.id));
    }
    (found, left_out)
}

/// The searches with their missions: the first of each, as many as the letter holds.
fn sections(app: &App, letter: &Paper, found: &Found<'_>) -> Vec<Section> {
    let share = (SHOWN / found.len().max(1)).max(1);
    let mut room = SHOWN;
    let section = |(search, hits): &(&SavedSearch, Vec<Hit<Card>>)| {
        let here = hits.len().min(share).min(room);
        room -= here;
        Section {
            name: named(app, letter.lang, letter.now, search),
            path: format!("/missions?{}", search.query),
            missions: hits.iter().take(here).map(|hit| mission(letter, hit)).collect(),
            more: hits.len() - here,
            stop: stop_path(app, Stop::One(search.id)),
        }
    };
    found.iter().map(section).collect()
}

/// The full notice, in each wording that a mission of the letter asks for.
fn notices(letter: &Paper, found: &Found<'_>) -> Vec<String> {
    let told = |hit: &Hit<Card>| {
        let terms = &hit.payload.offer.terms;
        (Wording::of(terms.status, None, letter.now), terms.title.clone())
    };
    letter.notices(&found.iter().flat_map(|(_, hits)| hits).map(told).collect::<Vec<_>>())
}

fn mission(letter: &Paper, hit: &Hit<Card>) -> Mission {
    let (t, lang, card) = (letter.t, letter.lang, &hit.payload);
    let terms = &card.offer.terms;
    let slot = card.offer.slots.get(hit.slot).or_else(|| card.offer.slots.first());
    let until = card.platform.active_label(letter.now).map_or(letter.now, |label| label.until());
    let amount = terms.pay.say(lang);
    let near =
        hit.distance_m.map(|m| if m < HERE { t.offer_here() } else { said(lang).distance(&say::distance(m, lang)) });
    let place = terms.place.as_ref().map_or_else(|| t.offer_remote(), |p| p.label.clone());
    Mission {
        path: format!("/missions/{}", card.offer.id),
        title: terms.title.clone(),
        by: card.platform.platform.name.clone(),
        label: t.proposal_label(say::date(until, chrono_tz::Europe::Paris, lang)),
        when: slot.map_or_else(String::new, |s| {
            let hours = say::hours(s.starts_at, s.ends_at, terms.zone, lang);
            format!("{}, {hours}", say::day(s.starts_at, terms.zone, lang))
        }),
        place: near.map_or_else(|| place.clone(), |near| format!("{place}, {near}")),
        somewhere: terms.place.is_some(),
        pay: match terms.unit {
            PayUnit::Hour => said(lang).per_hour(&amount),
            PayUnit::Mission => said(lang).per_mission(&amount),
        },
    }
}
