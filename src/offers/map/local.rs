//! A department, or the surroundings of a place: each commune is a circle; those that would touch are one, which opens closer.
//! The departments around are drawn too, and lead to their own maps.

use crate::geo::communes::{self, label};
use crate::geo::departments;
use crate::geo::outlines;
use crate::offers::map::drawing::{Drawing, FINGER, Land, Mark, WIDE};
use crate::offers::map::frame::{Frame, Sheet, whole};
use crate::offers::map::spots::{Cluster, Spot, clusters};
use crate::offers::map::view::{Scale, View};
use crate::offers::map::{Atlas, Row, room};

const SHEET: Sheet = Sheet { left: 0.0, top: 0.0, width: WIDE, height: WIDE };

/// Draws a part of the country; `spots` are those that are told here, `counts` the missions of each department.
pub fn draw(atlas: &Atlas<'_>, view: &View, spots: &[&Spot], counts: &[(&'static str, usize)]) -> Drawing {
    let frame = Frame::fit(&view.bounds(), SHEET);
    let drawn = clusters(spots, |point| frame.at(point), 2.0 * FINGER);
    let most = drawn.iter().map(|cluster| cluster.count).max().unwrap_or(1);
    let mark = |cluster: &Cluster<'_>| {
        let title = atlas.title(&name(atlas, cluster), cluster.count);
        Mark::new(atlas.page, cluster.at, cluster.count, most, FINGER).to(href(atlas, view, cluster), title)
    };
    let mut marks: Vec<Mark> = drawn.iter().map(mark).collect();
    room::names(&mut marks, drawn.iter().map(town).collect(), WIDE);
    Drawing {
        height: whole((0.0, WIDE)).1,
        land: land(atlas, view, &frame, counts),
        marks,
        reach: reach(atlas, &frame),
        insets: Vec::new(),
    }
}

/// The communes told here, most missions first.
pub fn rows(atlas: &Atlas<'_>, spots: &[&Spot]) -> Vec<Row> {
    let row = |spot: &&Spot| Row { name: label(spot.commune), count: spot.count, href: missions(atlas, spot, 1) };
    spots.iter().map(row).collect()
}

/// The departments around, each leading to its own map.
pub fn neighbours(atlas: &Atlas<'_>, view: &View, counts: &[(&'static str, usize)]) -> Vec<Row> {
    let code = match view.scale {
        Scale::Country => return Vec::new(),
        Scale::Department(department) => department.code,
        Scale::Around(commune, _) => commune.department,
    };
    let row = |outline: &'static outlines::Outline| Row {
        name: departments::name(outline.code).unwrap_or(outline.code).to_owned(),
        count: counts.iter().find(|(known, _)| *known == outline.code).map_or(0, |(_, count)| *count),
        href: atlas.map(&[("dep", outline.code.to_owned())]),
    };
    outlines::neighbours(code).map(row).collect()
}

fn land(atlas: &Atlas<'_>, view: &View, frame: &Frame, counts: &[(&'static str, usize)]) -> Vec<Land> {
    let bounds = view.bounds();
    let shown = outlines::all().iter().filter(|outline| outline.bounds.meets(&bounds));
    let own = |code: &str| match view.scale {
        Scale::Department(department) => department.code == code,
        Scale::Country | Scale::Around(..) => true,
    };
    let land = |outline: &'static outlines::Outline| {
        let count = counts.iter().find(|(known, _)| *known == outline.code).map_or(0, |(_, count)| *count);
        let title = departments::name(outline.code).unwrap_or(outline.code);
        let (class, href) = if own(outline.code) {
            ("map__land", None)
        } else {
            ("map__land map__land--beside", Some(atlas.map(&[("dep", outline.code.to_owned())])))
        };
        Land { path: frame.path(&outline.fine), class, href, title: atlas.title(title, count) }
    };
    let mut all: Vec<Land> = shown.map(land).collect();
    // What leads elsewhere lies below: the border that counts is whole.
    all.sort_by_key(|land| land.href.is_none());
    all
}

/// The circle of the distance that is searched.
fn reach(atlas: &Atlas<'_>, frame: &Frame) -> Option<(i32, i32, i32)> {
    let (commune, near) = atlas.search.place.zip(atlas.search.query.near)?;
    let (x, y) = whole(frame.at((commune.lat, commune.lon)));
    Some((x, y, whole((frame.length(near.1), 0.0)).0))
}

/// "Die", "Lyon 3e": the commune that has most.
fn town(cluster: &Cluster<'_>) -> String {
    let name = cluster.spots.first().map_or("", |spot| spot.commune.name);
    name.strip_suffix(" Arrondissement").unwrap_or(name).to_owned()
}

/// "Die (26150)", "Die (26150) et 3 autres communes"
fn name(atlas: &Atlas<'_>, cluster: &Cluster<'_>) -> String {
    let first = cluster.spots.first().map(|spot| label(spot.commune)).unwrap_or_default();
    match cluster.spots.len() {
        0 | 1 => first,
        n => atlas.page.t.map_and_others(i64::try_from(n - 1).unwrap_or(i64::MAX), first),
    }
}

/// To the missions of a commune; from several communes, closer first.
fn href(atlas: &Atlas<'_>, view: &View, cluster: &Cluster<'_>) -> String {
    let Some(first) = cluster.spots.first() else { return String::new() };
    if cluster.spots.len() == 1 {
        return missions(atlas, first, 1);
    }
    let farthest = cluster.spots.iter().map(|spot| communes::distance_m(first.commune, spot.commune)).max();
    let middle = (first.commune.lat, first.commune.lon);
    let all = || missions(atlas, first, farthest.unwrap_or(0).div_ceil(1_000).max(1));
    view.closer(middle).map_or_else(all, |address| atlas.map(&address))
}

/// To a mission when it is alone, else to the list of a commune.
fn missions(atlas: &Atlas<'_>, spot: &Spot, km: u32) -> String {
    match spot.only {
        Some(only) if km == 1 => atlas.page.at(&format!("/missions/{only}")),
        _ => atlas.list(&[
            ("ou", label(spot.commune)),
            ("commune", spot.commune.insee.to_owned()),
            ("km", km.to_string()),
            ("minutes", String::new()),
        ]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offers::map::frame::KM;

    #[test]
    fn a_kilometre_is_drawn_as_long_as_the_view_says() {
        let frame = Frame::fit(&crate::geo::bounds::Bounds::around((45.0, 5.0), 20.0 / KM), SHEET);
        assert!((frame.length(20.0) - WIDE / 2.0).abs() < 1.0);
    }
}
