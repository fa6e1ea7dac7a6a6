//! Everything that is kept about a person, in one file that says what it holds. A test holds that each table with her key
//! has its part here. Who has no address may ask who follows her for the same file: without what her own session alone reads, and it
//! says so.

use crate::db::{Conn, Result};
use crate::engagements::{self, month::Amounts};
use crate::follow_ups::{FollowUp, SpokenAct};
use crate::interests::{Disclosure, Interest};
use crate::kernel::{Id, Instant};
use crate::people::asked::HerFile;
use crate::people::{self, Herself, Person};
use crate::web::say;
use crate::web::signed::ForPerson;
use crate::web::{Error, Outcome, Page, Signed};
use crate::{accounts, follow_ups, interests, journal, offers, push, referrals, searches};
use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use serde_json::{Value, json};

/// Each part of the file, and the tables that it is made from.
pub const PARTS: &[(&str, &[&str])] = &[
    ("account", &["account", "person", "person_preference", "letter_stop", "calendar_feed", "presence"]),
    ("sessions", &["session", "sign_in"]),
    ("hours", &["availability", "availability_day", "availability_terms"]),
    ("private_choices", &["private_choice"]),
    ("searches", &["saved_search", "search_match"]),
    ("devices", &["push_device"]),
    ("proposals", &["referral"]),
    ("sent", &["interest", "slot_reminder"]),
    ("agreed", &["engagement", "own_record", "month_reminder"]),
    ("follow_up", follow_ups::store::TABLES),
    ("sent_by_advisor", &["spoken_consent"]),
    ("done_by_advisor", &["spoken_act"]),
    ("hours_set_with_advisor", &["spoken_hours"]),
    ("told_aloud", &["spoken_news", "follow_up_word"]),
    ("looks", &["file_look"]),
    ("reports", &["offer_report"]),
    ("journal", &["journal"]),
];

/// The parts that only her own session reads.
pub const ALONE: &[&str] = &["sessions", "private_choices", "searches", "devices"];

/// `GET /moi/donnees.json`
///
/// # Errors
/// What the database says.
pub async fn file(who: Signed<ForPerson>) -> Outcome<HttpResponse> {
    let (herself, now) = (who.herself(), who.now);
    let all = who.app.read(move |conn| read(conn, now, herself)).await?;
    handed(&who.page, all, who.t.export_what())
}

/// The file, which says what it is and what its parts are.
pub(super) fn handed(page: &Page, mut all: Value, what: String) -> Outcome<HttpResponse> {
    let parts = PARTS.iter().filter(|(part, _)| all.get(part).is_some());
    let says = parts.map(|(part, _)| ((*part).to_owned(), Value::String(page.word("export-part", part))));
    all["about"] = json!({
        "what": what,
        "made_at": say::machine(page.now),
        "parts": says.collect::<serde_json::Map<String, Value>>(),
    });
    let body = serde_json::to_string_pretty(&all).map_err(|e| Error::Internal(e.to_string()))?;
    Ok(HttpResponse::Ok()
        .content_type("application/json; charset=utf-8")
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"escale-mes-donnees.json\""))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(body))
}

/// All of it, for herself.
fn read(conn: &mut Conn, now: Instant, who: Herself) -> Result<Value> {
    let mut all = shared(conn, now, who.into())?;
    let person = people::store::by_id(conn, who.id())?;
    // What she took back or answered is hers.
    all["sent"] = interests::store::all_of_person(conn, person.id)?.iter().map(sent).collect();
    all["journal"] = told(conn, person.id, |_| true)?.into();
    spoken(conn, person.id, &mut all, |_| true)?;
    alone_of_account(conn, who, &person, &mut all["account"])?;
    all["sessions"] = accounts::store::sessions_of(conn, person.account())?
        .into_iter()
        .map(|(opened, seen)| json!({ "opened_at": at(opened), "seen_at": at(seen) }))
        .collect();
    all["private_choices"] = people::store::choices(conn, who)?
        .into_iter()
        .map(|(offer, choice)| json!({ "offer": offer.to_string(), "choice": choice.as_str() }))
        .collect();
    all["searches"] = searches::store::of(conn, who)?
        .into_iter()
        .map(|s| {
            json!({
                "name": s.name, "query": s.query, "frequency": s.frequency.as_str(), "saved_at": at(s.created_at),
                "opened_at": at(s.looked_at), "letters_stopped_at": s.stopped_at.map(at),
            })
        })
        .collect();
    all["devices"] = push::store::of(conn, who)?
        .into_iter()
        .map(|d| json!({ "address": d.endpoint, "added_at": at(d.added_at), "kept_after_signing_out": d.session.is_none() }))
        .collect();
    all["reports"] = offers::store::reports_from(conn, &person.email)?
        .into_iter()
        .map(|r| {
            json!({
                "offer": r.offer.to_string(), "message": r.message, "sent_at": at(r.created_at),
                "answer": r.answer.map(|(text, when)| json!({ "text": text, "at": at(when) })),
            })
        })
        .collect();
    Ok(all)
}

