//! Posting missions by hand, changing them, taking them back: only the platform's own (I18), through the same checks as
//! the API. A form that is not accepted comes back as it was typed, with a sentence next to each input.

pub mod prefill;
pub mod typed;
pub mod when;

use crate::db::{self, Conn, Tx};
use crate::geo::communes::Commune;
use crate::kernel::rule::Kind;
use crate::kernel::{Id, Instant, RuleError};
use crate::labels;
use crate::offers::check::Draft;
use crate::offers::{Offer, Slot, State, actions, store};
use crate::platforms::{self, Platform};
use crate::web::page::see_other;
use crate::web::signed::ForPlatform;
use crate::web::{Error, Fields, Form, Outcome, Page, Signed, form};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use typed::{ROWS_MAX, Typed};

/// The inputs of one slot.
pub struct SlotInputs {
    /// From 1, for the reader.
    pub number: i64,
    /// Name of the day's input.
    pub date: String,
    /// Name of the first hour's.
    pub from: String,
    /// Name of the last hour's.
    pub to: String,
    /// Name of the places'.
    pub places: String,
    /// Whether something is typed, or wrong.
    pub used: bool,
}

/// The form of a mission.
#[derive(Template)]
#[template(path = "platforms/mission.html")]
struct Mission {
    page: Page,
    fields: Fields,
    /// The mission being changed; none for a new one.
    known: Option<Offer>,
    choices: Vec<&'static Commune>,
    labelled: bool,
}

impl Mission {
    fn heading(&self) -> String {
        if self.known.is_some() { self.page.t.post_title_change() } else { self.page.t.post_title_new() }
    }
    fn action(&self) -> String {
        let own = self.known.as_ref().map(|o| format!("/{}", o.id)).unwrap_or_default();
        self.page.at(&format!("/plateforme/missions{own}"))
    }
    /// The rows up to the last one in use, or those after it.
    fn rows(&self, used: bool) -> Vec<SlotInputs> {
        let has_row =
            |n: &usize| !self.fields.get(&format!("slot-{n}-places")).is_empty() || row(&self.fields, *n).used;
        let count = (0..ROWS_MAX).rev().find(has_row).map_or(6, |last| (last + 1).max(6));
        let rows: Vec<SlotInputs> = (0..count).map(|n| row(&self.fields, n)).collect();
        let end = rows.iter().rposition(|r| r.used).map_or(1, |last| last + 1);
        rows.into_iter().enumerate().filter(|(n, _)| (*n < end) == used).map(|(_, row)| row).collect()
    }
    fn begun(&self) -> impl Iterator<Item = &Slot> {
        self.known.iter().flat_map(|o| &o.slots).filter(|s| s.starts_at <= self.page.now)
    }
    fn taken(&self) -> i64 {
        let coming = self.known.iter().flat_map(|o| &o.slots).filter(|s| s.starts_at > self.page.now);
        coming.map(|s| i64::from(s.taken)).sum()
    }
    fn can_withdraw(&self) -> bool {
        self.known.as_ref().is_some_and(|o| matches!(o.state, State::Draft | State::Published { .. }))
    }
}

fn row(fields: &Fields, n: usize) -> SlotInputs {
    let [date, from, to, places] = ["date", "from", "to", "places"].map(|part| format!("slot-{n}-{part}"));
    let typed = [&date, &from, &to].iter().any(|name| !fields.get(name).is_empty());
    let wrong = [&date, &from, &to, &places].iter().any(|name| fields.error(name).is_some());
    SlotInputs { number: i64::try_from(n).unwrap_or(0) + 1, date, from, to, places, used: typed || wrong }
}

/// Who posts, what is changed, and what was posted last.
struct Desk {
    platform: Platform,
    labelled: bool,
    known: Option<Offer>,
    latest: Option<Offer>,
}

async fn desk(who: &Signed<ForPlatform>, id: Option<Id<Offer>>) -> Outcome<Desk> {
    let (account, now) = (who.account.id, who.now);
    let read = move |conn: &mut Conn| {
        let platform = platforms::store::of_member(conn, account)?;
        let labelled = labels::store::of_platform(conn, platform.id)?.active_at(now).is_some();
        let known = id.map(|id| own(conn, platform.id, id)).transpose()?;
        let latest = store::of_platform(conn, platform.id, 0, 1)?.pop();
        Ok(Desk { platform, labelled, known, latest })
    };
    Ok(who.app.read(read).await?)
}

/// The platform's own offer; anyone else's is not found (I18).
fn own(conn: &mut Conn, platform: Id<Platform>, id: Id<Offer>) -> db::Result<Offer> {
    let offer = store::by_id(conn, id)?;
    if offer.platform == platform { Ok(offer) } else { Err(db::Error::NotFound) }
}

fn key(id: &Path<String>) -> Outcome<Id<Offer>> {
    id.parse().map_err(|_| Error::NotFound)
}

/// `GET /plateforme/missions/nouvelle`
///
/// # Errors
/// `NotFound` when the account posts for no platform.
pub async fn new(who: Signed<ForPlatform>) -> Outcome<HttpResponse> {
    let desk = desk(&who, None).await?;
    let fields = prefill::fresh(&desk.platform, desk.latest.as_ref());
    who.page.show(|page| Mission { page, fields, known: None, choices: Vec::new(), labelled: desk.labelled })
}

