//! The public pages of missions: home, list, detail, and the page that says why a mission is gone (410).

pub mod report;

use crate::board::Hit;
use crate::geo::communes;
use crate::kernel::{Id, RuleError};
use crate::labels::{ActiveLabel, Label, State as LabelState};
use crate::live::{Card, Concern};
use crate::offers::bar::{Bar, LIST};
use crate::offers::cards::{CardView, confirmed, pay};
use crate::offers::net::{self, Net};
use crate::offers::notice::Wording;
use crate::offers::search::among::Reread;
use crate::offers::search::{Letting, PAGE, Search, Wider, among, wider};
use crate::offers::{Offer, PayUnit, asked, filters};
use crate::platforms::Platform;
use crate::referrals::pages::choose::{self, Choosing};
use crate::web::page::see_other;
use crate::web::say::Ago;
use crate::web::{Error, Fields, Form, Outcome, Page, Shared, form};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use std::sync::Arc;

/// Home.
#[derive(Template)]
#[template(path = "home/home.html")]
struct Home {
    page: Page,
    fields: Fields,
    cards: Vec<CardView>,
    total: usize,
}

/// `GET /`
///
/// # Errors
/// When the page cannot be made.
pub async fn home(page: Page) -> Outcome<HttpResponse> {
    if !page.app.ready() {
        return Err(Error::Unavailable("the board is being loaded".into()));
    }
    let query = crate::board::Query { limit: 4, sort: crate::board::Sort::Newest, ..Default::default() };
    let made = page.app.made_lasting(page.now);
    let found = page.app.board().search(&query, page.now.seconds());
    let cards: Vec<_> = found.hits.iter().map(|h| CardView::of(&page, h, 3)).collect();
    let made = made.brief_if(cards.iter().any(|card| card.brief)).of_query(&query, true);
    Ok(made.mark(page.show(|page| Home { total: found.total, cards, fields: Fields::default(), page })?))
}

/// The list.
#[derive(Template)]
#[template(path = "offers/list.html")]
struct List {
    page: Page,
    search: Search,
    cards: Vec<CardView>,
    total: usize,
    corrected: Option<String>,
    partial: bool,
    live_url: String,
    again_url: String,
    heading: String,
    next: Option<String>,
    wider: Vec<Way>,
    /// The search that says by its fields what its words say.
    reread: Option<Way>,
    /// What is sought, when it can be kept.
    keepable: Option<String>,
    bar: Bar,
}

/// A search that gives something, offered where this one gave nothing.
struct Way {
    label: String,
    query: String,
    count: usize,
}

impl Way {
    fn of(page: &Page, wider: Wider) -> Self {
        let t = page.t;
        let label = match &wider.letting {
            Letting::Radius(km) => t.wider_radius(km.to_string()),
            Letting::Filter(field, value) => t.wider_without(filters::said(&page.voice(), field, value)),
            Letting::Filters => t.search_clear(),
            Letting::Everything => t.wider_words_only(),
            Letting::Day => t.wider_any_day(),
            Letting::Words => t.wider_any_words(),
            Letting::Place => t.wider_anywhere(),
        };
        Self { label, query: wider.query, count: wider.count }
    }

    fn reread(page: &Page, reread: Reread) -> Self {
        let (t, said) = (page.t, reread.said);
        let words = Some(said.words).filter(|words| !words.is_empty()).map(|words| t.search_reread_words(words));
        let moments = said.moments.iter().map(|(field, value)| match *field {
            "quand" => page.word("when", value),
            field => filters::said(&page.voice(), field, value),
        });
        let place = said.place.map(|place| t.search_reread_place(communes::label(place)));
        let label = words.into_iter().chain(moments).chain(place).collect::<Vec<_>>().join(" · ");
        Self { label, query: reread.query, count: reread.count }
    }
}

impl List {
    fn first_page(&self) -> String {
        self.search.page_query(&1)
    }
    /// The address of its feed; whoever reads a feed is nobody in particular.
    fn feed_query(&self) -> String {
        self.search.query_with(&[("page", "1".into()), ("apres", String::new()), ("heures", String::new())])
    }
    fn previous_page(&self) -> String {
        self.search.page_query(&self.search.page.saturating_sub(1).max(1))
    }
}

