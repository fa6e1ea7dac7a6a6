//! How many documents lie within each of several radii around a centre. A cell of the grid that lies between two radii is
//! counted whole; the places of the others are compared with the radii that cut it, and no others.

use super::geo::{Disc, Frame};
use super::grid::Grid;

/// Stretches of the way to the widest radius.
const STRETCHES: u16 = 512;

/// Counts under way.
pub struct Rings {
    disc: Disc,
    /// Entries of the table per metre.
    grain: f32,
    /// For each stretch of the way to the widest radius, the first radius that reaches its beginning.
    table: Vec<usize>,
    /// Radii in metres, the smallest first, each with its place among those asked.
    radii: Vec<(f32, usize)>,
    /// How many documents lie within each radius and not within the one before.
    between: Vec<i64>,
}

impl Rings {
    /// Nothing counted yet around the centre of a disc, by radius in kilometres.
    pub fn new(disc: Disc, kilometres: &[f32]) -> Self {
        let mut radii: Vec<(f32, usize)> = kilometres.iter().map(|km| km * 1_000.0).zip(0..).collect();
        radii.sort_by(|a, b| a.0.total_cmp(&b.0));
        let between = vec![0; radii.len() + 1];
        let widest = radii.last().map_or(0.0, |(metres, _)| *metres).max(1.0);
        let begins = |n: u16| f32::from(n) * widest / f32::from(STRETCHES);
        let first = |metres: f32| radii.partition_point(|(radius, _)| *radius < metres);
        let table = (0..STRETCHES).map(|n| first(begins(n))).collect();
        Self { disc, grain: f32::from(STRETCHES) / widest, table, radii, between }
    }

    /// The first radius that reaches so far, looked for from the one that the table names.
    fn first(&self, metres: f32) -> usize {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "distances are positive and saturate"
        )]
        let stretch = (metres * self.grain) as usize;
        // Rounding may name the next stretch.
        let known = self.table.get(stretch.saturating_sub(1)).copied().unwrap_or(self.radii.len());
        let beyond = self.radii[known..].iter().take_while(|(radius, _)| *radius < metres);
        known + beyond.count()
    }

    /// The disc of the widest radius.
    fn widest(&self) -> Option<Disc> {
        self.radii.last().map(|(metres, _)| self.disc.resized(*metres))
    }

    /// Adds so many documents at a distance in metres.
    pub fn add(&mut self, metres: f32, count: i64) {
        if metres.is_nan() {
            return;
        }
        let first = self.first(metres);
        self.between[first] += count;
    }

    /// Adds every document of a grid.
    pub fn add_all(&mut self, grid: &Grid) {
        let Some(widest) = self.widest() else { return };
        grid.wide(&widest, |frame, wide| {
            let (first, last) = self.cut(frame);
            if first == last {
                self.between[first] += i64::try_from(wide.len()).unwrap_or(i64::MAX);
                return;
            }
            wide.lists(|frame, spots| {
                let (first, last) = self.cut(frame);
                if first == last {
                    self.between[first] += i64::try_from(spots.len()).unwrap_or(i64::MAX);
                    return;
                }
                for spot in spots {
                    let metres = self.disc.metres(spot.at);
                    let beyond = self.radii[first..last].iter().take_while(|(radius, _)| metres > *radius);
                    self.between[first + beyond.count()] += 1;
                }
            });
        });
    }

    /// The radii, from one on and before another, that may part the places of a rectangle.
    fn cut(&self, frame: Frame) -> (usize, usize) {
        let (near, far) = self.disc.reach(frame);
        (
            self.radii.partition_point(|(radius, _)| *radius < near),
            self.radii.partition_point(|(radius, _)| *radius < far),
        )
    }

    /// How many documents lie within each radius, as they were asked.
    pub fn counts(&self) -> Vec<u32> {
        let (mut counts, mut within) = (vec![0; self.radii.len()], 0);
        for ((_, asked), between) in self.radii.iter().zip(&self.between) {
            within += between;
            counts[*asked] = u32::try_from(within).unwrap_or(0);
        }
        counts
    }
}
