//! Notices on her devices: told at once, sealed for the device alone, stopped by one press; and hers alone.

use crate::guards::{herself, propose};
use crate::kit::world::draft;
use crate::kit::{TestApp, rows};
use chrono::TimeDelta;
use escale::interests::{self, Consent};
use escale::mail::ONE_CLICK;
use escale::people::Person;
use escale::push::{self, Device, base64url};
use ring::aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use ring::agreement::{ECDH_P256, EphemeralPrivateKey, UnparsedPublicKey, agree_ephemeral};
use ring::hkdf::{HKDF_SHA256, KeyType, Salt};
use ring::rand::SystemRandom;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

/// What a push service was sent: head and body.
type Received = Arc<Mutex<Vec<(String, Vec<u8>)>>>;

/// A push service on this machine, which answers as it is told to.
struct Service {
    url: String,
    received: Received,
    status: Arc<Mutex<u16>>,
}

impl Service {
    fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let (received, status) = (Received::default(), Arc::new(Mutex::new(201)));
        let (kept, answered) = (Arc::clone(&received), Arc::clone(&status));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let mut bytes = Vec::new();
                let mut chunk = [0; 8_192];
                let whole = loop {
                    let head = bytes.windows(4).position(|w| w == b"\r\n\r\n").map(|at| at + 4);
                    let length = head.map(|at| at + length(&String::from_utf8_lossy(&bytes[..at])));
                    if let (Some(head), Some(length)) = (head, length)
                        && bytes.len() >= length
                    {
                        break head;
                    }
                    let read = stream.read(&mut chunk).unwrap();
                    bytes.extend_from_slice(&chunk[..read]);
                };
                let head = String::from_utf8_lossy(&bytes[..whole]).to_lowercase();
                kept.lock().unwrap().push((head, bytes[whole..].to_vec()));
                let status = *answered.lock().unwrap();
                let answer = format!("HTTP/1.1 {status} X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
                stream.write_all(answer.as_bytes()).unwrap();
            }
        });
        Self { url, received, status }
    }

    fn answers(&self, status: u16) {
        *self.status.lock().unwrap() = status;
    }

    fn take(&self) -> Vec<(String, Vec<u8>)> {
        std::mem::take(&mut *self.received.lock().unwrap())
    }
}

fn length(head: &str) -> usize {
    let line = head.lines().find_map(|l| l.to_lowercase().strip_prefix("content-length:").map(str::to_owned));
    line.map_or(0, |text| text.trim().parse().unwrap())
}

/// A browser's side: its keys, and how it opens one message.
pub struct Phone {
    own: EphemeralPrivateKey,
    public: Vec<u8>,
}

struct Len(usize);

impl KeyType for Len {
    fn len(&self) -> usize {
        self.0
    }
}

const AUTH: [u8; 16] = [5; 16];

fn derive(salt: &[u8], secret: &[u8], info: &[&[u8]], length: usize) -> Vec<u8> {
    let mut out = vec![0; length];
    Salt::new(HKDF_SHA256, salt).extract(secret).expand(info, Len(length)).unwrap().fill(&mut out).unwrap();
    out
}

impl Phone {
    pub fn new() -> Self {
        let own = EphemeralPrivateKey::generate(&ECDH_P256, &SystemRandom::new()).unwrap();
        let public = own.compute_public_key().unwrap().as_ref().to_vec();
        Self { own, public }
    }

    /// Opens a message as the standard says: salt, record length, key of the sender, one record.
    fn open(self, body: &[u8]) -> serde_json::Value {
        let (salt, rest) = body.split_at(16);
        assert_eq!(rest[..5], [0, 0, 16, 0, 65]);
        let (sender, record) = rest[5..].split_at(65);
        let input = agree_ephemeral(self.own, &UnparsedPublicKey::new(&ECDH_P256, sender), |shared| {
            derive(&AUTH, shared, &[b"WebPush: info\0", &self.public, sender], 32)
        })
        .unwrap();
        let key = derive(salt, &input, &[b"Content-Encoding: aes128gcm\0"], 16);
        let nonce = derive(salt, &input, &[b"Content-Encoding: nonce\0"], 12);
        let key = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &key).unwrap());
        let nonce = Nonce::try_assume_unique_for_key(&nonce).unwrap();
        let mut record = record.to_vec();
        let plain = key.open_in_place(nonce, Aad::empty(), &mut record).unwrap();
        assert_eq!(plain.last(), Some(&2), "the last record");
        serde_json::from_slice(&plain[..plain.len() - 1]).unwrap()
    }
}

