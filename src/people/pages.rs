//! What a person sets for herself: the hours when she can work, the dates that are not like them, how far she goes, whether
//! she can start now and whether she wants proposals; and the missions that fit. What is wrong comes back by its field, and
//! nothing that she typed is lost.

pub mod days;
pub mod fitting;
mod hours;
pub mod reach;

use crate::db::{self, Conn};
use crate::geo::communes;
use crate::kernel::rule::Kind;
use crate::kernel::{Instant, Lang, RuleError};
use crate::people::availability::{Availability, LENGTHS, NOTICES, coming};
use crate::people::{Herself, actions, store};
use crate::web::page::see_other;
use crate::web::signed::ForPerson;
use crate::web::{Fields, Form, Outcome, Page, Signed, say};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use days::Apart;
use hours::{Day, days, fill, read};
use reach::Choice;

/// Her hours, and all that goes with them.
#[derive(Template)]
#[template(path = "people/week.html")]
struct Week {
    page: Page,
    fields: Fields,
    days: Vec<Day>,
    apart: Vec<Apart>,
    /// Until when she can start now.
    ready: Option<String>,
    /// Communes to choose from, when what she typed names several.
    communes: Vec<Choice>,
    modes: Vec<Choice>,
    notices: Vec<Choice>,
    lengths: Vec<Choice>,
    wanted: bool,
    /// Where she lives, once she said so.
    home: Option<String>,
    /// Where, how far and how, in short.
    reach: String,
    /// Her way of travelling bounds how far she goes: in a sentence.
    bounded: Option<String>,
    /// Whether the form of the dates is to be seen whole: something in it is wrong.
    day_wrong: bool,
    /// The same of the way.
    reach_wrong: bool,
}

/// What she said until now.
struct Said {
    availability: Availability,
    wanted: bool,
}

fn said(conn: &mut Conn, who: Herself) -> db::Result<Said> {
    let person = store::by_id(conn, who.id())?;
    Ok(Said { availability: store::availability(conn, &person)?, wanted: person.receives_proposals })
}

impl Week {
    /// The page: what was typed in one of its forms, and in the others what she said until now.
    fn of(page: Page, mut fields: Fields, typed: Section, said: &Said, meant: Vec<Choice>) -> Self {
        let known = &said.availability;
        if typed != Section::Week {
            fill(&known.week, &mut fields);
        }
        if typed != Section::Reach {
            reach::fill(known, &mut fields);
        }
        let zone = known.zone();
        let hour = |until: Instant| say::hour(until, zone, page.lang);
        let shown = |date| coming(date, zone, page.now).is_ok();
        Self {
            days: days(&fields),
            apart: known.days.iter().filter(|day| shown(day.date)).map(|day| Apart::of(&page, day)).collect(),
            // Midnight ends the day that it belongs to.
            ready: known.ready(page.now).map(hour).map(|at| midnight(&at, page.lang)),
            modes: reach::modes(&page),
            notices: reach::choices(&NOTICES, |n| page.t.reach_notice_hours(i64::from(n))),
            lengths: reach::choices(&LENGTHS, |n| page.duration(&(i64::from(n) * 60))),
            wanted: said.wanted,
            home: known.home().map(communes::label),
            reach: reach::short(&page, known),
            bounded: fitting::bounded(&page, known),
            day_wrong: typed == Section::Day,
            reach_wrong: typed == Section::Reach,
            communes: meant,
            fields,
            page,
        }
    }
}

/// "minuit" for the hour that ends the day.
fn midnight(hour: &str, lang: Lang) -> String {
    let zero = say::clock(0, lang);
    if hour == zero { crate::l10n::texts(lang).week_midnight() } else { hour.to_owned() }
}

/// Which form was sent.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    None,
    Week,
    Day,
    Reach,
}

/// `GET /moi/heures`
///
/// # Errors
/// What the database says.
pub async fn week(who: Signed<ForPerson>) -> Outcome<HttpResponse> {
    shown(who, Fields::default(), Section::None, Vec::new(), StatusCode::OK).await
}

async fn shown(
    who: Signed<ForPerson>,
    fields: Fields,
    typed: Section,
    communes: Vec<Choice>,
    status: StatusCode,
) -> Outcome<HttpResponse> {
    let herself = who.herself();
    let said = who.app.read(move |conn| said(conn, herself)).await?;
    let mut page = who.page;
    // Whichever form was sent, this is the page of her hours: its link to the other language leads there.
    "/moi/heures".clone_into(&mut page.path);
    let template = Week::of(page, fields, typed, &said, communes);
    template.page.html_with(status, &template)
}

/// The page again, each rule's sentence by its field.
async fn unread(
    who: Signed<ForPerson>,
    mut fields: Fields,
    typed: Section,
    rules: &[RuleError],
    communes: Vec<Choice>,
) -> Outcome<HttpResponse> {
    fields.refuse(rules, who.t);
    shown(who, fields, typed, communes, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// Where it leads once it is done; the page again when the trade says no.
async fn settled(
    who: Signed<ForPerson>,
    fields: Fields,
    typed: Section,
    done: db::Result<()>,
    ok: &str,
    field: &str,
) -> Outcome<HttpResponse> {
    match done {
        Ok(()) => Ok(see_other(&who.page, &format!("/moi/heures?ok={ok}"))),
        Err(db::Error::Rules(rules)) if rules.iter().all(|r| r.kind == Kind::Invalid) => {
            let placed: Vec<RuleError> =
                rules.into_iter().map(|r| if r.field.is_some() { r } else { r.on(field) }).collect();
            unread(who, fields, typed, &placed, Vec::new()).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /moi/heures`
///
/// # Errors
/// What the database says.
pub async fn set_week(who: Signed<ForPerson>, Form(fields): Form) -> Outcome<HttpResponse> {
    let herself = who.herself();
    let week = match read(&fields) {
        Ok(week) => week,
        Err(rules) => return unread(who, fields, Section::Week, &rules, Vec::new()).await,
    };
    let done = who.app.write(move |tx, _| actions::set_week(tx, herself, &week)).await;
    settled(who, fields, Section::Week, done, "week-saved", "j0-de1").await
}

/// `POST /moi/heures/maintenant`: she can start now, or no more. It ends by itself with the day.
///
/// # Errors
/// What the database says.
pub async fn set_ready(who: Signed<ForPerson>, Form(fields): Form) -> Outcome<HttpResponse> {
    let (herself, yes) = (who.herself(), fields.is("maintenant", "oui"));
    who.app.write(move |tx, now| actions::set_ready(tx, now, herself, yes)).await?;
    Ok(see_other(&who.page, if yes { "/moi/heures?ok=ready-on" } else { "/moi/heures?ok=ready-off" }))
}

/// `POST /moi/reglages`: proposals wanted, or not. The advisor sees only that.
///
/// # Errors
/// What the database says.
pub async fn settings(who: Signed<ForPerson>, Form(fields): Form) -> Outcome<HttpResponse> {
    let (herself, yes) = (who.herself(), fields.is("propositions", "oui"));
    who.app.write(move |tx, _| actions::set_receives_proposals(tx, herself, yes)).await?;
    Ok(see_other(&who.page, "/moi/heures?ok=proposals-setting"))
}
