//! I3, the time it takes included: what she does by herself towards a platform reads to her advisor as if anybody else had done
//! it. Two copies of one world, in which the same place is held by her or by somebody whom nobody follows: each page of her
//! advisor has the same bytes after the same statements. Counts of places are public; nothing is counted of her.

use super::{Twin, same};
use crate::guards::herself;
use crate::matrix::{EVERYONE, World};
use chrono::TimeDelta;
use escale::people::Person;
use escale::{engagements, interests};

#[test]
fn i3_a_place_that_she_holds_reads_to_her_advisor_as_anybody_elses() {
    let original = World::make();
    let sonia = original.app.person("Sonia", None);
    original.app.run_jobs();
    let _ = original.app.app.mailer.take_all();
    let advisor = EVERYONE.iter().find(|c| c.name == "her advisor").unwrap();
    let door = original.door(advisor);
    let read = |who: &Person, agreed: bool| {
        let twin = Twin::of(&original);
        let (app, offer) = (&twin.w.app, &original.offers[0]);
        let (her, slot) = (herself(app, who), offer.slots[0].id);
        let consent = interests::Consent { name: true, ..interests::Consent::default() };
        let sent = app.app.write_now(|tx, now| interests::actions::send(tx, now, her, slot, &consent)).unwrap();
        if agreed {
            let accept = |tx: &mut escale::db::Tx<'_>, now| {
                engagements::actions::accept(tx, now, original.halles.id, sent.id).map(drop)
            };
            app.app.write_now(accept).unwrap();
        }
        let mut clients = vec![(advisor, twin.w.through(&door))];
        let mut told = Vec::new();
        for hours in [0, 20, 26, 110] {
            twin.wait(TimeDelta::hours(hours));
            told.push(twin.seen(&mut clients));
        }
        told
    };
    for (agreed, act) in [(false, "she sends it herself"), (true, "and it is agreed")] {
        let (hers, anybodys) = (read(&original.amina, agreed), read(&sonia, agreed));
        assert!(hers.iter().map(Vec::len).sum::<usize>() > 60);
        for (ours, theirs) in hers.iter().zip(&anybodys) {
            same("what her advisor reads", act, ours, theirs);
        }
    }
}
