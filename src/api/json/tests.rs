//! Faults are named by their field, all at once, and the place of a slip in the text is told.

use super::*;
use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Wire {
    title: String,
    #[serde(deserialize_with = "whole")]
    cents: i64,
    #[serde(deserialize_with = "objects")]
    slots: Vec<Part>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Part {
    on: bool,
}

fn faults(text: &str) -> Vec<(&'static str, String)> {
    let rules = match read::<Wire>(text.as_bytes()).unwrap_err() {
        Error::Rules(rules) => rules,
        Error::Unreadable(rule) => vec![rule],
        other => panic!("{other}"),
    };
    rules.into_iter().map(|r| (r.code, r.field.unwrap_or_default())).collect()
}

#[test]
fn each_fault_is_named_by_its_field() {
    let named = |code, field: &str| vec![(code, field.to_owned())];
    assert_eq!(faults(r#"{"titre": "x"}"#), named("json-unknown-field", "titre"));
    assert_eq!(faults(r#"{"title": 3}"#), named("json-type", "title"));
    assert_eq!(faults(r#"{"title": {"a": 1}}"#), named("json-type", "title"));
    assert_eq!(faults(r#"{"cents": 1.5}"#), named("json-type", "cents"));
    assert_eq!(faults(r#"{"slots": [{"on": true}, {"on": 1}]}"#), named("json-type", "slots[1].on"));
    assert_eq!(faults(r#"{"slots": {"on": true}}"#), named("json-type", "slots"));
    assert_eq!(faults(r#"{"slots": [[true]]}"#), named("json-type", "slots[0]"));
    assert_eq!(faults("[]"), named("json-type", ""));
    assert_eq!(faults(r#"{"title": "a""#), named("json-invalid", ""));
    assert_eq!(faults(r#"{"title": "a", "title": "b"}"#), named("json-invalid", ""));
}

#[test]
fn all_faults_are_told_at_once() {
    let all = faults(r#"{"a": 1, "title": null, "slots": [{"off": 1}]}"#);
    assert_eq!(all.len(), 3, "{all:?}");
}

#[test]
fn a_whole_number_may_be_written_with_a_point() {
    let read: Wire = read(br#"{"title": "x", "cents": 1500.0, "slots": [{"on": true}]}"#).unwrap();
    assert_eq!((read.title.as_str(), read.cents, read.slots.len()), ("x", 1500, 1));
    assert!(read.slots[0].on);
}
