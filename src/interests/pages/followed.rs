//! Her follow-up, for her: who follows her and since when, what comes next, her training, the same words as her advisor's,
//! what was sent for her, who may open her file and who did (I16). Nothing of the marketplace changes it (G3).

use crate::db::{Conn, Result};
use crate::follow_ups::pages::file::zone;
use crate::follow_ups::pages::panel::ContactView;
use crate::follow_ups::store::requests::Request;
use crate::follow_ups::{Contact, FollowUp, last_day, store as follow_ups};
use crate::interests::pages::follow::Follow;
use crate::interests::store::aloud::{self, Heard};
use crate::interests::store::spoken::{self, Told};
use crate::kernel::{Instant, Lang};
use crate::l10n::texts;
use crate::people::{Herself, Person, store as people};
use crate::web::signed::ForPerson;
use crate::web::{Outcome, Page, Signed, say};
use actix_web::HttpResponse;
use askama::Template;
use std::collections::HashSet;

/// Looks shown.
const LOOKS: i64 = 200;
/// Contacts shown.
const CONTACTS: i64 = 50;

/// Her follow-up.
#[derive(Template)]
#[template(path = "interests/followed.html")]
struct Followed {
    page: Page,
    follow: Option<Follow>,
    since: Option<String>,
    /// An end that is put to her.
    ending: Option<End>,
    /// Advisors who ask whether they may follow her: key, name, service, since when. None while somebody does.
    requests: Vec<(String, String, String, String)>,
    /// What her advisor sums up.
    summary: String,
    contacts: Vec<ContactView>,
    /// What was sent for her: mission, by whom and when, the words that she agreed to.
    spoken: Vec<(String, String, String)>,
    /// What was told to her by word of mouth: mission, what it was about, by whom and when.
    told: Vec<(String, String, String)>,
    /// What else was done by word of mouth: what, by whom and when, the words and their language.
    done: Vec<(String, String, String, &'static str)>,
    /// What was done with her hours at her request: by whom and when, what.
    hours: Vec<(String, String)>,
    readers: Vec<Reader>,
    looks: Vec<(String, String)>,
}

/// An end that is put to her.
struct End {
    reason: String,
    asked: String,
    /// When it takes effect by itself.
    due: String,
    /// Whether she may still say that she prefers to go on.
    may_wait: bool,
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
    contacts: Vec<(Contact, String)>,
    spoken: Vec<Told>,
    heard: Vec<Heard>,
    done: Vec<follow_ups::acts::Done>,
    hours: Vec<follow_ups::hours::Told>,
    readers: Vec<follow_ups::Reader>,
    looks: Vec<(String, Instant)>,
    requests: Vec<Request>,
}

fn look(conn: &mut Conn, now: Instant, who: Herself) -> Result<Seen> {
    let follow_up = follow_ups::follow_up_of(conn, now, who.id())?;
    let contacts = match &follow_up {
        Some(follow_up) => follow_ups::way::contacts(conn, follow_up.id, CONTACTS)?,
        None => Vec::new(),
    };
    Ok(Seen {
        person: people::by_id(conn, who.id())?,
        follow_up,
        contacts,
        spoken: spoken::of_person(conn, who.id(), None)?,
        heard: aloud::of_person(conn, who.id())?,
        done: follow_ups::acts::of_person(conn, who.id())?,
        hours: follow_ups::hours::of_person(conn, who.id())?,
        readers: follow_ups::readers(conn, now, who)?,
        looks: follow_ups::looks_at(conn, who.id(), LOOKS)?,
        requests: follow_ups::requests::of_person(conn, who.id())?,
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
        until: r.until.map(|at| page.date(&last_day(at))),
    };
    let readers = seen.readers.iter().map(reader).collect();
    let (person, follow_up) = (&seen.person, seen.follow_up.as_ref());
    let day = |at: Instant| say::date(at, zone(person), page.lang);
    let ending = follow_up.and_then(|f| f.ending).map(|e| End {
        reason: page.word("end-reason", e.reason.as_str()),
        asked: day(e.asked_at),
        due: day(e.due_at.max(page.now)),
        may_wait: e.may_wait(),
    });
    let asked = |r: &Request| (r.advisor.to_string(), r.name.clone(), r.service.clone(), page.date(&r.asked_at));
    let requests = seen.requests.iter().filter(|_| follow_up.is_none()).map(asked).collect();
    let told = |t: &Told| {
        let said = if t.by_herself { page.t.hers_spoken_already() } else { t.wording.clone() };
        (t.title.clone(), page.t.hers_spoken_by(&t.advisor, page.date_hour(&t.at)), said)
    };
    let spoken = seen.spoken.iter().map(told).collect();
    let heard = |h: &Heard| {
        let (by, when) = h.said.as_ref()?;
        let about = page.word("aloud-about", h.about.as_str());
        Some((h.title.clone(), about, page.t.hers_spoken_by(by, page.date_hour(when))))
    };
    let told = seen.heard.iter().filter_map(heard).collect();
    let (done, hours) = (done(page, &seen.done), hours(page, &seen.hours));
    who.page.show(|page| Followed {
        follow: follow_up.map(|f| Follow::of(&page, person, f)),
        since: follow_up.map(|f| page.date(&f.started_at)),
        ending,
        requests,
        summary: follow_up.map(|f| f.summary.clone()).unwrap_or_default(),
        contacts: seen.contacts.iter().map(|(c, name)| ContactView::of(&page, person, c, name)).collect(),
        spoken,
        told,
        done,
        hours,
        readers,
        looks: by_day(&page, seen.looks),
        page,
    })
}

/// What was done with her by word of mouth: what, by whom and when, the words and their language.
fn done(page: &Page, acts: &[follow_ups::acts::Done]) -> Vec<(String, String, String, &'static str)> {
    // Words that were read in English begin as they do in English.
    let kept = texts(Lang::En).hours_kept("");
    let english = kept.split('“').next().unwrap_or_default();
    let act = |d: &follow_ups::acts::Done| {
        let what = page.word("spoken-act", d.about.as_str());
        let lang = if d.wording.starts_with(english) { Lang::En } else { Lang::Fr };
        let what = d.title.as_ref().map_or_else(|| what.clone(), |title| page.t.hers_done_of(&what, title));
        (what, page.t.hers_spoken_by(&d.advisor, page.date_hour(&d.at)), d.wording.clone(), lang.as_str())
    };
    acts.iter().map(act).collect()
}

/// What was done with her hours: by whom and when, what.
fn hours(page: &Page, acts: &[follow_ups::hours::Told]) -> Vec<(String, String)> {
    let set = |h: &follow_ups::hours::Told| {
        let what = h.wording.clone().unwrap_or_else(|| page.word("hours-act", h.about.as_str()));
        (page.t.hers_spoken_by(&h.advisor, page.date_hour(&h.at)), what)
    };
    acts.iter().map(set).collect()
}

/// Looks with their hour, the latest of each reader and day.
fn by_day(page: &Page, looks: Vec<(String, Instant)>) -> Vec<(String, String)> {
    let mut told = HashSet::new();
    let first = looks.into_iter().filter(|(name, at)| told.insert((name.clone(), page.date(at))));
    first.map(|(name, at)| (name, page.date_hour(&at))).collect()
}
