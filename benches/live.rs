//! Real time, measured: `cargo bench --bench live [-- OFFERS STREAMS]`, with `ulimit -n` above the streams.
//! One event to all open streams; from an acknowledged post to the search and to an open stream while others search; a
//! platform suspended. The server and those who write are in one process, the listeners in another, on the same machine.

#![expect(clippy::expect_used, reason = "a bench that cannot start says why and stops")]

use escale::app::App;
use escale::board::Query;
use escale::config::Config;
use escale::demo::{World, fill};
use escale::kernel::{Clock, Id};
use escale::labels::{self, Signature};
use escale::offers::api::input::OfferInput;
use escale::offers::check::Draft;
use escale::{offers, server};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Changes in a second, and for how long.
const CHANGES: (u32, u64) = (100, 10);

fn resident_kib() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status.lines().find(|l| l.starts_with("VmRSS:")).expect("a size");
    line.split_whitespace().nth(1).and_then(|n| n.parse().ok()).expect("a number")
}

/// A mission like one that is there, with a title of its own.
fn like(app: &App, title: &str) -> (escale::offers::Offer, Draft) {
    let id = app.board().visible_ids(app.now().seconds()).next().expect("a mission");
    let model = app.board().get(id, app.now().seconds()).expect("visible").payload.offer.clone();
    let start = app.now() + chrono::TimeDelta::hours(20);
    let draft = Draft {
        title: title.into(),
        slots: vec![(start, start + chrono::TimeDelta::hours(2), 1)],
        ..OfferInput::of(&model).draft().expect("what is there can be posted again")
    };
    (model, draft)
}

fn post(app: &App, title: &str) -> String {
    let (model, draft) = like(app, title);
    let posted = app.write_now(|tx, now| {
        offers::actions::post(tx, now, model.platform, &format!("bench-{}", Id::<App>::make()), &draft)
    });
    posted.expect("posted").0.id.to_string()
}

fn stream(address: &str, query: &str) -> TcpStream {
    let mut socket = TcpStream::connect(address).expect("connect");
    let ask = format!("GET /missions/direct?{query} HTTP/1.1\r\nHost: bench\r\n\r\n");
    socket.write_all(ask.as_bytes()).expect("write");
    socket
}

/// The other side of many streams, in a process of its own: says when all are open, and when all have heard.
fn listen(address: &str, count: usize) {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    let (open, heard) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    for n in 0..count {
        let (open, heard) = (Arc::clone(&open), Arc::clone(&heard));
        // A few thousand searches, each listened to by several.
        let query = format!("paie=1,{:02}&km={}", n % 100, n / 100 % 40 + 1);
        runtime.spawn(one_stream(address.to_owned(), query, open, heard));
        if n % 200 == 199 {
            std::thread::sleep(Duration::from_millis(50));
        }
    }
    for (what, counter) in [("open", open), ("heard", heard)] {
        let limit = Instant::now() + Duration::from_secs(60);
        while counter.load(Ordering::Relaxed) < count && Instant::now() < limit {
            std::thread::sleep(Duration::from_millis(1));
        }
        println!("{what} {}", counter.load(Ordering::Relaxed));
    }
    std::process::exit(0);
}

async fn one_stream(address: String, query: String, open: Arc<AtomicUsize>, heard: Arc<AtomicUsize>) {
    let socket = tokio::net::TcpStream::connect(address).await.expect("connect");
    let ask = format!("GET /missions/direct?{query} HTTP/1.1\r\nHost: bench\r\n\r\n");
    socket.writable().await.expect("writable");
    socket.try_write(ask.as_bytes()).expect("write");
    let (mut text, mut begun) = (Vec::new(), false);
    loop {
        socket.readable().await.expect("readable");
        let mut chunk = [0_u8; 4_096];
        match socket.try_read(&mut chunk) {
            Ok(0) => return,
            Ok(n) => text.extend_from_slice(&chunk[..n]),
            Err(e) if e.kind() == std::io::ErrorKind::WouldBlock => continue,
            Err(_) => return,
        }
        if !begun && text.windows(6).any(|w| w == b"retry:") {
            begun = true;
            open.fetch_add(1, Ordering::Relaxed);
        }
        if text.windows(12).any(|w| w == b"Stridulation") {
            heard.fetch_add(1, Ordering::Relaxed);
            // Goes on listening, as people do.
            text = Vec::new();
        }
    }
}

