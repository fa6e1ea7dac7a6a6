//! What goes on by itself: jobs, the clockwork of the minute, and following the journal written by other processes.

use crate::app::App;
use crate::db::{Error, Result, Tx};
use crate::jobs::{self, Job, Lane, Task};
use crate::kernel::{Id, Instant};
use crate::{engagements, follow_ups, interests, notices, offers, push, retention, searches};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Pause between two looks at the queue or at the journal.
const PAUSE: Duration = Duration::from_millis(200);
/// Pause between two hearings of saved searches.
const LISTEN: Duration = Duration::from_secs(1);
/// Pause between two turns of the clockwork.
const TURN: Duration = Duration::from_secs(15);
/// Tries before a notice is given up: it was news some hours ago.
const PUSHES: i32 = 11;
/// Pause between two comparisons of the board with the database.
const CHECK: Duration = Duration::from_secs(3_600);

/// Tells the background work to stop, and waits for it when dropped.
pub struct Works {
    stop: Arc<AtomicBool>,
    threads: Vec<std::thread::JoinHandle<()>>,
}

impl Drop for Works {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Release);
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

/// Starts the background work: following the journal, saved searches, the clockwork and the jobs, each on a thread of its own, so that a
/// mail server that is slow to answer delays nothing but letters.
///
/// # Errors
/// When no thread can be started.
pub fn start(app: &Arc<App>) -> std::io::Result<Works> {
    let mut works = Works { stop: Arc::new(AtomicBool::new(false)), threads: Vec::new() };
    works.add(app, "follow", PAUSE, |app| if app.ready() { app.catch_up().map(drop) } else { Ok(()) })?;
    works.add(app, "searches", LISTEN, |app| searches::ears::hear(app).map(drop))?;
    works.add(app, "clockwork", TURN, clockwork)?;
    works.add(app, "check", CHECK, check)?;
    works.add(app, "jobs", PAUSE, |app| run_due(app, 50).map(drop))?;
    // Several: one service that is slow to answer holds up no other. Few at a time: stopping is prompt.
    for name in ["pushes", "more pushes", "other pushes"] {
        works.add(app, name, PAUSE, |app| push_due(app, 3).map(drop))?;
    }
    Ok(works)
}

impl Works {
    fn add(
        &mut self,
        app: &Arc<App>,
        name: &'static str,
        pause: Duration,
        turn: fn(&App) -> Result<()>,
    ) -> std::io::Result<()> {
        let (app, stop) = (Arc::clone(app), Arc::clone(&self.stop));
        let thread = std::thread::Builder::new().name(name.into()).spawn(move || {
            while !stop.load(Ordering::Acquire) {
                // A fault in one turn is logged and does not end the work.
                match std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| turn(&app))) {
                    Ok(Ok(())) => {}
                    Ok(Err(error)) => tracing::error!(%error, work = name, "background work"),
                    Err(_) => tracing::error!(work = name, "background work panicked"),
                }
                rest(pause, &stop);
            }
        })?;
        self.threads.push(thread);
        Ok(())
    }
}

/// Sleeps in short naps, so that stopping is prompt.
fn rest(pause: Duration, stop: &AtomicBool) {
    let mut left = pause;
    while !left.is_zero() && !stop.load(Ordering::Acquire) {
        let nap = left.min(PAUSE);
        std::thread::sleep(nap);
        left -= nap;
    }
}

/// Runs the jobs that are due, at most `limit`; tells how many were tried.
///
/// # Errors
/// What the database says; a job that fails is not an error here, it comes back later.
pub fn run_due(app: &App, limit: usize) -> Result<usize> {
    for done in 0..limit {
        let now = app.now();
        let Some(job) = app.store.write(|tx| jobs::claim(tx, now, Lane::Rest))? else { return Ok(done) };
        match run(app, &job) {
            Ok(()) => app.store.write(|tx| jobs::finish(tx, job.id))?,
            Err(why) => {
                if job.task.kind() == jobs::SEARCH_LETTER {
                    // Nobody learns from the log that somebody keeps a search (I3).
                    tracing::warn!("a letter did not leave, it will come back");
                } else {
                    tracing::warn!(job = job.task.kind(), attempts = job.attempts, %why, "job failed, it will come back");
                }
                let waits_for_mail = matches!(why, Failure::NotSent);
                app.store.write(|tx| jobs::fail(tx, now, &job, &why.to_string(), waits_for_mail))?;
            }
        }
    }
    Ok(limit)
}

/// Sends the notices that are due, at most `limit`; tells how many were tried. One that cannot be sent comes back with growing
/// pauses, then is given up: the letter and her space tell the same.
///
/// # Errors
/// What the database says.
pub fn push_due(app: &App, limit: usize) -> Result<usize> {
    for done in 0..limit {
        let now = app.now();
        let Some(job) = app.store.write(|tx| jobs::claim(tx, now, Lane::Pushes))? else { return Ok(done) };
        let (device, news) = match &job.task {
            Task::Push { device, news } => (Id::from_uuid(*device), news),
            Task::PushAll { person, news } => {
                app.store.write(|tx| {
                    push::actions::spread(tx, now, Id::from_uuid(*person), news)?;
                    jobs::finish(tx, job.id)
                })?;
                continue;
            }
            _ => continue,
        };
        // Nobody learns from the log that somebody has a device (I3): only what the database says is told.
        let sent = notices::send(app, device, news).inspect_err(|why| tracing::warn!(%why, "a notice was not made"));
        if job.attempts < PUSHES && !matches!(sent, Ok(true)) {
            app.store.write(|tx| jobs::fail(tx, now, &job, "not taken", false))?;
        } else {
            app.store.write(|tx| jobs::finish(tx, job.id))?;
        }
    }
    Ok(limit)
}

