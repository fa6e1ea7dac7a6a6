//! Problem details (RFC 9457) as a wire type: what `web::errors` answers, and what a line of a batch holds.

use crate::kernel::RuleError;
use crate::l10n::L10nLanguage;
use crate::web::Error;
use actix_web::ResponseError;
use serde::Serialize;
use utoipa::ToSchema;

/// Why a request did not go through.
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// Where this code is explained.
    #[serde(rename = "type")]
    #[schema(example = "/api/problems#pay-below-floor")]
    pub kind: String,
    /// A sentence in French (in English under `/en/api/v1`).
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// The stable code.
    #[schema(example = "pay-below-floor")]
    pub code: String,
    /// One entry for each thing to mend.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
    /// The number of the fault, when it is ours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instance: Option<String>,
}

/// One thing to mend.
#[derive(Debug, Serialize, ToSchema)]
pub struct FieldProblem {
    /// The stable code.
    pub code: String,
    /// The field, as in `slots[0].ends_at`.
    pub field: Option<String>,
    /// A sentence that says what to do.
    pub detail: String,
}

impl Problem {
    /// The problem that an error is.
    pub(crate) fn of(error: &Error, t: &L10nLanguage) -> Self {
        let rules: &[RuleError] = match error {
            Error::Rules(rules) => rules,
            Error::Unreadable(rule) => std::slice::from_ref(rule),
            _ => &[],
        };
        let field = |r: &RuleError| FieldProblem { code: r.code.to_owned(), field: r.field.clone(), detail: t.rule(r) };
        Self {
            kind: format!("/api/problems#{}", error.code()),
            title: error.sentence(t),
            status: error.status_code().as_u16(),
            code: error.code().to_owned(),
            errors: rules.iter().map(field).collect(),
            instance: logged(error),
        }
    }
}

/// Logs the cause of a fault of ours and tells its number.
fn logged(error: &Error) -> Option<String> {
    let (Error::Internal(why) | Error::Unavailable(why)) = error else { return None };
    let number = uuid::Uuid::now_v7().simple().to_string();
    tracing::error!(error.id = %number, error.code = error.code(), error.cause = %why, "line of a batch failed");
    Some(format!("urn:escale:error:{number}"))
}
