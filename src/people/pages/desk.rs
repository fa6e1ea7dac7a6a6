//! Whose hours are on the page, and who sets them: she does, or who follows her does with her, because she asked him to. The
//! page and what it does are the same; what he does is noted for her each time.

use crate::db::{self, Conn, Tx};
use crate::follow_ups::{self, HoursAct};
use crate::kernel::{Id, Instant};
use crate::people::availability::Availability;
use crate::people::{HerHours, Herself, Person, store};
use crate::referrals::pages::Asked;
use crate::web::page::see_other;
use crate::web::signed::{ForAdvisor, ForPerson};
use crate::web::{Outcome, Page, Signed};
use actix_web::HttpResponse;

/// Who sets.
#[derive(Clone, Copy)]
enum By {
    Hers(Herself),
    ForHer(Asked),
}

/// Her hours, being set.
pub(super) struct Desk {
    /// The page.
    pub page: Page,
    by: By,
}

/// What she said until now.
pub(super) struct Said {
    /// When and how far.
    pub availability: Availability,
    /// Whether she wants proposals; it is not set here for her.
    pub wanted: bool,
    /// Her name.
    pub name: String,
}

fn said(conn: &mut Conn, who: HerHours) -> db::Result<Said> {
    let person: Person = store::by_id(conn, who.id())?;
    let (name, wanted) = (person.name(), person.receives_proposals);
    Ok(Said { availability: store::availability(conn, &person)?, wanted, name })
}

impl Desk {
    /// Her own.
    pub(super) fn hers(who: Signed<ForPerson>) -> Self {
        Self { by: By::Hers(who.herself()), page: who.page }
    }

    /// At her request, by who follows her.
    pub(super) fn for_her(who: Signed<ForAdvisor>, person: &str) -> Outcome<Self> {
        Ok(Self { by: By::ForHer(Asked::of(&who, person)?), page: who.page })
    }

    /// Whether somebody else sets them with her.
    pub(super) fn is_for_her(&self) -> bool {
        matches!(self.by, By::ForHer(_))
    }

    /// Her key.
    pub(super) fn person(&self) -> Id<Person> {
        match self.by {
            By::Hers(her) => her.id(),
            By::ForHer(asked) => asked.person,
        }
    }

    /// Where this page is.
    pub(super) fn base(&self) -> String {
        match self.by {
            By::Hers(_) => "/moi/heures".to_owned(),
            By::ForHer(asked) => format!("/conseil/personnes/{}/heures", asked.person),
        }
    }

    /// The page again, once something is done.
    pub(super) fn back(&self, ok: &str) -> HttpResponse {
        let ok = if self.is_for_her() { "hours-for-her" } else { ok };
        see_other(&self.page, &format!("{}?ok={ok}", self.base()))
    }

    /// What she said until now. To read it for her is a look at her file.
    pub(super) async fn said(&self) -> db::Result<Said> {
        match self.by {
            By::Hers(her) => self.page.app.read(move |conn| said(conn, her.into())).await,
            By::ForHer(asked) => {
                let read = move |tx: &mut Tx<'_>, now| {
                    let held = asked.mandate(tx, now)?;
                    let open = follow_ups::actions::hours::open(tx, now, &held)?;
                    follow_ups::actions::note_look(tx, now, &held)?;
                    said(tx, open)
                };
                self.page.app.write(read).await
            }
        }
    }

    /// Sets something.
    pub(super) async fn set(
        &self,
        about: HoursAct,
        mut act: impl FnMut(&mut Tx<'_>, Instant, HerHours) -> db::Result<()> + Send + 'static,
    ) -> db::Result<()> {
        let by = self.by;
        let set = move |tx: &mut Tx<'_>, now| match by {
            By::Hers(her) => act(tx, now, her.into()),
            By::ForHer(asked) => {
                let held = asked.mandate(tx, now)?;
                let open = follow_ups::actions::hours::open(tx, now, &held)?;
                act(tx, now, open)?;
                follow_ups::actions::hours::set(tx, now, &held, about)
            }
        };
        self.page.app.write(set).await
    }

    /// She asked for it, in these words.
    pub(super) async fn asked(&self, wording: String) -> db::Result<()> {
        let By::ForHer(asked) = self.by else { return Err(db::Error::NotFound) };
        let keep = move |tx: &mut Tx<'_>, now| {
            let held = asked.mandate(tx, now)?;
            follow_ups::actions::hours::asked(tx, now, &held, &wording)
        };
        self.page.app.write(keep).await
    }

    /// The name of the person, for who follows her now.
    pub(super) async fn name(&self) -> db::Result<String> {
        let By::ForHer(asked) = self.by else { return Err(db::Error::NotFound) };
        let read = move |tx: &mut Tx<'_>, now| {
            let held = asked.mandate(tx, now)?;
            Ok(store::by_id(tx, held.person())?.name())
        };
        self.page.app.write(read).await
    }
}
