//! Twelve invented platforms, of every kind and in every state of the label, so that each screen has something true to show.
//! Names were made up for the demonstration; sites and addresses end in `.example`, which belongs to nobody.

use super::seeds::{LabelSeed, PlatformSeed};

mod siren;
mod trades;

pub(super) use trades::{Practice, practices};

/// What stays true of every offer of a platform.
pub(super) struct Profile {
    slug: &'static str,
    /// Name on screens.
    pub name: &'static str,
    kind: &'static str,
    about: &'static str,
    label: LabelSeed,
    /// Contracts it offers.
    pub statuses: &'static [&'static str],
    /// Its part of the offers, out of a hundred.
    pub share: u8,
    /// Days until it pays.
    pub pay_delay_days: u32,
    /// Commission on independent missions.
    pub commission_percent: u8,
    /// Whether it pays contributions for independents.
    pub withholds: bool,
}

const SELF: &[&str] = &["self_employed"];
const FIXED: &[&str] = &["fixed_term"];
const TEMP: &[&str] = &["temp_agency"];

/// Twelve platforms; the first eight hold an active label and share 92 % of the offers.
pub(super) const PROFILES: [Profile; 12] = [
    Profile {
        slug: "voltemain",
        name: "Voltemain",
        kind: "jobbing",
        about: "Voltemain relie des voisins et des personnes indépendantes pour de petits travaux. Plateforme fictive, créée pour la démonstration d'Escale.",
        label: granted(
            420,
            "Prix connus d'avance, assurance payée par la plateforme, retraits de comptes motivés par une personne.",
        ),
        statuses: SELF,
        share: 11,
        pay_delay_days: 3,
        commission_percent: 12,
        withholds: true,
    },
    Profile {
        slug: "serenoe",
        name: "Sérénoé",
        kind: "organised_services",
        about: "Sérénoé organise des services à la maison et en voiture, avec un prix fixé d'avance. Plateforme fictive, créée pour la démonstration d'Escale.",
        label: granted(
            200,
            "Temps de trajet payé, liberté de connexion vérifiée sur trois mois, dialogue avec un collège d'indépendants.",
        ),
        statuses: SELF,
        share: 11,
        pay_delay_days: 5,
        commission_percent: 18,
        withholds: true,
    },
    Profile {
        slug: "cliquemi",
        name: "Cliquemi",
        kind: "microwork",
        about: "Cliquemi propose de courtes tâches à distance, payées au temps mesuré. Plateforme fictive, créée pour la démonstration d'Escale.",
        label: granted(90, "Durées mesurées avec des débutants, refus de travail expliqués, plancher horaire tenu."),
        statuses: SELF,
        share: 5,
        pay_delay_days: 7,
        commission_percent: 10,
        withholds: false,
    },
    Profile {
        slug: "plumoctet",
        name: "Plumoctet",
        kind: "freelance",
        about: "Plumoctet relie des personnes qui traduisent, programment ou enseignent et des associations ou de petites entreprises. Plateforme fictive, créée pour la démonstration d'Escale.",
        label: granted(610, "Contrats clairs, paiement garanti, contribution à la formation versée chaque trimestre."),
        statuses: SELF,
        share: 5,
        pay_delay_days: 10,
        commission_percent: 8,
        withholds: false,
    },
    Profile {
        slug: "tremplune",
        name: "Tremplune",
        kind: "insertion",
        about: "Tremplune propose des missions courtes avec un accompagnement à côté du travail. Structure fictive, créée pour la démonstration d'Escale.",
        label: granted(
            330,
            "Accompagnateur et financeur nommés, formation sur le temps de travail, contrats vérifiés.",
        ),
        statuses: FIXED,
        share: 9,
        pay_delay_days: 12,
        commission_percent: 0,
        withholds: true,
    },
    Profile {
        slug: "halles-quatre-brouettes",
        name: "Halles des Quatre-Brouettes",
        kind: "employer",
        about: "Les Halles des Quatre-Brouettes réunissent marchés, magasins et restaurants qui embauchent pour quelques jours. Employeur fictif, créé pour la démonstration d'Escale.",
        label: granted(
            150,
            "Contrats remis avant le premier jour, heures payées à la minute, représentants consultés.",
        ),
        statuses: FIXED,
        share: 16,
        pay_delay_days: 15,
        commission_percent: 0,
        withholds: true,
    },
    Profile {
        slug: "kermessine",
        name: "Kermessine",
        kind: "association",
        about: "Kermessine prépare fêtes, matchs et festivals avec des équipes salariées pour quelques soirs. Association fictive, créée pour la démonstration d'Escale.",
        label: granted(
            720,
            "Sécurité des montages contrôlée, majorations de nuit appliquées, accueil de chaque nouvelle personne.",
        ),
        statuses: FIXED,
        share: 9,
        pay_delay_days: 14,
        commission_percent: 0,
        withholds: true,
    },
    Profile {
        slug: "relaisbrise",
        name: "Relaisbrise Intérim",
        kind: "temp_agency",
        about: "Relaisbrise Intérim délègue des personnes dans la logistique, l'hôtellerie et le bâtiment. Entreprise de travail temporaire fictive, créée pour la démonstration d'Escale.",
        label: granted(
            60,
            "Équipements fournis, accidents suivis par une personne nommée, contrats signés avant la mission.",
        ),
        statuses: TEMP,
        share: 26,
        pay_delay_days: 8,
        commission_percent: 0,
        withholds: true,
    },
    Profile {
        slug: "vifquart",
        name: "Vifquart",
        kind: "organised_services",
        about: "Vifquart propose des courses et des trajets réservés dans l'heure. Plateforme fictive, créée pour la démonstration d'Escale : son label est suspendu.",
        label: LabelSeed::Suspended {
            granted_days_ago: 380,
            days_ago: 6,
            reason: "Des comptes ont été désactivés sans motif ni recours ; mesure conservatoire pendant la phase contradictoire.",
        },
        statuses: SELF,
        share: 2,
        pay_delay_days: 7,
        commission_percent: 20,
        withholds: false,
    },
    Profile {
        slug: "balibalai",
        name: "Balibalai",
        kind: "jobbing",
        about: "Balibalai met en relation pour le ménage et les vitres. Plateforme fictive, créée pour la démonstration d'Escale : son label est arrivé à son terme.",
        label: LabelSeed::Expired {
            granted_days_ago: 1_130,
            reason: "Prix et durées affichés avant acceptation, assurance souscrite pour toutes les missions.",
        },
        statuses: SELF,
        share: 2,
        pay_delay_days: 9,
        commission_percent: 15,
        withholds: false,
    },
    Profile {
        slug: "tapotine",
        name: "Tapotine",
        kind: "microwork",
        about: "Tapotine propose de la saisie et des enquêtes à distance. Plateforme fictive, créée pour la démonstration d'Escale : sa demande de label est à l'étude.",
        label: LabelSeed::Examination { days_ago: 34 },
        statuses: SELF,
        share: 2,
        pay_delay_days: 12,
        commission_percent: 16,
        withholds: false,
    },
    Profile {
        slug: "manoeuvria",
        name: "Manœuvria",
        kind: "temp_agency",
        about: "Manœuvria délègue des équipes pour les chantiers et les quais. Entreprise fictive, créée pour la démonstration d'Escale : le label lui a été refusé.",
        label: LabelSeed::Declined {
            days_ago: 75,
            reason: "Le document de risques par type de mission manque, et le signalement d'un danger n'était pas suivi par une personne.",
        },
        statuses: TEMP,
        share: 2,
        pay_delay_days: 20,
        commission_percent: 0,
        withholds: true,
    },
];

