//! What a platform typed, read as a draft: what cannot be understood is named next to its input, never guessed. Hours
//! are those of the place; an end before the start is the next day's. A row that still reads as a slot already posted
//! *is* that slot, to the second, so that what was agreed on it holds.

use crate::geo::communes::{self, Commune, Resolution};
use crate::kernel::{Instant, RuleError};
use crate::offers::check::{Draft, check};
use crate::offers::manage::when::{self, Row};
use crate::offers::search::{NEEDS, euros, occupation};
use crate::offers::{Flags, Offer};
use crate::web::Fields;
use chrono_tz::Tz;

/// Rows of slots that are read.
pub const ROWS_MAX: usize = 60;

/// A form as it was understood.
pub struct Typed {
    /// The draft, with nothing where nothing could be understood.
    pub draft: Draft,
    /// The communes it could be, when several.
    pub choices: Vec<&'static Commune>,
    wrong: Vec<RuleError>,
    /// For each slot of the draft, the row it was typed in; none for those that have begun.
    rows: Vec<Option<usize>>,
    by_code: bool,
}

impl Typed {
    /// Reads a form, for a new offer or for one that is `known`.
    #[must_use]
    pub fn of(fields: &Fields, known: Option<&Offer>, now: Instant) -> Self {
        let mut wrong = Vec::new();
        let remote = fields.has("remote");
        let (commune, choices) = if remote { (None, Vec::new()) } else { place(fields, &mut wrong) };
        let zone = commune.map_or(chrono_tz::Europe::Paris, communes::zone);
        let (slots, rows) = slots(fields, zone, known, now, &mut wrong);
        let by_code = fields.has("occupation_code");
        let mut draft = texts(fields);
        draft.insee = commune.map(|c| c.insee.to_owned()).unwrap_or_default();
        draft.flags =
            NEEDS.iter().fold(Flags::default(), |flags, (word, bit)| flags.with(*bit, fields.is("need", word)));
        draft.flags = draft.flags.with(Flags::REMOTE, remote);
        draft.pay_cents =
            euros(fields.get("pay")).map_or_else(|| refused(&mut wrong, "pay-unreadable", "pay"), i64::from);
        draft.duration_minutes = duration(fields, &slots, &rows, &mut wrong);
        draft.commission_percent = number(fields, "commission_percent", &mut wrong);
        draft.pay_delay_days = number(fields, "pay_delay_days", &mut wrong);
        draft.slots = slots;
        Self { draft, choices, wrong, rows, by_code }
    }

    /// Everything that is wrong, when something could not be understood: that, and the rules that the rest does not meet.
    #[must_use]
    pub fn refusals(&self, now: Instant) -> Vec<RuleError> {
        if self.wrong.is_empty() {
            return Vec::new();
        }
        let mut all = self.wrong.clone();
        let unread = |input: &str| self.wrong.iter().any(|r| r.field.as_deref() == Some(input));
        let slots_unread = self.wrong.iter().any(|r| r.field.as_deref().is_some_and(|f| f.starts_with("slot-")));
        let rules = check(&self.draft, now).err().unwrap_or_default();
        let on_slots = |rule: &RuleError| rule.field.as_deref() == Some("slots");
        let others = rules.into_iter().filter(|r| !(slots_unread && on_slots(r))).map(|r| self.by_input(r));
        all.extend(others.filter(|r| !unread(r.field.as_deref().unwrap_or_default())));
        all
    }

    /// A rule under the name of the input that it concerns.
    #[must_use]
    pub fn by_input(&self, mut rule: RuleError) -> RuleError {
        rule.field = rule.field.map(|field| self.input(&field));
        rule
    }

    fn input(&self, field: &str) -> String {
        let slot = field.strip_prefix("slots[").and_then(|rest| rest.split_once("]."));
        if let Some((index, part)) = slot {
            let row = index.parse().ok().and_then(|i: usize| self.rows.get(i).copied().flatten()).unwrap_or(0);
            let part = match part {
                "ends_at" => "to",
                "places" => "places",
                _ => "date",
            };
            return format!("slot-{row}-{part}");
        }
        match field {
            "insee" => "ou",
            "slots" => "slot-0-date",
            "pay_cents" | "fee_cents" => "pay",
            "duration_minutes" => "duration",
            "occupation" if self.by_code => "occupation_code",
            other => other,
        }
        .to_owned()
    }
}

