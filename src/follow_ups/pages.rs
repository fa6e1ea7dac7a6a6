//! The portfolio: the people whom an advisor may see now, what comes next for each, and how many missions fit.
//! The number of questions to the database does not depend on how many people she follows.

pub mod file;

use crate::follow_ups::{Advisor, store};
use crate::geo::text::fold;
use crate::kernel::Id;
use crate::people::{self, Person, matching};
use crate::web::signed::ForAdvisor;
use crate::web::{Error, Fields, Outcome, Page, Signed, form};
use actix_web::HttpResponse;
use askama::Template;
use file::{FollowUpView, PersonView};

/// The filters, by their word in the address.
const FILTERS: [&str; 3] = ["", "missions", "sans-etape"];

/// The people followed.
#[derive(Template)]
#[template(path = "follow_ups/portfolio.html")]
struct Portfolio {
    page: Page,
    fields: Fields,
    rows: Vec<Row>,
    chips: Vec<Chip>,
    stepless: usize,
    empty: bool,
}

/// One person in the list.
struct Row {
    person: PersonView,
    follow_up: Option<FollowUpView>,
    missions: usize,
}

impl Row {
    fn passes(&self, filter: &str) -> bool {
        match filter {
            "missions" => self.missions > 0,
            "sans-etape" => self.without_step(),
            _ => true,
        }
    }
    fn without_step(&self) -> bool {
        self.follow_up.as_ref().is_some_and(|f| f.step.is_none())
    }
}

/// A filter to press.
struct Chip {
    word: &'static str,
    query: String,
    count: usize,
    on: bool,
}

/// Whose session it is.
#[must_use]
pub fn advisor_of(who: &Signed<ForAdvisor>) -> Id<Advisor> {
    Id::from_uuid(who.account.id.uuid())
}

/// `GET /conseil`
///
/// # Errors
/// `Unavailable` while the board is being loaded.
pub async fn portfolio(who: Signed<ForAdvisor>) -> Outcome<HttpResponse> {
    if !who.app.ready() {
        return Err(Error::Unavailable("the board is being loaded".into()));
    }
    let (advisor, now) = (advisor_of(&who), who.now);
    let (people, mut follow_ups, said) = who
        .app
        .read(move |conn| {
            let ids = store::portfolio(conn, now, advisor)?;
            let people = people::store::by_ids(conn, &ids)?;
            let said = people::store::availabilities(conn, &people)?;
            Ok((people, store::follow_ups_of(conn, now, &ids)?, said))
        })
        .await?;
    let page = who.page;
    let fields = form::query(&page.query);
    let empty = people.is_empty();
    let named = by_name(people, fields.get("nom"));
    let missions = |p: &Person| said.get(&p.id).map_or(0, |said| matching::count(&page.app.board(), said, page.now));
    let mut row = |p: &Person| Row {
        follow_up: follow_ups.remove(&p.id).map(|f| FollowUpView::of(&page, advisor, p, &f)),
        person: PersonView::of(&page, p),
        missions: missions(p),
    };
    let mut rows: Vec<Row> = named.iter().map(&mut row).collect();
    let chips = chips(&rows, &fields);
    let stepless = rows.iter().filter(|r| r.without_step()).count();
    rows.retain(|r| r.passes(fields.get("filtre")));
    page.show(|page| Portfolio { page, fields, rows, chips, stepless, empty })
}

/// Those whose name holds what was typed, whatever accents and case, in order of name.
fn by_name(mut people: Vec<Person>, typed: &str) -> Vec<Person> {
    let typed = fold(typed);
    people.retain(|p| {
        let straight = fold(&p.name());
        straight.contains(&typed) || fold(&format!("{} {}", p.last_name, p.first_name)).contains(&typed)
    });
    people.sort_by_cached_key(|p| (fold(&p.last_name), fold(&p.first_name), p.id));
    people
}

fn chips(rows: &[Row], fields: &Fields) -> Vec<Chip> {
    let chip = |word: &'static str| {
        let pairs = [("nom", fields.get("nom")), ("filtre", word)].into_iter().filter(|(_, v)| !v.is_empty());
        Chip {
            word: if word.is_empty() { "toutes" } else { word },
            query: serde_urlencoded::to_string(pairs.collect::<Vec<_>>()).unwrap_or_default(),
            count: rows.iter().filter(|r| r.passes(word)).count(),
            on: fields.get("filtre") == word,
        }
    };
    FILTERS.into_iter().map(chip).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Email;

    fn person(first: &str, last: &str) -> Person {
        Person {
            id: Id::make(),
            first_name: first.into(),
            last_name: last.into(),
            email: Email::parse("a@exemple.fr").unwrap(),
            phone: None,
            insee: None,
            radius_km: 10,
            receives_proposals: true,
            week: Vec::new(),
        }
    }

    #[test]
    fn people_are_found_and_sorted_whatever_the_accents() {
        let all = || vec![person("Zoé", "Élan"), person("Ana", "Étienne"), person("Luc", "Martin")];
        let names = |typed| by_name(all(), typed).iter().map(|p| p.first_name.clone()).collect::<Vec<_>>();
        assert_eq!(names(""), ["Zoé", "Ana", "Luc"]);
        assert_eq!(names("zoe"), ["Zoé"]);
        assert_eq!(names("ETIENNE ana"), ["Ana"]);
        assert!(names("personne").is_empty());
    }
}
