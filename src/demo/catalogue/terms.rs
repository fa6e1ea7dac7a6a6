//! The terms of a mission follow from its contract: an employer bears the costs, an independent knows them beforehand,
//! and stepping back is free for the person in every case.

use super::platforms::Profile;
use super::trades::{Need, Trade};
use crate::demo::rng::Rng;

/// The platform's own reference: three letters of its name and the number of the offer.
pub(super) fn reference(profile: &Profile, number: u64) -> String {
    let letters: String =
        crate::geo::text::fold(profile.name).chars().filter(char::is_ascii_lowercase).take(3).collect();
    format!("{}-{number:06}", letters.to_uppercase())
}

/// The costs there may be.
pub(super) fn costs(trade: &Trade, status: &str) -> &'static str {
    match status {
        "temp_agency" => "Aucun frais pour vous. La moitié de l'abonnement de transport est remboursée.",
        "fixed_term" => "Aucun frais pour vous. Le trajet est remboursé pour moitié, sur justificatif.",
        _ if trade.needs(Need::Car) => "Carburant et usure du véhicule : 0,45 € par kilomètre, payés en plus du prix.",
        _ if trade.needs(Need::Remote) => "Pas de trajet. Comptez moins d'un euro de connexion par jour.",
        _ => "Le trajet pour venir est à votre charge, environ 3 €.",
    }
}

/// The insurance that covers the person.
pub(super) fn insurance(status: &str) -> &'static str {
    match status {
        "temp_agency" => "Assurance accidents du travail et mutuelle de l'agence d'emploi dès la première heure.",
        "fixed_term" => "Assurance accidents du travail de l'employeur dès la première heure.",
        _ => "La plateforme paie une assurance accidents et une responsabilité civile pendant la mission.",
    }
}

/// What happens when either side cancels.
pub(super) fn cancellation(status: &str) -> &'static str {
    match status {
        "self_employed" => {
            "Vous pouvez annuler sans frais et sans motif. Si le client annule moins de 24 heures avant, la moitié du prix vous est payée."
        }
        _ => {
            "Vous pouvez renoncer avant la signature, sans motif. Après, si la mission est annulée, les heures prévues vous sont payées."
        }
    }
}

/// How to reach the platform.
pub(super) fn contact(rng: &mut Rng, profile: &Profile) -> String {
    const REPLIES: [&str; 3] = ["sous une heure", "dans la demi-journée", "avant 18 h"];
    format!("L'équipe {} répond {} à chaque demande envoyée sur Escale.", profile.name, rng.pick(&REPLIES))
}