/// `GET /missions`
///
/// # Errors
/// `Unavailable` while the board is being loaded.
pub async fn list(page: Page) -> Outcome<HttpResponse> {
    if !page.app.ready() {
        return Err(Error::Unavailable("the board is being loaded".into()));
    }
    let mut search = asked::read(&page).await?;
    // Read before searching: what changes in between is told twice rather than never.
    let (seq, made) = (page.app.seq(), page.app.made_lasting(page.now));
    let mut found = page.app.board().search(&search.query, page.now.seconds());
    let last = found.total.div_ceil(PAGE).max(1);
    if search.page > last && search.query.after.is_none() {
        search.page = last;
        search.query.offset = (last - 1) * PAGE;
        found = page.app.board().search(&search.query, page.now.seconds());
    }
    let hers = if search.asks_her_hours() { page.her_hours().await? } else { None };
    let wider = if found.total == 0 { wider::ways(&page.app, &search, hers.as_ref(), page.now) } else { Vec::new() };
    let wider = wider.into_iter().map(|w| Way::of(&page, w)).collect();
    let reread = among::reread(&page.app, &search, hers.as_ref(), page.now).map(|way| Way::reread(&page, way));
    let next = found.next.as_ref().map(|after| search.next_query(after));
    let bar = Bar::of(&page, &search, LIST, "")?;
    let cards: Vec<CardView> =
        found.hits.iter().map(|h| CardView::of(&page, h, 2).travelling(&page, h, search.mode())).collect();
    let made = made
        .brief_if(search.is_brief() || cards.iter().any(|card| card.brief))
        .of_query(&search.query, found.exact && found.total > 0 && reread.is_none() && bar.says_nothing_else(&search));
    let heading = match search.place.filter(|_| search.query.near.is_some()) {
        Some(place) => page.t.list_title_near(communes::label(place)),
        None => page.t.list_title(),
    };
    let known = search.query_with(&[("depuis", seq.to_string())]);
    let [live_url, again_url] =
        ["/missions/direct", "/missions/direct/encore"].map(|path| page.at(&format!("{path}?{known}")));
    let answer = page.show(|page| List {
        cards,
        total: found.total,
        // A later page says nothing of it: its address could say anything.
        corrected: found.corrected.filter(|_| search.query.after.is_none()),
        partial: found.partial,
        live_url,
        again_url,
        heading,
        next,
        wider,
        reread,
        keepable: crate::searches::asked::keepable(&search).ok(),
        bar,
        search,
        page,
    })?;
    Ok(made.mark(answer))
}

/// The detail.
#[derive(Template)]
#[template(path = "offers/detail.html")]
struct Detail<'a> {
    page: Page,
    offer: &'a Offer,
    platform: &'a Platform,
    wording: Wording,
    /// Since and until when the label is active.
    label: Option<(String, String)>,
    /// Not public any more; shown to the person who asked for it.
    hers: bool,
    pay: String,
    pay_hour: Option<String>,
    net: Option<String>,
    /// To whom an advisor could propose it.
    choosing: Option<Choosing>,
    /// The slot that she came for.
    creneau: String,
    confirmed: String,
    stale: bool,
}

/// `GET /missions/{id}`: the mission, or why it is gone.
///
/// # Errors
/// `NotFound`.
pub async fn detail(page: Page, id: Path<String>) -> Outcome<HttpResponse> {
    if !page.app.ready() {
        return Err(Error::Unavailable("the board is being loaded".into()));
    }
    let id: Id<Offer> = id.parse().map_err(|_| Error::NotFound)?;
    let made = page.app.made_lasting(page.now);
    let hit = page.app.board().get(id.uuid(), page.now.seconds());
    match hit {
        Some(hit) => {
            let confirmed_at = hit.payload.offer.confirmed_at.max(hit.payload.platform.pulse_at());
            let made = made.brief_if(Ago::between(confirmed_at, page.now).is_brief()).of(Concern::Offer(id.uuid()));
            Ok(made.mark(shown(page, &hit).await?))
        }
        None => gone(page, id).await,
    }
}

/// `GET /m/{code}`: the short address of a mission, as it is typed from paper; it leads to visible missions only.
///
/// # Errors
/// `NotFound` for what is no code; `short-code-gone`.
pub async fn short(page: Page, code: Path<String>) -> Outcome<HttpResponse> {
    if !page.app.ready() {
        return Err(Error::Unavailable("the board is being loaded".into()));
    }
    let is = crate::offers::code::is(&code).ok_or(Error::NotFound)?;
    let (app, now) = (Arc::clone(&page.app), page.now.seconds());
    let found = actix_web::web::block(move || app.board().find(is, now)).await;
    let found = found.map_err(|e| Error::Internal(e.to_string()))?;
    let id = found.ok_or_else(|| Error::from(RuleError::gone("short-code-gone")))?;
    Ok(see_other(&page, &format!("/missions/{id}")))
}

async fn shown(page: Page, hit: &Hit<Card>) -> Outcome<HttpResponse> {
    let card: &Card = &hit.payload;
    let (offer, platform) = (&card.offer, &card.platform.platform);
    let Some(active) = card.platform.active_label(page.now) else { return gone(page, offer.id).await };
    let (creneau, stated) = (creneau(&page), offer.confirmed_at.max(card.platform.pulse_at()));
    let confirmed = confirmed(&page, stated, hit.stale);
    let reader = page.viewer.as_ref().filter(|_| page.is("advisor")).map(|viewer| Id::from_uuid(viewer.id.uuid()));
    let choosing = match reader {
        Some(advisor) => Choosing::of(&page, advisor, offer.id, choose::HERE).await?,
        None => None,
    };
    page.show(|page| Detail {
        choosing,
        creneau,
        confirmed,
        stale: hit.stale,
        ..Detail::of(page, offer, platform, Some(&active))
    })
}

