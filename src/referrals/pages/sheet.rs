//! For a person offline: the proposal on a sheet to hand over, in large type, notice first, with a code to scan and a phone to
//! call; and a text that fits one SMS. Both are made from the mission as it is now: nothing is printed of one that may not be
//! shown.

use crate::db;
use crate::follow_ups;
use crate::follow_ups::pages::file::zone;
use crate::kernel::Id;
use crate::letters::Paper;
use crate::offers::notice::Wording;
use crate::referrals::letters::{Facts, facts, lines_of};
use crate::referrals::pages::Asked;
use crate::referrals::pages::confirm::SAME_LOOK;
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
    wording: Wording,
    person: String,
    name: String,
    advisor: String,
    service: String,
    phone: String,
    title: String,
    platform: String,
    label_until: String,
    facts: Vec<(String, String)>,
    note: String,
    step: Option<(String, String)>,
    address: String,
    qr: Option<Qr>,
    receipt: String,
    receipt_address: String,
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
        if !follow_ups::store::looked_since(tx, &held, now - SAME_LOOK)? {
            follow_ups::actions::note_look(tx, now, &held)?;
        }
        if referral.state != State::Proposed {
            return Err(crate::kernel::RuleError::gone("referral-closed").into());
        }
        Ok((facts(tx, now, referral.advisor, referral.person, referral.offer)?, referral))
    });
    match read.await {
        Ok((facts, referral)) => who.page.show(|page| sheet(page, &facts, &referral)),
        Err(db::Error::Rules(rules)) => shown(who.page, asked, 1, rules.first()).await,
        Err(other) => Err(other.into()),
    }
}

fn sheet(page: Page, facts: &Facts, referral: &Referral) -> Sheet {
    let paper = Paper::new(&page.app, page.lang);
    let terms = &facts.offer.terms;
    let convention = facts.follow_up.as_ref().and_then(|f| f.referent.service.convention_from);
    let (address, receipt_address) = (
        page.whole(&format!("/missions/{}", facts.offer.id)),
        page.whole(&format!("/recepisses/{}", referral.receipt)),
    );
    let sms = sms(&page, facts, &receipt_address);
    let step = facts.follow_up.as_ref().and_then(|f| f.next_step.as_ref());
    let zone = zone(&facts.person);
    Sheet {
        wording: Wording::of(terms.status, convention, page.now),
        person: facts.person.id.to_string(),
        name: facts.person.name(),
        advisor: facts.advisor.name.clone(),
        service: facts.advisor.service.name.clone(),
        phone: facts.advisor.service.phone.clone(),
        title: terms.title.clone(),
        platform: facts.platform.name.clone(),
        label_until: page.date(&facts.label.until()),
        facts: lines_of(&paper, &facts.offer),
        note: referral.note.clone(),
        step: step.map(|s| {
            (format!("{}, {}", say::day(s.at, zone, page.lang), say::hour(s.at, zone, page.lang)), s.title.clone())
        }),
        qr: Qr::of(&address),
        address,
        receipt: referral.receipt.clone(),
        receipt_address,
        sms_length: gsm_len(&sms).unwrap_or(SMS_MAX),
        sms,
        page,
    }
}

/// The text of an SMS, in her language or the reader's: the notice, the mission, when, and where to read it all.
fn sms(page: &Page, facts: &Facts, link: &str) -> String {
    let slot = facts.offer.slots.iter().find(|s| s.open_at(page.now)).or_else(|| facts.offer.slots.first());
    let when = slot.map_or_else(String::new, |s| {
        let local = s.starts_at.with_timezone(&facts.offer.terms.zone);
        format!("{}, {}", local.format("%d/%m"), say::hour(s.starts_at, facts.offer.terms.zone, page.lang))
    });
    let (notice, phone) = (page.t.notice_short(), &facts.advisor.service.phone);
    Sms { notice: &notice, title: &facts.offer.terms.title, when: &when, link, phone }.text()
}
