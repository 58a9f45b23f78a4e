//! The nodes of a virtual grid: created once, then moved and rewritten.
//!
//! Row and column nodes are numbered in the order of their creation; callers say which index each
//! shows. The style sheet defines all sizes; positions are set as whole numbers in custom properties.

use super::dom::{DomError, create_div, insert, set_property};
use super::focus;
use super::grid_cell::{GridHeader, GridMark, HeaderCell, MarkCell};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Up to this many columns share the whole width of the grid; as in `virtual-grid.css`.
pub const FEW_COLUMNS: usize = 12;

/// Measured sizes, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct GridSizes {
    /// The visible height of the rows, without the column headers.
    pub view_height: f64,
    /// The visible width of the columns, without the row headers.
    pub view_width: f64,
    /// Whether the column headers are visible. On phones they are not.
    pub has_head: bool,
    /// The height of a row.
    pub row: f64,
    /// The width of a column.
    pub column: f64,
}

/// The attribute of the cells in the visitor's column.
const OWN: &str = "data-own";

/// How far a grid is scrolled, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ScrollOffset {
    /// From the top.
    pub block: f64,
    /// From the side where lines of text start.
    pub inline: f64,
}

/// The nodes of one grid.
pub struct GridNodes {
    frame: HtmlElement,
    head: Element,
    body: Element,
    columns: Vec<ColumnNode>,
    rows: Vec<RowNode>,
    tab_stop: Option<HtmlElement>,
}

struct ColumnNode {
    header: HeaderCell,
    /// The index of the column it shows; hidden if `None`.
    index: Option<usize>,
    /// Whether it is marked as the visitor's.
    is_own: bool,
}

struct RowNode {
    row: HtmlElement,
    is_heading: bool,
    header: HeaderCell,
    /// By number of the column node.
    cells: Vec<MarkCell>,
}

impl GridNodes {
    /// Takes over a prerendered grid: a frame with the row of column headers and the body. Removes
    /// the prerendered rows and columns.
    ///
    /// # Errors
    /// If the frame has other content.
    pub fn new(frame: &HtmlElement) -> Result<Self, DomError> {
        let head = frame.first_element_child().ok_or(DomError)?;
        let body = head.next_element_sibling().ok_or(DomError)?;
        body.set_text_content(None);
        while let Some(column) = head.children().item(1) {
            column.remove();
        }
        frame.remove_attribute("data-static")?;
        let (columns, rows) = (Vec::new(), Vec::new());
        Ok(Self { frame: frame.clone(), head, body, columns, rows, tab_stop: None })
    }

    /// Sets the total number of rows and columns, without the headers.
    pub fn set_counts(&self, rows: usize, columns: usize) -> Result<(), DomError> {
        self.frame.set_attribute("aria-rowcount", &(rows + 1).to_string())?;
        self.frame.set_attribute("aria-colcount", &(columns + 1).to_string())?;
        self.frame.set_hidden(rows == 0);
        self.frame.toggle_attribute_with_force("data-few", columns <= FEW_COLUMNS)?;
        set_property(&self.frame, "--grid-rows", rows)?;
        set_property(&self.frame, "--columns", columns)
    }

    /// Measures the grid. Creates a row and a column if there are none.
    pub fn measure(&mut self) -> Result<GridSizes, DomError> {
        self.row(0)?;
        self.column(0)?;
        let (row, column) = (&self.rows[0], &self.columns[0]);
        let head = size(&self.head).1;
        Ok(GridSizes {
            view_height: f64::from(self.frame.client_height()) - head,
            has_head: head > 0.0,
            view_width: f64::from(self.frame.client_width()) - size(&row.header.cell).0,
            row: size(&row.row).1,
            column: size(&column.header.cell).0,
        })
    }

    /// How far the frame is scrolled.
    #[must_use]
    pub fn scroll_offset(&self) -> ScrollOffset {
        let (block, inline) = (self.frame.scroll_top(), self.frame.scroll_left().abs());
        ScrollOffset { block: f64::from(block), inline: f64::from(inline) }
    }

    /// Scrolls the frame.
    pub fn scroll_to(&self, ScrollOffset { block, inline }: ScrollOffset, right_to_left: bool) {
        self.frame.scroll_to_with_x_and_y(if right_to_left { -inline } else { inline }, block);
    }

    /// Positions a row node at an index, or hides it.
    pub fn position_row(&mut self, node: usize, index: Option<usize>) -> Result<(), DomError> {
        position(&self.row(node)?.row, index, "aria-rowindex")
    }

    /// Positions a column node at an index in every row, or hides it.
    pub fn position_column(&mut self, node: usize, index: Option<usize>) -> Result<(), DomError> {
        let column = self.column(node)?;
        column.index = index;
        position(&column.header.cell, index, "aria-colindex")?;
        let mut cells = self.rows.iter().filter_map(|row| row.cells.get(node));
        cells.try_for_each(|cell| position(&cell.cell, index, "aria-colindex"))
    }

    /// Inserts a row node before another, or at the end.
    pub fn insert_row(&self, node: usize, before: Option<usize>) -> Result<(), DomError> {
        let row = |node: usize| self.rows.get(node).map(|row| &row.row);
        insert(&self.body, row(node), before.and_then(row))
    }

