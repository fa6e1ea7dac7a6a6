//! Static files are in the binary; each is compressed once, at the first request (brotli, else gzip), and named by the hash
//! of its bytes in the pages (`?v=`), so that browsers may keep it for a year.

use crate::kernel::secret;
use crate::web::pack::{Coding, takes};
use crate::web::{Error, Outcome};
use actix_web::http::header::{ACCEPT_ENCODING, ETAG, IF_NONE_MATCH};
use actix_web::web::{Bytes, Path};
use actix_web::{HttpRequest, HttpResponse};
use rust_embed::RustEmbed;
use std::collections::HashMap;
use std::sync::LazyLock;

/// The script that shows notices on a device.
const WORKER: &str = "js/push-worker.js";

#[derive(RustEmbed)]
#[folder = "static/"]
struct Files;

struct Asset {
    plain: Bytes,
    brotli: Option<Bytes>,
    gzip: Option<Bytes>,
    mime: &'static str,
    version: String,
}

static ASSETS: LazyLock<HashMap<String, Asset>> = LazyLock::new(|| {
    let mut assets: HashMap<String, Asset> = Files::iter()
        .filter(|name| !name.starts_with("css/"))
        .filter_map(|name| Files::get(&name).map(|f| (name.to_string(), asset(&name, f.data.into_owned()))))
        .collect();
    assets.insert("app.css".to_owned(), asset("app.css", stylesheet()));
    assets
});

/// The style sheet: its layers in order, then each component.
fn stylesheet() -> Vec<u8> {
    let mut names: Vec<String> = ["tokens", "reset", "base", "layout"].iter().map(|n| format!("css/{n}.css")).collect();
    let mut components: Vec<String> =
        Files::iter().filter(|n| n.starts_with("css/components/")).map(|n| n.to_string()).collect();
    components.sort_unstable();
    names.append(&mut components);
    names.iter().filter_map(|n| Files::get(n)).flat_map(|f| f.data.into_owned().into_iter().chain([b'\n'])).collect()
}

fn asset(name: &str, plain: Vec<u8>) -> Asset {
    let mime = match name.rsplit_once('.').map(|(_, ext)| ext) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("webmanifest") => "application/manifest+json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
    let version = secret::hex(&secret::sha256(&String::from_utf8_lossy(&plain))[..6]);
    let gzip = Coding::Gzip.pack(&plain).map(Bytes::from);
    Asset { brotli: brotli(&plain).map(Bytes::from), gzip, plain: Bytes::from(plain), mime, version }
}

fn brotli(plain: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 10, ..Default::default() };
    brotli::BrotliCompress(&mut &plain[..], &mut out, &params).ok()?;
    (out.len() < plain.len()).then_some(out)
}

/// The style sheet's version, for its address.
#[must_use]
pub fn version(name: &str) -> &'static str {
    ASSETS.get(name).map_or("0", |a| a.version.as_str())
}

/// Sends a static file.
///
/// # Errors
/// `NotFound`.
pub async fn file(req: HttpRequest, name: Path<String>) -> Outcome<HttpResponse> {
    let asset = ASSETS.get(name.as_str()).ok_or(Error::NotFound)?;
    let tag = format!("\"{}\"", asset.version);
    let header = |name| req.headers().get(name).and_then(|v| v.to_str().ok()).unwrap_or("");
    if header(IF_NONE_MATCH) == tag {
        return Ok(HttpResponse::NotModified().insert_header((ETAG, tag)).finish());
    }
    let forever = req.query_string().strip_prefix("v=") == Some(&asset.version);
    let cache = if forever { "public, max-age=31536000, immutable" } else { "public, max-age=3600" };
    let mut answer = HttpResponse::Ok();
    answer.content_type(asset.mime).insert_header((ETAG, tag)).insert_header(("Cache-Control", cache));
    if name.as_str() == WORKER {
        // It shows notices for the whole site, from wherever they were asked for.
        answer.insert_header(("Service-Worker-Allowed", "/"));
    }
    let accepted = header(ACCEPT_ENCODING);
    let (coding, bytes) = match (&asset.brotli, &asset.gzip) {
        (Some(bytes), _) if takes(accepted, "br") => ("br", bytes),
        (_, Some(bytes)) if takes(accepted, "gzip") => ("gzip", bytes),
        _ => ("identity", &asset.plain),
    };
    Ok(answer.insert_header(("Content-Encoding", coding)).body(bytes.clone()))
}
