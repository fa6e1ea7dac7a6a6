//! Offers and slots as rows. A place is taken by one compare-and-set (I9).

mod reports;
mod rows;
mod shared;

use crate::db::schema::{offer, slot};
use crate::db::{Conn, Result, Tx};
use crate::each;
use crate::kernel::{Id, Instant};
use crate::offers::{Offer, Slot};
use crate::platforms::Platform;
use diesel::prelude::*;
use rows::{OfferRow, SlotRow, assemble};
use uuid::Uuid;

pub use reports::{
    Report, answer_report, forget_address, insert_report, open_reports, report, reports_from, sweep_reports,
};

/// Rows in one statement: SQLite accepts 32,766 bound values.
const CHUNK: usize = 500;

/// Adds an offer and its slots.
///
/// # Errors
/// `Conflict` when the platform already has this reference.
pub fn insert(tx: &mut Tx<'_>, now: Instant, new: &Offer) -> Result<()> {
    insert_many(tx, now, std::slice::from_ref(new))
}

/// Adds many offers and their slots.
///
/// # Errors
/// `Conflict` when a platform already has one of the references.
pub fn insert_many(tx: &mut Tx<'_>, now: Instant, new: &[Offer]) -> Result<()> {
    for chunk in new.chunks(CHUNK) {
        let rows = chunk.iter().map(|o| OfferRow::of(o, now)).collect::<Result<Vec<_>>>()?;
        each!(tx, |c| diesel::insert_into(offer::table).values(&rows).execute(c))?;
        let slots: Vec<SlotRow> = chunk.iter().flat_map(SlotRow::all_of).collect();
        for part in slots.chunks(CHUNK) {
            each!(tx, |c| diesel::insert_into(slot::table).values(part).execute(c))?;
        }
    }
    Ok(())
}

/// Replaces an offer; its slots are matched by their dates, those that are gone are dropped and kept for the record.
///
/// # Errors
/// `Conflict` when somebody else changed it since it was read.
pub fn replace(tx: &mut Tx<'_>, now: Instant, changed: &Offer) -> Result<()> {
    let row = OfferRow::of(changed, now)?;
    let seen = changed.version - 1;
    let n = each!(tx, |c| diesel::update(offer::table.find(changed.id).filter(offer::version.eq(seen)))
        .set(&row)
        .execute(c))?;
    if n == 0 {
        return Err(crate::db::Error::Busy);
    }
    let kept: Vec<Id<Slot>> = changed.slots.iter().map(|s| s.id).collect();
    let gone = slot::table.filter(slot::offer_id.eq(changed.id)).filter(slot::id.ne_all(kept));
    each!(tx, |c| diesel::update(gone).set(slot::dropped_at.eq(Some(now))).execute(c))?;
    for row in SlotRow::all_of(changed) {
        let set = (slot::places.eq(row.places), slot::dropped_at.eq(None::<Instant>));
        each!(tx, |c| diesel::insert_into(slot::table)
            .values(&row)
            .on_conflict(slot::id)
            .do_update()
            .set(set)
            .execute(c))?;
    }
    Ok(())
}

/// Notes that an offer is still true.
///
/// # Errors
/// What the database says.
pub fn confirm(tx: &mut Tx<'_>, id: Id<Offer>, now: Instant) -> Result<()> {
    each!(tx, |c| diesel::update(offer::table.find(id)).set(offer::confirmed_at.eq(now)).execute(c))?;
    Ok(())
}

/// The offer with this key.
///
/// # Errors
/// `NotFound`.
pub fn by_id(conn: &mut Conn, id: Id<Offer>) -> Result<Offer> {
    let row: OfferRow = each!(conn, |c| offer::table.find(id).select(OfferRow::as_select()).first(c))?;
    with_slots(conn, row)
}

/// The offer of a platform with this reference.
///
/// # Errors
/// What the database says.
pub fn by_reference(conn: &mut Conn, platform: Id<Platform>, reference: &str) -> Result<Option<Offer>> {
    let row: Option<OfferRow> = each!(conn, |c| offer::table
        .filter(offer::platform_id.eq(platform))
        .filter(offer::reference.eq(reference))
        .select(OfferRow::as_select())
        .first(c)
        .optional())?;
    row.map(|row| with_slots(conn, row)).transpose()
}

/// The dropped slot with these dates, so that a slot that comes back keeps its key.
///
/// # Errors
/// What the database says.
pub fn dropped_slots(conn: &mut Conn, id: Id<Offer>) -> Result<Vec<Slot>> {
    let rows: Vec<SlotRow> = each!(conn, |c| slot::table
        .filter(slot::offer_id.eq(id))
        .filter(slot::dropped_at.is_not_null())
        .select(SlotRow::as_select())
        .load(c))?;
    Ok(rows.into_iter().map(SlotRow::read).collect())
}

fn with_slots(conn: &mut Conn, row: OfferRow) -> Result<Offer> {
    let slots: Vec<SlotRow> = each!(conn, |c| slot::table
        .filter(slot::offer_id.eq(row.id))
        .filter(slot::dropped_at.is_null())
        .order((slot::starts_at, slot::id))
        .select(SlotRow::as_select())
        .load(c))?;
    row.read(slots)
}

