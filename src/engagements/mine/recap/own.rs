//! Her own version of a slot: how long she worked, what she was paid, what it cost her. It is hers alone, unless she asks who follows
//! her to note it; the platform's stays beside it, and comes back when she wishes.

use super::desk::Desk;
use crate::db;
use crate::engagements::month::{Amounts, Line};
use crate::engagements::store;
use crate::interests::Interest;
use crate::kernel::{Cents, Id, Lang, RuleError};
use crate::l10n::texts;
use crate::web::signed::ForPerson;
use crate::web::{Error, Fields, Form, Outcome, Page, Signed, say};
use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

/// The form.
#[derive(Template)]
#[template(path = "engagements/own.html")]
struct Correction {
    page: Page,
    fields: Fields,
    /// Where the month is.
    base: String,
    /// Whether who follows her notes it.
    for_her: bool,
    id: String,
    title: String,
    by: String,
    when: String,
    costs: String,
    /// What the mission said.
    proposed: (String, String),
    own: bool,
}

/// The line of this month that is asked for, hers only; and the most minutes that it can hold.
async fn line(desk: &Desk, id: &str) -> Outcome<db::Result<(Line, u32)>> {
    let id: Id<Interest> = id.parse().map_err(|_| Error::NotFound)?;
    Ok(desk.read().await.and_then(|read| {
        let line = read.lines.iter().find(|line| line.interest() == id).ok_or(db::Error::NotFound)?;
        Ok((line.clone(), line.most_minutes(read.lines.iter())))
    }))
}

fn when(line: &Line, lang: Lang) -> String {
    let (zone, slot) = (line.whole.offer.terms.zone, &line.whole.slot);
    let hours = say::hours(slot.starts_at, slot.ends_at, zone, lang);
    format!("{}, {hours}", say::day(slot.starts_at, zone, lang))
}

fn shown(desk: Desk, line: &Line, fields: Fields, status: StatusCode) -> Outcome<HttpResponse> {
    let (terms, lang) = (&line.whole.offer.terms, desk.page.lang);
    let template = Correction {
        base: format!("{}{}", desk.base(), desk.month.word()),
        for_her: desk.is_for_her(),
        id: line.interest().to_string(),
        title: terms.title.clone(),
        by: line.whole.platform.name.clone(),
        when: when(line, lang),
        costs: terms.conditions.costs.clone(),
        proposed: (say::duration(i64::from(line.proposed.minutes), lang), line.proposed.gross.say(lang)),
        own: line.own.is_some(),
        fields,
        page: desk.page,
    };
    template.page.html_with(status, &template)
}

/// `GET /moi/recap/{month}/{interest}`
///
/// # Errors
/// `NotFound` when it is not hers, or not of this month.
pub async fn form(who: Signed<ForPerson>, path: Path<(String, String)>) -> Outcome<HttpResponse> {
    filled(Desk::hers(who, &path.0)?, &path.1).await
}

pub(super) async fn filled(desk: Desk, id: &str) -> Outcome<HttpResponse> {
    let (line, _) = match line(&desk, id).await? {
        Ok(line) => line,
        Err(why) => return desk.away(why),
    };
    let counted = line.counted();
    let mut fields = Fields::default();
    fields.set("heures", format!("{}:{:02}", counted.minutes / 60, counted.minutes % 60));
    fields.set("brut", typed(counted.gross));
    fields.set("frais", typed(counted.fees));
    shown(desk, &line, fields, StatusCode::OK)
}

/// `POST /moi/recap/{month}/{interest}`
///
/// # Errors
/// `NotFound` when it is not hers, or not of this month.
pub async fn set(who: Signed<ForPerson>, path: Path<(String, String)>, Form(fields): Form) -> Outcome<HttpResponse> {
    put(Desk::hers(who, &path.0)?, &path.1, fields).await
}

/// Says that the figures were read back to her, and that she agrees.
const AGREED: &str = "chiffres-accord";

pub(super) async fn put(desk: Desk, id: &str, mut fields: Fields) -> Outcome<HttpResponse> {
    let (line, most) = line(&desk, id).await??;
    let agreed = !desk.is_for_her() || fields.is(AGREED, "oui");
    let missing = (!agreed).then(|| RuleError::invalid("spoken-consent-missing").on(AGREED));
    let own = match (amounts(&fields, most), missing) {
        (Ok(own), None) => own,
        (typed, missing) => {
            let rules: Vec<RuleError> = typed.err().into_iter().flatten().chain(missing).collect();
            fields.refuse(&rules, desk.page.t);
            return shown(desk, &line, fields, StatusCode::UNPROCESSABLE_ENTITY);
        }
    };
    let id = line.interest();
    desk.set(noted(&line, &own), move |tx, now, who| store::set_own(tx, now, who, id, &own)).await?;
    Ok(desk.back("own-saved"))
}

