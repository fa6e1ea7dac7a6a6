//! The portfolio: the people whom an advisor may see now, what comes next for each, and how many missions fit.
//! The number of questions to the database does not depend on how many people she follows.

pub mod courses;
pub mod digest;
pub mod file;
pub mod hers;
pub mod import;
pub mod mandates;
pub mod panel;
pub mod service;
mod to_say;
mod typed;
pub mod unheld;
pub mod way;

use crate::follow_ups::{Advisor, FollowUp, Followed, MandateKind, store};
use crate::geo::text::fold;
use crate::interests::pages::aloud::{self, Leaf};
use crate::kernel::Id;
use crate::people::availability::Availability;
use crate::people::{self, Person, matching};
use crate::web::signed::ForAdvisor;
use crate::web::{Error, Fields, Outcome, Page, Signed, form};
use actix_web::HttpResponse;
use askama::Template;
use file::{FollowUpView, PersonView};
use std::collections::HashMap;
use std::sync::Arc;

/// The filters, by their word in the address.
const FILTERS: [&str; 6] = ["", "missions", "maintenant", "sans-etape", "formation", "remplacement"];
/// The orders, by their word in the address.
const ORDERS: [&str; 3] = ["", "etape", "missions"];
/// People on a page: missions are counted for these only, unless the order or the filter asks for all.
const PAGE: usize = 50;

/// The people followed.
#[derive(Template)]
#[template(path = "follow_ups/portfolio.html")]
struct Portfolio {
    page: Page,
    fields: Fields,
    rows: Vec<Row>,
    chips: Vec<Chip>,
    orders: Vec<Chip>,
    stepless: usize,
    /// What is to be told to those who have no address.
    aloud: Leaf,
    empty: bool,
    found: usize,
    number: usize,
    /// The pages before and after, by their query strings.
    previous: Option<String>,
    next: Option<String>,
    /// People of the service whom nobody follows.
    unheld: i64,
    /// Whether the letter of the week leaves.
    digest: bool,
    /// Whether the reader runs the service.
    manager: bool,
}

/// One person in the list.
struct Row {
    person: PersonView,
    follow_up: Option<FollowUpView>,
    missions: usize,
    /// What is not known of her, without which no mission can be said to fit: a word.
    unknown: Option<&'static str>,
    /// Until when the reader stands in for a colleague.
    cover: Option<String>,
}

/// A person, as far as the order and the filters need her.
struct Known {
    person: Person,
    availability: Availability,
    follow_up: Option<FollowUp>,
    followed: Followed,
    missions: Option<usize>,
}

impl Known {
    fn passes(&self, filter: &str, page: &Page) -> bool {
        match filter {
            "missions" => self.missions.is_none_or(|n| n > 0),
            "maintenant" => self.availability.ready(page.now).is_some(),
            "sans-etape" => self.without_step(),
            "formation" => self.follow_up.as_ref().is_some_and(|f| f.trainings.iter().any(|t| t.under_way(page.now))),
            "remplacement" => self.followed.kind == MandateKind::Cover,
            _ => true,
        }
    }
    fn without_step(&self) -> bool {
        self.follow_up.as_ref().is_some_and(|f| f.next_step.is_none())
    }
    /// What is not known, without which no mission can be said to fit.
    fn unknown(&self, page: &Page) -> Option<&'static str> {
        let said = &self.availability;
        let hours = (!said.tells_when(page.now)).then_some("heures");
        hours.or_else(|| said.home().is_none().then_some("commune"))
    }
    fn row(&self, page: &Page, reader: Id<Advisor>) -> Row {
        let cover = self.followed.until.filter(|_| self.followed.kind == MandateKind::Cover);
        Row {
            follow_up: self.follow_up.as_ref().map(|f| FollowUpView::of(page, reader, &self.person, f)),
            person: PersonView::of(page, &self.person),
            missions: self.missions.unwrap_or_default(),
            unknown: self.unknown(page),
            cover: cover.map(|until| page.date(&crate::follow_ups::last_day(until))),
        }
    }
}

