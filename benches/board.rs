//! Every kind of question at national scale, on one thread: `cargo bench --bench board [-- OFFERS… KINDS…]`, 100,000 and
//! 1,000,000 by default; with words, only the kinds whose name holds one of them. The missions are the demo's, a quarter of them around one city; the questions go round towns and words, so that
//! none is asked twice in a row. No database: only the board.

#![expect(clippy::expect_used, reason = "a bench that cannot start says why and stops")]

use chrono::{Datelike, Timelike};
use escale::board::{Board, Doc, Freshness, Gate, Point, Query, SlotDoc, Sort, Span, Steps};
use escale::demo::catalogue::Catalogue;
use escale::geo::{communes, occupations};
use escale::kernel::Clock;
use escale::offers::{Flags, Status};
use std::hint::black_box;
use std::time::Instant;
use uuid::Uuid;

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Times that each kind of question is asked.
const ASKED: usize = 2_000;

const TOWNS: [(f32, f32); 8] = [
    (48.8566, 2.3522),
    (45.4397, 4.3872),
    (45.7640, 4.8357),
    (43.2965, 5.3698),
    (50.6292, 3.0573),
    (47.2184, -1.5536),
    (48.3904, -4.4861),
    (44.8378, -0.5792),
];
const WORDS: [&str; 12] = [
    "plonge",
    "service",
    "jardin",
    "manutention",
    "accueil",
    "ménage",
    "livraison",
    "caisse",
    "inventaire",
    "cuisine",
    "vente",
    "déménagement",
];
const TYPOS: [&str; 6] = ["serveuze", "jardinnage", "manutantion", "acueil", "livraisson", "inventair"];

fn board(count: usize, now: i64) -> Board<()> {
    let mut board = Board::new(Freshness { unconfirmed_after: 86_400, hidden_after: 259_200 });
    let catalogue = Catalogue::new(1, Clock::system().now().utc());
    let platforms: Vec<Uuid> = (0..12_u128).map(|n| Uuid::from_u128(0x5eed << 64 | n)).collect();
    for id in &platforms {
        board.set_gate(*id, Some(Gate { from: 0, until: i64::MAX }));
    }
    for seeds in catalogue.offers(count).collect::<Vec<_>>().chunks(20_000) {
        let docs: Vec<Doc<()>> = seeds.iter().map(|seed| doc(seed, &platforms, now)).collect();
        for doc in &docs {
            if !board.describes_occupation(&doc.occupation) {
                let code = doc.occupation.clone();
                board.describe_occupation(&code, &occupations::keywords(&code), &occupations::related_keywords(&code));
            }
        }
        board.extend(docs);
    }
    board
}

fn doc(seed: &escale::demo::catalogue::OfferSeed, platforms: &[Uuid], now: i64) -> Doc<()> {
    let commune = communes::by_insee(seed.insee).expect("a commune");
    let zone = communes::zone(commune);
    let flags = Flags::default()
        .with(Flags::REMOTE, seed.remote)
        .with(Flags::NO_LICENCE, !seed.licence_required)
        .with(Flags::NO_CAR, !seed.car_required)
        .with(Flags::BEGINNER, seed.beginner_ok);
    let slots = seed.slots.iter().map(|slot| {
        let (start, end) = (slot.starts_at.with_timezone(&zone), slot.ends_at.with_timezone(&zone));
        let minute = |t: &chrono::DateTime<_>| u16::try_from(t.hour() * 60 + t.minute()).unwrap_or(0);
        SlotDoc {
            starts_at: slot.starts_at.timestamp(),
            ends_at: slot.ends_at.timestamp(),
            places_left: slot.places,
            weekday: u8::try_from(start.weekday().num_days_from_monday()).unwrap_or(0),
            start_minute: minute(&start),
            end_minute: minute(&end),
        }
    });
    let hour =
        if seed.pay_unit == "hour" { seed.pay_cents } else { seed.pay_cents * 60 / seed.duration_minutes.max(1) };
    Doc {
        id: Uuid::now_v7(),
        platform: platforms[seed.platform],
        title: seed.title.clone(),
        description: seed.description.clone(),
        occupation: seed.rome.into(),
        place: (!seed.remote).then_some(Point { lat: commune.lat, lon: commune.lon }),
        slots: slots.collect(),
        pay_hour_cents: hour,
        published_at: now - i64::from(seed.published_minutes_ago) * 60,
        confirmed_at: now - i64::from(seed.confirmed_minutes_ago) * 60,
        status: Status::parse(seed.status).map_or(0, |status| status as u8),
        flags: flags.0,
        payload: (),
    }
}

