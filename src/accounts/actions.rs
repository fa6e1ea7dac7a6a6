//! Asking for a sign-in, using a link or a code, leaving.

pub mod invitations;

use crate::accounts::{Account, Asked, Holder, LETTER_LINK_LIFE, Role, SIGN_IN_LIFE, SignIn, local_path, store};
use crate::db::{Error, Result, Tx};
use crate::jobs::{self, Task};
use crate::kernel::{Email, Id, Instant, RuleError, secret};
use chrono::TimeDelta;

/// Letters that one address may ask for in ten minutes.
const ASKS: i64 = 5;

/// A session just opened: the cookie's value and where to go.
#[derive(Debug)]
pub struct Opened {
    /// The secret of the cookie.
    pub token: String,
    /// Who is signed in.
    pub account: Account,
    /// A path of ours.
    pub goes_to: String,
}

/// Asks for a link and a code. Whether the address has an account is not looked at: any address does the same work and
/// writes the same rows, so that not even the time it takes tells; the letter's job finds out.
///
/// # Errors
/// What the database says.
pub fn ask(tx: &mut Tx<'_>, now: Instant, asked: &Asked) -> Result<()> {
    if store::asked_since(tx, &asked.mac, now - SIGN_IN_LIFE)? >= ASKS {
        return Ok(());
    }
    let id = Id::make();
    store::insert_asked(tx, now, id, asked, now + SIGN_IN_LIFE)?;
    jobs::enqueue(tx, now, &Task::SignInLetter { sign_in: id.uuid() })
}

/// Makes a link for a letter: valid a week, once, in any browser. Tells the secret part of the link.
///
/// # Errors
/// What the database says.
pub fn letter_link(tx: &mut Tx<'_>, now: Instant, account: Id<Account>, goes_to: &str) -> Result<String> {
    make_link(tx, now, account, goes_to, LETTER_LINK_LIFE, false)
}

/// Promises a link that a letter will hold: its secret part is made when the letter is written. Valid a week, once.
///
/// # Errors
/// What the database says.
pub fn promise_link(tx: &mut Tx<'_>, now: Instant, account: Id<Account>, goes_to: &str) -> Result<Id<SignIn>> {
    let pending = promised(account, goes_to, now + LETTER_LINK_LIFE);
    store::insert_sign_in(tx, now, &pending, None)?;
    Ok(pending.id)
}

/// The secret part of a link that was promised, and whose it is; `None` when it is too late.
///
/// # Errors
/// `NotFound` when it has been swept away.
pub fn promised_link(tx: &mut Tx<'_>, now: Instant, id: Id<SignIn>) -> Result<Option<(Account, String)>> {
    let (pending, _) = store::asked(tx, id)?;
    let Some(account) = pending.account.filter(|_| pending.check(None, now).is_ok()) else { return Ok(None) };
    let token = secret::token()?;
    store::set_link(tx, id, &secret::sha256(&token))?;
    Ok(Some((store::by_id(tx, account)?, token)))
}

fn promised(account: Id<Account>, goes_to: &str, expires_at: Instant) -> SignIn {
    SignIn {
        id: Id::make(),
        account: Some(account),
        browser_hash: None,
        code_hash: None,
        goes_to: local_path(goes_to),
        reusable: false,
        tries: 0,
        expires_at,
        used_at: None,
    }
}

/// Makes a link that can be used again, for the demo only.
///
/// # Errors
/// What the database says.
pub fn demo_link(tx: &mut Tx<'_>, now: Instant, account: Id<Account>, goes_to: &str) -> Result<String> {
    make_link(tx, now, account, goes_to, TimeDelta::days(3_650), true)
}

fn make_link(
    tx: &mut Tx<'_>,
    now: Instant,
    account: Id<Account>,
    goes_to: &str,
    life: TimeDelta,
    reusable: bool,
) -> Result<String> {
    let token = secret::token()?;
    let pending = SignIn { reusable, ..promised(account, goes_to, now + life) };
    store::insert_sign_in(tx, now, &pending, Some(&secret::sha256(&token)))?;
    Ok(token)
}

/// Opens a session by the link of a letter, after the person pressed *Continuer*.
///
/// # Errors
/// `sign-in-unknown`, or what [`SignIn::check`] says.
pub fn open_by_link(tx: &mut Tx<'_>, now: Instant, token: &str, browser: Option<&str>) -> Result<Opened> {
    let pending =
        store::sign_in_by_link(tx, &secret::sha256(token))?.ok_or_else(|| RuleError::gone("sign-in-unknown"))?;
    open(tx, now, &pending, browser)
}

/// Opens a session by the code of a letter, in the browser that asked. A wrong code is counted and kept: the caller
/// must commit, which is why it is a value and not an error.
///
/// # Errors
/// What [`SignIn::check`] says.
pub fn open_by_code(
    tx: &mut Tx<'_>,
    now: Instant,
    code: &str,
    browser: &str,
) -> Result<std::result::Result<Opened, RuleError>> {
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    let wrong = || Ok(Err(RuleError::invalid("sign-in-code-wrong").on("code")));
    let Some(pending) = store::sign_in_by_browser(tx, &secret::sha256(browser))? else { return wrong() };
    pending.check(Some(&secret::sha256(browser)), now)?;
    if pending.code_hash.as_deref() != Some(code_hash(&pending, &digits).as_slice()) {
        store::count_try(tx, pending.id)?;
        return wrong();
    }
    open(tx, now, &pending, Some(browser)).map(Ok)
}

