//! What a person without address answers to the end of her follow-up. Both answers are sent to one address, and the page is the
//! same after she prefers to go on: a colleague does not learn it from another (G2).

use super::desk::{act, agreed, base, spoken_in};
use crate::follow_ups::actions::answers;
use crate::interests::store::aloud::waits_for_him;
use crate::kernel::RuleError;
use crate::l10n::texts;
use crate::web::signed::ForAdvisor;
use crate::web::{Form, Outcome, Signed};
use actix_web::HttpResponse;
use actix_web::web::Path;

/// `POST /conseil/personnes/{id}/demandes/fin`
///
/// # Errors
/// `NotFound` without a mandate, or when no end is proposed; `mandate-ended`.
pub async fn answer(who: Signed<ForAdvisor>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    act(
        who,
        &id,
        fields,
        |tx, now, held, fields| {
            let t = texts(spoken_in(tx, held)?);
            match fields.get("reponse") {
                "accord" => {
                    agreed(fields, "fin-accord")?;
                    // Her advisor is the one who would tell her what becomes of it.
                    if waits_for_him(tx, now, held.person())? {
                        return Err(RuleError::conflict("news-to-say-first").into());
                    }
                    answers::agree(tx, now, held, &t.hours_kept(t.wants_end_said()))?;
                    Ok(true)
                }
                "suite" => {
                    agreed(fields, "suite-accord")?;
                    answers::rather_go_on(tx, now, held, &t.hours_kept(t.wants_go_on_said()))?;
                    Ok(false)
                }
                _ => Err(RuleError::invalid("choice-missing").into()),
            }
        },
        |asked, over| {
            if over { "/conseil?ok=end-for-her".to_owned() } else { format!("{}?ok=go-on-for-her", base(asked)) }
        },
    )
    .await
}
