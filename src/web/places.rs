//! Places and occupations as they are typed: the suggestions of their fields. The same for everyone: no session is looked at.

use crate::geo::{communes, occupations};
use crate::web::Shared;
use crate::web::form;
use actix_web::{HttpRequest, HttpResponse};
use serde_json::json;

/// Characters that are read.
const TYPED_MAX: usize = 60;
/// Suggestions given.
const SUGGESTED: usize = 8;

/// `GET /communes?q=`: at most eight communes, most likely first.
pub async fn suggest(req: HttpRequest) -> HttpResponse {
    let fields = form::query(req.query_string());
    let typed: String = fields.get("q").chars().take(TYPED_MAX).collect();
    let found: Vec<_> = communes::suggest(&typed, SUGGESTED)
        .into_iter()
        .map(|c| json!({ "value": c.insee, "label": communes::label(c) }))
        .collect();
    HttpResponse::Ok().insert_header(("Cache-Control", "public, max-age=3600")).json(found)
}

/// `GET /metiers?q=`: at most eight occupations, most likely first; of two that are called the same, first the one that has
/// missions now.
pub async fn occupations(req: HttpRequest, app: Shared) -> HttpResponse {
    let fields = form::query(req.query_string());
    let typed: String = fields.get("q").chars().take(TYPED_MAX).collect();
    let (board, now) = (app.board(), app.now().seconds());
    let found: Vec<_> = occupations::suggest(&typed, SUGGESTED, |code| board.has_occupation(code, now))
        .into_iter()
        .map(|found| json!({ "value": found.code, "label": found.label }))
        .collect();
    HttpResponse::Ok().insert_header(("Cache-Control", "public, max-age=300")).json(found)
}
