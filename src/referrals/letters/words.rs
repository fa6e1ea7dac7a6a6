//! The words of what was put before a person, the same for the letter, its preview and the sheet handed over: what every
//! mission shares, then each mission with its link and its receipt.

use crate::follow_ups::pages::file;
use crate::letters::Paper;
use crate::offers::notice::Wording;
use crate::offers::{self, Offer, PayUnit, Terms};
use crate::referrals::letters::{Facts, joined, subject};
use crate::web::say;

/// Dates listed in a letter; the page lists them all.
const SLOTS: usize = 5;

/// A mission that is put before a person, where it is opened and the code of its receipt.
pub struct Put<'a> {
    /// Everything about it.
    pub facts: &'a Facts,
    /// Where she opens it.
    pub link: String,
    /// The code.
    pub receipt: String,
}

/// What every mission of a letter shares, then the missions.
pub struct Words {
    /// The subject.
    pub subject: String,
    /// The notice.
    pub notice: String,
    /// To whom.
    pub first_name: String,
    /// Who proposes.
    pub advisor: String,
    /// Of which service.
    pub service: String,
    /// Whom to call.
    pub phone: String,
    /// A word of the advisor's own.
    pub note: String,
    /// Her next step: when, and what.
    pub step: Option<(String, String)>,
    /// How long the links hold, and that they are hers.
    pub once: String,
    /// The missions.
    pub missions: Vec<Mission>,
}

/// A mission in words.
pub struct Mission {
    /// What.
    pub title: String,
    /// Of which platform.
    pub platform: String,
    /// Until when its label holds.
    pub label_until: String,
    /// What a person needs before saying yes: name of the fact, then the fact.
    pub facts: Vec<(String, String)>,
    /// Where she opens it.
    pub link: String,
    /// The code of its receipt.
    pub receipt: String,
    /// Where the receipt is.
    pub receipt_url: String,
}

impl Words {
    /// The words of what is put before one person; `None` when nothing is.
    #[must_use]
    pub fn of(letter: &Paper, put: &[Put<'_>], note: &str) -> Option<Self> {
        let (lang, facts) = (letter.lang, put.first()?.facts);
        let convention = facts.follow_up.as_ref().and_then(|f| f.referent.service.convention_from);
        let wording = |put: &Put<'_>| Wording::of(put.facts.offer.terms.status, convention, letter.now);
        let asked: Vec<Wording> = put.iter().map(wording).collect();
        // One notice for all of it: the conditional wording as soon as one mission asks for it (G2).
        let strictest = if asked.contains(&Wording::Conditional) { Wording::Conditional } else { Wording::Full };
        let zone = file::zone(&facts.person);
        let step = facts.follow_up.as_ref().and_then(|f| f.next_step.as_ref());
        Some(Self {
            once: letter.t.proposal_once(i64::try_from(put.len()).unwrap_or(i64::MAX)),
            subject: subject(letter, &facts.advisor, put.len()),
            notice: letter.notice_of(strictest, put.len()),
            first_name: facts.person.first_name.clone(),
            advisor: facts.advisor.name.clone(),
            service: facts.advisor.service.name.clone(),
            phone: facts.advisor.service.phone.clone(),
            note: note.trim().to_owned(),
            step: step
                .map(|s| (format!("{}, {}", say::day(s.at, zone, lang), say::hour(s.at, zone, lang)), s.title.clone())),
            missions: put.iter().map(|put| Mission::of(letter, put)).collect(),
        })
    }
}

impl Mission {
    fn of(letter: &Paper, put: &Put<'_>) -> Self {
        Self {
            title: put.facts.offer.terms.title.clone(),
            platform: put.facts.platform.name.clone(),
            label_until: say::date(put.facts.label.until(), chrono_tz::Europe::Paris, letter.lang),
            facts: if letter.aloud { said_of(letter, &put.facts.offer) } else { lines_of(letter, &put.facts.offer) },
            link: put.link.clone(),
            receipt_url: letter.url(&format!("/recepisses/{}", put.receipt)),
            receipt: put.receipt.clone(),
        }
    }
}

/// What is said of it: when, where, for how much and under which status; the rest is on the sheet.
fn said_of(letter: &Paper, offer: &Offer) -> Vec<(String, String)> {
    let (t, terms) = (letter.t, &offer.terms);
    vec![
        (t.fact_when(), slots(letter, offer)),
        (t.fact_where(), place(letter, terms)),
        (t.proposal_pay(), pay(letter, terms)),
        (t.fact_status(), t.word("status", terms.status.as_str())),
    ]
}

fn place(letter: &Paper, terms: &Terms) -> String {
    terms.place.as_ref().map_or_else(|| letter.t.offer_remote(), |p| joined([&p.address, &p.label], ", "))
}

/// What a person needs before saying yes: name of the fact, then the fact.
fn lines_of(letter: &Paper, offer: &Offer) -> Vec<(String, String)> {
    let (t, terms, conditions) = (letter.t, &offer.terms, &offer.terms.conditions);
    let place = place(letter, terms);
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

/// The dates that are still to come.
fn slots(letter: &Paper, offer: &Offer) -> String {
    let (zone, lang) = (offer.terms.zone, letter.lang);
    let open: Vec<_> = offer.slots.iter().filter(|s| s.open_at(letter.now)).collect();
    let said = |s: &&offers::Slot| {
        let day = say::day(s.starts_at, zone, lang);
        if letter.aloud {
            return letter.t.said_when(day, say::hour(s.starts_at, zone, lang), say::hour(s.ends_at, zone, lang));
        }
        format!("{day}, {}", say::hours(s.starts_at, s.ends_at, zone, lang))
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
