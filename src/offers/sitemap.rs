//! For search engines: what may be read, and the addresses of the missions that are visible now, nothing else (I1, I10).
//! Missions are pages with their notice, never "job postings" that an engine would show as job offers (I7).

use crate::kernel::secret;
use crate::web::{Error, Outcome, Shared};
use actix_web::HttpResponse;
use actix_web::web::Path;
use std::fmt::Write;
use uuid::Uuid;

/// Addresses in one file, at most (sitemaps.org).
const MOST: usize = 50_000;
/// Pages that are always there.
const PAGES: [&str; 6] = ["/", "/missions", "/missions/carte", "/plateformes", "/mes-droits", "/accessibilite"];
/// Places where nobody has anything to read without an account.
const PRIVATE: [&str; 10] = [
    "/moi",
    "/agenda",
    "/signalements",
    "/conseil",
    "/plateforme/",
    "/organisme-label",
    "/admin",
    "/connexion",
    "/missions/direct",
    "/recepisses",
];

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
const SPACE: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

/// `GET /robots.txt`
pub async fn robots(app: Shared) -> HttpResponse {
    let mut text = "User-agent: *\n".to_owned();
    for path in PRIVATE {
        let _ = writeln!(text, "Disallow: {path}\nDisallow: /en{path}");
    }
    let _ = writeln!(text, "Sitemap: {}/sitemap.xml", app.base_url());
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(text)
}

/// `GET /sitemap.xml`: the list of the files below.
///
/// # Errors
/// `Unavailable` while the board is being loaded.
pub async fn index(app: Shared) -> Outcome<HttpResponse> {
    let files = visible(&app).await?.len().div_ceil(MOST).max(1);
    let mut text = format!("{HEAD}<sitemapindex {SPACE}>\n");
    for n in 1..=files {
        let _ = writeln!(text, "<sitemap><loc>{}/sitemap-{n}.xml</loc></sitemap>", app.base_url());
    }
    text.push_str("</sitemapindex>\n");
    Ok(xml(text))
}

/// `GET /sitemap-{n}.xml`: at most 50,000 addresses; the first file also holds the pages that are always there.
///
/// # Errors
/// `NotFound`; `Unavailable` while the board is being loaded.
pub async fn file(app: Shared, n: Path<usize>) -> Outcome<HttpResponse> {
    let ids = visible(&app).await?;
    let n = n.checked_sub(1).ok_or(Error::NotFound)?;
    let part = ids.chunks(MOST).nth(n);
    if part.is_none() && n > 0 {
        return Err(Error::NotFound);
    }
    let mut text = format!("{HEAD}<urlset {SPACE}>\n");
    let base = app.base_url();
    for page in PAGES.iter().filter(|_| n == 0) {
        let _ = writeln!(text, "<url><loc>{base}{page}</loc></url>");
    }
    for id in part.unwrap_or_default() {
        let _ = writeln!(text, "<url><loc>{base}/missions/{id}</loc></url>");
    }
    text.push_str("</urlset>\n");
    Ok(xml(text))
}

/// Identities of the visible missions, in order.
async fn visible(app: &Shared) -> Outcome<Vec<Uuid>> {
    if !app.ready() {
        return Err(Error::Unavailable("the board is being loaded".into()));
    }
    let app = app.clone();
    let ids = actix_web::web::block(move || {
        let mut ids: Vec<Uuid> = app.board().visible_ids(app.now().seconds()).collect();
        ids.sort_unstable();
        ids
    });
    ids.await.map_err(|e| Error::Internal(e.to_string()))
}

fn xml(text: String) -> HttpResponse {
    let tag = secret::hex(&secret::sha256(&text)[..12]);
    HttpResponse::Ok()
        .content_type("application/xml; charset=utf-8")
        .insert_header(("Cache-Control", "no-cache"))
        .insert_header(("ETag", format!("W/\"{tag}\"")))
        .body(text)
}
