//! Every place is a commune of the official list, or a municipal district of Paris, Lyon or Marseille.
//! A mission is where its commune is: its hour, its distance and its minimum wage follow from that.

mod data;
mod near;
mod resolve;
mod search;
mod spelling;

use chrono_tz::Tz;

pub use data::{all, by_insee};
pub use near::at;
pub use resolve::{Resolution, named, resolve};
pub use search::suggest;

/// A commune of the official list, or a municipal district.
#[derive(Clone, Debug, PartialEq)]
pub struct Commune {
    /// INSEE code, its identity: "42218".
    pub insee: &'static str,
    /// Official name: "Saint-Étienne".
    pub name: &'static str,
    /// Code of its department or overseas collectivity: "42", "2A", "974".
    pub department: &'static str,
    /// Its postcodes, lowest first; a few uninhabited places have none.
    pub postcodes: Vec<&'static str>,
    /// Inhabitants.
    pub population: u32,
    /// Latitude in degrees.
    pub lat: f32,
    /// Longitude in degrees.
    pub lon: f32,
}

/// The three cities that are also known by their districts, with the postcode people write for the whole.
const CITIES_WITH_DISTRICTS: [(&str, &str); 3] = [("75056", "75000"), ("69123", "69000"), ("13055", "13000")];

/// Whether the commune is Paris, Lyon or Marseille as a whole.
#[must_use]
pub fn has_districts(commune: &Commune) -> bool {
    CITIES_WITH_DISTRICTS.iter().any(|(insee, _)| *insee == commune.insee)
}

/// What the field shows once a commune is chosen: "Saint-Étienne (42000)", "Paris 12e (75012)", "Lyon (69)".
/// No two communes share a label.
#[must_use]
pub fn label(commune: &Commune) -> String {
    let name = commune.name.strip_suffix(" Arrondissement").unwrap_or(commune.name);
    match commune.postcodes.first() {
        Some(_) if has_districts(commune) => format!("{name} ({})", commune.department),
        Some(postcode) => format!("{name} ({postcode})"),
        None => name.to_owned(),
    }
}

/// The local time of the place.
#[must_use]
pub fn zone(commune: &Commune) -> Tz {
    match commune.department {
        "971" => Tz::America__Guadeloupe,
        "972" => Tz::America__Martinique,
        "973" => Tz::America__Cayenne,
        "974" => Tz::Indian__Reunion,
        "975" => Tz::America__Miquelon,
        "976" => Tz::Indian__Mayotte,
        "977" => Tz::America__St_Barthelemy,
        "978" => Tz::America__Marigot,
        "984" => Tz::Indian__Kerguelen,
        "986" => Tz::Pacific__Wallis,
        "987" => Tz::Pacific__Tahiti,
        "988" => Tz::Pacific__Noumea,
        _ => Tz::Europe__Paris,
    }
}

/// Metres between two communes, as the crow flies.
#[must_use]
pub fn distance_m(a: &Commune, b: &Commune) -> u32 {
    meters_between((a.lat, a.lon), (b.lat, b.lon))
}

/// Metres between two points given as latitude and longitude in degrees, as the crow flies.
#[must_use]
pub fn meters_between(a: (f32, f32), b: (f32, f32)) -> u32 {
    const EARTH_RADIUS_M: f64 = 6_371_008.8;
    let [lat_a, lon_a, lat_b, lon_b] = [a.0, a.1, b.0, b.1].map(|degrees| f64::from(degrees).to_radians());
    let across = ((lat_b - lat_a) / 2.0).sin().powi(2);
    let along = ((lon_b - lon_a) / 2.0).sin().powi(2);
    let haversine = lat_a.cos().mul_add(lat_b.cos() * along, across).clamp(0.0, 1.0);
    whole_meters(2.0 * EARTH_RADIUS_M * haversine.sqrt().asin())
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most half the Earth's girth")]
fn whole_meters(meters: f64) -> u32 {
    meters.round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn commune(insee: &str) -> &'static Commune {
        by_insee(insee).expect("a known commune")
    }

    #[test]
    fn the_whole_list_is_there() {
        assert_eq!(all().len(), 34_969 + 45);
        let home = commune("42218");
        assert_eq!((home.name, home.department), ("Saint-Étienne", "42"));
        assert_eq!(home.postcodes, ["42000", "42100", "42230"]);
        assert!(home.population > 170_000);
        assert!(by_insee("00000").is_none());
    }

    #[test]
    fn a_label_names_one_commune_only() {
        assert_eq!(label(commune("42218")), "Saint-Étienne (42000)");
        assert_eq!(label(commune("75112")), "Paris 12e (75012)");
        assert_eq!(label(commune("69123")), "Lyon (69)");
        let labels: std::collections::HashSet<String> = all().iter().map(label).collect();
        assert_eq!(labels.len(), all().len());
    }

    #[test]
    fn overseas_places_live_at_their_own_hour() {
        let expected = [
            ("97105", "America/Guadeloupe"),
            ("97209", "America/Martinique"),
            ("97302", "America/Cayenne"),
            ("97411", "Indian/Reunion"),
            ("97502", "America/Miquelon"),
            ("97611", "Indian/Mayotte"),
            ("97701", "America/St_Barthelemy"),
            ("97801", "America/Marigot"),
            ("98613", "Pacific/Wallis"),
            ("98735", "Pacific/Tahiti"),
            ("98818", "Pacific/Noumea"),
            ("2A004", "Europe/Paris"),
            ("42218", "Europe/Paris"),
        ];
        for (insee, name) in expected {
            assert_eq!(zone(commune(insee)).name(), name);
        }
        let abroad = all().iter().filter(|c| c.department.len() == 3 && zone(c) == Tz::Europe__Paris);
        assert_eq!(abroad.map(|c| c.insee).collect::<Vec<_>>(), ["98901"], "only uninhabited Clipperton");
    }

    #[test]
    fn distances_are_those_of_the_map() {
        let to_lyon = distance_m(commune("42218"), commune("69123"));
        assert!((50_000..54_000).contains(&to_lyon), "{to_lyon}");
        assert_eq!(distance_m(commune("42218"), commune("42218")), 0);
        assert!(distance_m(commune("75056"), commune("97411")) > 9_000_000);
    }
}
