//! The demo's own pages: a link for each role, keys of the API, and the mailbox. Elsewhere than in the demo they do not exist.

use crate::accounts::Role;
use crate::demo::mailbox::{self, Received};
use crate::platforms::{self, Platform};
use crate::web::{Error, Outcome, Page};
use actix_web::HttpResponse;
use actix_web::web::{Path, block};
use askama::Template;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Letters shown.
const LETTERS: usize = 50;

/// What `demo.json` says.
#[derive(Deserialize, Default)]
struct Links {
    #[serde(default)]
    base_url: String,
    #[serde(default, rename = "links")]
    by_role: BTreeMap<String, String>,
    #[serde(default)]
    api_keys: BTreeMap<String, String>,
}

impl Links {
    fn read(file: PathBuf) -> Self {
        std::fs::read(file).ok().and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default()
    }

    /// The path of a role's link, so that it opens in the reader's language and on the address that she uses.
    fn path(&self, role: Role) -> Option<String> {
        self.by_role.get(role.as_str())?.strip_prefix(&self.base_url).map(str::to_owned)
    }
}

/// The demo's page.
#[derive(Template)]
#[template(path = "demo/demo.html")]
struct DemoPage {
    page: Page,
    roles: Vec<(&'static str, String)>,
    keys: Vec<(Platform, String)>,
    letters: Vec<Received>,
}

/// `GET /demo`
///
/// # Errors
/// `NotFound` elsewhere than in the demo.
pub async fn demo(page: Page) -> Outcome<HttpResponse> {
    let (folder, file) = (letters(&page)?, page.app.config.data_dir.join("demo.json"));
    let (known, letters) = on_disk(move || (Links::read(file), mailbox::latest(&folder, LETTERS))).await?;
    let platforms = page.app.read(platforms::store::all).await?;
    let roles = Role::ALL.iter().filter_map(|role| Some((role.as_str(), known.path(*role)?))).collect();
    let keys = platforms.into_iter().filter_map(|p| known.api_keys.get(&p.slug).cloned().map(|key| (p, key))).collect();
    page.show(|page| DemoPage { page, roles, keys, letters })
}

/// One letter.
#[derive(Template)]
#[template(path = "demo/letter.html")]
struct LetterPage {
    page: Page,
    letter: Received,
}

impl LetterPage {
    /// The text in pieces, each with whether it is an address of ours, to be followed.
    fn pieces(&self) -> impl Iterator<Item = (bool, &str)> {
        let ours = format!("{}/", self.page.app.base_url());
        self.letter
            .text
            .split_inclusive(char::is_whitespace)
            .flat_map(|piece| {
                let word = piece.trim_end();
                [word, piece.get(word.len()..).unwrap_or_default()]
            })
            .map(move |piece| (piece.starts_with(&ours), piece))
    }
}

/// `GET /demo/lettres/{file}`
///
/// # Errors
/// `NotFound`.
pub async fn letter(page: Page, file: Path<String>) -> Outcome<HttpResponse> {
    let folder = letters(&page)?;
    let found = on_disk(move || mailbox::find(&folder, &file)).await?;
    let letter = found.ok_or(Error::NotFound)?;
    page.show(|page| LetterPage { page, letter })
}

/// Where the demo leaves its letters.
fn letters(page: &Page) -> Outcome<PathBuf> {
    if page.demo() { Ok(page.app.config.data_dir.join("letters")) } else { Err(Error::NotFound) }
}

async fn on_disk<T: Send + 'static>(read: impl FnOnce() -> T + Send + 'static) -> Outcome<T> {
    block(read).await.map_err(|e| Error::Internal(e.to_string()))
}
