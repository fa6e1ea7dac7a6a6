//! What a decision on a label touches, counted before it is taken: missions, proposals, and people, never by name.
//! Those who have work agreed or an answer awaited are told first, and what is agreed stays theirs (I8).

pub mod letters;
pub mod pages;

use crate::db::{Conn, Result};
use crate::interests::{self, Interest, State};
use crate::kernel::{Id, Instant};
use crate::offers::{self, Offer};
use crate::people::Person;
use crate::platforms::Platform;
use crate::referrals;
use std::collections::{HashMap, HashSet};

/// Offers read at a time.
const CHUNK: usize = 500;

/// What a suspension would touch now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Impact {
    /// Published missions: they vanish at a suspension, they come back at a reinstatement.
    pub published: i64,
    /// Proposals that advisors have open.
    pub proposals: i64,
    /// People with work agreed.
    pub agreed: usize,
    /// People who await an answer or a place.
    pub awaiting: usize,
    /// Letters to people: one for each of them and each point at which her messages are.
    pub letters: usize,
}

impl Impact {
    /// Counts what a decision about a platform would touch.
    ///
    /// # Errors
    /// What the database says.
    pub fn of(conn: &mut Conn, platform: Id<Platform>, now: Instant) -> Result<Self> {
        let concerned = concerned(conn, platform, now)?;
        let (agreed, awaiting) = people(&concerned);
        Ok(Self {
            published: offers::store::count_published(conn, platform)?,
            proposals: referrals::store::count_open_of_platform(conn, platform)?,
            agreed,
            awaiting,
            letters: letters(&concerned),
        })
    }
}

/// The messages and agreed work that a decision about a platform concerns.
fn concerned(conn: &mut Conn, platform: Id<Platform>, now: Instant) -> Result<Vec<Interest>> {
    let mut live = interests::store::live_of_platform(conn, now, platform)?;
    let ids: Vec<Id<Offer>> = live.iter().map(|i| i.offer).collect::<HashSet<_>>().into_iter().collect();
    let mut offers: HashMap<Id<Offer>, Offer> = HashMap::new();
    for chunk in ids.chunks(CHUNK) {
        offers.extend(offers::store::by_ids(conn, chunk)?.into_iter().map(|o| (o.id, o)));
    }
    live.retain(|interest| offers.get(&interest.offer).is_some_and(|offer| concerns(interest, offer, now)));
    Ok(live)
}

/// Whether something may still come of an interest: it is live and its slot is not over.
fn concerns(interest: &Interest, offer: &Offer, now: Instant) -> bool {
    interest.state.live() && offer.slot(interest.slot).is_some_and(|slot| slot.ends_at > now)
}

/// How many people have work agreed, and how many of the others await something.
fn people(concerned: &[Interest]) -> (usize, usize) {
    let is_agreed = |i: &&Interest| matches!(i.state, State::Accepted { .. });
    let agreed: HashSet<Id<Person>> = concerned.iter().filter(is_agreed).map(|i| i.person).collect();
    let all: HashSet<Id<Person>> = concerned.iter().map(|i| i.person).collect();
    (agreed.len(), all.len() - agreed.len())
}

/// How many letters leave: what is at the same point is told to her in one.
fn letters(concerned: &[Interest]) -> usize {
    concerned.iter().map(|i| (i.person, i.state.word())).collect::<HashSet<_>>().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interests::Disclosure;

    fn interest(person: Id<Person>, state: State) -> Interest {
        Interest {
            id: Id::make(),
            offer: Id::make(),
            slot: Id::make(),
            platform: Id::make(),
            person,
            shared: Disclosure::default(),
            sent_at: Instant::from_micros(0),
            answer_by: Instant::from_micros(1),
            state,
        }
    }

    #[test]
    fn a_person_with_several_messages_counts_once() {
        let (one, other) = (Id::make(), Id::make());
        let agreed = State::Accepted { at: Instant::from_micros(0) };
        let list = [
            interest(one, agreed),
            interest(one, State::Sent),
            interest(other, State::Sent),
            interest(other, State::Waiting),
        ];
        assert_eq!(people(&list), (1, 1));
    }
}
