//! Work promised in the same transaction as what it tells, done later, at least once, never lost.
//! A job that fails is tried again with growing pauses: for as long as the mail server is away, or twelve times for
//! anything else; then it is set apart, and `escale requeue` gives it another chance.

mod store;

use crate::kernel::{Id, Instant};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use store::{
    Lane, claim, counts, drop_free, enqueue, enqueue_once, fail, finish, is_free, requeue, sweep, unkey, waits,
};

/// What she keeps to herself is not counted among what waits.
pub(crate) const SEARCH_LETTER: &str = "search_letter";
/// Nor are the notices on her devices.
pub(crate) const PUSH: &str = "push";
pub(crate) const PUSH_ALL: &str = "push_all";

/// What a person is told at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "snake_case")]
pub enum News {
    /// Missions were put before her.
    Proposed {
        /// The referrals.
        referrals: Vec<Uuid>,
    },
    /// The platform answered, or did not.
    Answered {
        /// The interest.
        interest: Uuid,
    },
    /// A place came free for her.
    Freed {
        /// The interest.
        interest: Uuid,
    },
    /// What she counted on is cancelled.
    Ended {
        /// The interest.
        interest: Uuid,
    },
    /// A label decision concerns what she sent.
    Label {
        /// The decision.
        decision: Uuid,
        /// The interest.
        interest: Uuid,
    },
    /// Missions answer her searches.
    Found {
        /// The letter that tells the same.
        letter: Uuid,
    },
}

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
    /// Tell a person that several offers were put before her at once.
    ProposalsLetter {
        /// The referrals.
        referrals: Vec<Uuid>,
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
        /// The mission and the slot: still to be told when nothing else is left of her.
        #[serde(default)]
        place: Option<(Uuid, Uuid)>,
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
    /// Tell a person something at once, on each of her devices. It is promised whether she has any or not (I3).
    PushAll {
        /// The person.
        person: Uuid,
        /// What.
        news: News,
    },
    /// Tell it on one of them.
    Push {
        /// The device.
        device: Uuid,
        /// What.
        news: News,
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
    /// Tell a person that her follow-up may end, and ask what she thinks of it.
    FollowUpEndLetter {
        /// The person.
        person: Uuid,
    },
    /// Tell a person that her follow-up has ended.
    FollowUpEndedLetter {
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
    /// Tell an advisor that people were entrusted to him.
    EntrustedLetter {
        /// The advisor.
        advisor: Uuid,
        /// From when on, in microseconds.
        since: i64,
    },
    /// Write to an address that a person gave, so that it becomes hers.
    AddressLetter {
        /// The pending sign-in.
        sign_in: Uuid,
    },
    /// Ask a person whether an advisor may follow her.
    RequestLetter {
        /// The person.
        person: Uuid,
        /// Who asks.
        advisor: Uuid,
    },
    /// Tell a person that somebody else follows her now.
    ReferentLetter {
        /// The person.
        person: Uuid,
    },
    /// Send a person the way to a page of her own, because she asked her advisor for it.
    WayLetter {
        /// The link that was promised.
        sign_in: Uuid,
        /// Who was asked.
        advisor: Uuid,
        /// What she asked for.
        about: String,
    },
    /// Invite somebody to a service or a platform.
    InvitationLetter {
        /// The invitation.
        invitation: Uuid,
    },
    /// Tell who runs a service that people of it have nobody who follows them.
    UnheldLetter {
        /// Who runs it.
        advisor: Uuid,
    },
    /// Tell a person that her account is deleted if she does not come.
    AwayLetter {
        /// The person.
        person: Uuid,
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
            Self::ProposalsLetter { .. } => "proposals_letter",
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
            Self::PushAll { .. } => PUSH_ALL,
            Self::Push { .. } => PUSH,
            Self::SlotReminderLetter { .. } => "slot_reminder_letter",
            Self::MonthlyRecapLetter { .. } => "monthly_recap_letter",
            Self::ReportAnsweredLetter { .. } => "report_answered_letter",
            Self::PlaceFreeLetter { .. } => "place_free_letter",
            Self::LabelPlatformLetter { .. } => "label_platform_letter",
            Self::FollowUpEndLetter { .. } => "follow_up_end_letter",
            Self::FollowUpEndedLetter { .. } => "follow_up_ended_letter",
            Self::PeopleImport { .. } => "people_import",
            Self::DigestLetter { .. } => "digest_letter",
            Self::EntrustedLetter { .. } => "entrusted_letter",
            Self::AddressLetter { .. } => "address_letter",
            Self::RequestLetter { .. } => "request_letter",
            Self::ReferentLetter { .. } => "referent_letter",
            Self::WayLetter { .. } => "way_letter",
            Self::InvitationLetter { .. } => "invitation_letter",
            Self::UnheldLetter { .. } => "unheld_letter",
            Self::AwayLetter { .. } => "away_letter",
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
