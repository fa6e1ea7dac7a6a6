//! The first line of a file: every column is one of ours, once. What is not says its own name, and the nearest of ours.

use crate::follow_ups::newcomers::{COLLEAGUE, COLUMNS};
use crate::geo::text::fold;
use crate::kernel::RuleError;

/// How many of the columns are needed.
const NEEDED: usize = 2;
/// Letters that may differ between a name and the nearest of ours.
const NEAR: usize = 3;
/// Other names for ours.
const ALIKE: [(&str, &str); 12] = [
    ("mail", "email"),
    ("courriel", "email"),
    ("e_mail", "email"),
    ("tel", "telephone"),
    ("mobile", "telephone"),
    ("portable", "telephone"),
    ("ville", "commune"),
    ("code_postal", "commune"),
    ("rayon", "rayon_km"),
    ("distance", "rayon_km"),
    ("conseillere", COLLEAGUE),
    ("referent", COLLEAGUE),
];

/// Our columns, then that of the colleague.
pub const ALL: [&str; COLUMNS.len() + 1] = {
    let mut all = [COLLEAGUE; COLUMNS.len() + 1];
    let mut n = 0;
    while n < COLUMNS.len() {
        all[n] = COLUMNS[n];
        n += 1;
    }
    all
};

/// Where each known column stands.
pub type Columns = [Option<usize>; ALL.len()];

/// Reads the first line.
///
/// # Errors
/// `import-column-unknown`, `import-column-near`, `import-column-twice`, `import-column-missing`: all that is wrong with it.
pub fn read(header: &csv::StringRecord) -> Result<Columns, Vec<RuleError>> {
    let (mut out, mut wrong) = ([None; ALL.len()], Vec::new());
    let rule = |code, name: &str| RuleError::invalid(code).with("name", name).on("fichier");
    for (at, name) in header.iter().enumerate() {
        let plain = plain(name);
        match ALL.iter().position(|known| *known == plain) {
            Some(known) if out[known].is_none() => out[known] = Some(at),
            Some(_) => wrong.push(rule("import-column-twice", name)),
            None => wrong.push(match nearest(&plain) {
                Some(near) => rule("import-column-near", name).with("near", near),
                None => rule("import-column-unknown", name),
            }),
        }
    }
    let needed = ALL.iter().zip(&out).take(NEEDED).filter(|(_, at)| at.is_none());
    wrong.extend(needed.map(|(name, _)| rule("import-column-missing", name)));
    if wrong.is_empty() { Ok(out) } else { Err(wrong) }
}

fn plain(name: &str) -> String {
    fold(name).trim().replace([' ', '-'], "_")
}

/// The column of ours that a name most looks like.
fn nearest(name: &str) -> Option<&'static str> {
    if let Some((_, known)) = ALIKE.iter().find(|(other, _)| *other == name) {
        return Some(known);
    }
    let near = ALL.iter().map(|known| (distance(name, known), *known)).min()?;
    (near.0 <= NEAR && near.0 * 2 < near.1.chars().count().max(name.chars().count())).then_some(near.1)
}

/// Letters to change, add or take out to come from one word to another.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (n, c) in one.chars().enumerate() {
        let mut corner = std::mem::replace(&mut row[0], n + 1);
        for (m, d) in other.iter().enumerate() {
            let changed = corner + usize::from(c != *d);
            corner = row[m + 1];
            row[m + 1] = changed.min(row[m] + 1).min(corner + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(header: &str) -> Vec<(&'static str, String)> {
        let record: csv::StringRecord = header.split(';').collect();
        let said = |rule: &RuleError| (rule.code, format!("{:?}", rule.args));
        read(&record).err().unwrap_or_default().iter().map(said).collect()
    }

    #[test]
    fn a_header_says_which_column_is_unknown_twice_or_missing_and_what_it_looks_like() {
        assert!(told("Prénom;NOM;e-mail").iter().any(|(code, _)| *code == "import-column-near"));
        assert!(told("prenom;nom;conseiller;rayon km").is_empty());
        let all = told("prénoms;nom;age;nom;telefone");
        let codes: Vec<&str> = all.iter().map(|(code, _)| *code).collect();
        let awaited = [
            "import-column-near",
            "import-column-unknown",
            "import-column-twice",
            "import-column-near",
            "import-column-missing",
        ];
        assert_eq!(codes, awaited, "{all:?}");
        assert!(all[0].1.contains("prenom") && all[1].1.contains("age") && all[3].1.contains("telephone"), "{all:?}");
        assert_eq!((distance("", "nom"), distance("nom", "nom"), distance("prenoms", "prenom")), (3, 0, 1));
    }
}
