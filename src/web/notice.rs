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

/// The full notice, in plainer sentences for who wants them.
#[must_use]
pub(crate) fn said(t: &L10nLanguage, wording: Wording, plain: bool) -> String {
    match (wording, plain) {
        (_, false) => full(t, wording),
        (Wording::Full, true) => t.notice_plain(),
        (Wording::Conditional, true) => t.notice_plain_conditional(),
    }
}
