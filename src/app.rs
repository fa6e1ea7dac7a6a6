//! The application: built once, shared by every handler and job. `write` is the only way to change anything from a page.

use crate::board::Freshness;
use crate::config::Config;
use crate::db::{Conn, Error, Result, Store, Tx, migrate};
use crate::kernel::{Clock, Instant, Lang};
use crate::l10n::texts;
use crate::live::{self, Concern, Follower, Hub, Missions, Right, Shelf, Sieve};
use crate::mail::Mailer;
use crate::offers::{HIDDEN_AFTER, Offer, UNCONFIRMED_AFTER, notice::Wording};
use crate::push::{self, vapid::Vapid, way::Way};
use crate::referrals::{self, receipt::Signer};
use crate::searches::Ears;
use crate::web::echo::{Echo, Made};
use crate::web::limits::Limits;
use std::fs::File;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, RwLockReadGuard};

/// Everything that a request or a job needs.
pub struct App {
    /// What was set.
    pub config: Config,
    /// What time it is.
    pub clock: Clock,
    /// The data.
    pub store: Store,
    /// The way out for letters.
    pub mailer: Mailer,
    /// Signs receipts.
    pub signer: Signer,
    /// The site's key for push services.
    pub vapid: Vapid,
    /// The way out to push services.
    pub pushes: Way,
    /// Open streams.
    pub hub: Hub,
    /// Saved searches that listen to the board.
    pub ears: Ears,
    /// Rate limits.
    pub limits: Limits,
    /// Public answers that are still true.
    pub echo: Echo,
    shelf: Shelf,
    sieve: Sieve,
    follower: Follower,
    ready: AtomicBool,
    /// The last hour in which what is old was forgotten.
    pub(crate) forgot: AtomicI64,
    base_url: std::sync::OnceLock<String>,
    /// Held as long as the process lives: one process per embedded database.
    _lock: Option<File>,
}

impl App {
    /// Opens everything, migrates, publishes the receipts' key. The board is loaded apart: see [`Self::load`].
    ///
    /// # Errors
    /// A sentence that says what is missing.
    pub fn open(config: Config, clock: Clock) -> anyhow::Result<Arc<Self>> {
        let config = config.settle()?;
        let lock = if config.store().is_postgres() { None } else { Some(lock(&config.data_dir)?) };
        let store = Store::open(config.store())?;
        store.read(migrate)?;
        let signer = Signer::derive(&config.secret, config.key_generation)?;
        let vapid = store.write(|tx| {
            // Links that can be used again exist in a running demo only, whatever the database went through before.
            crate::accounts::store::drop_reusable(tx)?;
            crate::platforms::store::revoke_keys_named(tx, clock.now(), crate::platforms::DEMO_KEY)?;
            referrals::store::publish_key(tx, clock.now(), &signer)?;
            push::store::key(tx, clock.now(), &config.secret, &config.contact())
        });
        let vapid = vapid.map_err(|why| match why {
            Error::Corrupt { table: "push_key", .. } => anyhow::anyhow!(
                "the key for push services was sealed under another ESCALE_SECRET: put that secret back, or run \
                 `escale renew-push-key`, after which people allow notifications on their devices again"
            ),
            other => other.into(),
        })?;
        let mailer = Mailer::open(&config.mail, &config.mail_from)?;
        let pushes = Way::open(config.push_anywhere);
        let freshness =
            Freshness { unconfirmed_after: UNCONFIRMED_AFTER.num_seconds(), hidden_after: HIDDEN_AFTER.num_seconds() };
        Ok(Arc::new(Self {
            limits: Limits::new(&config),
            shelf: Shelf::new(Missions::new(freshness)),
            sieve: Sieve::default(),
            follower: Follower::default(),
            hub: Hub::default(),
            ears: Ears::default(),
            echo: Echo::default(),
            ready: AtomicBool::new(false),
            forgot: AtomicI64::new(i64::MIN),
            base_url: std::sync::OnceLock::new(),
            _lock: lock,
            config,
            clock,
            store,
            mailer,
            signer,
            vapid,
            pushes,
        }))
    }

    /// Makes a new key for push services, for a secret that was changed on purpose.
    ///
    /// # Errors
    /// A sentence that says what is missing.
    pub fn renew_push_key(config: Config, clock: &Clock) -> anyhow::Result<()> {
        let config = config.settle()?;
        let _lock = if config.store().is_postgres() { None } else { Some(lock(&config.data_dir)?) };
        let store = Store::open(config.store())?;
        store.read(migrate)?;
        store.write(|tx| push::store::renew(tx, clock.now(), &config.secret))?;
        Ok(())
    }

    /// Fills the board; pages say that they are waking up until it is done.
    ///
    /// # Errors
    /// What the database says.
    pub fn load(&self) -> Result<usize> {
        let count = live::load(&self.store, &self.clock, &self.shelf, &self.follower)?;
        self.hub.start_at(self.follower.seq());
        // What was written while it filled; then, once ready, what was written in between.
        self.catch_up()?;
        self.ready.store(true, Ordering::Release);
        self.catch_up()?;
        Ok(count)
    }

    /// Whether the board is loaded.
    #[must_use]
    pub fn ready(&self) -> bool {
        self.ready.load(Ordering::Acquire)
    }

    /// The present instant.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// How people reach the site; known once the port is.
    #[must_use]
    pub fn base_url(&self) -> &str {
        self.base_url.get().map_or("http://localhost", String::as_str)
    }

