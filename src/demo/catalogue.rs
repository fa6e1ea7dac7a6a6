//! A plausible French world in which everything is invented: platforms, missions, services, advisors and people.
//! It is the same for the same seed and instant, looks up no clock, and says in its own texts that it is fictional.
//! Every offer keeps the rules that Escale asks of real ones: dated, paid at least the minimum wage,
//! free of charge for the person, without age limit or any other discriminatory condition.

mod names;
mod offers;
mod people;
mod places;
mod platforms;
mod prose;
mod seeds;
mod services;
mod slots;
mod terms;
mod trades;

use chrono::{DateTime, Utc};

pub use places::HOME;
pub use seeds::{
    AdvisorSeed, AvailabilitySeed, LabelSeed, NextStepSeed, OfferSeed, PersonSeed, PlatformSeed, ServiceSeed, SlotSeed,
    TrainingSeed,
};

/// The invented world of one seed, at one instant.
#[derive(Clone, Copy, Debug)]
pub struct Catalogue {
    seed: u64,
    now: DateTime<Utc>,
}

impl Catalogue {
    /// The world of a seed, with its missions in the fourteen days after `now`.
    #[must_use]
    pub const fn new(seed: u64, now: DateTime<Utc>) -> Self {
        Self { seed, now }
    }

    /// The twelve platforms; an offer names its platform by its position here.
    #[must_use]
    pub fn platforms(&self) -> Vec<PlatformSeed> {
        platforms::all(self.seed)
    }

    /// The first `count` offers; asking for more later gives the same ones first.
    pub fn offers(&self, count: usize) -> impl Iterator<Item = OfferSeed> + use<> {
        offers::all(self.seed, self.now, count)
    }

    /// The three services that follow people.
    #[must_use]
    pub fn services(&self) -> Vec<ServiceSeed> {
        services::all()
    }

    /// The twelve advisors, four in each service; the first is Claire Morel.
    #[must_use]
    pub fn advisors(&self) -> Vec<AdvisorSeed> {
        services::advisors()
    }

    /// The hundred and twenty people; the first is Amina Benali, followed by Claire Morel.
    #[must_use]
    pub fn people(&self) -> Vec<PersonSeed> {
        people::all(self.seed)
    }
}

#[cfg(test)]
mod tests;
