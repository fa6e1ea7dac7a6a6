//! I18: every address × everyone. The addresses are those of `routes::ROUTES`, the table from which they are registered:
//! one without a line here fails. What is asked for is always somebody's: the same person, platform or service owns every
//! id in a line, and everyone else, the others of the same role included, is turned away and changes nothing.

mod lines;
mod world;

use crate::kit::{Client, Page, rows};
use escale::accounts::Role;
use escale::platforms::Scope;
use escale::routes::{ROUTES, Route, Who};
pub use lines::{Line, lines};
use std::collections::{BTreeMap, BTreeSet};
pub use world::{Caller, EVERYONE, OPERATOR, World};

/// What is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Allowed,
    /// To the sign-in page, and back afterwards.
    SignIn,
    /// Not even that it exists.
    NotFound,
    /// 401: a key.
    Key,
    /// 403: a key with this right.
    Scope,
}

fn verdict(route: &Route, line: &Line, caller: &Caller) -> Verdict {
    let theirs = caller.owner || !line.owned;
    match route.who {
        Who::Anyone => Verdict::Allowed,
        Who::Operator if caller.name == OPERATOR => Verdict::Allowed,
        Who::Demo | Who::Operator => Verdict::NotFound,
        Who::Only(role) => match caller.role {
            None => Verdict::SignIn,
            Some(other) if other == role && theirs => Verdict::Allowed,
            Some(_) => Verdict::NotFound,
        },
        Who::Key(scope) => match caller.scopes {
            None => Verdict::Key,
            Some(held) if !held.contains(&scope) => Verdict::Scope,
            Some(_) if theirs => Verdict::Allowed,
            Some(_) => Verdict::NotFound,
        },
    }
}

fn is(page: &Page, verdict: Verdict, allowed: u16) -> bool {
    let leads = page.header("location").unwrap_or_default();
    match verdict {
        Verdict::Allowed => page.status == allowed && !leads.starts_with("/connexion?vers="),
        Verdict::SignIn => page.status == 303 && leads.starts_with("/connexion?vers="),
        Verdict::NotFound => page.status == 404,
        Verdict::Key => page.status == 401,
        Verdict::Scope => page.status == 403,
    }
}

fn line_of<'a>(all: &'a [Line], route: &Route) -> &'a Line {
    let found = all.iter().find(|l| l.method == route.method && l.pattern == route.pattern);
    found.unwrap_or_else(|| panic!("{} {} has no line in the matrix", route.method, route.pattern))
}

/// Asks, and checks the answer.
fn ask(w: &World, route: &Route, line: &Line, caller: &Caller, client: &mut Client, token: &str) -> (Page, Verdict) {
    let verdict = verdict(route, line, caller);
    let page = line.ask(w, client, token);
    let plain = if caller.role.is_some() { line.signed } else { line.anonymous };
    let allowed = line.others.filter(|_| !caller.owner).unwrap_or(plain);
    let said = format!("{} {} by {}", route.method, route.pattern, caller.name);
    assert!(
        is(&page, verdict, allowed),
        "{said}: {verdict:?} is expected ({allowed}), {} {:?} is answered\n{}",
        page.status,
        page.header("location"),
        page.body.chars().take(3_000).collect::<String>()
    );
    let own = verdict == Verdict::Allowed && caller.owner;
    // What was asked for is in the links to the other language: it tells nothing that the reader did not say.
    let told = w.private().into_iter().find(|word| page.body.contains(word) && !page.url.contains(word));
    assert!(own || told.is_none(), "{said}: {told:?} is told");
    (page, verdict)
}

/// Addresses whose form or query names what is somebody's.
const NAMED: [&str; 8] = [
    "/plateforme/interets",
    "/conseil/proposer",
    "/conseil/remplacement",
    "/conseil/remplacement/fin",
    "/conseil/organisme",
    "/conseil/organisme/membres",
    "/conseil/organisme/convention",
    "/moi/suivi/accord",
];

fn reads(route: &Route) -> bool {
    route.method == "get"
}

