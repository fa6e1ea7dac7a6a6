//! What every page needs to know: language, viewer, token, where it is. Templates receive it as `page`.

use crate::accounts::{Holder, Role};
use crate::app::App;
use crate::kernel::{Cents, Instant, Lang, secret};
use crate::l10n::{L10nLanguage, texts};
use crate::offers::notice::Wording;
use crate::web::{Error, Outcome, Shared, Voice, language, notice, say, signed};
use actix_web::dev::Payload;
use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use askama::Template;
use chrono_tz::Tz;
use std::pin::Pin;
use std::sync::Arc;

/// The cookie of a browser that asked for a sign-in.
pub const BROWSER_COOKIE: &str = "escale-browser";

/// The page being made.
pub struct Page {
    pub(crate) app: Arc<App>,
    /// The reader's language.
    pub lang: Lang,
    pub(crate) t: &'static L10nLanguage,
    /// The path, without the language.
    pub path: String,
    /// The query string, without the question mark.
    pub query: String,
    /// Who is signed in.
    pub viewer: Option<Holder>,
    /// The forms' token.
    pub token: String,
    /// The present instant.
    pub now: Instant,
}

impl FromRequest for Page {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Outcome<Self>>>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let req = req.clone();
        Box::pin(async move { Self::of(&req).await })
    }
}

impl Page {
    /// The page of a request.
    ///
    /// # Errors
    /// When the database cannot say who is signed in.
    pub async fn of(req: &HttpRequest) -> Outcome<Self> {
        let app = shared(req)?;
        let viewer = signed::viewer(req, &app).await?;
        let anchor = signed::cookie(req, &app).filter(|_| viewer.is_some());
        Ok(Self::build(app, req, viewer, anchor.as_deref()))
    }

    /// A page that does not look at who is signed in, for errors.
    pub(crate) fn bare(app: Arc<App>, req: &HttpRequest) -> Self {
        Self::build(app, req, None, None)
    }

    fn build(app: Arc<App>, req: &HttpRequest, viewer: Option<Holder>, anchor: Option<&str>) -> Self {
        let lang = language::of(req);
        Self {
            lang,
            t: texts(lang),
            // One slash at most: a link made from it never leaves the site.
            path: format!("/{}", req.path().trim_start_matches('/')),
            query: req.query_string().to_owned(),
            token: form_token(&app, anchor),
            now: app.now(),
            viewer,
            app,
        }
    }

