//! What a follow-up writes: to a person, that an end is asked for and, later, that it ended; to a referent, that people have come to
//! be without a next step. His letter names nobody.

pub mod address;
pub mod digest;
pub mod entrusted;
pub mod invited;
pub mod request;
pub mod unheld;

use crate::accounts;
use crate::app::App;
use crate::db::{Error, Result};
use crate::follow_ups::{Advisor, FollowUp, store};
use crate::jobs::{self, Job};
use crate::kernel::{Email, Id, Lang};
use crate::letters::{Paper, seal};
use crate::mail::Letter;
use crate::people::{self, Channel, Person};
use crate::web::say;
use askama::Template;

#[derive(Template)]
#[template(path = "letters/follow_up_end.html")]
struct EndHtml<'a> {
    letter: &'a Paper,
    e: &'a End,
}

#[derive(Template)]
#[template(path = "letters/follow_up_end.txt")]
struct EndText<'a> {
    letter: &'a Paper,
    e: &'a End,
}

/// The words of an end that is asked for.
struct End {
    first_name: String,
    advisor: String,
    service: String,
    phone: String,
    reason: String,
    step: Option<(String, String)>,
    /// When it takes effect by itself.
    due: String,
    link: String,
}

/// Who is written to, and her follow-up; `None` when there is nobody any more.
fn known(app: &App, person: Id<Person>) -> Result<Option<(FollowUp, Person, Lang)>> {
    let now = app.now();
    let known = app.store.read(|conn| {
        let person = people::store::by_id(conn, person)?;
        let lang = accounts::store::by_id(conn, person.account())?.language;
        Ok(store::follow_up_of(conn, now, person.id)?.map(|follow_up| (follow_up, person, lang)))
    });
    match known {
        Err(Error::NotFound) => Ok(None),
        other => other,
    }
}

/// Whether she reads what happens in her space only: no letter leaves then, and her space says the same.
fn reads_in_her_space(app: &App, person: &Person) -> Result<bool> {
    Ok(app.store.read(|conn| people::store::preference(conn, person.id))?.channel == Channel::Space)
}

/// "mardi 1er décembre, 9 h", and what.
fn step(follow_up: &FollowUp, person: &Person, lang: Lang) -> Option<(String, String)> {
    let zone = crate::follow_ups::pages::file::zone(person);
    let step = follow_up.next_step.as_ref()?;
    Some((format!("{}, {}", say::day(step.at, zone, lang), say::hour(step.at, zone, lang)), step.title.clone()))
}

#[derive(Template)]
#[template(path = "letters/referent.html")]
struct ReferentHtml<'a> {
    letter: &'a Paper,
    person: &'a Person,
    follow_up: &'a FollowUp,
    step: &'a Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "letters/referent.txt")]
struct ReferentText<'a> {
    letter: &'a Paper,
    person: &'a Person,
    follow_up: &'a FollowUp,
    step: &'a Option<(String, String)>,
}

/// The letter that tells a person who follows her now, or that her service is looking for somebody; `None` when her follow-up is
/// over.
///
/// # Errors
/// What the database says.
pub fn referent(app: &App, person: Id<Person>) -> Result<Option<Letter>> {
    let Some((follow_up, person, lang)) = known(app, person)? else { return Ok(None) };
    let letter = Paper::new(app, lang);
    let step = step(&follow_up, &person, lang);
    let subject = if follow_up.held {
        letter.t.referent_subject(&follow_up.referent.name)
    } else {
        letter.t.unheld_hers_subject()
    };
    let (letter, follow_up, step, to) = (&letter, &follow_up, &step, &person);
    let text = ReferentText { letter, person: to, follow_up, step };
    seal(&person.email, subject, &text, &ReferentHtml { letter, person: to, follow_up, step }).map(Some)
}

