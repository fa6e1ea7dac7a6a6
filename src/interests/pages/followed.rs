//! Her follow-up, for her: who follows her and since when, what comes next, her training, who may open her file and who did
//! (I16). Nothing of the marketplace changes it (G3).

use crate::db::{Conn, Result};
use crate::follow_ups::{FollowUp, store as follow_ups};
use crate::interests::pages::follow::Follow;
use crate::kernel::Instant;
use crate::people::{Herself, Person, store as people};
use crate::web::signed::ForPerson;
use crate::web::{Outcome, Page, Signed};
use actix_web::HttpResponse;
use askama::Template;

/// Looks shown.
const LOOKS: i64 = 200;

/// Her follow-up.
#[derive(Template)]
#[template(path = "interests/followed.html")]
struct Followed {
    page: Page,
    follow: Option<Follow>,
    since: Option<String>,
    readers: Vec<Reader>,
    looks: Vec<(String, String)>,
}

/// Someone who may open her file.
struct Reader {
    name: String,
    service: String,
    kind: &'static str,
    from: String,
    until: Option<String>,
}

struct Seen {
    person: Person,
    follow_up: Option<FollowUp>,
    readers: Vec<follow_ups::Reader>,
    looks: Vec<(String, Instant)>,
}

fn look(conn: &mut Conn, now: Instant, who: Herself) -> Result<Seen> {
    Ok(Seen {
        person: people::by_id(conn, who.id())?,
        follow_up: follow_ups::follow_up_of(conn, now, who.id())?,
        readers: follow_ups::readers(conn, now, who)?,
        looks: follow_ups::looks_at(conn, who.id(), LOOKS)?,
    })
}

/// `GET /moi/suivi`
///
/// # Errors
/// What the database says.
pub async fn show(who: Signed<ForPerson>) -> Outcome<HttpResponse> {
    let (herself, now) = (who.herself(), who.now);
    let seen = who.app.read(move |conn| look(conn, now, herself)).await?;
    let page = &who.page;
    let reader = |r: &follow_ups::Reader| Reader {
        name: r.name.clone(),
        service: r.service.clone(),
        kind: r.kind.as_str(),
        from: page.date(&r.from),
        until: r.until.map(|at| page.date(&at)),
    };
    let readers = seen.readers.iter().map(reader).collect();
    who.page.show(|page| Followed {
        follow: seen.follow_up.as_ref().map(|f| Follow::of(&page, &seen.person, f)),
        since: seen.follow_up.as_ref().map(|f| page.date(&f.started_at)),
        readers,
        looks: seen.looks.into_iter().map(|(name, at)| (name, page.date_hour(&at))).collect(),
        page,
    })
}
