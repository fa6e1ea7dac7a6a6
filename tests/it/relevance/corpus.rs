//! The corpus is the product's own world, through the product's own path: offers of the demonstration's catalogue and of
//! `missions.tsv` are checked, become cards, then documents of a board. Nothing of it depends on the day nor on a database.

use crate::kit::world::draft;
use chrono::TimeDelta;
use escale::board::{Freshness, Gate, Query};
use escale::demo::catalogue::{Catalogue, OfferSeed, PlatformSeed};
use escale::geo::occupations;
use escale::geo::text::fold;
use escale::kernel::{Id, Instant};
use escale::live::{Card, Missions, PlatformCard};
use escale::offers::check::{Draft, check};
use escale::offers::{Flags, Offer, Slot, State};
use escale::platforms::{Kind, Platform};
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

const SEED: u64 = 42;
/// Offers of the catalogue, of which one in twelve has a platform without a label: nobody may find them.
const OFFERS: usize = 1_500;
/// A Monday morning.
const NOW: &str = "2026-11-23T08:00:00Z";
/// What comes before a platform's number in its identity.
const PLATFORM: u128 = 1 << 64;

/// What a judgement may say of a mission; texts are folded and begin by a space, so that " word" begins a word.
pub struct Mission {
    pub title: String,
    key: Option<String>,
    rome: String,
    platform: &'static str,
    commune: String,
    folded_title: String,
    folded_text: String,
}

/// The missions, and the board that searches them.
pub struct Corpus {
    board: Missions,
    now: Instant,
    missions: HashMap<Uuid, Mission>,
}

/// A page of an answer.
pub struct Page<'a> {
    pub missions: Vec<&'a Mission>,
    pub corrected: Option<String>,
}

/// Lines of a table, in cells; those that begin by # are for people.
pub fn lines(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

impl Corpus {
    pub fn new() -> Self {
        let now: Instant = chrono::DateTime::parse_from_rfc3339(NOW).unwrap().to_utc().into();
        let catalogue = Catalogue::new(SEED, now.utc());
        let platforms = catalogue.platforms();
        let mut corpus = Self { board: Missions::new(Freshness::default()), now, missions: HashMap::new() };
        let cards: Vec<_> = (0..).zip(&platforms).map(|(n, seed)| corpus.open(n, seed)).collect();
        for (number, cells) in (0..).zip(lines(include_str!("../../relevance/missions.tsv"))) {
            let at = platforms.iter().position(|seed| seed.slug == cells[2]).expect("a platform of the catalogue");
            corpus.post(&cards[at], platforms[at].slug, Some(cells[0]), &written(&cells, number, now));
        }
        for seed in catalogue.offers(OFFERS) {
            corpus.post(&cards[seed.platform], platforms[seed.platform].slug, None, &invented(&seed));
        }
        let Self { board, missions, .. } = &mut corpus;
        missions.retain(|id, _| board.visible(*id, now.seconds()));
        corpus
    }

    fn open(&mut self, number: u128, seed: &PlatformSeed) -> Arc<PlatformCard> {
        let id = Uuid::from_u128(PLATFORM + number);
        let always = Gate { from: 0, until: i64::MAX };
        self.board.set_gate(id, seed.label.is_active().then_some(always));
        self.board.describe_platform(id, seed.name);
        Arc::new(PlatformCard::new(Platform {
            id: Id::from_uuid(id),
            slug: seed.slug.into(),
            name: seed.name.into(),
            kind: Kind::parse(seed.kind).unwrap(),
            siren: seed.siren.clone(),
            about: seed.about.into(),
            email: seed.email.clone(),
            website: seed.website.clone(),
            pulse_at: self.now,
        }))
    }

    /// Publishes what passes the checks that every offer passes, and puts it on the board as the follower of the journal does.
    fn post(&mut self, platform: &Arc<PlatformCard>, slug: &'static str, key: Option<&str>, draft: &Draft) {
        let Ok((terms, dates)) = check(draft, self.now) else {
            assert!(key.is_none(), "{key:?}: {:?}", check(draft, self.now));
            return;
        };
        let id = Uuid::from_u128(self.missions.len() as u128 + 1);
        let slot = |(starts_at, ends_at, places)| Slot { id: Id::make(), starts_at, ends_at, places, taken: 0 };
        let offer = Offer {
            id: Id::from_uuid(id),
            platform: platform.platform.id,
            reference: id.to_string(),
            version: 1,
            state: State::Published { at: self.now - TimeDelta::hours(1) },
            terms,
            slots: dates.into_iter().map(slot).collect(),
            confirmed_at: self.now,
            masked_at: None,
        };
        self.missions.insert(id, Mission::new(&offer, slug, key));
        let code = &offer.terms.occupation;
        self.board.describe_occupation(code, &occupations::keywords(code), &occupations::related_keywords(code));
        self.board.upsert(Card { offer, platform: Arc::clone(platform) }.document().expect("it is published"));
    }

    /// The first missions that the board gives for a text.
    pub fn ask(&self, typed: &str, limit: usize) -> Page<'_> {
        let query = Query { text: Some(typed.into()), limit, ..Query::default() };
        let found = self.board.search(&query, self.now.seconds());
        let missions = found.hits.iter().map(|hit| self.missions.get(&hit.id).expect("a visible mission"));
        Page { missions: missions.collect(), corrected: found.corrected }
    }

    /// All visible missions.
    pub fn missions(&self) -> impl Iterator<Item = &Mission> {
        self.missions.values()
    }

    /// Whether a key or a platform that a rule names is there; other facts may hold for nothing.
    pub fn knows(&self, fact: &str) -> bool {
        !fact.starts_with(['=', '@']) || self.missions().any(|mission| mission.has(fact))
    }
}

