//! The filters of a search: each choice says how many missions it would give, counted under all the other conditions. They
//! are a page of their own, and the same fragment opens in the list where scripts run.

mod named;

use crate::board::{FacetCounts, Query, Steps};
use crate::geo::travel::Mode;
use crate::geo::{communes, occupations};
use crate::kernel::Cents;
use crate::offers::bar::{LIST, MAP};
use crate::offers::search::filters::CHOSEN;
use crate::offers::search::{LENGTHS, NEEDS, PARTS, RADII, Search, TIMES, WEEKDAYS, WHENS, occupation, place, when};
use crate::offers::{Flags, Status};
use crate::web::{Error, Fields, Outcome, Page, Voice};
use actix_web::HttpResponse;
use askama::Template;

pub use named::attributes;

/// Least pays offered, in cents of an hour.
const PAYS: [u32; 5] = [1_300, 1_400, 1_500, 1_800, 2_000];
/// The time that ways of travelling are counted for when none is asked, in minutes.
const USUAL_TIME: u16 = 30;
/// Choices shown where there is no fixed list.
const SHOWN: usize = 12;
/// Fields of the search that are not on the page of filters.
const ELSEWHERE: [&str; 5] = ["quoi", "ou", "commune", "quand", "ici"];

/// Choices of one field.
struct Group {
    field: &'static str,
    legend: String,
    /// Several may be chosen at once.
    many: bool,
    choices: Vec<Choice>,
    /// What is wrong with what was chosen.
    wrong: Option<String>,
}

/// Groups that few people need lie folded.
const FOLDED: [&str; 6] = ["trajet", "minutes", "jour", "statut", "metier", "plateforme"];

impl Group {
    fn folds(&self) -> bool {
        FOLDED.contains(&self.field)
    }

    /// Whether something is chosen in it, or is wrong with it.
    fn is_open(&self) -> bool {
        self.wrong.is_some() || self.choices.iter().any(|choice| choice.chosen && !choice.value.is_empty())
    }
}

/// One choice.
struct Choice {
    value: String,
    label: String,
    count: Option<u32>,
    chosen: bool,
}

/// The choices, as the page and the list write them.
#[derive(Template)]
#[template(path = "offers/_filters.html")]
struct Fragment<'a> {
    page: &'a Page,
    fields: &'a Fields,
    groups: Vec<Group>,
    /// Least pays in cents, with how many missions pay as much.
    pays: Vec<(u32, u32)>,
    /// The search without its filters.
    bare: String,
    /// The occupations that the typed name may mean, each with the address of its search.
    named: Vec<(String, String)>,
    /// When, each as a search of its own.
    days: Vec<Day>,
}

/// A day or several, as the address of a search.
struct Day {
    label: String,
    href: String,
    count: u32,
    on: bool,
}

impl Fragment<'_> {
    fn euros(&self, cents: &u32) -> String {
        (cents / 100).to_string()
    }

    /// What makes the field of the occupation suggest; it works without.
    fn suggested(&self) -> String {
        named::attributes(self.page)
    }

    /// The groups of some fields, in that order: what people ask for first stands first.
    fn among(&self, fields: &str) -> Vec<&Group> {
        fields.split(' ').filter_map(|field| self.groups.iter().find(|group| group.field == field)).collect()
    }

    fn amount(&self, cents: &u32) -> String {
        self.page.t.search_pay_from(self.page.money(&Cents((*cents).into())))
    }
}

/// The page.
#[derive(Template)]
#[template(path = "offers/filters.html")]
struct Filters {
    page: Page,
    fields: Fields,
    choices: String,
    total: usize,
    /// Fields that are asked elsewhere and kept.
    kept: Vec<(String, String)>,
    back: String,
    target: &'static str,
}

