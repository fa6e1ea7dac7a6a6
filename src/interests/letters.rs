//! What a person is written about her interest: what was sent, what the platform answered, a place that came free, a
//! mission that does not take place. A letter that says nothing true any more is not written.

use crate::accounts;
use crate::app::App;
use crate::db::{Conn, Error, Result};
use crate::follow_ups::store as follow_ups;
use crate::interests::actions::together;
use crate::interests::pages::told::Told;
use crate::interests::store::{self, Whole};
use crate::interests::{DeclineReason, Interest, State};
use crate::jobs::{News, Task};
use crate::kernel::{Email, Id, Instant, Lang};
use crate::letters::{Paper, seal};
use crate::mail::Letter;
use crate::offers::notice::Wording;
use crate::people::{self, Channel, Preference};
use crate::push::Notice;
use askama::Template;

/// The words that all four letters share.
struct Body {
    letter: Paper,
    told: Told,
    first_name: String,
    /// Who sent it for her; empty when she did.
    sender: String,
    /// Whether she had sent it herself before: nothing more left.
    already: bool,
    /// Other messages of which the letter says the same.
    also: Vec<Id<Interest>>,
    /// The hours of their slots.
    more: Vec<String>,
    notice: String,
}

impl Body {
    /// How many hours the letter speaks of.
    fn hours(&self) -> i64 {
        i64::try_from(self.more.len() + 1).unwrap_or(i64::MAX)
    }

    /// The letter, with those that it makes needless.
    fn instead(&self, task: &Task, letter: Letter) -> Letter {
        let keys = self.also.iter().filter_map(|id| together::of(task, id.uuid()));
        Letter { instead_of: keys.collect(), ..letter }
    }
}

macro_rules! letter {
    ($html:ident, $text:ident, $html_path:literal, $text_path:literal) => {
        #[derive(Template)]
        #[template(path = $html_path)]
        struct $html<'a> {
            letter: &'a Paper,
            told: &'a Told,
            body: &'a Body,
            subject: &'a str,
        }
        #[derive(Template)]
        #[template(path = $text_path)]
        struct $text<'a> {
            letter: &'a Paper,
            told: &'a Told,
            body: &'a Body,
        }
        impl $html<'_> {
            fn seal(body: &Body, to: &Email, subject: String) -> Result<Letter> {
                let (letter, told) = (&body.letter, &body.told);
                let text = $text { letter, told, body };
                seal(to, subject.clone(), &text, &$html { letter, told, body, subject: &subject })
            }
        }
    };
}
letter!(SentHtml, SentText, "letters/interest_sent.html", "letters/interest_sent.txt");
letter!(AnsweredHtml, AnsweredText, "letters/interest_answered.html", "letters/interest_answered.txt");
letter!(FreedHtml, FreedText, "letters/place_freed.html", "letters/place_freed.txt");
letter!(EndedHtml, EndedText, "letters/offer_ended.html", "letters/offer_ended.txt");

/// What is known of an interest and of the person who sent it.
struct Known {
    whole: Whole,
    rank: i64,
    to: Email,
    first_name: String,
    lang: Lang,
    convention: Option<Instant>,
    wanted: Preference,
    /// The advisor who sent it for her, if one did.
    sender: Option<String>,
    /// Whether she had sent it herself before he did.
    already: bool,
    /// Other slots of the same mission of which the same is to be said.
    also: Vec<Whole>,
}

fn look(conn: &mut Conn, now: Instant, id: Id<Interest>, task: Option<&Task>) -> Result<Known> {
    let interest = store::by_id(conn, id)?;
    let person = people::store::by_id(conn, interest.person)?;
    let follow_up = follow_ups::follow_up_of(conn, now, person.id)?;
    let spoken = store::spoken::of_person(conn, person.id, None)?;
    // By what was sent, not by the mission: she may have sent for one slot, and her advisor for another.
    let sender = |id| {
        let told = spoken.iter().find(|told| told.interest == Some(id));
        told.map(|told| (told.advisor.clone(), told.by_herself))
    };
    let also = match task.filter(|_| !person.email.is_none()) {
        Some(task) => together::waiting(conn, now, task, &interest)?,
        None => Vec::new(),
    };
    let also = also.into_iter().filter(|other| sender(other.id) == sender(interest.id)).collect();
    let mut also = store::wholes(conn, now, also)?;
    also.retain(|whole| whole.slot.ends_at > now);
    also.sort_by_key(|whole| whole.slot.starts_at);
    let sender = sender(interest.id);
    Ok(Known {
        also,
        already: sender.as_ref().is_some_and(|(_, by_herself)| *by_herself),
        sender: sender.map(|(advisor, _)| advisor),
        wanted: people::store::preference(conn, person.id)?,
        rank: if interest.state == State::Waiting { store::rank(conn, &interest)? } else { 0 },
        lang: accounts::store::by_id(conn, person.account())?.language,
        convention: follow_up.and_then(|f| f.referent.service.convention_from),
        whole: store::whole(conn, now, interest)?,
        to: person.email,
        first_name: person.first_name,
    })
}

