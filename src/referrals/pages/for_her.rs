//! A person asks her advisor to write to a platform for her. He reads her what will be sent, ticks that she agreed, and the
//! words are kept and shown to her. What she sent by herself, and what becomes of it, is not told to him (G2).

use crate::db::{self, Conn};
use crate::follow_ups::{self, Mandate};
use crate::interests::{self, Consent};
use crate::kernel::{Id, Instant, Lang, RuleError};
use crate::l10n::{L10nLanguage, texts};
use crate::labels;
use crate::offers::notice::Wording;
use crate::offers::{self, Offer, Slot};
use crate::people::{self, Person};
use crate::platforms::{self, Platform};
use crate::referrals::pages::person::shown;
use crate::referrals::pages::{Asked, why_not};
use crate::web::page::see_other;
use crate::web::signed::ForAdvisor;
use crate::web::{Error, Fields, Form, Outcome, Page, Signed, form, say};
use actix_web::http::StatusCode;
use actix_web::web::Path;
use actix_web::{HttpResponse, ResponseError as _};
use askama::Template;

/// What will be sent.
#[derive(Template)]
#[template(path = "referrals/for_her.html")]
struct ForHer {
    page: Page,
    fields: Fields,
    person: Person,
    offer: Offer,
    platform: Platform,
    slots: Vec<Choosable>,
    wording: Wording,
    said: String,
    trouble: Option<String>,
}

/// A slot to choose.
struct Choosable {
    id: String,
    when: String,
    /// Whether it is full: a place on the waiting list.
    full: bool,
}

struct Known {
    person: Person,
    offer: Offer,
    platform: Platform,
    convention: Option<Instant>,
}

/// What the form is made from, while the mission may be shown: full is open, for she may wait.
fn look(conn: &mut Conn, now: Instant, held: &Mandate, offer: Id<Offer>) -> db::Result<Known> {
    let offer = offers::store::by_id(conn, offer)?;
    let platform = platforms::store::by_id(conn, offer.platform)?;
    let label = labels::store::of_platform(conn, offer.platform)?.require_active(now)?;
    match offer.visible(Some(&label), platform.pulse_at, now) {
        Err(full) if full.code == "offer-full" => {}
        other => other?,
    }
    let follow_up = follow_ups::store::follow_up_of(conn, now, held.person())?;
    let person = people::store::by_id(conn, held.person())?;
    Ok(Known { person, offer, platform, convention: follow_up.and_then(|f| f.referent.service.convention_from) })
}

fn when(slot: &Slot, offer: &Offer, lang: Lang) -> String {
    let zone = offer.terms.zone;
    format!("{}, {}", say::day(slot.starts_at, zone, lang), say::hours(slot.starts_at, slot.ends_at, zone, lang))
}

/// `GET /conseil/personnes/{id}/interets/nouveau?mission=…`
///
/// # Errors
/// `NotFound` without a mandate, or when there is no such mission; `mandate-ended`.
pub async fn form(who: Signed<ForAdvisor>, id: Path<String>) -> Outcome<HttpResponse> {
    let (asked, fields) = (Asked::of(&who, &id)?, form::query(&who.query));
    ask(who.page, asked, fields, &[]).await
}

/// Shows the form, after something that could not be done if there are `rules`.
async fn ask(mut page: Page, asked: Asked, mut fields: Fields, rules: &[RuleError]) -> Outcome<HttpResponse> {
    let id: Id<Offer> = fields.get("mission").parse().map_err(|_| Error::NotFound)?;
    let read = page.app.write(move |tx, now| {
        let held = asked.mandate(tx, now)?;
        follow_ups::actions::note_look(tx, now, &held)?;
        look(tx, now, &held, id)
    });
    let known = match read.await {
        Ok(known) => known,
        Err(db::Error::Rules(rules)) => return shown(page, asked, 1, rules.first()).await,
        Err(other) => return Err(other.into()),
    };
    page.path = format!("/conseil/personnes/{}/interets/nouveau", asked.person);
    page.query = format!("mission={id}");
    let general = rules.iter().find(|r| r.field.is_none());
    if general.is_none() {
        fields.refuse(rules, page.t);
    }
    let status = rules.first().map_or(StatusCode::OK, |rule| Error::from(rule.clone()).status_code());
    let template = made(page, known, fields, general);
    template.page.html_with(status, &template)
}

