//! I3, the time it takes included: from one copied world, one in which she does nothing and others in which she opens,
//! sets aside, keeps, or changes her mind. For everyone else they are the same: every address answers the same bytes after
//! the same statements, in the same order, on the same rows; the same letters leave.

mod acted;

use crate::kit::{Client, Work, rows};
use crate::matrix::{Caller, EVERYONE, World, lines};
use chrono::TimeDelta;
use escale::accounts::Role;
use escale::routes::{ROUTES, Route, Who};
use std::collections::BTreeSet;

/// What she may do with a proposal without anyone knowing.
const ACTS: &[(&str, &[&str])] = &[
    ("she opens it", &[]),
    ("she sets it aside", &["set_aside"]),
    ("she keeps it", &["kept"]),
    ("she sets it aside, then wants to see it again", &["set_aside", "to_see"]),
];

/// Where only she, or the sign-in of her letters, can read and write.
const HERS: [&str; 4] = ["private_choice|", "session|", "sign_in|", "presence|"];

/// What opens by a secret made when it is asked for.
const DOORS: [&str; 2] = ["/connexion/lien/{token}", "/invitation/{token}"];

/// A copy of the world, with the statements that it runs.
struct Twin {
    w: World,
    work: Work,
}

impl Twin {
    fn of(original: &World) -> Self {
        let mut work = None;
        let w = original.twin(|config| work = Some(Work::watch(config)));
        let twin = Self { w, work: work.unwrap() };
        twin.ran();
        twin
    }

    fn ran(&self) -> Vec<String> {
        self.work.ran()
    }

    /// She opens the letter's link, signs in, and chooses.
    fn act(&self, link: &str, choices: &[&str]) {
        let mut her = self.w.app.anon();
        let path = &link[link.find("/connexion").unwrap()..];
        let page = her.get(path);
        let proposal = her.submit(&page, "Continuer", &[]);
        assert!(proposal.url.contains("/moi/propositions/"), "{}", proposal.url);
        assert_eq!(her.get("/moi/propositions").status, 200);
        let token = proposal.attr("input[name=_token]", "value").unwrap();
        for choice in choices {
            let path = format!("/moi/propositions/{}/choix", self.w.referral.id);
            let body = format!("_token={token}&choix={choice}");
            assert_eq!(her.once("POST", &path, Some(&body), "application/x-www-form-urlencoded").status, 303);
        }
        self.ran();
    }

    /// Every row that is not hers alone.
    fn rows(&self) -> BTreeSet<String> {
        let mut all = rows(&self.w.app);
        all.retain(|row| !HERS.iter().any(|table| row.starts_with(table)));
        self.ran();
        all
    }

    /// Every address, by each of those who may: the answer, and the work behind it.
    fn seen(&self, clients: &mut [(&Caller, (Client, String))]) -> Vec<String> {
        let all = lines();
        let mut seen = Vec::new();
        for route in ROUTES.iter().filter(|r| r.method == "get" && !DOORS.contains(&r.pattern)) {
            let line = all.iter().find(|l| l.method == route.method && l.pattern == route.pattern).unwrap();
            for (caller, (client, token)) in clients.iter_mut().filter(|(c, _)| others(route, c)) {
                let page = line.ask(&self.w, client, token);
                let work = self.ran();
                assert!(!work.iter().any(|s| s.contains("private_choice")), "{} reads her choices", route.pattern);
                let mut headers: Vec<_> = page.headers.iter().filter(|(name, _)| name != "date").collect();
                headers.sort();
                let said = format!("{} {headers:?}\n{}", page.status, unnamed(&page.body));
                seen.push(format!("{} by {}: {said}\n{}", route.pattern, caller.name, work.join("\n")));
            }
        }
        seen
    }

    /// What others do next, and what is answered: the advisor proposes and takes back, the platform changes and answers…
    fn acts_of_others(&self, clients: &mut [(&Caller, (Client, String))]) -> Vec<String> {
        let all = lines();
        let mut seen = Vec::new();
        for route in ROUTES.iter().filter(|r| r.method != "get" && r.who != Who::Anyone) {
            let line = all.iter().find(|l| l.method == route.method && l.pattern == route.pattern).unwrap();
            for (caller, (client, token)) in clients.iter_mut().filter(|(c, _)| others(route, c)) {
                let page = line.ask(&self.w, client, token);
                let leads = plain(page.header("location").unwrap_or_default());
                let work = self.ran().join("\n");
                seen.push(format!("{} by {}: {} {leads}\n{work}", route.pattern, caller.name, page.status));
            }
        }
        seen
    }