fn texts(fields: &Fields) -> Draft {
    let text = |name: &str| fields.get(name).to_owned();
    let code = occupation::code(fields.get("occupation_code"));
    Draft {
        title: text("title"),
        description: text("description"),
        occupation: if code.is_empty() { text("occupation") } else { code },
        status: text("status"),
        pay_unit: text("pay_unit"),
        address: text("address"),
        paid_by: text("paid_by"),
        costs: text("costs"),
        insurance: text("insurance"),
        equipment: text("equipment"),
        requirements: text("requirements"),
        cancellation: text("cancellation"),
        contact: text("contact"),
        contributions_withheld: fields.has("contributions_withheld"),
        agency: text("agency"),
        ..Draft::default()
    }
}

fn refused(wrong: &mut Vec<RuleError>, code: &'static str, input: &str) -> i64 {
    wrong.push(RuleError::invalid(code).on(input));
    0
}

/// The commune meant, and those to choose from when the text names several.
fn place(fields: &Fields, wrong: &mut Vec<RuleError>) -> (Option<&'static Commune>, Vec<&'static Commune>) {
    let typed: String = fields.get("ou").chars().take(100).collect();
    // The hidden code counts only while it is still the code of what is written.
    if let Some(commune) = communes::by_insee(fields.get("insee")).filter(|c| communes::label(c) == typed) {
        return (Some(commune), Vec::new());
    }
    match communes::resolve(&typed) {
        Resolution::One(commune) => (Some(commune), Vec::new()),
        Resolution::Several(list) => {
            let chosen = list.iter().find(|c| c.insee == fields.get("choice")).copied();
            if chosen.is_none() {
                wrong.push(RuleError::invalid("place-several").on("ou"));
            }
            (chosen, list)
        }
        Resolution::None => (None, Vec::new()),
    }
}

/// A whole number; nothing typed is zero.
fn number(fields: &Fields, input: &str, wrong: &mut Vec<RuleError>) -> i64 {
    let text: String = fields.get(input).chars().filter(|c| !c.is_whitespace() && *c != '%').collect();
    match text.parse() {
        _ if text.is_empty() => 0,
        Ok(number) => number,
        Err(_) => refused(wrong, "number-unreadable", input),
    }
}

/// The time of work in a slot; when nothing is typed, the length of the first one.
fn duration(fields: &Fields, slots: &[Slot], rows: &[Option<usize>], wrong: &mut Vec<RuleError>) -> i64 {
    const AN_HOUR: i64 = 60;
    if !fields.get("duration").is_empty() {
        return when::minutes(fields.get("duration"))
            .unwrap_or_else(|| refused(wrong, "duration-unreadable", "duration"));
    }
    let typed = slots.iter().zip(rows).find(|(_, row)| row.is_some()).map(|(slot, _)| (slot.1 - slot.0).num_minutes());
    typed.unwrap_or(AN_HOUR).max(15)
}

type Slot = (Instant, Instant, i64);
type Rows = Vec<Option<usize>>;

/// The slots typed and those that have begun, which a form does not change, in order of their dates.
fn slots(
    fields: &Fields,
    zone: Tz,
    known: Option<&Offer>,
    now: Instant,
    wrong: &mut Vec<RuleError>,
) -> (Vec<Slot>, Rows) {
    let posted = known.map_or(&[][..], |offer| &offer.slots);
    let comparable = known.filter(|offer| offer.terms.zone == zone).map_or(&[][..], |offer| &offer.slots);
    let mut found: Vec<(Slot, Option<usize>)> = Vec::new();
    for n in 0..ROWS_MAX {
        let input = |part: &str| format!("slot-{n}-{part}");
        let (date, from, to) = (input("date"), input("from"), input("to"));
        let row = Row { date: fields.get(&date), from: fields.get(&from), to: fields.get(&to) };
        if row.is_blank() {
            continue;
        }
        match row.span(zone, comparable, now) {
            Ok((start, end)) => found.push(((start, end, places(fields, &input("places"), wrong)), Some(n))),
            Err(rule) => {
                let field = input(rule.field.as_deref().unwrap_or("date"));
                wrong.push(rule.on(field));
            }
        }
    }
    for slot in posted.iter().filter(|s| s.starts_at <= now) {
        if !found.iter().any(|((start, end, _), _)| (*start, *end) == (slot.starts_at, slot.ends_at)) {
            found.push(((slot.starts_at, slot.ends_at, i64::from(slot.places)), None));
        }
    }
    found.sort_unstable();
    found.into_iter().unzip()
}

