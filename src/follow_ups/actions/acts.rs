//! What an advisor does for a person because she asks him to by word of mouth: the words that he read to her are kept with his
//! name, for her to read. None of it is part of her follow-up.

use crate::db::{Result, Tx};
use crate::follow_ups::store::acts::Of;
use crate::follow_ups::{Mandate, SpokenAct, store};
use crate::journal::{self, Event};
use crate::kernel::{Id, Instant, RuleError};
use crate::offers::Offer;
use crate::people;

/// Something was done, in these words; what is taken back names its mission.
///
/// # Errors
/// What the database says.
pub fn done(
    tx: &mut Tx<'_>,
    now: Instant,
    held: &Mandate,
    about: SpokenAct,
    of: Option<Id<Offer>>,
    wording: &str,
) -> Result<()> {
    store::acts::insert(tx, now, held, about, Of { offer: of, month: None }, wording)?;
    let event = Event::new(journal::Kind::ActedFor).person(held.person().uuid()).by(held.advisor().uuid());
    let event = of.map_or(event, |offer| event.offer(offer.uuid()));
    journal::record(tx, now, &event).map(drop)
}

/// The phone of who has no address, at her request: noted, or another one in its place. What she shared before stays as it left.
/// Who has an address changes it herself.
///
/// # Errors
/// `phone-hers`.
pub fn set_phone(tx: &mut Tx<'_>, now: Instant, held: &Mandate, phone: &str, wording: &str) -> Result<()> {
    if !people::store::by_id(tx, held.person())?.email.is_none() {
        return Err(RuleError::conflict("phone-hers").on("telephone").into());
    }
    people::store::set_phone(tx, held.person(), Some(phone))?;
    done(tx, now, held, SpokenAct::Phone, None, wording)
}
