//! The document that describes the API, generated from its wire types. The one at the root of the repository equals it.

use crate::api::problem::{FieldProblem, Problem};
use crate::api::{Site, tagged};
use crate::web::Outcome;
use crate::{engagements, labels, offers, referrals};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::Value;
use std::sync::LazyLock;
use utoipa::openapi::path::Operation;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{Content, Ref, RefOr, ResponseBuilder};
use utoipa::{Modify, OpenApi};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Escale",
        version = "1",
        description = "Short missions on labelled platforms. JSON in English, sentences in French (in English under `/en/api/v1`). Errors are problem details (RFC 9457) with a stable code, explained at `/api/problems`. A mission is never a job offer that someone must accept: each carries its `notice`.",
        license(name = "EUPL-1.2", identifier = "EUPL-1.2")
    ),
    tags(
        (name = "post", description = "Post missions, by key (scope `offers`)"),
        (name = "interests", description = "Answer people, by key (scope `interests`)"),
        (name = "read", description = "Read what is visible, without a key"),
        (name = "trust", description = "Labels and receipts, without a key")
    ),
    paths(
        offers::api::post::put,
        offers::api::post::patch,
        offers::api::post::delete,
        offers::api::batch::batch,
        offers::api::post::heartbeat,
        engagements::api::list,
        engagements::api::answer,
        offers::api::list::list,
        offers::api::list::detail,
        offers::api::stream::stream,
        labels::api::register,
        referrals::api::receipt,
    ),
    components(schemas(Problem, FieldProblem)),
    modifiers(&Common)
)]
struct Described;

/// What every operation shares: the key, and the answers that any of them may give.
struct Common;

impl Modify for Common {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let key = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("esc_<id>_<secret>");
        let key = key.description(Some(
            "A key of your platform, with scopes `offers` and `interests`; sent as `Authorization: Bearer esc_…`",
        ));
        if let Some(components) = document.components.as_mut() {
            components.add_security_scheme("key", SecurityScheme::Http(key.build()));
        }
        for item in document.paths.paths.values_mut() {
            let all = [&mut item.get, &mut item.put, &mut item.post, &mut item.patch, &mut item.delete];
            all.into_iter().flatten().for_each(common_answers);
        }
    }
}

fn common_answers(operation: &mut Operation) {
    let mut answers = vec![
        ("429", "Too often: wait for `Retry-After` seconds"),
        ("503", "Not ready: wait for `Retry-After` seconds"),
    ];
    if operation.security.is_some() {
        answers.extend([("401", "The key is missing or does not hold"), ("403", "The key has not this scope")]);
    }
    if operation.request_body.is_some() {
        answers.extend([
            ("400", "The body cannot be read; the code and the field say why"),
            ("413", "The body is too large"),
        ]);
    }
    for (status, description) in answers {
        let content = Content::new(Some(RefOr::<utoipa::openapi::Schema>::Ref(Ref::from_schema_name("Problem"))));
        let problem = ResponseBuilder::new().description(description).content("application/problem+json", content);
        operation.responses.responses.insert(status.to_owned(), problem.build().into());
    }
}

static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    let mut document = serde_json::to_value(Described::openapi()).unwrap_or_default();
    let schemas = &mut document["components"]["schemas"];
    // A patch has the fields of a mission, none of them required.
    schemas["OfferPatch"]["properties"] = schemas["OfferInput"]["properties"].clone();
    schemas["OfferPatch"]["additionalProperties"] = false.into();
    for schema in schemas.as_object_mut().into_iter().flatten() {
        only_true_defaults(schema.1);
    }
    document
});

/// Our types have a default for every field, so that all faults are told at once: those are not promises.
fn only_true_defaults(schema: &mut Value) {
    for (_, property) in schema["properties"].as_object_mut().into_iter().flatten() {
        let said = matches!(property["default"], Value::Bool(_)) || property["default"] == 1;
        if let Some(members) = property.as_object_mut().filter(|_| !said) {
            members.remove("default");
        }
    }
}

/// The document.
#[must_use]
pub fn value() -> &'static Value {
    &DOCUMENT
}

/// `GET /api/v1/openapi.json`
///
/// # Errors
/// None.
pub async fn document(_: Site, req: HttpRequest) -> Outcome<HttpResponse> {
    tagged(&req, value(), None)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `ESCALE_WRITE_OPENAPI=1 cargo test openapi` writes the file again.
    #[test]
    fn the_openapi_document_at_the_root_is_the_one_that_is_served() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/openapi.json");
        let now = serde_json::to_string_pretty(value()).unwrap() + "\n";
        if std::env::var_os("ESCALE_WRITE_OPENAPI").is_some() {
            std::fs::write(path, &now).unwrap();
        }
        let kept = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            kept == now,
            "openapi.json is not up to date: run `ESCALE_WRITE_OPENAPI=1 cargo test openapi` and commit it"
        );
    }

    #[test]
    fn every_operation_says_what_it_does_and_every_reference_leads_somewhere() {
        let document = value();
        for item in document["paths"].as_object().unwrap().values() {
            for operation in item.as_object().unwrap().values() {
                assert!(operation["summary"].is_string() && operation["description"].is_string(), "{operation}");
            }
        }
        let text = document.to_string();
        for name in text.split("#/components/schemas/").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(document["components"]["schemas"][name].is_object(), "{name}");
        }
    }

    /// I4, I6: nothing of a person but what she shares, and no word for what she does not do.
    #[test]
    fn i6_no_wire_type_holds_a_key_of_a_person() {
        let text = value().to_string();
        for word in ["person_id", "no_show", "absent", "refus", "JobPosting"] {
            assert!(!text.contains(word), "{word}");
        }
    }
}
