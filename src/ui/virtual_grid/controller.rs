//! The state of a grid: which rows and columns are rendered, in which nodes, and the active cell.

use super::GridModel;
use super::axis::Axis;
use super::cell_move::{CellMove, CellPosition};
use super::node_pool::{NodePool, NodeUpdate};
use crate::browser::dom::DomError;
use crate::browser::grid_nodes::{GridNodes, GridSizes, ScrollOffset};
use crate::browser::grid_position::{self, GridPosition};

/// Rows rendered beyond either edge of the visible ones, so that scrolling does not show gaps.
const ROW_OVERSCAN: usize = 4;
/// Columns rendered beyond either edge.
const COLUMN_OVERSCAN: usize = 1;
/// The most cells that are rendered. With three nodes each and the headers they are some 1,400 nodes.
const MAX_CELLS: usize = 360;
/// The most columns that are rendered.
const MAX_COLUMNS: usize = 20;

/// A grid, its nodes and its content.
pub(super) struct GridController {
    nodes: GridNodes,
    model: GridModel,
    sizes: GridSizes,
    /// The number of rows and columns when the sizes were measured: a grid with few rows is lower,
    /// and few columns are wider.
    measured_for: (usize, usize),
    scroll: ScrollOffset,
    rows: NodePool,
    columns: NodePool,
    active: CellPosition,
    has_focus: bool,
    right_to_left: bool,
}

impl GridController {
    /// Renders `model` into empty nodes, at the saved position if there is one.
    pub fn new(nodes: GridNodes, model: GridModel, right_to_left: bool) -> Self {
        let mut grid = Self {
            nodes,
            model,
            sizes: GridSizes::default(),
            measured_for: (0, 0),
            scroll: ScrollOffset::default(),
            rows: NodePool::default(),
            columns: NodePool::default(),
            active: CellPosition { row: 1, column: 0 },
            has_focus: false,
            right_to_left,
        };
        grid.start();
        if let Some(GridPosition { scroll, cell: (row, column) }) = grid_position::restored() {
            grid.active = CellPosition { row, column };
            grid.scroll_to(scroll);
            grid.render(false);
        }
        grid
    }

    /// Shows other content, from its first row on if the rows are others.
    pub fn show(&mut self, model: GridModel) {
        self.model = model;
        if self.scroll.block > 0.0 && !self.has_focus && !self.model.keeps_rows {
            self.scroll_to(ScrollOffset { block: 0.0, ..self.scroll });
        }
        self.start();
    }

    /// Measures again and renders what is visible now.
    pub fn resize(&mut self) {
        self.measure();
        self.render(false);
    }

    /// Renders what was scrolled into view.
    pub fn handle_scroll(&mut self) {
        self.scroll = self.nodes.scroll_offset();
        self.render(false);
        self.save_position();
    }

    /// Makes the focused cell the active one.
    pub fn handle_focus(&mut self, cell: Option<(usize, usize)>) {
        self.has_focus = true;
        if let Some((row, column)) = cell {
            self.active = CellPosition { row, column };
            self.mark_active(false);
        }
    }

    /// The focus left the grid.
    pub fn handle_blur(&mut self) {
        self.has_focus = false;
    }

    /// Moves the active cell with the keyboard. Returns whether the key was handled.
    pub fn handle_key(&mut self, key: &str, with_control: bool) -> bool {
        let Some(step) = CellMove::from_key(key, with_control, self.right_to_left) else {
            return false;
        };
        let (block, inline) = (self.block_axis(), self.inline_axis());
        self.active = step.from(self.active, self.last(), block.page_size());
        if !self.sizes.has_head {
            self.active.row = self.active.row.max(1).min(self.last().row);
        }
        let mut scroll = self.scroll;
        if let Some(row) = self.active.row.checked_sub(1) {
            scroll.block = block.scroll_to_reveal(row);
        }
        if let Some(column) = self.active.column.checked_sub(1) {
            scroll.inline = inline.scroll_to_reveal(column);
        }
        if scroll != self.scroll {
            self.scroll_to(scroll);
        }
        self.render(false);
        self.mark_active(true);
        self.save_position();
        true
    }

    /// The nodes of the grid.
    pub fn nodes(&self) -> &GridNodes {
        &self.nodes
    }

    fn start(&mut self) {
        let _ = self.nodes.set_counts(self.model.rows, self.model.columns);
        if self.model.rows > self.measured_for.0 || self.model.columns != self.measured_for.1 {
            self.measure();
        }
        self.render(true);
    }

