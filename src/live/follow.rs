//! Loading the board, then following the journal. A page of events is applied at once; an offer that changed ten times
//! in it is read once.

use crate::board::{Doc, Gate};
use crate::db::{Conn, Error, Result, Store};
use crate::geo::occupations;
use crate::journal::{self, Kind, Recorded};
use crate::kernel::{Clock, Id, Instant};
use crate::labels::{self, Label};
use crate::live::{Card, Change, Fate, Folded, Hub, Missions, PlatformCard, Shelf, Sieve};
use crate::offers;
use crate::platforms::{self, Platform};
use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use uuid::Uuid;

/// Offers read at once.
const PAGE: i64 = 500;

/// Documents put on the board at once while it fills: the more, the faster.
const AT_ONCE: usize = 20_000;

type Gates = HashMap<Id<Platform>, (Option<Gate>, String)>;
type Cards = HashMap<Id<Platform>, Arc<PlatformCard>>;

/// Where the follower is, and the platforms that it knows.
#[derive(Debug, Default)]
struct Place {
    seq: i64,
    cards: Cards,
    /// Each platform's gate and name as the board knows them.
    gates: Gates,
}

/// Follows the journal.
#[derive(Debug, Default)]
pub struct Follower {
    place: Mutex<Place>,
    /// The same number, for readers who must not wait.
    seen: AtomicI64,
}

/// Fills the board from the database, as it stood at one number of the journal.
///
/// # Errors
/// What the database says.
pub fn load(store: &Store, clock: &Clock, board: &Shelf, follower: &Follower) -> Result<usize> {
    let mut place = follower.place.lock().unwrap_or_else(PoisonError::into_inner);
    let seq = store.read(journal::last_seq)?;
    place.cards = store.read(platform_cards)?;
    set_gates(store, clock.now(), board, &mut place)?;
    let count = fill(store, board, &place.cards)?;
    place.seq = seq;
    follower.seen.store(seq, Ordering::Release);
    Ok(count)
}

/// One thread reads the database while this one fills the board.
fn fill(store: &Store, board: &Shelf, cards: &Cards) -> Result<usize> {
    let (sender, pages) = mpsc::sync_channel(2);
    std::thread::scope(|scope| {
        let reader = scope.spawn(move || read_all(store, cards, &sender));
        let (mut count, mut waiting) = (0, Vec::new());
        for docs in pages {
            let docs: Vec<Doc<Folded>> = docs;
            count += docs.len();
            // What stays is copied on this thread: the memory of the one that reads is then given back whole.
            waiting.extend(docs.into_iter().map(|doc| Doc { payload: doc.payload.clone(), ..doc }));
            if waiting.len() >= AT_ONCE {
                put(&mut board.write(), std::mem::take(&mut waiting));
            }
        }
        put(&mut board.write(), waiting);
        reader.join().unwrap_or(Err(Error::Unreachable("the reader stopped".into())))?;
        Ok(count)
    })
}

/// Puts documents on the board, and the words of their occupations with them.
fn put(board: &mut Missions, docs: Vec<Doc<Folded>>) {
    for doc in &docs {
        if !board.describes_occupation(&doc.occupation) {
            let (own, related) =
                (occupations::keywords(&doc.occupation), occupations::related_keywords(&doc.occupation));
            board.describe_occupation(&doc.occupation, &own, &related);
        }
    }
    board.extend(docs);
}

fn read_all(store: &Store, cards: &Cards, pages: &mpsc::SyncSender<Vec<Doc<Folded>>>) -> Result<()> {
    let mut after = None;
    loop {
        let page = store.read(|conn| offers::store::published_after(conn, after, PAGE))?;
        let Some(last) = page.last() else { return Ok(()) };
        after = Some(last.id);
        let docs = page.into_iter().filter_map(|o| card(cards, o)?.document()).collect();
        if pages.send(docs).is_err() {
            return Ok(());
        }
    }
}

fn platform_cards(conn: &mut Conn) -> Result<Cards> {
    Ok(platforms::store::all(conn)?.into_iter().map(|p| (p.id, Arc::new(PlatformCard::new(p)))).collect())
}

fn card(known: &Cards, offer: offers::Offer) -> Option<Card> {
    known.get(&offer.platform).map(|platform| Card { platform: Arc::clone(platform), offer })
}

