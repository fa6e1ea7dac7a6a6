//! What an advisor writes in a follow-up: each act asks for a mandate that holds in its own transaction (I16), and comes back
//! to the person's page, at the same place.

use crate::db::{self, Tx};
use crate::follow_ups::pages::file::zone;
use crate::follow_ups::pages::typed;
use crate::follow_ups::{Mandate, NextStep, Stage, Training, actions, store};
use crate::kernel::{Email, Id, Instant, Lang, RuleError};
use crate::l10n::texts;
use crate::people;
use crate::referrals::pages::{Asked, person::shown_with};
use crate::web::page::see_other;
use crate::web::signed::ForAdvisor;
use crate::web::{Error, Fields, Form, Outcome, Signed};
use crate::{engagements, interests};
use actix_web::HttpResponse;
use actix_web::web::Path;
use chrono_tz::Tz;
use std::sync::Arc;

/// What is said after an act in two ways: her space shows it, or she has none.
const SPACE: [&str; 5] = ["step-saved", "training-saved", "contact-saved", "summary-saved", "end-asked"];

/// Where the reader was.
fn back(asked: Asked, fields: &Fields, ok: &str) -> String {
    let number: usize = fields.get("page").parse().unwrap_or(1);
    format!("/conseil/personnes/{}?page={}&ok={ok}", asked.person, number.max(1))
}

