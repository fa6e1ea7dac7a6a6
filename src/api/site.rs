//! What every answer needs to know: the application, the addresses, the language of its sentences, the present instant.
//! No session is looked at: what is public is the same for everyone, and a key is not a cookie.

use crate::app::App;
use crate::kernel::{Instant, Lang};
use crate::l10n::{L10nLanguage, texts};
use crate::web::page::shared;
use crate::web::{Error, Outcome, language};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use std::future::{Ready, ready};
use std::sync::Arc;

/// The site, as an answer of the API names it.
pub struct Site {
    /// The application.
    pub app: Arc<App>,
    /// The language of sentences: French unless the path asks for English.
    pub lang: Lang,
    /// The present instant.
    pub now: Instant,
}

impl Site {
    /// A path of ours as a whole address, in the reader's language.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{}{path}", self.app.base_url(), self.lang.prefix())
    }

    /// The sentences.
    #[must_use]
    pub(crate) fn t(&self) -> &'static L10nLanguage {
        texts(self.lang)
    }

    /// Nothing is listed before the board is whole.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn ready(&self) -> Outcome<()> {
        if self.app.ready() { Ok(()) } else { Err(Error::Unavailable("the board is being loaded".into())) }
    }
}

impl FromRequest for Site {
    type Error = Error;
    type Future = Ready<Outcome<Self>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(shared(req).map(|app| Self { lang: language::of(req), now: app.now(), app }))
    }
}
