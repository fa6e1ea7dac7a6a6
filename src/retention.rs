//! Forgetting (I15): what names somebody and is older than its period goes, by itself, an hour late at most. Each sweep says
//! which tables it empties of people; a test holds that every table with somebody's key is here, or goes with the account.

use crate::app::App;
use crate::db::{Conn, Error, Result, Tx};
use crate::kernel::{Id, Instant, retention};
use crate::people::Person;
use crate::{
    accounts, engagements, follow_ups, interests, jobs, journal, offers, people, platforms, referrals, rights,
};
use std::sync::atomic::Ordering;

/// One sweep.
#[derive(Debug, Clone, Copy)]
pub struct Sweep {
    /// The tables that it empties.
    pub tables: &'static [&'static str],
    act: fn(&mut Tx<'_>, Instant) -> Result<usize>,
    /// Whether it takes a part at a time, until nothing is left. What is hers alone is swept at one stroke: the work is the same
    /// whatever she keeps (I3).
    parts: bool,
}

const fn sweep(tables: &'static [&'static str], act: fn(&mut Tx<'_>, Instant) -> Result<usize>) -> Sweep {
    Sweep { tables, act, parts: false }
}

const fn parts(tables: &'static [&'static str], act: fn(&mut Tx<'_>, Instant) -> Result<usize>) -> Sweep {
    Sweep { tables, act, parts: true }
}

/// Every sweep, what hangs on something before it.
pub const SWEEPS: &[Sweep] = &[
    sweep(&["private_choice"], people::store::sweep_choices),
    sweep(&["availability_day"], people::store::sweep_days),
    sweep(&["slot_reminder", "month_reminder"], engagements::store::sweep_reminders),
    sweep(&["own_record"], engagements::store::sweep_own),
    parts(&["engagement"], engagements::store::sweep),
    parts(&["engagement"], engagements::store::sweep_not_done),
    parts(&["interest"], interests::store::sweep),
    parts(&["interest"], interests::store::sweep_shared),
    sweep(&["spoken_consent"], interests::store::spoken::sweep),
    sweep(&["spoken_act"], follow_ups::store::acts::sweep),
    sweep(&["spoken_hours"], follow_ups::store::hours::sweep),
    sweep(&["spoken_news"], interests::store::aloud::sweep),
    sweep(&["follow_up_word"], follow_ups::store::words::sweep),
    sweep(&["referral"], referrals::store::sweep),
    sweep(&["receipt"], referrals::store::sweep_receipts),
    sweep(&["file_look"], follow_ups::store::sweep_looks),
    sweep(&["mandate"], follow_ups::store::sweep_mandates),
    sweep(follow_ups::store::TABLES, follow_ups::store::sweep_ended),
    sweep(&["referent_request"], follow_ups::store::requests::sweep),
    sweep(&["address_ask"], follow_ups::store::requests::sweep_asks),
    sweep(&["invitation"], accounts::store::invitations::sweep),
    sweep(&["service_figure"], follow_ups::store::figures::sweep),
    sweep(&["people_import"], follow_ups::actions::mandates::sweep),
    sweep(&["offer_report", "report_answer"], offers::store::sweep_reports),
    parts(&["advisor", "account"], follow_ups::store::left::sweep),
    parts(&["platform_member", "account"], platforms::store::sweep_accounts),
    sweep(&["presence", "account"], accounts::store::sweep_unused),
    parts(&["journal"], journal::sweep),
    sweep(&["session", "sign_in"], accounts::store::sweep),
    sweep(&["job"], jobs::sweep),
];

/// What stays as long as the account, or until she deletes it herself.
pub const WITH_THE_ACCOUNT: &[&str] = &[
    "account",
    "person",
    "presence",
    "availability",
    "availability_terms",
    "person_preference",
    "letter_stop",
    "calendar_feed",
    "saved_search",
    "push_device",
    "advisor",
    "platform_member",
];

/// Forgets what is due, once an hour; all of it is tried, the first that failed is told, and tried again in an hour.
///
/// # Errors
/// What the database says.
pub fn turn(app: &App) -> Result<()> {
    let hour = app.now().seconds().div_euclid(3_600);
    if app.forgot.swap(hour, Ordering::AcqRel) == hour {
        return Ok(());
    }
    // Each is tried, whatever becomes of the others.
    let swept: Vec<Result<()>> = SWEEPS.iter().map(|sweep| whole(app, sweep)).collect();
    away(app)?;
    swept.into_iter().collect()
}

/// A part at a time, so that nobody who writes waits for long.
fn whole(app: &App, sweep: &Sweep) -> Result<()> {
    let told = |why: &Error| tracing::error!(tables = ?sweep.tables, %why, "forgetting");
    while app.write_now(sweep.act).inspect_err(told)? > 0 && sweep.parts {}
    Ok(())
}

/// Writes to those who have not come for long; later deletes what is theirs, as they would.
fn away(app: &App) -> Result<()> {
    let now = app.now();
    let since = retention::NOTICE.before(now);
    let mut last: Id<accounts::Account> = Id::from_uuid(uuid::Uuid::nil());
    loop {
        let some = app.store.read(|conn| accounts::store::unseen(conn, since, last, TURN))?;
        let Some(next) = some.last() else { return Ok(()) };
        last = *next;
        for who in app.store.read(|conn| unfollowed(conn, &some))? {
            app.write_now(|tx, now| rights::actions::away(tx, now, who))?;
        }
    }
}

/// People looked at together.
const TURN: i64 = 500;

/// Those whom nobody follows, nor did not long ago: who is followed is not away, whether she opens this site or not.
fn unfollowed(conn: &mut Conn, all: &[Id<accounts::Account>]) -> Result<Vec<Id<Person>>> {
    let mut out = Vec::new();
    for who in all.iter().map(|id| Id::from_uuid(id.uuid())) {
        if !follow_ups::store::is_or_was_followed(conn, who)? {
            out.push(who);
        }
    }
    Ok(out)
}
