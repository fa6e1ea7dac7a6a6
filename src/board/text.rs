//! French text becomes words: lowercase, without accents, without elided articles nor empty words.

use std::ops::Range;

/// Words that say nothing about a mission, folded and in order; `h`, `f`, `e` and `s` come from "H/F" and "employé·e·s".
const EMPTY: [&str; 95] = [
    "a", "ai", "au", "aux", "avec", "ayant", "ce", "ceci", "cela", "celle", "celui", "ces", "cet", "cette", "comme",
    "dans", "de", "des", "du", "e", "elle", "elles", "en", "es", "est", "et", "etc", "etes", "etre", "eux", "f",
    "fait", "h", "il", "ils", "je", "la", "le", "les", "leur", "leurs", "lui", "ma", "mais", "me", "meme", "mes",
    "moi", "mon", "ne", "ni", "nos", "notre", "nous", "on", "ou", "par", "pas", "pour", "qu", "que", "quel", "quelle",
    "quelles", "quels", "qui", "s", "sa", "sans", "se", "ses", "si", "soit", "son", "sont", "sous", "sur", "ta", "te",
    "tes", "toi", "ton", "tous", "tout", "toute", "toutes", "tres", "tu", "un", "une", "vers", "vos", "votre", "vous",
    "y",
];

/// What an apostrophe cuts off.
const ELIDED: [&str; 14] =
    ["l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu"];

/// Longer words are addresses and noise.
const LONGEST: usize = 40;

/// A word of a text.
pub struct Word {
    /// Where it stands in the text, in bytes.
    pub at: Range<usize>,
    /// The word in lowercase ASCII, as far as French goes.
    pub folded: String,
}

/// Cuts a text into its telling words.
pub fn words(text: &str) -> impl Iterator<Item = Word> {
    runs(text).filter_map(|at| {
        let folded = fold(&text[at.clone()]);
        let elided = text[at.end..].starts_with(['\'', '’']) && ELIDED.contains(&folded.as_str());
        (!elided && !folded.is_empty() && folded.len() <= LONGEST && EMPTY.binary_search(&folded.as_str()).is_err())
            .then_some(Word { at, folded })
    })
}

/// Ranges of letters and digits, combining accents included.
fn runs(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(is_inside)?;
        let end = text[start..].find(|c| !is_inside(c)).map_or(text.len(), |n| start + n);
        rest = end;
        Some(start..end)
    })
}

fn is_inside(c: char) -> bool {
    c.is_alphanumeric() || is_combining(c)
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Puts one word in lowercase and takes its accents off.
pub fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        if c.is_ascii() {
            out.push(c.to_ascii_lowercase());
        } else if !is_combining(c) {
            c.to_lowercase().for_each(|c| fold_char(c, &mut out));
        }
    }
    out
}

fn fold_char(c: char, out: &mut String) {
    match c {
        'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => out.push('a'),
        'é' | 'è' | 'ê' | 'ë' => out.push('e'),
        'î' | 'ï' | 'í' | 'ì' => out.push('i'),
        'ô' | 'ö' | 'ó' | 'õ' | 'ò' => out.push('o'),
        'ù' | 'û' | 'ü' | 'ú' => out.push('u'),
        'ÿ' | 'ý' => out.push('y'),
        'ç' => out.push('c'),
        'ñ' => out.push('n'),
        'œ' => out.push_str("oe"),
        'æ' => out.push_str("ae"),
        'ß' => out.push_str("ss"),
        c if is_combining(c) => {}
        c => out.push(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        words(text).map(|w| w.folded).collect()
    }

    #[test]
    fn accents_ligatures_and_capitals_are_folded() {
        assert_eq!(
            cut("Élagueur CŒUR Ægir façade naïve e\u{301}te\u{301}"),
            ["elagueur", "coeur", "aegir", "facade", "naive", "ete"]
        );
    }

    #[test]
    fn elisions_and_empty_words_are_left_out() {
        assert_eq!(cut("L'aide à l’enfant, jusqu'à ce qu'il dorme"), ["aide", "enfant", "dorme"]);
        assert_eq!(cut("main-d'œuvre aujourd'hui"), ["main", "oeuvre", "aujourd", "hui"]);
    }

    #[test]
    fn empty_words_are_in_order() {
        assert!(EMPTY.is_sorted());
        assert_eq!(cut("Employé·e·s H/F"), ["employe"]);
    }

    #[test]
    fn a_licence_letter_is_a_word_but_an_elided_letter_is_not() {
        assert_eq!(cut("permis B, CACES 3"), ["permis", "b", "caces", "3"]);
        assert_eq!(cut("permis C"), ["permis", "c"]);
    }

    #[test]
    fn a_word_knows_where_it_stood() {
        let text = "Un Été à Nîmes";
        let at: Vec<_> = words(text).map(|w| &text[w.at]).collect();
        assert_eq!(at, ["Été", "Nîmes"]);
    }
}
