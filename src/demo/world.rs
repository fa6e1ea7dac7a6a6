//! Making the world once, through the same rules and actions as everyone's, then writing its links to `demo.json`.

use crate::app::App;
use crate::db::{Result, Tx};
use crate::demo::catalogue::{Catalogue, LabelSeed, OfferSeed, PersonSeed, PlatformSeed};
use crate::follow_ups::{Advisor, NextStep, Service, ServiceKind, StepKind, Training};
use crate::kernel::{Email, Id, Instant, Lang, RuleError};
use crate::labels::{self, Kind, LIFE, LabelDecision, Signature};
use crate::offers::check::{Draft, check};
use crate::offers::{self, Flags, Offer, Slot, State};
use crate::people::{Person, Window};
use crate::platforms::{self, Platform, Scope};
use crate::{accounts, follow_ups, people};
use accounts::{Account, Role};
use chrono::TimeDelta;
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;

/// What to invent.
#[derive(Debug, Clone, Copy)]
pub struct World {
    /// The same seed makes the same world.
    pub seed: u64,
    /// How many missions.
    pub offers: usize,
}

/// Offers written in one transaction.
const BATCH: usize = 2_000;
/// The file of links.
const LINKS: &str = "demo.json";

/// Throws a world away: its database, letters, links and secret, and nothing else of the directory.
///
/// # Errors
/// When a file cannot be removed.
pub fn clear(dir: &Path) -> anyhow::Result<()> {
    if !dir.exists() {
        return Ok(());
    }
    let _ours = crate::app::lock(dir)?;
    for name in ["escale.sqlite", "escale.sqlite-wal", "escale.sqlite-shm", "secret", LINKS] {
        match std::fs::remove_file(dir.join(name)) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(e.into()),
            _ => {}
        }
    }
    match std::fs::remove_dir_all(dir.join("letters")) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(e.into()),
        _ => Ok(()),
    }
}

/// Makes the world unless it is there already, then writes and prints its links.
///
/// # Errors
/// What the database or the disk says.
pub fn open(app: &App, world: &World) -> anyhow::Result<()> {
    fill(app, world)?;
    write_links(app)
}

/// Makes the world unless it is there already.
///
/// # Errors
/// What the database says.
pub fn fill(app: &App, world: &World) -> anyhow::Result<()> {
    if app.store.read(|conn| accounts::store::by_email(conn, &address("admin@escale.example")?))?.is_none() {
        make(app, world)?;
    }
    Ok(())
}

pub(super) fn address(text: &str) -> Result<Email> {
    Ok(Email::parse(text)?)
}

fn make(app: &App, world: &World) -> anyhow::Result<()> {
    let (now, catalogue) = (app.now(), Catalogue::new(world.seed, app.now().utc()));
    let seeds = catalogue.platforms();
    println!("Making a fictional world (seed {})…", world.seed);
    let platforms =
        app.store.write(|tx| seeds.iter().map(|seed| platform(tx, now, seed)).collect::<Result<Vec<_>>>())?;
    println!("  {} platforms, {} of them labelled", seeds.len(), seeds.iter().filter(|s| s.label.is_active()).count());
    app.store.write(|tx| staff(tx, now))?;
    app.store.write(|tx| services_and_people(tx, now, &catalogue))?;
    println!("  {} advisors, {} people", catalogue.advisors().len(), catalogue.people().len());
    let mut batch = Vec::with_capacity(BATCH);
    let mut made = 0;
    // Platforms that never had a label posted nothing; the others post as many missions as asked for.
    let could_post = |p: &PlatformSeed| !matches!(p.label, LabelSeed::Examination { .. } | LabelSeed::Declined { .. });
    let posted = catalogue.offers(world.offers.saturating_mul(2)).filter_map(|seed| {
        let (platform, id) = seeds.get(seed.platform).zip(platforms.get(seed.platform))?;
        // Remote work is paid at the general floor, wherever its client is; Mayotte's own is lower.
        let payable = !(seed.remote && seed.insee.starts_with("976"));
        (could_post(platform) && payable).then_some((platform.name, *id, seed))
    });
    for (name, id, seed) in posted.take(world.offers) {
        batch.push(offer(id, name, &seed, now)?);
        if batch.len() == BATCH {
            made += flush(app, now, &mut batch)?;
            println!("  {made} missions");
        }
    }
    made += flush(app, now, &mut batch)?;
    println!("  {made} missions in all");
    app.store.write(|tx| super::past::work(tx, now, &catalogue, &seeds, &platforms))?;
    // What was just invented is dated by its own seeds: a suspended label's letters belong to the past.
    app.store.write(|tx| drain_jobs(tx, now))?;
    Ok(())
}

