//! The advisor's screens: a person beside the missions that fit her, the confirmation, what was proposed. And receipts,
//! which are public. What a person makes of a proposal is nowhere here: nothing in these pages can read it (G2).

pub mod confirm;
pub mod person;
pub mod receipts;
pub mod sent;

use crate::follow_ups::pages::advisor_of;
use crate::follow_ups::{self, Mandate};
use crate::kernel::{Id, RuleError};
use crate::l10n::L10nLanguage;
use crate::people::Person;
use crate::web::signed::ForAdvisor;
use crate::web::{Error, Outcome, Signed};

/// The proof that the reader may see this person now; `NotFound` otherwise.
async fn mandate(who: &Signed<ForAdvisor>, person: &str) -> Outcome<Mandate> {
    let person: Id<Person> = person.parse().map_err(|_| Error::NotFound)?;
    let (advisor, now) = (advisor_of(who), who.now);
    Ok(who.app.read(move |conn| follow_ups::store::mandate(conn, now, advisor, person)).await?)
}

/// Why nothing can be proposed, and what else can be done.
fn why_not(t: &L10nLanguage, rule: &RuleError) -> String {
    t.named(&format!("blocked-{}", rule.code), &[]).unwrap_or_else(|| t.rule(rule))
}
