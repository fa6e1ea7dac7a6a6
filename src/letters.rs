//! Letters: what each needs to be written, and which capability writes which. Each exists as text and as HTML from the
//! same words; `None` means that there is nothing to say any more.

use crate::app::App;
use crate::db::{Error, Result};
use crate::jobs::{Job, Task};
use crate::kernel::{Email, Id, Instant, Lang};
use crate::l10n::{L10nLanguage, texts};
use crate::mail::Letter;
use crate::offers::notice::Wording;
use crate::referrals;
use crate::web::notice;
use crate::{engagements, labels};
use askama::Template;

/// What every letter knows. Templates receive it as `letter`.
pub struct Paper {
    /// The reader's language.
    pub lang: Lang,
    pub(crate) t: &'static L10nLanguage,
    base_url: String,
    /// The present instant.
    pub now: Instant,
    /// Whether its reader wants plainer sentences.
    plain: bool,
    /// Whether it is said to her and not sent: it leads nowhere then.
    pub aloud: bool,
}

impl Paper {
    /// Paper in a language.
    #[must_use]
    pub fn new(app: &App, lang: Lang) -> Self {
        Self { lang, t: texts(lang), base_url: app.base_url().to_owned(), now: app.now(), plain: false, aloud: false }
    }

    /// The same paper, in plainer sentences if its reader wants them.
    #[must_use]
    pub fn plainly(self, plain: bool) -> Self {
        Self { plain, ..self }
    }

    /// The same paper, to be read to her by who follows her, if she has no address.
    #[must_use]
    pub fn aloud(self, aloud: bool) -> Self {
        Self { aloud, ..self }
    }

    /// The full notice, as its reader wants it.
    #[must_use]
    pub fn notice(&self, wording: Wording) -> String {
        notice::said(self.t, wording, self.plain)
    }

    /// The full notice for what speaks of several missions, as its reader wants it.
    #[must_use]
    pub fn notice_of(&self, wording: Wording, missions: usize) -> String {
        if missions > 1 { notice::of_many(self.t, wording, self.plain) } else { self.notice(wording) }
    }

    /// The full notices of several missions, each by its title.
    #[must_use]
    pub fn notices(&self, missions: &[(Wording, String)]) -> Vec<String> {
        notice::of_all(self.t, missions, self.plain)
    }

    /// A path of ours as a whole address, in the reader's language.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{}{path}", self.base_url, self.lang.prefix())
    }
}

/// Puts a letter together from its two templates.
///
/// # Errors
/// When a template cannot be written.
pub fn seal(to: &Email, subject: String, text: &impl Template, html: &impl Template) -> Result<Letter> {
    let wrong = |_| Error::corrupt("letter", to.as_str().len(), "template");
    let (text, html) = (text.render().map_err(wrong)?, html.render().map_err(wrong)?);
    Ok(Letter { to: to.clone(), subject, text, html, stop: None, instead_of: Vec::new() })
}

/// Writes the letter of a job.
///
/// # Errors
/// What the database says.
pub fn write(app: &App, job: &Job) -> Result<Option<Letter>> {
    match &job.task {
        Task::SignInLetter { sign_in } => crate::accounts::letters::sign_in(app, Id::from_uuid(*sign_in)),

        Task::ProposalLetter { referral } => referrals::letters::proposals(app, &[*referral]),

        Task::ProposalsLetter { referrals } => referrals::letters::proposals(app, referrals),

        Task::InterestReceivedLetter { interest } => crate::engagements::letters::received(app, *interest),

        Task::InterestSentLetter { interest } => crate::interests::letters::sent(app, Id::from_uuid(*interest)),

        Task::InterestAnsweredLetter { interest } => crate::interests::letters::answered(app, Id::from_uuid(*interest)),

        Task::PlaceFreedLetter { interest } => crate::interests::letters::place_freed(app, Id::from_uuid(*interest)),

        Task::PlaceReleasedLetter { interest, place } => crate::engagements::letters::released(app, *interest, *place),

        Task::OfferEndedLetter { interest } => crate::interests::letters::offer_ended(app, Id::from_uuid(*interest)),

        Task::LabelPersonLetter { decision, interest } => {
            engagements::impact::letters::label_person(app, Id::from_uuid(*decision), Id::from_uuid(*interest))
        }

        Task::SearchLetter { person } => crate::searches::letters::alert(app, Id::from_uuid(*person), job.id),

        Task::SlotReminderLetter { interest } => {
            engagements::mine::letters::slot_reminder(app, Id::from_uuid(*interest))
        }

        Task::MonthlyRecapLetter { person, month } => {
            engagements::mine::letters::monthly_recap(app, Id::from_uuid(*person), month)
        }

        Task::ReportAnsweredLetter { report } => crate::offers::letters::report_answered(app, Id::from_uuid(*report)),

        Task::PlaceFreeLetter { offer, slot } => {
            crate::engagements::letters::place_free(app, Id::from_uuid(*offer), Id::from_uuid(*slot))
        }

        Task::LabelPlatformLetter { decision } => labels::letters::label_platform(app, Id::from_uuid(*decision)),

        Task::FollowUpEndLetter { person } => crate::follow_ups::letters::ending(app, Id::from_uuid(*person)),

        Task::FollowUpEndedLetter { person } => crate::follow_ups::letters::ended(app, Id::from_uuid(*person)),

        Task::DigestLetter { advisor } => crate::follow_ups::letters::digest::letter(app, Id::from_uuid(*advisor)),

        Task::AddressLetter { sign_in } => crate::follow_ups::letters::address::letter(app, Id::from_uuid(*sign_in)),

        Task::RequestLetter { person, advisor } => {
            crate::follow_ups::letters::request::letter(app, Id::from_uuid(*person), Id::from_uuid(*advisor))
        }

        Task::ReferentLetter { person } => crate::follow_ups::letters::referent(app, Id::from_uuid(*person)),

        Task::EntrustedLetter { advisor, since } => {
            let since = Instant::from_micros(*since);
            crate::follow_ups::letters::entrusted::letter(app, Id::from_uuid(*advisor), since, job.id)
        }

        Task::WayLetter { sign_in, advisor, about } => {
            crate::rights::letters::way::letter(app, Id::from_uuid(*sign_in), Id::from_uuid(*advisor), about)
        }

        Task::InvitationLetter { invitation } => {
            crate::follow_ups::letters::invited::letter(app, Id::from_uuid(*invitation))
        }

        Task::UnheldLetter { advisor } => {
            crate::follow_ups::letters::unheld::letter(app, Id::from_uuid(*advisor), job.id)
        }

        Task::AwayLetter { person } => crate::rights::letters::away(app, Id::from_uuid(*person)),

        Task::SteplessLetter { advisor } => crate::follow_ups::letters::stepless(app, Id::from_uuid(*advisor), job.id),

        Task::OfferEnded { .. }
        | Task::LabelDecided { .. }
        | Task::PeopleImport { .. }
        | Task::PushAll { .. }
        | Task::Push { .. } => Ok(None),
    }
}