fn drain_jobs(tx: &mut Tx<'_>, now: Instant) -> Result<()> {
    while let Some(job) = crate::jobs::claim(tx, now, crate::jobs::Lane::Rest)? {
        crate::jobs::finish(tx, job.id)?;
    }
    Ok(())
}

fn flush(app: &App, now: Instant, batch: &mut Vec<Offer>) -> Result<usize> {
    app.store.write(|tx| offers::store::insert_many(tx, now, batch.as_slice()))?;
    Ok(std::mem::take(batch).len())
}

fn platform(tx: &mut Tx<'_>, now: Instant, seed: &PlatformSeed) -> Result<Id<Platform>> {
    let id = Id::make();
    let new = Platform {
        id,
        slug: seed.slug.into(),
        name: seed.name.into(),
        kind: platforms::Kind::parse(seed.kind).ok_or_else(|| crate::db::Error::corrupt("demo", seed.slug, "kind"))?,
        siren: seed.siren.clone(),
        about: seed.about.into(),
        email: seed.email.clone(),
        website: seed.website.clone(),
        pulse_at: now - TimeDelta::hours(80),
    };
    platforms::store::insert(tx, now, &new)?;
    let account = Account {
        id: Id::make(),
        role: Role::Platform,
        email: address(&seed.email)?,
        name: new.name.clone(),
        language: Lang::Fr,
    };
    accounts::actions::register(tx, now, &account)?;
    platforms::store::add_member(tx, account.id, id)?;
    for (kind, days_ago, until, reason) in history(seed.label) {
        decide(tx, now, id, (kind, days_ago, until), reason)?;
    }
    Ok(id)
}

