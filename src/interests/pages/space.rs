//! Her space: what is agreed, what waits for her eyes, her follow-up, missions that fit her hours, who looked at her file.

use crate::db::{Conn, Result};
use crate::follow_ups::{FollowUp, store as follow_ups};
use crate::geo::communes;
use crate::interests::pages::follow::Follow;
use crate::interests::pages::near_path;
use crate::interests::pages::told::Told;
use crate::interests::store::{self, Whole};
use crate::interests::{Interest, State};
use crate::kernel::Instant;
use crate::offers::cards::CardView;
use crate::people::availability::Availability;
use crate::people::pages::fitting;
use crate::people::{Herself, Person, store as people};
use crate::web::signed::ForPerson;
use crate::web::{Outcome, Page, Signed};
use actix_web::HttpResponse;
use askama::Template;

/// Missions shown.
const CARDS: usize = 3;
/// Looks shown.
const LOOKS: i64 = 5;

/// Her space.
#[derive(Template)]
#[template(path = "interests/space.html")]
struct Space {
    page: Page,
    first_name: String,
    agreed: Vec<Told>,
    to_see: usize,
    follow: Option<Follow>,
    /// Whether an end of her follow-up waits for her answer.
    ending: bool,
    cards: Vec<CardView>,
    total: usize,
    all: String,
    hours_known: bool,
    home_known: bool,
    bounded: Option<String>,
    looks: Vec<(String, String)>,
}

struct Seen {
    person: Person,
    availability: Availability,
    follow_up: Option<FollowUp>,
    agreed: Vec<Whole>,
    to_see: usize,
    looks: Vec<(String, Instant)>,
}

fn look(conn: &mut Conn, now: Instant, who: Herself) -> Result<Seen> {
    let accepted = |i: &Interest| matches!(i.state, State::Accepted { .. });
    let sent = store::of_person(conn, who.id())?.into_iter().filter(accepted).collect();
    let mut agreed = store::wholes(conn, now, sent)?;
    agreed.retain(|whole| whole.slot.ends_at > now);
    agreed.sort_by_key(|whole| (whole.slot.starts_at, whole.interest.id));
    let person = people::by_id(conn, who.id())?;
    Ok(Seen {
        availability: people::availability(conn, &person)?,
        person,
        follow_up: follow_ups::follow_up_of(conn, now, who.id())?,
        to_see: store::proposals(conn, now, who)?.iter().filter(|p| p.to_see()).count(),
        looks: follow_ups::looks_at(conn, who.id(), LOOKS)?,
        agreed,
    })
}

/// `GET /moi`
///
/// # Errors
/// What the database says.
pub async fn show(who: Signed<ForPerson>) -> Outcome<HttpResponse> {
    let (herself, now) = (who.herself(), who.now);
    let seen = who.app.read(move |conn| look(conn, now, herself)).await?;
    let (cards, total) = fitting::cards(&who.page, &seen.availability, 0, CARDS, 3);
    let commune = seen.person.insee.as_deref().and_then(communes::by_insee);
    who.page.show(|page| Space {
        agreed: seen.agreed.iter().map(|w| Told::of(page.t, page.lang, now, w, 0)).collect(),
        to_see: seen.to_see,
        ending: seen.follow_up.as_ref().is_some_and(|f| f.ending.is_some()),
        follow: seen.follow_up.as_ref().map(|f| Follow::of(&page, &seen.person, f)),
        cards,
        total,
        all: commune.map_or_else(|| "/missions".to_owned(), |c| near_path(c, seen.person.radius_km)),
        hours_known: !seen.person.week.is_empty(),
        home_known: seen.availability.home().is_some(),
        bounded: fitting::bounded(&page, &seen.availability),
        looks: seen.looks.into_iter().map(|(name, at)| (name, page.date_hour(&at))).collect(),
        first_name: seen.person.first_name,
        page,
    })
}
