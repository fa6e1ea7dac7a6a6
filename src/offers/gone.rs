//! Why a mission is not visible, told the same to people and to programs (I10); one that never was public is not found.

use crate::db::{Conn, Error, Result};
use crate::kernel::{Id, Instant};
use crate::labels::{self, Label, State as LabelState};
use crate::offers::{Offer, State, store};
use crate::platforms::{self, Platform};

/// A mission that was public and is not visible.
pub struct Gone {
    /// The mission.
    pub offer: Offer,
    /// Who posted it.
    pub platform: Platform,
    /// The platform's label, with its decisions.
    pub label: Label,
    /// `offer-ended`, `offer-masked`, `offer-label`, `offer-silent`, `offer-full`.
    pub code: &'static str,
}

/// Finds why.
///
/// # Errors
/// `NotFound` when it was never public.
pub fn why(conn: &mut Conn, id: Id<Offer>, now: Instant) -> Result<Gone> {
    let offer = store::by_id(conn, id)?;
    let platform = platforms::store::by_id(conn, offer.platform)?;
    let label = labels::store::of_platform(conn, offer.platform)?;
    let unlabelled =
        matches!(label.state_at(now), LabelState::None | LabelState::Pending(_) | LabelState::Declined { .. });
    if unlabelled || matches!(offer.state, State::Draft) {
        return Err(Error::NotFound);
    }
    let seen = offer.visible(label.active_at(now).as_ref(), platform.pulse_at, now);
    let code = seen.err().map_or("offer-ended", |rule| rule.code);
    Ok(Gone { offer, platform, label, code })
}
