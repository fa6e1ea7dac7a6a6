//! What an advisor finds to tell, by phone or face to face, to those whom he follows and who have no address: the words of the
//! letter that cannot be sent, notice first. To read them is a look at her file (I16). Nothing of hers alone is here (G2).

use crate::app::App;
use crate::db;
use crate::follow_ups::{self, Advisor};
use crate::interests::actions::aloud;
use crate::interests::{About, SpokenNews, store};
use crate::jobs::Job;
use crate::kernel::{Id, Instant, Lang};
use crate::l10n::texts;
use crate::letters;
use crate::mail::Letter;
use crate::people::{self, Person};
use crate::referrals::pages::Asked;
use crate::web::page::see_other;
use crate::web::signed::ForAdvisor;
use crate::web::{Error, Form, Outcome, Page, Signed};
use actix_web::HttpResponse;
use actix_web::web::Path;
use chrono::TimeDelta;
use std::sync::Arc;

/// Letters on a page; those of the slots that begin first come first.
const SHOWN: usize = 20;
/// A slot that begins within this time is said to.
const SOON: TimeDelta = TimeDelta::hours(48);

/// What is to be told to one person.
pub struct ToSay {
    /// Where it is noted that it was said, without the language.
    pub action: String,
    /// Her key.
    pub person: String,
    /// Her name.
    pub name: String,
    /// Phone, as written.
    pub phone: Option<String>,
    /// Phone, to be dialled.
    pub dial: String,
    /// How soon the slot begins, when it is soon.
    pub soon: Option<String>,
    /// Whether it reminds her of what she knows.
    pub reminds: bool,
    /// The language of the words.
    pub lang: &'static str,
    /// In a line.
    pub subject: String,
    /// The notice: its title, then its text; none where no mission is spoken of.
    pub notice: Vec<String>,
    /// The other words, line by line.
    pub paragraphs: Vec<Vec<String>>,
}

impl ToSay {
    /// Nothing yet, to somebody.
    #[must_use]
    pub fn to(person: &Person) -> Self {
        let phone = person.phone.clone();
        Self {
            action: String::new(),
            person: person.id.to_string(),
            name: person.name(),
            dial: phone.iter().flat_map(|p| p.chars()).filter(|c| c.is_ascii_digit() || *c == '+').collect(),
            phone,
            soon: None,
            reminds: false,
            lang: Lang::Fr.as_str(),
            subject: String::new(),
            notice: Vec::new(),
            paragraphs: Vec::new(),
        }
    }
}

struct Known {
    news: SpokenNews,
    starts_at: Instant,
    person: Person,
    lang: Lang,
    letter: Letter,
}

/// A page of what there is to tell.
#[derive(Default)]
pub struct Leaf {
    /// What is on it.
    pub words: Vec<ToSay>,
    /// Its number, from one.
    pub number: usize,
    /// How many there are.
    pub last: usize,
}

impl Leaf {
    /// Whether there is nothing to tell at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.last < 2
    }
}

/// What an advisor has to tell to people whom he may see now, the slot that begins first coming first.
///
/// # Errors
/// What the database says.
pub async fn to_say(page: &Page, advisor: Id<Advisor>, followed: Vec<Id<Person>>, asked: usize) -> Outcome<Leaf> {
    let now = page.now;
    let mut open = page.app.read(move |conn| store::aloud::to_say(conn, now, &followed)).await?;
    let last = open.len().div_ceil(SHOWN).max(1);
    let number = asked.clamp(1, last);
    if open.is_empty() {
        return Ok(Leaf { words: Vec::new(), number, last });
    }
    open = open.into_iter().skip((number - 1) * SHOWN).take(SHOWN).collect();
    let app = Arc::clone(&page.app);
    let written = actix_web::web::block(move || written(&app, open)).await;
    let known = written.map_err(|e| Error::Internal(e.to_string()))?;
    let seen = held(page, advisor, known.iter().map(|one| one.person.id).collect()).await?;
    let words = known.iter().filter(|one| seen.contains(&one.person.id)).map(|one| one.view(page)).collect();
    Ok(Leaf { words, number, last })
}

