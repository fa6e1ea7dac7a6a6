//! Every word of the trade has its sentence in both languages, and no sentence is left over.

use crate::architecture::files;
use std::collections::{BTreeMap, BTreeSet};

fn messages(lang: &str) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    for path in files(&format!("locales/{lang}"), "ftl") {
        let text = std::fs::read_to_string(&path).unwrap();
        let mut last = String::new();
        for line in text.lines().filter(|l| !l.starts_with('#')) {
            match line.split_once(" =") {
                Some((key, value)) if !line.starts_with([' ', '[', '*', '.']) => {
                    last = key.trim().to_owned();
                    assert!(out.insert(last.clone(), value.trim().to_owned()).is_none(), "{lang}: {key} twice");
                }
                _ if !last.is_empty() => {
                    out.entry(last.clone()).and_modify(|v: &mut String| v.push_str(line));
                }
                _ => {}
            }
        }
    }
    out
}

fn all_code() -> String {
    let mut text = String::new();
    for (dir, ext) in [("src", "rs"), ("templates", "html"), ("templates", "txt")] {
        for path in files(dir, ext) {
            text.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
    text
}

#[test]
fn both_languages_have_the_same_messages() {
    let (fr, en) = (messages("fr"), messages("en"));
    let only = |a: &BTreeMap<String, String>, b: &BTreeMap<String, String>| {
        a.keys().filter(|k| !b.contains_key(*k)).cloned().collect::<Vec<_>>()
    };
    assert_eq!(only(&fr, &en), Vec::<String>::new());
    assert_eq!(only(&en, &fr), Vec::<String>::new());
}

#[test]
fn every_rule_has_its_sentence() {
    let (fr, code) = (messages("fr"), all_code());
    let mut codes = BTreeSet::new();
    for maker in ["RuleError::invalid(\"", "RuleError::conflict(\"", "RuleError::gone(\"", "RuleError::forbidden(\""] {
        codes.extend(code.split(maker).skip(1).filter_map(|rest| rest.split('"').next()));
    }
    assert!(codes.len() > 30, "the codes were not found");
    for word in codes.into_iter().filter(|c| c.len() > 2) {
        assert!(fr.contains_key(&format!("error-{word}")), "error-{word} has no sentence");
    }
}

/// Families looked up by a word of the trade, with the words they must have.
#[test]
fn every_word_of_the_trade_is_on_screen() {
    use escale::{interests, labels, offers, platforms};
    let fr = messages("fr");
    let need = |family: &str, words: Vec<&str>| {
        for word in words {
            let key = format!("{family}-{}", word.replace('_', "-"));
            assert!(fr.contains_key(&key), "{key} has no word");
        }
    };
    need("status", offers::Status::ALL.iter().map(|s| s.as_str()).collect());
    need("platform-kind", platforms::Kind::ALL.iter().map(|s| s.as_str()).collect());
    need("label-kind", labels::Kind::ALL.iter().map(|s| s.as_str()).collect());
    need("told-declined", interests::DeclineReason::ALL.iter().map(|s| s.as_str()).collect());
    need("frequency", escale::searches::Frequency::ALL.iter().map(|f| f.as_str()).collect());
    need("part", offers::search::PARTS.iter().map(|p| p.0).collect());
    need("need", offers::search::NEEDS.iter().map(|p| p.0).collect());
    for reason in ["offer-ended", "offer-masked", "offer-label", "offer-silent", "offer-full"] {
        need("gone", vec![reason]);
    }
}

#[test]
fn no_sentence_is_left_over() {
    let code = all_code();
    // Looked up by a word built at run time: `word("family", …)`, `named("family-…")`.
    let mut families: BTreeSet<String> =
        ["error", "flash", "gone", "language", "label-person"].iter().map(|s| (*s).to_owned()).collect();
    families.extend(code.split("word(\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned));
    families
        .extend(code.split("named(&format!(\"").skip(1).filter_map(|rest| rest.split("-{").next()).map(str::to_owned));
    let left: Vec<_> = messages("fr")
        .into_keys()
        .filter(|key| !families.iter().any(|f| key.starts_with(&format!("{f}-"))))
        .filter(|key| !code.contains(&format!("{}(", key.replace('-', "_"))) && !code.contains(&format!("\"{key}\"")))
        .collect();
    assert_eq!(left, Vec::<String>::new());
}

/// French sets a space before its double signs, English sets none. What stands in a template is read in both languages, so no
/// such sign stands there: a sentence, or `colon`, says it.
#[test]
fn double_signs_are_spaced_as_each_language_does() {
    let spaces = [' ', '\u{a0}', '\u{202f}'];
    let spaced = |text: &str| {
        let all: Vec<char> = text.chars().collect();
        let found = all.windows(3).filter(|w| {
            let ends = w[2].is_whitespace() || w[2] == '"' || w[2] == '<';
            ":;?!".contains(w[1]) && ends && spaces.contains(&w[0])
        });
        found.map(|w| w.iter().collect::<String>()).collect::<Vec<_>>()
    };
    for (key, text) in messages("en") {
        // Signs that are named, as those of a reference, stand alone.
        let text = text.replace("- _ . :", "").replace("{ ", "").replace(" }", "") + " ";
        assert_eq!(spaced(&text), Vec::<String>::new(), "en, {key}: {text}");
    }
    for (key, text) in messages("fr") {
        // What is put in may well be English, or an example of code.
        let plain: String = text.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect();
        let broken = [" :", " ;", " ?", " !", " »", "« "].iter().find(|sign| plain.contains(**sign));
        assert_eq!(broken, None, "fr, {key}: {text}: a line may end before the sign");
    }
    for (dir, ext) in [("templates", "html"), ("templates", "txt")] {
        for path in files(dir, ext) {
            let text = std::fs::read_to_string(&path).unwrap();
            let plain: String =
                text.split("{%").map(|part| part.split_once("%}").map_or(part, |(_, rest)| rest)).collect();
            let plain: String =
                plain.split("{{").map(|part| part.split_once("}}").map_or(part, |(_, rest)| rest)).collect();
            assert_eq!(spaced(&plain), Vec::<String>::new(), "{}", path.display());
        }
    }
}

#[test]
fn the_notice_says_the_same_promise_in_both_languages() {
    let (fr, en) = (messages("fr"), messages("en"));
    assert!(fr["notice-full"].contains("offre raisonnable d’emploi") && fr["notice-full"].contains("L. 5411-6-1"));
    assert!(en["notice-full"].contains("reasonable job offer") && en["notice-full"].contains("L. 5411-6-1"));
    assert!(fr["notice-short"].starts_with("Vous êtes libre de dire non"));
}
