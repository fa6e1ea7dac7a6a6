//! What happened, append-only, in order of commit: the one source of live updates, letters, board and audit.
//! What a person does in private is never recorded here (G2, I3): there is no word for it in [`Kind`].

mod store;

use crate::kernel::Instant;
use uuid::Uuid;

pub use store::{about, forget, last_seq, record, since, sweep};

crate::text_enum! {
    /// What kind of thing happened.
    pub enum Kind {
        /// An offer was posted, changed, ended, or its places moved.
        OfferChanged = "offer_changed",
        /// A platform said that its offers are still true.
        PlatformPulsed = "platform_pulsed",
        /// A label decision was taken.
        LabelDecided = "label_decided",
        /// An advisor put an offer before a person.
        ReferralProposed = "referral_proposed",
        /// A referral was closed, by the offer's end or by the advisor.
        ReferralClosed = "referral_closed",
        /// A person wrote to a platform.
        InterestSent = "interest_sent",
        /// A platform answered.
        InterestAnswered = "interest_answered",
        /// A person took her own message back.
        InterestTakenBack = "interest_taken_back",
        /// Work was agreed by both sides.
        EngagementAgreed = "engagement_agreed",
        /// An advisor looked at a file (I16).
        FileLooked = "file_looked",
        /// An advisor sent something for a person who asked for it.
        ActedFor = "acted_for",
        /// A service changed its members or its convention.
        ServiceChanged = "service_changed",
        /// Who follows a person changed.
        MandateChanged = "mandate_changed",
        /// An advisor wrote in a follow-up.
        FollowUpChanged = "follow_up_changed",
        /// Someone reported an offer.
        OfferReported = "offer_reported",
    }
}

/// One line of the journal, before it has a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// What happened.
    pub kind: Kind,
    /// The platform concerned.
    pub platform: Option<Uuid>,
    /// The offer concerned.
    pub offer: Option<Uuid>,
    /// The person concerned; only her own space and the audit read it.
    pub person: Option<Uuid>,
    /// The account that acted.
    pub actor: Option<Uuid>,
}

impl Event {
    /// An event about nothing in particular yet.
    #[must_use]
    pub const fn new(kind: Kind) -> Self {
        Self { kind, platform: None, offer: None, person: None, actor: None }
    }

    /// Names the platform.
    #[must_use]
    pub const fn platform(mut self, id: Uuid) -> Self {
        self.platform = Some(id);
        self
    }

    /// Names the offer.
    #[must_use]
    pub const fn offer(mut self, id: Uuid) -> Self {
        self.offer = Some(id);
        self
    }

    /// Names the person.
    #[must_use]
    pub const fn person(mut self, id: Uuid) -> Self {
        self.person = Some(id);
        self
    }

    /// Names who acted.
    #[must_use]
    pub const fn by(mut self, id: Uuid) -> Self {
        self.actor = Some(id);
        self
    }
}

/// One line of the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recorded {
    /// Its number: order of commit.
    pub seq: i64,
    /// When.
    pub at: Instant,
    /// What.
    pub event: Event,
}
