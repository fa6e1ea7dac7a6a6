//! Her slots in her own calendar: an address that is a secret, made again or ended when she likes, one slot as a file, and
//! the letters that remind her. Only what is agreed is in it; nobody else's calendar learns of it.

use crate::accounts;
use crate::db::{Conn, Error as DbError, Result};
use crate::engagements::calendar::{Entry, Status, When, write};
use crate::engagements::month::Month;
use crate::engagements::{State, store};
use crate::follow_ups::store as follow_ups;
use crate::interests::pages::told::Told;
use crate::interests::store::{self as interests, Whole};
use crate::interests::{Interest, State as Sent};
use crate::kernel::{Id, Instant, Lang, secret};
use crate::l10n::{L10nLanguage, texts};
use crate::offers::State as OfferState;
use crate::offers::notice::Wording;
use crate::people::{self, LetterKind, Person};
use crate::web::page::see_other;
use crate::web::signed::ForPerson;
use crate::web::{Error, Form, Outcome, Page, Signed, notice};
use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, REFERRER_POLICY};
use actix_web::web::Path;
use askama::Template;
use std::collections::BTreeSet;

/// Her calendar and her letters.
#[derive(Template)]
#[template(path = "engagements/agenda.html")]
struct Agenda {
    page: Page,
    /// Since when it has an address.
    since: Option<String>,
    /// The address just made, shown this once.
    made: Option<String>,
    letters: Vec<Letters>,
}

/// A kind of letters.
struct Letters {
    kind: &'static str,
    wanted: bool,
}

/// For whom a calendar is written.
struct Reader {
    person: Id<Person>,
    lang: Lang,
    convention: Option<Instant>,
}

/// What is agreed, and where it is.
type Agreed = Vec<(Whole, State)>;

fn reader(conn: &mut Conn, now: Instant, person: Id<Person>) -> Result<Reader> {
    let account = people::store::by_id(conn, person)?.account();
    let follow_up = follow_ups::follow_up_of(conn, now, person)?;
    Ok(Reader {
        person,
        lang: accounts::store::by_id(conn, account)?.language,
        convention: follow_up.and_then(|f| f.referent.service.convention_from),
    })
}

fn agreed(conn: &mut Conn, now: Instant, person: Id<Person>) -> Result<Agreed> {
    let (sent, states): (Vec<_>, Vec<_>) = store::agenda(conn, now, person)?.into_iter().unzip();
    Ok(interests::wholes(conn, now, sent)?.into_iter().zip(states).collect())
}

/// When what an entry says last changed: what she sent, its answer, or the mission.
fn changed_at(whole: &Whole) -> Instant {
    let mission = match whole.offer.state {
        OfferState::Withdrawn { at, .. } => at,
        OfferState::Draft | OfferState::Published { .. } | OfferState::Expired { .. } => whole.offer.confirmed_at,
    };
    let answer = match whole.interest.state {
        Sent::Accepted { at } | Sent::Withdrawn { at } | Sent::Unanswered { at } | Sent::Declined { at, .. } => at,
        Sent::Waiting | Sent::Sent => whole.interest.sent_at,
    };
    mission.max(answer)
}

impl Reader {
    fn entry(&self, page: &Page, whole: &Whole, status: Status) -> Entry {
        let t = texts(self.lang);
        let told = Told::of(t, self.lang, page.now, whole, 0);
        let wording = Wording::of(whole.offer.terms.status, self.convention, page.now);
        Entry {
            uid: format!("{}@escale", whole.interest.id),
            sequence: whole.offer.version * 2 + i32::from(status == Status::Cancelled),
            changed_at: changed_at(whole),
            status: Some(status),
            when: When::Slot(whole.slot.starts_at, whole.slot.ends_at),
            about: about(t, &told, &notice::full(t, wording)),
            url: format!("{}{}/moi/missions", page.app.base_url(), self.lang.prefix()),
            summary: told.title,
            place: told.place,
        }
    }

    /// The day from which each month with agreed work can be declared.
    fn declarations(&self, page: &Page, agreed: &Agreed) -> impl Iterator<Item = Entry> {
        let live = agreed.iter().filter(|(_, state)| *state != State::NotDone);
        let began = |whole: &Whole| whole.slot.starts_at.with_timezone(&whole.offer.terms.zone).date_naive();
        let months: BTreeSet<Month> = live.map(|(whole, _)| Month::holding(began(whole))).collect();
        let (t, base) = (texts(self.lang), format!("{}{}", page.app.base_url(), self.lang.prefix()));
        let key = page.app.config.secret.clone();
        let person = self.person;
        months.into_iter().map(move |month| Entry {
            uid: format!("{}@escale", secret::mac(&key, &format!("declare:{person}:{}", month.word()))),
            sequence: 0,
            // It is the same from the first day of its month on.
            changed_at: month.span().0,
            status: None,
            when: When::Day(month.opens()),
            summary: t.agenda_declare(),
            place: String::new(),
            about: t.recap_never(),
            url: format!("{base}/moi/recap"),
        })
    }

