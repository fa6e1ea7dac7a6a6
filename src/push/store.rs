//! Devices and the site's key, as rows. What a page reads asks for the proof that the reader is herself; a notice is sent by
//! the key of its device.

use crate::db::schema::{push_device, push_key};
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::kernel::{Id, Instant};
use crate::people::{Herself, Person};
use crate::push::vapid::{self, Vapid};
use crate::push::{Device, MOST};
use diesel::prelude::*;

type Row = (Id<Device>, String, Vec<u8>, Vec<u8>, Instant, Option<Vec<u8>>);

macro_rules! columns {
    () => {
        (
            push_device::id,
            push_device::endpoint,
            push_device::device_key,
            push_device::auth,
            push_device::added_at,
            push_device::session_hash,
        )
    };
}

fn read((id, endpoint, key, auth, added_at, session): Row) -> Device {
    Device { id, endpoint, key, auth, added_at, session }
}

/// The site's key: the one that is kept, or one made now.
///
/// # Errors
/// `Corrupt` when it was sealed under another secret: nothing is changed then; `NoRandomness`; what the database says.
pub fn key(tx: &mut Tx<'_>, now: Instant, secret: &[u8], contact: &str) -> Result<Vapid> {
    let kept: Option<Vec<u8>> = each!(tx, |c| push_key::table.find(1).select(push_key::sealed).first(c).optional())?;
    let sealed = match kept {
        Some(known) => known,
        None => make(tx, now, secret)?,
    };
    Vapid::open(secret, &sealed, contact.to_owned()).map_err(|_| Error::corrupt("push_key", 1, "sealed"))
}

/// Makes a new key in place of the one that is kept. The devices that know the old one are forgotten: they can be reached by
/// no other.
///
/// # Errors
/// `NoRandomness`; what the database says.
pub fn renew(tx: &mut Tx<'_>, now: Instant, secret: &[u8]) -> Result<()> {
    each!(tx, |c| diesel::delete(push_device::table).execute(c))?;
    each!(tx, |c| diesel::delete(push_key::table).execute(c))?;
    make(tx, now, secret).map(drop)
}

fn make(tx: &mut Tx<'_>, now: Instant, secret: &[u8]) -> Result<Vec<u8>> {
    let sealed = vapid::make(secret).map_err(|_| crate::kernel::secret::NoRandomness)?;
    let values = (push_key::id.eq(1), push_key::sealed.eq(&sealed), push_key::made_at.eq(now));
    each!(tx, |c| diesel::insert_into(push_key::table).values(values).execute(c))?;
    Ok(sealed)
}

/// Her devices, the latest first.
///
/// # Errors
/// What the database says.
pub fn of(conn: &mut Conn, who: Herself) -> Result<Vec<Device>> {
    let rows: Vec<Row> = each!(conn, |c| push_device::table
        .filter(push_device::person_id.eq(who.id()))
        .order((push_device::added_at.desc(), push_device::id.desc()))
        .select(columns!())
        .load(c))?;
    Ok(rows.into_iter().map(read).collect())
}

/// The keys of a person's devices, to send them something.
pub(super) fn keys(tx: &mut Tx<'_>, person: Id<Person>) -> Result<Vec<Id<Device>>> {
    Ok(each!(tx, |c| push_device::table
        .filter(push_device::person_id.eq(person))
        .order(push_device::id)
        .select(push_device::id)
        .load(c))?)
}

/// A device and whose it is.
///
/// # Errors
/// `NotFound` once it is forgotten.
pub fn by_id(conn: &mut Conn, id: Id<Device>) -> Result<(Device, Id<Person>)> {
    let device: Row = each!(conn, |c| push_device::table.find(id).select(columns!()).first(c))?;
    let person = each!(conn, |c| push_device::table.find(id).select(push_device::person_id).first(c))?;
    Ok((read(device), person))
}

/// Keeps a device for her. A browser has one address: whoever asked there before is not told there any more.
pub(super) fn insert(tx: &mut Tx<'_>, who: Herself, device: &Device) -> Result<()> {
    let same = push_device::table.filter(push_device::endpoint.eq(&device.endpoint));
    each!(tx, |c| diesel::delete(same).execute(c))?;
    let old: Vec<Id<Device>> = of(tx, who)?.iter().skip(MOST - 1).map(|device| device.id).collect();
    each!(tx, |c| diesel::delete(push_device::table.filter(push_device::id.eq_any(&old))).execute(c))?;
    let values = (
        push_device::id.eq(device.id),
        push_device::person_id.eq(who.id()),
        push_device::endpoint.eq(&device.endpoint),
        push_device::device_key.eq(&device.key),
        push_device::auth.eq(&device.auth),
        push_device::added_at.eq(device.added_at),
        push_device::session_hash.eq(device.session.as_deref()),
        push_device::kept.eq(device.session.is_none()),
    );
    each!(tx, |c| diesel::insert_into(push_device::table).values(values).execute(c))?;
    Ok(())
}

/// She signed in again in the same browser: her devices go on with the new session. Those of anybody else end with the old one.
///
/// # Errors
/// What the database says.
pub fn carry(tx: &mut Tx<'_>, of: Id<Person>, from: &[u8], to: &[u8]) -> Result<()> {
    let hers = push_device::table.filter(push_device::person_id.eq(of)).filter(push_device::session_hash.eq(from));
    each!(tx, |c| diesel::update(hers).set(push_device::session_hash.eq(Some(to))).execute(c))?;
    Ok(())
}

/// She signs out: devices that were added before devices ended with their session, and that she did not choose to keep, end with
/// the first sign-out.
///
/// # Errors
/// What the database says.
pub fn forget_unbound(tx: &mut Tx<'_>, of: Id<Person>) -> Result<()> {
    let hers = push_device::table.filter(push_device::person_id.eq(of));
    let old = hers.filter(push_device::session_hash.is_null()).filter(push_device::kept.eq(false));
    each!(tx, |c| diesel::delete(old).execute(c))?;
    Ok(())
}

/// Forgets one of her devices.
pub(super) fn delete(tx: &mut Tx<'_>, who: Herself, id: Id<Device>) -> Result<()> {
    let hers = push_device::table.find(id).filter(push_device::person_id.eq(who.id()));
    match each!(tx, |c| diesel::delete(hers).execute(c))? {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
}

/// Forgets a device, by its own link or because its push service said that it is gone; again, it changes nothing.
///
/// # Errors
/// What the database says.
pub fn forget(tx: &mut Tx<'_>, id: Id<Device>) -> Result<()> {
    each!(tx, |c| diesel::delete(push_device::table.find(id)).execute(c))?;
    Ok(())
}