/// A platform's offers, latest first, after those skipped.
///
/// # Errors
/// What the database says.
pub fn of_platform(conn: &mut Conn, platform: Id<Platform>, skipped: i64, limit: i64) -> Result<Vec<Offer>> {
    let rows: Vec<OfferRow> = each!(conn, |c| offer::table
        .filter(offer::platform_id.eq(platform))
        .order(offer::id.desc())
        .offset(skipped)
        .limit(limit)
        .select(OfferRow::as_select())
        .load(c))?;
    let ids: Vec<Id<Offer>> = rows.iter().map(|r| r.id).collect();
    assemble(rows, slots_of(conn, &ids)?)
}

/// How many offers a platform has, whatever their state.
///
/// # Errors
/// What the database says.
pub fn count_of_platform(conn: &mut Conn, platform: Id<Platform>) -> Result<i64> {
    Ok(each!(conn, |c| offer::table.filter(offer::platform_id.eq(platform)).count().get_result(c))?)
}

/// How many published offers a platform has.
///
/// # Errors
/// What the database says.
pub fn count_published(conn: &mut Conn, platform: Id<Platform>) -> Result<i64> {
    Ok(each!(conn, |c| offer::table
        .filter(offer::platform_id.eq(platform))
        .filter(offer::state.eq("published"))
        .count()
        .get_result(c))?)
}

/// Published offers after a key, in order of keys: how the board is loaded, page by page.
///
/// # Errors
/// What the database says.
pub fn published_after(conn: &mut Conn, after: Option<Id<Offer>>, limit: i64) -> Result<Vec<Offer>> {
    let after = after.unwrap_or(Id::from_uuid(Uuid::nil()));
    let rows: Vec<OfferRow> = each!(conn, |c| offer::table
        .filter(offer::state.eq("published"))
        .filter(offer::id.gt(after))
        .order(offer::id)
        .limit(limit)
        .select(OfferRow::as_select())
        .load(c))?;
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else { return Ok(Vec::new()) };
    let slots: Vec<SlotRow> = each!(conn, |c| slot::table
        .filter(slot::offer_id.between(first.id, last.id))
        .filter(slot::dropped_at.is_null())
        .order((slot::offer_id, slot::starts_at, slot::id))
        .select(SlotRow::as_select())
        .load(c))?;
    assemble(rows, slots)
}

/// Some offers, in no particular order.
///
/// # Errors
/// What the database says.
pub fn by_ids(conn: &mut Conn, ids: &[Id<Offer>]) -> Result<Vec<Offer>> {
    let rows: Vec<OfferRow> = each!(conn, |c| offer::table
        .filter(offer::id.eq_any(ids))
        .order(offer::id)
        .select(OfferRow::as_select())
        .load(c))?;
    assemble(rows, slots_of(conn, ids)?)
}

fn slots_of(conn: &mut Conn, ids: &[Id<Offer>]) -> Result<Vec<SlotRow>> {
    Ok(each!(conn, |c| slot::table
        .filter(slot::offer_id.eq_any(ids))
        .filter(slot::dropped_at.is_null())
        .order((slot::offer_id, slot::starts_at, slot::id))
        .select(SlotRow::as_select())
        .load(c))?)
}

/// Published offers none of whose slots is still to come.
///
/// # Errors
/// What the database says.
pub fn run_out(conn: &mut Conn, now: Instant, limit: i64) -> Result<Vec<Id<Offer>>> {
    let coming = slot::table
        .filter(slot::offer_id.eq(offer::id))
        .filter(slot::dropped_at.is_null())
        .filter(slot::starts_at.gt(now));
    Ok(each!(conn, |c| offer::table
        .filter(offer::state.eq("published"))
        .filter(diesel::dsl::not(diesel::dsl::exists(coming)))
        .order(offer::id)
        .limit(limit)
        .select(offer::id)
        .load(c))?)
}

/// The offer of a slot, if the slot still stands.
///
/// # Errors
/// `NotFound`.
pub fn offer_of_slot(conn: &mut Conn, id: Id<Slot>) -> Result<Id<Offer>> {
    Ok(each!(conn, |c| slot::table.find(id).filter(slot::dropped_at.is_null()).select(slot::offer_id).first(c))?)
}

/// Takes one place, if one is left and the slot has not begun; tells whether it did. One statement: never oversold (I9).
///
/// # Errors
/// What the database says.
pub fn take_place(tx: &mut Tx<'_>, id: Id<Slot>, now: Instant) -> Result<bool> {
    let free = slot::table
        .find(id)
        .filter(slot::taken.lt(slot::places))
        .filter(slot::starts_at.gt(now))
        .filter(slot::dropped_at.is_null());
    Ok(each!(tx, |c| diesel::update(free).set(slot::taken.eq(slot::taken + 1)).execute(c))? == 1)
}

/// Gives one place back.
///
/// # Errors
/// What the database says.
pub fn free_place(tx: &mut Tx<'_>, id: Id<Slot>) -> Result<()> {
    let taken = slot::table.find(id).filter(slot::taken.gt(0));
    each!(tx, |c| diesel::update(taken).set(slot::taken.eq(slot::taken - 1)).execute(c))?;
    Ok(())
}

/// How many offers are published, in all.
///
/// # Errors
/// What the database says.
pub fn count_all_published(conn: &mut Conn) -> Result<i64> {
    Ok(each!(conn, |c| offer::table.filter(offer::state.eq("published")).count().get_result(c))?)
}
