//! Pending sign-ins: asked for by an address, or made for a letter. Links and codes are kept as SHA-256 only.

use crate::accounts::{Account, Asked, SignIn};
use crate::db::schema::sign_in;
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::kernel::{Email, Id, Instant};
use diesel::prelude::*;

type SignInRow =
    (Id<SignIn>, Option<Id<Account>>, Option<Vec<u8>>, Option<Vec<u8>>, String, bool, i32, Instant, Option<Instant>);

macro_rules! sign_in_columns {
    () => {
        (
            sign_in::id,
            sign_in::account_id,
            sign_in::browser_hash,
            sign_in::code_hash,
            sign_in::goes_to,
            sign_in::reusable,
            sign_in::tries,
            sign_in::expires_at,
            sign_in::used_at,
        )
    };
}

fn read_sign_in(row: SignInRow) -> SignIn {
    let (id, account, browser_hash, code_hash, goes_to, reusable, tries, expires_at, used_at) = row;
    SignIn { id, account, browser_hash, code_hash, goes_to, reusable, tries, expires_at, used_at }
}

/// Keeps a pending sign-in; its link is set when the letter is written.
///
/// # Errors
/// What the database says.
pub fn insert_sign_in(tx: &mut Tx<'_>, now: Instant, pending: &SignIn, link_hash: Option<&[u8]>) -> Result<()> {
    let values = (
        sign_in::id.eq(pending.id),
        sign_in::account_id.eq(pending.account),
        sign_in::link_hash.eq(link_hash),
        sign_in::code_hash.eq(pending.code_hash.as_deref()),
        sign_in::browser_hash.eq(pending.browser_hash.as_deref()),
        sign_in::goes_to.eq(&pending.goes_to),
        sign_in::reusable.eq(pending.reusable),
        sign_in::tries.eq(pending.tries),
        sign_in::created_at.eq(now),
        sign_in::expires_at.eq(pending.expires_at),
    );
    each!(tx, |c| diesel::insert_into(sign_in::table).values(values).execute(c))?;
    Ok(())
}

/// Keeps a sign-in that an address asked for.
///
/// # Errors
/// What the database says.
pub fn insert_asked(tx: &mut Tx<'_>, now: Instant, id: Id<SignIn>, asked: &Asked, until: Instant) -> Result<()> {
    let values = (
        sign_in::id.eq(id),
        sign_in::address.eq(asked.email.as_str()),
        sign_in::address_mac.eq(&asked.mac),
        sign_in::browser_hash.eq(&asked.browser_hash),
        sign_in::goes_to.eq(&asked.goes_to),
        sign_in::reusable.eq(false),
        sign_in::tries.eq(0),
        sign_in::created_at.eq(now),
        sign_in::expires_at.eq(until),
    );
    each!(tx, |c| diesel::insert_into(sign_in::table).values(values).execute(c))?;
    Ok(())
}

/// A sign-in that was asked for, and its address until a letter was written.
///
/// # Errors
/// `NotFound`.
pub fn asked(conn: &mut Conn, id: Id<SignIn>) -> Result<(SignIn, Option<Email>)> {
    let (row, address): (SignInRow, Option<String>) =
        each!(conn, |c| sign_in::table.find(id).select((sign_in_columns!(), sign_in::address)).first(c))?;
    let wrong = |_| Error::corrupt("sign_in", id, "address");
    Ok((read_sign_in(row), address.map(|a| Email::parse(&a)).transpose().map_err(wrong)?))
}

/// Forgets who asked.
///
/// # Errors
/// What the database says.
pub fn forget_address(tx: &mut Tx<'_>, id: Id<SignIn>) -> Result<()> {
    each!(tx, |c| diesel::update(sign_in::table.find(id)).set(sign_in::address.eq(None::<String>)).execute(c))?;
    Ok(())
}

