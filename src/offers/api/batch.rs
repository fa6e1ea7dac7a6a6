//! Many missions in one request, one a line. Each line is a transaction of its own: what was answered is kept, and a line
//! that is wrong harms no other.

use crate::api::{Body, Caller, Problem, Site, json};
use crate::kernel::{Id, RuleError};
use crate::offers::actions;
use crate::offers::api::input::OfferInput;
use crate::offers::api::post::{Saved, status};
use crate::platforms::{Platform, Scope};
use crate::web::{Error, Outcome};
use actix_web::HttpResponse;
use actix_web::web::Bytes;
use futures_util::stream::unfold;
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

/// Lines of a batch.
const LINES: usize = 5_000;

/// A line of a batch: `reference`, and the fields of `OfferInput` beside it.
#[derive(ToSchema)]
#[expect(dead_code, reason = "described here, read field by field so that each fault is named")]
pub struct BatchLine {
    /// Your own reference.
    reference: String,
}

/// What became of a line: the fields of a saved mission, or of a problem.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
pub enum BatchResult {
    /// It was saved.
    Saved(SavedLine),
    /// It was not.
    Problem(ProblemLine),
}

/// A line that was saved.
#[derive(Debug, Serialize, ToSchema)]
pub struct SavedLine {
    /// Its number, from 1.
    pub line: usize,
    /// 201 or 200.
    pub status: u16,
    /// The mission.
    #[serde(flatten)]
    pub saved: Saved,
}

/// A line that was not saved.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProblemLine {
    /// Its number, from 1.
    pub line: usize,
    /// Its reference, when it has one.
    pub reference: Option<String>,
    /// Why.
    #[serde(flatten)]
    pub problem: Problem,
}

/// Posts many missions.
///
/// # Errors
/// `key-invalid`, `scope-missing`, `content-type`, `too-large`.
#[utoipa::path(
    post,
    path = "/api/v1/offers:batch",
    operation_id = "postBatch",
    tag = "post",
    summary = "Post many missions",
    description = "NDJSON: one mission a line, at most 5,000 lines and 8 MB. The answer has one line for each, in order, as soon as it is kept; each line is its own transaction. Should the connection be cut, send all of it again: it is idempotent.",
    request_body(content = BatchLine, content_type = "application/x-ndjson"),
    responses(
        (status = 200, description = "One line for each line", body = BatchResult, content_type = "application/x-ndjson"),
    ),
    security(("key" = ["offers"]))
)]
pub async fn batch(caller: Caller, site: Site, body: Body) -> Outcome<HttpResponse> {
    let platform = caller.may(Scope::Offers)?;
    let lines = body.lines(LINES)?.into_iter();
    let answers = unfold((site, lines), move |(site, mut lines)| async move {
        let (line, text) = lines.next()?;
        let answer = one(&site, platform, line, &text).await;
        Some((Ok::<_, Error>(answer), (site, lines)))
    });
    Ok(HttpResponse::Ok()
        .content_type("application/x-ndjson")
        .insert_header(("Cache-Control", "no-store"))
        .streaming(answers))
}

async fn one(site: &Site, platform: Id<Platform>, line: usize, text: &[u8]) -> Bytes {
    let (reference, input) = match read(text) {
        Ok((reference, input)) => (Some(reference), input),
        Err((reference, error)) => (reference, Err(error)),
    };
    let result = match input {
        Ok(input) => post(site, platform, line, reference.clone().unwrap_or_default(), input).await,
        Err(error) => Err(error),
    };
    let result = result.unwrap_or_else(|error| {
        BatchResult::Problem(ProblemLine { line, reference, problem: Problem::of(&error, site.t()) })
    });
    let mut answer = serde_json::to_vec(&result).unwrap_or_default();
    answer.push(b'\n');
    Bytes::from(answer)
}

async fn post(
    site: &Site,
    platform: Id<Platform>,
    line: usize,
    reference: String,
    input: OfferInput,
) -> Outcome<BatchResult> {
    let draft = input.draft().map_err(Error::Rules)?;
    let (offer, posted) = site.app.write(move |tx, now| actions::post(tx, now, platform, &reference, &draft)).await?;
    Ok(BatchResult::Saved(SavedLine { line, status: status(posted).as_u16(), saved: Saved::of(site, &offer) }))
}

type Line = (String, Outcome<OfferInput>);

/// The reference of a line, and its mission.
fn read(text: &[u8]) -> Result<Line, (Option<String>, Error)> {
    let mut members: Map<String, Value> = json::read(text).map_err(|e| (None, e))?;
    let reference = match members.remove("reference") {
        Some(Value::String(reference)) => reference,
        Some(_) => return Err((None, unreadable(RuleError::invalid("json-type").with("expected", "string")))),
        None => return Err((None, unreadable(RuleError::invalid("json-missing-field")))),
    };
    Ok((reference, json::value(Value::Object(members))))
}

fn unreadable(rule: RuleError) -> Error {
    Error::Unreadable(rule.on("reference"))
}
