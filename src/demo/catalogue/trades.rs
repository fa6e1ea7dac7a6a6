//! A trade is what platforms post again and again: its hours, its pay, its words.
//! Hours and pay are those that the trade really knows in France; words are ours.

mod cleaning;
mod digital;
mod events;
mod food;
mod home;
mod hotel;
mod logistics;
mod shop;
mod transport;
mod works;

/// One way of practising an occupation; the same occupation may have several, by day and by night.
#[derive(Debug)]
pub(super) struct Trade {
    /// Code of the occupation, in the shortlist.
    pub code: &'static str,
    /// Contracts under which it is honestly offered.
    pub statuses: &'static [&'static str],
    /// Usual pay of an hour for an employee, in cents, lowest and highest.
    pub pay: (u32, u32),
    /// Chances, out of a hundred, that an independent is paid by the mission.
    pub by_mission: u8,
    /// Most places in a slot.
    pub places: u32,
    /// Hours it is done at.
    pub shifts: &'static [Shift],
    /// What it takes besides goodwill.
    pub needs: &'static [Need],
    /// Chances that the place is accessible.
    pub accessible: u8,
    /// Chances that a beginner is welcome.
    pub beginner: u8,
    /// Titles, each with the first sentence that says what is done; `{lieu}` and `{n}` are filled in.
    pub jobs: &'static [(&'static str, &'static str)],
    /// Sites, each with its article.
    pub sites: &'static [&'static str],
    /// Second sentences: in what conditions.
    pub contexts: &'static [&'static str],
    /// What is provided or to be brought.
    pub equipment: &'static [&'static str],
    /// What is asked of the person.
    pub requirements: &'static [&'static str],
}

impl Trade {
    /// Whether the trade takes this.
    pub(super) fn needs(&self, need: Need) -> bool {
        self.needs.contains(&need)
    }
}

/// What a trade may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// A driving licence.
    Licence,
    /// A car of one's own.
    Car,
    /// Nothing but a computer, anywhere.
    Remote,
}

/// Usual hours, at the local time of the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shift {
    /// Minutes since midnight.
    pub start: u32,
    /// Length in minutes.
    pub minutes: u32,
    /// Days of the week, Monday in the lowest bit.
    pub days: u8,
}

const EVERY_DAY: u8 = 0b111_1111;
const WEEKDAYS: u8 = 0b001_1111;
const MONDAY_TO_SATURDAY: u8 = 0b011_1111;
const WEEKEND: u8 = 0b110_0000;
const SCHOOL_DAYS: u8 = 0b001_1011;
const WEDNESDAY: u8 = 0b000_0100;
const LATE_WEEK: u8 = 0b111_1000;
const MARKET_DAYS: u8 = 0b111_0110;

const SELF_EMPLOYED: &[&str] = &["self_employed"];
const EMPLOYED: &[&str] = &["fixed_term", "temp_agency"];
const ANY_STATUS: &[&str] = &["self_employed", "fixed_term", "temp_agency"];

/// From `hour`:`minute` local time, for so many minutes, on those days.
const fn at(hour: u32, minute: u32, minutes: u32, days: u8) -> Shift {
    Shift { start: hour * 60 + minute, minutes, days }
}

/// All trades.
pub(super) fn all() -> impl Iterator<Item = &'static Trade> {
    let groups: [&[Trade]; 10] = [
        food::TRADES,
        hotel::TRADES,
        shop::TRADES,
        logistics::TRADES,
        transport::TRADES,
        home::TRADES,
        cleaning::TRADES,
        works::TRADES,
        events::TRADES,
        digital::TRADES,
    ];
    groups.into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::occupations::shortlist;

    #[test]
    fn every_occupation_of_the_shortlist_is_practised_and_no_other() {
        for occupation in shortlist() {
            assert!(all().any(|trade| trade.code == occupation.code), "{}", occupation.code);
        }
        for trade in all() {
            assert!(shortlist().iter().any(|occupation| occupation.code == trade.code), "{}", trade.code);
        }
    }

    #[test]
    fn each_trade_has_words_enough_and_possible_hours() {
        for trade in all() {
            assert!(trade.jobs.len() >= 3, "{}", trade.code);
            assert!(trade.contexts.len() >= 2 && trade.sites.len() >= 2, "{}", trade.code);
            assert!(!trade.equipment.is_empty() && !trade.requirements.is_empty(), "{}", trade.code);
            assert!(!trade.statuses.is_empty() && trade.places > 0 && trade.pay.0 <= trade.pay.1, "{}", trade.code);
            for shift in trade.shifts {
                assert!(
                    shift.start < 1_440 && (30..=600).contains(&shift.minutes) && shift.days != 0,
                    "{}",
                    trade.code
                );
            }
        }
    }

    #[test]
    fn a_regulated_occupation_asks_for_its_card_or_licence() {
        let regulated = |trade: &&Trade| shortlist().iter().any(|o| o.code == trade.code && o.regulated == Some(true));
        for trade in all().filter(regulated) {
            let asked = |text: &&str| {
                text.contains("carte") || text.contains("Carte") || text.contains("CACES") || text.contains("Permis")
            };
            assert!(trade.requirements.iter().all(asked), "{}", trade.code);
            assert_eq!(trade.beginner, 0, "{}", trade.code);
        }
    }
}
