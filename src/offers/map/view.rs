//! What the map shows: the country, a department, or the place and the distance that are searched; then, closer, a part of it.
//! Like the search, it is all in the address.

use crate::geo::bounds::{Bounds, Spot as Point};
use crate::geo::communes::{self, Commune};
use crate::geo::departments::{self, Department};
use crate::geo::outlines;
use crate::offers::map::frame::KM;
use crate::offers::map::spots::Spot;
use crate::offers::search::Search;

/// Fields of the address that are the map's, not the search's.
pub const FIELDS: [&str; 5] = ["dep", "zoom", "centre", "vue", "ici"];
/// The word of the address for the whole country.
pub const COUNTRY: &str = "france";
/// The closest look: so many degrees of latitude on each side, two kilometres.
const CLOSEST: f32 = 0.02;
/// Steps of zoom that exist.
const ZOOMS: u8 = 8;
/// What is left around what is shown.
const MARGIN: f32 = 1.08;

/// How much of the world is shown.
#[derive(Clone, Copy)]
pub enum Scale {
    /// Departments.
    Country,
    /// Communes of a department.
    Department(Department),
    /// Communes around the place that is searched, within some kilometres.
    Around(&'static Commune, f32),
}

/// What is shown.
pub struct View {
    /// How much.
    pub scale: Scale,
    /// How many times twice as close.
    pub zoom: u8,
    /// The middle.
    pub centre: Point,
    /// Degrees of latitude on each side of the middle.
    pub half: f32,
    base: (Point, f32),
}

impl View {
    /// Reads the address; what cannot be understood is left out.
    pub fn of(search: &Search, spots: &[Spot]) -> Self {
        let scale = scale(search);
        let bounds = match scale {
            Scale::Country => Bounds::around((46.5, 2.2), 5.0),
            Scale::Department(department) => extent(department, spots),
            Scale::Around(commune, km) => Bounds::around((commune.lat, commune.lon), km / KM),
        };
        let (middle, across) = (bounds.centre(), bounds.centre().0.to_radians().cos());
        let half = MARGIN * (bounds.north - bounds.south).max((bounds.east - bounds.west) * across) / 2.0;
        let base = (middle, half.max(CLOSEST));
        let asked = search.fields.get("zoom").parse().unwrap_or(0_u8).min(ZOOMS);
        let zoom = if matches!(scale, Scale::Country) { 0 } else { asked.min(closest(base.1)) };
        let view = Self { scale, zoom, centre: base.0, half: base.1 / f32::from(1_u16 << zoom), base };
        let centre = point(search.fields.get("centre")).map_or(view.centre, |centre| view.within(centre));
        Self { centre, ..view }
    }

    /// The rectangle that is shown.
    pub fn bounds(&self) -> Bounds {
        Bounds::around(self.centre, self.half)
    }

    /// Whether a mission of this commune belongs to what is told here.
    pub fn tells(&self, commune: &Commune) -> bool {
        let inside = self.zoom == 0 || self.bounds().holds((commune.lat, commune.lon));
        match self.scale {
            Scale::Department(department) => commune.department == department.code && inside,
            Scale::Country | Scale::Around(..) => inside,
        }
    }

    /// The address of the same scale with another zoom and middle.
    pub fn moved(&self, zoom: u8, centre: Point) -> Vec<(&'static str, String)> {
        let mut address = match self.scale {
            Scale::Country => vec![("dep", COUNTRY.to_owned())],
            Scale::Department(department) => vec![("dep", department.code.to_owned())],
            Scale::Around(..) => Vec::new(),
        };
        if zoom > 0 {
            address.push(("zoom", zoom.to_string()));
            address.push(("centre", format!("{:.3},{:.3}", centre.0, centre.1)));
        }
        address
    }

    /// The address one step closer to a point, unless this is as close as it gets.
    pub fn closer(&self, centre: Point) -> Option<Vec<(&'static str, String)>> {
        let may = self.zoom < closest(self.base.1) && !matches!(self.scale, Scale::Country);
        may.then(|| self.moved(self.zoom + 1, centre))
    }

    /// The address one step back; from the country there is none.
    pub fn farther(&self) -> Option<Vec<(&'static str, String)>> {
        match self.scale {
            _ if self.zoom > 0 => Some(self.moved(self.zoom - 1, self.centre)),
            Scale::Country => None,
            Scale::Department(_) => Some(vec![("dep", COUNTRY.to_owned())]),
            Scale::Around(commune, _) => Some(vec![("dep", commune.department.to_owned())]),
        }
    }

    /// The address of what lies beside, by so many halves of the view to the north and to the east; `None` at the edge.
    pub fn beside(&self, north: f32, east: f32) -> Option<Vec<(&'static str, String)>> {
        let aside = self.half / self.centre.0.to_radians().cos().max(0.01);
        let there = self.within((self.centre.0 + north * self.half, self.centre.1 + east * aside));
        let moves =
            (there.0 - self.centre.0).abs() > self.half / 50.0 || (there.1 - self.centre.1).abs() > aside / 50.0;
        (self.zoom > 0 && moves).then(|| self.moved(self.zoom, there))
    }

