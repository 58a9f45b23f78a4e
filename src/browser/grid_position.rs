//! Remembers where each grid was scrolled, so that going back restores it.

use super::grid_nodes::ScrollOffset;
use super::history::{current_url, state};
use rustc_hash::FxHashMap;
use std::cell::RefCell;

/// The scroll offset of a grid and its active cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GridPosition {
    /// How far the grid is scrolled.
    pub scroll: ScrollOffset,
    /// The row and column of the active cell.
    pub cell: (usize, usize),
}

thread_local! {
    /// By URL; lasts until the page is unloaded.
    static POSITIONS: RefCell<FxHashMap<String, GridPosition>> = RefCell::default();
}

/// Saves the position of the grid on the current page.
pub fn save(position: GridPosition) {
    POSITIONS.with_borrow_mut(|positions| positions.insert(current_url(), position));
}

/// The saved position for the current page, if the visitor came back to it. A new history entry has
/// no state yet and starts at the top, even if its URL was visited before.
#[must_use]
pub fn restored() -> Option<GridPosition> {
    state().filter(|state| !state.is_null() && !state.is_undefined())?;
    POSITIONS.with_borrow(|positions| positions.get(&current_url()).copied())
}
