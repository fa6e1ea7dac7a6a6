//! When the trade says no: a stable code, the field it concerns, and the figures its sentence needs.
//! The sentence itself is in `locales/*/errors.ftl` under `error-<code>`; a test holds that each code has one in each language.

/// What kind of "no" it is; HTTP statuses are derived from it at the edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The input cannot be accepted as it is.
    Invalid,
    /// The input is fine, the present state does not allow it.
    Conflict,
    /// What is asked for has ended.
    Gone,
    /// The one who asks may not.
    Forbidden,
    /// What was asked to be still so has changed.
    Outdated,
}

/// A rule of the trade that was not met.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{code}")]
pub struct RuleError {
    /// Stable code, in English, hyphenated.
    pub code: &'static str,
    /// What kind of "no".
    pub kind: Kind,
    /// The input field concerned, by its name in the form and in JSON.
    pub field: Option<String>,
    /// Figures and words for the sentence.
    pub args: Vec<(&'static str, String)>,
}

impl RuleError {
    const fn new(code: &'static str, kind: Kind) -> Self {
        Self { code, kind, field: None, args: Vec::new() }
    }

    /// The input cannot be accepted.
    #[must_use]
    pub const fn invalid(code: &'static str) -> Self {
        Self::new(code, Kind::Invalid)
    }

    /// The present state does not allow it.
    #[must_use]
    pub const fn conflict(code: &'static str) -> Self {
        Self::new(code, Kind::Conflict)
    }

    /// It has ended.
    #[must_use]
    pub const fn gone(code: &'static str) -> Self {
        Self::new(code, Kind::Gone)
    }

    /// Not for the one who asks.
    #[must_use]
    pub const fn forbidden(code: &'static str) -> Self {
        Self::new(code, Kind::Forbidden)
    }

    /// It has changed since it was read.
    #[must_use]
    pub const fn outdated(code: &'static str) -> Self {
        Self::new(code, Kind::Outdated)
    }

    /// Names the field.
    #[must_use]
    pub fn on(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// Gives the sentence a word or a figure.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}