    /// Inserts a column node before another, or at the end, in every row.
    pub fn insert_column(&self, node: usize, before: Option<usize>) -> Result<(), DomError> {
        let header = |node: usize| self.columns.get(node).map(|column| &column.header.cell);
        insert(&self.head, header(node), before.and_then(header))?;
        self.rows.iter().try_for_each(|row| {
            let cell = |node: usize| row.cells.get(node).map(|cell| &cell.cell);
            insert(&row.row, cell(node), before.and_then(cell))
        })
    }

    /// Writes a column header, and marks the column if it is the visitor's.
    pub fn write_column(
        &mut self,
        node: usize,
        header: &GridHeader,
        is_own: bool,
    ) -> Result<(), DomError> {
        let column = self.column(node)?;
        column.header.write(header)?;
        if std::mem::replace(&mut column.is_own, is_own) != is_own {
            column.header.cell.toggle_attribute_with_force(OWN, is_own)?;
            for cell in self.rows.iter().filter_map(|row| row.cells.get(node)) {
                cell.cell.toggle_attribute_with_force(OWN, is_own)?;
            }
        }
        Ok(())
    }

    /// Writes a row header, and marks the row as a heading if it has no link.
    pub fn write_row(&mut self, node: usize, header: &GridHeader) -> Result<(), DomError> {
        let row = self.row(node)?;
        row.header.write(header)?;
        let is_heading = header.href.is_none();
        if std::mem::replace(&mut row.is_heading, is_heading) != is_heading {
            row.row.toggle_attribute_with_force("data-heading", is_heading)?;
        }
        Ok(())
    }

    /// Writes a data cell.
    pub fn write_cell(
        &mut self,
        row: usize,
        column: usize,
        mark: Option<GridMark>,
    ) -> Result<(), DomError> {
        self.row(row)?.cells.get_mut(column).ok_or(DomError)?.write(mark)
    }

    /// Makes a cell the grid's only tab stop, and focuses it if `focused`. `None` stands for the row
    /// or column of headers.
    pub fn set_tab_stop(&mut self, row: Option<usize>, column: Option<usize>, focused: bool) {
        let Some(cell) = self.cell(row, column) else { return };
        if self.tab_stop.as_ref() != Some(&cell) {
            if let Some(previous) = self.tab_stop.replace(cell.clone()) {
                previous.set_tab_index(-1);
            }
            cell.set_tab_index(0);
        }
        if focused {
            focus::in_window(&cell);
        }
    }

    /// The link in the cell that is the tab stop.
    #[must_use]
    pub fn link(&self) -> Option<HtmlElement> {
        self.tab_stop.as_ref()?.query_selector("a[href]").ok()??.dyn_into().ok()
    }

    fn cell(&self, row: Option<usize>, column: Option<usize>) -> Option<HtmlElement> {
        Some(match (row, column) {
            (None, None) => self.head.first_element_child()?.dyn_into().ok()?,
            (None, Some(column)) => self.columns.get(column)?.header.cell.clone(),
            (Some(row), None) => self.rows.get(row)?.header.cell.clone(),
            (Some(row), Some(column)) => self.rows.get(row)?.cells.get(column)?.cell.clone(),
        })
    }

    /// Returns a row node, created if needed.
    fn row(&mut self, node: usize) -> Result<&mut RowNode, DomError> {
        while self.rows.len() <= node {
            let row = create_div("grid-row", "row")?;
            let header = HeaderCell::new("row-head", "rowheader")?;
            header.cell.set_attribute("aria-colindex", "1")?;
            row.append_child(&header.cell)?;
            self.body.append_child(&row)?;
            self.rows.push(RowNode { row, is_heading: false, header, cells: Vec::new() });
            self.add_missing_cells()?;
        }
        self.rows.get_mut(node).ok_or(DomError)
    }

    /// Returns a column node, created if needed with a cell in each row.
    fn column(&mut self, node: usize) -> Result<&mut ColumnNode, DomError> {
        while self.columns.len() <= node {
            let header = HeaderCell::new("column-head", "columnheader")?;
            self.head.append_child(&header.cell)?;
            self.columns.push(ColumnNode { header, index: None, is_own: false });
            self.add_missing_cells()?;
        }
        self.columns.get_mut(node).ok_or(DomError)
    }

    /// Adds cells until every row has one for each column.
    fn add_missing_cells(&mut self) -> Result<(), DomError> {
        for row in &mut self.rows {
            while let Some(column) = self.columns.get(row.cells.len()) {
                let cell = MarkCell::new()?;
                row.row.append_child(&cell.cell)?;
                position(&cell.cell, column.index, "aria-colindex")?;
                cell.cell.toggle_attribute_with_force(OWN, column.is_own)?;
                row.cells.push(cell);
            }
        }
        Ok(())
    }
}

/// Shows an element at an index, or hides it.
fn position(element: &HtmlElement, index: Option<usize>, aria_index: &str) -> Result<(), DomError> {
    element.set_hidden(index.is_none());
    if let Some(index) = index {
        set_property(element, "--grid-at", index)?;
        // ARIA counts from 1, and the headers come first.
        element.set_attribute(aria_index, &(index + 2).to_string())?;
    }
    Ok(())
}

/// Width and height.
fn size(element: &Element) -> (f64, f64) {
    let bounds = element.get_bounding_client_rect();
    (bounds.width(), bounds.height())
}