fn made(page: Page, known: Known, fields: Fields, general: Option<&RuleError>) -> ForHer {
    let coming = known.offer.slots.iter().filter(|s| s.starts_at > page.now);
    let choosable =
        |s: &Slot| Choosable { id: s.id.to_string(), when: when(s, &known.offer, page.lang), full: s.left() == 0 };
    ForHer {
        slots: coming.map(choosable).collect(),
        wording: Wording::of(known.offer.terms.status, known.convention, page.now),
        said: said(page.t, &known, page.now),
        trouble: general.map(|rule| why_not(page.t, rule)),
        person: known.person,
        offer: known.offer,
        platform: known.platform,
        fields,
        page,
    }
}

/// What is read to her. Who has no address agrees that the answer comes to who follows her, or nobody could tell her. A place on
/// the waiting list is said to be one.
fn said(t: &L10nLanguage, known: &Known, now: Instant) -> String {
    let (platform, title) = (&known.platform.name, &known.offer.terms.title);
    let full = known.offer.slots.iter().any(|s| s.starts_at > now && s.left() == 0);
    let aloud = known.person.email.is_none();
    let parts = [
        Some(t.spoken_said(platform, title)),
        full.then(|| t.spoken_said_waiting()),
        Some(if aloud { t.spoken_said_aloud() } else { t.spoken_said_space() }),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What she agreed to, in the words that are kept: in French, as they were read to her.
fn words(known: &Known, slot: &Slot, shared: &[&'static str], now: Instant) -> String {
    let t = texts(Lang::Fr);
    let said = said(t, known, now);
    let what: Vec<String> = shared.iter().map(|word| t.word("spoken-shared", word)).collect();
    let what = if what.is_empty() { t.spoken_shared_nothing() } else { what.join(", ") };
    t.spoken_kept(said, when(slot, &known.offer, Lang::Fr), what)
}

fn consent(fields: &Fields) -> (Consent, Vec<&'static str>) {
    let shared: Vec<_> = ["nom", "email", "telephone"].into_iter().filter(|w| fields.is("partage", w)).collect();
    let has = |word| shared.contains(&word);
    let message = fields.get("message").to_owned();
    (Consent { name: has("nom"), email: has("email"), phone: has("telephone"), message }, shared)
}

/// Everything that is to be mended, each by its field.
fn wrong(known: &Known, slot: Option<&Slot>, consent: &Consent, agreed: bool) -> Vec<RuleError> {
    let missing = |there: bool, code, field: &str| (!there).then(|| RuleError::invalid(code).on(field));
    let own = [
        missing(slot.is_some(), "slot-missing", "creneau"),
        consent.disclose(&known.person).err(),
        missing(agreed, "spoken-consent-missing", "accord"),
    ];
    own.into_iter().flatten().collect()
}

/// `POST /conseil/personnes/{id}/interets`
///
/// # Errors
/// `NotFound` without a mandate, or when there is no such mission; `mandate-ended`.
pub async fn send(who: Signed<ForAdvisor>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    let asked = Asked::of(&who, &id)?;
    let offer: Id<Offer> = fields.get("mission").parse().map_err(|_| Error::NotFound)?;
    let (slot, agreed) = (fields.get("creneau").parse::<Id<Slot>>().ok(), fields.is("accord", "oui"));
    let (consent, shared) = consent(&fields);
    let done = who.app.write(move |tx, now| {
        let held = asked.mandate(tx, now)?;
        let known = look(tx, now, &held, offer)?;
        let slot = slot.and_then(|id| known.offer.slot(id));
        let wrong = wrong(&known, slot, &consent, agreed);
        let slot = slot.filter(|_| wrong.is_empty()).ok_or(db::Error::Rules(wrong))?;
        let words = words(&known, slot, &shared, now);
        let queued = interests::actions::send_for(tx, now, &held, slot.id, &consent, &words)?;
        Ok((queued, known.person.email.is_none()))
    });
    match done.await {
        Ok((queued, aloud)) => {
            let ok = match (queued, aloud) {
                (true, true) => "waits-for-her-aloud",
                (true, false) => "waits-for-her",
                (false, true) => "sent-for-her-aloud",
                (false, false) => "sent-for-her",
            };
            Ok(see_other(&who.page, &format!("/conseil/personnes/{}?ok={ok}", asked.person)))
        }
        Err(db::Error::Rules(rules)) if rules.iter().all(|r| r.code != "mandate-ended") => {
            ask(who.page, asked, fields, &rules).await
        }
        Err(other) => Err(other.into()),
    }
}
