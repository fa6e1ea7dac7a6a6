//! *Ça m'intéresse*: she chooses a slot and sees exactly what will be sent. Only the fields she ticks leave (I6); what
//! cannot be sent any more is said in a sentence, with other missions.

use crate::db::{self, Conn};
use crate::follow_ups::store as follow_ups;
use crate::interests::pages::similar_cards;
use crate::interests::store::Whole;
use crate::interests::{Consent, Interest, State, actions, store};
use crate::kernel::{Id, Instant, RuleError};
use crate::labels;
use crate::offers::cards::CardView;
use crate::offers::notice::Wording;
use crate::offers::{self, Offer, Slot};
use crate::people::{Herself, Person, store as people};
use crate::platforms::{self, Platform};
use crate::referrals::{self, Referral};
use crate::web::page::see_other;
use crate::web::signed::ForPerson;
use crate::web::{Error, Fields, Form, Outcome, Page, Signed, form};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};
use askama::Template;

/// What will be sent.
#[derive(Template)]
#[template(path = "interests/send.html")]
struct Send {
    page: Page,
    fields: Fields,
    offer: Offer,
    platform: Platform,
    person: Person,
    slots: Vec<Choosable>,
    open: bool,
    why: Option<String>,
    wording: Wording,
    back: String,
    cards: Vec<CardView>,
}

/// A slot to choose.
struct Choosable {
    id: String,
    when: String,
    note: String,
    /// What she already has at the same time.
    overlaps: Vec<String>,
    sent: bool,
    chosen: bool,
}

struct Seen {
    offer: Offer,
    platform: Platform,
    person: Person,
    why: Option<&'static str>,
    convention: Option<Instant>,
    referral: Option<Referral>,
    live: Vec<Interest>,
    /// What she has or asked for, of any mission.
    hers: Vec<Whole>,
}

fn look(conn: &mut Conn, now: Instant, who: Herself, id: Id<Offer>) -> db::Result<Seen> {
    let offer = offers::store::by_id(conn, id)?;
    if matches!(offer.state, offers::State::Draft) {
        return Err(db::Error::NotFound);
    }
    let platform = platforms::store::by_id(conn, offer.platform)?;
    let label = labels::store::of_platform(conn, offer.platform)?.active_at(now);
    let hidden = offer.visible(label.as_ref(), platform.pulse_at, now).err().map(|rule| rule.code);
    let mut live = store::of_person(conn, who.id())?;
    live.retain(|i| i.state.live());
    let hers = store::wholes(conn, now, live.clone())?;
    live.retain(|i| i.offer == id);
    Ok(Seen {
        why: hidden.filter(|code| *code != "offer-full"),
        person: people::by_id(conn, who.id())?,
        convention: follow_ups::follow_up_of(conn, now, who.id())?.and_then(|f| f.referent.service.convention_from),
        referral: referrals::store::open_for(conn, id, who.id())?,
        live,
        hers,
        platform,
        offer,
    })
}

impl Seen {
    /// The slots to come; the one typed, or else the first with a place, is chosen.
    fn slots(&self, page: &Page, fields: &Fields) -> Vec<Choosable> {
        let sent = |slot: &Slot| self.live.iter().any(|i| i.slot == slot.id);
        let coming: Vec<&Slot> = self.offer.slots.iter().filter(|s| s.starts_at > page.now).collect();
        let free = || coming.iter().find(|s| s.left() > 0 && !sent(s)).or_else(|| coming.iter().find(|s| !sent(s)));
        let typed = coming.iter().find(|s| s.id.to_string() == fields.get("creneau") && !sent(s));
        let chosen = typed.or_else(free).map(|s| s.id);
        let zone = self.offer.terms.zone;
        let words = |slot: &&Slot| Choosable {
            id: slot.id.to_string(),
            when: format!(
                "{}, {}",
                page.day(&slot.starts_at, &zone),
                page.hours(&slot.starts_at, &slot.ends_at, &zone)
            ),
            note: match (sent(slot), slot.left()) {
                (true, _) => page.t.send_slot_sent(),
                (false, 0) => page.t.send_slot_waiting(),
                (false, left) => page.t.slot_places(i64::from(left), i64::from(slot.places)),
            },
            overlaps: self.overlaps(page, slot),
            sent: sent(slot),
            chosen: Some(slot.id) == chosen,
        };
        coming.iter().map(words).collect()
    }

