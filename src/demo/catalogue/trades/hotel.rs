//! Hotels and welcome desks: rooms are made in the morning, guests arrive in the afternoon.

use super::{EMPLOYED, EVERY_DAY, MONDAY_TO_SATURDAY, Trade, WEEKDAYS, at};

const HOTELS: &[&str] = &[
    "un hôtel de quarante chambres",
    "un hôtel près de la gare",
    "une résidence de tourisme",
    "un village de vacances",
];

pub(super) const TRADES: &[Trade] = &[
    Trade {
        code: "G1502",
        statuses: EMPLOYED,
        pay: (1_240, 1_450),
        by_mission: 0,
        places: 3,
        shifts: &[at(8, 30, 330, EVERY_DAY), at(9, 0, 300, EVERY_DAY)],
        needs: &[],
        accessible: 10,
        beginner: 75,
        jobs: &[
            (
                "Ménage des chambres dans {lieu}",
                "Vous faites les lits et nettoyez chambres et salles de bains dans {lieu}.",
            ),
            (
                "Remise en état des chambres",
                "Vous remettez en état une dizaine de chambres avant l'arrivée des clients.",
            ),
            (
                "Petit-déjeuner et étages dans {lieu}",
                "Vous débarrassez le petit-déjeuner puis aidez à l'étage dans {lieu}.",
            ),
        ],
        sites: HOTELS,
        contexts: &[
            "Le temps prévu par chambre est de vingt-cinq minutes, affiché à l'office.",
            "On travaille par deux.",
            "Le linge est monté par ascenseur.",
        ],
        equipment: &["Blouse, gants et produits fournis.", "Chariot, produits et blouse fournis."],
        requirements: &[
            "Pas d'expérience demandée.",
            "Savoir faire un lit au carré s'apprend sur place. Pas de diplôme demandé.",
        ],
    },
    Trade {
        code: "G1703",
        statuses: EMPLOYED,
        pay: (1_300, 1_620),
        by_mission: 0,
        places: 1,
        shifts: &[at(7, 0, 480, EVERY_DAY), at(14, 0, 480, EVERY_DAY), at(22, 0, 480, EVERY_DAY)],
        needs: &[],
        accessible: 55,
        beginner: 25,
        jobs: &[
            (
                "Accueil des clients à la réception",
                "Vous accueillez les clients, remettez les clés et tenez le standard dans {lieu}.",
            ),
            ("Réception dans {lieu}", "Vous enregistrez les arrivées et les départs, et répondez au téléphone."),
            (
                "Remplacement à la réception",
                "Vous remplacez une personne à la réception pendant ses congés dans {lieu}.",
            ),
        ],
        sites: HOTELS,
        contexts: &[
            "Le logiciel de réservation vous est montré pendant la première heure.",
            "Une personne d'astreinte répond au téléphone en cas de besoin.",
            "L'hôtel compte {n} chambres.",
        ],
        equipment: &["Poste informatique et badge fournis.", "Tenue correcte, sans uniforme. Matériel fourni."],
        requirements: &[
            "Parler français et un peu anglais.",
            "Être à l'aise avec un ordinateur. Pas de diplôme demandé.",
        ],
    },
    Trade {
        code: "M1601",
        statuses: EMPLOYED,
        pay: (1_270, 1_560),
        by_mission: 0,
        places: 3,
        shifts: &[at(8, 30, 480, WEEKDAYS), at(9, 0, 240, MONDAY_TO_SATURDAY), at(13, 30, 240, MONDAY_TO_SATURDAY)],
        needs: &[],
        accessible: 75,
        beginner: 65,
        jobs: &[
            ("Accueil et orientation des visiteurs", "Vous accueillez les visiteurs et les orientez dans {lieu}."),
            (
                "Remise de badges et renseignements",
                "Vous remettez les badges et répondez aux questions du public dans {lieu}.",
            ),
            ("Accueil du public dans {lieu}", "Vous tenez l'accueil, le téléphone et le courrier dans {lieu}."),
        ],
        sites: &["une mairie annexe", "un salon professionnel", "une médiathèque", "un centre de santé", "un musée"],
        contexts: &[
            "Une fiche répond aux questions les plus fréquentes.",
            "Le poste est assis, avec un écran réglable.",
            "On attend environ {n} personnes dans la journée.",
        ],
        equipment: &["Badge et matériel fournis.", "Poste de travail assis fourni. Tenue de ville."],
        requirements: &[
            "Aimer renseigner. Pas de diplôme demandé.",
            "S'exprimer clairement en français. Une autre langue est un plus, jamais une condition.",
        ],
    },
];
