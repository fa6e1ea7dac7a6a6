//! The two commands of the README, as a stranger would type them: the demo starts, serves, resumes; what it acknowledged
//! outlives a killed process; two processes never share an embedded database.

use crate::kit::client::Client;
use crate::kit::world::draft;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

const TOKEN: &str = "a token for the one who runs the place";

pub struct Process {
    child: Child,
    pub links: serde_json::Value,
}

impl Process {
    pub fn demo(dir: &Path, more: &[&str]) -> Self {
        Self::start(dir, command(dir, more).stderr(Stdio::null()))
    }

    fn start(dir: &Path, command: &mut Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let ready = out.lines().map_while(Result::ok).any(|l| l.starts_with("Escale: http"));
        assert!(ready, "the demo did not start");
        let links = serde_json::from_str(&std::fs::read_to_string(dir.join("demo.json")).unwrap()).unwrap();
        let process = Self { child, links };
        for _ in 0..400 {
            if process.client().get("/readyz").status == 200 {
                return process;
            }
            std::thread::sleep(std::time::Duration::from_millis(25));
        }
        panic!("the demo is not ready");
    }

    pub fn client(&self) -> Client {
        Client::new(self.links["base_url"].as_str().unwrap().to_owned())
    }

    /// `kill -9`.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Process {
    /// Asks to stop, as a service manager does; tells how long it took.
    fn stop(mut self) -> std::time::Duration {
        let begun = std::time::Instant::now();
        assert!(Command::new("kill").arg(self.child.id().to_string()).status().unwrap().success());
        self.child.wait().unwrap();
        begun.elapsed()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn command(dir: &Path, more: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_escale"));
    command.args(["demo", "--listen", "127.0.0.1:0", "--offers", "120", "--data-dir"]).arg(dir).args(more);
    command.env_remove("DATABASE_URL").env("ESCALE_PAGES_PER_SECOND", "0");
    command
}

#[test]
fn the_demo_makes_a_world_with_a_link_for_each_role_and_resumes_it() {
    let dir = tempfile::tempdir().unwrap();
    let demo = Process::demo(dir.path(), &[]);
    assert!(demo.client().get("/").has("Démonstration : données fictives".replace(" :", "\u{a0}:").as_str()));
    for (role, words) in
        [("person", "Amina"), ("advisor", "Amina"), ("platform", ""), ("label_body", ""), ("admin", "")]
    {
        let mut client = demo.client();
        let page = client.get(demo.links["links"][role].as_str().unwrap());
        let home = client.submit(&page, "Continuer", &[]);
        assert_eq!(home.status, 200, "{role}");
        assert!(home.has(words), "{role}: {}", home.text());
    }
    assert_eq!(demo.links["api_keys"].as_object().unwrap().len(), 12);
    let count = |d: &Process| d.client().get("/api/v1/offers?limit=1").json()["total"].as_u64().unwrap();
    let before = count(&demo);
    assert!(before > 80);
    demo.kill();
    let again = Process::demo(dir.path(), &[]);
    assert_eq!(count(&again), before, "the same world");
    let mut client = again.client();
    let page = client.get(again.links["links"]["person"].as_str().unwrap());
    assert_eq!(client.submit(&page, "Continuer", &[]).status, 200);
    let page = client.get(again.links["links"]["person"].as_str().unwrap());
    assert_eq!(client.submit(&page, "Continuer", &[]).status, 200, "a demo link may be used again");
}

#[test]
fn i17_what_was_acknowledged_outlives_kill_9() {
    let dir = tempfile::tempdir().unwrap();
    let demo = Process::demo(dir.path(), &[]);
    let slug = demo.links["api_keys"].as_object().unwrap().keys().find(|k| posts(&demo, k)).unwrap().clone();
    let mut acknowledged = vec![];
    for n in 0..20 {
        let answer = put(&demo, &slug, &format!("kill-{n}"));
        assert_eq!(answer.status, 201, "{}", answer.body);
        acknowledged.push(answer.json()["id"].as_str().unwrap().to_owned());
    }
    demo.kill();
    let again = Process::demo(dir.path(), &[]);
    for id in acknowledged {
        assert_eq!(again.client().get(&format!("/api/v1/offers/{id}")).status, 200);
    }
}

#[test]
fn a_server_that_is_asked_to_stop_does_not_wait_for_open_streams() {
    let dir = tempfile::tempdir().unwrap();
    let demo = Process::demo(dir.path(), &[]);
    let mut stream = crate::live::Stream::at(demo.links["base_url"].as_str().unwrap(), "/missions/direct");
    let took = demo.stop();
    assert!(took < std::time::Duration::from_secs(10), "{took:?}");
    assert!(stream.is_over());
}

fn posts(demo: &Process, slug: &str) -> bool {
    put(demo, slug, "probe").status == 201
}

fn put(demo: &Process, slug: &str, reference: &str) -> crate::kit::Page {
    let key = demo.links["api_keys"][slug].as_str().unwrap();
    let mut client = demo.client().with_header("Authorization", &format!("Bearer {key}"));
    let now = escale::kernel::Clock::system().now();
    let body = crate::faults::wire(&draft(now + chrono::TimeDelta::hours(30), 2));
    client.json("PUT", &format!("/api/v1/offers/{reference}"), &body)
}

#[test]
fn a_second_process_on_the_same_directory_is_refused_with_a_sentence() {
    let dir = tempfile::tempdir().unwrap();
    let _demo = Process::demo(dir.path(), &[]);
    let out = command(dir.path(), &[]).output().unwrap();
    assert!(!out.status.success());
    let said = String::from_utf8_lossy(&out.stderr);
    assert!(said.contains("already used by another Escale process"), "{said}");
}

#[test]
fn a_fresh_world_replaces_the_old_one() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("mine.txt"), "not the demo's").unwrap();
    Process::demo(dir.path(), &[]).kill();
    let first = std::fs::read(dir.path().join("secret")).unwrap();
    Process::demo(dir.path(), &["--fresh", "--seed", "7"]).kill();
    assert_ne!(std::fs::read(dir.path().join("secret")).unwrap(), first);
    assert!(dir.path().join("mine.txt").exists(), "nothing else is touched");
}

