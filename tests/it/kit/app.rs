//! One server per test, on a free port, on a database of its own: a byte copy of a migrated SQLite file, or a PostgreSQL
//! database made from a template.

use crate::kit::client::Client;
use chrono::TimeDelta;
use escale::app::App;
use escale::config::Config;
use escale::db::{StoreConfig, migrate};
use escale::kernel::{Clock, Instant};
use escale::{server, work};
use std::net::TcpListener;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, OnceLock, mpsc};

static COUNT: AtomicU32 = AtomicU32::new(0);

/// A running product.
pub struct TestApp {
    pub app: Arc<App>,
    pub url: String,
    handle: actix_web::dev::ServerHandle,
    thread: Option<std::thread::JoinHandle<()>>,
    _dir: tempfile::TempDir,
}

/// Every test begins on Wednesday 25 November 2026 at noon in Paris.
pub fn noon() -> Instant {
    chrono::DateTime::parse_from_rfc3339("2026-11-25T11:00:00Z").unwrap().to_utc().into()
}

fn postgres() -> Option<String> {
    std::env::var("ESCALE_TEST_DATABASE_URL").ok().filter(|u| !u.is_empty())
}

fn admin(url: &str, sql: &str) {
    let config = StoreConfig { url: url.to_owned(), pool_size: 1, sqlite_extra: "", witness: None };
    let mut conn = r2d2::ManageConnection::connect(&config).unwrap();
    conn.batch(sql).unwrap();
}

fn sibling(url: &str, name: &str) -> String {
    let (base, _) = url.rsplit_once('/').unwrap();
    format!("{base}/{name}")
}

/// A database of its own for a test.
fn database(dir: &std::path::Path) -> String {
    let n = COUNT.fetch_add(1, Ordering::Relaxed);
    match postgres() {
        Some(url) => {
            static TEMPLATE: OnceLock<String> = OnceLock::new();
            let template = TEMPLATE.get_or_init(|| {
                let name = format!("escale_template_{}", std::process::id());
                admin(&url, &format!("DROP DATABASE IF EXISTS {name}"));
                admin(&url, &format!("CREATE DATABASE {name}"));
                migrated(&sibling(&url, &name));
                name
            });
            let name = format!("escale_test_{}_{n}", std::process::id());
            admin(&url, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
            admin(&url, &format!("CREATE DATABASE {name} TEMPLATE {template}"));
            sibling(&url, &name)
        }
        None => {
            static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
            let bytes = BYTES.get_or_init(|| {
                let dir = tempfile::tempdir().unwrap();
                let path = dir.path().join("template.sqlite");
                migrated(&path.display().to_string());
                std::fs::read(path).unwrap()
            });
            std::fs::write(dir.join("escale.sqlite"), bytes).unwrap();
            String::new()
        }
    }
}

fn migrated(url: &str) {
    let config =
        StoreConfig { url: url.to_owned(), pool_size: 1, sqlite_extra: "PRAGMA journal_mode = DELETE;", witness: None };
    let mut conn = r2d2::ManageConnection::connect(&config).unwrap();
    migrate::migrate(&mut conn).unwrap();
}

impl TestApp {
    pub fn start() -> Self {
        Self::start_with(|_| {})
    }

    pub fn start_with(change: impl FnOnce(&mut Config)) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let mut config = Config::for_testing(dir.path(), "");
        config.database_url = database(dir.path());
        change(&mut config);
        Self::serve(dir, config, noon())
    }

    /// The same world on a copy of the same database, at the same instant.
    pub fn twin(&self, change: impl FnOnce(&mut Config)) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let mut config = Config::for_testing(dir.path(), "");
        config.database_url = self.copied(dir.path());
        change(&mut config);
        Self::serve(dir, config, self.now())
    }

    fn copied(&self, dir: &std::path::Path) -> String {
        let Some(url) = postgres() else {
            let file = dir.join("escale.sqlite");
            self.app.store.read(|conn| conn.batch(&format!("VACUUM INTO '{}'", file.display()))).unwrap();
            return String::new();
        };
        let (_, own) = self.app.config.database_url.rsplit_once('/').unwrap();
        let name = format!("escale_test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        // A template is copied while nobody uses it; the pool connects again by itself.
        admin(&url, &format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{own}'"));
        admin(&url, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        admin(&url, &format!("CREATE DATABASE {name} TEMPLATE {own}"));
        sibling(&url, &name)
    }

    fn serve(dir: tempfile::TempDir, config: Config, now: Instant) -> Self {
        let app = App::open(config, Clock::manual(now)).unwrap();
        app.load().unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        app.set_base_url(url.clone());
        let (sender, receiver) = mpsc::channel();
        let served = Arc::clone(&app);
        let thread = std::thread::spawn(move || {
            actix_web::rt::System::new().block_on(async {
                let server = server::build(&served, listener).unwrap();
                sender.send(server.handle()).unwrap();
                server.await.unwrap();
            });
        });
        let handle = receiver.recv().unwrap();
        Self { app, url, handle, thread: Some(thread), _dir: dir }
    }

    pub fn anon(&self) -> Client {
        Client::new(self.url.clone())
    }

    /// Moves time forward, then lets the clockwork and the jobs do what is due.
    pub fn advance(&self, by: TimeDelta) {
        self.app.clock.advance(by);
        self.run_jobs();
    }

    pub fn run_jobs(&self) {
        work::clockwork(&self.app).unwrap();
        while work::run_due(&self.app, 100).unwrap() > 0 {}
        while work::push_due(&self.app, 100).unwrap() > 0 {}
    }

    pub fn now(&self) -> Instant {
        self.app.now()
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        let stop = self.handle.stop(false);
        std::thread::spawn(move || actix_web::rt::System::new().block_on(stop)).join().ok();
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
        if std::thread::panicking() {
            return;
        }
        if self.app.ready() {
            self.app.refresh_gates().unwrap();
            let found = self.app.check_board().unwrap();
            assert!(found.none(), "the board is not what the database says: {found:?}");
        }
        let (_, dead) = self.app.store.read(escale::jobs::counts).unwrap();
        assert_eq!(dead, 0, "a job was set apart");
        let unread: Vec<_> = self.app.mailer.take_all().into_iter().map(|l| l.subject).collect();
        assert!(unread.is_empty(), "letters nobody read: {unread:?}");
    }
}
