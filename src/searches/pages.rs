//! Her searches: saving the one on screen, the list of those she keeps, opening one. Each page is made from her own session.
//! What cannot be saved comes back with its sentence, and nothing that she sought or typed is lost.

pub mod stop;

use crate::app::App;
use crate::board::{Query, Sort};
use crate::db::{self, Conn};
use crate::kernel::rule::Kind;
use crate::kernel::{Id, Instant, RuleError};
use crate::offers::State;
use crate::offers::asked::{Hers, complete};
use crate::offers::search::Search;
use crate::push::pages::Here;
use crate::searches::asked::{self, Wanted};
use crate::searches::{Frequency, NAME_MAX, SavedSearch, Seen, actions, store, words};
use crate::web::page::see_other;
use crate::web::signed::ForPerson;
use crate::web::{Error, Fields, Form, Outcome, Page, Signed, form};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use std::sync::Arc;

/// New missions counted one by one; above this, "more than".
const NEW_MAX: usize = 20;

/// Saving a search.
#[derive(Template)]
#[template(path = "searches/new.html")]
struct New {
    page: Page,
    fields: Fields,
    words: Vec<String>,
    /// How many missions answer it; none when it is not understood.
    total: Option<usize>,
}

impl New {
    fn of(page: Page, fields: Fields, search: &Search) -> Self {
        let total = search.wrong.is_empty().then(|| count(&page.app, &search.query, page.now));
        Self { words: words::of(&page.voice(), search), total, fields, page }
    }
}

/// One search of the list.
struct Item {
    id: String,
    name: String,
    words: Vec<String>,
    frequency: Frequency,
    stopped: bool,
    /// How many missions answer it; none once its date has passed.
    total: Option<usize>,
    /// Whether it asks for hours that she does not say any more.
    hourless: bool,
    new: usize,
    field: String,
}

/// Her searches.
#[derive(Template)]
#[template(path = "searches/list.html")]
struct List {
    page: Page,
    fields: Fields,
    searches: Vec<Item>,
    here: Here,
}

impl Item {
    fn of(page: &Page, saved: &SavedSearch, hers: &Hers) -> Self {
        let search = asked::again(&saved.query, page.now);
        let question = asked::question(&saved.query, page.now, hers);
        Self {
            id: saved.id.to_string(),
            name: words::name(&page.voice(), saved, &search),
            words: words::of(&page.voice(), &search),
            frequency: saved.frequency,
            stopped: saved.stopped_at.is_some(),
            hourless: search.asks_her_hours() && hers.week.is_empty(),
            total: question.as_ref().map(|question| count(&page.app, question, page.now)),
            new: question.map_or(0, |question| new_since(page, &question, saved.looked_at)),
            field: format!("rythme-{}", saved.id),
        }
    }
}

fn count(app: &App, query: &Query, now: Instant) -> usize {
    app.board().count(query, now.seconds())
}

/// How many missions were published since she last opened a search, up to one more than are counted.
fn new_since(page: &Page, query: &Query, since: Instant) -> usize {
    let latest = Query { sort: Sort::Newest, limit: NEW_MAX + 1, offset: 0, after: None, ..query.clone() };
    let found = page.app.board().search(&latest, page.now.seconds());
    let new = |state: State| matches!(state, State::Published { at } if at > since);
    found.hits.iter().take_while(|hit| new(hit.payload.offer.state)).count()
}

/// `GET /moi/recherches`
///
/// # Errors
/// What the database says.
pub async fn list(who: Signed<ForPerson>) -> Outcome<HttpResponse> {
    listed(who, Fields::default(), StatusCode::OK).await
}

async fn listed(who: Signed<ForPerson>, fields: Fields, status: StatusCode) -> Outcome<HttpResponse> {
    let herself = who.herself();
    let app = Arc::clone(&who.app);
    let read =
        move |conn: &mut Conn| Ok((store::of(conn, herself)?, Here::of(conn, &app, herself, "/moi/recherches")?));
    let (saved, device) = who.app.read(read).await?;
    let hers = who.page.her_hours().await?.unwrap_or_default();
    let searches = saved.iter().map(|s| Item::of(&who.page, s, &hers)).collect();
    let template = List { searches, here: device, fields, page: who.page };
    template.page.html_with(status, &template)
}

/// `GET /moi/recherches/nouvelle`: with the query string of the list.
///
/// # Errors
/// When the page cannot be made.
pub async fn form(who: Signed<ForPerson>) -> Outcome<HttpResponse> {
    let mut search = Search::of(form::query(&who.query), who.now);
    complete(&who.page, &mut search).await?;
    let mut fields = Fields::default();
    // As it was asked, what was not understood included: nothing is lost.
    fields.set("recherche", search.page_query(&1));
    if let Err(rules) = asked::keepable(&search) {
        let rules: Vec<RuleError> = rules.into_iter().map(|rule| rule.on("recherche")).collect();
        fields.refuse(&rules, who.t);
    }
    let template = New::of(who.page, fields, &search);
    template.page.html(&template)
}

