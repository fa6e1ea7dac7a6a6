//! The language is in the address: nothing for French, `/en` for English. It is taken off before routing, so that each
//! route is written once.

use crate::kernel::Lang;
use actix_web::body::{self, BodySize, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, Uri};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpRequest};

/// Takes the language off the path.
///
/// # Errors
/// What the page says.
pub async fn take_off(
    mut req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let lang = match req.path().strip_prefix("/en") {
        Some(rest) if rest.is_empty() || rest.starts_with('/') => {
            rewrite(&mut req);
            Lang::En
        }
        _ => Lang::Fr,
    };
    req.extensions_mut().insert(lang);
    // HEAD is GET without its body (RFC 9110): routed as one, and the server leaves the body out.
    let bodiless = req.method() == Method::HEAD;
    if bodiless {
        req.head_mut().method = Method::GET;
    }
    let response = next.call(req).await?;
    Ok(response.map_body(|_, body| match body.size() {
        // A stream has no end to wait for.
        BodySize::Stream if bodiless => EitherBody::right(body::None::new()),
        _ => EitherBody::left(body),
    }))
}

fn rewrite(req: &mut ServiceRequest) {
    let whole = req.uri().path_and_query().map_or("/", |p| p.as_str());
    let rest = whole.strip_prefix("/en").unwrap_or(whole);
    let rest = if rest.starts_with('/') { rest.to_owned() } else { format!("/{rest}") };
    if let Ok(uri) = rest.parse::<Uri>() {
        req.match_info_mut().get_mut().update(&uri);
        req.head_mut().uri = uri;
    }
}

/// The language of a request.
#[must_use]
pub fn of(req: &HttpRequest) -> Lang {
    req.extensions().get::<Lang>().copied().unwrap_or(Lang::Fr)
}