/// What the script puts in the form of a page.
pub fn typed(endpoint: &str, phone: &Phone) -> [(&'static str, String); 3] {
    [("adresse", endpoint.to_owned()), ("cle", base64url(&phone.public)), ("secret", base64url(&AUTH))]
}

fn add(app: &TestApp, person: &Person, endpoint: &str) -> Phone {
    let phone = Phone::new();
    let mut her = app.signed_in(&person.email);
    let page = her.get("/moi/appareils");
    let typed = typed(endpoint, &phone);
    let typed: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let added = her.submit(&page, "Recevoir sur cet appareil", &typed);
    assert!(added.has("C’est fait\u{a0}: les messages s’afficheront ici."), "{}", added.text());
    phone
}

fn devices(app: &TestApp) -> usize {
    rows(app).iter().filter(|row| row.starts_with("push_device|")).count()
}

fn pushes(app: &TestApp) -> usize {
    rows(app).iter().filter(|row| row.starts_with("job|") && row.contains("push")).count()
}

#[test]
fn a_proposal_is_told_at_once_on_the_device_sealed_for_it_alone() {
    let (app, service) = (TestApp::start(), Service::open());
    let halles = app.labelled("halles");
    let (claire, _) = app.advisor(app.service(), "Claire");
    let amina = app.person("Amina", Some(claire));
    let phone = add(&app, &amina, &format!("{}/a", service.url));
    let who = herself(&app, &amina);
    let space = people_space();
    app.app.write_now(|tx, _| escale::people::store::set_preference(tx, who, space)).unwrap();
    let offer = app.offer(&halles, "r-1", 2);
    let referral = propose(&app, claire, &amina, offer.id).unwrap();
    app.run_jobs();
    assert!(app.app.mailer.take(&amina.email).is_empty(), "her letters are another choice");
    let received = service.take();
    let [(head, body)] = received.as_slice() else { panic!("{} messages", received.len()) };
    for line in
        ["post /a http/1.1", "content-encoding: aes128gcm", "ttl: 86400", "urgency: high", "authorization: vapid t="]
    {
        assert!(head.contains(line), "{line}: {head}");
    }
    assert!(!String::from_utf8_lossy(body).contains("Plonge"), "the push service reads nothing");
    let told = phone.open(body);
    assert_eq!(told["title"], "Claire vous propose une mission");
    let said = told["body"].as_str().unwrap();
    assert!(said.contains("Plonge et aide en cuisine") && said.contains("libre de dire non"), "{said}");
    assert_eq!(told["path"], format!("/moi/propositions/{referral}"));
    assert!(!told.to_string().contains("amina"), "neither her name nor her address: {told}");
    // One press of the notice stops it, without signing in.
    let stop = told["stop"].as_str().unwrap();
    let mut anon = app.anon();
    assert!(anon.get(stop).has("Nous n’afficherons plus rien sur cet appareil."));
    assert_eq!(devices(&app), 1, "opening the link stops nothing");
    let kind = "application/x-www-form-urlencoded";
    assert!(anon.send("POST", stop, Some(ONE_CLICK), kind).has("C’est arrêté"));
    assert_eq!(devices(&app), 0);
    assert!(anon.send("POST", stop, Some(ONE_CLICK), kind).has("C’est arrêté"), "again, it changes nothing");
}

/// A start with another secret, and a push service that takes nothing from us, lose nobody's device.
#[test]
fn a_wrong_secret_or_a_wrong_clock_loses_no_device() {
    let (app, service) = (TestApp::start(), Service::open());
    let halles = app.labelled("halles");
    let (claire, _) = app.advisor(app.service(), "Claire");
    let amina = app.person("Amina", Some(claire));
    add(&app, &amina, &format!("{}/a", service.url));
    let now = app.now();
    let key = |secret: &[u8]| app.app.store.write(|tx| push::store::key(tx, now, secret, "mailto:a@b.example"));
    assert!(key(b"another secret, as long as it has to be").is_err());
    assert_eq!(key(&app.app.config.secret).unwrap().public(), app.app.vapid.public());
    assert_eq!(devices(&app), 1);
    let offer = app.offer(&halles, "r-1", 2);
    propose(&app, claire, &amina, offer.id).unwrap();
    service.answers(401);
    app.run_jobs();
    assert_eq!((service.take().len(), devices(&app)), (1, 1));
    service.answers(201);
    app.advance(TimeDelta::minutes(1));
    app.run_jobs();
    assert_eq!(service.take().len(), 1, "it comes back");
    app.app.store.write(|tx| push::store::renew(tx, now, b"another secret, as long as it has to be")).unwrap();
    assert_eq!(devices(&app), 0, "on purpose, the devices of the old key are forgotten");
    let _ = app.app.mailer.take_all();
}

fn people_space() -> escale::people::Preference {
    escale::people::Preference { plain: false, channel: escale::people::Channel::Space }
}

/// An answer, a cancellation, a suspension: each device is told once, and what is not true any more is not told.
#[test]
fn answers_cancellations_and_label_decisions_are_told_at_once() {
    let (app, service) = (TestApp::start(), Service::open());
    let halles = app.labelled("halles");
    let amina = app.person("Amina", None);
    let who = herself(&app, &amina);
    let send = |reference: &str, hours: i64| {
        let offer = app.post(&halles, reference, &draft(app.now() + TimeDelta::hours(hours), 1));
        let slot = offer.slots[0].id;
        let send = |tx: &mut escale::db::Tx<'_>, now| interests::actions::send(tx, now, who, slot, &Consent::default());
        (offer, app.app.write_now(send).unwrap())
    };
    let ((_, filled), (ended, _), (_, masked)) = (send("r-1", 40), send("r-2", 60), send("r-3", 80));
    app.run_jobs();
    let next = || {
        app.run_jobs();
        let told = service.take();
        let _ = app.app.mailer.take_all();
        told
    };
    let phone = add(&app, &amina, &format!("{}/a", service.url));
    let decline = |tx: &mut escale::db::Tx<'_>, now| {
        interests::actions::decline(tx, now, halles.id, filled.id, interests::DeclineReason::Filled, "")
    };
    app.app.write_now(decline).unwrap();
    let told = phone.open(&next()[0].1);
    assert_eq!(told["path"], "/moi/missions");
    assert!(told["title"].as_str().unwrap().contains("Plonge"), "{told}");
    let phone = add(&app, &amina, &format!("{}/b", service.url));
    add(&app, &amina, &format!("{}/c", service.url));
    app.app.write_now(|tx, now| escale::offers::actions::withdraw(tx, now, halles.id, &ended.reference)).unwrap();
    let told = next();
    assert_eq!(told.len(), 3, "on each device");
    let mine = told.iter().find(|(head, _)| head.contains("post /b")).unwrap();
    assert!(phone.open(&mine.1)["title"].as_str().unwrap().starts_with("Annulée"), "a cancellation");
    let phone = add(&app, &amina, &format!("{}/d", service.url));
    app.suspend(halles.id);
    let told = next();
    let mine = told.iter().find(|(head, _)| head.contains("post /d")).unwrap();
    assert!(phone.open(&mine.1)["title"].as_str().unwrap().contains("Plateforme halles"));
    // What she took back before the notice left is not told.
    app.reinstate(halles.id);
    app.app.write_now(|tx, now| interests::actions::take_back(tx, now, who, masked.id)).unwrap();
    assert!(next().is_empty());
}