/// Logs say what was asked for, by route: the same lines whether she opened her proposals, set one aside, or did nothing.
#[test]
fn i3_logs_and_counts_are_the_same_whatever_she_does_in_private() {
    let original = tempfile::tempdir().unwrap();
    proposed(original.path());
    let silence = story(original.path(), |_| ());
    assert!(silence.contains("/conseil/personnes/{id}") && silence.contains("/plateforme"), "{silence}");
    let aside = story(original.path(), |demo| {
        let mut her = demo.client();
        let page = her.get(demo.links["links"]["person"].as_str().unwrap());
        her.submit(&page, "Continuer", &[]);
        for prefix in ["", "/en"] {
            let all = her.get(&format!("{prefix}/moi/propositions"));
            let href = all.attr("a[href*='/moi/propositions/']", "href").expect("a proposal");
            let one = her.get(&href);
            let token = one.attr("input[name=_token]", "value").unwrap();
            let body = format!("_token={token}&choix=set_aside");
            let done = her.once("POST", &format!("{href}/choix"), Some(&body), "application/x-www-form-urlencoded");
            assert_eq!(done.status, 303);
        }
    });
    assert_eq!(silence, aside);
}

/// A world in which the advisor put a mission before the person.
fn proposed(dir: &Path) {
    let demo = Process::demo(dir, &[]);
    let offer = demo.client().get("/api/v1/offers?limit=1").json()["items"][0]["id"].as_str().unwrap().to_owned();
    let mut advisor = demo.client();
    let page = advisor.get(demo.links["links"]["advisor"].as_str().unwrap());
    advisor.submit(&page, "Continuer", &[]);
    let portfolio = advisor.get("/conseil");
    let person = advisor.follow(&portfolio, "Amina");
    let path = person.url.split('?').next().unwrap();
    let confirm = advisor.get(&format!("{path}/propositions/nouvelle?mission={offer}"));
    let done = advisor.submit(&confirm, "Confirmer", &[]);
    assert_eq!(done.status, 200, "{}", done.text());
    demo.kill();
}

/// What is logged, and what is counted, when she acts and then others look.
fn story(original: &Path, act: impl Fn(&Process)) -> String {
    let dir = tempfile::tempdir().unwrap();
    for file in std::fs::read_dir(original).unwrap().flatten().filter(|f| f.path().is_file()) {
        std::fs::copy(file.path(), dir.path().join(file.file_name())).unwrap();
    }
    let log = dir.path().join("log");
    let mut told = command(dir.path(), &[]);
    told.env("ESCALE_METRICS_TOKEN", TOKEN)
        .env("ESCALE_LOG", "escale=trace")
        .stderr(std::fs::File::create(&log).unwrap());
    let demo = Process::start(dir.path(), &mut told);
    // Being ready takes a number of questions that is nobody's doing.
    let begun = std::fs::read_to_string(&log).unwrap().lines().count();
    act(&demo);
    for (role, path) in [("advisor", "/conseil"), ("platform", "/plateforme"), ("label_body", ""), ("admin", "/admin")]
    {
        let mut other = demo.client();
        let page = other.get(demo.links["links"][role].as_str().unwrap());
        let home = other.submit(&page, "Continuer", &[]);
        if let Some(person) = home.attr("a[href^='/conseil/personnes/']", "href") {
            assert_eq!(other.get(&person).status, 200);
        }
        assert_eq!(other.get(if path.is_empty() { "/organisme-label" } else { path }).status, 200);
    }
    let counts = demo.client().with_header("Authorization", &format!("Bearer {TOKEN}")).get("/metrics");
    assert_eq!(counts.status, 200);
    demo.kill();
    // How long answers took is of the machine; how many times it was asked whether it is ready, of the test.
    let counted =
        counts.body.lines().filter(|l| !l.contains("/readyz") && !l.contains("quantile") && !l.contains("_sum"));
    let mut counted: Vec<_> = counted.map(str::to_owned).collect();
    counted.sort();
    let text = std::fs::read_to_string(&log).unwrap();
    let line = |line: &str| {
        let mut line: serde_json::Value = serde_json::from_str(line).unwrap();
        line.as_object_mut().unwrap().remove("timestamp");
        line["fields"].as_object_mut().unwrap().remove("elapsed_us");
        line.to_string()
    };
    text.lines().skip(begun).map(line).chain(counted).collect::<Vec<_>>().join("\n")
}

/// Whatever the seed, the world is legal: every mission passes the same checks as everyone's.
#[test]
fn the_demo_world_is_legal_for_any_seed() {
    for seed in [1, 42] {
        let app = crate::kit::TestApp::start();
        escale::demo::fill(&app.app, &escale::demo::World { seed, offers: 3_000 }).unwrap();
        let published = app.app.store.read(escale::offers::store::count_all_published).unwrap();
        assert_eq!(published, 3_000);
        assert_eq!(app.app.load().unwrap(), 3_000);
    }
}
