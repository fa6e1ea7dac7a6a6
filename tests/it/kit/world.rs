//! Builders that speak the trade and go through actions, so that what they make cannot be illegal.

use crate::kit::app::TestApp;
use crate::kit::client::Client;
use chrono::TimeDelta;
use escale::accounts::{self, Account, Role};
use escale::follow_ups::{self, Advisor, NextStep, Service, ServiceKind, StepKind, Training};
use escale::kernel::{Email, Id, Instant, Lang};
use escale::labels::{self, Kind, Signature};
use escale::offers::check::Draft;
use escale::offers::{self, Flags, Offer};
use escale::people::{self, Person, Window};
use escale::platforms::{self, Platform, Scope};

pub const REASON: &str = "Tous les critères obligatoires sont prouvés.";

pub fn email(text: &str) -> Email {
    Email::parse(text).unwrap()
}

pub fn signature(reason: &str) -> Signature {
    Signature { author: "Jeanne Ferrand".into(), authority: "État".into(), reason: reason.into() }
}

#[derive(Clone)]
pub struct Made {
    pub id: Id<Platform>,
    pub key: String,
    pub email: Email,
}

impl TestApp {
    pub fn account(&self, role: Role, address: &str, name: &str) -> Account {
        let account = Account { id: Id::make(), role, email: email(address), name: name.into(), language: Lang::Fr };
        self.app.write_now(|tx, now| accounts::actions::register(tx, now, &account)).unwrap();
        account
    }

    /// A platform with a member and a key, without any label.
    pub fn platform(&self, slug: &str) -> Made {
        let address = format!("{slug}@plateforme.example");
        let account = self.account(Role::Platform, &address, slug);
        let id = Id::make();
        let new = Platform {
            id,
            slug: slug.into(),
            name: format!("Plateforme {slug}"),
            kind: platforms::Kind::Jobbing,
            siren: "732829320".into(),
            about: "Des missions près de chez vous.".into(),
            email: address.clone(),
            website: format!("https://{slug}.example"),
            pulse_at: self.now(),
        };
        let key = self
            .app
            .write_now(|tx, now| {
                platforms::store::insert(tx, now, &new)?;
                platforms::store::add_member(tx, account.id, id)?;
                platforms::store::make_key(tx, now, id, "test", Scope::ALL, now + TimeDelta::days(30))
            })
            .unwrap();
        Made { id, key, email: email(&address) }
    }

    /// A platform whose label is in force for a year.
    pub fn labelled(&self, slug: &str) -> Made {
        let made = self.platform(slug);
        self.decide(made.id, Kind::Granted, Some(TimeDelta::days(365)));
        self.run_jobs();
        let _ = self.app.mailer.take(&made.email);
        made
    }

    pub fn decide(&self, platform: Id<Platform>, kind: Kind, lasting: Option<TimeDelta>) {
        let until = lasting.map(|d| self.now() + d);
        self.app
            .write_now(|tx, now| labels::actions::note(tx, now, platform, kind, until, &signature(REASON)))
            .unwrap();
    }

    pub fn suspend(&self, platform: Id<Platform>) {
        self.app
            .write_now(|tx, now| {
                labels::actions::suspend(tx, now, platform, &signature("Accident grave : contrôle en cours."))
            })
            .unwrap();
    }

    pub fn reinstate(&self, platform: Id<Platform>) {
        self.app
            .write_now(|tx, now| {
                labels::actions::reinstate(tx, now, platform, &signature("Le contrôle n’a rien trouvé."))
            })
            .unwrap();
    }

    pub fn post(&self, made: &Made, reference: &str, draft: &Draft) -> Offer {
        self.app.write_now(|tx, now| offers::actions::post(tx, now, made.id, reference, draft)).unwrap().0
    }

    /// A mission in Saint-Étienne tomorrow from 9 to 13, with `places` places.
    pub fn offer(&self, made: &Made, reference: &str, places: i64) -> Offer {
        self.post(made, reference, &self.draft(places))
    }

    pub fn draft(&self, places: i64) -> Draft {
        let start = self.now() + TimeDelta::hours(21);
        draft(start, places)
    }

