//! Every visible document at one instant. A new instant looks again only at what may have changed since the one before:
//! slots that started, documents that fell silent, labels that began or ended. Held by `i1_a_view_moved_equals_a_view_made`.

use super::doc::Payload;
use super::index::Board;
use super::visible::Sight;
use roaring::RoaringBitmap;
use std::sync::{Arc, PoisonError};

/// Starts that are copied together when somebody still reads the view before.
const CHUNK: usize = 4_096;

/// When one document in so many may have changed, all are looked at.
const SHARE: usize = 16;

/// Every visible document at one instant.
#[derive(Clone, Default)]
pub struct View {
    /// The instant.
    pub now: i64,
    /// An instant until which nothing changes by itself.
    until: i64,
    /// Visible documents.
    pub visible: RoaringBitmap,
    /// Those that are stale.
    pub stale: RoaringBitmap,
    /// Documents with a slot to come.
    coming: RoaringBitmap,
    /// Documents with a slot that has started.
    pub started: RoaringBitmap,
    quiet: RoaringBitmap,
    mute: RoaringBitmap,
    soonest: Vec<Arc<Vec<i64>>>,
}

impl View {
    /// Start of the soonest slot to come of a document.
    pub fn soonest(&self, doc: u32) -> i64 {
        let at = doc as usize;
        self.soonest.get(at / CHUNK).and_then(|chunk| chunk.get(at % CHUNK)).copied().unwrap_or(i64::MAX)
    }

    fn set_soonest(&mut self, doc: u32, start: i64) {
        let at = doc as usize;
        let chunks = self.soonest.len().max(at / CHUNK + 1);
        self.soonest.resize_with(chunks, || Arc::new(vec![i64::MAX; CHUNK]));
        let chunk = &mut self.soonest[at / CHUNK];
        if chunk[at % CHUNK] != start {
            Arc::make_mut(chunk)[at % CHUNK] = start;
        }
    }

    /// Notes what is seen of a document whose platform's label is active or not.
    fn note(&mut self, doc: u32, sight: &Sight, open: bool) {
        self.set_soonest(doc, sight.soonest);
        put(&mut self.coming, doc, sight.soonest != i64::MAX);
        put(&mut self.started, doc, sight.started);
        put(&mut self.quiet, doc, sight.quiet);
        put(&mut self.mute, doc, sight.mute);
        put(&mut self.visible, doc, open && sight.is_shown());
        put(&mut self.stale, doc, open && sight.is_shown() && sight.quiet);
    }

    /// Shows or hides all documents of a platform.
    fn gate(&mut self, docs: &RoaringBitmap, open: bool) {
        self.visible -= docs;
        self.stale -= docs;
        if open {
            let shown = (docs & &self.coming) - &self.mute;
            self.stale |= &shown & &self.quiet;
            self.visible |= shown;
        }
    }

    /// Bytes that the view takes.
    fn memory(&self) -> usize {
        let sets = [&self.visible, &self.stale, &self.coming, &self.started, &self.quiet, &self.mute];
        super::memory::of_sets(sets) + self.soonest.len() * (CHUNK * size_of::<i64>() + 40)
    }
}

fn put(set: &mut RoaringBitmap, doc: u32, member: bool) {
    if member {
        set.insert(doc);
    } else {
        set.remove(doc);
    }
}

impl<P: Payload> Board<P> {
    /// Everything visible at `now`; asked again at the same instant, nothing is looked at.
    pub(super) fn view(&self, now: i64) -> Arc<View> {
        let mut memo = self.memo.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(view) = memo.as_mut() else {
            let view = View { until: self.next_turn(now), ..self.look_at_all(now) };
            return memo.insert(Arc::new(view)).clone();
        };
        if view.now != now || view.until <= now {
            self.advance(Arc::make_mut(view), now);
        }
        view.clone()
    }

    /// Brings what was known up to date after a change; `change` gets the view of the latest question.
    pub(super) fn revise(&mut self, change: impl FnOnce(&Self, &mut View)) {
        if let Some(mut view) = self.memo.get_mut().unwrap_or_else(PoisonError::into_inner).take() {
            let revised = Arc::make_mut(&mut view);
            change(self, revised);
            // To be worked out again when it is asked for.
            revised.until = i64::MIN;
            *self.memo.get_mut().unwrap_or_else(PoisonError::into_inner) = Some(view);
        }
    }

