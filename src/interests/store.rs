//! Interests as rows. A platform's readers get the disclosure; the person's key stays inside.

pub mod aloud;
mod old;
mod proposals;
pub mod spoken;
mod whole;

use crate::db::schema::{interest, slot};
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::interests::{DeclineReason, Disclosure, Interest, State};
use crate::kernel::{Id, Instant};
use crate::offers::{Offer, Slot};
use crate::people::Person;
use crate::platforms::Platform;
use diesel::prelude::*;
use std::collections::HashMap;

pub use old::{sweep, sweep_shared};
pub use proposals::{Proposal, proposal, proposals};
pub use whole::{Whole, whole, wholes};

/// Rows in one statement: SQLite accepts 32,766 bound values.
const AT_ONCE: usize = 500;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = interest, treat_none_as_null = true)]
struct Row {
    id: Id<Interest>,
    slot_id: Id<Slot>,
    offer_id: Id<Offer>,
    platform_id: Id<Platform>,
    person_id: Id<Person>,
    state: String,
    shared_name: Option<String>,
    shared_email: Option<String>,
    shared_phone: Option<String>,
    message: Option<String>,
    sent_at: Instant,
    answer_by: Instant,
    answered_at: Option<Instant>,
    decline_reason: Option<String>,
    decline_condition: Option<String>,
}

impl Row {
    fn of(i: &Interest) -> Self {
        let (answered_at, reason, condition) = match &i.state {
            State::Waiting | State::Sent => (None, None, None),
            State::Accepted { at } | State::Withdrawn { at } | State::Unanswered { at } => (Some(*at), None, None),
            State::Declined { at, reason, condition } => {
                (Some(*at), Some(reason.as_str().to_owned()), condition.clone())
            }
        };
        let own = |text: Option<&str>| text.map(str::to_owned);
        Self {
            id: i.id,
            slot_id: i.slot,
            offer_id: i.offer,
            platform_id: i.platform,
            person_id: i.person,
            state: i.state.word().to_owned(),
            shared_name: own(i.shared.name()),
            shared_email: own(i.shared.email()),
            shared_phone: own(i.shared.phone()),
            message: own(i.shared.message()),
            sent_at: i.sent_at,
            answer_by: i.answer_by,
            answered_at,
            decline_reason: reason,
            decline_condition: condition,
        }
    }

    fn state(&self) -> Result<State> {
        let reason = self.decline_reason.as_deref().map(DeclineReason::parse);
        match (self.state.as_str(), self.answered_at, reason) {
            ("waiting", None, None) => Ok(State::Waiting),
            ("sent", None, None) => Ok(State::Sent),
            ("accepted", Some(at), None) => Ok(State::Accepted { at }),
            ("withdrawn", Some(at), None) => Ok(State::Withdrawn { at }),
            ("unanswered", Some(at), None) => Ok(State::Unanswered { at }),
            ("declined", Some(at), Some(Some(reason))) => {
                Ok(State::Declined { at, reason, condition: self.decline_condition.clone() })
            }
            _ => Err(Error::corrupt("interest", self.id, "state")),
        }
    }
}

impl TryFrom<Row> for Interest {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            state: row.state()?,
            id: row.id,
            offer: row.offer_id,
            slot: row.slot_id,
            platform: row.platform_id,
            person: row.person_id,
            shared: Disclosure {
                name: row.shared_name,
                email: row.shared_email,
                phone: row.shared_phone,
                message: row.message,
            },
            sent_at: row.sent_at,
            answer_by: row.answer_by,
        })
    }
}

/// Adds an interest.
///
/// # Errors
/// `Conflict` when she already has a live one for the slot.
pub fn insert(tx: &mut Tx<'_>, new: &Interest) -> Result<()> {
    let row = Row::of(new);
    each!(tx, |c| diesel::insert_into(interest::table).values(&row).execute(c))?;
    Ok(())
}

/// Some interests, by key.
///
/// # Errors
/// What the database says.
pub fn by_ids(conn: &mut Conn, ids: &[Id<Interest>]) -> Result<HashMap<Id<Interest>, Interest>> {
    let mut found = HashMap::with_capacity(ids.len());
    for some in ids.chunks(AT_ONCE) {
        let rows: Vec<Row> =
            each!(conn, |c| interest::table.filter(interest::id.eq_any(some)).select(Row::as_select()).load(c))?;
        for row in rows {
            found.insert(row.id, row.try_into()?);
        }
    }
    Ok(found)
}

/// Saves a change of state.
///
/// # Errors
/// What the database says.
pub fn save(tx: &mut Tx<'_>, changed: &Interest) -> Result<()> {
    let row = Row::of(changed);
    each!(tx, |c| diesel::update(interest::table.find(changed.id)).set(&row).execute(c))?;
    Ok(())
}

