//! People and their weeks; and, apart, the private choice, read only with the proof that the reader is herself.

mod availability;
mod letters;

use crate::db::schema::{account, availability as hours, person, private_choice};
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::kernel::{Email, Id, Instant};
use crate::offers::Offer;
use crate::people::{Choice, Herself, Person, Window, joined};
use diesel::prelude::*;
use std::collections::HashMap;

/// People asked for in one question.
const AT_ONCE: usize = 5_000;

pub use availability::{availabilities, availability, delete_day, insert_day, set_home, set_limits, sweep_days};
pub use letters::{preference, resume_letters, set_preference, stop_letters, stopped_letters};

type Row = (Id<Person>, String, String, Option<String>, Option<String>, Option<String>, i32, bool);

macro_rules! columns {
    () => {
        (
            person::id,
            person::first_name,
            person::last_name,
            account::email,
            person::phone,
            person::insee,
            person::radius_km,
            person::receives_proposals,
        )
    };
}

fn read(row: Row, week: Vec<Window>) -> Result<Person> {
    let (id, first_name, last_name, email, phone, insee, radius, receives_proposals) = row;
    let email = Email::kept(email.as_deref()).map_err(|_| Error::corrupt("account", id, "email"))?;
    let radius_km = u32::try_from(radius).map_err(|_| Error::corrupt("person", id, "radius_km"))?;
    Ok(Person { id, first_name, last_name, email, phone, insee, radius_km, receives_proposals, week: joined(week) })
}

/// Adds a person; her account exists already.
///
/// # Errors
/// What the database says.
pub fn insert(tx: &mut Tx<'_>, new: &Person) -> Result<()> {
    let values = (
        person::id.eq(new.id),
        person::first_name.eq(&new.first_name),
        person::last_name.eq(&new.last_name),
        person::phone.eq(new.phone.as_deref()),
        person::insee.eq(new.insee.as_deref()),
        person::radius_km.eq(i32::try_from(new.radius_km).unwrap_or(200)),
        person::receives_proposals.eq(new.receives_proposals),
    );
    each!(tx, |c| diesel::insert_into(person::table).values(values).execute(c))?;
    set_week(tx, new.id, &new.week)
}

/// Replaces her week.
///
/// # Errors
/// What the database says.
pub fn set_week(tx: &mut Tx<'_>, id: Id<Person>, week: &[Window]) -> Result<()> {
    each!(tx, |c| diesel::delete(hours::table.filter(hours::person_id.eq(id))).execute(c))?;
    let rows: Vec<_> = week
        .iter()
        .map(|w| {
            (
                hours::id.eq(Id::<Window>::make()),
                hours::person_id.eq(id),
                hours::weekday.eq(i32::from(w.weekday)),
                hours::start_minute.eq(i32::from(w.start)),
                hours::end_minute.eq(i32::from(w.end)),
            )
        })
        .collect();
    if !rows.is_empty() {
        each!(tx, |c| diesel::insert_into(hours::table).values(&rows).execute(c))?;
    }
    Ok(())
}

/// Whether she wants proposals.
///
/// # Errors
/// What the database says.
pub fn set_receives_proposals(tx: &mut Tx<'_>, id: Id<Person>, yes: bool) -> Result<()> {
    each!(tx, |c| diesel::update(person::table.find(id)).set(person::receives_proposals.eq(yes)).execute(c))?;
    Ok(())
}

/// Her phone.
///
/// # Errors
/// What the database says.
pub fn set_phone(tx: &mut Tx<'_>, id: Id<Person>, phone: Option<&str>) -> Result<()> {
    each!(tx, |c| diesel::update(person::table.find(id)).set(person::phone.eq(phone)).execute(c))?;
    Ok(())
}

/// The person with this key.
///
/// # Errors
/// `NotFound`.
pub fn by_id(conn: &mut Conn, id: Id<Person>) -> Result<Person> {
    by_ids(conn, &[id])?.pop().ok_or(Error::NotFound)
}

