//! Advisors who left are forgotten a year later (I15): the account, as soon as nothing that is hers to read names them; until
//! then their name alone, which stands by what they wrote to her. Their address goes then, even where the name must stay.

use crate::db::schema::{
    account, advisor, file_look, follow_up, follow_up_contact, mandate, people_import, referral, spoken_act,
    spoken_consent, spoken_hours, spoken_news,
};
use crate::db::{Result, Tx};
use crate::each;
use crate::follow_ups::Advisor;
use crate::kernel::{Id, Instant, retention};
use diesel::dsl::{exists, not};
use diesel::prelude::*;

/// Rows in one turn.
const TURN: i64 = 500;
/// How an address ends that is nobody's.
const NOWHERE: &str = "@parti.invalid";

/// Forgets those who left a year ago; tells how many accounts changed.
///
/// # Errors
/// What the database says.
pub fn sweep(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let before = retention::LEFT.before(now);
    let named: Vec<Id<Advisor>> = each!(tx, |c| advisor::table
        .inner_join(account::table.on(account::id.eq(advisor::id)))
        .filter(advisor::left_at.le(before))
        .filter(account::email.not_like(format!("%{NOWHERE}")))
        .select(advisor::id)
        .limit(TURN)
        .load(c))?;
    for id in &named {
        // Every advisor's account has an address: this one is nobody's, and no letter ever reaches it (RFC 2606).
        let nobody = format!("{}{NOWHERE}", id.uuid().simple());
        let theirs = account::table.filter(account::id.eq(id));
        each!(tx, |c| diesel::update(theirs).set(account::email.eq(Some(&nobody))).execute(c))?;
    }
    macro_rules! by {
        ($table:ident, $column:ident) => {
            not(exists($table::table.filter($table::$column.eq(advisor::id))))
        };
    }
    let gone: Vec<Id<Advisor>> = each!(tx, |c| advisor::table
        .filter(advisor::left_at.le(before))
        .filter(by!(mandate, advisor_id))
        .filter(by!(follow_up, referent_id))
        .filter(by!(follow_up_contact, advisor_id))
        .filter(by!(file_look, advisor_id))
        .filter(by!(referral, advisor_id))
        .filter(by!(people_import, advisor_id))
        .filter(by!(spoken_act, advisor_id))
        .filter(by!(spoken_consent, advisor_id))
        .filter(by!(spoken_hours, advisor_id))
        .filter(not(exists(spoken_news::table.filter(spoken_news::said_by.eq(advisor::id.nullable())))))
        .select(advisor::id)
        .limit(TURN)
        .load(c))?;
    let theirs = account::table.filter(account::id.eq_any(&gone));
    Ok(named.len() + each!(tx, |c| diesel::delete(theirs).execute(c))?)
}
