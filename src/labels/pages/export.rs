//! The register as open data: one line a platform, or one line a decision. Instants are RFC 3339, in UTC.

use crate::kernel::Instant;
use crate::labels::LabelDecision;
use crate::labels::pages::{Listed, listed};
use crate::web::{Error, Outcome, Shared, say};
use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION};

const PLATFORMS: [&str; 6] = ["platform", "siren", "state", "since", "until", "decisions"];
const DECISIONS: [&str; 10] = [
    "platform",
    "siren",
    "decision",
    "decided_at",
    "effective_at",
    "until",
    "reason",
    "author",
    "authority",
    "appeal_until",
];

/// `GET /plateformes.csv`: every platform that ever asked, with its state now.
///
/// # Errors
/// What the database says.
pub async fn platforms(app: Shared) -> Outcome<HttpResponse> {
    let now = app.now();
    let list = app.read(move |conn| listed(conn, now)).await?;
    let line = |(platform, label): &Listed| {
        let state = label.state_at(now);
        let (since, until) = state.span();
        let count = label.decisions().len().to_string();
        vec![cell(&platform.name), platform.siren.clone(), state.word().to_owned(), at(since), at(until), count]
    };
    answer("plateformes.csv", &PLATFORMS, list.iter().map(line))
}

/// `GET /plateformes/decisions.csv`: every decision, oldest first for each platform.
///
/// # Errors
/// What the database says.
pub async fn decisions(app: Shared) -> Outcome<HttpResponse> {
    let now = app.now();
    let list = app.read(move |conn| listed(conn, now)).await?;
    let lines = list.iter().flat_map(|listed| listed.1.decisions().iter().map(move |d| line(listed, d)));
    answer("decisions.csv", &DECISIONS, lines)
}

fn line((platform, _): &Listed, d: &LabelDecision) -> Vec<String> {
    vec![
        cell(&platform.name),
        platform.siren.clone(),
        d.kind.as_str().to_owned(),
        at(Some(d.decided_at)),
        at(Some(d.effective_at)),
        at(d.until),
        cell(&d.reason),
        cell(&d.author),
        cell(&d.authority),
        at(d.appeal_until),
    ]
}

fn answer(name: &str, header: &[&str], lines: impl Iterator<Item = Vec<String>>) -> Outcome<HttpResponse> {
    let body = written(header, lines).map_err(|e| Error::Internal(e.to_string()))?;
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8; header=present")
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .insert_header((CACHE_CONTROL, "no-cache"))
        .body(body))
}

fn written(header: &[&str], lines: impl Iterator<Item = Vec<String>>) -> csv::Result<Vec<u8>> {
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(header)?;
    for line in lines {
        out.write_record(line)?;
    }
    out.into_inner().map_err(|e| e.into_error().into())
}

fn at(instant: Option<Instant>) -> String {
    instant.map(say::machine).unwrap_or_default()
}

/// Text that a spreadsheet would run as a formula is marked as text.
#[must_use]
pub fn cell(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_quoted_when_it_must_and_never_runs_as_a_formula() {
        let lines =
            vec![vec![cell("A, B"), cell("=1+1")], vec![cell("d’un « mot »"), at(Some(Instant::from_micros(0)))]];
        let body = String::from_utf8(written(&["a", "b"], lines.into_iter()).unwrap()).unwrap();
        assert_eq!(body, "a,b\n\"A, B\",'=1+1\nd’un « mot »,1970-01-01T00:00:00Z\n");
    }
}
