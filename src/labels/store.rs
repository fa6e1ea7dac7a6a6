//! Decisions are inserted and read; there is no function here that changes or deletes one (I12).

use crate::db::schema::label_decision;
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::kernel::{Id, Instant};
use crate::labels::{Kind, Label, LabelDecision};
use crate::platforms::Platform;
use diesel::prelude::*;
use std::collections::HashMap;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = label_decision)]
struct Row {
    id: Id<LabelDecision>,
    platform_id: Id<Platform>,
    kind: String,
    decided_at: Instant,
    effective_at: Instant,
    until_at: Option<Instant>,
    reason: String,
    author: String,
    authority: String,
    appeal_until: Option<Instant>,
}

impl TryFrom<Row> for LabelDecision {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            kind: Kind::parse(&row.kind).ok_or_else(|| Error::corrupt("label_decision", row.id, "kind"))?,
            id: row.id,
            platform: row.platform_id,
            decided_at: row.decided_at,
            effective_at: row.effective_at,
            until: row.until_at,
            reason: row.reason,
            author: row.author,
            authority: row.authority,
            appeal_until: row.appeal_until,
        })
    }
}

/// Appends a decision.
///
/// # Errors
/// What the database says.
pub fn append(tx: &mut Tx<'_>, decision: &LabelDecision) -> Result<()> {
    let row = Row {
        id: decision.id,
        platform_id: decision.platform,
        kind: decision.kind.as_str().to_owned(),
        decided_at: decision.decided_at,
        effective_at: decision.effective_at,
        until_at: decision.until,
        reason: decision.reason.clone(),
        author: decision.author.clone(),
        authority: decision.authority.clone(),
        appeal_until: decision.appeal_until,
    };
    each!(tx, |c| diesel::insert_into(label_decision::table).values(&row).execute(c))?;
    Ok(())
}

/// The label of a platform.
///
/// # Errors
/// What the database says.
pub fn of_platform(conn: &mut Conn, platform: Id<Platform>) -> Result<Label> {
    let rows: Vec<Row> = each!(conn, |c| label_decision::table
        .filter(label_decision::platform_id.eq(platform))
        .select(Row::as_select())
        .load(c))?;
    Ok(Label::new(rows.into_iter().map(LabelDecision::try_from).collect::<Result<_>>()?))
}

/// Every label, by platform.
///
/// # Errors
/// What the database says.
pub fn all(conn: &mut Conn) -> Result<HashMap<Id<Platform>, Label>> {
    let rows: Vec<Row> = each!(conn, |c| label_decision::table.select(Row::as_select()).load(c))?;
    let mut lists: HashMap<Id<Platform>, Vec<LabelDecision>> = HashMap::new();
    for row in rows {
        lists.entry(row.platform_id).or_default().push(row.try_into()?);
    }
    Ok(lists.into_iter().map(|(platform, list)| (platform, Label::new(list))).collect())
}

/// One decision.
///
/// # Errors
/// `NotFound`.
pub fn decision(conn: &mut Conn, id: Id<LabelDecision>) -> Result<LabelDecision> {
    let row: Row = each!(conn, |c| label_decision::table.find(id).select(Row::as_select()).first(c))?;
    row.try_into()
}
