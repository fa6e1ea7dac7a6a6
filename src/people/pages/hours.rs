//! The week as a form: for each day, a few "from … to …". Midnight at the end of a day is written 00:00.

use crate::kernel::RuleError;
use crate::people::Window;
use crate::web::Fields;

/// Rows always offered for a day.
const ROWS: usize = 3;
/// Rows read for a day.
const ROWS_MAX: usize = 12;
/// Midnight at the end of a day.
const MIDNIGHT: u16 = 1_440;

/// A day of the form.
pub(super) struct Day {
    /// 0 is Monday, as a word of the trade.
    pub word: String,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Its hours, as they are typed; empty when none are.
    pub said: String,
    /// Whether it is to be seen whole: something is wrong, or nothing is said of any day yet and it is the first.
    pub shown: bool,
    /// Whether the rows after the first hold something to be seen.
    pub open: bool,
}

/// "From … to …", by the names of their fields.
pub(super) struct Row {
    /// Counted from 1.
    pub number: usize,
    /// The field of the start.
    pub from: String,
    /// The field of the end.
    pub to: String,
}

fn row(day: u8, number: usize) -> Row {
    Row { number, from: format!("j{day}-de{number}"), to: format!("j{day}-a{number}") }
}

/// The days of the form: as many rows as are filled, at least three.
pub(super) fn days(fields: &Fields) -> Vec<Day> {
    let filled = |r: &Row| [&r.from, &r.to].iter().any(|name| !fields.get(name).is_empty());
    let wrong = |r: &Row| [&r.from, &r.to].iter().any(|name| fields.error(name).is_some());
    let blank = (0..7).all(|day| !(1..=ROWS_MAX).any(|n| filled(&row(day, n))));
    (0..7)
        .map(|day| {
            let used = || (1..=ROWS_MAX).map(move |n| row(day, n)).filter(filled);
            let last = used().map(|r| r.number).max().unwrap_or(0);
            let rows: Vec<Row> = (1..=last.max(ROWS)).map(|n| row(day, n)).collect();
            let said = used().map(|r| format!("{} – {}", fields.get(&r.from), fields.get(&r.to)));
            Day {
                word: day.to_string(),
                said: said.collect::<Vec<_>>().join(", "),
                shown: rows.iter().any(wrong) || (blank && day == 0),
                open: last > 1,
                rows,
            }
        })
        .collect()
}

/// Fills the form in with a week.
pub(super) fn fill(week: &[Window], fields: &mut Fields) {
    for day in 0..7 {
        for (n, window) in week.iter().filter(|w| w.weekday == day).enumerate() {
            let row = row(day, n + 1);
            fields.set(&row.from, clock(window.start));
            fields.set(&row.to, clock(window.end));
        }
    }
}

fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}

/// The week that was typed, or everything that is wrong with it.
pub(super) fn read(fields: &Fields) -> Result<Vec<Window>, Vec<RuleError>> {
    let (mut week, mut wrong): (Vec<Window>, _) = (Vec::new(), Vec::new());
    for day in 0..7 {
        for number in 1..=ROWS_MAX {
            let row = row(day, number);
            match window(fields, day, &row) {
                Ok(Some(window)) if week.iter().any(|known| known.meets(&window)) => {
                    wrong.push(RuleError::invalid("hours-overlap").on(&row.from));
                }
                Ok(Some(window)) => week.push(window),
                Ok(None) => {}
                Err(rule) => wrong.push(rule),
            }
        }
    }
    if wrong.is_empty() { Ok(week) } else { Err(wrong) }
}

