//! Platforms, members and keys. A key is `esc_<id>_<secret>`: found by its id, checked by the hash of its secret.

use crate::accounts::{self, Account};
use crate::db::schema::{account, api_key, platform, platform_member, session};
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::kernel::{Id, Instant, retention, secret};
use crate::platforms::{ApiKey, Kind, Platform, Scope};
use diesel::prelude::*;
use uuid::Uuid;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = platform)]
struct Row {
    id: Id<Platform>,
    slug: String,
    name: String,
    kind: String,
    siren: String,
    about: String,
    email: String,
    website: String,
    pulse_at: Instant,
}

impl TryFrom<Row> for Platform {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        let kind = Kind::parse(&row.kind).ok_or_else(|| Error::corrupt("platform", row.id, "kind"))?;
        let Row { id, slug, name, siren, about, email, website, pulse_at, .. } = row;
        Ok(Self { id, slug, name, kind, siren, about, email, website, pulse_at })
    }
}

/// Adds a platform.
///
/// # Errors
/// `Conflict` when the slug is taken.
pub fn insert(tx: &mut Tx<'_>, now: Instant, new: &Platform) -> Result<()> {
    let row = Row {
        id: new.id,
        slug: new.slug.clone(),
        name: new.name.clone(),
        kind: new.kind.as_str().to_owned(),
        siren: new.siren.clone(),
        about: new.about.clone(),
        email: new.email.clone(),
        website: new.website.clone(),
        pulse_at: new.pulse_at,
    };
    each!(tx, |c| diesel::insert_into(platform::table).values((&row, platform::created_at.eq(now))).execute(c))?;
    Ok(())
}

/// The platform with this key.
///
/// # Errors
/// `NotFound`.
pub fn by_id(conn: &mut Conn, id: Id<Platform>) -> Result<Platform> {
    let row: Row = each!(conn, |c| platform::table.find(id).select(Row::as_select()).first(c))?;
    row.try_into()
}

/// The platform with this slug.
///
/// # Errors
/// `NotFound`.
pub fn by_slug(conn: &mut Conn, slug: &str) -> Result<Platform> {
    let row: Row = each!(conn, |c| platform::table.filter(platform::slug.eq(slug)).select(Row::as_select()).first(c))?;
    row.try_into()
}

/// Every platform, by name.
///
/// # Errors
/// What the database says.
pub fn all(conn: &mut Conn) -> Result<Vec<Platform>> {
    let rows: Vec<Row> =
        each!(conn, |c| platform::table.order((platform::name, platform::id)).select(Row::as_select()).load(c))?;
    rows.into_iter().map(Platform::try_from).collect()
}

/// Notes a pulse.
///
/// # Errors
/// What the database says.
pub fn pulse(tx: &mut Tx<'_>, id: Id<Platform>, now: Instant) -> Result<()> {
    each!(tx, |c| diesel::update(platform::table.find(id)).set(platform::pulse_at.eq(now)).execute(c))?;
    Ok(())
}

/// Makes an account a member.
///
/// # Errors
/// What the database says.
pub fn add_member(tx: &mut Tx<'_>, account: Id<Account>, id: Id<Platform>) -> Result<()> {
    let values = (platform_member::account_id.eq(account), platform_member::platform_id.eq(id));
    each!(tx, |c| diesel::insert_into(platform_member::table).values(values).execute(c))?;
    Ok(())
}

/// The members of a platform: key, name and address, by name.
///
/// # Errors
/// What the database says.
pub fn members(conn: &mut Conn, id: Id<Platform>) -> Result<Vec<(Id<Account>, String, String)>> {
    Ok(each!(conn, |c| platform_member::table
        .inner_join(account::table.on(account::id.eq(platform_member::account_id)))
        .filter(platform_member::platform_id.eq(id))
        .order((account::name, account::id))
        .select((account::id, account::name, account::email.assume_not_null()))
        .load(c))?)
}

/// How many post for a platform.
///
/// # Errors
/// What the database says.
pub fn count_members(conn: &mut Conn, id: Id<Platform>) -> Result<i64> {
    Ok(each!(conn, |c| platform_member::table.filter(platform_member::platform_id.eq(id)).count().get_result(c))?)
}

/// The platform that an account posts for.
///
/// # Errors
/// `NotFound` when it posts for none.
pub fn of_member(conn: &mut Conn, account: Id<Account>) -> Result<Platform> {
    let row: Row = each!(conn, |c| platform::table
        .inner_join(platform_member::table.on(platform_member::platform_id.eq(platform::id)))
        .filter(platform_member::account_id.eq(account))
        .select(Row::as_select())
        .first(c))?;
    row.try_into()
}