/// Many open streams; then one mission, and how long until the last of them has heard of it.
fn one_to_all(app: &Arc<App>, address: &str, count: usize) {
    let before = resident_kib();
    let mut child = Command::new(std::env::current_exe().expect("this program"))
        .args(["listen", address, &count.to_string()])
        .stdout(Stdio::piped())
        .spawn()
        .expect("the listeners");
    let mut lines = BufReader::new(child.stdout.take().expect("its words")).lines().map_while(Result::ok);
    let opened = lines.next().unwrap_or_default();
    let each = (resident_kib().saturating_sub(before)) / count.max(1);
    let begun = Instant::now();
    post(app, "Stridulation");
    let acknowledged = begun.elapsed();
    let heard = lines.next().unwrap_or_default();
    let told = begun.elapsed();
    child.wait().expect("the listeners end");
    println!(
        "| one event to {count} streams ({opened}) | {heard} in {:.0} ms, {:.0} ms of which to its acknowledgement | {each} KiB each on the server |",
        told.as_secs_f64() * 1e3,
        acknowledged.as_secs_f64() * 1e3,
    );
}

/// Asks for different searches without a rest, or as often as told, until told to stop; how many were answered.
fn searching(address: &str, every: Duration, stop: &Arc<AtomicBool>) -> std::thread::JoinHandle<usize> {
    let (address, stop) = (address.to_owned(), Arc::clone(stop));
    std::thread::spawn(move || {
        let mut socket = TcpStream::connect(&address).expect("connect");
        socket.set_nodelay(true).expect("nodelay");
        let (mut count, mut chunk) = (0_usize, vec![0_u8; 65_536]);
        while !stop.load(Ordering::Relaxed) {
            let ask = format!(
                "GET /missions?quoi=service&ou=Lyon+(69)&km=50&paie=1,{:02}&n={count} HTTP/1.1\r\nHost: bench\r\nAccept-Encoding: zstd\r\n\r\n",
                count % 100
            );
            socket.write_all(ask.as_bytes()).expect("write");
            let (mut got, mut want) = (0, usize::MAX);
            while got < want {
                let n = socket.read(&mut chunk[got..]).expect("read");
                got += n;
                let head = chunk[..got].windows(4).position(|w| w == b"\r\n\r\n");
                if let Some(end) = head {
                    let text = String::from_utf8_lossy(&chunk[..end]).to_lowercase();
                    let length = text.lines().find_map(|l| l.strip_prefix("content-length: ")).expect("a length");
                    want = end + 4 + length.trim().parse::<usize>().expect("a number");
                }
            }
            count += 1;
            std::thread::sleep(every);
        }
        count
    })
}

fn percentile(times: &mut [Duration], share: usize) -> f64 {
    times.sort_unstable();
    times.get((times.len().saturating_sub(1)) * share / 100).map_or(0.0, |t| t.as_secs_f64() * 1e3)
}