/// What is kept about her, but for what her own session alone reads.
pub(super) fn shared(conn: &mut Conn, now: Instant, who: HerFile) -> Result<Value> {
    let person = people::store::by_id(conn, who.id())?;
    let mut all = json!({
        "account": account(conn, &person)?,
        "hours": hours(conn, &person)?,
        "proposals": referrals::store::of_person(conn, person.id)?.into_iter().map(|r| json!({
            "offer": r.offer.to_string(), "receipt": r.receipt, "note": r.note, "proposed_at": at(r.proposed_at),
        })).collect::<Vec<_>>(),
        "sent": interests::store::all_of_person(conn, person.id)?.iter()
            .filter(|interest| !matches!(interest.state, interests::State::Withdrawn { .. })).map(sent).collect::<Vec<_>>(),
        "agreed": agreed(conn, who)?,
        "follow_up": follow_up(conn, now, who)?,
        "looks": follow_ups::store::looks_at(conn, person.id, 10_000)?.into_iter()
            .map(|(name, when)| json!({ "by": name, "at": at(when) })).collect::<Vec<_>>(),
        "reports": [],
        "journal": told(conn, person.id, |kind| kind != journal::Kind::InterestTakenBack)?,
    });
    // What she took back or answered with one advisor is not told to another.
    spoken(conn, person.id, &mut all, |about| ![SpokenAct::TakenBack, SpokenAct::EndAnswer].contains(&about))?;
    Ok(all)
}

/// What the journal says of her.
fn told(conn: &mut Conn, person: Id<Person>, of: impl Fn(journal::Kind) -> bool) -> Result<Vec<Value>> {
    let all = journal::about(conn, person.uuid())?.into_iter().filter(|r| of(r.event.kind));
    Ok(all.map(|r| json!({ "at": at(r.at), "what": r.event.kind.as_str(), "offer": r.event.offer })).collect())
}

/// What was done with her by word of mouth, of some kinds of acts.
fn spoken(conn: &mut Conn, person: Id<Person>, all: &mut Value, of: impl Fn(SpokenAct) -> bool) -> Result<()> {
    all["sent_by_advisor"] = interests::store::spoken::of_person(conn, person, None)?
        .into_iter()
        .map(|t| json!({ "by": t.advisor, "offer": t.offer.to_string(), "agreed_words": t.wording, "already_sent": t.by_herself, "at": at(t.at) }))
        .collect();
    all["done_by_advisor"] = follow_ups::store::acts::of_person(conn, person)?
        .into_iter()
        .filter(|d| of(d.about))
        .map(|d| json!({ "by": d.advisor, "what": d.about.as_str(), "mission": d.title, "month": d.month, "agreed_words": d.wording, "at": at(d.at) }))
        .collect();
    all["hours_set_with_advisor"] = follow_ups::store::hours::of_person(conn, person)?
        .into_iter()
        .map(|t| json!({ "by": t.advisor, "what": t.about.as_str(), "agreed_words": t.wording, "at": at(t.at) }))
        .collect();
    all["told_aloud"] = interests::store::aloud::of_person(conn, person)?
        .into_iter()
        .map(|h| {
            json!({
                "about": h.about.as_str(), "mission": h.title, "to_be_told_since": at(h.at),
                "said": h.said.map(|(by, when)| json!({ "by": by, "at": at(when) })),
            })
        })
        .chain(told_of_follow_up(conn, person)?)
        .collect();
    Ok(())
}

fn told_of_follow_up(conn: &mut Conn, person: Id<Person>) -> Result<impl Iterator<Item = Value> + use<>> {
    let told = follow_ups::store::words::of_person(conn, person)?.into_iter();
    Ok(told.map(|(about, since, said, by)| {
        let said = said.zip(by).map(|(when, by)| json!({ "by": by, "at": at(when) }));
        json!({ "about": about, "to_be_told_since": at(since), "said": said })
    }))
}

fn at(instant: Instant) -> String {
    say::machine(instant)
}

fn account(conn: &mut Conn, person: &Person) -> Result<Value> {
    let known = accounts::store::by_id(conn, person.account())?;
    let wanted = people::store::preference(conn, person.id)?;
    Ok(json!({
        "id": person.id.to_string(),
        "first_name": person.first_name,
        "last_name": person.last_name,
        "email": person.email.as_str(),
        "phone": person.phone,
        "commune_insee": person.insee,
        "language": known.language.as_str(),
        "plain_sentences": wanted.plain,
        "channel": wanted.channel.as_str(),
        "receives_proposals": person.receives_proposals,
    }))
}

/// What of her account is for her own session only.
fn alone_of_account(conn: &mut Conn, who: Herself, person: &Person, account: &mut Value) -> Result<()> {
    let stopped = people::store::stopped_letters(conn, person.id)?;
    let presence = accounts::store::presence_of(conn, person.account())?;
    account["letters_stopped"] = stopped.iter().map(|kind| kind.as_str()).collect();
    account["came_last_at"] = json!(presence.map(|(seen, _)| at(seen)));
    account["written_to_for_not_coming_at"] = json!(presence.and_then(|(_, noticed)| noticed).map(at));
    account["calendar_address_since"] = json!(engagements::store::feed_of(conn, who)?.map(at));
    Ok(())
}

