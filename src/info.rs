//! Pages that explain: the rights of the person (G2), accessibility, personal data. They say what is, not what is planned.

use crate::kernel::retention;
use crate::offers::notice::Wording;
use crate::web::{Outcome, Page};
use actix_web::HttpResponse;
use askama::Template;

/// The rights, in plain words.
#[derive(Template)]
#[template(path = "info/rights.html")]
struct Rights {
    page: Page,
    wording: Wording,
}

/// `GET /mes-droits`
///
/// # Errors
/// When the page cannot be made.
pub async fn rights(page: Page) -> Outcome<HttpResponse> {
    page.show(|page| Rights { page, wording: Wording::Full })
}

/// The declaration of accessibility.
#[derive(Template)]
#[template(path = "info/accessibility.html")]
struct Accessibility {
    page: Page,
}

/// `GET /accessibilite`
///
/// # Errors
/// When the page cannot be made.
pub async fn accessibility(page: Page) -> Outcome<HttpResponse> {
    page.show(|page| Accessibility { page })
}

/// What is kept, why, how long, and who sees it.
#[derive(Template)]
#[template(path = "info/privacy.html")]
struct Privacy {
    page: Page,
}

impl Privacy {
    /// What is kept, in the order of the table: each word has its what, why, how long and who.
    fn kept(&self) -> [&'static str; 16] {
        [
            "account",
            "person",
            "hours",
            "follow-up",
            "choice",
            "search",
            "device",
            "referral",
            "interest",
            "engagement",
            "month",
            "receipt",
            "report",
            "journal",
            "label",
            "logs",
        ]
    }

    /// How long, by the numbers that forgetting counts by.
    fn long(&self, word: &str) -> String {
        let told: Vec<_> = retention::TOLD.iter().map(|(name, period)| (*name, period.number().to_string())).collect();
        self.page.t.named(&format!("privacy-long-{word}"), &told).unwrap_or_default()
    }
}

/// `GET /donnees-personnelles`
///
/// # Errors
/// When the page cannot be made.
pub async fn privacy(page: Page) -> Outcome<HttpResponse> {
    page.show(|page| Privacy { page })
}
