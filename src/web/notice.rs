//! The words of the notice (G2), in the reader's language.

use crate::l10n::L10nLanguage;
use crate::offers::notice::Wording;

/// The full notice of several missions together: it speaks of each.
#[must_use]
pub(crate) fn of_many(t: &L10nLanguage, wording: Wording, plain: bool) -> String {
    match (wording, plain) {
        (Wording::Full, false) => t.notice_many(),
        (Wording::Conditional, false) => t.notice_many_conditional(),
        (Wording::Full, true) => t.notice_plain(),
        (Wording::Conditional, true) => t.notice_plain_many_conditional(),
    }
}

/// The notices of a letter with several missions: one, in the plural, when all of them ask for the same wording; else each
/// wording with the missions that it speaks of (G2).
#[must_use]
pub(crate) fn of_all(t: &L10nLanguage, missions: &[(Wording, String)], plain: bool) -> Vec<String> {
    let one = |wording, n: usize| if n > 1 { of_many(t, wording, plain) } else { said(t, wording, plain) };
    let part = |wording| {
        let titles: Vec<&str> =
            missions.iter().filter(|(w, _)| *w == wording).map(|(_, title)| title.as_str()).collect();
        match titles.len() {
            0 => None,
            n if n == missions.len() => Some(one(wording, n)),
            n => Some(t.notice_for(titles.join(", "), one(wording, n))),
        }
    };
    [Wording::Full, Wording::Conditional].into_iter().filter_map(part).collect()
}

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
