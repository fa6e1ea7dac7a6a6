//! People write "St" for "Saint", "12ème" or "12e arr." for the twelfth district: all are one spelling.

use crate::geo::text::fold;

/// The one spelling of a place: "St-Étienne" reads "saint etienne", "Paris 12e Arrondissement" reads "paris 12".
pub(super) fn place(text: &str) -> String {
    let folded = fold(text);
    let mut out = String::with_capacity(folded.len() + 4);
    for word in folded.split(' ') {
        if is_district_word(word, &out) {
            continue;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(spelled_out(word));
    }
    out
}

/// The other reading of a text that stops at "st" or "ste": Saint… so far, or Strasbourg, or Stenay.
pub(super) fn unfinished(text: &str) -> Option<String> {
    let still_typing = text.chars().last().is_some_and(char::is_alphabetic);
    let folded = fold(text);
    let (before, last) = folded.rsplit_once(' ').unwrap_or(("", &folded));
    (still_typing && matches!(last, "st" | "ste")).then(|| format!("{} {last}", place(before)).trim_start().to_owned())
}

/// A name without its leading article: "le havre" and "havre" are the same place to most people.
pub(super) fn without_article(name: &str) -> &str {
    ["le ", "la ", "les ", "l "].iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name)
}

fn spelled_out(word: &str) -> &str {
    match word {
        "st" => "saint",
        "ste" => "sainte",
        _ => ordinal(word).unwrap_or(word),
    }
}

fn ordinal(word: &str) -> Option<&str> {
    let number = ["eme", "ieme", "ere", "er", "nde", "nd", "e"].iter().find_map(|end| word.strip_suffix(end))?;
    (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(number)
}

fn is_district_word(word: &str, before: &str) -> bool {
    let after_number = before.ends_with(|c: char| c.is_ascii_digit());
    after_number && word.len() >= 3 && "arrondissements".starts_with(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_place_has_one_spelling() {
        for text in ["St Etienne", "saint-étienne", "SAINT ETIENNE", "st.-etienne"] {
            assert_eq!(place(text), "saint etienne", "{text}");
        }
        for text in ["Paris 12e", "paris 12", "Paris 12ème arrondissement", "PARIS 12 arr.", "paris 12eme"] {
            assert_eq!(place(text), "paris 12", "{text}");
        }
        assert_eq!(place("Lyon 1er"), "lyon 1");
        assert_eq!(place("Ste-Foy"), "sainte foy");
        assert_eq!(place("Arras"), "arras");
    }

    #[test]
    fn st_may_still_become_strasbourg() {
        assert_eq!(unfinished("st").as_deref(), Some("st"));
        assert_eq!(unfinished("st "), None);
        assert_eq!(unfinished("paris"), None);
    }
}