    /// Sets how people reach the site, when it was not configured.
    pub fn set_base_url(&self, url: String) {
        let url = if self.config.base_url.is_empty() { url } else { self.config.base_url.clone() };
        let _ = self.base_url.set(url);
    }

    /// The board, to be read.
    pub fn board(&self) -> RwLockReadGuard<'_, Missions> {
        self.shelf.read()
    }

    /// What an answer made at `now` is made from; to be asked before the board is read.
    #[must_use]
    pub fn made(&self, now: Instant) -> Made {
        let second = now.seconds();
        Made { writes: self.shelf.writes(), seq: self.seq(), second, until: second + 1, concern: Concern::Anything }
    }

    /// Whether answers that were followed are right for the board as it was written so many times.
    #[must_use]
    pub fn is_settled(&self, writes: u64) -> bool {
        self.sieve.is_settled(writes)
    }

    /// Follows an answer until something changes that concerns it; `None` when something has changed already.
    #[must_use]
    pub fn follow(&self, made: &Made) -> Option<Right> {
        self.sieve.follow(&self.shelf, made.writes, &made.concern)
    }

    /// The same, for an answer that says nothing finer than minutes: true until the board changes by itself, or the minute
    /// is over.
    #[must_use]
    pub fn made_lasting(&self, now: Instant) -> Made {
        let made = self.made(now);
        let minute = (made.second.div_euclid(60) + 1) * 60;
        Made { until: minute.min(self.board().still_until(made.second)), ..made }
    }

    /// The number of the last event that the board knows.
    #[must_use]
    pub fn seq(&self) -> i64 {
        self.follower.seq()
    }

    /// Applies to the board what was written since, here or elsewhere.
    ///
    /// # Errors
    /// What the database says.
    pub fn catch_up(&self) -> Result<usize> {
        self.follower.catch_up(&self.store, &self.clock, &self.shelf, (&self.hub, &self.sieve))
    }

    /// Compares the board with the database; what was being written at the first look is looked at again.
    ///
    /// # Errors
    /// What the database says.
    pub fn check_board(&self) -> Result<live::Differences> {
        let look = || {
            self.catch_up()?;
            live::differences(&self.store, &self.shelf, self.now())
        };
        let first = look()?;
        if first.none() { Ok(first) } else { Ok(first.and(&look()?)) }
    }

    /// Looks again at every label by the clock.
    ///
    /// # Errors
    /// What the database says.
    pub fn refresh_gates(&self) -> Result<()> {
        self.follower.refresh_gates(&self.store, &self.clock, &self.shelf, &self.hub)
    }

    /// Reads on a blocking thread.
    ///
    /// # Errors
    /// What `f` or the database says.
    pub async fn read<T: Send + 'static>(
        self: &Arc<Self>,
        f: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let app = Arc::clone(self);
        blocking(move || app.store.read(f)).await
    }

    /// Writes in one transaction on a blocking thread; once committed, the board knows (a write is visible at once).
    ///
    /// # Errors
    /// What `f` or the database says; nothing is written then.
    pub async fn write<T: Send + 'static>(
        self: &Arc<Self>,
        f: impl FnMut(&mut Tx<'_>, Instant) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let app = Arc::clone(self);
        blocking(move || app.write_now(f)).await
    }

    /// [`Self::write`] for those who are already on a thread of their own.
    ///
    /// # Errors
    /// What `f` or the database says; nothing is written then.
    pub fn write_now<T>(&self, mut f: impl FnMut(&mut Tx<'_>, Instant) -> Result<T>) -> Result<T> {
        let now = self.now();
        let value = self.store.write(|tx| f(tx, now))?;
        if self.ready() {
            // Committed already: if reading the journal fails, the follower's own clock tries again.
            if let Err(error) = self.catch_up() {
                tracing::error!(%error, "the board could not follow the journal");
            }
        }
        Ok(value)
    }

    /// Issues receipts with the French notice, as shown to someone whose service signed at `convention`, if it did.
    pub fn with_desk<T>(&self, convention: Option<Instant>, f: impl FnOnce(&referrals::actions::Desk<'_>) -> T) -> T {
        let now = self.now();
        let notice = move |offer: &Offer| {
            crate::web::notice::full(texts(Lang::Fr), Wording::of(offer.terms.status, convention, now))
        };
        f(&referrals::actions::Desk { signer: &self.signer, notice: &notice })
    }
}

async fn blocking<T: Send + 'static>(f: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    actix_web::web::block(f).await.map_err(|_| Error::Unreachable("the thread pool is gone".into()))?
}

/// How often the lock is asked for, and the pause between two times: a few seconds in all.
const LOCK_TRIES: u32 = 20;
const LOCK_PAUSE: std::time::Duration = std::time::Duration::from_millis(150);

/// One process per embedded database: the second is told so.
pub(crate) fn lock(dir: &Path) -> anyhow::Result<File> {
    let path = dir.join("lock");
    let file = File::options().create(true).truncate(false).write(true).open(&path)?;
    // One that was just killed may still be going.
    let taken = (0..LOCK_TRIES).all(|turn| {
        let busy = file.try_lock().is_err();
        if busy && turn + 1 < LOCK_TRIES {
            std::thread::sleep(LOCK_PAUSE);
        }
        busy
    });
    if taken {
        anyhow::bail!(
            "{} is already used by another Escale process. Stop it first, choose another --data-dir, or use PostgreSQL (DATABASE_URL) for several processes.",
            dir.display()
        );
    }
    Ok(file)
}
