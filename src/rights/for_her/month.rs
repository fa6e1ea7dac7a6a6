//! A month of who has no address is opened to who follows her, because she asks him to: for half an hour, and this month only.

use super::desk::{act, agreed, spoken_in};
use crate::db;
use crate::engagements::month::Month;
use crate::follow_ups::actions::asked as spoken;
use crate::kernel::RuleError;
use crate::l10n::texts;
use crate::web::signed::ForAdvisor;
use crate::web::{Form, Outcome, Signed};
use actix_web::HttpResponse;
use actix_web::web::Path;

/// `POST /conseil/personnes/{id}/demandes/mois`
///
/// # Errors
/// `NotFound` without a mandate; `mandate-ended`.
pub async fn open(who: Signed<ForAdvisor>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    act(
        who,
        &id,
        fields,
        |tx, now, held, fields| {
            let month = Month::parse(fields.get("mois"), now);
            let missing = month.is_none().then(|| RuleError::invalid("month-missing").on("mois"));
            let wrong: Vec<_> = missing.into_iter().chain(agreed(fields, "mois-accord").err()).collect();
            let month = month.filter(|_| wrong.is_empty()).ok_or(db::Error::Rules(wrong))?;
            let lang = spoken_in(tx, held)?;
            let words = texts(lang).wants_kept(texts(lang).wants_month_said(), month.title(lang));
            spoken::open_month(tx, now, held, &month.word(), &words)?;
            Ok(month.word())
        },
        |asked, month| format!("/conseil/personnes/{}/recap/{month}", asked.person),
    )
    .await
}
