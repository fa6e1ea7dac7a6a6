//! People who are added, one by one or by a file. A file is read whole before anything is written: its encoding and its
//! separator are found out, its header is checked, and each line is told by its number.

pub mod header;

use crate::geo::communes::{self, Resolution, resolve};
use crate::kernel::{Email, RuleError};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// Lines of one file.
pub const LINES_MAX: usize = 2_000;
/// Characters of a name.
const NAME_MAX: usize = 80;
/// Characters of a phone.
const PHONE_MAX: usize = 20;
/// How far somebody goes when it is not said, in kilometres.
const RADIUS: u32 = 15;

/// The columns, needed ones first.
pub const COLUMNS: [&str; 6] = ["prenom", "nom", "email", "telephone", "commune", "rayon_km"];
/// The column of a colleague's address, whom the line is for: who runs a service gives files for its members.
pub const COLLEAGUE: &str = "conseiller";

/// Somebody to be added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Newcomer {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Address; empty when she has none.
    pub email: String,
    /// Phone, if known.
    pub phone: Option<String>,
    /// Commune (Insee code), if known.
    pub insee: Option<String>,
    /// How far she goes, in kilometres.
    pub radius_km: u32,
    /// The address of the colleague whom she is for; empty for who gives the file.
    #[serde(default)]
    pub colleague: String,
}

/// A line of a file: its number as an editor counts, and what it holds or everything that is wrong with it.
pub type Line = (usize, Result<Newcomer, Vec<RuleError>>);

impl Newcomer {
    /// From what was typed, column by column; errors stand by the name of their column.
    ///
    /// # Errors
    /// `text-missing`, `text-too-long`, `email-invalid`, `phone-invalid`, `search-place-*`, `radius-out-of-range`.
    pub fn read<'a>(cell: impl Fn(&str) -> &'a str) -> Result<Self, Vec<RuleError>> {
        let mut wrong = Vec::new();
        for name in ["prenom", "nom"] {
            let count = cell(name).chars().count();
            match count {
                0 => wrong.push(RuleError::invalid("text-missing").on(name)),
                _ if cell(name).contains(crate::kernel::text::is_unseen) => {
                    wrong.push(RuleError::invalid("text-control-characters").on(name));
                }
                _ if count > NAME_MAX => {
                    wrong.push(RuleError::invalid("text-too-long").with("max", NAME_MAX).on(name));
                }
                _ => {}
            }
        }
        let email = match cell("email") {
            "" => Ok(Email::none()),
            typed => Email::parse(typed).map_err(|rule| wrong.push(rule.on("email"))),
        };
        let phone = phone(cell("telephone")).map_err(|rule| wrong.push(rule));
        let insee = commune(cell("commune")).map_err(|rule| wrong.push(rule));
        let radius_km = radius(cell("rayon_km")).map_err(|rule| wrong.push(rule));
        let colleague = match cell(COLLEAGUE) {
            "" => Ok(Email::none()),
            typed => Email::parse(typed).map_err(|rule| wrong.push(rule.on(COLLEAGUE))),
        };
        match (email, phone, insee, radius_km, colleague) {
            (Ok(email), Ok(phone), Ok(insee), Ok(radius_km), Ok(colleague)) if wrong.is_empty() => Ok(Self {
                colleague: colleague.as_str().to_owned(),
                first_name: cell("prenom").to_owned(),
                last_name: cell("nom").to_owned(),
                email: email.as_str().to_owned(),
                phone,
                insee,
                radius_km,
            }),
            _ => Err(wrong),
        }
    }
}

impl Newcomer {
    /// What tells her from another: her address, or her name and phone when she has none.
    fn mark(&self) -> String {
        if self.email.is_empty() {
            format!("{}|{}|{}", self.first_name, self.last_name, self.phone.as_deref().unwrap_or_default())
        } else {
            self.email.clone()
        }
    }
}

/// A phone, as it was typed; none when nothing was.
///
/// # Errors
/// `phone-invalid`.
pub fn phone(typed: &str) -> Result<Option<String>, RuleError> {
    let digits = typed.chars().filter(char::is_ascii_digit).count();
    let plain = typed.chars().all(|c| c.is_ascii_digit() || "+ .-()".contains(c) || c.is_whitespace());
    match typed {
        "" => Ok(None),
        _ if plain && digits >= 8 && typed.chars().count() <= PHONE_MAX => Ok(Some(typed.to_owned())),
        _ => Err(RuleError::invalid("phone-invalid").on("telephone")),
    }
}

/// An Insee code, a postcode or a name.
fn commune(typed: &str) -> Result<Option<String>, RuleError> {
    if typed.is_empty() {
        return Ok(None);
    }
    if let Some(known) = communes::by_insee(typed) {
        return Ok(Some(known.insee.to_owned()));
    }
    match resolve(typed) {
        Resolution::One(known) => Ok(Some(known.insee.to_owned())),
        Resolution::Several(_) => Err(RuleError::invalid("search-place-several").on("commune")),
        Resolution::None => Err(RuleError::invalid("search-place-unknown").on("commune")),
    }
}

fn radius(typed: &str) -> Result<u32, RuleError> {
    if typed.is_empty() {
        return Ok(RADIUS);
    }
    let read = typed.trim_end_matches("km").trim().parse().ok();
    read.filter(|km| (1..=200).contains(km)).ok_or_else(|| RuleError::invalid("radius-out-of-range").on("rayon_km"))
}

