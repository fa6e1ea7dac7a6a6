//! How she is written to: in which language, in plainer sentences or not, and where. And the way to her other rights.

use crate::accounts;
use crate::follow_ups::newcomers;
use crate::kernel::{Lang, RuleError};
use crate::people::{self, Channel, Herself, Preference};
use crate::push::pages::Here;
use crate::web::page::see_other;
use crate::web::signed::ForPerson;
use crate::web::{Fields, Form, Outcome, Page, Signed};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use std::sync::Arc;

/// Her preferences.
#[derive(Template)]
#[template(path = "rights/preferences.html")]
struct Preferences {
    page: Page,
    fields: Fields,
    here: Here,
}

/// `GET /moi/preferences`
///
/// # Errors
/// What the database says.
pub async fn show(who: Signed<ForPerson>) -> Outcome<HttpResponse> {
    let herself = who.herself();
    let mut fields = Fields::default();
    filled(&who, &mut fields).await?;
    let here = here(&who.page, herself).await?;
    who.page.show(|page| Preferences { page, fields, here })
}

/// What is kept, but for the fields that were just typed.
async fn filled(who: &Signed<ForPerson>, fields: &mut Fields) -> Outcome<()> {
    let herself = who.herself();
    let read = move |conn: &mut crate::db::Conn| {
        Ok((people::store::preference(conn, herself.id())?, people::store::by_id(conn, herself.id())?.phone))
    };
    let (wanted, phone) = who.app.read(read).await?;
    let mut keep = |name: &str, value: &str| {
        if fields.all(name).next().is_none() {
            fields.set(name, value);
        }
    };
    keep("telephone", &phone.unwrap_or_default());
    keep("langue", who.account.language.as_str());
    keep("canal", wanted.channel.as_str());
    if !fields.has("canal-lu") {
        fields.set("simple", if wanted.plain { "oui" } else { "" });
    }
    Ok(())
}

/// `POST /moi/telephone`: her phone, or none any more.
///
/// # Errors
/// What the database says.
pub async fn set_phone(who: Signed<ForPerson>, Form(mut fields): Form) -> Outcome<HttpResponse> {
    let herself = who.herself();
    match newcomers::phone(fields.get("telephone")) {
        Ok(phone) => {
            who.app.write(move |tx, _| people::actions::set_phone(tx, herself, phone.as_deref())).await?;
            Ok(see_other(&who.page, "/moi/preferences?ok=phone-mine"))
        }
        Err(rule) => {
            fields.refuse(&[rule], who.t);
            again(who, fields).await
        }
    }
}

/// The page, with what was typed and what is wrong with it.
async fn again(who: Signed<ForPerson>, mut fields: Fields) -> Outcome<HttpResponse> {
    filled(&who, &mut fields).await?;
    let here = here(&who.page, who.herself()).await?;
    let mut page = who.page;
    page.path = "/moi/preferences".into();
    let template = Preferences { page, fields, here };
    template.page.html_with(StatusCode::UNPROCESSABLE_ENTITY, &template)
}

/// `POST /moi/preferences`
///
/// # Errors
/// What the database says.
pub async fn set(who: Signed<ForPerson>, Form(mut fields): Form) -> Outcome<HttpResponse> {
    let (language, wanted) = match typed(&fields) {
        Ok(typed) => typed,
        Err(rules) => {
            fields.refuse(&rules, who.t);
            fields.set("canal-lu", "oui");
            return again(who, fields).await;
        }
    };
    let (herself, account) = (who.herself(), who.account.id);
    let set = move |tx: &mut crate::db::Tx<'_>, _| {
        accounts::store::set_language(tx, account, language)?;
        people::store::set_preference(tx, herself, wanted)
    };
    who.app.write(set).await?;
    Ok(see_other(&who.page, "/moi/preferences?ok=preferences-saved"))
}

async fn here(page: &Page, who: Herself) -> Outcome<Here> {
    let app = Arc::clone(&page.app);
    Ok(page.app.read(move |conn| Here::of(conn, &app, who, "/moi/preferences")).await?)
}

fn typed(fields: &Fields) -> Result<(Lang, Preference), Vec<RuleError>> {
    let unknown = |field: &str| RuleError::invalid("reach-choice-unknown").on(field);
    let (language, channel) = (Lang::parse(fields.get("langue")), Channel::parse(fields.get("canal")));
    match (language, channel) {
        (Some(language), Some(channel)) => Ok((language, Preference { plain: fields.is("simple", "oui"), channel })),
        (language, channel) => {
            let wrong = [language.is_none().then(|| unknown("langue")), channel.is_none().then(|| unknown("canal"))];
            Err(wrong.into_iter().flatten().collect())
        }
    }
}
