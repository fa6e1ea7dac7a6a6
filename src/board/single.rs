//! Questions about one document follow the same rules as a search: nothing is visible here that would not be found there.

use super::doc::{Payload, Point};
use super::geo::Disc;
use super::index::Board;
use super::query::{Hit, Query, Sort};
use super::slots::When;
use uuid::Uuid;

/// Radius of a neighbourhood, in kilometres.
const NEIGHBOURHOOD: f32 = 30.0;

/// Radius that leaves nothing out but remote work.
const EVERYWHERE: f32 = 100_000.0;

/// A family of occupations is the first characters of their codes.
const FAMILY: usize = 3;

impl<P: Payload> Board<P> {
    /// A visible document, with its soonest slot.
    #[must_use]
    pub fn get(&self, id: Uuid, now: i64) -> Option<Hit<P::Shown>> {
        let number = self.number(id)?;
        let sight = self.sight(number, now)?;
        let query = Query::default();
        let slot = When::new(&query, now).first(self.slots.of(number))?;
        let payload = self.payloads[number as usize].as_ref()?.shown()?;
        Some(Hit { payload, id, slot: slot.index.into(), distance_m: None, stale: sight.quiet })
    }

    /// The first visible document whose identity is as asked for.
    #[must_use]
    pub fn find(&self, is: impl Fn(Uuid) -> bool, now: i64) -> Option<Uuid> {
        let alike = self.faces.iter().map(|face| face.id).filter(|id| is(*id));
        alike.into_iter().find(|id| self.get(*id, now).is_some())
    }

    /// A visible document that answers a query with all its words, with the slot and distance that the query gives it.
    #[must_use]
    pub fn hit(&self, query: &Query, id: Uuid, now: i64) -> Option<Hit<P::Shown>> {
        if !self.matches(query, id, now) {
            return None;
        }
        let number = self.number(id)?;
        let slot = When::new(query, now).first(self.slots.of(number))?;
        let distance_m = query
            .near
            .and_then(|(centre, radius)| Disc::new(centre, radius).whole_metres(self.rows[number as usize].place));
        let payload = self.payloads[number as usize].as_ref()?.shown()?;
        let stale = self.sight(number, now)?.quiet;
        Some(Hit { payload, id, slot: slot.index.into(), distance_m, stale })
    }

    /// Says whether a document is visible.
    #[must_use]
    pub fn visible(&self, id: Uuid, now: i64) -> bool {
        self.number(id).is_some_and(|number| self.sight(number, now).is_some())
    }

    /// Says whether an occupation has a visible document, by its whole code.
    #[must_use]
    pub fn has_occupation(&self, code: &str, now: i64) -> bool {
        let of = |number| self.qualities.of(super::qualities::Shared::Occupation(number));
        self.qualities.known(code).is_some_and(|number| !of(number).is_disjoint(&self.view(now).visible))
    }

    /// Identities of all visible documents, in no order.
    pub fn visible_ids(&self, now: i64) -> impl Iterator<Item = Uuid> {
        let view = self.view(now);
        view.visible.iter().map(|doc| self.id(doc)).collect::<Vec<_>>().into_iter()
    }

    /// Says whether a visible document answers a query with all its words.
    #[must_use]
    pub fn matches(&self, query: &Query, id: Uuid, now: i64) -> bool {
        self.visible(id, now)
            && self.answers(query, id, now)
            && query.text.as_deref().is_none_or(|text| self.says(text, id))
    }

    /// Says whether a document has the words, the place and the qualities of a query, whatever the time and whoever sees it.
    #[must_use]
    pub fn suits(&self, query: &Query, id: Uuid) -> bool {
        self.number(id).is_some_and(|number| self.has_qualities(query, number))
            && query.text.as_deref().is_none_or(|text| self.says(text, id))
    }

