//! An advisor puts an offer before a person. It needs three proofs: a mandate, an active follow-up, an active label.
//! All that others may ever see of it is *proposed* or *closed*; it is closed by the offer's end or by the advisor,
//! never by anything the person does (G2). A receipt is always issued (I5).

pub mod actions;
pub mod api;
pub mod letters;
pub mod pages;
pub mod receipt;
pub mod sheet;
pub mod store;

use crate::follow_ups::{ActiveFollowUp, Advisor, Mandate, wording};
use crate::kernel::{Id, Instant, RuleError};
use crate::labels::ActiveLabel;
use crate::offers::Offer;
use crate::people::Person;

/// A note is at most this long.
pub const NOTE_MAX: usize = 500;

crate::text_enum! {
    /// Why a referral is closed. There is no word here for anything a person does.
    pub enum CloseCause {
        /// The offer ended.
        OfferEnded = "offer_ended",
        /// The advisor took it back.
        TakenBack = "taken_back",
    }
}

/// What the advisor and everyone else may see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Before the person.
    Proposed,
    /// Over.
    Closed {
        /// When.
        at: Instant,
        /// Why.
        cause: CloseCause,
    },
}

/// An offer put before a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Referral {
    /// Key.
    pub id: Id<Referral>,
    /// What.
    pub offer: Id<Offer>,
    /// Before whom.
    pub person: Id<Person>,
    /// By whom.
    pub advisor: Id<Advisor>,
    /// Its receipt.
    pub receipt: String,
    /// A word from the advisor; may be empty.
    pub note: String,
    /// When.
    pub proposed_at: Instant,
    /// Proposed or closed.
    pub state: State,
}

/// What must hold for a referral to be made. Each is a proof that only its own capability can give.
pub struct Grounds<'a> {
    /// The advisor may see the person.
    pub mandate: &'a Mandate,
    /// The follow-up goes on.
    pub follow_up: &'a ActiveFollowUp,
    /// The platform's label is in force.
    pub label: &'a ActiveLabel,
    /// The offer.
    pub offer: &'a Offer,
    /// The person.
    pub person: &'a Person,
}

impl Grounds<'_> {
    /// Puts the offer before the person.
    ///
    /// # Errors
    /// `proposals-not-wanted`, `label-not-active`, `follow-up-not-active`, `offer-full`, `text-too-long`,
    /// what [`wording::check`] says.
    pub fn propose(&self, receipt: String, note: &str, now: Instant) -> Result<Referral, RuleError> {
        if self.follow_up.person() != self.person.id || self.mandate.person() != self.person.id {
            return Err(RuleError::conflict("follow-up-not-active"));
        }
        if self.label.platform() != self.offer.platform {
            return Err(RuleError::conflict("label-not-active"));
        }
        if !self.person.receives_proposals {
            return Err(RuleError::conflict("proposals-not-wanted"));
        }
        if !self.offer.slots.iter().any(|s| s.open_at(now)) {
            return Err(RuleError::gone("offer-full"));
        }
        if note.chars().count() > NOTE_MAX {
            return Err(RuleError::invalid("text-too-long").on("note").with("max", NOTE_MAX));
        }
        wording::check(note, "note")?;
        Ok(Referral {
            id: Id::make(),
            offer: self.offer.id,
            person: self.person.id,
            advisor: self.mandate.advisor(),
            receipt,
            note: note.trim().to_owned(),
            proposed_at: now,
            state: State::Proposed,
        })
    }
}

impl Referral {
    /// Closes it.
    ///
    /// # Errors
    /// `referral-closed`.
    pub fn close(self, cause: CloseCause, now: Instant) -> Result<Self, RuleError> {
        match self.state {
            State::Proposed => Ok(Self { state: State::Closed { at: now, cause }, ..self }),
            State::Closed { .. } => Err(RuleError::gone("referral-closed")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write as _;

    /// Which state follows which verb. No verb of the person is in this grid, and there must never be one (G2).
    #[test]
    fn referral_grid() {
        let now = Instant::from_micros(0);
        let open = Referral {
            id: Id::make(),
            offer: Id::make(),
            person: Id::make(),
            advisor: Id::make(),
            receipt: "r".into(),
            note: String::new(),
            proposed_at: now,
            state: State::Proposed,
        };
        let word = |r: Result<Referral, RuleError>| match r {
            Ok(Referral { state: State::Proposed, .. }) => "proposed".to_owned(),
            Ok(Referral { state: State::Closed { cause, .. }, .. }) => format!("closed({})", cause.as_str()),
            Err(e) => e.code.to_owned(),
        };
        let mut grid = String::new();
        for cause in CloseCause::ALL {
            let closed = open.clone().close(*cause, now);
            let _ = writeln!(grid, "proposed + {:<12} = {}", cause.as_str(), word(closed.clone()));
            let _ = writeln!(grid, "closed   + {:<12} = {}", cause.as_str(), word(closed.unwrap().close(*cause, now)));
        }
        insta::assert_snapshot!(grid);
    }
}
