//! Referrals, receipts and the public halves of the keys.

mod sent;

use crate::db::schema::{offer, receipt, referral, signing_key};
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::follow_ups::Advisor;
use crate::kernel::{Id, Instant, retention};
use crate::offers::Offer;
use crate::people::Person;
use crate::platforms::Platform;
use crate::referrals::receipt::{Receipt, Signer};
use crate::referrals::{CloseCause, Referral, State};
use diesel::prelude::*;

pub use sent::{Asked, count_of_advisor, of_advisor, offers_of};

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = referral)]
struct Row {
    id: Id<Referral>,
    offer_id: Id<Offer>,
    person_id: Id<Person>,
    advisor_id: Id<Advisor>,
    receipt_code: String,
    note: String,
    proposed_at: Instant,
    closed_at: Option<Instant>,
    close_cause: Option<String>,
}

impl TryFrom<Row> for Referral {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        let cause = row.close_cause.as_deref().map(CloseCause::parse);
        let state = match (row.closed_at, cause) {
            (None, None) => State::Proposed,
            (Some(at), Some(Some(cause))) => State::Closed { at, cause },
            _ => return Err(Error::corrupt("referral", row.id, "close_cause")),
        };
        Ok(Self {
            id: row.id,
            offer: row.offer_id,
            person: row.person_id,
            advisor: row.advisor_id,
            receipt: row.receipt_code,
            note: row.note,
            proposed_at: row.proposed_at,
            state,
        })
    }
}

/// Adds a referral.
///
/// # Errors
/// `Conflict` when the same offer is already before the same person.
pub fn insert(tx: &mut Tx<'_>, new: &Referral) -> Result<()> {
    let row = Row {
        id: new.id,
        offer_id: new.offer,
        person_id: new.person,
        advisor_id: new.advisor,
        receipt_code: new.receipt.clone(),
        note: new.note.clone(),
        proposed_at: new.proposed_at,
        closed_at: None,
        close_cause: None,
    };
    each!(tx, |c| diesel::insert_into(referral::table).values(&row).execute(c))?;
    Ok(())
}

/// Saves a closing.
///
/// # Errors
/// What the database says.
pub fn save_state(tx: &mut Tx<'_>, changed: &Referral) -> Result<()> {
    let (at, cause) = match changed.state {
        State::Proposed => (None, None),
        State::Closed { at, cause } => (Some(at), Some(cause.as_str())),
    };
    let set = (referral::closed_at.eq(at), referral::close_cause.eq(cause));
    each!(tx, |c| diesel::update(referral::table.find(changed.id)).set(set).execute(c))?;
    Ok(())
}

/// The referral with this key.
///
/// # Errors
/// `NotFound`.
pub fn by_id(conn: &mut Conn, id: Id<Referral>) -> Result<Referral> {
    let row: Row = each!(conn, |c| referral::table.find(id).select(Row::as_select()).first(c))?;
    row.try_into()
}

/// What was put before a person, latest first.
///
/// # Errors
/// What the database says.
pub fn of_person(conn: &mut Conn, person: Id<Person>) -> Result<Vec<Referral>> {
    let rows: Vec<Row> = each!(conn, |c| referral::table
        .filter(referral::person_id.eq(person))
        .order((referral::proposed_at.desc(), referral::id))
        .select(Row::as_select())
        .load(c))?;
    rows.into_iter().map(Referral::try_from).collect()
}

/// The open referral of an offer to a person.
///
/// # Errors
/// What the database says.
pub fn open_for(conn: &mut Conn, offer: Id<Offer>, person: Id<Person>) -> Result<Option<Referral>> {
    let row: Option<Row> = each!(conn, |c| referral::table
        .filter(referral::offer_id.eq(offer))
        .filter(referral::person_id.eq(person))
        .filter(referral::closed_at.is_null())
        .select(Row::as_select())
        .first(c)
        .optional())?;
    row.map(Referral::try_from).transpose()
}

/// The open referrals of an offer.
///
/// # Errors
/// What the database says.
pub fn open_of_offer(conn: &mut Conn, offer: Id<Offer>) -> Result<Vec<Referral>> {
    let rows: Vec<Row> = each!(conn, |c| referral::table
        .filter(referral::offer_id.eq(offer))
        .filter(referral::closed_at.is_null())
        .order(referral::id)
        .select(Row::as_select())
        .load(c))?;
    rows.into_iter().map(Referral::try_from).collect()
}

