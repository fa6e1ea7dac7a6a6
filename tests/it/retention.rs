//! I15: what names somebody has its end, by the numbers that the page on personal data tells. One test a row of that page;
//! each advances the clock and looks at the raw rows, a day before and a day after.

mod away;

use crate::guards::{herself, propose};
use crate::kit::{TestApp, rows};
use crate::mine::agenda::agree;
use crate::office::{Office, office};
use crate::schema::known_to_diesel;
use chrono::TimeDelta;
use escale::follow_ups::{self, EndReason};
use escale::interests::{self, Consent, DeclineReason};
use escale::kernel::{Id, retention};
use escale::people::{self, Choice, Person};
use escale::retention::{SWEEPS, WITH_THE_ACCOUNT};
use std::collections::BTreeSet;

/// The rows of a table.
fn of(app: &TestApp, table: &str) -> Vec<String> {
    rows(app).into_iter().filter(|row| row.starts_with(&format!("{table}|"))).collect()
}

/// Time passes; whatever letters leave are not what is looked at here.
fn wait(app: &TestApp, days: i64) {
    app.advance(TimeDelta::days(days));
    let _ = app.app.mailer.take_all();
}

fn key(person: &Person) -> String {
    person.id.uuid().simple().to_string()
}

fn days(period: retention::Period) -> i64 {
    period.span().num_days()
}

#[test]
fn i15_every_table_that_names_somebody_has_its_end() {
    let ends: BTreeSet<&str> = SWEEPS.iter().flat_map(|sweep| sweep.tables).chain(WITH_THE_ACCOUNT).copied().collect();
    let names =
        |c: &String| ["person_id", "account_id", "actor_id", "advisor_id", "email", "address"].contains(&c.as_str());
    for (table, _) in known_to_diesel().iter().filter(|(_, columns)| columns.iter().any(names)) {
        // Organisations and places, not people.
        let nobody = ["platform", "offer"].contains(&table.as_str());
        assert!(nobody || ends.contains(table.as_str()), "{table} is kept without an end");
    }
}

#[test]
fn i15_the_page_tells_the_numbers_that_forgetting_counts_by() {
    let app = TestApp::start();
    let page = app.anon().get("/donnees-personnelles");
    for (name, period) in retention::TOLD {
        let told = page.text().contains(&format!("{} ", period.number()));
        assert!(told && !page.body.contains(&format!("{{ ${name}")), "{name}: {}", page.text());
    }
    assert!(page.has("6 mois. Ensuite il n’en reste que le récépissé") && page.has("24 mois après la mission"));
    let english = app.anon().get("/en/donnees-personnelles");
    assert!(english.has("24 months after the mission") && !english.body.contains("{ $"), "{}", english.text());
}

#[test]
fn i15_a_private_choice_goes_a_week_after_its_mission() {
    let app = TestApp::start();
    let halles = app.labelled("halles");
    let offer = app.offer(&halles, "r-1", 1);
    let amina = app.person("Amina", None);
    let who = herself(&app, &amina);
    app.app.write_now(|tx, now| people::actions::choose(tx, now, who, offer.id, Choice::SetAside)).unwrap();
    wait(&app, days(retention::CHOICE));
    assert_eq!(of(&app, "private_choice").len(), 1);
    wait(&app, 2);
    assert!(of(&app, "private_choice").is_empty());
}

#[test]
fn i15_a_proposal_goes_after_half_a_year_and_its_receipt_after_five_years() {
    let o = office();
    let halles = o.app.labelled("halles");
    let offer = o.app.offer(&halles, "r-1", 2);
    propose(&o.app, o.claire, &o.amina, offer.id).unwrap();
    wait(&o.app, days(retention::REFERRAL) - 1);
    assert_eq!(of(&o.app, "referral").len(), 1);
    wait(&o.app, 1);
    assert!(of(&o.app, "referral").is_empty());
    let left = of(&o.app, "receipt");
    assert!(left.len() == 1 && !left[0].contains(&key(&o.amina)) && !left[0].contains("amina"), "{left:?}");
    wait(&o.app, days(retention::RECEIPT) - days(retention::REFERRAL) - 1);
    assert_eq!(of(&o.app, "receipt").len(), 1);
    wait(&o.app, 1);
    assert!(of(&o.app, "receipt").is_empty());
}

