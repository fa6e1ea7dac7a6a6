//! What is still to be said of a follow-up, by phone or face to face, to who has no address: who follows her now, who stands in,
//! that its end is proposed (her time to think begins when it is said), that it takes effect. To read the words is a look at her
//! file (I16). Nothing of a mission is here (G3).

use crate::accounts;
use crate::db::{self, Conn};
use crate::follow_ups::pages::file::zone;
use crate::follow_ups::pages::way::goes_on;
use crate::follow_ups::plan::END_AFTER;
use crate::follow_ups::store::{self, mandates::Cover};
use crate::follow_ups::{Advisor, Ending, FollowUp, Word, WordAbout, last_day};
use crate::interests::pages::aloud::{ToSay, held};
use crate::kernel::{Id, Lang};
use crate::l10n::texts;
use crate::people::Person;
use crate::web::{Outcome, Page, say};
use std::collections::HashMap;

/// Who follows some people now, and who stands in, as it is to be said to them.
///
/// # Errors
/// What the database says.
pub(super) async fn changes(
    page: &Page,
    advisor: Id<Advisor>,
    people: &[Person],
    follow_ups: &HashMap<Id<Person>, FollowUp>,
) -> Outcome<Vec<ToSay>> {
    let (ids, now) = (people.iter().filter(|p| p.email.is_none()).map(|p| p.id).collect::<Vec<_>>(), page.now);
    let read = move |conn: &mut Conn| {
        let open = store::words::open(conn, &ids)?;
        let more = |conn: &mut Conn, word: Word| {
            let covers = store::mandates::covers(conn, now, &[word.person])?;
            Ok((word, covers, accounts::store::by_id(conn, Id::from_uuid(word.person.uuid()))?.language))
        };
        open.into_iter().map(|word| more(conn, word)).collect::<db::Result<Vec<_>>>()
    };
    let open = page.app.read(read).await?;
    if open.is_empty() {
        return Ok(Vec::new());
    }
    let seen = held(page, advisor, open.iter().map(|(word, ..)| word.person).collect()).await?;
    let said = |(word, covers, lang): (Word, Vec<Cover>, Lang)| {
        let person = people.iter().find(|p| p.id == word.person && seen.contains(&p.id))?;
        changed(person, follow_ups.get(&person.id)?, word, &covers, lang)
    };
    Ok(open.into_iter().filter_map(said).collect())
}

/// What is true no more is not said.
fn changed(person: &Person, follow_up: &FollowUp, word: Word, covers: &[Cover], lang: Lang) -> Option<ToSay> {
    let (t, zone) = (texts(lang), zone(person));
    let (name, service) = (&follow_up.referent.name, &follow_up.referent.service);
    let first = match word.about {
        WordAbout::Referent if !follow_up.held => return None,
        WordAbout::Referent => vec![t.referent_lead(name, &service.name), t.referent_same()],
        WordAbout::Cover => {
            let (_, by, until, _) = covers.iter().max_by_key(|cover| cover.2)?;
            let until = say::date(last_day((*until)?), zone, lang);
            vec![t.cover_said(by, name, until), t.referent_same()]
        }
    };
    let call = vec![format!("{} {}", t.end_letter_call(), service.phone)];
    Some(ToSay {
        action: format!("/conseil/personnes/{}/suivi/dit/{}", person.id, word.id),
        lang: lang.as_str(),
        subject: if word.about == WordAbout::Referent { t.referent_subject(name) } else { t.cover_said_subject() },
        paragraphs: [first].into_iter().chain(step(follow_up, person, lang)).chain([call]).collect(),
        ..ToSay::to(person)
    })
}

fn step(follow_up: &FollowUp, person: &Person, lang: Lang) -> Option<Vec<String>> {
    let (step, zone) = (follow_up.next_step.as_ref()?, zone(person));
    let when = format!("{}, {}", say::day(step.at, zone, lang), say::hour(step.at, zone, lang));
    Some(vec![texts(lang).proposal_step(when, &step.title)])
}