const fn granted(days_ago: u32, reason: &'static str) -> LabelSeed {
    LabelSeed::Granted { days_ago, reason }
}

pub(super) fn all(seed: u64) -> Vec<PlatformSeed> {
    (0_u64..).zip(&PROFILES).map(|(number, profile)| platform(seed, number, profile)).collect()
}

fn platform(seed: u64, number: u64, profile: &Profile) -> PlatformSeed {
    PlatformSeed {
        slug: profile.slug,
        name: profile.name,
        kind: profile.kind,
        about: profile.about,
        email: format!("contact@{}.example", profile.slug),
        website: format!("https://{}.example", profile.slug),
        siren: siren::draw(seed, number),
        label: profile.label,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_labels_are_active_and_the_four_others_are_each_in_their_own_state() {
        let platforms = all(1);
        assert!(platforms[..8].iter().all(|platform| platform.label.is_active()));
        let others = &platforms[8..];
        assert!(matches!(others[0].label, LabelSeed::Suspended { .. }));
        assert!(matches!(others[1].label, LabelSeed::Expired { granted_days_ago: 1_097.., .. }));
        assert!(matches!(others[2].label, LabelSeed::Examination { .. }));
        assert!(matches!(others[3].label, LabelSeed::Declined { .. }));
        assert_eq!(PROFILES.iter().map(|profile| u32::from(profile.share)).sum::<u32>(), 100);
        assert_eq!(PROFILES[..8].iter().map(|profile| u32::from(profile.share)).sum::<u32>(), 92);
    }

    #[test]
    fn every_kind_is_there_and_every_text_says_that_it_is_invented() {
        let platforms = all(1);
        let kinds: std::collections::HashSet<_> = platforms[..8].iter().map(|platform| platform.kind).collect();
        assert_eq!(kinds.len(), 8);
        for platform in platforms {
            assert!(platform.about.contains("ficti"), "{}", platform.name);
            assert!(platform.website.ends_with(".example") && platform.email.ends_with(".example"));
        }
    }
}
