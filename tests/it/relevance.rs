//! What people type finds what they mean: the judged queries of `tests/relevance/queries.tsv` reach nDCG@10 of 0.85, and the
//! report of each class and query is kept next to them, so that a change of the search is a diff anyone can read.

mod corpus;
mod judgement;

use corpus::Corpus;
use judgement::Judged;
use std::collections::BTreeMap;
use std::fmt::Write;

/// How far down the list a person reads.
const DEPTH: usize = 10;
/// The least that is promised.
const PROMISE: f64 = 0.85;
/// The class of queries that nothing on the board answers: listed, not scored.
const ABSENT: &str = "absent";
const REPORT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/relevance/report.txt");
const HEADER: &str = "\
# Relevance of the search, written by tests/it/relevance.rs; the method is at the head of queries.tsv.
# To write it again after a change: ESCALE_WRITE_REPORT=1 cargo test --test it relevance
# Then read the diff: a query that lost is a person who finds less.
";

/// A judged query and what the board answered.
struct Asked {
    judged: Judged,
    /// nDCG@10.
    score: f64,
    /// Grades of the answer, in order.
    grades: Vec<u8>,
    /// The first title.
    first: String,
    /// The text as understood, when a slip was mended.
    corrected: Option<String>,
}

impl Asked {
    fn new(corpus: &Corpus, judged: Judged) -> Self {
        let found = corpus.ask(&judged.typed, DEPTH);
        let grades = found.missions.iter().map(|mission| judged.grade(mission)).collect::<Vec<_>>();
        let mut best: Vec<u8> = corpus.missions().map(|mission| judged.grade(mission)).collect();
        best.sort_unstable_by(|a, b| b.cmp(a));
        let first = found.missions.first().map(|mission| mission.title.clone()).unwrap_or_default();
        Self {
            score: gain(&grades) / gain(&best).max(f64::MIN_POSITIVE),
            grades,
            first,
            corrected: found.corrected,
            judged,
        }
    }

    fn line(&self) -> String {
        let grades: String = self.grades.iter().map(u8::to_string).collect();
        let understood = self.corrected.as_ref().map(|text| format!(" [{text}]")).unwrap_or_default();
        let score = if self.judged.class == ABSENT { "   -".to_owned() } else { format!("{:.2}", self.score) };
        let first = if self.first.is_empty() { "nothing" } else { &self.first };
        format!("{score}  {grades:<10}  {}{understood} -> {first}", self.judged.typed)
    }
}

/// Discounted gain of the first grades of a list.
fn gain(grades: &[u8]) -> f64 {
    let ranked = (2_u32..).zip(grades).take(DEPTH);
    ranked.fold(0.0, |sum, (rank, grade)| sum + (f64::from(1_u32 << grade) - 1.0) / f64::from(rank).log2())
}

fn mean<'a>(asked: impl Iterator<Item = &'a Asked>) -> f64 {
    let scores: Vec<f64> = asked.map(|asked| asked.score).collect();
    scores.iter().sum::<f64>() / f64::from(u32::try_from(scores.len()).unwrap())
}

fn scored(asked: &[Asked]) -> impl Iterator<Item = &Asked> {
    asked.iter().filter(|asked| asked.judged.class != ABSENT)
}

fn by_class(asked: &[Asked]) -> BTreeMap<&str, Vec<&Asked>> {
    let mut classes: BTreeMap<&str, Vec<&Asked>> = BTreeMap::new();
    for one in asked {
        classes.entry(&one.judged.class).or_default().push(one);
    }
    for class in classes.values_mut() {
        class.sort_by(|a, b| a.score.total_cmp(&b.score));
    }
    classes
}

fn report(corpus: &Corpus, asked: &[Asked]) -> String {
    let mut out = HEADER.to_owned();
    let (count, missions) = (scored(asked).count(), corpus.missions().count());
    writeln!(out, "\n{:.3}  all {count} scored queries, over {missions} visible missions\n", mean(scored(asked)))
        .unwrap();
    let classes = by_class(asked);
    for (class, all) in classes.iter().filter(|(class, _)| **class != ABSENT) {
        let weak = all.iter().filter(|one| one.score < 0.5).count();
        writeln!(out, "{:.3}  {class}: {} queries, {weak} under 0.5", mean(all.iter().copied()), all.len()).unwrap();
    }
    for (class, all) in classes {
        writeln!(out, "\n## {class} (weakest first; grades of the ten first)").unwrap();
        all.iter().for_each(|one| writeln!(out, "{}", one.line()).unwrap());
    }
    out
}

fn ask_all(corpus: &Corpus) -> Vec<Asked> {
    judgement::all().into_iter().map(|judged| Asked::new(corpus, judged)).collect()
}

#[test]
fn what_people_type_finds_what_they_mean() {
    let corpus = Corpus::new();
    let asked = ask_all(&corpus);
    let report = report(&corpus, &asked);
    if std::env::var_os("ESCALE_WRITE_REPORT").is_some() {
        std::fs::write(REPORT, &report).unwrap();
    }
    let all = mean(scored(&asked));
    assert!(all >= PROMISE, "nDCG@10 is {all:.3}, less than {PROMISE}\n{report}");
    let kept = std::fs::read_to_string(REPORT).unwrap_or_default();
    assert!(kept == report, "the answers changed: read them, then write the report again\n{}", changes(&kept, &report));
}

fn changes(kept: &str, report: &str) -> String {
    let only = |a: &str, b: &str, mark: &str| -> String {
        a.lines().filter(|line| !b.lines().any(|other| other == *line)).map(|line| format!("{mark} {line}\n")).collect()
    };
    only(kept, report, "-") + &only(report, kept, "+")
}

#[test]
fn the_set_is_large_and_every_judgement_speaks_of_the_corpus() {
    let (corpus, queries) = (Corpus::new(), judgement::all());
    assert!(corpus.missions().count() >= 1_200, "{}", corpus.missions().count());
    let (absent, scored): (Vec<_>, Vec<_>) = queries.iter().partition(|judged| judged.class == ABSENT);
    assert!(scored.len() >= 130, "{}", scored.len());
    for judged in &scored {
        let right = corpus.missions().filter(|mission| judged.grade(mission) == 3).count();
        assert!(right > 0, "nothing deserves 3 for « {} »", judged.typed);
        judged.facts().for_each(|fact| assert!(corpus.knows(fact), "« {} »: {fact} is unknown", judged.typed));
    }
    assert!(absent.iter().all(|judged| judged.facts().next().is_none()));
}

#[test]
fn the_measure_rewards_the_best_first() {
    assert!((gain(&[3, 0, 0]) - 7.0).abs() < 1e-9);
    assert!(gain(&[3, 2, 1]) > gain(&[1, 2, 3]) && gain(&[0; 20]) < 1e-9);
    assert!((gain(&[1; 10]) - gain(&[1; 30])).abs() < 1e-9, "nobody reads beyond the tenth");
}
