//! What is in her calendar and what she was reminded of, as rows. The secret of her calendar's address is kept as a hash
//! only. A reminder is noted in the transaction that promises it: it is never written twice.

use crate::db::schema::{calendar_feed, engagement, month_reminder, slot, slot_reminder};
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::engagements::State;
use crate::interests::{self, Interest};
use crate::kernel::{Id, Instant, retention, secret};
use crate::people::{Herself, Person};
use chrono::TimeDelta;
use diesel::prelude::*;

/// How long what is over stays in a calendar.
const PAST: TimeDelta = TimeDelta::days(31);
/// Reminders promised in one turn.
const TURN: i64 = 200;

/// What was agreed with a person whose slot ends after `since`, with where it is; soonest first.
///
/// # Errors
/// What the database says.
pub fn agreed_with(conn: &mut Conn, person: Id<Person>, since: Instant) -> Result<Vec<(Interest, State)>> {
    let rows: Vec<(Id<Interest>, String)> = each!(conn, |c| engagement::table
        .inner_join(slot::table.on(slot::id.eq(engagement::slot_id)))
        .filter(engagement::person_id.eq(person))
        .filter(slot::ends_at.gt(since))
        .order((slot::starts_at, engagement::id))
        .select((engagement::interest_id, engagement::state))
        .load(c))?;
    let ids: Vec<Id<Interest>> = rows.iter().map(|(id, _)| *id).collect();
    let mut known = interests::store::by_ids(conn, &ids)?;
    let whole = |(id, word): (Id<Interest>, String)| {
        let state = State::parse(&word).ok_or_else(|| Error::corrupt("engagement", id, "state"))?;
        Ok((known.remove(&id).ok_or(Error::NotFound)?, state))
    };
    rows.into_iter().map(whole).collect()
}

/// What a calendar shows: what is to come, and a month of what is over.
///
/// # Errors
/// What the database says.
pub fn agenda(conn: &mut Conn, now: Instant, person: Id<Person>) -> Result<Vec<(Interest, State)>> {
    agreed_with(conn, person, now - PAST)
}

/// Since when her calendar has an address, if it has one.
///
/// # Errors
/// What the database says.
pub fn feed_of(conn: &mut Conn, who: Herself) -> Result<Option<Instant>> {
    Ok(each!(conn, |c| calendar_feed::table.find(who.id()).select(calendar_feed::created_at).first(c).optional())?)
}

/// Gives her calendar a new address, and ends the one before. Tells its secret part, the only time that it can be read.
///
/// # Errors
/// What the database says.
pub fn make_feed(tx: &mut Tx<'_>, now: Instant, who: Herself) -> Result<String> {
    let token = secret::token()?;
    end_feed(tx, who)?;
    let values = (
        calendar_feed::person_id.eq(who.id()),
        calendar_feed::token_hash.eq(secret::sha256(&token)),
        calendar_feed::created_at.eq(now),
    );
    each!(tx, |c| diesel::insert_into(calendar_feed::table).values(values).execute(c))?;
    Ok(token)
}

/// Her calendar has no address any more.
///
/// # Errors
/// What the database says.
pub fn end_feed(tx: &mut Tx<'_>, who: Herself) -> Result<()> {
    each!(tx, |c| diesel::delete(calendar_feed::table.find(who.id())).execute(c))?;
    Ok(())
}

/// Whose calendar has this address.
///
/// # Errors
/// `NotFound` when it is nobody's, or nobody's any more.
pub fn feed_owner(conn: &mut Conn, token: &str) -> Result<Id<Person>> {
    Ok(each!(conn, |c| calendar_feed::table
        .filter(calendar_feed::token_hash.eq(secret::sha256(token)))
        .select(calendar_feed::person_id)
        .first(c))?)
}

/// Agreed work that begins within a day and of which nobody was reminded yet.
#[derive(Debug, Clone, Copy)]
pub struct Due {
    /// Its interest.
    pub interest: Id<Interest>,
    /// Whose it is.
    pub person: Id<Person>,
    /// When it was agreed.
    pub agreed_at: Instant,
    /// When it begins.
    pub starts_at: Instant,
}