/// Those whom the advisor may see at this instant; to read what is to be told to them is a look at their files.
///
/// # Errors
/// What the database says.
pub(crate) async fn held(page: &Page, advisor: Id<Advisor>, read: Vec<Id<Person>>) -> Outcome<Vec<Id<Person>>> {
    let look = move |tx: &mut db::Tx<'_>, now| {
        let mut held = Vec::new();
        for person in &read {
            // A mandate that ends meanwhile takes her words along, and nobody else's.
            match follow_ups::store::mandate(tx, now, advisor, *person) {
                Err(db::Error::NotFound | db::Error::Rules(_)) => {}
                found => {
                    follow_ups::actions::note_look(tx, now, &found?)?;
                    held.push(*person);
                }
            }
        }
        Ok(held)
    };
    Ok(page.app.write(look).await?)
}

/// The words of each, as they are true now; what says nothing true any more is left out.
fn written(app: &App, open: Vec<(SpokenNews, Instant)>) -> Vec<Known> {
    let mut out = Vec::new();
    for (news, starts_at) in open {
        let job = Job { id: Id::from_uuid(news.id.uuid()), task: aloud::letter(&news), attempts: 0, run_at: news.at };
        // What cannot be read leaves the rest of his page to him.
        let found = letters::write(app, &job).and_then(|letter| {
            app.store.read(|conn| {
                let person = people::store::by_id(conn, news.person)?;
                let lang = crate::accounts::store::by_id(conn, person.account())?.language;
                Ok(letter.map(|letter| (letter, person, lang)))
            })
        });
        let found =
            found.inspect_err(|why| tracing::error!(news = %news.id, %why, "what is to be told cannot be read"));
        let Ok(Some((letter, person, lang))) = found else { continue };
        // An address came meanwhile: the rest is written to her.
        if person.email.is_none() {
            out.push(Known { news, starts_at, person, lang, letter });
        }
    }
    out
}

impl Known {
    fn view(&self, page: &Page) -> ToSay {
        let title = texts(self.lang).notice_title();
        let (notice, paragraphs) = self
            .letter
            .text
            .split("\n\n")
            .map(|block| block.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect::<Vec<_>>())
            .filter(|block| !block.is_empty())
            .partition::<Vec<_>, _>(|block| block.first() == Some(&title));
        let left = self.starts_at - page.now;
        let hours = (left > TimeDelta::zero() && left <= SOON).then(|| left.num_hours());
        ToSay {
            action: format!("/conseil/personnes/{}/a-dire/{}", self.person.id, self.news.id),
            reminds: self.news.about == About::Reminder,
            soon: if left <= TimeDelta::zero() {
                Some(page.t.aloud_begun())
            } else {
                hours.map(|n| page.t.aloud_soon(n))
            },
            lang: self.lang.as_str(),
            subject: self.letter.subject.clone(),
            notice: notice.concat(),
            paragraphs,
            ..ToSay::to(&self.person)
        }
    }
}

/// `POST /conseil/personnes/{id}/a-dire/{news}`: it was told to her.
///
/// # Errors
/// `NotFound` without a mandate, or when it is not hers; `mandate-ended`.
pub async fn said(who: Signed<ForAdvisor>, path: Path<(String, String)>, _form: Form) -> Outcome<HttpResponse> {
    let (person, news) = path.into_inner();
    let (asked, news) = (Asked::of(&who, &person)?, news.parse().map_err(|_| Error::NotFound)?);
    who.app
        .write(move |tx, now| {
            let held = asked.mandate(tx, now)?;
            aloud::said(tx, now, &held, news)
        })
        .await?;
    Ok(see_other(&who.page, "/conseil?ok=said-aloud"))
}
