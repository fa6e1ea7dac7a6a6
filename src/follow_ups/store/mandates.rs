//! Mandates, colleagues and files of people, as rows.

use crate::db::schema::{account, advisor, follow_up, mandate as mandates, people_import, person};
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::follow_ups::actions::mandates::Import;
use crate::follow_ups::newcomers::Newcomer;
use crate::follow_ups::{Advisor, FollowUp, MandateKind, Service};
use crate::kernel::{Id, Instant};
use crate::people::Person;
use diesel::prelude::*;

/// The advisors of a service who still work there, by name.
///
/// # Errors
/// What the database says.
pub fn colleagues(conn: &mut Conn, of: Id<Service>) -> Result<Vec<(Id<Advisor>, String)>> {
    Ok(each!(conn, |c| advisor::table
        .inner_join(account::table.on(account::id.eq(advisor::id)))
        .filter(advisor::service_id.eq(of))
        .filter(advisor::left_at.is_null())
        .order((account::name, advisor::id))
        .select((advisor::id, account::name))
        .load(c))?)
}

/// Those whose referent an advisor is now.
///
/// # Errors
/// What the database says.
pub fn of_referent(conn: &mut Conn, now: Instant, who: Id<Advisor>) -> Result<Vec<Id<Person>>> {
    Ok(each!(conn, |c| mandates::table
        .filter(mandates::advisor_id.eq(who))
        .filter(mandates::kind.eq(MandateKind::Referent.as_str()))
        .filter(mandates::from_at.le(now))
        .filter(mandates::until_at.is_null().or(mandates::until_at.gt(now)))
        .order(mandates::person_id)
        .select(mandates::person_id)
        .load(c))?)
}

/// Ends what some advisors have of a person; what began at this very instant never was.
///
/// # Errors
/// What the database says.
pub fn end(tx: &mut Tx<'_>, now: Instant, person: Id<Person>, whose: &[Id<Advisor>]) -> Result<()> {
    let theirs = mandates::table.filter(mandates::person_id.eq(person)).filter(mandates::advisor_id.eq_any(whose));
    each!(tx, |c| diesel::delete(theirs.clone().filter(mandates::from_at.ge(now))).execute(c))?;
    let held = theirs.filter(mandates::until_at.is_null().or(mandates::until_at.gt(now)));
    each!(tx, |c| diesel::update(held).set(mandates::until_at.eq(Some(now))).execute(c))?;
    Ok(())
}

/// Ends the covers of an advisor on some people; tells how many.
///
/// # Errors
/// What the database says.
pub fn end_covers(tx: &mut Tx<'_>, now: Instant, by: Id<Advisor>, people: &[Id<Person>]) -> Result<usize> {
    let covers = mandates::table
        .filter(mandates::advisor_id.eq(by))
        .filter(mandates::kind.eq(MandateKind::Cover.as_str()))
        .filter(mandates::person_id.eq_any(people));
    let fresh = each!(tx, |c| diesel::delete(covers.clone().filter(mandates::from_at.ge(now))).execute(c))?;
    let held = covers.filter(mandates::until_at.gt(now));
    Ok(fresh + each!(tx, |c| diesel::update(held).set(mandates::until_at.eq(Some(now))).execute(c))?)
}

/// Opens a cover, dated.
///
/// # Errors
/// What the database says.
pub fn insert_cover(tx: &mut Tx<'_>, now: Instant, by: Id<Advisor>, person: Id<Person>, until: Instant) -> Result<()> {
    let values = (
        mandates::id.eq(Id::<MandateKind>::make()),
        mandates::person_id.eq(person),
        mandates::advisor_id.eq(by),
        mandates::kind.eq(MandateKind::Cover.as_str()),
        mandates::from_at.eq(now),
        mandates::until_at.eq(Some(until)),
    );
    each!(tx, |c| diesel::insert_into(mandates::table).values(values).execute(c))?;
    Ok(())
}

/// Who stands in, until when, for how many people.
pub type Cover = (Id<Advisor>, String, Option<Instant>, i64);

/// The covers of some people that hold now: who stands in, until when, for how many of them.
///
/// # Errors
/// What the database says.
pub fn covers(conn: &mut Conn, now: Instant, people: &[Id<Person>]) -> Result<Vec<Cover>> {
    let rows: Vec<(Id<Advisor>, String, Option<Instant>)> = each!(conn, |c| mandates::table
        .inner_join(account::table.on(account::id.eq(mandates::advisor_id)))
        .filter(mandates::kind.eq(MandateKind::Cover.as_str()))
        .filter(mandates::person_id.eq_any(people))
        .filter(mandates::from_at.le(now))
        .filter(mandates::until_at.gt(now))
        .order((account::name, mandates::advisor_id, mandates::until_at))
        .select((mandates::advisor_id, account::name, mandates::until_at))
        .load(c))?;
    let mut out: Vec<Cover> = Vec::new();
    for (by, name, until) in rows {
        match out.last_mut() {
            Some(last) if last.0 == by && last.2 == until => last.3 += 1,
            _ => out.push((by, name, until, 1)),
        }
    }
    Ok(out)
}

