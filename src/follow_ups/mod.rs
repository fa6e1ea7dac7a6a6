//! The follow-up: who follows a person, her next step, her training. Nothing of the marketplace may write here (G3, I2):
//! only this capability's actions take its tables, and they ask for an advisor's mandate.
//! A mandate is the only thing that lets an advisor see a person, and each look is noted for her (I16).

pub mod actions;
pub mod pages;
pub mod store;

use crate::accounts::Account;
use crate::kernel::{Id, Instant, RuleError};
use crate::people::Person;

crate::text_enum! {
    /// What kind of body follows people.
    pub enum ServiceKind {
        /// Agency of the public employment service.
        Agency = "agency",
        /// For people of 16 to 25.
        MissionLocale = "mission_locale",
        /// For people with disabilities.
        CapEmploi = "cap_emploi",
        /// A department.
        Department = "department",
        /// A town's social action centre.
        Ccas = "ccas",
    }
}

/// A body that follows people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Service {
    /// Key.
    pub id: Id<Service>,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: ServiceKind,
    /// Its phone.
    pub phone: String,
    /// Since when its convention on salaried missions holds, if signed (it sets the notice's wording).
    pub convention_from: Option<Instant>,
}

/// Someone who follows people. Her key is her account's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advisor {
    /// Key.
    pub id: Id<Advisor>,
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
    /// Where she works.
    pub service: Service,
}

impl Advisor {
    /// The account behind.
    #[must_use]
    pub const fn account(&self) -> Id<Account> {
        Id::from_uuid(self.id.uuid())
    }
}

crate::text_enum! {
    /// In what quality an advisor follows a person.
    pub enum MandateKind {
        /// The one referent.
        Referent = "referent",
        /// A colleague's cover, dated.
        Cover = "cover",
    }
}

/// Proof that an advisor may see a person now: only [`store::mandate`] makes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mandate {
    advisor: Id<Advisor>,
    person: Id<Person>,
}

impl Mandate {
    /// The advisor.
    #[must_use]
    pub const fn advisor(&self) -> Id<Advisor> {
        self.advisor
    }
    /// The person.
    #[must_use]
    pub const fn person(&self) -> Id<Person> {
        self.person
    }
}

/// The next thing on the way: an appointment, a date to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextStep {
    /// What.
    pub title: String,
    /// Where.
    pub place: String,
    /// When.
    pub at: Instant,
}

/// A training of the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Training {
    /// Its title.
    pub title: String,
    /// Who gives it.
    pub provider: String,
    /// When it starts.
    pub starts_at: Instant,
}

/// A follow-up as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// Key.
    pub id: Id<FollowUp>,
    /// Whose.
    pub person: Id<Person>,
    /// The one referent.
    pub referent: Advisor,
    /// Since when.
    pub started_at: Instant,
    /// When it ended, if it did.
    pub ended_at: Option<Instant>,
    /// The next step to come.
    pub next_step: Option<NextStep>,
    /// Training under way or to come.
    pub trainings: Vec<Training>,
}

/// Proof that a follow-up is active: a referral needs one. Only [`FollowUp::active`] makes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ActiveFollowUp {
    person: Id<Person>,
}

impl ActiveFollowUp {
    /// Whose follow-up it is.
    #[must_use]
    pub const fn person(&self) -> Id<Person> {
        self.person
    }
}

impl FollowUp {
    /// The proof that it goes on.
    ///
    /// # Errors
    /// `follow-up-not-active`.
    pub fn active(&self) -> Result<ActiveFollowUp, RuleError> {
        match self.ended_at {
            None => Ok(ActiveFollowUp { person: self.person }),
            Some(_) => Err(RuleError::conflict("follow-up-not-active")),
        }
    }
}
