//! Which documents hold which word, and in which field: a document counts once per stem, in its weightiest field.

use super::stem::stem;
use super::text::words;
use super::typo::letters;
use roaring::RoaringBitmap;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::Arc;

/// All words ever seen, and the documents that hold them now.
#[derive(Default)]
pub struct Lexicon {
    pub(super) forms: Vec<Form>,
    pub(super) by_text: BTreeMap<Arc<str>, u32>,
    pub(super) stems: FxHashMap<String, u32>,
    postings: Vec<Posting>,
}

/// A word as written, folded.
pub struct Form {
    pub(super) text: Arc<str>,
    /// The word with its accents, when somebody wrote it so.
    pub(super) accented: Option<Box<str>>,
    pub(super) letters: u32,
    pub(super) stem: u32,
    /// How many documents hold it.
    pub(super) docs: u32,
}

/// The documents of one stem: by title, by keywords, by description.
#[derive(Default)]
pub struct Posting([RoaringBitmap; 3]);

impl Posting {
    pub(super) fn field(&self, field: usize) -> &RoaringBitmap {
        &self.0[field]
    }

    pub(super) fn len(&self) -> u64 {
        self.0.iter().map(RoaringBitmap::len).sum()
    }

    pub(super) fn contains(&self, doc: u32) -> bool {
        self.0.iter().any(|set| set.contains(doc))
    }
}

impl Lexicon {
    /// Adds the fields of a document, weightiest first, and returns its forms, to be given back to [`Lexicon::remove`].
    pub fn add(&mut self, doc: u32, fields: [&str; 3]) -> Box<[u32]> {
        let (mut forms, mut places) = (Vec::new(), Vec::new());
        for (field, text) in fields.into_iter().enumerate() {
            for word in words(text) {
                let form = self.form(&word.folded, &text[word.at]);
                forms.push(form);
                places.push((self.forms[form as usize].stem, field));
            }
        }
        places.sort_unstable();
        places.dedup_by_key(|(stem, _)| *stem);
        for (stem, field) in places {
            self.postings[stem as usize].0[field].insert(doc);
        }
        forms.sort_unstable();
        forms.dedup();
        for form in &forms {
            self.forms[*form as usize].docs += 1;
        }
        forms.into_boxed_slice()
    }

    /// Takes a document out.
    pub fn remove(&mut self, doc: u32, forms: &[u32]) {
        for form in forms {
            let form = &mut self.forms[*form as usize];
            form.docs = form.docs.saturating_sub(1);
            for set in &mut self.postings[form.stem as usize].0 {
                set.remove(doc);
            }
        }
    }

    pub(super) fn posting(&self, stem: u32) -> &Posting {
        &self.postings[stem as usize]
    }

    fn form(&mut self, folded: &str, written: &str) -> u32 {
        if let Some(known) = self.by_text.get(folded) {
            let form = &mut self.forms[*known as usize];
            if form.accented.is_none() && !written.is_ascii() {
                form.accented = Some(written.to_lowercase().into());
            }
            return *known;
        }
        let number = u32::try_from(self.forms.len()).unwrap_or(u32::MAX);
        let text: Arc<str> = folded.into();
        let accented = (!written.is_ascii()).then(|| written.to_lowercase().into());
        let stem = self.stem(folded);
        self.forms.push(Form { text: text.clone(), accented, letters: letters(folded), stem, docs: 0 });
        self.by_text.insert(text, number);
        number
    }

    fn stem(&mut self, folded: &str) -> u32 {
        let stem = stem(folded);
        if let Some(known) = self.stems.get(&stem) {
            return *known;
        }
        let number = u32::try_from(self.postings.len()).unwrap_or(u32::MAX);
        self.postings.push(Posting::default());
        self.stems.insert(stem, number);
        number
    }
}
