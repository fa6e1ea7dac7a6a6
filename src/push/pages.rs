//! Her devices: the one at hand is added by a button that appears only where the browser allows it; each is taken off by
//! one press, with or without JavaScript.

use crate::app::App;
use crate::db::{Conn, Result};
use crate::kernel::{Id, secret};
use crate::people::Herself;
use crate::push::{Device, actions, store};
use crate::web::page::see_other;
use crate::web::signed::{self, ForPerson};
use crate::web::{Error, Fields, Form, Outcome, Page, Signed};
use actix_web::http::StatusCode;
use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

/// What a page needs to offer notices on the device at hand.
pub struct Here {
    /// The site's public key, for the browser.
    pub key: String,
    /// Marks of the devices that she added, by which the browser finds itself.
    pub known: String,
    /// Where one comes back to.
    pub back: &'static str,
}

impl Here {
    /// What the page at `back` needs.
    ///
    /// # Errors
    /// What the database says.
    pub fn of(conn: &mut Conn, app: &App, who: Herself, back: &'static str) -> Result<Self> {
        let marks: Vec<String> = store::of(conn, who)?.iter().map(mark).collect();
        Ok(Self { key: app.vapid.public().to_owned(), known: marks.join(" "), back })
    }
}

/// By which a browser knows its own address without being told those of the others.
fn mark(device: &Device) -> String {
    secret::hex(&secret::sha256(&device.endpoint))
}

/// A device of the list.
struct Item {
    id: String,
    since: String,
    mark: String,
    /// Whether it stays when she signs out.
    kept: bool,
}

/// Her devices.
#[derive(Template)]
#[template(path = "push/devices.html")]
struct Devices {
    page: Page,
    fields: Fields,
    list: Vec<Item>,
    here: Here,
}

const PATH: &str = "/moi/appareils";

/// `GET /moi/appareils`
///
/// # Errors
/// What the database says.
pub async fn list(who: Signed<ForPerson>) -> Outcome<HttpResponse> {
    listed(who, Fields::default(), StatusCode::OK).await
}

async fn listed(who: Signed<ForPerson>, fields: Fields, status: StatusCode) -> Outcome<HttpResponse> {
    let (herself, app) = (who.herself(), std::sync::Arc::clone(&who.app));
    let read = move |conn: &mut Conn| Ok((store::of(conn, herself)?, Here::of(conn, &app, herself, PATH)?));
    let (devices, here) = who.app.read(read).await?;
    let page = who.page;
    let item = |d: &Device| Item {
        id: d.id.to_string(),
        since: page.date(&d.added_at),
        mark: mark(d),
        kept: d.session.is_none(),
    };
    let list = devices.iter().map(item).collect();
    let template = Devices { page, fields, list, here };
    template.page.html_with(status, &template)
}

/// `POST /moi/appareils`: the device at hand, as its browser gave it.
///
/// # Errors
/// What the database says.
pub async fn add(who: Signed<ForPerson>, req: HttpRequest, Form(mut fields): Form) -> Outcome<HttpResponse> {
    let given = (fields.get("adresse"), fields.get("cle"), fields.get("secret"));
    match Device::read(given, |endpoint| who.app.pushes.allows(endpoint), who.now) {
        Ok(device) => {
            let herself = who.herself();
            // On a computer that others use, it ends when she leaves.
            let session = signed::cookie(&req, &who.app).filter(|_| !fields.is("garder", "oui"));
            let device = Device { session: session.map(|token| secret::sha256(&token)), ..device };
            who.app.write(move |tx, _| actions::add(tx, herself, &device)).await?;
            let back = ["/moi/recherches", "/moi/preferences"].into_iter().find(|path| fields.is("retour", path));
            Ok(see_other(&who.page, &format!("{}?ok=device-added", back.unwrap_or(PATH))))
        }
        Err(rule) => {
            fields.refuse(&[rule], who.t);
            listed(who, fields, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// `POST /moi/appareils/{id}/arret`
///
/// # Errors
/// `NotFound`.
pub async fn remove(who: Signed<ForPerson>, id: Path<String>, _form: Form) -> Outcome<HttpResponse> {
    let (herself, id): (_, Id<Device>) = (who.herself(), id.parse().map_err(|_| Error::NotFound)?);
    who.app.write(move |tx, _| actions::remove(tx, herself, id)).await?;
    Ok(see_other(&who.page, "/moi/appareils?ok=device-removed"))
}
