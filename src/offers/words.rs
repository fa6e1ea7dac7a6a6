//! The words of cards, made ready once a language: a list has hundreds of them, and they come from a few dozen sentences.

use crate::kernel::Lang;
use crate::l10n::{L10nLanguage, texts};
use crate::web::say::Ago;
use chrono::NaiveDate;
use std::sync::LazyLock;

/// Stands for a value while a sentence is cut around it.
const HOLE: &str = "\u{1}";

/// A sentence cut around its one value.
struct Cut {
    before: String,
    after: String,
}

impl Cut {
    fn of(sentence: String) -> Self {
        let (before, after) = sentence.split_once(HOLE).unwrap_or((&sentence, ""));
        Self { before: before.to_owned(), after: after.to_owned() }
    }

    fn around(&self, value: &str) -> String {
        [self.before.as_str(), value, self.after.as_str()].concat()
    }
}

/// The words of one language.
pub struct Words {
    t: &'static L10nLanguage,
    places: Vec<String>,
    confirmed: Cut,
    unconfirmed: Cut,
    seconds: Vec<String>,
    minutes: Vec<String>,
    hours: Vec<String>,
    days: Vec<String>,
    hour: Cut,
    mission: Cut,
    distance: Cut,
    weekdays: Vec<String>,
    months: Vec<String>,
}

static ALL: LazyLock<[Words; 2]> = LazyLock::new(|| [Words::make(Lang::Fr), Words::make(Lang::En)]);

/// The words of a language.
#[must_use]
pub fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Fr => &ALL[0],
        Lang::En => &ALL[1],
    }
}

impl Words {
    fn make(lang: Lang) -> Self {
        let t = texts(lang);
        let counted = |to: i64, say: &dyn Fn(i64) -> String| (0..to).map(say).collect();
        // A week that begins on a Monday, and the first of each month.
        let dates = |all: Vec<Option<NaiveDate>>, format: &str| {
            all.into_iter().flatten().map(|d| d.format_localized(format, lang.locale()).to_string()).collect()
        };
        Self {
            t,
            places: counted(51, &|n| t.offer_places(n)),
            confirmed: Cut::of(t.offer_confirmed(HOLE)),
            unconfirmed: Cut::of(t.offer_unconfirmed(HOLE)),
            seconds: counted(60, &|n| t.ago_seconds(n)),
            minutes: counted(60, &|n| t.ago_minutes(n)),
            hours: counted(48, &|n| t.ago_hours(n)),
            days: counted(91, &|n| t.ago_days(n)),
            hour: Cut::of(t.offer_pay_hour(HOLE)),
            mission: Cut::of(t.offer_pay_mission(HOLE)),
            distance: Cut::of(t.offer_at_distance(HOLE)),
            weekdays: dates((5..12).map(|d| NaiveDate::from_ymd_opt(2026, 1, d)).collect(), "%a"),
            months: dates((1..13).map(|m| NaiveDate::from_ymd_opt(2026, m, 1)).collect(), "%b"),
        }
    }

    /// "2 places"
    #[must_use]
    pub fn places(&self, n: u32) -> String {
        self.places.get(n as usize).cloned().unwrap_or_else(|| self.t.offer_places(i64::from(n)))
    }

    /// "Confirmé il y a 4 min", "Non confirmé depuis 2 jours"
    #[must_use]
    pub fn confirmed(&self, ago: Ago, stale: bool) -> String {
        let (list, n) = match ago {
            Ago::Seconds(n) => (&self.seconds, n),
            Ago::Minutes(n) => (&self.minutes, n),
            Ago::Hours(n) => (&self.hours, n),
            Ago::Days(n) => (&self.days, n),
        };
        let known = usize::try_from(n).ok().and_then(|n| list.get(n)).map(String::as_str);
        let sentence = if stale { &self.unconfirmed } else { &self.confirmed };
        known.map_or_else(|| sentence.around(&self.t.ago_days(n)), |ago| sentence.around(ago))
    }

    /// "13,50 € par heure"
    #[must_use]
    pub fn per_hour(&self, amount: &str) -> String {
        self.hour.around(amount)
    }

    /// "45 € pour la mission"
    #[must_use]
    pub fn per_mission(&self, amount: &str) -> String {
        self.mission.around(amount)
    }

    /// "à 4 km"
    #[must_use]
    pub fn distance(&self, distance: &str) -> String {
        self.distance.around(distance)
    }

    /// "mar.", from 0 for Monday.
    #[must_use]
    pub fn weekday(&self, n: u32) -> &str {
        self.weekdays.get(n as usize).map_or("", String::as_str)
    }

    /// "nov.", from 0 for January.
    #[must_use]
    pub fn month(&self, n: u32) -> &str {
        self.months.get(n as usize).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ready_words_are_those_of_the_sentences() {
        let fr = words(Lang::Fr);
        assert_eq!(fr.places(1), texts(Lang::Fr).offer_places(1));
        assert_eq!(fr.places(400), texts(Lang::Fr).offer_places(400));
        assert_eq!(fr.per_hour("13,50\u{a0}€"), texts(Lang::Fr).offer_pay_hour("13,50\u{a0}€"));
        assert_eq!(fr.confirmed(Ago::Minutes(4), false), "Confirmé il y a 4 min");
        assert_eq!(words(Lang::En).distance("4 km"), "4 km away");
        assert_eq!((fr.weekday(1), fr.month(10)), ("mar.", "nov."));
        assert_eq!(
            words(Lang::En).confirmed(Ago::Days(200), true),
            texts(Lang::En).offer_unconfirmed(texts(Lang::En).ago_days(200))
        );
    }
}
