//! Saved questions, asked the other way round: which of them does a document answer? Each is filed under what few documents
//! have, its place first, then a word, a platform or an occupation; only those filed under what the document has are asked.

use super::anchors::Anchors;
use super::doc::{Payload, Point};
use super::geo::{Disc, Overlap};
use super::index::Board;
use super::query::Query;
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::hash::{BuildHasher, Hash};
use uuid::Uuid;

/// Side of the smallest cells, in degrees; each size is twice the one before.
const SIDE: f32 = 0.05;

/// How many sizes of cells there are.
const SIZES: u8 = 9;

/// A disc that touches more cells is filed as if it were everywhere.
const MOST_CELLS: usize = 40;

const METRES_PER_DEGREE: f32 = 111_195.0;

/// Where a question is filed: a size of cells, a row, a column.
type Cell = Option<(u8, i16, i16)>;

/// What a question is filed under besides its place.
#[derive(Hash)]
enum Trait<'a> {
    Word(u32),
    Platform(Uuid),
    Occupation(&'a str),
    Any,
}

/// Saved questions, by a key of the caller's.
pub struct Watches<K> {
    all: Vec<Option<(K, Query)>>,
    free: Vec<u32>,
    numbers: FxHashMap<K, u32>,
    anchors: Anchors,
    /// Numbers by the hash of a cell and a trait; two that share a hash are asked in vain, never missed.
    files: FxHashMap<u64, Vec<u32>>,
    /// How many questions are filed under each size of cells; the last place is for those that are everywhere.
    sizes: [usize; SIZES as usize + 1],
}

impl<K> Default for Watches<K> {
    fn default() -> Self {
        Self {
            all: Vec::new(),
            free: Vec::new(),
            numbers: FxHashMap::default(),
            anchors: Anchors::default(),
            files: FxHashMap::default(),
            sizes: [0; SIZES as usize + 1],
        }
    }
}

impl<K: Clone + Eq + Hash> Watches<K> {
    /// No saved question.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How many questions are saved.
    #[must_use]
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Says whether no question is saved.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// Saves a question, or replaces the one of the same key.
    pub fn add(&mut self, key: K, query: Query) {
        self.remove(&key);
        let word = query.text.as_deref().and_then(|text| self.anchors.add(text));
        let number = self.free.pop().unwrap_or_else(|| {
            self.all.push(None);
            u32::try_from(self.all.len() - 1).unwrap_or(u32::MAX)
        });
        let cells = cells(&query);
        for hash in files(&query, word, &cells) {
            self.files.entry(hash).or_default().push(number);
        }
        self.sizes[size(&cells)] += 1;
        self.numbers.insert(key.clone(), number);
        self.all[number as usize] = Some((key, query));
    }

    /// Forgets a question; says whether it was there.
    pub fn remove(&mut self, key: &K) -> bool {
        let Some(number) = self.numbers.remove(key) else { return false };
        let Some((_, query)) = self.all[number as usize].take() else { return false };
        let word = query.text.as_deref().and_then(|text| self.anchors.find(text));
        let cells = cells(&query);
        for hash in files(&query, word, &cells) {
            if let Some(numbers) = self.files.get_mut(&hash) {
                numbers.retain(|known| *known != number);
                if numbers.is_empty() {
                    self.files.remove(&hash);
                }
            }
        }
        self.sizes[size(&cells)] -= 1;
        if let Some(word) = word {
            self.anchors.remove(word);
        }
        self.free.push(number);
        true
    }

    /// Keys of the questions that a visible document answers with all their words, as [`Board::matches`] says.
    #[must_use]
    pub fn hear<P: Payload>(&self, board: &Board<P>, id: Uuid, now: i64) -> Vec<K> {
        if !board.visible(id, now) {
            return Vec::new();
        }
        let mut numbers = self.filed(board, id);
        numbers.sort_unstable();
        numbers.dedup();
        let mut texts: FxHashMap<&str, bool> = FxHashMap::default();
        let asked = numbers.iter().filter_map(|number| self.all[*number as usize].as_ref());
        let heard = asked.filter(|(_, query)| {
            board.answers(query, id, now)
                && query.text.as_deref().is_none_or(|text| *texts.entry(text).or_insert_with(|| board.says(text, id)))
        });
        heard.map(|(key, _)| key.clone()).collect()
    }

