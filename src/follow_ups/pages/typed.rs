//! What an advisor types in the follow-up's forms, in the person's local time; each thing that is wrong is told by its field.

use crate::follow_ups::newcomers;
use crate::follow_ups::{Advisor, Channel, Contact, Course, EndReason, NextStep, Service, Stage, StepKind, Training};
use crate::kernel::{Id, Instant, RuleError};
use crate::offers::manage::when;
use crate::people::Person;
use crate::web::Fields;
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Tz;

/// A convention is announced at most this long ahead.
const CONVENTION_AHEAD: TimeDelta = TimeDelta::days(366);

type Read<T> = Result<T, Vec<RuleError>>;

/// Each field says what is to be chosen in it.
fn chosen<T>(
    fields: &Fields,
    name: &str,
    code: &'static str,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<T, RuleError> {
    parse(fields.get(name)).ok_or_else(|| RuleError::invalid(code).on(name))
}

/// The start of a day.
pub(super) fn day(fields: &Fields, name: &str, zone: Tz) -> Result<Instant, RuleError> {
    let date = when::date(fields.get(name)).ok_or_else(|| RuleError::invalid("slot-date-unreadable").on(name))?;
    when::instant(date.and_time(NaiveTime::MIN), zone, name)
}

fn moment(fields: &Fields, date: &str, hour: &str, zone: Tz) -> Result<Instant, RuleError> {
    let day = when::date(fields.get(date)).ok_or_else(|| RuleError::invalid("slot-date-unreadable").on(date))?;
    let time = when::hour(fields.get(hour)).ok_or_else(|| RuleError::invalid("slot-hour-unreadable").on(hour))?;
    when::instant(day.and_time(time), zone, hour)
}

/// Everything that is wrong with two things, or both.
fn both<A, B>(a: Result<A, RuleError>, b: Result<B, RuleError>) -> Read<(A, B)> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (a, b) => Err(a.err().into_iter().chain(b.err()).collect()),
    }
}

/// The next step.
pub(super) fn step(fields: &Fields, zone: Tz) -> Read<NextStep> {
    let at = moment(fields, "etape-date", "etape-heure", zone);
    let (kind, at) = both(chosen(fields, "etape-nature", "step-kind-missing", StepKind::parse), at)?;
    Ok(NextStep::new(kind, fields.get("etape-quoi"), fields.get("etape-lieu"), at))
}

/// A training, without a date while it is not known; what is left blank is taken from the course that was chosen at hand.
pub(super) fn training(fields: &Fields, zone: Tz, courses: &[Course]) -> Read<Training> {
    let course = courses.iter().find(|c| c.id.to_string() == fields.get("formation-catalogue"));
    let or = |name: &str, known: Option<&String>| match (fields.get(name), known) {
        ("", Some(known)) => known.clone(),
        (typed, _) => typed.to_owned(),
    };
    let start = match fields.get("formation-debut") {
        "" => Ok(None),
        _ => day(fields, "formation-debut", zone).map(Some),
    };
    let (stage, starts_at) = both(chosen(fields, "formation-etat", "stage-missing", Stage::parse), start)?;
    let ends_at = match fields.get("formation-fin") {
        "" => None,
        // Until the end of its last day.
        _ => Some(day(fields, "formation-fin", zone).map_err(|rule| vec![rule])? + chrono::TimeDelta::hours(24)),
    };
    Ok(Training {
        id: Id::make(),
        stage,
        title: or("formation-titre", course.map(|c| &c.title)),
        provider: or("formation-organisme", course.map(|c| &c.provider)),
        funding: or("formation-financement", course.map(|c| &c.funding)),
        starts_at,
        ends_at,
    })
}

/// A contact that was held, by this advisor. Today is now: nobody types the hour.
pub(super) fn contact(fields: &Fields, zone: Tz, by: Id<Advisor>, now: Instant) -> Read<Contact> {
    let (channel, at) =
        both(chosen(fields, "contact-moyen", "channel-missing", Channel::parse), day(fields, "contact-date", zone))?;
    let today = now.with_timezone(&zone).date_naive() == at.with_timezone(&zone).date_naive();
    let note = fields.get("contact-note").to_owned();
    Ok(Contact { id: Id::make(), advisor: by, channel, note, at: if today { now } else { at } })
}

/// A phone, and that she asked for it to be noted: both are looked at.
pub(super) fn phone(fields: &Fields) -> Read<String> {
    let agreed = fields.is("telephone-accord", "oui");
    let missing = || RuleError::invalid("spoken-consent-missing").on("telephone-accord");
    let typed = match newcomers::phone(fields.get("telephone")) {
        Ok(Some(phone)) => Ok(phone),
        Ok(None) => Err(RuleError::invalid("text-missing").on("telephone")),
        Err(rule) => Err(rule),
    };
    both(typed, agreed.then_some(()).ok_or_else(missing)).map(|(phone, ())| phone)
}

/// Why the follow-up ends.
pub(super) fn end(fields: &Fields) -> Read<EndReason> {
    chosen(fields, "fin-raison", "reason-missing", EndReason::parse).map_err(|rule| vec![rule])
}

