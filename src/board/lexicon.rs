//! Which documents hold which word. A document keeps its own words, by stem; the words that describe an occupation or a
//! platform are kept once for all its documents. A word that nobody holds any more is forgotten.

use super::memory::{of_entries, of_set, of_vec};
use super::packed::{pack, unpack};
use super::qualities::Shared;
use super::sets::put;
use super::stem::stem;
use super::text::each_word;
use super::typo::Shapes;
use roaring::RoaringBitmap;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::Arc;

/// All words held by a document or by a description.
#[derive(Default)]
pub struct Lexicon {
    pub(super) forms: Vec<Form>,
    pub(super) by_text: BTreeMap<Arc<str>, u32>,
    pub(super) shapes: Shapes,
    numbers: FxHashMap<Arc<str>, u32>,
    stems: FxHashMap<Arc<str>, u32>,
    postings: Vec<Posting>,
    free_forms: Vec<u32>,
    free_stems: Vec<u32>,
    described: FxHashMap<Shared, Description>,
    round: u32,
    buffer: String,
}

/// A word as written, folded.
#[derive(Default)]
pub struct Form {
    pub(super) text: Arc<str>,
    /// The word with its accents, when somebody wrote it so.
    pub(super) accented: Option<Box<str>>,
    pub(super) stem: u32,
    /// How many documents hold it.
    pub(super) docs: u32,
    /// How many descriptions hold it.
    pub(super) descriptions: u32,
    round: u32,
}

/// The documents of one stem.
#[derive(Default)]
pub struct Posting {
    /// Those that hold it in their title.
    pub(super) title: RoaringBitmap,
    /// Those that hold it in their description.
    pub(super) description: RoaringBitmap,
    /// What it describes, in order.
    pub(super) shared: Vec<Shared>,
    text: Arc<str>,
    forms: Vec<u32>,
    round: u32,
}

/// What was told about an occupation or a platform.
struct Description {
    text: Box<str>,
    /// Its forms, in order, as often as they come.
    forms: Vec<u32>,
}

impl Posting {
    /// What it describes, what it describes from afar left out.
    pub(super) fn near(&self) -> &[Shared] {
        &self.shared[..self.shared.partition_point(|of| *of < Shared::Related(0))]
    }

    /// What it describes from afar.
    pub(super) fn far(&self) -> &[Shared] {
        &self.shared[self.near().len()..]
    }

    /// The stem itself.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The forms that have this stem.
    pub(super) fn forms(&self) -> &[u32] {
        &self.forms
    }
}

impl Lexicon {
    /// Adds a document, and returns its forms, to be given back to [`Lexicon::remove`].
    pub fn add(&mut self, doc: u32, title: &str, description: &str) -> Box<[u8]> {
        let mut forms = Vec::with_capacity(96);
        let [first, second] = self.next_rounds();
        self.read(title, |lexicon, form| {
            let stem = lexicon.first_time(form, first, &mut forms);
            let posting = &mut lexicon.postings[stem as usize];
            if std::mem::replace(&mut posting.round, first) != first {
                put(&mut posting.title, doc);
            }
        });
        self.read(description, |lexicon, form| {
            let stem = lexicon.first_time(form, first, &mut forms);
            let posting = &mut lexicon.postings[stem as usize];
            if std::mem::replace(&mut posting.round, second) != second {
                put(&mut posting.description, doc);
            }
        });
        forms.sort_unstable();
        pack(&forms)
    }

    /// Takes a document out.
    pub fn remove(&mut self, doc: u32, forms: &[u8]) {
        for number in unpack(forms) {
            let form = &mut self.forms[number as usize];
            form.docs = form.docs.saturating_sub(1);
            let posting = &mut self.postings[form.stem as usize];
            posting.title.remove(doc);
            posting.description.remove(doc);
            self.forget_unheld(number);
        }
    }

    /// Says whether an occupation or a platform was given words.
    pub fn is_described(&self, shared: Shared) -> bool {
        self.described.contains_key(&shared)
    }

    /// Gives all documents of an occupation or a platform the same words; the latest description counts.
    pub fn describe(&mut self, shared: Shared, text: &str) {
        if self.described.get(&shared).is_some_and(|known| *known.text == *text) {
            return;
        }
        let mut forms = Vec::new();
        self.read(text, |lexicon, form| {
            forms.push(form);
            lexicon.forms[form as usize].descriptions += 1;
        });
        for form in &forms {
            let posting = &mut self.postings[self.forms[*form as usize].stem as usize];
            if let Err(at) = posting.shared.binary_search(&shared) {
                posting.shared.insert(at, shared);
            }
        }
        forms.sort_unstable();
        let before = self.described.insert(shared, Description { text: text.into(), forms });
        if let Some(before) = before {
            self.undescribe(shared, &before.forms);
        }
    }

    fn undescribe(&mut self, shared: Shared, forms: &[u32]) {
        let now: Vec<u32> = self.described[&shared].forms.iter().map(|form| self.forms[*form as usize].stem).collect();
        for number in forms {
            let form = &mut self.forms[*number as usize];
            form.descriptions = form.descriptions.saturating_sub(1);
            let stem = form.stem;
            if !now.contains(&stem) {
                self.postings[stem as usize].shared.retain(|known| *known != shared);
            }
            self.forget_unheld(*number);
        }
    }

