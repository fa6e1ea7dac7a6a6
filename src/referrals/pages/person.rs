//! A person's page: her follow-up beside the missions that fit her hours and place, and what was proposed to her.
//! Each time it is shown, the look is noted for her (I16). When the trade says no, it says why, here, with the list.

use crate::board::Hit;
use crate::follow_ups::pages::file::{FollowUpView, PersonView};
use crate::follow_ups::pages::panel::{self, Panel};
use crate::follow_ups::{self, Advisor, FollowUp, Mandate};
use crate::interests;
use crate::interests::pages::under_way::{self, UnderWay};
use crate::interests::store::{Whole, spoken::Told as Spoken};
use crate::kernel::{Id, RuleError};
use crate::live::Card;
use crate::offers::cards::CardView;
use crate::offers::{self, Offer};
use crate::people::availability::Availability;
use crate::people::{self, Person, matching};
use crate::referrals::pages::{Asked, batch, why_not};
use crate::referrals::{Referral, State, actions, store};
use crate::web::page::see_other;
use crate::web::signed::ForAdvisor;
use crate::web::{Error, Fields, Form, Outcome, Page, Signed, form};
use crate::{db, db::Conn};
use actix_web::HttpResponse;
use actix_web::ResponseError as _;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use std::collections::HashMap;

/// Missions on a page.
const PAGE: usize = 20;

/// The page.
#[derive(Template)]
#[template(path = "referrals/person.html")]
struct File {
    page: Page,
    person: PersonView,
    follow_up: Option<FollowUpView>,
    panel: Option<Panel>,
    /// Why nothing can be proposed at all.
    blocked: Option<String>,
    /// Why what was just asked was not done.
    trouble: Option<String>,
    rows: Vec<Row>,
    /// Whether one of them can be ticked.
    tickable: bool,
    sent: Vec<Sent>,
    /// What this advisor sent for her: mission, date.
    spoken: Vec<(String, String)>,
    /// What is under way for her, of what she agreed to have told by who follows her.
    under_way: Vec<UnderWay>,
    total: usize,
    number: usize,
    last: usize,
}

/// A mission that fits.
struct Row {
    card: CardView,
    proposed: bool,
}

/// What was proposed to her.
struct Sent {
    id: String,
    title: String,
    when: String,
    /// Since when it is closed, and why.
    closed: Option<(String, String)>,
}

/// What the page is made from.
struct Dossier {
    person: Person,
    availability: Availability,
    follow_up: Option<FollowUp>,
    referrals: Vec<Referral>,
    offers: HashMap<Id<Offer>, Offer>,
    panel: Option<panel::Known>,
    spoken: Vec<Spoken>,
    under_way: Vec<Whole>,
}

impl Dossier {
    fn read(conn: &mut Conn, now: crate::kernel::Instant, mandate: &Mandate) -> db::Result<Self> {
        let person = people::store::by_id(conn, mandate.person())?;
        let follow_up = follow_ups::store::follow_up_of(conn, now, person.id)?;
        let referrals = store::of_person(conn, person.id)?;
        let ids: Vec<Id<Offer>> = referrals.iter().map(|r| r.offer).collect();
        let offers = offers::store::by_ids(conn, &ids)?.into_iter().map(|o| (o.id, o)).collect();
        let availability = people::store::availability(conn, &person)?;
        let panel = follow_up.as_ref().map(|f| panel::Known::read(conn, mandate, f)).transpose()?;
        let spoken = interests::store::spoken::of_person(conn, person.id, Some(mandate.advisor()))?;
        let under_way = under_way::read(conn, now, person.id)?;
        Ok(Self { person, availability, follow_up, referrals, offers, panel, spoken, under_way })
    }

    /// Why nothing can be proposed to her, whatever the mission.
    fn blocked(&self) -> Option<RuleError> {
        let wanted = self.person.receives_proposals;
        let unwanted = (!wanted).then(|| RuleError::conflict("proposals-not-wanted"));
        if self.follow_up.is_none() { Some(RuleError::conflict("follow-up-not-active")) } else { unwanted }
    }

    fn open_for(&self, offer: uuid::Uuid) -> bool {
        self.referrals.iter().any(|r| r.offer.uuid() == offer && r.state == State::Proposed)
    }

    fn sent(&self, page: &Page) -> Vec<Sent> {
        let one = |r: &Referral| Sent {
            id: r.id.to_string(),
            title: self.offers.get(&r.offer).map(|o| o.terms.title.clone()).unwrap_or_default(),
            when: page.date(&r.proposed_at),
            closed: match r.state {
                State::Proposed => None,
                State::Closed { at, cause } => Some((page.date(&at), page.word("close-cause", cause.as_str()))),
            },
        };
        self.referrals.iter().map(one).collect()
    }
}

/// `GET /conseil/personnes/{id}`
///
/// # Errors
/// `NotFound` without a mandate, `mandate-ended`; `Unavailable` while the board is being loaded.
pub async fn person(who: Signed<ForAdvisor>, id: Path<String>) -> Outcome<HttpResponse> {
    let asked = Asked::of(&who, &id)?;
    let number = form::query(&who.query).get("page").parse().unwrap_or(1);
    shown(who.page, asked, number, None).await
}

