//! The guard rails, as experiments: two worlds that differ only in a private act, a follow-up that never moves, places
//! that are never oversold, a platform that learns nothing by itself.

use crate::kit::world::{Made, email};
use crate::kit::{Page, TestApp};
use chrono::TimeDelta;
use escale::accounts;
use escale::engagements;
use escale::follow_ups::{self, Advisor};
use escale::interests::{self, Consent, DeclineReason};
use escale::kernel::{Email, Id};
use escale::offers::{Offer, Slot};
use escale::people::{self, Choice, Herself, Person};
use escale::referrals;
use proptest::prelude::*;
use std::sync::Barrier;

struct World {
    app: TestApp,
    platform: Made,
    offer: Offer,
    advisor: Id<Advisor>,
    advisor_email: Email,
    person: Person,
    referral: Id<referrals::Referral>,
}

pub fn herself(app: &TestApp, person: &Person) -> Herself {
    Herself::signed_in(&session_of(app, person.account())).expect("a person's session")
}

/// An open session, which alone proves who asks.
pub fn session_of(app: &TestApp, account: Id<accounts::Account>) -> accounts::Holder {
    let token = escale::kernel::secret::token().unwrap();
    let hash = escale::kernel::secret::sha256(&token);
    app.app.write_now(|tx, now| accounts::store::open_session(tx, now, &hash, account)).unwrap();
    accounts::actions::holder(&app.app.store, app.now(), &token).unwrap().unwrap()
}

pub fn propose(
    app: &TestApp,
    advisor: Id<Advisor>,
    person: &Person,
    offer: Id<Offer>,
) -> escale::db::Result<Id<referrals::Referral>> {
    app.app.write_now(|tx, now| {
        let mandate = follow_ups::store::mandate(tx, now, advisor, person.id)?;
        app.app.with_desk(None, |desk| referrals::actions::propose(tx, now, desk, &mandate, offer, "")).map(|r| r.id)
    })
}

fn world() -> World {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let offer = app.offer(&platform, "r-1", 1);
    let service = app.service();
    let (advisor, advisor_email) = app.advisor(service, "Claire");
    let person = app.person("Amina", Some(advisor));
    let referral = propose(&app, advisor, &person, offer.id).unwrap();
    app.run_jobs();
    let _ = app.app.mailer.take_all();
    World { app, platform, offer, advisor, advisor_email, person, referral }
}

/// Everything that others than the person can read.
fn what_others_see(w: &World) -> Vec<(String, u16, String)> {
    let id = w.person.id;
    let mut seen = Vec::new();
    let mut look = |page: Page| seen.push((page.url.clone(), page.status, page.body));
    let mut advisor = w.app.signed_in(&w.advisor_email);
    let mut platform = w.app.signed_in(&w.platform.email);
    let mut api = w.app.api(&w.platform);
    for path in ["/conseil".to_owned(), format!("/conseil/personnes/{id}"), "/conseil/propositions".to_owned()] {
        look(advisor.get(&path));
    }
    look(platform.get("/plateforme"));
    for path in ["/api/v1/interests", "/api/v1/offers", "/api/v1/labels"] {
        look(api.get(path));
    }
    look(w.app.anon().get(&format!("/missions/{}", w.offer.id)));
    look(w.app.anon().get("/plateformes/decisions.csv"));
    // Tokens and numbers of sessions differ by nature; nothing else may.
    seen.into_iter().map(|(url, status, body)| (url, status, without_tokens(&body))).collect()
}

fn without_tokens(body: &str) -> String {
    let mut out = String::new();
    for (i, part) in body.split("name=\"_token\" value=\"").enumerate() {
        out.push_str(if i == 0 { part } else { &part[64..] });
    }
    out
}

fn journal_and_queue(w: &World) -> (i64, (i64, i64), Vec<String>) {
    let seq = w.app.app.store.read(escale::journal::last_seq).unwrap();
    let queue = w.app.app.store.read(escale::jobs::counts).unwrap();
    (seq, queue, w.app.app.mailer.take_all().into_iter().map(|l| l.text).collect())
}

