//! Events: doors open in the evening and on the days of rest.

use super::{EMPLOYED, LATE_WEEK, Trade, WEEKEND, at};

pub(super) const TRADES: &[Trade] = &[Trade {
    code: "K2504",
    statuses: EMPLOYED,
    pay: (1_330, 1_620),
    by_mission: 0,
    places: 8,
    shifts: &[at(17, 0, 420, LATE_WEEK), at(18, 30, 330, LATE_WEEK), at(12, 0, 480, WEEKEND)],
    needs: &[],
    accessible: 10,
    beginner: 0,
    jobs: &[
        ("Contrôle des accès pour {lieu}", "Vous contrôlez les accès et orientez le public pour {lieu}."),
        ("Sécurité à l'entrée de {lieu}", "Vous tenez une entrée avec deux collègues et gardez les issues libres."),
        (
            "Agent ou agente de sécurité événementielle",
            "Vous surveillez une zone, renseignez le public et prévenez le poste de secours.",
        ),
    ],
    sites: &["un concert", "un match", "une foire", "un festival"],
    contexts: &[
        "Un point de consignes a lieu trente minutes avant, il est payé.",
        "On attend plusieurs milliers de personnes.",
        "Les heures après 21 h sont majorées.",
    ],
    equipment: &["Radio, gilet et lampe fournis.", "Tenue identifiable et radio fournies."],
    requirements: &[
        "Carte professionnelle de sécurité (CNAPS) en cours de validité.",
        "Carte professionnelle CNAPS, mention surveillance.",
    ],
}];
