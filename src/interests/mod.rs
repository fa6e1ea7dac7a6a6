//! *Ça m'intéresse*: the person's own act towards a platform. It carries only the fields that she ticked, and nothing
//! about why she looks for work (I6). The slot's place is held for her at once, or she joins the waiting list in order.
//! The platform answers with a reason about the offer; she may take her message back without one.

pub mod actions;
pub mod letters;
pub mod pages;
pub mod store;

use crate::follow_ups::Advisor;
use crate::kernel::{Id, Instant, RuleError};
use crate::labels::LabelDecision;
use crate::offers::{Offer, Slot};
use crate::people::Person;
use crate::platforms::Platform;
use chrono::TimeDelta;

/// The platform answers within this time, and before the slot begins.
pub const ANSWER_WITHIN: TimeDelta = TimeDelta::hours(48);
/// A message is at most this long.
pub const MESSAGE_MAX: usize = 600;

/// What a person asked her advisor to send for her: the words that were read to her, and that she agreed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// Key.
    pub id: Id<Spoken>,
    /// Who agreed.
    pub person: Id<Person>,
    /// Who sent it.
    pub advisor: Id<Advisor>,
    /// About what.
    pub offer: Id<Offer>,
    /// What was sent, or what she had sent herself.
    pub interest: Id<Interest>,
    /// The words.
    pub wording: String,
    /// When.
    pub at: Instant,
    /// Whether she had sent it herself already: nothing more left. She reads it, her advisor does not (I3).
    pub by_herself: bool,
    /// Whether she agreed that what becomes of it is told to her by who follows her: she has no address.
    pub aloud: bool,
}

crate::text_enum! {
    /// What has become of something that an advisor sent for a person who has no address.
    pub enum About {
        /// She is on the waiting list.
        Waiting = "waiting",
        /// The platform answered, or did not.
        Answered = "answered",
        /// A place came free for her.
        Freed = "freed",
        /// It does not take place.
        Ended = "ended",
        /// A label decision concerns it.
        Label = "label",
        /// Its slot begins within a day.
        Reminder = "reminder",
    }
}

/// What is to be told to her by word of mouth: the letter that cannot be sent. Only what went through an advisor is ever one
/// (G2), and only who follows her now reads it (I16).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpokenNews {
    /// Key: that of the letter's job, so that it is kept once.
    pub id: Id<SpokenNews>,
    /// To whom.
    pub person: Id<Person>,
    /// Of what was sent for her.
    pub interest: Id<Interest>,
    /// What it is about.
    pub about: About,
    /// The decision, for [`About::Label`].
    pub decision: Option<Id<LabelDecision>>,
    /// Since when.
    pub at: Instant,
}

/// What she agreed to send, field by field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Consent {
    /// First and last name.
    pub name: bool,
    /// E-mail address.
    pub email: bool,
    /// Phone.
    pub phone: bool,
    /// Her own words; may be empty.
    pub message: String,
}

/// What a platform learns about a person. Only [`Consent::disclose`] makes one (I6).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Disclosure {
    name: Option<String>,
    email: Option<String>,
    phone: Option<String>,
    message: Option<String>,
}

impl Disclosure {
    /// Name, if she shared it.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }
    /// Address, if she shared it.
    #[must_use]
    pub fn email(&self) -> Option<&str> {
        self.email.as_deref()
    }
    /// Phone, if she shared it.
    #[must_use]
    pub fn phone(&self) -> Option<&str> {
        self.phone.as_deref()
    }
    /// Her words.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }
}

impl Consent {
    /// Takes from the person what she ticked, and nothing else.
    ///
    /// # Errors
    /// `text-too-long`.
    pub fn disclose(&self, person: &Person) -> Result<Disclosure, RuleError> {
        let message = self.message.trim();
        if message.chars().count() > MESSAGE_MAX {
            return Err(RuleError::invalid("text-too-long").on("message").with("max", MESSAGE_MAX));
        }
        Ok(Disclosure {
            name: self.name.then(|| person.name()),
            email: person.email.to_keep().filter(|_| self.email).map(str::to_owned),
            phone: person.phone.clone().filter(|_| self.phone),
            message: Some(message.to_owned()).filter(|m| !m.is_empty()),
        })
    }
}

crate::text_enum! {
    /// Why a platform says no: about the offer only.
    pub enum DeclineReason {
        /// The place was filled elsewhere.
        Filled = "filled",
        /// The mission does not take place.
        Cancelled = "cancelled",
        /// A condition that the offer stated is not met; the platform names it.
        ConditionMissing = "condition_missing",
    }
}

