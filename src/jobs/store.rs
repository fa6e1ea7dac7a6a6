//! The queue is a table: claimed by a lease, `SKIP LOCKED` on PostgreSQL, a write transaction on SQLite.

use crate::db::schema::job;
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::jobs::{Job, PUSH, PUSH_ALL, SEARCH_LETTER, Task};
use crate::kernel::{Id, Instant, retention};
use chrono::TimeDelta;
use diesel::prelude::*;

/// Tries before a job is set apart.
const TRIES: i32 = 12;
/// How long a claimed job is left to its worker.
const LEASE: TimeDelta = TimeDelta::minutes(5);

/// Nobody does the job at an instant.
macro_rules! untaken {
    ($now:expr) => {
        job::locked_until.is_null().or(job::locked_until.lt($now))
    };
}

/// Promises `task`, to be done at once.
///
/// # Errors
/// What the database says.
pub fn enqueue(tx: &mut Tx<'_>, now: Instant, task: &Task) -> Result<()> {
    insert(tx, now, task, None)
}

/// Promises `task`, to be done at `now` or as soon as can be after it, unless a job with the same key is already waiting.
///
/// # Errors
/// What the database says.
pub fn enqueue_once(tx: &mut Tx<'_>, now: Instant, task: &Task, key: &str) -> Result<()> {
    insert(tx, now, task, Some(key))
}