/// `GET /missions/filtres`: with the query string of the list; `fragment=1` gives the choices alone.
///
/// # Errors
/// `Unavailable` while the board is being loaded.
pub async fn show(page: Page) -> Outcome<HttpResponse> {
    if !page.app.ready() {
        return Err(Error::Unavailable("the board is being loaded".into()));
    }
    let search = crate::offers::asked::read(&page).await?;
    let made = page.app.made_lasting(page.now).brief_if(search.is_brief());
    let target = if search.fields.is("vue", "carte") { MAP } else { LIST };
    let hers = her_count(&page, &search).await?;
    let choices = choices(&page, &search, target, hers)?;
    if search.fields.is("fragment", "1") {
        return Ok(made.mark(page.text(choices)));
    }
    let total = page.app.board().count(&search.query, page.now.seconds());
    let (kept, back) =
        (kept(&search.fields, &ELSEWHERE), search.query_with(&[("page", String::new()), ("vue", String::new())]));
    Ok(made.mark(page.show(|page| Filters { total, choices, kept, back, target, fields: search.fields, page })?))
}

/// How many missions of a search fit the hours of the person who is signed in.
async fn her_count(page: &Page, search: &Search) -> Outcome<Option<u32>> {
    let asked = crate::offers::asked::at_her_hours(page, search).await?;
    let count = asked.map(|query| page.app.board().count(&query, page.now.seconds()));
    Ok(count.map(|count| u32::try_from(count).unwrap_or(u32::MAX)))
}

/// The choices of a search whose missions are shown on `target`, written; with how many of them fit her hours.
///
/// # Errors
/// When the template cannot be written.
pub fn choices(page: &Page, search: &Search, target: &str, hers: Option<u32>) -> Outcome<String> {
    let counts = counted(page, search);
    let pays = PAYS.into_iter().zip(counts.pays.iter().copied()).collect();
    let fragment = Fragment {
        page,
        fields: &search.fields,
        groups: groups(page, search, &counts, hers),
        days: days(page, search, target, &counts),
        pays,
        bare: page.at(&format!("{target}?{}", search.bare_query())),
        named: named::choices(page, search, target),
    };
    fragment.render().map_err(|e| Error::Internal(e.to_string()))
}

/// Whether something that was typed in the filters was not understood: they are then shown with it.
#[must_use]
pub fn is_wrong(fields: &Fields) -> bool {
    let typed = ["km", "paie", "de", "a", "date", "jusque", occupation::FIELD];
    typed.iter().chain(&CHOSEN).any(|name| fields.error(name).is_some())
}

/// The set filters of a search, to be carried by the form of the list.
#[must_use]
pub fn carried(fields: &Fields) -> Vec<(String, String)> {
    kept(fields, &crate::offers::search::filters::CHIPS)
}

fn kept(fields: &Fields, names: &[&str]) -> Vec<(String, String)> {
    let pairs = fields.pairs().filter(|(k, v)| names.contains(k) && !v.trim().is_empty());
    pairs.map(|(k, v)| (k.to_owned(), v.to_owned())).collect()
}

/// Counts of radii, then of times by the chosen way of travelling, then of ways of travelling in the chosen time.
fn counted(page: &Page, search: &Search) -> FacetCounts {
    let zone = search.place.map_or(chrono_tz::Europe::Paris, communes::zone);
    let (mode, minutes) = travel(search);
    #[expect(clippy::cast_precision_loss, reason = "a hundred at most")]
    let radii = RADII.iter().map(|km| *km as f32);
    let times = TIMES.iter().map(|minutes| mode.reach(*minutes));
    let steps = Steps {
        pays: PAYS.to_vec(),
        radii: radii.chain(times).chain(Mode::ALL.iter().map(|mode| mode.reach(minutes))).collect(),
        durations: LENGTHS.iter().map(|(_, span)| *span).collect(),
        spans: WHENS.iter().filter_map(|word| when::of_word(word, zone, page.now)).collect(),
    };
    let mut counts = page.app.board().facets(&search.query, &steps, page.now.seconds());
    if search.query.near.is_some() {
        // What is done from anywhere is looked for everywhere.
        let remote = Query { flags: search.query.flags | Flags::REMOTE, near: None, ..search.query.clone() };
        let count = page.app.board().count(&remote, page.now.seconds());
        counts.flags[Flags::REMOTE.trailing_zeros() as usize] = u32::try_from(count).unwrap_or(u32::MAX);
    }
    counts
}

/// How one travels and for how long, as it was asked or as is usual.
fn travel(search: &Search) -> (Mode, u16) {
    place::time(&search.fields).unwrap_or((search.mode().unwrap_or(Mode::Transit), USUAL_TIME))
}

