//! Three invented services of the public employment network, four advisors in each, all around Saint-Étienne.

use super::names::address_of;
use super::seeds::{AdvisorSeed, ServiceSeed};

const ADVISORS: [&str; 12] = [
    "Claire Morel",
    "Mehdi Haddad",
    "Sophie Peyrard",
    "Jean-Marc Delorme",
    "Aïssata Camara",
    "Lucas Bonnefond",
    "Nadège Hoarau",
    "Karim Zerrouki",
    "Hélène Vialle",
    "Thi-Mai Pham",
    "Olivier Chavanne",
    "Inês Carvalho",
];
pub(super) const ADVISORS_PER_SERVICE: usize = 4;

pub(super) fn all() -> Vec<ServiceSeed> {
    vec![
        ServiceSeed {
            slug: "agence-saint-etienne",
            name: "Agence France Travail de Saint-Étienne (fictive)",
            kind: "agency",
            insee: "42218",
            email: "accueil@agence-saint-etienne.example",
            phone: "04 65 71 00 11",
        },
        ServiceSeed {
            slug: "mission-locale-furan",
            name: "Mission locale du Furan (fictive)",
            kind: "mission_locale",
            insee: "42218",
            email: "accueil@mission-locale-furan.example",
            phone: "04 65 71 00 22",
        },
        ServiceSeed {
            slug: "cap-emploi-gier",
            name: "Cap emploi du Gier (fictif)",
            kind: "cap_emploi",
            insee: "42207",
            email: "accueil@cap-emploi-gier.example",
            phone: "04 65 71 00 33",
        },
    ]
}

pub(super) fn advisors() -> Vec<AdvisorSeed> {
    let numbered = ADVISORS.into_iter().enumerate();
    numbered
        .map(|(at, name)| {
            let (first, last) = name.split_once(' ').unwrap_or((name, ""));
            AdvisorSeed { name, email: address_of(first, last), service: at / ADVISORS_PER_SERVICE }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::communes::by_insee;

    #[test]
    fn each_service_says_that_it_is_invented_and_has_four_advisors() {
        let advisors = advisors();
        assert_eq!((advisors[0].name, advisors[0].email.as_str()), ("Claire Morel", "claire.morel@exemple.fr"));
        for (at, service) in all().iter().enumerate() {
            assert!(service.name.contains("(ficti") && by_insee(service.insee).is_some(), "{}", service.name);
            assert_eq!(advisors.iter().filter(|advisor| advisor.service == at).count(), ADVISORS_PER_SERVICE);
        }
    }
}