type Past = (Kind, i64, Option<i64>, &'static str);

/// The decisions behind each kind of label: what, how many days ago, for how many days, why.
fn history(label: LabelSeed) -> Vec<Past> {
    let asked = "Dossier déposé par la plateforme, avec ses pièces.";
    let complete = "Le dossier est complet : toutes les pièces obligatoires sont là.";
    let before = |days: u32| {
        let days = i64::from(days);
        vec![(Kind::Submitted, days + 120, None, asked), (Kind::Admissible, days + 90, None, complete)]
    };
    match label {
        LabelSeed::Granted { days_ago, reason } => {
            [before(days_ago), vec![(Kind::Granted, days_ago.into(), None, reason)]].concat()
        }
        LabelSeed::Suspended { granted_days_ago, days_ago, reason } => [
            before(granted_days_ago),
            vec![
                (Kind::Granted, granted_days_ago.into(), None, "Tous les critères obligatoires sont prouvés."),
                (Kind::Suspended, days_ago.into(), Some(30), reason),
            ],
        ]
        .concat(),
        LabelSeed::Expired { granted_days_ago, reason } => {
            [before(granted_days_ago), vec![(Kind::Granted, granted_days_ago.into(), None, reason)]].concat()
        }
        LabelSeed::Examination { days_ago } => vec![
            (Kind::Submitted, i64::from(days_ago) + 30, None, asked),
            (Kind::Examination, days_ago.into(), None, "Le dossier est confié à un instructeur."),
        ],
        LabelSeed::Declined { days_ago, reason } => {
            [before(days_ago), vec![(Kind::Declined, days_ago.into(), None, reason)]].concat()
        }
    }
}

fn decide(
    tx: &mut Tx<'_>,
    now: Instant,
    platform: Id<Platform>,
    (kind, days_ago, days): (Kind, i64, Option<i64>),
    reason: &str,
) -> Result<LabelDecision> {
    let at = now - TimeDelta::days(days_ago) - TimeDelta::hours(2);
    let by = Signature {
        author: "Jeanne Ferrand".into(),
        authority: "Direction générale du travail (fictive)".into(),
        reason: reason.into(),
    };
    let until =
        if kind == Kind::Granted { Some(labels::after(at, LIFE)) } else { days.map(|d| at + TimeDelta::days(d)) };
    labels::actions::note(tx, at, platform, kind, until, &by)
}

fn staff(tx: &mut Tx<'_>, now: Instant) -> Result<()> {
    for (role, email, name) in [
        (Role::LabelBody, "label@escale.example", "Jeanne Ferrand"),
        (Role::Admin, "admin@escale.example", "Administration"),
    ] {
        let account = Account { id: Id::make(), role, email: address(email)?, name: name.into(), language: Lang::Fr };
        accounts::actions::register(tx, now, &account)?;
    }
    Ok(())
}

fn services_and_people(tx: &mut Tx<'_>, now: Instant, catalogue: &Catalogue) -> Result<()> {
    let mut services = Vec::new();
    for seed in catalogue.services() {
        let kind = ServiceKind::parse(seed.kind).ok_or_else(|| crate::db::Error::corrupt("demo", seed.slug, "kind"))?;
        let service =
            Service { id: Id::make(), name: seed.name.into(), kind, phone: seed.phone.into(), convention_from: None };
        follow_ups::actions::open_service(tx, &service)?;
        services.push(service.id);
    }
    // The first advisor of each service runs it.
    let (mut advisors, mut runs) = (Vec::new(), std::collections::HashSet::new());
    for seed in catalogue.advisors() {
        let at = services.get(seed.service).copied().ok_or(crate::db::Error::NotFound)?;
        let advisor = follow_ups::actions::register_advisor(tx, now, seed.name, &address(&seed.email)?, at)?;
        if runs.insert(seed.service) {
            follow_ups::actions::service::appoint(tx, advisor)?;
        }
        advisors.push(advisor);
    }
    for (number, seed) in catalogue.people().into_iter().enumerate() {
        let referent = advisors.get(seed.advisor).copied().ok_or(crate::db::Error::NotFound)?;
        let person = person(tx, now, &seed, referent)?;
        super::searches::keep(tx, now, number, person)?;
    }
    Ok(())
}

fn person(tx: &mut Tx<'_>, now: Instant, seed: &PersonSeed, referent: Id<Advisor>) -> Result<Id<Person>> {
    let week = seed.availability.iter().map(|w| {
        Window::new(u8::try_from(w.weekday.num_days_from_monday()).unwrap_or(0), w.start_minute, w.end_minute)
    });
    let person = Person {
        id: Id::make(),
        first_name: seed.first_name.into(),
        last_name: seed.last_name.into(),
        email: address(&seed.email)?,
        phone: Some(seed.phone.clone()),
        insee: Some(seed.insee.into()),
        radius_km: seed.radius_km,
        receives_proposals: true,
        week: week.collect::<std::result::Result<_, RuleError>>()?,
    };
    people::actions::register(tx, now, &person, Lang::parse(seed.language).unwrap_or(Lang::Fr))?;
    let follow_up = follow_ups::actions::take_over(tx, now - TimeDelta::days(60), referent, person.id)?;
    // Appointments are at half past nine in the morning, in winter time.
    let morning = now.utc().date_naive().and_hms_opt(8, 30, 0).map_or(now, |t| t.and_utc().into());
    let days = |n: u32| weekday(morning + TimeDelta::days(n.into()));
    let (what, place) = (seed.next_step.title, seed.next_step.place);
    let step = NextStep::new(StepKind::Meeting, what, place, days(seed.next_step.days_ahead));
    follow_ups::actions::plan_step(tx, follow_up, &step)?;
    if let Some(training) = &seed.training {
        let training = Training::new(training.title, training.provider, days(training.starts_in_days));
        follow_ups::actions::note_training(tx, follow_up, &training)?;
    }
    Ok(person.id)
}

/// The same hour on the next working day, when it falls on a weekend.
fn weekday(at: Instant) -> Instant {
    use chrono::Datelike;
    match at.weekday() {
        chrono::Weekday::Sat => at + TimeDelta::days(2),
        chrono::Weekday::Sun => at + TimeDelta::days(1),
        _ => at,
    }
}

/// An offer as its platform would have posted it, through the same checks.
fn offer(platform: Id<Platform>, name: &str, seed: &OfferSeed, now: Instant) -> Result<Offer> {
    let (terms, dates) = check(&draft(seed, name), now).map_err(crate::db::Error::Rules)?;
    let ago = |minutes: u32| now - TimeDelta::minutes(minutes.into());
    Ok(Offer {
        id: Id::make(),
        platform,
        reference: seed.reference.clone(),
        version: 1,
        state: State::Published { at: ago(seed.published_minutes_ago) },
        terms,
        slots: dates
            .iter()
            .map(|(s, e, places)| Slot { id: Id::make(), starts_at: *s, ends_at: *e, places: *places, taken: 0 })
            .collect(),
        confirmed_at: ago(seed.confirmed_minutes_ago),
        masked_at: None,
    })
}

pub(super) fn draft(seed: &OfferSeed, platform: &str) -> Draft {
    let flags = Flags::default()
        .with(Flags::REMOTE, seed.remote)
        .with(Flags::NO_LICENCE, !seed.licence_required)
        .with(Flags::NO_CAR, !seed.car_required)
        .with(Flags::ACCESSIBLE, seed.accessible)
        .with(Flags::BEGINNER, seed.beginner_ok);
    let text = |t: &str| if t.trim().is_empty() { "Rien de particulier".to_owned() } else { t.to_owned() };
    Draft {
        title: seed.title.clone(),
        description: seed.description.clone(),
        occupation: seed.rome.into(),
        status: seed.status.into(),
        pay_cents: seed.pay_cents.into(),
        pay_unit: seed.pay_unit.into(),
        duration_minutes: seed.duration_minutes.into(),
        insee: seed.insee.into(),
        address: seed.address.clone(),
        flags,
        fee_cents: 0,
        commission_percent: seed.commission_percent.into(),
        paid_by: match &seed.employer {
            Some(employer) if seed.status != "self_employed" => format!("{employer} vous paie."),
            _ => format!("Le client paie {platform}, qui vous verse votre rémunération."),
        },
        costs: text(seed.costs),
        insurance: text(seed.insurance),
        equipment: text(seed.equipment),
        requirements: text(seed.requirements),
        cancellation: text(seed.cancellation),
        contact: text(&seed.contact),
        pay_delay_days: seed.pay_delay_days.into(),
        contributions_withheld: seed.social_contributions_withheld,
        agency: if seed.status == "temp_agency" { seed.employer.clone().unwrap_or_default() } else { String::new() },
        slots: seed.slots.iter().map(|s| (s.starts_at.into(), s.ends_at.into(), s.places.into())).collect(),
    }
}

/// Signs new links and keys at each start; opening the application has ended the ones before.
fn write_links(app: &App) -> anyhow::Result<()> {
    let now = app.now();
    let catalogue = Catalogue::new(0, now.utc());
    let heroes = [
        ("person", catalogue.people().first().map(|p| p.email.clone())),
        ("advisor", catalogue.advisors().first().map(|a| a.email.clone())),
        ("platform", catalogue.platforms().first().map(|p| p.email.clone())),
        ("label_body", Some("label@escale.example".to_owned())),
        ("admin", Some("admin@escale.example".to_owned())),
    ];
    let mut links = BTreeMap::new();
    for (role, email) in heroes {
        let email = address(&email.unwrap_or_default())?;
        let link = app.store.write(|tx| {
            let account = accounts::store::by_email(tx, &email)?.ok_or(crate::db::Error::NotFound)?;
            accounts::actions::demo_link(tx, now, account.id, account.role.home())
        })?;
        links.insert(role, format!("{}/connexion/lien/{link}", app.base_url()));
    }
    let mut keys = BTreeMap::new();
    for platform in app.store.read(platforms::store::all)? {
        let until = now + TimeDelta::days(365);
        let key = app.store.write(|tx| {
            platforms::store::make_key(
                tx,
                now,
                platform.id,
                platforms::DEMO_KEY,
                &[Scope::Offers, Scope::Interests],
                until,
            )
        })?;
        keys.insert(platform.slug, key);
    }
    let file = json!({ "base_url": app.base_url(), "links": links, "api_keys": keys });
    std::fs::write(app.config.data_dir.join(LINKS), serde_json::to_string_pretty(&file)?)?;
    println!("Sign-in links of the demo (also in {}):", app.config.data_dir.join(LINKS).display());
    for (role, link) in &links {
        println!("  {role:<11} {link}");
    }
    Ok(())
}