/// A kind of question: its name, and what makes the n-th.
type Asking = (&'static str, Box<dyn Fn(usize) -> Query>);

/// The kinds of questions, each with what makes the n-th.
fn kinds(now: i64) -> Vec<Asking> {
    let base = || Query { limit: 20, ..Query::default() };
    let text = |n: usize| Some(WORDS[n % WORDS.len()].to_owned());
    let near = |n: usize, km: f32| {
        let (lat, lon) = TOWNS[n % TOWNS.len()];
        let off = f32::from(u16::try_from(n % 37).unwrap_or(0)) / 1_000.0;
        Some((Point { lat: lat + off, lon: lon - off }, km))
    };
    let day = move |n: usize| {
        let date = now / 86_400 + i64::try_from(n % 7).unwrap_or(0);
        Some((date, date))
    };
    // Everyone has her own hours.
    let hours = |n: usize| {
        let step = |of: usize| u16::try_from(n % of).unwrap_or(0) * 30;
        let days = 3 + u8::try_from(n % 4).unwrap_or(0);
        (0..days).map(|day| (day, 360 + step(7), 960 + step(11))).collect::<Vec<_>>()
    };
    vec![
        ("text", Box::new(move |n| Query { text: text(n), ..base() })),
        (
            "two words",
            Box::new(move |n| Query {
                text: Some(format!("{} {}", WORDS[n % 12], WORDS[(n / 12 + 1) % 12])),
                ..base()
            }),
        ),
        ("with typos", Box::new(move |n| Query { text: Some(TYPOS[n % 6].into()), ..base() })),
        ("radius", Box::new(move |n| Query { near: near(n, 20.0), ..base() })),
        ("radius, nearest", Box::new(move |n| Query { near: near(n, 20.0), sort: Sort::Nearest, ..base() })),
        (
            "text + radius + date",
            Box::new(move |n| Query { text: text(n), near: near(n / 3, 20.0), on: day(n), ..base() }),
        ),
        ("newest first", Box::new(move |_| Query { sort: Sort::Newest, ..base() })),
        ("best paid", Box::new(move |n| Query { sort: Sort::Pay, parts: 1 << (n % 4), ..base() })),
        ("my hours, near", Box::new(move |n| Query { windows: hours(n), near: near(n, 20.0), ..base() })),
        (
            "my hours, anywhere",
            Box::new(move |n| Query {
                windows: hours(n),
                min_pay_hour_cents: 1_231 + u32::try_from(n % 50).unwrap_or(0),
                ..base()
            }),
        ),
        (
            "everything together",
            Box::new(move |n| Query {
                text: text(n),
                near: near(n / 3, 30.0),
                on: day(n),
                windows: hours(n),
                statuses: 1,
                flags: Flags::NO_LICENCE,
                min_pay_hour_cents: 1_250,
                ..base()
            }),
        ),
    ]
}

fn say(name: &str, mut times: Vec<u128>) {
    times.sort_unstable();
    #[expect(clippy::cast_precision_loss, reason = "nanoseconds")]
    let at = |share: usize| times[(times.len() - 1) * share / 100] as f64 / 1_000.0;
    println!("| {name} | {:.0} | {:.0} |", at(50), at(99));
}

fn measure(count: usize, words: &[String]) {
    let is_asked = |name: &str| words.is_empty() || words.iter().any(|word| name.contains(word));
    let now = Clock::system().now().seconds();
    let begun = Instant::now();
    let mut board = board(count, now);
    let visible = board.visible_ids(now).count();
    println!(
        "\n{count} missions made and put on the board in {:.1} s, {visible} visible, {} bytes each\n",
        begun.elapsed().as_secs_f64(),
        board.memory() / count
    );
    println!("| question | p50, µs | p99, µs |\n|---|---|---|");
    for (name, query) in kinds(now).into_iter().filter(|kind| is_asked(kind.0)) {
        let times = (0..ASKED).map(|n| {
            let query = query(n);
            let begun = Instant::now();
            black_box(board.search(&query, now));
            begun.elapsed().as_nanos()
        });
        say(name, times.collect());
    }
    // As many as the page of filters has.
    let steps = Steps {
        pays: vec![1_300, 1_400, 1_500, 1_800, 2_000],
        radii: vec![2.0, 5.0, 10.0, 20.0, 30.0, 50.0, 100.0, 3.0, 8.0, 12.0, 16.0, 28.0, 37.0],
        durations: vec![(0, 120), (121, 300), (301, 600), (601, u32::MAX)],
        spans: [(0, 0), (1, 1), (0, 6), (4, 5)]
            .map(|(first, last)| Span::Dates(now / 86_400 + first, now / 86_400 + last))
            .into_iter()
            .chain([Span::Instants(now, now + 7_200)])
            .collect(),
    };
    let counted = ["radius", "text", "text + radius + date", "my hours, near", "everything together"];
    for (name, query) in kinds(now).into_iter().filter(|kind| counted.contains(&kind.0)) {
        let name = format!("counts by filter: {name}");
        if !is_asked(&name) {
            continue;
        }
        let times = (0..ASKED / 4).map(|n| {
            let query = query(n);
            let begun = Instant::now();
            black_box(board.facets(&query, &steps, now));
            begun.elapsed().as_nanos()
        });
        say(&name, times.collect());
    }
    let begun = Instant::now();
    let largest = Uuid::from_u128(0x5eed << 64);
    board.set_gate(largest, None);
    let left = board.visible_ids(now).count();
    println!("| a platform's {} missions hidden | {} | |", visible - left, begun.elapsed().as_micros());
}

fn main() {
    let asked = || std::env::args().skip(1).filter(|a| !a.starts_with("--"));
    let mut sizes: Vec<usize> = asked().filter_map(|a| a.parse().ok()).collect();
    let words: Vec<String> = asked().filter(|a| a.parse::<usize>().is_err()).collect();
    if sizes.is_empty() {
        sizes = vec![100_000, 1_000_000];
    }
    for count in sizes {
        measure(count, &words);
    }
}
