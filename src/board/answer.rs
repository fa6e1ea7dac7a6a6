//! The exact set of answers: the narrowest condition first, each next one read in the way that is cheapest for what is left.

use super::doc::Payload;
use super::grid::Cover;
use super::qualities::{Shared, any_of};
use super::search::Search;
use super::sets::keep;
use super::wording::Sought;
use roaring::RoaringBitmap;
use std::borrow::Cow;

/// Below this number of documents, each is looked at rather than intersected with wide sets.
const FEW: u64 = if cfg!(test) { 4 } else { 2_000 };

/// Looking at a document costs so many times what gathering one from the grid does.
const LOOK: u64 = if cfg!(test) { 1 } else { 3 };

/// A condition of a query that facets may leave out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Facet {
    /// Accepted statuses.
    Statuses,
    /// Occupations.
    Occupations,
    /// Platforms.
    Platforms,
    /// Least pay.
    Pay,
    /// All conditions on time.
    Time,
}

impl Facet {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Statuses, Self::Occupations, Self::Platforms, Self::Pay, Self::Time];
}

/// A set of documents.
pub type Docs<'a> = Cow<'a, RoaringBitmap>;

enum Condition<'a> {
    Set(Docs<'a>),
    Near(Cover<'a>),
    Word(&'a Sought),
}

impl<'a, P: Payload> Search<'a, P> {
    /// The answers, and how many words each of them holds at least: all words, else as many as possible.
    pub fn answer(&self) -> (Docs<'a>, usize) {
        let all = self.sought.len();
        if let Some(cursor) = self.after {
            let held = usize::from(cursor.held).clamp(all.min(1), all);
            return (self.sift(None, held), held);
        }
        let strict = self.sift(None, all);
        if all < 2 || !strict.is_empty() {
            return (strict, all);
        }
        let levels = self.levels(&self.sift(None, 0));
        let best = (1..).zip(levels).filter(|(_, docs)| !docs.is_empty()).last();
        best.map_or((Cow::Owned(RoaringBitmap::new()), all), |(held, docs)| (Cow::Owned(docs), held))
    }

    /// The answers among those of the same search in a wider circle.
    pub fn among(&self, wider: &RoaringBitmap) -> RoaringBitmap {
        let Some(disc) = self.disc else { return wider.clone() };
        let cover = self.board.grid.cover(&disc);
        if wider.len() * LOOK > cover.docs { wider & self.near(&cover) } else { keep(wider, |doc| self.is_near(doc)) }
    }

    /// Visible documents that meet all conditions but one, and hold so many of the words.
    pub fn sift(&self, without: Option<Facet>, held: usize) -> Docs<'a> {
        if held > 0 && held < self.sought.len() {
            return Cow::Owned(self.levels(&self.sift(without, 0)).swap_remove(held - 1));
        }
        let mut conditions = self.conditions(without);
        if held > 0 {
            conditions.extend(self.sought.iter().map(Condition::Word));
        }
        let docs = self.paid(self.meet(conditions), without);
        if without == Some(Facet::Time) { docs } else { self.timely(docs) }
    }

    fn conditions(&self, without: Option<Facet>) -> Vec<Condition<'a>> {
        let (query, qualities) = (self.query, &self.board.qualities);
        let asked = |facet: Facet, asked: bool| asked && without != Some(facet);
        let mut all = vec![Condition::Set(Cow::Borrowed(&self.view.visible))];
        let flags = (0..32).filter(|bit| query.flags >> bit & 1 == 1);
        all.extend(flags.map(|bit| Condition::Set(Cow::Borrowed(qualities.flag(bit)))));
        if asked(Facet::Statuses, query.statuses != 0) {
            all.push(Condition::Set(qualities.with_status(query.statuses)));
        }
        if asked(Facet::Occupations, !query.occupations.is_empty()) {
            let codes = qualities.within(&query.occupations).into_iter();
            all.push(Condition::Set(any_of(codes.map(|n| qualities.of(Shared::Occupation(n))).collect())));
        }
        if asked(Facet::Platforms, !query.platforms.is_empty()) {
            let known = query.platforms.iter().filter_map(|id| self.board.platforms.find(*id));
            all.push(Condition::Set(any_of(known.map(|n| qualities.of(Shared::Platform(n))).collect())));
        }
        all.extend(self.disc.map(|disc| Condition::Near(self.board.grid.cover(&disc))));
        all
    }

    fn width(&self, condition: &Condition<'_>) -> u64 {
        match condition {
            Condition::Set(docs) => docs.len(),
            Condition::Near(cover) => cover.docs,
            Condition::Word(word) => self.words.width(word),
        }
    }

    /// Documents that meet all conditions.
    fn meet(&self, mut conditions: Vec<Condition<'a>>) -> Docs<'a> {
        conditions.sort_by_cached_key(|condition| self.width(condition));
        let mut conditions = conditions.into_iter();
        let mut docs = match conditions.next() {
            Some(Condition::Set(docs)) => docs,
            Some(Condition::Near(cover)) => Cow::Owned(self.near(&cover).clone()),
            Some(Condition::Word(word)) => Cow::Borrowed(self.words.held(word)),
            None => Cow::Owned(RoaringBitmap::new()),
        };
        for condition in conditions {
            if docs.is_empty() {
                break;
            }
            docs = Cow::Owned(match condition {
                Condition::Set(set) => narrow(docs, &set),
                Condition::Near(cover) if docs.len() * LOOK > cover.docs => narrow(docs, self.near(&cover)),
                Condition::Near(_) => keep(&docs, |doc| self.is_near(doc)),
                Condition::Word(word) => self.words.narrow(word, &docs),
            });
        }
        docs
    }

    fn near(&self, cover: &Cover<'_>) -> &RoaringBitmap {
        self.near.get_or_init(|| self.disc.map(|disc| cover.exactly(&disc)).unwrap_or_default())
    }

    fn is_near(&self, doc: u32) -> bool {
        self.disc.is_some_and(|disc| disc.holds(self.board.rows[doc as usize].place))
    }

    fn paid(&self, docs: Docs<'a>, without: Option<Facet>) -> Docs<'a> {
        let (cents, pay) = (self.query.min_pay_hour_cents, |doc: u32| self.board.rows[doc as usize].pay);
        if cents == 0 || without == Some(Facet::Pay) || docs.is_empty() {
            return docs;
        }
        Cow::Owned(match docs.len() {
            0..FEW => keep(&docs, |doc| pay(doc) >= cents),
            _ => self.board.floors.at_least(cents, &docs),
        })
    }

    /// Keeps what one slot makes possible at the asked time; what is visible has a slot to come.
    fn timely(&self, docs: Docs<'a>) -> Docs<'a> {
        let (query, calendar) = (self.query, &self.board.calendar);
        if !(query.is_dated() || self.when.is_weekly()) || docs.is_empty() {
            return docs;
        }
        let (mut docs, mut asked) = (docs, 0);
        if query.is_spanned() && docs.len() > FEW {
            docs = Cow::Owned(narrow(docs, &calendar.starting(self.when.from, self.when.to)));
            if query.on.is_none() && !self.when.is_weekly() {
                return docs;
            }
            asked += 1;
        }
        if let Some(dates) = query.on.filter(|_| docs.len() > FEW) {
            docs = Cow::Owned(narrow(docs, &calendar.on(dates)));
            asked += 1;
        }
        Cow::Owned(self.weekly(docs, asked))
    }

    /// Keeps what has a slot at the asked hours, when so many conditions on its date are met by some slot. Sets tell it of what
    /// has one slot, and of what has not started when one thing is asked; the rest is looked at, because one slot must meet
    /// every condition.
    fn weekly(&self, docs: Docs<'a>, asked: usize) -> RoaringBitmap {
        let (when, slots) = (&self.when, &self.board.slots);
        let is_met = |doc: u32| when.first(slots.of(doc)).is_some();
        if docs.len() <= FEW {
            return keep(&docs, is_met);
        }
        let (mut met, mut asked, mut unsure) = (docs, asked, RoaringBitmap::new());
        if let Some(cells) = when.own_cells() {
            met = Cow::Owned(narrow(met, &self.board.week.with(cells)));
            asked += 1;
        }
        if let Some(minutes) = when.lasting() {
            met = Cow::Owned(narrow(met, &self.board.lengths.within(&minutes)));
            asked += 1;
        }
        if when.is_by_hours() {
            let inside = self.inside.get_or_init(|| self.board.stays.inside(when));
            if met.len() < inside.cost {
                return keep(&met, is_met);
            }
            unsure = inside.perhaps(&met) | (&*met & self.board.calendar.during(when.near_dates()));
            met = Cow::Owned(inside.sure(&met));
            asked += 1;
        }
        unsure |= if asked > 1 { &*met & &self.board.stays.several } else { &*met & &self.view.started };
        let sure = met.into_owned() - &unsure;
        sure | keep(&unsure, is_met)
    }

    /// Documents that hold at least one word, two words… without the last level, all words.
    fn levels(&self, within: &RoaringBitmap) -> Vec<RoaringBitmap> {
        let mut levels = vec![RoaringBitmap::new(); self.sought.len()];
        for word in self.sought {
            let mut found = self.words.narrow(word, within);
            for level in &mut levels {
                let known = &*level & &found;
                *level |= &found;
                found = known;
            }
        }
        levels
    }
}

fn narrow(docs: Docs<'_>, by: &RoaringBitmap) -> RoaringBitmap {
    match docs {
        Cow::Owned(docs) => docs & by,
        Cow::Borrowed(docs) => docs & by,
    }
}
