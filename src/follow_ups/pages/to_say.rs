//! Ends of follow-ups that are still to be said, by phone or face to face, to who has no address: her time to think begins when it
//! is said. To read the words is a look at her file (I16). Nothing of a mission is here (G3).

use crate::accounts;
use crate::follow_ups::pages::file::zone;
use crate::follow_ups::plan::END_AFTER;
use crate::follow_ups::{Advisor, Ending, FollowUp};
use crate::interests::pages::aloud::{ToSay, held};
use crate::kernel::{Id, Lang};
use crate::l10n::texts;
use crate::people::Person;
use crate::web::{Outcome, Page, say};
use std::collections::HashMap;

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
        follow_up.ending.filter(|ending| ending.told_at.is_none()).map(|ending| (follow_up, ending))
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
    let spoken = move |conn: &mut crate::db::Conn| {
        let lang =
            |id: &Id<Person>| accounts::store::by_id(conn, Id::from_uuid(id.uuid())).map(|account| account.language);
        ids.iter().map(lang).collect::<crate::db::Result<Vec<Lang>>>()
    };
    let langs = page.app.read(spoken).await?;
    let all = open.into_iter().zip(langs).filter(|((person, ..), _)| seen.contains(&person.id));
    Ok(all.map(|((person, follow_up, ending), lang)| words(page, person, follow_up, ending, lang)).collect())
}

fn words(page: &Page, person: &Person, follow_up: &FollowUp, ending: Ending, lang: Lang) -> ToSay {
    let (t, zone) = (texts(lang), zone(person));
    let (name, service) = (&follow_up.referent.name, &follow_up.referent.service);
    let step = follow_up.next_step.as_ref().map(|step| {
        let when = format!("{}, {}", say::day(step.at, zone, lang), say::hour(step.at, zone, lang));
        vec![t.proposal_step(when, &step.title)]
    });
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
