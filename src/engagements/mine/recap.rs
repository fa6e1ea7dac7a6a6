//! A month, ready to be copied where one declares it: by platform and in all, on a page, on paper and as a table. She may
//! write her own version of a slot. Nothing is declared for her, and what is estimated says so.

mod desk;
pub mod for_her;
mod own;
mod table;

use crate::db::{Conn, Result};
use crate::engagements::month::{Line, Month, Sum};
use crate::engagements::store;
use crate::interests::store as interests;
use crate::kernel::{Cents, Instant, Lang};
use crate::people::asked::HerMonth;
use crate::web::page::see_other;
use crate::web::signed::ForPerson;
use crate::web::{Error, Outcome, Page, Signed, say};
use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use desk::Desk;
use std::collections::BTreeMap;

pub use own::{forget as forget_own, form as own_form, set as set_own};
pub use table::csv;

/// The recap of a month.
#[derive(Template)]
#[template(path = "engagements/recap.html")]
struct Recap {
    page: Page,
    /// Where months are, and where this one hangs.
    base: String,
    above: String,
    /// Whether who follows her reads it with her.
    for_her: bool,
    word: String,
    title: String,
    before: Option<String>,
    after: Option<String>,
    opens: String,
    closes: String,
    /// Whether the time to declare it is over.
    over: bool,
    groups: Vec<Group>,
    total: Words,
    /// Slots of this month that are not over.
    to_come: usize,
    name: String,
}

/// The slots of one platform.
struct Group {
    platform: String,
    rows: Vec<Row>,
    sum: Words,
}

/// A slot.
struct Row {
    id: String,
    title: String,
    when: String,
    status: &'static str,
    own: bool,
    costs: String,
    /// Whether the platform withholds contributions itself.
    withheld: bool,
    words: Words,
    proposed: Words,
}

/// Hours and amounts, in words.
struct Words {
    hours: String,
    gross: String,
    fees: String,
    left: String,
    net: String,
}

impl Words {
    fn of(page: &Page, sum: &Sum) -> Self {
        let money = |amount: Cents| amount.say(page.lang);
        Self {
            hours: say::duration(i64::from(sum.amounts.minutes), page.lang),
            gross: money(sum.amounts.gross),
            fees: money(sum.amounts.fees),
            left: money(sum.amounts.left()),
            net: match sum.net {
                None => page.t.recap_withheld(),
                Some(net) if net.least == net.most => money(net.least),
                Some(net) => page.t.recap_between(money(net.least), money(net.most)),
            },
        }
    }
}

/// A month of hers, slot by slot, and how many slots are still to come.
fn read(conn: &mut Conn, now: Instant, who: HerMonth, month: Month) -> Result<(Vec<Line>, usize)> {
    let (from, to) = month.span();
    let agreed = store::agreed_with(conn, who.id(), from - chrono::TimeDelta::days(2))?;
    let (sent, states): (Vec<_>, Vec<_>) = agreed.into_iter().unzip();
    let own = store::own_records(conn, who)?;
    let all: Vec<_> = interests::wholes(conn, now, sent)?.into_iter().zip(states).collect();
    let coming = |(whole, state): &&(interests::Whole, crate::engagements::State)| {
        *state != crate::engagements::State::NotDone && whole.slot.ends_at > now && whole.slot.starts_at < to
    };
    let to_come = all.iter().filter(coming).count();
    let line = |(whole, state): (interests::Whole, _)| {
        let version = own.get(&whole.interest.id).copied();
        Line::of(month, now, whole, state, version)
    };
    Ok((all.into_iter().filter_map(line).collect(), to_come))
}

fn asked(text: &str, now: Instant) -> Outcome<Month> {
    Month::parse(text, now).ok_or(Error::NotFound)
}

/// `GET /moi/recap`: on to this month, or to the one whose time to declare has come.
///
/// # Errors
/// None.
pub async fn latest(who: Signed<ForPerson>) -> Outcome<HttpResponse> {
    let month = Month::due(who.now).unwrap_or_else(|| Month::of(who.now));
    Ok(see_other(&who.page, &format!("/moi/recap/{}", month.word())))
}

/// `GET /moi/recap/{month}`
///
/// # Errors
/// `NotFound` when it is no month, or one of more than two years ago.
pub async fn show(who: Signed<ForPerson>, month: Path<String>) -> Outcome<HttpResponse> {
    shown(Desk::hers(who, &month)?).await
}

async fn shown(desk: Desk) -> Outcome<HttpResponse> {
    let read = match desk.read().await {
        Ok(read) => read,
        Err(why) => return desk.away(why),
    };
    let (base, above, for_her) = (desk.base(), desk.above(), desk.is_for_her());
    let (month, now, page) = (desk.month, desk.page.now, desk.page);
    // Another month is opened when she asks for it.
    let other = |month: Month| Month::parse(&month.word(), now).filter(|_| !for_her).map(Month::word);
    page.show(|page| Recap {
        base,
        above,
        for_her,
        word: month.word(),
        title: month.title(page.lang),
        before: other(month.before()),
        after: other(month.after()),
        opens: day(month.opens(), page.lang),
        closes: day(month.closes(), page.lang),
        over: now.with_timezone(&chrono_tz::Europe::Paris).date_naive() > month.closes(),
        groups: groups(&page, &read.lines),
        total: Words::of(&page, &Sum::of(read.lines.iter())),
        to_come: read.to_come,
        name: read.name,
        page,
    })
}

/// "samedi 28 novembre".
pub(super) fn day(date: chrono::NaiveDate, lang: Lang) -> String {
    let noon = date.and_time(chrono::NaiveTime::MIN).and_utc() + chrono::TimeDelta::hours(12);
    say::day(noon.into(), chrono_tz::UTC, lang)
}

/// The lines by platform, in order of name.
fn groups(page: &Page, lines: &[Line]) -> Vec<Group> {
    let mut by: BTreeMap<(String, uuid::Uuid), Vec<&Line>> = BTreeMap::new();
    for line in lines {
        let platform = &line.whole.platform;
        by.entry((platform.name.clone(), platform.id.uuid())).or_default().push(line);
    }
    let group = |((platform, _), lines): ((String, _), Vec<&Line>)| Group {
        sum: Words::of(page, &Sum::of(lines.iter().copied())),
        rows: lines.iter().map(|line| row(page, line)).collect(),
        platform,
    };
    by.into_iter().map(group).collect()
}

fn row(page: &Page, line: &Line) -> Row {
    let (terms, slot) = (&line.whole.offer.terms, &line.whole.slot);
    let proposed = Line { own: None, ..line.clone() };
    Row {
        id: line.interest().to_string(),
        title: terms.title.clone(),
        when: format!(
            "{}, {}",
            say::day(slot.starts_at, terms.zone, page.lang),
            say::hours(slot.starts_at, slot.ends_at, terms.zone, page.lang)
        ),
        status: terms.status.as_str(),
        own: line.own.is_some(),
        costs: terms.conditions.costs.clone(),
        withheld: terms.conditions.contributions_withheld,
        words: Words::of(page, &Sum::of(std::iter::once(line))),
        proposed: Words::of(page, &Sum::of(std::iter::once(&proposed))),
    }
}
