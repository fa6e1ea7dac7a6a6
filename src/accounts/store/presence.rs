//! When a person came last, and when she was written to because she had not come for long; and when somebody of the label body or
//! the administration did. Only forgetting reads it (I15): nobody else can tell whether she opened anything (I3).

use crate::accounts::{Account, Role};
use crate::db::schema::{account, presence};
use crate::db::{Conn, Result, Tx};
use crate::each;
use crate::kernel::{Id, Instant, retention};
use diesel::prelude::*;

/// She came: what was written to her for not coming holds no more.
///
/// # Errors
/// What the database says.
pub fn came(tx: &mut Tx<'_>, now: Instant, who: Id<Account>) -> Result<()> {
    let set = (presence::seen_at.eq(now), presence::noticed_at.eq(None::<Instant>));
    each!(tx, |c| diesel::insert_into(presence::table)
        .values((presence::account_id.eq(who), set))
        .on_conflict(presence::account_id)
        .do_update()
        .set(set)
        .execute(c))?;
    Ok(())
}

/// She is written to, for not coming.
///
/// # Errors
/// What the database says.
pub fn note_notice(tx: &mut Tx<'_>, now: Instant, who: Id<Account>) -> Result<()> {
    each!(tx, |c| diesel::update(presence::table.find(who)).set(presence::noticed_at.eq(Some(now))).execute(c))?;
    Ok(())
}

/// When she came last, and when she was written to since; `None` when she is gone.
///
/// # Errors
/// What the database says.
pub fn presence_of(conn: &mut Conn, who: Id<Account>) -> Result<Option<(Instant, Option<Instant>)>> {
    let row = presence::table.find(who).select((presence::seen_at, presence::noticed_at));
    Ok(each!(conn, |c| row.first(c).optional())?)
}

/// People who have not come since an instant, after one of them, in order of key: at most `limit`.
///
/// # Errors
/// What the database says.
pub fn unseen(conn: &mut Conn, since: Instant, after: Id<Account>, limit: i64) -> Result<Vec<Id<Account>>> {
    Ok(each!(conn, |c| presence::table
        .inner_join(account::table.on(account::id.eq(presence::account_id)))
        .filter(account::role.eq(Role::Person.as_str()))
        .filter(presence::seen_at.le(since))
        .filter(presence::account_id.gt(after))
        .order(presence::account_id)
        .limit(limit)
        .select(presence::account_id)
        .load(c))?)
}

/// Forgets the accounts of the label body and of the administration that nobody uses any more (I15); who came last of each stays,
/// or nobody could come.
///
/// # Errors
/// What the database says.
pub fn sweep_unused(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let before = retention::AWAY.before(now);
    let mut gone: Vec<Id<Account>> = Vec::new();
    for role in [Role::LabelBody, Role::Admin] {
        let all: Vec<(Id<Account>, Instant)> = each!(tx, |c| presence::table
            .inner_join(account::table.on(account::id.eq(presence::account_id)))
            .filter(account::role.eq(role.as_str()))
            .order((presence::seen_at.desc(), presence::account_id))
            .select((presence::account_id, presence::seen_at))
            .load(c))?;
        gone.extend(all.into_iter().skip(1).filter(|(_, seen)| *seen <= before).map(|(id, _)| id));
    }
    Ok(each!(tx, |c| diesel::delete(account::table.filter(account::id.eq_any(&gone))).execute(c))?)
}
