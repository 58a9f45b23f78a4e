//! Keyboard navigation from cell to cell: <https://www.w3.org/WAI/ARIA/apg/patterns/grid/>.

/// The position of a cell. Row 0 holds the column headers, column 0 the row headers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CellPosition {
    pub row: usize,
    pub column: usize,
}

/// A move from one cell to another with the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellMove {
    Up,
    Down,
    Previous,
    Next,
    RowStart,
    RowEnd,
    First,
    Last,
    PageUp,
    PageDown,
}

impl CellMove {
    /// The move for a key, with or without Ctrl or Meta. In right-to-left text the next cell is on the
    /// left.
    pub fn from_key(key: &str, with_control: bool, right_to_left: bool) -> Option<Self> {
        Some(match (key, with_control) {
            ("ArrowUp", false) => Self::Up,
            ("ArrowDown", false) => Self::Down,
            ("ArrowLeft", false) if right_to_left => Self::Next,
            ("ArrowRight", false) if right_to_left => Self::Previous,
            ("ArrowLeft", false) => Self::Previous,
            ("ArrowRight", false) => Self::Next,
            ("Home", false) => Self::RowStart,
            ("End", false) => Self::RowEnd,
            ("Home", true) => Self::First,
            ("End", true) => Self::Last,
            ("PageUp", false) => Self::PageUp,
            ("PageDown", false) => Self::PageDown,
            _ => return None,
        })
    }

    /// Returns the cell that the move leads to from `cell`. `last` is the last cell of the grid, `page`
    /// the number of visible rows. Moves stop at the edges.
    pub fn from(self, cell: CellPosition, last: CellPosition, page: usize) -> CellPosition {
        let CellPosition { row, column } = cell;
        // Page Up stops below the column headers; the arrow key goes on to them.
        let below_headers = row.min(1);
        let to = match self {
            Self::Up => CellPosition { row: row.saturating_sub(1), column },
            Self::Down => CellPosition { row: row + 1, column },
            Self::Previous => CellPosition { row, column: column.saturating_sub(1) },
            Self::Next => CellPosition { row, column: column + 1 },
            Self::RowStart => CellPosition { row, column: 0 },
            Self::RowEnd => CellPosition { row, column: last.column },
            Self::First => CellPosition { row: 0, column: 0 },
            Self::Last => last,
            Self::PageUp => {
                CellPosition { row: row.saturating_sub(page).max(below_headers), column }
            }
            Self::PageDown => CellPosition { row: row + page, column },
        };
        CellPosition { row: to.row.min(last.row), column: to.column.min(last.column) }
    }
}

#[cfg(test)]
mod tests {
    use super::{CellMove, CellPosition};

    fn cell(row: usize, column: usize) -> CellPosition {
        CellPosition { row, column }
    }

    #[test]
    fn keys_move_from_cell_to_cell_and_stop_at_the_edges() {
        let last = cell(100, 8);
        for (key, with_control, from, to) in [
            ("ArrowDown", false, cell(1, 2), cell(2, 2)),
            ("ArrowDown", false, cell(100, 2), cell(100, 2)),
            ("ArrowUp", false, cell(1, 2), cell(0, 2)),
            ("ArrowUp", false, cell(0, 2), cell(0, 2)),
            ("ArrowRight", false, cell(1, 7), cell(1, 8)),
            ("ArrowRight", false, cell(1, 8), cell(1, 8)),
            ("ArrowLeft", false, cell(1, 0), cell(1, 0)),
            ("Home", false, cell(5, 5), cell(5, 0)),
            ("End", false, cell(5, 5), cell(5, 8)),
            ("Home", true, cell(5, 5), cell(0, 0)),
            ("End", true, cell(5, 5), cell(100, 8)),
            ("PageDown", false, cell(5, 5), cell(25, 5)),
            ("PageDown", false, cell(95, 5), cell(100, 5)),
            ("PageUp", false, cell(25, 5), cell(5, 5)),
            ("PageUp", false, cell(5, 5), cell(1, 5)),
            ("PageUp", false, cell(0, 5), cell(0, 5)),
        ] {
            let step = CellMove::from_key(key, with_control, false).unwrap();
            assert_eq!(step.from(from, last, 20), to, "{key} from {from:?}");
        }
    }

    #[test]
    fn arrow_keys_are_mirrored_in_right_to_left_text() {
        assert_eq!(CellMove::from_key("ArrowLeft", false, true), Some(CellMove::Next));
        assert_eq!(CellMove::from_key("ArrowRight", false, true), Some(CellMove::Previous));
        assert_eq!(CellMove::from_key("ArrowRight", true, false), None);
        assert_eq!(CellMove::from_key("a", false, false), None);
    }
}