    fn measure(&mut self) {
        if let Ok(sizes) = self.nodes.measure() {
            self.sizes = sizes;
            self.measured_for = (self.model.rows, self.model.columns);
        }
    }

    fn save_position(&self) {
        let CellPosition { row, column } = self.active;
        grid_position::save(GridPosition { scroll: self.scroll, cell: (row, column) });
    }

    fn last(&self) -> CellPosition {
        CellPosition { row: self.model.rows, column: self.model.columns }
    }

    fn block_axis(&self) -> Axis {
        let GridSizes { view_height: view, row: item_size, .. } = self.sizes;
        Axis { scroll: self.scroll.block, view, item_size, count: self.model.rows }
    }

    fn inline_axis(&self) -> Axis {
        let GridSizes { view_width: view, column: item_size, .. } = self.sizes;
        Axis { scroll: self.scroll.inline, view, item_size, count: self.model.columns }
    }

    fn scroll_to(&mut self, scroll: ScrollOffset) {
        self.scroll = scroll;
        self.nodes.scroll_to(scroll, self.right_to_left);
    }

    /// Renders what is visible; with `rewrite_all` also into nodes whose row and column are unchanged.
    /// If a node cannot be created, the next update renders the rest.
    fn render(&mut self, rewrite_all: bool) {
        self.keep_active_in_view();
        let _ = self.update_nodes(rewrite_all);
        self.mark_active(false);
    }

    /// While the focus is elsewhere, the active cell, which is the tab stop, stays visible.
    fn keep_active_in_view(&mut self) {
        let last = self.last();
        self.active.row = self.active.row.min(last.row);
        self.active.column = self.active.column.min(last.column);
        if !self.has_focus {
            self.active.row = self.block_axis().nearest_visible(self.active.row);
            self.active.column = self.inline_axis().nearest_visible(self.active.column);
        }
    }

    fn update_nodes(&mut self, rewrite_all: bool) -> Result<(), DomError> {
        let columns = self.inline_axis().rendered(COLUMN_OVERSCAN, MAX_COLUMNS);
        let rows = self.block_axis().rendered(ROW_OVERSCAN, MAX_CELLS / (columns.len() + 1));
        // The active cell stays rendered when it is scrolled out of view, so that it keeps the focus.
        let column_updates = self.columns.show(columns, self.active.column.checked_sub(1));
        let row_updates = self.rows.show(rows, self.active.row.checked_sub(1));
        for update in &column_updates {
            self.nodes.position_column(update.node, update.index)?;
            if update.is_moved {
                self.nodes.insert_column(update.node, update.before)?;
            }
        }
        for update in &row_updates {
            self.nodes.position_row(update.node, update.index)?;
            if update.is_moved {
                self.nodes.insert_row(update.node, update.before)?;
            }
        }
        let is_updated =
            |updates: &[NodeUpdate], node| updates.iter().any(|update| update.node == node);
        for (node, column) in self.columns.shown() {
            if rewrite_all || is_updated(&column_updates, node) {
                let is_own = self.model.own_column == Some(column);
                self.nodes.write_column(node, &(self.model.column_header)(column), is_own)?;
            }
        }
        for (row_node, row) in self.rows.shown() {
            let rewrite_row = rewrite_all || is_updated(&row_updates, row_node);
            if rewrite_row {
                self.nodes.write_row(row_node, &(self.model.row_header)(row))?;
            }
            for (node, column) in self.columns.shown() {
                if rewrite_row || is_updated(&column_updates, node) {
                    self.nodes.write_cell(row_node, node, (self.model.cell)(row, column))?;
                }
            }
        }
        Ok(())
    }

    fn mark_active(&mut self, focused: bool) {
        let row = self.active.row.checked_sub(1);
        let is_heading = row.is_some_and(|row| {
            row < self.model.rows && (self.model.row_header)(row).href.is_none()
        });
        let column = self.active.column.checked_sub(1).filter(|_| !is_heading);
        let row_node = row.and_then(|row| self.rows.node_of(row));
        let column_node = column.and_then(|column| self.columns.node_of(column));
        // The active row is always rendered, except in an empty grid.
        if row_node.is_some() == row.is_some() {
            self.nodes.set_tab_stop(row_node, column_node, focused);
        }
    }
}
