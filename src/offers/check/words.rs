//! Words that an offer may not use, and how words are found in a text. The lists are short and meant to catch honest mistakes; moderation catches the rest.

/// What the law forbids as a criterion (L. 1132-1, L. 5321-2), on text folded to lower case without accents.
const DISCRIMINATORY: &[&str] = &[
    "age maximum",
    "age maximal",
    "age limite",
    "limite d'age",
    "ans maximum",
    "ans maxi",
    "ans max",
    "pas plus de 30 ans",
    "moins de 25 ans",
    "moins de 26 ans",
    "moins de 30 ans",
    "moins de 35 ans",
    "moins de 40 ans",
    "moins de 45 ans",
    "moins de 50 ans",
    "jeune femme",
    "jeune homme",
    "jeune et dynamique",
    "jeunes uniquement",
    "hommes uniquement",
    "homme uniquement",
    "femmes uniquement",
    "femme uniquement",
    "reserve aux hommes",
    "reservee aux hommes",
    "reserve aux femmes",
    "reservee aux femmes",
    "nationalite francaise",
    "de nationalite",
    "francais de souche",
    "type europeen",
    "sans accent",
    "celibataire",
    "sans enfant",
    "sans charge de famille",
    "bonne presentation physique",
    "physique agreable",
    "pas enceinte",
    "non voilee",
    "sans voile",
    "etat de sante parfait",
    "non handicape",
    "valide uniquement",
    "pas de personnes en situation de handicap",
    "pas de personne en situation de handicap",
    "pas de handicap",
    "souriante et jolie",
    "souriante exigee",
    "sans casier judiciaire ni credit",
    "non syndique",
    "uniquement un homme",
    "uniquement une femme",
    "uniquement des hommes",
    "uniquement des femmes",
    "etre un homme",
    "etre une femme",
    "homme exige",
    "hommes exiges",
    "femme exigee",
    "femmes exigees",
    "cherchons un homme",
    "cherchons une femme",
    "recherchons un homme",
    "recherchons une femme",
    "cherche un homme",
    "cherche une femme",
    "nationalite europeenne",
    "nationalite exigee",
    "francais exiges",
    "francaise exigee",
    "pas de voile",
    "pas voilee",
    "sans enfants",
    "bonne presentation exigee",
    "ne apres",
    "nee apres",
    "nes apres",
    "hommes seulement",
    "homme seulement",
    "femmes seulement",
    "femme seulement",
    "hommes de preference",
    "femmes de preference",
    "de preference un homme",
    "de preference une femme",
    "pas d'etrangers",
    "pas d'etranger",
    "pas d'etrangere",
    "de confession",
    "belle et mince",
    "jolie et",
    "trop vieux",
    "trop vieille",
    "moins de vingt ans",
    "moins de vingt cinq ans",
    "moins de trente ans",
    "moins de trente cinq ans",
    "moins de quarante ans",
    "moins de cinquante ans",
    "moins de soixante ans",
];

/// What makes a person pay to work (L. 5321-3).
const COSTS_MONEY: &[&str] = &[
    "frais d'inscription",
    "frais de dossier",
    "droit d'entree",
    "caution a verser",
    "versez une caution",
    "formation payante obligatoire",
    "formation obligatoire payante",
    "abonnement obligatoire",
    "payer pour acceder",
    "kit de demarrage a acheter",
    "achat du kit obligatoire",
    "caution de",
    "caution demandee",
    "caution a regler",
    "depot de garantie",
    "vous achetez la tenue",
    "vous achetez le materiel a la plateforme",
    "frais d'adhesion",
    "cotisation d'adhesion",
    "inscription payante",
    "acces payant",
    "caution retenue",
    "caution exigee",
];

/// Small words that French cannot do without, and that English does not have.
const FRENCH: &[&str] = &[
    "le", "la", "les", "un", "une", "des", "du", "de", "et", "en", "au", "aux", "pour", "vous", "est", "dans", "sur",
    "avec", "votre", "vos", "ou", "par", "il", "elle", "sont", "ce", "cette", "nous", "pas", "qui", "que", "sera", "a",
];
const ENGLISH: &[&str] =
    &["the", "and", "you", "your", "with", "will", "for", "are", "is", "to", "of", "we", "our", "must"];

/// The forbidden criterion found, if any.
#[must_use]
pub fn discriminatory(text: &str) -> Option<&'static str> {
    found(text, DISCRIMINATORY).or_else(|| age_range(text).then_some("tranche d'âge"))
}

/// Whether the text sets an age for adults: "18-25 ans", "entre 20 et 35 ans", "de 18 à 30 ans", "moins de 28 ans". An age
/// below 18 is a child's, to be looked after; a range that has no upper end is a seniority.
fn age_range(text: &str) -> bool {
    let folded = fold(text);
    let words: Vec<&str> = folded.split_whitespace().collect();
    let number = |i: usize| words.get(i).and_then(|w| w.parse::<u8>().ok()).filter(|n| (18..=75).contains(n));
    words.iter().enumerate().any(|(i, word)| {
        let upper = *word == "ans" && i > 0 && number(i - 1).is_some();
        let between = i >= 2 && number(i - 2).is_some_and(|n| n >= 16);
        let joined = i >= 4 && matches!(words[i - 2], "et" | "a") && number(i - 3).is_some();
        let less = i >= 3 && words[i - 2] == "de" && words[i - 3] == "moins";
        let most = i >= 2 && ["maximum", "maxi", "max", "jusqu'a", "depasse", "depasser"].contains(&words[i - 2]);
        let then = words.get(i + 1..i + 3) == Some(&["au", "plus"]);
        let bare = *word == "age" && number(i + 1).is_some() && number(i + 2).is_some();
        bare || upper && (between || joined || less || most || then)
    })
}

