//! Dates that are not like her week: nothing possible that day, or from one hour to another.

use super::desk::Desk;
use super::hours::minutes;
use super::{Section, settled, unread};
use crate::follow_ups::HoursAct;
use crate::kernel::{Id, RuleError};
use crate::people::availability::{Day, coming, exists};
use crate::people::{Window, actions};
use crate::web::signed::ForPerson;
use crate::web::{Error, Fields, Form, Outcome, Page, Signed, say};
use actix_web::HttpResponse;
use actix_web::web::Path;
use chrono::NaiveDate;
use chrono_tz::Tz;

/// A date set apart, in words.
pub(super) struct Apart {
    /// Its key.
    pub id: String,
    /// "samedi 28 novembre"
    pub day: String,
    /// "9 h – 12 h"; nothing when it is closed.
    pub hours: Option<String>,
}

impl Apart {
    /// A date, in the reader's words.
    pub(super) fn of(page: &Page, day: &Day) -> Self {
        let noon = day.date.and_time(chrono::NaiveTime::MIN).and_utc() + chrono::TimeDelta::hours(12);
        let clock = |minutes: u16| say::clock(u32::from(minutes), page.lang);
        Self {
            id: day.id.to_string(),
            day: say::day(noon.into(), chrono_tz::UTC, page.lang),
            hours: day.hours.map(|(start, end)| format!("{}\u{a0}– {}", clock(start), clock(end))),
        }
    }
}

/// The date that was typed, or everything that is wrong with it.
fn read(fields: &Fields, zone: Tz, now: crate::kernel::Instant) -> Result<Day, Vec<RuleError>> {
    let mut wrong = Vec::new();
    let date = date(fields.get("jour"))
        .ok_or_else(|| RuleError::invalid("day-unreadable"))
        .and_then(|date| coming(date, zone, now))
        .map_err(|rule| wrong.push(rule.on("jour")));
    let hours = match fields.get("possible") {
        "non" => Ok(None),
        "oui" => hours(fields, date.ok(), zone).map(Some),
        _ => Err(RuleError::invalid("day-choice-missing").on("possible")),
    };
    let hours = hours.map_err(|rule| wrong.push(rule));
    match (date, hours) {
        (Ok(date), Ok(hours)) => Ok(Day { id: Id::make(), date, hours }),
        _ => Err(wrong),
    }
}

fn hours(fields: &Fields, date: Option<NaiveDate>, zone: Tz) -> Result<(u16, u16), RuleError> {
    let minute = |name: &str| {
        let typed = fields.get(name);
        let code = if typed.is_empty() { "hours-incomplete" } else { "hours-unreadable" };
        let read = minutes(typed).ok_or_else(|| RuleError::invalid(code).on(name))?;
        date.map_or(Ok(()), |date| exists(date, read, zone)).map_err(|rule| rule.on(name))?;
        Ok(read)
    };
    let (start, end) = (minute("de")?, minute("a")?);
    let end = if end == 0 { crate::people::availability::DAY } else { end };
    let window = Window::new(0, start, end).map_err(|rule| rule.on("a"))?;
    Ok((window.start, window.end))
}

/// "2026-11-28" as browsers send it, "28/11/2026" as people write it.
fn date(text: &str) -> Option<NaiveDate> {
    ["%Y-%m-%d", "%d/%m/%Y"].iter().find_map(|format| NaiveDate::parse_from_str(text, format).ok())
}

/// `POST /moi/heures/jours`: sets a date apart.
///
/// # Errors
/// What the database says.
pub async fn set(who: Signed<ForPerson>, Form(fields): Form) -> Outcome<HttpResponse> {
    put(Desk::hers(who), fields).await
}

pub(super) async fn put(desk: Desk, fields: Fields) -> Outcome<HttpResponse> {
    let zone = desk.said().await?.availability.zone();
    let day = match read(&fields, zone, desk.page.now) {
        Ok(day) => day,
        Err(rules) => return unread(desk, fields, Section::Day, &rules, Vec::new()).await,
    };
    let done = desk.set(HoursAct::Day, move |tx, _, hers| actions::set_day_apart(tx, hers, &day)).await;
    settled(desk, fields, Section::Day, done, "day-apart", "jour").await
}

/// `POST /moi/heures/jours/{id}/suppression`: the date is like her week again.
///
/// # Errors
/// `NotFound`, also when it is another's.
pub async fn forget(who: Signed<ForPerson>, id: Path<String>, _form: Form) -> Outcome<HttpResponse> {
    like_the_week(Desk::hers(who), &id).await
}

pub(super) async fn like_the_week(desk: Desk, id: &str) -> Outcome<HttpResponse> {
    let id: Id<Day> = id.parse().map_err(|_| Error::NotFound)?;
    desk.set(HoursAct::Day, move |tx, _, hers| actions::forget_day(tx, hers, id)).await?;
    Ok(desk.back("day-forgotten"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Paris;

    fn told(pairs: &[(&str, &str)]) -> Result<Day, Vec<(String, &'static str)>> {
        let now = chrono::DateTime::parse_from_rfc3339("2026-11-25T11:00:00Z").unwrap().to_utc().into();
        let fields = Fields::of(pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect());
        read(&fields, Paris, now).map_err(|w| w.into_iter().map(|r| (r.field.unwrap_or_default(), r.code)).collect())
    }

    #[test]
    fn a_date_is_read_as_people_write_it_and_each_mistake_stands_by_its_field() {
        let day = told(&[("jour", "28/11/2026"), ("possible", "oui"), ("de", "9h"), ("a", "00:00")]).unwrap();
        assert_eq!((day.date.to_string().as_str(), day.hours), ("2026-11-28", Some((540, 1_440))));
        assert_eq!(told(&[("jour", "2026-11-25"), ("possible", "non")]).unwrap().hours, None, "today still counts");
        let wrong = |pairs| told(pairs).unwrap_err();
        let one = |field: &str, code| vec![(field.to_owned(), code)];
        assert_eq!(wrong(&[("jour", "2026-11-24"), ("possible", "non")]), one("jour", "day-past"));
        assert_eq!(wrong(&[("jour", "2031-01-01"), ("possible", "non")]), one("jour", "day-too-far"));
        assert_eq!(wrong(&[("jour", "31/02/2027"), ("possible", "non")]), one("jour", "day-unreadable"));
        let both = wrong(&[("jour", ""), ("possible", "oui"), ("de", "12:00"), ("a", "9")]);
        assert_eq!(both, [one("jour", "day-unreadable"), one("a", "hours-inverted")].concat());
        assert_eq!(wrong(&[("jour", "2026-11-28")]), one("possible", "day-choice-missing"));
    }

    #[test]
    fn the_hour_that_summer_time_skips_is_named() {
        let night = |from, to| told(&[("jour", "2027-03-28"), ("possible", "oui"), ("de", from), ("a", to)]);
        assert_eq!(night("02:30", "06:00").unwrap_err(), [("de".to_owned(), "hour-skipped")]);
        assert!(night("01:00", "06:00").is_ok(), "across the change, which is one hour shorter");
        let autumn = told(&[("jour", "2027-10-31"), ("possible", "oui"), ("de", "02:30"), ("a", "03:30")]);
        assert!(autumn.is_ok(), "the hour that comes twice");
    }
}
