//! How she is written to: in which language, in plainer sentences or not, and where. And the way to her other rights.

use crate::accounts;
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
    let wanted = who.app.read(move |conn| people::store::preference(conn, herself.id())).await?;
    let mut fields = Fields::default();
    fields.set("langue", who.account.language.as_str());
    fields.set("simple", if wanted.plain { "oui" } else { "" });
    fields.set("canal", wanted.channel.as_str());
    let here = here(&who.page, herself).await?;
    who.page.show(|page| Preferences { page, fields, here })
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
            let here = here(&who.page, who.herself()).await?;
            let template = Preferences { page: who.page, fields, here };
            return template.page.html_with(StatusCode::UNPROCESSABLE_ENTITY, &template);
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