#[test]
fn a_search_of_which_she_is_told_at_once_is_told_on_her_device_too() {
    for (rhythm, expected) in [("immediate", 1), ("daily", 0)] {
        let (app, service) = (TestApp::start(), Service::open());
        let halles = app.labelled("halles");
        let amina = app.person("Amina", None);
        let mut her = app.signed_in(&amina.email);
        let list = her.get("/missions?quoi=plonge&ou=42000");
        her.submit(&list, "Enregistrer cette recherche", &[("rythme", rhythm)]);
        let phone = add(&app, &amina, &format!("{}/a", service.url));
        app.post(&halles, "r-1", &draft(app.now() + TimeDelta::hours(40), 3));
        app.advance(TimeDelta::minutes(1));
        app.advance(TimeDelta::hours(20));
        let told = service.take();
        assert_eq!(told.len(), expected, "{rhythm}");
        assert_eq!(app.app.mailer.take(&amina.email).len(), 1, "{rhythm}");
        if let Some((_, body)) = told.first() {
            let told = phone.open(body);
            assert_eq!(told["title"], "1 mission pour vous\u{a0}: plonge, Saint-Étienne (42000)");
            let path = told["path"].as_str().unwrap();
            assert!(her.get(path).has("1 mission correspond"), "{path}");
        }
    }
}

