//! The commune of a point: the one that stands exactly there, as every mission does, or else the nearest.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{Commune, all, meters_between};

static BY_POINT: LazyLock<FxHashMap<(u32, u32), &'static Commune>> =
    LazyLock::new(|| all().iter().map(|commune| (key((commune.lat, commune.lon)), commune)).collect());

/// Communes by square of a tenth of a degree.
static BY_SQUARE: LazyLock<FxHashMap<(i32, i32), Vec<&'static Commune>>> = LazyLock::new(|| {
    let mut squares: FxHashMap<_, Vec<_>> = FxHashMap::default();
    for commune in all() {
        squares.entry(square((commune.lat, commune.lon))).or_default().push(commune);
    }
    squares
});

/// The commune at a point, or the nearest; `None` when the point is no place on Earth.
#[must_use]
pub fn at(point: (f32, f32)) -> Option<&'static Commune> {
    if let Some(exact) = BY_POINT.get(&key(point)) {
        return Some(exact);
    }
    if !(point.0.is_finite() && point.1.is_finite()) {
        return None;
    }
    let (row, column) = square(point);
    let around = (-1..=1).flat_map(|up| (-1..=1).map(move |aside| (row + up, column + aside)));
    let close = around.filter_map(|square| BY_SQUARE.get(&square)).flatten().copied();
    nearest(close, point).or_else(|| nearest(all().iter(), point))
}

fn nearest(among: impl Iterator<Item = &'static Commune>, point: (f32, f32)) -> Option<&'static Commune> {
    among.min_by_key(|commune| meters_between((commune.lat, commune.lon), point))
}

fn key((lat, lon): (f32, f32)) -> (u32, u32) {
    (lat.to_bits(), lon.to_bits())
}

#[expect(clippy::cast_possible_truncation, reason = "the Earth is 3,600 squares around")]
fn square((lat, lon): (f32, f32)) -> (i32, i32) {
    ((lat * 10.0).floor() as i32, (lon * 10.0).floor() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_commune_is_at_its_own_point() {
        for commune in all() {
            assert_eq!(at((commune.lat, commune.lon)).map(|c| c.insee), Some(commune.insee));
        }
    }

    #[test]
    fn a_point_beside_is_the_nearest_commune() {
        assert_eq!(at((44.754, 5.371)).map(|c| c.name), Some("Die"));
        assert!(at((0.0, 0.0)).is_some() && at((f32::NAN, 2.0)).is_none());
    }
}