/// `POST /moi/recherches`
///
/// # Errors
/// What the database says.
pub async fn save(who: Signed<ForPerson>, Form(mut fields): Form) -> Outcome<HttpResponse> {
    let (herself, mut search) = (who.herself(), asked::again(fields.get("recherche"), who.now));
    complete(&who.page, &mut search).await?;
    let rules = match wanted(&who.page, &fields, &search) {
        Ok(wanted) => match who.app.write(move |tx, now| actions::save(tx, now, herself, &wanted)).await {
            Ok(_) => return Ok(see_other(&who.page, "/moi/recherches?ok=search-saved")),
            Err(db::Error::Rules(rules)) if rules.iter().all(|r| r.kind == Kind::Invalid) => rules,
            Err(other) => return Err(other.into()),
        },
        Err(rules) => rules,
    };
    fields.refuse(&rules, who.t);
    let template = New::of(who.page, fields, &search);
    template.page.html_with(StatusCode::UNPROCESSABLE_ENTITY, &template)
}

/// What she wants to keep, or everything that is wrong with it.
fn wanted(page: &Page, fields: &Fields, search: &Search) -> Result<Wanted, Vec<RuleError>> {
    let mut wrong = Vec::new();
    // What is sought is one field here, whatever part of it is at fault.
    let query = asked::keepable(search)
        .map_err(|rules| wrong.extend(rules.into_iter().map(|rule| rule.on("recherche"))))
        .unwrap_or_default();
    let frequency = Frequency::chosen(fields.get("rythme")).map_err(|rule| wrong.push(rule.on("rythme")));
    let typed = fields.get("nom");
    if typed.chars().count() > NAME_MAX {
        wrong.push(RuleError::invalid("text-too-long").with("max", NAME_MAX).on("nom"));
    }
    match frequency {
        Ok(frequency) if wrong.is_empty() => {
            let words = words::of(&page.voice(), search).join(", ");
            let name = asked::named(if typed.is_empty() { &words } else { typed });
            Ok(Wanted { query, name, frequency, seen: seen(page, &search.query) })
        }
        _ => Err(wrong),
    }
}

/// What she can see of a search now.
fn seen(page: &Page, query: &Query) -> Seen {
    // One more than is listed, to tell a full list from a longer one.
    let all = Query { sort: Sort::Newest, limit: Seen::MOST + 1, offset: 0, after: None, ..query.clone() };
    Seen::of(page.app.board().search(&all, page.now.seconds()).hits.iter().map(|hit| hit.id))
}

fn key(id: &str) -> Outcome<Id<SavedSearch>> {
    id.parse().map_err(|_| Error::NotFound)
}

/// `GET /moi/recherches/{id}`: on to its missions; she has looked at it.
///
/// # Errors
/// `NotFound`.
pub async fn open(who: Signed<ForPerson>, id: Path<String>) -> Outcome<HttpResponse> {
    let (herself, id) = (who.herself(), key(&id)?);
    let saved = who.app.write(move |tx, now| actions::look(tx, now, herself, id)).await?;
    Ok(see_other(&who.page, &format!("/missions?{}", saved.query)))
}

/// `POST /moi/recherches/{id}`: how often she is written to.
///
/// # Errors
/// `NotFound`.
pub async fn change(who: Signed<ForPerson>, id: Path<String>, Form(mut fields): Form) -> Outcome<HttpResponse> {
    let (herself, id) = (who.herself(), key(&id)?);
    let chosen = match Frequency::chosen(fields.get("rythme")) {
        Ok(chosen) => chosen,
        Err(rule) => {
            // Another's is not found, whatever was typed.
            who.app.read(move |conn| store::one(conn, herself, id)).await?;
            fields.refuse(&[rule.on(format!("rythme-{id}"))], who.t);
            return listed(who, fields, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    who.app.write(move |tx, now| actions::change(tx, now, herself, id, chosen)).await?;
    Ok(see_other(&who.page, "/moi/recherches?ok=search-frequency"))
}

/// `POST /moi/recherches/{id}/suppression`
///
/// # Errors
/// `NotFound`.
pub async fn delete(who: Signed<ForPerson>, id: Path<String>, _form: Form) -> Outcome<HttpResponse> {
    let (herself, id) = (who.herself(), key(&id)?);
    who.app.write(move |tx, _| actions::delete(tx, herself, id)).await?;
    Ok(see_other(&who.page, "/moi/recherches?ok=search-deleted"))
}