impl Mission {
    fn new(offer: &Offer, platform: &'static str, key: Option<&str>) -> Self {
        let terms = &offer.terms;
        let begun = |text: &str| format!(" {}", fold(text));
        Self {
            title: terms.title.clone(),
            key: key.map(str::to_owned),
            rome: terms.occupation.clone(),
            platform,
            commune: begun(terms.place.as_ref().map_or("", |place| &place.label)),
            folded_title: begun(&terms.title),
            folded_text: begun(&format!("{} {}", terms.title, terms.description)),
        }
    }

    /// Whether a fact of a judgement holds; the head of `queries.tsv` lists their kinds.
    pub fn has(&self, fact: &str) -> bool {
        let (kind, rest) = fact.split_at(fact.find(['=', '@', '#', '~']).map_or(0, |at| at + 1));
        let word = || format!(" {}", rest.replace('_', " "));
        match kind {
            "=" => self.key.as_deref() == Some(rest),
            "@" => self.platform == rest,
            "#" => self.commune.contains(&word()),
            "t~" => self.folded_title.contains(&word()),
            "d~" => self.folded_text.contains(&word()),
            "" => self.rome.starts_with(rest),
            _ => panic!("not a fact: {fact}"),
        }
    }
}

/// A mission of `missions.tsv`, one hour after the other so that none comes first by its date.
fn written(cells: &[&str], number: i32, now: Instant) -> Draft {
    let [_, rome, _, insee, title, description] = cells else { panic!("not a mission: {cells:?}") };
    Draft {
        occupation: (*rome).into(),
        insee: (*insee).into(),
        title: (*title).into(),
        description: (*description).into(),
        ..draft(now + TimeDelta::hours(1 + i64::from(number) * 29 % 311), 3)
    }
}

/// A mission of the catalogue: its words, place, dates and pay; what is not searched comes from the kit.
fn invented(seed: &OfferSeed) -> Draft {
    Draft {
        title: seed.title.clone(),
        description: seed.description.clone(),
        occupation: seed.rome.into(),
        pay_cents: seed.pay_cents.into(),
        pay_unit: seed.pay_unit.into(),
        duration_minutes: seed.duration_minutes.into(),
        insee: seed.insee.into(),
        flags: Flags::default().with(Flags::REMOTE, seed.remote),
        slots: seed.slots.iter().map(|s| (s.starts_at.into(), s.ends_at.into(), s.places.into())).collect(),
        ..draft(seed.slots.first().map(|s| s.starts_at).unwrap_or_default().into(), 1)
    }
}
