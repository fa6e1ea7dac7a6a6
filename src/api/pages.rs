//! The reference of the API, written by the server from the OpenAPI document, and the page that explains every code.

use crate::api::openapi;
use crate::kernel::Lang;
use crate::l10n::texts;
use crate::web::{Outcome, Page};
use actix_web::HttpResponse;
use askama::Template;
use serde_json::Value;
use std::collections::BTreeMap;

/// The messages of every language, as the build gathered them.
const MESSAGES: &str = include_str!(concat!(env!("OUT_DIR"), "/translations.ftl"));
/// Messages that begin like an error's but are words of its page.
const NOT_CODES: [&str; 3] = ["see-offers", "number", "title-"];

/// The reference.
#[derive(Template)]
#[template(path = "api/reference.html")]
struct Reference {
    page: Page,
    groups: Vec<Group>,
    schemas: Vec<Schema>,
    base: String,
}

struct Group {
    tag: String,
    about: String,
    operations: Vec<Operation>,
}

struct Operation {
    id: String,
    method: String,
    path: String,
    summary: String,
    about: String,
    parameters: Vec<Field>,
    body: Option<(String, String)>,
    answers: Vec<(String, String, String)>,
}

struct Schema {
    name: String,
    about: String,
    fields: Vec<Field>,
}

struct Field {
    name: String,
    kind: String,
    place: String,
    required: bool,
    about: String,
}

impl Reference {
    /// The lines of a first call.
    fn first_call(&self) -> Vec<String> {
        let url = format!("{}/api/v1/offers/plonge-0412", self.base);
        let head = [
            format!("curl -X PUT {url} \\"),
            "-H \"Authorization: Bearer $ESCALE_KEY\" \\".to_owned(),
            "-H \"Content-Type: application/json\" \\".to_owned(),
            "-d '".to_owned() + BODY[0],
        ];
        head.into_iter().chain(BODY[1..].iter().map(|line| (*line).to_owned())).collect()
    }
}

const BODY: [&str; 18] = [
    "{\"title\": \"Plonge en restaurant, service du midi\",",
    "\"description\": \"Laver la vaisselle et ranger la cuisine pendant le service du midi, avec deux collègues.\",",
    "\"occupation\": \"G1605\", \"status\": \"self_employed\",",
    "\"pay_cents\": 1450, \"pay_unit\": \"hour\", \"duration_minutes\": 240,",
    "\"commission_percent\": 15, \"pay_delay_days\": 7,",
    "\"paid_by\": \"Le restaurant paie la plateforme, qui vous verse votre rémunération.\",",
    "\"costs\": \"Aucun frais pour vous.\",",
    "\"insurance\": \"Responsabilité civile prise par la plateforme.\",",
    "\"equipment\": \"Tablier et gants fournis.\",",
    "\"requirements\": \"Rester debout pendant le service.\",",
    "\"cancellation\": \"Gratuite jusqu’à la veille, des deux côtés.\",",
    "\"contact\": \"Équipe missions, 01 00 00 00 00\",",
    "\"insee\": \"42218\", \"licence_required\": false, \"car_required\": false, \"beginner_ok\": true,",
    "\"slots\": [{",
    "\"starts_at\": \"2026-12-01T10:00:00+01:00\",",
    "\"ends_at\": \"2026-12-01T14:00:00+01:00\",",
    "\"places\": 2",
    "}]}'",
];

