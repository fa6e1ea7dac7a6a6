//! The words of the notice (G2), in the reader's language.

use crate::l10n::L10nLanguage;
use crate::offers::notice::Wording;

/// The full notice: one paragraph.
#[must_use]
pub(crate) fn full(t: &L10nLanguage, wording: Wording) -> String {
    match wording {
        Wording::Full => t.notice_full(),
        Wording::Conditional => t.notice_conditional(),
    }
}
