//! A month as a table for a spreadsheet: one line a slot. What is proposed and her own version stand side by side.

use super::desk::Desk;
use crate::engagements::month::{Amounts, Line};
use crate::kernel::Cents;
use crate::labels::pages::export::cell;
use crate::web::signed::ForPerson;
use crate::web::{Error, Outcome, Page, Signed};
use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};
use actix_web::web::Path;

/// `GET /moi/recap/{month}.csv`
///
/// # Errors
/// `NotFound` when it is no month, or one of more than two years ago.
pub async fn csv(who: Signed<ForPerson>, month: Path<String>) -> Outcome<HttpResponse> {
    handed(Desk::hers(who, &month)?).await
}

pub(super) async fn handed(desk: Desk) -> Outcome<HttpResponse> {
    let lines = match desk.read().await {
        Ok(read) => read.lines,
        Err(why) => return desk.away(why),
    };
    let body = written(&desk.page, &lines).map_err(|e| Error::Internal(e.to_string()))?;
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8; header=present")
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"escale-{}.csv\"", desk.month.word())))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(body))
}

fn written(page: &Page, lines: &[Line]) -> ::csv::Result<Vec<u8>> {
    let t = page.t;
    let mut out = ::csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    // A spreadsheet reads accents by this mark.
    let platform = format!("\u{feff}{}", t.recap_platform());
    let titles = [
        platform,
        t.recap_mission(),
        t.recap_status(),
        t.recap_begins(),
        t.recap_ends(),
        t.recap_minutes(),
        t.recap_gross(),
        t.recap_fees(),
        t.recap_left(),
        t.recap_version(),
        t.recap_minutes_proposed(),
        t.recap_gross_proposed(),
    ];
    out.write_record(&titles)?;
    for line in lines {
        out.write_record(record(page, line))?;
    }
    out.into_inner().map_err(|e| e.into_error().into())
}

fn record(page: &Page, line: &Line) -> Vec<String> {
    let (terms, slot) = (&line.whole.offer.terms, &line.whole.slot);
    let local = |at: crate::kernel::Instant| at.with_timezone(&terms.zone).format("%Y-%m-%d %H:%M").to_string();
    let Amounts { minutes, gross, fees } = line.counted();
    let version = if line.own.is_some() { page.t.recap_own() } else { page.t.recap_proposed() };
    vec![
        cell(&line.whole.platform.name),
        cell(&terms.title),
        page.word("status", terms.status.as_str()),
        local(slot.starts_at),
        local(slot.ends_at),
        minutes.to_string(),
        euros(gross),
        euros(fees),
        euros(line.counted().left()),
        version,
        line.proposed.minutes.to_string(),
        euros(line.proposed.gross),
    ]
}

/// "61,50": as spreadsheets of the country read it.
fn euros(amount: Cents) -> String {
    format!("{},{:02}", amount.0 / 100, (amount.0 % 100).abs())
}
