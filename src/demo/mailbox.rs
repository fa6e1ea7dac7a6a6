//! Reads back the letters that the demo leaves in files: headers in encoded words, a text part that is plain,
//! quoted-printable or base64. It reads what our own mailer writes, not any mail of the world.

use crate::kernel::Instant;
use chrono::{DateTime, Utc};
use std::path::Path;
use std::time::SystemTime;
use uuid::Uuid;

/// A letter read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// The name of its file.
    pub file: String,
    /// When it was written.
    pub at: Instant,
    /// Its subject.
    pub subject: String,
    /// To whom.
    pub to: String,
    /// Its plain text.
    pub text: String,
}

/// The latest letters of a folder, newest first; none when there is no folder.
#[must_use]
pub fn latest(folder: &Path, limit: usize) -> Vec<Received> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<(SystemTime, Uuid)> =
        entries.filter_map(|e| Some((e.metadata().ok()?.modified().ok()?, key(e.file_name().to_str()?)?))).collect();
    files.sort_unstable_by(|a, b| b.cmp(a));
    files.into_iter().take(limit).filter_map(|(_, id)| open(folder, id)).collect()
}

/// The letter in the file of this name; nothing but a letter can be read, whatever the name.
#[must_use]
pub fn find(folder: &Path, name: &str) -> Option<Received> {
    open(folder, key(name)?)
}

/// Letters are named by a UUID: any other name is nothing of ours.
fn key(name: &str) -> Option<Uuid> {
    name.strip_suffix(".eml")?.parse().ok()
}

fn open(folder: &Path, id: Uuid) -> Option<Received> {
    let file = format!("{id}.eml");
    let path = folder.join(&file);
    let at = DateTime::<Utc>::from(path.metadata().ok()?.modified().ok()?).into();
    let raw = String::from_utf8_lossy(&std::fs::read(path).ok()?).replace("\r\n", "\n");
    let (head, body) = raw.split_once("\n\n")?;
    let told = |name| words(&header(head, name));
    Some(Received { at, subject: told("Subject"), to: told("To"), text: text_part(head, body), file })
}

fn header(head: &str, name: &str) -> String {
    let unfolded = head.replace("\n ", " ").replace("\n\t", " ");
    let found = unfolded.lines().filter_map(|l| l.split_once(':')).find(|(k, _)| k.trim().eq_ignore_ascii_case(name));
    found.map_or_else(String::new, |(_, v)| v.trim().to_owned())
}

/// The words of a header; the space between two encoded ones is no part of it (RFC 2047).
fn words(value: &str) -> String {
    let (mut out, mut after_encoded) = (String::new(), false);
    for word in value.split_whitespace() {
        let encoded = word.strip_prefix("=?utf-8?b?").and_then(|w| w.strip_suffix("?="));
        let joined = out.is_empty() || after_encoded && encoded.is_some();
        if !joined {
            out.push(' ');
        }
        out.push_str(&encoded.map_or_else(|| word.to_owned(), |w| String::from_utf8_lossy(&base64(w)).into_owned()));
        after_encoded = encoded.is_some();
    }
    out
}

fn text_part(head: &str, body: &str) -> String {
    let kind = header(head, "Content-Type");
    let boundary = kind.split_once("boundary=\"").and_then(|(_, rest)| rest.split('"').next()).unwrap_or("\u{0}");
    let fence = format!("--{boundary}");
    let mut parts = body.split(&fence).filter_map(|part| part.trim_start_matches('\n').split_once("\n\n"));
    let Some((head, text)) = parts.find(|(head, _)| header(head, "Content-Type").starts_with("text/plain")) else {
        return String::new();
    };
    let bytes = match header(head, "Content-Transfer-Encoding").to_ascii_lowercase().as_str() {
        "quoted-printable" => quoted_printable(text),
        "base64" => base64(text),
        _ => text.as_bytes().to_vec(),
    };
    String::from_utf8_lossy(&bytes).replace("\r\n", "\n").trim().to_owned()
}