    /// Its words, without the page.
    #[must_use]
    pub fn voice(&self) -> Voice<'_> {
        Voice::of(&self.app, self.lang, self.now)
    }

    /// A path of ours, in the reader's language.
    #[must_use]
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.lang.prefix())
    }

    /// A path of ours as a whole address, in the reader's language.
    #[must_use]
    pub fn whole(&self, path: &str) -> String {
        format!("{}{}{path}", self.app.base_url(), self.lang.prefix())
    }

    /// This same page in another language, by its word.
    #[must_use]
    pub fn same_in(&self, lang: &str) -> String {
        let prefix = Lang::parse(lang).unwrap_or(Lang::Fr).prefix();
        let query = if self.query.is_empty() { String::new() } else { format!("?{}", self.query) };
        format!("{prefix}{}{query}", self.path)
    }

    /// Whether this is the demo, whose data is fictional.
    #[must_use]
    pub fn demo(&self) -> bool {
        self.app.config.demo
    }

    /// Whether the viewer has this role, by its word.
    #[must_use]
    pub fn is(&self, role: &str) -> bool {
        self.viewer.as_ref().is_some_and(|v| Some(v.role) == Role::parse(role))
    }

    /// Whether this page is under a path, for the menu.
    #[must_use]
    pub fn under(&self, path: &str) -> bool {
        self.path == path || self.path.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'))
    }

    /// The word on screen for a word of the trade.
    #[must_use]
    pub fn word(&self, family: &str, word: &str) -> String {
        self.t.word(family, word)
    }

    /// A number, its digits grouped as the language does.
    #[must_use]
    pub fn count(&self, n: &usize) -> String {
        let separator = if self.lang == Lang::Fr { '\u{202f}' } else { ',' };
        crate::kernel::money::grouped(i64::try_from(*n).unwrap_or(i64::MAX), separator)
    }

    /// An amount of money.
    #[must_use]
    pub fn money(&self, amount: &Cents) -> String {
        amount.say(self.lang)
    }

    /// A day of the week and month, at the place.
    #[must_use]
    pub fn day(&self, at: &Instant, zone: &Tz) -> String {
        say::day(*at, *zone, self.lang)
    }

    /// A date in Paris.
    #[must_use]
    pub fn date(&self, at: &Instant) -> String {
        say::date(*at, chrono_tz::Europe::Paris, self.lang)
    }

    /// A date and an hour in Paris.
    #[must_use]
    pub fn date_hour(&self, at: &Instant) -> String {
        let (date, hour) = (self.date(at), say::hour(*at, chrono_tz::Europe::Paris, self.lang));
        self.t.date_at_hour(date, hour)
    }

    /// From an hour to another, at the place.
    #[must_use]
    pub fn hours(&self, from: &Instant, to: &Instant, zone: &Tz) -> String {
        say::hours(*from, *to, *zone, self.lang)
    }

    /// A length of time.
    #[must_use]
    pub fn duration(&self, minutes: &i64) -> String {
        say::duration(*minutes, self.lang)
    }

    /// A distance.
    #[must_use]
    pub fn distance(&self, meters: &u32) -> String {
        say::distance(*meters, self.lang)
    }

    /// The value of a `<time datetime>`.
    #[must_use]
    pub fn machine(&self, at: &Instant) -> String {
        say::machine(*at)
    }

    /// The full notice.
    #[must_use]
    pub fn notice(&self, wording: &Wording) -> String {
        notice::said(self.t, *wording, self.viewer.as_ref().is_some_and(Holder::wants_plain))
    }

    /// The confirmation named in the address after a redirect (`?ok=…`), if it is one of ours.
    #[must_use]
    pub fn flash(&self) -> Option<String> {
        let pairs = serde_urlencoded::from_str::<Vec<(String, String)>>(&self.query).ok()?;
        let said = |name: &str| pairs.iter().find(|(k, _)| k == name).map(|(_, value)| value.as_str());
        let word = said("ok")?;
        let plain = word.len() < 40 && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        let number = |name| said(name).and_then(|n| n.parse::<u16>().ok()).unwrap_or_default();
        let numbers = [("lettres", number("lettres")), ("voix", number("voix"))];
        if plain { self.t.counted(&format!("flash-{word}"), &numbers) } else { None }
    }

    /// Gives itself to a template and answers with it.
    ///
    /// # Errors
    /// When the template cannot be written.
    pub fn show<T: Template>(self, make: impl FnOnce(Self) -> T) -> Outcome<HttpResponse> {
        let signed = self.viewer.is_some();
        answer(actix_web::http::StatusCode::OK, &make(self), signed)
    }

    /// The answer with a fragment that is already written.
    #[must_use]
    pub fn text(&self, body: String) -> HttpResponse {
        written(actix_web::http::StatusCode::OK, body, self.viewer.is_some())
    }

    /// The answer with this template.
    ///
    /// # Errors
    /// When the template cannot be written, which only an allocation failure can cause.
    pub fn html(&self, template: &impl Template) -> Outcome<HttpResponse> {
        self.html_with(actix_web::http::StatusCode::OK, template)
    }

    /// The answer with this template and status. Pages of someone signed in are never cached.
    ///
    /// # Errors
    /// When the template cannot be written.
    pub fn html_with(&self, status: actix_web::http::StatusCode, template: &impl Template) -> Outcome<HttpResponse> {
        answer(status, template, self.viewer.is_some())
    }
}

fn answer(status: actix_web::http::StatusCode, template: &impl Template, signed: bool) -> Outcome<HttpResponse> {
    let mut body = String::with_capacity(32 * 1024);
    template.render_into(&mut body).map_err(|e| Error::Internal(e.to_string()))?;
    Ok(written(status, body, signed))
}

fn written(status: actix_web::http::StatusCode, body: String, signed: bool) -> HttpResponse {
    let cache = if signed { "no-store" } else { "no-cache" };
    let mut answer = HttpResponse::build(status).content_type("text/html; charset=utf-8").body(body);
    answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(cache));
    answer
}

/// The application of a request.
pub(crate) fn shared(req: &HttpRequest) -> Outcome<Arc<App>> {
    req.app_data::<Shared>()
        .map(|data| Arc::clone(data.get_ref()))
        .ok_or_else(|| Error::Internal("no application".into()))
}

/// The token of forms: bound to the session, or common to all who have none and so no rights to abuse.
pub(crate) fn form_token(app: &App, session: Option<&str>) -> String {
    secret::mac(&app.config.secret, &format!("form:{}", session.unwrap_or("nobody")))
}

/// After a form: to another page of ours, in the reader's language.
#[must_use]
pub fn see_other(page: &Page, path: &str) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header(("Location", page.at(path)))
        .insert_header((CACHE_CONTROL, "no-store"))
        .finish()
}
