//! What is written of her way, for her own eyes: the same words as her advisor's, who looked, and the end that is asked for,
//! which is hers to agree to. Without her answer nothing ends.

use crate::db::{Conn, Result};
use crate::follow_ups::pages::file::{FollowUpView, zone};
use crate::follow_ups::pages::panel::ContactView;
use crate::follow_ups::{Contact, FollowUp, actions, store};
use crate::interests::store::spoken::{self, Told};
use crate::kernel::{Id, Instant};
use crate::people::{self, Herself, Person};
use crate::web::page::see_other;
use crate::web::signed::ForPerson;
use crate::web::{Form, Outcome, Page, Signed, say};
use actix_web::HttpResponse;
use askama::Template;

/// Contacts and looks shown.
const LINES: i64 = 50;

/// Her file.
#[derive(Template)]
#[template(path = "follow_ups/hers.html")]
struct Hers {
    page: Page,
    follow_up: Option<FollowUpView>,
    summary: String,
    contacts: Vec<ContactView>,
    looks: Vec<(String, String)>,
    /// What was sent for her: mission, by whom and when, the words that she agreed to.
    spoken: Vec<(String, String, String)>,
    ending: Option<(String, String)>,
}

struct Known {
    person: Person,
    follow_up: Option<FollowUp>,
    contacts: Vec<(Contact, String)>,
    looks: Vec<(String, Instant)>,
    spoken: Vec<Told>,
}

fn look(conn: &mut Conn, now: Instant, who: Herself) -> Result<Known> {
    let follow_up = store::follow_up_of(conn, now, who.id())?;
    let contacts = match &follow_up {
        Some(follow_up) => store::way::contacts(conn, follow_up.id, LINES)?,
        None => Vec::new(),
    };
    let person = people::store::by_id(conn, who.id())?;
    let looks = store::looks_at(conn, who.id(), LINES)?;
    Ok(Known { person, follow_up, contacts, looks, spoken: spoken::of_person(conn, who.id(), None)? })
}

/// `GET /moi/dossier`
///
/// # Errors
/// What the database says.
pub async fn show(who: Signed<ForPerson>) -> Outcome<HttpResponse> {
    let (herself, now) = (who.herself(), who.now);
    let known = who.app.read(move |conn| look(conn, now, herself)).await?;
    who.page.show(|page| {
        let (person, follow_up) = (&known.person, known.follow_up.as_ref());
        // Whoever reads is nobody's advisor: the referent is named.
        let view = follow_up.map(|f| FollowUpView::of(&page, Id::from_uuid(person.id.uuid()), person, f));
        let ending = follow_up
            .and_then(|f| f.ending)
            .map(|e| (page.word("end-reason", e.reason.as_str()), say::date(e.asked_at, zone(person), page.lang)));
        Hers {
            follow_up: view,
            summary: follow_up.map(|f| f.summary.clone()).unwrap_or_default(),
            contacts: known.contacts.iter().map(|(c, name)| ContactView::of(&page, person, c, name)).collect(),
            looks: known.looks.iter().map(|(name, at)| (name.clone(), page.date_hour(at))).collect(),
            spoken: known
                .spoken
                .iter()
                .map(|t| (t.title.clone(), page.t.hers_spoken_by(&t.advisor, page.date_hour(&t.at)), t.wording.clone()))
                .collect(),
            ending,
            page,
        }
    })
}

/// `POST /moi/dossier/fin`: she agrees to the end.
///
/// # Errors
/// `NotFound` when no end is asked for.
pub async fn agree(who: Signed<ForPerson>, _form: Form) -> Outcome<HttpResponse> {
    let herself = who.herself();
    who.app.write(move |tx, now| actions::way::agree_to_end(tx, now, herself)).await?;
    Ok(see_other(&who.page, "/moi/dossier?ok=end-agreed"))
}
