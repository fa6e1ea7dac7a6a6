//! Appending takes a lock until commit, so that numbers are handed out in order of commit and "since N" misses nothing.

use crate::db::schema::journal;
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::journal::{Event, Kind, Recorded};
use crate::kernel::{Id, Instant, retention};
use diesel::prelude::*;
use uuid::Uuid;

/// The advisory lock of the journal on PostgreSQL; SQLite has one writer anyway.
const LOCK: &str = "SELECT pg_advisory_xact_lock(7315901)";

/// Lines in one turn of forgetting.
const TURN: i64 = 1_000;

type Key = Option<Id<Event>>;

#[derive(Queryable)]
struct Row {
    seq: i64,
    at: Instant,
    kind: String,
    platform: Key,
    offer: Key,
    person: Key,
    actor: Key,
}

impl TryFrom<Row> for Recorded {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        let kind = Kind::parse(&row.kind).ok_or_else(|| Error::corrupt("journal", row.seq, "kind"))?;
        let bare = |key: Key| key.map(Id::uuid);
        let event = Event {
            kind,
            platform: bare(row.platform),
            offer: bare(row.offer),
            person: bare(row.person),
            actor: bare(row.actor),
        };
        Ok(Self { seq: row.seq, at: row.at, event })
    }
}

/// Appends one event; tells its number. Other nodes look for it five times a second.
///
/// # Errors
/// What the database says.
pub fn record(tx: &mut Tx<'_>, now: Instant, event: &Event) -> Result<i64> {
    if tx.is_postgres() {
        tx.batch(LOCK)?;
    }
    let key = |id: Option<Uuid>| id.map(Id::<Event>::from_uuid);
    let values = (
        journal::at.eq(now),
        journal::kind.eq(event.kind.as_str()),
        journal::platform_id.eq(key(event.platform)),
        journal::offer_id.eq(key(event.offer)),
        journal::person_id.eq(key(event.person)),
        journal::actor_id.eq(key(event.actor)),
    );
    Ok(each!(tx, |c| diesel::insert_into(journal::table).values(values).returning(journal::seq).get_result(c))?)
}

/// The events after number `seq`, oldest first, at most `limit`.
///
/// # Errors
/// What the database says.
pub fn since(conn: &mut Conn, seq: i64, limit: i64) -> Result<Vec<Recorded>> {
    let rows: Vec<Row> =
        each!(conn, |c| journal::table.filter(journal::seq.gt(seq)).order(journal::seq).limit(limit).load(c))?;
    rows.into_iter().map(Recorded::try_from).collect()
}

/// Takes a person out of what happened: the events stay, in their order, and name her no more.
///
/// # Errors
/// What the database says.
pub fn forget(tx: &mut Tx<'_>, person: Uuid) -> Result<()> {
    let key = Some(Id::<Event>::from_uuid(person));
    let (about, by) =
        (journal::table.filter(journal::person_id.eq(key)), journal::table.filter(journal::actor_id.eq(key)));
    each!(tx, |c| diesel::update(about).set(journal::person_id.eq(None::<Id<Event>>)).execute(c))?;
    each!(tx, |c| diesel::update(by).set(journal::actor_id.eq(None::<Id<Event>>)).execute(c))?;
    Ok(())
}

/// Takes everyone out of what happened long ago (I15); tells how many lines. The events stay, in their order.
///
/// # Errors
/// What the database says.
pub fn sweep(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let old: Vec<i64> = each!(tx, |c| journal::table
        .filter(journal::at.le(retention::JOURNAL.before(now)))
        .filter(journal::person_id.is_not_null().or(journal::actor_id.is_not_null()))
        .select(journal::seq)
        .limit(TURN)
        .load(c))?;
    let nobody = (journal::person_id.eq(None::<Id<Event>>), journal::actor_id.eq(None::<Id<Event>>));
    Ok(each!(tx, |c| diesel::update(journal::table.filter(journal::seq.eq_any(&old))).set(nobody).execute(c))?)
}

/// What happened to a person: when and what, oldest first.
///
/// # Errors
/// What the database says.
pub fn about(conn: &mut Conn, person: Uuid) -> Result<Vec<Recorded>> {
    let key = Some(Id::<Event>::from_uuid(person));
    let rows: Vec<Row> = each!(conn, |c| journal::table
        .filter(journal::person_id.eq(key).or(journal::actor_id.eq(key)))
        .order(journal::seq)
        .load(c))?;
    rows.into_iter().map(Recorded::try_from).collect()
}

/// The number of the latest event; 0 when there is none.
///
/// # Errors
/// What the database says.
pub fn last_seq(conn: &mut Conn) -> Result<i64> {
    let last: Option<i64> = each!(conn, |c| journal::table.select(diesel::dsl::max(journal::seq)).first(c))?;
    Ok(last.unwrap_or(0))
}
