//! Work promised in the same transaction as what it tells, done later, at least once, never lost.
//! A job that fails is tried again with growing pauses: for as long as the mail server is away, or twelve times for
//! anything else; then it is set apart, and `escale requeue` gives it another chance.

mod store;

use crate::kernel::{Id, Instant};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use store::{claim, counts, enqueue, enqueue_once, fail, finish, requeue, unkey};

/// What she keeps to herself is not counted among what waits.
pub(crate) const SEARCH_LETTER: &str = "search_letter";

/// What is to be done. Ids only: nothing secret and no personal data rests in the queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Task {
    /// Write the sign-in link and code that a person asked for.
    SignInLetter {
        /// The pending sign-in.
        sign_in: Uuid,
    },
    /// Tell a person that an offer was put before her.
    ProposalLetter {
        /// The referral.
        referral: Uuid,
    },
    /// Tell a platform that somebody is interested.
    InterestReceivedLetter {
        /// The interest.
        interest: Uuid,
    },
    /// Confirm to a person what was sent in her name, or her rank on the waiting list.
    InterestSentLetter {
        /// The interest.
        interest: Uuid,
    },
    /// Tell a person what the platform answered.
    InterestAnsweredLetter {
        /// The interest.
        interest: Uuid,
    },
    /// Tell a person that a place came free for her.
    PlaceFreedLetter {
        /// The interest.
        interest: Uuid,
    },
    /// Tell a platform that a person who had agreed has released her place.
    PlaceReleasedLetter {
        /// The interest.
        interest: Uuid,
    },
    /// Tell a person that a mission she had agreed or asked for is cancelled.
    OfferEndedLetter {
        /// The interest.
        interest: Uuid,
    },
    /// An offer or some of its slots ended: close what hung on it, write to those who counted on it.
    OfferEnded {
        /// The offer.
        offer: Uuid,
    },
    /// A label decision: write first to the people at work, then to everyone else (I8).
    LabelDecided {
        /// The decision.
        decision: Uuid,
    },
    /// Tell one person at work what a label decision means for her.
    LabelPersonLetter {
        /// The decision.
        decision: Uuid,
        /// The engagement or interest concerned.
        interest: Uuid,
    },
    /// Tell a person of missions that answer the searches that she keeps.
    SearchLetter {
        /// The person.
        person: Uuid,
    },
    /// Remind a person, the day before, of a slot that is agreed.
    SlotReminderLetter {
        /// The interest.
        interest: Uuid,
    },
    /// Remind a person that a month can be declared.
    MonthlyRecapLetter {
        /// The person.
        person: Uuid,
        /// Which month, as `2026-11`.
        month: String,
    },
    /// Answer who reported a mission.
    ReportAnsweredLetter {
        /// The report.
        report: Uuid,
    },
    /// Tell a platform that an agreed place is free, when nothing else is left to be told.
    PlaceFreeLetter {
        /// The mission.
        offer: Uuid,
        /// The slot.
        slot: Uuid,
    },
    /// Tell the platform of a decision about its label.
    LabelPlatformLetter {
        /// The decision.
        decision: Uuid,
    },
    /// Ask a person to agree to the end of her follow-up, because work of hers is under way.
    FollowUpEndLetter {
        /// The person.
        person: Uuid,
    },
    /// Add the people of a file.
    PeopleImport {
        /// The file.
        import: Uuid,
    },
    /// Tell an advisor of missions that fit people whom he follows.
    DigestLetter {
        /// The advisor.
        advisor: Uuid,
    },
    /// Tell a person that somebody else follows her now.
    ReferentLetter {
        /// The person.
        person: Uuid,
    },
    /// Invite an advisor to her service.
    InvitationLetter {
        /// The advisor.
        advisor: Uuid,
    },
    /// Tell a referent that people have come to be without a next step.
    SteplessLetter {
        /// The advisor.
        advisor: Uuid,
    },
}

impl Task {
    /// The word under which it is counted and logged.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::SignInLetter { .. } => "sign_in_letter",
            Self::ProposalLetter { .. } => "proposal_letter",
            Self::InterestReceivedLetter { .. } => "interest_received_letter",
            Self::InterestSentLetter { .. } => "interest_sent_letter",
            Self::InterestAnsweredLetter { .. } => "interest_answered_letter",
            Self::PlaceFreedLetter { .. } => "place_freed_letter",
            Self::PlaceReleasedLetter { .. } => "place_released_letter",
            Self::OfferEndedLetter { .. } => "offer_ended_letter",
            Self::OfferEnded { .. } => "offer_ended",
            Self::LabelDecided { .. } => "label_decided",
            Self::LabelPersonLetter { .. } => "label_person_letter",
            Self::SearchLetter { .. } => SEARCH_LETTER,
            Self::SlotReminderLetter { .. } => "slot_reminder_letter",
            Self::MonthlyRecapLetter { .. } => "monthly_recap_letter",
            Self::ReportAnsweredLetter { .. } => "report_answered_letter",
            Self::PlaceFreeLetter { .. } => "place_free_letter",
            Self::LabelPlatformLetter { .. } => "label_platform_letter",
            Self::FollowUpEndLetter { .. } => "follow_up_end_letter",
            Self::PeopleImport { .. } => "people_import",
            Self::DigestLetter { .. } => "digest_letter",
            Self::ReferentLetter { .. } => "referent_letter",
            Self::InvitationLetter { .. } => "invitation_letter",
            Self::SteplessLetter { .. } => "stepless_letter",
        }
    }
}

/// A promised piece of work, claimed by this process.
#[derive(Debug, Clone)]
pub struct Job {
    /// Its key; also the root of a letter's Message-ID.
    pub id: Id<Job>,
    /// What is to be done.
    pub task: Task,
    /// How many times it was begun, this one included.
    pub attempts: i32,
    /// When it was due.
    pub run_at: Instant,
}
