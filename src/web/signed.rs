//! Who asks, proven by type: a handler that takes `Signed<ForAdvisor>` cannot be reached by anyone else.

use crate::accounts::{self, Account, Role};
use crate::app::App;
use crate::people::Herself;
use crate::web::{Error, Outcome, Page};
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use std::marker::PhantomData;
use std::ops::Deref;
use std::pin::Pin;
use std::sync::Arc;

/// A role, as a type.
pub trait ForRole: 'static {
    /// The role.
    const ROLE: Role;
}

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $role:ident),*) => {$(
        $(#[$doc])*
        pub enum $name {}
        impl ForRole for $name { const ROLE: Role = Role::$role; }
    )*};
}
roles! {
    /// A job seeker.
    ForPerson = Person,
    /// An advisor.
    ForAdvisor = Advisor,
    /// A member of a platform.
    ForPlatform = Platform,
    /// The label body.
    ForLabelBody = LabelBody,
    /// An administrator.
    ForAdmin = Admin
}

/// A page asked for by someone signed in with role `R`.
pub struct Signed<R> {
    /// The page.
    pub page: Page,
    /// Who asks.
    pub account: Account,
    role: PhantomData<R>,
}

impl<R> Deref for Signed<R> {
    type Target = Page;
    fn deref(&self) -> &Page {
        &self.page
    }
}

impl Signed<ForPerson> {
    /// The proof that the reader is the person herself.
    #[must_use]
    pub const fn herself(&self) -> Herself {
        Herself::signed_in(&self.account)
    }
}

impl<R: ForRole> FromRequest for Signed<R> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Outcome<Self>>>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let req = req.clone();
        Box::pin(async move {
            let page = Page::of(&req).await?;
            let Some(account) = page.viewer.clone() else { return Err(Error::SignInFirst) };
            if account.role != R::ROLE {
                return Err(Error::NotFound);
            }
            Ok(Self { page, account, role: PhantomData })
        })
    }
}

/// The name of the session's cookie: `__Host-` when the site is reached through TLS.
fn name(app: &App) -> &'static str {
    if app.config.secure() { "__Host-escale" } else { "escale" }
}

/// The session's secret that the browser sent.
pub(crate) fn cookie(req: &HttpRequest, app: &App) -> Option<String> {
    req.cookie(name(app)).map(|c| c.value().to_owned()).filter(|v| v.len() == 64)
}

/// Who holds a session's secret.
pub(crate) async fn holder(app: &Arc<App>, token: String) -> Outcome<Option<Account>> {
    let inner = Arc::clone(app);
    let held = actix_web::web::block(move || accounts::actions::holder(&inner.store, inner.now(), &token)).await;
    Ok(held.map_err(|e| Error::Internal(e.to_string()))??)
}

/// The cookie of a session just opened, or of one that ends (`None`).
pub(crate) fn session_cookie(app: &App, token: Option<String>) -> Cookie<'static> {
    let ends = token.is_none();
    let mut cookie = keep(app, name(app), token.unwrap_or_default(), accounts::SESSION_LIFE.num_days());
    if ends {
        cookie.make_removal();
    }
    cookie
}

/// A cookie that scripts cannot read and other sites do not send with forms.
pub(crate) fn keep(app: &App, name: &'static str, value: String, days: i64) -> Cookie<'static> {
    Cookie::build(name, value)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(app.config.secure())
        .max_age(actix_web::cookie::time::Duration::days(days))
        .finish()
}
