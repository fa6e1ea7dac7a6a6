//! The languages of the screens and letters. French is the default; English is complete.

use chrono::Locale;

crate::text_enum! {
    /// A language in which every page and letter exists.
    pub enum Lang {
        /// French.
        Fr = "fr",
        /// English.
        En = "en",
    }
}

impl Lang {
    /// What stands before a path in this language: nothing in French, `/en` in English.
    #[must_use]
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Fr => "",
            Self::En => "/en",
        }
    }

    /// The locale of dates.
    #[must_use]
    pub const fn locale(self) -> Locale {
        match self {
            Self::Fr => Locale::fr_FR,
            Self::En => Locale::en_GB,
        }
    }
}
