//! What the demonstration gives to the rest of the program: plain values, none of them from a real person or company.

use chrono::{DateTime, Utc, Weekday};

/// A platform that posts missions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlatformSeed {
    /// Name in addresses: "voltemain".
    pub slug: &'static str,
    /// Name on screens.
    pub name: &'static str,
    /// One of: jobbing, `organised_services`, microwork, freelance, insertion, employer, association, `temp_agency`.
    pub kind: &'static str,
    /// Two sentences that say what it does and that it is invented.
    pub about: &'static str,
    /// Where to write to it.
    pub email: String,
    /// Its site.
    pub website: String,
    /// A number with a valid key, starting by four zeros: none that we know of is in use.
    pub siren: String,
    /// What became of its label.
    pub label: LabelSeed,
}

/// The last decision on a platform's label, with its age in days and its public reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelSeed {
    /// Granted and active.
    Granted {
        /// Days since the decision, less than 36 months.
        days_ago: u32,
        /// Public reason.
        reason: &'static str,
    },
    /// Granted, then suspended.
    Suspended {
        /// Days since it was granted.
        granted_days_ago: u32,
        /// Days since the suspension.
        days_ago: u32,
        /// Public reason of the suspension.
        reason: &'static str,
    },
    /// Granted more than 36 months ago and not renewed.
    Expired {
        /// Days since it was granted.
        granted_days_ago: u32,
        /// Public reason it had been granted for.
        reason: &'static str,
    },
    /// Submitted and under examination.
    Examination {
        /// Days since it was submitted.
        days_ago: u32,
    },
    /// Declined.
    Declined {
        /// Days since the decision.
        days_ago: u32,
        /// Public reason.
        reason: &'static str,
    },
}

impl LabelSeed {
    /// Whether offers of the platform are visible.
    #[must_use]
    pub const fn is_active(&self) -> bool {
        matches!(self, Self::Granted { .. })
    }
}

/// A mission and its slots.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is an independent fact of the offer, shown as such")]
pub struct OfferSeed {
    /// Position of its platform among the platforms.
    pub platform: usize,
    /// The platform's own reference, unique among its offers.
    pub reference: String,
    /// Title.
    pub title: String,
    /// Two to four plain sentences.
    pub description: String,
    /// Code of its occupation, in the shortlist.
    pub rome: &'static str,
    /// One of: `self_employed`, `fixed_term`, `temp_agency`.
    pub status: &'static str,
    /// Who signs the contract: the agency or the employer; nobody for an independent mission.
    pub employer: Option<String>,
    /// Gross pay in cents, for one hour or for the whole mission.
    pub pay_cents: u32,
    /// One of: hour, mission.
    pub pay_unit: &'static str,
    /// Length of each slot.
    pub duration_minutes: u32,
    /// What the platform takes out of what the client pays on top; never taken from the person's pay,
    /// which stays above the minimum wage even if it were.
    pub commission_percent: u8,
    /// The costs there may be.
    pub costs: &'static str,
    /// Insurance that covers the person.
    pub insurance: &'static str,
    /// What is provided or to be brought.
    pub equipment: &'static str,
    /// What is asked of the person; never an age, an origin or a state of health.
    pub requirements: &'static str,
    /// What happens when either side cancels.
    pub cancellation: &'static str,
    /// How to reach the platform.
    pub contact: String,
    /// Days between the work and the payment.
    pub pay_delay_days: u32,
    /// Whether contributions are paid for the person before the pay reaches her.
    pub social_contributions_withheld: bool,
    /// INSEE code of the commune.
    pub insee: &'static str,
    /// Invented street address.
    pub address: String,
    /// Done from anywhere.
    pub remote: bool,
    /// A driving licence is needed.
    pub licence_required: bool,
    /// A car of one's own is needed.
    pub car_required: bool,
    /// Accessible to a person of reduced mobility.
    pub accessible: bool,
    /// Open to a beginner.
    pub beginner_ok: bool,
    /// One to four slots in the next fourteen days, earliest first.
    pub slots: Vec<SlotSeed>,
    /// Minutes since it was published.
    pub published_minutes_ago: u32,
    /// Minutes since the platform last said that it is still true; never more than since publication.
    pub confirmed_minutes_ago: u32,
}

/// When a mission may be done, and by how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SlotSeed {
    /// Start.
    pub starts_at: DateTime<Utc>,
    /// End.
    pub ends_at: DateTime<Utc>,
    /// Places, at least one.
    pub places: u32,
}

/// A service that follows people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceSeed {
    /// Name in addresses.
    pub slug: &'static str,
    /// Name on screens, which says that it is invented.
    pub name: &'static str,
    /// One of: agency, `mission_locale`, `cap_emploi`.
    pub kind: &'static str,
    /// INSEE code of its commune.
    pub insee: &'static str,
    /// Where to write to it.
    pub email: &'static str,
    /// Telephone in the range kept for fiction.
    pub phone: &'static str,
}

/// An advisor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdvisorSeed {
    /// First and last name.
    pub name: &'static str,
    /// Address that she signs in with.
    pub email: String,
    /// Position of her service among the services.
    pub service: usize,
}

/// A person who looks for work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonSeed {
    /// First name.
    pub first_name: &'static str,
    /// Last name.
    pub last_name: &'static str,
    /// Address that she signs in with; no two people share one.
    pub email: String,
    /// Telephone in the range kept for fiction, 06 39 98.
    pub phone: String,
    /// INSEE code of her commune.
    pub insee: &'static str,
    /// How far she goes.
    pub radius_km: u32,
    /// When she is free, every week.
    pub availability: Vec<AvailabilitySeed>,
    /// What comes next in her follow-up.
    pub next_step: NextStepSeed,
    /// The training she will begin, if any.
    pub training: Option<TrainingSeed>,
    /// Position of her advisor among the advisors.
    pub advisor: usize,
    /// Language she reads: fr or en.
    pub language: &'static str,
}

/// Free hours of one day of the week, local time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AvailabilitySeed {
    /// Day of the week.
    pub weekday: Weekday,
    /// Minutes since midnight at which it starts.
    pub start_minute: u16,
    /// Minutes since midnight at which it ends, at most 1,440.
    pub end_minute: u16,
}

/// The next step of a follow-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextStepSeed {
    /// What it is.
    pub title: &'static str,
    /// In how many days.
    pub days_ahead: u32,
    /// Where.
    pub place: &'static str,
}

/// A training to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrainingSeed {
    /// What it teaches.
    pub title: &'static str,
    /// Who gives it.
    pub provider: &'static str,
    /// In how many days it starts.
    pub starts_in_days: u32,
}
