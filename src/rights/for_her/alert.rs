//! Who has an address asks for an alert by phone: a letter leads her to it, filled in, and only she keeps it. Whether she has others,
//! has as many as one may, keeps this one or not, is hers: the letter leaves all the same (I3). What it leads to
//! stands in the pending sign-in alone, and that a letter was asked for among what was done for her.

use super::desk::{act, agreed, back};
use crate::accounts;
use crate::db::{self, Tx};
use crate::follow_ups::actions::asked as spoken;
use crate::follow_ups::{Mandate, SpokenAct};
use crate::kernel::{Instant, Lang, RuleError};
use crate::l10n::texts;
use crate::offers::search::Search;
use crate::searches::asked::keepable;
use crate::web::signed::ForAdvisor;
use crate::web::{Fields, Form, Outcome, Signed};
use actix_web::HttpResponse;
use actix_web::web::Path;

/// `POST /conseil/personnes/{id}/demandes/alerte`
///
/// # Errors
/// `NotFound` without a mandate; `mandate-ended`.
pub async fn send(who: Signed<ForAdvisor>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    act(who, &id, fields, promise, back("way-sent")).await
}

fn promise(tx: &mut Tx<'_>, now: Instant, held: &Mandate, fields: &Fields) -> db::Result<()> {
    let way = way(fields, now);
    let wrong: Vec<RuleError> =
        way.as_ref().err().into_iter().flatten().cloned().chain(agreed(fields, "alerte-accord").err()).collect();
    let way = way.ok().filter(|_| wrong.is_empty()).ok_or(db::Error::Rules(wrong))?;
    let t = texts(Lang::Fr);
    spoken::letter(tx, now, held, SpokenAct::Alert, &way, &t.hours_kept(t.wants_alert_said()))
}

/// The address of the search, ready to be kept, or what is wrong with it, as on the page of searches.
fn way(fields: &Fields, now: Instant) -> Result<String, Vec<RuleError>> {
    let asked = ["quoi", "ou", "heures"].map(|name| (name.to_owned(), fields.get(name).to_owned()));
    let search = Search::of(Fields::of(asked.into_iter().filter(|(_, value)| !value.is_empty()).collect()), now);
    let by_field = |rule: RuleError| {
        let own = rule.field.as_deref().is_some_and(|field| ["quoi", "ou"].contains(&field));
        if own { rule } else { rule.on("quoi") }
    };
    let query = keepable(&search).map_err(|rules| rules.into_iter().map(by_field).collect::<Vec<_>>())?;
    let way = format!("/moi/recherches/nouvelle?{query}");
    // What is too long for a link would lead elsewhere.
    if accounts::local_path(&way) == way {
        Ok(way)
    } else {
        Err(vec![RuleError::invalid("search-too-long").on("quoi")])
    }
}
