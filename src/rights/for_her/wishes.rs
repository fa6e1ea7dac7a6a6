//! Whether she wants proposals, and how she is written to and spoken to. Of who has an address it is set without being read: what
//! she set herself is hers.

use super::desk::{act, agreed, back, spoken_in};
use crate::accounts;
use crate::db::{self, Tx};
use crate::follow_ups::Mandate;
use crate::follow_ups::actions::asked as spoken;
use crate::kernel::{Instant, Lang, RuleError};
use crate::l10n::{L10nLanguage, texts};
use crate::people::{self, Preference};
use crate::web::signed::ForAdvisor;
use crate::web::{Fields, Form, Outcome, Signed};
use actix_web::HttpResponse;
use actix_web::web::Path;

/// `POST /conseil/personnes/{id}/demandes/propositions`: she receives proposals, or no more.
///
/// # Errors
/// `NotFound` without a mandate; `mandate-ended`.
pub async fn proposals(who: Signed<ForAdvisor>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    act(who, &id, fields, set_proposals, back("done-for-her")).await
}

fn set_proposals(tx: &mut Tx<'_>, now: Instant, held: &Mandate, fields: &Fields) -> db::Result<()> {
    agreed(fields, "propositions-accord")?;
    let yes = match fields.get("propositions") {
        "oui" => true,
        "non" => false,
        _ => return Err(RuleError::invalid("choice-missing").into()),
    };
    let t = texts(spoken_in(tx, held)?);
    let said = if yes { t.wants_proposals_again_said() } else { t.wants_proposals_stop_said() };
    let hers = spoken::proposals(tx, now, held, &t.hours_kept(said))?;
    people::actions::set_receives_proposals(tx, hers, yes)
}

/// `POST /conseil/personnes/{id}/demandes/reglages`: language and sentences.
///
/// # Errors
/// `NotFound` without a mandate; `mandate-ended`.
pub async fn set(who: Signed<ForAdvisor>, id: Path<String>, Form(fields): Form) -> Outcome<HttpResponse> {
    act(who, &id, fields, set_wishes, back("done-for-her")).await
}

/// What is to change; what is not is left as it is.
struct Wished {
    language: Option<Lang>,
    plain: Option<bool>,
}

impl Wished {
    /// Everything that is wrong with what was typed, or what is wished.
    fn of(fields: &Fields) -> Result<Self, Vec<RuleError>> {
        let plain = match fields.get("phrases") {
            "simples" => Some(true),
            "habituelles" => Some(false),
            _ => None,
        };
        let wished = Self { language: Lang::parse(fields.get("langue")), plain };
        let nothing = wished.language.is_none() && wished.plain.is_none();
        let missing = nothing.then(|| RuleError::invalid("wishes-missing").on("langue"));
        let wrong: Vec<RuleError> = missing.into_iter().chain(agreed(fields, "reglages-accord").err()).collect();
        if wrong.is_empty() { Ok(wished) } else { Err(wrong) }
    }

    /// In words.
    fn said(&self, t: &L10nLanguage) -> String {
        let parts = [
            self.language.map(|lang| t.word("wants-language", lang.as_str())),
            self.plain.map(|plain| t.word("wants-sentences", if plain { "simples" } else { "habituelles" })),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

fn set_wishes(tx: &mut Tx<'_>, now: Instant, held: &Mandate, fields: &Fields) -> db::Result<()> {
    let wished = Wished::of(fields).map_err(db::Error::Rules)?;
    let t = texts(spoken_in(tx, held)?);
    let hers = spoken::wishes(tx, now, held, &t.wants_kept(t.wants_wishes_said(), wished.said(t)))?;
    let person = people::store::by_id(tx, held.person())?;
    if let Some(language) = wished.language {
        accounts::store::set_language(tx, person.account(), language)?;
    }
    // Where she is told is hers alone to set: nobody makes her letters stop. Who has no address is told by who follows her.
    let known = people::store::preference(tx, person.id)?;
    let wanted = Preference { plain: wished.plain.unwrap_or(known.plain), ..known };
    people::store::set_preference(tx, hers, wanted)
}