/// A filter or an order to press.
struct Chip {
    word: &'static str,
    query: String,
    /// How many people it keeps, when that is known without counting missions.
    count: Option<usize>,
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
    let ((digest, manager, unheld), followed, people, mut said, mut follow_ups) = who
        .app
        .read(move |conn| {
            let followed = store::followed(conn, now, advisor)?;
            let ids: Vec<Id<Person>> = followed.keys().copied().collect();
            let service = store::advisor_by_id(conn, Id::from_uuid(advisor.uuid()))?.service.id;
            let unheld = i64::try_from(store::unheld::of_service(conn, now, service)?.len()).unwrap_or(i64::MAX);
            let own = (store::members::wants_digest(conn, advisor)?, store::members::runs(conn, advisor)?, unheld);
            let people = people::store::by_ids(conn, &ids)?;
            let said = people::store::availabilities(conn, &people)?;
            Ok((own, followed, people, said, store::follow_ups_of(conn, now, &ids)?))
        })
        .await?;
    let page = who.page;
    let fields = form::query(&page.query);
    let leaf = fields.get("a-dire").parse().unwrap_or(1);
    let aloud = all_to_say(&page, advisor, &people, &follow_ups, leaf).await?;
    let empty = people.is_empty();
    let known = by_name(people, fields.get("nom")).into_iter().filter_map(|person| {
        let (followed, follow_up) = (*followed.get(&person.id)?, follow_ups.remove(&person.id));
        let availability = said.remove(&person.id)?;
        Some(Known { person, availability, follow_up, followed, missions: None })
    });
    let mut known: Vec<Known> = known.collect();
    let (chips, orders) = (chips(&page, &known, &fields), orders(&fields));
    let stepless = known.iter().filter(|k| k.without_step()).count();
    if fields.is("filtre", "missions") || fields.is("tri", "missions") {
        known = counted(&page, known).await?;
    }
    known.retain(|k| k.passes(fields.get("filtre"), &page));
    order(&mut known, fields.get("tri"));
    let (found, last) = (known.len(), known.len().div_ceil(PAGE).max(1));
    let number = fields.get("page").parse::<usize>().unwrap_or(1).clamp(1, last);
    let shown: Vec<Known> = known.into_iter().skip((number - 1) * PAGE).take(PAGE).collect();
    let rows = counted(&page, shown).await?.iter().map(|k| k.row(&page, advisor)).collect();
    let turned = |n: usize| query(&fields, &[("page", &n.to_string())]);
    let (previous, next) = ((number > 1).then(|| turned(number - 1)), (number < last).then(|| turned(number + 1)));
    page.show(|page| Portfolio {
        page,
        fields,
        rows,
        chips,
        orders,
        stepless,
        aloud,
        empty,
        found,
        number,
        previous,
        next,
        unheld,
        digest,
        manager,
    })
}

/// A page of what is to be told: what begins soon comes first, what is of the follow-up comes last, for it has time.
async fn all_to_say(
    page: &Page,
    advisor: Id<Advisor>,
    people: &[Person],
    follow_ups: &HashMap<Id<Person>, FollowUp>,
    asked: usize,
) -> Outcome<Leaf> {
    let mut leaf = aloud::to_say(page, advisor, people.iter().map(|p| p.id).collect(), asked).await?;
    if leaf.number == leaf.last {
        leaf.words.extend(to_say::changes(page, advisor, people, follow_ups).await?);
        leaf.words.extend(to_say::ends(page, advisor, people, follow_ups).await?);
    }
    Ok(leaf)
}

/// Counts the missions that fit some people, away from the threads that serve pages; the same place and hours are asked for
/// once.
async fn counted(page: &Page, mut some: Vec<Known>) -> Outcome<Vec<Known>> {
    let (app, now) = (Arc::clone(&page.app), page.now);
    let count = move || {
        let mut known: HashMap<String, usize> = HashMap::new();
        for one in some.iter_mut().filter(|one| one.missions.is_none()) {
            let said = &one.availability;
            // Who said no hour is to be asked: that every mission fits is not known.
            let count = || if said.tells_when(now) { matching::count(&app.board(), said, now) } else { 0 };
            one.missions = Some(*known.entry(format!("{said:?}")).or_insert_with(count));
        }
        some
    };
    actix_web::web::block(count).await.map_err(|e| Error::Internal(e.to_string()))
}

/// By name already; stable, so that names decide between equals.
fn order(known: &mut [Known], by: &str) {
    match by {
        // Those without a step come first: they are the ones to be cared for.
        "etape" => known.sort_by_key(|k| k.follow_up.as_ref().map(|f| f.next_step.as_ref().map(|s| s.at))),
        "missions" => known.sort_by_key(|k| std::cmp::Reverse(k.missions)),
        _ => {}
    }
}

/// The address with some fields changed; what is blank is left out, and so is the page unless it is asked for.
fn query(fields: &Fields, changed: &[(&str, &str)]) -> String {
    let value = |name: &str| changed.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned());
    let kept = ["nom", "filtre", "tri"].map(|name| (name, value(name).unwrap_or_else(|| fields.get(name).to_owned())));
    let page = value("page").map(|v| ("page", v));
    let pairs: Vec<_> = kept.into_iter().chain(page).filter(|(_, v)| !v.is_empty()).collect();
    serde_urlencoded::to_string(pairs).unwrap_or_default()
}

fn by_name(mut people: Vec<Person>, typed: &str) -> Vec<Person> {
    let typed = fold(typed);
    people.retain(|p| {
        let straight = fold(&p.name());
        straight.contains(&typed) || fold(&format!("{} {}", p.last_name, p.first_name)).contains(&typed)
    });
    people.sort_by_cached_key(|p| (fold(&p.last_name), fold(&p.first_name), p.id));
    people
}

fn chips(page: &Page, known: &[Known], fields: &Fields) -> Vec<Chip> {
    let chip = |word: &'static str| Chip {
        word: if word.is_empty() { "toutes" } else { word },
        query: query(fields, &[("filtre", word)]),
        count: (word != "missions").then(|| known.iter().filter(|k| k.passes(word, page)).count()),
        on: fields.get("filtre") == word,
    };
    FILTERS.into_iter().map(chip).collect()
}

fn orders(fields: &Fields) -> Vec<Chip> {
    let chip = |word: &'static str| Chip {
        word: if word.is_empty() { "nom" } else { word },
        query: query(fields, &[("tri", word)]),
        count: None,
        on: fields.get("tri") == word,
    };
    ORDERS.into_iter().map(chip).collect()
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