    /// The nearest middle from which nothing beyond the whole is seen.
    fn within(&self, centre: Point) -> Point {
        Bounds::around(self.base.0, self.base.1 - self.half).nearest(centre)
    }
}

fn scale(search: &Search) -> Scale {
    let department = |name: &str| departments::by_code(search.fields.get(name)).map(Scale::Department);
    let around = || search.place.zip(search.query.near).map(|(commune, near)| Scale::Around(commune, near.1));
    if search.fields.is("dep", COUNTRY) {
        return Scale::Country;
    }
    department("dep").or_else(around).or_else(|| department("ici")).unwrap_or(Scale::Country)
}

/// What a department takes: its outline, or its communes when it has none.
fn extent(department: Department, spots: &[Spot]) -> Bounds {
    let own = |commune: &&Commune| commune.department == department.code;
    let with_missions = || Bounds::of(spots.iter().map(|s| s.commune).filter(own).map(|c| (c.lat, c.lon)));
    let any = || Bounds::of(communes::all().iter().filter(own).map(|c| (c.lat, c.lon)));
    outlines::of(department.code)
        .map(|outline| outline.bounds)
        .or_else(with_missions)
        .or_else(any)
        .unwrap_or_else(|| Bounds::around(department.centre, 0.5))
}

/// How many times a view may be halved.
fn closest(half: f32) -> u8 {
    (0..ZOOMS).find(|zoom| half / f32::from(2_u16 << zoom) < CLOSEST).unwrap_or(ZOOMS)
}

/// "44.75,5.37"
fn point(text: &str) -> Option<Point> {
    let (lat, lon) = text.split_once(',')?;
    let (lat, lon): (f32, f32) = (lat.parse().ok()?, lon.parse().ok()?);
    ((-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon)).then_some((lat, lon))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(query: &str) -> View {
        let noon = chrono::DateTime::parse_from_rfc3339("2026-11-25T11:00:00Z").unwrap().to_utc().into();
        View::of(&Search::of(crate::web::form::query(query), noon), &[])
    }

    fn address(asked: Option<Vec<(&'static str, String)>>) -> String {
        asked.map_or("-".into(), |pairs| pairs.iter().map(|(k, v)| format!("{k}={v}")).collect::<Vec<_>>().join("&"))
    }

    #[test]
    fn the_address_says_what_is_shown() {
        assert!(matches!(view("").scale, Scale::Country));
        assert!(matches!(view("dep=26").scale, Scale::Department(d) if d.name == "Drôme"));
        assert!(
            matches!(view("ou=Die&km=30&ici=42").scale, Scale::Around(c, km) if c.name == "Die" && (29.9..30.1).contains(&km))
        );
        assert!(matches!(view("ou=Die&dep=france").scale, Scale::Country));
        assert!(matches!(view("ici=2A").scale, Scale::Department(d) if d.code == "2A"));
        for absurd in ["dep=zz", "dep=", "dep=261", "zoom=-1", "zoom=999", "centre=NaN,inf", "centre=x"] {
            assert!(matches!(view(absurd).scale, Scale::Country), "{absurd}");
        }
    }

    #[test]
    fn one_goes_closer_then_back_and_never_beyond_the_edge() {
        let whole = view("dep=26");
        assert_eq!((address(whole.farther()).as_str(), address(whole.beside(1.0, 0.0)).as_str()), ("dep=france", "-"));
        let near = view("dep=26&zoom=2&centre=44.75,5.37");
        assert_eq!((near.zoom, near.centre), (2, (44.75, 5.37)));
        assert_eq!(address(near.farther()), "dep=26&zoom=1&centre=44.750,5.370");
        assert_ne!(address(near.beside(1.0, 0.0)), "-");
        let far = view("dep=26&zoom=200&centre=90,180");
        assert!(far.zoom >= 4 && address(far.closer(far.centre)) == "-" && far.half >= CLOSEST, "{}", far.half);
        assert_eq!((address(far.beside(1.0, 0.0)).as_str(), address(far.beside(0.0, 1.0)).as_str()), ("-", "-"));
        assert_eq!(address(view("ou=Die").farther()), "dep=26");
        assert_eq!(address(view("").farther()), "-");
    }

    #[test]
    fn a_department_tells_its_own_communes_and_a_closer_look_those_it_shows() {
        let (die, valence) = (communes::by_insee("26113").unwrap(), communes::by_insee("26362").unwrap());
        let home = communes::by_insee("42218").unwrap();
        let whole = view("dep=26");
        assert!(whole.tells(die) && whole.tells(valence) && !whole.tells(home));
        let near = view("dep=26&zoom=3&centre=44.75,5.37");
        assert!(near.tells(die) && !near.tells(valence));
        assert!(view("dep=988").half > 0.5, "a territory without outline is as large as its communes");
    }
}
