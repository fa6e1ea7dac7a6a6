//! What a follow-up is made of: the next step, training, contacts held, a summary that the person reads too, and the few
//! reasons for which it may end. None of them is about a mission: taking or leaving one changes nothing here (G3).

use crate::follow_ups::{Advisor, Service, wording};
use crate::kernel::{Id, Instant, RuleError};
use chrono::TimeDelta;

/// Characters of a title, a place, a name.
pub const LINE_MAX: usize = 120;
/// Characters of a note on a contact.
pub const NOTE_MAX: usize = 300;
/// Characters of the shared summary.
pub const SUMMARY_MAX: usize = 1_500;

crate::text_enum! {
    /// How the next step takes place.
    pub enum StepKind {
        /// Face to face.
        Meeting = "meeting",
        /// By phone.
        Phone = "phone",
        /// By video.
        Video = "video",
        /// With others.
        Workshop = "workshop",
        /// At an employer's.
        Visit = "visit",
        /// Anything else.
        Other = "other",
    }
}

crate::text_enum! {
    /// How far a training is.
    pub enum Stage {
        /// She would like it.
        Wish = "wish",
        /// The service asked for it.
        Prescribed = "prescribed",
        /// She has her place.
        Enrolled = "enrolled",
    }
}

crate::text_enum! {
    /// How a contact was held.
    pub enum Channel {
        /// Face to face.
        Visit = "visit",
        /// By phone.
        Phone = "phone",
        /// By video.
        Video = "video",
        /// By letter.
        Mail = "mail",
        /// By message.
        Message = "message",
    }
}

crate::text_enum! {
    /// Why a follow-up may end. None is about a mission, and there must never be one that is (G3).
    pub enum EndReason {
        /// She has a lasting job.
        LastingJob = "lasting_job",
        /// She lives elsewhere.
        Moved = "moved",
        /// She asked for it.
        AskedByPerson = "asked_by_person",
        /// Another service follows her.
        OtherService = "other_service",
    }
}

/// The next thing on the way: an appointment, a date to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextStep {
    /// Key.
    pub id: Id<NextStep>,
    /// How it takes place.
    pub kind: StepKind,
    /// What.
    pub title: String,
    /// Where.
    pub place: String,
    /// When.
    pub at: Instant,
}

impl NextStep {
    /// A step to come.
    #[must_use]
    pub fn new(kind: StepKind, title: &str, place: &str, at: Instant) -> Self {
        Self { id: Id::make(), kind, title: title.to_owned(), place: place.to_owned(), at }
    }

    /// Whether it can be planned now.
    ///
    /// # Errors
    /// `text-missing`, `text-too-long`, `step-past`, what [`wording::check`] says.
    pub fn check(&self, now: Instant) -> Result<(), RuleError> {
        line(&self.title, "etape-quoi", true)?;
        line(&self.place, "etape-lieu", false)?;
        if self.at <= now { Err(RuleError::invalid("step-past").on("etape-date")) } else { Ok(()) }
    }
}

/// A training of the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Training {
    /// Key.
    pub id: Id<Training>,
    /// How far it is.
    pub stage: Stage,
    /// Its title.
    pub title: String,
    /// Who gives it.
    pub provider: String,
    /// Who pays for it; may be empty.
    pub funding: String,
    /// When it starts; a wish or a prescription may have no date yet.
    pub starts_at: Option<Instant>,
    /// When it ends, if that is known.
    pub ends_at: Option<Instant>,
}

impl Training {
    /// A training where she has her place.
    #[must_use]
    pub fn new(title: &str, provider: &str, starts_at: Instant) -> Self {
        Self {
            id: Id::make(),
            stage: Stage::Enrolled,
            title: title.to_owned(),
            provider: provider.to_owned(),
            funding: String::new(),
            starts_at: Some(starts_at),
            ends_at: None,
        }
    }