#[test]
fn i3_setting_aside_keeping_or_ignoring_are_the_same_world_for_everyone_else() {
    let w = world();
    let silence = what_others_see(&w);
    for choice in ["set_aside", "kept", "to_see"] {
        let before = journal_and_queue(&w);
        let mut person = w.app.signed_in(&w.person.email);
        let page = person.get(&format!("/moi/propositions/{}", w.referral));
        assert_eq!(page.status, 200);
        let token = page.attr("input[name=_token]", "value").unwrap();
        let answer = person.send(
            "POST",
            &format!("/moi/propositions/{}/choix", w.referral),
            Some(&format!("_token={token}&choix={choice}")),
            "application/x-www-form-urlencoded",
        );
        assert_eq!(answer.status, 200, "{}", answer.text());
        assert_eq!(journal_and_queue(&w), before, "{choice} left a trace");
        assert_eq!(what_others_see(&w), silence, "{choice} can be read by others");
        w.app.run_jobs();
    }
}

#[test]
fn i3_a_private_choice_is_deleted_a_week_after_the_mission() {
    let w = world();
    let who = herself(&w.app, &w.person);
    w.app.app.write_now(|tx, now| people::actions::choose(tx, now, who, w.offer.id, Choice::SetAside)).unwrap();
    let kept = |w: &World| w.app.app.store.read(|c| people::store::choices(c, who)).unwrap().len();
    w.app.advance(TimeDelta::days(8));
    assert_eq!(kept(&w), 1);
    w.app.advance(TimeDelta::days(1));
    assert_eq!(kept(&w), 0);
    let _ = w.app.app.mailer.take_all();
}

#[test]
fn i3_no_session_but_a_persons_proves_that_she_is_herself() {
    let w = world();
    let advisor = session_of(&w.app, Id::from_uuid(w.advisor.uuid()));
    assert!(Herself::signed_in(&advisor).is_none());
    assert_eq!(herself(&w.app, &w.person).id(), w.person.id);
}

#[test]
fn i2_no_act_of_the_marketplace_moves_the_follow_up() {
    let w = world();
    let hash = |w: &World| {
        format!(
            "{:?}",
            w.app.app.store.read(|c| follow_ups::store::follow_ups_of(c, w.app.now(), &[w.person.id])).unwrap()
        )
    };
    let before = hash(&w);
    let who = herself(&w.app, &w.person);
    let slot = w.offer.slots[0].id;
    let act = |f: &mut dyn FnMut(&mut escale::db::Tx<'_>, escale::kernel::Instant) -> escale::db::Result<()>| {
        w.app.app.write_now(|tx, now| f(tx, now)).unwrap();
        assert_eq!(hash(&w), before);
    };
    act(&mut |tx, now| people::actions::choose(tx, now, who, w.offer.id, Choice::SetAside));
    act(&mut |tx, now| interests::actions::send(tx, now, who, slot, &Consent::default()).map(drop));
    let id = w.app.app.store.read(|c| interests::store::of_person(c, w.person.id)).unwrap()[0].id;
    act(&mut |tx, now| engagements::actions::accept(tx, now, w.platform.id, id).map(drop));
    act(&mut |tx, now| engagements::actions::take_back(tx, now, who, id).map(drop));
    w.app.suspend(w.platform.id);
    w.app.advance(TimeDelta::hours(30));
    w.app.reinstate(w.platform.id);
    w.app.run_jobs();
    assert_eq!(hash(&w), before);
    let _ = w.app.app.mailer.take_all();
    let _ = w.advisor;
}