    /// Says whether a document answers a query, its words apart, and whether it is visible apart.
    pub(super) fn answers(&self, query: &Query, id: Uuid, now: i64) -> bool {
        self.number(id).is_some_and(|number| {
            self.has_qualities(query, number) && When::new(query, now).first(self.slots.of(number)).is_some()
        })
    }

    /// Says whether a document holds all words of a text.
    pub(super) fn says(&self, text: &str, id: Uuid) -> bool {
        let Some(number) = self.number(id) else { return false };
        let (words, traits) = (self.words(), &self.rows[number as usize].traits);
        words.understand(text, true).words.iter().all(|word| words.holds(word, number, traits))
    }

    /// The stems that a document holds.
    pub(super) fn stems_of(&self, id: Uuid) -> Vec<u32> {
        let Some(number) = self.number(id) else { return Vec::new() };
        self.lexicon.stems(&self.words[number as usize], self.rows[number as usize].traits.shared())
    }

    /// Place, platform and ROME code of a document.
    pub(super) fn facts(&self, id: Uuid) -> Option<(Option<Point>, Uuid, &str)> {
        let row = &self.rows[self.number(id)? as usize];
        let code = self.qualities.code_of(row.traits.occupation)?;
        Some((row.point(), self.platforms.id(row.traits.platform)?, code))
    }

    fn has_qualities(&self, query: &Query, number: u32) -> bool {
        let row = &self.rows[number as usize];
        let platform = |id: &Uuid| self.platforms.find(*id) == Some(row.traits.platform);
        let code = self.qualities.code_of(row.traits.occupation).unwrap_or_default();
        row.traits.answer(query)
            && row.pay >= query.min_pay_hour_cents
            && query.near.is_none_or(|(centre, radius)| Disc::new(centre, radius).holds(row.place))
            && (query.platforms.is_empty() || query.platforms.iter().any(platform))
            && (query.occupations.is_empty() || query.occupations.iter().any(|prefix| code.starts_with(prefix)))
    }

    /// Visible documents that may replace one that is known, visible or not.
    #[must_use]
    pub fn similar(&self, id: Uuid, now: i64, limit: usize) -> Vec<Hit<P::Shown>> {
        let Some(number) = self.number(id) else { return Vec::new() };
        let row = &self.rows[number as usize];
        let code = self.qualities.code_of(row.traits.occupation).unwrap_or_default();
        let mut hits = self.around(code, row.point(), now, limit.saturating_add(1));
        hits.retain(|hit| hit.id != id);
        hits.truncate(limit);
        hits
    }

    /// Visible documents of an occupation's family in the neighbourhood, then of the family, then of the neighbourhood.
    #[must_use]
    pub fn around(&self, occupation: &str, place: Option<Point>, now: i64, limit: usize) -> Vec<Hit<P::Shown>> {
        let family = occupation.get(..FAMILY).map(str::to_owned);
        let near = |radius| place.map(|centre| (centre, radius));
        let tiers = [
            (family.clone(), near(NEIGHBOURHOOD), Sort::Soonest),
            (family, near(EVERYWHERE), Sort::Nearest),
            (None, near(NEIGHBOURHOOD), Sort::Soonest),
        ];
        let mut hits: Vec<Hit<P::Shown>> = Vec::new();
        for (occupation, near, sort) in tiers {
            if hits.len() < limit && (occupation.is_some() || near.is_some()) {
                let query = Query {
                    occupations: occupation.into_iter().collect(),
                    near,
                    sort,
                    limit: limit.saturating_add(hits.len()),
                    ..Query::default()
                };
                let more = self.search(&query, now).hits;
                let new: Vec<_> = more.into_iter().filter(|hit| hits.iter().all(|known| known.id != hit.id)).collect();
                hits.extend(new);
            }
        }
        hits.truncate(limit);
        hits
    }

    /// The payload of a document, even when it is not visible.
    #[must_use]
    pub fn lookup(&self, id: Uuid) -> Option<P::Shown> {
        self.payloads[self.number(id)? as usize].as_ref()?.shown()
    }
}
