//! For people offline: a text that fits one SMS, and the squares of a QR code. Both say the notice of freedom or lead to it.

use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write as _;

/// Characters of one SMS in the basic alphabet of GSM 03.38.
pub const SMS_MAX: usize = 160;

/// The basic alphabet, but for what counts double.
const PLAIN: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// What counts double.
const DOUBLE: &str = "\u{c}^{}\\[~]|€";

/// How many characters of the basic alphabet a text takes; `None` when it does not fit in it: it would then hold 70 only.
#[must_use]
pub fn gsm_len(text: &str) -> Option<usize> {
    text.chars().map(|c| if PLAIN.contains(c) { Some(1) } else { DOUBLE.contains(c).then_some(2) }).sum()
}

/// The same text in the basic alphabet: what is not in it is written in the nearest way.
#[must_use]
pub fn basic(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            _ if PLAIN.contains(c) || DOUBLE.contains(c) => out.push(c),
            '\u{a0}' | '\u{202f}' | '\t' => out.push(' '),
            '’' | '‘' | '`' => out.push('\''),
            '«' | '»' | '“' | '”' => out.push('"'),
            '–' | '—' | '·' => out.push('-'),
            '…' => out.push_str("..."),
            'œ' => out.push_str("oe"),
            'Œ' => out.push_str("OE"),
            'á' | 'â' | 'ã' => out.push('a'),
            'ê' | 'ë' => out.push('e'),
            'í' | 'î' | 'ï' => out.push('i'),
            'ó' | 'ô' | 'õ' => out.push('o'),
            'ú' | 'û' => out.push('u'),
            'ÿ' | 'ý' => out.push('y'),
            'ç' => out.push('c'),
            'À' | 'Â' | 'Á' => out.push('A'),
            'È' | 'Ê' | 'Ë' => out.push('E'),
            'Î' | 'Ï' => out.push('I'),
            'Ô' | 'Ó' => out.push('O'),
            'Ù' | 'Û' => out.push('U'),
            _ => out.push('?'),
        }
    }
    out
}

/// What an SMS says of a mission: what, whose, when, how to say yes. The notice is never shortened.
pub struct Sms<'a> {
    /// The notice, in its shortest words.
    pub notice: &'a str,
    /// The mission.
    pub title: &'a str,
    /// Who posts it.
    pub platform: &'a str,
    /// "jeu. 26/11, 9 h".
    pub when: &'a str,
    /// How to say yes: "Oui : 04 65 71 00 11".
    pub yes: &'a str,
    /// Where to read it all, as it is typed.
    pub link: &'a str,
}

/// Characters that the names are given at least, before the link is left out.
const NAMES_MIN: usize = 24;

impl Sms<'_> {
    /// The text, at most [`SMS_MAX`] characters: the notice, the mission and whose it is, when, how to say yes; then the link, if
    /// it leaves room for the names.
    #[must_use]
    pub fn text(&self) -> String {
        let [notice, title, platform, when, yes] =
            [self.notice, self.title, self.platform, self.when, self.yes].map(basic);
        let long = |text: &str| gsm_len(text).unwrap_or(SMS_MAX);
        for link in [basic(self.link), String::new()] {
            let link = if link.is_empty() { link } else { format!(" {link}") };
            let tail = format!("), {when}. {yes}{link}");
            let Some(room) = SMS_MAX.checked_sub(long(&notice) + 1 + " (".len() + long(&tail)) else { continue };
            if room < NAMES_MIN.min(long(&title) + long(&platform)) {
                continue;
            }
            // Half of the room for each, and what one of them leaves for the other.
            let whose = long(&platform).min((room / 2).max(room.saturating_sub(long(&title))));
            let (what, whose) = (shortened(&title, room - whose), shortened(&platform, whose));
            return format!("{notice} {what} ({whose}{tail}");
        }
        shortened(&notice, SMS_MAX)
    }
}

