//! The letter of a proposal, in the person's language: the notice first, then the mission, then how to say nothing.
//! What the advisor reads before confirming is this same text, from the same template: only what does not exist before
//! the act (the personal link, the receipt's code) is replaced by its name.

use crate::accounts;
use crate::app::App;
use crate::db::{Conn, Error, Result};
use crate::follow_ups::{self, Advisor, FollowUp, pages::file};
use crate::kernel::{Id, Instant, Lang};
use crate::labels::{self, ActiveLabel};
use crate::letters::{Paper, seal};
use crate::mail::Letter;
use crate::offers::notice::Wording;
use crate::offers::{self, Offer, PayUnit, Terms};
use crate::people::{self, Channel, Person};
use crate::platforms::{self, Platform};
use crate::referrals::{Referral, State, store};
use crate::web::{notice, say};
use askama::Template;

/// Dates listed in a letter; the page lists them all.
const SLOTS: usize = 5;

/// Everything that the letter of a proposal is made from. It exists only while the mission may be shown (G1).
pub struct Facts {
    /// To whom.
    pub person: Person,
    /// In which language.
    pub lang: Lang,
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
    Ok(Facts { person, lang, advisor, offer, platform, label, follow_up })
}

/// The letter of a referral; `None` when it is closed or its mission may not be shown any more.
///
/// # Errors
/// What the database says.
pub fn proposal(app: &App, id: Id<Referral>) -> Result<Option<Letter>> {
    let now = app.now();
    let known = app.store.read(|conn| {
        let referral = store::by_id(conn, id)?;
        if referral.state != State::Proposed {
            return Ok(None);
        }
        if people::store::preference(conn, referral.person)?.channel == Channel::Space {
            return Ok(None);
        }
        let facts = facts(conn, now, referral.advisor, referral.person, referral.offer)?;
        Ok(Some((referral, facts)))
    });
    let (referral, facts) = match known {
        Ok(Some(known)) => known,
        Ok(None) | Err(Error::Rules(_) | Error::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    };
    let goes_to = format!("/moi/propositions/{id}");
    let token = app.write_now(|tx, now| accounts::actions::letter_link(tx, now, facts.person.account(), &goes_to))?;
    let letter = Paper::new(app, facts.lang);
    let link = letter.url(&format!("/connexion/lien/{token}"));
    let words = Words::of(&letter, &facts, &referral.note, link, &referral.receipt);
    let (text, html) = (Text { letter: &letter, p: &words }, Html { letter: &letter, p: &words });
    seal(&facts.person.email, words.subject.clone(), &text, &html).map(Some)
}

/// The letter's text before it exists.
pub struct Preview {
    /// Its language.
    pub lang: &'static str,
    /// Its subject.
    pub subject: String,
    /// The first paragraph, the notice: its title, then its text.
    pub notice: Vec<String>,
    /// The other paragraphs, line by line.
    pub paragraphs: Vec<Vec<String>>,
}

/// What the person would receive, to be read by the advisor before she confirms.
///
/// # Errors
/// When the template cannot be written.
pub fn preview(app: &App, facts: &Facts, note: &str) -> Result<Preview> {
    let letter = Paper::new(app, facts.lang);
    let words = Words::of(&letter, facts, note, letter.t.proposal_link_to_come(), &letter.t.proposal_code_to_come());
    let text = Text { letter: &letter, p: &words }
        .render()
        .map_err(|_| Error::corrupt("letter", facts.offer.id, "template"))?;
    let mut blocks = text.split("\n\n").map(lines).filter(|b| !b.is_empty());
    let notice = blocks.next().unwrap_or_default();
    let paragraphs = blocks.collect();
    Ok(Preview { lang: facts.lang.as_str(), subject: words.subject, notice, paragraphs })
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
#[template(path = "letters/proposal.html")]
struct Html<'a> {
    letter: &'a Paper,
    p: &'a Words,
}

/// The letter's words, the same for the text, the HTML and the preview.
struct Words {
    subject: String,
    notice: String,
    first_name: String,
    advisor: String,
    service: String,
    phone: String,
    title: String,
    platform: String,
    label_until: String,
    facts: Vec<(String, String)>,
    note: String,
    step: Option<(String, String)>,
    link: String,
    receipt: String,
    receipt_url: String,
}

impl Words {
    fn of(letter: &Paper, facts: &Facts, note: &str, link: String, receipt: &str) -> Self {
        let (t, lang) = (letter.t, letter.lang);
        let convention = facts.follow_up.as_ref().and_then(|f| f.referent.service.convention_from);
        let wording = Wording::of(facts.offer.terms.status, convention, letter.now);
        let zone = file::zone(&facts.person);
        let step = facts.follow_up.as_ref().and_then(|f| f.next_step.as_ref());
        Self {
            subject: t.proposal_subject(&facts.advisor.name),
            notice: notice::full(t, wording),
            first_name: facts.person.first_name.clone(),
            advisor: facts.advisor.name.clone(),
            service: facts.advisor.service.name.clone(),
            phone: facts.advisor.service.phone.clone(),
            title: facts.offer.terms.title.clone(),
            platform: facts.platform.name.clone(),
            label_until: say::date(facts.label.until(), chrono_tz::Europe::Paris, lang),
            facts: lines_of(letter, &facts.offer),
            note: note.trim().to_owned(),
            step: step
                .map(|s| (format!("{}, {}", say::day(s.at, zone, lang), say::hour(s.at, zone, lang)), s.title.clone())),
            link,
            receipt_url: letter.url(&format!("/recepisses/{receipt}")),
            receipt: receipt.to_owned(),
        }
    }
}

/// What a person needs before saying yes: name of the fact, then the fact.
pub(super) fn lines_of(letter: &Paper, offer: &Offer) -> Vec<(String, String)> {
    let (t, terms, conditions) = (letter.t, &offer.terms, &offer.terms.conditions);
    let place = terms.place.as_ref().map_or_else(|| t.offer_remote(), |p| joined([&p.address, &p.label], ", "));
    let mut status = t.word("status", terms.status.as_str());
    if let Some(agency) = &conditions.agency {
        status = format!("{status}. {} {agency}", t.fact_agency());
    }
    let payment = t.fact_pay_delay(i64::from(conditions.pay_delay_days));
    let cancellation = joined([&conditions.cancellation, &t.fact_cancellation_yours()], " ");
    vec![
        (t.fact_when(), slots(letter, offer)),
        (t.fact_where(), place),
        (t.proposal_pay(), pay(letter, terms)),
        (t.fact_status(), status),
        (t.fact_payer(), joined([&conditions.paid_by, &payment], " ")),
        (t.fact_costs(), conditions.costs.clone()),
        (t.fact_insurance(), conditions.insurance.clone()),
        (t.fact_requirements(), conditions.requirements.clone()),
        (t.fact_cancellation(), cancellation),
    ]
    .into_iter()
    .filter(|(_, fact)| !fact.is_empty())
    .map(|(name, fact)| (name, fact.split_ascii_whitespace().collect::<Vec<_>>().join(" ")))
    .collect()
}

fn joined(parts: [&String; 2], with: &str) -> String {
    parts.into_iter().filter(|p| !p.is_empty()).map(String::as_str).collect::<Vec<_>>().join(with)
}

/// The dates that are still to come.
fn slots(letter: &Paper, offer: &Offer) -> String {
    let (zone, lang) = (offer.terms.zone, letter.lang);
    let open: Vec<_> = offer.slots.iter().filter(|s| s.open_at(letter.now)).collect();
    let said = |s: &&offers::Slot| {
        format!("{}, {}", say::day(s.starts_at, zone, lang), say::hours(s.starts_at, s.ends_at, zone, lang))
    };
    let mut text = open.iter().take(SLOTS).map(said).collect::<Vec<_>>().join(" ; ");
    if open.len() > SLOTS {
        let more = i64::try_from(open.len() - SLOTS).unwrap_or(0);
        text = format!("{text} ; {}", letter.t.proposal_more_slots(more));
    }
    text
}

fn pay(letter: &Paper, terms: &Terms) -> String {
    let amount = terms.pay.say(letter.lang);
    match terms.unit {
        PayUnit::Hour => letter.t.offer_pay_hour(amount),
        PayUnit::Mission => {
            let hourly = letter.t.detail_per_hour(terms.pay_per_hour().say(letter.lang));
            format!("{}. {hourly}", letter.t.offer_pay_mission(amount))
        }
    }
}
