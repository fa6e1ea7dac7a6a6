//! What answered, and what was told. `search_mark` says up to which number of the journal searches were heard: it moves in
//! the transaction that keeps what answered, and only from where it was read, so that of several nodes one counts, and after
//! a crash nothing is lost. A row of `search_match` is an offer that is told once for a search; it stays until a week after
//! the offer's end, so that this holds through restarts, changes and other nodes. What waits for its letter has none yet.

use super::columns;
use crate::db::schema::{saved_search, search_mark, search_match};
use crate::db::{Conn, Result, Tx};
use crate::each;
use crate::jobs::Job;
use crate::kernel::{Id, Instant};
use crate::offers::Offer;
use crate::people::Person;
use crate::searches::{Frequency, Match, SavedSearch};
use diesel::prelude::*;
use std::collections::HashMap;

type Key = Id<SavedSearch>;

/// Rows in one statement: SQLite accepts 32,766 bound values.
const CHUNK: usize = 500;

/// Up to where searches were heard, and how many times one was saved, changed or deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// A number of the journal.
    pub seq: i64,
    /// The last version.
    pub version: i64,
}

/// Where the mark is.
pub fn mark(conn: &mut Conn) -> Result<Mark> {
    let (seq, version) = each!(conn, |c| search_mark::table
        .find(1)
        .select((search_mark::seq, search_mark::version))
        .first::<(i64, i64)>(c))?;
    Ok(Mark { seq, version })
}

/// Moves the mark on; tells whether it still was where it was read, and no search had changed since.
pub fn move_mark(tx: &mut Tx<'_>, from: Mark, to: i64) -> Result<bool> {
    let there =
        search_mark::table.find(1).filter(search_mark::seq.eq(from.seq)).filter(search_mark::version.eq(from.version));
    Ok(each!(tx, |c| diesel::update(there).set(search_mark::seq.eq(to)).execute(c))? == 1)
}

/// What changed after a version: key, query string, and whether its letters are stopped.
pub fn changed_since(conn: &mut Conn, version: i64) -> Result<Vec<(Key, String, Option<Instant>)>> {
    Ok(each!(conn, |c| saved_search::table
        .filter(saved_search::version.gt(version))
        .select((saved_search::id, saved_search::query, saved_search::stopped_at))
        .load(c))?)
}

/// Some searches, by key.
pub fn by_ids(conn: &mut Conn, ids: &[Key]) -> Result<HashMap<Key, SavedSearch>> {
    let mut found = HashMap::new();
    for chunk in ids.chunks(CHUNK) {
        let rows: Vec<super::Row> =
            each!(conn, |c| saved_search::table.filter(saved_search::id.eq_any(chunk)).select(columns!()).load(c))?;
        for row in rows {
            found.insert(row.0, super::read(row)?);
        }
    }
    Ok(found)
}

/// Which of these answers are kept already, each with when it will be forgotten.
fn kept(tx: &mut Tx<'_>, some: &[Match]) -> Result<HashMap<(Key, Id<Offer>), Instant>> {
    let distinct = |ids: Vec<uuid::Uuid>| ids.into_iter().collect::<std::collections::BTreeSet<_>>();
    let searches: Vec<Key> =
        distinct(some.iter().map(|m| m.search.uuid()).collect()).into_iter().map(Id::from_uuid).collect();
    let offers: Vec<Id<Offer>> =
        distinct(some.iter().map(|m| m.offer.uuid()).collect()).into_iter().map(Id::from_uuid).collect();
    let rows: Vec<(Key, Id<Offer>, Instant)> = each!(tx, |c| search_match::table
        .filter(search_match::search_id.eq_any(&searches))
        .filter(search_match::offer_id.eq_any(&offers))
        .select((search_match::search_id, search_match::offer_id, search_match::delete_after))
        .load(c))?;
    Ok(rows.into_iter().map(|(search, offer, until)| ((search, offer), until)).collect())
}