#[test]
fn a_device_that_is_gone_is_forgotten_and_a_service_that_is_away_is_asked_again_for_hours_not_for_ever() {
    let (app, service) = (TestApp::start(), Service::open());
    let halles = app.labelled("halles");
    let (claire, _) = app.advisor(app.service(), "Claire");
    let amina = app.person("Amina", Some(claire));
    add(&app, &amina, &format!("{}/a", service.url));
    let tell = |reference: &str| {
        propose(&app, claire, &amina, app.offer(&halles, reference, 2).id).unwrap();
        app.run_jobs();
        let _ = app.app.mailer.take_all();
        service.take().len()
    };
    service.answers(503);
    assert_eq!((tell("r-1"), pushes(&app)), (1, 1));
    service.answers(201);
    app.advance(TimeDelta::seconds(3));
    assert_eq!((service.take().len(), pushes(&app)), (1, 0), "it comes back by itself");
    service.answers(429);
    assert_eq!(tell("r-2"), 1);
    for _ in 0..12 {
        app.advance(TimeDelta::hours(1));
    }
    assert_eq!((service.take().len(), pushes(&app), devices(&app)), (10, 0, 1), "given up, the device is kept");
    service.answers(400);
    assert_eq!((tell("r-3"), pushes(&app), devices(&app)), (1, 0, 1), "what is refused is not sent again");
    service.answers(410);
    assert_eq!((tell("r-4"), pushes(&app), devices(&app)), (1, 0, 0), "gone");
    assert_eq!(tell("r-5"), 0);
    let _ = app.app.mailer.take_all();
}

#[test]
fn i18_a_device_is_hers_and_only_an_address_out_on_the_internet_is_one() {
    let app = TestApp::start_with(|config| config.push_anywhere = false);
    let (amina, bruno) = (app.person("Amina", None), app.person("Bruno", None));
    let phone = Phone::new();
    let mut her = app.signed_in(&amina.email);
    for wrong in ["http://push.example/x", "https://127.0.0.1/x", "https://10.0.0.1/x", "https://localhost/x", ""] {
        let page = her.get("/moi/appareils");
        let typed = typed(wrong, &phone);
        let typed: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let refused = her.submit(&page, "Recevoir sur cet appareil", &typed);
        assert_eq!(refused.status, 422, "{wrong}");
        assert!(refused.has("n’a pas donné une adresse utilisable"), "{}", refused.text());
    }
    let endpoints: Vec<String> = (0..7).map(|n| format!("https://push.example/{n}")).collect();
    for endpoint in &endpoints {
        add(&app, &amina, endpoint);
    }
    assert_eq!(devices(&app), push::MOST, "the oldest make room");
    let list = her.get("/moi/appareils");
    assert!(list.has("Appareil ajouté le 25/11/2026") && !list.body.contains("push.example"), "{}", list.text());
    let of = |person: &Person| -> Vec<Device> {
        let who = herself(&app, person);
        app.app.store.read(|c| push::store::of(c, who)).unwrap()
    };
    let id = of(&amina)[0].id;
    let mut other = app.signed_in(&bruno.email);
    let stolen = crate::office::post(&mut other, &format!("/moi/appareils/{id}/arret"), &[]);
    assert_eq!((stolen.status, devices(&app)), (404, push::MOST));
    // The same browser, where somebody else signs in: whoever asked last is told there.
    add(&app, &bruno, &endpoints[6]);
    assert_eq!((of(&amina).len(), of(&bruno).len()), (push::MOST - 1, 1));
    let page = her.get("/moi/appareils");
    let stopped = her.submit(&page, "Ne plus recevoir ici", &[]);
    assert!(stopped.has("C’est arrêté. Cela ne change rien pour vos droits."), "{}", stopped.text());
    assert_eq!(of(&amina).len(), push::MOST - 2);
    let worker = her.get("/static/js/push-worker.js");
    assert_eq!(worker.header("service-worker-allowed"), Some("/"));
}

