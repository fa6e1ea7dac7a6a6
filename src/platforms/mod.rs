//! Organisations that post missions, their members and their API keys, and the pulse that says "these are still true".

pub mod actions;
pub mod pages;
pub mod store;

use crate::kernel::{Id, Instant};

crate::text_enum! {
    /// What kind of organisation posts.
    pub enum Kind {
        /// Small jobs between people.
        Jobbing = "jobbing",
        /// Services whose terms the platform sets.
        OrganisedServices = "organised_services",
        /// Small tasks on a screen.
        Microwork = "microwork",
        /// Qualified independent work.
        Freelance = "freelance",
        /// Insertion through activity (#16, experimental).
        Insertion = "insertion",
        /// An employer with very temporary needs.
        Employer = "employer",
        /// An association with very temporary needs.
        Association = "association",
        /// A temporary employment agency, always named as such (L. 5332-3).
        TempAgency = "temp_agency",
    }
}

/// Who posts missions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Platform {
    /// Key.
    pub id: Id<Platform>,
    /// Its word in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: Kind,
    /// Nine digits (Insee).
    pub siren: String,
    /// Who they are, in two sentences.
    pub about: String,
    /// Where letters go.
    pub email: String,
    /// Its own site.
    pub website: String,
    /// Its last pulse.
    pub pulse_at: Instant,
}

crate::text_enum! {
    /// What an API key may do.
    pub enum Scope {
        /// Post, change and withdraw missions; send pulses.
        Offers = "offers",
        /// Read interests and answer them.
        Interests = "interests",
    }
}

/// The name of the demonstration's keys; longer than any that a platform may give.
pub const DEMO_KEY: &str = "demonstration: made at each start of the demo, ended at the next start of anything";

/// A key of the API, as known after its secret was shown once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiKey {
    /// Key of the key.
    pub id: Id<ApiKey>,
    /// Whose it is.
    pub platform: Id<Platform>,
    /// What it may do.
    pub scopes: Vec<Scope>,
}

impl ApiKey {
    /// Whether the key may do this.
    #[must_use]
    pub fn allows(&self, scope: Scope) -> bool {
        self.scopes.contains(&scope)
    }
}