#[test]
fn i5_a_referral_always_has_a_receipt_that_names_nobody_and_verifies() {
    let w = world();
    let referral = w.app.app.store.read(|c| referrals::store::by_id(c, w.referral)).unwrap();
    let page = w.app.anon().get(&format!("/recepisses/{}", referral.receipt));
    assert_eq!(page.status, 200);
    assert!(page.has("Plonge et aide en cuisine"));
    let receipt = w.app.anon().get(&format!("/api/v1/receipts/{}", referral.receipt)).json();
    assert_eq!(receipt["valid"], true);
    assert!(receipt.to_string().contains("offre raisonnable d’emploi"));
    for private in ["Amina", "Benali", "amina@", "Claire"] {
        assert!(!receipt.to_string().contains(private), "{private} is in the receipt");
        assert!(!page.body.contains(private));
    }
}

#[test]
fn i6_a_platform_learns_nothing_before_her_act_then_only_what_she_ticked() {
    let w = world();
    let private = ["Amina", "Benali", "amina@exemple.fr", "06 39 98 00 01", "demandeur", "Claire"];
    let reads = |w: &World| {
        let web = w.app.signed_in(&w.platform.email).get("/plateforme").body;
        let api = w.app.api(&w.platform).get("/api/v1/interests").body;
        format!("{web}{api}")
    };
    let before = reads(&w);
    assert!(private.iter().all(|p| !before.contains(p)));
    let who = herself(&w.app, &w.person);
    let consent = Consent { phone: true, ..Consent::default() };
    w.app.app.write_now(|tx, now| interests::actions::send(tx, now, who, w.offer.slots[0].id, &consent)).unwrap();
    w.app.run_jobs();
    let letter = w.app.app.mailer.take(&w.platform.email).pop().unwrap();
    let after = format!("{}{}{}", reads(&w), letter.text, letter.html);
    assert!(after.contains("06 39 98 00 01"));
    for word in private.iter().filter(|p| **p != "06 39 98 00 01") {
        assert!(!after.contains(word), "{word} reached the platform");
    }
    assert!(!after.contains(&w.person.id.to_string()));
    let _ = w.app.app.mailer.take_all();
}

#[test]
fn i9_many_takers_at_once_get_exactly_the_places_there_are() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let offer = app.offer(&platform, "r-1", 3);
    let people: Vec<Person> = (0..12).map(|n| app.person(&format!("Personne{n}"), None)).collect();
    let slot: Id<Slot> = offer.slots[0].id;
    let barrier = Barrier::new(people.len());
    std::thread::scope(|scope| {
        for person in &people {
            let (app, barrier) = (&app, &barrier);
            scope.spawn(move || {
                let who = herself(app, person);
                barrier.wait();
                app.app.write_now(|tx, now| interests::actions::send(tx, now, who, slot, &Consent::default())).unwrap();
            });
        }
    });
    let all = app.app.store.read(|c| interests::store::live_of_offer(c, offer.id)).unwrap();
    assert_eq!(all.iter().filter(|i| i.state.holds_place()).count(), 3);
    assert_eq!(all.iter().filter(|i| i.state == interests::State::Waiting).count(), 9);
    let now = app.app.store.read(|c| escale::offers::store::by_id(c, offer.id)).unwrap();
    assert_eq!(now.slots[0].taken, 3);
    app.run_jobs();
    let _ = app.app.mailer.take_all();
}