    /// Time passes: what the clockwork and the jobs do, and what leaves by letter.
    fn wait(&self, by: TimeDelta) -> Vec<String> {
        self.w.app.advance(by);
        let mut told = self.ran();
        let letters = self.w.app.app.mailer.take_all();
        told.extend(letters.iter().map(|l| plain(&format!("{} {}\n{}\n{}", l.to.as_str(), l.subject, l.text, l.html))));
        told
    }
}

/// Whether a route is asked for by this caller here: its role, its key, or nobody for what is open to all.
fn others(route: &Route, caller: &Caller) -> bool {
    match route.who {
        Who::Anyone => caller.name == "nobody",
        Who::Only(Role::Person) | Who::Operator | Who::Demo => false,
        Who::Only(role) => caller.role == Some(role) && caller.owner,
        Who::Key(_) => caller.name == "the platform's key",
    }
}

/// Without what is random by nature: secrets, and the names of what is made in each world.
fn plain(text: &str) -> String {
    let random = |word: &&str| {
        let bare: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
        let hex = bare.len() >= 32 && bare.bytes().all(|b| b.is_ascii_hexdigit());
        let receipt = word.len() == 14 && word.matches('-').count() == 2 && bare == bare.to_uppercase();
        !hex && !receipt
    };
    let breaks = |c: char| !c.is_ascii_alphanumeric() && c != '-';
    text.split(breaks).filter(|word| !word.is_empty()).filter(random).collect::<Vec<_>>().join(" ")
}

/// Without the reference that a form gives to the mission that it will post.
fn unnamed(body: &str) -> String {
    let mut parts = body.split("value=\"M-");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |whole, part| whole + "value=\"M-" + part.get(12..).unwrap_or_default())
}

fn same(what: &str, act: &str, ours: &[String], theirs: &[String]) {
    for (a, b) in ours.iter().zip(theirs) {
        assert_eq!(a, b, "{what}, when {act}");
    }
    assert_eq!(ours.len(), theirs.len(), "{what}, when {act}");
}

#[test]
fn i3_whatever_she_makes_of_a_proposal_everyone_else_gets_the_same_bytes_for_the_same_work() {
    let original = World::make();
    original.app.run_jobs();
    let letter =
        original.app.app.mailer.take(&original.amina.email).into_iter().find(|l| l.text.contains("/connexion/lien/"));
    let letter = letter.unwrap();
    let link = letter.text.split_whitespace().find(|w| w.contains("/connexion/lien/")).unwrap();
    let _ = original.app.app.mailer.take_all();
    // Everyone else's doors are open before the worlds part, so that even the tokens of their forms are the same.
    let callers = EVERYONE.iter().filter(|c| c.role != Some(Role::Person));
    let doors: Vec<_> = callers.map(|c| (c, original.door(c))).collect();
    let begin = |act: Option<&[&str]>| {
        let twin = Twin::of(&original);
        if let Some(choices) = act {
            twin.act(link, choices);
        }
        let clients: Vec<_> = doors.iter().map(|(c, door)| (*c, twin.w.through(door))).collect();
        twin.ran();
        (twin, clients)
    };
    // Read for ten days, past the end of the mission, then of what she may have kept to herself.
    let read = |act: Option<&[&str]>| {
        let (twin, mut clients) = begin(act);
        let mut told = vec![("what is kept", twin.rows().into_iter().collect::<Vec<_>>())];
        for hours in [0, 26, 110, 110] {
            told.push(("what is done and written", twin.wait(TimeDelta::hours(hours))));
            told.push(("what is answered", twin.seen(&mut clients)));
        }
        let mut kept: Vec<_> = twin.rows().iter().map(|row| plain(row)).collect();
        kept.sort();
        told.push(("what is kept in the end", kept));
        told
    };
    // What others do next meets the same answers and has the same consequences.
    let write = |act: Option<&[&str]>| {
        let (twin, mut clients) = begin(act);
        let mut told = vec![("what others do", twin.acts_of_others(&mut clients))];
        for hours in [0, 26] {
            told.push(("what is done and written", twin.wait(TimeDelta::hours(hours))));
        }
        told
    };
    let silence: Vec<_> = read(None).into_iter().chain(write(None)).collect();
    assert!(silence.iter().map(|(_, all)| all.len()).sum::<usize>() > 300);
    for (act, choices) in ACTS {
        let hers = read(Some(choices)).into_iter().chain(write(Some(choices)));
        for ((what, ours), (_, theirs)) in hers.zip(&silence) {
            same(what, act, &ours, theirs);
        }
    }
}
