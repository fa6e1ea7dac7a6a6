//! The way in: the browser's secret, and where a sign-in leads: a path of ours, told in general words only.

use crate::accounts::local_path;
use crate::kernel::{Email, secret};
use crate::web::page::BROWSER_COOKIE;
use crate::web::{Error, Outcome, Page};
use actix_web::http::header::{CACHE_CONTROL, HeaderValue, REFERRER_POLICY};
use actix_web::{HttpRequest, HttpResponse};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// The secret of a browser that asked for a letter.
pub(super) fn browser(req: &HttpRequest) -> Option<String> {
    req.cookie(BROWSER_COOKIE).map(|c| c.value().to_owned()).filter(|v| v.len() == 129)
}

/// The browser's secret for an address: the one it has when the same address asks again, so that the letter before still
/// opens; a new one otherwise, so that nothing asked for one address tells whether another is known.
pub(super) fn browser_for(page: &Page, req: &HttpRequest, email: &Email) -> Outcome<String> {
    let bound = |nonce: &str| format!("browser:{nonce}:{}", email.as_str());
    let key = &page.app.config.secret;
    let same = |value: &String| {
        value.split_once('.').is_some_and(|(nonce, tag)| secret::same(&secret::mac(key, &bound(nonce)), tag))
    };
    if let Some(kept) = browser(req).filter(same) {
        return Ok(kept);
    }
    let nonce = secret::token().map_err(|e| Error::Internal(e.to_string()))?;
    Ok(format!("{nonce}.{}", secret::mac(key, &bound(&nonce))))
}

/// An address that holds a secret is neither kept nor told to the next page.
pub(super) fn discreet(mut answer: HttpResponse) -> HttpResponse {
    answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer.headers_mut().insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    answer
}

/// Where to go once signed in: a path of ours without its language; empty when it is not one.
pub(super) fn destination(typed: &str) -> String {
    let path = typed.strip_prefix("/en").filter(|rest| rest.starts_with('/')).unwrap_or(typed);
    let ours =
        local_path(path) == path && path.bytes().all(|b| b.is_ascii_graphic()) && !path.starts_with("/connexion");
    if ours { path.to_owned() } else { String::new() }
}

/// The address of a page that leads further once signed in.
pub(super) fn onwards(path: &str, goes_to: &str) -> String {
    match goes_to {
        "" => path.to_owned(),
        _ => format!("{path}?vers={}", utf8_percent_encode(goes_to, NON_ALPHANUMERIC)),
    }
}

/// Where a link leads, in general words.
pub(super) fn leads(path: &str) -> &'static str {
    let mut parts = path.split(['/', '?']).skip(1);
    match (parts.next(), parts.next()) {
        (Some("moi"), Some("propositions")) => "proposal",
        (Some("moi"), _) => "space",
        (Some("missions"), Some(_)) => "offer",
        (Some("conseil" | "plateforme" | "organisme-label" | "admin"), _) => "work",
        _ => "site",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_destination_is_a_path_of_ours_without_its_language() {
        assert_eq!(destination("/moi/missions?x=1"), "/moi/missions?x=1");
        assert_eq!(destination("/en/moi"), "/moi");
        assert_eq!(onwards("/connexion", "/moi?x=1"), "/connexion?vers=%2Fmoi%3Fx%3D1");
        for wrong in [
            "",
            "moi",
            "//evil.example",
            "/en//evil.example",
            "/\t/evil.example",
            "/\\evil",
            "/a\r\nb",
            "/é",
            "/connexion/code",
        ] {
            assert_eq!(destination(wrong), "", "{wrong:?}");
        }
    }

    #[test]
    fn a_link_says_where_it_leads_in_general_words() {
        let said =
            ["/moi", "/moi/propositions/1", "/missions/1", "/missions", "/conseil", "/plateformes", "/"].map(leads);
        assert_eq!(said, ["space", "proposal", "offer", "site", "work", "site", "site"]);
    }
}
