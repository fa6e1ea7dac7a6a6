//! A rectangle of the map, in degrees; what is small is seen with what is around it.

/// A point: latitude and longitude, in degrees.
pub type Spot = (f32, f32);

/// From south-west to north-east.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// Least latitude.
    pub south: f32,
    /// Least longitude.
    pub west: f32,
    /// Greatest latitude.
    pub north: f32,
    /// Greatest longitude.
    pub east: f32,
}

impl Bounds {
    /// The least rectangle that holds some points; `None` without points.
    #[must_use]
    pub fn of(points: impl IntoIterator<Item = Spot>) -> Option<Self> {
        points.into_iter().fold(None, |bounds: Option<Self>, (lat, lon)| {
            let known = bounds.unwrap_or(Self { south: lat, west: lon, north: lat, east: lon });
            Some(Self {
                south: known.south.min(lat),
                west: known.west.min(lon),
                north: known.north.max(lat),
                east: known.east.max(lon),
            })
        })
    }

    /// So many degrees of latitude around a point, on each side, and as many kilometres of longitude.
    #[must_use]
    pub fn around((lat, lon): Spot, degrees: f32) -> Self {
        let aside = degrees / lat.to_radians().cos().max(0.01);
        Self { south: lat - degrees, west: lon - aside, north: lat + degrees, east: lon + aside }
    }

    /// Its middle.
    #[must_use]
    pub fn centre(&self) -> Spot {
        (f32::midpoint(self.south, self.north), f32::midpoint(self.west, self.east))
    }

    /// Whether a point lies in it.
    #[must_use]
    pub fn holds(&self, (lat, lon): Spot) -> bool {
        (self.south..=self.north).contains(&lat) && (self.west..=self.east).contains(&lon)
    }

    /// Whether the two have a point in common.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.south <= other.north && other.south <= self.north && self.west <= other.east && other.west <= self.east
    }

    /// The nearest point that lies in it.
    #[must_use]
    pub fn nearest(&self, (lat, lon): Spot) -> Spot {
        (lat.clamp(self.south, self.north), lon.clamp(self.west, self.east))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rectangle_holds_what_it_was_made_of() {
        let bounds = Bounds::of([(45.0, 4.0), (44.0, 5.0)]).unwrap();
        assert_eq!(bounds, Bounds { south: 44.0, west: 4.0, north: 45.0, east: 5.0 });
        assert!(bounds.holds((44.5, 4.5)) && !bounds.holds((46.0, 4.5)));
        assert_eq!((bounds.centre(), bounds.nearest((50.0, 4.2))), ((44.5, 4.5), (45.0, 4.2)));
        assert!(bounds.meets(&Bounds::around((45.5, 4.5), 0.6)) && !bounds.meets(&Bounds::around((45.5, 4.5), 0.4)));
        assert!(Bounds::of([]).is_none());
    }
}