/// Does one act, then back to the same place; or the page with what prevents it, nothing typed lost.
async fn act(
    who: Signed<ForAdvisor>,
    person: &str,
    mut fields: Fields,
    ok: &'static str,
    mut write: impl FnMut(&mut Tx<'_>, Instant, &Mandate, &Fields) -> db::Result<()> + Send + 'static,
) -> Outcome<HttpResponse> {
    let asked = Asked::of(&who, person)?;
    let typed = fields.clone();
    let done = who.app.write(move |tx, now| {
        let held = asked.mandate(tx, now)?;
        write(tx, now, &held, &typed)?;
        Ok(people::store::by_id(tx, held.person())?.email.is_none())
    });
    match done.await {
        // Who has no address has no space: what is said afterwards is true of her too.
        Ok(true) if SPACE.contains(&ok) => Ok(see_other(&who.page, &back(asked, &fields, &format!("{ok}-aloud")))),
        Ok(_) => Ok(see_other(&who.page, &back(asked, &fields, ok))),
        Err(db::Error::Rules(rules)) if rules.iter().any(|r| r.code == "mandate-ended") => {
            Err(db::Error::Rules(rules).into())
        }
        Err(db::Error::Rules(rules)) => trouble(who, asked, &mut fields, &rules).await,
        Err(other) => Err(other.into()),
    }
}

async fn trouble(
    who: Signed<ForAdvisor>,
    asked: Asked,
    fields: &mut Fields,
    rules: &[RuleError],
) -> Outcome<HttpResponse> {
    let number = fields.get("page").parse().unwrap_or(1);
    let general = rules.iter().find(|r| r.field.is_none());
    if general.is_none() {
        fields.refuse(rules, who.t);
    }
    shown_with(who.page, asked, number, general, fields.clone()).await
}

/// Her local time.
fn local(tx: &mut Tx<'_>, held: &Mandate) -> db::Result<Tz> {
    Ok(zone(&people::store::by_id(tx, held.person())?))
}

/// `POST /conseil/personnes/{id}/etape`
///
/// # Errors
/// `NotFound` without a mandate, `mandate-ended`.
pub async fn set_step(who: Signed<ForAdvisor>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    act(who, &id, fields, "step-saved", |tx, now, held, fields| {
        let zone = local(tx, held)?;
        let step = typed::step(fields, zone).map_err(db::Error::Rules)?;
        let read: Option<Id<NextStep>> = fields.get("etape").parse().ok();
        actions::way::set_step(tx, now, held, &step, read)
    })
    .await
}

/// `POST /conseil/personnes/{id}/etape/faite`
///
/// # Errors
/// `NotFound` without a mandate, `mandate-ended`.
pub async fn step_done(who: Signed<ForAdvisor>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    act(who, &id, fields, "step-done", |tx, now, held, fields| {
        let read = fields.get("etape").parse().map_err(|_| db::Error::NotFound)?;
        actions::way::step_done(tx, now, held, read)
    })
    .await
}

/// `POST /conseil/personnes/{id}/formations`
///
/// # Errors
/// `NotFound` without a mandate, `mandate-ended`.
pub async fn add_training(who: Signed<ForAdvisor>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    act(who, &id, fields, "training-saved", |tx, now, held, fields| {
        let service = store::advisor_by_id(tx, Id::from_uuid(held.advisor().uuid()))?.service.id;
        let (zone, courses) = (local(tx, held)?, store::way::courses(tx, service)?);
        let training = typed::training(fields, zone, &courses).map_err(db::Error::Rules)?;
        actions::way::add_training(tx, now, held, &training)
    })
    .await
}

/// `POST /conseil/personnes/{id}/formations/{training}`: how far it is, or taken out.
///
/// # Errors
/// `NotFound` without a mandate, or when it is not hers; `mandate-ended`.
pub async fn move_training(
    who: Signed<ForAdvisor>,
    path: Path<(String, String)>,
    Form(fields): Form,
) -> Outcome<HttpResponse> {
    let (person, training) = path.into_inner();
    let training: Id<Training> = training.parse().map_err(|_| Error::NotFound)?;
    act(who, &person, fields, "training-saved", move |tx, now, held, fields| {
        // Several trainings have the same fields: what is wrong is said above them all.
        let said = |error| match error {
            db::Error::Rules(rules) => {
                db::Error::Rules(rules.into_iter().map(|rule| RuleError { field: None, ..rule }).collect())
            }
            other => other,
        };
        let stage = if fields.is("geste", "retirer") {
            None
        } else {
            let stage = Stage::parse(fields.get("etat")).ok_or_else(|| RuleError::invalid("stage-missing"))?;
            // Beside a training that has a date, there is no field for it.
            let start = match fields.get("debut") {
                "" => None,
                _ => Some(typed::day(fields, "debut", local(tx, held)?).map_err(|rule| said(rule.into()))?),
            };
            Some((stage, start))
        };
        actions::way::move_training(tx, now, held, training, stage).map_err(said)
    })
    .await
}

/// `POST /conseil/personnes/{id}/contacts`
///
/// # Errors
/// `NotFound` without a mandate, `mandate-ended`.
pub async fn note_contact(who: Signed<ForAdvisor>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    act(who, &id, fields, "contact-saved", |tx, now, held, fields| {
        let zone = local(tx, held)?;
        let contact = typed::contact(fields, zone, held.advisor(), now).map_err(db::Error::Rules)?;
        actions::way::note_contact(tx, now, held, &contact)
    })
    .await
}

/// `POST /conseil/personnes/{id}/resume`
///
/// # Errors
/// `NotFound` without a mandate, `mandate-ended`.
pub async fn write_summary(who: Signed<ForAdvisor>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    act(who, &id, fields, "summary-saved", |tx, now, held, fields| {
        let (text, read) = (fields.get("resume").replace("\r\n", "\n"), fields.get("resume-lu"));
        actions::way::write_summary(tx, now, held, &text, read)
    })
    .await
}

/// `POST /conseil/personnes/{id}/fin`: asks for the end of the follow-up.
///
/// # Errors
/// `NotFound` without a mandate, `mandate-ended`.
pub async fn end(who: Signed<ForAdvisor>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    act(who, &id, fields, "end-asked", |tx, now, held, fields| {
        let reason = typed::end(fields).map_err(db::Error::Rules)?;
        actions::way::end(tx, now, held, reason)
    })
    .await
}

/// `POST /conseil/personnes/{id}/fin/dite`: it was said to her that the end is proposed, and her time to think begins; or that it
/// takes effect.
///
/// # Errors
/// `NotFound` without a mandate, or when there is nothing to say; `mandate-ended`.
pub async fn end_said(who: Signed<ForAdvisor>, id: Path<String>, _form: Form) -> Outcome<HttpResponse> {
    let asked = Asked::of(&who, &id)?;
    let said = move |tx: &mut Tx<'_>, now| {
        let held = asked.mandate(tx, now)?;
        let t = texts(Lang::Fr);
        let wordings = [t.end_said_kept(), t.ended_said_kept()];
        actions::way::end_said(tx, now, &held, wordings.each_ref().map(String::as_str), goes_on)
    };
    who.app.write(said).await?;
    Ok(see_other(&who.page, "/conseil?ok=said-aloud"))
}