fn insert(tx: &mut Tx<'_>, run_at: Instant, task: &Task, key: Option<&str>) -> Result<()> {
    let payload = serde_json::to_string(task).map_err(|_| Error::corrupt("job", task.kind(), "payload"))?;
    let values = (
        job::id.eq(Id::<Job>::make()),
        job::kind.eq(task.kind()),
        job::lane.eq(lane_of(task)),
        job::payload.eq(payload),
        job::dedup_key.eq(key),
        job::run_at.eq(run_at),
        job::attempts.eq(0),
    );
    each!(tx, |c| diesel::insert_into(job::table).values(values).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// Letters about saved searches, which may be many, come after all others.
const REST: i32 = 0;
const SEARCHES: i32 = 1;
const PUSHES: i32 = 2;

/// The lane that a task waits in.
fn lane_of(task: &Task) -> i32 {
    match task.kind() {
        SEARCH_LETTER => SEARCHES,
        PUSH | PUSH_ALL => PUSHES,
        _ => REST,
    }
}

/// Whether the job with this key is still to be done.
///
/// # Errors
/// What the database says.
pub fn waits(conn: &mut Conn, key: &str) -> Result<bool> {
    let waiting = job::table.filter(job::dedup_key.eq(key)).count();
    let count: i64 = each!(conn, |c| waiting.get_result(c))?;
    Ok(count > 0)
}

/// Whether the job with this key is still to be done, and nobody does it now.
///
/// # Errors
/// What the database says.
pub fn is_free(conn: &mut Conn, now: Instant, key: &str) -> Result<bool> {
    let free = job::table.filter(job::dedup_key.eq(key)).filter(untaken!(now)).count();
    let count: i64 = each!(conn, |c| free.get_result(c))?;
    Ok(count > 0)
}

/// The job with this key is of no use any more, unless somebody does it now.
///
/// # Errors
/// What the database says.
pub fn drop_free(tx: &mut Tx<'_>, now: Instant, key: &str) -> Result<()> {
    let free = job::table.filter(job::dedup_key.eq(key)).filter(untaken!(now));
    each!(tx, |c| diesel::delete(free).execute(c))?;
    Ok(())
}

/// Which jobs are taken: a push service that is slow to answer delays no letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lane {
    /// Notices on devices.
    Pushes,
    /// All the rest.
    Rest,
}

/// Takes the next job of a lane that is due, for five minutes; letters about saved searches, which may be many, come after all
/// others.
///
/// # Errors
/// `Corrupt` when the payload is not one of ours; what the database says.
pub fn claim(tx: &mut Tx<'_>, now: Instant, lane: Lane) -> Result<Option<Job>> {
    macro_rules! due {
        ($lane:expr) => {
            job::table
                .filter(job::lane.eq($lane))
                .filter(job::run_at.le(now))
                .filter(job::dead_at.is_null())
                .filter(untaken!(now))
                .order((job::run_at, job::id))
                .limit(1)
                .select((job::id, job::payload, job::attempts, job::run_at))
        };
    }
    macro_rules! first {
        ($lane:expr) => {
            match Conn::of(tx) {
                Conn::Sqlite(c) => due!($lane).first(c).optional()?,
                Conn::Postgres(c) => due!($lane).for_update().skip_locked().first(c).optional()?,
            }
        };
    }
    type Due = (Id<Job>, String, i32, Instant);
    let mut found: Option<Due> = match lane {
        Lane::Pushes => first!(PUSHES),
        Lane::Rest => first!(REST),
    };
    if found.is_none() && lane == Lane::Rest {
        found = first!(SEARCHES);
    }
    let Some((id, payload, attempts, run_at)) = found else { return Ok(None) };
    let lease = (job::locked_until.eq(Some(now + LEASE)), job::attempts.eq(attempts + 1));
    each!(tx, |c| diesel::update(job::table.find(id)).set(lease).execute(c))?;
    let Ok(task) = serde_json::from_str(&payload) else {
        each!(tx, |c| diesel::update(job::table.find(id)).set(job::dead_at.eq(Some(now))).execute(c))?;
        return Ok(None);
    };
    Ok(Some(Job { id, task, attempts: attempts + 1, run_at }))
}

/// The work is done: nothing of it stays.
///
/// # Errors
/// What the database says.
pub fn finish(tx: &mut Tx<'_>, id: Id<Job>) -> Result<()> {
    each!(tx, |c| diesel::delete(job::table.find(id)).execute(c))?;
    Ok(())
}

/// What comes after this job has begun needs another one: its key is free.
///
/// # Errors
/// What the database says.
pub fn unkey(tx: &mut Tx<'_>, id: Id<Job>) -> Result<()> {
    each!(tx, |c| diesel::update(job::table.find(id)).set(job::dedup_key.eq(None::<String>)).execute(c))?;
    Ok(())
}

/// The work failed: it comes back after 2, 4, 8… seconds, at most an hour. What only waits for the mail server comes back
/// for as long as it takes; anything else is set apart after twelve tries.
///
/// # Errors
/// What the database says.
pub fn fail(tx: &mut Tx<'_>, now: Instant, failed: &Job, why: &str, waits_for_mail: bool) -> Result<()> {
    let pause =
        TimeDelta::seconds((1_i64 << failed.attempts.clamp(1, 12)).min(if waits_for_mail { 600 } else { 3_600 }));
    let dead = (!waits_for_mail && failed.attempts >= TRIES).then_some(now);
    let why: String = why.chars().take(500).collect();
    let changes = (
        job::run_at.eq(now + pause),
        job::locked_until.eq(None::<Instant>),
        job::last_error.eq(Some(why)),
        job::dead_at.eq(dead),
    );
    each!(tx, |c| diesel::update(job::table.find(failed.id)).set(changes).execute(c))?;
    Ok(())
}

/// Gives the jobs that were set apart another chance; tells how many.
///
/// # Errors
/// What the database says.
pub fn requeue(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let again = (
        job::dead_at.eq(None::<Instant>),
        job::attempts.eq(0),
        job::run_at.eq(now),
        job::locked_until.eq(None::<Instant>),
    );
    Ok(each!(tx, |c| diesel::update(job::table.filter(job::dead_at.is_not_null())).set(again).execute(c))?)
}

/// How many jobs wait, and how many are set apart. Letters about somebody's own searches and notices on her devices are in
/// neither: a count would tell that she has one (I3).
///
/// # Errors
/// What the database says.
pub fn counts(conn: &mut Conn) -> Result<(i64, i64)> {
    let open = job::table.filter(job::dead_at.is_null()).filter(job::lane.eq(REST));
    let waiting = each!(conn, |c| open.count().get_result(c))?;
    let apart = job::table.filter(job::dead_at.is_not_null()).filter(job::lane.eq(REST));
    let dead = each!(conn, |c| apart.count().get_result(c))?;
    Ok((waiting, dead))
}

/// Forgets what was set apart long ago (I15): nobody waits for it any more.
///
/// # Errors
/// What the database says.
pub fn sweep(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let old = job::table.filter(job::dead_at.le(retention::JOB.before(now)));
    Ok(each!(tx, |c| diesel::delete(old).execute(c))?)
}
