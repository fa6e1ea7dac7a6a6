//! Whose month is on the page, and who reads it: she does, or who follows her does with her, because she has no address and asked
//! him to. The page and what it does are the same; each look and each figure is noted for her.

use super::{asked, read};
use crate::db::{self, Conn, Tx};
use crate::engagements::month::{Line, Month};
use crate::follow_ups::{self, actions::asked as spoken};
use crate::kernel::Instant;
use crate::people::asked::HerMonth;
use crate::people::{self, Herself};
use crate::referrals::pages::Asked;
use crate::web::page::see_other;
use crate::web::signed::{ForAdvisor, ForPerson};
use crate::web::{Outcome, Page, Signed};
use actix_web::HttpResponse;

/// Who reads.
#[derive(Clone, Copy)]
enum By {
    Hers(Herself),
    ForHer(Asked),
}

/// A month of hers, being read.
pub(super) struct Desk {
    /// The page.
    pub page: Page,
    /// Which month.
    pub month: Month,
    by: By,
}

/// A month, slot by slot.
pub(super) struct Read {
    /// What is over.
    pub lines: Vec<Line>,
    /// Slots of this month that are not over.
    pub to_come: usize,
    /// Whose it is.
    pub name: String,
}

fn whole(conn: &mut Conn, now: Instant, who: HerMonth, month: Month) -> db::Result<Read> {
    let (lines, to_come) = read(conn, now, who, month)?;
    Ok(Read { lines, to_come, name: people::store::by_id(conn, who.id())?.name() })
}

impl Desk {
    /// Her own.
    pub(super) fn hers(who: Signed<ForPerson>, month: &str) -> Outcome<Self> {
        Ok(Self { month: asked(month, who.now)?, by: By::Hers(who.herself()), page: who.page })
    }

    /// At her asking, by who follows her.
    pub(super) fn for_her(who: Signed<ForAdvisor>, person: &str, month: &str) -> Outcome<Self> {
        Ok(Self { month: asked(month, who.now)?, by: By::ForHer(Asked::of(&who, person)?), page: who.page })
    }

    /// Whether somebody else reads it with her.
    pub(super) fn is_for_her(&self) -> bool {
        matches!(self.by, By::ForHer(_))
    }

    /// Where months are.
    pub(super) fn base(&self) -> String {
        match self.by {
            By::Hers(_) => "/moi/recap/".to_owned(),
            By::ForHer(asked) => format!("/conseil/personnes/{}/recap/", asked.person),
        }
    }

    /// Where this month hangs.
    pub(super) fn above(&self) -> String {
        match self.by {
            By::Hers(_) => "/moi".to_owned(),
            By::ForHer(asked) => format!("/conseil/personnes/{}/demandes", asked.person),
        }
    }

    /// The month again, once something is done.
    pub(super) fn back(&self, ok: &str) -> HttpResponse {
        let ok = if self.is_for_her() { "done-for-her" } else { ok };
        see_other(&self.page, &format!("{}{}?ok={ok}", self.base(), self.month.word()))
    }

    /// The month, slot by slot. To read it for her is a look at her file.
    pub(super) async fn read(&self) -> db::Result<Read> {
        let (month, now) = (self.month, self.page.now);
        match self.by {
            By::Hers(her) => self.page.app.read(move |conn| whole(conn, now, her.into(), month)).await,
            By::ForHer(asked) => {
                let read = move |tx: &mut Tx<'_>, now| {
                    let held = asked.mandate(tx, now)?;
                    let open = spoken::month(tx, now, &held, &month.word())?;
                    follow_ups::actions::note_look(tx, now, &held)?;
                    whole(tx, now, open, month)
                };
                self.page.app.write(read).await
            }
        }
    }

    /// Notes a figure, in words that are kept when somebody else does.
    pub(super) async fn set(
        &self,
        wording: String,
        mut act: impl FnMut(&mut Tx<'_>, Instant, HerMonth) -> db::Result<()> + Send + 'static,
    ) -> db::Result<()> {
        let (by, month) = (self.by, self.month);
        let set = move |tx: &mut Tx<'_>, now| match by {
            By::Hers(her) => act(tx, now, her.into()),
            By::ForHer(asked) => {
                let held = asked.mandate(tx, now)?;
                let open = spoken::month(tx, now, &held, &month.word())?;
                act(tx, now, open)?;
                spoken::figures(tx, now, &held, &wording)
            }
        };
        self.page.app.write(set).await
    }

    /// Why it cannot be read: what is not open to who follows her is asked for first.
    pub(super) fn away(&self, why: db::Error) -> Outcome<HttpResponse> {
        match why {
            db::Error::Rules(rules)
                if rules.iter().all(|rule| ["month-not-asked", "asked-has-address"].contains(&rule.code)) =>
            {
                Ok(see_other(&self.page, &format!("{}#mois", self.above())))
            }
            other => Err(other.into()),
        }
    }
}
