//! A reader without JavaScript: follows the links and submits the forms that it finds in the page, so that a missing
//! field or token fails by itself. Every page that it gets is audited.

use crate::kit::audit;
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeMap;

pub struct Client {
    pub base: String,
    agent: ureq::Agent,
    cookies: BTreeMap<String, String>,
    pub headers: Vec<(String, String)>,
}

pub struct Page {
    pub url: String,
    pub status: u16,
    pub body: String,
    pub headers: Vec<(String, String)>,
}

pub fn css(selector: &str) -> Selector {
    Selector::parse(selector).unwrap()
}

pub fn encode(text: &str) -> String {
    text.bytes()
        .map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A body as it was before it was packed.
fn unpacked(raw: Vec<u8>, coding: Option<&str>) -> String {
    let plain = match coding {
        Some("zstd") => zstd::bulk::decompress(&raw, 10_000_000).unwrap(),
        Some("gzip") => {
            let mut plain = Vec::new();
            std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(&raw[..]), &mut plain).unwrap();
            plain
        }
        _ => raw,
    };
    String::from_utf8(plain).unwrap_or_default()
}

impl Client {
    pub fn new(base: String) -> Self {
        // The server ends a connection that has been idle for five seconds: it is not taken up again near that time.
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_idle_age(std::time::Duration::from_secs(2))
            .build()
            .into();
        Self { base, agent, cookies: BTreeMap::new(), headers: vec![] }
    }

    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    pub fn cookie(&self, name: &str) -> Option<&String> {
        self.cookies.get(name)
    }

    /// Gets a page, following redirections.
    pub fn get(&mut self, path: &str) -> Page {
        self.send("GET", path, None, "")
    }

    pub fn send(&mut self, method: &str, path: &str, body: Option<&str>, kind: &str) -> Page {
        let mut page = self.once(method, path, body, kind);
        for _ in 0..5 {
            let Some(to) = page.header("location").filter(|_| (301..=303).contains(&page.status)) else { break };
            let to = to.to_owned();
            page = self.once("GET", &to, None, "");
        }
        page
    }

    /// One request, no redirection followed.
    pub fn once(&mut self, method: &str, path: &str, body: Option<&str>, kind: &str) -> Page {
        let url = if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.base) };
        let mut request = ureq::http::Request::builder().method(method).uri(&url);
        if !self.cookies.is_empty() {
            let all: Vec<_> = self.cookies.iter().map(|(k, v)| format!("{k}={v}")).collect();
            request = request.header("Cookie", all.join("; "));
        }
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        if !kind.is_empty() {
            request = request.header("Content-Type", kind);
        }
        let sent = match body {
            Some(text) => self.agent.run(request.body(text.to_owned()).unwrap()),
            None => self.agent.run(request.body(()).unwrap()),
        };
        let mut response = sent.unwrap_or_else(|e| panic!("{method} {url}: {e}"));
        let headers: Vec<(String, String)> =
            response.headers().iter().map(|(k, v)| (k.to_string(), v.to_str().unwrap_or("").to_owned())).collect();
        for (_, cookie) in headers.iter().filter(|(k, _)| k == "set-cookie") {
            let (pair, rest) = cookie.split_once(';').unwrap_or((cookie, ""));
            let (name, value) = pair.split_once('=').unwrap();
            if rest.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let status = response.status().as_u16();
        // A stream has no end to wait for.
        let endless = headers.iter().any(|(k, v)| k == "content-type" && v.starts_with("text/event-stream"));
        let raw = if endless { Vec::new() } else { response.body_mut().read_to_vec().unwrap_or_default() };
        let body = unpacked(raw, headers.iter().find(|(k, _)| k == "content-encoding").map(|(_, v)| v.as_str()));
        let page = Page { url, status, body, headers };
        if page.header("content-type").is_some_and(|t| t.starts_with("text/html")) {
            audit::page(&page);
        }
        page
    }

    /// Follows the link whose text holds `text`.
    pub fn follow(&mut self, page: &Page, text: &str) -> Page {
        let href = page.link(text).unwrap_or_else(|| panic!("no link « {text} » on {}\n{}", page.url, page.text()));
        self.get(&href)
    }

    /// Submits the form that holds the button whose text holds `button`, with some fields changed.
    pub fn submit(&mut self, page: &Page, button: &str, changes: &[(&str, &str)]) -> Page {
        let (method, action, fields) = page.form(button, changes);
        let body = fields.iter().map(|(k, v)| format!("{}={}", encode(k), encode(v))).collect::<Vec<_>>().join("&");
        if method == "post" {
            self.send("POST", &action, Some(&body), "application/x-www-form-urlencoded")
        } else {
            self.get(&format!("{action}?{body}"))
        }
    }

    /// Keeps a cookie, as if an answer had set it.
    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.to_owned(), value.to_owned());
    }

    pub fn json(&mut self, method: &str, path: &str, body: &serde_json::Value) -> Page {
        self.send(method, path, Some(&body.to_string()), "application/json")
    }
}

impl Page {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(k, _)| k == name).map(|(_, v)| v.as_str())
    }

    pub fn html(&self) -> Html {
        Html::parse_document(&self.body)
    }

    /// Everything that is read, in one line.
    pub fn text(&self) -> String {
        let html = self.html();
        html.select(&css("body")).next().map(words).unwrap_or_default()
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.body))
    }

    pub fn has(&self, text: &str) -> bool {
        self.text().contains(&text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    pub fn count(&self, selector: &str) -> usize {
        self.html().select(&css(selector)).count()
    }

    pub fn attr(&self, selector: &str, name: &str) -> Option<String> {
        self.html().select(&css(selector)).next().and_then(|e| e.attr(name)).map(str::to_owned)
    }

    pub fn link(&self, text: &str) -> Option<String> {
        let html = self.html();
        html.select(&css("a[href]")).find(|a| words(*a).contains(text)).and_then(|a| a.attr("href")).map(str::to_owned)
    }

    fn form(&self, button: &str, changes: &[(&str, &str)]) -> (String, String, Vec<(String, String)>) {
        let html = self.html();
        let form = html
            .select(&css("form"))
            .find(|f| f.select(&css("button")).any(|b| words(b).contains(button)))
            .unwrap_or_else(|| {
                panic!("no form with a button « {button} » on {} ({})\n{}", self.url, self.status, self.text())
            });
        let mut fields = audit::fields(form);
        if let Some(pressed) = form.select(&css("button[name]")).find(|b| words(*b).contains(button)) {
            fields.push((pressed.attr("name").unwrap().to_owned(), pressed.attr("value").unwrap_or("").to_owned()));
        }
        for (name, value) in changes {
            let known = form.select(&css(&format!("[name='{name}']"))).next().is_some();
            assert!(known, "no field « {name} » in the form « {button} » of {}", self.url);
            fields.retain(|(k, _)| k != name);
            if !value.is_empty() {
                fields.push(((*name).to_owned(), (*value).to_owned()));
            }
        }
        let own = self.url.split('?').next().unwrap_or("").to_owned();
        let action = form.attr("action").map_or(own, str::to_owned);
        (form.attr("method").unwrap_or("get").to_lowercase(), action, fields)
    }
}