    /// What she already has, or asked for, while a slot lasts: she decides, knowing it.
    fn overlaps(&self, page: &Page, slot: &Slot) -> Vec<String> {
        let meets = |other: &Slot| other.starts_at < slot.ends_at && slot.starts_at < other.ends_at;
        let others = self.hers.iter().filter(|whole| whole.slot.id != slot.id && meets(&whole.slot));
        let said = |whole: &Whole| {
            let zone = &whole.offer.terms.zone;
            let hours = page.hours(&whole.slot.starts_at, &whole.slot.ends_at, zone);
            match whole.interest.state {
                State::Accepted { .. } => page.t.send_overlap_agreed(hours, &whole.offer.terms.title),
                _ => page.t.send_overlap_asked(hours, &whole.offer.terms.title),
            }
        };
        others.map(said).collect()
    }

    fn page(self, page: Page, fields: Fields, told: Option<String>) -> Send {
        let slots = self.slots(&page, &fields);
        let hidden = self.why.and_then(|code| page.t.named(&format!("gone-{code}"), &[]));
        let why = hidden.or(told);
        let open = self.why.is_none() && slots.iter().any(|s| !s.sent);
        let back = match &self.referral {
            Some(referral) => format!("/moi/propositions/{}", referral.id),
            None => format!("/missions/{}", self.offer.id),
        };
        Send {
            cards: if why.is_some() || !open { similar_cards(&page, &self.offer) } else { Vec::new() },
            wording: Wording::of(self.offer.terms.status, self.convention, page.now),
            back: page.at(&back),
            slots,
            open,
            why,
            fields,
            offer: self.offer,
            platform: self.platform,
            person: self.person,
            page,
        }
    }
}

/// `GET /moi/missions/nouvelle?mission={offer}`
///
/// # Errors
/// `NotFound` when there is no such mission.
pub async fn form(who: Signed<ForPerson>) -> Outcome<HttpResponse> {
    let fields = form::query(&who.query);
    answer(who, fields, None).await
}

async fn answer(who: Signed<ForPerson>, mut fields: Fields, rule: Option<RuleError>) -> Outcome<HttpResponse> {
    let id: Id<Offer> = fields.get("mission").parse().map_err(|_| Error::NotFound)?;
    let (herself, now) = (who.herself(), who.now);
    let seen = who.app.read(move |conn| look(conn, now, herself, id)).await?;
    let status = match (&rule, seen.why) {
        (Some(rule), _) => Error::from(rule.clone()).status_code(),
        (None, Some(_)) => StatusCode::GONE,
        (None, None) => StatusCode::OK,
    };
    let by_field = rule.as_ref().is_some_and(|r| r.field.is_some());
    let told = rule.as_ref().filter(|_| !by_field).map(|r| who.t.rule(r));
    if by_field {
        fields.refuse(rule.as_slice(), who.t);
    }
    let template = seen.page(who.page, fields, told);
    template.page.html_with(status, &template)
}

fn consent(fields: &Fields) -> Consent {
    Consent {
        name: fields.is("partage", "nom"),
        email: fields.is("partage", "email"),
        phone: fields.is("partage", "telephone"),
        message: fields.get("message").to_owned(),
    }
}

/// `POST /moi/missions`
///
/// # Errors
/// `NotFound` when there is no such mission.
pub async fn send(who: Signed<ForPerson>, Form(fields): Form) -> Outcome<HttpResponse> {
    let (Ok(offer), Ok(slot)) = (fields.get("mission").parse(), fields.get("creneau").parse()) else {
        return answer(who, fields, Some(RuleError::invalid("slot-missing").on("creneau"))).await;
    };
    let (herself, consent) = (who.herself(), consent(&fields));
    let sent = who
        .app
        .write(move |tx, now| of_offer(tx, offer, slot).and_then(|()| actions::send(tx, now, herself, slot, &consent)));
    match sent.await {
        Ok(interest) if interest.state == State::Waiting => Ok(see_other(&who.page, "/moi/missions?ok=waiting")),
        Ok(_) => Ok(see_other(&who.page, "/moi/missions?ok=sent")),
        Err(db::Error::Rules(rules)) => answer(who, fields, rules.into_iter().next()).await,
        Err(db::Error::NotFound) => answer(who, fields, Some(RuleError::gone("slot-gone"))).await,
        Err(db::Error::Conflict(_)) => answer(who, fields, Some(RuleError::conflict("interest-already-sent"))).await,
        Err(other) => Err(other.into()),
    }
}

/// The slot is one of the mission that she read.
fn of_offer(conn: &mut Conn, offer: Id<Offer>, slot: Id<Slot>) -> db::Result<()> {
    if offers::store::offer_of_slot(conn, slot)? == offer { Ok(()) } else { Err(db::Error::NotFound) }
}
