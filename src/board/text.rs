//! French text becomes words: lowercase, without accents, without elided articles nor empty words.

use rustc_hash::FxHashSet;
use std::ops::Range;
use std::sync::LazyLock;

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

/// The same words, to be looked up fast.
static EMPTY_WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| EMPTY.into_iter().collect());

/// First letters of the empty words of each length, one bit each: most words are told apart by them.
const FIRST_LETTERS: [u32; 9] = first_letters();

const fn first_letters() -> [u32; 9] {
    let (mut letters, mut n) = ([0; 9], 0);
    while n < EMPTY.len() {
        letters[EMPTY[n].len()] |= 1 << (EMPTY[n].as_bytes()[0] & 31);
        n += 1;
    }
    letters
}

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
pub fn words(text: &str) -> Vec<Word> {
    let mut all = Vec::new();
    each_word(text, &mut String::new(), |folded, at| all.push(Word { at, folded: folded.to_owned() }));
    all
}

/// Tells each telling word of a text, folded, and where it stands; `buffer` is used again for each of them.
pub fn each_word(text: &str, buffer: &mut String, mut hear: impl FnMut(&str, Range<usize>)) {
    buffer.clear();
    let mut start = None;
    for (at, c) in text.char_indices() {
        if c.is_ascii_alphanumeric() {
            start.get_or_insert(at);
            buffer.push(c.to_ascii_lowercase());
        } else if !c.is_ascii() && is_inside(c) {
            start.get_or_insert(at);
            fold_into(c, buffer);
        } else if let Some(start) = start.take() {
            if is_telling(buffer, c) {
                hear(buffer, start..at);
            }
            buffer.clear();
        }
    }
    if let Some(start) = start.filter(|_| is_telling(buffer, ' ')) {
        hear(buffer, start..text.len());
    }
}

fn is_empty(folded: &str) -> bool {
    let first = folded.bytes().next().unwrap_or(0);
    let may_be = FIRST_LETTERS.get(folded.len()).is_some_and(|letters| letters >> (first & 31) & 1 == 1);
    may_be && EMPTY_WORDS.contains(folded)
}

/// Says whether a folded word counts, knowing the character behind it.
fn is_telling(folded: &str, next: char) -> bool {
    let elided = matches!(next, '\'' | '’') && ELIDED.contains(&folded);
    !elided && !folded.is_empty() && folded.len() <= LONGEST && !is_empty(folded)
}

fn is_inside(c: char) -> bool {
    matches!(c, 'à'..='ö' | 'ø'..='ÿ') || c.is_alphanumeric() || is_combining(c)
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Puts one letter in lowercase and takes its accent off.
fn fold_into(c: char, out: &mut String) {
    if matches!(c, 'à'..='ö' | 'ø'..='ÿ') {
        fold_char(c, out);
    } else if !is_combining(c) {
        c.to_lowercase().for_each(|c| fold_char(c, out));
    }
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
        words(text).into_iter().map(|w| w.folded).collect()
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
        let at: Vec<_> = words(text).into_iter().map(|w| &text[w.at]).collect();
        assert_eq!(at, ["Été", "Nîmes"]);
    }
}