fn hours(conn: &mut Conn, person: &Person) -> Result<Value> {
    let said = people::store::availability(conn, person)?;
    let (days, limits) = (&said.days, &said.limits);
    Ok(json!({
        "week": person.week.iter().map(|w| json!({ "weekday": w.weekday, "from_minute": w.start, "to_minute": w.end }))
            .collect::<Vec<_>>(),
        "dates": days.iter().map(|d| json!({ "date": d.date.to_string(), "minutes": d.hours })).collect::<Vec<_>>(),
        "radius_km": said.radius_km,
        "travel": limits.mode.map(crate::geo::travel::Mode::as_str),
        "notice_minutes": limits.notice_minutes,
        "shortest_minutes": limits.shortest,
        "longest_minutes": limits.longest,
        "ready_until": limits.ready_until.map(at),
    }))
}

fn sent(interest: &Interest) -> Value {
    let shared: &Disclosure = &interest.shared;
    json!({
        "id": interest.id.to_string(),
        "offer": interest.offer.to_string(),
        "slot": interest.slot.to_string(),
        "state": interest.state.word(),
        "sent_at": at(interest.sent_at),
        "answer_by": at(interest.answer_by),
        "shared": { "name": shared.name(), "email": shared.email(), "phone": shared.phone(), "message": shared.message() },
    })
}

fn agreed(conn: &mut Conn, who: HerFile) -> Result<Vec<Value>> {
    let own = engagements::store::own_records(conn, who)?;
    let all = engagements::store::agreed_with(conn, who.id(), Instant::from_micros(0))?;
    let mine = |a: &Amounts| json!({ "minutes": a.minutes, "gross_cents": a.gross.0, "costs_cents": a.fees.0 });
    let one = |(interest, state): (Interest, engagements::State)| json!({ "sent": interest.id.to_string(), "state": state.as_str(), "own_version": own.get(&interest.id).map(mine) });
    Ok(all.into_iter().map(one).collect())
}

fn follow_up(conn: &mut Conn, now: Instant, who: HerFile) -> Result<Value> {
    let mandates = follow_ups::store::mandates_of(conn, who.id())?;
    let mandate = |r: &follow_ups::store::Reader| json!({ "name": r.name, "service": r.service, "kind": r.kind.as_str(), "from": at(r.from), "until": r.until.map(at) });
    let (now_on, before): (Vec<_>, Vec<_>) = mandates.iter().partition(|r| r.until.is_none_or(|until| until > now));
    let active = match follow_ups::store::follow_up_of(conn, now, who.id())? {
        None => Value::Null,
        Some(f) => json!({
            "referent": f.referent.name,
            "service": f.referent.service.name,
            "since": at(f.started_at),
            "summary": f.summary,
            "end_asked": f.ending.map(|e| {
                json!({ "reason": e.reason.as_str(), "at": at(e.asked_at), "takes_effect_from": at(e.due_at) })
            }),
            "written": written(conn, f.id)?,
        }),
    };
    let mut ended = Vec::new();
    for f in follow_ups::store::ended(conn, who.id())? {
        ended.push(json!({
            "referent": f.referent,
            "service": f.service,
            "from": at(f.started_at),
            "to": at(f.ended_at),
            "reason": f.reason.as_str(),
            "summary": f.summary,
            "written": written(conn, f.id)?,
        }));
    }
    Ok(json!({
        "active": active,
        "ended": ended,
        "asked_to_follow": follow_ups::store::requests::of_person(conn, who.id())?.into_iter()
            .map(|r| json!({ "name": r.name, "service": r.service, "at": at(r.asked_at) })).collect::<Vec<_>>(),
        "who_may_read": now_on.into_iter().map(mandate).collect::<Vec<_>>(),
        "who_might_read_before": before.into_iter().map(mandate).collect::<Vec<_>>(),
    }))
}

/// Everything that was written in a follow-up: steps, training, contacts.
fn written(conn: &mut Conn, of: Id<FollowUp>) -> Result<Value> {
    let step = |(s, done): &(follow_ups::NextStep, Option<Instant>)| json!({ "kind": s.kind.as_str(), "title": s.title, "place": s.place, "at": at(s.at), "done_at": done.map(at) });
    let training = |t: &follow_ups::Training| {
        json!({ "title": t.title, "provider": t.provider, "stage": t.stage.as_str(), "funding": t.funding,
                "from": t.starts_at.map(at), "to": t.ends_at.map(at) })
    };
    let contact = |(c, by): &(follow_ups::Contact, String)| json!({ "by": by, "channel": c.channel.as_str(), "note": c.note, "at": at(c.at) });
    Ok(json!({
        "steps": follow_ups::store::steps_of(conn, of)?.iter().map(step).collect::<Vec<_>>(),
        "trainings": follow_ups::store::trainings_of(conn, of)?.iter().map(training).collect::<Vec<_>>(),
        "contacts": follow_ups::store::way::contacts(conn, of, 10_000)?.iter().map(contact).collect::<Vec<_>>(),
    }))
}
