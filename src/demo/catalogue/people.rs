//! A hundred and twenty people who do not exist, most of them around Saint-Étienne, each with an advisor and a next step.
//! Nothing is told of their age, health, origin or benefits: Escale never asks.

use std::collections::HashSet;

use chrono::Weekday::{self, Fri, Mon, Sat, Sun, Thu, Tue, Wed};

use super::names::{FIRST, LAST, address_of};
use super::places;
use super::seeds::{AvailabilitySeed, NextStepSeed, PersonSeed, TrainingSeed};
use crate::demo::rng::Rng;

const KIND: u64 = 2;
const PEOPLE: usize = 120;
const ADVISORS: usize = 12;

/// Hours of a week: days, start and end in hours.
type Pattern = &'static [(&'static [Weekday], u16, u16)];

const WORKING_DAYS: &[Weekday] = &[Mon, Tue, Wed, Thu, Fri];
const ALL_DAYS: &[Weekday] = &[Mon, Tue, Wed, Thu, Fri, Sat, Sun];
const WIDE: Pattern = &[(&[Mon, Tue, Wed, Thu, Fri, Sat], 6, 23), (&[Sun], 8, 22)];
const PATTERNS: [Pattern; 9] = [
    &[(&[Mon, Tue, Thu, Fri], 9, 16)],
    &[(WORKING_DAYS, 8, 18)],
    &[(WORKING_DAYS, 6, 12)],
    &[(WORKING_DAYS, 17, 22), (&[Sat], 8, 20)],
    &[(&[Fri, Sat], 17, 24), (&[Sun], 9, 22)],
    &[(&[Sat, Sun], 7, 21)],
    &[(ALL_DAYS, 18, 24)],
    &[(&[Tue, Thu], 8, 20), (&[Sat], 8, 13)],
    &[(&[Mon, Tue, Wed], 13, 21), (&[Thu, Fri], 5, 14)],
];

const STEPS: [(&str, &str); 8] = [
    ("Entretien avec votre conseillère ou conseiller", "À l'agence"),
    ("Point par téléphone", "Par téléphone"),
    ("Atelier « écrire son CV »", "À l'agence, salle 2"),
    ("Information collective sur les métiers du soin", "Maison de l'emploi (fictive)"),
    ("Visite d'une entreprise", "Zone de Molina, Saint-Étienne"),
    ("Atelier « faire le point sur ses compétences »", "En visioconférence"),
    ("Immersion de deux jours à préparer", "À l'agence"),
    ("Rencontre avec un employeur", "Forum des Ricochets (fictif)"),
];
const TRAININGS: [(&str, &str); 8] = [
    ("CACES R489 catégories 1, 3 et 5", "Centre de formation Lune-Verte (fictif)"),
    ("Titre professionnel d'agent de propreté", "Institut des Ricochets (fictif)"),
    ("Français à visée professionnelle", "Atelier du Cerf-Volant (fictif)"),
    ("Assistant ou assistante de vie aux familles", "École Aubépine-Bleue (fictive)"),
    ("Bureautique, niveau 1", "Atelier du Cerf-Volant (fictif)"),
    ("Permis B", "Auto-école du Hérisson-Poli (fictive)"),
    ("CAP cuisine en un an", "Institut des Ricochets (fictif)"),
    ("Développeur ou développeuse web", "École du Phare-sans-Mer (fictive)"),
];

const PERSONA_STEP: NextStepSeed =
    NextStepSeed { title: "Entretien avec Claire Morel", days_ahead: 9, place: "Agence de Saint-Étienne (fictive)" };
const PERSONA_TRAINING: TrainingSeed = TrainingSeed {
    title: "Assistant ou assistante de vie aux familles",
    provider: "École Aubépine-Bleue (fictive)",
    starts_in_days: 31,
};

pub(super) fn all(seed: u64) -> Vec<PersonSeed> {
    let mut known = HashSet::new();
    (0..PEOPLE).filter_map(|number| person(seed, number, &mut known)).collect()
}

