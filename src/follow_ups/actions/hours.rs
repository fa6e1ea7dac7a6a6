//! A person asks her advisor to set her hours with her. He reads her what he is about to do; the words are kept with his name,
//! and for an hour from then on her hours are open to him. Each thing that he sets is noted for her, and none of it is part of
//! her follow-up. Whether she wants proposals, and how she is written to, are asked for apart.

use crate::db::{Conn, Result, Tx};
use crate::follow_ups::{HoursAct, Mandate, store};
use crate::journal::{self, Event};
use crate::kernel::{Instant, RuleError};
use crate::people::HerHours;
use chrono::TimeDelta;

/// How long her hours are open to who asked her.
pub const SITTING: TimeDelta = TimeDelta::hours(1);

/// She asked for it, in these words.
///
/// # Errors
/// What the database says.
pub fn asked(tx: &mut Tx<'_>, now: Instant, held: &Mandate, wording: &str) -> Result<()> {
    store::hours::insert(tx, now, held, HoursAct::Asked, Some(wording))?;
    told(tx, now, held)
}

/// The proof that her hours are open to the holder of this mandate, to be read in the transaction of the act.
///
/// # Errors
/// `hours-not-asked` when she did not ask him within the hour.
pub fn open(conn: &mut Conn, now: Instant, held: &Mandate) -> Result<HerHours> {
    if store::hours::asked_since(conn, held, now - SITTING)? {
        return Ok(HerHours::at_her_request(held.person()));
    }
    Err(RuleError::conflict("hours-not-asked").into())
}

/// Something was set.
///
/// # Errors
/// What the database says.
pub fn set(tx: &mut Tx<'_>, now: Instant, held: &Mandate, about: HoursAct) -> Result<()> {
    store::hours::insert(tx, now, held, about, None)?;
    told(tx, now, held)
}

fn told(tx: &mut Tx<'_>, now: Instant, held: &Mandate) -> Result<()> {
    let event = Event::new(journal::Kind::ActedFor).person(held.person().uuid()).by(held.advisor().uuid());
    journal::record(tx, now, &event).map(drop)
}
