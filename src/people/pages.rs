//! What a person sets for herself: the hours when she can work, the dates that are not like them, how far she goes, whether
//! she can start now and whether she wants proposals; and the missions that fit. What is wrong comes back by its field, and
//! nothing that she typed is lost.

pub mod days;
mod desk;
pub mod fitting;
pub mod for_her;
mod hours;
pub mod reach;

use crate::db;
use crate::follow_ups::HoursAct;
use crate::geo::communes;
use crate::kernel::rule::Kind;
use crate::kernel::{Instant, Lang, RuleError};
use crate::people::actions;
use crate::people::availability::{LENGTHS, NOTICES, coming};
use crate::web::page::see_other;
use crate::web::signed::ForPerson;
use crate::web::{Fields, Form, Outcome, Page, Signed, say};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use days::Apart;
use desk::{Desk, Said};
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
    /// Where its forms lead.
    base: String,
    /// Whose they are, when somebody else sets them with her: her key and her name.
    with: Option<(String, String)>,
}

impl Week {
    /// The page: what was typed in one of its forms, and in the others what she said until now.
    fn of(desk: Desk, mut fields: Fields, typed: Section, said: &Said, meant: Vec<Choice>) -> Self {
        let (base, known) = (desk.base(), &said.availability);
        let with = desk.is_for_her().then(|| (desk.person().to_string(), said.name.clone()));
        let page = desk.page;
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
            base,
            with,
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
    shown(Desk::hers(who), Fields::default(), Section::None, Vec::new(), StatusCode::OK).await
}

async fn shown(
    mut desk: Desk,
    fields: Fields,
    typed: Section,
    communes: Vec<Choice>,
    status: StatusCode,
) -> Outcome<HttpResponse> {
    let said = desk.said().await?;
    // Whichever form was sent, this is the page of her hours: its link to the other language leads there.
    desk.page.path = desk.base();
    let template = Week::of(desk, fields, typed, &said, communes);
    template.page.html_with(status, &template)
}

/// The page again, each rule's sentence by its field.
async fn unread(
    desk: Desk,
    mut fields: Fields,
    typed: Section,
    rules: &[RuleError],
    communes: Vec<Choice>,
) -> Outcome<HttpResponse> {
    fields.refuse(rules, desk.page.t);
    shown(desk, fields, typed, communes, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// Where it leads once it is done; the page again when the trade says no.
async fn settled(
    desk: Desk,
    fields: Fields,
    typed: Section,
    done: db::Result<()>,
    ok: &str,
    field: &str,
) -> Outcome<HttpResponse> {
    match done {
        Ok(()) => Ok(desk.back(ok)),
        Err(db::Error::Rules(rules)) if rules.iter().all(|r| r.kind == Kind::Invalid) => {
            let placed: Vec<RuleError> =
                rules.into_iter().map(|r| if r.field.is_some() { r } else { r.on(field) }).collect();
            unread(desk, fields, typed, &placed, Vec::new()).await
        }
        Err(other) => Err(other.into()),
    }
}

/// `POST /moi/heures`
///
/// # Errors
/// What the database says.
pub async fn set_week(who: Signed<ForPerson>, Form(fields): Form) -> Outcome<HttpResponse> {
    put_week(Desk::hers(who), fields).await
}

async fn put_week(desk: Desk, fields: Fields) -> Outcome<HttpResponse> {
    let week = match read(&fields) {
        Ok(week) => week,
        Err(rules) => return unread(desk, fields, Section::Week, &rules, Vec::new()).await,
    };
    let done = desk.set(HoursAct::Week, move |tx, _, hers| actions::set_week(tx, hers, &week)).await;
    settled(desk, fields, Section::Week, done, "week-saved", "j0-de1").await
}

/// `POST /moi/heures/maintenant`: she can start now, or no more. It ends by itself with the day.
///
/// # Errors
/// What the database says.
pub async fn set_ready(who: Signed<ForPerson>, Form(fields): Form) -> Outcome<HttpResponse> {
    put_ready(Desk::hers(who), &fields).await
}

async fn put_ready(desk: Desk, fields: &Fields) -> Outcome<HttpResponse> {
    let yes = fields.is("maintenant", "oui");
    desk.set(HoursAct::Now, move |tx, now, hers| actions::set_ready(tx, now, hers, yes)).await?;
    Ok(desk.back(if yes { "ready-on" } else { "ready-off" }))
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
