//! A world where everything has an owner, and everyone who could ask for it.

use crate::guards::{herself, propose};
use crate::kit::world::{Made, draft};
use crate::kit::{Client, TestApp, audit, client::css};
use chrono::TimeDelta;
use escale::accounts::{self, Account, Role};
use escale::config::Config;
use escale::engagements::{self, month::Amounts};
use escale::interests::{self, Consent, Interest};
use escale::kernel::{Cents, Email, Id, Lang, secret};
use escale::offers::{Offer, store::Report};
use escale::people::availability::Day;
use escale::people::{self, Person};
use escale::platforms::{self, ApiKey, Scope};
use escale::push::{self, Device};
use escale::referrals::{self, Referral};
use escale::routes::Who;
use escale::searches::{self, Frequency, SavedSearch, Seen, asked::Wanted};

/// Someone who asks.
pub struct Caller {
    pub name: &'static str,
    /// Signed in as.
    pub role: Option<Role>,
    /// What the key sent may do; none without a key that holds.
    pub scopes: Option<&'static [Scope]>,
    /// Whether what is asked for is theirs.
    pub owner: bool,
}

const fn signed(name: &'static str, role: Role, owner: bool) -> Caller {
    Caller { name, role: Some(role), scopes: None, owner }
}

const fn key(name: &'static str, scopes: Option<&'static [Scope]>, owner: bool) -> Caller {
    Caller { name, role: None, scopes, owner }
}

/// Whoever runs the place.
pub const OPERATOR: &str = "the operator, by the token of the counts";
const TOKEN: &str = "a token for the one who runs the place";

pub const EVERYONE: &[Caller] = &[
    Caller { name: "nobody", role: None, scopes: None, owner: false },
    signed("the person", Role::Person, true),
    signed("another person", Role::Person, false),
    signed("her advisor", Role::Advisor, true),
    signed("a colleague without a mandate", Role::Advisor, false),
    signed("an advisor of another service", Role::Advisor, false),
    signed("the platform", Role::Platform, true),
    signed("another platform", Role::Platform, false),
    signed("the label body", Role::LabelBody, true),
    signed("an administrator", Role::Admin, true),
    key("the platform's key", Some(Scope::ALL), true),
    key("another platform's key", Some(Scope::ALL), false),
    key("the platform's key for missions only", Some(&[Scope::Offers]), true),
    key("the platform's key for interests only", Some(&[Scope::Interests]), true),
    key("the platform's key without a right", Some(&[]), true),
    key("the platform's key that was ended", None, true),
    key("a key that was never made", None, false),
    key(OPERATOR, None, true),
];

/// What lets a caller in.
pub enum Door {
    None,
    Session(String),
    Key(String),
}

pub struct World {
    pub app: TestApp,
    pub halles: Made,
    pub autre: Made,
    pub amina: Person,
    pub bruno: Person,
    advisors: [Email; 3],
    /// Proposed to Amina; she wrote about the second; the third is untouched.
    pub offers: [Offer; 3],
    pub referral: Referral,
    pub interest: Interest,
    /// What she agreed to, which is over.
    pub done: Id<Interest>,
    /// What Amina keeps to herself; no mission of this world answers it.
    pub search: Id<SavedSearch>,
    /// What somebody reported.
    pub report: Id<Report>,
    /// A date that she set apart.
    pub day: Id<Day>,
    /// A device on which she is told at once.
    pub device: Id<Device>,
    /// The secret part of the address of her calendar.
    pub feed: String,
    pub key: Id<ApiKey>,
    /// The form that changes the third mission, as the platform finds it filled in.
    pub form: String,
}