/// When a label's gate is open: until its end, or until the next decision that is already known.
fn gate(label: &Label, now: Instant) -> Option<Gate> {
    let active = label.active_at(now)?;
    let next = label.decisions().iter().map(|d| d.effective_at).filter(|at| *at > now).min();
    let until = next.map_or(active.until(), |n| n.min(active.until()));
    Some(Gate { from: active.since().seconds(), until: until.seconds() })
}

/// Sets every platform's gate and pulse; also run every minute, for suspensions that end by themselves. Tells which platforms'
/// missions may have appeared or gone by it.
///
/// # Errors
/// What the database says.
fn set_gates(store: &Store, now: Instant, board: &Shelf, place: &mut Place) -> Result<Vec<Uuid>> {
    let (mut labels, platforms) = store.read(|conn| Ok((labels::store::all(conn)?, platforms::store::all(conn)?)))?;
    let (mut changed, mut turned) = (Vec::new(), Vec::new());
    for platform in platforms {
        let label = labels.remove(&platform.id).unwrap_or_default();
        let known = (gate(&label, now), platform.name.clone());
        let card = place.cards.get(&platform.id);
        let pulsed = card.is_some_and(|card| card.pulse_at() < platform.pulse_at);
        let back = card.is_some_and(|card| is_back(card, platform.pulse_at));
        if let Some(card) = card {
            card.labelled(label);
            card.pulsed(platform.pulse_at);
        }
        if back || place.gates.get(&platform.id).is_none_or(|was| was.0 != known.0) {
            turned.push(platform.id.uuid());
        }
        if pulsed || place.gates.get(&platform.id) != Some(&known) {
            place.gates.insert(platform.id, known);
            changed.push(platform);
        }
    }
    // Written only when something changed: what was worked out from the board goes on being right.
    if changed.is_empty() {
        return Ok(turned);
    }
    let mut board = board.write();
    for platform in changed {
        let id = platform.id.uuid();
        board.set_gate(id, place.gates.get(&platform.id).and_then(|known| known.0));
        board.confirm(id, platform.pulse_at.seconds());
        board.describe_platform(id, &platform.name);
    }
    Ok(turned)
}

/// Whether a pulse ends so long a silence that missions were hidden by it.
fn is_back(card: &PlatformCard, pulse_at: Instant) -> bool {
    pulse_at - card.pulse_at() > offers::HIDDEN_AFTER
}

impl Follower {
    /// Applies what happened since the last time, in order, and tells the streams; tells how many events there were.
    ///
    /// # Errors
    /// What the database says; nothing is skipped then, the next call starts at the same place.
    pub fn catch_up(&self, store: &Store, clock: &Clock, board: &Shelf, (hub, sieve): (&Hub, &Sieve)) -> Result<usize> {
        let mut place = self.place.lock().unwrap_or_else(PoisonError::into_inner);
        let mut count = 0;
        loop {
            let events = store.read(|conn| journal::since(conn, place.seq, PAGE))?;
            let Some(last) = events.last() else { return Ok(count) };
            let now = clock.now();
            let mut changes = changes(&events, &place.cards);
            let offers: HashSet<Uuid> = changes.iter().filter_map(|(_, change)| change.offer()).collect();
            let fresh = read_cards(store, &mut place.cards, &offers)?;
            settle(&mut changes, &fresh);
            let ids = offers.iter().copied();
            let telling = hub.before(board, ids.clone(), now.seconds());
            let sifting = only_offers(&events).then(|| sieve.before(board, ids, now.seconds())).flatten();
            let turned = apply(store, now, board, &mut place, &events, fresh)?;
            if let Some(sifting) = sifting {
                sifting.settle(board, now.seconds());
            }
            telling.tell(board, &changes, now.seconds(), last.seq);
            let told = |id: &Uuid| changes.iter().any(|(_, change)| *change == Change::Platform(*id));
            hub.turn(&turned.into_iter().filter(|id| !told(id)).collect::<Vec<_>>());
            place.seq = last.seq;
            self.seen.store(last.seq, Ordering::Release);
            count += events.len();
        }
    }