/// How many referrals to a platform's offers are open.
///
/// # Errors
/// What the database says.
pub fn count_open_of_platform(conn: &mut Conn, platform: Id<Platform>) -> Result<i64> {
    let theirs = offer::table.filter(offer::platform_id.eq(platform)).select(offer::id);
    Ok(each!(conn, |c| referral::table
        .filter(referral::closed_at.is_null())
        .filter(referral::offer_id.eq_any(theirs))
        .count()
        .get_result(c))?)
}

/// Publishes the public half of a key; does nothing when it is known.
///
/// # Errors
/// What the database says.
pub fn publish_key(tx: &mut Tx<'_>, now: Instant, signer: &Signer) -> Result<()> {
    let values = (
        signing_key::id.eq(signer.id()),
        signing_key::public_key.eq(signer.public_key()),
        signing_key::created_at.eq(now),
    );
    each!(tx, |c| diesel::insert_into(signing_key::table).values(values).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

/// Every published key: name and public half.
///
/// # Errors
/// What the database says.
pub fn keys(conn: &mut Conn) -> Result<Vec<(String, Vec<u8>)>> {
    Ok(each!(conn, |c| signing_key::table
        .order(signing_key::id)
        .select((signing_key::id, signing_key::public_key))
        .load(c))?)
}

/// Keeps a receipt.
///
/// # Errors
/// What the database says.
pub fn insert_receipt(tx: &mut Tx<'_>, offer: Id<Offer>, new: &Receipt) -> Result<()> {
    let values = (
        receipt::code.eq(&new.code),
        receipt::offer_id.eq(offer),
        receipt::issued_at.eq(new.issued_at),
        receipt::document.eq(&new.document),
        receipt::key_id.eq(&new.key_id),
        receipt::signature.eq(&new.signature),
    );
    each!(tx, |c| diesel::insert_into(receipt::table).values(values).execute(c))?;
    Ok(())
}

/// The receipt with this code, with the public half of its key.
///
/// # Errors
/// `NotFound`.
pub fn receipt_by_code(conn: &mut Conn, code: &str) -> Result<(Receipt, Vec<u8>)> {
    let (code, issued_at, document, key_id, signature, public_key): (
        String,
        Instant,
        String,
        String,
        Vec<u8>,
        Vec<u8>,
    ) = each!(conn, |c| receipt::table
        .inner_join(signing_key::table.on(signing_key::id.eq(receipt::key_id)))
        .filter(receipt::code.eq(code))
        .select((
            receipt::code,
            receipt::issued_at,
            receipt::document,
            receipt::key_id,
            receipt::signature,
            signing_key::public_key
        ))
        .first(c))?;
    Ok((Receipt { code, issued_at, document, key_id, signature }, public_key))
}

/// A receipt of the offer made since an instant, to be given again instead of a new one.
///
/// # Errors
/// What the database says.
pub fn recent_receipt(conn: &mut Conn, offer: Id<Offer>, since: Instant) -> Result<Option<(String, String)>> {
    Ok(each!(conn, |c| receipt::table
        .filter(receipt::offer_id.eq(offer))
        .filter(receipt::issued_at.gt(since))
        .order((receipt::issued_at.desc(), receipt::code))
        .select((receipt::code, receipt::document))
        .first(c)
        .optional())?)
}

/// Forgets proposals whose time is over, open or closed (I15): what stays is their receipts, which name nobody.
///
/// # Errors
/// What the database says.
pub fn sweep(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let old = referral::table.filter(referral::proposed_at.le(retention::REFERRAL.before(now)));
    Ok(each!(tx, |c| diesel::delete(old).execute(c))?)
}

/// Forgets receipts whose time is over (I15).
///
/// # Errors
/// What the database says.
pub fn sweep_receipts(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let given = referral::table.filter(referral::receipt_code.eq(receipt::code));
    let old = receipt::table
        .filter(receipt::issued_at.le(retention::RECEIPT.before(now)))
        .filter(diesel::dsl::not(diesel::dsl::exists(given)));
    Ok(each!(tx, |c| diesel::delete(old).execute(c))?)
}
