//! The person's own screens: her space, what was proposed to her, and what she sends. Her private choice is read here with
//! the proof that the reader is herself, and leaves no trace that anyone else could read (G2, I3).

pub mod aloud;
pub mod follow;
pub mod followed;
pub mod proposal;
pub mod proposals;
pub mod send;
pub mod space;
pub mod told;
pub mod under_way;

use crate::geo::communes;
use crate::kernel::Id;
use crate::offers::Offer;
use crate::offers::cards::CardView;
use crate::web::Page;

/// Cards of missions like this one, without it.
fn similar_cards(page: &Page, offer: &Offer) -> Vec<CardView> {
    let point = offer.terms.place.as_ref().map(|p| crate::live::point(p.lat, p.lon));
    let mut hits = page.app.board().around(&offer.terms.occupation, point, page.now.seconds(), 5);
    hits.retain(|hit| Id::from_uuid(hit.id) != offer.id);
    hits.iter().take(4).map(|hit| CardView::of(page, hit, 3)).collect()
}

/// The search of missions near this one, as a path of ours.
#[must_use]
pub fn similar_path(offer: &Offer) -> String {
    match offer.terms.place.as_ref().and_then(|p| communes::by_insee(&p.insee)) {
        Some(commune) => near_path(commune, 20),
        None => "/missions?besoin=a-distance".to_owned(),
    }
}

/// The search around a commune, as a path of ours.
fn near_path(commune: &communes::Commune, km: u32) -> String {
    let pairs = [("ou", communes::label(commune)), ("commune", commune.insee.to_owned()), ("km", km.to_string())];
    format!("/missions?{}", serde_urlencoded::to_string(pairs).unwrap_or_default())
}
