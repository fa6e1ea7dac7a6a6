//! What goes on by itself: jobs, the clockwork of the minute, and following the journal written by other processes.

use crate::app::App;
use crate::db::{Error, Result};
use crate::jobs::{self, Job, Task};
use crate::kernel::Id;
use crate::{accounts, engagements, interests, offers, people};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Pause between two looks at the queue.
const PAUSE: Duration = Duration::from_millis(250);
/// Looks between two turns of the clockwork.
const TURN: u32 = 60;

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

/// Starts the background work on a thread of its own.
///
/// # Errors
/// When no thread can be started.
pub fn start(app: &Arc<App>) -> std::io::Result<Works> {
    let stop = Arc::new(AtomicBool::new(false));
    let (app, stopped) = (Arc::clone(app), Arc::clone(&stop));
    let thread = std::thread::Builder::new().name("work".into()).spawn(move || {
        let mut look: u32 = 0;
        while !stopped.load(Ordering::Acquire) {
            if look.is_multiple_of(TURN) {
                log(clockwork(&app));
            }
            log(app.catch_up());
            log(run_due(&app, 50));
            look = look.wrapping_add(1);
            std::thread::sleep(PAUSE);
        }
    })?;
    Ok(Works { stop, threads: vec![thread] })
}

fn log<T>(result: Result<T>) {
    if let Err(error) = result {
        tracing::error!(%error, "background work");
    }
}

/// Runs the jobs that are due, at most `limit`; tells how many were tried.
///
/// # Errors
/// What the database says; a job that fails is not an error here, it comes back later.
pub fn run_due(app: &App, limit: usize) -> Result<usize> {
    for done in 0..limit {
        let now = app.now();
        let Some(job) = app.store.write(|tx| jobs::claim(tx, now))? else { return Ok(done) };
        match run(app, &job) {
            Ok(()) => app.store.write(|tx| jobs::finish(tx, job.id))?,
            Err(why) => {
                tracing::warn!(job = job.task.kind(), attempts = job.attempts, %why, "job failed, it will come back");
                app.store.write(|tx| jobs::fail(tx, now, &job, &why.to_string()))?;
            }
        }
    }
    Ok(limit)
}

/// Everything that the clock does: endings, deadlines, retention, labels whose time has come.
///
/// # Errors
/// What the database says.
pub fn clockwork(app: &App) -> Result<()> {
    while app.write_now(offers::actions::expire_due)? > 0 {}
    app.write_now(interests::actions::lapse_overdue)?;
    app.write_now(people::store::sweep_choices)?;
    app.write_now(accounts::store::sweep)?;
    app.refresh_gates()
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
            return Ok(app.write_now(|tx, now| engagements::actions::settle_ended(tx, now, id))?);
        }
        Task::LabelDecided { decision } => {
            let id = Id::from_uuid(*decision);
            return Ok(app.write_now(|tx, now| engagements::actions::tell_label(tx, now, id))?);
        }
        letter => crate::letters::write(app, letter)?,
    };
    match written {
        None => Ok(()),
        Some(letter) => app.mailer.send(&letter, &job.id.to_string()).map_err(|error| {
            tracing::warn!(%error, "mail");
            Failure::NotSent
        }),
    }
}
