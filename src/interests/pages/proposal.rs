//! One proposal: the notice first, the follow-up beside the mission, then yes, not for me, or nothing at all. The three
//! private choices are one form, one transaction and one answer: nothing tells them apart from outside (I3).

use crate::db::{Conn, Result};
use crate::follow_ups::{FollowUp, store as follow_ups};
use crate::interests::pages::follow::Follow;
use crate::interests::pages::similar_cards;
use crate::interests::store::{self, Proposal};
use crate::kernel::{Id, Instant, RuleError};
use crate::offers::cards::{CardView, pay};
use crate::offers::notice::Wording;
use crate::offers::{Offer, PayUnit};
use crate::people::{self, Choice, Herself, Person};
use crate::platforms::Platform;
use crate::referrals::Referral;
use crate::web::page::see_other;
use crate::web::signed::ForPerson;
use crate::web::{Error, Form, Outcome, Page, Signed};
use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

/// One proposal.
#[derive(Template)]
#[template(path = "interests/proposal.html")]
struct Detail {
    page: Page,
    id: String,
    offer: Offer,
    platform: Platform,
    by: String,
    on: String,
    note: String,
    receipt: String,
    choice: &'static str,
    sent: bool,
    why: Option<String>,
    full: bool,
    still_shown: bool,
    follow: Option<Follow>,
    wording: Wording,
    pay: String,
    pay_hour: Option<String>,
    cards: Vec<CardView>,
}

struct Seen {
    person: Person,
    follow_up: Option<FollowUp>,
    proposal: Proposal,
}

fn look(conn: &mut Conn, now: Instant, who: Herself, id: Id<Referral>) -> Result<Seen> {
    Ok(Seen {
        proposal: store::proposal(conn, now, who, id)?,
        person: people::store::by_id(conn, who.id())?,
        follow_up: follow_ups::follow_up_of(conn, now, who.id())?,
    })
}

/// `GET /moi/propositions/{referral}`
///
/// # Errors
/// `NotFound` when it was not put before her.
pub async fn show(who: Signed<ForPerson>, id: Path<String>) -> Outcome<HttpResponse> {
    let id: Id<Referral> = id.parse().map_err(|_| Error::NotFound)?;
    let (herself, now) = (who.herself(), who.now);
    let seen = who.app.read(move |conn| look(conn, now, herself, id)).await?;
    who.page.show(|page| seen.detail(page))
}

impl Seen {
    fn detail(self, page: Page) -> Detail {
        let Proposal { referral, offer, platform, by, why, choice, sent, .. } = self.proposal;
        let convention = self.follow_up.as_ref().and_then(|f| f.referent.service.convention_from);
        let hourly = offer.terms.pay_per_hour();
        Detail {
            id: referral.id.to_string(),
            by,
            on: page.date(&referral.proposed_at),
            note: referral.note,
            receipt: referral.receipt,
            choice: choice.map_or("to_see", Choice::as_str),
            sent,
            full: why == Some("offer-full"),
            still_shown: why == Some("taken-back"),
            cards: if why.is_some() { similar_cards(&page, &offer) } else { Vec::new() },
            why: why.map(|code| page.t.named(&format!("gone-{code}"), &[]).unwrap_or_default()),
            follow: self.follow_up.as_ref().map(|f| Follow::of(&page, &self.person, f)),
            wording: Wording::of(offer.terms.status, convention, page.now),
            pay: pay(&page, &offer.terms),
            pay_hour: (offer.terms.unit == PayUnit::Mission).then(|| page.money(&hourly)),
            offer,
            platform,
            page,
        }
    }
}

/// `POST /moi/propositions/{referral}/choix`: kept, set aside, or to see again; for her eyes only.
///
/// # Errors
/// `NotFound` when it was not put before her; `choice-unknown`.
pub async fn choose(who: Signed<ForPerson>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    let id: Id<Referral> = id.parse().map_err(|_| Error::NotFound)?;
    let choice = match fields.get("choix") {
        "to_see" => None,
        word => Some(Choice::parse(word).ok_or_else(|| RuleError::invalid("choice-unknown").on("choix"))?),
    };
    let herself = who.herself();
    who.app
        .write(move |tx, now| {
            let offer = store::proposal(tx, now, herself, id)?.offer.id;
            match choice {
                Some(choice) => people::actions::choose(tx, now, herself, offer, choice),
                None => people::actions::forget(tx, herself, offer),
            }
        })
        .await?;
    Ok(see_other(&who.page, "/moi/propositions?ok=private-choice"))
}