/// The page, after something that could not be done if there is `trouble`.
pub(crate) async fn shown(
    page: Page,
    asked: Asked,
    number: usize,
    trouble: Option<&RuleError>,
) -> Outcome<HttpResponse> {
    shown_with(page, asked, number, trouble, Fields::default()).await
}

/// The page, with what was typed in the follow-up's forms.
pub(crate) async fn shown_with(
    mut page: Page,
    asked: Asked,
    number: usize,
    trouble: Option<&RuleError>,
    fields: Fields,
) -> Outcome<HttpResponse> {
    if !page.app.ready() {
        return Err(Error::Unavailable("the board is being loaded".into()));
    }
    let dossier = page
        .app
        .write(move |tx, now| {
            let held = asked.mandate(tx, now)?;
            follow_ups::actions::note_look(tx, now, &held)?;
            Dossier::read(tx, now, &held)
        })
        .await?;
    // Whatever was asked, this is the person's page: its links in the other language lead to it.
    page.path = format!("/conseil/personnes/{}", asked.person);
    if trouble.is_some() {
        page.query = if number > 1 { format!("page={number}") } else { String::new() };
    }
    let status = trouble.map_or(StatusCode::OK, |rule| Error::from(rule.clone()).status_code());
    let status = if fields.errors().is_empty() { status } else { StatusCode::UNPROCESSABLE_ENTITY };
    let template = file(page, asked.advisor, dossier, number, trouble, fields);
    template.page.html_with(status, &template)
}

fn file(
    page: Page,
    reader: Id<Advisor>,
    mut dossier: Dossier,
    asked: usize,
    trouble: Option<&RuleError>,
    fields: Fields,
) -> File {
    let total = matching::count(&page.app.board(), &dossier.availability, page.now);
    let last = total.div_ceil(PAGE).max(1);
    let number = asked.clamp(1, last);
    // Only that they fit is said here; why is hers.
    let (fits, _) = matching::page(&page.app.board(), &dossier.availability, page.now, (number - 1) * PAGE, PAGE);
    let row = |hit: &Hit<Card>| Row { proposed: dossier.open_for(hit.id), card: CardView::of(&page, hit, 3) };
    let rows: Vec<Row> = fits.iter().map(|fit| &fit.hit).map(row).collect();
    let follow_up = dossier.follow_up.as_ref().map(|f| FollowUpView::of(&page, reader, &dossier.person, f));
    let panel = dossier.panel.take().map(|known| Panel::of(&page, &dossier.person, known, fields, number));
    let blocked = dossier.blocked();
    let twice = trouble.is_some_and(|t| blocked.as_ref().is_some_and(|b| b.code == t.code));
    File {
        person: PersonView::of(&page, &dossier.person),
        follow_up,
        panel,
        blocked: blocked.map(|rule| why_not(page.t, &rule)),
        trouble: trouble.filter(|_| !twice).map(|rule| why_not(page.t, rule)),
        sent: dossier.sent(&page),
        spoken: dossier.spoken.iter().map(|told| (told.title.clone(), page.date(&told.at))).collect(),
        under_way: dossier.under_way.iter().map(|whole| UnderWay::of(&page, whole)).collect(),
        tickable: rows.iter().any(|row| !row.proposed),
        rows,
        total,
        number,
        last,
        page,
    }
}

/// `POST /conseil/personnes/{id}/propositions/{referral}/retrait`: takes a proposal back.
///
/// # Errors
/// `NotFound` without a mandate, or when it is not before this person; `mandate-ended`.
pub async fn take_back(
    who: Signed<ForAdvisor>,
    path: Path<(String, String)>,
    Form(fields): Form,
) -> Outcome<HttpResponse> {
    let (person, referral) = path.into_inner();
    let asked = Asked::of(&who, &person)?;
    let referral: Id<Referral> = referral.parse().map_err(|_| Error::NotFound)?;
    let number: usize = fields.get("page").parse().unwrap_or(1);
    let take_back = move |tx: &mut db::Tx<'_>, now| {
        let held = asked.mandate(tx, now)?;
        actions::take_back(tx, now, &held, referral)
    };
    match who.app.write(take_back).await {
        Ok(()) => {
            let list = fields.get("retour").starts_with("/conseil/propositions?");
            let to = if list { batch::back(&fields) } else { back(asked, number) };
            let mark = if to.contains('?') { '&' } else { '?' };
            Ok(see_other(&who.page, &format!("{to}{mark}ok=taken-back")))
        }
        Err(db::Error::Rules(rules)) => shown(who.page, asked, number, rules.first()).await,
        Err(other) => Err(other.into()),
    }
}

/// The same page of the same list.
pub(super) fn back(asked: Asked, number: usize) -> String {
    format!("/conseil/personnes/{}?page={}", asked.person, number.max(1))
}