    pub fn service(&self) -> Id<Service> {
        let service = Service {
            id: Id::make(),
            name: "Agence de test".into(),
            kind: ServiceKind::Agency,
            phone: "39 49".into(),
            convention_from: None,
        };
        self.app.write_now(|tx, _| follow_ups::actions::open_service(tx, &service)).unwrap();
        service.id
    }

    pub fn advisor(&self, service: Id<Service>, name: &str) -> (Id<Advisor>, Email) {
        let address = email(&format!("{}@service.example", name.to_lowercase()));
        let id = self
            .app
            .write_now(|tx, now| follow_ups::actions::register_advisor(tx, now, name, &address, service))
            .unwrap();
        (id, address)
    }

    /// A person in Saint-Étienne, free on weekdays from 8 to 18, followed by `advisor` with a next step and a training.
    pub fn person(&self, first: &str, advisor: Option<Id<Advisor>>) -> Person {
        let week = (0..5).map(|d| Window::new(d, 480, 1_080).unwrap()).collect();
        let person = Person {
            id: Id::make(),
            first_name: first.into(),
            last_name: "Benali".into(),
            email: email(&format!("{}@exemple.fr", first.to_lowercase())),
            phone: Some("06 39 98 00 01".into()),
            insee: Some("42218".into()),
            radius_km: 20,
            receives_proposals: true,
            week,
        };
        self.app
            .write_now(|tx, now| {
                people::actions::register(tx, now, &person, Lang::Fr)?;
                let Some(advisor) = advisor else { return Ok(()) };
                let id = follow_ups::actions::take_over(tx, now, advisor, person.id)?;
                let at = now + TimeDelta::days(9);
                let step = NextStep::new(StepKind::Meeting, "Entretien de suivi", "Agence de test", at);
                follow_ups::actions::plan_step(tx, id, &step)?;
                let training = Training::new("Cuisine collective", "Greta", now + TimeDelta::days(20));
                follow_ups::actions::note_training(tx, id, &training)
            })
            .unwrap();
        person
    }

    /// Someone signed in, through a letter's link and its *Continuer* button.
    pub fn signed_in(&self, address: &Email) -> Client {
        let token = self
            .app
            .write_now(|tx, now| {
                let account = accounts::store::by_email(tx, address)?.unwrap();
                accounts::actions::letter_link(tx, now, account.id, account.role.home())
            })
            .unwrap();
        let mut client = self.anon();
        let page = client.get(&format!("/connexion/lien/{token}"));
        let home = client.submit(&page, "Continuer", &[]);
        assert_eq!(home.status, 200, "{}", home.text());
        client
    }

    pub fn staff(&self, role: Role) -> Client {
        let address = format!("{}@escale.example", role.as_str().replace('_', "-"));
        let account = self.account(role, &address, "Jeanne Ferrand");
        self.signed_in(&account.email)
    }

    pub fn api(&self, made: &Made) -> Client {
        self.anon().with_header("Authorization", &format!("Bearer {}", made.key))
    }
}

pub fn draft(start: Instant, places: i64) -> Draft {
    Draft {
        title: "Plonge et aide en cuisine".into(),
        description: "Vous aidez à la plonge et au rangement de la cuisine pendant le service du midi.".into(),
        occupation: "G1605".into(),
        status: "self_employed".into(),
        pay_cents: 1_500,
        pay_unit: "hour".into(),
        duration_minutes: 240,
        insee: "42218".into(),
        address: "12 rue des Marronniers".into(),
        flags: Flags(Flags::NO_LICENCE | Flags::BEGINNER),
        paid_by: "Le restaurant paie la plateforme, qui vous verse le tout.".into(),
        costs: "Aucun frais pour vous.".into(),
        insurance: "Accidents et responsabilité civile payés par la plateforme.".into(),
        equipment: "Fourni sur place.".into(),
        requirements: "Aucune expérience demandée.".into(),
        cancellation: "Jusqu’à 24 heures avant, la plateforme vous paie la moitié.".into(),
        contact: "Au 04 77 00 00 00, de 8 h à 19 h.".into(),
        pay_delay_days: 3,
        slots: vec![(start, start + TimeDelta::hours(4), places)],
        ..Draft::default()
    }
}