    /// The stems that a document with these forms holds, those of its descriptions included.
    pub(super) fn stems(&self, forms: &[u8], shared: [Shared; 3]) -> Vec<u32> {
        let described = shared.into_iter().filter_map(|of| self.described.get(&of)).flat_map(|of| &of.forms).copied();
        let mut stems: Vec<u32> = unpack(forms).chain(described).map(|form| self.forms[form as usize].stem).collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    }

    pub(super) fn posting(&self, stem: u32) -> &Posting {
        &self.postings[stem as usize]
    }

    pub(super) fn stem_number(&self, stem: &str) -> Option<u32> {
        self.stems.get(stem).copied()
    }

    /// Says whether the description of an occupation or a platform holds a form.
    pub(super) fn describes(&self, shared: Shared, form: u32) -> bool {
        self.described.get(&shared).is_some_and(|known| known.forms.binary_search(&form).is_ok())
    }

    /// How many words are known.
    #[cfg(test)]
    pub fn len(&self) -> (usize, usize, usize) {
        (self.by_text.len(), self.forms.len(), self.postings.len())
    }

    /// Bytes that the words take.
    pub fn memory(&self) -> usize {
        let postings = self.postings.iter().map(|posting| {
            let lists = of_vec(&posting.shared) + of_vec(&posting.forms);
            of_set(&posting.title) + of_set(&posting.description) + lists + posting.text.len()
        });
        let texts: usize = self.forms.iter().map(|form| 2 * form.text.len() + 16).sum();
        let maps = of_entries(2 * self.numbers.len() + self.stems.len(), size_of::<(Arc<str>, u32)>());
        let columns = of_vec(&self.forms) + of_vec(&self.postings) + self.shapes.memory();
        postings.sum::<usize>() + texts + maps + columns
    }

    /// Tells the forms of a text, one after the other.
    fn read(&mut self, text: &str, mut hear: impl FnMut(&mut Self, u32)) {
        let mut buffer = std::mem::take(&mut self.buffer);
        each_word(text, &mut buffer, |folded, at| {
            let form = self.form(folded, &text[at]);
            hear(self, form);
        });
        self.buffer = buffer;
    }

    /// Counts a form once per document, and tells its stem.
    fn first_time(&mut self, number: u32, round: u32, forms: &mut Vec<u32>) -> u32 {
        let form = &mut self.forms[number as usize];
        if std::mem::replace(&mut form.round, round) != round {
            form.docs += 1;
            forms.push(number);
        }
        form.stem
    }

    /// Two numbers that no form and no stem carries yet.
    fn next_rounds(&mut self) -> [u32; 2] {
        if self.round > u32::MAX - 2 {
            self.forms.iter_mut().for_each(|form| form.round = 0);
            self.postings.iter_mut().for_each(|posting| posting.round = 0);
            self.round = 0;
        }
        self.round += 2;
        [self.round - 1, self.round]
    }

    fn form(&mut self, folded: &str, written: &str) -> u32 {
        if let Some(known) = self.numbers.get(folded) {
            if !written.is_ascii() {
                let form = &mut self.forms[*known as usize];
                form.accented.get_or_insert_with(|| written.to_lowercase().into());
            }
            return *known;
        }
        let accented = (!written.is_ascii()).then(|| written.to_lowercase().into());
        let stem = self.stem(folded);
        let form = Form { text: folded.into(), accented, stem, ..Form::default() };
        let text = form.text.clone();
        let number = place(&mut self.forms, &mut self.free_forms, form);
        self.postings[stem as usize].forms.push(number);
        self.shapes.add(&text, number);
        self.by_text.insert(text.clone(), number);
        self.numbers.insert(text, number);
        number
    }

    fn stem(&mut self, folded: &str) -> u32 {
        let text: Arc<str> = stem(folded).into();
        if let Some(known) = self.stems.get(&text) {
            return *known;
        }
        let posting = Posting { text: text.clone(), ..Posting::default() };
        let number = place(&mut self.postings, &mut self.free_stems, posting);
        self.stems.insert(text, number);
        number
    }

    fn forget_unheld(&mut self, number: u32) {
        let form = &self.forms[number as usize];
        if form.docs > 0 || form.descriptions > 0 || !self.numbers.contains_key(&form.text) {
            return;
        }
        let form = std::mem::take(&mut self.forms[number as usize]);
        self.numbers.remove(&form.text);
        self.by_text.remove(&form.text);
        self.shapes.remove(&form.text, number);
        self.free_forms.push(number);
        let posting = &mut self.postings[form.stem as usize];
        posting.forms.retain(|known| *known != number);
        if posting.forms.is_empty() {
            self.stems.remove(&std::mem::take(posting).text);
            self.free_stems.push(form.stem);
        }
    }
}

/// Puts a thing where another one went, or at the end.
fn place<T>(all: &mut Vec<T>, free: &mut Vec<u32>, thing: T) -> u32 {
    if let Some(number) = free.pop() {
        all[number as usize] = thing;
        return number;
    }
    all.push(thing);
    u32::try_from(all.len() - 1).unwrap_or(u32::MAX)
}
