//! A line keeps the points without which it would be elsewhere (Douglas and Peucker), and both its ends.

use crate::geo::bounds::Spot;

/// The line without the points that lie within `tolerance` of what is left, in degrees of latitude.
pub(super) fn thin(line: &[Spot], tolerance: f32) -> Vec<Spot> {
    let Some(last) = line.len().checked_sub(1) else { return Vec::new() };
    let mut kept = vec![false; line.len()];
    (kept[0], kept[last]) = (true, true);
    let mut parts = vec![(0, last)];
    while let Some((from, to)) = parts.pop() {
        let inside = (from + 1..to).map(|at| (distance(line[at], line[from], line[to]), at));
        let Some((farthest, at)) = inside.max_by(|a, b| a.0.total_cmp(&b.0)) else { continue };
        if farthest > tolerance {
            kept[at] = true;
            parts.extend([(from, at), (at, to)]);
        }
    }
    line.iter().zip(kept).filter(|(_, kept)| *kept).map(|(point, _)| *point).collect()
}

/// How far a point is from a segment.
fn distance(point: Spot, from: Spot, to: Spot) -> f32 {
    let across = point.0.to_radians().cos();
    let flat = |spot: Spot| ((spot.1 - from.1) * across, spot.0 - from.0);
    let ((x, y), (dx, dy)) = (flat(point), flat(to));
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 { ((x * dx + y * dy) / length).clamp(0.0, 1.0) } else { 0.0 };
    (x - along * dx).hypot(y - along * dy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_almost_straight_becomes_straight_and_ends_stay() {
        let line = [(0.0, 0.0), (0.001, 1.0), (0.0, 2.0), (1.0, 2.0)];
        assert_eq!(thin(&line, 0.01), [(0.0, 0.0), (0.0, 2.0), (1.0, 2.0)]);
        assert_eq!(thin(&line, 0.000_1), line);
        assert_eq!(thin(&[], 1.0), []);
        let island = [(0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (0.0, 0.0)];
        assert_eq!(thin(&island, 0.1), island);
    }
}