/// The demand for money found, if any.
#[must_use]
pub fn asks_for_money(text: &str) -> Option<&'static str> {
    found(text, COSTS_MONEY)
}

/// The first of some words that a text holds, whatever its case, accents and typography.
#[must_use]
pub fn found(text: &str, list: &[&'static str]) -> Option<&'static str> {
    let padded = format!(" {} ", fold(text));
    list.iter().copied().find(|word| padded.contains(&format!(" {word} ")))
}

/// Whether the text reads as French: at least one word in twelve is a small French word, and more of them than English ones.
#[must_use]
pub fn is_french(text: &str) -> bool {
    let folded = fold(text);
    let words: Vec<&str> = folded.split([' ', '\'']).filter(|w| !w.is_empty()).collect();
    let count = |list: &[&str]| words.iter().filter(|w| list.contains(w)).count();
    let french = count(FRENCH);
    words.len() < 5 || (french * 12 >= words.len() && french > count(ENGLISH))
}

/// Whether a text of some length reads as English.
#[must_use]
pub fn is_english(text: &str) -> bool {
    let folded = fold(text);
    let count = |list: &[&str]| folded.split([' ', '\'']).filter(|w| list.contains(w)).count();
    let english = count(ENGLISH);
    english >= 3 && english > count(FRENCH)
}

/// Lower case, no accents, typographic apostrophes made plain, everything else than letters and digits a space.
fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à' | 'â' | 'ä' => out.push('a'),
            'é' | 'è' | 'ê' | 'ë' => out.push('e'),
            'î' | 'ï' => out.push('i'),
            'ô' | 'ö' => out.push('o'),
            'ù' | 'û' | 'ü' => out.push('u'),
            'ç' => out.push('c'),
            'œ' => out.push_str("oe"),
            '’' | '\'' => out.push('\''),
            c if c.is_alphanumeric() => out.push(c),
            _ if !out.ends_with(' ') => out.push(' '),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sex_an_age_or_an_origin_is_not_asked_for_in_other_words() {
        for text in [
            "Nous cherchons uniquement un homme pour porter des cartons.",
            "Être un homme. Moins de trente ans.",
            "Femme exigée, bonne présentation.",
            "Nationalité européenne exigée.",
            "Français exigés, pas de voile.",
            "Une personne née après 2000.",
            "Hommes seulement",
            "Pas d’étrangers",
            "de confession chrétienne souhaitée",
            "Maximum 30 ans",
            "Jusqu’à 35 ans",
            "35 ans au plus",
            "Âge : 18-30",
            "N’avoir pas dépassé 40 ans",
        ] {
            assert!(discriminatory(text).is_some(), "{text}");
        }
        for text in ["Il y a un homme âgé dans la maison.", "Mission ouverte aux femmes et aux hommes."] {
            assert_eq!(discriminatory(text), None, "{text}");
        }
    }

    #[test]
    fn a_maximum_age_and_other_criteria_are_caught_in_any_typography() {
        assert_eq!(discriminatory("Nous cherchons une personne de moins de 30 ans."), Some("moins de 30 ans"));
        assert_eq!(discriminatory("Âge maximum : 40"), Some("age maximum"));
        assert_eq!(discriminatory("Femmes uniquement"), Some("femmes uniquement"));
        assert_eq!(discriminatory("Service en salle, débutants acceptés."), None);
        assert_eq!(discriminatory("Garde de deux enfants de moins de 10 ans"), None);
        for age in ["Serveuse 18-25 ans", "entre 20 et 35 ans", "de 18 à 30 ans", "moins de 28 ans"] {
            assert!(discriminatory(age).is_some(), "{age}");
        }
        for fine in ["enfants de 3 à 10 ans", "à partir de 18 ans", "2 ans d'expérience", "maison de 20 ans"] {
            assert_eq!(discriminatory(fine), None, "{fine}");
        }
        assert!(asks_for_money("Caution de 50 € demandée avant la mission").is_some());
    }

    #[test]
    fn a_mission_is_free_for_the_person() {
        assert_eq!(asks_for_money("Prévoir des frais d’inscription de 20 €"), Some("frais d'inscription"));
        assert_eq!(asks_for_money("Repas offert"), None);
    }

    #[test]
    fn the_text_is_in_french() {
        assert!(is_french("Aide à la plonge pour un restaurant du centre, le matériel est fourni."));
        assert!(!is_french("Dishwashing in a restaurant downtown, you will be with our team and the chef."));
        assert!(is_french("Plonge restaurant"));
        assert!(is_english("You must be on time and bring your own shoes with you."));
        assert!(!is_english("Fourni sur place.") && !is_english("Venir avec de bonnes chaussures pour le week-end."));
    }
}
