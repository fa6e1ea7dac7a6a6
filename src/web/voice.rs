//! What is said in a language, whoever reads it: a page has one, and so has a letter, in the language that its reader has now.

use crate::app::App;
use crate::kernel::{Cents, Instant, Lang};
use crate::l10n::{L10nLanguage, texts};
use crate::web::say;

/// The words of a language, over what the application knows.
#[derive(Clone, Copy)]
pub struct Voice<'a> {
    /// What is visible now is asked of it.
    pub(crate) app: &'a App,
    /// The language.
    pub lang: Lang,
    pub(crate) t: &'static L10nLanguage,
    /// The present instant.
    pub now: Instant,
}

impl<'a> Voice<'a> {
    /// A voice in a language.
    #[must_use]
    pub fn of(app: &'a App, lang: Lang, now: Instant) -> Self {
        Self { app, lang, t: texts(lang), now }
    }

    /// The same in another language.
    #[must_use]
    pub fn turned(self, lang: Lang) -> Self {
        Self::of(self.app, lang, self.now)
    }

    /// The word on screen for a word of the trade.
    #[must_use]
    pub fn word(&self, family: &str, word: &str) -> String {
        self.t.word(family, word)
    }

    /// A date in Paris.
    #[must_use]
    pub fn date(&self, at: Instant) -> String {
        say::date(at, chrono_tz::Europe::Paris, self.lang)
    }

    /// A length of time.
    #[must_use]
    pub fn duration(&self, minutes: i64) -> String {
        say::duration(minutes, self.lang)
    }

    /// An amount of money.
    #[must_use]
    pub fn money(&self, amount: Cents) -> String {
        amount.say(self.lang)
    }
}
