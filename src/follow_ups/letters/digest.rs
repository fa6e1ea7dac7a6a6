//! The letter of the week to an advisor: missions that are open and fit people whom he follows, and for how many of them. It
//! names nobody and tells nothing of what became of a proposal (I3); one press stops it.

use crate::accounts;
use crate::app::App;
use crate::board::Hit;
use crate::db::{Conn, Error, Result};
use crate::follow_ups::{Advisor, store};
use crate::kernel::{Email, Id, Instant, Lang, secret};
use crate::letters::{Paper, seal};
use crate::live::Card;
use crate::mail::Letter;
use crate::offers::notice::Wording;
use crate::people::availability::Availability;
use crate::people::{self, matching};
use crate::web::say;
use askama::Template;
use std::collections::HashMap;
use uuid::Uuid;

/// Missions in a letter.
const SHOWN: usize = 8;
/// Missions looked at for each person.
const LOOKED: usize = 30;

/// The secret part of the link that stops an advisor's letter.
#[must_use]
pub fn token(key: &[u8], who: Id<Advisor>) -> String {
    let plain = who.uuid().simple().to_string();
    let tag = secret::mac(key, &format!("stop-digest:{plain}"));
    format!("{plain}{tag}")
}

/// Whose letter a link stops; `None` when it is not one of ours.
#[must_use]
pub fn read(key: &[u8], typed: &str) -> Option<Id<Advisor>> {
    let who = Id::from_uuid(Uuid::try_parse(typed.get(..32)?).ok()?);
    secret::same(&token(key, who), typed).then_some(who)
}

/// A mission, in words.
struct Mission {
    title: String,
    by: String,
    when: String,
    place: String,
    fits: String,
    path: String,
}

/// The letter's words.
struct Words {
    missions: Vec<Mission>,
    notices: Vec<String>,
    stop: String,
}

#[derive(Template)]
#[template(path = "letters/digest.html")]
struct Html<'a> {
    letter: &'a Paper,
    d: &'a Words,
    subject: &'a str,
}

#[derive(Template)]
#[template(path = "letters/digest.txt")]
struct Text<'a> {
    letter: &'a Paper,
    d: &'a Words,
}

type Known = (Vec<Availability>, Email, Lang, bool);

fn known(conn: &mut Conn, now: Instant, who: Id<Advisor>) -> Result<Known> {
    let ids = store::portfolio(conn, now, who)?;
    let active = store::follow_ups_of(conn, now, &ids)?;
    let mut people = people::store::by_ids(conn, &ids)?;
    people.retain(|p| p.receives_proposals && active.contains_key(&p.id));
    let account = accounts::store::by_id(conn, Id::from_uuid(who.uuid()))?;
    let said = people::store::availabilities(conn, &people)?.into_values().collect();
    Ok((said, account.email, account.language, store::members::wants_digest(conn, who)?))
}

/// The letter of the week; `None` when nothing fits, or it was stopped.
///
/// # Errors
/// What the database says.
pub fn letter(app: &App, who: Id<Advisor>) -> Result<Option<Letter>> {
    let now = app.now();
    let (people, email, lang, wanted) = match app.store.read(|conn| known(conn, now, who)) {
        Err(Error::NotFound) => return Ok(None),
        other => other?,
    };
    let found = found(app, &people, now);
    if !wanted || found.is_empty() {
        return Ok(None);
    }
    let letter = Paper::new(app, lang);
    let told = |hit: &Hit<Card>| {
        let terms = &hit.payload.offer.terms;
        (Wording::of(terms.status, None, now), terms.title.clone())
    };
    let told: Vec<_> = found.iter().map(|(_, hit)| told(hit)).collect();
    let d = Words {
        notices: letter.notices(&told),
        missions: found.iter().map(|(people, hit)| mission(&letter, *people, hit)).collect(),
        stop: format!("/desabonnement/semaine/{}", token(&app.config.secret, who)),
    };
    let subject = letter.t.digest_subject();
    let (text, html) = (Text { letter: &letter, d: &d }, Html { letter: &letter, d: &d, subject: &subject });
    let sealed = seal(&email, subject.clone(), &text, &html)?;
    Ok(Some(Letter { stop: Some(letter.url(&d.stop)), ..sealed }))
}

/// What fits the most people, the soonest first among equals: how many, and the mission.
fn found(app: &App, people: &[Availability], now: Instant) -> Vec<(usize, Hit<Card>)> {
    let mut counts: HashMap<Uuid, (usize, Hit<Card>)> = HashMap::new();
    // Of who said no hour, that every mission fits is not known.
    for said in people.iter().filter(|said| said.tells_when(now)) {
        // The board is let go between two people: a long portfolio holds up nobody who writes.
        let fits = matching::page(&app.board(), said, now, 0, LOOKED).0;
        for hit in fits.into_iter().map(|fit| fit.hit) {
            counts.entry(hit.id).and_modify(|(n, _)| *n += 1).or_insert((1, hit));
        }
    }
    let mut all: Vec<(usize, Hit<Card>)> = counts.into_values().collect();
    let starts = |hit: &Hit<Card>| hit.payload.offer.slots.get(hit.slot).map(|s| s.starts_at);
    all.sort_by_key(|(n, hit)| (std::cmp::Reverse(*n), starts(hit), hit.id));
    all.truncate(SHOWN);
    all
}

fn mission(letter: &Paper, people: usize, hit: &Hit<Card>) -> Mission {
    let (card, t) = (&hit.payload, letter.t);
    let terms = &card.offer.terms;
    let slot = card.offer.slots.get(hit.slot).or_else(|| card.offer.slots.first());
    Mission {
        title: terms.title.clone(),
        by: card.platform.platform.name.clone(),
        when: slot.map_or_else(String::new, |s| {
            let hours = say::hours(s.starts_at, s.ends_at, terms.zone, letter.lang);
            format!("{}, {hours}", say::day(s.starts_at, terms.zone, letter.lang))
        }),
        place: terms.place.as_ref().map_or_else(|| t.offer_remote(), |p| p.label.clone()),
        fits: t.digest_fits(i64::try_from(people).unwrap_or(i64::MAX)),
        path: format!("/conseil/choix?mission={}", card.offer.id),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_stops_the_letter_of_one_advisor() {
        let who = Id::make();
        assert_eq!(read(b"key", &token(b"key", who)), Some(who));
        for wrong in ["", "x", &token(b"other", who), &token(b"key", who)[1..]] {
            assert_eq!(read(b"key", wrong), None);
        }
    }
}
