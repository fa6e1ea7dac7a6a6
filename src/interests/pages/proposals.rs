//! What was proposed to her: first what is open and not set aside, then what she kept, then what has ended. What she set
//! aside is folded away, and only she sees it.

use crate::board::{Hit, Point, Query};
use crate::geo::communes;
use crate::interests::pages::similar_path;
use crate::interests::store::{self, Proposal};
use crate::offers::cards::CardView;
use crate::people::{Choice, Person, store as people};
use crate::web::signed::ForPerson;
use crate::web::{Outcome, Page, Signed};
use actix_web::HttpResponse;
use askama::Template;

/// Farther than this, a distance is not worth saying.
const FAR_KM: f32 = 300.0;

/// What was proposed to her.
#[derive(Template)]
#[template(path = "interests/proposals.html")]
struct Proposals {
    page: Page,
    to_see: Vec<Item>,
    kept: Vec<Item>,
    ended: Vec<Item>,
    aside: Vec<Item>,
}

/// One proposal, in words.
struct Item {
    id: String,
    title: String,
    platform: String,
    by: String,
    on: String,
    card: Option<CardView>,
    why: String,
    similar: String,
    sent: bool,
}

impl Item {
    fn of(page: &Page, person: &Person, proposal: &Proposal) -> Self {
        let id = proposal.referral.id.to_string();
        let mut card = proposal.why.is_none().then(|| card(page, person, proposal)).flatten();
        if let Some(card) = &mut card {
            card.href = page.at(&format!("/moi/propositions/{id}"));
        }
        Self {
            title: proposal.offer.terms.title.clone(),
            platform: proposal.platform.name.clone(),
            by: proposal.by.clone(),
            on: page.date(&proposal.referral.proposed_at),
            why: proposal
                .why
                .filter(|_| !proposal.sent)
                .and_then(|code| page.t.named(&format!("gone-{code}"), &[]))
                .unwrap_or_default(),
            similar: similar_path(&proposal.offer),
            sent: proposal.sent,
            card,
            id,
        }
    }
}

fn card(page: &Page, person: &Person, proposal: &Proposal) -> Option<CardView> {
    let (board, id, now) = (page.app.board(), proposal.offer.id.uuid(), page.now.seconds());
    let home = person.insee.as_deref().and_then(communes::by_insee);
    let near = home.map(|c| Query { near: Some((Point { lat: c.lat, lon: c.lon }, FAR_KM)), ..Query::default() });
    let hit = near.and_then(|query| board.hit(&query, id, now)).or_else(|| board.get(id, now))?;
    // What she wrote about is hers: another slot of the mission is not what she answered.
    let own = |slot| hit.payload.offer.slots.iter().position(|s| Some(s.id) == slot);
    let slot = own(proposal.slot).unwrap_or(hit.slot);
    Some(CardView::of(page, &Hit { slot, ..hit }, 3))
}

/// `GET /moi/propositions`
///
/// # Errors
/// What the database says.
pub async fn list(who: Signed<ForPerson>) -> Outcome<HttpResponse> {
    let (herself, now) = (who.herself(), who.now);
    let (person, proposals) = who
        .app
        .read(move |conn| Ok((people::by_id(conn, herself.id())?, store::proposals(conn, now, herself)?)))
        .await?;
    let aside = |p: &Proposal| p.choice == Some(Choice::SetAside);
    who.page.show(|page| {
        let pick = |wanted: &dyn Fn(&Proposal) -> bool| -> Vec<Item> {
            proposals.iter().filter(|p| wanted(p)).map(|p| Item::of(&page, &person, p)).collect()
        };
        Proposals {
            to_see: pick(&Proposal::to_see),
            kept: pick(&|p| (p.why.is_none() || p.sent) && !aside(p) && !p.to_see()),
            ended: pick(&|p| p.why.is_some() && !p.sent && !aside(p)),
            aside: pick(&aside),
            page,
        }
    })
}
