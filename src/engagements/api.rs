//! What people sent to a platform, and its answers. A platform learns what each person ticked and nothing else: there is
//! no key of a person here (I6). The waiting list is addressed to nobody yet, so it is not here either.

use crate::api::paging::next_url;
use crate::api::{Body, Caller, Paging, Problem, Site, words};
use crate::engagements::actions as engagements;
use crate::interests::{self, DeclineReason, Interest};
use crate::kernel::{Id, RuleError};
use crate::offers::{self, Offer};
use crate::platforms::Scope;
use crate::web::{Error, Outcome, form};
use actix_web::http::header::{CACHE_CONTROL, LINK};
use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// A person's message about a slot.
#[derive(Debug, Serialize, ToSchema)]
pub struct InterestItem {
    /// Key.
    pub id: Uuid,
    /// Which mission.
    pub offer: OfferRef,
    /// Which slot; nothing when you took it out.
    pub slot: Option<SlotRef>,
    /// `sent`: to answer; `accepted`: agreed.
    #[schema(example = "sent")]
    pub state: &'static str,
    /// When.
    pub sent_at: DateTime<Utc>,
    /// Answer before this.
    pub answer_by: DateTime<Utc>,
    /// What the person chose to share.
    pub shared: Shared,
}

/// A mission of yours.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfferRef {
    /// Key.
    pub id: Uuid,
    /// Your own reference.
    pub reference: String,
    /// Title.
    pub title: String,
}

/// When.
#[derive(Debug, Serialize, ToSchema)]
pub struct SlotRef {
    /// Start.
    pub starts_at: DateTime<Utc>,
    /// End.
    pub ends_at: DateTime<Utc>,
}

/// What the person chose to share; a field that was not ticked is null.
#[derive(Debug, Serialize, ToSchema)]
pub struct Shared {
    /// First and last name.
    pub name: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// Her own words.
    pub message: Option<String>,
}

/// A page of interests, oldest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct InterestPage {
    /// Those to answer and those agreed.
    pub items: Vec<InterestItem>,
    /// The address of the next page; also in the `Link` header.
    pub next: Option<String>,
}

impl InterestItem {
    fn of(interest: &Interest, offer: &Offer) -> Self {
        let own = |text: Option<&str>| text.map(str::to_owned);
        let slot = offer.slot(interest.slot);
        let shared = &interest.shared;
        Self {
            id: interest.id.uuid(),
            offer: OfferRef {
                id: offer.id.uuid(),
                reference: offer.reference.clone(),
                title: offer.terms.title.clone(),
            },
            slot: slot.map(|s| SlotRef { starts_at: s.starts_at.utc(), ends_at: s.ends_at.utc() }),
            state: interest.state.word(),
            sent_at: interest.sent_at.utc(),
            answer_by: interest.answer_by.utc(),
            shared: Shared {
                name: own(shared.name()),
                email: own(shared.email()),
                phone: own(shared.phone()),
                message: own(shared.message()),
            },
        }
    }
}

/// What is to be answered and what is agreed.
///
/// # Errors
/// `key-invalid`, `scope-missing`, `limit-out-of-range`, `cursor-unknown`.
#[utoipa::path(
    get,
    path = "/api/v1/interests",
    operation_id = "listInterests",
    tag = "interests",
    summary = "People who are interested",
    description = "Those to answer and those agreed, oldest first. You see what each person chose to share with you, nothing else.",
    params(
        ("limit" = Option<u16>, Query, minimum = 1, maximum = 100, description = "Items on a page; 20 when left out"),
        ("cursor" = Option<String>, Query, description = "From `next`; opaque"),
    ),
    responses(
        (status = 200, description = "A page of interests", body = InterestPage),
        (status = 422, description = "A value was not understood", body = Problem, content_type = "application/problem+json"),
    ),
    security(("key" = ["interests"]))
)]
pub async fn list(caller: Caller, site: Site, req: HttpRequest) -> Outcome<HttpResponse> {
    let platform = caller.may(Scope::Interests)?;
    let paging = Paging::of(&form::query(req.query_string()))?;
    // One more than asked tells whether there is a next page.
    let wanted = i64::try_from(paging.offset.saturating_add(paging.limit).saturating_add(1)).unwrap_or(i64::MAX);
    let read = move |conn: &mut crate::db::Conn| {
        let all = interests::store::of_platform(conn, platform, wanted)?;
        let total = all.len();
        let page: Vec<Interest> = all.into_iter().skip(paging.offset).take(paging.limit).collect();
        let ids: Vec<Id<Offer>> = page.iter().map(|i| i.offer).collect();
        Ok((total, page, offers::store::by_ids(conn, &ids)?))
    };
    let (total, page, offers) = site.app.read(read).await?;
    let known: HashMap<Id<Offer>, &Offer> = offers.iter().map(|o| (o.id, o)).collect();
    let items = page.iter().filter_map(|i| Some(InterestItem::of(i, known.get(&i.offer)?))).collect();
    let next = paging.next(total).map(|cursor| next_url(&site, &req, &cursor));
    let mut answer = HttpResponse::Ok();
    if let Some(next) = &next {
        answer.insert_header((LINK, format!("<{next}>; rel=\"next\"")));
    }
    Ok(answer.insert_header((CACHE_CONTROL, "no-store")).json(InterestPage { items, next }))
}

/// Yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// The work is agreed.
    Accept,
    /// With a reason about the mission.
    Decline,
}

/// A platform's answer.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AnswerInput {
    /// `accept` or `decline`.
    #[schema(required, inline)]
    pub answer: Option<Answer>,
    /// About the mission only: `filled`, `cancelled` or `condition_missing`; required to decline.
    #[schema(schema_with = words::decline_reason)]
    pub reason: Option<DeclineReason>,
    /// The condition that the mission stated; required with `condition_missing`.
    pub condition: Option<String>,
}

/// What became of an interest.
#[derive(Debug, Serialize, ToSchema)]
pub struct Answered {
    /// Key.
    pub id: Uuid,
    /// `accepted` or `declined`.
    #[schema(example = "accepted")]
    pub state: &'static str,
    /// The agreed work.
    pub engagement: Option<Uuid>,
}

/// Answers a person.
///
/// # Errors
/// `NotFound`; `interest-not-open`, `condition-missing`, `json-*`.
#[utoipa::path(
    post,
    path = "/api/v1/interests/{id}/answer",
    operation_id = "answerInterest",
    tag = "interests",
    summary = "Answer a person",
    description = "The person gets a letter at once. `accept` agrees the work. `decline` needs a reason about the mission; with `filled` or `cancelled` the place is not offered again, with `condition_missing` it goes to the next who waits.",
    params(("id" = Uuid, Path, description = "Key of the interest")),
    request_body = AnswerInput,
    responses(
        (status = 200, description = "Answered", body = Answered),
        (status = 404, description = "No such interest for you", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "Nothing to answer any more", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "A reason or a condition is missing", body = Problem, content_type = "application/problem+json"),
    ),
    security(("key" = ["interests"]))
)]
pub async fn answer(caller: Caller, site: Site, id: Path<String>, body: Body) -> Outcome<HttpResponse> {
    let platform = caller.may(Scope::Interests)?;
    let id: Id<Interest> = id.parse().map_err(|_| Error::NotFound)?;
    let input: AnswerInput = body.read()?;
    let missing = |field: &str| RuleError::invalid("json-missing-field").on(field);
    let verdict = match (input.answer.ok_or_else(|| missing("answer"))?, input.reason) {
        (Answer::Accept, _) => None,
        (Answer::Decline, reason) => Some(reason.ok_or_else(|| missing("reason"))?),
    };
    let condition = input.condition.unwrap_or_default();
    stated(&condition)?;
    let write = move |tx: &mut crate::db::Tx<'_>, now| match verdict {
        None => engagements::accept(tx, now, platform, id).map(|e| (e.interest, Some(e.id.uuid()))),
        Some(reason) => interests::actions::decline(tx, now, platform, id, reason, &condition).map(|i| (i, None)),
    };
    let (interest, engagement) = site.app.write(write).await?;
    Ok(HttpResponse::Ok().json(Answered { id: interest.id.uuid(), state: interest.state.word(), engagement }))
}

/// A condition is a line of text.
fn stated(condition: &str) -> Result<(), RuleError> {
    if condition.chars().any(char::is_control) {
        return Err(RuleError::invalid("text-control-characters").on("condition"));
    }
    if condition.chars().count() > 300 {
        return Err(RuleError::invalid("text-too-long").on("condition").with("max", 300));
    }
    Ok(())
}