impl<'a> Detail<'a> {
    /// What is said of an offer whoever reads it.
    fn of(page: Page, offer: &'a Offer, platform: &'a Platform, active: Option<&ActiveLabel>) -> Self {
        let hourly = (offer.terms.unit == PayUnit::Mission).then(|| offer.terms.pay_per_hour());
        Self {
            wording: Wording::of(offer.terms.status, None, page.now),
            label: active.map(|active| (page.date(&active.since()), page.date(&active.until()))),
            hers: false,
            pay: pay(&page, &offer.terms),
            pay_hour: hourly.map(|hourly| page.money(&hourly)),
            net: net::estimate(&offer.terms).map(|net| said_net(&page, net)),
            choosing: None,
            creneau: String::new(),
            confirmed: String::new(),
            stale: false,
            offer,
            platform,
            page,
        }
    }
}

/// What she asked for, as long as it lasts: full, masked or suspended, what was said of it stays readable to her.
fn hers(page: Page, offer: &Offer, platform: &Platform, label: &Label) -> Outcome<HttpResponse> {
    let active = label.active_at(page.now);
    page.show(|page| Detail { hers: true, ..Detail::of(page, offer, platform, active.as_ref()) })
}

/// "Environ 9,60 € net"; from so much to so much when it depends on the activity.
fn said_net(page: &Page, net: Net) -> String {
    match (page.money(&net.least), page.money(&net.most)) {
        (least, most) if least == most => page.t.detail_net(least),
        (least, most) => page.t.detail_net_between(least, most),
    }
}

/// The slot named in the address, when it is one.
fn creneau(page: &Page) -> String {
    let typed = form::query(&page.query).get("creneau").to_owned();
    typed.parse::<uuid::Uuid>().map(|id| format!("&creneau={id}")).unwrap_or_default()
}

/// Why a mission cannot be seen any more, and what else there is.
#[derive(Template)]
#[template(path = "offers/gone.html")]
struct Gone {
    page: Page,
    title: String,
    why: String,
    /// The public reason of a suspension.
    reason: Option<String>,
    /// Where to join the waiting list, when it is only full.
    queue: Option<String>,
    platform: Platform,
    cards: Vec<CardView>,
}

/// The page of a mission that is not visible: 410, with the reason and similar ones (I10).
///
/// # Errors
/// `NotFound` when it was never public.
pub async fn gone(page: Page, id: Id<Offer>) -> Outcome<HttpResponse> {
    let now = page.now;
    let why_gone = page.app.read(move |conn| crate::offers::gone::why(conn, id, now)).await?;
    let crate::offers::gone::Gone { offer, platform, label, code } = why_gone;
    if page.asked_for(id).await? {
        return hers(page, &offer, &platform, &label);
    }
    let may_queue = code == "offer-full" && (page.viewer.is_none() || page.is("person"));
    let queue = may_queue.then(|| page.at(&format!("/moi/missions/nouvelle?mission={id}")));
    let (why, reason) = match label.state_at(now) {
        LabelState::Suspended { since, .. } if code == "offer-label" => {
            (page.t.gone_suspended(page.date(&since)), label.decisions().last().map(|d| d.reason.clone()))
        }
        _ => (page.t.named(&format!("gone-{code}"), &[]).unwrap_or_default(), None),
    };
    let point = offer.terms.place.as_ref().map(|p| crate::live::point(p.lat, p.lon));
    let hits = page.app.board().around(&offer.terms.occupation, point, page.now.seconds(), 4);
    let cards = hits.iter().map(|h| CardView::of(&page, h, 3)).collect();
    let template = Gone { title: offer.terms.title, why, reason, queue, platform, cards, page };
    template.page.html_with(StatusCode::GONE, &template)
}

/// `POST /missions/{id}/recepisse`: issues a receipt and shows it.
///
/// # Errors
/// `offer-*` when the mission is gone.
pub async fn receipt(page: Page, id: Path<String>, _form: Form, app: Shared) -> Outcome<HttpResponse> {
    let id: Id<Offer> = id.parse().map_err(|_| Error::NotFound)?;
    let inner = Arc::clone(&app);
    let code = app
        .write(move |tx, now| inner.with_desk(None, |desk| crate::referrals::actions::issue_receipt(tx, now, desk, id)))
        .await?;
    Ok(see_other(&page, &format!("/recepisses/{code}")))
}
