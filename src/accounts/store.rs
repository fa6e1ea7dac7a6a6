//! Accounts, sessions and pending sign-ins. Every secret is kept as SHA-256 only.

use crate::accounts::{Account, Role, SESSION_IDLE, SESSION_LIFE, SignIn};
use crate::db::schema::{account, session, sign_in};
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::kernel::{Email, Id, Instant, Lang};
use chrono::TimeDelta;
use diesel::prelude::*;

#[derive(Queryable)]
struct Row {
    id: Id<Account>,
    role: String,
    email: String,
    name: String,
    language: String,
}

macro_rules! columns {
    () => {
        (account::id, account::role, account::email, account::name, account::language)
    };
}

impl TryFrom<Row> for Account {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        let wrong = |column| Error::corrupt("account", row.id, column);
        Ok(Self {
            id: row.id,
            role: Role::parse(&row.role).ok_or_else(|| wrong("role"))?,
            email: Email::parse(&row.email).map_err(|_| wrong("email"))?,
            language: Lang::parse(&row.language).ok_or_else(|| wrong("language"))?,
            name: row.name,
        })
    }
}

/// The account with this key.
///
/// # Errors
/// `NotFound`.
pub fn by_id(conn: &mut Conn, id: Id<Account>) -> Result<Account> {
    let row: Row = each!(conn, |c| account::table.find(id).select(columns!()).first(c))?;
    row.try_into()
}

/// The account with this address.
///
/// # Errors
/// What the database says.
pub fn by_email(conn: &mut Conn, email: &Email) -> Result<Option<Account>> {
    let row: Option<Row> = each!(conn, |c| account::table
        .filter(account::email.eq(email.as_str()))
        .select(columns!())
        .first(c)
        .optional())?;
    row.map(Account::try_from).transpose()
}

/// Adds an account.
///
/// # Errors
/// `Conflict` when the address is taken.
pub fn insert(tx: &mut Tx<'_>, now: Instant, new: &Account) -> Result<()> {
    let values = (
        account::id.eq(new.id),
        account::role.eq(new.role.as_str()),
        account::email.eq(new.email.as_str()),
        account::name.eq(&new.name),
        account::language.eq(new.language.as_str()),
        account::created_at.eq(now),
    );
    each!(tx, |c| diesel::insert_into(account::table).values(values).execute(c))?;
    Ok(())
}

/// Opens a session under the hash of its token.
///
/// # Errors
/// What the database says.
pub fn open_session(tx: &mut Tx<'_>, now: Instant, hash: &[u8], account: Id<Account>) -> Result<()> {
    let values = (
        session::token_hash.eq(hash),
        session::account_id.eq(account),
        session::created_at.eq(now),
        session::seen_at.eq(now),
        session::expires_at.eq(now + SESSION_LIFE),
    );
    each!(tx, |c| diesel::insert_into(session::table).values(values).execute(c))?;
    Ok(())
}

/// Who holds the session with this hash, and when it was last seen; `None` when it has ended.
///
/// # Errors
/// What the database says.
pub fn session_holder(conn: &mut Conn, now: Instant, hash: &[u8]) -> Result<Option<(Account, Instant)>> {
    let found: Option<(Row, Instant)> = each!(conn, |c| session::table
        .inner_join(account::table.on(account::id.eq(session::account_id)))
        .filter(session::token_hash.eq(hash))
        .filter(session::expires_at.gt(now))
        .filter(session::seen_at.gt(now - SESSION_IDLE))
        .select((columns!(), session::seen_at))
        .first(c)
        .optional())?;
    found.map(|(row, seen)| Ok((Account::try_from(row)?, seen))).transpose()
}

/// Notes that a session is in use.
///
/// # Errors
/// What the database says.
pub fn touch_session(tx: &mut Tx<'_>, now: Instant, hash: &[u8]) -> Result<()> {
    each!(tx, |c| diesel::update(session::table.find(hash)).set(session::seen_at.eq(now)).execute(c))?;
    Ok(())
}

/// Ends a session.
///
/// # Errors
/// What the database says.
pub fn close_session(tx: &mut Tx<'_>, hash: &[u8]) -> Result<()> {
    each!(tx, |c| diesel::delete(session::table.find(hash)).execute(c))?;
    Ok(())
}

type SignInRow =
    (Id<SignIn>, Id<Account>, Option<Vec<u8>>, Option<Vec<u8>>, String, bool, i32, Instant, Option<Instant>);

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

/// Sets the hashes of the link and code just written into a letter.
///
/// # Errors
/// What the database says.
pub fn arm_sign_in(tx: &mut Tx<'_>, id: Id<SignIn>, link_hash: &[u8], code_hash: &[u8]) -> Result<()> {
    let hashes = (sign_in::link_hash.eq(Some(link_hash)), sign_in::code_hash.eq(Some(code_hash)));
    each!(tx, |c| diesel::update(sign_in::table.find(id)).set(hashes).execute(c))?;
    Ok(())
}

/// The pending sign-in with this key.
///
/// # Errors
/// `NotFound`.
pub fn sign_in_by_id(conn: &mut Conn, id: Id<SignIn>) -> Result<SignIn> {
    Ok(read_sign_in(each!(conn, |c| sign_in::table.find(id).select(sign_in_columns!()).first(c))?))
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

/// How many sign-ins were asked for an account since `since`.
///
/// # Errors
/// What the database says.
pub fn asked_since(conn: &mut Conn, account: Id<Account>, since: Instant) -> Result<i64> {
    Ok(each!(conn, |c| sign_in::table
        .filter(sign_in::account_id.eq(account))
        .filter(sign_in::browser_hash.is_not_null())
        .filter(sign_in::created_at.gt(since))
        .count()
        .get_result(c))?)
}

/// Deletes ended sessions and sign-ins a day after their end.
///
/// # Errors
/// What the database says.
pub fn sweep(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let before = now - TimeDelta::days(1);
    let a = each!(tx, |c| diesel::delete(sign_in::table.filter(sign_in::expires_at.lt(before))).execute(c))?;
    let b = each!(tx, |c| diesel::delete(session::table.filter(session::expires_at.lt(before))).execute(c))?;
    Ok(a + b)
}
