//! What a person without address answers to the end of her follow-up, by word of mouth. To go on is done at once. That she agrees is
//! noted by a colleague who stands in; by the referent, who asks for the end, only when she has had a day to think since it was
//! said to her: he does not say it and answer it in one breath. Whoever has an address answers herself, and nobody for her (G3).

use super::{acts, asked, way};
use crate::db::{Error, Result, Tx};
use crate::follow_ups::{Ending, FollowUp, Mandate, SpokenAct, store};
use crate::kernel::{Instant, RuleError};
use chrono::TimeDelta;

/// How long she thinks at least before the one who asks for the end notes that she agrees.
pub const THINKS: TimeDelta = TimeDelta::hours(24);

/// The end that was said to her.
fn told(tx: &mut Tx<'_>, now: Instant, held: &Mandate) -> Result<(FollowUp, Ending, Instant)> {
    asked::offline(tx, held)?;
    let follow_up = way::active(tx, now, held.person())?;
    let ending = follow_up.ending.ok_or(Error::NotFound)?;
    let told_at = ending.told_at.ok_or_else(|| RuleError::conflict("end-not-told"))?;
    Ok((follow_up, ending, told_at))
}

/// She prefers to go on: the end waits longer, once. Said again, the date stays, and it is noted again.
///
/// # Errors
/// `asked-has-address`, `follow-up-over`, `end-not-told`; `NotFound` when no end is asked for.
pub fn rather_go_on(tx: &mut Tx<'_>, now: Instant, held: &Mandate, wording: &str) -> Result<()> {
    let (follow_up, ending, _) = told(tx, now, held)?;
    store::way::set_ending(tx, follow_up.id, &ending.longer())?;
    acts::done(tx, now, held, SpokenAct::EndAnswer, None, wording)
}

/// She agrees to the end that is asked for.
///
/// # Errors
/// `asked-has-address`, `follow-up-over`, `end-not-told`, `end-told-lately`; `NotFound` when no end is asked for.
pub fn agree(tx: &mut Tx<'_>, now: Instant, held: &Mandate, wording: &str) -> Result<()> {
    let (follow_up, ending, told_at) = told(tx, now, held)?;
    if held.referent().is_ok() && told_at > now - THINKS {
        return Err(RuleError::conflict("end-told-lately").into());
    }
    acts::done(tx, now, held, SpokenAct::EndAnswer, None, wording)?;
    way::close(tx, now, &follow_up, ending.reason)?;
    way::told(tx, now, held)
}
