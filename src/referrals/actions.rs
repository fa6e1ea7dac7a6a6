//! Proposing, taking back, closing with the offer, issuing receipts.

use crate::db::{Error, Result, Tx};
use crate::follow_ups::{Mandate, store as follow_ups};
use crate::jobs::{self, News, Task};
use crate::journal::{self, Event};
use crate::kernel::{Id, Instant, RuleError, secret};
use crate::offers::{Offer, State as OfferState, store as offers};
use crate::people::store as people;
use crate::referrals::receipt::{self, Receipt, Signer, document};
use crate::referrals::{CloseCause, Grounds, Referral, State, store};
use crate::{labels, platforms, push};
use chrono::TimeDelta;
use std::collections::BTreeMap;

/// A receipt asked for again within this time is the same one.
const SAME_RECEIPT: TimeDelta = TimeDelta::minutes(10);

/// What is needed besides the transaction to issue receipts.
pub struct Desk<'a> {
    /// Signs.
    pub signer: &'a Signer,
    /// The notice in French, as shown on this offer.
    pub notice: &'a dyn Fn(&Offer) -> String,
}

/// Puts an offer before a person whom the advisor follows: receipt, referral, letter and journal in one transaction.
///
/// # Errors
/// `referral-already-open`, `follow-up-not-active`, `label-not-active`, `offer-*`, `proposals-not-wanted`; `NotFound`.
pub fn propose(
    tx: &mut Tx<'_>,
    now: Instant,
    desk: &Desk<'_>,
    mandate: &Mandate,
    offer: Id<Offer>,
    note: &str,
) -> Result<Referral> {
    let referral = put(tx, now, desk, mandate, offer, note)?;
    tell(tx, now, std::slice::from_ref(&referral))?;
    Ok(referral)
}

/// Tells each person of what was put before her in this transaction: all of it in one letter.
///
/// # Errors
/// What the database says.
pub fn tell(tx: &mut Tx<'_>, now: Instant, put: &[Referral]) -> Result<()> {
    let mut people: BTreeMap<_, Vec<uuid::Uuid>> = BTreeMap::new();
    for referral in put {
        people.entry(referral.person).or_default().push(referral.id.uuid());
    }
    for (person, referrals) in people {
        let task = match referrals.as_slice() {
            [one] => Task::ProposalLetter { referral: *one },
            _ => Task::ProposalsLetter { referrals: referrals.clone() },
        };
        jobs::enqueue(tx, now, &task)?;
        push::actions::tell(tx, now, person, &News::Proposed { referrals })?;
    }
    Ok(())
}

/// [`propose`], but for the letter, which [`tell`] promises.
///
/// # Errors
/// What [`propose`] says.
pub fn put(
    tx: &mut Tx<'_>,
    now: Instant,
    desk: &Desk<'_>,
    mandate: &Mandate,
    offer: Id<Offer>,
    note: &str,
) -> Result<Referral> {
    let offer = offers::by_id(tx, offer)?;
    let person = people::by_id(tx, mandate.person())?;
    let platform = platforms::store::by_id(tx, offer.platform)?;
    let label = labels::store::of_platform(tx, offer.platform)?.require_active(now)?;
    offer.visible(Some(&label), platform.pulse_at, now)?;
    if store::open_for(tx, offer.id, person.id)?.is_some() {
        return Err(RuleError::conflict("referral-already-open").into());
    }
    let follow_up = follow_ups::follow_up_of(tx, now, person.id)?
        .ok_or_else(|| RuleError::conflict("follow-up-not-active"))?
        .active()?;
    let grounds = Grounds { mandate, follow_up: &follow_up, label: &label, offer: &offer, person: &person };
    let referral = grounds.propose(code()?, note, now)?;
    let text = (desk.notice)(&offer);
    sign(
        tx,
        now,
        desk.signer,
        &offer,
        referral.receipt.clone(),
        &document(&referral.receipt, &offer, &platform, &label, &text, now),
    )?;
    store::insert(tx, &referral)?;
    let event = Event::new(journal::Kind::ReferralProposed).offer(offer.id.uuid()).person(person.id.uuid());
    journal::record(tx, now, &event.by(mandate.advisor().uuid()))?;
    Ok(referral)
}

/// The advisor takes a proposal back.
///
/// # Errors
/// `NotFound` when it is not before a person whom she follows; `referral-closed`.
pub fn take_back(tx: &mut Tx<'_>, now: Instant, mandate: &Mandate, id: Id<Referral>) -> Result<()> {
    let referral = store::by_id(tx, id)?;
    if referral.person != mandate.person() {
        return Err(Error::NotFound);
    }
    close(tx, now, referral, CloseCause::TakenBack)
}

/// Closes what was proposed of an offer that has ended.
///
/// # Errors
/// What the database says.
pub fn close_with_offer(tx: &mut Tx<'_>, now: Instant, offer: &Offer) -> Result<()> {
    if matches!(offer.state, OfferState::Published { .. } | OfferState::Draft) {
        return Ok(());
    }
    for referral in store::open_of_offer(tx, offer.id)? {
        close(tx, now, referral, CloseCause::OfferEnded)?;
    }
    Ok(())
}

fn close(tx: &mut Tx<'_>, now: Instant, referral: Referral, cause: CloseCause) -> Result<()> {
    let closed = referral.close(cause, now)?;
    debug_assert!(matches!(closed.state, State::Closed { .. }));
    store::save_state(tx, &closed)?;
    let event = Event::new(journal::Kind::ReferralClosed).offer(closed.offer.uuid()).person(closed.person.uuid());
    journal::record(tx, now, &event).map(drop)
}

/// Issues a receipt of a visible offer to whoever asks; tells its code.
///
/// # Errors
/// `label-not-active`, `offer-*`; `NotFound`.
pub fn issue_receipt(tx: &mut Tx<'_>, now: Instant, desk: &Desk<'_>, offer: Id<Offer>) -> Result<String> {
    let offer = offers::by_id(tx, offer)?;
    let platform = platforms::store::by_id(tx, offer.platform)?;
    let label = labels::store::of_platform(tx, offer.platform)?.require_active(now)?;
    offer.visible(Some(&label), platform.pulse_at, now)?;
    let text = (desk.notice)(&offer);
    if let Some((code, said)) = store::recent_receipt(tx, offer.id, now - SAME_RECEIPT)?
        && receipt::same_words(&said, &offer, &text)
    {
        return Ok(code);
    }
    let code = code()?;
    sign(tx, now, desk.signer, &offer, code.clone(), &document(&code, &offer, &platform, &label, &text, now))?;
    Ok(code)
}

fn sign(tx: &mut Tx<'_>, now: Instant, signer: &Signer, offer: &Offer, code: String, document: &str) -> Result<()> {
    let signature = signer.sign(document);
    let receipt =
        Receipt { code, issued_at: now, document: document.to_owned(), key_id: signer.id().to_owned(), signature };
    store::insert_receipt(tx, offer.id, &receipt)
}

/// Twelve characters that are easy to read aloud, in three groups.
fn code() -> Result<String> {
    const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    let bytes = secret::unhex(&secret::token()?).unwrap_or_default();
    let text: String = bytes.iter().take(12).map(|b| char::from(LETTERS[usize::from(b & 31)])).collect();
    Ok(format!("{}-{}-{}", &text[..4], &text[4..8], &text[8..]))
}
