//! Places as they are typed: the suggestions of the *Où ?* field.

use crate::geo::communes;
use crate::web::{Outcome, Page, form};
use actix_web::HttpResponse;
use serde_json::json;

/// `GET /communes?q=`: at most eight communes, most likely first.
///
/// # Errors
/// None.
pub async fn suggest(page: Page) -> Outcome<HttpResponse> {
    let fields = form::query(&page.query);
    let typed: String = fields.get("q").chars().take(60).collect();
    let found: Vec<_> = communes::suggest(&typed, 8)
        .into_iter()
        .map(|c| json!({ "value": c.insee, "label": communes::label(c) }))
        .collect();
    Ok(HttpResponse::Ok().insert_header(("Cache-Control", "public, max-age=3600")).json(found))
}