/// One thing that the clock does, and its name.
type Step = (&'static str, fn(&App) -> Result<()>);

/// Everything that the clock does: endings, deadlines, retention, labels whose time has come, counters that are forgotten.
///
/// # Errors
/// What the database says.
pub fn clockwork(app: &App) -> Result<()> {
    app.limits.shrink();
    app.hub.sweep(app.now().seconds());
    crate::web::health::upkeep();
    let steps: [Step; 8] = [
        ("endings", |app| whole(app, offers::actions::expire_due)),
        ("deadlines", |app| once(app, interests::actions::lapse_overdue)),
        ("reminders of slots", |app| whole(app, engagements::actions::remind_slots)),
        // A turn each time: who signs in does not wait behind everyone's letter.
        ("reminders of months", |app| once(app, engagements::actions::remind_months)),
        ("follow-ups", follow_ups_due),
        ("searches", searches::ears::clockwork),
        ("labels", App::refresh_gates),
        ("forgetting", retention::turn),
    ];
    // One that cannot be done holds up no other; the first that failed is told.
    let failed = steps.map(|(name, step)| step(app).inspect_err(|why| tracing::error!(name, %why, "clockwork")));
    failed.into_iter().collect()
}

fn once<T>(app: &App, act: impl Fn(&mut Tx<'_>, Instant) -> Result<T>) -> Result<()> {
    app.write_now(act).map(drop)
}

/// Until nothing is left to do.
fn whole(app: &App, act: impl Fn(&mut Tx<'_>, Instant) -> Result<usize> + Copy) -> Result<()> {
    while app.write_now(act)? > 0 {}
    Ok(())
}

/// What follow-ups owe their referents. Looked for first, without holding up those who write: there is seldom anything.
fn follow_ups_due(app: &App) -> Result<()> {
    let now = app.now();
    if !app.store.read(|conn| follow_ups::store::way::lapsed(conn, now))?.is_empty() {
        app.write_now(follow_ups::actions::way::tell_stepless)?;
    }
    let month = follow_ups::figures::name(follow_ups::figures::month(now).1);
    for service in app.store.read(|conn| follow_ups::store::figures::uncounted(conn, &month))? {
        // Counted while others write; what is kept is one row.
        let counted = app.store.read(|conn| follow_ups::store::figures::count(conn, now, service))?;
        app.write_now(|tx, now| follow_ups::actions::service::keep_figures(tx, now, service, counted))?;
    }
    if !app.store.read(follow_ups::store::way::ends_to_write)?.is_empty() {
        app.write_now(follow_ups::actions::way::write_ends)?;
    }
    if !app.store.read(|conn| follow_ups::store::way::ends_due(conn, now))?.is_empty() {
        app.write_now(|tx, now| follow_ups::actions::way::end_due(tx, now, follow_ups::pages::way::goes_on))?;
    }
    app.write_now(follow_ups::actions::service::promise_digests).map(drop)
}

/// Compares the board with the database; what differs is said, never mended in silence.
///
/// # Errors
/// What the database says.
fn check(app: &App) -> Result<()> {
    if !app.ready() {
        return Ok(());
    }
    let found = app.check_board()?;
    let (missing, extra, outdated) = (found.missing.len(), found.extra.len(), found.outdated.len());
    crate::web::health::board_differs_by(missing + extra + outdated);
    if !found.none() {
        tracing::error!(missing, extra, outdated, "the board is not what the database says");
    }
    Ok(())
}

/// Why a job did not get done.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Data(#[from] Error),
    #[error("the letter did not leave")]
    NotSent,
}

fn run(app: &App, job: &Job) -> std::result::Result<(), Failure> {
    let written = match &job.task {
        Task::OfferEnded { offer } => {
            let id = Id::from_uuid(*offer);
            return Ok(app.write_now(|tx, now| {
                engagements::actions::settle_ended(tx, now, id)?;
                jobs::finish(tx, job.id)
            })?);
        }
        Task::LabelDecided { decision } => {
            let id = Id::from_uuid(*decision);
            // Its letters are promised and it is done in one transaction: after a crash none is promised twice.
            return Ok(app.write_now(|tx, now| {
                engagements::actions::tell_label(tx, now, id)?;
                jobs::finish(tx, job.id)
            })?);
        }
        Task::PeopleImport { import } => {
            let id = Id::from_uuid(*import);
            // Each turn is whole: after a crash it goes on where it was.
            while app
                .write_now(|tx, now| follow_ups::actions::mandates::import_some(tx, now, &app.config.secret, id))?
            {
            }
            None
        }
        _ => {
            if interests::actions::together::key(&job.task).is_some() {
                // What there is to tell from now on needs a letter of its own.
                app.store.write(|tx| jobs::unkey(tx, job.id))?;
            }
            crate::letters::write(app, job)?
        }
    };
    match written {
        None => Ok(()),
        // Who has no address is told by who follows her, if it is his to know.
        Some(letter) if letter.to.is_none() => {
            Ok(app.write_now(|tx, now| interests::actions::aloud::keep(tx, now, job))?)
        }
        // The server's own words may hold an address: they are not logged.
        Some(letter) => {
            app.mailer.send(&letter, &job.id.to_string()).map_err(|_| Failure::NotSent)?;
            if letter.instead_of.is_empty() {
                return Ok(());
            }
            let drop_all =
                |tx: &mut Tx<'_>, now| letter.instead_of.iter().try_for_each(|key| jobs::drop_free(tx, now, key));
            Ok(app.write_now(drop_all)?)
        }
    }
}
