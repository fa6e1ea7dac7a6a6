//! Several proposals at once: missions for a person, or people for a mission. Each person receives one letter, which is read
//! before it leaves, notice first. All leave, or none: when the situation changed meanwhile, it says for whom and why, and the others wait for a
//! second press.

use crate::accounts::local_path;
use crate::app::App;
use crate::db::{self, Tx};
use crate::follow_ups::{self, Mandate};
use crate::kernel::rule::Kind;
use crate::kernel::{Id, Instant, RuleError};
use crate::offers::Offer;
use crate::people::Person;
use crate::referrals::actions;
use crate::referrals::letters::{self, Facts, Preview};
use crate::referrals::pages::confirm::prepare;
use crate::referrals::pages::{Asked, choose, person, why_not};
use crate::web::page::see_other;
use crate::web::signed::ForAdvisor;
use crate::web::{Error, Fields, Form, Outcome, Page, Signed, form};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Letters that leave at once.
const MOST: usize = 30;

/// A mission for a person.
type Pair = (Id<Person>, Id<Offer>);

/// The confirmation.
#[derive(Template)]
#[template(path = "referrals/batch.html")]
struct Batch {
    page: Page,
    fields: Fields,
    letters: Vec<Letter>,
    /// Proposals that would leave.
    missions: usize,
    /// People who receive a letter, and people who have no address.
    written: i64,
    aloud: i64,
    blocked: Vec<Blocked>,
    /// Missions with fewer places than people.
    short: Vec<Short>,
    back: String,
}

/// What one person would receive.
struct Letter {
    pairs: Vec<String>,
    name: String,
    /// She has no address: nothing leaves, the words are read to her.
    aloud: bool,
    titles: Vec<String>,
    preview: Preview,
}

/// What cannot be proposed, and why.
struct Blocked {
    name: String,
    title: String,
    why: String,
}

/// A mission with fewer places than people to whom it would be proposed.
struct Short {
    title: String,
    left: i64,
    people: i64,
}

/// What was asked, pair by pair.
struct Found {
    ready: Vec<Facts>,
    blocked: Vec<(Person, Offer, RuleError)>,
}

/// Who and what was ticked; `personne` × `mission`, or pairs.
fn pairs(fields: &Fields) -> Outcome<Vec<Pair>> {
    let mut out: Vec<Pair> = Vec::new();
    let mut add = |person: &str, offer: &str| {
        let pair = (person.parse().map_err(|_| Error::NotFound)?, offer.parse().map_err(|_| Error::NotFound)?);
        // Beyond what may be proposed at once, one more is enough to be told so.
        if out.len() <= MOST && !out.contains(&pair) {
            out.push(pair);
        }
        Ok::<_, Error>(())
    };
    for person in fields.all("personne") {
        for offer in fields.all("mission") {
            add(person, offer)?;
        }
    }
    for pair in fields.all("paire") {
        let (person, offer) = pair.split_once('.').ok_or(Error::NotFound)?;
        add(person, offer)?;
    }
    Ok(out)
}

