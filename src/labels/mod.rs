//! The label "socially responsible": an append-only list of reasoned decisions. The state at an instant is computed
//! from the decisions taken by then and from the clock; it is never stored, so it can never be edited (I12).
//! [`ActiveLabel`] is the proof that publishing and referring ask for (G1); only [`Label::active_at`] makes one.

pub mod actions;
pub mod api;
pub mod letters;
pub mod pages;
pub mod store;

use crate::kernel::{Id, Instant, RuleError};
use crate::platforms::Platform;
use chrono::{Months, TimeDelta};

/// A label lasts 36 months (`domain.md` § 1.7).
pub const LIFE: Months = Months::new(36);
/// An emergency suspension lasts at most 30 days.
pub const SUSPENSION: TimeDelta = TimeDelta::days(30);
/// A decision can be appealed for two months.
pub const APPEAL: Months = Months::new(2);
/// The same hour of Paris so many months later; the last day of the month when it has no such day.
#[must_use]
pub fn after(at: Instant, months: Months) -> Instant {
    let local = at.with_timezone(&chrono_tz::Europe::Paris);
    local.checked_add_months(months).map_or(at, |later| later.to_utc().into())
}

/// A reason has at least this many characters.
pub const REASON_MIN: usize = 20;
/// The authority that decides when no decision names one yet; afterwards it is read from the decisions.
pub const DEFAULT_AUTHORITY: &str = "Direction générale du travail";

crate::text_enum! {
    /// What was decided.
    pub enum Kind {
        /// The platform asked.
        Submitted = "submitted",
        /// The dossier is complete.
        Admissible = "admissible",
        /// It is being examined.
        Examination = "examination",
        /// The colleges gave their opinion.
        Opinion = "opinion",
        /// Granted for 36 months.
        Granted = "granted",
        /// Not granted.
        Declined = "declined",
        /// Put on notice to mend something by a date.
        Notice = "notice",
        /// Suspended.
        Suspended = "suspended",
        /// A suspension is lifted.
        Reinstated = "reinstated",
        /// Withdrawn for good.
        Withdrawn = "withdrawn",
        /// Given up by the platform.
        Renounced = "renounced",
    }
}

/// One reasoned decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelDecision {
    /// Key.
    pub id: Id<LabelDecision>,
    /// Whom it concerns.
    pub platform: Id<Platform>,
    /// What was decided.
    pub kind: Kind,
    /// When it was taken.
    pub decided_at: Instant,
    /// From when it holds.
    pub effective_at: Instant,
    /// Until when, for a grant or a suspension.
    pub until: Option<Instant>,
    /// Why, in public.
    pub reason: String,
    /// Who signed.
    pub author: String,
    /// The authority that decided: a datum, it may pass from the State to a third party.
    pub authority: String,
    /// Until when it can be appealed.
    pub appeal_until: Option<Instant>,
}

/// The state at an instant, with its facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Never asked.
    None,
    /// Asked; not decided yet.
    Pending(Kind),
    /// In force.
    Active {
        /// Since when.
        since: Instant,
        /// Until when.
        until: Instant,
    },
    /// Suspended.
    Suspended {
        /// Since when.
        since: Instant,
        /// Until when at the latest.
        until: Instant,
    },
    /// It ran out.
    Expired {
        /// When.
        at: Instant,
    },
    /// Not granted.
    Declined {
        /// When.
        at: Instant,
    },
    /// Withdrawn.
    Withdrawn {
        /// When.
        at: Instant,
    },
    /// Given up.
    Renounced {
        /// When.
        at: Instant,
    },
}

impl State {
    /// The word of the state, for screens, the API and styles.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Pending(_) => "pending",
            Self::Active { .. } => "active",
            Self::Suspended { .. } => "suspended",
            Self::Expired { .. } => "expired",
            Self::Declined { .. } => "declined",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Renounced { .. } => "renounced",
        }
    }

    /// Since when, and until when if nothing else is decided.
    #[must_use]
    pub const fn span(&self) -> (Option<Instant>, Option<Instant>) {
        match *self {
            Self::None | Self::Pending(_) => (None, None),
            Self::Active { since, until } | Self::Suspended { since, until } => (Some(since), Some(until)),
            Self::Expired { at } | Self::Declined { at } | Self::Withdrawn { at } | Self::Renounced { at } => {
                (Some(at), None)
            }
        }
    }
}

/// A platform's decisions, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Label {
    decisions: Vec<LabelDecision>,
}

/// The proof that a label is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActiveLabel {
    platform: Id<Platform>,
    since: Instant,
    until: Instant,
}

impl ActiveLabel {
    /// Whose label it is.
    #[must_use]
    pub const fn platform(&self) -> Id<Platform> {
        self.platform
    }
    /// Since when it is in force.
    #[must_use]
    pub const fn since(&self) -> Instant {
        self.since
    }
    /// Until when, if nothing else is decided.
    #[must_use]
    pub const fn until(&self) -> Instant {
        self.until
    }
}

impl Label {
    /// A label from its decisions, in any order.
    #[must_use]
    pub fn new(mut decisions: Vec<LabelDecision>) -> Self {
        decisions.sort_by_key(|d| (d.effective_at, d.id));
        Self { decisions }
    }

    /// The decisions, oldest first.
    #[must_use]
    pub fn decisions(&self) -> &[LabelDecision] {
        &self.decisions
    }

