//! The occupation as people call it, typed among the filters: once it is understood it is a filter like the others, by its code.
//! What several occupations may be called is asked, what none is called is said; neither is guessed.

use crate::geo::occupations::{Resolution, resolve};
use crate::kernel::RuleError;
use crate::web::Fields;

/// The field of its name.
pub const FIELD: &str = "metier-nom";
/// The field of its code.
pub const CODE: &str = "metier";
/// Characters that are read.
pub const TYPED_MAX: usize = 120;

/// Turns a name into a code, or says what is wrong with it and leaves it as it was typed.
pub(super) fn read(fields: &mut Fields, wrong: &mut Vec<RuleError>) {
    let typed: String = fields.get(FIELD).chars().take(TYPED_MAX).collect();
    if typed.is_empty() {
        fields.take(FIELD);
        return;
    }
    match resolve(&typed, |_| false) {
        Resolution::One(occupation) => {
            fields.take(FIELD);
            if !fields.is(CODE, occupation.code) {
                fields.set(CODE, occupation.code);
            }
        }
        Resolution::Several(_) => wrong.push(RuleError::invalid("search-occupation-several").on(FIELD)),
        Resolution::None => wrong.push(RuleError::invalid("search-occupation-unknown").on(FIELD)),
    }
}

/// The code of an occupation typed by its code or by a name that is its alone; else what was typed, which no rule accepts.
#[must_use]
pub fn code(typed: &str) -> String {
    let text: String = typed.chars().take(TYPED_MAX).collect();
    match resolve(&text, |_| false) {
        Resolution::One(occupation) => occupation.code.to_owned(),
        Resolution::Several(_) | Resolution::None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::offers::search::tests::search;

    #[test]
    fn a_name_becomes_a_filter_beside_the_others() {
        let s = search("quoi=plonge&metier=N1101&metier-nom=babysitter&metier-nom=zzz");
        assert_eq!(s.query.occupations, ["N1101", "K1303"]);
        assert_eq!(s.page_query(&1), "quoi=plonge&metier=N1101&metier=K1303");
        assert_eq!((s.filters, s.wrong.len()), (2, 0));
        assert_eq!(search("metier=K1303&metier-nom=Garde+d%27enfant").query.occupations, ["K1303"]);
    }

    #[test]
    fn what_is_doubtful_stays_as_it_was_typed() {
        for (typed, code) in [("agent", "search-occupation-several"), ("zzzzzz", "search-occupation-unknown")] {
            let s = search(&format!("metier-nom={typed}"));
            assert_eq!((s.wrong[0].code, s.fields.get(FIELD)), (code, typed));
            assert!(s.query.occupations.is_empty());
        }
        assert_eq!(
            (code("g1803"), code("babysitter"), code("agent")),
            ("G1803".into(), "K1303".into(), "agent".into())
        );
        assert!(search("metier-nom=+").wrong.is_empty());
        assert_eq!(search(&format!("metier-nom={}", "mot+".repeat(2_000))).wrong.len(), 1);
    }
}
