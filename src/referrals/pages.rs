//! The advisor's screens: a person beside the missions that fit her, the confirmation, what was proposed. And receipts,
//! which are public. What a person makes of a proposal is nowhere here: nothing in these pages can read it (G2).

pub mod batch;
pub mod choose;
pub mod confirm;
pub mod for_her;
pub mod person;
pub mod receipts;
pub mod sent;
pub mod sheet;

use crate::db::{Conn, Result};
use crate::follow_ups::pages::advisor_of;
use crate::follow_ups::{self, Advisor, Mandate};
use crate::kernel::{Id, Instant, RuleError};
use crate::l10n::L10nLanguage;
use crate::people::Person;
use crate::web::signed::ForAdvisor;
use crate::web::{Error, Outcome, Signed};

/// Who asks about whom. Whether she may is proven anew in the transaction of each act: between a page and the next, a
/// mandate can end.
#[derive(Clone, Copy)]
pub(crate) struct Asked {
    /// Who asks.
    pub(crate) advisor: Id<Advisor>,
    /// About whom.
    pub(crate) person: Id<Person>,
}

impl Asked {
    pub(crate) fn of(who: &Signed<ForAdvisor>, person: &str) -> Outcome<Self> {
        Ok(Self { advisor: advisor_of(who), person: person.parse().map_err(|_| Error::NotFound)? })
    }

    /// The proof that the reader may see this person at this instant of this transaction.
    pub(crate) fn mandate(self, tx: &mut Conn, now: Instant) -> Result<Mandate> {
        follow_ups::store::mandate(tx, now, self.advisor, self.person)
    }
}

/// Why nothing can be proposed, and what else can be done.
fn why_not(t: &L10nLanguage, rule: &RuleError) -> String {
    t.named(&format!("blocked-{}", rule.code), &[]).unwrap_or_else(|| t.rule(rule))
}