    /// An instant after `now` until which no answer changes by itself: no slot starts, no label turns, nobody falls silent.
    #[must_use]
    pub fn still_until(&self, now: i64) -> i64 {
        self.view(now).until
    }

    fn next_turn(&self, now: i64) -> i64 {
        let start = self.calendar.starts.since(now.saturating_add(1)).next().map(|entry| entry.0);
        let turns = self.platforms.iter().map(|(_, platform)| platform.still_until(self.freshness, now));
        turns.chain(start).min().unwrap_or(i64::MAX)
    }

    /// Looks again at one document.
    pub(super) fn look(&self, view: &mut View, doc: u32) {
        let (sight, open) = self.see(doc, view.now);
        view.note(doc, &sight, open);
    }

    /// Looks again at some documents, or at all when they are many.
    pub(super) fn look_at_some(&self, view: &mut View, docs: &[u32]) {
        if docs.len() > self.rows.len() / SHARE {
            *view = self.look_at_all(view.now);
        } else {
            for doc in docs {
                self.look(view, *doc);
            }
        }
    }

    /// Looks again at the label of a platform.
    pub(super) fn look_at_gate(&self, view: &mut View, platform: u32) {
        let open = self.platforms.get(platform).is_some_and(|platform| platform.is_open(view.now));
        view.gate(self.qualities.of(super::qualities::Shared::Platform(platform)), open);
    }

    fn look_at_all(&self, now: i64) -> View {
        let count = self.rows.len();
        let mut sets: [Vec<u8>; 6] = std::array::from_fn(|_| vec![0; count.div_ceil(8)]);
        let mut view = View { now, ..View::default() };
        let mut soonest = Vec::with_capacity(count + CHUNK);
        for doc in 0..u32::try_from(count).unwrap_or(u32::MAX) {
            let (sight, open) = self.see(doc, now);
            let shown = open && sight.is_shown();
            let coming = sight.soonest != i64::MAX;
            let members = [shown, shown && sight.quiet, coming, sight.started, sight.quiet, sight.mute];
            for (bits, member) in sets.iter_mut().zip(members) {
                bits[doc as usize / 8] |= u8::from(member) << (doc % 8);
            }
            soonest.push(sight.soonest);
        }
        soonest.resize(count.next_multiple_of(CHUNK), i64::MAX);
        view.soonest = soonest.chunks(CHUNK).map(|chunk| Arc::new(chunk.to_vec())).collect();
        let all = sets.map(|bits| RoaringBitmap::from_lsb0_bytes(0, &bits));
        [view.visible, view.stale, view.coming, view.started, view.quiet, view.mute] = all;
        view
    }

    /// Moves a view to another instant, sooner or later.
    fn advance(&self, view: &mut View, now: i64) {
        let before = std::mem::replace(&mut view.now, now);
        if (before..view.until).contains(&now) {
            return;
        }
        let (from, to) = (before.min(now), before.max(now));
        let started = self.calendar.between(from.saturating_add(1), to.saturating_add(1)).map(|entry| entry.1);
        let turned = self
            .platforms
            .iter()
            .flat_map(|(_, platform)| platform.turned(self.freshness, (before, platform.pulse()), now));
        let changed: Vec<u32> = started.chain(turned).take(self.rows.len()).collect();
        self.look_at_some(view, &changed);
        for (number, platform) in self.platforms.iter() {
            if platform.is_open(before) != platform.is_open(now) {
                self.look_at_gate(view, number);
            }
        }
        view.until = self.next_turn(now);
    }

    /// What is seen of a document, and whether its platform's label is active.
    fn see(&self, doc: u32, now: i64) -> (Sight, bool) {
        let platform = self.platforms.get(self.rows[doc as usize].traits.platform);
        let confirmed_at = self.faces[doc as usize].confirmed_at;
        let silence = platform.map_or(0, |platform| platform.silence(confirmed_at, now));
        let sight = Sight::new(self.slots.of(doc), silence, self.freshness, now);
        (sight, platform.is_some_and(|platform| platform.is_open(now)))
    }

    /// A visible document as it is seen.
    pub(super) fn sight(&self, doc: u32, now: i64) -> Option<Sight> {
        let (sight, open) = self.see(doc, now);
        Some(sight).filter(|sight| open && sight.is_shown())
    }

    pub(super) fn view_memory(&self) -> usize {
        self.memo.lock().unwrap_or_else(PoisonError::into_inner).as_ref().map_or(0, |view| view.memory())
    }
}
