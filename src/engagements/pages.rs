//! The platform's desk: who is interested, to be answered first; what is agreed; its missions. It reads what each person
//! chose to share and nothing else (I6), and of its own only (I18).

mod dashboard;

use crate::db::{self, Conn, Tx};
use crate::engagements::{actions, store};
use crate::interests::{self, DeclineReason, Interest};
use crate::kernel::rule::Kind;
use crate::kernel::{Id, Instant, RuleError};
use crate::offers::{self, Offer};
use crate::platforms;
use crate::web::page::see_other;
use crate::web::signed::ForPlatform;
use crate::web::{Error, Fields, Form, Outcome, Signed, form};
use crate::{accounts, labels};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use dashboard::{Dashboard, Leaf, Seen};
use std::collections::HashMap;

/// Messages shown at most.
const SHOWN: i64 = 100;
/// Missions on a page.
const PAGE: usize = 50;
/// A condition is at most this long.
const CONDITION_MAX: usize = 300;

/// `GET /plateforme`, with `?page=2` for earlier missions.
///
/// # Errors
/// `NotFound` when the account posts for no platform.
pub async fn dashboard(who: Signed<ForPlatform>) -> Outcome<HttpResponse> {
    shown(who, StatusCode::OK, Kept::default()).await
}

/// What was typed before something was to be mended, and for which message.
#[derive(Default)]
struct Kept {
    fields: Fields,
    about: Option<Id<Interest>>,
}

async fn shown(who: Signed<ForPlatform>, status: StatusCode, kept: Kept) -> Outcome<HttpResponse> {
    let (account, now) = (who.account.id, who.now);
    let asked: usize = form::query(&who.query).get("page").parse().unwrap_or(1);
    let seen = who.app.read(move |conn| seen(conn, account, now, asked)).await?;
    let template = Dashboard::of(who.page, &seen, &kept.fields, kept.about);
    template.page.html_with(status, &template)
}

fn seen(conn: &mut Conn, account: Id<accounts::Account>, now: Instant, asked: usize) -> db::Result<Seen> {
    let platform = platforms::store::of_member(conn, account)?;
    let label = labels::store::of_platform(conn, platform.id)?;
    let asks = store::to_answer(conn, platform.id, now, SHOWN)?;
    let agreed = store::agreed_to_come(conn, platform.id, now, SHOWN)?;
    let ids: Vec<Id<Offer>> = asks.iter().chain(&agreed).map(|i| i.offer).collect();
    let about: HashMap<Id<Offer>, Offer> = offers::store::by_ids(conn, &ids)?.into_iter().map(|o| (o.id, o)).collect();
    let (latest, leaf) = missions(conn, platform.id, asked)?;
    Ok(Seen { platform, label, asks, agreed, about, latest, leaf })
}

/// A page of the platform's missions; past the end, the last one.
fn missions(conn: &mut Conn, platform: Id<platforms::Platform>, asked: usize) -> db::Result<(Vec<Offer>, Leaf)> {
    let total = usize::try_from(offers::store::count_of_platform(conn, platform)?).unwrap_or(0);
    let last = total.div_ceil(PAGE).max(1);
    let number = asked.clamp(1, last);
    let [skipped, limit] = [(number - 1) * PAGE, PAGE].map(|n| i64::try_from(n).unwrap_or(i64::MAX));
    let latest = offers::store::of_platform(conn, platform, skipped, limit)?;
    Ok((latest, Leaf { total, number, last }))
}

