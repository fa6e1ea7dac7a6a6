//! Text as people type it. What cannot be seen but changes how the rest is read (controls, marks that turn the direction of
//! writing) is refused in names and titles.

/// Whether a character is a control, or turns the direction of what follows it.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The same, in a text of several lines.
#[must_use]
pub fn is_unseen_in_lines(c: char) -> bool {
    is_unseen(c) && !matches!(c, '\n' | '\r' | '\t')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_turns_the_direction_of_writing_is_unseen_and_letters_of_any_script_are_not() {
        for c in ['\u{202e}', '\u{2066}', '\u{200f}', '\u{61c}', '\0', '\u{7f}', '\n'] {
            assert!(is_unseen(c), "{c:?}");
        }
        assert!("Élodie O’Neill-ŒUF عائشة Ωμέγα 9\u{a0}h\u{202f}€".chars().all(|c| !is_unseen(c)));
        assert!(is_unseen_in_lines('\u{202e}') && !is_unseen_in_lines('\n'));
    }
}
