//! The letter of a proposal, in the person's language: the notice first, then the mission, then how to say nothing.
//! What the advisor reads before confirming is this same text, from the same template: only what does not exist before
//! the act (the personal link, the receipt's code) is replaced by its name.

mod words;

use crate::accounts;
use crate::app::App;
use crate::db::{Conn, Error, Result};
use crate::follow_ups::{self, Advisor, FollowUp};
use crate::kernel::{Id, Instant, Lang};
use crate::labels::{self, ActiveLabel};
use crate::letters::{Paper, seal};
use crate::mail::Letter;
use crate::offers::{self, Offer};
use crate::people::{self, Channel, Person};
use crate::platforms::{self, Platform};
use crate::push::Notice;
use crate::referrals::{Referral, State, store};
use askama::Template;
use uuid::Uuid;
pub use words::{Put, Words};

/// Everything that the letter of a proposal is made from. It exists only while the mission may be shown (G1).
pub struct Facts {
    /// To whom.
    pub person: Person,
    /// In which language.
    pub lang: Lang,
    /// Whether plainer sentences are said to her: set by who follows her, for who has no address. What somebody set in her own space is
    /// hers, and her advisor does not read it here.
    pub plain: bool,
    /// Who proposes.
    pub advisor: Advisor,
    /// What.
    pub offer: Offer,
    /// Of which platform.
    pub platform: Platform,
    /// Under which label.
    pub label: ActiveLabel,
    /// What goes on.
    pub follow_up: Option<FollowUp>,
}

/// Reads what the letter is made from.
///
/// # Errors
/// `label-not-active`, `offer-*` when the mission may not be shown; `NotFound`.
pub fn facts(
    conn: &mut Conn,
    now: Instant,
    advisor: Id<Advisor>,
    person: Id<Person>,
    offer: Id<Offer>,
) -> Result<Facts> {
    let offer = offers::store::by_id(conn, offer)?;
    let platform = platforms::store::by_id(conn, offer.platform)?;
    let label = labels::store::of_platform(conn, offer.platform)?.require_active(now)?;
    offer.visible(Some(&label), platform.pulse_at, now)?;
    let person = people::store::by_id(conn, person)?;
    let lang = accounts::store::by_id(conn, person.account())?.language;
    let advisor = follow_ups::store::advisor_by_id(conn, Id::from_uuid(advisor.uuid()))?;
    let follow_up = follow_ups::store::follow_up_of(conn, now, person.id)?;
    let plain = person.email.is_none() && people::store::preference(conn, person.id)?.plain;
    Ok(Facts { person, lang, plain, advisor, offer, platform, label, follow_up })
}

