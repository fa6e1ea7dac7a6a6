//! At people's homes: children after school, a household in the morning, lessons at the end of the day.

use super::{
    ANY_STATUS, EMPLOYED, MONDAY_TO_SATURDAY, SCHOOL_DAYS, SELF_EMPLOYED, Trade, WEDNESDAY, WEEKDAYS, WEEKEND, at,
};

pub(super) const TRADES: &[Trade] = &[
    Trade {
        code: "K1303",
        statuses: EMPLOYED,
        pay: (1_240, 1_550),
        by_mission: 0,
        places: 1,
        shifts: &[at(16, 30, 150, SCHOOL_DAYS), at(16, 15, 165, SCHOOL_DAYS), at(16, 30, 120, SCHOOL_DAYS)],
        needs: &[],
        accessible: 5,
        beginner: 45,
        jobs: &[
            ("Garde de {lieu} après l'école", "Vous gardez {lieu} jusqu'au retour des parents."),
            ("Sortie d'école et goûter", "Vous allez chercher {lieu} à l'école, donnez le goûter et jouez."),
            ("Goûter, devoirs et jeux", "Vous accompagnez {lieu} : goûter, devoirs, jeux."),
        ],
        sites: &[
            "deux enfants de 5 et 8 ans",
            "une enfant de 6 ans",
            "trois enfants de 4 à 9 ans",
            "un enfant de 7 ans",
        ],
        contexts: &[
            "L'école est à dix minutes à pied du domicile.",
            "Vous rencontrez la famille avant, ce temps est payé.",
            "Les habitudes de la maison sont écrites sur une fiche.",
        ],
        equipment: &["Rien à apporter.", "Jeux et goûter fournis par la famille."],
        requirements: &[
            "Une expérience avec des enfants, même familiale.",
            "Une expérience avec des enfants et deux personnes qui peuvent en parler.",
        ],
    },
    Trade {
        code: "K1303",
        statuses: EMPLOYED,
        pay: (1_240, 1_550),
        by_mission: 0,
        places: 1,
        shifts: &[at(8, 0, 570, WEDNESDAY), at(19, 0, 240, WEEKEND), at(13, 30, 240, WEDNESDAY)],
        needs: &[],
        accessible: 5,
        beginner: 45,
        jobs: &[
            ("Garder {lieu}", "Vous gardez {lieu} à la maison pendant l'absence des parents."),
            ("Garde d'enfants à domicile", "Vous jouez, préparez un repas simple et veillez sur {lieu}."),
            ("Veiller sur {lieu}", "Vous veillez sur {lieu} et suivez les habitudes de la maison."),
        ],
        sites: &[
            "deux enfants de 5 et 8 ans",
            "une enfant de 6 ans",
            "trois enfants de 4 à 9 ans",
            "un enfant de 7 ans",
        ],
        contexts: &[
            "Un espace calme et des jeux sont à disposition.",
            "Vous rencontrez la famille avant, ce temps est payé.",
            "Les habitudes de la maison sont écrites sur une fiche.",
        ],
        equipment: &["Rien à apporter.", "Jeux et goûter fournis par la famille."],
        requirements: &[
            "Une expérience avec des enfants, même familiale.",
            "Une expérience avec des enfants et deux personnes qui peuvent en parler.",
        ],
    },
    Trade {
        code: "K1304",
        statuses: ANY_STATUS,
        pay: (1_260, 1_650),
        by_mission: 25,
        places: 1,
        shifts: &[at(8, 30, 180, WEEKDAYS), at(9, 0, 120, MONDAY_TO_SATURDAY), at(14, 0, 180, WEEKDAYS)],
        needs: &[],
        accessible: 5,
        beginner: 60,
        jobs: &[
            ("Ménage chez un particulier", "Vous faites le ménage courant : sols, cuisine, salle de bains."),
            ("Repassage et rangement chez {lieu}", "Vous repassez le linge et rangez pour {lieu}."),
            (
                "Courses et repas pour {lieu}",
                "Vous faites quelques courses, préparez un repas simple et rangez la cuisine.",
            ),
        ],
        sites: &[
            "une personne âgée",
            "une famille de trois enfants",
            "un couple de retraités",
            "une famille avec un bébé",
        ],
        contexts: &[
            "La liste des tâches est fixée avant, elle ne change pas sur place.",
            "La personne est présente et accueillante.",
            "Le logement est proche des transports.",
        ],
        equipment: &["Produits et aspirateur sur place.", "Matériel sur place, gants fournis."],
        requirements: &["Pas de diplôme demandé.", "Être discret ou discrète. Pas de diplôme demandé."],
    },
    Trade {
        code: "K2129",
        statuses: SELF_EMPLOYED,
        pay: (1_900, 2_900),
        by_mission: 15,
        places: 1,
        shifts: &[
            at(17, 0, 90, WEEKDAYS),
            at(17, 30, 120, WEEKDAYS),
            at(10, 0, 120, WEEKEND),
            at(14, 0, 120, WEDNESDAY),
        ],
        needs: &[],
        accessible: 10,
        beginner: 20,
        jobs: &[
            ("Soutien scolaire en {lieu}", "Vous aidez un ou une élève en {lieu}."),
            (
                "Cours et exercices : {lieu}",
                "Vous reprenez le cours à domicile et faites faire des exercices : {lieu}.",
            ),
            ("Aide aux devoirs à domicile", "Vous aidez aux devoirs et à l'organisation de la semaine."),
        ],
        sites: &[
            "mathématiques, niveau collège",
            "français, niveau primaire",
            "anglais, niveau lycée",
            "physique, niveau seconde",
        ],
        contexts: &[
            "Les cahiers et le programme sont transmis avant.",
            "Un bilan de quelques lignes suffit à la fin.",
            "Le rythme peut continuer chaque semaine si tout le monde le souhaite.",
        ],
        equipment: &["Manuels sur place.", "Manuels et tableau blanc sur place."],
        requirements: &[
            "Niveau bac ou expérience équivalente dans la matière.",
            "Maîtriser la matière et savoir expliquer.",
        ],
    },
];
