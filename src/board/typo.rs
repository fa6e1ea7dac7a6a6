//! How far a mistyped word may be from a known one: one slip up to seven letters, two beyond, none in short words nor numbers.

/// Says how many slips a word of this shape is forgiven.
pub fn allowance(folded: &str) -> usize {
    match folded.len() {
        _ if !folded.bytes().all(|b| b.is_ascii_alphabetic()) => 0,
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// The set of letters of a word, one bit each: two sets that differ much rule a pair out at once.
pub fn letters(folded: &str) -> u32 {
    folded.bytes().fold(0, |set, b| set | 1 << (b & 31))
}

/// Says whether two words may be within `most` slips, from their sets of letters: one slip changes two letters at most.
pub fn may_be_close(a: u32, b: u32, most: usize) -> bool {
    (a ^ b).count_ones() as usize <= 2 * most
}

/// Counts the slips between two words (insertion, deletion, substitution, swap of neighbours), up to `most`.
pub fn slips(a: &str, b: &str, most: usize) -> Option<usize> {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let mut before = vec![0; b.len() + 1];
    let mut above: Vec<usize> = (0..=b.len()).collect();
    let mut row = above.clone();
    for i in 1..=a.len() {
        row[0] = i;
        for j in 1..=b.len() {
            let same = a[i - 1] == b[j - 1];
            row[j] = (above[j - 1] + usize::from(!same)).min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        if row.iter().all(|d| *d > most) {
            return None;
        }
        (before, above, row) = (above, row, before);
    }
    Some(above[b.len()]).filter(|d| *d <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_slip_counts_one() {
        for typo in ["servur", "serrveur", "serveyr", "sevreur", "derveur"] {
            assert_eq!(slips(typo, "serveur", 2), Some(1), "{typo}");
        }
        assert_eq!(slips("serveur", "serveur", 0), Some(0));
        assert_eq!(slips("serveur", "vendeur", 1), None);
    }

    #[test]
    fn short_words_and_numbers_are_never_mended() {
        assert_eq!([allowance("bus"), allowance("aide"), allowance("g1605"), allowance("jardinier")], [0, 1, 0, 2]);
    }

    #[test]
    fn close_words_pass_the_letter_filter() {
        assert!(may_be_close(letters("electricein"), letters("electricien"), 1));
        assert!(!may_be_close(letters("plombier"), letters("ascenseur"), 2));
    }
}
