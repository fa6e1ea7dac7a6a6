//! The notice of freedom (G2, I5). Which wording holds depends on the quality of the work and on the convention of the
//! referent service (`domain.md` § 2.2): the full promise for independent work, the conditional one for a contract
//! unless the service has signed. The texts are in the locale files; their version is here.

use crate::kernel::Instant;
use crate::offers::Status;

/// Version of the wordings; receipts and the API carry it.
pub const VERSION: &str = "2026-11";

/// Which wording to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// The full promise.
    Full,
    /// A contract, without the service's signature.
    Conditional,
}

impl Wording {
    /// The wording for work of this quality, for a service that signed the convention at `convention`, if it did.
    #[must_use]
    pub fn of(status: Status, convention: Option<Instant>, now: Instant) -> Self {
        if status.salaried() && convention.is_none_or(|from| from > now) { Self::Conditional } else { Self::Full }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contract_without_a_signed_convention_gets_the_conditional_wording() {
        let (now, later) = (Instant::from_micros(10), Instant::from_micros(11));
        assert_eq!(Wording::of(Status::SelfEmployed, None, now), Wording::Full);
        assert_eq!(Wording::of(Status::TempAgency, None, now), Wording::Conditional);
        assert_eq!(Wording::of(Status::FixedTerm, Some(later), now), Wording::Conditional);
        assert_eq!(Wording::of(Status::FixedTerm, Some(now), now), Wording::Full);
    }
}
