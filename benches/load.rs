//! The whole product under load, as ratios in one run: `cargo bench --bench load [-- OFFERS]`.
//! Two servers in this process, one after the other on the same machine: ours, and actix-web giving the same bytes from
//! memory. Sixty-four kept connections each, from four threads of this process; so the client's cost is in both figures.

#![expect(clippy::expect_used, reason = "a bench that cannot start says why and stops")]

use actix_web::{App as Actix, HttpResponse, HttpServer, web};
use escale::app::App;
use escale::config::Config;
use escale::demo::{World, fill};
use escale::kernel::{Clock, Id};
use escale::offers::api::input::OfferInput;
use escale::offers::check::Draft;
use escale::{offers, server};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const CONNECTIONS: usize = 64;
/// One and the other are driven in turn, so that what else the machine does weighs on both.
const ROUNDS: usize = 4;
const SECONDS: u64 = 2;

/// As a browser asks.
fn get(path: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nHost: bench\r\nAccept-Encoding: gzip, deflate, br, zstd\r\n\r\n").into_bytes()
}

/// One request on a kept connection: head and body read whole.
fn ask(socket: &mut TcpStream, request: &[u8], buffer: &mut Vec<u8>) -> usize {
    socket.write_all(request).expect("write");
    buffer.clear();
    let mut chunk = vec![0u8; 65_536];
    let (mut head, mut length) = (0, usize::MAX);
    while length == usize::MAX || buffer.len() < head + length {
        let n = socket.read(&mut chunk).expect("read");
        assert!(n > 0, "connection closed");
        buffer.extend_from_slice(&chunk[..n]);
        if length == usize::MAX
            && let Some(end) = buffer.windows(4).position(|w| w == b"\r\n\r\n")
        {
            head = end + 4;
            let text = String::from_utf8_lossy(&buffer[..end]).to_lowercase();
            assert!(text.starts_with("http/1.1 200"), "{text}");
            let value = text.lines().find_map(|l| l.strip_prefix("content-length: ")).expect("a length");
            length = value.trim().parse().expect("a number");
        }
    }
    length
}

struct Measure {
    per_second: f64,
    p50: Duration,
    p99: Duration,
    bytes: usize,
}

/// What one drive saw.
struct Seen {
    times: Vec<Duration>,
    bytes: usize,
    lasted: Duration,
}

impl Measure {
    fn of(rounds: Vec<Seen>) -> Self {
        let lasted: Duration = rounds.iter().map(|seen| seen.lasted).sum();
        let bytes: usize = rounds.iter().map(|seen| seen.bytes).sum();
        let mut times: Vec<Duration> = rounds.into_iter().flat_map(|seen| seen.times).collect();
        times.sort_unstable();
        let at = |share: usize| times[(times.len() - 1) * share / 1_000];
        #[expect(clippy::cast_precision_loss, reason = "a rate")]
        let per_second = times.len() as f64 / lasted.as_secs_f64();
        Self { per_second, p50: at(500), p99: at(990), bytes: bytes / times.len() }
    }
}

/// Drives both in turn, round after round, once ours is warm.
fn compare(ours: &str, requests: Vec<Vec<u8>>, theirs: &str) -> (Measure, Measure) {
    let (requests, one) = (Arc::new(requests), Arc::new(vec![get("/")]));
    for _ in 0..ROUNDS {
        drive(ours, &requests, 0);
    }
    let rounds = (1..=ROUNDS).map(|round| (drive(ours, &requests, round), drive(theirs, &one, 0)));
    let (mine, baseline) = rounds.unzip();
    (Measure::of(mine), Measure::of(baseline))
}

/// Drives `requests` in turn over the connections for a while, further on in each round; each thread owns a connection.
fn drive(address: &str, requests: &Arc<Vec<Vec<u8>>>, round: usize) -> Seen {
    let begun = Instant::now();
    let threads: Vec<_> = (0..CONNECTIONS)
        .map(|t| {
            let (address, requests) = (address.to_owned(), Arc::clone(requests));
            std::thread::Builder::new()
                .stack_size(256 * 1024)
                .spawn(move || {
                    let mut socket = TcpStream::connect(&address).expect("connect");
                    socket.set_nodelay(true).expect("nodelay");
                    let (mut buffer, mut times, mut bytes) = (Vec::new(), Vec::new(), 0);
                    let mut i = t * 3_001 + round * 600;
                    while begun.elapsed() < Duration::from_secs(SECONDS) {
                        let from = Instant::now();
                        bytes += ask(&mut socket, &requests[i % requests.len()], &mut buffer);
                        times.push(from.elapsed());
                        i += 1;
                    }
                    (times, bytes)
                })
                .expect("a thread")
        })
        .collect();
    let (mut times, mut bytes) = (Vec::new(), 0);
    for thread in threads {
        let (more, n) = thread.join().expect("a thread");
        times.extend(more);
        bytes += n;
    }
    Seen { times, bytes, lasted: begun.elapsed() }
}

fn serve(build: impl FnOnce(TcpListener) -> actix_web::dev::Server + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address").to_string();
    std::thread::spawn(move || actix_web::rt::System::new().block_on(build(listener)));
    std::thread::sleep(Duration::from_millis(300));
    address
}

fn memory(body: Vec<u8>) -> String {
    let body = web::Bytes::from(body);
    serve(move |listener| {
        HttpServer::new(move || {
            let body = body.clone();
            let page = move || {
                let body = body.clone();
                async move {
                    HttpResponse::Ok()
                        .content_type("text/html; charset=utf-8")
                        .insert_header(("Content-Encoding", "zstd"))
                        .body(body)
                }
            };
            Actix::new().route("/", web::get().to(page))
        })
        .listen(listener)
        .expect("listen")
        .run()
    })
}