impl World {
    pub fn make() -> Self {
        escale::web::health::start_counting();
        let app = TestApp::start_with(|config| config.metrics_token = TOKEN.to_owned());
        let (halles, autre) = (app.labelled("halles"), app.labelled("autre"));
        let (near, far) = (app.service(), app.service());
        let (claire, zoe, paul) = (app.advisor(near, "Claire"), app.advisor(near, "Zoe"), app.advisor(far, "Paul"));
        let (amina, bruno) = (app.person("Amina", Some(claire.0)), app.person("Bruno", Some(paul.0)));
        let done = done(&app, &halles, &amina);
        let offers = ["r-1", "r-2", "r-3"].map(|reference| app.offer(&halles, reference, 3));
        let other = app.post(&autre, "o-1", &draft(app.now() + TimeDelta::hours(30), 3));
        let referral = propose(&app, claire.0, &amina, offers[0].id).unwrap();
        propose(&app, paul.0, &bruno, other.id).unwrap();
        let send = |person: &Person, offer: &Offer| {
            let (who, slot) = (herself(&app, person), offer.slots[0].id);
            let consent = Consent { name: true, ..Consent::default() };
            app.app.write_now(|tx, now| interests::actions::send(tx, now, who, slot, &consent)).unwrap()
        };
        let interest = send(&amina, &offers[1]);
        send(&bruno, &other);
        let key = app.app.store.read(|c| platforms::store::keys_of(c, halles.id, app.now())).unwrap()[0].id;
        let referral = app.app.store.read(|c| referrals::store::by_id(c, referral)).unwrap();
        staff(&app);
        app.app.write_now(|tx, _| escale::follow_ups::actions::service::appoint(tx, claire.0)).unwrap();
        app.app.write_now(|tx, now| escale::follow_ups::actions::mandates::import(tx, now, claire.0, &[])).unwrap();
        let advisors = [claire.1, zoe.1, paul.1];
        let wanted = Wanted {
            query: "quoi=vibraphone".into(),
            name: "vibraphone".into(),
            frequency: Frequency::Immediate,
            seen: Seen::ALL,
        };
        let search = app.app.write_now(|tx, now| searches::actions::keep(tx, now, amina.id, &wanted)).unwrap();
        let told = |tx: &mut escale::db::Tx<'_>, now| {
            escale::offers::actions::report(tx, now, offers[0].id, "On demande de payer.", "nadia@exemple.fr")
        };
        let report = app.app.write_now(told).unwrap().id;
        let (day, feed) = (apart(&app, &amina), calendar(&app, &amina));
        let device = phone(&app, &amina);
        let form = String::new();
        #[rustfmt::skip]
        let mut w = Self {
            app, halles, autre, amina, bruno, advisors, offers, referral, interest, done, search, report, day, device,
            feed, key, form,
        };
        w.form = w.filled();
        w
    }

    /// The form of the third mission.
    fn filled(&self) -> String {
        let (mut member, _) = self.client(&EVERYONE[6]);
        let page = member.get(&format!("/plateforme/missions/{}", self.offers[2].id));
        let html = page.html();
        let form = html.select(&css("form")).find(|f| f.select(&css("[name=title]")).next().is_some()).unwrap();
        let fields = audit::fields(form).into_iter().filter(|(name, _)| name != "_token");
        serde_urlencoded::to_string(fields.collect::<Vec<_>>()).unwrap()
    }

    fn address(&self, caller: &Caller) -> Email {
        let staff = |role: Role| Email::parse(&format!("{}@escale.example", role.as_str().replace('_', "-"))).unwrap();
        match (caller.role.unwrap(), caller.owner) {
            (Role::Person, true) => self.amina.email.clone(),
            (Role::Person, false) => self.bruno.email.clone(),
            (Role::Advisor, true) => self.advisors[0].clone(),
            (Role::Advisor, false) => self.advisors[if caller.name.contains("colleague") { 1 } else { 2 }].clone(),
            (Role::Platform, true) => self.halles.email.clone(),
            (Role::Platform, false) => self.autre.email.clone(),
            (role @ (Role::LabelBody | Role::Admin), _) => staff(role),
        }
    }

    /// What opens this caller's door: a session, or a key.
    pub fn door(&self, caller: &Caller) -> Door {
        match caller.role {
            Some(_) => Door::Session(self.session(&self.address(caller))),
            None if caller.name == "nobody" => Door::None,
            None if caller.name == OPERATOR => Door::Key(TOKEN.to_owned()),
            None => Door::Key(self.bearer(caller)),
        }
    }

    /// A browser that comes through this door, and the token of its forms.
    pub fn through(&self, door: &Door) -> (Client, String) {
        let mut client = self.app.anon();
        match door {
            Door::None => {}
            Door::Session(token) => client.set_cookie("escale", token),
            Door::Key(key) => client = client.with_header("Authorization", &format!("Bearer {key}")),
        }
        // Both have a form: to sign out, or to sign in.
        let page = client.get(if matches!(door, Door::Session(_)) { "/mes-droits" } else { "/connexion" });
        let token = page.attr("input[name=_token]", "value").unwrap();
        (client, token)
    }

    /// A browser of this caller, and the token of its forms.
    pub fn client(&self, caller: &Caller) -> (Client, String) {
        self.through(&self.door(caller))
    }

    /// The same world, on a copy of its database, known by the same address.
    pub fn twin(&self, change: impl FnOnce(&mut Config)) -> Self {
        let app = self.app.twin(|config| {
            config.base_url = "http://escale.example".to_owned();
            change(config);
        });
        Self {
            app,
            halles: self.halles.clone(),
            autre: self.autre.clone(),
            amina: self.amina.clone(),
            bruno: self.bruno.clone(),
            advisors: self.advisors.clone(),
            offers: self.offers.clone(),
            referral: self.referral.clone(),
            interest: self.interest.clone(),
            done: self.done,
            report: self.report,
            search: self.search,
            day: self.day,
            device: self.device,
            feed: self.feed.clone(),
            key: self.key,
            form: self.form.clone(),
        }
    }

    fn session(&self, address: &Email) -> String {
        let token = secret::token().unwrap();
        let open = |tx: &mut escale::db::Tx<'_>, now| {
            let account = accounts::store::by_email(tx, address)?.unwrap();
            accounts::store::open_session(tx, now, &secret::sha256(&token), account.id)
        };
        self.app.app.write_now(open).unwrap();
        token
    }

    fn bearer(&self, caller: &Caller) -> String {
        let made = if caller.owner { &self.halles } else { &self.autre };
        let make = |scopes: &[Scope]| {
            let until = self.app.now() + TimeDelta::days(1);
            let make = |tx: &mut escale::db::Tx<'_>, now| {
                platforms::store::make_key(tx, now, made.id, caller.name, scopes, until)
            };
            self.app.app.write_now(make).unwrap()
        };
        match (caller.scopes, caller.owner) {
            (Some(scopes), _) => make(scopes),
            (None, true) => {
                let ended = make(Scope::ALL);
                self.app.app.write_now(|tx, now| platforms::store::revoke_keys_named(tx, now, caller.name)).unwrap();
                ended
            }
            (None, false) => format!("esc_{}_{}", uuid::Uuid::now_v7().simple(), "0".repeat(64)),
        }
    }

    /// What others than its owner must never read, wherever it is asked for.
    pub fn private(&self) -> Vec<String> {
        let ids = [self.amina.id.to_string(), self.referral.id.to_string(), self.interest.id.to_string()];
        ids.into_iter()
            .chain([self.search.to_string()])
            .chain(["Amina", "amina@", "vibraphone"].map(str::to_owned))
            .collect()
    }

    /// Whose rows are not to be touched by others of the same role, as `rows` writes an id.
    pub fn owner(&self, who: Who) -> String {
        match who {
            Who::Only(Role::Person | Role::Advisor) => self.amina.id.uuid().simple().to_string(),
            _ => self.halles.id.uuid().simple().to_string(),
        }
    }

    /// Where who reported reads the answer.
    pub fn reported(&self) -> String {
        escale::offers::pages::report::path(&self.app.app.config.secret, self.report)
    }

    /// The link that stops the letters of what she keeps to herself.
    pub fn stop(&self) -> String {
        format!("/desabonnement/{}", searches::Stop::One(self.search).token(&self.app.app.config.secret))
    }

    /// The link by which she stays.
    pub fn stay(&self) -> String {
        format!("/je-reste/{}", escale::rights::letters::token(&self.app.app.config.secret, self.amina.id))
    }

    /// She wrote her own version of what is over.
    pub fn own_version(&self) {
        let (who, own) =
            (herself(&self.app, &self.amina), Amounts { minutes: 60, gross: Cents(1_000), fees: Cents(0) });
        self.app.app.write_now(|tx, now| engagements::store::set_own(tx, now, who, self.done, &own)).unwrap();
    }

    /// Everybody's calendar has an address.
    pub fn calendars(&self) {
        calendar(&self.app, &self.bruno);
    }

    /// The secret part of a sign-in link that nobody used yet.
    pub fn link(&self) -> String {
        let make =
            |tx: &mut escale::db::Tx<'_>, now| accounts::actions::letter_link(tx, now, self.bruno.account(), "/moi");
        self.app.app.write_now(make).unwrap()
    }
}