/// Some people, with their weeks, by name.
///
/// # Errors
/// What the database says.
pub fn by_ids(conn: &mut Conn, ids: &[Id<Person>]) -> Result<Vec<Person>> {
    let mut all = Vec::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        all.extend(by_some(conn, some)?);
    }
    all.sort_by(|a: &Person, b| (&a.last_name, &a.first_name, a.id).cmp(&(&b.last_name, &b.first_name, b.id)));
    Ok(all)
}

fn by_some(conn: &mut Conn, ids: &[Id<Person>]) -> Result<Vec<Person>> {
    let rows: Vec<Row> = each!(conn, |c| person::table
        .inner_join(account::table.on(account::id.eq(person::id)))
        .filter(person::id.eq_any(ids))
        .order((person::last_name, person::first_name, person::id))
        .select(columns!())
        .load(c))?;
    let mut weeks = weeks(conn, ids)?;
    rows.into_iter()
        .map(|row| {
            let week = weeks.remove(&row.0).unwrap_or_default();
            read(row, week)
        })
        .collect()
}

fn weeks(conn: &mut Conn, ids: &[Id<Person>]) -> Result<HashMap<Id<Person>, Vec<Window>>> {
    let rows: Vec<(Id<Person>, i32, i32, i32)> = each!(conn, |c| hours::table
        .filter(hours::person_id.eq_any(ids))
        .select((hours::person_id, hours::weekday, hours::start_minute, hours::end_minute))
        .load(c))?;
    let mut weeks: HashMap<Id<Person>, Vec<Window>> = HashMap::new();
    for (id, weekday, start, end) in rows {
        let wrong = |_| Error::corrupt("availability", id, "start_minute");
        let window = Window {
            weekday: u8::try_from(weekday).map_err(wrong)?,
            start: u16::try_from(start).map_err(wrong)?,
            end: u16::try_from(end).map_err(wrong)?,
        };
        weeks.entry(id).or_default().push(window);
    }
    Ok(weeks)
}

/// Keeps her private choice, in place of the one before.
///
/// # Errors
/// What the database says.
pub fn choose(tx: &mut Tx<'_>, who: Herself, offer: Id<Offer>, choice: Choice, delete_after: Instant) -> Result<()> {
    let set = (private_choice::choice.eq(choice.as_str()), private_choice::delete_after.eq(delete_after));
    let key = (private_choice::person_id.eq(who.id()), private_choice::offer_id.eq(offer));
    each!(tx, |c| diesel::insert_into(private_choice::table)
        .values((key, set))
        .on_conflict((private_choice::person_id, private_choice::offer_id))
        .do_update()
        .set(set)
        .execute(c))?;
    Ok(())
}

/// Forgets her private choice.
///
/// # Errors
/// What the database says.
pub fn forget(tx: &mut Tx<'_>, who: Herself, offer: Id<Offer>) -> Result<()> {
    let own = private_choice::table.find((who.id(), offer));
    each!(tx, |c| diesel::delete(own).execute(c))?;
    Ok(())
}

/// Her private choices, for her own eyes.
///
/// # Errors
/// What the database says.
pub fn choices(conn: &mut Conn, who: Herself) -> Result<HashMap<Id<Offer>, Choice>> {
    let rows: Vec<(Id<Offer>, String)> = each!(conn, |c| private_choice::table
        .filter(private_choice::person_id.eq(who.id()))
        .select((private_choice::offer_id, private_choice::choice))
        .load(c))?;
    let parse = |(offer, word): (Id<Offer>, String)| {
        Choice::parse(&word).map(|c| (offer, c)).ok_or_else(|| Error::corrupt("private_choice", offer, "choice"))
    };
    rows.into_iter().map(parse).collect()
}

/// Her private choice about one offer.
///
/// # Errors
/// What the database says.
pub fn choice(conn: &mut Conn, who: Herself, offer: Id<Offer>) -> Result<Option<Choice>> {
    Ok(choices(conn, who)?.remove(&offer))
}

/// Deletes the choices whose time has come (I15).
///
/// # Errors
/// What the database says.
pub fn sweep_choices(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let due = private_choice::table.filter(private_choice::delete_after.le(now));
    Ok(each!(tx, |c| diesel::delete(due).execute(c))?)
}
