//! Deliveries, removals and rides: independent by bicycle, employed in a lorry, licensed with passengers.

use super::{ANY_STATUS, EMPLOYED, EVERY_DAY, LATE_WEEK, MONDAY_TO_SATURDAY, Need, SELF_EMPLOYED, Trade, WEEKDAYS, at};

pub(super) const TRADES: &[Trade] = &[
    Trade {
        code: "N4104",
        statuses: SELF_EMPLOYED,
        pay: (1_450, 1_900),
        by_mission: 55,
        places: 3,
        shifts: &[at(9, 0, 180, MONDAY_TO_SATURDAY), at(11, 30, 180, EVERY_DAY), at(18, 30, 180, EVERY_DAY)],
        needs: &[],
        accessible: 0,
        beginner: 70,
        jobs: &[
            ("Plis et petits colis à vélo", "Vous portez des plis et petits colis à vélo pour {lieu}."),
            (
                "Tournée courte à vélo en ville",
                "Vous livrez une dizaine d'adresses en centre-ville, dans l'ordre que vous choisissez.",
            ),
            ("Livraison à vélo pour {lieu}", "Vous retirez les commandes et les livrez à vélo pour {lieu}."),
        ],
        sites: &["une pharmacie", "des commerces du centre", "un laboratoire d'analyses", "une librairie"],
        contexts: &[
            "Le temps d'attente est payé comme le temps de course.",
            "Le rayon ne dépasse pas quatre kilomètres.",
            "Refuser une course ne change rien aux suivantes.",
        ],
        equipment: &["Vélo à vous ; casque, sac et éclairage prêtés.", "Vélo électrique prêté avec casque et sac."],
        requirements: &[
            "Savoir rouler en ville. Statut d'indépendant à jour.",
            "Un téléphone qui se connecte. Statut d'indépendant à jour.",
        ],
    },
    Trade {
        code: "N4105",
        statuses: EMPLOYED,
        pay: (1_260, 1_500),
        by_mission: 0,
        places: 2,
        shifts: &[at(6, 0, 450, MONDAY_TO_SATURDAY), at(8, 0, 450, WEEKDAYS), at(13, 0, 360, MONDAY_TO_SATURDAY)],
        needs: &[Need::Licence],
        accessible: 0,
        beginner: 0,
        jobs: &[
            ("Tournée de livraison pour {lieu}", "Vous livrez une tournée de {n} points en fourgon pour {lieu}."),
            ("Chauffeur-livreur ou chauffeuse-livreuse", "Vous chargez le véhicule, livrez et faites signer les bons."),
            (
                "Remplacement sur une tournée connue",
                "Vous remplacez une personne sur une tournée connue pour {lieu}, avec un plan détaillé.",
            ),
        ],
        sites: &["une boulangerie industrielle", "une enseigne de meubles", "un grossiste", "une blanchisserie"],
        contexts: &[
            "Le véhicule est fourni et assuré par l'employeur.",
            "La tournée est réaliste : elle a été chronométrée.",
            "Un hayon évite de porter les charges lourdes.",
        ],
        equipment: &["Fourgon, téléphone et gants fournis.", "Camionnette électrique et diable fournis."],
        requirements: &["Permis B en cours de validité.", "Permis B, conduite d'un fourgon déjà pratiquée."],
    },
    Trade {
        code: "N4121",
        statuses: EMPLOYED,
        pay: (1_231, 1_400),
        by_mission: 0,
        places: 2,
        shifts: &[at(6, 30, 420, MONDAY_TO_SATURDAY), at(8, 0, 420, MONDAY_TO_SATURDAY)],
        needs: &[],
        accessible: 0,
        beginner: 95,
        jobs: &[
            (
                "Aide à la livraison pour {lieu}, sans conduite",
                "Vous accompagnez une personne qui conduit et livrez à domicile pour {lieu}.",
            ),
            ("Aide-livreur ou aide-livreuse", "Vous aidez à charger, livrer et installer chez les clients."),
            ("Porter à deux pour {lieu}", "Vous portez à deux, sans conduire, pour {lieu}."),
        ],
        sites: &["un magasin d'électroménager", "une enseigne de meubles", "un marchand de boissons", "une jardinerie"],
        contexts: &[
            "Le déjeuner est remboursé.",
            "Les gestes pour porter sans se faire mal sont montrés au départ.",
            "La tournée compte environ {n} arrêts.",
        ],
        equipment: &["Gants, sangles et chaussures fournis.", "Tenue fournie."],
        requirements: &[
            "Pas de permis demandé. Pas d'expérience demandée.",
            "Pouvoir porter des charges à deux. Pas de permis demandé.",
        ],
    },
    Trade {
        code: "N1102",
        statuses: ANY_STATUS,
        pay: (1_320, 1_700),
        by_mission: 60,
        places: 3,
        shifts: &[at(8, 0, 240, EVERY_DAY), at(8, 0, 450, MONDAY_TO_SATURDAY), at(13, 30, 240, EVERY_DAY)],
        needs: &[],
        accessible: 0,
        beginner: 75,
        jobs: &[
            ("Déménager {lieu}", "Vous portez cartons et meubles pour déménager {lieu}."),
            (
                "Chargement d'un camion de déménagement",
                "Vous aidez à charger un camion : environ {n} cartons et quelques meubles.",
            ),
            (
                "Démontage et remontage de meubles",
                "Vous démontez, portez et remontez les meubles avec deux autres personnes.",
            ),
        ],
        sites: &["un studio au deuxième étage", "un trois-pièces avec ascenseur", "une petite maison", "des bureaux"],
        contexts: &[
            "Le camion est conduit par une autre personne.",
            "Tout est déjà emballé.",
            "Les pauses sont payées.",
        ],
        equipment: &[
            "Sangles, diable et gants fournis.",
            "Gants et ceinture prêtés. Venir avec des chaussures fermées.",
        ],
        requirements: &["Pouvoir porter des charges. Pas d'expérience demandée.", "Pas de permis demandé."],
    },
    Trade {
        code: "N4112",
        statuses: SELF_EMPLOYED,
        pay: (2_600, 3_600),
        by_mission: 70,
        places: 1,
        shifts: &[at(6, 0, 240, EVERY_DAY), at(16, 0, 240, EVERY_DAY), at(20, 0, 300, LATE_WEEK)],
        needs: &[Need::Licence, Need::Car],
        accessible: 0,
        beginner: 0,
        jobs: &[
            ("Trajets réservés vers {lieu}", "Vous conduisez des voyageurs vers {lieu}, sur réservation."),
            (
                "Conduite VTC, courses groupées",
                "Vous assurez une série de trajets réservés d'avance, kilomètres et attente payés.",
            ),
            ("Navette VTC pour {lieu}", "Vous faites la navette entre {lieu} et les hôtels."),
        ],
        sites: &["l'aéroport", "la gare", "un congrès", "un mariage"],
        contexts: &[
            "Le prix de chaque course est connu avant d'accepter.",
            "Le retour à vide est payé.",
            "Aucune note minimale n'est exigée.",
        ],
        equipment: &[
            "Véhicule VTC à vous, assuré pour le transport de personnes.",
            "Véhicule à vous ; siège enfant prêté.",
        ],
        requirements: &[
            "Carte professionnelle VTC et permis B en cours de validité.",
            "Carte professionnelle VTC. Statut d'indépendant à jour.",
        ],
    },
];