fn person(seed: u64, number: usize, known: &mut HashSet<String>) -> Option<PersonSeed> {
    let mut rng = Rng::of(seed, KIND, u64::try_from(number).ok()?);
    let persona = number == 0;
    let (first_name, last_name, email) = if persona { named("Amina", "Benali") } else { fresh_name(&mut rng, known) };
    known.insert(email.clone());
    let home = if rng.percent(88) { places::around_home(&mut rng) } else { places::anywhere(&mut rng) }?;
    let availability = if persona { week(WIDE) } else { week(rng.pick(&PATTERNS)) };
    Some(PersonSeed {
        first_name,
        last_name,
        email,
        phone: phone(number),
        insee: if persona { places::HOME } else { home.insee },
        radius_km: if persona { 20 } else { rng.pick(&[5, 10, 10, 15, 20, 30, 50]) },
        availability,
        next_step: if persona { PERSONA_STEP } else { next_step(&mut rng) },
        training: if persona { Some(PERSONA_TRAINING) } else { rng.percent(35).then(|| training(&mut rng)) },
        advisor: if persona { 0 } else { rng.below(ADVISORS) },
        language: if !persona && rng.percent(8) { "en" } else { "fr" },
    })
}

fn named(first: &'static str, last: &'static str) -> (&'static str, &'static str, String) {
    (first, last, address_of(first, last))
}

/// A full name that nobody bears yet.
fn fresh_name(rng: &mut Rng, known: &HashSet<String>) -> (&'static str, &'static str, String) {
    loop {
        let (first, last, email) = named(rng.pick(&FIRST), rng.pick(&LAST));
        if !known.contains(&email) {
            return (first, last, email);
        }
    }
}

/// A number in the range that France keeps for fiction.
fn phone(number: usize) -> String {
    format!("06 39 98 {:02} {:02}", number / 100, number % 100)
}

fn next_step(rng: &mut Rng) -> NextStepSeed {
    let (title, place) = rng.pick(&STEPS);
    NextStepSeed { title, days_ahead: rng.between(2, 45), place }
}

fn training(rng: &mut Rng) -> TrainingSeed {
    let (title, provider) = rng.pick(&TRAININGS);
    TrainingSeed { title, provider, starts_in_days: rng.between(10, 120) }
}

fn week(pattern: Pattern) -> Vec<AvailabilitySeed> {
    let free = |(days, start, end): &(&'static [Weekday], u16, u16)| {
        let (start_minute, end_minute) = (start * 60, end * 60);
        days.iter().map(move |weekday| AvailabilitySeed { weekday: *weekday, start_minute, end_minute })
    };
    let mut hours: Vec<AvailabilitySeed> = pattern.iter().flat_map(free).collect();
    hours.sort_by_key(|free| free.weekday.num_days_from_monday());
    hours
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_persona_lives_at_home_with_wide_hours_and_the_first_advisor() {
        let people = all(5);
        let amina = &people[0];
        assert_eq!((amina.first_name, amina.last_name), ("Amina", "Benali"));
        assert_eq!((amina.email.as_str(), amina.insee, amina.advisor), ("amina.benali@exemple.fr", places::HOME, 0));
        assert_eq!((amina.availability.len(), amina.language), (7, "fr"));
        assert!(amina.training.is_some());
    }

    #[test]
    fn people_are_distinct_reachable_nowhere_and_mostly_near() {
        for seed in 0..5 {
            let people = all(seed);
            assert_eq!(people.len(), PEOPLE);
            let addresses: HashSet<&str> = people.iter().map(|person| person.email.as_str()).collect();
            let phones: HashSet<&str> = people.iter().map(|person| person.phone.as_str()).collect();
            assert_eq!((addresses.len(), phones.len()), (PEOPLE, PEOPLE));
            assert!(people.iter().all(|person| person.phone.starts_with("06 39 98 ") && person.phone.len() == 14));
            assert!(people.iter().filter(|person| person.insee.starts_with("42")).count() > 80);
            let advised = |advisor| people.iter().filter(|person| person.advisor == advisor).count();
            assert!((0..ADVISORS).all(|advisor| advised(advisor) > 0));
        }
    }

    #[test]
    fn hours_of_a_week_are_in_order_and_within_the_day() {
        for person in all(1) {
            assert!(!person.availability.is_empty());
            for free in person.availability {
                assert!(free.start_minute < free.end_minute && free.end_minute <= 1_440);
            }
        }
    }
}
