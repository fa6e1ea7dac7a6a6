//! The page of what may be done for a person at her asking, and what every form of it shares: a mandate that holds in the
//! transaction of the act (I16), the words that she agreed to, and the same page again when something is to be mended.

use crate::accounts;
use crate::db::{self, Conn, Tx};
use crate::engagements::month::Month;
use crate::follow_ups::actions::{answers::THINKS, asked as spoken};
use crate::follow_ups::{self, Mandate, MandateKind};
use crate::kernel::{Instant, Lang, RuleError};
use crate::l10n::{L10nLanguage, texts};
use crate::people::{self, Person, Preference};
use crate::referrals::pages::Asked;
use crate::web::page::see_other;
use crate::web::signed::ForAdvisor;
use crate::web::{Error, Fields, Outcome, Page, Signed};
use actix_web::http::StatusCode;
use actix_web::web::Path;
use actix_web::{HttpResponse, ResponseError as _};
use askama::Template;

/// Months that are offered.
const MONTHS: usize = 6;

/// The page.
#[derive(Template)]
#[template(path = "rights/for_her.html")]
struct Wants {
    page: Page,
    /// The words that are read to her, and their language.
    said: &'static L10nLanguage,
    said_lang: &'static str,
    fields: Fields,
    /// What could not be done, when it is by no field.
    trouble: Option<String>,
    /// Where her file is, and this page, in the reader's language.
    file: String,
    base: String,
    name: String,
    /// Whether she has no address.
    offline: bool,
    /// Whether she wants no proposals; why is hers.
    unwanted: bool,
    /// Months that may be opened, by their word and in words.
    months: Vec<(String, String)>,
    /// Whether what is kept about her is open to the reader now.
    file_open: bool,
    end: Option<End>,
}

/// An end that is proposed to her.
struct End {
    reason: String,
    /// Whether it was said to her.
    told: bool,
    /// From when on the reader may note that she agrees, when it is not yet.
    from: Option<String>,
}

/// What the page is made from.
struct Known {
    person: Person,
    language: Lang,
    wanted: Preference,
    file_open: bool,
    referent: bool,
    ending: Option<follow_ups::Ending>,
}

fn look(tx: &mut Tx<'_>, now: Instant, held: &Mandate) -> db::Result<Known> {
    follow_ups::actions::note_look(tx, now, held)?;
    let person = people::store::by_id(tx, held.person())?;
    let follow_up = follow_ups::store::follow_up_of(tx, now, person.id)?;
    Ok(Known {
        language: accounts::store::by_id(tx, person.account())?.language,
        wanted: people::store::preference(tx, person.id)?,
        file_open: match spoken::file(tx, now, held) {
            Ok(_) => true,
            Err(db::Error::Rules(_)) => false,
            Err(other) => return Err(other),
        },
        referent: held.kind() == MandateKind::Referent,
        ending: follow_up.and_then(|f| f.ending),
        person,
    })
}

/// Where the page is.
pub(super) fn base(asked: Asked) -> String {
    format!("/conseil/personnes/{}/demandes", asked.person)
}

/// `GET /conseil/personnes/{id}/demandes`
///
/// # Errors
/// `NotFound` without a mandate; `mandate-ended`.
pub async fn show(who: Signed<ForAdvisor>, id: Path<String>) -> Outcome<HttpResponse> {
    let asked = Asked::of(&who, &id)?;
    shown(who.page, asked, Fields::default(), &[]).await
}

/// The page, after something that could not be done if there are `rules`.
pub(super) async fn shown(
    mut page: Page,
    asked: Asked,
    mut fields: Fields,
    rules: &[RuleError],
) -> Outcome<HttpResponse> {
    let read = move |tx: &mut Tx<'_>, now| {
        let held = asked.mandate(tx, now)?;
        look(tx, now, &held)
    };
    let known = page.app.write(read).await?;
    page.path = base(asked);
    let general = rules.iter().find(|rule| rule.field.is_none());
    if general.is_none() {
        fields.refuse(rules, page.t);
    }
    let trouble = general.map(|rule| page.t.rule(rule));
    let status = rules.first().map_or(StatusCode::OK, |rule| Error::from(rule.clone()).status_code());
    let template = made(page, asked, known, fields, trouble);
    template.page.html_with(status, &template)
}

