//! Where documents are: a disc is exact to the metre of a flat map around its centre, which is enough at the scale of a journey.

use super::doc::Point;
use roaring::{MultiOps, RoaringBitmap};
use std::collections::BTreeMap;

const METRES_PER_DEGREE: f32 = 111_195.0;

/// Side of a cell, in degrees.
const SIDE: f32 = 0.05;

/// Rounding of single precision, and more, in metres: cells closer than this to the circle are looked at point by point.
const MARGIN: f32 = 20.0;

/// Discs taller than this many cells read all rows at once.
const MANY_ROWS: i16 = 64;

/// A centre, and how far from it to look.
#[derive(Clone, Copy)]
pub struct Disc {
    centre: Point,
    /// Metres per degree of longitude at the centre.
    across: f32,
    radius: f32,
}

impl Disc {
    /// A disc of some kilometres around a point.
    pub fn new(centre: Point, radius_km: f32) -> Self {
        Self { centre, across: METRES_PER_DEGREE * centre.lat.to_radians().cos().max(0.01), radius: radius_km * 1000.0 }
    }

    /// Distance to a point, in metres; not a number when the point has no place.
    pub fn metres(&self, to: Point) -> f32 {
        let north = (to.lat - self.centre.lat) * METRES_PER_DEGREE;
        let east = (to.lon - self.centre.lon) * self.across;
        (north * north + east * east).sqrt()
    }

    /// Says whether a point lies in the disc.
    pub fn holds(&self, point: Point) -> bool {
        self.metres(point) <= self.radius
    }

    /// Distance as it is shown and sorted by.
    pub fn whole_metres(&self, to: Point) -> Option<u32> {
        Some(self.metres(to)).filter(|m| m.is_finite()).map(floor)
    }
}

/// Documents by cell.
#[derive(Default)]
pub struct Grid(BTreeMap<(i16, i16), RoaringBitmap>);

/// The cells that a disc touches.
#[derive(Default)]
pub struct Cells<'a> {
    inside: Vec<&'a RoaringBitmap>,
    edge: Vec<&'a RoaringBitmap>,
    /// How many documents they hold.
    pub docs: u64,
}

impl Grid {
    /// Adds a document.
    pub fn add(&mut self, doc: u32, at: Point) {
        self.0.entry(cell(at)).or_default().insert(doc);
    }

    /// Takes a document out.
    pub fn remove(&mut self, doc: u32, at: Point) {
        if let Some(set) = self.0.get_mut(&cell(at)) {
            set.remove(doc);
            if set.is_empty() {
                self.0.remove(&cell(at));
            }
        }
    }

    /// Finds the cells that a disc touches.
    pub fn cells(&self, disc: &Disc) -> Cells<'_> {
        let mut cells = Cells::default();
        let (up, aside) = ((disc.radius + MARGIN) / METRES_PER_DEGREE, (disc.radius + MARGIN) / disc.across);
        let (south, west) = cell(Point { lat: disc.centre.lat - up, lon: disc.centre.lon - aside });
        let (north, east) = cell(Point { lat: disc.centre.lat + up, lon: disc.centre.lon + aside });
        if !(disc.radius >= 0.0 && south <= north && west <= east) {
            return cells;
        }
        if north.saturating_sub(south) > MANY_ROWS {
            let rows = self.0.range((south, west)..=(north, east));
            rows.filter(|(at, _)| (west..=east).contains(&at.1)).for_each(|(at, docs)| cells.add(disc, *at, docs));
        } else {
            let row = |row| self.0.range((row, west)..=(row, east));
            (south..=north).flat_map(row).for_each(|(at, docs)| cells.add(disc, *at, docs));
        }
        cells
    }
}

impl<'a> Cells<'a> {
    fn add(&mut self, disc: &Disc, at: (i16, i16), docs: &'a RoaringBitmap) {
        let (near, far) = bounds(disc, at);
        if far + MARGIN <= disc.radius {
            self.inside.push(docs);
        } else if near - MARGIN <= disc.radius {
            self.edge.push(docs);
        } else {
            return;
        }
        self.docs += docs.len();
    }

    /// Documents in these cells, those of the edge only when `holds` agrees.
    pub fn exactly(&self, holds: impl Fn(u32) -> bool) -> RoaringBitmap {
        let mut edge: Vec<u32> = self.edge.iter().flat_map(|docs| docs.iter()).filter(|doc| holds(*doc)).collect();
        edge.sort_unstable();
        let mut all = self.inside.iter().copied().union();
        all |= edge.into_iter().collect::<RoaringBitmap>();
        all
    }
}

/// Least and greatest distance from the centre to a cell.
fn bounds(disc: &Disc, (row, column): (i16, i16)) -> (f32, f32) {
    let (south, west) = (f32::from(row) * SIDE, f32::from(column) * SIDE);
    let (north, east) = (south + SIDE, west + SIDE);
    let (lat, lon) = (disc.centre.lat, disc.centre.lon);
    let near = Point { lat: lat.clamp(south, north), lon: lon.clamp(west, east) };
    let far = Point { lat: farther(lat, south, north), lon: farther(lon, west, east) };
    (disc.metres(near), disc.metres(far))
}

fn farther(from: f32, a: f32, b: f32) -> f32 {
    if (from - a).abs() > (from - b).abs() { a } else { b }
}

#[expect(clippy::cast_possible_truncation, reason = "the earth has 7,200 cells around; the cast saturates beyond")]
fn cell(at: Point) -> (i16, i16) {
    ((at.lat / SIDE).floor() as i16, (at.lon / SIDE).floor() as i16)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "distances are positive and saturate")]
fn floor(metres: f32) -> u32 {
    metres as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARIS: Point = Point { lat: 48.8566, lon: 2.3522 };
    const VERSAILLES: Point = Point { lat: 48.8049, lon: 2.1204 };

    #[test]
    fn a_distance_is_right_to_one_percent() {
        let metres = Disc::new(PARIS, 50.0).metres(VERSAILLES);
        assert!((metres - 17_900.0).abs() < 180.0, "{metres}");
    }

    #[test]
    fn a_disc_holds_what_is_near_and_nothing_else() {
        let mut grid = Grid::default();
        grid.add(1, PARIS);
        grid.add(2, VERSAILLES);
        let found = |km| {
            let disc = Disc::new(PARIS, km);
            let points = [PARIS, PARIS, VERSAILLES];
            grid.cells(&disc).exactly(|doc| disc.holds(points[doc as usize])).iter().collect::<Vec<_>>()
        };
        assert_eq!(found(20_000.0), [1, 2]);
        assert_eq!(found(18.0), [1, 2]);
        assert_eq!(found(17.0), [1]);
        assert!(found(-1.0).is_empty() && found(f32::NAN).is_empty());
    }
}
