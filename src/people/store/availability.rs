//! What goes with her week, as rows: limits, and the dates that are not like it. A date that is over is deleted (I15).

use crate::db::schema::{availability_day, availability_terms, person};
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::geo::travel::Mode;
use crate::kernel::{Id, Instant, retention};
use crate::people::availability::{Availability, Day, Limits};
use crate::people::{HerHours, Person};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashMap;

type LimitsRow = (Id<Person>, Option<String>, i32, Option<i32>, Option<i32>, Option<Instant>);
type DayRow = (Id<Day>, Id<Person>, String, Option<i32>, Option<i32>);

fn read_limits(row: LimitsRow) -> Result<(Id<Person>, Limits)> {
    let (id, mode, notice, shortest, longest, ready_until) = row;
    let wrong = |column| Error::corrupt("availability_terms", id, column);
    let minutes = |value: Option<i32>| value.and_then(|v| u32::try_from(v).ok());
    let mode = mode.map(|word| Mode::parse(&word).ok_or_else(|| wrong("mode"))).transpose()?;
    let notice_minutes = u32::try_from(notice).map_err(|_| wrong("notice_minutes"))?;
    let (shortest, longest) = (minutes(shortest), minutes(longest));
    Ok((id, Limits { mode, notice_minutes, shortest, longest, ready_until }))
}

fn read_day(row: DayRow) -> Result<(Id<Person>, Day)> {
    let (id, person, day, start, end) = row;
    let wrong = |column| Error::corrupt("availability_day", id, column);
    let date = NaiveDate::parse_from_str(&day, "%Y-%m-%d").map_err(|_| wrong("day"))?;
    let minute = |value: i32| u16::try_from(value).map_err(|_| wrong("start_minute"));
    let hours = match start.zip(end) {
        Some((start, end)) => Some((minute(start)?, minute(end)?)),
        None => None,
    };
    Ok((person, Day { id, date, hours }))
}

/// What these people said of when and how far they can work.
///
/// # Errors
/// What the database says.
pub fn availabilities(conn: &mut Conn, people: &[Person]) -> Result<HashMap<Id<Person>, Availability>> {
    let ids: Vec<Id<Person>> = people.iter().map(|person| person.id).collect();
    let limits: Vec<LimitsRow> =
        each!(conn, |c| availability_terms::table.filter(availability_terms::person_id.eq_any(&ids)).load(c))?;
    let limits: HashMap<_, _> = limits.into_iter().map(read_limits).collect::<Result<_>>()?;
    let rows: Vec<DayRow> = each!(conn, |c| availability_day::table
        .filter(availability_day::person_id.eq_any(&ids))
        .order((availability_day::day, availability_day::start_minute, availability_day::id))
        .load(c))?;
    let mut days: HashMap<Id<Person>, Vec<Day>> = HashMap::new();
    for row in rows {
        let (person, day) = read_day(row)?;
        days.entry(person).or_default().push(day);
    }
    let whole = |person: &Person| {
        let limits = limits.get(&person.id).copied().unwrap_or_default();
        (person.id, Availability::of(person, days.remove(&person.id).unwrap_or_default(), limits))
    };
    Ok(people.iter().map(whole).collect())
}

/// What one person said of when and how far she can work.
///
/// # Errors
/// What the database says.
pub fn availability(conn: &mut Conn, person: &Person) -> Result<Availability> {
    availabilities(conn, std::slice::from_ref(person))?.remove(&person.id).ok_or(Error::NotFound)
}

/// Replaces her limits.
///
/// # Errors
/// What the database says.
pub fn set_limits(tx: &mut Tx<'_>, who: HerHours, limits: &Limits) -> Result<()> {
    let minutes = |value: Option<u32>| value.map(|v| i32::try_from(v).unwrap_or(i32::MAX));
    let set = (
        availability_terms::mode.eq(limits.mode.map(Mode::as_str)),
        availability_terms::notice_minutes.eq(i32::try_from(limits.notice_minutes).unwrap_or(i32::MAX)),
        availability_terms::shortest_minutes.eq(minutes(limits.shortest)),
        availability_terms::longest_minutes.eq(minutes(limits.longest)),
        availability_terms::ready_until.eq(limits.ready_until),
    );
    each!(tx, |c| diesel::insert_into(availability_terms::table)
        .values((availability_terms::person_id.eq(who.id()), set))
        .on_conflict(availability_terms::person_id)
        .do_update()
        .set(set)
        .execute(c))?;
    Ok(())
}

/// Where she lives and how far she goes.
///
/// # Errors
/// What the database says.
pub fn set_home(tx: &mut Tx<'_>, who: HerHours, insee: Option<&str>, radius_km: u32) -> Result<()> {
    let set = (person::insee.eq(insee), person::radius_km.eq(i32::try_from(radius_km).unwrap_or(200)));
    each!(tx, |c| diesel::update(person::table.find(who.id())).set(set).execute(c))?;
    Ok(())
}

/// Sets a date apart.
///
/// # Errors
/// What the database says.
pub fn insert_day(tx: &mut Tx<'_>, who: HerHours, new: &Day) -> Result<()> {
    let values = (
        availability_day::id.eq(new.id),
        availability_day::person_id.eq(who.id()),
        availability_day::day.eq(new.date.format("%Y-%m-%d").to_string()),
        availability_day::start_minute.eq(new.hours.map(|(start, _)| i32::from(start))),
        availability_day::end_minute.eq(new.hours.map(|(_, end)| i32::from(end))),
    );
    each!(tx, |c| diesel::insert_into(availability_day::table).values(values).execute(c))?;
    Ok(())
}

/// A date is like the week again.
///
/// # Errors
/// `NotFound`, also when it is another's.
pub fn delete_day(tx: &mut Tx<'_>, who: HerHours, id: Id<Day>) -> Result<()> {
    let hers = availability_day::table.find(id).filter(availability_day::person_id.eq(who.id()));
    match each!(tx, |c| diesel::delete(hers).execute(c))? {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
}

/// Forgets dates that are over everywhere, and a "now" that has ended.
///
/// # Errors
/// What the database says.
pub fn sweep_days(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let last = (now - retention::DAY_APART.span()).date_naive().format("%Y-%m-%d").to_string();
    let over = availability_day::table.filter(availability_day::day.le(last));
    let ended = availability_terms::table.filter(availability_terms::ready_until.le(now));
    let cleared = availability_terms::ready_until.eq(None::<Instant>);
    each!(tx, |c| diesel::update(ended).set(cleared).execute(c))?;
    Ok(each!(tx, |c| diesel::delete(over).execute(c))?)
}