    /// Whether it can be noted.
    ///
    /// # Errors
    /// `text-missing`, `text-too-long`, `training-undated`, `training-inverted`, what [`wording::check`] says.
    pub fn check(&self) -> Result<(), RuleError> {
        line(&self.title, "formation-titre", true)?;
        line(&self.provider, "formation-organisme", false)?;
        line(&self.funding, "formation-financement", false)?;
        self.may_be(self.stage).map_err(|rule| rule.on("formation-debut"))?;
        match self.starts_at.zip(self.ends_at) {
            Some((start, end)) if end < start => Err(RuleError::invalid("training-inverted").on("formation-fin")),
            _ => Ok(()),
        }
    }

    /// Whether it may be as far as that: who has her place knows when it starts.
    ///
    /// # Errors
    /// `training-undated`.
    pub fn may_be(&self, stage: Stage) -> Result<(), RuleError> {
        if stage == Stage::Enrolled && self.starts_at.is_none() {
            return Err(RuleError::invalid("training-undated"));
        }
        Ok(())
    }

    /// Whether it goes on now.
    #[must_use]
    pub fn under_way(&self, now: Instant) -> bool {
        self.stage == Stage::Enrolled
            && self.starts_at.is_some_and(|start| start <= now)
            && self.ends_at.is_none_or(|end| end > now)
    }

    /// Whether it is over.
    #[must_use]
    pub fn over(&self, now: Instant) -> bool {
        self.ends_at.is_some_and(|end| end <= now)
    }
}

/// A training that a service keeps at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Course {
    /// Key.
    pub id: Id<Course>,
    /// Whose.
    pub service: Id<Service>,
    /// Its title.
    pub title: String,
    /// Who gives it.
    pub provider: String,
    /// Who pays for it; may be empty.
    pub funding: String,
}

impl Course {
    /// Whether it can be kept.
    ///
    /// # Errors
    /// `text-missing`, `text-too-long`, what [`wording::check`] says.
    pub fn check(&self) -> Result<(), RuleError> {
        line(&self.title, "titre", true)?;
        line(&self.provider, "organisme", false)?;
        line(&self.funding, "financement", false)
    }
}

/// A contact that was held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Key.
    pub id: Id<Contact>,
    /// With whom.
    pub advisor: Id<Advisor>,
    /// How.
    pub channel: Channel,
    /// A few words; she reads them too.
    pub note: String,
    /// When.
    pub at: Instant,
}

impl Contact {
    /// Whether it can be noted.
    ///
    /// # Errors
    /// `text-too-long`, `contact-future`, what [`wording::check`] says.
    pub fn check(&self, now: Instant) -> Result<(), RuleError> {
        if self.at > now {
            return Err(RuleError::invalid("contact-future").on("contact-date"));
        }
        within(&self.note, "contact-note", NOTE_MAX)?;
        wording::check(&self.note, "contact-note")
    }
}

/// How long an end that is asked for waits for the person, whoever she is and whatever she does.
pub const END_AFTER: TimeDelta = TimeDelta::days(14);
/// How much longer it waits when she prefers to go on.
pub const END_LONGER: TimeDelta = TimeDelta::days(28);

/// An end that is put to the person: it takes effect when she agrees, or by itself at a date, once no work of hers is under
/// way. Its referent reads that it was asked for, and when; no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ending {
    /// Why.
    pub reason: EndReason,
    /// Since when it waits.
    pub asked_at: Instant,
    /// Since when she knows; none while nobody has said it to her, who has no address. Her time to think begins then.
    pub told_at: Option<Instant>,
    /// When it takes effect by itself.
    pub due_at: Instant,
}

impl Ending {
    /// Asked for now, and told to her by letter.
    #[must_use]
    pub fn asked(reason: EndReason, now: Instant) -> Self {
        Self { reason, asked_at: now, told_at: Some(now), due_at: now + END_AFTER }
    }

    /// Asked for now, of who has no address: it does not take effect by itself before it was said to her.
    #[must_use]
    pub fn to_say(reason: EndReason, now: Instant) -> Self {
        Self { told_at: None, ..Self::asked(reason, now) }
    }

    /// She knows it from now on: her time to think begins.
    #[must_use]
    pub fn told(self, now: Instant) -> Self {
        Self { told_at: Some(now), due_at: self.due_at.max(now + END_AFTER), ..self }
    }