#[test]
fn i15_what_she_sent_goes_half_a_year_after_it_ended() {
    let app = TestApp::start();
    let halles = app.labelled("halles");
    let people = ["Amina", "Bruno", "Chloe"].map(|name| app.person(name, None));
    let offer = app.offer(&halles, "r-1", 5);
    let consent = Consent { name: true, phone: true, email: true, message: "Je peux venir tôt.".into() };
    let sent = people.clone().map(|person| {
        let (who, slot) = (herself(&app, &person), offer.slots[0].id);
        app.app.write_now(|tx, now| interests::actions::send(tx, now, who, slot, &consent)).unwrap()
    });
    let bruno = herself(&app, &people[1]);
    app.app
        .write_now(|tx, now| {
            interests::actions::decline(tx, now, halles.id, sent[0].id, DeclineReason::Filled, "")?;
            interests::actions::take_back(tx, now, bruno, sent[1].id)
        })
        .unwrap();
    // The third is not answered: it ends by itself before the slot.
    wait(&app, 2);
    assert_eq!(of(&app, "interest").iter().filter(|row| row.contains("je peux venir")).count(), 3);
    wait(&app, days(retention::INTEREST) - 3);
    assert_eq!(of(&app, "interest").len(), 3);
    wait(&app, 3);
    assert!(of(&app, "interest").is_empty(), "{:?}", of(&app, "interest"));
}

#[test]
fn i15_agreed_work_goes_after_two_years_and_what_was_shared_for_it_after_half_a_year() {
    let app = TestApp::start();
    let halles = app.labelled("halles");
    let amina = app.person("Amina", None);
    let offer = app.offer(&halles, "r-1", 2);
    let (who, slot) = (herself(&app, &amina), offer.slots[0].id);
    let consent = Consent { name: true, phone: true, email: true, message: "Je peux venir tôt.".into() };
    let sent = app.app.write_now(|tx, now| interests::actions::send(tx, now, who, slot, &consent)).unwrap();
    app.app.write_now(|tx, now| escale::engagements::actions::accept(tx, now, halles.id, sent.id)).unwrap();
    app.run_jobs();
    let shared = |app: &TestApp| {
        let all = of(app, "interest");
        ["benali", "amina@", "06 39", "je peux"].iter().filter(|word| all[0].contains(*word)).count()
    };
    wait(&app, days(retention::INTEREST));
    assert_eq!(shared(&app), 4);
    wait(&app, 2);
    assert_eq!((shared(&app), of(&app, "engagement").len()), (0, 1));
    // She came now and then: her account is not what goes.
    for _ in 0..18 {
        wait(&app, 30);
        app.signed_in(&amina.email);
    }
    wait(&app, days(retention::ENGAGEMENT) - days(retention::INTEREST) - 2 - 18 * 30);
    assert_eq!((of(&app, "engagement").len(), of(&app, "interest").len()), (1, 1));
    wait(&app, 2);
    assert_eq!((of(&app, "engagement").len(), of(&app, "interest").len()), (0, 0));
    assert_eq!(of(&app, "person").len(), 1);
}

#[test]
fn i15_work_that_did_not_take_place_goes_with_what_was_sent_for_it() {
    let app = TestApp::start();
    let halles = app.labelled("halles");
    let amina = app.person("Amina", None);
    let agreed = agree(&app, &halles, &amina, "r-1", 60);
    let who = herself(&app, &amina);
    app.app.write_now(|tx, now| escale::engagements::actions::take_back(tx, now, who, agreed.id)).unwrap();
    wait(&app, days(retention::INTEREST) - 1);
    assert_eq!(of(&app, "engagement").len(), 1);
    wait(&app, 1);
    assert!(of(&app, "engagement").is_empty() && of(&app, "interest").is_empty());
}

