//! What is kept about her, at her asking: who has an address is sent the way to it; who has none is handed the file by who follows
//! her, without what her own session alone reads.

use super::desk::{act, agreed, base, spoken_in};
use crate::db;
use crate::follow_ups::actions::asked as spoken;
use crate::follow_ups::{self, SpokenAct};
use crate::l10n::texts;
use crate::people;
use crate::referrals::pages::Asked;
use crate::rights::export;
use crate::web::page::see_other;
use crate::web::signed::ForAdvisor;
use crate::web::{Form, Outcome, Signed};
use actix_web::HttpResponse;
use actix_web::web::Path;

/// `POST /conseil/personnes/{id}/demandes/donnees`
///
/// # Errors
/// `NotFound` without a mandate; `mandate-ended`.
pub async fn ask(who: Signed<ForAdvisor>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    act(
        who,
        &id,
        fields,
        |tx, now, held, fields| {
            agreed(fields, "donnees-accord")?;
            let (t, person) = (texts(spoken_in(tx, held)?), people::store::by_id(tx, held.person())?);
            if person.email.is_none() {
                spoken::open_file(tx, now, held, &t.hours_kept(t.wants_file_said()))?;
                return Ok("file-open");
            }
            let words = t.hours_kept(t.wants_file_letter_said());
            spoken::letter(tx, now, held, SpokenAct::File, "/moi/preferences#donnees", &words)?;
            Ok("way-sent")
        },
        |asked, ok| format!("{}?ok={ok}#donnees", base(asked)),
    )
    .await
}

/// `GET /conseil/personnes/{id}/donnees.json`: what was opened at her asking. To hand it over is a look at her file.
///
/// # Errors
/// `NotFound` without a mandate; `mandate-ended`.
pub async fn file(who: Signed<ForAdvisor>, id: Path<String>) -> Outcome<HttpResponse> {
    let asked = Asked::of(&who, &id)?;
    let read = move |tx: &mut db::Tx<'_>, now| {
        let held = asked.mandate(tx, now)?;
        let open = spoken::file(tx, now, &held)?;
        follow_ups::actions::note_look(tx, now, &held)?;
        export::shared(tx, now, open)
    };
    match who.app.write(read).await {
        Ok(all) => export::handed(&who.page, all, who.t.export_what_for_her()),
        Err(db::Error::Rules(rules)) if rules.iter().all(|rule| rule.code != "mandate-ended") => {
            Ok(see_other(&who.page, &format!("{}#donnees", base(asked))))
        }
        Err(other) => Err(other.into()),
    }
}