/// Keeps what answered; tells what had not been told yet. Of what had, only a later end is noted.
pub fn keep(tx: &mut Tx<'_>, now: Instant, matches: &[Match]) -> Result<Vec<Match>> {
    let mut fresh = Vec::new();
    for chunk in matches.chunks(CHUNK) {
        let known = kept(tx, chunk)?;
        for found in chunk {
            match known.get(&(found.search, found.offer)) {
                None => fresh.push(*found),
                Some(until) if *until < found.delete_after => {
                    let row = search_match::table.find((found.search, found.offer));
                    let later = search_match::delete_after.eq(found.delete_after);
                    each!(tx, |c| diesel::update(row).set(later).execute(c))?;
                }
                Some(_) => {}
            }
        }
    }
    for chunk in fresh.chunks(CHUNK) {
        let rows: Vec<_> = chunk
            .iter()
            .map(|m| {
                (
                    search_match::search_id.eq(m.search),
                    search_match::offer_id.eq(m.offer),
                    search_match::heard_at.eq(now),
                    search_match::delete_after.eq(m.delete_after),
                )
            })
            .collect();
        each!(tx, |c| diesel::insert_into(search_match::table).values(&rows).execute(c))?;
    }
    Ok(fresh)
}

/// The people to whom something of this frequency is to be told.
pub fn due(conn: &mut Conn, frequency: Frequency, until: Instant) -> Result<Vec<Id<Person>>> {
    Ok(each!(conn, |c| search_match::table
        .inner_join(saved_search::table.on(saved_search::id.eq(search_match::search_id)))
        .filter(search_match::letter_id.is_null())
        .filter(search_match::heard_at.le(until))
        .filter(saved_search::frequency.eq(frequency.as_str()))
        .filter(saved_search::stopped_at.is_null())
        .select(saved_search::person_id)
        .distinct()
        .load(c))?)
}

/// Puts in a letter all that is to be told to a person now; tells whether some of it is to be told at once.
pub fn take(tx: &mut Tx<'_>, now: Instant, person: Id<Person>, letter: Id<Job>) -> Result<bool> {
    let mut at_once = false;
    for frequency in Frequency::ALL {
        let hers = saved_search::table
            .filter(saved_search::person_id.eq(person))
            .filter(saved_search::frequency.eq(frequency.as_str()))
            .filter(saved_search::stopped_at.is_null())
            .select(saved_search::id);
        let untold = search_match::table
            .filter(search_match::letter_id.is_null())
            .filter(search_match::heard_at.le(frequency.due_until(now)))
            .filter(search_match::search_id.eq_any(hers));
        let taken = each!(tx, |c| diesel::update(untold).set(search_match::letter_id.eq(Some(letter))).execute(c))?;
        at_once |= taken > 0 && *frequency == Frequency::Immediate;
    }
    Ok(at_once)
}

/// What a letter tells, and when it was heard; nothing of a search whose letters were stopped meanwhile.
pub fn told(conn: &mut Conn, letter: Id<Job>) -> Result<Vec<(Key, Id<Offer>, Instant)>> {
    Ok(each!(conn, |c| search_match::table
        .inner_join(saved_search::table.on(saved_search::id.eq(search_match::search_id)))
        .filter(search_match::letter_id.eq(Some(letter)))
        .filter(saved_search::stopped_at.is_null())
        .order((saved_search::created_at, saved_search::id, search_match::offer_id))
        .select((search_match::search_id, search_match::offer_id, search_match::heard_at))
        .load(c))?)
}

/// Takes out of a letter what could not be told: it is news again if it comes back.
pub fn untold(tx: &mut Tx<'_>, left_out: &[(Key, Id<Offer>)]) -> Result<()> {
    for key in left_out {
        each!(tx, |c| diesel::delete(search_match::table.find(*key)).execute(c))?;
    }
    Ok(())
}

/// Forgets what was told of offers that ended a week ago (I15).
pub fn sweep(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let past = search_match::table.filter(search_match::delete_after.le(now));
    Ok(each!(tx, |c| diesel::delete(past).execute(c))?)
}