/// The text of a file: UTF-8, with or without its mark, else Windows-1252.
#[must_use]
pub fn decoded(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

/// The lines of a file.
///
/// # Errors
/// `import-empty`, what [`header::read`] says, `import-too-long`, `import-unreadable`.
pub fn lines(text: &str) -> Result<Vec<Line>, Vec<RuleError>> {
    let rule = |code| vec![RuleError::invalid(code).on("fichier")];
    if text.trim().is_empty() {
        return Err(rule("import-empty"));
    }
    let first = text.lines().next().unwrap_or_default();
    let separator = if first.matches(';').count() >= first.matches(',').count() { b';' } else { b',' };
    let mut reader =
        csv::ReaderBuilder::new().delimiter(separator).flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let wrong = || rule("import-unreadable");
    let names = reader.headers().map_err(|_| wrong())?.clone();
    let columns = header::read(&names)?;
    let (mut out, mut known, mut at) = (Vec::new(), HashSet::new(), Counted::default());
    for record in reader.records() {
        let record = record.map_err(|_| wrong())?;
        if record.iter().all(str::is_empty) {
            continue;
        }
        if out.len() == LINES_MAX {
            return Err(vec![RuleError::invalid("import-too-long").with("max", LINES_MAX).on("fichier")]);
        }
        let number = at.line(text, record.position().map_or(0, csv::Position::byte));
        let cell = |name: &str| {
            let column = header::ALL.iter().position(|c| *c == name).and_then(|n| columns[n]);
            column.and_then(|n| record.get(n)).unwrap_or_default()
        };
        let read = if record.len() > names.len() {
            Err(vec![RuleError::invalid("import-columns")])
        } else {
            Newcomer::read(cell)
        };
        let twice = read.as_ref().is_ok_and(|new| !known.insert(new.mark()));
        out.push((number, if twice { Err(vec![RuleError::invalid("import-twice").on("email")]) } else { read }));
    }
    if out.is_empty() { Err(rule("import-empty")) } else { Ok(out) }
}

/// Lines as an editor counts them, whatever ends them.
#[derive(Default)]
struct Counted {
    byte: usize,
    lines: usize,
}

impl Counted {
    /// The number of the line where a record starts, from a byte at or before its start.
    fn line(&mut self, text: &str, byte: u64) -> usize {
        let byte = usize::try_from(byte).unwrap_or(text.len()).clamp(self.byte, text.len());
        let rest = text.as_bytes().get(byte..).unwrap_or_default();
        let start = byte + rest.iter().take_while(|b| b"\r\n".contains(b)).count();
        let passed = text.as_bytes().get(self.byte..start).unwrap_or_default();
        self.lines += passed.split(|b| *b == b'\n').count().saturating_sub(1);
        self.byte = start;
        self.lines + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(usize, Result<String, Vec<&'static str>>)> {
        let told = |(n, line): Line| (n, line.map(|l| l.last_name).map_err(|e| e.iter().map(|r| r.code).collect()));
        lines(text).unwrap().into_iter().map(told).collect()
    }

    #[test]
    fn both_encodings_and_separators_are_read() {
        let utf8 = "prénom;nom;email;commune\nZoé;Élan;zoe@exemple.fr;42218\n";
        let latin: Vec<u8> = utf8.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        let marked = [b"\xef\xbb\xbf", utf8.as_bytes()].concat();
        for bytes in [utf8.as_bytes(), &latin, &marked] {
            let one = lines(&decoded(bytes)).unwrap().remove(0).1.unwrap();
            assert_eq!((one.first_name.as_str(), one.insee.as_deref()), ("Zoé", Some("42218")));
        }
        assert_eq!(read("Nom,Prenom,Email\r\nÉlan,Zoé,zoe@exemple.fr\r\n"), [(2, Ok("Élan".to_owned()))]);
        assert_eq!(decoded(b"\x80"), "€");
    }

    #[test]
    fn a_header_is_ours_or_said_to_be_wrong() {
        for wrong in ["nom;email\nx;y", "prenom;nom;email;age\na;b;c;d", "prenom;nom;email;email\na;b;c;d", "x"] {
            assert!(lines(wrong).unwrap_err()[0].code.starts_with("import-column-"), "{wrong}");
        }
        for empty in ["prenom;nom;email\n\n", "", " \n\r\n"] {
            assert_eq!(lines(empty).unwrap_err()[0].code, "import-empty", "{empty:?}");
        }
        let long = format!("prenom;nom;email\n{}", "a;b;c@d.fr\n".repeat(LINES_MAX + 1));
        assert_eq!(lines(&long).unwrap_err()[0].code, "import-too-long");
    }

    #[test]
    fn an_address_is_not_needed_and_two_lines_of_one_name_need_two_phones() {
        let text = "prenom;nom;telephone\nAna;Un;06 39 98 00 01\nAna;Un;06 39 98 00 02\nAna;Un;06 39 98 00 01\n";
        let told = read(text);
        assert_eq!((&told[0].1, &told[1].1), (&Ok("Un".to_owned()), &Ok("Un".to_owned())));
        assert_eq!(told[2].1, Err(vec!["import-twice"]));
    }

    #[test]
    fn each_line_is_told_by_its_number() {
        let text = "prenom;nom;email;telephone;commune;rayon_km\n\
            Ana;Un;ana@exemple.fr;06 39 98 00 01;42000;20 km\n\
            ;Deux;pas-une-adresse;x;Nulle-Part-sur-Mer;900\n\n\
            Ana;Trois;ana@exemple.fr;;;\n\
            Luc;Quatre;luc@exemple.fr;;;;;;\n";
        let told = read(text);
        assert_eq!(told[0], (2, Ok("Un".to_owned())));
        let all = ["text-missing", "email-invalid", "phone-invalid", "search-place-unknown", "radius-out-of-range"];
        assert_eq!(told[1], (3, Err(all.to_vec())));
        assert_eq!(told[2], (5, Err(vec!["import-twice"])));
        assert_eq!(told[3], (6, Err(vec!["import-columns"])));
    }
}