/// Where the advisor came from: a page of ours about missions or people.
pub(super) fn back(fields: &Fields) -> String {
    let path = local_path(fields.get("retour"));
    let ours = path.starts_with("/missions/") || path == "/conseil" || path.starts_with("/conseil/");
    let path = if ours { path } else { "/conseil".to_owned() };
    // What was confirmed before is not confirmed again.
    let (path, query) = path.split_once('?').unwrap_or((&path, ""));
    let told = |pair: &str| ["ok=", "lettres=", "voix="].iter().any(|name| pair.starts_with(name));
    let kept: Vec<&str> = query.split('&').filter(|pair| !pair.is_empty() && !told(pair)).collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

/// `GET /conseil/proposer?personne=…&mission=…`
///
/// # Errors
/// `NotFound` without a mandate on each, or when there is no such mission; `mandate-ended`.
pub async fn form(who: Signed<ForAdvisor>) -> Outcome<HttpResponse> {
    let mut fields = form::query(&who.query);
    let pairs = pairs(&fields)?;
    let (people, missions) = (fields.all("personne").count(), fields.all("mission").count());
    if pairs.is_empty() && people > 0 {
        let asked = Asked::of(&who, fields.get("personne"))?;
        let number = form::query(fields.get("retour").split_once('?').map_or("", |(_, q)| q)).get("page").parse();
        return person::shown(who.page, asked, number.unwrap_or(1), Some(&RuleError::invalid("mission-unticked")))
            .await;
    }
    let rule = match pairs.len() {
        0 => Some(RuleError::invalid("nobody-ticked")),
        1..=MOST => None,
        _ => Some(RuleError::invalid("too-many-letters").with("max", MOST)),
    };
    match rule {
        Some(rule) if missions > 0 => {
            fields.refuse(&[rule], who.t);
            choose::listed(who, fields, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Some(_) => Err(Error::NotFound),
        None => ask(who, pairs, fields, StatusCode::OK).await,
    }
}

/// Shows the letters.
async fn ask(who: Signed<ForAdvisor>, pairs: Vec<Pair>, fields: Fields, status: StatusCode) -> Outcome<HttpResponse> {
    let advisor = follow_ups::pages::advisor_of(&who);
    let found = who
        .app
        .write(move |tx, now| {
            let mandates = mandates(tx, now, advisor, &pairs)?;
            for held in mandates.values() {
                follow_ups::actions::note_look(tx, now, held)?;
            }
            sort(tx, now, &mandates, &pairs)
        })
        .await?;
    let mut page = who.page;
    page.path = "/conseil/proposer".into();
    page.query = serde_urlencoded::to_string(
        fields.pairs().filter(|(k, _)| ["personne", "mission", "paire", "retour"].contains(k)).collect::<Vec<_>>(),
    )
    .unwrap_or_default();
    let letters = letters(&page.app, &found.ready, fields.get("note"))?;
    let blocked = found.blocked.iter().map(|(person, offer, rule)| Blocked {
        name: person.name(),
        title: offer.terms.title.clone(),
        why: why_not(page.t, rule),
    });
    let blocked = blocked.collect();
    let missions = found.ready.len();
    let number = |aloud| i64::try_from(letters.iter().filter(|l| l.aloud == aloud).count()).unwrap_or(i64::MAX);
    let (written, aloud, short) = (number(false), number(true), short(&found.ready, page.now));
    let template = Batch { letters, missions, written, aloud, blocked, short, back: back(&fields), fields, page };
    template.page.html_with(status, &template)
}

/// The proof for each person, in this transaction.
fn mandates(
    tx: &mut Tx<'_>,
    now: Instant,
    advisor: Id<follow_ups::Advisor>,
    pairs: &[Pair],
) -> db::Result<BTreeMap<Id<Person>, Mandate>> {
    let mut out = BTreeMap::new();
    for (person, _) in pairs {
        if !out.contains_key(person) {
            out.insert(*person, Asked { advisor, person: *person }.mandate(tx, now)?);
        }
    }
    Ok(out)
}

/// What can be proposed, and what cannot.
fn sort(tx: &mut Tx<'_>, now: Instant, mandates: &BTreeMap<Id<Person>, Mandate>, pairs: &[Pair]) -> db::Result<Found> {
    let mut found = Found { ready: Vec::new(), blocked: Vec::new() };
    for (person, offer) in pairs {
        let held = mandates.get(person).ok_or(db::Error::NotFound)?;
        match prepare(tx, now, held, *offer) {
            Ok(facts) => found.ready.push(facts),
            Err(db::Error::Rules(rules)) => {
                let person = crate::people::store::by_id(tx, *person)?;
                let offer = crate::offers::store::by_id(tx, *offer)?;
                let rule = rules.into_iter().next().unwrap_or_else(|| RuleError::conflict("changed-meanwhile"));
                found.blocked.push((person, offer, rule));
            }
            Err(other) => return Err(other),
        }
    }
    Ok(found)
}

fn letters(app: &App, ready: &[Facts], note: &str) -> db::Result<Vec<Letter>> {
    let mut people: Vec<Vec<&Facts>> = Vec::new();
    for facts in ready {
        match people.iter_mut().find(|hers| hers[0].person.id == facts.person.id) {
            Some(hers) => hers.push(facts),
            None => people.push(vec![facts]),
        }
    }
    let letter = |hers: &Vec<&Facts>| {
        Ok(Letter {
            pairs: hers.iter().map(|facts| format!("{}.{}", facts.person.id, facts.offer.id)).collect(),
            name: hers[0].person.name(),
            aloud: hers[0].person.email.is_none(),
            titles: hers.iter().map(|facts| facts.offer.terms.title.clone()).collect(),
            preview: letters::preview(app, hers, note)?,
        })
    };
    people.iter().map(letter).collect()
}

/// The missions with fewer places than people, in the order in which they were asked for.
fn short(ready: &[Facts], now: Instant) -> Vec<Short> {
    let mut people: HashMap<Id<Offer>, i64> = HashMap::new();
    for facts in ready {
        *people.entry(facts.offer.id).or_default() += 1;
    }
    let mut out: Vec<Short> = Vec::new();
    for facts in ready {
        let Some(people) = people.remove(&facts.offer.id) else { continue };
        let left = facts.offer.slots.iter().filter(|s| s.open_at(now)).map(|s| i64::from(s.left())).sum();
        if left < people {
            out.push(Short { title: facts.offer.terms.title.clone(), left, people });
        }
    }
    out
}

/// `POST /conseil/proposer`: every letter leaves, or none.
///
/// # Errors
/// `NotFound` without a mandate on each, or when there is no such mission; `mandate-ended`.
pub async fn propose(who: Signed<ForAdvisor>, Form(mut fields): Form) -> Outcome<HttpResponse> {
    let pairs = pairs(&fields)?;
    if pairs.is_empty() || pairs.len() > MOST {
        return Err(Error::NotFound);
    }
    let advisor = follow_ups::pages::advisor_of(&who);
    let (app, asked, note) = (Arc::clone(&who.app), pairs.clone(), fields.get("note").to_owned());
    let done = who.app.write(move |tx, now| {
        let mandates = mandates(tx, now, advisor, &asked)?;
        if !sort(tx, now, &mandates, &asked)?.blocked.is_empty() {
            return Ok(None);
        }
        let mut put = Vec::with_capacity(asked.len());
        for (person, offer) in &asked {
            let held = mandates.get(person).ok_or(db::Error::NotFound)?;
            let follow_up = follow_ups::store::follow_up_of(tx, now, *person)?;
            let convention = follow_up.and_then(|f| f.referent.service.convention_from);
            put.push(app.with_desk(convention, |desk| actions::put(tx, now, desk, held, *offer, &note))?);
        }
        actions::tell(tx, now, &put)?;
        reached(tx, mandates.keys()).map(Some)
    });
    match done.await {
        Ok(Some((written, aloud))) => {
            let back = back(&fields);
            let mark = if back.contains('?') { '&' } else { '?' };
            let told = format!("ok=proposed-many&lettres={written}&voix={aloud}");
            Ok(see_other(&who.page, &format!("{back}{mark}{told}")))
        }
        // A colleague, a platform or the person was faster: it says what is left.
        Ok(None) | Err(db::Error::Conflict(_)) => ask(who, pairs, fields, StatusCode::CONFLICT).await,
        Err(db::Error::Rules(rules)) if rules.iter().all(|r| r.kind == Kind::Invalid) => {
            fields.refuse(&rules, who.t);
            ask(who, pairs, fields, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(other) => Err(other.into()),
    }
}

/// How many people receive a letter, and how many have no address.
fn reached<'a>(tx: &mut Tx<'_>, people: impl Iterator<Item = &'a Id<Person>>) -> db::Result<(usize, usize)> {
    let ids: Vec<Id<Person>> = people.copied().collect();
    let aloud = crate::people::store::by_ids(tx, &ids)?.iter().filter(|p| p.email.is_none()).count();
    Ok((ids.len() - aloud, aloud))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields::of(pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect())
    }

    #[test]
    fn one_comes_back_to_a_page_of_missions_or_people_and_nowhere_else() {
        let back = |to: &str| back(&fields(&[("retour", to)]));
        assert_eq!(back("/conseil/personnes/x?page=2&ok=proposed"), "/conseil/personnes/x?page=2");
        assert_eq!(back("/missions/x?creneau=y"), "/missions/x?creneau=y");
        for elsewhere in ["//evil.example", "https://evil.example", "/deconnexion", "/conseiller", ""] {
            assert_eq!(back(elsewhere), "/conseil", "{elsewhere}");
        }
    }

    #[test]
    fn people_and_missions_are_crossed_once_each() {
        let (a, b, m) = (uuid::Uuid::now_v7().to_string(), uuid::Uuid::now_v7().to_string(), uuid::Uuid::now_v7());
        let m = m.to_string();
        let asked = fields(&[("personne", &a), ("personne", &b), ("personne", &a), ("mission", &m)]);
        assert_eq!(pairs(&asked).unwrap().len(), 2);
        assert_eq!(pairs(&fields(&[("paire", &format!("{a}.{m}"))])).unwrap().len(), 1);
        assert!(pairs(&fields(&[("paire", "x")])).is_err());
    }
}
