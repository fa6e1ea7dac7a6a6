//! The kit of the API: who calls, proven by a key and its scopes; bodies read with every fault named; pages of a list;
//! problem details; the document that describes it all.

pub mod condition;
pub mod json;
pub mod openapi;
pub mod pages;
pub mod paging;
pub mod problem;
pub mod site;
pub mod words;

pub use condition::IfMatch;
pub use json::Body;
pub use paging::{Paging, tagged};
pub use problem::Problem;
pub use site::Site;

use crate::kernel::Id;
use crate::platforms::{self, ApiKey, Platform, Scope};
use crate::web::page::shared;
use crate::web::{Error, Outcome};
use actix_web::dev::Payload;
use actix_web::http::header::AUTHORIZATION;
use actix_web::{FromRequest, HttpRequest};
use std::pin::Pin;

/// A call made with a live key: `Authorization: Bearer esc_…`.
pub struct Caller {
    key: ApiKey,
}

impl Caller {
    /// The platform that calls, when its key allows this.
    ///
    /// # Errors
    /// `Scope`.
    pub fn may(&self, scope: Scope) -> Outcome<Id<Platform>> {
        if self.key.allows(scope) { Ok(self.key.platform) } else { Err(Error::Scope) }
    }
}

impl FromRequest for Caller {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Outcome<Self>>>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let req = req.clone();
        Box::pin(async move {
            let app = shared(&req)?;
            let header = req.headers().get(AUTHORIZATION).and_then(|v| v.to_str().ok());
            let text = header.and_then(|h| h.strip_prefix("Bearer ")).ok_or(Error::Key)?.trim().to_owned();
            let now = app.now();
            let key = app.read(move |conn| platforms::store::key(conn, now, &text)).await?.ok_or(Error::Key)?;
            app.limits.call(key.id.uuid())?;
            Ok(Self { key })
        })
    }
}
