//! From the Earth to the sheet: a degree of longitude is as long as it is in the middle of what is shown, so that distances
//! are right at the scale of a department, and good enough at that of the country.

use crate::geo::bounds::{Bounds, Spot};
use crate::geo::outlines::Ring;
use std::fmt::Write;

/// Kilometres in a degree of latitude.
pub const KM: f32 = 111.195;

/// A rectangle of the drawing.
#[derive(Clone, Copy)]
pub struct Sheet {
    /// Left side.
    pub left: f32,
    /// Top side.
    pub top: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// A part of the Earth on a part of the drawing.
#[derive(Clone, Copy)]
pub struct Frame {
    centre: Spot,
    middle: (f32, f32),
    /// Units of a degree of longitude, of latitude.
    scale: (f32, f32),
}

impl Frame {
    /// The largest that shows all of `bounds` on the sheet.
    pub fn fit(bounds: &Bounds, sheet: Sheet) -> Self {
        let across = bounds.centre().0.to_radians().cos().max(0.01);
        let (wide, high) = ((bounds.east - bounds.west) * across, bounds.north - bounds.south);
        let scale = (sheet.width / wide.max(0.001)).min(sheet.height / high.max(0.001));
        Self {
            centre: bounds.centre(),
            middle: (sheet.left + sheet.width / 2.0, sheet.top + sheet.height / 2.0),
            scale: (scale * across, scale),
        }
    }

    /// Where a point is drawn.
    pub fn at(&self, (lat, lon): Spot) -> (f32, f32) {
        let (x, y) = self.middle;
        (x + (lon - self.centre.1) * self.scale.0, y - (lat - self.centre.0) * self.scale.1)
    }

    /// How long some kilometres are drawn.
    pub fn length(&self, km: f32) -> f32 {
        km / KM * self.scale.1
    }

    /// The outline of some rings, as an SVG path: whole units, each point as a step from the one before.
    pub fn path(&self, rings: &[Ring]) -> String {
        let mut path = String::new();
        for ring in rings {
            let mut points = ring.iter().map(|spot| whole(self.at(*spot)));
            let Some(first) = points.next() else { continue };
            let _ = write!(path, "M{} {}l", first.0, first.1);
            let mut last = first;
            for point in points {
                if point != last {
                    let (x, y) = (point.0 - last.0, point.1 - last.1);
                    let space = if y < 0 { "" } else { " " };
                    let apart = if path.ends_with('l') || x < 0 { "" } else { " " };
                    let _ = write!(path, "{apart}{x}{space}{y}");
                    last = point;
                }
            }
            path.push('z');
        }
        path
    }
}

/// A point of the drawing in whole units.
#[expect(clippy::cast_possible_truncation, reason = "drawings are some thousand units wide; the cast saturates")]
pub fn whole((x, y): (f32, f32)) -> (i32, i32) {
    (x.round() as i32, y.round() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: Sheet = Sheet { left: 0.0, top: 0.0, width: 100.0, height: 100.0 };

    #[test]
    fn north_is_up_and_a_square_on_the_ground_is_a_square_on_the_sheet() {
        let frame = Frame::fit(&Bounds::around((45.0, 5.0), 0.5), SHEET);
        assert_eq!(whole(frame.at((45.5, 5.0))), (50, 0));
        assert_eq!(whole(frame.at((45.0, 5.0))), (50, 50));
        let east = frame.at((45.0, 5.0 + 0.5 / 45.0_f32.to_radians().cos()));
        assert!((east.0 - 100.0).abs() < 0.1, "{east:?}");
        assert!((frame.length(KM) - 100.0).abs() < 0.01);
    }

    #[test]
    fn a_path_is_closed_and_repeats_no_point() {
        let frame = Frame::fit(&Bounds { south: 0.0, west: 0.0, north: 1.0, east: 1.0 }, SHEET);
        let ring = vec![(1.0, 0.0), (1.0, 1.0), (1.0, 1.0), (0.0, 1.0)];
        assert_eq!(frame.path(&[ring]), "M0 0l100 0 0 100z");
        assert_eq!(frame.path(&[]), "");
    }
}
