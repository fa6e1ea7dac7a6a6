//! The same conditions come back offer after offer: they are read once, and held once while an offer has them.

use crate::offers::Conditions;
use rustc_hash::FxHashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError, Weak};

/// Conditions in use, by their text as stored.
#[derive(Default)]
struct Known {
    by_text: FxHashMap<Box<str>, Weak<Conditions>>,
    /// Size at which those that nobody has any more are dropped.
    limit: usize,
}

static KNOWN: LazyLock<Mutex<Known>> = LazyLock::new(Mutex::default);

/// The conditions written in a text.
///
/// # Errors
/// When the text is not what was stored.
pub fn read(text: &str) -> serde_json::Result<Arc<Conditions>> {
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(held) = known.by_text.get(text).and_then(Weak::upgrade) {
        return Ok(held);
    }
    let fresh: Arc<Conditions> = Arc::new(serde_json::from_str(text)?);
    if known.by_text.len() >= known.limit {
        known.by_text.retain(|_, held| held.strong_count() > 0);
        known.limit = (known.by_text.len() * 2).max(1_024);
    }
    known.by_text.insert(text.into(), Arc::downgrade(&fresh));
    Ok(fresh)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_conditions_are_held_once_and_forgotten_with_their_last_offer() {
        let text = |days: u32| {
            format!(
                r#"{{"commission_percent":0,"paid_by":"shared test","costs":"","insurance":"","equipment":"","requirements":"","cancellation":"","contact":"","pay_delay_days":{days},"contributions_withheld":false,"agency":null}}"#
            )
        };
        let first = read(&text(1)).unwrap();
        assert!(Arc::ptr_eq(&first, &read(&text(1)).unwrap()));
        assert!(!Arc::ptr_eq(&first, &read(&text(2)).unwrap()));
        for days in 0..5_000 {
            assert_eq!(u32::from(read(&text(days)).unwrap().pay_delay_days), days);
        }
        assert!(KNOWN.lock().unwrap().by_text.len() < 4_000, "what nobody has is dropped");
        assert!(read("{}").is_err());
    }
}