    /// Whether she may still put it off.
    #[must_use]
    pub fn may_wait(&self) -> bool {
        self.due_at <= self.told_at.unwrap_or(self.asked_at) + END_AFTER
    }

    /// She prefers to go on: it waits longer, once.
    #[must_use]
    pub fn longer(self) -> Self {
        if self.may_wait() { Self { due_at: self.due_at + END_LONGER, ..self } } else { self }
    }
}

/// Whether the shared summary can be kept.
///
/// # Errors
/// `text-too-long`, what [`wording::check`] says.
pub fn check_summary(text: &str) -> Result<(), RuleError> {
    within(text, "resume", SUMMARY_MAX)?;
    wording::check(text, "resume")
}

fn line(text: &str, field: &str, needed: bool) -> Result<(), RuleError> {
    if needed && text.trim().is_empty() {
        return Err(RuleError::invalid("text-missing").on(field));
    }
    within(text, field, LINE_MAX)?;
    wording::check(text, field)
}

fn within(text: &str, field: &str, max: usize) -> Result<(), RuleError> {
    if text.chars().count() > max {
        return Err(RuleError::invalid("text-too-long").on(field).with("max", max));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(result: Result<(), RuleError>) -> (&'static str, String) {
        result.map_or_else(|rule| (rule.code, rule.field.unwrap_or_default()), |()| ("", String::new()))
    }

    #[test]
    fn an_end_is_put_off_once() {
        let now = Instant::from_micros(0);
        let asked = Ending::asked(EndReason::Moved, now);
        let later = asked.longer();
        assert_eq!((asked.due_at, later.due_at), (now + END_AFTER, now + END_AFTER + END_LONGER));
        assert!(asked.may_wait() && !later.may_wait());
        assert_eq!(later.longer(), later);
    }

    #[test]
    fn her_time_to_think_begins_when_it_is_said_to_her() {
        let now = Instant::from_micros(0);
        let (asked, later) = (Ending::to_say(EndReason::Moved, now), now + TimeDelta::days(9));
        assert_eq!((asked.told_at, asked.told(later).due_at), (None, later + END_AFTER));
        assert!(asked.told(later).may_wait());
    }

    #[test]
    fn a_step_is_to_come_and_says_what_it_is() {
        let now = Instant::from_micros(0);
        let later = now + TimeDelta::hours(1);
        let step = |title: &str, at| NextStep::new(StepKind::Meeting, title, "", at).check(now);
        assert!(step("Entretien", later).is_ok());
        assert_eq!(told(step("Entretien", now)), ("step-past", "etape-date".to_owned()));
        assert_eq!(told(step("  ", later)), ("text-missing", "etape-quoi".to_owned()));
        assert_eq!(told(step(&"é".repeat(LINE_MAX + 1), later)), ("text-too-long", "etape-quoi".to_owned()));
    }

    #[test]
    fn a_training_ends_after_it_began_and_is_under_way_in_between() {
        let now = Instant::from_micros(0);
        let mut training = Training::new("Cuisine", "Greta", now - TimeDelta::days(1));
        assert!(training.check().is_ok() && training.under_way(now));
        training.ends_at = Some(now - TimeDelta::days(2));
        assert_eq!(told(training.check()).0, "training-inverted");
        training.ends_at = Some(now);
        assert!(training.check().is_ok() && !training.under_way(now) && training.over(now));
        training = Training { stage: Stage::Wish, ends_at: None, ..training };
        assert!(!training.under_way(now), "a wish is not under way");
    }

    #[test]
    fn a_contact_was_held_already() {
        let now = Instant::from_micros(0);
        let contact =
            |at| Contact { id: Id::make(), advisor: Id::make(), channel: Channel::Phone, note: String::new(), at };
        assert!(contact(now).check(now).is_ok());
        assert_eq!(told(contact(now + TimeDelta::seconds(1)).check(now)).0, "contact-future");
    }

    #[test]
    fn no_reason_to_end_is_about_a_mission() {
        let words: Vec<_> = EndReason::ALL.iter().map(|r| r.as_str()).collect();
        assert_eq!(words, ["lasting_job", "moved", "asked_by_person", "other_service"]);
    }
}