fn quoted_printable(text: &str) -> Vec<u8> {
    let joined = text.replace("=\n", "");
    let mut pieces = joined.split('=');
    let mut out = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        let byte = piece.get(..2).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match byte {
            Some(byte) => out.push(byte),
            None => out.push(b'='),
        }
        out.extend_from_slice(piece.get(if byte.is_some() { 2 } else { 0 }..).unwrap_or_default().as_bytes());
    }
    out
}

fn base64(text: &str) -> Vec<u8> {
    let (mut out, mut kept, mut bits) = (Vec::with_capacity(text.len()), 0u32, 0u32);
    for byte in text.bytes() {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        (kept, bits) = ((kept << 6 | u32::from(six)) & 0xff_ffff, bits + 6);
        if bits >= 8 {
            bits -= 8;
            out.push(u8::try_from(kept >> bits & 0xff).unwrap_or_default());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Email;
    use crate::mail::{Letter, MailConfig, Mailer, ONE_CLICK};

    #[test]
    fn what_the_mailer_writes_is_read_back() {
        let dir = tempfile::tempdir().unwrap();
        let mailer = Mailer::open(&MailConfig::Files(dir.path().to_owned()), "Escale <escale@escale.example>").unwrap();
        let french = "Bonjour,\n\nVotre code\u{a0}: 0123 4567 = à taper.\n".to_owned()
            + &"Une très longue ligne déjà écrite. ".repeat(20);
        for text in ["Plain.\n\nhttp://localhost/x?a=b".to_owned(), french, "é à ç ü œ — ".repeat(60)] {
            for subject in
                ["A subject", "Hélène Roux vous propose une mission : aide à la mise en rayon pendant l’été à Die"]
            {
                let to = Email::parse("amina@exemple.fr").unwrap();
                let (about, html) = (subject.to_owned(), "<p>x</p>".to_owned());
                let letter =
                    Letter { to, subject: about, text: text.clone(), html, stop: None, instead_of: Vec::new() };
                mailer.send(&letter, "key").unwrap();
                let read = latest(dir.path(), 50);
                let letter = read
                    .iter()
                    .find(|l| l.subject == subject && l.text == text.trim())
                    .unwrap_or_else(|| panic!("{read:?}"));
                assert_eq!(letter.to, "amina@exemple.fr");
                assert_eq!(find(dir.path(), &letter.file).as_ref(), Some(letter));
            }
        }
        assert_eq!(latest(dir.path(), 2).len(), 2);
    }

    #[test]
    fn a_letter_that_may_be_stopped_says_how_to_the_readers_mail() {
        let dir = tempfile::tempdir().unwrap();
        let mailer = Mailer::open(&MailConfig::Files(dir.path().to_owned()), "Escale <escale@escale.example>").unwrap();
        let to = Email::parse("amina@exemple.fr").unwrap();
        let link = format!("https://escale.example/en/desabonnement/r{}", "0".repeat(96));
        let (text, html) = ("x".to_owned(), "<p>x</p>".to_owned());
        let letter =
            Letter { to, subject: "A subject".into(), text, html, stop: Some(link.clone()), instead_of: Vec::new() };
        mailer.send(&letter, "key").unwrap();
        let file =
            std::fs::read_dir(dir.path()).unwrap().flatten().find(|f| key(f.file_name().to_str().unwrap()).is_some());
        let raw = std::fs::read_to_string(file.unwrap().path()).unwrap().replace("\r\n", "\n");
        let (head, _) = raw.split_once("\n\n").unwrap();
        assert_eq!(header(head, "List-Unsubscribe"), format!("<{link}>"), "{head}");
        assert_eq!(header(head, "List-Unsubscribe-Post"), ONE_CLICK);
    }

    #[test]
    fn nothing_but_a_letter_can_be_read() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("secret.eml"), "a: b\n\nc").unwrap();
        for name in ["secret.eml", "../secret", "..%2fsecret.eml", "", ".eml", "/etc/passwd", "a/../secret.eml"] {
            assert_eq!(find(dir.path(), name), None, "{name}");
        }
        assert_eq!(latest(dir.path(), 50), []);
        assert_eq!(latest(&dir.path().join("absent"), 50), []);
    }
}
