//! Who asks, proven by type: a handler that takes `Signed<ForAdvisor>` cannot be reached by anyone else.

use crate::accounts::{self, Account, Holder, Role};
use crate::app::App;
use crate::db;
use crate::follow_ups;
use crate::interests;
use crate::kernel::{Id, RuleError};
use crate::offers::Offer;
use crate::offers::asked::Hers;
use crate::people::{self, Herself};
use crate::web::{Error, Outcome, Page};
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use std::ops::Deref;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use tokio::sync::OnceCell;

/// A role, as a type.
pub trait ForRole: 'static {
    /// What a session of this role proves.
    type Proof;

    /// The proof; `None` for a session of any other role.
    fn prove(holder: &Holder) -> Option<Self::Proof>;
}

/// A job seeker: her session proves that she is herself.
pub enum ForPerson {}

impl ForRole for ForPerson {
    type Proof = Herself;
    fn prove(holder: &Holder) -> Option<Herself> {
        Herself::signed_in(holder)
    }
}

impl Page {
    /// The hours of the person who is signed in; `None` when nobody is, or somebody of another role.
    ///
    /// # Errors
    /// What the database says.
    pub async fn her_hours(&self) -> Outcome<Option<Hers>> {
        let Some(her) = self.viewer.as_ref().and_then(Herself::signed_in) else { return Ok(None) };
        let read = move |conn: &mut db::Conn| {
            let person = people::store::by_id(conn, her.id())?;
            Ok(people::store::availability(conn, &person)?.hers())
        };
        Ok(Some(self.app.read(read).await?))
    }
}

impl Page {
    /// Whether the person who is signed in asked for this offer and has not been told no: she still reads what she asked for.
    ///
    /// # Errors
    /// What the database says.
    pub async fn asked_for(&self, offer: Id<Offer>) -> Outcome<bool> {
        let Some(her) = self.viewer.as_ref().and_then(Herself::signed_in) else { return Ok(false) };
        let all = self.app.read(move |conn| interests::store::of_person(conn, her.id())).await?;
        Ok(all.iter().any(|interest| interest.offer == offer && interest.state.live()))
    }
}

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $role:ident),*) => {$(
        $(#[$doc])*
        pub enum $name {}
        impl ForRole for $name {
            type Proof = ();
            fn prove(holder: &Holder) -> Option<()> { (holder.role == Role::$role).then_some(()) }
        }
    )*};
}
roles! {
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
pub struct Signed<R: ForRole> {
    /// The page.
    pub page: Page,
    /// Who asks.
    pub account: Account,
    proof: R::Proof,
}

impl<R: ForRole> Deref for Signed<R> {
    type Target = Page;
    fn deref(&self) -> &Page {
        &self.page
    }
}

impl Signed<ForPerson> {
    /// The proof that the reader is the person herself.
    #[must_use]
    pub const fn herself(&self) -> Herself {
        self.proof
    }
}

impl<R: ForRole> FromRequest for Signed<R> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Outcome<Self>>>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let req = req.clone();
        Box::pin(async move {
            let page = Page::of(&req).await?;
            let Some(holder) = &page.viewer else { return Err(Error::SignInFirst) };
            let proof = R::prove(holder).ok_or(Error::NotFound)?;
            if holder.role == Role::Advisor {
                // Who left a service keeps an account, and nothing of the service.
                let advisor = Id::from_uuid(holder.id.uuid());
                if page.app.read(move |conn| follow_ups::store::members::has_left(conn, advisor)).await? {
                    return Err(db::Error::from(RuleError::forbidden("advisor-left")).into());
                }
            }
            Ok(Self { account: Account::clone(holder), proof, page })
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

/// Who is signed in, read once for a request, however many of its parts ask at once.
#[derive(Clone, Default)]
struct Seen(Rc<OnceCell<Option<Holder>>>);

/// Who is signed in. Without a session's cookie the database is not asked.
pub(crate) async fn viewer(req: &HttpRequest, app: &Arc<App>) -> Outcome<Option<Holder>> {
    let Some(token) = cookie(req, app) else { return Ok(None) };
    let known = req.extensions().get::<Seen>().cloned();
    let seen = known.unwrap_or_else(|| {
        let fresh = Seen::default();
        req.extensions_mut().insert(fresh.clone());
        fresh
    });
    seen.0.get_or_try_init(|| holder(app, token)).await.cloned()
}

/// Who holds a session's secret.
async fn holder(app: &Arc<App>, token: String) -> Outcome<Option<Holder>> {
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
