//! Job seekers: where they live, when they can, what they keep to themselves.
//! The private choice is the heart of G2: it lives in one table, which is read with the proof
//! [`Herself`] only, made from her own session; no journal, no job, no export ever mentions it (I3), and it is deleted after the offer's end.

pub mod actions;
pub mod asked;
pub mod availability;
pub mod fit;
pub mod matching;
pub mod pages;
pub mod store;

use crate::accounts::{Account, Holder, Role};
use crate::kernel::{Email, Id, Instant, RuleError, retention};

/// A job seeker. Her key is her account's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Key.
    pub id: Id<Person>,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Where letters go.
    pub email: Email,
    /// Phone, if she gave one.
    pub phone: Option<String>,
    /// Commune (Insee code), if she gave one.
    pub insee: Option<String>,
    /// How far she goes, in kilometres.
    pub radius_km: u32,
    /// Whether she wants proposals; the advisor sees only that.
    pub receives_proposals: bool,
    /// Her week, in local time.
    pub week: Vec<Window>,
}

impl Person {
    /// First and last name.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
    }

    /// The account behind her.
    #[must_use]
    pub const fn account(&self) -> Id<Account> {
        Id::from_uuid(self.id.uuid())
    }
}

/// A part of the week when she can work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Window {
    /// 0 is Monday.
    pub weekday: u8,
    /// Minutes after midnight.
    pub start: u16,
    /// Minutes after midnight; at most 1,440.
    pub end: u16,
}

impl Window {
    /// A window of the week.
    ///
    /// # Errors
    /// `hours-inverted`, `hours-out-of-day`.
    pub fn new(weekday: u8, start: u16, end: u16) -> Result<Self, RuleError> {
        if weekday > 6 || end > 1_440 {
            return Err(RuleError::invalid("hours-out-of-day").on("week"));
        }
        if start >= end {
            return Err(RuleError::invalid("hours-inverted").on("week"));
        }
        Ok(Self { weekday, start, end })
    }

    /// Whether both hold a same minute of the week; hours that only touch do not.
    #[must_use]
    pub const fn meets(&self, other: &Self) -> bool {
        self.weekday == other.weekday && self.start < other.end && other.start < self.end
    }
}

/// Joins windows that touch or overlap, so that a slot across two of them fits.
#[must_use]
pub fn joined(mut week: Vec<Window>) -> Vec<Window> {
    week.sort_unstable();
    let mut out: Vec<Window> = Vec::with_capacity(week.len());
    for window in week {
        match out.last_mut() {
            Some(last) if last.weekday == window.weekday && window.start <= last.end => {
                last.end = last.end.max(window.end);
            }
            _ => out.push(window),
        }
    }
    out
}

crate::text_enum! {
    /// What she made of an offer, for her eyes only. The third state, *to see*, is the absence of a row.
    pub enum Choice {
        /// Kept for later.
        Kept = "kept",
        /// Put out of her sight.
        SetAside = "set_aside",
    }
}

crate::text_enum! {
    /// A kind of letter that she may stop by itself.
    pub enum LetterKind {
        /// The day before a slot.
        SlotReminder = "slot_reminder",
        /// The recap of a month, when the time to declare comes.
        MonthlyRecap = "monthly_recap",
    }
}

crate::text_enum! {
    /// Where she is told of what she does not count on yet. What changes something agreed is always written.
    pub enum Channel {
        /// By letter, and in her space.
        Email = "email",
        /// In her space only.
        Space = "space",
    }
}

/// How she wishes to be written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preference {
    /// In plainer sentences.
    pub plain: bool,
    /// Where.
    pub channel: Channel,
}

impl Default for Preference {
    fn default() -> Self {
        Self { plain: false, channel: Channel::Email }
    }
}

/// Proof that the one who reads is the person herself: made from her open session only.
#[derive(Debug, Clone, Copy)]
pub struct Herself(Id<Person>);

impl Herself {
    /// From her own session; `None` for a session of any other role.
    #[must_use]
    pub fn signed_in(holder: &Holder) -> Option<Self> {
        (holder.role == Role::Person).then(|| Self(Id::from_uuid(holder.id.uuid())))
    }

    /// In her stead, to delete what is hers as she would: never to read it.
    #[must_use]
    pub const fn in_her_stead(away: &Away) -> Self {
        Self(away.0)
    }

    /// At her asking, to delete what is hers as she would: never to read it.
    #[must_use]
    pub const fn who_asked(leave: asked::HerLeave) -> Self {
        Self(leave.id())
    }

    /// Her key.
    #[must_use]
    pub const fn id(self) -> Id<Person> {
        self.0
    }
}

/// Proof that her hours may be read and set: by herself, or with her, at her request, by who follows her. It opens nothing else
/// of hers.
#[derive(Debug, Clone, Copy)]
pub struct HerHours(Id<Person>);

impl HerHours {
    /// At her request. Only the action that finds the words by which she asked for it calls this; a test holds it.
    #[must_use]
    pub const fn at_her_request(who: Id<Person>) -> Self {
        Self(who)
    }

    /// Her key.
    #[must_use]
    pub const fn id(self) -> Id<Person> {
        self.0
    }
}

impl From<Herself> for HerHours {
    fn from(who: Herself) -> Self {
        Self(who.id())
    }
}

/// Proof that somebody has not come for so long that what is hers is deleted, and that she was written to in time: only
/// [`Away::of`] makes one.
#[derive(Debug)]
pub struct Away(Id<Person>);

impl Away {
    /// The proof, from when she came last and when she was written to since.
    #[must_use]
    pub fn of(who: Id<Person>, seen: Instant, noticed: Option<Instant>, now: Instant) -> Option<Self> {
        let told = noticed.is_some_and(|at| at <= retention::NOTICE_GIVEN.before(now));
        (told && seen <= retention::AWAY.before(now)).then_some(Self(who))
    }
}

/// When a choice about an offer that ends then is deleted.
#[must_use]
pub fn choice_deleted_at(offer_ends: Option<Instant>, now: Instant) -> Instant {
    offer_ends.unwrap_or(now).max(now) + retention::CHOICE.span()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn windows_are_checked_and_joined() {
        assert_eq!(Window::new(0, 600, 500).unwrap_err().code, "hours-inverted");
        assert_eq!(Window::new(7, 0, 60).unwrap_err().code, "hours-out-of-day");
        let w = |d, s, e| Window::new(d, s, e).unwrap();
        assert_eq!(joined(vec![w(0, 720, 840), w(0, 540, 720), w(1, 0, 60)]), vec![w(0, 540, 840), w(1, 0, 60)]);
    }

    #[test]
    fn nobody_is_away_who_came_or_was_not_written_to_in_time() {
        let (who, day) = (Id::make(), |n| Instant::from_micros(0) + TimeDelta::days(n));
        assert!(Away::of(who, day(0), Some(day(700)), day(730)).is_some());
        for (seen, noticed) in [(1, Some(700)), (0, None), (0, Some(701))] {
            assert!(Away::of(who, day(seen), noticed.map(day), day(730)).is_none(), "{seen} {noticed:?}");
        }
    }

    #[test]
    fn a_private_choice_is_deleted_a_week_after_the_offer() {
        let now = Instant::from_micros(0);
        assert_eq!(choice_deleted_at(Some(now + TimeDelta::days(3)), now), now + TimeDelta::days(10));
        assert_eq!(choice_deleted_at(None, now), now + TimeDelta::days(7));
    }
}
