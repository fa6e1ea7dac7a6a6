//! Where documents are. Wide cells hold sets, for what a disc covers whole; small cells hold points, for its edge and for towns.

use super::doc::Point;
use super::geo::{Disc, Frame, Overlap};
use super::memory::{of_set, of_vec};
use super::sets::{gather, put};
use roaring::{MultiOps, RoaringBitmap};
use std::collections::BTreeMap;

/// Side of a small cell, in degrees.
const SIDE: f32 = 0.025;

/// Small cells along a wide one.
const ALONG: i16 = 8;

/// Discs taller than this many wide cells read all rows at once.
const MANY_ROWS: i16 = 64;

/// A wide cell with more documents than this has its small cells apart.
const CROWD: usize = if cfg!(test) { 3 } else { 200 };

/// How many small cells a wide one has.
const SMALL: usize = ALONG.unsigned_abs() as usize * ALONG.unsigned_abs() as usize;

/// A row and a column of cells.
pub type Cell = (i16, i16);

/// Documents by cell.
#[derive(Default)]
pub struct Grid {
    cells: BTreeMap<Cell, Wide>,
    docs: RoaringBitmap,
}

#[derive(Default)]
struct Wide {
    docs: RoaringBitmap,
    spots: Spots,
}

/// A wide cell as it is read.
pub struct Within<'a> {
    at: Cell,
    wide: &'a Wide,
}

impl<'a> Within<'a> {
    /// How many documents it holds.
    pub fn len(&self) -> u64 {
        self.wide.docs.len()
    }

    /// Tells its places list by list, each with the rectangle that they lie in.
    pub fn lists(&self, mut hear: impl FnMut(Frame, &'a [Spot])) {
        match &self.wide.spots {
            Spots::Few(spots) => hear(frame(self.at, SIDE * f32::from(ALONG)), spots),
            Spots::Many(small) => {
                let (south, west) = (self.at.0.saturating_mul(ALONG), self.at.1.saturating_mul(ALONG));
                let all = (0..ALONG).flat_map(|row| (0..ALONG).map(move |column| (row, column)));
                for ((row, column), spots) in all.zip(small.iter()).filter(|(_, spots)| !spots.is_empty()) {
                    hear(frame((south.saturating_add(row), west.saturating_add(column)), SIDE), spots);
                }
            }
        }
    }
}

/// The documents of a wide cell with their places.
enum Spots {
    Few(Vec<Spot>),
    Many(Box<[Vec<Spot>; SMALL]>),
}

impl Default for Spots {
    fn default() -> Self {
        Self::Few(Vec::new())
    }
}

/// A document and its place.
#[derive(Clone, Copy)]
pub struct Spot {
    doc: u32,
    /// Where it is.
    pub at: Point,
}

impl Spots {
    /// The list that a place belongs to.
    fn list(&mut self, at: Point) -> &mut Vec<Spot> {
        match self {
            Self::Few(spots) => spots,
            Self::Many(small) => &mut small[within(cell(at))],
        }
    }

    fn add(&mut self, spot: Spot) {
        self.list(spot.at).push(spot);
        if let Self::Few(spots) = self
            && spots.len() > CROWD
        {
            let all = std::mem::take(spots);
            *self = Self::Many(Box::new([const { Vec::new() }; SMALL]));
            for spot in all {
                self.list(spot.at).push(spot);
            }
        }
    }

    fn remove(&mut self, doc: u32, at: Point) {
        let list = self.list(at);
        if let Some(at) = list.iter().position(|spot| spot.doc == doc) {
            list.swap_remove(at);
        }
    }

    fn memory(&self) -> usize {
        match self {
            Self::Few(spots) => of_vec(spots),
            Self::Many(small) => small.iter().map(of_vec).sum::<usize>() + size_of::<[Vec<Spot>; SMALL]>(),
        }
    }
}

/// The cells that a disc touches.
#[derive(Default)]
pub struct Cover<'a> {
    wide: Vec<&'a RoaringBitmap>,
    inside: Vec<&'a [Spot]>,
    edge: Vec<&'a [Spot]>,
    /// How many documents they hold.
    pub docs: u64,
    /// The first and the last of them, and of those around.
    ends: Option<(u32, u32)>,
}

impl Grid {
    /// Adds a document.
    pub fn add(&mut self, doc: u32, at: Point) {
        put(&mut self.docs, doc);
        let wide = self.cells.entry(around(cell(at))).or_default();
        put(&mut wide.docs, doc);
        wide.spots.add(Spot { doc, at });
    }

    /// Takes a document out.
    pub fn remove(&mut self, doc: u32, at: Point) {
        let cell = around(cell(at));
        self.docs.remove(doc);
        let Some(wide) = self.cells.get_mut(&cell) else { return };
        wide.docs.remove(doc);
        wide.spots.remove(doc, at);
        if wide.docs.is_empty() {
            self.cells.remove(&cell);
        }
    }

