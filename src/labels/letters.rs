//! What is written to a platform about its label: the decision, its reason, its deadline of appeal, and what becomes of
//! its missions. In French, the language of the decision.

use crate::app::App;
use crate::db::{Error, Result};
use crate::kernel::{Email, Id, Instant, Lang};
use crate::labels::{LabelDecision, store};
use crate::letters::{Paper, seal};
use crate::mail::Letter;
use crate::platforms::{self, Platform};
use crate::web::say;
use askama::Template;

/// The letter to the platform, as text.
#[derive(Template)]
#[template(path = "letters/label_platform.txt")]
struct Text<'a> {
    letter: &'a Paper,
    said: &'a Said,
}

/// The same, as HTML.
#[derive(Template)]
#[template(path = "letters/label_platform.html")]
struct Html<'a> {
    letter: &'a Paper,
    said: &'a Said,
}

/// The words of the letter.
struct Said {
    subject: String,
    what: String,
    by: String,
    until: Option<String>,
    reason: String,
    missions: String,
    appeal: Option<String>,
    slug: String,
}

impl Said {
    fn of(letter: &Paper, platform: &Platform, d: &LabelDecision) -> Self {
        let t = letter.t;
        let date = |at: Instant| say::date(at, chrono_tz::Europe::Paris, letter.lang);
        let what = t.word("label-kind", d.kind.as_str());
        Self {
            subject: t.label_platform_subject(&platform.name, &what),
            by: t.label_platform_by(date(d.decided_at), &d.author, &d.authority),
            until: d.until.map(|until| t.decision_until(date(until))),
            reason: d.reason.clone(),
            missions: t.word("label-platform-missions", d.kind.as_str()),
            appeal: d.appeal_until.map(|until| t.label_platform_appeal(date(until), &d.authority)),
            slug: platform.slug.clone(),
            what,
        }
    }
}

/// Writes to the platform about a decision.
///
/// # Errors
/// What the database says.
pub fn label_platform(app: &App, decision: Id<LabelDecision>) -> Result<Option<Letter>> {
    let (decision, platform) = app.store.read(|conn| {
        let decision = store::decision(conn, decision)?;
        let platform = platforms::store::by_id(conn, decision.platform)?;
        Ok((decision, platform))
    })?;
    let (to, letter) = (Email::parse(&platform.email)?, Paper::new(app, Lang::Fr));
    let said = &Said::of(&letter, &platform, &decision);
    let letter = &letter;
    seal(&to, said.subject.clone(), &Text { letter, said }, &Html { letter, said }).map(Some)
}

/// The letter that a decision would send: subject and text.
///
/// # Errors
/// When it cannot be written.
pub fn preview(app: &App, platform: &Platform, decision: &LabelDecision) -> Result<(String, String)> {
    let letter = &Paper::new(app, Lang::Fr);
    let said = &Said::of(letter, platform, decision);
    let text = Text { letter, said }.render().map_err(|_| Error::corrupt("letter", decision.id, "template"))?;
    Ok((said.subject.clone(), text))
}