/// How many people an advisor has been entrusted with since an instant, in a quality that holds now.
///
/// # Errors
/// What the database says.
pub fn begun_since(conn: &mut Conn, now: Instant, who: Id<Advisor>, kind: MandateKind, since: Instant) -> Result<i64> {
    Ok(each!(conn, |c| mandates::table
        .filter(mandates::advisor_id.eq(who))
        .filter(mandates::kind.eq(kind.as_str()))
        .filter(mandates::from_at.ge(since))
        .filter(mandates::until_at.is_null().or(mandates::until_at.gt(now)))
        .count()
        .get_result(c))?)
}

/// Whether an advisor follows somebody of this name, and of this phone when one is given: a file that is given again makes no
/// double, also of who has come to have a phone or an address since, and a phone tells a namesake apart.
///
/// # Errors
/// What the database says.
pub fn follows_alike(conn: &mut Conn, now: Instant, who: Id<Advisor>, new: &Newcomer) -> Result<bool> {
    let phone = new.phone.as_deref();
    let alike: Vec<Option<String>> = each!(conn, |c| mandates::table
        .inner_join(person::table.on(person::id.eq(mandates::person_id)))
        .filter(mandates::advisor_id.eq(who))
        .filter(mandates::until_at.is_null().or(mandates::until_at.gt(now)))
        .filter(person::first_name.eq(&new.first_name))
        .filter(person::last_name.eq(&new.last_name))
        .select(person::phone)
        .load(c))?;
    Ok(alike.iter().any(|known| phone.is_none() || known.as_deref() == phone))
}

/// Another referent.
///
/// # Errors
/// What the database says.
pub fn set_referent(tx: &mut Tx<'_>, id: Id<FollowUp>, to: Id<Advisor>) -> Result<()> {
    each!(tx, |c| diesel::update(follow_up::table.find(id)).set(follow_up::referent_id.eq(to)).execute(c))?;
    Ok(())
}

fn written<T: serde::Serialize>(id: Id<Import>, value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|_| Error::corrupt("people_import", id, "todo"))
}

/// Keeps a file of people.
///
/// # Errors
/// What the database says.
pub fn insert_import(tx: &mut Tx<'_>, now: Instant, new: &Import) -> Result<()> {
    let values = (
        people_import::id.eq(new.id),
        people_import::advisor_id.eq(new.advisor),
        people_import::created_at.eq(now),
        people_import::total.eq(i32::try_from(new.total).unwrap_or(i32::MAX)),
        people_import::todo.eq(written(new.id, &new.lines)?),
        people_import::report.eq(written(new.id, &new.report)?),
    );
    each!(tx, |c| diesel::insert_into(people_import::table).values(values).execute(c))?;
    Ok(())
}

/// Keeps how far it is.
///
/// # Errors
/// What the database says.
pub fn save_import(tx: &mut Tx<'_>, changed: &Import) -> Result<()> {
    let set = (
        people_import::todo.eq(written(changed.id, &changed.lines)?),
        people_import::report.eq(written(changed.id, &changed.report)?),
    );
    each!(tx, |c| diesel::update(people_import::table.find(changed.id)).set(set).execute(c))?;
    Ok(())
}

/// A file of people.
///
/// # Errors
/// `NotFound`.
pub fn import(conn: &mut Conn, id: Id<Import>) -> Result<Import> {
    let (advisor, total, todo, report): (Id<Advisor>, i32, String, String) = each!(conn, |c| people_import::table
        .find(id)
        .select((people_import::advisor_id, people_import::total, people_import::todo, people_import::report))
        .first(c))?;
    let wrong = |column| move || Error::corrupt("people_import", id, column);
    Ok(Import {
        id,
        advisor,
        total: usize::try_from(total).map_err(|_| wrong("total")())?,
        lines: serde_json::from_str(&todo).map_err(|_| wrong("todo")())?,
        report: serde_json::from_str(&report).map_err(|_| wrong("report")())?,
    })
}

/// Forgets the files that were given before an instant.
///
/// # Errors
/// What the database says.
pub fn drop_imports(tx: &mut Tx<'_>, before: Instant) -> Result<usize> {
    let old = people_import::table.filter(people_import::created_at.lt(before));
    Ok(each!(tx, |c| diesel::delete(old).execute(c))?)
}