/// Where an interest is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// On the waiting list, in order of sending.
    Waiting,
    /// A place is held; the platform is to answer.
    Sent,
    /// Agreed by both.
    Accepted {
        /// When.
        at: Instant,
    },
    /// The platform said no.
    Declined {
        /// When.
        at: Instant,
        /// Why.
        reason: DeclineReason,
        /// The stated condition, for `ConditionMissing`.
        condition: Option<String>,
    },
    /// She took it back. No reason is asked nor kept.
    Withdrawn {
        /// When.
        at: Instant,
    },
    /// The platform did not answer in time.
    Unanswered {
        /// When the time was up.
        at: Instant,
    },
}

impl State {
    /// The word kept and sent.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::Accepted { .. } => "accepted",
            Self::Declined { .. } => "declined",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Unanswered { .. } => "unanswered",
        }
    }

    /// Whether a place is held.
    #[must_use]
    pub const fn holds_place(&self) -> bool {
        matches!(self, Self::Sent | Self::Accepted { .. })
    }

    /// Whether something may still come of it.
    #[must_use]
    pub const fn live(&self) -> bool {
        matches!(self, Self::Waiting | Self::Sent | Self::Accepted { .. })
    }
}

/// A person's message to a platform about one slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interest {
    /// Key.
    pub id: Id<Interest>,
    /// The mission.
    pub offer: Id<Offer>,
    /// The slot.
    pub slot: Id<Slot>,
    /// The platform.
    pub platform: Id<Platform>,
    /// Who; never shown to the platform.
    pub person: Id<Person>,
    /// What she shared.
    pub shared: Disclosure,
    /// When.
    pub sent_at: Instant,
    /// Until when the platform may answer.
    pub answer_by: Instant,
    /// Where it is.
    pub state: State,
}

impl Interest {
    /// The platform says yes.
    ///
    /// # Errors
    /// `interest-not-open`.
    pub fn accept(self, now: Instant) -> Result<Self, RuleError> {
        match self.state {
            State::Sent if now <= self.answer_by => Ok(Self { state: State::Accepted { at: now }, ..self }),
            _ => Err(RuleError::conflict("interest-not-open")),
        }
    }

    /// The platform says no, with a reason about the offer.
    ///
    /// # Errors
    /// `interest-not-open`, `condition-missing`, `condition-unasked`.
    pub fn decline(self, reason: DeclineReason, condition: &str, now: Instant) -> Result<Self, RuleError> {
        let condition = Some(condition.trim().to_owned()).filter(|c| !c.is_empty());
        match (reason, &condition) {
            (DeclineReason::ConditionMissing, None) => {
                return Err(RuleError::invalid("condition-missing").on("condition"));
            }
            // A reason is about the offer: nobody writes anything else about a person (G2, I4).
            (DeclineReason::Filled | DeclineReason::Cancelled, Some(_)) => {
                return Err(RuleError::invalid("condition-unasked").on("condition"));
            }
            _ => {}
        }
        match self.state {
            State::Sent | State::Waiting => Ok(Self { state: State::Declined { at: now, reason, condition }, ..self }),
            _ => Err(RuleError::conflict("interest-not-open")),
        }
    }

    /// The mission does not take place: also ends what was agreed.
    ///
    /// # Errors
    /// `interest-not-open`.
    pub fn cancel(self, now: Instant) -> Result<Self, RuleError> {
        if !self.state.live() {
            return Err(RuleError::conflict("interest-not-open"));
        }
        Ok(Self { state: State::Declined { at: now, reason: DeclineReason::Cancelled, condition: None }, ..self })
    }

    /// She takes it back, without a reason; not once the slot has begun.
    ///
    /// # Errors
    /// `interest-not-open`, `slot-begun`.
    pub fn take_back(self, slot: Option<&Slot>, now: Instant) -> Result<Self, RuleError> {
        if slot.is_some_and(|s| s.starts_at <= now) {
            return Err(RuleError::conflict("slot-begun"));
        }
        if !self.state.live() {
            return Err(RuleError::conflict("interest-not-open"));
        }
        Ok(Self { state: State::Withdrawn { at: now }, ..self })
    }

    /// The time to answer is up.
    ///
    /// # Errors
    /// `interest-not-open`.
    pub fn lapse(self, now: Instant) -> Result<Self, RuleError> {
        match self.state {
            State::Sent | State::Waiting if now > self.answer_by => {
                Ok(Self { state: State::Unanswered { at: now }, ..self })
            }
            _ => Err(RuleError::conflict("interest-not-open")),
        }
    }

    /// A place came free for the first on the waiting list.
    ///
    /// # Errors
    /// `interest-not-open`.
    pub fn promote(self, slot: &Slot, now: Instant) -> Result<Self, RuleError> {
        match self.state {
            State::Waiting => Ok(Self { state: State::Sent, answer_by: answer_by(slot, now), ..self }),
            _ => Err(RuleError::conflict("interest-not-open")),
        }
    }
}

/// Until when the platform answers: two days, and before the slot begins.
#[must_use]
pub fn answer_by(slot: &Slot, now: Instant) -> Instant {
    (now + ANSWER_WITHIN).min(slot.starts_at)
}

#[cfg(test)]
mod tests;