/// `POST /plateforme/interets/{id}/reponse`: yes, or no with a reason about the offer.
///
/// # Errors
/// `NotFound`, also for another platform's.
pub async fn answer(who: Signed<ForPlatform>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    let id: Id<Interest> = id.parse().map_err(|_| Error::NotFound)?;
    let account = who.account.id;
    let (done, ok) = match fields.get("reponse") {
        "accept" => {
            let accept = move |tx: &mut Tx<'_>, now| {
                let platform = platforms::store::of_member(tx, account)?.id;
                actions::accept(tx, now, platform, id).map(drop)
            };
            (who.app.write(accept).await, "platform-accepted")
        }
        "decline" => match reason(&fields) {
            Err(rule) => (Err(rule.into()), ""),
            Ok((reason, condition)) => {
                let decline = move |tx: &mut Tx<'_>, now| {
                    let platform = platforms::store::of_member(tx, account)?.id;
                    interests::actions::decline(tx, now, platform, id, reason, &condition).map(drop)
                };
                (who.app.write(decline).await, "platform-declined")
            }
        },
        _ => return Err(Error::Unreadable(RuleError::invalid("request-unreadable").on("reponse"))),
    };
    settle(who, fields, Some(id), done, ok).await
}

/// The reason about the offer, and the condition that it states.
fn reason(fields: &Fields) -> Result<(DeclineReason, String), RuleError> {
    let reason = DeclineReason::parse(fields.get("raison"))
        .ok_or_else(|| RuleError::invalid("answer-reason-missing").on("raison"))?;
    let condition = if reason == DeclineReason::ConditionMissing { fields.get("condition") } else { "" };
    if condition.chars().count() > CONDITION_MAX {
        return Err(RuleError::invalid("text-too-long").on("condition").with("max", CONDITION_MAX));
    }
    Ok((reason, condition.to_owned()))
}

/// `POST /plateforme/interets`: yes to all that are ticked; those that were answered or taken back meanwhile are left.
///
/// # Errors
/// `NotFound`, also for another platform's: nothing is accepted then.
pub async fn accept_many(who: Signed<ForPlatform>, Form(fields): Form) -> Outcome<HttpResponse> {
    let parsed: Result<Vec<Id<Interest>>, _> = fields.all("interet").take(100).map(str::parse).collect();
    let (ids, account) = (parsed.map_err(|_| Error::NotFound)?, who.account.id);
    if ids.is_empty() {
        return settle(who, fields, None, Err(RuleError::invalid("nothing-ticked").into()), "").await;
    }
    let all = ids.len();
    let accept = move |tx: &mut Tx<'_>, now| {
        let platform = platforms::store::of_member(tx, account)?.id;
        let mut agreed = 0;
        for id in &ids {
            match actions::accept(tx, now, platform, *id) {
                Ok(_) => agreed += 1,
                // Refused before anything is written: the others still can be.
                Err(db::Error::Rules(_)) => {}
                Err(other) => return Err(other),
            }
        }
        Ok(agreed)
    };
    let done = who.app.write(accept).await;
    let ok = if matches!(done, Ok(agreed) if agreed == all) { "platform-accepted" } else { "platform-accepted-some" };
    let done =
        done.and_then(|agreed| if agreed > 0 { Ok(()) } else { Err(RuleError::conflict("interest-not-open").into()) });
    settle(who, fields, None, done, ok).await
}

/// `POST /plateforme/pouls`: all of this is still true.
///
/// # Errors
/// `NotFound` when the account posts for no platform.
pub async fn pulse(who: Signed<ForPlatform>, _form: Form) -> Outcome<HttpResponse> {
    let account = who.account.id;
    let pulse = move |tx: &mut Tx<'_>, now| {
        let platform = platforms::store::of_member(tx, account)?.id;
        offers::actions::pulse(tx, now, platform)
    };
    who.app.write(pulse).await?;
    Ok(see_other(&who, "/plateforme?ok=platform-pulsed"))
}

/// Back to the dashboard, with what is to be mended if something is.
async fn settle(
    who: Signed<ForPlatform>,
    mut fields: Fields,
    about: Option<Id<Interest>>,
    done: db::Result<()>,
    ok: &str,
) -> Outcome<HttpResponse> {
    let rules = match done {
        Ok(()) => return Ok(see_other(&who, &format!("/plateforme?ok={ok}"))),
        Err(db::Error::Rules(rules)) => rules,
        Err(other) => return Err(other.into()),
    };
    let only_mistakes = rules.iter().all(|r| r.kind == Kind::Invalid);
    let status = if only_mistakes { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::CONFLICT };
    fields.refuse(&rules, who.t);
    shown(who, status, Kept { fields, about }).await
}
