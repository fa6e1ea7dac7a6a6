//! What she is reminded of: the day before, the slot that is agreed; by the calendar, that a month can be declared. A slot that
//! does not take place any more is not written about, and one press stops these letters.

use crate::accounts;
use crate::app::App;
use crate::db::{Conn, Error, Result};
use crate::engagements::month::Month;
use crate::follow_ups::store as follow_ups;
use crate::interests::pages::told::Told;
use crate::interests::store::{self as interests, Whole};
use crate::interests::{Interest, State};
use crate::kernel::{Id, Instant, Lang};
use crate::letters::{Paper, seal};
use crate::mail::Letter;
use crate::offers::notice::Wording;
use crate::people::{self, Channel, LetterKind, Person};
use crate::searches::Stop;
use askama::Template;

/// What the reminder says.
struct Reminder {
    told: Told,
    first_name: String,
    notice: String,
    stop: String,
}

#[derive(Template)]
#[template(path = "letters/slot_reminder.html")]
struct Html<'a> {
    letter: &'a Paper,
    told: &'a Told,
    r: &'a Reminder,
    subject: &'a str,
}

#[derive(Template)]
#[template(path = "letters/slot_reminder.txt")]
struct Text<'a> {
    letter: &'a Paper,
    told: &'a Told,
    r: &'a Reminder,
}

/// Whether she wants letters of this kind, and whether in plainer sentences.
fn wanted(conn: &mut Conn, person: Id<Person>, kind: LetterKind) -> Result<(bool, bool)> {
    let preference = people::store::preference(conn, person)?;
    let stopped = people::store::stopped_letters(conn, person)?.contains(&kind);
    Ok((!stopped && preference.channel == Channel::Email, preference.plain))
}

type Known = (Whole, Person, Lang, Option<Instant>, bool);

fn look(conn: &mut Conn, now: Instant, id: Id<Interest>) -> Result<Option<Known>> {
    let interest = interests::by_id(conn, id)?;
    let person = people::store::by_id(conn, interest.person)?;
    let (wanted, plain) = wanted(conn, person.id, LetterKind::SlotReminder)?;
    let lang = accounts::store::by_id(conn, person.account())?.language;
    let convention = follow_ups::follow_up_of(conn, now, person.id)?.and_then(|f| f.referent.service.convention_from);
    let agreed = matches!(interest.state, State::Accepted { .. });
    let whole = interests::whole(conn, now, interest)?;
    let takes_place = whole.offer.slot(whole.slot.id).is_some() && whole.slot.starts_at > now;
    Ok((agreed && takes_place && wanted).then_some((whole, person, lang, convention, plain)))
}

/// The day before a slot.
///
/// # Errors
/// What the database says.
pub fn slot_reminder(app: &App, id: Id<Interest>) -> Result<Option<Letter>> {
    let now = app.now();
    let (whole, person, lang, convention, plain) = match app.store.read(|conn| look(conn, now, id)) {
        Ok(Some(known)) => known,
        Ok(None) | Err(Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    let letter = Paper::new(app, lang).plainly(plain).aloud(person.email.is_none());
    let told = Told::of(letter.t, lang, now, &whole, 0);
    let stop = Stop::Kind(person.id, LetterKind::SlotReminder).token(&app.config.secret);
    let r = Reminder {
        notice: letter.notice(Wording::of(whole.offer.terms.status, convention, now)),
        stop: format!("/desabonnement/{stop}"),
        first_name: person.first_name,
        told,
    };
    let subject = letter.t.reminder_subject(&r.told.title);
    let (told, stop) = (&r.told, letter.url(&r.stop));
    let text = Text { letter: &letter, told, r: &r };
    let sealed =
        seal(&person.email, subject.clone(), &text, &Html { letter: &letter, told, r: &r, subject: &subject })?;
    Ok(Some(Letter { stop: Some(stop), ..sealed }))
}

/// What the letter of a month says: no amount, for a letter may be read by others.
struct Recap {
    first_name: String,
    path: String,
    /// The last day on which it is declared.
    last: String,
    stop: String,
}

#[derive(Template)]
#[template(path = "letters/monthly_recap.html")]
struct RecapHtml<'a> {
    letter: &'a Paper,
    r: &'a Recap,
    subject: &'a str,
}

#[derive(Template)]
#[template(path = "letters/monthly_recap.txt")]
struct RecapText<'a> {
    letter: &'a Paper,
    r: &'a Recap,
}

/// The time to declare a month has come.
///
/// # Errors
/// What the database says.
pub fn monthly_recap(app: &App, person: Id<Person>, month: &str) -> Result<Option<Letter>> {
    let now = app.now();
    let known = app.store.read(|conn| {
        let person = people::store::by_id(conn, person)?;
        let (wanted, _) = wanted(conn, person.id, LetterKind::MonthlyRecap)?;
        let lang = accounts::store::by_id(conn, person.account())?.language;
        Ok((person, lang, wanted))
    });
    let (person, lang) = match known {
        Ok((person, lang, true)) => (person, lang),
        Ok(_) | Err(Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    let Some(month) = Month::parse(month, now) else { return Ok(None) };
    let letter = Paper::new(app, lang);
    let stop = Stop::Kind(person.id, LetterKind::MonthlyRecap).token(&app.config.secret);
    let r = Recap {
        first_name: person.first_name,
        path: format!("/moi/recap/{}", month.word()),
        last: super::recap::day(month.closes(), lang),
        stop: format!("/desabonnement/{stop}"),
    };
    let subject = letter.t.recap_letter_subject(month.title(lang));
    let (stop, text) = (letter.url(&r.stop), RecapText { letter: &letter, r: &r });
    let sealed = seal(&person.email, subject.clone(), &text, &RecapHtml { letter: &letter, r: &r, subject: &subject })?;
    Ok(Some(Letter { stop: Some(stop), ..sealed }))
}
