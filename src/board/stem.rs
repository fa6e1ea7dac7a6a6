//! Two forms of one occupation meet in one stem: singular and plural, masculine and feminine.

use rust_stemmers::{Algorithm, Stemmer};

/// Feminine endings and what stands for them, longest first; the stemmer knows them only with their accents.
const ENDINGS: [(&str, &str); 8] = [
    ("trice", "teur"),
    ("ienne", "ien"),
    ("euse", "eur"),
    ("iere", "ier"),
    ("eux", "eur"),
    ("ere", "er"),
    ("ive", "if"),
    ("ee", "e"),
];

/// Irregular forms.
const IRREGULAR: [(&str, &str); 4] =
    [("travaux", "travail"), ("hotesse", "hote"), ("hotesses", "hote"), ("maitresse", "maitre")];

/// Letters that must stand before an ending: "jeux" and "lieux" are not feminine.
const ROOT: usize = 3;

/// Finds the stem of a folded word.
pub fn stem(folded: &str) -> String {
    Stemmer::create(Algorithm::French).stem(&masculine(folded)).into_owned()
}

fn masculine(folded: &str) -> String {
    if let Some((_, to)) = IRREGULAR.iter().find(|(from, _)| *from == folded) {
        return (*to).to_owned();
    }
    let singular = folded.strip_suffix('s').filter(|w| w.ends_with('e') || w.ends_with("er")).unwrap_or(folded);
    for (from, to) in ENDINGS {
        if let Some(root) = singular.strip_suffix(from).filter(|root| root.len() >= ROOT) {
            return format!("{root}{to}");
        }
    }
    singular.to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::text::words;
    use super::*;

    #[test]
    fn forms_of_one_occupation_meet() {
        for forms in [
            "serveur serveuse serveurs serveuses",
            "livreur livreuse livreurs livreuses",
            "vendeur vendeuse vendeurs vendeuses",
            "plongeur plongeuse plongeurs",
            "coiffeur coiffeuse",
            "balayeur balayeuse",
            "infirmier infirmière infirmiers infirmières",
            "caissier caissière caissières",
            "cuisinier cuisinière cuisiniers",
            "jardinier jardinière",
            "ouvrier ouvrière ouvriers ouvrières",
            "boulanger boulangère boulangers boulangères",
            "animateur animatrice animateurs animatrices",
            "éducateur éducatrice",
            "préparateur préparatrice préparateurs",
            "conducteur conductrice conducteurs",
            "formateur formatrice",
            "technicien technicienne techniciens techniciennes",
            "gardien gardienne gardiens",
            "électricien électricienne",
            "agent agente agents agentes",
            "assistant assistante assistants assistantes",
            "soignant soignante soignantes",
            "surveillant surveillante",
            "employé employée employés employées",
            "hôte hôtesse hôtes hôtesses",
            "manutentionnaire manutentionnaires",
            "secrétaire secrétaires",
            "artisan artisane artisans",
            "magasinier magasinière",
            "travail travaux",
            "saisonnier saisonnière saisonniers",
            "administratif administrative administratifs",
            "mission missions",
            "enfant enfants",
        ] {
            let stems: Vec<_> = words(forms).iter().map(|word| stem(&word.folded)).collect();
            assert!(stems.iter().all(|s| *s == stems[0]), "{forms}: {stems:?}");
        }
    }

    #[test]
    fn different_occupations_stay_apart() {
        let words = [
            "serveur",
            "serrurier",
            "livreur",
            "libraire",
            "vendeur",
            "vendange",
            "jeux",
            "jeune",
            "cuisinier",
            "caissier",
        ];
        let mut stems: Vec<_> = words.iter().map(|w| stem(w)).collect();
        stems.sort();
        stems.dedup();
        assert_eq!(stems.len(), words.len());
    }
}
