//! Missions are where people live, in mainland France and overseas, and a quarter of them around Saint-Étienne,
//! so that the home of the demonstration is lively. Collectivities with their own labour law and currency are left out.

use std::sync::LazyLock;

use crate::demo::rng::Rng;
use crate::geo::communes::{Commune, all, by_insee, distance_m, has_districts};

/// INSEE code of Saint-Étienne, home of the demonstration.
pub const HOME: &str = "42218";

const HOME_RADIUS_M: u32 = 15_000;
const HOME_CHANCES: u8 = 25;
const TOWN: u32 = 5_000;
const VILLAGE: u32 = 1_500;
const OWN_LABOUR_LAW: [&str; 5] = ["984", "986", "987", "988", "989"];

/// Communes with their weights summed up, so that a draw is a binary search.
struct Weighted {
    communes: Vec<&'static Commune>,
    sums: Vec<u32>,
}

static COUNTRY: LazyLock<Weighted> = LazyLock::new(|| Weighted::of(all().iter().filter(|c| c.population >= TOWN)));

static AROUND_HOME: LazyLock<Weighted> = LazyLock::new(|| {
    let home = by_insee(HOME);
    let near = move |c: &&Commune| home.is_some_and(|home| distance_m(home, c) <= HOME_RADIUS_M);
    Weighted::of(all().iter().filter(|c| c.population >= VILLAGE).filter(near))
});

/// The commune of a mission.
pub(super) fn anywhere(rng: &mut Rng) -> Option<&'static Commune> {
    if rng.percent(HOME_CHANCES) { around_home(rng) } else { COUNTRY.draw(rng) }
}

/// A commune within fifteen kilometres of Saint-Étienne, or the city itself.
pub(super) fn around_home(rng: &mut Rng) -> Option<&'static Commune> {
    AROUND_HOME.draw(rng)
}

impl Weighted {
    /// Cities known by their districts are drawn by district.
    fn of(communes: impl Iterator<Item = &'static Commune>) -> Self {
        let kept = communes.filter(|c| !has_districts(c) && !OWN_LABOUR_LAW.contains(&c.department));
        let communes: Vec<&'static Commune> = kept.collect();
        let add = |sum: &mut u32, commune: &&'static Commune| {
            *sum = sum.saturating_add(weight(commune.population));
            Some(*sum)
        };
        let sums = communes.iter().scan(0, add).collect();
        Self { communes, sums }
    }

    fn draw(&self, rng: &mut Rng) -> Option<&'static Commune> {
        let total = *self.sums.last()?;
        let drawn = rng.between(1, total);
        self.communes.get(self.sums.partition_point(|sum| *sum < drawn)).copied()
    }
}

/// Large cities have more missions, but less than their population would say.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a power below one of a population fits")]
fn weight(population: u32) -> u32 {
    f64::from(population).powf(0.8).round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_of_the_places_are_around_home_and_some_are_overseas() {
        let mut rng = Rng::new(3);
        let drawn: Vec<&Commune> = (0..20_000).filter_map(|_| anywhere(&mut rng)).collect();
        assert_eq!(drawn.len(), 20_000);
        let near = drawn.iter().filter(|c| distance_m(by_insee(HOME).expect("home"), c) <= HOME_RADIUS_M).count();
        assert!((4_700..5_600).contains(&near), "{near}");
        for department in ["971", "972", "973", "974", "976"] {
            assert!(drawn.iter().any(|c| c.department == department), "{department}");
        }
        assert!(drawn.iter().all(|c| !OWN_LABOUR_LAW.contains(&c.department) && !has_districts(c)));
    }
}
