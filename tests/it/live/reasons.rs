//! What goes from an open list says why: what is true, and no more.

use super::{Event, Stream};
use crate::kit::TestApp;
use crate::kit::world::Made;
use chrono::TimeDelta;
use escale::journal::{self, Kind};
use escale::offers::check::Draft;
use escale::offers::{self, Offer, actions};

/// Hides a mission, as moderation does.
pub fn hide(app: &TestApp, offer: &Offer) {
    let write = |tx: &mut escale::db::Tx<'_>, now| {
        let offer = offers::store::by_id(tx, offer.id)?;
        let event = journal::Event::new(Kind::OfferChanged).offer(offer.id.uuid()).platform(offer.platform.uuid());
        offers::store::replace(tx, now, &Offer { version: offer.version + 1, masked_at: Some(now), ..offer })?;
        journal::record(tx, now, &event)
    };
    app.app.write_now(write).unwrap();
}

pub fn withdraw(app: &TestApp, platform: &Made, reference: &str) {
    app.app.write_now(|tx, now| actions::withdraw(tx, now, platform.id, reference)).unwrap();
}

pub fn take_a_place(app: &TestApp, offer: &Offer) {
    assert!(app.app.write_now(|tx, now| actions::take_place(tx, now, offer, offer.slots[0].id)).unwrap());
}

fn says(event: &Event, offer: &Offer, why: &str) {
    assert_eq!((event.name.as_str(), event.data["id"].as_str()), ("gone", Some(offer.id.to_string().as_str())));
    assert_eq!(event.data["why"], why);
    assert!(event.data["html"].as_str().unwrap().contains(why), "{event:?}");
}

#[test]
fn each_way_out_of_a_list_is_told_as_it_is() {
    let app = TestApp::start();
    let platform = app.labelled("halles");
    let [full, lower, back, hidden, begun] =
        ["full", "lower", "back", "hidden", "begun"].map(|r| app.offer(&platform, r, 1));
    let mut page = Stream::open(&app, "/missions/direct?paie=14");
    let mut machine = Stream::open(&app, "/api/v1/offers/stream?min_pay_hour_cents=1400");
    take_a_place(&app, &full);
    says(&page.next(), &full, "Toutes les places de cette mission sont prises.");
    app.post(&platform, "lower", &Draft { pay_cents: 1_300, ..app.draft(1) });
    says(&page.next(), &lower, "Cette mission ne correspond plus à votre recherche.");
    withdraw(&app, &platform, "back");
    says(&page.next(), &back, "La plateforme a retiré cette mission.");
    hide(&app, &hidden);
    let masked = page.next();
    says(&masked, &hidden, "Cette mission est masquée le temps d’une vérification.");
    // G1: nothing of it but its key.
    let said = masked.data.to_string();
    assert!(!said.contains("Plonge") && !said.contains("halles") && !said.contains("Étienne"), "{said}");
    app.advance(TimeDelta::hours(22));
    says(&page.next(), &begun, "Le créneau de cette mission a commencé.");
    let reasons: Vec<_> = (0..5).map(|_| machine.next().data["reason"].as_str().unwrap().to_owned()).collect();
    assert_eq!(reasons, ["offer-full", "offer-changed", "offer-ended", "offer-masked", "offer-ended"]);
}
