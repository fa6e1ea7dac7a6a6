//! The house plan, held: who may name what, which way imports go, how long a file may be.

use std::path::{Path, PathBuf};

const ORDER: &[&str] = &[
    "accounts",
    "platforms",
    "labels",
    "offers",
    "people",
    "push",
    "searches",
    "follow_ups",
    "referrals",
    "interests",
    "engagements",
];

pub fn files(dir: &str, ext: &str) -> Vec<PathBuf> {
    let mut out = Vec::new();
    let mut dirs = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(dir)];
    while let Some(dir) = dirs.pop() {
        for entry in std::fs::read_dir(&dir).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                dirs.push(path);
            } else if path.extension().is_some_and(|e| e == ext) {
                out.push(path);
            }
        }
    }
    out.sort();
    out
}

fn relative(path: &Path) -> String {
    path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap().display().to_string()
}

fn sources() -> Vec<(String, String)> {
    files("src", "rs").iter().map(|p| (relative(p), std::fs::read_to_string(p).unwrap())).collect()
}

/// Code, without comments and without the tests at the end of the file.
fn code(text: &str) -> String {
    let live = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
    live.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn only_stores_and_the_database_name_diesel() {
    for (path, text) in sources() {
        let may = path.starts_with("db/") || path.contains("store") || path.ends_with("tests.rs");
        assert!(may || !code(&text).contains("diesel"), "{path} names diesel");
    }
}

#[test]
fn rules_know_neither_web_nor_database() {
    for (path, text) in sources() {
        let Some((capability, "mod.rs")) = path.split_once('/') else { continue };
        if !ORDER.contains(&capability) {
            continue;
        }
        for word in ["diesel", "actix", "askama", "tokio::", "tracing::", "base64::", "crate::web", "crate::db"] {
            assert!(!code(&text).contains(word), "{path} names {word}");
        }
    }
}

#[test]
fn pages_and_actions_keep_to_their_side() {
    for (path, text) in sources() {
        let text = code(&text);
        if path.ends_with("/actions.rs") {
            for word in ["actix", "askama", "HttpRe", "crate::web"] {
                assert!(!text.contains(word), "{path} names {word}");
            }
        }
        if path.ends_with("/letters.rs") {
            assert!(!text.contains("actix"), "{path} names actix");
        }
    }
}

#[test]
fn imports_go_leftwards_only() {
    for (path, text) in sources() {
        let Some(rank) = path.split('/').next().and_then(|c| ORDER.iter().position(|o| *o == c)) else { continue };
        for later in &ORDER[rank + 1..] {
            // The pages of a capability may show what the kit or a later capability's public face gives through the app.
            let pages = path.ends_with("pages.rs") || path.contains("/pages/") || path.ends_with("manage.rs");
            let named = code(&text).lines().any(|l| {
                l.contains(&format!("crate::{later}::"))
                    || l.trim_start().starts_with("use crate::{") && l.contains(later)
            });
            assert!(!named || pages, "{path} imports {later}, which is to its right");
        }
    }
}

#[test]
fn the_kernel_and_the_board_do_no_input_or_output() {
    for (path, text) in sources() {
        if path.starts_with("kernel/") || path.starts_with("board/") {
            for word in ["std::fs", "std::net", "diesel", "actix", "tokio", "SystemTime", "Utc::now"] {
                let clock = path == "kernel/clock.rs" && word == "Utc::now";
                assert!(clock || !code(&text).contains(word), "{path} names {word}");
            }
        }
    }
}

#[test]
fn files_stay_small_and_say_their_rule() {
    for (path, text) in sources() {
        assert!(text.lines().count() <= 450, "{path} is too long");
        assert!(text.starts_with("//!"), "{path} does not begin with its rule");
        assert!(
            !text.contains(concat!("TO", "DO")) && !text.contains(concat!("FIX", "ME")),
            "{path} puts something off"
        );
    }
}

/// I2: nothing but `follow_ups` writes the tables of the follow-up.
#[test]
fn i2_only_follow_ups_names_the_tables_of_the_follow_up() {
    for (path, text) in sources() {
        let own = path.starts_with("follow_ups/") || path.starts_with("db/schema");
        for table in ["follow_up::table", "follow_up_step", "follow_up_training", "schema::follow_up"] {
            assert!(own || !code(&text).contains(table), "{path} names {table}");
        }
    }
}

/// I7: offers never become ordinary job offers.
#[test]
fn i7_nothing_is_published_as_a_job_posting() {
    for ext in [("src", "rs"), ("templates", "html"), ("templates", "txt")] {
        for path in files(ext.0, ext.1) {
            let text = std::fs::read_to_string(&path).unwrap();
            assert!(!code(&text).contains("JobPosting"), "{} names JobPosting", path.display());
        }
    }
}

/// I3: the proof that one is oneself is made where sessions are read, and nowhere else.
#[test]
fn i3_only_the_signed_in_extractor_proves_that_a_person_is_herself() {
    for (path, text) in sources() {
        let makes = code(&text).contains("Herself::signed_in") || code(&text).contains("Herself(");
        assert!(!makes || ["web/signed.rs", "people/mod.rs"].contains(&path.as_str()), "{path} makes a Herself");
    }
}

/// I3: her hours open to somebody else by the words that she agreed to, and by nothing else.
#[test]
fn i3_only_the_words_that_she_agreed_to_open_her_hours_to_another() {
    for (path, text) in sources() {
        let makes = code(&text).contains("at_her_request(");
        assert!(
            !makes || ["follow_ups/actions/hours.rs", "people/mod.rs"].contains(&path.as_str()),
            "{path} opens hours"
        );
    }
}

/// I3: what a person keeps to herself is named in its own store only, and her searches by nobody else.
#[test]
fn i3_only_their_own_store_names_the_tables_that_are_hers_alone() {
    for (tables, own) in [
        (&["private_choice"][..], "people/store"),
        (&["saved_search", "search_match", "search_mark"], "searches/store"),
        (&["availability_day", "availability_terms", "letter_stop"], "people/store"),
        (&["push_device", "push_key"], "push/store"),
        (&["presence"], "accounts/store"),
        (&["calendar_feed", "slot_reminder", "month_reminder", "own_record"], "engagements/store"),
    ] {
        for (path, text) in
            sources().iter().filter(|(path, _)| !path.starts_with(own) && !path.starts_with("db/schema"))
        {
            let text = code(text);
            let named =
                tables.iter().find(|t| text.contains(&format!("{t}::")) || text.contains(&format!("schema::{t}")));
            assert!(named.is_none(), "{path} names {named:?}");
        }
    }
}

/// I16: a mandate is read in the transaction of the act that it allows, never before it.
#[test]
fn i16_a_mandate_is_read_in_the_transaction_of_the_act() {
    for (path, text) in sources().iter().filter(|(path, _)| !path.starts_with("follow_ups/")) {
        let text = code(text);
        let reads = text.matches("store::mandate(").count() + text.matches(".mandate(").count();
        let within = text.matches("store::mandate(tx, now").count() + text.matches(".mandate(tx, now").count();
        assert_eq!(reads, within, "{path} reads a mandate outside the transaction of an act");
    }
}