#[derive(Debug, Clone, Copy)]
enum Act {
    Send(usize),
    TakeBack(usize),
    Accept,
    Decline,
    Wait,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        4 => (0..5usize).prop_map(Act::Send),
        2 => (0..5usize).prop_map(Act::TakeBack),
        2 => Just(Act::Accept),
        2 => Just(Act::Decline),
        1 => Just(Act::Wait),
    ];
    proptest::collection::vec(act, 1..25)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    /// I9 over random histories: places taken = interests that hold one, never above the places, and nobody waits while one is free.
    #[test]
    fn i9_places_are_never_oversold_nor_left_idle(acts in acts()) {
        let app = TestApp::start();
        let platform = app.labelled("halles");
        let start = app.now() + TimeDelta::hours(200);
        let offer = app.post(&platform, "r-1", &crate::kit::world::draft(start, 2));
        let slot = offer.slots[0].id;
        let people: Vec<Herself> = (0..5).map(|n| herself(&app, &app.person(&format!("Personne{n}"), None))).collect();
        let live = |app: &TestApp| app.app.store.read(|c| interests::store::live_of_offer(c, offer.id)).unwrap();
        for act in acts {
            let of = |n: usize| live(&app).into_iter().find(|i| i.person == people[n].id()).map(|i| i.id);
            let sent = live(&app).into_iter().find(|i| i.state == interests::State::Sent).map(|i| i.id);
            let _ = match act {
                Act::Send(n) => app.app.write_now(|tx, now| interests::actions::send(tx, now, people[n], slot, &Consent::default()).map(drop)),
                Act::TakeBack(n) => match of(n) {
                    Some(id) => app.app.write_now(|tx, now| engagements::actions::take_back(tx, now, people[n], id).map(drop)),
                    None => Ok(()),
                },
                Act::Accept => match sent {
                    Some(id) => app.app.write_now(|tx, now| engagements::actions::accept(tx, now, platform.id, id).map(drop)),
                    None => Ok(()),
                },
                Act::Decline => match sent {
                    Some(id) => app.app.write_now(|tx, now| interests::actions::decline(tx, now, platform.id, id, DeclineReason::ConditionMissing, "expérience").map(drop)),
                    None => Ok(()),
                },
                Act::Wait => { app.advance(TimeDelta::hours(49)); Ok(()) }
            };
            let all = live(&app);
            let taken = app.app.store.read(|c| escale::offers::store::by_id(c, offer.id)).unwrap().slots[0].taken as usize;
            let holding = all.iter().filter(|i| i.state.holds_place()).count();
            let waiting = all.iter().filter(|i| i.state == interests::State::Waiting).count();
            prop_assert!(taken <= 2);
            prop_assert_eq!(taken, holding);
            prop_assert!(waiting == 0 || taken == 2, "someone waits while a place is free");
        }
        app.run_jobs();
        let _ = app.app.mailer.take_all();
    }
}

#[test]
fn g1_nothing_unlabelled_can_be_proposed_or_asked_for() {
    let w = world();
    let second = w.app.offer(&w.platform, "r-2", 1);
    w.app.suspend(w.platform.id);
    let refused = propose(&w.app, w.advisor, &w.person, second.id).unwrap_err();
    assert!(refused.to_string().contains("label-not-active"), "{refused}");
    let who = herself(&w.app, &w.person);
    let asked =
        w.app.app.write_now(|tx, now| interests::actions::send(tx, now, who, second.slots[0].id, &Consent::default()));
    assert!(asked.unwrap_err().to_string().contains("label-not-active"));
    w.app.run_jobs();
    let _ = w.app.app.mailer.take_all();
    let _ = email("a@exemple.fr");
}

/// I8 and the places: what a platform changes in its posting never undoes what was agreed, nor loses a place.
#[test]
fn i8_posting_again_keeps_what_has_begun_and_frees_what_is_cancelled() {
    let w = world();
    let who = herself(&w.app, &w.person);
    let slot = w.offer.slots[0].id;
    let interest = w
        .app
        .app
        .write_now(|tx, now| {
            let interest = interests::actions::send(tx, now, who, slot, &Consent::default())?;
            engagements::actions::accept(tx, now, w.platform.id, interest.id)?;
            Ok(interest.id)
        })
        .unwrap();
    let state = |w: &World| w.app.app.store.read(|c| interests::store::by_id(c, interest)).unwrap().state.word();
    // The slot has begun; the platform posts the next ones only.
    w.app.advance(TimeDelta::hours(22));
    let later = crate::kit::world::draft(w.app.now() + TimeDelta::hours(30), 1);
    w.app.post(&w.platform, "r-1", &later);
    w.app.run_jobs();
    assert_eq!(state(&w), "accepted");
    // Withdrawn then posted again: the place that a cancelled interest held is free.
    let other = w.app.person("Bruno", None);
    let bruno = herself(&w.app, &other);
    let coming = |w: &World| {
        w.app.app.store.read(|c| escale::offers::store::by_id(c, w.offer.id)).unwrap().slots.last().copied().unwrap()
    };
    let next = coming(&w).id;
    w.app.app.write_now(|tx, now| interests::actions::send(tx, now, bruno, next, &Consent::default())).unwrap();
    w.app.app.write_now(|tx, now| escale::offers::actions::withdraw(tx, now, w.platform.id, "r-1")).unwrap();
    w.app.run_jobs();
    w.app.post(&w.platform, "r-1", &later);
    assert_eq!((coming(&w).id, coming(&w).taken), (next, 0));
    w.app.run_jobs();
    let _ = w.app.app.mailer.take_all();
}

