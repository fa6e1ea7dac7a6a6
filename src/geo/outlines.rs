//! The outline of each department. A border that two of them share is kept once and simplified once, so that no scale shows
//! a gap or an overlap. Overseas collectivities have no outline: their places are shown without one.

mod thin;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::bounds::{Bounds, Spot};
use super::table::{cell, rows};

/// A closed line: its last point leads to its first.
pub type Ring = Vec<Spot>;

/// What one may leave out at the scale of the country, in degrees of latitude: two kilometres.
const COARSE: f32 = 0.018;
/// Units of the file in a degree.
const UNITS: f32 = 1_000.0;

/// A department as it is drawn.
#[derive(Debug)]
pub struct Outline {
    /// Its code: "26".
    pub code: &'static str,
    /// Its rings, for a map of its own.
    pub fine: Vec<Ring>,
    /// Its rings, for a map of the country.
    pub coarse: Vec<Ring>,
    /// The rectangle around it.
    pub bounds: Bounds,
    arcs: BTreeSet<u32>,
}

/// A border between two of its ends, at both scales.
struct Arc {
    fine: Vec<Spot>,
    coarse: Vec<Spot>,
}

static OUTLINES: LazyLock<Vec<Outline>> = LazyLock::new(|| {
    let text = include_str!("../../data/outlines_2018.csv");
    let lines = |kind: &'static str| rows(text).filter(move |row| cell(row, 0) == kind);
    let arcs: FxHashMap<u32, Arc> =
        lines("arc").filter_map(|row| Some((cell(&row, 1).parse().ok()?, arc(cell(&row, 2))))).collect();
    lines("department").filter_map(|row| outline(cell(&row, 1), cell(&row, 2), &arcs)).collect()
});

static BY_CODE: LazyLock<FxHashMap<&'static str, &'static Outline>> =
    LazyLock::new(|| OUTLINES.iter().map(|outline| (outline.code, outline)).collect());

/// Every outline, in the order of the codes.
#[must_use]
pub fn all() -> &'static [Outline] {
    &OUTLINES
}

/// The outline of a department.
#[must_use]
pub fn of(code: &str) -> Option<&'static Outline> {
    BY_CODE.get(code).copied()
}

/// The departments that share a border with one.
pub fn neighbours(code: &str) -> impl Iterator<Item = &'static Outline> {
    let own = of(code);
    let touches =
        move |other: &&Outline| own.is_some_and(|own| own.code != other.code && !own.arcs.is_disjoint(&other.arcs));
    OUTLINES.iter().filter(touches)
}

fn arc(path: &str) -> Arc {
    let mut numbers = path.split(' ').filter_map(|number| number.parse::<f32>().ok());
    let (mut lon, mut lat) = (0.0, 0.0);
    let mut fine = Vec::new();
    while let (Some(east), Some(north)) = (numbers.next(), numbers.next()) {
        (lon, lat) = (lon + east, lat + north);
        fine.push((lat / UNITS, lon / UNITS));
    }
    Arc { coarse: thin::thin(&fine, COARSE), fine }
}

fn outline(code: &'static str, rings: &str, arcs: &FxHashMap<u32, Arc>) -> Option<Outline> {
    let named: Vec<Vec<i32>> =
        rings.split(';').map(|ring| ring.split(' ').filter_map(|arc| arc.parse().ok()).collect()).collect();
    let drawn = |side: fn(&Arc) -> &Vec<Spot>| -> Vec<Ring> {
        named.iter().map(|ring| closed(ring, |arc| arcs.get(&arc).map_or(&[], |arc| side(arc)))).collect()
    };
    let (fine, mut coarse) = (drawn(|arc| &arc.fine), drawn(|arc| &arc.coarse));
    // At the scale of the country, an island of three points is a dot: nothing is lost with it.
    coarse.retain(|ring| ring.len() > 2);
    let bounds = Bounds::of(fine.iter().flatten().copied())?;
    let arcs = named.iter().flatten().map(|arc| arc.unsigned_abs()).collect();
    Some(Outline { code, fine, coarse, bounds, arcs })
}

/// Arcs one after the other, each point once; a negative number reads its arc backwards.
fn closed<'a>(numbers: &[i32], points: impl Fn(u32) -> &'a [Spot]) -> Ring {
    let mut ring = Ring::new();
    for number in numbers {
        let points = points(number.unsigned_abs());
        let all_but_last = points.len().saturating_sub(1);
        if *number < 0 {
            ring.extend(points.iter().rev().take(all_but_last));
        } else {
            ring.extend(points.iter().take(all_but_last));
        }
    }
    ring
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::{communes, departments};

    #[test]
    fn every_department_has_its_outline_and_holds_its_communes() {
        assert_eq!(all().len(), 96 + 5);
        for outline in all() {
            assert!(departments::name(outline.code).is_some() && !outline.coarse.is_empty(), "{}", outline.code);
            assert!(outline.fine.iter().all(|ring| ring.len() > 2), "{}", outline.code);
        }
        for commune in communes::all().iter().filter(|c| c.population > 0) {
            let Some(outline) = of(commune.department) else { continue };
            let wide = Bounds {
                south: outline.bounds.south - 0.05,
                west: outline.bounds.west - 0.05,
                north: outline.bounds.north + 0.05,
                east: outline.bounds.east + 0.05,
            };
            assert!(wide.holds((commune.lat, commune.lon)), "{} {}", commune.insee, commune.name);
        }
        let points = |rings: &[Ring]| rings.iter().map(Vec::len).sum::<usize>();
        let coarse: usize = all().iter().map(|outline| points(&outline.coarse)).sum();
        let fine: usize = all().iter().map(|outline| points(&outline.fine)).sum();
        assert!(coarse < 6_500 && fine < 26_000, "{coarse} {fine}");
    }

    #[test]
    fn neighbours_share_a_border() {
        let codes = |code| neighbours(code).map(|outline| outline.code).collect::<Vec<_>>();
        assert_eq!(codes("26"), ["04", "05", "07", "38", "84"]);
        assert_eq!(codes("2A"), ["2B"]);
        assert!(codes("974").is_empty() && codes("988").is_empty());
    }

    /// Neighbours are drawn with the very same points along the border that they share.
    #[test]
    fn no_scale_shows_a_gap() {
        for scale in [|outline: &'static Outline| &outline.coarse, |outline: &'static Outline| &outline.fine] {
            let points = |code| of(code).into_iter().flat_map(scale).flatten().collect::<Vec<_>>();
            let (drome, isere) = (points("26"), points("38"));
            let shared = drome.iter().filter(|point| isere.contains(point)).count();
            assert!(shared > 10, "{shared}");
        }
    }
}