/// The ends that are to be said to some people by their advisor, that which was asked for first coming first.
///
/// # Errors
/// What the database says.
pub(super) async fn ends(
    page: &Page,
    advisor: Id<Advisor>,
    people: &[Person],
    follow_ups: &HashMap<Id<Person>, FollowUp>,
) -> Outcome<Vec<ToSay>> {
    let waits = |person: &&Person| {
        let follow_up = follow_ups.get(&person.id).filter(|_| person.email.is_none())?;
        let open = |ending: &Ending| ending.told_at.is_none() || ending.due_at <= page.now;
        follow_up.ending.filter(open).map(|ending| (follow_up, ending))
    };
    let mut open: Vec<(&Person, &FollowUp, Ending)> = people
        .iter()
        .filter_map(|person| waits(&person).map(|(follow_up, ending)| (person, follow_up, ending)))
        .collect();
    if open.is_empty() {
        return Ok(Vec::new());
    }
    open.sort_by_key(|(person, _, ending)| (ending.asked_at, person.id));
    let ids: Vec<Id<Person>> = open.iter().map(|(person, ..)| person.id).collect();
    let seen = held(page, advisor, ids.clone()).await?;
    let now = page.now;
    let spoken = move |conn: &mut Conn| {
        let known = |id: &Id<Person>| {
            let lang = accounts::store::by_id(conn, Id::from_uuid(id.uuid()))?.language;
            Ok((lang, goes_on(conn, now, *id)?))
        };
        ids.iter().map(known).collect::<db::Result<Vec<(Lang, bool)>>>()
    };
    let known = page.app.read(spoken).await?;
    let all = open.into_iter().zip(known).filter(|((person, ..), _)| seen.contains(&person.id));
    // What goes on for her puts off what takes effect, not what is proposed.
    let all = all.filter(|((_, _, ending), (_, goes_on))| ending.told_at.is_none() || !goes_on);
    Ok(all
        .map(|((person, follow_up, ending), (lang, _))| match ending.told_at {
            None => words(page, person, follow_up, ending, lang),
            Some(_) => ended(person, follow_up, ending, lang),
        })
        .collect())
}

/// Her time to think is over: it ends once it is said, and where to go then.
fn ended(person: &Person, follow_up: &FollowUp, ending: Ending, lang: Lang) -> ToSay {
    let (t, service) = (texts(lang), &follow_up.referent.service);
    let reason = t.end_letter_reason(t.word("end-reason", ending.reason.as_str()));
    ToSay {
        action: format!("/conseil/personnes/{}/fin/dite", person.id),
        lang: lang.as_str(),
        subject: t.ended_said_subject(),
        paragraphs: vec![
            vec![t.ended_said_lead(&follow_up.referent.name, &service.name), reason],
            vec![t.end_said_rights()],
            vec![format!("{} {}", t.ended_letter_call(), service.phone)],
        ],
        ..ToSay::to(person)
    }
}

fn words(page: &Page, person: &Person, follow_up: &FollowUp, ending: Ending, lang: Lang) -> ToSay {
    let (t, zone) = (texts(lang), zone(person));
    let (name, service) = (&follow_up.referent.name, &follow_up.referent.service);
    let step = step(follow_up, person, lang);
    let reason = t.end_letter_reason(t.word("end-reason", ending.reason.as_str()));
    let due = say::date(page.now + END_AFTER, zone, lang);
    let paragraphs = [
        vec![t.end_letter_lead(name, &service.name), reason],
        vec![t.end_said_choice(END_AFTER.num_days(), due)],
        vec![t.end_said_rights()],
    ];
    let call = vec![format!("{} {}", t.end_letter_call(), service.phone)];
    ToSay {
        action: format!("/conseil/personnes/{}/fin/dite", person.id),
        soon: None,
        reminds: false,
        lang: lang.as_str(),
        subject: t.end_said_subject(),
        notice: Vec::new(),
        paragraphs: paragraphs.into_iter().chain(step).chain([call]).collect(),
        ..ToSay::to(person)
    }
}
