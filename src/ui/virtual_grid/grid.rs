//! A grid at work: what is in view, which nodes show it, and which cell the keys are on.

use super::Sheet;
use super::pool::{Place, Pool};
use super::step::{Cell, Step};
use super::window::Axis;
use crate::browser::grid_nodes::{GridNodes, Refused, Sizes};
use crate::browser::grid_place;

/// Rows drawn beyond either edge of what is in view, so that scrolling does not show the ground.
const ROWS_BESIDE: usize = 4;
/// Columns drawn beyond either edge.
const COLUMNS_BESIDE: usize = 1;
/// The most cells that are drawn. With three nodes each and the headers they are some 1,400 nodes.
const MOST_CELLS: usize = 360;
/// The most columns that are drawn.
const MOST_COLUMNS: usize = 20;

/// The grid and what it shows.
pub(super) struct Grid {
    nodes: GridNodes,
    sheet: Sheet,
    sizes: Sizes,
    /// For how many rows and columns the sizes were taken: the frame is lower where there are few
    /// rows, and few columns are wider.
    sized_for: (usize, usize),
    /// How far it is scrolled, down and on.
    scrolled: (f64, f64),
    rows: Pool,
    columns: Pool,
    active: Cell,
    focused: bool,
    right_to_left: bool,
}

impl Grid {
    /// A grid in empty nodes.
    pub fn new(nodes: GridNodes, sheet: Sheet, right_to_left: bool) -> Self {
        let mut grid = Self {
            nodes,
            sheet,
            sizes: Sizes::default(),
            sized_for: (0, 0),
            scrolled: (0.0, 0.0),
            rows: Pool::default(),
            columns: Pool::default(),
            active: Cell { row: 1, column: 0 },
            focused: false,
            right_to_left,
        };
        grid.start();
        if let Some(((down, on), (row, column))) = grid_place::found() {
            grid.active = Cell { row, column };
            grid.scroll_to(down, on);
            grid.draw(false);
        }
        grid
    }

    fn keep_place(&self) {
        grid_place::keep((self.scrolled, (self.active.row, self.active.column)));
    }

    /// Shows something else, from its first row on.
    pub fn show(&mut self, sheet: Sheet) {
        self.sheet = sheet;
        if self.scrolled.0 > 0.0 && !self.focused {
            self.scroll_to(0.0, self.scrolled.1);
        }
        self.start();
    }

    fn start(&mut self) {
        let _ = self.nodes.count(self.sheet.rows, self.sheet.columns);
        if self.sheet.rows > self.sized_for.0 || self.sheet.columns != self.sized_for.1 {
            self.measure();
        }
        self.draw(true);
    }

    /// Takes the sizes again, and draws what is in view then.
    pub fn measure_anew(&mut self) {
        self.measure();
        self.draw(false);
    }

    fn measure(&mut self) {
        if let Ok(sizes) = self.nodes.sizes() {
            self.sizes = sizes;
            self.sized_for = (self.sheet.rows, self.sheet.columns);
        }
    }

    /// Draws what was scrolled into view.
    pub fn follow_scroll(&mut self) {
        self.scrolled = self.nodes.scrolled();
        self.draw(false);
        self.keep_place();
    }

    /// Takes the cell that got the focus as the one the keys are on.
    pub fn follow_focus(&mut self, cell: Option<(usize, usize)>) {
        self.focused = true;
        if let Some((row, column)) = cell {
            self.active = Cell { row, column };
            self.mark_active(false);
        }
    }

    /// The focus went elsewhere.
    pub fn lose_focus(&mut self) {
        self.focused = false;
    }

    /// Goes where a key leads; whether it was a key of the grid.
    pub fn take_key(&mut self, key: &str, held: bool) -> bool {
        let Some(step) = Step::of_key(key, held, self.right_to_left) else { return false };
        self.active = step.from(self.active, self.last(), self.down().page());
        let (mut down, mut on) = self.scrolled;
        if let Some(row) = self.active.row.checked_sub(1) {
            down = self.down().revealing(row);
        }
        if let Some(column) = self.active.column.checked_sub(1) {
            on = self.on().revealing(column);
        }
        if (down, on) != self.scrolled {
            self.scroll_to(down, on);
        }
        self.draw(false);
        self.mark_active(true);
        self.keep_place();
        true
    }

