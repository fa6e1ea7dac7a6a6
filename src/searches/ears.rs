//! Every saved search, in memory, asked the other way round: which of them does this offer answer? Each node reads the
//! journal behind its own board and hears the same; the mark in the database moves once, so that one of them counts. What
//! other nodes save is read before each hearing: the mark carries a version, and a hearing that missed one is done again.

use crate::app::App;
use crate::board::{Query, Watches};
use crate::db::{Conn, Result};
use crate::journal::{self, Kind, Recorded};
use crate::kernel::{Id, Instant};
use crate::offers::State;
use crate::offers::asked::Hers;
use crate::people::{self, Person, choice_deleted_at};
use crate::searches::store::heard::{self, Mark};
use crate::searches::{Frequency, GATHERED, Match, SavedSearch, actions, asked};
use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Mutex, PoisonError};
use uuid::Uuid;

/// Events heard in one transaction.
const PAGE: i64 = 200;
/// What they may answer together, unless it is one event alone.
const MATCHES: usize = 2_000;

/// What the query string of a search that asks for her hours holds.
const HER_HOURS: &str = "heures=miennes";

type Key = Id<SavedSearch>;

/// Saved searches, and how far this node knows that they were heard.
pub struct Ears {
    known: Mutex<Known>,
    /// No event up to this number is to be heard any more.
    heard: AtomicI64,
    /// The last morning whose letters were promised here, daily and weekly.
    mornings: [AtomicI64; 2],
}

struct Known {
    watches: Watches<Key>,
    version: i64,
}

impl Default for Ears {
    fn default() -> Self {
        let known = Mutex::new(Known { watches: Watches::new(), version: -1 });
        Self { known, heard: AtomicI64::new(0), mornings: [AtomicI64::new(0), AtomicI64::new(0)] }
    }
}

impl Known {
    /// Reads what was saved, changed or stopped since.
    fn refresh(&mut self, changed: Vec<(Key, String, Option<Instant>)>, mark: Mark, now: Instant) {
        for (id, query, stopped) in changed {
            match stopped {
                None => self.watches.add(id, asked::any_day(&query, now)),
                Some(_) => drop(self.watches.remove(&id)),
            }
        }
        self.version = mark.version;
    }

    /// What the offers of some events answer, by whole searches read again at this instant.
    fn matches(&mut self, app: &App, events: &[Recorded], now: Instant) -> Result<Vec<Match>> {
        let heard: Vec<(Uuid, Instant, Vec<Key>)> = offers(events)
            .map(|(id, at)| (id, at, self.watches.hear(&app.board(), id, now.seconds())))
            .filter(|(_, _, keys)| !keys.is_empty())
            .collect();
        let mut keys: Vec<Key> = heard.iter().flat_map(|(_, _, keys)| keys).copied().collect();
        keys.sort_unstable();
        keys.dedup();
        let searches = app.store.read(|conn| heard::by_ids(conn, &keys))?;
        for gone in keys.iter().filter(|key| !searches.contains_key(key)) {
            self.watches.remove(gone);
        }
        let hours = app.store.read(|conn| hours(conn, searches.values()))?;
        let question =
            |s: &SavedSearch| asked::question(&s.query, now, hours.get(&s.person).unwrap_or(&Hers::default()));
        let questions: HashMap<Key, Query> = searches.values().filter_map(|s| Some((s.id, question(s)?))).collect();
        let mut found = Vec::new();
        for (offer, at, keys) in heard {
            for search in keys.iter().filter_map(|key| searches.get(key)) {
                let question = questions.get(&search.id);
                found.extend(question.and_then(|question| answer(app, search, question, (offer, at), now)));
            }
        }
        Ok(found)
    }
}

/// The hours of those whose searches ask for them.
pub(super) fn hours<'s>(
    conn: &mut Conn,
    searches: impl Iterator<Item = &'s SavedSearch>,
) -> Result<HashMap<Id<Person>, Hers>> {
    let mut whose: Vec<Id<Person>> = searches.filter(|s| s.query.contains(HER_HOURS)).map(|s| s.person).collect();
    whose.sort_unstable();
    whose.dedup();
    if whose.is_empty() {
        return Ok(HashMap::new());
    }
    let people = people::store::by_ids(conn, &whose)?;
    Ok(people::store::availabilities(conn, &people)?.into_iter().map(|(id, said)| (id, said.hers())).collect())
}

