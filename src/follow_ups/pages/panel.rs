//! The follow-up beside the missions: what the advisor reads and writes of it. What was typed and not accepted comes back
//! in its form, opened, with its sentence.

use crate::db::{Conn, Result};
use crate::follow_ups::pages::file::{Milestone, zone};
use crate::follow_ups::{
    Advisor, Channel, Contact, Course, EndReason, FollowUp, Mandate, MandateKind, Stage, StepKind, actions, store,
};
use crate::kernel::Id;
use crate::people::Person;
use crate::web::{Fields, Page, say};

/// Contacts shown.
const CONTACTS: i64 = 5;

/// What the panel is made from.
pub struct Known {
    follow_up: FollowUp,
    contacts: Vec<(Contact, String)>,
    courses: Vec<Course>,
    referent: bool,
    colleagues: Vec<(Id<Advisor>, String)>,
}

impl Known {
    /// Reads what the panel is made from.
    ///
    /// # Errors
    /// What the database says.
    pub fn read(conn: &mut Conn, held: &Mandate, follow_up: &FollowUp) -> Result<Self> {
        let service = store::advisor_by_id(conn, Id::from_uuid(held.advisor().uuid()))?.service.id;
        let mut colleagues = store::mandates::colleagues(conn, service)?;
        colleagues.retain(|(id, _)| *id != held.advisor());
        Ok(Self {
            contacts: store::way::contacts(conn, follow_up.id, CONTACTS)?,
            courses: store::way::courses(conn, service)?,
            referent: held.kind() == MandateKind::Referent,
            colleagues,
            follow_up: follow_up.clone(),
        })
    }
}

/// A word to choose.
pub struct Choice {
    /// The word of the trade.
    pub word: String,
    /// On screen.
    pub label: String,
}

/// A training, with what can be done of it.
pub struct TrainingView {
    /// Key.
    pub id: String,
    /// Title, dates, provider.
    pub milestone: Milestone,
    /// Who pays.
    pub funding: String,
    /// How far it is.
    pub stage: String,
    /// Whether its start is known.
    pub dated: bool,
}

/// A contact, in words.
pub struct ContactView {
    /// "lundi 2 novembre"
    pub when: String,
    /// For machines.
    pub machine: String,
    /// "par téléphone"
    pub how: String,
    /// With whom.
    pub who: String,
    /// A few words.
    pub note: String,
}

impl ContactView {
    /// A contact, in the reader's words.
    #[must_use]
    pub fn of(page: &Page, person: &Person, contact: &Contact, who: &str) -> Self {
        Self {
            when: say::date(contact.at, zone(person), page.lang),
            machine: page.machine(&contact.at),
            how: page.word("contact-channel", contact.channel.as_str()),
            who: who.to_owned(),
            note: contact.note.clone(),
        }
    }
}

/// The panel.
pub struct Panel {
    /// What was typed, or what is known.
    pub fields: Fields,
    /// The page of the list beside.
    pub number: usize,
    /// The step that the forms are about.
    pub step: String,
    /// Kinds of steps.
    pub kinds: Vec<Choice>,
    /// How far a training can be.
    pub stages: Vec<Choice>,
    /// How contacts are held.
    pub channels: Vec<Choice>,
    /// Why it may end.
    pub reasons: Vec<Choice>,
    /// Trainings at hand.
    pub courses: Vec<Choice>,
    /// Trainings noted.
    pub trainings: Vec<TrainingView>,
    /// Contacts held.
    pub contacts: Vec<ContactView>,
    /// The shared summary, as it is.
    pub summary: String,
    /// What tells it from another.
    pub summary_mark: String,
    /// An end that waits: since when.
    pub ending: Option<String>,
    /// Whether it is still to be said to her.
    pub ending_to_say: bool,
    /// Whether she has no address, and so no space of her own.
    pub has_no_space: bool,
    /// To whom she may be given over.
    pub colleagues: Vec<Choice>,
    /// Whether the reader may end it.
    pub referent: bool,
}

fn choices<'a>(page: &Page, family: &str, words: impl Iterator<Item = &'a str>) -> Vec<Choice> {
    words.map(|word| Choice { word: word.to_owned(), label: page.word(family, word) }).collect()
}

impl Panel {
    /// The panel, as its reader may use it.
    #[must_use]
    pub fn of(page: &Page, person: &Person, known: Known, typed: Fields, number: usize) -> Self {
        let follow_up = &known.follow_up;
        let step = follow_up.next_step.as_ref();
        let fields = if typed.errors().is_empty() { prefilled(page, person, follow_up) } else { typed };
        let training = |t: &crate::follow_ups::Training| TrainingView {
            id: t.id.to_string(),
            milestone: Milestone::training(page, zone(person), t),
            funding: t.funding.clone(),
            stage: t.stage.as_str().to_owned(),
            dated: t.starts_at.is_some(),
        };
        Self {
            number,
            step: step.map(|s| s.id.to_string()).unwrap_or_default(),
            kinds: choices(page, "step-kind", StepKind::ALL.iter().map(|k| k.as_str())),
            stages: choices(page, "training-stage", Stage::ALL.iter().map(|k| k.as_str())),
            channels: choices(page, "contact-channel", Channel::ALL.iter().map(|k| k.as_str())),
            reasons: choices(page, "end-reason", EndReason::ALL.iter().map(|k| k.as_str())),
            courses: known
                .courses
                .iter()
                .map(|c| Choice { word: c.id.to_string(), label: format!("{}, {}", c.title, c.provider) })
                .collect(),
            trainings: follow_up.trainings.iter().map(training).collect(),
            contacts: known.contacts.iter().map(|(c, who)| ContactView::of(page, person, c, who)).collect(),
            summary: follow_up.summary.clone(),
            summary_mark: actions::way::mark(&follow_up.summary),
            ending: follow_up.ending.map(|e| say::date(e.asked_at, zone(person), page.lang)),
            ending_to_say: follow_up.ending.is_some_and(|e| e.told_at.is_none()),
            has_no_space: person.email.is_none(),
            colleagues: known
                .colleagues
                .into_iter()
                .map(|(id, name)| Choice { word: id.to_string(), label: name })
                .collect(),
            referent: known.referent,
            fields,
        }
    }

    /// Whether a form is to be seen at once: something in it was not accepted.
    #[must_use]
    pub fn opened(&self, prefix: &str) -> bool {
        self.fields.errors().iter().any(|(name, _)| name.starts_with(prefix))
    }
}

/// The forms as they are found: the step that is planned, today for a contact, the summary.
fn prefilled(page: &Page, person: &Person, follow_up: &FollowUp) -> Fields {
    let (zone, mut fields) = (zone(person), Fields::default());
    if let Some(step) = &follow_up.next_step {
        let local = step.at.with_timezone(&zone);
        fields.set("etape-nature", step.kind.as_str());
        fields.set("etape-quoi", step.title.clone());
        fields.set("etape-lieu", step.place.clone());
        fields.set("etape-date", local.format("%Y-%m-%d").to_string());
        fields.set("etape-heure", local.format("%H:%M").to_string());
    }
    fields.set("contact-date", page.now.with_timezone(&zone).format("%Y-%m-%d").to_string());
    fields.set("resume", follow_up.summary.clone());
    fields
}
