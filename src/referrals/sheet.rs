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

/// What an SMS says of a mission. The notice is never shortened.
pub struct Sms<'a> {
    /// The notice, in its shortest words.
    pub notice: &'a str,
    /// The mission.
    pub title: &'a str,
    /// "jeu. 26/11, 9 h".
    pub when: &'a str,
    /// Where to read it all.
    pub link: &'a str,
    /// Whom to call.
    pub phone: &'a str,
}

impl Sms<'_> {
    /// The text, at most [`SMS_MAX`] characters: the notice, the mission, when; then the link or else the phone, whichever
    /// leaves room for the mission's name.
    #[must_use]
    pub fn text(&self) -> String {
        let [notice, title, when] = [self.notice, self.title, self.when].map(basic);
        for way in [self.link, self.phone, ""].map(basic) {
            let tail = if way.is_empty() { format!(", {when}.") } else { format!(", {when}. {way}") };
            let taken = gsm_len(&notice).unwrap_or(SMS_MAX) + 1 + gsm_len(&tail).unwrap_or(SMS_MAX);
            let Some(room) = SMS_MAX.checked_sub(taken).filter(|room| *room >= 12 || title.chars().count() <= *room)
            else {
                continue;
            };
            return format!("{notice} {}{tail}", shortened(&title, room));
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

    fn sms<'a>(title: &'a str, link: &'a str) -> Sms<'a> {
        let notice = "Vous êtes libre de dire non : aucun effet sur vos droits.";
        Sms { notice, title, when: "jeu. 26/11, 9 h", link, phone: "04 65 71 00 11" }
    }

    #[test]
    fn characters_are_counted_as_phones_count_them() {
        assert_eq!(gsm_len("éèà€"), Some(5), "the euro counts double");
        assert_eq!(gsm_len("ê"), None);
        assert_eq!(gsm_len(&basic("L’été « bœuf » à 12 € – ça ira…")), Some(35));
        assert_eq!(basic("Ça coûte"), "Ça coute");
    }

    #[test]
    fn a_text_begins_with_the_notice_and_fits_one_sms() {
        let link = "https://escale.example/recepisses/7KQ2-M9XD-4TVH";
        for title in ["Plonge", "Plonge et aide en cuisine pendant le service du midi, avec rangement complet", "Œuvre"]
        {
            for link in [link, &link.repeat(3)] {
                let text = sms(title, link).text();
                assert!(gsm_len(&text).unwrap() <= SMS_MAX, "{text}");
                assert!(text.starts_with("Vous etes libre de dire non : aucun effet sur vos droits. "), "{text}");
                assert!(text.contains("jeu. 26/11, 9 h"), "{text}");
            }
        }
        assert!(sms("Plonge", link).text().ends_with(link));
        assert!(sms("Plonge", &link.repeat(3)).text().ends_with("04 65 71 00 11"));
        assert!(sms(&"€".repeat(90), link).text().len() < 400);
    }

    #[test]
    fn a_code_is_square_with_a_quiet_zone() {
        let qr = Qr::of("https://escale.example/missions/018f3b7e-0000-7000-8000-000000000000").unwrap();
        assert!(qr.side >= 29 + 2 * QUIET && qr.path.starts_with("M4 4h1v1h-1z"), "{}", qr.side);
        assert!(Qr::of(&"x".repeat(5_000)).is_none());
    }
}