/// What was put before a person at once and still stands: each referral with its facts. Nothing is said of a mission that may
/// not be shown any more.
fn standing(conn: &mut Conn, now: Instant, ids: &[Uuid]) -> Result<Vec<(Referral, Facts)>> {
    let mut known = Vec::new();
    for id in ids {
        let one = store::by_id(conn, Id::from_uuid(*id)).and_then(|referral| {
            let facts = facts(conn, now, referral.advisor, referral.person, referral.offer)?;
            Ok((referral, facts))
        });
        match one {
            Ok((referral, facts)) if referral.state == State::Proposed => known.push((referral, facts)),
            Ok(_) | Err(Error::Rules(_) | Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(known)
}

/// The letter of what was put before a person at once; `None` when all of it is closed or may not be shown any more.
///
/// # Errors
/// What the database says.
pub fn proposals(app: &App, ids: &[Uuid]) -> Result<Option<Letter>> {
    let now = app.now();
    let known = app.store.read(|conn| standing(conn, now, ids))?;
    let Some((first, facts)) = known.first() else { return Ok(None) };
    let person = &facts.person;
    if app.store.read(|conn| people::store::preference(conn, person.id))?.channel == Channel::Space {
        return Ok(None);
    }
    let letter = Paper::new(app, facts.lang);
    let link = |referral: &Referral| {
        let goes_to = format!("/moi/propositions/{}", referral.id);
        let token = app.write_now(|tx, now| accounts::actions::letter_link(tx, now, person.account(), &goes_to))?;
        Ok(letter.url(&format!("/connexion/lien/{token}")))
    };
    let links: Vec<String> = known.iter().map(|(referral, _)| link(referral)).collect::<Result<_>>()?;
    let put: Vec<Put<'_>> = known
        .iter()
        .zip(links)
        .map(|((referral, facts), link)| Put { facts, link, receipt: referral.receipt.clone() })
        .collect();
    let Some(words) = Words::of(&letter, &put, &first.note) else { return Ok(None) };
    let (text, html) = (Text { letter: &letter, p: &words }, Html { letter: &letter, p: &words });
    seal(&person.email, words.subject.clone(), &text, &html).map(Some)
}

/// The same on a device: who proposes, and the mission when there is one only.
///
/// # Errors
/// What the database says.
pub fn notice(app: &App, ids: &[Uuid]) -> Result<Option<Notice>> {
    let now = app.now();
    let known = app.store.read(|conn| standing(conn, now, ids))?;
    let Some((first, facts)) = known.first() else { return Ok(None) };
    let paper = Paper::new(app, facts.lang);
    let (title, path) = match known.len() {
        1 => (&facts.offer.terms.title, format!("/moi/propositions/{}", first.id)),
        _ => (&String::new(), "/moi/propositions".to_owned()),
    };
    let body = joined([title, &paper.t.notice_short()], ". ");
    let subject = subject(&paper, &facts.advisor, known.len());
    Ok(Some(Notice::new(facts.lang, &subject, &body, &path)))
}

fn subject(letter: &Paper, advisor: &Advisor, missions: usize) -> String {
    letter.t.proposal_subject(i64::try_from(missions).unwrap_or(i64::MAX), &advisor.name)
}

/// The letter's text before it exists.
pub struct Preview {
    /// Its language.
    pub lang: &'static str,
    /// Its subject; none of words that are read to her.
    pub subject: Option<String>,
    /// The first paragraph, the notice: its title, then its text.
    pub notice: Vec<String>,
    /// The other paragraphs, line by line.
    pub paragraphs: Vec<Vec<String>>,
}

/// What the person would receive of these missions, to be read by the advisor before she confirms.
///
/// # Errors
/// When the template cannot be written.
pub fn preview(app: &App, all: &[&Facts], note: &str) -> Result<Preview> {
    let wrong = || Error::corrupt("letter", all.len(), "template");
    let first = all.first().ok_or_else(wrong)?;
    // Who has no address is told: no subject, no link, in words made to be said.
    let aloud = first.person.email.is_none();
    let letter = Paper::new(app, first.lang).aloud(aloud).plainly(first.plain);
    let (link, receipt) = (letter.t.proposal_link_to_come(), letter.t.proposal_code_to_come());
    let put: Vec<Put<'_>> =
        all.iter().map(|facts| Put { facts, link: link.clone(), receipt: receipt.clone() }).collect();
    let words = Words::of(&letter, &put, note).ok_or_else(wrong)?;
    let text =
        if aloud { Said { letter: &letter, p: &words }.render() } else { Text { letter: &letter, p: &words }.render() };
    let text = text.map_err(|_| wrong())?;
    let mut blocks = text.split("\n\n").map(lines).filter(|b| !b.is_empty());
    let notice = blocks.next().unwrap_or_default();
    let paragraphs = blocks.collect();
    Ok(Preview { lang: letter.lang.as_str(), subject: (!aloud).then_some(words.subject), notice, paragraphs })
}

fn lines(block: &str) -> Vec<String> {
    block.lines().map(str::trim).filter(|l| !l.is_empty() && *l != "--").map(ToOwned::to_owned).collect()
}

#[derive(Template)]
#[template(path = "letters/proposal.txt")]
struct Text<'a> {
    letter: &'a Paper,
    p: &'a Words,
}

#[derive(Template)]
#[template(path = "letters/proposal_aloud.txt")]
struct Said<'a> {
    letter: &'a Paper,
    p: &'a Words,
}

#[derive(Template)]
#[template(path = "letters/proposal.html")]
struct Html<'a> {
    letter: &'a Paper,
    p: &'a Words,
}

fn joined(parts: [&String; 2], with: &str) -> String {
    parts.into_iter().filter(|p| !p.is_empty()).map(String::as_str).collect::<Vec<_>>().join(with)
}
