//! A calendar as text (RFC 5545): lines end with CR LF and are folded at 75 octets, instants are in UTC, and each entry
//! keeps its key, so that what changes or is cancelled takes the place of what a calendar already shows. It is a file and no message
//! of an organiser: it names no method (RFC 5546), and each entry is dated by its own last change.

use crate::kernel::Instant;
use chrono::{NaiveDate, TimeDelta};

/// Octets of a line, its end left out.
const LINE: usize = 75;

/// When an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// From an instant to another.
    Slot(Instant, Instant),
    /// A whole day.
    Day(NaiveDate),
}

/// Whether an entry takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It does.
    Confirmed,
    /// It may.
    Tentative,
    /// It does not.
    Cancelled,
}

impl Status {
    const fn word(self) -> &'static str {
        match self {
            Self::Confirmed => "CONFIRMED",
            Self::Tentative => "TENTATIVE",
            Self::Cancelled => "CANCELLED",
        }
    }
}

/// An entry of a calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its key, for ever the same.
    pub uid: String,
    /// Grows when it changes.
    pub sequence: i32,
    /// When what it says last changed.
    pub changed_at: Instant,
    /// Whether it takes place; none for what is no appointment.
    pub status: Option<Status>,
    /// When.
    pub when: When,
    /// In a few words.
    pub summary: String,
    /// Where; empty when nowhere.
    pub place: String,
    /// The rest.
    pub about: String,
    /// Where to read more.
    pub url: String,
}

/// The calendar with these entries.
#[must_use]
pub fn write(name: &str, entries: &[Entry]) -> String {
    let mut out = Lines::default();
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.line("PRODID:-//Escale//Calendar//FR");
    out.line("CALSCALE:GREGORIAN");
    out.text("NAME", name);
    out.text("X-WR-CALNAME", name);
    out.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
    out.line("X-PUBLISHED-TTL:PT1H");
    for entry in entries {
        out.entry(entry);
    }
    out.line("END:VCALENDAR");
    out.0
}

#[derive(Default)]
struct Lines(String);

impl Lines {
    fn entry(&mut self, entry: &Entry) {
        self.line("BEGIN:VEVENT");
        self.text("UID", &entry.uid);
        self.line(&format!("DTSTAMP:{}", utc(entry.changed_at)));
        self.line(&format!("SEQUENCE:{}", entry.sequence));
        if let Some(status) = entry.status {
            self.line(&format!("STATUS:{}", status.word()));
        }
        match entry.when {
            When::Slot(start, end) => {
                self.line(&format!("DTSTART:{}", utc(start)));
                self.line(&format!("DTEND:{}", utc(end)));
            }
            When::Day(day) => {
                self.line(&format!("DTSTART;VALUE=DATE:{}", day.format("%Y%m%d")));
                self.line(&format!("DTEND;VALUE=DATE:{}", (day + TimeDelta::days(1)).format("%Y%m%d")));
                self.line("TRANSP:TRANSPARENT");
            }
        }
        self.text("SUMMARY", &entry.summary);
        if !entry.place.is_empty() {
            self.text("LOCATION", &entry.place);
        }
        self.text("DESCRIPTION", &entry.about);
        self.line(&format!("URL:{}", plain(&entry.url)));
        self.line("END:VEVENT");
    }

    fn text(&mut self, name: &str, value: &str) {
        self.line(&format!("{name}:{}", escaped(value)));
    }

    /// A line, folded between characters: what goes on begins with a space, which counts.
    fn line(&mut self, line: &str) {
        let mut room = LINE;
        for c in line.chars() {
            if c.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LINE - 1;
            }
            self.0.push(c);
            room -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

fn utc(at: Instant) -> String {
    at.utc().format("%Y%m%dT%H%M%SZ").to_string()
}

/// Text without what would end a line.
fn plain(value: &str) -> String {
    value.chars().filter(|c| !c.is_control()).collect()
}

fn escaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 8);
    for c in value.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        chrono::DateTime::parse_from_rfc3339(text).unwrap().to_utc().into()
    }

    fn entry() -> Entry {
        Entry {
            uid: "1@escale".into(),
            sequence: 2,
            changed_at: at("2026-11-25T11:00:00Z"),
            status: Some(Status::Confirmed),
            when: When::Slot(at("2026-11-26T08:00:00Z"), at("2026-11-26T12:00:00Z")),
            summary: "Plonge, aide ; cuisine \\ salle".into(),
            place: "12 rue des Marronniers, Saint-Étienne (42000)".into(),
            about: "é".repeat(120) + "\r\nEND:VEVENT\nfin",
            url: "https://escale.example/missions/1".into(),
        }
    }

    /// Unfolded, as a calendar reads it.
    fn read(text: &str) -> Vec<String> {
        text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn lines_are_folded_at_75_octets_and_text_cannot_end_a_line() {
        let text = write("Mes créneaux", &[entry()]);
        assert!(text.ends_with("END:VCALENDAR\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
        let lines = read(&text);
        assert!(lines.contains(&r"SUMMARY:Plonge\, aide \; cuisine \\ salle".to_owned()));
        assert!(lines.contains(&format!("DESCRIPTION:{}\\nEND:VEVENT\\nfin", "é".repeat(120))), "{lines:?}");
        assert_eq!(lines.iter().filter(|line| *line == "END:VEVENT").count(), 1);
        for line in ["DTSTART:20261126T080000Z", "DTEND:20261126T120000Z", "DTSTAMP:20261125T110000Z", "SEQUENCE:2"] {
            assert!(lines.contains(&line.to_owned()), "{line}");
        }
    }

    #[test]
    fn a_whole_day_is_a_date_and_what_is_cancelled_says_so() {
        let day = Entry { when: When::Day("2026-12-31".parse().unwrap()), status: Some(Status::Cancelled), ..entry() };
        let bare = Entry { status: None, ..day.clone() };
        assert!(!write("x", &[bare]).contains("STATUS"), "what is no appointment has none");
        let lines = read(&write("x", &[day]));
        assert!(!lines.iter().any(|line| line.starts_with("METHOD")), "a file, no message of an organiser");
        for line in ["DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101", "STATUS:CANCELLED"] {
            assert!(lines.contains(&line.to_owned()), "{line}");
        }
    }
}