/// Her follow-up has ended.
fn ended(o: &Office) {
    let end = |tx: &mut escale::db::Tx<'_>, now| {
        let held = follow_ups::store::mandate(tx, now, o.claire, o.amina.id)?;
        follow_ups::actions::way::end(tx, now, &held, EndReason::Moved)
    };
    o.app.app.write_now(end).unwrap();
    let her = herself(&o.app, &o.amina);
    o.app.app.write_now(|tx, now| follow_ups::actions::way::agree_to_end(tx, now, her)).unwrap();
}

#[test]
fn i15_a_follow_up_its_mandates_and_what_was_sent_for_her_go_a_year_after_the_end() {
    let o = office();
    let halles = o.app.labelled("halles");
    let offer = o.app.offer(&halles, "r-1", 2);
    o.app.app.clock.advance(TimeDelta::hours(1));
    let slot = offer.slots[0].id;
    o.app
        .app
        .write_now(|tx, now| {
            let held = follow_ups::store::mandate(tx, now, o.claire, o.amina.id)?;
            interests::actions::send_for(tx, now, &held, slot, &Consent::default(), "Elle est d’accord.")
        })
        .unwrap();
    wait(&o.app, 400);
    assert!(of(&o.app, "spoken_consent").is_empty(), "a year after she said so");
    let kept = ["mandate", "follow_up", "follow_up_step", "follow_up_training"];
    assert!(kept.iter().all(|table| of(&o.app, table).len() == 1), "what goes on is kept");
    ended(&o);
    wait(&o.app, days(retention::FOLLOW_UP) - 1);
    assert!(kept.iter().all(|table| of(&o.app, table).len() == 1));
    wait(&o.app, 1);
    assert!(kept.iter().all(|table| of(&o.app, table).is_empty()));
}

#[test]
fn i15_looks_go_after_a_year() {
    let o = office();
    o.advisor().get(&o.file());
    wait(&o.app, days(retention::LOOK) - 1);
    assert_eq!(of(&o.app, "file_look").len(), 1);
    wait(&o.app, 1);
    assert!(of(&o.app, "file_look").is_empty());
}

#[test]
fn i15_the_journal_names_nobody_after_a_year_and_the_board_still_follows_it() {
    let o = office();
    let halles = o.app.labelled("halles");
    let offer = o.app.offer(&halles, "r-1", 2);
    propose(&o.app, o.claire, &o.amina, offer.id).unwrap();
    o.advisor().get(&o.file());
    wait(&o.app, days(retention::JOURNAL) - 1);
    let named = |app: &TestApp, who: &str| of(app, "journal").iter().filter(|row| row.contains(who)).count();
    let claire = o.claire.uuid().simple().to_string();
    let lines = of(&o.app, "journal").len();
    assert!(named(&o.app, &key(&o.amina)) >= 2 && named(&o.app, &claire) >= 2);
    wait(&o.app, 1);
    assert_eq!((named(&o.app, &key(&o.amina)), named(&o.app, &claire)), (0, 0));
    assert!(of(&o.app, "journal").len() >= lines, "what happened stays");
    // A node that starts now reads the same board; what is posted is seen at once.
    let late = o.app.twin(|_| {});
    let autre = late.labelled("autre");
    let fresh = late.offer(&autre, "r-2", 1);
    assert_eq!(late.anon().get(&format!("/missions/{}", fresh.id)).status, 200);
    let _ = late.app.mailer.take_all();
}

#[test]
fn i15_a_report_goes_half_a_year_after_its_answer_or_after_a_year_without_one() {
    let app = TestApp::start();
    let halles = app.labelled("halles");
    let offer = app.offer(&halles, "r-1", 2);
    let told = |email: &'static str| {
        let report = move |tx: &mut escale::db::Tx<'_>, now| {
            escale::offers::actions::report(tx, now, offer.id, "On demande de payer.", email)
        };
        app.app.write_now(report).unwrap()
    };
    let answered = told("nadia@exemple.fr");
    told("oscar@exemple.fr");
    app.app.write_now(|tx, now| escale::offers::store::answer_report(tx, now, answered.id, "Merci.")).unwrap();
    wait(&app, days(retention::REPORT) - 1);
    assert_eq!((of(&app, "offer_report").len(), of(&app, "report_answer").len()), (2, 1));
    wait(&app, 1);
    let left = of(&app, "offer_report");
    assert!(left.len() == 1 && left[0].contains("oscar") && of(&app, "report_answer").is_empty(), "{left:?}");
    wait(&app, days(retention::REPORT_OPEN) - days(retention::REPORT) - 1);
    assert_eq!(of(&app, "offer_report").len(), 1);
    wait(&app, 1);
    assert!(of(&app, "offer_report").is_empty(), "nobody answered: its free text goes too");
}

