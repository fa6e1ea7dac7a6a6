//! Invented texts read like those of a careful person: short sentences, correct articles, nothing that excludes anyone.

use super::platforms::Profile;
use super::trades::{Need, Trade};
use crate::demo::rng::Rng;
use crate::geo::communes::Commune;
use crate::geo::departments;

const WELCOMES: &[&str] = &[
    "Une personne vous accueille et vous montre les lieux.",
    "Vous pouvez poser vos questions avant de vous décider.",
    "L'équipe a l'habitude d'accueillir de nouvelles personnes.",
    "Un numéro à appeler sur place vous est donné la veille.",
    "Les consignes sont données par écrit et à l'oral.",
    "Vous pouvez venir voir les lieux avant de vous décider.",
];
const REMOTE_WELCOMES: &[&str] = &[
    "Vous pouvez poser vos questions avant de vous décider.",
    "Une personne répond par écrit pendant toute la mission.",
    "Un exemple rempli montre ce qui est attendu.",
    "Le premier quart d'heure sert à découvrir l'outil, il est payé.",
];
const ACCESS: &[&str] = &[
    "Le lieu est {a_ville}, à {p} minutes à pied d'un arrêt de bus.",
    "Rendez-vous {a_ville} ; le plan d'accès est envoyé après accord.",
    "Le lieu, {a_ville}, est facile à rejoindre en transports ou à vélo.",
    "La mission a lieu {a_ville} ; un abri à vélos est sur place.",
];
const STREETS: &[&str] = &[
    "rue du Cerf-Volant",
    "place des Trois-Marmites",
    "allée de la Lune-Verte",
    "quai des Ricochets",
    "rue de la Mésange-Bleue",
    "impasse du Tournesol-Pensif",
    "avenue des Quatre-Brouettes",
    "rue de l'Escale-Imaginaire",
    "chemin du Hérisson-Poli",
    "cours des Parapluies",
    "rue du Phare-sans-Mer",
    "boulevard des Confitures",
];
const EMPLOYERS: &[&str] = &[
    "Maison Aubépine-Bleue",
    "Société Lune-Verte",
    "Atelier du Cerf-Volant",
    "Comptoir des Ricochets",
    "Coopérative du Hérisson-Poli",
    "Établissements Tournesol",
    "Compagnie du Phare-sans-Mer",
    "Groupement des Parapluies",
];

/// The words of one offer agree with each other: the same site in the title and in the description.
pub(super) struct Writer<'a> {
    /// Chance.
    pub rng: &'a mut Rng,
    trade: &'static Trade,
    commune: &'static Commune,
    site: &'static str,
    job: (&'static str, &'static str),
}

impl<'a> Writer<'a> {
    /// A writer for one offer.
    pub(super) fn new(rng: &'a mut Rng, trade: &'static Trade, commune: &'static Commune) -> Self {
        let site = rng.pick(trade.sites);
        let job = rng.pick(trade.jobs);
        Self { rng, trade, commune, site, job }
    }

    /// The title.
    pub(super) fn title(&mut self) -> String {
        self.fill(self.job.0)
    }

    /// Two to four sentences.
    pub(super) fn description(&mut self) -> String {
        let mut sentences = vec![self.job.1, self.rng.pick(self.trade.contexts)];
        if !self.trade.needs(Need::Remote) && self.rng.percent(60) {
            sentences.push(self.rng.pick(ACCESS));
        }
        if self.rng.percent(50) {
            let remote = self.trade.needs(Need::Remote);
            sentences.push(self.rng.pick(if remote { REMOTE_WELCOMES } else { WELCOMES }));
        }
        self.fill(&sentences.join(" "))
    }

    /// An invented street, or nothing to go to.
    pub(super) fn address(&mut self) -> String {
        if self.trade.needs(Need::Remote) {
            return "À distance".to_owned();
        }
        format!("{} {}", self.rng.between(1, 98), self.rng.pick(STREETS))
    }

    /// Who signs the contract.
    pub(super) fn employer(&mut self, profile: &Profile, status: &str) -> Option<String> {
        match status {
            "temp_agency" => {
                let department = departments::name(self.commune.department).unwrap_or_default();
                Some(format!("{}, agence {department} (fictive)", profile.name))
            }
            "fixed_term" => Some(format!("{} (employeur fictif)", self.rng.pick(EMPLOYERS))),
            _ => None,
        }
    }

    fn fill(&mut self, template: &str) -> String {
        let text = template.replace("de {lieu}", &of(self.site)).replace("{lieu}", self.site);
        if !text.contains('{') {
            return text;
        }
        let number = self.rng.between(12, 60).to_string();
        let minutes = self.rng.between(2, 12).to_string();
        text.replace("{n}", &number).replace("{p}", &minutes).replace("{a_ville}", &at_town(self.commune.name))
    }
}

/// "de" before a noun: "d'une école", "du marché", "des bureaux".
fn of(noun: &str) -> String {
    if let Some(rest) = noun.strip_prefix("le ") {
        format!("du {rest}")
    } else if let Some(rest) = noun.strip_prefix("les ") {
        format!("des {rest}")
    } else if noun.starts_with(['a', 'e', 'é', 'h', 'i', 'o', 'u']) {
        format!("d'{noun}")
    } else {
        format!("de {noun}").replacen("de des ", "de ", 1)
    }
}

/// "à" before a town: "au Havre", "aux Abymes", "à La Rochelle", "à Paris".
fn at_town(name: &str) -> String {
    let name = name.strip_suffix(" Arrondissement").unwrap_or(name);
    if let Some(rest) = name.strip_prefix("Le ") {
        format!("au {rest}")
    } else if let Some(rest) = name.strip_prefix("Les ") {
        format!("aux {rest}")
    } else {
        format!("à {name}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_contracted() {
        assert_eq!(of("une école"), "d'une école");
        assert_eq!(of("histoire"), "d'histoire");
        assert_eq!(of("les transports"), "des transports");
        assert_eq!(of("des bureaux"), "de bureaux");
        assert_eq!(of("la commune"), "de la commune");
        assert_eq!(at_town("Le Chambon-Feugerolles"), "au Chambon-Feugerolles");
        assert_eq!(at_town("Les Abymes"), "aux Abymes");
        assert_eq!(at_town("La Ricamarie"), "à La Ricamarie");
        assert_eq!(at_town("Paris 12e Arrondissement"), "à Paris 12e");
    }
}
