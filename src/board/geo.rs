//! How far apart places are: exact to the metre of a flat map around the centre, which is enough at the scale of a journey.

use super::doc::Point;

const METRES_PER_DEGREE: f32 = 111_195.0;

/// Rounding of single precision, and more, in metres: what is closer than this to the circle is looked at point by point.
const MARGIN: f32 = 20.0;

/// A centre, and how far from it to look.
#[derive(Clone, Copy)]
pub struct Disc {
    centre: Point,
    /// Metres per degree of longitude at the centre.
    across: f32,
    radius: f32,
}

/// A rectangle of the map: south-west, north-east.
pub type Frame = (Point, Point);

/// How a disc and a rectangle lie.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Overlap {
    /// The rectangle lies inside the disc.
    Inside,
    /// Some of its points may lie in the disc.
    Edge,
    /// None of its points lies in the disc.
    Outside,
}

impl Disc {
    /// A disc of some kilometres around a point.
    pub fn new(centre: Point, radius_km: f32) -> Self {
        Self { centre, across: METRES_PER_DEGREE * centre.lat.to_radians().cos().max(0.01), radius: radius_km * 1000.0 }
    }

    /// The disc of the same centre with another radius.
    pub fn resized(self, metres: f32) -> Self {
        Self { radius: metres, ..self }
    }

    /// Radius, in metres.
    pub fn radius(&self) -> f32 {
        self.radius
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

    /// The rectangle around the disc, unless its radius is no length.
    pub fn frame(&self) -> Option<Frame> {
        let reach = self.radius + MARGIN;
        let (up, aside) = (reach / METRES_PER_DEGREE, reach / self.across);
        let corner = |up, aside| Point { lat: self.centre.lat + up, lon: self.centre.lon + aside };
        (self.radius >= 0.0 && self.centre.lat.is_finite() && self.centre.lon.is_finite())
            .then(|| (corner(-up, -aside), corner(up, aside)))
    }

    /// How the disc meets a rectangle.
    pub fn meets(&self, frame: Frame) -> Overlap {
        let (near, far) = self.reach(frame);
        if far <= self.radius {
            Overlap::Inside
        } else if near <= self.radius {
            Overlap::Edge
        } else {
            Overlap::Outside
        }
    }

    /// Between which distances from the centre the points of a rectangle lie, in metres, with a margin.
    pub fn reach(&self, (south_west, north_east): Frame) -> (f32, f32) {
        let Point { lat, lon } = self.centre;
        let near =
            Point { lat: lat.clamp(south_west.lat, north_east.lat), lon: lon.clamp(south_west.lon, north_east.lon) };
        let far = Point {
            lat: farther(lat, south_west.lat, north_east.lat),
            lon: farther(lon, south_west.lon, north_east.lon),
        };
        (self.metres(near) - MARGIN, self.metres(far) + MARGIN)
    }
}

fn farther(from: f32, a: f32, b: f32) -> f32 {
    if (from - a).abs() > (from - b).abs() { a } else { b }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "distances are positive and saturate")]
fn floor(metres: f32) -> u32 {
    metres as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distance_is_right_to_one_percent() {
        let (paris, versailles) = (Point { lat: 48.8566, lon: 2.3522 }, Point { lat: 48.8049, lon: 2.1204 });
        let metres = Disc::new(paris, 50.0).metres(versailles);
        assert!((metres - 17_900.0).abs() < 180.0, "{metres}");
    }
}