/// The interest with this key.
///
/// # Errors
/// `NotFound`.
pub fn by_id(conn: &mut Conn, id: Id<Interest>) -> Result<Interest> {
    let row: Row = each!(conn, |c| interest::table.find(id).select(Row::as_select()).first(c))?;
    row.try_into()
}

macro_rules! list {
    ($conn:expr, $query:expr) => {{
        let rows: Vec<Row> = each!($conn, |c| $query.select(Row::as_select()).load(c))?;
        rows.into_iter().map(Interest::try_from).collect()
    }};
}

/// What a person sent, latest first.
///
/// # Errors
/// What the database says.
pub fn of_person(conn: &mut Conn, person: Id<Person>) -> Result<Vec<Interest>> {
    list!(
        conn,
        interest::table
            .filter(interest::person_id.eq(person))
            .order((interest::sent_at.desc(), interest::id))
            .limit(200)
    )
}

/// What is live of a person, in order of sending.
///
/// # Errors
/// What the database says.
pub fn live_of_person(conn: &mut Conn, person: Id<Person>) -> Result<Vec<Interest>> {
    list!(
        conn,
        interest::table
            .filter(interest::person_id.eq(person))
            .filter(interest::state.eq_any(["waiting", "sent", "accepted"]))
            .order((interest::sent_at, interest::id))
    )
}

/// Everything that a person ever sent and that is still kept, oldest first.
///
/// # Errors
/// What the database says.
pub fn all_of_person(conn: &mut Conn, person: Id<Person>) -> Result<Vec<Interest>> {
    list!(conn, interest::table.filter(interest::person_id.eq(person)).order((interest::sent_at, interest::id)))
}

/// What a platform has to answer or has agreed, oldest first. The waiting list stays out of its sight.
///
/// # Errors
/// What the database says.
pub fn of_platform(conn: &mut Conn, platform: Id<Platform>, limit: i64) -> Result<Vec<Interest>> {
    list!(
        conn,
        interest::table
            .filter(interest::platform_id.eq(platform))
            .filter(interest::state.eq_any(["sent", "accepted"]))
            .order((interest::sent_at, interest::id))
            .limit(limit)
    )
}

/// The first on the waiting list of a slot.
///
/// # Errors
/// What the database says.
pub fn first_waiting(conn: &mut Conn, slot: Id<Slot>) -> Result<Option<Interest>> {
    let found: Result<Vec<Interest>> = list!(
        conn,
        interest::table
            .filter(interest::slot_id.eq(slot))
            .filter(interest::state.eq("waiting"))
            .order((interest::sent_at, interest::id))
            .limit(1)
    );
    Ok(found?.pop())
}

/// Rank on the waiting list, from 1.
///
/// # Errors
/// What the database says.
pub fn rank(conn: &mut Conn, waiting: &Interest) -> Result<i64> {
    let before: i64 = each!(conn, |c| interest::table
        .filter(interest::slot_id.eq(waiting.slot))
        .filter(interest::state.eq("waiting"))
        .filter(
            interest::sent_at
                .lt(waiting.sent_at)
                .or(interest::sent_at.eq(waiting.sent_at).and(interest::id.lt(waiting.id)))
        )
        .count()
        .get_result(c))?;
    Ok(before + 1)
}

/// The live interests of an offer, in order of sending.
///
/// # Errors
/// What the database says.
pub fn live_of_offer(conn: &mut Conn, offer: Id<Offer>) -> Result<Vec<Interest>> {
    list!(
        conn,
        interest::table
            .filter(interest::offer_id.eq(offer))
            .filter(interest::state.eq_any(["waiting", "sent", "accepted"]))
            .order((interest::sent_at, interest::id))
    )
}

/// The live interests of a platform in slots that are not over, those agreed first.
///
/// # Errors
/// What the database says.
pub fn live_of_platform(conn: &mut Conn, now: Instant, platform: Id<Platform>) -> Result<Vec<Interest>> {
    let to_come = slot::table.filter(slot::ends_at.gt(now)).select(slot::id);
    list!(
        conn,
        interest::table
            .filter(interest::platform_id.eq(platform))
            .filter(interest::slot_id.eq_any(to_come))
            .filter(interest::state.eq_any(["waiting", "sent", "accepted"]))
            .order((interest::state, interest::sent_at, interest::id))
    )
}

/// Interests whose time to answer is up.
///
/// # Errors
/// What the database says.
pub fn overdue(conn: &mut Conn, now: Instant) -> Result<Vec<Interest>> {
    list!(
        conn,
        interest::table
            .filter(interest::state.eq_any(["waiting", "sent"]))
            .filter(interest::answer_by.lt(now))
            .order((interest::answer_by, interest::id))
            .limit(200)
    )
}
