//! A judgement is a list of rules; a mission gets the grade of the first that holds for it, and 0 when none does.

use super::corpus::{Mission, lines};

/// A query and what would be a good answer.
pub struct Judged {
    pub class: String,
    pub typed: String,
    rules: Vec<Rule>,
}

/// A grade for the missions that answer one of its conditions; a condition is facts that hold together.
struct Rule {
    grade: u8,
    any: Vec<Vec<String>>,
}

/// All judged queries, in the order of the file.
pub fn all() -> Vec<Judged> {
    lines(include_str!("../../relevance/queries.tsv")).map(|cells| Judged::new(&cells)).collect()
}

impl Judged {
    fn new(cells: &[&str]) -> Self {
        let [class, typed, rules] = cells else { panic!("not a query: {cells:?}") };
        Self {
            class: (*class).into(),
            typed: (*typed).into(),
            rules: rules.split_whitespace().map(Rule::new).collect(),
        }
    }

    /// What a mission is worth to the person.
    pub fn grade(&self, mission: &Mission) -> u8 {
        self.rules.iter().find(|rule| rule.holds(mission)).map_or(0, |rule| rule.grade)
    }

    /// The facts that its rules name.
    pub fn facts(&self) -> impl Iterator<Item = &str> {
        self.rules.iter().flat_map(|rule| rule.any.iter().flatten()).map(|fact| fact.trim_start_matches('!'))
    }
}

impl Rule {
    fn new(text: &str) -> Self {
        let (grade, conditions) = text.split_once(':').unwrap_or_else(|| panic!("not a rule: {text}"));
        let any = conditions.split('|').map(|facts| facts.split('&').map(str::to_owned).collect()).collect();
        Self { grade: grade.parse().ok().filter(|grade| (1..=3).contains(grade)).expect("a grade from 1 to 3"), any }
    }

    fn holds(&self, mission: &Mission) -> bool {
        self.any.iter().any(|facts| facts.iter().all(|fact| is(mission, fact)))
    }
}

fn is(mission: &Mission, fact: &str) -> bool {
    fact.strip_prefix('!').map_or_else(|| mission.has(fact), |denied| !mission.has(denied))
}
