//! Searches as rows. What a page reads asks for the proof that the reader is herself; what her letters need is in `heard`,
//! for this capability alone. Every change takes the next version, so that each node knows what it has not read yet.

pub(super) mod heard;

use crate::db::schema::{saved_search, search_mark};
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::kernel::{Id, Instant};
use crate::people::{Herself, Person};
use crate::searches::asked::Wanted;
use crate::searches::{Frequency, SavedSearch, Seen, Stop};
use diesel::prelude::*;

type Key = Id<SavedSearch>;
type Row = (Key, Id<Person>, String, String, String, Option<Vec<u8>>, Instant, Instant, Option<Instant>);

macro_rules! columns {
    () => {
        (
            crate::db::schema::saved_search::id,
            crate::db::schema::saved_search::person_id,
            crate::db::schema::saved_search::query,
            crate::db::schema::saved_search::name,
            crate::db::schema::saved_search::frequency,
            crate::db::schema::saved_search::seen,
            crate::db::schema::saved_search::created_at,
            crate::db::schema::saved_search::looked_at,
            crate::db::schema::saved_search::stopped_at,
        )
    };
}
use columns;

fn read(row: Row) -> Result<SavedSearch> {
    let (id, person, query, name, frequency, seen, created_at, looked_at, stopped_at) = row;
    let frequency = Frequency::parse(&frequency).ok_or_else(|| Error::corrupt("saved_search", id, "frequency"))?;
    let seen = Seen::kept(seen);
    Ok(SavedSearch { id, person, query, name, frequency, seen, created_at, looked_at, stopped_at })
}

/// The next version.
fn next(tx: &mut Tx<'_>) -> Result<i64> {
    let one = search_mark::version.eq(search_mark::version + 1);
    Ok(each!(tx, |c| diesel::update(search_mark::table.find(1))
        .set(one)
        .returning(search_mark::version)
        .get_result(c))?)
}

/// Her searches, latest first.
///
/// # Errors
/// What the database says.
pub fn of(conn: &mut Conn, who: Herself) -> Result<Vec<SavedSearch>> {
    let rows: Vec<Row> = each!(conn, |c| saved_search::table
        .filter(saved_search::person_id.eq(who.id()))
        .order((saved_search::created_at.desc(), saved_search::id.desc()))
        .select(columns!())
        .load(c))?;
    rows.into_iter().map(read).collect()
}

/// One of her searches.
///
/// # Errors
/// `NotFound`, also when it is another's.
pub fn one(conn: &mut Conn, who: Herself, id: Key) -> Result<SavedSearch> {
    let row: Row = each!(conn, |c| saved_search::table
        .find(id)
        .filter(saved_search::person_id.eq(who.id()))
        .select(columns!())
        .first(c))?;
    read(row)
}

/// How many searches a person keeps, and which of them asks this, if one does.
pub(super) fn alike(tx: &mut Tx<'_>, person: Id<Person>, query: &str) -> Result<(usize, Option<Key>)> {
    let all: Vec<(Key, String)> = each!(tx, |c| saved_search::table
        .filter(saved_search::person_id.eq(person))
        .select((saved_search::id, saved_search::query))
        .load(c))?;
    Ok((all.len(), all.into_iter().find(|(_, known)| known == query).map(|(id, _)| id)))
}

/// Keeps a search.
pub(super) fn insert(tx: &mut Tx<'_>, now: Instant, person: Id<Person>, wanted: &Wanted) -> Result<Key> {
    let (id, version) = (Id::make(), next(tx)?);
    let values = (
        saved_search::id.eq(id),
        saved_search::person_id.eq(person),
        saved_search::query.eq(&wanted.query),
        saved_search::name.eq(&wanted.name),
        saved_search::frequency.eq(wanted.frequency.as_str()),
        saved_search::version.eq(version),
        saved_search::seen.eq(wanted.seen.bytes()),
        saved_search::created_at.eq(now),
        saved_search::looked_at.eq(now),
    );
    each!(tx, |c| diesel::insert_into(saved_search::table).values(values).execute(c))?;
    Ok(id)
}

/// Gives a search its name.
pub(super) fn rename(tx: &mut Tx<'_>, id: Key, name: &str) -> Result<()> {
    each!(tx, |c| diesel::update(saved_search::table.find(id)).set(saved_search::name.eq(name)).execute(c))?;
    Ok(())
}

/// Sets how often a person is written to about one of her searches; letters that were stopped leave again.
pub(super) fn set_frequency(tx: &mut Tx<'_>, person: Id<Person>, id: Key, frequency: Frequency) -> Result<()> {
    let set = (
        saved_search::frequency.eq(frequency.as_str()),
        saved_search::version.eq(next(tx)?),
        saved_search::stopped_at.eq(None::<Instant>),
    );
    let hers = saved_search::table.find(id).filter(saved_search::person_id.eq(person));
    found(each!(tx, |c| diesel::update(hers).set(set).execute(c))?)
}

/// Notes that she opened one of her searches.
pub(super) fn looked(tx: &mut Tx<'_>, now: Instant, who: Herself, id: Key) -> Result<()> {
    let hers = saved_search::table.find(id).filter(saved_search::person_id.eq(who.id()));
    found(each!(tx, |c| diesel::update(hers).set(saved_search::looked_at.eq(now)).execute(c))?)
}

/// Forgets one of her searches, and all that was told for it.
pub(super) fn delete(tx: &mut Tx<'_>, who: Herself, id: Key) -> Result<()> {
    next(tx)?;
    let hers = saved_search::table.find(id).filter(saved_search::person_id.eq(who.id()));
    found(each!(tx, |c| diesel::delete(hers).execute(c))?)
}

/// Stops letters; again or after a deletion, it changes nothing.
pub(super) fn stop(tx: &mut Tx<'_>, now: Instant, what: Stop) -> Result<()> {
    let set = (saved_search::stopped_at.eq(Some(now)), saved_search::version.eq(next(tx)?));
    let live = saved_search::table.filter(saved_search::stopped_at.is_null());
    match what {
        Stop::One(id) => each!(tx, |c| diesel::update(live.filter(saved_search::id.eq(id))).set(set).execute(c))?,
        Stop::All(person) => {
            each!(tx, |c| diesel::update(live.filter(saved_search::person_id.eq(person))).set(set).execute(c))?
        }
        Stop::Kind(..) | Stop::Device(_) => 0,
    };
    Ok(())
}

const fn found(rows: usize) -> Result<()> {
    if rows == 0 { Err(Error::NotFound) } else { Ok(()) }
}