fn body(address: &str, request: &[u8]) -> Vec<u8> {
    let mut buffer = Vec::new();
    let length = ask(&mut TcpStream::connect(address).expect("connect"), request, &mut buffer);
    buffer.split_off(buffer.len() - length)
}

fn row(name: &str, ours: &Measure, theirs: &Measure) {
    println!(
        "| {name} | {:.0} | {:.0} | {:.0} % | {:.1} ms | {:.1} ms | {} |",
        ours.per_second,
        theirs.per_second,
        ours.per_second / theirs.per_second * 100.0,
        ours.p50.as_secs_f64() * 1e3,
        ours.p99.as_secs_f64() * 1e3,
        ours.bytes
    );
}

/// From the acknowledgement of a post to its being found by a search.
fn findable(app: &App) -> Duration {
    let id = app.board().visible_ids(app.now().seconds()).next().expect("a mission");
    let model = app.board().get(id, app.now().seconds()).expect("visible").payload.offer.clone();
    let start = app.now() + chrono::TimeDelta::hours(20);
    let draft = Draft {
        title: "Xylophone et zythologie".into(),
        slots: vec![(start, start + chrono::TimeDelta::hours(2), 1)],
        ..OfferInput::of(&model).draft().expect("what is there can be posted again")
    };
    let begun = Instant::now();
    app.write_now(|tx, now| {
        offers::actions::post(tx, now, model.platform, &format!("bench-{}", Id::<App>::make()), &draft)
    })
    .expect("posted");
    let query = escale::board::Query { text: Some("xylophone".into()), ..Default::default() };
    assert!(app.board().search(&query, app.now().seconds()).total > 0, "visible as soon as it is acknowledged");
    begun.elapsed()
}

/// Somebody posts a mission again and again, until told to stop.
fn posting(app: &Arc<App>, every: Duration) -> Arc<AtomicBool> {
    let (app, busy) = (Arc::clone(app), Arc::new(AtomicBool::new(true)));
    let goes_on = Arc::clone(&busy);
    std::thread::spawn(move || {
        while goes_on.load(Ordering::Relaxed) {
            findable(&app);
            std::thread::sleep(every);
        }
    });
    busy
}

fn main() {
    let offers = std::env::args().find_map(|a| a.parse().ok()).unwrap_or(5_000);
    let dir = tempfile::tempdir().expect("a directory");
    let config = Config { sqlite_extra: "", workers: 0, ..Config::for_testing(dir.path(), "") };
    let app = App::open(config, Clock::system()).expect("the application");
    fill(&app, &World { seed: 1, offers }).expect("the world");
    escale::geo::warm_up();
    let begun = Instant::now();
    let loaded = app.load().expect("the board");
    println!("\n{loaded} missions on the board in {:.2} s", begun.elapsed().as_secs_f64());
    let mut worst = Duration::ZERO;
    for _ in 0..50 {
        worst = worst.max(findable(&app));
    }
    println!("posted to found, worst of 50: {:.1} ms\n", worst.as_secs_f64() * 1e3);
    let served = Arc::clone(&app);
    let ours = serve(move |listener| server::build(&served, listener).expect("the server"));
    let towns =
        ["Saint-%C3%89tienne+%2842000%29", "Lyon+%2869%29", "Brest+%2829200%29", "Paris+%2875%29", "Lille+%2859000%29"];
    let words = ["plonge", "service", "jardin", "manutention", "accueil", "m%C3%A9nage", "livraison", "serveuze"];
    // No two alike: each asks for another least pay, which changes next to nothing else.
    let search = |n: usize| {
        let (town, word) = (towns[n % towns.len()], words[n / towns.len() % words.len()]);
        get(&format!("/missions?quoi={word}&ou={town}&km=50&paie=1,{:02}&page=1&n={n}", n % 100))
    };
    let different: Vec<Vec<u8>> = (0..200_000).map(search).collect();
    // As people ask: the n-th most frequent search is asked for n times less than the first.
    let mut often = Vec::new();
    let mut state = 42_u64;
    for _ in 0..100_000 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a draw"
        )]
        let n = (5_000_f64.powf((state >> 11) as f64 / (1_u64 << 53) as f64)) as usize;
        often.push(search(n));
    }
    // Those that do not begin while they are being read.
    let later = app.now().seconds() + 1_800;
    let ids: Vec<_> = app.board().visible_ids(later).take(20_000).collect();
    let details: Vec<Vec<u8>> = ids.iter().map(|id| get(&format!("/missions/{id}"))).collect();
    println!("| page | ours/s | from memory/s | ratio | p50 | p99 | bytes |\n|---|---|---|---|---|---|---|");
    for (name, requests) in [
        ("search, as people ask", often.clone()),
        ("search, all different", different),
        ("list", vec![get("/missions")]),
        ("detail, 20,000 different", details),
        ("home", vec![get("/")]),
    ] {
        let theirs = memory(body(&ours, &requests[0]));
        let (mine, baseline) = compare(&ours, requests, &theirs);
        row(name, &mine, &baseline);
    }
    let busy = posting(&app, Duration::from_millis(100));
    let theirs = memory(body(&ours, &often[0]));
    let (mine, baseline) = compare(&ours, often, &theirs);
    row("search, as people ask, 10 posts/s", &mine, &baseline);
    busy.store(false, Ordering::Relaxed);
    std::process::exit(0);
}