/// The days that one may ask for, with how many missions start then.
fn days(page: &Page, search: &Search, target: &str, counts: &FacetCounts) -> Vec<Day> {
    let day = |(word, count): (&&str, &u32)| {
        let clear = ["date", "jusque", "page", "apres", "fragment", "vue"].map(|name| (name, String::new()));
        let changes = [&clear[..], &[("quand", (*word).to_owned())]].concat();
        Day {
            label: page.word("when", word),
            href: page.at(&format!("{target}?{}", search.query_with(&changes))),
            count: *count,
            on: search.fields.is("quand", word)
                && clear[..2].iter().all(|(name, _)| search.fields.get(name).is_empty()),
        }
    };
    WHENS.iter().zip(&counts.spans).map(day).collect()
}

fn groups(page: &Page, search: &Search, counts: &FacetCounts, hers: Option<u32>) -> Vec<Group> {
    let t = page.t;
    let fields = &search.fields;
    let group = |field, legend, many, choices: Vec<(String, Option<u32>)>| Group {
        field,
        legend,
        many,
        choices: choices.into_iter().map(|(value, count)| choice(page, fields, field, value, count)).collect(),
        wrong: fields.error(field).map(str::to_owned),
    };
    let fixed = |words: &[&str], counts: &[u32]| {
        words.iter().zip(counts).map(|(word, count)| ((*word).to_owned(), Some(*count))).collect::<Vec<_>>()
    };
    let parts: Vec<&str> = PARTS.iter().map(|(word, _)| *word).collect();
    let lengths: Vec<&str> = LENGTHS.iter().map(|(word, _)| *word).collect();
    let needs = NEEDS.iter().map(|(word, bit)| ((*word).to_owned(), Some(counts.flags[bit.trailing_zeros() as usize])));
    let statuses = Status::ALL.iter().map(|s| (s.as_str().to_owned(), Some(counts.statuses[*s as usize])));
    let mut all = vec![
        group("moment", t.search_part_of_day(), true, fixed(&parts, &counts.parts)),
        group("jour", t.search_weekdays(), true, fixed(&WEEKDAYS, &counts.weekdays)),
        group("duree", t.search_length(), false, any_of(fixed(&lengths, &counts.durations))),
        group("besoin", t.search_needs(), true, needs.collect()),
        group("statut", t.search_status(), true, statuses.collect()),
        group("metier", t.search_occupation(), true, trades(fields, counts)),
        group("plateforme", t.search_platform(), true, listed(fields, "plateforme", &counts.platforms)),
    ];
    if search.place.is_some() {
        // A time on the way takes the place of a radius, and remote work is near nowhere: what leaves nothing out has no count.
        let (bounded, near) = (place::time(fields).is_some(), search.query.near.is_some());
        let within = |count: &u32| Some(*count).filter(|_| near && !bounded);
        let radii = RADII.iter().zip(&counts.radii).map(|(km, count)| (km.to_string(), within(count))).collect();
        all.push(group("km", t.search_radius(), false, with_own(radii, fields.get("km"))));
        let mut reached = counts.radii.iter().skip(RADII.len()).copied();
        let mut reached = || reached.next().filter(|_| near);
        let times = TIMES.iter().map(|minutes| (minutes.to_string(), reached())).collect();
        let modes = Mode::ALL.iter().map(|mode| (mode.as_str().to_owned(), reached().filter(|_| bounded))).collect();
        all.push(group("trajet", t.search_travel(), false, any_of(modes)));
        all.push(group("minutes", t.search_travel_time(), false, any_of(times)));
    }
    if page.is("person") {
        all.push(group("heures", t.search_hours(), true, vec![("miennes".to_owned(), hers)]));
    }
    all
}

/// The choice of not choosing comes first.
fn any_of(choices: Vec<(String, Option<u32>)>) -> Vec<(String, Option<u32>)> {
    std::iter::once((String::new(), None)).chain(choices).collect()
}

/// A value that was typed stays among the choices.
fn with_own(mut choices: Vec<(String, Option<u32>)>, own: &str) -> Vec<(String, Option<u32>)> {
    if !own.is_empty() && choices.iter().all(|(value, _)| value != own) {
        choices.push((own.to_owned(), None));
    }
    choices
}

