//! What appears on a device, as it is sent: short enough for every push service, and no more than the letter says.

use crate::kernel::Lang;
use serde::Serialize;

/// Characters of a notice's body; with the rest it stays well under what a push service carries.
const BODY_MAX: usize = 300;
/// Characters of a notice's title.
const TITLE_MAX: usize = 150;

/// What appears on a device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// What it is about, as the subject of the letter.
    pub title: String,
    /// The mission and the short notice.
    pub body: String,
    /// Where it leads, on the site.
    pub path: String,
    /// Its language.
    pub lang: &'static str,
}

impl Notice {
    /// A notice, cut to what a device shows.
    #[must_use]
    pub fn new(lang: Lang, title: &str, body: &str, path: &str) -> Self {
        let cut = |text: &str, most: usize| -> String {
            if text.chars().count() <= most {
                return text.to_owned();
            }
            text.chars().take(most - 1).chain(['…']).collect()
        };
        Self {
            title: cut(title, TITLE_MAX),
            body: cut(body, BODY_MAX),
            path: format!("{}{path}", lang.prefix()),
            lang: lang.as_str(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::push::seal;

    #[test]
    fn a_notice_stays_under_what_a_push_service_carries() {
        let long = "é".repeat(5_000);
        let notice = Notice::new(Lang::En, &long, &long, "/moi/propositions");
        let bytes = serde_json::to_vec(&notice).unwrap();
        assert!(bytes.len() < seal::MOST - 300, "{}", bytes.len());
        assert!(notice.body.ends_with('…') && notice.path == "/en/moi/propositions");
    }
}