    /// The questions filed under what a document has.
    fn filed<P: Payload>(&self, board: &Board<P>, id: Uuid) -> Vec<u32> {
        let Some((place, platform, code)) = board.facts(id) else { return Vec::new() };
        let mut traits: Vec<Trait<'_>> = self.anchors.heard(board, id).into_iter().map(Trait::Word).collect();
        traits.extend((0..=code.len()).filter_map(|n| code.get(..n)).map(Trait::Occupation));
        traits.extend([Trait::Platform(platform), Trait::Any]);
        let near = (0..SIZES).filter(|n| self.sizes[usize::from(*n)] > 0).filter_map(|n| Some(Some(cell(n, place?))));
        let cells: Vec<Cell> = near.chain([None]).collect();
        let hashes = cells.iter().flat_map(|cell| traits.iter().map(|of| hash(*cell, of)));
        hashes.filter_map(|hash| self.files.get(&hash)).flatten().copied().collect()
    }
}

/// The hashes that a question is filed under.
fn files(query: &Query, word: Option<u32>, cells: &[Cell]) -> Vec<u64> {
    let traits: Vec<Trait<'_>> = match word {
        Some(word) => vec![Trait::Word(word)],
        None if !query.platforms.is_empty() => query.platforms.iter().copied().map(Trait::Platform).collect(),
        None if !query.occupations.is_empty() => query.occupations.iter().map(|code| Trait::Occupation(code)).collect(),
        None => vec![Trait::Any],
    };
    let mut all: Vec<u64> = cells.iter().flat_map(|cell| traits.iter().map(|of| hash(*cell, of))).collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn hash(cell: Cell, of: &Trait<'_>) -> u64 {
    FxBuildHasher.hash_one((cell, of))
}

/// The cells that a question is filed under: those that its disc touches, of the size of the disc; none when nothing is near.
fn cells(query: &Query) -> Vec<Cell> {
    let Some((centre, radius)) = query.near else { return vec![None] };
    let disc = Disc::new(centre, radius);
    let Some((south_west, north_east)) = disc.frame() else { return Vec::new() };
    let fits = |size: &u8| side(*size) * METRES_PER_DEGREE >= disc.radius();
    let Some(size) = (0..SIZES).find(fits) else { return vec![None] };
    let ((_, south, west), (_, north, east)) = (cell(size, south_west), cell(size, north_east));
    let columns = usize::try_from(i32::from(east) - i32::from(west) + 1).unwrap_or(0);
    let rows = usize::try_from(i32::from(north) - i32::from(south) + 1).unwrap_or(0);
    if rows * columns > MOST_CELLS {
        return vec![None];
    }
    let all = (south..=north).flat_map(|row| (west..=east).map(move |column| (size, row, column)));
    all.filter(|cell| disc.meets(frame(*cell)) != Overlap::Outside).map(Some).collect()
}

/// Where questions filed under some cells are counted.
fn size(cells: &[Cell]) -> usize {
    cells.first().copied().flatten().map_or(usize::from(SIZES), |(size, ..)| usize::from(size))
}

fn side(size: u8) -> f32 {
    SIDE * f32::from(1_u16 << size)
}

#[expect(clippy::cast_possible_truncation, reason = "the earth has 7,200 cells around; the cast saturates beyond")]
fn cell(size: u8, at: Point) -> (u8, i16, i16) {
    (size, (at.lat / side(size)).floor() as i16, (at.lon / side(size)).floor() as i16)
}

fn frame((size, row, column): (u8, i16, i16)) -> super::geo::Frame {
    let corner = |row: f32, column: f32| Point { lat: row * side(size), lon: column * side(size) };
    let (row, column) = (f32::from(row), f32::from(column));
    (corner(row, column), corner(row + 1.0, column + 1.0))
}
