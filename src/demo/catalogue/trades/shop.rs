//! Shops and markets: shelves are filled before opening, stalls go up at six.

use super::{EMPLOYED, EVERY_DAY, MARKET_DAYS, MONDAY_TO_SATURDAY, Trade, WEEKEND, at};

pub(super) const TRADES: &[Trade] = &[
    Trade {
        code: "D1505",
        statuses: EMPLOYED,
        pay: (1_231, 1_390),
        by_mission: 0,
        places: 3,
        shifts: &[at(9, 0, 300, MONDAY_TO_SATURDAY), at(14, 0, 300, MONDAY_TO_SATURDAY), at(15, 30, 270, EVERY_DAY)],
        needs: &[],
        accessible: 60,
        beginner: 75,
        jobs: &[
            ("Caisse dans {lieu}", "Vous encaissez les achats et rendez la monnaie dans {lieu}."),
            (
                "Renfort en caisse, quelques heures",
                "Vous tenez une caisse et aidez aux caisses automatiques dans {lieu}.",
            ),
            (
                "Accueil et encaissement dans {lieu}",
                "Vous accueillez les clients en caisse et tenez votre poste propre.",
            ),
        ],
        sites: &[
            "un supermarché de quartier",
            "une jardinerie",
            "un magasin de bricolage",
            "une coopérative alimentaire",
        ],
        contexts: &[
            "Une heure de prise en main est prévue et payée.",
            "Le siège est réglable et la pause est payée.",
            "Un écart de caisse n'est jamais retenu sur votre paie.",
        ],
        equipment: &["Gilet et badge fournis.", "Tout est fourni sur place."],
        requirements: &["Savoir compter et sourire. Pas de diplôme demandé.", "Pas d'expérience demandée."],
    },
    Trade {
        code: "D1507",
        statuses: EMPLOYED,
        pay: (1_231, 1_420),
        by_mission: 0,
        places: 5,
        shifts: &[
            at(5, 0, 240, MONDAY_TO_SATURDAY),
            at(6, 0, 210, MONDAY_TO_SATURDAY),
            at(20, 0, 240, MONDAY_TO_SATURDAY),
        ],
        needs: &[],
        accessible: 15,
        beginner: 90,
        jobs: &[
            ("Mise en rayon dans {lieu}", "Vous remplissez les rayons et vérifiez les dates dans {lieu}."),
            ("Inventaire en équipe dans {lieu}", "Vous comptez les articles avec un lecteur de codes dans {lieu}."),
            ("Réassort et rangement de réserve", "Vous mettez les produits en place et rangez la réserve dans {lieu}."),
        ],
        sites: &["un supermarché", "une épicerie solidaire", "un magasin de sport", "une grande librairie"],
        contexts: &[
            "Le travail se fait en équipe de cinq à dix personnes.",
            "Le magasin est fermé au public pendant la mission.",
            "Les charges lourdes se portent avec un tire-palette.",
        ],
        equipment: &[
            "Gants et gilet fournis. Venir avec des chaussures fermées.",
            "Chaussures de sécurité prêtées, cutter fourni.",
        ],
        requirements: &["Pas d'expérience demandée.", "Savoir lire une étiquette. Pas d'expérience demandée."],
    },
    Trade {
        code: "D1507",
        statuses: EMPLOYED,
        pay: (1_240, 1_480),
        by_mission: 0,
        places: 2,
        shifts: &[at(6, 0, 420, MARKET_DAYS), at(6, 0, 480, WEEKEND)],
        needs: &[],
        accessible: 5,
        beginner: 85,
        jobs: &[
            (
                "Montage d'un étal et vente au marché",
                "Vous montez l'étal avec {lieu}, servez les clients et rangez à la fin du marché.",
            ),
            ("Aide sur un étal de marché", "Vous installez les produits dès six heures et aidez à la vente."),
            ("Marché du matin avec {lieu}", "Vous déchargez, installez et tenez l'étal avec {lieu}."),
        ],
        sites: &["une maraîchère", "un fromager", "un producteur de fruits", "une boulangère"],
        contexts: &[
            "Un café chaud attend à l'arrivée.",
            "Le marché a lieu dehors, par tous les temps.",
            "Vous repartez avec un panier de produits.",
        ],
        equipment: &["Tablier fourni. Prévoir des vêtements chauds.", "Gants et tablier fournis."],
        requirements: &[
            "Pouvoir être sur place à six heures. Pas d'expérience demandée.",
            "Aimer parler aux gens. Pas de diplôme demandé.",
        ],
    },
];
