//! What a platform is written: somebody is interested, a place is given back. It reads what the person shared with it,
//! never that she looks for work, nor why she steps back (I6).

use crate::app::App;
use crate::db::{Conn, Error, Result};
use crate::interests::{self, Disclosure, Interest, State};
use crate::kernel::{Email, Id, Lang};
use crate::letters::{Paper, seal};
use crate::mail::Letter;
use crate::offers::{self, Offer, Slot};
use crate::platforms::{self, Platform};
use crate::web::say;
use askama::Template;
use uuid::Uuid;

/// The facts of both letters.
struct Facts {
    interest: Interest,
    platform: Platform,
    offer: Offer,
    /// None when the slot was dropped.
    slot: Option<Slot>,
}

impl Facts {
    /// The facts of an interest; `None` once it is deleted.
    fn known(app: &App, interest: Uuid) -> Result<Option<Self>> {
        match app.store.read(|conn| Self::read(conn, interest)) {
            Ok(facts) => Ok(Some(facts)),
            Err(Error::NotFound) => Ok(None),
            Err(other) => Err(other),
        }
    }

    fn read(conn: &mut Conn, interest: Uuid) -> Result<Self> {
        let interest = interests::store::by_id(conn, Id::from_uuid(interest))?;
        let platform = platforms::store::by_id(conn, interest.platform)?;
        let offer = offers::store::by_id(conn, interest.offer)?;
        let slot = offer.slot(interest.slot).copied();
        Ok(Self { interest, platform, offer, slot })
    }

    fn when(&self, slot: &Slot) -> String {
        let (zone, lang) = (self.offer.terms.zone, Lang::Fr);
        format!("{}, {}", say::day(slot.starts_at, zone, lang), say::hours(slot.starts_at, slot.ends_at, zone, lang))
    }

    fn name(&self, letter: &Paper) -> String {
        self.interest.shared.name().map_or_else(|| letter.t.dash_someone(), str::to_owned)
    }

    fn send(&self, subject: String, text: &impl Template, html: &impl Template) -> Result<Option<Letter>> {
        let wrong = |_| Error::corrupt("platform", self.platform.id, "email");
        seal(&Email::parse(&self.platform.email).map_err(wrong)?, subject, text, html).map(Some)
    }
}

/// Somebody is interested: exactly what she shared, and until when to answer.
#[derive(Template)]
#[template(path = "letters/interest_received.txt")]
struct Received<'a> {
    letter: &'a Paper,
    subject: &'a str,
    name: &'a str,
    title: &'a str,
    when: &'a str,
    answer_by: &'a str,
    shared: &'a Disclosure,
}

/// The same in HTML.
#[derive(Template)]
#[template(path = "letters/interest_received.html")]
struct ReceivedHtml<'a>(Received<'a>);

impl<'a> std::ops::Deref for ReceivedHtml<'a> {
    type Target = Received<'a>;
    fn deref(&self) -> &Received<'a> {
        &self.0
    }
}

/// The letter to a platform about somebody's interest; none when she took it back, or it was answered meanwhile.
///
/// # Errors
/// What the database says.
pub fn received(app: &App, interest: Uuid) -> Result<Option<Letter>> {
    let Some(facts) = Facts::known(app, interest)? else { return Ok(None) };
    let Some(slot) = facts.slot.filter(|_| facts.interest.state == State::Sent) else { return Ok(None) };
    let letter = Paper::new(app, Lang::Fr);
    let (name, when, zone) = (facts.name(&letter), facts.when(&slot), facts.offer.terms.zone);
    let subject = letter.t.letter_received_subject(facts.offer.terms.title.clone());
    let (day, hour) =
        (say::day(facts.interest.answer_by, zone, Lang::Fr), say::hour(facts.interest.answer_by, zone, Lang::Fr));
    let answer_by = format!("{day}, {hour}");
    let (title, shared) = (&facts.offer.terms.title, &facts.interest.shared);
    let make = || Received {
        letter: &letter,
        subject: &subject,
        name: &name,
        title,
        when: &when,
        answer_by: &answer_by,
        shared,
    };
    facts.send(subject.clone(), &make(), &ReceivedHtml(make()))
}

/// A place is given back.
#[derive(Template)]
#[template(path = "letters/place_released.txt")]
struct Released<'a> {
    letter: &'a Paper,
    subject: &'a str,
    name: &'a str,
    title: &'a str,
    when: &'a str,
    next: &'a str,
}

/// The same in HTML.
#[derive(Template)]
#[template(path = "letters/place_released.html")]
struct ReleasedHtml<'a>(Released<'a>);

impl<'a> std::ops::Deref for ReleasedHtml<'a> {
    type Target = Released<'a>;
    fn deref(&self) -> &Released<'a> {
        &self.0
    }
}

/// The letter to a platform about an agreed place that was given back: no reason is asked, so none is told. Who deleted
/// everything meanwhile is not named.
///
/// # Errors
/// What the database says.
pub fn released(app: &App, interest: Uuid, place: Option<(Uuid, Uuid)>) -> Result<Option<Letter>> {
    let Some(facts) = Facts::known(app, interest)? else {
        let Some((offer, slot)) = place else { return Ok(None) };
        return place_free(app, Id::from_uuid(offer), Id::from_uuid(slot));
    };
    let Some(slot) = facts.slot.filter(|_| matches!(facts.interest.state, State::Withdrawn { .. })) else {
        return Ok(None);
    };
    let letter = Paper::new(app, Lang::Fr);
    let (name, when) = (facts.name(&letter), facts.when(&slot));
    let subject = letter.t.letter_released_subject(facts.offer.terms.title.clone());
    let next = next(&letter, &slot);
    let title = &facts.offer.terms.title;
    let make = || Released { letter: &letter, subject: &subject, name: &name, title, when: &when, next: &next };
    facts.send(subject.clone(), &make(), &ReleasedHtml(make()))
}

/// What becomes of the place.
fn next(letter: &Paper, slot: &Slot) -> String {
    match (slot.starts_at > letter.now, slot.left()) {
        (false, _) => letter.t.letter_released_begun(),
        (true, 0) => letter.t.letter_released_passed_on(),
        (true, _) => letter.t.letter_released_free(),
    }
}

/// The letter to a platform about an agreed place that is free, when nothing is left of the person who held it: neither her
/// name nor a reason.
///
/// # Errors
/// What the database says.
pub fn place_free(app: &App, offer: Id<Offer>, slot: Id<Slot>) -> Result<Option<Letter>> {
    let (offer, platform) = app.store.read(|conn| {
        let offer = offers::store::by_id(conn, offer)?;
        let platform = platforms::store::by_id(conn, offer.platform)?;
        Ok((offer, platform))
    })?;
    let letter = Paper::new(app, Lang::Fr);
    let Some(slot) = offer.slot(slot).filter(|slot| slot.ends_at > letter.now) else { return Ok(None) };
    let zone = offer.terms.zone;
    let hours = say::hours(slot.starts_at, slot.ends_at, zone, Lang::Fr);
    let (name, when) = (letter.t.dash_someone(), format!("{}, {hours}", say::day(slot.starts_at, zone, Lang::Fr)));
    let subject = letter.t.letter_released_subject(offer.terms.title.clone());
    let next = next(&letter, slot);
    let title = &offer.terms.title;
    let make = || Released { letter: &letter, subject: &subject, name: &name, title, when: &when, next: &next };
    let wrong = |_| Error::corrupt("platform", platform.id, "email");
    let to = Email::parse(&platform.email).map_err(wrong)?;
    seal(&to, subject.clone(), &make(), &ReleasedHtml(make())).map(Some)
}
