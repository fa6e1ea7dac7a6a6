//! About what is left of a pay after contributions, before income tax. An estimate that says so: who works alone also has
//! costs, and rates depend on the kind of activity. Rates are dated; sources stand beside them.

use crate::kernel::Cents;
use crate::offers::{Status, Terms};

/// Contributions and training levy of a micro-entrepreneur, in ten-thousandths of the turnover: services of a trade (21.2 %
/// and 0.1 %) to services of a liberal profession (25.6 % and 0.2 %); decree 2025-943, rates of 2026. The reduction of the
/// first year (Acre) is left out: it is not for everyone.
const SELF_EMPLOYED: (i64, i64) = (2_130, 2_580);

/// What an employee pays of a low gross pay, in ten-thousandths: the gross minimum wage of June 2026, 1,867.02 €, leaves
/// 1,455.99 € (modele-social 11.1). The allowance at the end of a short contract is left out.
const SALARIED: i64 = 2_202;

/// From so much to so much, for the same hour or the same mission.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Net {
    /// At least.
    pub least: Cents,
    /// At most.
    pub most: Cents,
}

/// About what is left of the pay of an offer; nothing when the platform already withholds contributions, since its terms say
/// by how much.
#[must_use]
pub fn estimate(terms: &Terms) -> Option<Net> {
    estimate_of(terms, terms.pay)
}

/// The same, of an amount that was paid on these terms.
#[must_use]
pub fn estimate_of(terms: &Terms, gross: Cents) -> Option<Net> {
    if terms.conditions.contributions_withheld {
        return None;
    }
    let (low, high) = match terms.status {
        Status::SelfEmployed => SELF_EMPLOYED,
        Status::FixedTerm | Status::TempAgency => (SALARIED, SALARIED),
    };
    Some(Net { least: left(gross, high), most: left(gross, low) })
}

/// What a rate in ten-thousandths leaves, the contribution rounded up to the cent.
const fn left(pay: Cents, rate: i64) -> Cents {
    Cents(pay.0 - (pay.0 * rate + 9_999) / 10_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Worked examples M2, M3 and the minimum wage of a month (`domain.md` § 3.4 and 3.6).
    #[test]
    fn estimates_are_those_of_the_worked_examples() {
        assert_eq!(left(Cents(50_000), SELF_EMPLOYED.0), Cents(39_350));
        assert_eq!(left(Cents(50_000), SELF_EMPLOYED.1), Cents(37_100));
        assert!((left(Cents(186_702), SALARIED).0 - 145_599).abs() < 20);
        assert_eq!(left(Cents(0), SALARIED), Cents(0));
    }
}