    /// Looks again at every label, for those that have run out or whose suspension has ended by themselves, and tells the
    /// streams.
    ///
    /// # Errors
    /// What the database says.
    pub fn refresh_gates(&self, store: &Store, clock: &Clock, board: &Shelf, hub: &Hub) -> Result<()> {
        let mut place = self.place.lock().unwrap_or_else(PoisonError::into_inner);
        let turned = set_gates(store, clock.now(), board, &mut place)?;
        hub.turn(&turned);
        Ok(())
    }

    /// The number of the last event applied.
    #[must_use]
    pub fn seq(&self) -> i64 {
        self.seen.load(Ordering::Acquire)
    }
}

/// Whether nothing but missions changed: a label or a pulse concerns everything that shows the platform.
fn only_offers(events: &[Recorded]) -> bool {
    !events.iter().any(|e| matches!(e.event.kind, Kind::LabelDecided | Kind::PlatformPulsed))
}

/// What changed, in order; a mission that changed ten times is told once, at its last number.
fn changes(events: &[Recorded], cards: &Cards) -> Vec<(i64, Change)> {
    let mut told = HashSet::new();
    let changed = events.iter().rev().filter_map(|event| change(event, cards));
    let last_first = changed.filter(|(_, change)| change.offer().is_none_or(|id| told.insert(id)));
    let mut all: Vec<_> = last_first.collect();
    all.reverse();
    all
}

fn change(recorded: &Recorded, cards: &Cards) -> Option<(i64, Change)> {
    let card = |id: Uuid| cards.get(&Id::from_uuid(id));
    match (recorded.event.kind, recorded.event.offer, recorded.event.platform) {
        (Kind::OfferChanged, Some(id), _) => Some((recorded.seq, Change::Offer(id, Fate::Unknown))),
        (Kind::LabelDecided, _, Some(id)) => Some((recorded.seq, Change::Platform(id))),
        // A pulse is told when it brings missions back, not each time.
        (Kind::PlatformPulsed, _, Some(id)) => {
            card(id).filter(|card| is_back(card, recorded.at)).map(|_| (recorded.seq, Change::Platform(id)))
        }
        _ => None,
    }
}

/// Notes what became of the missions.
fn settle(changes: &mut [(i64, Change)], fresh: &Fresh) {
    let fates: HashMap<Uuid, Fate> =
        fresh.iter().filter_map(|(id, card)| Some((*id, Fate::of(&card.as_ref()?.offer)))).collect();
    for (_, change) in changes {
        if let Change::Offer(id, fate) = change {
            *fate = fates.get(id).copied().unwrap_or(*fate);
        }
    }
}

type Fresh = Vec<(Uuid, Option<Card>)>;

fn apply(
    store: &Store,
    now: Instant,
    board: &Shelf,
    place: &mut Place,
    events: &[Recorded],
    fresh: Fresh,
) -> Result<Vec<Uuid>> {
    let of = |kind: Kind| events.iter().filter(move |e| e.event.kind == kind);
    let turned =
        if of(Kind::LabelDecided).next().is_some() { set_gates(store, now, board, place)? } else { Vec::new() };
    let mut board = board.write();
    for event in of(Kind::PlatformPulsed) {
        let Some(platform) = event.event.platform else { continue };
        board.confirm(platform, event.at.seconds());
        if let Some(card) = place.cards.get(&Id::from_uuid(platform)) {
            card.pulsed(event.at);
        }
    }
    for (id, card) in fresh {
        match card.and_then(Card::document) {
            Some(doc) => put(&mut board, vec![doc]),
            None => drop(board.remove(id)),
        }
    }
    Ok(turned)
}

fn read_cards(store: &Store, cards: &mut Cards, ids: &HashSet<Uuid>) -> Result<Fresh> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let keys: Vec<Id<offers::Offer>> = ids.iter().copied().map(Id::from_uuid).collect();
    let offers = store.read(|conn| offers::store::by_ids(conn, &keys))?;
    if offers.iter().any(|o| !cards.contains_key(&o.platform)) {
        let labels = store.read(labels::store::all)?;
        for (id, card) in store.read(platform_cards)? {
            cards.entry(id).or_insert_with(|| {
                card.labelled(labels.get(&id).cloned().unwrap_or_default());
                card
            });
        }
    }
    let mut found: HashMap<Uuid, Card> =
        offers.into_iter().filter_map(|o| card(cards, o)).map(|c| (c.offer.id.uuid(), c)).collect();
    Ok(ids.iter().map(|id| (*id, found.remove(id))).collect())
}