/// Who stands in, until the end of which day in Paris, and with whom only, if not with everyone.
pub(super) fn cover(fields: &Fields) -> Read<(Id<Advisor>, Instant, Option<Id<Person>>)> {
    let who = chosen(fields, "conseiller", "colleague-missing", |typed| typed.parse().ok());
    let until = day(fields, "jusqu-au", chrono_tz::Europe::Paris).map(|day| day + chrono::TimeDelta::hours(24));
    let only = match fields.get("personne") {
        "" => None,
        typed => Some(typed.parse().map_err(|_| vec![RuleError::invalid("person-missing").on("personne")])?),
    };
    both(who, until).map(|(who, until)| (who, until, only))
}

/// Since which day the convention holds, in Paris; blank when it was not signed. Not before the proposition that asks for it,
/// nor more than a year ahead.
pub(super) fn convention(fields: &Fields, now: Instant) -> Read<Option<Instant>> {
    if fields.get("convention").is_empty() {
        return Ok(None);
    }
    let wrong = |code| vec![RuleError::invalid(code).on("convention")];
    let from = day(fields, "convention", chrono_tz::Europe::Paris).map_err(|rule| vec![rule])?;
    let date = from.with_timezone(&chrono_tz::Europe::Paris).date_naive();
    if NaiveDate::from_ymd_opt(2018, 11, 1).is_some_and(|first| date < first) {
        return Err(wrong("convention-too-early"));
    }
    if from - now > CONVENTION_AHEAD {
        return Err(wrong("convention-too-late"));
    }
    Ok(Some(from))
}

/// A training to keep at hand.
pub(super) fn course(fields: &Fields, of: Id<Service>) -> Course {
    let own = |name: &str| fields.get(name).to_owned();
    Course { id: Id::make(), service: of, title: own("titre"), provider: own("organisme"), funding: own("financement") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Paris;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields::of(pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect())
    }

    fn at(text: &str) -> Instant {
        chrono::DateTime::parse_from_rfc3339(text).unwrap().to_utc().into()
    }

    #[test]
    fn a_step_is_read_in_her_local_time_and_each_error_stands_by_its_field() {
        let typed = [
            ("etape-nature", "phone"),
            ("etape-quoi", "Point"),
            ("etape-date", "2026-12-04"),
            ("etape-heure", "9 h 30"),
        ];
        assert_eq!(step(&fields(&typed), Paris).unwrap().at, at("2026-12-04T08:30:00Z"));
        assert_eq!(step(&fields(&typed), chrono_tz::Indian::Reunion).unwrap().at, at("2026-12-04T05:30:00Z"));
        let wrong = step(&fields(&[("etape-date", "demain")]), Paris).unwrap_err();
        let told: Vec<_> = wrong.iter().map(|r| (r.code, r.field.as_deref().unwrap())).collect();
        assert_eq!(told, [("step-kind-missing", "etape-nature"), ("slot-date-unreadable", "etape-date")]);
        let night = [("etape-nature", "phone"), ("etape-date", "2026-03-29"), ("etape-heure", "02:30")];
        assert_eq!(step(&fields(&night), Paris).unwrap_err()[0].code, "slot-hour-skipped");
    }

    #[test]
    fn a_convention_is_dated_within_sense() {
        let now = at("2026-11-25T11:00:00Z");
        let read = |typed: &str| convention(&fields(&[("convention", typed)]), now).map_err(|rules| rules[0].code);
        assert_eq!(read(""), Ok(None));
        assert!(read("2018-11-01").is_ok() && read("2027-11-25").is_ok());
        assert_eq!(read("2018-10-31"), Err("convention-too-early"));
        assert_eq!(read("2027-12-25"), Err("convention-too-late"));
        assert_eq!(read("hier"), Err("slot-date-unreadable"));
    }

    #[test]
    fn a_training_takes_what_is_blank_from_the_course_at_hand() {
        let course = Course {
            id: Id::make(),
            service: Id::make(),
            title: "Cuisine".into(),
            provider: "Greta".into(),
            funding: "Région".into(),
        };
        let id = course.id.to_string();
        let typed = fields(&[
            ("formation-catalogue", id.as_str()),
            ("formation-etat", "wish"),
            ("formation-financement", "CPF"),
            ("formation-debut", "2027-01-04"),
        ]);
        let read = training(&typed, Paris, &[course]).unwrap();
        assert_eq!((read.title.as_str(), read.provider.as_str(), read.funding.as_str()), ("Cuisine", "Greta", "CPF"));
        assert_eq!(read.starts_at, Some(at("2027-01-03T23:00:00Z")));
        let undated = |stage| {
            let typed = fields(&[("formation-titre", "CACES"), ("formation-etat", stage)]);
            training(&typed, Paris, &[]).unwrap().check().map_err(|rule| (rule.code, rule.field))
        };
        assert_eq!((undated("wish"), undated("prescribed")), (Ok(()), Ok(())), "a wish has no date");
        assert_eq!(undated("enrolled"), Err(("training-undated", Some("formation-debut".into()))));
    }
}