/// The letter that asks for her agreement; `None` when it is asked for no more.
///
/// # Errors
/// What the database says.
pub fn ending(app: &App, person: Id<Person>) -> Result<Option<Letter>> {
    let Some((follow_up, person, lang)) = known(app, person)? else { return Ok(None) };
    let Some(asked) = follow_up.ending else { return Ok(None) };
    // Who has no address is told by who follows her: no link of hers is made.
    if person.email.is_none() || reads_in_her_space(app, &person)? {
        return Ok(None);
    }
    let token = app.write_now(|tx, now| accounts::actions::letter_link(tx, now, person.account(), "/moi/suivi"))?;
    let letter = Paper::new(app, lang);
    let e = End {
        step: step(&follow_up, &person, lang),
        due: say::date(asked.due_at, crate::follow_ups::pages::file::zone(&person), lang),
        link: letter.url(&format!("/connexion/lien/{token}")),
        advisor: follow_up.referent.name,
        service: follow_up.referent.service.name,
        phone: follow_up.referent.service.phone,
        reason: letter.t.word("end-reason", asked.reason.as_str()),
        first_name: person.first_name,
    };
    let (text, html) = (EndText { letter: &letter, e: &e }, EndHtml { letter: &letter, e: &e });
    seal(&person.email, letter.t.end_letter_subject(), &text, &html).map(Some)
}

#[derive(Template)]
#[template(path = "letters/follow_up_ended.html")]
struct EndedHtml<'a> {
    letter: &'a Paper,
    first_name: &'a str,
    ended: &'a store::Ended,
    reason: &'a str,
}

#[derive(Template)]
#[template(path = "letters/follow_up_ended.txt")]
struct EndedText<'a> {
    letter: &'a Paper,
    first_name: &'a str,
    ended: &'a store::Ended,
    reason: &'a str,
}

/// The letter that tells her that her follow-up has ended; `None` when somebody follows her again.
///
/// # Errors
/// What the database says.
pub fn ended(app: &App, person: Id<Person>) -> Result<Option<Letter>> {
    if known(app, person)?.is_some() {
        return Ok(None);
    }
    let found = app.store.read(|conn| {
        let person = people::store::by_id(conn, person)?;
        let lang = accounts::store::by_id(conn, person.account())?.language;
        Ok((store::ended(conn, person.id)?.into_iter().next(), person, lang))
    });
    let (ended, person, lang) = match found {
        Err(Error::NotFound) => return Ok(None),
        other => other?,
    };
    let Some(ended) = ended else { return Ok(None) };
    if reads_in_her_space(app, &person)? {
        return Ok(None);
    }
    let letter = Paper::new(app, lang);
    let (reason, subject) = (letter.t.word("end-reason", ended.reason.as_str()), letter.t.ended_letter_subject());
    let (letter, first_name, ended, reason) = (&letter, person.first_name.as_str(), &ended, reason.as_str());
    let text = EndedText { letter, first_name, ended, reason };
    seal(&person.email, subject, &text, &EndedHtml { letter, first_name, ended, reason }).map(Some)
}

#[derive(Template)]
#[template(path = "letters/stepless.html")]
struct SteplessHtml<'a> {
    letter: &'a Paper,
    people: i64,
}

#[derive(Template)]
#[template(path = "letters/stepless.txt")]
struct SteplessText<'a> {
    letter: &'a Paper,
    people: i64,
}

/// The letter to a referent whose people have come to be without a next step; `None` when each has one again.
///
/// # Errors
/// What the database says.
pub fn stepless(app: &App, advisor: Id<Advisor>, job: Id<Job>) -> Result<Option<Letter>> {
    let now = app.now();
    // From here on another lapse needs another letter.
    app.store.write(|tx| jobs::unkey(tx, job))?;
    let account = Id::from_uuid(advisor.uuid());
    let (people, email, lang) = app.store.read(|conn| {
        let ids = store::portfolio(conn, now, advisor)?;
        let follow_ups = store::follow_ups_of(conn, now, &ids)?;
        let without = follow_ups.values().filter(|f| f.referent.id == advisor && f.next_step.is_none()).count();
        let account = accounts::store::by_id(conn, account)?;
        let email: Email = account.email;
        Ok((i64::try_from(without).unwrap_or(i64::MAX), email, account.language))
    })?;
    if people == 0 {
        return Ok(None);
    }
    let letter = Paper::new(app, lang);
    let (text, html) = (SteplessText { letter: &letter, people }, SteplessHtml { letter: &letter, people });
    seal(&email, letter.t.stepless_letter_subject(), &text, &html).map(Some)
}
