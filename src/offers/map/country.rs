//! The whole country: each department is one circle and leads to its own map. What is too far or too small is drawn apart:
//! the five overseas departments below, Paris and its three neighbours in the corner where there is only sea.

use crate::geo::bounds::Bounds;
use crate::geo::departments;
use crate::geo::outlines::{self, Outline};
use crate::offers::map::drawing::{Drawing, Inset, Land, Mark, WIDE};
use crate::offers::map::frame::{Frame, Sheet, whole};
use crate::offers::map::{Atlas, Row, room};
use std::sync::LazyLock;

/// Departments too small for the scale of the country.
const INNER: [&str; 4] = ["75", "92", "93", "94"];
/// Overseas departments, from west to east.
const OVERSEAS: [&str; 5] = ["971", "972", "973", "976", "974"];

const MAINLAND: Sheet = Sheet { left: 8.0, top: 8.0, width: WIDE - 16.0, height: 690.0 };
const CORNER: Sheet = Sheet { left: 2.0, top: 2.0, width: 148.0, height: 164.0 };
/// Where the overseas departments begin, and how high their frames are.
const BELOW: f32 = 706.0;
const HIGH: f32 = 150.0;
/// What a name takes above them.
const NAME: f32 = 34.0;
/// How far a finger reaches a department: as far as it goes without reaching its neighbours too often.
const HIT: f32 = 30.0;

/// What never changes: paths, and where circles go.
struct Known {
    code: &'static str,
    name: &'static str,
    /// The path on the mainland, or in its frame.
    path: String,
    /// The path in the corner.
    inner: Option<String>,
    at: (f32, f32),
}

static KNOWN: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let mainland = Frame::fit(&extent(|code| code.len() == 2), MAINLAND);
    let corner = Frame::fit(&extent(|code| INNER.contains(&code)), inside(CORNER, NAME));
    let known = |outline: &'static Outline| {
        let department = departments::by_code(outline.code)?;
        let overseas = OVERSEAS.iter().position(|code| *code == outline.code);
        let inner = INNER.contains(&outline.code);
        let frame = overseas.map_or(mainland, |n| Frame::fit(&outline.bounds, inside(overseas_sheet(n), NAME)));
        let rings = if overseas.is_some() { &outline.fine } else { &outline.coarse };
        let at = match (inner, overseas) {
            (true, _) => corner.at(department.centre),
            (_, Some(_)) => frame.at(outline.bounds.centre()),
            _ => frame.at(department.centre),
        };
        let inner = inner.then(|| corner.path(&outline.fine));
        Some(Known { code: outline.code, name: department.name, path: frame.path(rings), inner, at })
    };
    outlines::all().iter().filter_map(known).collect()
});

/// Draws the land now.
pub fn warm_up() {
    LazyLock::force(&KNOWN);
}

/// Draws the country.
pub fn draw(atlas: &Atlas<'_>, counts: &[(&'static str, usize)]) -> Drawing {
    let count = |code: &str| counts.iter().find(|(known, _)| *known == code).map_or(0, |(_, count)| *count);
    let most = counts.first().map_or(1, |(_, count)| *count);
    let mut drawing = Drawing { height: whole((0.0, BELOW + HIGH + 2.0)).1, insets: insets(), ..Drawing::default() };
    for known in KNOWN.iter() {
        let count = count(known.code);
        let title = atlas.title(known.name, count);
        let href = (count > 0).then(|| atlas.map(&[("dep", known.code.to_owned())]));
        let class = if count > 0 { "map__land map__land--full" } else { "map__land" };
        drawing.land.push(Land { path: known.path.clone(), class, href: href.clone(), title: title.clone() });
        if let Some(path) = &known.inner {
            drawing.land.push(Land { path: path.clone(), class, href: href.clone(), title: title.clone() });
        }
        if let Some(href) = href {
            drawing.marks.push(Mark::new(atlas.page, known.at, count, most, HIT).to(href, title));
        }
    }
    drawing.marks.sort_by_key(|mark| -mark.r);
    room::apart(&mut drawing.marks);
    drawing
}

/// The departments that have missions, most first; those without an outline too.
pub fn rows(atlas: &Atlas<'_>, counts: &[(&'static str, usize)]) -> Vec<Row> {
    let row = |(code, count): &(&'static str, usize)| Row {
        name: departments::name(code).unwrap_or(code).to_owned(),
        count: *count,
        href: atlas.map(&[("dep", (*code).to_owned())]),
    };
    counts.iter().map(row).collect()
}

fn extent(belongs: impl Fn(&str) -> bool) -> Bounds {
    let points = outlines::all().iter().filter(|outline| belongs(outline.code)).flat_map(|outline| {
        let Bounds { south, west, north, east } = outline.bounds;
        [(south, west), (north, east)]
    });
    Bounds::of(points).unwrap_or_else(|| Bounds::around((46.5, 2.2), 5.0))
}

fn overseas_sheet(number: usize) -> Sheet {
    let width = (WIDE - 4.0) / 5.0;
    let left = [0.0, 1.0, 2.0, 3.0, 4.0].get(number).map_or(0.0, |n| 2.0 + n * width);
    Sheet { left, top: BELOW, width, height: HIGH }
}

/// A sheet without its margins, and without the name above.
fn inside(sheet: Sheet, name: f32) -> Sheet {
    let Sheet { left, top, width, height } = sheet;
    Sheet { left: left + 8.0, top: top + name, width: width - 16.0, height: height - name - 8.0 }
}

fn insets() -> Vec<Inset> {
    let overseas = OVERSEAS.iter().enumerate().map(|(n, code)| (overseas_sheet(n), departments::name(code)));
    let all = overseas.chain([(CORNER, departments::name("75"))]);
    let inset = |(sheet, name): (Sheet, Option<&'static str>)| {
        let (x, y) = whole((sheet.left, sheet.top));
        let (width, height) = whole((sheet.width, sheet.height));
        Inset { x, y, width, height, label: name.map(|name| (x + width / 2, y + 24, name)) }
    };
    all.map(inset).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_country_weighs_little_and_every_circle_is_on_the_sheet() {
        assert_eq!(KNOWN.len(), 101);
        let bytes: usize = KNOWN.iter().map(|k| k.path.len() + k.inner.as_ref().map_or(0, String::len)).sum();
        assert!(bytes < 42_000, "{bytes}");
        for known in KNOWN.iter() {
            assert!((20.0..WIDE - 20.0).contains(&known.at.0), "{} {:?}", known.name, known.at);
            assert!((20.0..BELOW + HIGH).contains(&known.at.1), "{} {:?}", known.name, known.at);
        }
        assert_eq!(KNOWN.iter().filter(|known| known.inner.is_some()).count(), 4);
    }
}