#[test]
fn i18_every_address_is_in_the_matrix_once() {
    let all = lines();
    for route in ROUTES {
        line_of(&all, route);
    }
    let known: BTreeSet<_> = ROUTES.iter().map(|r| (r.method, r.pattern)).collect();
    assert_eq!(known.len(), ROUTES.len(), "an address is registered twice");
    for line in &all {
        assert!(known.contains(&(line.method, line.pattern)), "{} {} is no address", line.method, line.pattern);
    }
    assert_eq!(all.len(), ROUTES.len());
    // What holds somebody's id in its path and is not open to all has an owner.
    for route in ROUTES.iter().filter(|r| matches!(r.who, Who::Only(Role::Person | Role::Advisor | Role::Platform))) {
        // A month is nobody's.
        let names = route.pattern.replace("{month}", "").contains('{') || NAMED.contains(&route.pattern);
        assert_eq!(line_of(&all, route).owned, names, "{}", route.pattern);
    }
}

/// Who is turned away reads nothing and changes nothing; who may read does.
#[test]
fn i18_every_address_by_everyone_answers_its_owner_only_and_a_denied_write_changes_nothing() {
    let (w, all) = (World::make(), lines());
    let mut clients: Vec<_> = EVERYONE.iter().map(|caller| (caller, w.client(caller))).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut before = rows(&w.app);
    for route in ROUTES {
        let line = line_of(&all, route);
        for (caller, (client, token)) in &mut clients {
            if verdict(route, line, caller) == Verdict::Allowed && !reads(route) {
                continue;
            }
            let (_, verdict) = ask(&w, route, line, caller, client, token);
            let after = rows(&w.app);
            if verdict != Verdict::Allowed {
                let what: Vec<_> = before.symmetric_difference(&after).collect();
                assert!(what.is_empty(), "{} {} by {}: {what:?}", route.method, route.pattern, caller.name);
            }
            before = after;
            *counts.entry(if verdict == Verdict::Allowed { "read" } else { "denied" }).or_default() += 1;
        }
    }
    // The matrix is as large as it claims: most of it is refusals.
    assert!(counts["denied"] > 500 && counts["read"] > 300, "{counts:?}");
}

/// Who may write does, each in a world of its own; others of the same role write what is theirs and touch nothing else.
#[test]
fn i18_every_write_is_done_by_those_who_may_and_touches_only_what_is_theirs() {
    let all = lines();
    for route in ROUTES.iter().filter(|r| !reads(r) && r.who != Who::Anyone) {
        let line = line_of(&all, route);
        // A key with one right opens the same doors as a whole one: what it may not is asked above.
        let allowed = |c: &&Caller| verdict(route, line, c) == Verdict::Allowed && !c.name.ends_with(" only");
        for caller in EVERYONE.iter().filter(allowed) {
            let w = World::make();
            (line.first)(&w);
            let (mut client, token) = w.client(caller);
            let before = rows(&w.app);
            ask(&w, route, line, caller, &mut client, &token);
            let after = rows(&w.app);
            assert_ne!(before, after, "{} {} by {} changed nothing", route.method, route.pattern, caller.name);
            if !caller.owner {
                let owner = w.owner(route.who);
                let of =
                    |all: &BTreeSet<String>| all.iter().filter(|r| r.contains(&owner)).cloned().collect::<Vec<_>>();
                assert_eq!(of(&before), of(&after), "{} {} by {}", route.method, route.pattern, caller.name);
            }
        }
    }
}

/// What is open to all is open to all, the form's token being that of the one who sends it.
#[test]
fn i18_what_is_open_to_all_is_open_to_everyone_by_form_too() {
    let (w, all) = (World::make(), lines());
    for route in ROUTES.iter().filter(|r| !reads(r) && r.who == Who::Anyone) {
        let line = line_of(&all, route);
        for caller in EVERYONE {
            let (mut client, token) = w.client(caller);
            ask(&w, route, line, caller, &mut client, &token);
            let stranger = line.ask(&w, &mut client, "0".repeat(64).as_str());
            assert_eq!(stranger.status, 403, "{} {} with another's token", route.method, route.pattern);
        }
    }
}

/// A key opens no page, and a session no address of the API: each has its own door.
#[test]
fn i18_scopes_are_told_apart() {
    for route in ROUTES.iter().filter(|r| r.pattern.starts_with("/api/v1")) {
        assert!(!matches!(route.who, Who::Only(_)), "{} {}", route.method, route.pattern);
    }
    let held = |scope: Scope| ROUTES.iter().filter(|r| r.who == Who::Key(scope)).count();
    assert!(held(Scope::Offers) >= 5 && held(Scope::Interests) >= 2);
}
