//! The demonstration is the same for the same seed, on every machine: its chance comes from here and nowhere else.
//! Nothing secret may ever be drawn from it.

/// A small repeatable source of numbers (`SplitMix64`).
#[derive(Clone, Debug)]
pub struct Rng(u64);

impl Rng {
    /// The source of a seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// An independent source for one thing of one kind: the thousandth offer does not depend on the others.
    #[must_use]
    pub fn of(seed: u64, kind: u64, number: u64) -> Self {
        let mut mixed = Self::new(seed ^ kind.wrapping_mul(0xd6e8_feb8_6659_fd93));
        Self::new(mixed.draw() ^ number.wrapping_mul(0xa076_1d64_78bd_642f))
    }

    /// The next number.
    pub fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: u32, high: u32) -> u32 {
        let span = u64::from(high.saturating_sub(low)) + 1;
        low + u32::try_from(((self.draw() >> 32) * span) >> 32).unwrap_or_default()
    }

    /// A position in a list of this length; zero when the list is empty.
    pub fn below(&mut self, len: usize) -> usize {
        let last = u32::try_from(len.saturating_sub(1)).unwrap_or(u32::MAX);
        usize::try_from(self.between(0, last)).unwrap_or_default()
    }

    /// True so many times out of a hundred.
    pub fn percent(&mut self, chances: u8) -> bool {
        self.between(1, 100) <= u32::from(chances)
    }

    /// One of the items; the default when there is none.
    pub fn pick<T: Copy + Default>(&mut self, items: &[T]) -> T {
        let at = self.below(items.len());
        items.get(at).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_numbers() {
        let drawn = |mut rng: Rng| (0..5).map(|_| rng.draw()).collect::<Vec<_>>();
        assert_eq!(drawn(Rng::new(7)), drawn(Rng::new(7)));
        assert_eq!(Rng::new(0).draw(), 0xe220_a839_7b1d_cdaf, "the published first value of SplitMix64");
        assert_ne!(drawn(Rng::of(7, 1, 1)), drawn(Rng::of(7, 1, 2)));
        assert_ne!(drawn(Rng::of(7, 1, 1)), drawn(Rng::of(7, 2, 1)));
    }

    #[test]
    fn draws_stay_in_their_bounds_and_reach_them() {
        let mut rng = Rng::new(1);
        let drawn: std::collections::BTreeSet<u32> = (0..500).map(|_| rng.between(3, 6)).collect();
        assert_eq!(drawn.into_iter().collect::<Vec<_>>(), [3, 4, 5, 6]);
        assert_eq!((rng.below(0), rng.below(1), rng.pick::<u8>(&[])), (0, 0, 0));
        let yes = (0..10_000).filter(|_| rng.percent(25)).count();
        assert!((2_300..2_700).contains(&yes), "{yes}");
    }
}
