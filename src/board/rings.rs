//! How many documents lie within each of several radii around a centre. A cell of the grid that lies between two radii is
//! counted whole; the places of the others are compared with the radii that cut it, and no others.

use super::geo::{Disc, Frame};
use super::grid::Grid;

/// Counts under way.
pub struct Rings {
    disc: Disc,
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
        Self { disc, radii, between }
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
        let first = self.radii.partition_point(|(radius, _)| *radius < metres);
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
