//! A platform posts in its own trades only, and only under contracts that it really offers.

use std::sync::LazyLock;

use super::PROFILES;
use crate::demo::catalogue::trades::{self, Trade};

/// Occupations of each platform, in the order of the platforms.
const OCCUPATIONS: [&[&str]; 12] = [
    &["A1208", "I1203", "N1102", "K2202", "M1615", "N4104"],
    &["K1304", "K2129", "K2202", "K2205", "I1203", "A1208", "N4112", "N4104"],
    &["M1606", "M1401"],
    &["E1108", "M1855", "K2129", "M1606"],
    &["K2205", "K2204", "A1208", "D1507", "I1203", "N1103", "G1605", "A1401", "H3302", "K1304"],
    &["D1505", "D1507", "G1602", "G1603", "G1605", "G1803", "H3302", "A1401", "N4105", "G1801"],
    &["K2504", "M1601", "G1801", "G1803", "N1105", "K1303", "M1401"],
    &[
        "N1101", "N1103", "N1105", "N1106", "H3302", "F1704", "K2204", "G1502", "G1703", "M1601", "N4105", "N4121",
        "G1602", "G1603", "N1102", "K2504", "D1505", "G1803",
    ],
    &["N4104", "N4112"],
    &["K2202", "K2205", "K1304"],
    &["M1606", "M1401"],
    &["F1704", "N1105", "N1101", "N1106"],
];

/// A trade as a platform practises it.
#[derive(Clone, Copy)]
pub(in crate::demo::catalogue) struct Practice {
    /// The trade.
    pub trade: &'static Trade,
    /// The contract.
    pub status: &'static str,
}

static PRACTICES: LazyLock<Vec<Vec<Practice>>> =
    LazyLock::new(|| (0..PROFILES.len()).map(|platform| practised(platform).collect()).collect());

/// What a platform may post, by its position.
pub(in crate::demo::catalogue) fn practices(platform: usize) -> &'static [Practice] {
    PRACTICES.get(platform).map_or(&[], Vec::as_slice)
}

fn practised(platform: usize) -> impl Iterator<Item = Practice> {
    let codes = OCCUPATIONS.get(platform).copied().unwrap_or_default();
    let statuses = PROFILES.get(platform).map_or(&[][..], |profile| profile.statuses);
    let known = trades::all().filter(move |trade| codes.contains(&trade.code));
    known.filter_map(move |trade| {
        let status = statuses.iter().find(|status| trade.statuses.contains(status))?;
        Some(Practice { trade, status })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_platform_practises_every_occupation_it_announces() {
        for (platform, codes) in OCCUPATIONS.iter().enumerate() {
            for code in *codes {
                assert!(practices(platform).iter().any(|practice| practice.trade.code == *code), "{platform} {code}");
            }
        }
        assert!(practices(99).is_empty());
    }

    #[test]
    fn labelled_platforms_cover_every_trade() {
        for trade in trades::all() {
            let practised = (0..8).flat_map(practices).any(|practice| std::ptr::eq(practice.trade, trade));
            assert!(practised, "{} {:?}", trade.code, trade.jobs.first());
        }
    }
}
