//! Where the missions of a search are: each commune with how many it has, most first. Those without a place are told apart.

use crate::board::Places;
use crate::geo::bounds::Spot as Point;
use crate::geo::communes::{self, Commune};
use rustc_hash::FxHashMap;
use uuid::Uuid;

/// Missions in a commune.
pub struct Spot {
    /// The commune.
    pub commune: &'static Commune,
    /// How many.
    pub count: usize,
    /// Which one, when there is only one.
    pub only: Option<Uuid>,
}

impl Spot {
    /// Where it is.
    pub fn point(&self) -> Point {
        (self.commune.lat, self.commune.lon)
    }
}

/// The communes that have missions, most missions first, then most people.
pub fn by_commune(places: &Places) -> Vec<Spot> {
    let mut all: FxHashMap<&str, Spot> = FxHashMap::default();
    for place in &places.all {
        let Some(commune) = communes::at((place.at.lat, place.at.lon)) else { continue };
        let spot = all.entry(commune.insee).or_insert(Spot { commune, count: 0, only: place.only });
        spot.count += place.count as usize;
        spot.only = spot.only.filter(|_| spot.count == 1);
    }
    let mut all: Vec<Spot> = all.into_values().collect();
    all.sort_unstable_by_key(|s| (usize::MAX - s.count, u32::MAX - s.commune.population, s.commune.insee));
    all
}

/// How many missions each department has, most first.
pub fn by_department(spots: &[Spot]) -> Vec<(&'static str, usize)> {
    let mut counts: FxHashMap<&'static str, usize> = FxHashMap::default();
    for spot in spots {
        *counts.entry(spot.commune.department).or_default() += spot.count;
    }
    let mut all: Vec<_> = counts.into_iter().collect();
    all.sort_unstable_by_key(|(code, count)| (usize::MAX - count, *code));
    all
}

/// Communes that are too near each other to be drawn apart.
pub struct Cluster<'a> {
    /// Where it is drawn: at the commune that has most.
    pub at: (f32, f32),
    /// How many missions.
    pub count: usize,
    /// Its communes, most missions first.
    pub spots: Vec<&'a Spot>,
}

/// Gathers communes around those that have most, so that no two circles are closer than `apart`.
pub fn clusters<'a>(spots: &[&'a Spot], place: impl Fn(Point) -> (f32, f32), apart: f32) -> Vec<Cluster<'a>> {
    let mut all: Vec<Cluster<'a>> = Vec::new();
    for spot in spots {
        let at = place(spot.point());
        let near = |cluster: &Cluster<'_>| (cluster.at.0 - at.0).hypot(cluster.at.1 - at.1);
        let nearest = all.iter_mut().min_by(|a, b| near(a).total_cmp(&near(b))).filter(|cluster| near(cluster) < apart);
        match nearest {
            Some(cluster) => {
                cluster.count += spot.count;
                cluster.spots.push(spot);
            }
            None => all.push(Cluster { at, count: spot.count, spots: vec![spot] }),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::{Place, Point as At};

    fn place(insee: &str, count: u32) -> Place {
        let commune = communes::by_insee(insee).expect("a commune");
        let only = (count == 1).then(Uuid::nil);
        Place { at: At { lat: commune.lat, lon: commune.lon }, count, only }
    }

    #[test]
    fn nothing_is_lost_from_places_to_communes_departments_and_clusters() {
        let beside = Place { at: At { lat: 44.754, lon: 5.371 }, count: 1, only: Some(Uuid::max()) };
        let all = vec![place("26113", 1), beside, place("42218", 9), place("26362", 1)];
        let spots = by_commune(&Places { all, nowhere: 3, corrected: None });
        let told: Vec<_> = spots.iter().map(|s| (s.commune.insee, s.count, s.only.is_some())).collect();
        assert_eq!(told, [("42218", 9, false), ("26113", 2, false), ("26362", 1, true)]);
        assert_eq!(by_department(&spots), [("42", 9), ("26", 3)]);
        let refs: Vec<&Spot> = spots.iter().collect();
        let drawn = |apart| clusters(&refs, |(lat, lon)| (lon * 100.0, lat * 100.0), apart);
        for apart in [1.0, 60.0, 1_000.0] {
            let all = drawn(apart);
            assert_eq!(all.iter().map(|c| c.count).sum::<usize>(), 12);
            for (n, a) in all.iter().enumerate() {
                assert!(all[n + 1..].iter().all(|b| (a.at.0 - b.at.0).hypot(a.at.1 - b.at.1) >= apart));
            }
        }
        assert_eq!((drawn(1.0).len(), drawn(1_000.0).len()), (3, 1));
    }
}
