//! How long it takes to get there, roughly: a plain speed for each way of travelling, a detour, and the time to set out. It
//! is said as an approximation, never as a timetable.

crate::text_enum! {
    /// A way of travelling.
    pub enum Mode {
        /// On foot.
        Foot = "pied",
        /// By bicycle.
        Bicycle = "velo",
        /// By public transport.
        Transit = "transports",
        /// By car.
        Car = "voiture",
    }
}

/// Roads are longer than straight lines by this factor.
const DETOUR: f32 = 1.3;
/// Longest time that can be asked for, in minutes.
pub const LONGEST: u16 = 180;

impl Mode {
    /// Longest way, in minutes, that anyone may be expected to go to work and back on the same day.
    #[must_use]
    pub const fn bound(self) -> u16 {
        match self {
            Self::Foot => 60,
            Self::Bicycle => 75,
            Self::Transit | Self::Car => 90,
        }
    }

    /// How far that is, in metres of straight line.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some kilometres")]
    pub fn farthest_m(self) -> u32 {
        (self.reach(self.bound()) * 1_000.0) as u32
    }

    /// Speed on the way, in kilometres an hour, and minutes to set out and arrive.
    const fn pace(self) -> (f32, f32) {
        match self {
            Self::Foot => (4.8, 0.0),
            Self::Bicycle => (14.0, 2.0),
            Self::Transit => (20.0, 10.0),
            Self::Car => (40.0, 6.0),
        }
    }

    /// About how many minutes a straight line of so many metres takes: to the minute under ten, else by five.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "positive, and capped")]
    pub fn minutes(self, metres: f32) -> u32 {
        let (speed, start) = self.pace();
        let exact = (start + metres.max(0.0) / 1_000.0 * DETOUR / speed * 60.0).min(100_000.0);
        if exact < 10.0 { exact.ceil().max(1.0) as u32 } else { (exact / 5.0).ceil() as u32 * 5 }
    }

    /// How far one gets in so many minutes, in kilometres of straight line; at least one.
    #[must_use]
    pub fn reach(self, minutes: u16) -> f32 {
        let (speed, start) = self.pace();
        let on_the_way = (f32::from(minutes.min(LONGEST)) - start).max(0.0);
        (on_the_way / 60.0 * speed / DETOUR).max(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_reached_takes_no_longer_than_asked() {
        for mode in Mode::ALL {
            for minutes in [15, 30, 45, 60, 90] {
                let metres = mode.reach(minutes) * 1_000.0;
                assert!(mode.minutes(metres - 1.0) <= u32::from(minutes) || metres <= 1_000.0, "{mode:?} {minutes}");
                assert!(mode.minutes(metres * 1.2) > u32::from(minutes), "{mode:?} {minutes}");
            }
        }
    }

    #[test]
    #[expect(clippy::cast_precision_loss, reason = "metres on Earth")]
    fn nobody_is_sent_farther_than_a_sensible_way() {
        for mode in Mode::ALL {
            let farthest = mode.farthest_m();
            assert!(mode.minutes(farthest as f32) <= u32::from(mode.bound()), "{mode:?}");
            assert!(mode.minutes(farthest as f32 + 100.0) > u32::from(mode.bound()), "{mode:?}");
        }
        let kilometres: Vec<u32> = Mode::ALL.iter().map(|mode| mode.farthest_m() / 1_000).collect();
        assert_eq!(kilometres, [3, 13, 20, 43]);
    }

    #[test]
    fn times_are_those_that_people_know() {
        assert_eq!(Mode::Foot.minutes(1_000.0), 20);
        assert_eq!(Mode::Foot.minutes(100.0), 2);
        assert_eq!(Mode::Bicycle.minutes(5_000.0), 30);
        assert_eq!(Mode::Car.minutes(20_000.0), 45);
        assert_eq!((Mode::Foot.minutes(-1.0), Mode::Car.minutes(f32::INFINITY)), (1, 100_000));
    }
}