/// Whether something goes on for her, whatever is proposed: no follow-up ends meanwhile.
///
/// # Errors
/// What the database says.
pub fn goes_on(conn: &mut db::Conn, now: Instant, person: Id<people::Person>) -> db::Result<bool> {
    Ok(engagements::store::at_work(conn, now, person)? || interests::store::aloud::waits_for_him(conn, now, person)?)
}

/// `POST /conseil/personnes/{id}/suivi/dit/{mot}`: it was told to her who follows her, or who stands in.
///
/// # Errors
/// `NotFound` without a mandate, or when it is not hers; `mandate-ended`.
pub async fn word_said(who: Signed<ForAdvisor>, path: Path<(String, String)>, _form: Form) -> Outcome<HttpResponse> {
    let (person, word) = path.into_inner();
    let (asked, word) = (Asked::of(&who, &person)?, word.parse().map_err(|_| Error::NotFound)?);
    let said = move |tx: &mut Tx<'_>, now| {
        let held = asked.mandate(tx, now)?;
        actions::mandates::word_said(tx, now, &held, word)
    };
    who.app.write(said).await?;
    Ok(see_other(&who.page, "/conseil?ok=said-aloud"))
}

/// `POST /conseil/personnes/{id}/telephone`: she gives her phone, or another one.
///
/// # Errors
/// `NotFound` without a mandate, `mandate-ended`.
pub async fn set_phone(who: Signed<ForAdvisor>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    act(who, &id, fields, "phone-saved", |tx, now, held, fields| {
        let phone = typed::phone(fields).map_err(db::Error::Rules)?;
        // In French, as it was read to her.
        let t = texts(Lang::Fr);
        actions::acts::set_phone(tx, now, held, &phone, &t.hours_kept(t.phone_said()))
    })
    .await
}

/// `POST /conseil/personnes/{id}/fin/retrait`: the end is asked for no more.
///
/// # Errors
/// `NotFound` without a mandate, `mandate-ended`.
pub async fn keep_on(who: Signed<ForAdvisor>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    act(who, &id, fields, "end-dropped", |tx, now, held, _| actions::way::keep_on(tx, now, held)).await
}

fn beside_address(rule: RuleError) -> RuleError {
    if rule.code == "asked-lately" { rule.on("adresse") } else { rule }
}

/// `POST /conseil/personnes/{id}/adresse`: she gives an address.
///
/// # Errors
/// `NotFound` without a mandate, `mandate-ended`.
pub async fn give_address(who: Signed<ForAdvisor>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    let app = Arc::clone(&who.app);
    act(who, &id, fields, "address-asked", move |tx, now, held, fields| {
        let email = Email::parse(fields.get("adresse")).map_err(|rule| rule.on("adresse"))?;
        let given = actions::mandates::give_address(tx, now, &app.config.secret, held, &email);
        // Here the address has a field of its own.
        given.map_err(|why| match why {
            db::Error::Rules(rules) => db::Error::Rules(rules.into_iter().map(beside_address).collect()),
            other => other,
        })
    })
    .await
}