    /// The nodes, for what is done with them and not with the grid.
    pub fn nodes(&self) -> &GridNodes {
        &self.nodes
    }

    fn last(&self) -> Cell {
        Cell { row: self.sheet.rows, column: self.sheet.columns }
    }

    fn down(&self) -> Axis {
        let Sizes { view_height: view, row: line, .. } = self.sizes;
        Axis { scrolled: self.scrolled.0, view, line, count: self.sheet.rows }
    }

    fn on(&self) -> Axis {
        let Sizes { view_width: view, column: line, .. } = self.sizes;
        Axis { scrolled: self.scrolled.1, view, line, count: self.sheet.columns }
    }

    fn scroll_to(&mut self, down: f64, on: f64) {
        self.scrolled = (down, on);
        self.nodes.scroll_to(down, on, self.right_to_left);
    }

    /// Draws what is in view; with `anew` also where a node shows the same row or column as before.
    /// Refused only where a node cannot be made, and then the rest is drawn with the next move.
    fn draw(&mut self, anew: bool) {
        self.stay_in_view();
        let _ = self.turn(anew);
        self.mark_active(false);
    }

    /// While the focus is elsewhere, the tabulator leads to a cell that is in view.
    fn stay_in_view(&mut self) {
        let Cell { row, column } = self.active;
        let last = self.last();
        self.active = Cell { row: row.min(last.row), column: column.min(last.column) };
        if !self.focused {
            self.active.row = self.down().nearest_in_view(row.min(last.row));
            self.active.column = self.on().nearest_in_view(column.min(last.column));
        }
    }

    fn turn(&mut self, anew: bool) -> Result<(), Refused> {
        let columns = self.on().window(COLUMNS_BESIDE, MOST_COLUMNS);
        let most_rows = MOST_CELLS / (columns.len() + 1);
        let rows = self.down().window(ROWS_BESIDE, most_rows);
        // The active cell stays drawn wherever one scrolls, so that it can keep the focus.
        let (kept_row, kept_column) =
            (self.active.row.checked_sub(1), self.active.column.checked_sub(1));
        let row_turns = self.rows.show(rows, kept_row);
        let column_turns = self.columns.show(columns, kept_column);
        for turn in &column_turns {
            self.nodes.lay_column(turn.node, turn.line)?;
            match turn.place {
                Place::Stay => {}
                Place::Before(other) => self.nodes.move_column(turn.node, Some(other))?,
                Place::Last => self.nodes.move_column(turn.node, None)?,
            }
        }
        for turn in &row_turns {
            self.nodes.lay_line(turn.node, turn.line)?;
            match turn.place {
                Place::Stay => {}
                Place::Before(other) => self.nodes.move_line(turn.node, Some(other))?,
                Place::Last => self.nodes.move_line(turn.node, None)?,
            }
        }
        let turned = |turns: &[super::pool::Turn], node| turns.iter().any(|turn| turn.node == node);
        for (node, column) in self.columns.shown() {
            if anew || turned(&column_turns, node) {
                self.nodes.write_column(node, &(self.sheet.column_head)(column))?;
            }
        }
        for (line, row) in self.rows.shown() {
            let row_anew = anew || turned(&row_turns, line);
            if row_anew {
                self.nodes.write_line(line, &(self.sheet.row_head)(row))?;
            }
            for (node, column) in self.columns.shown() {
                if row_anew || turned(&column_turns, node) {
                    self.nodes.write_cell(line, node, (self.sheet.cell)(row, column))?;
                }
            }
        }
        Ok(())
    }

    fn mark_active(&mut self, focused: bool) {
        let Cell { row, column } = self.active;
        let line = row.checked_sub(1);
        let is_heading = line
            .is_some_and(|row| row < self.sheet.rows && (self.sheet.row_head)(row).href.is_none());
        let column = column.checked_sub(1).filter(|_| !is_heading);
        let number = line.and_then(|row| self.rows.node_of(row));
        let column_number = column.and_then(|column| self.columns.node_of(column));
        // A row that is not drawn has no cell; there is none only in an empty grid.
        if number.is_some() == line.is_some() {
            self.nodes.stop_at(number, column_number, focused);
        }
    }
}
