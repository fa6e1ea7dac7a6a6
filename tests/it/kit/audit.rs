//! What every page owes its readers, checked on every page that any test fetches.

use crate::kit::client::{Page, css};
use scraper::{ElementRef, Html};

pub fn page(page: &Page) {
    let html = page.html();
    let at = |what: &str| format!("{what} on {}\n{}", page.url, page.body.chars().take(1_500).collect::<String>());
    let title: String = html.select(&css("title")).flat_map(|t| t.text()).collect();
    assert!(
        !title.trim().trim_start_matches('·').trim().is_empty() && !title.trim().starts_with('·'),
        "{}",
        at("no title")
    );
    assert_eq!(html.select(&css("h1")).count(), 1, "{}", at("not exactly one h1"));
    assert!(html.select(&css("html[lang]")).next().is_some(), "{}", at("no language"));
    assert_eq!(html.select(&css("script:not([src]), [style], [onclick], style")).count(), 0, "{}", at("inline code"));
    assert!(page.header("content-security-policy").is_some_and(|c| !c.contains("unsafe")), "{}", at("no CSP"));
    headings(&html, page);
    labels(&html, page);
    forms(&html, page);
    notice(&html, page);
    language(&html, page);
}

/// Headings go down one step at a time.
fn headings(html: &Html, page: &Page) {
    let mut last = 0;
    for h in html.select(&css("h1, h2, h3, h4")) {
        let level: u8 = h.value().name()[1..].parse().unwrap();
        assert!(level <= last + 1, "heading {level} after {last} on {}: {:?}", page.url, h.text().collect::<String>());
        last = level;
    }
}

fn labels(html: &Html, page: &Page) {
    for field in html.select(&css("input, select, textarea")) {
        let kind = field.attr("type").unwrap_or("text");
        if ["hidden", "submit"].contains(&kind) {
            continue;
        }
        let by_for =
            field.attr("id").is_some_and(|id| html.select(&css(&format!("label[for='{id}']"))).next().is_some());
        let wrapped = field.ancestors().filter_map(ElementRef::wrap).any(|a| a.value().name() == "label");
        let named = field.attr("aria-label").is_some() || field.attr("aria-labelledby").is_some();
        assert!(by_for || wrapped || named, "field {:?} has no label on {}", field.attr("name"), page.url);
    }
    for image in html.select(&css("img")) {
        assert!(image.attr("alt").is_some(), "image without alt on {}", page.url);
    }
}

fn forms(html: &Html, page: &Page) {
    for form in html.select(&css("form[method=post]")) {
        let token = form.select(&css("input[name=_token]")).next().and_then(|t| t.attr("value")).unwrap_or("");
        assert_eq!(token.len(), 64, "a form without its token on {}", page.url);
    }
}

/// I5: every rendering of an offer carries the notice.
fn notice(html: &Html, page: &Page) {
    for offer in html.select(&css("[data-offer]")) {
        assert!(
            offer.select(&css("[data-notice]")).next().is_some() || offer.select(&css(".notice")).next().is_some(),
            "I5: an offer without the notice on {}",
            page.url
        );
    }
}

/// On an English page, every link of ours stays in English.
fn language(html: &Html, page: &Page) {
    if html.select(&css("html[lang=en]")).next().is_none() {
        return;
    }
    for link in html.select(&css("a[href^='/']:not([hreflang])")) {
        let href = link.attr("href").unwrap();
        let ours = href.starts_with("/en")
            || href.starts_with("/static/")
            || href.starts_with("/api/v1")
            || href.ends_with(".csv")
            || href.starts_with("/.well-known");
        assert!(ours, "a link to {href} leaves English on {}", page.url);
    }
}

/// What a form would send as it stands.
pub fn fields(form: ElementRef<'_>) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for field in form.select(&css("input[name], select[name], textarea[name]")) {
        let name = field.attr("name").unwrap().to_owned();
        match field.value().name() {
            "select" => {
                let chosen =
                    field.select(&css("option[selected]")).next().or_else(|| field.select(&css("option")).next());
                let value = chosen.map(|o| o.attr("value").map_or_else(|| o.text().collect(), str::to_owned));
                out.push((name, value.unwrap_or_default()));
            }
            "textarea" => out.push((name, field.text().collect())),
            _ => {
                let kind = field.attr("type").unwrap_or("text");
                let ticked = !["checkbox", "radio"].contains(&kind) || field.attr("checked").is_some();
                if ticked {
                    out.push((
                        name,
                        field.attr("value").unwrap_or(if kind == "checkbox" { "on" } else { "" }).to_owned(),
                    ));
                }
            }
        }
    }
    out
}
