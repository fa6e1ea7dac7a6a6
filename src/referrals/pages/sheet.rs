//! For a person offline: the proposal on a sheet to hand over, in large type, notice first, with a code to scan and a phone to
//! call; and a text that fits one SMS. Both are made from the mission as it is now: nothing is printed of one that may not be
//! shown.

use crate::db;
use crate::follow_ups;
use crate::kernel::Id;
use crate::letters::Paper;
use crate::offers;
use crate::referrals::letters::{Facts, Put, Words, facts};
use crate::referrals::pages::Asked;
use crate::referrals::pages::person::shown;
use crate::referrals::sheet::{Qr, SMS_MAX, Sms, gsm_len};
use crate::referrals::{Referral, State, store};
use crate::web::signed::ForAdvisor;
use crate::web::{Error, Outcome, Page, Signed, say};
use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

/// The sheet.
#[derive(Template)]
#[template(path = "referrals/sheet.html")]
struct Sheet {
    page: Page,
    /// What is handed over is written on it.
    letter: Paper,
    person: String,
    name: String,
    /// As in the letter, with the public address of the mission instead of her own link.
    words: Words,
    qr: Option<Qr>,
    /// The address of the mission as one types it.
    short: String,
    sms: String,
    sms_length: usize,
}

/// `GET /conseil/personnes/{id}/propositions/{referral}/fiche`
///
/// # Errors
/// `NotFound` without a mandate, or when it is not before this person; `mandate-ended`.
pub async fn show(who: Signed<ForAdvisor>, path: Path<(String, String)>) -> Outcome<HttpResponse> {
    let (person, referral) = path.into_inner();
    let asked = Asked::of(&who, &person)?;
    let referral: Id<Referral> = referral.parse().map_err(|_| Error::NotFound)?;
    let read = who.app.write(move |tx, now| {
        let held = asked.mandate(tx, now)?;
        let referral = store::by_id(tx, referral)?;
        if referral.person != held.person() {
            return Err(db::Error::NotFound);
        }
        follow_ups::actions::note_look(tx, now, &held)?;
        if referral.state != State::Proposed {
            return Err(crate::kernel::RuleError::gone("referral-closed").into());
        }
        Ok((facts(tx, now, referral.advisor, referral.person, referral.offer)?, referral))
    });
    match read.await {
        Ok((facts, referral)) => {
            let template = sheet(who.page, &facts, &referral)?;
            template.page.html(&template)
        }
        Err(db::Error::Rules(rules)) => shown(who.page, asked, 1, rules.first()).await,
        Err(other) => Err(other.into()),
    }
}

/// In her language, and in plainer sentences when she asked who follows her for them.
fn sheet(page: Page, facts: &Facts, referral: &Referral) -> Outcome<Sheet> {
    let paper = Paper::new(&page.app, facts.lang).plainly(facts.plain);
    let link = paper.url(&format!("/missions/{}", facts.offer.id));
    let short = paper.url(&offers::code::path(facts.offer.id.uuid()));
    // Nobody types the scheme.
    let short = short.split_once("://").map_or(short.as_str(), |(_, rest)| rest).to_owned();
    let sms = sms(&paper, facts, &short);
    let qr = Qr::of(&link);
    let put = Put { facts, link, receipt: referral.receipt.clone() };
    Ok(Sheet {
        person: facts.person.id.to_string(),
        name: facts.person.name(),
        words: Words::of(&paper, &[put], &referral.note).ok_or(Error::NotFound)?,
        qr,
        short,
        sms_length: gsm_len(&sms).unwrap_or(SMS_MAX),
        sms,
        letter: paper,
        page,
    })
}

/// The text of an SMS, in her language: the notice, the mission, whose it is, when, how to say yes, and where to read it all.
fn sms(paper: &Paper, facts: &Facts, link: &str) -> String {
    let slot = facts.offer.first_open(paper.now).or_else(|| facts.offer.slots.first());
    let when = slot.map_or_else(String::new, |s| {
        let local = s.starts_at.with_timezone(&facts.offer.terms.zone);
        format!("{}, {}", local.format("%d/%m"), say::hour(s.starts_at, facts.offer.terms.zone, paper.lang))
    });
    let (notice, yes) = (paper.t.notice_short(), paper.t.sheet_sms_yes(&facts.advisor.service.phone));
    let (title, platform) = (&facts.offer.terms.title, &facts.platform.name);
    Sms { notice: &notice, title, platform, when: &when, yes: &yes, link }.text()
}
