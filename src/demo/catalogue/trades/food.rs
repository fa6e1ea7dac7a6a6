//! Kitchens, dining rooms and bars: two services a day, noon and evening.

use super::{EMPLOYED, EVERY_DAY, LATE_WEEK, Trade, WEEKDAYS, at};

const SITES: &[&str] = &[
    "un restaurant de quartier",
    "une brasserie du centre",
    "un restaurant de cuisine du marché",
    "une auberge familiale",
    "un restaurant d'application",
];
const CANTEENS: &[&str] = &[
    "une cantine scolaire",
    "un restaurant d'entreprise",
    "une cuisine centrale",
    "une résidence pour personnes âgées",
];

pub(super) const TRADES: &[Trade] = &[
    Trade {
        code: "G1803",
        statuses: EMPLOYED,
        pay: (1_260, 1_580),
        by_mission: 0,
        places: 3,
        shifts: &[
            at(11, 0, 240, EVERY_DAY),
            at(11, 30, 210, EVERY_DAY),
            at(18, 0, 300, EVERY_DAY),
            at(18, 30, 270, LATE_WEEK),
        ],
        needs: &[],
        accessible: 15,
        beginner: 60,
        jobs: &[
            (
                "Service en salle dans {lieu}",
                "Vous prenez les commandes et servez une salle de {n} couverts dans {lieu}.",
            ),
            ("Dressage et service à table", "Vous dressez les tables, servez les plats et débarrassez dans {lieu}."),
            (
                "Renfort en salle pour un service",
                "Vous aidez l'équipe de salle dans {lieu} : accueil, commandes, encaissement.",
            ),
            (
                "Serveuse ou serveur dans {lieu}",
                "Vous portez les assiettes et tenez un rang de quelques tables dans {lieu}.",
            ),
        ],
        sites: SITES,
        contexts: &[
            "La carte est courte et vous est expliquée avant l'ouverture.",
            "Le repas de l'équipe est offert avant le service.",
            "Deux autres personnes assurent le service avec vous.",
        ],
        equipment: &["Tablier prêté. Venir en tenue sombre et chaussures fermées.", "Tenue complète prêtée sur place."],
        requirements: &[
            "Savoir porter un plateau. Pas de diplôme demandé.",
            "Être à l'aise avec la clientèle. Pas de diplôme demandé.",
        ],
    },
    Trade {
        code: "G1801",
        statuses: EMPLOYED,
        pay: (1_300, 1_650),
        by_mission: 0,
        places: 2,
        shifts: &[at(17, 30, 360, LATE_WEEK), at(18, 0, 300, EVERY_DAY), at(19, 0, 330, LATE_WEEK)],
        needs: &[],
        accessible: 15,
        beginner: 25,
        jobs: &[
            ("Service au bar pour une soirée", "Vous servez les boissons au comptoir dans {lieu}."),
            (
                "Préparation de cocktails simples",
                "Vous préparez boissons et cocktails simples, sur fiches, dans {lieu}.",
            ),
            ("Barmaid ou barman dans {lieu}", "Vous tenez le bar, encaissez et gardez le comptoir propre."),
        ],
        sites: &["un bar de quartier", "un café-concert", "un bar d'hôtel", "une guinguette"],
        contexts: &[
            "Les recettes sont affichées derrière le bar.",
            "La fermeture se fait à deux, et un taxi est payé si le dernier bus est passé.",
            "La soirée attend environ {n} personnes.",
        ],
        equipment: &["Tablier et petit matériel fournis.", "Tout le matériel de bar est sur place."],
        requirements: &[
            "Une première expérience du service aide. Pas de diplôme demandé.",
            "Savoir rendre la monnaie. Pas de diplôme demandé.",
        ],
    },
    Trade {
        code: "G1602",
        statuses: EMPLOYED,
        pay: (1_250, 1_520),
        by_mission: 0,
        places: 2,
        shifts: &[at(8, 0, 420, WEEKDAYS), at(9, 30, 330, EVERY_DAY), at(17, 0, 330, EVERY_DAY)],
        needs: &[],
        accessible: 10,
        beginner: 55,
        jobs: &[
            (
                "Épluchage et préparation des légumes",
                "Vous épluchez, lavez et taillez les légumes pour {n} repas dans {lieu}.",
            ),
            ("Entrées et desserts dans {lieu}", "Vous préparez les entrées froides et les desserts dans {lieu}."),
            (
                "Aide en cuisine dans {lieu}",
                "Vous aidez en cuisine : mise en place, envoi des plats, nettoyage du poste.",
            ),
            ("Commis ou commise de cuisine", "Vous tenez un poste de commis pour {n} couverts dans {lieu}."),
        ],
        sites: CANTEENS,
        contexts: &[
            "Une personne expérimentée travaille au poste voisin et montre les gestes.",
            "Les produits sont frais et livrés le matin.",
            "La cuisine est récente et bien ventilée.",
        ],
        equipment: &[
            "Veste, charlotte et couteaux fournis. Venir avec des chaussures fermées.",
            "Tenue et chaussures de sécurité prêtées.",
        ],
        requirements: &[
            "Connaître les règles d'hygiène, rappelées sur place. Pas de diplôme demandé.",
            "Pas de diplôme demandé.",
        ],
    },
    Trade {
        code: "G1603",
        statuses: EMPLOYED,
        pay: (1_231, 1_380),
        by_mission: 0,
        places: 4,
        shifts: &[at(11, 0, 240, EVERY_DAY), at(18, 0, 300, EVERY_DAY), at(10, 30, 300, EVERY_DAY)],
        needs: &[],
        accessible: 20,
        beginner: 90,
        jobs: &[
            (
                "Comptoir et préparation dans {lieu}",
                "Vous préparez les commandes et les remettez au comptoir dans {lieu}.",
            ),
            ("Équipe de restauration rapide", "Vous assemblez les sandwichs, tenez la caisse et nettoyez la salle."),
            (
                "Renfort pour le coup de feu",
                "Vous aidez au comptoir et en préparation dans {lieu}, au moment où il y a le plus de monde.",
            ),
        ],
        sites: &[
            "une sandwicherie",
            "un restaurant rapide",
            "un camion-restaurant",
            "une crêperie de galerie marchande",
        ],
        contexts: &[
            "Les fiches de préparation sont illustrées, on apprend en une heure.",
            "Vous tenez un seul poste à la fois.",
            "Un repas est offert pendant la pause.",
        ],
        equipment: &["Tenue fournie. Venir avec des chaussures antidérapantes si possible.", "Tenue et gants fournis."],
        requirements: &["Pas d'expérience demandée.", "Aimer le travail en équipe. Pas d'expérience demandée."],
    },
    Trade {
        code: "G1605",
        statuses: EMPLOYED,
        pay: (1_231, 1_400),
        by_mission: 0,
        places: 2,
        shifts: &[at(11, 30, 240, EVERY_DAY), at(18, 30, 300, EVERY_DAY), at(12, 0, 210, WEEKDAYS)],
        needs: &[],
        accessible: 10,
        beginner: 95,
        jobs: &[
            ("Plonge et rangement de cuisine", "Vous lavez la vaisselle à la machine et rangez la cuisine."),
            ("Plonge dans {lieu}", "Vous vous occupez de la plonge dans {lieu}, environ {n} couverts."),
            (
                "Lavage de la vaisselle pour un service",
                "Vous lavez vaisselle et casseroles, puis nettoyez le sol en fin de service.",
            ),
        ],
        sites: SITES,
        contexts: &[
            "Le lave-vaisselle est à capot, à hauteur.",
            "Le travail se fait debout, avec une pause au milieu.",
            "Le repas est offert.",
        ],
        equipment: &[
            "Tablier, gants et bottes fournis.",
            "Tablier et gants fournis. Venir avec des chaussures fermées.",
        ],
        requirements: &["Pas d'expérience demandée.", "Pas de diplôme ni d'expérience demandés."],
    },
];