    fn written(&self, page: &Page, agreed: &Agreed) -> String {
        let status = |state: &State| if *state == State::NotDone { Status::Cancelled } else { Status::Confirmed };
        let slots = agreed.iter().map(|(whole, state)| self.entry(page, whole, status(state)));
        let entries: Vec<Entry> = slots.chain(self.declarations(page, agreed)).collect();
        write(&texts(self.lang).agenda_name(), &entries)
    }
}

fn about(t: &L10nLanguage, told: &Told, notice: &str) -> String {
    let contact = format!("{} {}", t.mine_contact(), told.contact);
    [&told.by, &told.pay, &contact, &t.mine_declare(), &t.mail_take_back(), &t.notice_title(), notice]
        .map(String::from)
        .join("\n")
}

/// A calendar as a file: what holds a secret, or is somebody's, is kept nowhere.
fn file(body: String, name: &str) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/calendar; charset=utf-8")
        .insert_header((CONTENT_DISPOSITION, format!("inline; filename=\"{name}.ics\"")))
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((REFERRER_POLICY, "no-referrer"))
        .insert_header(("X-Robots-Tag", "noindex"))
        .body(body)
}

/// `GET /moi/agenda`
///
/// # Errors
/// What the database says.
pub async fn show(who: Signed<ForPerson>) -> Outcome<HttpResponse> {
    shown(who, None).await
}

async fn shown(who: Signed<ForPerson>, made: Option<String>) -> Outcome<HttpResponse> {
    let herself = who.herself();
    let (since, stopped) = who
        .app
        .read(move |conn| Ok((store::feed_of(conn, herself)?, people::store::stopped_letters(conn, herself.id())?)))
        .await?;
    let letters = LetterKind::ALL.iter().map(|k| Letters { kind: k.as_str(), wanted: !stopped.contains(k) }).collect();
    who.page.show(|page| Agenda { since: since.map(|at| page.date(&at)), made, letters, page })
}

/// `POST /moi/agenda`: a new address; the one before ends. The answer shows it, the only time.
///
/// # Errors
/// What the database says.
pub async fn make(who: Signed<ForPerson>, _form: Form) -> Outcome<HttpResponse> {
    let herself = who.herself();
    let token = who.app.write(move |tx, now| store::make_feed(tx, now, herself)).await?;
    let address = format!("{}/agenda/{token}.ics", who.app.base_url());
    shown(who, Some(address)).await
}

/// `POST /moi/agenda/fin`: the address ends at once.
///
/// # Errors
/// What the database says.
pub async fn end(who: Signed<ForPerson>, _form: Form) -> Outcome<HttpResponse> {
    let herself = who.herself();
    who.app.write(move |tx, _| store::end_feed(tx, herself)).await?;
    Ok(see_other(&who.page, "/moi/agenda?ok=agenda-ended"))
}

/// `POST /moi/lettres`: which kinds of letters she wants.
///
/// # Errors
/// What the database says.
pub async fn set_letters(who: Signed<ForPerson>, Form(fields): Form) -> Outcome<HttpResponse> {
    let herself = who.herself();
    let set = move |tx: &mut crate::db::Tx<'_>, now| {
        for kind in LetterKind::ALL {
            people::actions::set_letters(tx, now, herself, *kind, fields.is("lettre", kind.as_str()))?;
        }
        Ok(())
    };
    who.app.write(set).await?;
    Ok(see_other(&who.page, "/moi/agenda?ok=letters-set"))
}

/// `GET /agenda/{token}.ics`: the address is the proof.
///
/// # Errors
/// `NotFound` when it is nobody's, or nobody's any more.
pub async fn feed(page: Page, token: Path<String>) -> Outcome<HttpResponse> {
    let (token, now) = (token.into_inner(), page.now);
    let read = move |conn: &mut Conn| {
        let person = store::feed_owner(conn, &token)?;
        Ok((reader(conn, now, person)?, agreed(conn, now, person)?))
    };
    let (reader, agreed) = page.app.read(read).await?;
    Ok(file(reader.written(&page, &agreed), "escale"))
}

/// `GET /moi/missions/{interest}/creneau.ics`: one slot, agreed or still to be answered.
///
/// # Errors
/// `NotFound` when it is not hers, or not live any more.
pub async fn one(who: Signed<ForPerson>, id: Path<String>) -> Outcome<HttpResponse> {
    let id: Id<Interest> = id.parse().map_err(|_| Error::NotFound)?;
    let (herself, now) = (who.herself(), who.now);
    let read = move |conn: &mut Conn| {
        let sent = interests::by_id(conn, id)?;
        if sent.person != herself.id() || !sent.state.live() {
            return Err(DbError::NotFound);
        }
        Ok((interests::whole(conn, now, sent)?, reader(conn, now, herself.id())?))
    };
    let (whole, reader) = who.app.read(read).await?;
    let agreed = matches!(whole.interest.state, Sent::Accepted { .. });
    let entry = reader.entry(&who.page, &whole, if agreed { Status::Confirmed } else { Status::Tentative });
    Ok(file(write(&texts(reader.lang).agenda_name(), &[entry]), "creneau"))
}
