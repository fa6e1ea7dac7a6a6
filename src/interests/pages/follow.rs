//! The follow-up goes on (G3): who follows her, the next step, the training, shown beside every proposal.

use crate::follow_ups::{FollowUp, Stage};
use crate::geo::communes;
use crate::people::Person;
use crate::web::{Page, say};
use chrono_tz::Tz;

/// The words of the follow-up panel.
pub struct Follow {
    /// The referent's name, or that her service is looking for one.
    pub advisor: String,
    /// The referent's service.
    pub service: String,
    /// The service's phone, as it is written.
    pub phone: String,
    /// The service's phone, as it is dialled.
    pub tel: String,
    /// The next step: when, what, where.
    pub step: Option<(String, String, String)>,
    /// Training: when, what, by whom.
    pub trainings: Vec<(String, String, String)>,
    /// Whether an end is put to her.
    pub ending: bool,
}

impl Follow {
    /// The panel of a person's follow-up.
    #[must_use]
    pub fn of(page: &Page, person: &Person, follow_up: &FollowUp) -> Self {
        let zone = zone(person);
        let service = &follow_up.referent.service;
        let step = follow_up.next_step.as_ref();
        let trainings = follow_up.trainings.iter().map(|t| {
            // What she wishes for, or was prescribed, is not yet hers: it says so, with its date if it has one.
            let stage = || page.word("training-stage", t.stage.as_str());
            let when = match t.starts_at {
                None => stage(),
                Some(start) if t.stage != Stage::Enrolled => {
                    page.t.file_training_stage(stage(), say::date(start, zone, page.lang))
                }
                Some(start) if start > page.now => page.t.follow_from(page.day(&start, &zone)),
                Some(start) => page.t.follow_since(page.day(&start, &zone)),
            };
            (when, t.title.clone(), t.provider.clone())
        });
        Self {
            advisor: if follow_up.held { follow_up.referent.name.clone() } else { page.t.follow_unheld() },
            service: service.name.clone(),
            tel: service.phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect(),
            phone: service.phone.clone(),
            step: step.map(|s| {
                let when = page.t.told_moment(page.day(&s.at, &zone), say::hour(s.at, zone, page.lang));
                (when, s.title.clone(), s.place.clone())
            }),
            trainings: trainings.collect(),
            ending: follow_up.ending.is_some(),
        }
    }
}

/// The local time where she lives; that of Paris when she did not say where.
#[must_use]
pub fn zone(person: &Person) -> Tz {
    person.insee.as_deref().and_then(communes::by_insee).map_or(chrono_tz::Europe::Paris, communes::zone)
}
