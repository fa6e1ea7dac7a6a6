//! What is not known is said, and never told as "none"; what cannot be done is not offered.

use crate::guards::{herself, propose};
use crate::office::office;
use escale::people::availability::Limits;
use escale::people::{Person, actions};

fn forget_home(app: &crate::kit::TestApp, person: &Person) {
    let her = herself(app, person);
    app.app.write_now(|tx, _| actions::set_reach(tx, her, None, 20, Limits::default())).unwrap();
}

#[test]
fn the_portfolio_says_whose_hours_and_whose_place_nobody_knows() {
    let o = office();
    let halles = o.app.labelled("halles");
    o.app.offer(&halles, "r-1", 1);
    let [zoe, luc] = ["Zoé", "Luc"].map(|name| o.app.person(name, Some(o.claire)));
    let her = herself(&o.app, &zoe);
    o.app.app.write_now(|tx, _| actions::set_week(tx, her, &[])).unwrap();
    forget_home(&o.app, &luc);
    let mut advisor = o.advisor();
    let page = advisor.get("/conseil");
    assert!(page.has("Heures inconnues Zoé Benali") && page.has("Commune inconnue Luc Benali"), "{}", page.text());
    assert!(page.has("1 mission") && !page.has("Aucune aujourd’hui"), "{}", page.text());
    let only = advisor.get("/conseil?filtre=missions");
    assert!(only.has("Amina Benali") && !only.has("Zoé") && !only.has("Luc"), "{}", only.text());
    let file = advisor.get(&format!("/conseil/personnes/{}", luc.id));
    assert!(file.has("Sa commune n’est pas connue") && !file.has("Aucune mission"), "{}", file.text());
    assert_eq!(file.count("input[name=mission]"), 0, "no mission of the country is said to be near");
}

#[test]
fn who_did_not_say_where_she_lives_is_asked_and_shown_no_mission_of_elsewhere() {
    let o = office();
    let halles = o.app.labelled("halles");
    o.app.offer(&halles, "r-1", 1);
    let mut her = o.app.signed_in(&o.amina.email);
    assert_eq!(her.get("/moi").count(".card"), 1);
    forget_home(&o.app, &o.amina);
    for path in ["/moi", "/moi/heures/missions"] {
        let page = her.get(path);
        assert!(page.has("Dites où vous habitez pour voir ce qui est près de vous."), "{}", page.text());
        assert!(page.link("Dire où j’habite").is_some() && page.count(".card") == 0, "{}", page.text());
    }
    assert!(her.get("/moi/heures").has("Dites où vous habitez"));
}

#[test]
fn her_way_bounds_what_fits_and_says_so() {
    let o = office();
    let mut her = o.app.signed_in(&o.amina.email);
    let limits = Limits { mode: Some(escale::geo::travel::Mode::Foot), ..Limits::default() };
    let who = herself(&o.app, &o.amina);
    o.app.app.write_now(|tx, _| actions::set_reach(tx, who, Some("42218"), 20, limits)).unwrap();
    for path in ["/moi/heures", "/moi/heures/missions"] {
        let page = her.get(path);
        assert!(page.has("Vous vous déplacez à pied : nous comptons 1 h de trajet au plus"), "{}", page.text());
    }
    let halles = o.app.labelled("halles");
    o.app.offer(&halles, "r-1", 1);
    let page = her.get("/moi/heures/missions");
    assert!(page.has("dans votre commune") && !page.has("min à pied"), "the way inside a commune: {}", page.text());
}

/// A page that would propose, when nothing is left to propose, says so and nothing else.
#[test]
fn a_page_with_nothing_left_to_propose_offers_nothing() {
    let o = office();
    let halles = o.app.labelled("halles");
    let offer = o.app.offer(&halles, "r-1", 1);
    propose(&o.app, o.claire, &o.amina, offer.id).unwrap();
    let mut advisor = o.advisor();
    let file = advisor.get(&o.file());
    assert!(file.has("Toutes ces missions lui sont déjà proposées.") && !file.has("Proposer les missions cochées"));
    let asked = format!("/conseil/proposer?personne={}&mission={}&retour={}", o.amina.id, offer.id, o.file());
    let page = advisor.get(&asked);
    assert!(page.has("Rien n’est proposé, et aucune lettre ne part."), "{}", page.text());
    assert!(page.has("Cette mission est déjà proposée à cette personne"), "{}", page.text());
    assert!(!page.has("les autres vous attendent") && page.count("form button.btn--big") == 0, "{}", page.text());
    assert_eq!(page.link("Choisir autre chose").as_deref(), Some(o.file().as_str()));
    let choice = advisor.get(&format!("/conseil/choix?mission={}", offer.id));
    assert!(choice.has("ne peut être proposée à aucune de ces personnes"), "{}", choice.text());
    o.app.run_jobs();
    let _ = o.app.app.mailer.take_all();
}

#[test]
fn a_cover_for_one_person_names_her_alone() {
    let o = office();
    o.app.person("Zoé", Some(o.claire));
    let mut advisor = o.advisor();
    assert!(advisor.get("/conseil/remplacements").has("verra et suivra 2 personnes à votre place"));
    let page = advisor.get(&format!("/conseil/remplacements?personne={}", o.amina.id));
    assert!(page.has("verra et suivra Amina Benali à votre place") && !page.has("2 personnes"), "{}", page.text());
}