fn made(page: Page, asked: Asked, known: Known, fields: Fields, trouble: Option<String>) -> Wants {
    let (offline, latest) = (known.person.email.is_none(), Month::of(page.now));
    let months = std::iter::successors(Some(latest), |month| Some(month.before())).take(MONTHS);
    let months = months.map(|month| (month.word(), month.title(page.lang))).collect();
    Wants {
        months,
        fields: if offline { prefilled(&known, fields) } else { fields },
        said: texts(if offline { known.language } else { page.lang }),
        said_lang: if offline { known.language } else { page.lang }.as_str(),
        trouble,
        file: page.at(&format!("/conseil/personnes/{}", asked.person)),
        base: page.at(&base(asked)),
        name: known.person.name(),
        offline,
        unwanted: !known.person.receives_proposals,
        file_open: known.file_open,
        end: known.ending.map(|ending| End {
            reason: page.word("end-reason", ending.reason.as_str()),
            told: ending.told_at.is_some(),
            from: ending
                .told_at
                .map(|told| told + THINKS)
                .filter(|from| known.referent && *from > page.now)
                .map(|from| page.date_hour(&from)),
        }),
        page,
    }
}

/// What was set for who has no address is set again from there, unless it was just typed. What somebody set in her own space is not
/// shown.
fn prefilled(known: &Known, mut fields: Fields) -> Fields {
    if fields.get("langue").is_empty() && fields.get("phrases").is_empty() {
        fields.set("langue", known.language.as_str());
        fields.set("phrases", if known.wanted.plain { "simples" } else { "habituelles" });
    }
    fields
}

/// In which language the words are read to her and kept: hers, when it was set for her, who has no address; else French.
pub(super) fn spoken_in(conn: &mut Conn, held: &Mandate) -> db::Result<Lang> {
    let person = people::store::by_id(conn, held.person())?;
    if person.email.is_none() { Ok(accounts::store::by_id(conn, person.account())?.language) } else { Ok(Lang::Fr) }
}

/// That she agreed to the words of a form.
pub(super) fn agreed(fields: &Fields, field: &'static str) -> Result<(), RuleError> {
    let missing = || RuleError::invalid("spoken-consent-missing").on(field);
    fields.is(field, "oui").then_some(()).ok_or_else(missing)
}

/// Does one act, then leads where `done` says; or the page with what prevents it, nothing typed lost.
pub(super) async fn act<T: Send + 'static>(
    who: Signed<ForAdvisor>,
    person: &str,
    fields: Fields,
    mut write: impl FnMut(&mut Tx<'_>, Instant, &Mandate, &Fields) -> db::Result<T> + Send + 'static,
    done: impl FnOnce(Asked, T) -> String,
) -> Outcome<HttpResponse> {
    let asked = Asked::of(&who, person)?;
    let typed = fields.clone();
    let write = move |tx: &mut Tx<'_>, now| {
        let held = asked.mandate(tx, now)?;
        write(tx, now, &held, &typed)
    };
    match who.app.write(write).await {
        Ok(what) => Ok(see_other(&who.page, &done(asked, what))),
        Err(db::Error::Rules(rules)) if rules.iter().all(|rule| rule.code != "mandate-ended") => {
            shown(who.page, asked, fields, &rules).await
        }
        Err(other) => Err(other.into()),
    }
}

/// Back to the page, with what was done.
pub(super) fn back(ok: &'static str) -> impl Fn(Asked, ()) -> String {
    move |asked, ()| format!("{}?ok={ok}", base(asked))
}