/// At most so many characters, the end said to be missing.
fn shortened(text: &str, room: usize) -> String {
    if gsm_len(text).is_some_and(|n| n <= room) {
        return text.to_owned();
    }
    let mut out = String::new();
    for c in text.chars() {
        let longer = gsm_len(&out).unwrap_or(room) + if DOUBLE.contains(c) { 2 } else { 1 };
        if longer + 1 > room {
            break;
        }
        out.push(c);
    }
    out.truncate(out.trim_end().len());
    out.push('.');
    out
}

/// A QR code as the path of an SVG, one unit a square.
pub struct Qr {
    /// Squares on a side, the quiet zone included.
    pub side: usize,
    /// The path.
    pub path: String,
}

/// Squares left white on each side.
const QUIET: usize = 4;

impl Qr {
    /// The code of an address; `None` when it is too long for one.
    #[must_use]
    pub fn of(address: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
        let width = code.width();
        let mut path = String::new();
        for (n, color) in code.to_colors().into_iter().enumerate() {
            if color == Color::Dark {
                let _ = write!(path, "M{} {}h1v1h-1z", n % width + QUIET, n / width + QUIET);
            }
        }
        Some(Self { side: width + 2 * QUIET, path })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sms<'a>(title: &'a str, platform: &'a str, link: &'a str) -> Sms<'a> {
        let notice = "Vous êtes libre de dire non\u{a0}: aucun effet sur vos droits.";
        Sms { notice, title, platform, when: "26/11, 9 h 30", yes: "Oui\u{a0}: 04 65 71 00 11", link }
    }

    #[test]
    fn characters_are_counted_as_phones_count_them() {
        assert_eq!(gsm_len("éèà€"), Some(5), "the euro counts double");
        assert_eq!(gsm_len("ê"), None);
        assert_eq!(gsm_len(&basic("L’été « bœuf » à 12 € – ça ira…")), Some(35));
        assert_eq!(basic("Ça coûte"), "Ça coute");
    }

    #[test]
    fn a_text_begins_with_the_notice_says_whose_it_is_and_how_to_say_yes_and_fits_one_sms() {
        let link = "escale.example/m/7KQ2M9XD";
        let long = "Plonge et aide en cuisine pendant le service du midi, avec rangement complet";
        for title in ["Plonge", long, "Œuvre", &"€".repeat(90)] {
            for platform in ["Halles", "Coopérative des services à domicile de Saint-Étienne et des environs"] {
                for link in [link, &link.repeat(3)] {
                    let (notice, yes) = ("You are free to say no: no effect on your rights.", "Yes: +33 4 65 71 00 11");
                    let english = Sms { notice, yes, ..sms(title, platform, link) }.text();
                    assert!(gsm_len(&english).unwrap() <= SMS_MAX && english.contains(yes), "{english}");
                    let text = sms(title, platform, link).text();
                    assert!(gsm_len(&text).unwrap() <= SMS_MAX, "{text}");
                    assert!(text.starts_with("Vous etes libre de dire non : aucun effet sur vos droits. "), "{text}");
                    assert!(text.contains("26/11, 9 h 30. Oui : 04 65 71 00 11"), "{text}");
                    assert!(text.contains(&format!("({}", basic(&platform[..4]))), "{text}");
                }
            }
        }
        assert_eq!(
            sms("Plonge", "Halles", link).text(),
            "Vous etes libre de dire non : aucun effet sur vos droits. Plonge (Halles), 26/11, 9 h 30. \
             Oui : 04 65 71 00 11 escale.example/m/7KQ2M9XD"
        );
        assert!(sms(long, "Halles", link).text().ends_with(link));
        assert!(sms(long, "Halles", &link.repeat(3)).text().ends_with("04 65 71 00 11"));
    }

    #[test]
    fn a_code_is_square_with_a_quiet_zone() {
        let qr = Qr::of("https://escale.example/missions/018f3b7e-0000-7000-8000-000000000000").unwrap();
        assert!(qr.side >= 29 + 2 * QUIET && qr.path.starts_with("M4 4h1v1h-1z"), "{}", qr.side);
        assert!(Qr::of(&"x".repeat(5_000)).is_none());
    }
}