#[test]
fn i15_a_file_of_people_goes_after_a_month() {
    let o = office();
    o.app.app.write_now(|tx, now| follow_ups::actions::mandates::import(tx, now, o.claire, &[])).unwrap();
    wait(&o.app, days(retention::IMPORT) - 1);
    assert_eq!(of(&o.app, "people_import").len(), 1);
    wait(&o.app, 2);
    assert!(of(&o.app, "people_import").is_empty());
}

#[test]
fn i15_that_an_advisor_asked_her_goes_after_a_month() {
    let o = office();
    let zoe = o.app.person("Zoe", None);
    let new = follow_ups::newcomers::Newcomer::read(|name| match name {
        "prenom" => "Zoe",
        "nom" => "Benali",
        "email" => zoe.email.as_str(),
        _ => "",
    });
    o.app
        .app
        .write_now(|tx, now| follow_ups::actions::mandates::welcome(tx, now, b"a key", o.claire, new.as_ref().unwrap()))
        .unwrap();
    wait(&o.app, days(retention::REQUEST) - 1);
    assert_eq!((of(&o.app, "referent_request").len(), of(&o.app, "address_ask").len()), (1, 1));
    assert!(!of(&o.app, "address_ask")[0].contains("zoe"), "neither the address nor whose it is");
    wait(&o.app, 1);
    assert!(of(&o.app, "referent_request").is_empty() && of(&o.app, "address_ask").is_empty());
}

#[test]
fn i15_sessions_and_links_go_a_day_after_their_end() {
    let app = TestApp::start();
    let amina = app.person("Amina", None);
    app.signed_in(&amina.email);
    assert!(!of(&app, "session").is_empty() && !of(&app, "sign_in").is_empty());
    wait(&app, 32);
    assert!(of(&app, "session").is_empty() && of(&app, "sign_in").is_empty());
}

#[test]
fn i15_what_was_set_apart_in_the_queue_goes_after_half_a_year() {
    let app = TestApp::start();
    let apart = |tx: &mut escale::db::Tx<'_>, now| {
        let task = escale::jobs::Task::AwayLetter { person: Id::<Person>::make().uuid() };
        escale::jobs::enqueue(tx, now, &task)?;
        let job = escale::jobs::claim(tx, now, escale::jobs::Lane::Rest)?.unwrap();
        let job = escale::jobs::Job { attempts: 12, ..job };
        escale::jobs::fail(tx, now, &job, "the reason", false)
    };
    app.app.write_now(apart).unwrap();
    wait(&app, days(retention::JOB) - 1);
    assert_eq!(of(&app, "job").len(), 1);
    wait(&app, 1);
    assert!(of(&app, "job").is_empty());
}

/// What ended is forgotten some at a time; all of it in the end.
#[test]
fn i15_a_long_list_is_forgotten_part_by_part() {
    let app = TestApp::start();
    let halles = app.labelled("halles");
    let amina = app.person("Amina", None);
    let who = herself(&app, &amina);
    let offer = app.offer(&halles, "r-1", 3);
    let send = |tx: &mut escale::db::Tx<'_>, now| {
        for _ in 0..1_100 {
            let sent = interests::actions::send(tx, now, who, offer.slots[0].id, &Consent::default())?;
            interests::actions::take_back(tx, now, who, sent.id)?;
        }
        Ok(())
    };
    app.app.write_now(send).unwrap();
    app.app.clock.advance(TimeDelta::days(days(retention::INTEREST)));
    let some = app.app.write_now(interests::store::sweep).unwrap();
    assert_eq!((some, of(&app, "interest").len()), (500, 600));
    wait(&app, 0);
    assert!(of(&app, "interest").is_empty());
}
