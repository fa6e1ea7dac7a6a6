//! Which words of job names tell what the job is: those that a name begins with, and those that come in several names.

use rustc_hash::{FxHashMap, FxHashSet};

/// A word tells what a job is when it comes in one name out of so many, and in two at least.
const SHARE: usize = 12;
const LEAST: usize = 2;

/// The telling words of job names ("Serveur / Serveuse de restaurant"), in lowercase, in the order in which they come.
pub fn telling(names: &[&str]) -> Vec<String> {
    let all: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
    let (mut counts, mut first) = (FxHashMap::<&str, usize>::default(), FxHashSet::default());
    for name in &all {
        words(name).collect::<FxHashSet<_>>().into_iter().for_each(|word| *counts.entry(word).or_default() += 1);
        first.extend(name.split(" / ").filter_map(|form| words(form).next()));
    }
    let many = LEAST.max(names.len().div_ceil(SHARE));
    let mut told = FxHashSet::default();
    let telling = all.iter().flat_map(|name| words(name)).filter(|word| first.contains(word) || counts[word] >= many);
    telling.filter(|word| told.insert(*word)).map(str::to_owned).collect()
}

fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_of_a_name_and_what_comes_often_tell_and_the_rest_does_not() {
        let names = ["Magasinier / Magasinière", "Magasinier vendeur / Magasinière vendeuse", "Agent de magasinage"];
        assert_eq!(telling(&names), ["magasinier", "magasinière", "agent"]);
        let names =
            ["Vendeur / Vendeuse en boucherie", "Marchand / Marchande de fruits", "Boucher / Bouchère en boucherie"];
        assert!(telling(&names).contains(&"boucherie".to_owned()) && !telling(&names).contains(&"fruits".to_owned()));
        assert_eq!(telling(&[]), Vec::<String>::new());
    }
}
