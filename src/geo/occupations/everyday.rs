//! The words people say and ROME does not write; they lead to an occupation, they are never displayed.

/// Everyday words and the code of the occupation they mean.
pub(super) const WORDS: [(&str, &str); 42] = [
    ("jardinage", "A1208"),
    ("tonte de pelouse", "A1208"),
    ("taille de haie", "A1208"),
    ("vendanges", "A1401"),
    ("cueillette", "A1401"),
    ("caissière supermarché", "D1505"),
    ("mise en rayon", "D1507"),
    ("inventaire", "D1507"),
    ("marché", "D1507"),
    ("femme de chambre", "G1502"),
    ("aide cuisinier", "G1602"),
    ("fast-food", "G1603"),
    ("plonge", "G1605"),
    ("vaisselle", "G1605"),
    ("accueil hôtel", "G1703"),
    ("bar", "G1801"),
    ("service en salle", "G1803"),
    ("extra restauration", "G1803"),
    ("emballage", "H3302"),
    ("colis", "N1103"),
    ("chantier", "F1704"),
    ("bricolage", "I1203"),
    ("montage de meubles", "I1203"),
    ("babysitter", "K1303"),
    ("babysitting", "K1303"),
    ("nounou", "K1303"),
    ("femme de ménage", "K1304"),
    ("homme de ménage", "K1304"),
    ("repassage", "K1304"),
    ("cours particuliers", "K2129"),
    ("aide aux devoirs", "K2129"),
    ("vitres", "K2202"),
    ("nettoyage de bureaux", "K2205"),
    ("sécurité concert", "K2504"),
    ("sondage", "M1401"),
    ("saisie de données", "M1606"),
    ("boîtage", "M1615"),
    ("déménagement", "N1102"),
    ("livreur à vélo", "N4104"),
    ("livraison", "N4105"),
    ("taxi", "N4112"),
    ("site internet", "M1855"),
];

/// The everyday words that mean this occupation.
pub(super) fn of(code: &str) -> impl Iterator<Item = &'static str> {
    WORDS.iter().filter(move |(_, meant)| *meant == code).map(|(words, _)| *words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everyday_words_mean_occupations_of_the_shortlist() {
        for (words, code) in WORDS {
            assert!(super::super::shortlist().iter().any(|occupation| occupation.code == code), "{words}");
        }
        assert_eq!(of("N4112").collect::<Vec<_>>(), ["taxi"]);
    }
}
