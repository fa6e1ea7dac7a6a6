//! Answers that are kept while they are true: whatever is posted, changed, taken back, suspended or reinstated in between, what
//! was kept and what is made anew say the same.

use super::cuts::{State, act, step};
use crate::kit::TestApp;
use crate::kit::client::{Page, css, encode};
use proptest::prelude::*;

/// The missions of a list in their order, with all that their cards say, and how many there are.
fn said(page: &Page) -> (Vec<String>, Option<String>) {
    let (html, card) = (page.html(), css("[id^=offer-]"));
    (html.select(&card).map(|card| card.html()).collect(), page.attr("[data-live-total]", "data-live-total"))
}

/// Searches that show some, all or none of the missions.
fn searches() -> Vec<String> {
    let place = encode("Saint-Étienne (42000)");
    vec![
        format!("ou={place}&km=20"),
        format!("ou={place}&km=20&paie=14"),
        "quoi=plonge".to_owned(),
        "quoi=plonge+cuisine&tri=recent".to_owned(),
        "paie=14&moment=matin&moment=apres-midi".to_owned(),
        "quoi=jardin".to_owned(),
        String::new(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_kept_says_what_would_be_made_anew(steps in proptest::collection::vec(step(), 1..15)) {
        let app = TestApp::start();
        let (platform, mut state) = (app.labelled("halles"), State::default());
        let (searches, mut anyone) = (searches(), app.anon());
        for (n, step) in steps.iter().enumerate() {
            act(&app, &platform, &mut state, step);
            for search in &searches {
                // A word that nobody used before makes it another question, which is not kept yet.
                let kept = anyone.get(&format!("/missions?{search}"));
                let anew = anyone.get(&format!("/missions?{search}&nouveau={n}"));
                prop_assert_eq!(said(&kept), said(&anew), "{} after {:?}", search, step);
            }
        }
        app.run_jobs();
        let _ = app.app.mailer.take(&platform.email);
    }
}
