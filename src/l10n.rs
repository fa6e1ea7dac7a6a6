//! Sentences, generated from `locales/` by the build: one function a message. Those that are looked up by a word of the
//! trade (an error's code, a state) go through [`L10nLanguage::named`]; tests hold that each word has its sentence.
#![expect(
    dead_code,
    unreachable_pub,
    clippy::pedantic,
    clippy::allow_attributes,
    clippy::derivable_impls,
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "generated code; a test finds the messages that nobody uses"
)]

use crate::kernel::{Lang, RuleError};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/l10n.rs"));

static TEXTS: LazyLock<[L10nLanguage; 2]> = LazyLock::new(|| [L10n::Fr.load(), L10n::En.load()]);

thread_local! {
    static KEPT: RefCell<FxHashMap<(bool, &'static str), String>> = RefCell::default();
}

/// A message without variables, formatted once a thread. The build makes the generated functions call it.
fn kept(bundle: &L10nBundle, id: &'static str) -> String {
    KEPT.with_borrow_mut(|kept| {
        kept.entry((bundle.lang() == "en", id))
            .or_insert_with(|| bundle.msg(id, None).unwrap_or_else(|_| id.to_owned()))
            .clone()
    })
}

/// The sentences of a language.
pub fn texts(lang: Lang) -> &'static L10nLanguage {
    match lang {
        Lang::Fr => &TEXTS[0],
        Lang::En => &TEXTS[1],
    }
}

impl L10nLanguage {
    /// The message with this name; `None` when there is none.
    pub fn named(&self, name: &str, args: &[(&'static str, String)]) -> Option<String> {
        let mut given = FluentArgs::new();
        for (key, value) in args {
            given.set(*key, value.clone());
        }
        self.0.msg(name, Some(given)).ok()
    }

    /// The message with this name, which may depend on numbers; `None` when there is none.
    pub fn counted(&self, name: &str, numbers: &[(&'static str, u16)]) -> Option<String> {
        let mut given = FluentArgs::new();
        for (key, number) in numbers {
            given.set(*key, i64::from(*number));
        }
        self.0.msg(name, Some(given)).ok()
    }

    /// The word on screen for a word of the trade: `word("status", "self_employed")` reads `status-self-employed`.
    pub fn word(&self, family: &str, word: &str) -> String {
        let name = format!("{family}-{}", word.replace('_', "-"));
        self.named(&name, &[]).unwrap_or_else(|| word.to_owned())
    }

    /// The sentence of a rule that was not met.
    pub fn rule(&self, rule: &RuleError) -> String {
        self.named(&format!("error-{}", rule.code), &rule.args).unwrap_or_else(|| rule.code.to_owned())
    }
}
