//! Offices are cleaned before or after work, factories between two shifts, windows by daylight.

use super::{ANY_STATUS, EMPLOYED, MONDAY_TO_SATURDAY, SELF_EMPLOYED, Trade, WEEKDAYS, at};

pub(super) const TRADES: &[Trade] = &[
    Trade {
        code: "K2205",
        statuses: ANY_STATUS,
        pay: (1_250, 1_480),
        by_mission: 30,
        places: 2,
        shifts: &[at(6, 0, 150, WEEKDAYS), at(18, 0, 150, WEEKDAYS), at(6, 30, 180, MONDAY_TO_SATURDAY)],
        needs: &[],
        accessible: 10,
        beginner: 90,
        jobs: &[
            ("Nettoyage de {lieu}", "Vous nettoyez sols, mobilier et sanitaires."),
            (
                "Entretien de {lieu}",
                "Vous dépoussiérez, aspirez et videz les corbeilles, sur {n} dizaines de mètres carrés.",
            ),
            (
                "Ménage de {lieu}, hors présence du public",
                "Vous videz les corbeilles, aspirez et nettoyez les sanitaires.",
            ),
        ],
        sites: &["bureaux", "locaux associatifs", "parties communes", "salles de classe", "cabinets médicaux"],
        contexts: &[
            "Le trajet entre deux sites est payé.",
            "Les produits sont sans danger étiqueté.",
            "Les locaux sont vides pendant la mission.",
        ],
        equipment: &["Chariot, produits et blouse fournis.", "Matériel et gants fournis."],
        requirements: &["Pas d'expérience demandée.", "Savoir lire une fiche de produit, expliquée sur place."],
    },
    Trade {
        code: "K2204",
        statuses: EMPLOYED,
        pay: (1_260, 1_520),
        by_mission: 0,
        places: 4,
        shifts: &[at(5, 0, 300, WEEKDAYS), at(20, 0, 300, WEEKDAYS), at(13, 0, 360, WEEKDAYS)],
        needs: &[],
        accessible: 0,
        beginner: 70,
        jobs: &[
            ("Nettoyage dans {lieu}", "Vous nettoyez sols et installations à l'arrêt dans {lieu}."),
            ("Conduite d'une autolaveuse", "Vous utilisez une autolaveuse et rangez les zones de passage dans {lieu}."),
            ("Remise en état de {lieu}", "Vous remettez en état {lieu} avec trois autres personnes."),
        ],
        sites: &["un atelier", "une usine alimentaire", "un hall de gare", "une piscine municipale"],
        contexts: &[
            "Les machines sont consignées avant votre arrivée.",
            "Une formation à l'autolaveuse ouvre la mission, elle est payée.",
            "Les heures avant 6 h et après 21 h sont majorées.",
        ],
        equipment: &["Combinaison, bottes et gants fournis.", "Équipement de protection complet fourni."],
        requirements: &["Pas d'expérience demandée.", "Suivre les consignes de sécurité, expliquées sur place."],
    },
    Trade {
        code: "K2202",
        statuses: SELF_EMPLOYED,
        pay: (1_400, 1_850),
        by_mission: 60,
        places: 1,
        shifts: &[at(8, 0, 180, MONDAY_TO_SATURDAY), at(9, 0, 240, WEEKDAYS), at(14, 0, 180, WEEKDAYS)],
        needs: &[],
        accessible: 0,
        beginner: 45,
        jobs: &[
            ("Lavage des vitres de {lieu}", "Vous lavez les vitres de {lieu}, dedans et dehors."),
            (
                "Lavage de fenêtres, rez-de-chaussée",
                "Vous nettoyez une quinzaine de fenêtres, sans travail en hauteur.",
            ),
            ("Vitrines à la perche", "Vous lavez des vitrines à la perche, depuis le trottoir."),
        ],
        sites: &["trois commerces", "une boulangerie", "une agence", "une véranda"],
        contexts: &[
            "Aucun travail au-dessus de deux mètres.",
            "Un point d'eau est sur place.",
            "La mission est remise en cas de pluie, sans perte pour vous.",
        ],
        equipment: &["Raclette et seau à vous, ou prêtés sur demande.", "Perche, raclette et produit prêtés."],
        requirements: &["Statut d'indépendant à jour.", "Une première expérience aide. Statut d'indépendant à jour."],
    },
];