    /// Finds the cells that a disc touches.
    pub fn cover(&self, disc: &Disc) -> Cover<'_> {
        let mut cover = Cover::default();
        self.wide(disc, |frame, within| cover.add_wide(disc, frame, &within));
        cover
    }

    /// Tells the wide cells around a disc, each with its rectangle.
    pub fn wide<'a>(&'a self, disc: &Disc, mut hear: impl FnMut(Frame, Within<'a>)) {
        let mut hear = |at: &Cell, wide| hear(frame(*at, SIDE * f32::from(ALONG)), Within { at: *at, wide });
        let Some((south_west, north_east)) = disc.frame() else { return };
        let ((south, west), (north, east)) = (around(cell(south_west)), around(cell(north_east)));
        if north.saturating_sub(south) > MANY_ROWS {
            let rows = self.cells.range((south, west)..=(north, east));
            let asked = rows.filter(|(at, _)| (west..=east).contains(&at.1));
            asked.for_each(|(at, wide)| hear(at, wide));
        } else {
            let row = |row| self.cells.range((row, west)..=(row, east));
            (south..=north).flat_map(row).for_each(|(at, wide)| hear(at, wide));
        }
    }

    /// Every document with a place.
    pub fn docs(&self) -> &RoaringBitmap {
        &self.docs
    }

    /// Bytes that the grid takes.
    pub fn memory(&self) -> usize {
        let cell = |wide: &Wide| of_set(&wide.docs) + wide.spots.memory() + size_of::<Spots>();
        self.cells.values().map(cell).sum::<usize>() + of_set(&self.docs)
    }
}

impl<'a> Cover<'a> {
    fn add_wide(&mut self, disc: &Disc, frame: Frame, within: &Within<'a>) {
        if let Some(own) = within.wide.docs.min().zip(within.wide.docs.max()) {
            let (first, last) = self.ends.unwrap_or(own);
            self.ends = Some((first.min(own.0), last.max(own.1)));
        }
        match disc.meets(frame) {
            Overlap::Outside => {}
            Overlap::Inside => {
                self.wide.push(&within.wide.docs);
                self.docs += within.len();
            }
            Overlap::Edge => within.lists(|frame, spots| self.add_small(disc.meets(frame), spots)),
        }
    }

    fn add_small(&mut self, overlap: Overlap, spots: &'a [Spot]) {
        match overlap {
            Overlap::Outside => return,
            Overlap::Inside => self.inside.push(spots),
            Overlap::Edge => self.edge.push(spots),
        }
        self.docs += spots.len() as u64;
    }

    /// The documents that lie in the disc.
    pub fn exactly(&self, disc: &Disc) -> RoaringBitmap {
        let inside = self.inside.iter().flat_map(|spots| spots.iter());
        let near = self.edge.iter().flat_map(|spots| spots.iter()).filter(|spot| disc.holds(spot.at));
        let mut all = gather(inside.chain(near).map(|spot| spot.doc), self.docs, self.ends.unwrap_or_default());
        if !self.wide.is_empty() {
            all |= self.wide.iter().copied().union();
        }
        all
    }
}

/// The wide cell of a place: places of one cell are neighbours, and cells in order are mostly so.
pub fn vicinity(at: Point) -> Cell {
    around(cell(at))
}

/// The rectangle of a cell.
fn frame((row, column): Cell, side: f32) -> Frame {
    let corner = |row: i16, column: i16| Point { lat: f32::from(row) * side, lon: f32::from(column) * side };
    (corner(row, column), corner(row.saturating_add(1), column.saturating_add(1)))
}

/// The small cell of a place.
#[expect(clippy::cast_possible_truncation, reason = "the earth has 14,400 cells around; the cast saturates beyond")]
pub fn cell(at: Point) -> Cell {
    ((at.lat / SIDE).floor() as i16, (at.lon / SIDE).floor() as i16)
}

/// Where a small cell stands in the wide one around it.
fn within((row, column): Cell) -> usize {
    usize::from(row.rem_euclid(ALONG).unsigned_abs() * ALONG.unsigned_abs() + column.rem_euclid(ALONG).unsigned_abs())
}

/// The wide cell around a small one.
fn around((row, column): Cell) -> Cell {
    (row.div_euclid(ALONG), column.div_euclid(ALONG))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARIS: Point = Point { lat: 48.8566, lon: 2.3522 };
    const VERSAILLES: Point = Point { lat: 48.8049, lon: 2.1204 };

    #[test]
    fn a_disc_holds_what_is_near_and_nothing_else() {
        let mut grid = Grid::default();
        grid.add(1, PARIS);
        grid.add(2, VERSAILLES);
        let found = |km| {
            let disc = Disc::new(PARIS, km);
            grid.cover(&disc).exactly(&disc).iter().collect::<Vec<_>>()
        };
        assert_eq!(found(20_000.0), [1, 2]);
        assert_eq!(found(18.0), [1, 2]);
        assert_eq!(found(17.0), [1]);
        assert!(found(-1.0).is_empty() && found(f32::NAN).is_empty());
    }

    #[test]
    fn what_left_is_not_found() {
        let (mut grid, disc) = (Grid::default(), Disc::new(PARIS, 20.0));
        (0..40).for_each(|doc| grid.add(doc, PARIS));
        (1..40).for_each(|doc| grid.remove(doc, PARIS));
        assert_eq!(grid.cover(&disc).exactly(&disc).iter().collect::<Vec<_>>(), [0]);
        grid.remove(0, PARIS);
        assert!(grid.cells.is_empty() && grid.docs.is_empty());
    }
}
