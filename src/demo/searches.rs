//! The searches that a few people of the demo keep, one of each frequency.

use crate::db::{Error, Result, Tx};
use crate::kernel::{Id, Instant};
use crate::people::Person;
use crate::searches::asked::{Wanted, again, keepable};
use crate::searches::{Frequency, Seen, actions};

/// Of the first people of the catalogue: query string, name, frequency.
const KEPT: [(&str, &str, Frequency); 3] = [
    ("quoi=service&ou=42000&quand=weekend", "Service, ce week-end à Saint-Étienne", Frequency::Immediate),
    ("ou=42000&km=10&besoin=sans-permis&moment=matin", "Le matin, sans permis", Frequency::Daily),
    ("quoi=jardin&ou=42000", "Jardins autour de Saint-Étienne", Frequency::Weekly),
];

/// Keeps the search of the person of this number, if she has one; what was there before her is not news.
pub(super) fn keep(tx: &mut Tx<'_>, now: Instant, number: usize, person: Id<Person>) -> Result<()> {
    let Some((query, name, frequency)) = KEPT.get(number) else { return Ok(()) };
    let query = keepable(&again(query, now)).map_err(Error::Rules)?;
    let wanted = Wanted { query, name: (*name).to_owned(), frequency: *frequency, seen: Seen::ALL };
    actions::keep(tx, now, person, &wanted).map(drop)
}
