//! What is told at once on a device: which capability writes what, sealed for the device and handed to its push service. Each
//! says what its letter says, and no more; what is not true any more is not told.

use crate::accounts;
use crate::app::App;
use crate::db::{Error, Result};
use crate::jobs::News;
use crate::kernel::{Id, Lang};
use crate::l10n::texts;
use crate::people::{self, Person};
use crate::push::{Device, Notice, seal, store, way};
use crate::searches::Stop;
use crate::{engagements, interests, referrals, searches};
use serde::Serialize;
use uuid::Uuid;

/// What a device receives.
#[derive(Serialize)]
struct Message<'a> {
    #[serde(flatten)]
    notice: &'a Notice,
    /// Told twice, it appears once.
    tag: String,
    /// Where one press stops all of it.
    stop: String,
    /// The words of that press.
    stop_words: String,
}

/// Tells a device something; `false` when its push service wants to be asked again later.
///
/// # Errors
/// What the database says.
pub fn send(app: &App, id: Id<Device>, news: &News) -> Result<bool> {
    let (device, person) = match app.store.read(|conn| store::by_id(conn, id)) {
        Ok(known) => known,
        Err(Error::NotFound) => return Ok(true),
        Err(other) => return Err(other),
    };
    let Some(notice) = write(app, person, news)? else { return Ok(true) };
    let lang = app.store.read(|conn| {
        let account = people::store::by_id(conn, person)?.account();
        Ok(accounts::store::by_id(conn, account)?.language)
    })?;
    let Ok(body) = serde_json::to_vec(&message(app, id, lang, news, &notice)) else { return Ok(true) };
    match hand_over(app, &device, &body) {
        way::Answer::Gone => app.store.write(|tx| store::forget(tx, id)).map(|()| true),
        way::Answer::Taken | way::Answer::Refused => Ok(true),
        way::Answer::Later => Ok(false),
    }
}

fn message<'a>(app: &App, id: Id<Device>, lang: Lang, news: &News, notice: &'a Notice) -> Message<'a> {
    let stop = Stop::Device(id).token(&app.config.secret);
    Message {
        notice,
        tag: tag(news),
        stop: format!("{}/desabonnement/{stop}", lang.prefix()),
        stop_words: texts(lang).push_stop_here(),
    }
}

/// What can never be sealed for a device is of no use to it: the device is taken for gone.
fn hand_over(app: &App, device: &Device, body: &[u8]) -> way::Answer {
    let Ok(sealed) = seal::seal(&device.key, &device.auth, body) else { return way::Answer::Gone };
    let Ok(signed) = app.vapid.authorization(&way::origin(&device.endpoint), app.now()) else {
        return way::Answer::Later;
    };
    app.pushes.send(&device.endpoint, &signed, &sealed)
}

/// The words of a notice; `None` when there is nothing to say any more.
fn write(app: &App, person: Id<Person>, news: &News) -> Result<Option<Notice>> {
    match news {
        News::Proposed { referrals } => referrals::letters::notice(app, referrals),
        News::Answered { .. } | News::Freed { .. } | News::Ended { .. } => interests::letters::notice(app, news),
        News::Label { decision, interest } => {
            engagements::impact::letters::notice(app, Id::from_uuid(*decision), Id::from_uuid(*interest))
        }
        News::Found { letter } => searches::letters::notice(app, person, Id::from_uuid(*letter)),
    }
}

fn tag(news: &News) -> String {
    let first = |ids: &[Uuid]| ids.first().map(Uuid::to_string).unwrap_or_default();
    match news {
        News::Proposed { referrals } => format!("proposed-{}", first(referrals)),
        News::Answered { interest } | News::Freed { interest } | News::Ended { interest } => format!("sent-{interest}"),
        News::Label { interest, .. } => format!("label-{interest}"),
        News::Found { letter } => format!("found-{letter}"),
    }
}