/// On a computer that others use, notices end with the session; on her own she may keep them. Another who signs in there is
/// told nothing of hers.
#[test]
fn signing_out_ends_the_notices_of_that_device_unless_she_keeps_them() {
    let app = TestApp::start();
    let (amina, bruno) = (app.person("Amina", None), app.person("Bruno", None));
    let here = |client: &mut crate::kit::Client, endpoint: &str, keep: bool| {
        let typed = typed(endpoint, &Phone::new());
        let mut all: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (*name, value.as_str())).collect();
        if keep {
            all.push(("garder", "oui"));
        }
        let page = client.get("/moi/appareils");
        client.submit(&page, "Recevoir sur cet appareil", &all)
    };
    let (mut shared, mut own) = (app.signed_in(&amina.email), app.signed_in(&amina.email));
    let page = here(&mut shared, "http://127.0.0.1:9/shared", false);
    assert!(page.has("s’arrêtent quand vous vous déconnectez"), "{}", page.text());
    assert!(here(&mut own, "http://127.0.0.1:9/own", true).has("restent quand vous vous déconnectez"));
    assert_eq!(devices(&app), 2);
    // One that was added before devices ended with their session ends with the first sign-out.
    add(&app, &amina, "http://127.0.0.1:9/old");
    let unbound = |conn: &mut escale::db::Conn| {
        use diesel::prelude::*;
        use escale::db::schema::push_device;
        let old = push_device::table.filter(push_device::endpoint.eq("http://127.0.0.1:9/old"));
        let none = push_device::session_hash.eq(None::<Vec<u8>>);
        Ok(escale::each!(conn, |c| diesel::update(old).set(none).execute(c))?)
    };
    app.app.store.read(unbound).unwrap();
    assert_eq!(devices(&app), 3);
    for (client, left) in [(&mut own, 2), (&mut shared, 1)] {
        let page = client.get("/mes-droits");
        let page = client.submit(&page, "Me déconnecter", &[]);
        assert!(page.has("ne reçoit plus de notifications pour vous"), "{}", page.text());
        assert_eq!(devices(&app), left);
    }
    let again = |client: &mut crate::kit::Client, person: &Person| {
        let link = |tx: &mut escale::db::Tx<'_>, now| {
            escale::accounts::actions::letter_link(tx, now, person.account(), "/moi/appareils")
        };
        let token = app.app.write_now(link).unwrap();
        let page = client.get(&format!("/connexion/lien/{token}"));
        client.submit(&page, "Continuer", &[])
    };
    // She signs in again without signing out: it goes on. Bruno signs in there: hers ends.
    let mut shared = app.signed_in(&amina.email);
    here(&mut shared, "http://127.0.0.1:9/shared", false);
    again(&mut shared, &amina);
    assert_eq!(devices(&app), 2);
    again(&mut shared, &bruno);
    assert_eq!(devices(&app), 1);
    // Nobody signs out: it ends with the session all the same.
    let mut forgotten = app.signed_in(&amina.email);
    here(&mut forgotten, "http://127.0.0.1:9/forgotten", false);
    app.advance(TimeDelta::days(33));
    assert_eq!(devices(&app), 1, "what she keeps stays");
    let _ = app.app.mailer.take_all();
}