#[test]
fn the_waiting_list_moves_up_when_places_are_added_and_nobody_jumps_it() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let offer = app.offer(&platform, "r-1", 1);
    let slot = offer.slots[0].id;
    let people: Vec<Herself> = (0..4).map(|n| herself(&app, &app.person(&format!("Personne{n}"), None))).collect();
    let send = |who: Herself| {
        app.app.write_now(|tx, now| interests::actions::send(tx, now, who, slot, &Consent::default())).unwrap()
    };
    let states = |app: &TestApp| -> Vec<&str> {
        app.app
            .store
            .read(|c| interests::store::live_of_offer(c, offer.id))
            .unwrap()
            .iter()
            .map(|i| i.state.word())
            .collect()
    };
    for who in &people[..3] {
        send(*who);
    }
    assert_eq!(states(&app), ["sent", "waiting", "waiting"]);
    app.post(&platform, "r-1", &app.draft(2));
    // Before the queue has moved, a newcomer still stands behind those who wait.
    send(people[3]);
    app.run_jobs();
    assert_eq!(states(&app), ["sent", "sent", "waiting", "waiting"]);
    let _ = app.app.mailer.take_all();
}

#[test]
fn g1_nobody_moves_up_towards_a_suspended_platform_and_everybody_does_after() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let offer = app.offer(&platform, "r-1", 1);
    let slot = offer.slots[0].id;
    let (first, second) = (herself(&app, &app.person("Amina", None)), herself(&app, &app.person("Bruno", None)));
    let consent = Consent { name: true, phone: true, ..Consent::default() };
    let sent = app.app.write_now(|tx, now| interests::actions::send(tx, now, first, slot, &consent)).unwrap();
    let waiting = app.app.write_now(|tx, now| interests::actions::send(tx, now, second, slot, &consent)).unwrap();
    app.run_jobs();
    let _ = app.app.mailer.take_all();
    app.suspend(platform.id);
    app.app.write_now(|tx, now| engagements::actions::take_back(tx, now, first, sent.id)).unwrap();
    app.run_jobs();
    let state = |app: &TestApp| app.app.store.read(|c| interests::store::by_id(c, waiting.id)).unwrap().state.word();
    assert_eq!(state(&app), "waiting");
    assert!(app.app.mailer.take(&platform.email).iter().all(|l| !l.text.contains("Bruno")));
    app.reinstate(platform.id);
    app.run_jobs();
    assert_eq!(state(&app), "sent");
    let _ = app.app.mailer.take_all();
}

/// A reason is about the offer: nothing about the person can be written in it (I4).
#[test]
fn i4_a_condition_is_one_that_the_offer_states() {
    let w = world();
    let who = herself(&w.app, &w.person);
    let interest = w
        .app
        .app
        .write_now(|tx, now| interests::actions::send(tx, now, who, w.offer.slots[0].id, &Consent::default()))
        .unwrap();
    let decline = |text: &str| {
        let text = text.to_owned();
        w.app.app.write_now(move |tx, now| {
            interests::actions::decline(tx, now, w.platform.id, interest.id, DeclineReason::ConditionMissing, &text)
        })
    };
    assert!(decline("La personne est trop âgée et malade").unwrap_err().to_string().contains("condition-not-stated"));
    assert!(decline("Aucune EXPÉRIENCE demandée").is_ok());
    w.app.run_jobs();
    let _ = w.app.app.mailer.take_all();
}