/// `POST /plateforme/missions`
///
/// # Errors
/// `NotFound` when the account posts for no platform.
pub async fn create(who: Signed<ForPlatform>, Form(fields): Form) -> Outcome<HttpResponse> {
    let desk = desk(&who, None).await?;
    let typed = Typed::of(&fields, None, who.now);
    let (platform, draft, names) = (desk.platform.id, typed.draft.clone(), References::of(&fields));
    let done = match typed.refusals(who.now) {
        wrong if !wrong.is_empty() => Err(db::Error::Rules(wrong)),
        _ => who.app.write(move |tx, now| post_new(tx, now, platform, &names, &draft)).await,
    };
    settle(who.page, desk, fields, &typed, done, "posted")
}

/// `GET /plateforme/missions/{id}`: to change it, or with `?copie=1` to post the like of it.
///
/// # Errors
/// `NotFound`, also for another platform's.
pub async fn edit(who: Signed<ForPlatform>, id: Path<String>) -> Outcome<HttpResponse> {
    let Desk { labelled, known, .. } = desk(&who, Some(key(&id)?)).await?;
    let copies = form::query(&who.query).has("copie");
    let fields = match &known {
        Some(offer) if copies => prefill::copy(offer, who.now),
        Some(offer) => prefill::change(offer, who.now),
        None => return Err(Error::NotFound),
    };
    let known = known.filter(|_| !copies);
    who.page.show(|page| Mission { page, fields, known, choices: Vec::new(), labelled })
}

/// `POST /plateforme/missions/{id}`
///
/// # Errors
/// `NotFound`, also for another platform's.
pub async fn change(who: Signed<ForPlatform>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    let desk = desk(&who, Some(key(&id)?)).await?;
    let typed = Typed::of(&fields, desk.known.as_ref(), who.now);
    let reference = desk.known.as_ref().map(|o| o.reference.clone()).unwrap_or_default();
    let (platform, draft) = (desk.platform.id, typed.draft.clone());
    let done = match typed.refusals(who.now) {
        wrong if !wrong.is_empty() => Err(db::Error::Rules(wrong)),
        _ => who.app.write(move |tx, now| actions::post(tx, now, platform, &reference, &draft).map(drop)).await,
    };
    settle(who.page, desk, fields, &typed, done, "offer-changed")
}

/// `POST /plateforme/missions/{id}/retrait`
///
/// # Errors
/// `NotFound`, also for another platform's; `offer-already-ended`.
pub async fn withdraw(who: Signed<ForPlatform>, id: Path<String>, _form: Form) -> Outcome<HttpResponse> {
    let (id, account) = (key(&id)?, who.account.id);
    let take_back = move |tx: &mut Tx<'_>, now: Instant| {
        let platform = platforms::store::of_member(tx, account)?.id;
        let offer = own(tx, platform, id)?;
        actions::withdraw(tx, now, platform, &offer.reference).map(drop)
    };
    who.app.write(take_back).await?;
    Ok(see_other(&who, "/plateforme?ok=offer-withdrawn"))
}

/// The reference that was typed, and the one made with the form: the same form sent twice posts one mission.
struct References {
    typed: String,
    made: String,
}

impl References {
    fn of(fields: &Fields) -> Self {
        let made = Some(fields.get("fresh").to_owned()).filter(|made| !made.is_empty());
        Self { typed: fields.get("reference").to_owned(), made: made.unwrap_or_else(prefill::reference) }
    }
}

fn post_new(
    tx: &mut Tx<'_>,
    now: Instant,
    platform: Id<Platform>,
    names: &References,
    draft: &Draft,
) -> db::Result<()> {
    if names.typed.is_empty() {
        return actions::post(tx, now, platform, &names.made, draft).map(drop);
    }
    if store::by_reference(tx, platform, &names.typed)?.is_some() {
        return Err(RuleError::conflict("reference-taken").on("reference").into());
    }
    actions::post(tx, now, platform, &names.typed, draft).map(drop)
}

/// Back to the dashboard, or to the form with what is to be mended.
fn settle(
    page: Page,
    desk: Desk,
    mut fields: Fields,
    typed: &Typed,
    done: db::Result<()>,
    ok: &str,
) -> Outcome<HttpResponse> {
    let rules = match done {
        Ok(()) => return Ok(see_other(&page, &format!("/plateforme?ok={ok}"))),
        Err(db::Error::Rules(rules)) => rules,
        Err(other) => return Err(other.into()),
    };
    let only_mistakes = rules.iter().all(|r| r.kind == Kind::Invalid);
    let status = if only_mistakes { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::CONFLICT };
    let rules: Vec<RuleError> = rules.into_iter().map(|r| typed.by_input(r)).collect();
    fields.refuse(&rules, page.t);
    let template = Mission { fields, known: desk.known, choices: typed.choices.clone(), labelled: desk.labelled, page };
    template.page.html_with(status, &template)
}
