//! Steps and trainings as rows, whoever reads them: what comes next, or everything that is kept.

use crate::db::schema::{follow_up_step, follow_up_training};
use crate::db::{Error, Result};
use crate::follow_ups::{NextStep, Stage, StepKind, Training};
use crate::kernel::{Id, Instant};
use diesel::prelude::*;

#[derive(Queryable, Selectable)]
#[diesel(table_name = follow_up_step)]
pub struct StepRow {
    id: Id<NextStep>,
    kind: String,
    title: String,
    place: String,
    at: Instant,
}

impl StepRow {
    pub fn read(self) -> Result<NextStep> {
        let Self { id, kind, title, place, at } = self;
        let kind = StepKind::parse(&kind).ok_or_else(|| Error::corrupt("follow_up_step", id, "kind"))?;
        Ok(NextStep { id, kind, title, place, at })
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = follow_up_training)]
pub struct TrainingRow {
    id: Id<Training>,
    stage: String,
    title: String,
    provider: String,
    funding: String,
    starts_at: Option<Instant>,
    ends_at: Option<Instant>,
}

impl TrainingRow {
    pub fn read(self) -> Result<Training> {
        let Self { id, stage, title, provider, funding, starts_at, ends_at } = self;
        let stage = Stage::parse(&stage).ok_or_else(|| Error::corrupt("follow_up_training", id, "stage"))?;
        Ok(Training { id, stage, title, provider, funding, starts_at, ends_at })
    }
}