    /// The authority in charge: the one of the latest decision, since it may pass from one to another.
    #[must_use]
    pub fn authority(&self) -> &str {
        self.decisions.last().map_or(DEFAULT_AUTHORITY, |d| d.authority.as_str())
    }

    /// The state at an instant: the decisions that hold by then, replayed, then the clock.
    #[must_use]
    pub fn state_at(&self, now: Instant) -> State {
        let mut grant: Option<(Instant, Instant)> = None;
        let mut state = State::None;
        for d in self.decisions.iter().filter(|d| d.effective_at <= now) {
            // The clock turns before each decision: a suspension that ended by itself can be followed by another.
            state = d.applied_to(ripen(state, grant, d.effective_at), &mut grant);
        }
        ripen(state, grant, now)
    }

    /// The proof, when the label is in force.
    #[must_use]
    pub fn active_at(&self, now: Instant) -> Option<ActiveLabel> {
        match self.state_at(now) {
            State::Active { since, until } => {
                self.decisions.first().map(|d| ActiveLabel { platform: d.platform, since, until })
            }
            _ => None,
        }
    }

    /// The proof, or the sentence that says why not.
    ///
    /// # Errors
    /// `label-not-active`.
    pub fn require_active(&self, now: Instant) -> Result<ActiveLabel, RuleError> {
        self.active_at(now).ok_or_else(|| RuleError::conflict("label-not-active"))
    }

    /// Decides a suspension: at once, reasoned, at most 30 days.
    ///
    /// # Errors
    /// `label-not-active`, `reason-too-short`.
    pub fn suspend(&self, by: &Signature, now: Instant) -> Result<LabelDecision, RuleError> {
        let active = self.require_active(now)?;
        by.decide(active.platform, Kind::Suspended, now, Some(now + SUSPENSION))
    }

    /// Lifts a suspension.
    ///
    /// # Errors
    /// `label-not-suspended`, `reason-too-short`.
    pub fn reinstate(&self, by: &Signature, now: Instant) -> Result<LabelDecision, RuleError> {
        match (self.state_at(now), self.decisions.first()) {
            (State::Suspended { .. }, Some(first)) => by.decide(first.platform, Kind::Reinstated, now, None),
            _ => Err(RuleError::conflict("label-not-suspended")),
        }
    }
}

/// A suspension that was neither lifted nor followed by a withdrawal ends by itself; a grant runs out.
fn ripen(state: State, grant: Option<(Instant, Instant)>, now: Instant) -> State {
    match (state, grant) {
        (State::Active { until, .. }, _) if now >= until => State::Expired { at: until },
        (State::Suspended { .. }, Some((_, end))) if now >= end => State::Expired { at: end },
        (State::Suspended { until, .. }, Some((since, end))) if now >= until => State::Active { since, until: end },
        (state, _) => state,
    }
}

impl LabelDecision {
    fn applied_to(&self, state: State, grant: &mut Option<(Instant, Instant)>) -> State {
        let at = self.effective_at;
        match self.kind {
            Kind::Granted => {
                let since = grant.filter(|(_, end)| *end >= at).map_or(at, |(since, _)| since);
                let until = self.until.unwrap_or(after(at, LIFE));
                *grant = Some((since, until));
                // A renewal does not lift a suspension: only a reinstatement does.
                if matches!(state, State::Suspended { .. }) { state } else { State::Active { since, until } }
            }
            Kind::Suspended if matches!(state, State::Active { .. }) => {
                State::Suspended { since: at, until: self.until.unwrap_or(at + SUSPENSION) }
            }
            Kind::Reinstated => match (state, *grant) {
                (State::Suspended { .. }, Some((since, until))) => State::Active { since, until },
                _ => state,
            },
            Kind::Submitted | Kind::Admissible | Kind::Examination | Kind::Opinion => match state {
                State::Active { .. } | State::Suspended { .. } => state,
                _ => State::Pending(self.kind),
            },
            Kind::Declined if grant.is_some_and(|(_, until)| until > at) => state,
            Kind::Declined => State::Declined { at },
            Kind::Withdrawn => ended(grant, State::Withdrawn { at }),
            Kind::Renounced => ended(grant, State::Renounced { at }),
            Kind::Notice | Kind::Suspended => state,
        }
    }
}

fn ended(grant: &mut Option<(Instant, Instant)>, state: State) -> State {
    *grant = None;
    state
}

/// Who decides, in whose name, and why.
#[derive(Debug, Clone)]
pub struct Signature {
    /// The person who signs.
    pub author: String,
    /// The authority.
    pub authority: String,
    /// The public reason.
    pub reason: String,
}

impl Signature {
    /// Signs a decision.
    ///
    /// # Errors
    /// `reason-too-short`, when the reason says nothing.
    pub fn decide(
        &self,
        platform: Id<Platform>,
        kind: Kind,
        now: Instant,
        until: Option<Instant>,
    ) -> Result<LabelDecision, RuleError> {
        if self.reason.trim().chars().count() < REASON_MIN {
            return Err(RuleError::invalid("reason-too-short").on("reason").with("min", REASON_MIN));
        }
        Ok(LabelDecision {
            id: Id::make(),
            platform,
            kind,
            decided_at: now,
            effective_at: now,
            until,
            reason: self.reason.trim().to_owned(),
            author: self.author.clone(),
            authority: self.authority.clone(),
            appeal_until: Some(after(now, APPEAL)),
        })
    }
}

#[cfg(test)]
mod tests;