fn open(tx: &mut Tx<'_>, now: Instant, pending: &SignIn, browser: Option<&str>) -> Result<Opened> {
    pending.check(browser.map(secret::sha256).as_deref(), now)?;
    if !store::use_sign_in(tx, now, pending.id)? {
        return Err(RuleError::gone("sign-in-used").into());
    }
    let account = store::by_id(tx, pending.account.ok_or_else(|| RuleError::gone("sign-in-unknown"))?)?;
    let account = addressed(tx, pending, account)?;
    let token = secret::token()?;
    store::open_session(tx, now, &secret::sha256(&token), account.id)?;
    came(tx, now, &account)?;
    Ok(Opened { token, account, goes_to: pending.goes_to.clone() })
}

/// Gives an account that has none an address: it becomes its own when the link of a letter to that address is opened. Whether
/// the address is known already is not looked at before: any address is answered the same.
///
/// # Errors
/// What the database says.
pub fn offer_address(tx: &mut Tx<'_>, now: Instant, account: Id<Account>, email: &Email) -> Result<()> {
    let pending = promised(account, Role::Person.home(), now + LETTER_LINK_LIFE);
    store::insert_sign_in(tx, now, &pending, None)?;
    store::set_offered(tx, pending.id, email)?;
    jobs::enqueue(tx, now, &Task::AddressLetter { sign_in: pending.id.uuid() })
}

/// The account, with the address that this sign-in makes its own; nobody's account takes the address of another.
fn addressed(tx: &mut Tx<'_>, pending: &SignIn, account: Account) -> Result<Account> {
    let (_, Some(email)) = store::asked(tx, pending.id)? else { return Ok(account) };
    store::forget_address(tx, pending.id)?;
    if !account.email.is_none() || store::by_email(tx, &email)?.is_some() {
        return Err(RuleError::gone("sign-in-unknown").into());
    }
    store::set_email(tx, account.id, &email)?;
    Ok(Account { email, ..account })
}

/// Somebody came: nothing is forgotten for not coming. Of advisors and of platforms, who leave by themselves, it is not kept when
/// they came.
fn came(tx: &mut Tx<'_>, now: Instant, account: &Account) -> Result<()> {
    match account.role {
        Role::Person | Role::LabelBody | Role::Admin => store::came(tx, now, account.id),
        Role::Advisor | Role::Platform => Ok(()),
    }
}

/// The hash under which a code is kept: bound to its sign-in, so that a table of hashes of codes is of no use.
#[must_use]
pub fn code_hash(pending: &SignIn, code: &str) -> Vec<u8> {
    secret::sha256(&format!("{}:{code}", pending.id))
}

/// Makes the link and code of a sign-in that was asked for, at the moment its letter is written; `None` when the address
/// has no account, or too late. Either way the address is forgotten: what is left of it opens nothing and names nobody.
///
/// # Errors
/// `NotFound` when the sign-in has been swept away.
pub fn arm(tx: &mut Tx<'_>, now: Instant, id: Id<SignIn>) -> Result<Option<(Account, String, String)>> {
    let (mut pending, address) = store::asked(tx, id)?;
    let account = match (pending.account, address) {
        (Some(known), _) => Some(store::by_id(tx, known)?),
        (None, Some(email)) => store::by_email(tx, &email)?,
        (None, None) => None,
    };
    let in_time = pending.check(pending.browser_hash.as_deref(), now).is_ok();
    let Some(account) = account.filter(|_| in_time) else {
        store::forget_address(tx, id)?;
        return Ok(None);
    };
    let (token, code) = (secret::token()?, secret::eight_digits()?);
    if pending.goes_to == "/" {
        account.role.home().clone_into(&mut pending.goes_to);
    }
    pending.account = Some(account.id);
    pending.code_hash = Some(code_hash(&pending, &code));
    store::arm_sign_in(tx, &pending, &secret::sha256(&token))?;
    Ok(Some((account, token, code)))
}

/// Adds an account.
///
/// # Errors
/// `email-taken` when the address has one already.
pub fn register(tx: &mut Tx<'_>, now: Instant, account: &Account) -> Result<()> {
    if !account.email.is_none() && store::by_email(tx, &account.email)?.is_some() {
        return Err(RuleError::conflict("email-taken").on("email").into());
    }
    store::insert(tx, now, account)?;
    came(tx, now, account)
}

/// Ends the session of this cookie.
///
/// # Errors
/// What the database says.
pub fn leave(tx: &mut Tx<'_>, token: &str) -> Result<()> {
    store::close_session(tx, &secret::sha256(token))
}

/// Who holds this cookie; notes the visit at most every ten minutes, so that reading pages does not write.
///
/// # Errors
/// What the database says.
pub fn holder(store_: &crate::db::Store, now: Instant, token: &str) -> Result<Option<Holder>> {
    let hash = secret::sha256(token);
    let Some((account, seen, plain)) = store_.read(|conn| store::session_holder(conn, now, &hash))? else {
        return Ok(None);
    };
    if now - seen > TimeDelta::minutes(10) {
        let note = |tx: &mut Tx<'_>| {
            store::touch_session(tx, now, &hash)?;
            came(tx, now, &account)
        };
        match store_.write(note) {
            Ok(()) | Err(Error::Busy) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(Some(Holder { account, plain }))
}
