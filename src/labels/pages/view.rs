//! A label and its decisions in words: what the register, the label body and the administrator all show alike.

use crate::kernel::Instant;
use crate::labels::{Kind, Label, LabelDecision, State};
use crate::web::Page;

/// A state in words.
pub struct LabelView {
    /// The word of the trade.
    pub word: &'static str,
    /// "Actif"
    pub state: String,
    /// "Jusqu’au 02/02/2028"
    pub when: String,
}

impl LabelView {
    /// The state now.
    #[must_use]
    pub fn of(page: &Page, label: &Label) -> Self {
        let state = label.state_at(page.now);
        Self { word: state.word(), state: page.word("register-state", state.word()), when: when(page, state) }
    }

    /// The style of its badge: green is for what protects only.
    #[must_use]
    pub fn badge(&self) -> &'static str {
        match self.word {
            "active" => "badge--label",
            "suspended" => "badge--error",
            "pending" => "badge--info",
            _ => "badge--line",
        }
    }

    /// The drawing of its badge.
    #[must_use]
    pub fn icon(&self) -> &'static str {
        match self.word {
            "active" => "shield-check",
            "suspended" => "warning",
            "pending" | "expired" => "clock",
            _ => "cross",
        }
    }
}

fn when(page: &Page, state: State) -> String {
    match (state, state.span()) {
        (State::Pending(kind), _) => page.word("label-kind", kind.as_str()),
        (State::Active { .. }, (_, Some(until))) => page.t.register_until(page.date(&until)),
        (_, (Some(since), Some(until))) => page.t.register_from_to(page.date(&since), page.date(&until)),
        (_, (Some(since), None)) => page.t.register_since(page.date(&since)),
        _ => String::new(),
    }
}

/// A decision in words.
pub struct DecisionView {
    /// "Label suspendu"
    pub what: String,
    /// When, for machines.
    pub machine: String,
    /// When.
    pub date: String,
    /// From when it holds, if later; until when, if it has an end.
    pub holds: Vec<String>,
    /// Why, as it was signed.
    pub reason: String,
    /// Who signed.
    pub author: String,
    /// In whose name.
    pub authority: String,
    /// Until when it can or could be appealed.
    pub appeal: Option<String>,
    /// The style of its line.
    pub style: &'static str,
}

impl DecisionView {
    /// Every decision, latest first.
    #[must_use]
    pub fn all(page: &Page, label: &Label) -> Vec<Self> {
        label.decisions().iter().rev().map(|d| Self::of(page, d)).collect()
    }

    fn of(page: &Page, d: &LabelDecision) -> Self {
        let later = (d.effective_at > d.decided_at).then(|| page.t.decision_from(page.date(&d.effective_at)));
        let end = d.until.map(|until| page.t.decision_until(page.date(&until)));
        Self {
            what: page.word("label-kind", d.kind.as_str()),
            machine: page.machine(&d.decided_at),
            date: page.date(&d.decided_at),
            holds: later.into_iter().chain(end).collect(),
            reason: d.reason.clone(),
            author: d.author.clone(),
            authority: d.authority.clone(),
            appeal: d.appeal_until.map(|until| appeal(page, until)),
            style: style(d.kind),
        }
    }
}

const fn style(kind: Kind) -> &'static str {
    match kind {
        Kind::Suspended | Kind::Withdrawn => "timeline__alert",
        _ => "",
    }
}

fn appeal(page: &Page, until: Instant) -> String {
    let date = page.date(&until);
    if page.now < until { page.t.decision_appeal(date) } else { page.t.decision_appeal_over(date) }
}

/// A SIREN as it is read aloud: three groups of three.
#[must_use]
pub fn siren(digits: &str) -> String {
    let digits: Vec<char> = digits.chars().collect();
    digits.chunks(3).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("\u{a0}")
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_siren_is_read_in_groups_of_three() {
        assert_eq!(super::siren("732829320"), "732\u{a0}829\u{a0}320");
    }
}
