//! What an advisor proposed, as he looks for it: to whom, of which missions, when.

use super::Row;
use crate::db::schema::referral;
use crate::db::{Conn, Result};
use crate::each;
use crate::follow_ups::Advisor;
use crate::kernel::{Id, Instant};
use crate::offers::Offer;
use crate::people::Person;
use crate::referrals::Referral;
use diesel::prelude::*;

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// Proposed to one of these.
    pub to: Vec<Id<Person>>,
    /// Of one of these missions; any, when nothing is said.
    pub offers: Option<Vec<Id<Offer>>>,
    /// From when.
    pub from: Option<Instant>,
    /// Before when.
    pub until: Option<Instant>,
}

/// The missions that an advisor proposed to some people.
///
/// # Errors
/// What the database says.
pub fn offers_of(conn: &mut Conn, advisor: Id<Advisor>, to: &[Id<Person>]) -> Result<Vec<Id<Offer>>> {
    Ok(each!(conn, |c| referral::table
        .filter(referral::advisor_id.eq(advisor))
        .filter(referral::person_id.eq_any(to))
        .select(referral::offer_id)
        .distinct()
        .order(referral::offer_id)
        .load(c))?)
}

/// The rows that answer what is asked for, of either database.
macro_rules! answering {
    ($advisor:expr, $asked:expr) => {{
        let asked: &Asked = $asked;
        let mut all = referral::table
            .filter(referral::advisor_id.eq($advisor))
            .filter(referral::person_id.eq_any(&asked.to))
            .into_boxed();
        if let Some(offers) = &asked.offers {
            all = all.filter(referral::offer_id.eq_any(offers));
        }
        if let Some(from) = asked.from {
            all = all.filter(referral::proposed_at.ge(from));
        }
        if let Some(until) = asked.until {
            all = all.filter(referral::proposed_at.lt(until));
        }
        all
    }};
}

/// What an advisor proposed, latest first: `limit` of them after the first `skipped`.
///
/// # Errors
/// What the database says.
pub fn of_advisor(
    conn: &mut Conn,
    advisor: Id<Advisor>,
    asked: &Asked,
    skipped: i64,
    limit: i64,
) -> Result<Vec<Referral>> {
    macro_rules! found {
        () => {{
            let all = answering!(advisor, asked).select(Row::as_select());
            all.order((referral::proposed_at.desc(), referral::id)).offset(skipped).limit(limit)
        }};
    }
    let rows: Vec<Row> = each!(conn, |c| found!().load(c))?;
    rows.into_iter().map(Referral::try_from).collect()
}

/// How many proposals answer.
///
/// # Errors
/// What the database says.
pub fn count_of_advisor(conn: &mut Conn, advisor: Id<Advisor>, asked: &Asked) -> Result<i64> {
    Ok(each!(conn, |c| answering!(advisor, asked).count().get_result(c))?)
}
