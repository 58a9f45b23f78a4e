//! Where a key leads in a grid, cell by cell: <https://www.w3.org/WAI/ARIA/apg/patterns/grid/>.

/// A cell. Row 0 is the row of the column headers, column 0 that of the row headers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub row: usize,
    pub column: usize,
}

/// A move from one cell to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Up,
    Down,
    Back,
    On,
    RowStart,
    RowEnd,
    First,
    Last,
    PageUp,
    PageDown,
}

impl Step {
    /// The move a key stands for. `held` says whether Ctrl or Meta is down; where one reads from
    /// right to left, the next cell is the one on the left.
    pub fn of_key(key: &str, held: bool, right_to_left: bool) -> Option<Self> {
        Some(match (key, held) {
            ("ArrowUp", false) => Self::Up,
            ("ArrowDown", false) => Self::Down,
            ("ArrowLeft", false) if right_to_left => Self::On,
            ("ArrowRight", false) if right_to_left => Self::Back,
            ("ArrowLeft", false) => Self::Back,
            ("ArrowRight", false) => Self::On,
            ("Home", false) => Self::RowStart,
            ("End", false) => Self::RowEnd,
            ("Home", true) => Self::First,
            ("End", true) => Self::Last,
            ("PageUp", false) => Self::PageUp,
            ("PageDown", false) => Self::PageDown,
            _ => return None,
        })
    }

    /// Where it leads from `cell`; `last` is the last cell of all, `page` as many rows as are in view.
    /// At an edge it stays.
    pub fn from(self, cell: Cell, last: Cell, page: usize) -> Cell {
        let Cell { row, column } = cell;
        // A page up ends below the headers; an arrow leads on to them.
        let below_headers = row.min(1);
        let to = match self {
            Self::Up => Cell { row: row.saturating_sub(1), column },
            Self::Down => Cell { row: row + 1, column },
            Self::Back => Cell { row, column: column.saturating_sub(1) },
            Self::On => Cell { row, column: column + 1 },
            Self::RowStart => Cell { row, column: 0 },
            Self::RowEnd => Cell { row, column: last.column },
            Self::First => Cell { row: 0, column: 0 },
            Self::Last => last,
            Self::PageUp => Cell { row: row.saturating_sub(page).max(below_headers), column },
            Self::PageDown => Cell { row: row + page, column },
        };
        Cell { row: to.row.min(last.row), column: to.column.min(last.column) }
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Step};

    fn cell(row: usize, column: usize) -> Cell {
        Cell { row, column }
    }

    #[test]
    fn keys_lead_cell_by_cell_and_stop_at_the_edges() {
        let last = cell(100, 8);
        for (key, held, from, to) in [
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
            let step = Step::of_key(key, held, false).unwrap();
            assert_eq!(step.from(from, last, 20), to, "{key} from {from:?}");
        }
    }

    #[test]
    fn where_one_reads_from_right_to_left_the_arrows_do_too() {
        assert_eq!(Step::of_key("ArrowLeft", false, true), Some(Step::On));
        assert_eq!(Step::of_key("ArrowRight", false, true), Some(Step::Back));
        assert_eq!(Step::of_key("ArrowRight", true, false), None);
        assert_eq!(Step::of_key("a", false, false), None);
    }
}