/// So many posts a second while others search at half of what they could; each is awaited in the search and on a stream.
#[expect(clippy::cast_precision_loss, reason = "a rate")]
fn posted_to_seen(app: &Arc<App>, address: &str) {
    let stop = Arc::new(AtomicBool::new(false));
    let all: Vec<_> = (0..8).map(|_| searching(address, Duration::ZERO, &stop)).collect();
    std::thread::sleep(Duration::from_secs(4));
    stop.store(true, Ordering::Relaxed);
    let peak = all.into_iter().map(|t| t.join().expect("searched")).sum::<usize>() as f64 / 4.0;

    let heard = Arc::new(std::sync::Mutex::new(std::collections::HashMap::new()));
    let mut line = stream(address, "tri=recent");
    let listening = Arc::clone(&heard);
    std::thread::spawn(move || {
        let (mut text, mut chunk) = (String::new(), vec![0_u8; 65_536]);
        while let Ok(n) = line.read(&mut chunk) {
            text.push_str(&String::from_utf8_lossy(&chunk[..n]));
            while let Some(at) = text.find("\"id\":\"") {
                let Some(id) = text.get(at + 6..at + 42) else { break };
                listening.lock().expect("lock").entry(id.to_owned()).or_insert_with(Instant::now);
                text.drain(..at + 42);
            }
        }
    });
    let stop = Arc::new(AtomicBool::new(false));
    let pause = Duration::from_secs_f64(8.0 / (peak / 2.0)).saturating_sub(Duration::from_secs_f64(8.0 / peak));
    let half: Vec<_> = (0..8).map(|_| searching(address, pause, &stop)).collect();
    let begun = Instant::now();
    let (mut posted, mut found) = (Vec::new(), Vec::new());
    while begun.elapsed() < Duration::from_secs(CHANGES.1) {
        let due = begun + Duration::from_secs(1) * u32::try_from(posted.len()).expect("few") / CHANGES.0;
        std::thread::sleep(due.saturating_duration_since(Instant::now()));
        let id = post(app, "Stridulation et zythologie");
        let at = Instant::now();
        let key = id.parse().expect("an id");
        assert!(app.board().visible(key, app.now().seconds()), "visible as soon as it is acknowledged");
        found.push(at.elapsed());
        posted.push((id, at));
    }
    let seconds = begun.elapsed().as_secs_f64();
    std::thread::sleep(Duration::from_secs(2));
    stop.store(true, Ordering::Relaxed);
    let searched = half.into_iter().map(|t| t.join().expect("searched")).sum::<usize>() as f64 / (seconds + 2.0);
    let heard = heard.lock().expect("lock");
    let mut told: Vec<Duration> =
        posted.iter().filter_map(|(id, at)| heard.get(id).map(|t| t.saturating_duration_since(*at))).collect();
    println!(
        "| {:.0} posts/s while {searched:.0} searches/s (peak {peak:.0}) | on the board: p99 {:.1} ms; on a stream ({} of {}): p50 {:.0} ms, p99 {:.0} ms | |",
        posted.len() as f64 / seconds,
        percentile(&mut found, 99),
        told.len(),
        posted.len(),
        percentile(&mut told, 50),
        percentile(&mut told, 99),
    );
}

/// The platform with most missions, suspended.
fn suspension(app: &Arc<App>) {
    let platforms = app.store.read(escale::platforms::store::all).expect("platforms");
    let count = |id: Id<escale::platforms::Platform>| {
        let query = Query { platforms: vec![id.uuid()], limit: 1, ..Query::default() };
        app.board().search(&query, app.now().seconds()).total
    };
    let largest = platforms.iter().max_by_key(|p| count(p.id)).expect("a platform");
    let (missions, all) = (count(largest.id), app.board().visible_ids(app.now().seconds()).count());
    let begun = Instant::now();
    app.write_now(|tx, now| {
        let by = Signature {
            author: "Banc d’essai".into(),
            authority: "Banc d’essai".into(),
            reason: "Mesure de la vitesse".into(),
        };
        labels::actions::suspend(tx, now, largest.id, &by)
    })
    .expect("suspended");
    let hidden = count(largest.id);
    println!(
        "| a platform with {missions} of {all} missions suspended | {hidden} left after {:.0} ms, the write included | |",
        begun.elapsed().as_secs_f64() * 1e3
    );
}

fn main() {
    let words: Vec<String> = std::env::args().collect();
    if let Some(at) = words.iter().position(|word| word == "listen") {
        return listen(&words[at + 1], words[at + 2].parse().expect("a number"));
    }
    let mut numbers = std::env::args().filter_map(|a| a.parse::<usize>().ok());
    let (offers, streams) = (numbers.next().unwrap_or(5_000), numbers.next().unwrap_or(10_000));
    let dir = tempfile::tempdir().expect("a directory");
    let config = Config { sqlite_extra: "", workers: 0, ..Config::for_testing(dir.path(), "") };
    let app = App::open(config, Clock::system()).expect("the application");
    fill(&app, &World { seed: 1, offers }).expect("the world");
    escale::geo::warm_up();
    let begun = Instant::now();
    println!("{} missions on the board in {:.2} s\n", app.load().expect("the board"), begun.elapsed().as_secs_f64());
    println!("| what | how long | memory |\n|---|---|---|");
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address").to_string();
    let served = Arc::clone(&app);
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(server::build(&served, listener).expect("the server"))
    });
    std::thread::sleep(Duration::from_millis(300));
    posted_to_seen(&app, &address);
    one_to_all(&app, &address, streams);
    suspension(&app);
    std::process::exit(0);
}
