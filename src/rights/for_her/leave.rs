//! Deleting everything at her asking, in two clicks: the first says what it means, with the words to be read to her; the second does
//! it, as she would do it herself. Whoever has an address is sent the way to her own page: nobody deletes in her stead.

use super::desk::{agreed, base, spoken_in};
use crate::db;
use crate::follow_ups::{self, MandateKind, SpokenAct, actions::asked as spoken};
use crate::kernel::{Lang, RuleError};
use crate::l10n::{L10nLanguage, texts};
use crate::people;
use crate::referrals::pages::Asked;
use crate::rights::actions;
use crate::web::page::see_other;
use crate::web::signed::ForAdvisor;
use crate::web::{Error, Fields, Form, Outcome, Page, Signed};
use actix_web::http::StatusCode;
use actix_web::web::Path;
use actix_web::{HttpResponse, ResponseError as _};
use askama::Template;

/// What it means.
#[derive(Template)]
#[template(path = "rights/leave.html")]
struct Leave {
    page: Page,
    /// The words that are read to her, and their language.
    said: &'static L10nLanguage,
    said_lang: &'static str,
    fields: Fields,
    trouble: Option<String>,
    person: String,
    name: String,
    /// Whether she has no address.
    offline: bool,
    /// Whether the reader is her referent.
    referent: bool,
}

/// `GET /conseil/personnes/{id}/demandes/suppression`
///
/// # Errors
/// `NotFound` without a mandate; `mandate-ended`.
pub async fn ask(who: Signed<ForAdvisor>, id: Path<String>) -> Outcome<HttpResponse> {
    let asked = Asked::of(&who, &id)?;
    shown(who.page, asked, Fields::default(), &[]).await
}

async fn shown(mut page: Page, asked: Asked, mut fields: Fields, rules: &[RuleError]) -> Outcome<HttpResponse> {
    let read = move |tx: &mut db::Tx<'_>, now| {
        let held = asked.mandate(tx, now)?;
        follow_ups::actions::note_look(tx, now, &held)?;
        let person = people::store::by_id(tx, held.person())?;
        let (offline, referent) = (person.email.is_none(), held.kind() == MandateKind::Referent);
        Ok((person.name(), offline, referent, spoken_in(tx, &held)?))
    };
    let (name, offline, referent, lang) = page.app.write(read).await?;
    page.path = format!("{}/suppression", base(asked));
    let general = rules.iter().find(|rule| rule.field.is_none());
    if general.is_none() {
        fields.refuse(rules, page.t);
    }
    let trouble = general.map(|rule| page.t.rule(rule));
    let status = rules.first().map_or(StatusCode::OK, |rule| Error::from(rule.clone()).status_code());
    let lang = if offline { lang } else { page.lang };
    let (said, said_lang, person) = (texts(lang), lang.as_str(), asked.person.to_string());
    let template = Leave { page, said, said_lang, fields, trouble, person, name, offline, referent };
    template.page.html_with(status, &template)
}

/// `POST /conseil/personnes/{id}/demandes/suppression`
///
/// # Errors
/// `NotFound` without a mandate; `mandate-ended`.
pub async fn erase(who: Signed<ForAdvisor>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    let asked = Asked::of(&who, &id)?;
    let typed = fields.clone();
    let write = move |tx: &mut db::Tx<'_>, now| {
        let held = asked.mandate(tx, now)?;
        agreed(&typed, "suppression-accord")?;
        if people::store::by_id(tx, held.person())?.email.is_none() {
            actions::erase_for(tx, now, &held)?;
            return Ok(true);
        }
        let t = texts(Lang::Fr);
        let words = t.hours_kept(t.wants_leave_letter_said());
        spoken::letter(tx, now, &held, SpokenAct::Farewell, "/moi/suppression", &words)?;
        Ok(false)
    };
    match who.app.write(write).await {
        Ok(true) => Ok(see_other(&who.page, "/conseil?ok=erased-for-her")),
        Ok(false) => Ok(see_other(&who.page, &format!("{}?ok=way-sent", base(asked)))),
        Err(db::Error::Rules(rules)) if rules.iter().all(|rule| rule.code != "mandate-ended") => {
            shown(who.page, asked, fields, &rules).await
        }
        Err(other) => Err(other.into()),
    }
}
