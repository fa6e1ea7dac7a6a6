//! The public register: every platform that ever asked for the label, its state by the clock, and each decision with its
//! author, its reason and its deadline of appeal (I12). Nothing is shown here of what an unlabelled platform posts (G1).

pub mod export;
pub mod view;

use crate::db;
use crate::labels::{Label, State, store};
use crate::platforms::{self, Platform};
use crate::web::{Error, Outcome, Page, form};
use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use view::{DecisionView, LabelView, siren};

/// The filters of the register: the word of the address and the word of the state, those in force first.
const STATES: [(&str, &str); 7] = [
    ("actif", "active"),
    ("suspendu", "suspended"),
    ("en-cours", "pending"),
    ("expire", "expired"),
    ("non-accorde", "declined"),
    ("rendu", "renounced"),
    ("retire", "withdrawn"),
];

/// A platform with its label.
pub type Listed = (Platform, Label);

/// Every platform that ever asked, those labelled first, then by name.
///
/// # Errors
/// What the database says.
pub fn listed(conn: &mut db::Conn, now: crate::kernel::Instant) -> db::Result<Vec<Listed>> {
    let mut labels = store::all(conn)?;
    let asked = |p: Platform| labels.remove(&p.id).map(|label| (p, label));
    let mut list: Vec<Listed> = platforms::store::all(conn)?.into_iter().filter_map(asked).collect();
    list.retain(|(_, label)| label.state_at(now) != State::None);
    list.sort_by_key(|(_, label)| rank(label.state_at(now).word()));
    Ok(list)
}

fn rank(word: &str) -> usize {
    STATES.iter().position(|(_, state)| *state == word).unwrap_or(STATES.len())
}

/// A line of the register.
struct Line {
    slug: String,
    name: String,
    kind: &'static str,
    label: LabelView,
}

/// A filter, with how many platforms it keeps.
struct Filter {
    href: String,
    text: String,
    on: bool,
}

/// The register.
#[derive(Template)]
#[template(path = "labels/register.html")]
struct Register {
    page: Page,
    lines: Vec<Line>,
    filters: Vec<Filter>,
}

/// `GET /plateformes?etat=`
///
/// # Errors
/// What the database says.
pub async fn register(page: Page) -> Outcome<HttpResponse> {
    let now = page.now;
    let list = page.app.read(move |conn| listed(conn, now)).await?;
    let fields = form::query(&page.query);
    let wanted = STATES.iter().find(|(etat, _)| *etat == fields.get("etat")).map(|(_, state)| *state);
    let filters = filters(&page, &list, wanted);
    let kept = list.iter().filter(|(_, label)| wanted.is_none_or(|state| label.state_at(now).word() == state));
    let lines = kept.map(|listed| line(&page, listed)).collect();
    page.show(|page| Register { page, lines, filters })
}

fn line(page: &Page, (platform, label): &Listed) -> Line {
    Line {
        slug: platform.slug.clone(),
        name: platform.name.clone(),
        kind: platform.kind.as_str(),
        label: LabelView::of(page, label),
    }
}

fn filters(page: &Page, list: &[Listed], wanted: Option<&str>) -> Vec<Filter> {
    let count = |state: &str| list.iter().filter(|(_, label)| label.state_at(page.now).word() == state).count();
    let text = |word: &str, n: usize| {
        page.t.register_filter(page.word("register-filter", word), i64::try_from(n).unwrap_or(i64::MAX))
    };
    let all = Filter { href: page.at("/plateformes"), text: text("all", list.len()), on: wanted.is_none() };
    let each = STATES.iter().filter_map(|(etat, state)| {
        let (n, on) = (count(state), wanted == Some(*state));
        let href = page.at(&format!("/plateformes?etat={etat}"));
        (n > 0 || on).then(|| Filter { href, text: text(state, n), on })
    });
    std::iter::once(all).chain(each).collect()
}

/// A platform's sheet.
#[derive(Template)]
#[template(path = "labels/sheet.html")]
struct Sheet {
    page: Page,
    platform: Platform,
    siren: String,
    active: bool,
    label: LabelView,
    decisions: Vec<DecisionView>,
}

impl Sheet {
    /// Its own site, when it can be followed safely and the label is in force.
    fn website(&self) -> Option<&str> {
        Some(self.platform.website.as_str()).filter(|url| self.active && url.starts_with("https://"))
    }
}

/// `GET /plateformes/{slug}`
///
/// # Errors
/// `NotFound` for a platform that never asked for the label.
pub async fn sheet(page: Page, slug: Path<String>) -> Outcome<HttpResponse> {
    let slug = slug.into_inner();
    let (platform, label) = page.app.read(move |conn| find(conn, &slug)).await?;
    if label.state_at(page.now) == State::None {
        return Err(Error::NotFound);
    }
    page.show(|page| Sheet {
        siren: siren(&platform.siren),
        active: label.active_at(page.now).is_some(),
        decisions: DecisionView::all(&page, &label),
        label: LabelView::of(&page, &label),
        platform,
        page,
    })
}

/// The platform with this word in addresses, and its label.
///
/// # Errors
/// `NotFound`.
pub fn find(conn: &mut db::Conn, slug: &str) -> db::Result<Listed> {
    let platform = platforms::store::by_slug(conn, slug)?;
    let label = store::of_platform(conn, platform.id)?;
    Ok((platform, label))
}
