//! Her searches are hers alone: nobody else reads, changes or guesses them, and what they told is forgotten.

use super::*;

#[test]
fn i18_another_person_neither_sees_nor_changes_nor_deletes_it() {
    let w = world(NEAR, "daily");
    let bruno = w.app.person("Bruno", None);
    let (id, mut other) = (w.id(), w.app.signed_in(&bruno.email));
    let list = other.get("/moi/recherches");
    assert!(list.has("Aucune recherche enregistrée") && !list.body.contains(&id));
    let token = list.attr("input[name=_token]", "value").unwrap();
    let before = rows(&w.app);
    for (method, path) in [("GET", ""), ("POST", ""), ("POST", "/suppression")] {
        let body = (method == "POST").then(|| format!("_token={token}&rythme=weekly"));
        let page = other.once(method, &format!("/moi/recherches/{id}{path}"), body.as_deref(), FORM);
        assert_eq!(page.status, 404, "{method} {path}");
    }
    let body = format!("_token={token}&rythme=hourly");
    assert_eq!(other.once("POST", &format!("/moi/recherches/{id}"), Some(&body), FORM).status, 404);
    assert_eq!(rows(&w.app), before);
}

/// Everything that an advisor, the platform and an administrator read, without what each page makes up.
fn read_by_others(w: &World, clients: &mut [Client]) -> Vec<String> {
    let mut seen = Vec::new();
    for client in clients {
        for path in [
            "/conseil".to_owned(),
            format!("/conseil/personnes/{}", w.amina.id),
            "/plateforme".into(),
            "/admin".into(),
            "/readyz".into(),
        ] {
            let page = client.get(&path);
            seen.push(format!("{path} {} {}", page.status, page.body));
        }
    }
    seen
}

#[test]
fn i3_everyone_else_reads_the_same_whether_she_keeps_a_search_or_not() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let (claire, claire_email) = app.advisor(app.service(), "Claire");
    let amina = app.person("Amina", Some(claire));
    let w = World { app, platform, amina };
    let mut others = [
        w.app.signed_in(&claire_email),
        w.app.signed_in(&w.platform.email),
        w.app.staff(escale::accounts::Role::Admin),
    ];
    w.post("r-1", 21);
    w.app.run_jobs();
    let offer = w.draft(22);
    let before = w.app.twin(|_| ());
    let journal = |app: &TestApp| rows(app).into_iter().filter(|row| row.starts_with("journal|")).count();
    w.save(NEAR, "immediate");
    w.app.post(&w.platform, "r-2", &offer);
    before.post(&w.platform, "r-2", &offer);
    w.app.run_jobs();
    before.run_jobs();
    assert_eq!(journal(&w.app), journal(&before), "nothing of it is journaled");
    let told = |app: &TestApp| app.app.store.read(escale::jobs::counts).unwrap();
    assert_eq!(told(&w.app), told(&before), "nor counted among what waits");
    let with = read_by_others(&w, &mut others);
    assert_eq!(w.minute().len(), 1, "her letter leaves");
    w.app.app.clock.advance(TimeDelta::minutes(-1));
    let mut her = w.her();
    let list = her.get("/moi/recherches");
    her.submit(&list, "Supprimer", &[]);
    let without = read_by_others(&w, &mut others);
    for (with, without) in with.iter().zip(&without) {
        assert_eq!(with, without);
    }
    assert!(with.len() == 15 && !with.concat().contains("recherches/"));
}

#[test]
fn i15_what_was_told_is_forgotten_a_week_after_the_mission() {
    let w = world(NEAR, "immediate");
    w.post("r-1", 21);
    assert_eq!(w.minute().len(), 1);
    let kept = || rows(&w.app).iter().filter(|row| row.starts_with("search_match|")).count();
    assert!(w.wait(TimeDelta::days(7)).is_empty());
    assert_eq!(kept(), 1);
    assert!(w.wait(TimeDelta::days(2)).is_empty());
    assert_eq!(kept(), 0);
    let _ = w.app.app.mailer.take_all();
}

#[test]
fn a_name_made_from_her_words_follows_the_language_of_the_page_and_one_that_she_gave_stays() {
    let w = world("/missions?quoi=plonge&quand=weekend", "daily");
    let mut her = w.her();
    let titles = |page: &Page| {
        let html = page.html();
        html.select(&crate::kit::client::css("li[id^='recherche-'] h2"))
            .map(|h| h.text().collect::<String>().trim().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(titles(&her.get("/moi/recherches")), ["plonge, Ce week-end"]);
    assert_eq!(titles(&her.get("/en/moi/recherches")), ["plonge, This weekend"]);
    let form = her.get("/moi/recherches/nouvelle?quoi=plonge&ou=42000");
    her.submit(&form, "Enregistrer", &[("rythme", "daily"), ("nom", "Mes week-ends")]);
    assert_eq!(titles(&her.get("/en/moi/recherches"))[0], "Mes week-ends");
}