/// What begins before `until`, of which nobody was reminded yet.
///
/// # Errors
/// What the database says.
pub fn due_slots(conn: &mut Conn, now: Instant, until: Instant) -> Result<Vec<Due>> {
    let rows: Vec<(Id<Interest>, Id<Person>, Instant, Instant)> = each!(conn, |c| engagement::table
        .inner_join(slot::table.on(slot::id.eq(engagement::slot_id)))
        .left_join(slot_reminder::table.on(slot_reminder::interest_id.eq(engagement::interest_id)))
        .filter(engagement::state.eq(State::Agreed.as_str()))
        .filter(slot::dropped_at.is_null())
        .filter(slot::starts_at.gt(now))
        .filter(slot::starts_at.le(until))
        .filter(slot_reminder::at.nullable().is_null())
        .order((slot::starts_at, engagement::id))
        .limit(TURN)
        .select((engagement::interest_id, engagement::person_id, engagement::agreed_at, slot::starts_at))
        .load(c))?;
    let due = |(interest, person, agreed_at, starts_at)| Due { interest, person, agreed_at, starts_at };
    Ok(rows.into_iter().map(due).collect())
}

/// Notes that a slot was seen to; tells whether it was the first time.
///
/// # Errors
/// What the database says.
pub fn note_slot(tx: &mut Tx<'_>, now: Instant, interest: Id<Interest>) -> Result<bool> {
    let values = (slot_reminder::interest_id.eq(interest), slot_reminder::at.eq(now));
    Ok(each!(tx, |c| diesel::insert_into(slot_reminder::table).values(values).on_conflict_do_nothing().execute(c))?
        == 1)
}

/// People who had agreed work over between two instants, and were not reminded of that month yet.
///
/// # Errors
/// What the database says.
pub fn due_months(
    conn: &mut Conn,
    month: &str,
    (from, to): (Instant, Instant),
    now: Instant,
) -> Result<Vec<Id<Person>>> {
    Ok(each!(conn, |c| engagement::table
        .inner_join(slot::table.on(slot::id.eq(engagement::slot_id)))
        .left_join(
            month_reminder::table
                .on(month_reminder::person_id.eq(engagement::person_id).and(month_reminder::month.eq(month)))
        )
        .filter(engagement::state.ne(State::NotDone.as_str()))
        .filter(slot::dropped_at.is_null())
        // As in the month itself: a slot is of the month in which it begins.
        .filter(slot::starts_at.ge(from))
        .filter(slot::starts_at.lt(to))
        .filter(slot::ends_at.le(now))
        .filter(month_reminder::at.nullable().is_null())
        .select(engagement::person_id)
        .distinct()
        .order(engagement::person_id)
        .limit(TURN)
        .load(c))?)
}

/// Notes that a person's month was seen to; tells whether it was the first time.
///
/// # Errors
/// What the database says.
pub fn note_month(tx: &mut Tx<'_>, now: Instant, person: Id<Person>, month: &str) -> Result<bool> {
    let values = (month_reminder::person_id.eq(person), month_reminder::month.eq(month), month_reminder::at.eq(now));
    Ok(each!(tx, |c| diesel::insert_into(month_reminder::table).values(values).on_conflict_do_nothing().execute(c))?
        == 1)
}

/// Forgets what was reminded long ago (I15): slots that have begun, months that are declared.
///
/// # Errors
/// What the database says.
pub fn sweep_reminders(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let slots = slot_reminder::table.filter(slot_reminder::at.le(retention::SLOT_REMINDER.before(now)));
    let months = month_reminder::table.filter(month_reminder::at.le(retention::MONTH_REMINDER.before(now)));
    let slots = each!(tx, |c| diesel::delete(slots).execute(c))?;
    Ok(slots + each!(tx, |c| diesel::delete(months).execute(c))?)
}