/// Domains; once one is chosen, its occupations too.
fn trades(fields: &Fields, counts: &FacetCounts) -> Vec<(String, Option<u32>)> {
    let domains = counts.domains.iter().map(|(code, count)| (code.clone(), Some(*count)));
    let mut domains: Vec<_> = domains.collect();
    domains.sort();
    let chosen: Vec<&str> = fields.all("metier").collect();
    let under = |code: &str| chosen.iter().filter_map(|c| c.get(..1)).any(|domain| code.starts_with(domain));
    let inside = counts.occupations.iter().filter(|(code, _)| under(code)).take(SHOWN);
    let mut all: Vec<_> = domains.into_iter().chain(inside.map(|(code, count)| (code.clone(), Some(*count)))).collect();
    for code in chosen.iter().filter(|code| occupations::is_code(code)) {
        all = with_own(all, code);
    }
    all
}

fn listed<K: ToString>(fields: &Fields, name: &str, counts: &[(K, u32)]) -> Vec<(String, Option<u32>)> {
    let most = counts.iter().take(SHOWN).map(|(key, count)| (key.to_string(), Some(*count))).collect();
    fields.all(name).filter(|v| !v.is_empty()).fold(most, with_own)
}

fn choice(page: &Page, fields: &Fields, field: &'static str, value: String, count: Option<u32>) -> Choice {
    let usual = field == "km" && !fields.has("km") && value == crate::offers::search::place::USUAL.to_string();
    let chosen = usual || fields.is(field, &value) || (value.is_empty() && !fields.has(field));
    let label = if value.is_empty() { page.t.search_any() } else { said(&page.voice(), field, &value) };
    Choice { value, label, count, chosen }
}

/// A filter in words, as on its chip.
#[must_use]
pub fn said(voice: &Voice<'_>, field: &str, value: &str) -> String {
    let t = voice.t;
    match field {
        "moment" => voice.word("part", value),
        "jour" => voice.word("weekday", value),
        "duree" => voice.word("length", value),
        "besoin" => voice.word("need", value),
        "statut" => voice.word("status", value),
        "de" => t.search_not_before(value),
        "a" => t.search_not_after(value),
        "km" => t.search_km(value),
        "trajet" => voice.word("travel", value),
        "minutes" => value.parse().map_or_else(|_| value.to_owned(), |n| t.search_within_time(voice.duration(n))),
        "heures" => t.search_her_hours(),
        "date" => day(voice, value),
        "jusque" => t.search_until(day(voice, value)),
        "tri" => sorted(voice, value),
        "paie" => crate::offers::search::euros(value)
            .map_or_else(|| value.to_owned(), |cents| t.search_pay_from(voice.money(Cents(cents.into())))),
        "metier" => trade(voice, value),
        "plateforme" => platform(voice, value),
        _ => value.to_owned(),
    }
}

/// "Trier par : distance"
fn sorted(voice: &Voice<'_>, value: &str) -> String {
    let t = voice.t;
    let order = match value {
        "date" => t.sort_soonest(),
        "distance" => t.sort_nearest(),
        "paie" => t.sort_pay(),
        "recent" => t.sort_newest(),
        _ => t.sort_best(),
    };
    t.search_sorted(order)
}

/// A date as it is said; as it was typed when it is none.
fn day(voice: &Voice<'_>, value: &str) -> String {
    let noon = chrono::NaiveDate::parse_from_str(value, "%Y-%m-%d").ok().and_then(|day| day.and_hms_opt(12, 0, 0));
    noon.map_or_else(|| value.to_owned(), |noon| voice.date(noon.and_utc().into()))
}

fn trade(voice: &Voice<'_>, code: &str) -> String {
    match occupations::by_code(code) {
        Some(occupation) => occupation.name.to_owned(),
        None if code.len() == 1 => voice.word("domain", &code.to_lowercase()),
        None => code.to_owned(),
    }
}

/// The name of a platform that has something visible; another is not named.
fn platform(voice: &Voice<'_>, id: &str) -> String {
    let Ok(id) = id.parse() else { return voice.t.search_platform() };
    let query = Query { platforms: vec![id], limit: 1, ..Query::default() };
    let found = voice.app.board().search(&query, voice.now.seconds());
    found.hits.first().map_or_else(|| voice.t.search_platform(), |hit| hit.payload.platform.platform.name.clone())
}