/// A date that is not like her week.
fn apart(app: &TestApp, person: &Person) -> Id<Day> {
    let who = herself(app, person);
    let day = Day { id: Id::make(), date: "2026-12-24".parse().unwrap(), hours: Some((540, 720)) };
    app.app.write_now(|tx, _| people::actions::set_day_apart(tx, who, &day)).unwrap();
    day.id
}

/// The secret part of a new address of a calendar.
fn calendar(app: &TestApp, person: &Person) -> String {
    let who = herself(app, person);
    app.app.write_now(|tx, now| engagements::store::make_feed(tx, now, who)).unwrap()
}

/// A slot that was agreed and is over; the rest of the world comes after it.
fn done(app: &TestApp, halles: &Made, person: &Person) -> Id<Interest> {
    let (offer, who) = (app.offer(halles, "r-0", 3), herself(app, person));
    let agree = |tx: &mut escale::db::Tx<'_>, now| {
        let sent = interests::actions::send(tx, now, who, offer.slots[0].id, &Consent::default())?;
        engagements::actions::accept(tx, now, halles.id, sent.id).map(|e| e.interest.id)
    };
    let done = app.app.write_now(agree).unwrap();
    app.app.clock.advance(TimeDelta::hours(26));
    done
}

/// The label body and the administrator.
fn staff(app: &TestApp) {
    for role in [Role::LabelBody, Role::Admin] {
        let address = format!("{}@escale.example", role.as_str().replace('_', "-"));
        let email = Email::parse(&address).unwrap();
        let account = Account { id: Id::make(), role, email, name: "Jeanne Ferrand".into(), language: Lang::Fr };
        app.app.write_now(|tx, now| accounts::actions::register(tx, now, &account)).unwrap();
    }
}

/// A device on which she is told at once; nobody answers at its address.
fn phone(app: &TestApp, amina: &Person) -> Id<Device> {
    let key = [&[4][..], &[7; 64]].concat();
    let device = Device {
        id: Id::make(),
        endpoint: "http://127.0.0.1:9/x".into(),
        key,
        auth: vec![1; 16],
        added_at: app.now(),
        session: None,
    };
    let who = herself(app, amina);
    app.app.write_now(|tx, _| push::actions::add(tx, who, &device)).unwrap();
    device.id
}
