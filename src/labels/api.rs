//! The public register for machines: every platform with its decisions, and the state that follows from them now (I12).

use crate::api::{Site, tagged, words};
use crate::kernel::Instant;
use crate::labels::{Kind, Label, LabelDecision, State, store};
use crate::platforms::{self, Platform};
use crate::web::Outcome;
use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// The register.
#[derive(Debug, Serialize, ToSchema)]
pub struct Register {
    /// Every platform with at least one decision.
    pub items: Vec<LabelEntry>,
}

/// A platform's label.
#[derive(Debug, Serialize, ToSchema)]
pub struct LabelEntry {
    /// Whose.
    pub platform: LabelHolder,
    /// Computed now from the decisions: `active`, `suspended`, `expired`, `withdrawn`, `renounced`, `declined` or `pending`.
    #[schema(example = "active")]
    pub state: &'static str,
    /// Since when.
    pub since: Option<DateTime<Utc>>,
    /// Until when, if nothing else is decided.
    pub until: Option<DateTime<Utc>>,
    /// Every decision, oldest first.
    pub decisions: Vec<DecisionItem>,
}

/// Who holds or held it.
#[derive(Debug, Serialize, ToSchema)]
pub struct LabelHolder {
    /// Key.
    pub id: Uuid,
    /// Name.
    pub name: String,
    /// Its word in addresses.
    pub slug: String,
    /// Nine digits (Insee).
    pub siren: String,
    /// What kind of organisation.
    #[schema(schema_with = words::platform)]
    pub kind: platforms::Kind,
    /// Its page of the register.
    pub url: String,
}

/// A reasoned decision.
#[derive(Debug, Serialize, ToSchema)]
pub struct DecisionItem {
    /// Key.
    pub id: Uuid,
    /// What was decided.
    #[schema(schema_with = words::decision)]
    pub kind: Kind,
    /// When it was taken.
    pub decided_at: DateTime<Utc>,
    /// From when it holds.
    pub effective_at: DateTime<Utc>,
    /// Until when, for a grant or a suspension.
    pub until: Option<DateTime<Utc>>,
    /// Why.
    pub reason: String,
    /// Who signed.
    pub author: String,
    /// In whose name.
    pub authority: String,
    /// Until when it can be appealed.
    pub appeal_until: Option<DateTime<Utc>>,
}

impl LabelEntry {
    fn of(site: &Site, platform: &Platform, label: &Label) -> Self {
        let state = label.state_at(site.now);
        let (since, until) = match state {
            State::Active { since, until } | State::Suspended { since, until } => (Some(since), Some(until)),
            State::Expired { at } | State::Declined { at } | State::Withdrawn { at } | State::Renounced { at } => {
                (Some(at), None)
            }
            State::None | State::Pending(_) => (None, None),
        };
        Self {
            platform: LabelHolder {
                id: platform.id.uuid(),
                name: platform.name.clone(),
                slug: platform.slug.clone(),
                siren: platform.siren.clone(),
                kind: platform.kind,
                url: site.url(&format!("/plateformes/{}", platform.slug)),
            },
            state: state.word(),
            since: since.map(Instant::utc),
            until: until.map(Instant::utc),
            decisions: label.decisions().iter().map(DecisionItem::of).collect(),
        }
    }
}

impl DecisionItem {
    fn of(d: &LabelDecision) -> Self {
        Self {
            id: d.id.uuid(),
            kind: d.kind,
            decided_at: d.decided_at.utc(),
            effective_at: d.effective_at.utc(),
            until: d.until.map(Instant::utc),
            reason: d.reason.clone(),
            author: d.author.clone(),
            authority: d.authority.clone(),
            appeal_until: d.appeal_until.map(Instant::utc),
        }
    }
}

/// The public register.
///
/// # Errors
/// What the database says.
#[utoipa::path(
    get,
    path = "/api/v1/labels",
    operation_id = "readRegister",
    tag = "trust",
    summary = "The public register of labels",
    description = "Every platform with its decisions, their reasons and authors, and the state that follows from them at this instant.",
    params(("If-None-Match" = Option<String>, Header, description = "The `ETag` of an earlier answer")),
    responses(
        (status = 200, description = "The register, with `ETag`", body = Register),
        (status = 304, description = "Nothing changed since that `ETag`"),
    )
)]
pub async fn register(site: Site, req: HttpRequest) -> Outcome<HttpResponse> {
    let read = |conn: &mut crate::db::Conn| Ok((platforms::store::all(conn)?, store::all(conn)?));
    let (platforms, labels) = site.app.read(read).await?;
    let entries = platforms.iter().filter_map(|p| Some(LabelEntry::of(&site, p, labels.get(&p.id)?)));
    tagged(&req, &Register { items: entries.collect() }, None)
}
