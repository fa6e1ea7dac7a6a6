//! The missions that fit her hours, each with why it fits, in plain words.

use crate::board::Hit;
use crate::live::Card;
use crate::offers::cards::{CardView, HERE};
use crate::people::availability::Availability;
use crate::people::fit::{Hours, Why};
use crate::people::{matching, store};
use crate::web::signed::ForPerson;
use crate::web::{Error, Outcome, Page, Signed, form, say};
use actix_web::HttpResponse;
use askama::Template;

/// Missions on a page.
const PAGE: usize = 10;

/// The list.
#[derive(Template)]
#[template(path = "people/fitting.html")]
struct Fitting {
    page: Page,
    cards: Vec<CardView>,
    total: usize,
    number: usize,
    last: usize,
    hours_known: bool,
    /// Whether she said where she lives.
    home_known: bool,
    /// Her way of travelling bounds how far she goes: in a sentence.
    bounded: Option<String>,
}

/// `GET /moi/heures/missions`, with `?page=2`.
///
/// # Errors
/// `Unavailable` while the board is being loaded.
pub async fn list(who: Signed<ForPerson>) -> Outcome<HttpResponse> {
    if !who.app.ready() {
        return Err(Error::Unavailable("the board is being loaded".into()));
    }
    let herself = who.herself();
    let said = who
        .app
        .read(move |conn| {
            let person = store::by_id(conn, herself.id())?;
            store::availability(conn, &person)
        })
        .await?;
    let asked: usize = form::query(&who.query).get("page").parse().unwrap_or(1);
    let page = who.page;
    let total = matching::count(&page.app.board(), &said, page.now);
    let last = total.div_ceil(PAGE).max(1);
    let number = asked.clamp(1, last);
    let (cards, _) = cards(&page, &said, (number - 1) * PAGE, PAGE, 2);
    page.show(|page| Fitting {
        hours_known: said.says_hours(),
        home_known: said.home().is_some(),
        bounded: bounded(&page, &said),
        cards,
        total,
        number,
        last,
        page,
    })
}

/// Why missions inside her radius are not shown, when they are too long a way as she travels.
#[must_use]
pub fn bounded(page: &Page, said: &Availability) -> Option<String> {
    let mode = said.bounded_by()?;
    let (minutes, far) = (page.duration(&i64::from(mode.bound())), page.distance(&mode.farthest_m()));
    Some(page.t.reach_bounded(page.word("travel", mode.as_str()), minutes, far))
}

/// Some of the missions that fit, each with why; and how many fit.
#[must_use]
pub fn cards(page: &Page, said: &Availability, skipped: usize, limit: usize, heading: u8) -> (Vec<CardView>, usize) {
    let (fits, total) = matching::page(&page.app.board(), said, page.now, skipped, limit);
    let card = |fit: &matching::Fit| {
        let mut card = CardView::of(page, &fit.hit, heading);
        if fit.why.distance_m < HERE {
            card.distance = Some(page.t.fit_here());
        }
        card.why = Some(why(page, &fit.hit, &fit.why, card.distance.as_deref()));
        card
    };
    (fits.iter().map(card).collect(), total)
}

/// "mardi 24 novembre, 14 h – 18 h : dans vos heures, à 3 km, environ 12 min à vélo".
fn why(page: &Page, hit: &Hit<Card>, why: &Why, distance: Option<&str>) -> String {
    let offer = &hit.payload.offer;
    let when = offer.slots.get(hit.slot).map_or_else(String::new, |slot| {
        let (zone, lang) = (offer.terms.zone, page.lang);
        let hours = say::hours(slot.starts_at, slot.ends_at, zone, lang);
        page.t.fit_when(say::day(slot.starts_at, zone, lang), hours)
    });
    let mut parts = vec![match why.hours {
        Hours::Unsaid => page.t.fit_any(when),
        Hours::Week => page.t.fit_week(when),
        Hours::Date => page.t.fit_date(when),
        Hours::Ready => page.t.fit_ready(when),
    }];
    parts.extend(distance.map(str::to_owned));
    // Inside her own commune nobody knows the way: distances are those between communes.
    parts.extend(why.travel.filter(|_| why.distance_m >= HERE).map(|(mode, minutes)| {
        page.t.offer_travel(page.duration(&i64::from(minutes)), page.word("travel", mode.as_str()))
    }));
    parts.join(", ")
}
