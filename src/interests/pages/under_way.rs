//! What is under way for who has no address, of what advisors sent at her asking: who follows her finds the slot and the address
//! that she agreed to have told until the slot is over, and takes back for her what she asks him to. Nothing else of hers is
//! here (G2).

use crate::db::{self, Conn};
use crate::engagements;
use crate::interests::actions::aloud;
use crate::interests::pages::told::Told;
use crate::interests::store::{self, Whole};
use crate::interests::{Interest, State};
use crate::kernel::{Id, Instant, Lang};
use crate::l10n::{L10nLanguage, texts};
use crate::people::Person;
use crate::referrals::pages::{Asked, person};
use crate::web::page::see_other;
use crate::web::signed::ForAdvisor;
use crate::web::{Error, Form, Outcome, Page, Signed};
use actix_web::HttpResponse;
use actix_web::web::Path;

/// Something that was sent for her.
pub struct UnderWay {
    /// What, when, where.
    pub told: Told,
    /// Where it is, in a word.
    pub state: &'static str,
    /// The words to read before it is taken back; none once the slot has begun.
    pub said: Option<String>,
}

/// What was sent for a person and may still come to something.
///
/// # Errors
/// What the database says.
pub(crate) fn read(conn: &mut Conn, now: Instant, person: Id<Person>) -> db::Result<Vec<Whole>> {
    let sent = store::aloud::under_way(conn, now, person)?;
    store::wholes(conn, now, sent)
}

impl UnderWay {
    /// In the reader's words.
    #[must_use]
    pub(crate) fn of(page: &Page, whole: &Whole) -> Self {
        let to_come = whole.slot.starts_at > page.now;
        Self {
            told: Told::of(page.t, page.lang, page.now, whole, 0),
            state: match whole.interest.state {
                State::Waiting => "waiting",
                State::Accepted { .. } => "agreed",
                _ => "sent",
            },
            said: to_come.then(|| said(page.t, whole)),
        }
    }
}

fn said(t: &L10nLanguage, whole: &Whole) -> String {
    t.take_back_said(&whole.platform.name, &whole.offer.terms.title)
}

/// `POST /conseil/personnes/{id}/interets/{interest}/retrait`: taken back at her asking; asked for twice, it is done once.
///
/// # Errors
/// `NotFound` without a mandate, or when it was not sent for her; `mandate-ended`.
pub async fn take_back(who: Signed<ForAdvisor>, path: Path<(String, String)>, _form: Form) -> Outcome<HttpResponse> {
    let (id, interest) = path.into_inner();
    let (asked, interest) = (Asked::of(&who, &id)?, interest.parse::<Id<Interest>>().map_err(|_| Error::NotFound)?);
    let done = who.app.write(move |tx, now| {
        let held = asked.mandate(tx, now)?;
        let sent = aloud::sent_for(tx, &held, interest)?;
        // In French, as it was read to her.
        let (whole, t) = (store::whole(tx, now, sent)?, texts(Lang::Fr));
        let words = t.hours_kept(said(t, &whole));
        engagements::actions::take_back_for(tx, now, &held, whole.interest, &words)
    });
    let back = |ok: &str| see_other(&who.page, &format!("/conseil/personnes/{}?ok={ok}", asked.person));
    match done.await {
        Ok(_) => Ok(back("taken-back-for-her")),
        Err(db::Error::Rules(rules)) if rules.iter().all(|r| r.code == "interest-not-open") => {
            Ok(back("closed-for-her"))
        }
        Err(db::Error::Rules(rules)) if rules.iter().all(|r| r.code != "mandate-ended") => {
            person::shown(who.page, asked, 1, rules.first()).await
        }
        Err(other) => Err(other.into()),
    }
}