/// The offers that events are about, each once, with its last event's instant.
fn offers(events: &[Recorded]) -> impl Iterator<Item = (Uuid, Instant)> {
    let changed = events.iter().filter(|e| e.event.kind == Kind::OfferChanged);
    let all: HashMap<Uuid, Instant> = changed.filter_map(|e| Some((e.event.offer?, e.at))).collect();
    all.into_iter()
}

fn answer(
    app: &App,
    search: &SavedSearch,
    question: &Query,
    (offer, told_from): (Uuid, Instant),
    now: Instant,
) -> Option<Match> {
    let hit = app.board().hit(question, offer, now.seconds())?;
    let State::Published { at } = hit.payload.offer.state else { return None };
    (search.stopped_at.is_none() && search.is_news(offer, at)).then(|| Match {
        search: search.id,
        person: search.person,
        frequency: search.frequency,
        offer: Id::from_uuid(offer),
        told_from,
        delete_after: choice_deleted_at(hit.payload.offer.ends_at(), now),
    })
}

/// Hears what happened since the mark, as far as this node's board knows; tells how many matches were kept.
///
/// # Errors
/// What the database says; nothing is lost then, the next call starts at the same place.
pub fn hear(app: &App) -> Result<usize> {
    let mut count = 0;
    if !app.ready() {
        return Ok(count);
    }
    let mut known = app.ears.known.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        let upto = app.seq();
        if upto <= app.ears.heard.load(Ordering::Acquire) {
            return Ok(count);
        }
        let now = app.now();
        let version = known.version;
        let (mark, changed) =
            app.store.snapshot(|conn| Ok((heard::mark(conn)?, heard::changed_since(conn, version)?)))?;
        known.refresh(changed, mark, now);
        if mark.seq >= upto {
            app.ears.heard.store(mark.seq, Ordering::Release);
            return Ok(count);
        }
        let (mut events, mut to) = page(app, &known, mark, upto)?;
        let mut matches = known.matches(app, &events, now)?;
        // Nobody waits long for a transaction of ours: fewer events at once when they answer many searches.
        while matches.len() > MATCHES && events.len() > 1 {
            events.truncate(events.len() / 2);
            to = events.last().map_or(to, |last| last.seq);
            matches = known.matches(app, &events, now)?;
        }
        count += app.store.write(|tx| {
            if !heard::move_mark(tx, mark, to)? {
                return Ok(0);
            }
            let fresh = heard::keep(tx, now, &matches)?;
            let mut people = HashSet::new();
            for found in fresh.iter().filter(|m| m.frequency == Frequency::Immediate && people.insert(m.person)) {
                actions::promise(tx, found.told_from + GATHERED, found.person)?;
            }
            Ok(fresh.len())
        })?;
    }
}

/// The next events to hear, and the number up to which they are all there is. When nobody listens, nothing is read.
fn page(app: &App, known: &Known, mark: Mark, upto: i64) -> Result<(Vec<Recorded>, i64)> {
    if known.watches.is_empty() {
        return Ok((Vec::new(), upto));
    }
    let mut events = app.store.read(|conn| journal::since(conn, mark.seq, PAGE))?;
    events.retain(|e| e.seq <= upto);
    let whole = i64::try_from(events.len()).unwrap_or(0) == PAGE;
    let to = events.last().filter(|_| whole).map_or(upto, |last| last.seq);
    Ok((events, to))
}

/// What the clock does for saved searches: hears what is left to hear, promises the letters of the morning once, forgets.
///
/// # Errors
/// What the database says.
pub fn clockwork(app: &App) -> Result<()> {
    hear(app)?;
    for (chosen, done) in [Frequency::Daily, Frequency::Weekly].into_iter().zip(&app.ears.mornings) {
        let morning = chosen.due_until(app.now()).seconds();
        if done.load(Ordering::Acquire) < morning {
            app.store.write(|tx| actions::promise_due(tx, app.now(), chosen))?;
            done.store(morning, Ordering::Release);
        }
    }
    app.store.write(|tx| actions::sweep(tx, app.now())).map(drop)
}
