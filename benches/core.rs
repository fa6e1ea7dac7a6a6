//! What a search, a page and a write cost inside the process: `cargo bench --bench core`.
//! Sizes: 5,000 missions, or `ESCALE_BENCH_OFFERS`.

#![expect(clippy::expect_used, reason = "a bench that cannot start says why and stops")]

use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::web::Data;
use criterion::{Criterion, criterion_group, criterion_main};
use escale::app::App;
use escale::board::{Point, Query, Sort, Watches};
use escale::config::Config;
use escale::demo::{World, fill};
use escale::kernel::Clock;
use escale::people::Window;
use escale::people::availability::{Availability, Limits};
use escale::people::matching;
use escale::{offers, routes};
use std::hint::black_box;
use std::sync::Arc;

fn world() -> (tempfile::TempDir, Arc<App>) {
    let dir = tempfile::tempdir().expect("a directory");
    let config = Config { sqlite_extra: "", ..Config::for_testing(dir.path(), "") };
    let app = App::open(config, Clock::system()).expect("the application");
    let offers = std::env::var("ESCALE_BENCH_OFFERS").ok().and_then(|n| n.parse().ok()).unwrap_or(5_000);
    fill(&app, &World { seed: 1, offers }).expect("the world");
    app.load().expect("the board");
    (dir, app)
}

fn queries(c: &mut Criterion, app: &App) {
    let near = Some((Point { lat: 45.4397, lon: 4.3872 }, 20.0));
    let kinds = [
        ("newest", Query { sort: Sort::Newest, ..Query::default() }),
        ("text", Query { text: Some("plonge".into()), ..Query::default() }),
        ("typo", Query { text: Some("serveuze".into()), ..Query::default() }),
        ("near", Query { near, sort: Sort::Nearest, ..Query::default() }),
        ("text near evening", Query { text: Some("service".into()), near, parts: Query::EVENING, ..Query::default() }),
    ];
    let now = app.now().seconds();
    for (name, query) in kinds {
        c.bench_function(&format!("query/{name}"), |b| b.iter(|| black_box(app.board().search(&query, now).total)));
        c.bench_function(&format!("places/{name}"), |b| b.iter(|| black_box(app.board().places(&query, now).total())));
    }
}

/// One mission against 100,000 saved searches, as different as people's: words, places, hours, pay.
fn saved_searches(c: &mut Criterion, app: &App) {
    let words = ["plonge", "service", "jardin", "ménage", "livraison", "caisse", "inventaire", "vente", "cuisine"];
    let parts = [0, Query::MORNING, Query::AFTERNOON, Query::EVENING];
    let mut watches = Watches::new();
    for n in 0..100_000_usize {
        let step =
            |of: usize| f32::from(u16::try_from(n % of).unwrap_or(0)) / f32::from(u16::try_from(of).unwrap_or(1));
        let near = Some((Point { lat: 43.0 + 7.0 * step(701), lon: -1.0 + 8.0 * step(907) }, 5.0 + 45.0 * step(9)));
        let query = Query {
            text: (n % 4 != 0).then(|| words[n % words.len()].to_owned()),
            near: near.filter(|_| n % 10 != 0),
            parts: parts[n % parts.len()],
            min_pay_hour_cents: if n % 3 == 0 { 1_300 } else { 0 },
            limit: 1,
            ..Query::default()
        };
        watches.add(n, query);
    }
    let now = app.now().seconds();
    let ids: Vec<_> = app.board().visible_ids(now).take(500).collect();
    let mut next = ids.iter().cycle();
    c.bench_function("saved searches/one mission, 100,000 searches", |b| {
        b.iter(|| next.next().map(|id| black_box(watches.hear(&app.board(), *id, now).len())));
    });
}

/// One person against every mission, and one mission against the 500 people of a portfolio, each with hours of her own.
fn matches(c: &mut Criterion, app: &App) {
    let now = app.now();
    let person = |n: usize| {
        let half_hours = |of: usize| u16::try_from(n % of).unwrap_or(0) * 30;
        let days = 3 + u8::try_from(n % 4).unwrap_or(0);
        let week = (0..days).map(|weekday| Window { weekday, start: 360 + half_hours(7), end: 960 + half_hours(11) });
        let limits = Limits { notice_minutes: 60 * u32::try_from(n % 3).unwrap_or(0), ..Limits::default() };
        let insee = Some(["42218", "75056", "69123", "29019"][n % 4].to_owned());
        Availability { insee, radius_km: 20, week: week.collect(), days: Vec::new(), limits }
    };
    let people: Vec<Availability> = (0..500).map(person).collect();
    let mut next = people.iter().cycle();
    c.bench_function("match/one person, every mission: count", |b| {
        b.iter(|| next.next().map(|one| black_box(matching::count(&app.board(), one, now))));
    });
    c.bench_function("match/one person, every mission: page", |b| {
        b.iter(|| next.next().map(|one| black_box(matching::page(&app.board(), one, now, 0, 20).1)));
    });
    let ids: Vec<_> = app.board().visible_ids(now.seconds()).take(500).collect();
    let mut mission = ids.iter().cycle();
    c.bench_function("match/one mission, 500 people", |b| {
        b.iter(|| {
            let id = mission.next().copied().unwrap_or_default();
            black_box(people.iter().filter(|one| matching::holds(&app.board(), one, id, now)).count())
        });
    });
}

fn pages(c: &mut Criterion, app: &Arc<App>) {
    let runtime = actix_web::rt::System::new();
    let actix = actix_web::App::new().app_data(Data::new(Arc::clone(app))).configure(routes::routes);
    let service = runtime.block_on(init_service(actix));
    let id = app.board().visible_ids(app.now().seconds()).next().expect("a mission");
    for (name, path) in [
        ("home", "/".to_owned()),
        ("list", "/missions?quoi=service&ou=Saint-%C3%89tienne+%2842000%29".to_owned()),
        ("map", "/missions/carte".to_owned()),
        ("map of a department", "/missions/carte?dep=42".to_owned()),
        ("occupations", "/metiers?q=agent".to_owned()),
        ("occupations, mended", "/metiers?q=jardinnier+paysagste".to_owned()),
        ("detail", format!("/missions/{id}")),
        ("api list", "/api/v1/offers?limit=20".to_owned()),
    ] {
        c.bench_function(&format!("page/{name}"), |b| {
            b.iter(|| {
                runtime.block_on(async {
                    let answer = call_service(&service, TestRequest::get().uri(&path).to_request()).await;
                    assert!(answer.status().is_success());
                    black_box(actix_web::test::read_body(answer).await.len())
                })
            });
        });
    }
}

fn writes(c: &mut Criterion, app: &App) {
    let id = app.board().visible_ids(app.now().seconds()).next().expect("a mission");
    let offer = app.board().get(id, app.now().seconds()).expect("visible").payload.offer.clone();
    c.bench_function("write/pulse", |b| {
        b.iter(|| app.write_now(|tx, now| offers::actions::pulse(tx, now, offer.platform)).expect("a pulse"));
    });
}

fn all(c: &mut Criterion) {
    let (_dir, app) = world();
    queries(c, &app);
    saved_searches(c, &app);
    matches(c, &app);
    pages(c, &app);
    writes(c, &app);
}

criterion_group!(benches, all);
criterion_main!(benches);
