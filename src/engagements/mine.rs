//! What she sent, in plain words, what is agreed first. She takes back what is live when she likes: no reason is asked.

pub mod agenda;
pub mod letters;
pub mod recap;

use crate::db::{self, Conn};
use crate::engagements::actions;
use crate::interests::pages::told::Told;
use crate::interests::store::{self, Whole};
use crate::interests::{Interest, State};
use crate::kernel::{Id, Instant};
use crate::people::Herself;
use crate::web::page::see_other;
use crate::web::signed::ForPerson;
use crate::web::{Error, Form, Outcome, Page, Signed};
use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

/// What she sent.
#[derive(Template)]
#[template(path = "interests/mine.html")]
struct Mine {
    page: Page,
    agreed: Vec<Told>,
    live: Vec<Told>,
    past: Vec<Told>,
}

fn look(conn: &mut Conn, now: Instant, who: Herself) -> db::Result<Vec<(Whole, i64)>> {
    let sent = store::of_person(conn, who.id())?;
    let mut told = Vec::with_capacity(sent.len());
    for whole in store::wholes(conn, now, sent)? {
        let rank = if whole.interest.state == State::Waiting { store::rank(conn, &whole.interest)? } else { 0 };
        told.push((whole, rank));
    }
    Ok(told)
}

/// `GET /moi/missions`
///
/// # Errors
/// What the database says.
pub async fn list(who: Signed<ForPerson>) -> Outcome<HttpResponse> {
    let (herself, now) = (who.herself(), who.now);
    let mut found = who.app.read(move |conn| look(conn, now, herself)).await?;
    let (mut coming, past): (Vec<_>, Vec<_>) =
        found.drain(..).partition(|(w, _)| w.interest.state.live() && w.slot.ends_at > now);
    coming.sort_by_key(|(w, _)| (w.slot.starts_at, w.interest.id));
    let (agreed, live): (Vec<_>, Vec<_>) =
        coming.into_iter().partition(|(w, _)| matches!(w.interest.state, State::Accepted { .. }));
    who.page.show(|page| {
        let tell = |list: Vec<(Whole, i64)>| -> Vec<Told> {
            list.iter().map(|(whole, rank)| Told::of(page.t, page.lang, now, whole, *rank)).collect()
        };
        Mine { agreed: tell(agreed), live: tell(live), past: tell(past), page }
    })
}

/// `POST /moi/missions/{interest}/retrait`: asked for twice, it is done once.
///
/// # Errors
/// `NotFound` when it is not hers.
pub async fn take_back(who: Signed<ForPerson>, id: Path<String>, _form: Form) -> Outcome<HttpResponse> {
    let id: Id<Interest> = id.parse().map_err(|_| Error::NotFound)?;
    let herself = who.herself();
    match who.app.write(move |tx, now| actions::take_back(tx, now, herself, id)).await {
        Ok(_) => Ok(see_other(&who.page, "/moi/missions?ok=interest-taken-back")),
        Err(db::Error::Rules(rules)) if rules.iter().all(|r| r.code == "interest-not-open") => {
            Ok(see_other(&who.page, "/moi/missions?ok=interest-closed"))
        }
        Err(other) => Err(other.into()),
    }
}
