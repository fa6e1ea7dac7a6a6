//! The map of a search: where the missions are, drawn by the server, and the same as a list. What it counts is what the list
//! of missions finds, neither more nor less (I1).
//!
//! The drawing is for eyes and pointers. It is hidden from assistive technology and left out of the tab order, because the list
//! beside it has every place that it has, with the same names, in an order that can be read; a hundred more stops, in an order
//! that only eyes can follow, would help nobody. Going closer or elsewhere is done by links outside the drawing.

mod country;
mod drawing;
mod frame;
mod local;
mod room;
mod spots;
mod view;

use crate::board::{Places, Query};
use crate::geo::communes;
use crate::offers::asked;
use crate::offers::bar::{Bar, MAP};
use crate::offers::search::Search;
use crate::web::{Error, Fields, Outcome, Page};
use actix_web::HttpResponse;
use askama::Template;
use drawing::Drawing;
use view::{COUNTRY, FIELDS, Scale, View};

/// Places listed before the rest is folded.
const LISTED: usize = 12;
/// Places listed in all.
const LISTED_MAX: usize = 300;

/// Draws what never changes now, so that the first person does not wait for it.
pub fn warm_up() {
    country::warm_up();
}

/// A place of the list.
pub struct Row {
    /// Its name.
    pub name: String,
    /// Its missions.
    pub count: usize,
    /// Where it leads.
    pub href: String,
}

/// What every link of the map is made from.
pub struct Atlas<'a> {
    /// The page.
    pub page: &'a Page,
    /// The search.
    pub search: &'a Search,
}

impl Atlas<'_> {
    /// The map of the same search, with another view.
    #[must_use]
    pub fn map(&self, view: &[(&str, String)]) -> String {
        self.page.at(&format!("{MAP}?{}", self.query(view)))
    }

    /// The list of the same search, changed.
    #[must_use]
    pub fn list(&self, changes: &[(&str, String)]) -> String {
        self.page.at(&format!("/missions?{}", self.query(changes)))
    }

    /// "Drôme : 12 missions"
    #[must_use]
    pub fn title(&self, name: &str, count: usize) -> String {
        let missions = self.page.t.map_missions(i64::try_from(count).unwrap_or(i64::MAX), self.page.count(&count));
        self.page.t.map_named(missions, name)
    }

    fn query(&self, changes: &[(&str, String)]) -> String {
        let paging = ["page", "apres", "fragment"];
        let dropped = FIELDS.iter().chain(&paging).filter(|name| changes.iter().all(|(changed, _)| changed != *name));
        let all: Vec<_> = changes.iter().cloned().chain(dropped.map(|name| (*name, String::new()))).collect();
        self.search.query_with(&all)
    }
}

/// One way to move: its words, its sign, where it leads.
struct Step {
    label: String,
    sign: &'static str,
    href: Option<String>,
}

/// The page.
#[derive(Template)]
#[template(path = "offers/map.html")]
struct Map {
    page: Page,
    bar: Bar,
    fields: Fields,
    heading: String,
    total: usize,
    /// Missions that are told here.
    here: usize,
    by_commune: bool,
    corrected: Option<String>,
    drawing: Drawing,
    /// The first places, then the others.
    rows: [Vec<Row>; 2],
    /// Places left out of the list.
    beyond: usize,
    steps: Vec<Step>,
    neighbours: Vec<Row>,
    /// Where the whole country is shown, unless it is.
    country: Option<String>,
    /// The distance that is searched, in words.
    reach: Option<String>,
    /// Remote missions, and where they are listed.
    remote: (usize, String),
    list: String,
}

/// `GET /missions/carte`: with the query string of the list.
///
/// # Errors
/// `Unavailable` while the board is being loaded.
pub async fn show(page: Page) -> Outcome<HttpResponse> {
    if !page.app.ready() {
        return Err(Error::Unavailable("the board is being loaded".into()));
    }
    let made = page.app.made(page.now);
    let search = asked::read(&page).await?;
    let query = Query { after: None, ..search.query.clone() };
    let places = page.app.board().places(&query, page.now.seconds());
    let template = map(page, search, places)?;
    Ok(made.mark(template.page.html(&template)?))
}

fn map(page: Page, search: Search, places: Places) -> Outcome<Map> {
    let spots = spots::by_commune(&places);
    let counts = spots::by_department(&spots);
    let view = View::of(&search, &spots);
    let atlas = Atlas { page: &page, search: &search };
    let told: Vec<&spots::Spot> = spots.iter().filter(|spot| view.tells(spot.commune)).collect();
    let by_commune = !matches!(view.scale, Scale::Country);
    let (drawing, mut rows) = if by_commune {
        (local::draw(&atlas, &view, &told, &counts), local::rows(&atlas, &told))
    } else {
        (country::draw(&atlas, &counts), country::rows(&atlas, &counts))
    };
    let beyond = rows.len().saturating_sub(LISTED_MAX);
    rows.truncate(LISTED_MAX);
    let others = rows.split_off(rows.len().min(LISTED));
    let ici = match view.scale {
        Scale::Department(department) => department.code,
        Scale::Country | Scale::Around(..) => "",
    };
    Ok(Map {
        bar: Bar::of(&page, &search, MAP, ici)?,
        heading: heading(&page, &view),
        total: places.total(),
        here: told.iter().map(|spot| spot.count).sum(),
        by_commune,
        drawing,
        rows: [rows, others],
        beyond,
        steps: steps(&atlas, &view),
        neighbours: local::neighbours(&atlas, &view, &counts),
        country: by_commune.then(|| atlas.map(&[("dep", COUNTRY.to_owned())])),
        reach: reach(&page, &search, by_commune),
        remote: (places.nowhere as usize, format!("{}&besoin=a-distance", atlas.list(&[]))),
        list: atlas.list(&[]),
        corrected: places.corrected,
        fields: search.fields.clone(),
        page,
    })
}

fn heading(page: &Page, view: &View) -> String {
    match view.scale {
        Scale::Country => page.t.map_title(),
        Scale::Department(department) => page.t.map_title_in(department.name),
        Scale::Around(commune, _) => page.t.map_title_near(communes::label(commune)),
    }
}

fn reach(page: &Page, search: &Search, drawn: bool) -> Option<String> {
    let (commune, near) = search.place.zip(search.query.near).filter(|_| drawn)?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "positive, and two hundred at most")]
    let metres = (near.1 * 1_000.0) as u32;
    Some(page.t.map_reach(page.distance(&metres), communes::label(commune)))
}

/// Closer, back, and the four sides: what leads nowhere has no address.
fn steps(atlas: &Atlas<'_>, view: &View) -> Vec<Step> {
    if matches!(view.scale, Scale::Country) {
        return Vec::new();
    }
    let t = atlas.page.t;
    let step = |label: String, sign, address: Option<Vec<(&'static str, String)>>| Step {
        label,
        sign,
        href: address.map(|address| atlas.map(&address)),
    };
    let mut all = vec![step(t.map_closer(), "+", view.closer(view.centre)), step(t.map_farther(), "−", view.farther())];
    if view.zoom > 0 {
        all.extend([
            step(t.map_west(), "←", view.beside(0.0, -1.0)),
            step(t.map_north(), "↑", view.beside(1.0, 0.0)),
            step(t.map_south(), "↓", view.beside(-1.0, 0.0)),
            step(t.map_east(), "→", view.beside(0.0, 1.0)),
        ]);
    }
    all
}
