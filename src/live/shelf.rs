//! The board behind its lock, and how many times it was written: what was worked out before a write is told apart from what
//! was worked out after.

use crate::board::Board;
use crate::live::Folded;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// The board.
pub struct Shelf<P = Folded> {
    board: RwLock<Board<P>>,
    writes: AtomicU64,
}

impl<P> Shelf<P> {
    /// A shelf for an empty board.
    #[must_use]
    pub fn new(board: Board<P>) -> Self {
        Self { board: RwLock::new(board), writes: AtomicU64::new(0) }
    }

    /// The board, to be read.
    pub fn read(&self) -> RwLockReadGuard<'_, Board<P>> {
        self.board.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The board, to be written.
    pub fn write(&self) -> RwLockWriteGuard<'_, Board<P>> {
        let board = self.board.write().unwrap_or_else(PoisonError::into_inner);
        // Counted while nobody reads: who saw the board before carries an older count.
        self.writes.fetch_add(1, Ordering::AcqRel);
        board
    }

    /// How many times it was written. Read it before the board: what is then read is at least as new.
    pub fn writes(&self) -> u64 {
        self.writes.load(Ordering::Acquire)
    }
}