/// Makes a key and tells it, the only time that it can be read.
///
/// # Errors
/// What the database says.
pub fn make_key(
    tx: &mut Tx<'_>,
    now: Instant,
    id: Id<Platform>,
    name: &str,
    scopes: &[Scope],
    until: Instant,
) -> Result<String> {
    let (key, hidden) = (Id::<ApiKey>::make(), secret::token()?);
    let words: Vec<&str> = scopes.iter().map(|s| s.as_str()).collect();
    let values = (
        api_key::id.eq(key),
        api_key::platform_id.eq(id),
        api_key::secret_hash.eq(secret::sha256(&hidden)),
        api_key::name.eq(name),
        api_key::scopes.eq(words.join(" ")),
        api_key::created_at.eq(now),
        api_key::expires_at.eq(until),
    );
    each!(tx, |c| diesel::insert_into(api_key::table).values(values).execute(c))?;
    Ok(format!("esc_{}_{hidden}", key.uuid().simple()))
}

/// A key in force, as its platform sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyLine {
    /// Key of the key.
    pub id: Id<ApiKey>,
    /// What the platform calls it.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// Since when.
    pub created_at: Instant,
    /// Until when.
    pub expires_at: Instant,
}

/// The keys of a platform that are in force, latest first.
///
/// # Errors
/// What the database says.
pub fn keys_of(conn: &mut Conn, id: Id<Platform>, now: Instant) -> Result<Vec<KeyLine>> {
    let rows: Vec<(Id<ApiKey>, String, String, Instant, Instant)> = each!(conn, |c| api_key::table
        .filter(api_key::platform_id.eq(id))
        .filter(api_key::expires_at.gt(now))
        .filter(api_key::revoked_at.is_null())
        .order(api_key::id.desc())
        .select((api_key::id, api_key::name, api_key::scopes, api_key::created_at, api_key::expires_at))
        .load(c))?;
    let line = |(id, name, words, created_at, expires_at): (_, _, String, _, _)| KeyLine {
        id,
        name,
        scopes: scopes(&words),
        created_at,
        expires_at,
    };
    Ok(rows.into_iter().map(line).collect())
}

/// Ends a key of this platform at once; one that is ended already stays so, with its date.
///
/// # Errors
/// `NotFound` when it is not theirs.
pub fn revoke_key(tx: &mut Tx<'_>, platform: Id<Platform>, id: Id<ApiKey>, now: Instant) -> Result<()> {
    let _: Id<ApiKey> =
        each!(tx, |c| api_key::table.find(id).filter(api_key::platform_id.eq(platform)).select(api_key::id).first(c))?;
    let live = api_key::table.find(id).filter(api_key::revoked_at.is_null());
    each!(tx, |c| diesel::update(live).set(api_key::revoked_at.eq(Some(now))).execute(c))?;
    Ok(())
}

fn scopes(words: &str) -> Vec<Scope> {
    words.split(' ').filter_map(Scope::parse).collect()
}

/// Ends the keys with this name.
///
/// # Errors
/// What the database says.
pub fn revoke_keys_named(tx: &mut Tx<'_>, now: Instant, name: &str) -> Result<usize> {
    let live = api_key::table.filter(api_key::name.eq(name)).filter(api_key::revoked_at.is_null());
    Ok(each!(tx, |c| diesel::update(live).set(api_key::revoked_at.eq(Some(now))).execute(c))?)
}

/// The live key that this text is; `None` for anything else.
///
/// # Errors
/// What the database says.
pub fn key(conn: &mut Conn, now: Instant, text: &str) -> Result<Option<ApiKey>> {
    let parts = text.strip_prefix("esc_").and_then(|rest| rest.split_once('_'));
    let Some((id, hidden)) = parts.and_then(|(id, s)| Some((Uuid::try_parse(id).ok()?, s))) else { return Ok(None) };
    let id: Id<ApiKey> = Id::from_uuid(id);
    let row: Option<(Id<Platform>, String)> = each!(conn, |c| api_key::table
        .find(id)
        .filter(api_key::secret_hash.eq(secret::sha256(hidden)))
        .filter(api_key::expires_at.gt(now))
        .filter(api_key::revoked_at.is_null())
        .select((api_key::platform_id, api_key::scopes))
        .first(c)
        .optional())?;
    Ok(row.map(|(platform, words)| ApiKey { id, platform, scopes: scopes(&words) }))
}

/// Forgets the accounts of platforms that belong to none, a year after they were made (I15).
///
/// # Errors
/// What the database says.
pub fn sweep_accounts(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let member = platform_member::table.filter(platform_member::account_id.eq(account::id));
    let here = session::table.filter(session::account_id.eq(account::id));
    let gone: Vec<Id<Account>> = each!(tx, |c| account::table
        .filter(account::role.eq(accounts::Role::Platform.as_str()))
        .filter(account::created_at.le(retention::LEFT.before(now)))
        .filter(diesel::dsl::not(diesel::dsl::exists(member)))
        .filter(diesel::dsl::not(diesel::dsl::exists(here)))
        .select(account::id)
        .limit(500)
        .load(c))?;
    Ok(each!(tx, |c| diesel::delete(account::table.filter(account::id.eq_any(&gone))).execute(c))?)
}
