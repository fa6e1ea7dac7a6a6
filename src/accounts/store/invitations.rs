//! Invitations, as rows. The secret of a link is kept as SHA-256 only.

use crate::accounts::invitations::{Invitation, Place};
use crate::db::schema::invitation;
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::kernel::{Email, Id, Instant, retention};
use diesel::prelude::*;

type Row = (Id<Invitation>, Option<Id<Place>>, Option<Id<Place>>, String, String, Instant, bool);

macro_rules! columns {
    () => {
        (
            invitation::id,
            invitation::service_id,
            invitation::platform_id,
            invitation::name,
            invitation::email,
            invitation::sent_at,
            invitation::open,
        )
    };
}

fn read((id, service, platform, name, email, sent_at, open): Row) -> Result<Invitation> {
    let place = match (service, platform) {
        (Some(id), None) => Place::Service(id.uuid()),
        (None, Some(id)) => Place::Platform(id.uuid()),
        _ => return Err(Error::corrupt("invitation", id, "service_id")),
    };
    let email = Email::parse(&email).map_err(|_| Error::corrupt("invitation", id, "email"))?;
    Ok(Invitation { id, place, name, email, sent_at, open })
}

fn keys(place: Place) -> (Option<Id<Place>>, Option<Id<Place>>) {
    match place {
        Place::Service(id) => (Some(Id::from_uuid(id)), None),
        Place::Platform(id) => (None, Some(Id::from_uuid(id))),
    }
}

/// Every invitation to a place, those that stand no more too, by name.
///
/// # Errors
/// What the database says.
pub fn of_place(conn: &mut Conn, place: Place) -> Result<Vec<Invitation>> {
    let (service, platform) = keys(place);
    let rows: Vec<Row> = each!(conn, |c| invitation::table
        .filter(invitation::service_id.eq(service).or(invitation::platform_id.eq(platform)))
        .order((invitation::name, invitation::id))
        .select(columns!())
        .load(c))?;
    rows.into_iter().map(read).collect()
}

/// The invitation with this key.
///
/// # Errors
/// `NotFound`.
pub fn by_id(conn: &mut Conn, id: Id<Invitation>) -> Result<Invitation> {
    let row: Row = each!(conn, |c| invitation::table.find(id).select(columns!()).first(c))?;
    read(row)
}

/// The invitation that this link opens, while it stands.
///
/// # Errors
/// What the database says.
pub fn by_link(conn: &mut Conn, hash: &[u8]) -> Result<Option<Invitation>> {
    let row: Option<Row> = each!(conn, |c| invitation::table
        .filter(invitation::link_hash.eq(hash))
        .filter(invitation::open.eq(true))
        .select(columns!())
        .first(c)
        .optional())?;
    row.map(read).transpose()
}

/// Keeps an invitation, as a new one or once more.
///
/// # Errors
/// What the database says.
pub fn save(tx: &mut Tx<'_>, new: &Invitation) -> Result<()> {
    let (service, platform) = keys(new.place);
    let changed = (
        invitation::name.eq(&new.name),
        invitation::sent_at.eq(new.sent_at),
        invitation::open.eq(new.open),
        invitation::link_hash.eq(None::<Vec<u8>>),
    );
    let values = (
        invitation::id.eq(new.id),
        invitation::service_id.eq(service),
        invitation::platform_id.eq(platform),
        invitation::email.eq(new.email.as_str()),
        changed.clone(),
    );
    each!(tx, |c| diesel::insert_into(invitation::table)
        .values(values)
        .on_conflict(invitation::id)
        .do_update()
        .set(changed)
        .execute(c))?;
    Ok(())
}

/// Sets the link, as its letter is written: one before it opens no more.
///
/// # Errors
/// What the database says.
pub fn arm(tx: &mut Tx<'_>, id: Id<Invitation>, hash: &[u8]) -> Result<()> {
    let set = invitation::link_hash.eq(Some(hash));
    each!(tx, |c| diesel::update(invitation::table.find(id)).set(set).execute(c))?;
    Ok(())
}

/// Drops an invitation: it was used.
///
/// # Errors
/// What the database says.
pub fn drop(tx: &mut Tx<'_>, id: Id<Invitation>) -> Result<()> {
    each!(tx, |c| diesel::delete(invitation::table.find(id)).execute(c))?;
    Ok(())
}

/// Forgets old ones (I15).
///
/// # Errors
/// What the database says.
pub fn sweep(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let old = invitation::table.filter(invitation::sent_at.le(retention::REQUEST.before(now)));
    Ok(each!(tx, |c| diesel::delete(old).execute(c))?)
}