fn places(fields: &Fields, input: &str, wrong: &mut Vec<RuleError>) -> i64 {
    match fields.get(input) {
        "" => 1,
        text => text.parse().unwrap_or_else(|_| refused(wrong, "slot-places", input).max(1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::form::query;

    fn now() -> Instant {
        chrono::DateTime::parse_from_rfc3339("2026-11-20T10:00:00Z").unwrap().to_utc().into()
    }

    const GOOD: &str = "title=Mise+en+rayon&description=Vous+rangez+les+produits+dans+les+rayons+avant+l%E2%80%99ouverture.\
        &occupation=D1507&status=fixed_term&pay=13%2C50+%E2%82%AC&pay_unit=hour&ou=Die&address=12+rue+Buffardel&paid_by=L%E2%80%99employeur\
        &costs=Aucun&insurance=Assurance&equipment=Fourni&requirements=Aucune&cancellation=Libre&contact=Sur+place\
        &commission_percent=&pay_delay_days=7&need=sans-permis&slot-0-places=1&slot-1-date=2026-11-24&slot-1-from=09%3A00\
        &slot-1-to=12%3A30&slot-1-places=3";

    fn codes(rules: &[RuleError]) -> Vec<(&str, &str)> {
        rules.iter().map(|r| (r.code, r.field.as_deref().unwrap_or_default())).collect()
    }

    #[test]
    fn a_form_is_read_as_a_draft() {
        let typed = Typed::of(&query(GOOD), None, now());
        assert_eq!(codes(&typed.refusals(now())), []);
        let draft = &typed.draft;
        assert_eq!((draft.pay_cents, draft.duration_minutes, draft.insee.as_str()), (1_350, 210, "26113"));
        let named = format!("{GOOD}&occupation_code=Employ%C3%A9+%2F+Employ%C3%A9e+de+rayon+libre-service");
        assert_eq!(Typed::of(&query(&named), None, now()).draft.occupation, "D1507", "a name is as good as a code");
        assert_eq!((draft.commission_percent, draft.pay_delay_days, draft.flags), (0, 7, Flags(Flags::NO_LICENCE)));
        assert_eq!(draft.slots.len(), 1);
        assert_eq!((draft.slots[0].0.to_rfc3339(), draft.slots[0].2), ("2026-11-24T08:00:00+00:00".into(), 3));
        assert_eq!(
            typed.by_input(RuleError::invalid("slot-places").on("slots[0].places")).field.unwrap(),
            "slot-1-places"
        );
        assert_eq!(typed.by_input(RuleError::invalid("pay-below-floor").on("pay_cents")).field.unwrap(), "pay");
        assert!(check(draft, now()).is_ok());
    }

    #[test]
    fn what_cannot_be_read_is_named_with_the_rest_in_one_go() {
        let typed = Typed::of(
            &query("pay=beaucoup&duration=long&pay_delay_days=sept&ou=Saint-Denis&slot-2-date=hier&slot-2-places=x"),
            None,
            now(),
        );
        let refusals = typed.refusals(now());
        let found = codes(&refusals);
        for expected in [
            ("place-several", "ou"),
            ("slot-date-unreadable", "slot-2-date"),
            ("pay-unreadable", "pay"),
            ("duration-unreadable", "duration"),
            ("number-unreadable", "pay_delay_days"),
            ("text-missing", "title"),
            ("status-unknown", "status"),
        ] {
            assert!(found.contains(&expected), "{expected:?} in {found:?}");
        }
        assert_eq!(
            found.iter().filter(|(_, field)| *field == "ou" || *field == "pay").count(),
            2,
            "one sentence an input"
        );
        assert!(typed.choices.len() > 1);
    }

    #[test]
    fn a_commune_chosen_from_the_list_is_the_one_meant() {
        let typed = Typed::of(&query("ou=Saint-Denis&choice=97411"), None, now());
        assert_eq!(typed.draft.insee, "97411");
        assert_eq!(
            Typed::of(&query("ou=Paris&insee=26113"), None, now()).draft.insee,
            "75056",
            "a stale code is not believed"
        );
    }
}