/// `GET /api`
///
/// # Errors
/// When the page cannot be made.
pub async fn reference(page: Page) -> Outcome<HttpResponse> {
    let document = openapi::value();
    let base = page.app.base_url().to_owned();
    page.show(|page| Reference { page, groups: groups(document), schemas: schemas(document), base })
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

/// The operations, under each tag of the document, in its order.
fn groups(document: &Value) -> Vec<Group> {
    let group = |tag: &Value| {
        let all =
            members(&document["paths"]).flat_map(|(path, item)| members(item).map(move |(verb, o)| (path, verb, o)));
        let own = all.filter(|(_, _, o)| list(&o["tags"]).any(|t| *t == tag["name"]));
        Group {
            tag: text(&tag["name"]),
            about: text(&tag["description"]),
            operations: own.map(|(path, verb, o)| operation(path, verb, o)).collect(),
        }
    };
    list(&document["tags"]).map(group).collect()
}

fn operation(path: &str, verb: &str, o: &Value) -> Operation {
    let parameter = |p: &Value| Field {
        name: text(&p["name"]),
        kind: kind(&p["schema"]),
        place: text(&p["in"]),
        required: p["required"] == Value::Bool(true),
        about: text(&p["description"]),
    };
    let schema = |content: &Value| members(content).next().map(|(media, c)| (media.clone(), kind(&c["schema"])));
    Operation {
        id: text(&o["operationId"]),
        method: verb.to_uppercase(),
        path: path.to_owned(),
        summary: text(&o["summary"]),
        about: text(&o["description"]),
        parameters: list(&o["parameters"]).map(parameter).collect(),
        body: schema(&o["requestBody"]["content"]),
        answers: members(&o["responses"])
            .map(|(status, r)| {
                (status.clone(), text(&r["description"]), schema(&r["content"]).map_or_else(String::new, |s| s.1))
            })
            .collect(),
    }
}

/// A type, in a word: `string`, `integer or null`, `list of OfferItem`, `uuid`.
fn kind(schema: &Value) -> String {
    if let Some(name) = schema["$ref"].as_str().and_then(|r| r.rsplit('/').next()) {
        return name.to_owned();
    }
    let several = list(&schema["oneOf"]).chain(list(&schema["anyOf"])).map(kind).collect::<Vec<_>>();
    if !several.is_empty() {
        return several.join(" or ");
    }
    if !schema["enum"].is_null() {
        return list(&schema["enum"]).map(text).collect::<Vec<_>>().join(", ");
    }
    let named = |t: &str| match t {
        "array" => format!("list of {}", kind(&schema["items"])),
        "string" => schema["format"].as_str().unwrap_or("string").to_owned(),
        other => other.to_owned(),
    };
    match &schema["type"] {
        Value::String(one) => named(one),
        Value::Array(all) => all.iter().filter_map(Value::as_str).map(named).collect::<Vec<_>>().join(" or "),
        _ => "object".to_owned(),
    }
}

fn schemas(document: &Value) -> Vec<Schema> {
    members(&document["components"]["schemas"])
        .map(|(name, schema)| Schema {
            name: name.clone(),
            about: text(&schema["description"]),
            fields: fields(schema),
        })
        .collect()
}

/// The fields of a type, those of the types that it is made of first.
fn fields(schema: &Value) -> Vec<Field> {
    let made_of = list(&schema["allOf"]).chain(list(&schema["oneOf"]));
    let parts = made_of.flat_map(|part| match part["$ref"].as_str() {
        Some(_) => vec![Field {
            name: "…".into(),
            kind: kind(part),
            place: String::new(),
            required: true,
            about: String::new(),
        }],
        None => fields(part),
    });
    let required = |name: &str| list(&schema["required"]).any(|r| r == name);
    let own = members(&schema["properties"]).map(|(name, p)| Field {
        name: name.clone(),
        kind: kind(p),
        place: String::new(),
        required: required(name),
        about: text(&p["description"]),
    });
    parts.chain(own).collect()
}

/// The codes.
#[derive(Template)]
#[template(path = "api/problems.html")]
struct Problems {
    page: Page,
    codes: Vec<(&'static str, String)>,
}

/// `GET /api/problems`
///
/// # Errors
/// When the page cannot be made.
pub async fn problems(page: Page) -> Outcome<HttpResponse> {
    let codes = codes(page.lang);
    page.show(|page| Problems { page, codes })
}

/// Every code with its sentence; the figures of a sentence are left open.
fn codes(lang: Lang) -> Vec<(&'static str, String)> {
    let known = variables();
    let open = |names: &Vec<&'static str>| names.iter().map(|name| (*name, "…".to_owned())).collect::<Vec<_>>();
    let sentence = |(code, names): (&&'static str, &Vec<&'static str>)| {
        Some((*code, texts(lang).named(&format!("error-{code}"), &open(names))?))
    };
    known.iter().filter_map(sentence).collect()
}

/// The codes of errors, each with the variables of its sentence.
fn variables() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut known: BTreeMap<&'static str, Vec<&'static str>> = BTreeMap::new();
    let mut current = None;
    for line in MESSAGES.lines().filter(|line| !line.starts_with('#')) {
        if !line.starts_with([' ', '}']) {
            let code = line.strip_prefix("error-").and_then(|rest| rest.split_once(" =")).map(|(code, _)| code);
            current = code.filter(|code| NOT_CODES.iter().all(|n| !code.starts_with(n)));
        }
        let Some(code) = current else { continue };
        let names = known.entry(code).or_default();
        let word = |rest: &'static str| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-').next();
        names.extend(line.split('$').skip(1).filter_map(word));
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_sentence_in_each_language() {
        for lang in Lang::ALL {
            let codes = codes(*lang);
            assert_eq!(codes.len(), variables().len(), "{}", lang.as_str());
            assert!(codes.iter().any(|(code, _)| *code == "json-unknown-field"));
            assert!(codes.iter().all(|(code, _)| !code.starts_with("title-")));
        }
    }

    #[test]
    fn the_reference_shows_every_operation() {
        let document = openapi::value();
        let all: usize = members(&document["paths"]).map(|(_, item)| members(item).count()).sum();
        assert_eq!(groups(document).iter().map(|g| g.operations.len()).sum::<usize>(), all);
        assert!(schemas(document).iter().any(|s| s.name == "OfferInput" && s.fields.len() > 20));
    }

    #[test]
    fn the_first_call_is_a_mission_that_can_be_read() {
        let text = BODY.concat();
        let input: crate::offers::api::input::OfferInput = serde_json::from_str(text.trim_end_matches('\'')).unwrap();
        let at = |t: &str| chrono::DateTime::parse_from_rfc3339(t).unwrap().to_utc().into();
        let checked = crate::offers::check::check(&input.draft().unwrap(), at("2026-11-25T00:00:00Z"));
        assert!(checked.is_ok(), "{checked:?}");
    }
}
