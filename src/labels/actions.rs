//! Deciding on a label: the decision, the journal, and the promise to write to the people concerned, in one transaction.

use crate::db::{Result, Tx};
use crate::jobs::{self, Task};
use crate::journal::{self, Event};
use crate::kernel::{Id, Instant};
use crate::labels::{Kind, LabelDecision, Signature, store};
use crate::platforms::Platform;

/// Suspends a label at once.
///
/// # Errors
/// `label-not-active`, `reason-too-short`.
pub fn suspend(tx: &mut Tx<'_>, now: Instant, platform: Id<Platform>, by: &Signature) -> Result<LabelDecision> {
    let decision = store::of_platform(tx, platform)?.suspend(by, now)?;
    keep(tx, now, decision)
}

/// Lifts a suspension.
///
/// # Errors
/// `label-not-suspended`, `reason-too-short`.
pub fn reinstate(tx: &mut Tx<'_>, now: Instant, platform: Id<Platform>, by: &Signature) -> Result<LabelDecision> {
    let decision = store::of_platform(tx, platform)?.reinstate(by, now)?;
    keep(tx, now, decision)
}

/// Notes a step of a dossier, or a decision taken elsewhere. The full procedure has its own rules.
///
/// # Errors
/// `reason-too-short`.
pub fn note(
    tx: &mut Tx<'_>,
    now: Instant,
    platform: Id<Platform>,
    kind: Kind,
    until: Option<Instant>,
    by: &Signature,
) -> Result<LabelDecision> {
    let decision = by.decide(platform, kind, now, until)?;
    keep(tx, now, decision)
}

fn keep(tx: &mut Tx<'_>, now: Instant, decision: LabelDecision) -> Result<LabelDecision> {
    store::append(tx, &decision)?;
    journal::record(tx, now, &Event::new(journal::Kind::LabelDecided).platform(decision.platform.uuid()))?;
    jobs::enqueue(tx, now, &Task::LabelDecided { decision: decision.id.uuid() })?;
    Ok(decision)
}