/// Sets whom a sign-in is for, with the hashes of the link and code just written into a letter, and forgets the address.
///
/// # Errors
/// What the database says.
pub fn arm_sign_in(tx: &mut Tx<'_>, pending: &SignIn, link_hash: &[u8]) -> Result<()> {
    let known = (
        sign_in::account_id.eq(pending.account),
        sign_in::address.eq(None::<String>),
        sign_in::goes_to.eq(&pending.goes_to),
        sign_in::link_hash.eq(Some(link_hash)),
        sign_in::code_hash.eq(pending.code_hash.as_deref()),
    );
    each!(tx, |c| diesel::update(sign_in::table.find(pending.id)).set(known).execute(c))?;
    Ok(())
}

/// The pending sign-in of a link.
///
/// # Errors
/// What the database says.
pub fn sign_in_by_link(conn: &mut Conn, hash: &[u8]) -> Result<Option<SignIn>> {
    let row: Option<SignInRow> = each!(conn, |c| sign_in::table
        .filter(sign_in::link_hash.eq(hash))
        .select(sign_in_columns!())
        .first(c)
        .optional())?;
    Ok(row.map(read_sign_in))
}

/// The latest pending sign-in asked for by a browser.
///
/// # Errors
/// What the database says.
pub fn sign_in_by_browser(conn: &mut Conn, hash: &[u8]) -> Result<Option<SignIn>> {
    let row: Option<SignInRow> = each!(conn, |c| sign_in::table
        .filter(sign_in::browser_hash.eq(hash))
        .order((sign_in::created_at.desc(), sign_in::id.desc()))
        .select(sign_in_columns!())
        .first(c)
        .optional())?;
    Ok(row.map(read_sign_in))
}

/// Marks a sign-in as used; tells whether this call was the first to do so.
///
/// # Errors
/// What the database says.
pub fn use_sign_in(tx: &mut Tx<'_>, now: Instant, id: Id<SignIn>) -> Result<bool> {
    let changed = each!(tx, |c| diesel::update(
        sign_in::table.find(id).filter(sign_in::used_at.is_null().or(sign_in::reusable.eq(true)))
    )
    .set(sign_in::used_at.eq(Some(now)))
    .execute(c))?;
    Ok(changed == 1)
}

/// Forgets the links of a demo: only a demo that starts makes new ones.
///
/// # Errors
/// What the database says.
pub fn drop_reusable(tx: &mut Tx<'_>) -> Result<usize> {
    Ok(each!(tx, |c| diesel::delete(sign_in::table.filter(sign_in::reusable.eq(true))).execute(c))?)
}

/// Counts a wrong code.
///
/// # Errors
/// What the database says.
pub fn count_try(tx: &mut Tx<'_>, id: Id<SignIn>) -> Result<()> {
    each!(tx, |c| diesel::update(sign_in::table.find(id)).set(sign_in::tries.eq(sign_in::tries + 1)).execute(c))?;
    Ok(())
}

/// How many sign-ins an address asked for since `since`.
///
/// # Errors
/// What the database says.
pub fn asked_since(conn: &mut Conn, mac: &str, since: Instant) -> Result<i64> {
    Ok(each!(conn, |c| sign_in::table
        .filter(sign_in::address_mac.eq(mac))
        .filter(sign_in::created_at.gt(since))
        .count()
        .get_result(c))?)
}

/// Keeps the address that a sign-in would make the account's own.
///
/// # Errors
/// What the database says.
pub fn set_offered(tx: &mut Tx<'_>, id: Id<SignIn>, email: &Email) -> Result<()> {
    let known = sign_in::address.eq(Some(email.as_str()));
    each!(tx, |c| diesel::update(sign_in::table.find(id)).set(known).execute(c))?;
    Ok(())
}

/// Sets the hash of a link that was just written into a letter.
///
/// # Errors
/// What the database says.
pub fn set_link(tx: &mut Tx<'_>, id: Id<SignIn>, link_hash: &[u8]) -> Result<()> {
    each!(tx, |c| diesel::update(sign_in::table.find(id)).set(sign_in::link_hash.eq(Some(link_hash))).execute(c))?;
    Ok(())
}