/// What was noted for her, in French, as it was read back to her.
fn noted(line: &Line, own: &Amounts) -> String {
    let (t, lang) = (texts(Lang::Fr), Lang::Fr);
    let hours = say::duration(i64::from(own.minutes), lang);
    let (title, slot) = (&line.whole.offer.terms.title, when(line, lang));
    let said = t.figures_said(title, slot, hours, own.gross.say(lang), own.fees.say(lang));
    t.hours_kept(said)
}

/// `POST /moi/recap/{month}/{interest}/proposition`: what the mission said counts again.
///
/// # Errors
/// `NotFound` when it is not hers, or not of this month.
pub async fn forget(who: Signed<ForPerson>, path: Path<(String, String)>, _form: Form) -> Outcome<HttpResponse> {
    taken_out(Desk::hers(who, &path.0)?, &path.1).await
}

pub(super) async fn taken_out(desk: Desk, id: &str) -> Outcome<HttpResponse> {
    let (line, _) = line(&desk, id).await??;
    let id = line.interest();
    let (t, title) = (texts(Lang::Fr), &line.whole.offer.terms.title);
    let words = t.hours_kept(t.figures_dropped_said(title, when(&line, Lang::Fr)));
    desk.set(words, move |tx, _, who| store::forget_own(tx, who, id)).await?;
    Ok(desk.back("own-forgotten"))
}

/// What was typed, or everything that is wrong with it.
fn amounts(fields: &Fields, most: u32) -> Result<Amounts, Vec<RuleError>> {
    let mut wrong = Vec::new();
    let mut keep = |code, field: &str| wrong.push(RuleError::invalid(code).on(field));
    let minutes = minutes(fields.get("heures"));
    let gross = cents(fields.get("brut"));
    let fees = if fields.get("frais").is_empty() { Some(Cents(0)) } else { cents(fields.get("frais")) };
    if minutes.is_none() {
        keep("own-hours-unreadable", "heures");
    }
    if gross.is_none() {
        keep("own-amount-unreadable", "brut");
    }
    if fees.is_none() {
        keep("own-amount-unreadable", "frais");
    }
    match (minutes, gross, fees) {
        (Some(minutes), Some(gross), Some(fees)) => Amounts::own(minutes, gross, fees, most).map_err(|rule| vec![rule]),
        _ => Err(wrong),
    }
}

/// "4", "4,5", "4:30", "4 h 30" as minutes.
fn minutes(text: &str) -> Option<u32> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_lowercase()).collect();
    if let Some((hours, rest)) = plain.split_once([':', 'h']) {
        let rest = if rest.is_empty() { 0 } else { digits(rest, 2)? };
        let hours = digits(hours, 3)?;
        return (rest < 60).then_some(hours * 60 + rest);
    }
    let hundredths = u32::try_from(cents(&plain)?.0).ok()?;
    Some(hundredths.checked_mul(60)?.checked_add(50)? / 100)
}

fn digits(text: &str, most: usize) -> Option<u32> {
    let plain = !text.is_empty() && text.len() <= most && text.bytes().all(|b| b.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

/// "61,50", "61.5", "1 200 €" as cents.
fn cents(text: &str) -> Option<Cents> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace() && *c != '€').collect();
    let (euros, rest) = plain.split_once([',', '.']).unwrap_or((&plain, ""));
    let rest = match rest.len() {
        0 => 0,
        1 => digits(rest, 1)? * 10,
        _ => digits(rest, 2)?,
    };
    Some(Cents(i64::from(digits(euros, 7)?) * 100 + i64::from(rest)))
}

fn typed(amount: Cents) -> String {
    format!("{},{:02}", amount.0 / 100, (amount.0 % 100).abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_and_amounts_are_read_as_people_write_them() {
        let all = ["4", "4,5", "4.25", "4:30", "4 h 30", "4h", "0"].map(minutes);
        assert_eq!(all, [240, 270, 255, 270, 270, 240, 0].map(Some));
        assert_eq!(["", "h", "4:75", "-1", "quatre", "4:3:0", "99999999"].map(minutes), [None; 7]);
        let all = ["61", "61,5", "61,50", "61.50", "1 200 €", "0"].map(cents);
        assert_eq!(all, [6_100, 6_150, 6_150, 6_150, 120_000, 0].map(|c| Some(Cents(c))));
        assert_eq!(["", "-1", "61,505", "beaucoup", "12345678", ","].map(cents), [None; 6]);
        assert_eq!(cents(&typed(Cents(6_105))), Some(Cents(6_105)));
    }
}
