//! Figures of services (I14): counted once a month, kept as they may be told for two years, never counted again.

use crate::db::schema::{advisor, follow_up, follow_up_contact, follow_up_training, service, service_figure};
use crate::db::{Conn, Error, Result, Tx};
use crate::each;
use crate::follow_ups::Service;
use crate::follow_ups::figures::{Figures, Told, month};
use crate::kernel::{Id, Instant, retention};
use crate::people::Person;
use diesel::prelude::*;

/// Counts the figures of a service, as of the first day of this month.
///
/// # Errors
/// What the database says.
pub fn count(conn: &mut Conn, now: Instant, of: Id<Service>) -> Result<Figures> {
    let (before, first) = month(now);
    macro_rules! people {
        ($conn:expr, $more:expr) => {{
            let ids: Vec<Id<Person>> = each!($conn, |c| follow_up::table
                .inner_join(advisor::table.on(advisor::id.eq(follow_up::referent_id)))
                .filter(advisor::service_id.eq(of))
                .filter(follow_up::started_at.lt(first))
                .filter($more)
                .select(follow_up::person_id)
                .distinct()
                .load(c))?;
            i64::try_from(ids.len()).map_err(|_| Error::corrupt("follow_up", of, "person_id"))?
        }};
    }
    let lasting = || follow_up::ended_at.is_null().or(follow_up::ended_at.ge(first));
    let training = || {
        let hers = follow_up_training::table.filter(follow_up_training::follow_up_id.eq(follow_up::id));
        hers.filter(follow_up_training::ends_at.is_null().or(follow_up_training::ends_at.ge(first)))
    };
    let contacts = || {
        let hers = follow_up_contact::table.filter(follow_up_contact::follow_up_id.eq(follow_up::id));
        hers.filter(follow_up_contact::at.ge(before)).filter(follow_up_contact::at.lt(first))
    };
    Ok(Figures {
        followed: people!(conn, lasting()),
        begun: people!(conn, follow_up::started_at.ge(before)),
        training: people!(conn, lasting().and(diesel::dsl::exists(training()))),
        contacts: people!(conn, diesel::dsl::exists(contacts())),
    })
}

/// Services whose figures of a month were not counted yet.
///
/// # Errors
/// What the database says.
pub fn uncounted(conn: &mut Conn, month: &str) -> Result<Vec<Id<Service>>> {
    let known = service_figure::table
        .filter(service_figure::service_id.eq(service::id))
        .filter(service_figure::month.eq(month));
    Ok(each!(conn, |c| service::table
        .filter(diesel::dsl::not(diesel::dsl::exists(known)))
        .order(service::id)
        .select(service::id)
        .load(c))?)
}

/// Keeps the figures of a month; those that are known stay.
///
/// # Errors
/// What the database says.
pub fn keep(tx: &mut Tx<'_>, now: Instant, of: Id<Service>, told: &Told) -> Result<()> {
    let values = (
        service_figure::service_id.eq(of),
        service_figure::month.eq(&told.month),
        service_figure::followed.eq(told.followed),
        service_figure::begun.eq(told.begun),
        service_figure::training.eq(told.training),
        service_figure::contacts.eq(told.contacts),
        service_figure::counted_at.eq(now),
    );
    each!(tx, |c| diesel::insert_into(service_figure::table).values(values).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

type Row = (String, Option<i64>, Option<i64>, Option<i64>, Option<i64>);

/// The figures that are kept of a service, the latest month first.
///
/// # Errors
/// What the database says.
pub fn kept(conn: &mut Conn, of: Id<Service>) -> Result<Vec<Told>> {
    let rows: Vec<Row> = each!(conn, |c| service_figure::table
        .filter(service_figure::service_id.eq(of))
        .order(service_figure::month.desc())
        .select((
            service_figure::month,
            service_figure::followed,
            service_figure::begun,
            service_figure::training,
            service_figure::contacts
        ))
        .load(c))?;
    let read = |(month, followed, begun, training, contacts): Row| Told { month, followed, begun, training, contacts };
    Ok(rows.into_iter().map(read).collect())
}

/// Forgets figures of long ago (I15).
///
/// # Errors
/// What the database says.
pub fn sweep(tx: &mut Tx<'_>, now: Instant) -> Result<usize> {
    let old = service_figure::table.filter(service_figure::counted_at.le(retention::FIGURE.before(now)));
    Ok(each!(tx, |c| diesel::delete(old).execute(c))?)
}
