//! Her own version of hours and amounts, as rows: hers alone, apart from what the platform says, deleted after two years.

use crate::db::schema::own_record;
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::engagements::month::Amounts;
use crate::interests::Interest;
use crate::kernel::{Cents, Id, Instant, retention};
use crate::people::asked::HerMonth;
use diesel::prelude::*;
use std::collections::HashMap;

/// All her own versions.
///
/// # Errors
/// What the database says.
pub fn own_records(conn: &mut Conn, who: impl Into<HerMonth>) -> Result<HashMap<Id<Interest>, Amounts>> {
    let who = who.into();
    let rows: Vec<(Id<Interest>, i32, i64, i64)> = each!(conn, |c| own_record::table
        .filter(own_record::person_id.eq(who.id()))
        .select((own_record::interest_id, own_record::minutes, own_record::gross_cents, own_record::fees_cents))
        .load(c))?;
    let read = |(id, minutes, gross, fees): (Id<Interest>, i32, i64, i64)| {
        let minutes = u32::try_from(minutes).map_err(|_| Error::corrupt("own_record", id, "minutes"))?;
        Ok((id, Amounts { minutes, gross: Cents(gross), fees: Cents(fees) }))
    };
    rows.into_iter().map(read).collect()
}

/// Keeps her own version of a slot, in place of the one before.
///
/// # Errors
/// What the database says.
pub fn set_own(
    tx: &mut Tx<'_>,
    now: Instant,
    who: impl Into<HerMonth>,
    interest: Id<Interest>,
    own: &Amounts,
) -> Result<()> {
    let set = (
        own_record::minutes.eq(i32::try_from(own.minutes).unwrap_or(i32::MAX)),
        own_record::gross_cents.eq(own.gross.0),
        own_record::fees_cents.eq(own.fees.0),
        own_record::noted_at.eq(now),
    );
    let key = (own_record::interest_id.eq(interest), own_record::person_id.eq(who.into().id()));
    each!(tx, |c| diesel::insert_into(own_record::table)
        .values((key, set))
        .on_conflict(own_record::interest_id)
        .do_update()
        .set(set)
        .execute(c))?;
    Ok(())
}

/// What is proposed counts again.
///
/// # Errors
/// What the database says.
pub fn forget_own(tx: &mut Tx<'_>, who: impl Into<HerMonth>, interest: Id<Interest>) -> Result<()> {
    let hers = own_record::table.find(interest).filter(own_record::person_id.eq(who.into().id()));
    each!(tx, |c| diesel::delete(hers).execute(c))?;
    Ok(())
}

/// Forgets what is two years old (I15).
///
/// # Errors
/// What the database says.
pub fn sweep_own(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let old = own_record::table.filter(own_record::noted_at.le(retention::OWN_RECORD.before(now)));
    Ok(each!(tx, |c| diesel::delete(old).execute(c))?)
}
