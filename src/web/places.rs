//! Places as they are typed: the suggestions of the *Où ?* field. The same for everyone: no session is looked at.

use crate::geo::communes;
use crate::web::form;
use actix_web::{HttpRequest, HttpResponse};
use serde_json::json;

/// `GET /communes?q=`: at most eight communes, most likely first.
pub async fn suggest(req: HttpRequest) -> HttpResponse {
    let fields = form::query(req.query_string());
    let typed: String = fields.get("q").chars().take(60).collect();
    let found: Vec<_> = communes::suggest(&typed, 8)
        .into_iter()
        .map(|c| json!({ "value": c.insee, "label": communes::label(c) }))
        .collect();
    HttpResponse::Ok().insert_header(("Cache-Control", "public, max-age=3600")).json(found)
}