fn window(fields: &Fields, day: u8, row: &Row) -> Result<Option<Window>, RuleError> {
    let (from, to) = (fields.get(&row.from), fields.get(&row.to));
    match (from.is_empty(), to.is_empty()) {
        (true, true) => return Ok(None),
        (true, false) => return Err(RuleError::invalid("hours-incomplete").on(&row.from)),
        (false, true) => return Err(RuleError::invalid("hours-incomplete").on(&row.to)),
        (false, false) => {}
    }
    let start = minutes(from).ok_or_else(|| RuleError::invalid("hours-unreadable").on(&row.from))?;
    let end = minutes(to).ok_or_else(|| RuleError::invalid("hours-unreadable").on(&row.to))?;
    let end = if end == 0 { MIDNIGHT } else { end };
    Window::new(day, start, end).map(Some).map_err(|rule| rule.on(&row.to))
}

/// "09:30", "9h30", "9 h", "9" as minutes after midnight.
pub(super) fn minutes(text: &str) -> Option<u16> {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| if c == ':' { 'h' } else { c.to_ascii_lowercase() })
        .collect();
    let (hours, rest) = plain.split_once('h').unwrap_or((&plain, ""));
    let digits = |t: &str| t.len() <= 2 && t.bytes().all(|b| b.is_ascii_digit());
    if hours.is_empty() || !digits(hours) || !digits(rest) {
        return None;
    }
    let (hours, rest): (u16, u16) = (hours.parse().ok()?, if rest.is_empty() { 0 } else { rest.parse().ok()? });
    (rest < 60 && hours * 60 + rest <= MIDNIGHT).then_some(hours * 60 + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Fields {
        Fields::of(pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect())
    }

    #[test]
    fn hours_are_read_as_people_write_them() {
        let read = |t| minutes(t);
        assert_eq!(
            [read("09:30"), read("9h30"), read("9 h"), read("9"), read("24:00")],
            [570, 570, 540, 540, 1_440].map(Some)
        );
        assert_eq!([read(""), read("h"), read("25:00"), read("9:75"), read("neuf"), read("123:00")], [None; 6]);
    }

    #[test]
    fn a_week_comes_back_as_it_was_typed_with_each_error_by_its_field() {
        let week =
            read(&typed(&[("j0-de1", "09:00"), ("j0-a1", "12:00"), ("j6-de2", "18:00"), ("j6-a2", "00:00")])).unwrap();
        assert_eq!(week, [Window::new(0, 540, 720).unwrap(), Window::new(6, 1_080, 1_440).unwrap()]);
        let mut again = Fields::default();
        fill(&week, &mut again);
        assert_eq!(read(&again).unwrap(), week);
        let wrong =
            read(&typed(&[("j1-de1", "12:00"), ("j1-a1", "09:00"), ("j2-de1", "9"), ("j3-de1", "x"), ("j3-a1", "9")]))
                .unwrap_err();
        let told: Vec<_> = wrong.iter().map(|r| (r.code, r.field.as_deref().unwrap_or(""))).collect();
        assert_eq!(told, [("hours-inverted", "j1-a1"), ("hours-incomplete", "j2-a1"), ("hours-unreadable", "j3-de1")]);
    }

    #[test]
    fn hours_that_overlap_are_named_and_hours_that_touch_are_not() {
        let two = |from| read(&typed(&[("j0-de1", "9"), ("j0-a1", "12"), ("j0-de3", from), ("j0-a3", "15")]));
        let wrong = two("11").unwrap_err();
        assert_eq!((wrong[0].code, wrong[0].field.as_deref()), ("hours-overlap", Some("j0-de3")));
        assert_eq!(two("12").unwrap().len(), 2);
    }

    #[test]
    fn a_day_with_many_hours_loses_none() {
        let week: Vec<_> = (0..5).map(|n| Window::new(2, n * 120, n * 120 + 60).unwrap()).collect();
        let mut fields = Fields::default();
        fill(&week, &mut fields);
        let days = days(&fields);
        assert_eq!((days[2].rows.len(), days[2].open, days[0].rows.len(), days[0].open), (5, true, 3, false));
        assert_eq!(read(&fields).unwrap(), week);
    }
}
