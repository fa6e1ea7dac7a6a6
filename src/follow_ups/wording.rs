//! What an advisor may not write to or about a person: that a no has an effect, or what she did not want, answer or do (I4).
//! The lists are short and meant to catch habits of the trade; what is found is said next to the field, nothing is lost.

use crate::kernel::RuleError;
use crate::offers::check::words::found;

/// What would make a person believe that a no costs her something, on text folded to lower case without accents.
const THREATS: &[&str] = &[
    "sous peine",
    "sanction",
    "sanctions",
    "sanctionne",
    "sanctionnee",
    "radiation",
    "radiations",
    "radie",
    "radiee",
    "peut baisser",
    "va baisser",
    "baissera",
    "suspension de l'allocation",
    "suspension des droits",
    "suppression de l'allocation",
    "suppression des droits",
    "serez radie",
    "serez radiee",
    "etre radie",
    "etre radiee",
    "risque de radiation",
    "risquez la radiation",
    "risquez une radiation",
    "risque une radiation",
    "serez sanctionne",
    "serez sanctionnee",
    "sera sanctionne",
    "sera sanctionnee",
    "risque de sanction",
    "risquez une sanction",
    "risque une sanction",
    "risquez des sanctions",
    "sanction possible",
    "sanctions possibles",
    "perdre vos droits",
    "perdrez vos droits",
    "perdre ses droits",
    "perdra ses droits",
    "perdre votre allocation",
    "perdrez votre allocation",
    "perdre vos allocations",
    "suppression de vos",
    "suppression de votre",
    "suspension de vos",
    "suspension de votre",
    "votre allocation peut etre suspendue",
    "sera suspendue",
    "seront suspendus",
    "seront suspendues",
    "sera supprimee",
    "seront supprimes",
    "seront supprimees",
    "sera reduite",
    "seront reduits",
    "seront reduites",
    "sera coupee",
    "seront coupes",
    "seront coupees",
    "devez accepter",
    "doit accepter",
    "dois accepter",
    "obligation d'accepter",
    "oblige d'accepter",
    "obligee d'accepter",
    "tenu d'accepter",
    "tenue d'accepter",
    "mission obligatoire",
    "reponse obligatoire",
    "c'est obligatoire",
    "vous n'avez pas le choix",
    "pas le droit de refuser",
    "ne pouvez pas refuser",
    "ne peut pas refuser",
    "c'est une offre raisonnable",
    "c'est une offre valable",
    "dernier avertissement",
    "derniere chance",
    "sera signale",
    "sera signalee",
    "serez signale",
    "serez signalee",
];

/// What notes that a person did not want, answer, come or care.
const RECORDS: &[&str] = &[
    "a refuse",
    "refuse la mission",
    "refuse les missions",
    "refuse cette mission",
    "refuse toute mission",
    "refuse les propositions",
    "refuse la proposition",
    "refuse de travailler",
    "refuse tout",
    "refus de la mission",
    "refus de mission",
    "refus de cette mission",
    "refus d'une mission",
    "refus de travailler",
    "refus sans motif",
    "a decline",
    "a dit non",
    "ne veut pas travailler",
    "n'a pas voulu",
    "n'a pas repondu",
    "ne repond pas",
    "ne repond jamais",
    "ne repond plus",
    "n'a pas donne suite",
    "ne donne pas suite",
    "sans suite de sa part",
    "ne s'est pas presente",
    "ne s'est pas presentee",
    "ne se presente pas",
    "n'est pas venu",
    "n'est pas venue",
    "absent",
    "absente",
    "injoignable",
    "injoignables",
    "pose un lapin",
    "lapin pose",
    "a accepte la mission",
    "a accepte une mission",
    "a pris la mission",
    "a pris une mission",
    "absent au",
    "absente au",
    "absent a",
    "absente a",
    "absence au",
    "absence a",
    "absences",
    "absence injustifiee",
    "absent sans prevenir",
    "absente sans prevenir",
    "pas motive",
    "pas motivee",
    "peu motive",
    "peu motivee",
    "demotive",
    "demotivee",
    "manque de motivation",
    "mauvaise volonte",
    "pas interesse",
    "pas interessee",
];

/// Words that say that there is none of it: what is left is read.
const REASSURING: &[&str] = &["aucune", "pas de", "pas d’une", "sans", "ni"];

fn without_reassurance(text: &str) -> String {
    let mut text = text.to_lowercase();
    for threat in ["sanctions", "sanction", "radiations", "radiation"] {
        for no in REASSURING {
            text = text.replace(&format!("{no} {threat}"), " ");
        }
    }
    text
}

/// Whether a text may be written to a person or about her.
///
/// # Errors
/// `text-threatens`, `text-records`, each with the words that were found.
pub fn check(text: &str, field: &str) -> Result<(), RuleError> {
    let text = &without_reassurance(text);
    if let Some(words) = found(text, THREATS) {
        return Err(RuleError::invalid("text-threatens").on(field).with("found", words));
    }
    if let Some(words) = found(text, RECORDS) {
        return Err(RuleError::invalid("text-records").on(field).with("found", words));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> &'static str {
        check(text, "note").err().map_or("", |rule| rule.code)
    }

    #[test]
    fn what_makes_a_no_cost_something_is_not_written() {
        for text in [
            "Acceptez, sous peine de radiation.",
            "Vous risquez une sanction",
            "C’est votre dernière chance !",
            "Vous DEVEZ accepter cette mission.",
            "En cas de refus, votre allocation sera suspendue",
            "Une sanction est possible.",
            "Votre allocation peut baisser si vous dites non",
            "Radiation si absence",
            "Suspension de l’allocation en cas de refus",
        ] {
            assert_eq!(code(text), "text-threatens", "{text}");
        }
    }

    #[test]
    fn what_she_did_not_do_or_want_is_not_written() {
        for text in [
            "A refusé la mission de mardi",
            "Elle n’a pas répondu à mon message",
            "Ne s’est pas présentée à l’entretien",
            "Pas motivé.",
            "Absente au rendez-vous du 12",
        ] {
            assert_eq!(code(text), "text-records", "{text}");
        }
    }

    #[test]
    fn what_is_planned_or_was_done_is_written() {
        for text in [
            "",
            "Point sur le CV, rendez-vous le 4 décembre.",
            "Vous pouvez répondre quand vous voulez, ou pas du tout.",
            "Elle souhaite une formation en cuisine.",
            "Le tram passe devant.",
            "Si vous refusez, cela n’a aucun effet.",
            "Il n’y a aucune sanction, ni radiation.",
            "En cas de refus, rien ne change.",
            "Vos droits seront maintenus.",
            "Le bus ne vient pas jusque-là.",
        ] {
            assert_eq!(code(text), "", "{text}");
        }
    }
}
