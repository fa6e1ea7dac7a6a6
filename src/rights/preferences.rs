//! How she is written to: in which language, in plainer sentences or not, and where. And the way to her other rights.

use crate::accounts;
use crate::kernel::{Lang, RuleError};
use crate::people::{self, Channel, Preference};
use crate::web::page::see_other;
use crate::web::signed::ForPerson;
use crate::web::{Fields, Form, Outcome, Page, Signed};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

/// Her preferences.
#[derive(Template)]
#[template(path = "rights/preferences.html")]
struct Preferences {
    page: Page,
    fields: Fields,
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
    who.page.show(|page| Preferences { page, fields })
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
            let template = Preferences { page: who.page, fields };
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
