//! Accounts and sessions. Every secret is kept as SHA-256 only.

pub mod invitations;
mod presence;
mod sign_ins;

use crate::accounts::{Account, Role, SESSION_IDLE, SESSION_LIFE};
use crate::db::schema::{account, person_preference, session, sign_in};
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::kernel::{Email, Id, Instant, Lang, retention};
use diesel::prelude::*;

pub use presence::{came, note_notice, presence_of, sweep_unused, unseen};
pub use sign_ins::{
    arm_sign_in, asked, asked_since, count_try, drop_reusable, forget_address, insert_asked, insert_sign_in, set_link,
    set_offered, sign_in_by_browser, sign_in_by_link, use_sign_in,
};

#[derive(Queryable)]
struct Row {
    id: Id<Account>,
    role: String,
    email: Option<String>,
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
            email: Email::kept(row.email.as_deref()).map_err(|_| wrong("email"))?,
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
    // Nobody is found by having no address.
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
        account::email.eq(new.email.to_keep()),
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

/// Who holds the session with this hash, when it was last seen, and whether its holder wants plainer sentences; `None` when it
/// has ended.
///
/// # Errors
/// What the database says.
pub fn session_holder(conn: &mut Conn, now: Instant, hash: &[u8]) -> Result<Option<(Account, Instant, bool)>> {
    let found: Option<(Row, Instant, Option<bool>)> = each!(conn, |c| session::table
        .inner_join(account::table.on(account::id.eq(session::account_id)))
        .left_join(person_preference::table.on(person_preference::person_id.eq(account::id)))
        .filter(session::token_hash.eq(hash))
        .filter(session::expires_at.gt(now))
        .filter(session::seen_at.gt(now - SESSION_IDLE))
        .select((columns!(), session::seen_at, person_preference::plain.nullable()))
        .first(c)
        .optional())?;
    found.map(|(row, seen, plain)| Ok((Account::try_from(row)?, seen, plain.unwrap_or(false)))).transpose()
}

/// The address of an account.
///
/// # Errors
/// `Conflict` when it is taken.
pub fn set_email(tx: &mut Tx<'_>, id: Id<Account>, email: &Email) -> Result<()> {
    each!(tx, |c| diesel::update(account::table.find(id)).set(account::email.eq(email.to_keep())).execute(c))?;
    Ok(())
}

/// The language in which an account is written to.
///
/// # Errors
/// What the database says.
pub fn set_language(tx: &mut Tx<'_>, id: Id<Account>, language: Lang) -> Result<()> {
    each!(tx, |c| diesel::update(account::table.find(id)).set(account::language.eq(language.as_str())).execute(c))?;
    Ok(())
}

/// When the sessions of an account were opened and last used.
///
/// # Errors
/// What the database says.
pub fn sessions_of(conn: &mut Conn, id: Id<Account>) -> Result<Vec<(Instant, Instant)>> {
    Ok(each!(conn, |c| session::table
        .filter(session::account_id.eq(id))
        .order(session::created_at)
        .select((session::created_at, session::seen_at))
        .load(c))?)
}

/// Deletes an account: its sessions end, and all that is its person's goes with it.
///
/// # Errors
/// `Conflict` when something that stays still names it.
pub fn delete(tx: &mut Tx<'_>, id: Id<Account>) -> Result<()> {
    each!(tx, |c| diesel::delete(account::table.find(id)).execute(c))?;
    Ok(())
}

/// Notes that a session is in use.
///
/// # Errors
/// What the database says.
pub fn touch_session(tx: &mut Tx<'_>, now: Instant, hash: &[u8]) -> Result<()> {
    each!(tx, |c| diesel::update(session::table.find(hash)).set(session::seen_at.eq(now)).execute(c))?;
    Ok(())
}

/// Ends every session of an account.
///
/// # Errors
/// What the database says.
pub fn close_sessions(tx: &mut Tx<'_>, of: Id<Account>) -> Result<()> {
    each!(tx, |c| diesel::delete(session::table.filter(session::account_id.eq(of))).execute(c))?;
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

/// Deletes ended sessions and sign-ins a day after their end.
///
/// # Errors
/// What the database says.
pub fn sweep(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let before = retention::SIGN_IN.before(now);
    let a = each!(tx, |c| diesel::delete(sign_in::table.filter(sign_in::expires_at.lt(before))).execute(c))?;
    let b = each!(tx, |c| diesel::delete(session::table.filter(session::expires_at.lt(before))).execute(c))?;
    Ok(a + b)
}
