//! The follow-up: who follows a person, her next step, her training. Nothing of the marketplace may write here (G3, I2):
//! only this capability's actions take its tables, and they ask for an advisor's mandate.
//! A mandate is the only thing that lets an advisor see a person, and each look is noted for her (I16).

pub mod actions;
pub mod figures;
pub mod letters;
pub mod newcomers;
pub mod pages;
pub mod plan;
pub mod store;
pub mod wording;

use crate::accounts::Account;
use crate::kernel::{Id, Instant, RuleError};
use crate::people::Person;

pub use plan::{Channel, Contact, Course, EndReason, Ending, NextStep, Stage, StepKind, Training};

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

crate::text_enum! {
    /// What an advisor did with a person's hours, at her request.
    pub enum HoursAct {
        /// She asked for it, in the words that are kept.
        Asked = "asked",
        /// Her week.
        Week = "week",
        /// A date that is not like it.
        Day = "day",
        /// How far she goes, how soon and how long at a time.
        Reach = "reach",
        /// That she can start now, or no more.
        Now = "now",
    }
}

crate::text_enum! {
    /// What an advisor did for a person by word of mouth, beside what he sends and the hours that he sets.
    pub enum SpokenAct {
        /// What was sent for her is taken back.
        TakenBack = "taken_back",
        /// Her phone is noted, or another one.
        Phone = "phone",
        /// That the end of her follow-up is proposed was said to her.
        EndTold = "end_told",
        /// What she answers to it.
        EndAnswer = "end_answer",
        /// Whether she receives proposals.
        Proposals = "proposals",
        /// How she is written to and spoken to.
        Wishes = "wishes",
        /// A month of hers is opened for her.
        Month = "month",
        /// Her own version of a slot is noted.
        Figures = "figures",
        /// What is kept about her is handed to her, or the way to it sent.
        File = "file",
        /// The way to delete everything is sent to her.
        Farewell = "farewell",
        /// The way to an alert is sent to her.
        Alert = "alert",
    }
}

crate::text_enum! {
    /// What is to be told of her follow-up to who has no address.
    pub enum WordAbout {
        /// Who follows her from now on.
        Referent = "referent",
        /// Who stands in for her referent.
        Cover = "cover",
    }
}

/// Something of her follow-up that is to be told to a person by word of mouth, by whoever may see her now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Key.
    pub id: Id<Word>,
    /// To whom.
    pub person: Id<Person>,
    /// What it is about.
    pub about: WordAbout,
}

/// Proof that an advisor runs a service: only [`store::members::manager`] makes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manager {
    advisor: Id<Advisor>,
    service: Id<Service>,
}

impl Manager {
    /// Who runs it.
    #[must_use]
    pub const fn advisor(&self) -> Id<Advisor> {
        self.advisor
    }
    /// The service.
    #[must_use]
    pub const fn service(&self) -> Id<Service> {
        self.service
    }
}

/// In what quality an advisor follows somebody now, and until when if that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Followed {
    /// In what quality.
    pub kind: MandateKind,
    /// The end, when there is one.
    pub until: Option<Instant>,
}

/// An instant of the last day of what ends at `until`, which is the midnight behind it.
#[must_use]
pub fn last_day(until: Instant) -> Instant {
    until - chrono::TimeDelta::seconds(1)
}

/// Proof that an advisor may see a person now: only [`store::mandate`] makes one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mandate {
    advisor: Id<Advisor>,
    person: Id<Person>,
    kind: MandateKind,
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
    /// In what quality.
    #[must_use]
    pub const fn kind(&self) -> MandateKind {
        self.kind
    }

    /// That he is the referent: what is his alone is refused to a colleague who stands in.
    ///
    /// # Errors
    /// `mandate-not-referent`.
    pub fn referent(&self) -> Result<(), RuleError> {
        match self.kind {
            MandateKind::Referent => Ok(()),
            MandateKind::Cover => Err(RuleError::forbidden("mandate-not-referent")),
        }
    }
}

/// A follow-up as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowUp {
    /// Key.
    pub id: Id<FollowUp>,
    /// Whose.
    pub person: Id<Person>,
    /// The one referent; the last one while nobody is.
    pub referent: Advisor,
    /// Whether he follows her now; else her service is looking for somebody.
    pub held: bool,
    /// Since when.
    pub started_at: Instant,
    /// When it ended, if it did.
    pub ended_at: Option<Instant>,
    /// The next step to come.
    pub next_step: Option<NextStep>,
    /// Training wished, to come or under way.
    pub trainings: Vec<Training>,
    /// What the advisor writes of the way; she reads it too.
    pub summary: String,
    /// An end that waits for her agreement.
    pub ending: Option<Ending>,
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