/// What is known, while the slot is still to come and `state` holds; what was deleted needs no letter.
fn known(app: &App, id: Id<Interest>, task: Option<&Task>, state: impl Fn(&State) -> bool) -> Result<Option<Known>> {
    let now = app.now();
    match app.store.read(|conn| look(conn, now, id, task)) {
        Ok(known) => Ok(Some(known).filter(|k| state(&k.whole.interest.state) && k.whole.slot.ends_at > now)),
        Err(Error::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

impl Known {
    /// The other slots of which the letter says the same: which message, and when.
    fn alike(&self, letter: &Paper) -> Vec<(Id<Interest>, String)> {
        let said = |whole: &Whole, rank| Told::of(letter.t, self.lang, letter.now, whole, rank);
        let own = said(&self.whole, self.rank);
        let same = |told: &Told| told.sentence == own.sentence && told.condition == own.condition;
        let others = self.also.iter().map(|whole| (whole.interest.id, said(whole, 0)));
        others.filter(|(_, told)| same(told)).map(|(id, told)| (id, told.when)).collect()
    }

    fn body(&self, app: &App) -> Body {
        let letter = Paper::new(app, self.lang).plainly(self.wanted.plain).aloud(self.to.is_none());
        let wording = Wording::of(self.whole.offer.terms.status, self.convention, letter.now);
        let (also, more) = self.alike(&letter).into_iter().unzip();
        Body {
            told: Told::of(letter.t, self.lang, letter.now, &self.whole, self.rank),
            notice: letter.notice(wording),
            first_name: self.first_name.clone(),
            sender: self.sender.clone().unwrap_or_default(),
            already: self.already,
            also,
            more,
            letter,
        }
    }
}

/// Exactly what was sent in her name, or her rank on the waiting list.
///
/// # Errors
/// What the database says.
pub fn sent(app: &App, id: Id<Interest>) -> Result<Option<Letter>> {
    let still = |k: &Known| k.already || matches!(k.whole.interest.state, State::Sent | State::Waiting);
    let task = Task::InterestSentLetter { interest: id.uuid() };
    let known = known(app, id, Some(&task), State::live)?;
    // That it was sent, who has no address knows: she was on the phone. That she waits in line is told to her.
    let still = |k: &Known| still(k) && (!k.to.is_none() || k.whole.interest.state == State::Waiting);
    // What she did herself is in her space; what changes something is written whatever she chose.
    // What another sent in her name is written too.
    let written = |k: &Known| k.wanted.channel == Channel::Email || k.sender.is_some();
    let Some(known) = known.filter(still).filter(written) else { return Ok(None) };
    let body = known.body(app);
    let subject = match known.whole.interest.state {
        State::Waiting => body.letter.t.mail_waiting_subject(&body.told.title),
        _ => body.letter.t.mail_sent_subject(&body.told.title),
    };
    SentHtml::seal(&body, &known.to, subject).map(|letter| Some(body.instead(&task, letter)))
}

/// What the platform answered, or that it did not.
///
/// # Errors
/// What the database says.
pub fn answered(app: &App, id: Id<Interest>) -> Result<Option<Letter>> {
    let task = Task::InterestAnsweredLetter { interest: id.uuid() };
    let Some(known) = known(app, id, Some(&task), was_answered)? else { return Ok(None) };
    let body = known.body(app);
    let subject = match known.whole.interest.state {
        State::Accepted { .. } => body.letter.t.mail_accepted_subject(&body.told.title),
        _ => body.letter.t.mail_answered_subject(&body.told.title),
    };
    AnsweredHtml::seal(&body, &known.to, subject).map(|letter| Some(body.instead(&task, letter)))
}

/// A place came free for the first on the waiting list.
///
/// # Errors
/// What the database says.
pub fn place_freed(app: &App, id: Id<Interest>) -> Result<Option<Letter>> {
    let Some(known) = known(app, id, None, |s| matches!(s, State::Sent))? else { return Ok(None) };
    let body = known.body(app);
    let subject = body.letter.t.mail_freed_subject(&body.told.title);
    FreedHtml::seal(&body, &known.to, subject).map(Some)
}

/// The mission, or her slot of it, does not take place.
///
/// # Errors
/// What the database says.
pub fn offer_ended(app: &App, id: Id<Interest>) -> Result<Option<Letter>> {
    let task = Task::OfferEndedLetter { interest: id.uuid() };
    let Some(known) = known(app, id, Some(&task), was_cancelled)? else { return Ok(None) };
    let body = known.body(app);
    let subject = body.letter.t.mail_ended_subject(&body.told.title);
    EndedHtml::seal(&body, &known.to, subject).map(|letter| Some(body.instead(&task, letter)))
}

/// What a person is told at once on a device: the subject of the letter of `news`, and the mission.
///
/// # Errors
/// What the database says.
pub fn notice(app: &App, news: &News) -> Result<Option<Notice>> {
    let (id, still): (_, fn(&State) -> bool) = match news {
        News::Answered { interest } => (interest, was_answered),
        News::Freed { interest } => (interest, |s| matches!(s, State::Sent)),
        News::Ended { interest } => (interest, was_cancelled),
        _ => return Ok(None),
    };
    let Some(known) = known(app, Id::from_uuid(*id), None, still)? else { return Ok(None) };
    let body = known.body(app);
    let (t, title) = (body.letter.t, &body.told.title);
    let subject = match (news, &known.whole.interest.state) {
        (News::Freed { .. }, _) => t.mail_freed_subject(title),
        (News::Ended { .. }, _) => t.mail_ended_subject(title),
        (_, State::Accepted { .. }) => t.mail_accepted_subject(title),
        _ => t.mail_answered_subject(title),
    };
    let said = format!("{}. {}", body.told.when, t.notice_short());
    Ok(Some(Notice::new(known.lang, &subject, &said, "/moi/missions")))
}

fn was_answered(state: &State) -> bool {
    matches!(state, State::Accepted { .. } | State::Declined { .. } | State::Unanswered { .. })
}

fn was_cancelled(state: &State) -> bool {
    matches!(state, State::Declined { reason: DeclineReason::Cancelled, .. })
}
