//! How long what names somebody is kept, in one place: the sweeps count by these, and the page on personal data tells the
//! same numbers (I15). Nothing is kept without an end, but for what the law makes public.

use crate::kernel::Instant;
use chrono::TimeDelta;

/// A length of time, as it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// So many days.
    Days(i64),
    /// So many months, each the twelfth of a year of 365 days and a quarter.
    Months(i64),
    /// So many years.
    Years(i64),
}

impl Period {
    /// The number that is told.
    #[must_use]
    pub const fn number(self) -> i64 {
        match self {
            Self::Days(n) | Self::Months(n) | Self::Years(n) => n,
        }
    }

    /// As a span.
    #[must_use]
    pub const fn span(self) -> TimeDelta {
        match self {
            Self::Days(n) => TimeDelta::days(n),
            Self::Months(n) => TimeDelta::days((n * 1_461 + 23) / 48),
            Self::Years(n) => TimeDelta::days(n * 1_461 / 4),
        }
    }

    /// What is as old as this instant, or older, is over.
    #[must_use]
    pub fn before(self, now: Instant) -> Instant {
        now - self.span()
    }
}

/// Her private choice, after the end of its mission; so what was written about a mission for a search that she saved.
pub const CHOICE: Period = Period::Days(7);
/// A date that is not like her week, after it.
pub const DAY_APART: Period = Period::Days(2);
/// What she was reminded of before a slot.
pub const SLOT_REMINDER: Period = Period::Days(7);
/// That she was reminded of a month.
pub const MONTH_REMINDER: Period = Period::Days(62);
/// A proposal. Afterwards there is its receipt only, which names nobody.
pub const REFERRAL: Period = Period::Months(6);
/// What she sent to a platform, after its end: the fields that she shared, her message, the platform's answer.
pub const INTEREST: Period = Period::Months(6);
/// Work that was agreed, after its slot.
pub const ENGAGEMENT: Period = Period::Months(24);
/// Her own version of hours and amounts, after she wrote it.
pub const OWN_RECORD: Period = Period::Months(24);
/// A follow-up and its mandates, after their end.
pub const FOLLOW_UP: Period = Period::Months(12);
/// That an advisor asked her whether he may follow her; he does not ask again before.
pub const REQUEST: Period = Period::Days(30);
/// A look at her file.
pub const LOOK: Period = Period::Months(12);
/// What she agreed to by word of mouth.
pub const SPOKEN: Period = Period::Months(12);
/// What was to be told by word of mouth to who has no address, and who said it.
pub const NEWS: Period = Period::Months(6);
/// The account of an advisor or of a platform's member, after they left.
pub const LEFT: Period = Period::Months(12);
/// Whom a line of the journal names. The line stays and names nobody.
pub const JOURNAL: Period = Period::Months(12);
/// A file of people, after it was given.
pub const IMPORT: Period = Period::Days(30);
/// A report of a mission, after its answer.
pub const REPORT: Period = Period::Months(6);
/// A report that nobody answered.
pub const REPORT_OPEN: Period = Period::Months(12);
/// The figures of a service; they name nobody.
pub const FIGURE: Period = Period::Months(24);
/// A receipt; it names nobody.
pub const RECEIPT: Period = Period::Years(5);
/// A session or a link to sign in, after its end.
pub const SIGN_IN: Period = Period::Days(1);
/// Work that was set apart because it kept failing.
pub const JOB: Period = Period::Months(6);
/// She is written to when she has not come for so long.
pub const NOTICE: Period = Period::Months(23);
/// Her account is deleted when she has not come for so long.
pub const AWAY: Period = Period::Months(24);
/// At least so much time lies between the notice and the deletion.
pub const NOTICE_GIVEN: Period = Period::Days(30);

/// The numbers that the page on personal data tells, by the names that its sentences give them.
pub const TOLD: &[(&str, Period)] = &[
    ("choice", CHOICE),
    ("day", DAY_APART),
    ("slot", SLOT_REMINDER),
    ("month", MONTH_REMINDER),
    ("referral", REFERRAL),
    ("interest", INTEREST),
    ("engagement", ENGAGEMENT),
    ("own", OWN_RECORD),
    ("follow", FOLLOW_UP),
    ("look", LOOK),
    ("spoken", SPOKEN),
    ("news", NEWS),
    ("left", LEFT),
    ("journal", JOURNAL),
    ("report", REPORT),
    ("open", REPORT_OPEN),
    ("request", REQUEST),
    ("receipt", RECEIPT),
    ("notice", NOTICE),
    ("away", AWAY),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_whole_days() {
        let days = [6, 12, 23, 24].map(|n| Period::Months(n).span().num_days());
        assert_eq!((days, RECEIPT.span().num_days()), ([183, 365, 700, 730], 1_826));
        assert!(NOTICE_GIVEN.span() <= AWAY.span() - NOTICE.span());
    }
}
