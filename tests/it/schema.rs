//! The two databases have the same tables and columns, and diesel knows the same; no name in them says what a person did
//! not do (I4).

use crate::architecture::files;
use std::collections::{BTreeMap, BTreeSet};

pub type Tables = BTreeMap<String, BTreeSet<String>>;

/// Tables and columns, from the `CREATE TABLE` statements, and what is dropped or renamed after them.
fn tables(database: &str) -> Tables {
    let mut out = Tables::new();
    for path in files(&format!("migrations/{database}"), "sql") {
        if !path.ends_with("up.sql") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let mut blocks = text.split("CREATE TABLE ");
        moved(blocks.next().unwrap(), &mut out);
        for block in blocks {
            let (name, rest) = block.split_once(" (").unwrap();
            let body = rest.split("\n)").next().unwrap();
            let columns = body.lines().map(str::trim).filter_map(|l| l.split_once(' ')).map(|(c, _)| c);
            let columns = columns.filter(|c| c.chars().all(|c| c.is_ascii_lowercase() || c == '_'));
            out.insert(name.trim().to_owned(), columns.map(str::to_owned).collect());
            moved(block, &mut out);
        }
    }
    out
}

fn moved(text: &str, tables: &mut Tables) {
    for line in text.lines().filter_map(|l| l.strip_suffix(';')) {
        if let Some(name) = line.strip_prefix("DROP TABLE ") {
            tables.remove(name);
        }
        if let Some((from, to)) = line.strip_prefix("ALTER TABLE ").and_then(|rest| rest.split_once(" RENAME TO ")) {
            let columns = tables.remove(from).unwrap();
            tables.insert(to.to_owned(), columns);
        }
        if let Some((table, column)) =
            line.strip_prefix("ALTER TABLE ").and_then(|rest| rest.split_once(" DROP COLUMN "))
        {
            assert!(tables.get_mut(table).unwrap().remove(column), "{line}");
        }
        if let Some((table, rest)) = line.strip_prefix("ALTER TABLE ").and_then(|rest| rest.split_once(" ADD COLUMN "))
        {
            let column = rest.split(' ').next().unwrap().to_owned();
            assert!(tables.get_mut(table).unwrap().insert(column), "{line}");
        }
    }
}

pub fn known_to_diesel() -> Tables {
    let parts = files("src/db", "rs").into_iter().filter(|path| path.to_string_lossy().contains("db/schema"));
    let text: String = parts.map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let mut out = Tables::new();
    for block in text.split("diesel::table! {").skip(1) {
        let line = block.lines().find(|l| l.trim_end().ends_with('{') && l.contains('(')).unwrap();
        let name = line.trim().split(' ').next().unwrap();
        let columns = block.lines().filter_map(|l| l.trim().split_once(" -> ")).map(|(c, _)| c.to_owned());
        out.insert(name.to_owned(), columns.collect());
    }
    out
}

#[test]
fn both_databases_and_diesel_have_the_same_tables_and_columns() {
    assert_eq!(tables("sqlite"), tables("postgres"));
    assert_eq!(tables("sqlite"), known_to_diesel());
}

#[test]
fn both_databases_have_the_same_migrations() {
    let names = |database: &str| -> BTreeSet<String> {
        let root = format!("{}/migrations/{database}", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_dir(root).unwrap().flatten().map(|e| e.file_name().to_string_lossy().into_owned()).collect()
    };
    assert_eq!(names("sqlite"), names("postgres"));
}

/// What no column, event, API field, log field or template may be called: a person's refusal, absence or motive.
const FORBIDDEN: &[&str] = &[
    "refus",
    "reject",
    "no_show",
    "noshow",
    "no-show",
    "absent",
    "absence",
    "motive",
    "motif",
    "not_interested",
    "ignored",
    "unopened",
    "never_opened",
    "dismiss",
    "turned_down",
    "ghost",
];

/// I4, over the schema, the enums of the code, the API document and the names in templates.
#[test]
fn i4_nothing_names_what_a_person_did_not_do() {
    for (table, columns) in tables("sqlite") {
        for name in columns.iter().chain([&table]) {
            assert!(!FORBIDDEN.iter().any(|w| name.contains(w)), "{table}.{name}");
        }
    }
    for path in files("migrations", "sql") {
        let text = std::fs::read_to_string(&path).unwrap().to_lowercase();
        assert!(!FORBIDDEN.iter().any(|w| text.contains(w)), "{}", path.display());
    }
    for path in files("src", "rs") {
        let text = std::fs::read_to_string(&path).unwrap();
        for line in text.lines().filter(|l| l.contains(" = \"") && l.trim_end().ends_with("\",")) {
            assert!(!FORBIDDEN.iter().any(|w| line.to_lowercase().contains(w)), "{}: {line}", path.display());
        }
    }
    for path in files("templates", "html") {
        let text = std::fs::read_to_string(&path).unwrap();
        for attribute in ["name=\"", "id=\"", "class=\"", "action=\"", "value=\""] {
            for value in text.split(attribute).skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(!FORBIDDEN.iter().any(|w| value.to_lowercase().contains(w)), "{}: {value}", path.display());
            }
        }
    }
    let api = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/openapi.json")).unwrap();
    let api: serde_json::Value = serde_json::from_str(&api).unwrap();
    let mut names = Vec::new();
    keys(&api, &mut names);
    for name in names {
        assert!(!FORBIDDEN.iter().any(|w| name.to_lowercase().contains(w)), "openapi.json: {name}");
    }
}

fn keys(value: &serde_json::Value, out: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(map) => {
            for (key, inner) in map {
                out.push(key.clone());
                if key == "enum" {
                    out.extend(inner.as_array().into_iter().flatten().filter_map(|v| v.as_str().map(str::to_owned)));
                }
                keys(inner, out);
            }
        }
        serde_json::Value::Array(list) => list.iter().for_each(|v| keys(v, out)),
        _ => {}
    }
}
