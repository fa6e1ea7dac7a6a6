//! Why a mission is not in an open list any more: what is true of it, and no more. Of a mission that nobody may see, only that.

use crate::kernel::Instant;
use crate::l10n::L10nLanguage;
use crate::live::{Fate, Missions};
use uuid::Uuid;

/// A reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// No place is left.
    Full,
    /// Its last slot has begun.
    Begun,
    /// Its platform took it back.
    Withdrawn,
    /// Moderation hides it.
    Masked,
    /// The label of its platform is not in force.
    Label,
    /// Its platform has not confirmed it for too long.
    Silent,
    /// Others still see it; it does not answer this search.
    Elsewhere,
    /// It is not shown to anybody.
    Ended,
}

impl Why {
    /// What is true of a mission that a list does not show; `fate` is what the database said when it last changed.
    #[must_use]
    pub fn of(board: &Missions, id: Uuid, fate: Fate, now: Instant) -> Self {
        if board.visible(id, now.seconds()) {
            return Self::Elsewhere;
        }
        let Some(card) = board.lookup(id) else {
            return match fate {
                Fate::Withdrawn => Self::Withdrawn,
                Fate::Begun => Self::Begun,
                Fate::Masked => Self::Masked,
                Fate::Posted | Fate::Unknown => Self::Ended,
            };
        };
        let label = card.platform.active_label(now);
        match card.offer.visible(label.as_ref(), card.platform.pulse_at(), now).map_err(|rule| rule.code) {
            Err("offer-full") => Self::Full,
            Err("offer-silent") => Self::Silent,
            Err("offer-label") => Self::Label,
            // On the board it is published: it can only have begun.
            Err("offer-ended") => Self::Begun,
            _ => Self::Ended,
        }
    }

    /// The reason for programs, with the codes of the mission's own address.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Full => "offer-full",
            Self::Begun | Self::Withdrawn | Self::Ended => "offer-ended",
            Self::Masked => "offer-masked",
            Self::Label => "offer-label",
            Self::Silent => "offer-silent",
            Self::Elsewhere => "offer-changed",
        }
    }

    /// The reason in a sentence.
    #[must_use]
    pub fn sentence(self, t: &L10nLanguage) -> String {
        match self {
            Self::Full => t.gone_live_full(),
            Self::Begun => t.gone_live_begun(),
            Self::Withdrawn => t.gone_live_withdrawn(),
            Self::Masked => t.gone_live_masked(),
            Self::Label => t.gone_live_platform(),
            Self::Silent => t.gone_live_silent(),
            Self::Elsewhere => t.gone_live_elsewhere(),
            Self::Ended => t.gone_live_offer(),
        }
    }
}
