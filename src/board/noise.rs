//! What people type around what they look for: "cherche emploi jardinier, urgent" asks for a gardener.
//!
//! Such words are left out of a question as long as another word says what is asked; what missions say is read in full.
//! Moments are asked by the filters on time: those of a text do not narrow the answer.

use super::text::{Word, words};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Words beyond this number are not read.
const MOST_WORDS: usize = 12;

/// Words around the question, in French and in English, folded and in order.
const NOISE: &str = "\
    am annonce annonces around aujourd autour besoin bonjour boulot boulots cherche chercher cherchons chez demain \
    dispo disponible embauche emploi emplois end evening faire find finding for from get heure heures hiring hours \
    hui i im immediat immediatement in job jobs jour journee jours looking maintenant matin matinee me merci \
    mission missions mois morning my near need now of offre offres part petit petite petites petits plusieurs \
    poste postes postuler pres prochain prochaine proche proximite quelque quelques rapidement recherche \
    recherches recrute recrutement semaine soir soiree some souhaite stp svp taf tard the time to today tomorrow \
    tonight tot travail travailler trouver urgence urgent urgently veux voudrais want week weekend work working";

/// The same words, to be looked up fast.
static NOISE_WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| NOISE.split_whitespace().collect());

/// The words of a question, noise left out; and whether the last of them ends the text, so that it may be unfinished.
pub fn asked(text: &str) -> (Vec<Word>, bool) {
    let mut all = words(text);
    let end = all.last().map(|word| word.at.end);
    if !all.iter().all(is_noise) {
        all.retain(|word| !is_noise(word));
    }
    all.truncate(MOST_WORDS);
    let unfinished = all.last().map(|word| word.at.end) == end;
    (all, unfinished)
}

/// Says whether a text asks for nothing in particular: it has no word, or only such words.
#[must_use]
pub fn is_only_noise(text: &str) -> bool {
    words(text).iter().all(is_noise)
}

fn is_noise(word: &Word) -> bool {
    NOISE_WORDS.contains(&*word.folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(text: &str) -> (Vec<String>, bool) {
        let (words, unfinished) = asked(text);
        (words.into_iter().map(|word| word.folded).collect(), unfinished)
    }

    #[test]
    fn words_around_the_question_are_left_out() {
        assert!(NOISE.split_whitespace().is_sorted());
        assert_eq!(kept("Cherche emploi jardin"), (vec!["jardin".into()], true));
        assert_eq!(kept("manut urgent"), (vec!["manut".into()], false));
        assert_eq!(kept("looking for a waiter job tonight"), (vec!["waiter".into()], false));
    }

    #[test]
    fn noise_alone_is_read_as_it_stands() {
        assert_eq!(kept("petit boulot"), (vec!["petit".into(), "boulot".into()], true));
        assert_eq!(kept("petits travaux"), (vec!["travaux".into()], true));
        assert_eq!(kept(""), (vec![], true));
    }
}
