//! The nodes of a grid that is far larger than what is drawn: made once, then moved and written anew.
//!
//! Lines and columns are numbered as nodes, in the order in which they were made; what each shows
//! and where it lies is told to it. Sizes are those of the style sheet: what is set here are places,
//! as whole numbers in custom properties.

use super::focus;
use super::grid_cell::{Head, HeadNodes, Mark, MarkNodes};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement};

/// The browser would not make or move a node.
#[derive(Debug)]
pub struct Refused;

impl From<JsValue> for Refused {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// So many columns share the room, where there is more than they need; as in `virtual-grid.css`.
pub const FEW_COLUMNS: usize = 12;

/// How large things are, in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sizes {
    /// What can be seen of the rows, below the column headers.
    pub view_height: f64,
    /// What can be seen of the columns, beside the row headers.
    pub view_width: f64,
    /// A row.
    pub row: f64,
    /// A column.
    pub column: f64,
}

/// The nodes of one grid.
pub struct GridNodes {
    document: Document,
    frame: HtmlElement,
    head: Element,
    body: Element,
    /// By number: the column headers.
    columns: Vec<HeadNodes>,
    /// By number: the rows.
    lines: Vec<LineNodes>,
    /// The cell that the tabulator leads to.
    stop: Option<HtmlElement>,
}

struct LineNodes {
    row: HtmlElement,
    is_heading: bool,
    head: HeadNodes,
    /// By the number of the column.
    cells: Vec<MarkNodes>,
}

/// A link in a cell.
pub struct Link(HtmlElement);

impl Link {
    /// Follows it, as a press does.
    pub fn follow(&self) {
        self.0.click();
    }
}

impl GridNodes {
    /// Takes over an empty grid: a frame that holds the row of column headers and the body.
    ///
    /// # Errors
    /// Where the frame holds something else.
    pub fn of(frame: &Element) -> Result<Self, Refused> {
        let document = super::document().ok_or(Refused)?;
        let head = frame.first_element_child().ok_or(Refused)?;
        let body = head.next_element_sibling().ok_or(Refused)?;
        body.set_text_content(None);
        while let Some(still) = head.children().item(1) {
            still.remove();
        }
        let frame: HtmlElement = frame.clone().dyn_into().map_err(|_| Refused)?;
        frame.remove_attribute("data-still")?;
        let (columns, lines) = (Vec::new(), Vec::new());
        Ok(Self { document, frame, head, body, columns, lines, stop: None })
    }

    /// Says how many rows and columns there are in all, without the headers.
    pub fn count(&self, rows: usize, columns: usize) -> Result<(), Refused> {
        self.frame.set_attribute("aria-rowcount", &(rows + 1).to_string())?;
        self.frame.set_attribute("aria-colcount", &(columns + 1).to_string())?;
        self.frame.set_hidden(rows == 0);
        self.frame.toggle_attribute_with_force("data-few", columns <= FEW_COLUMNS)?;
        set_number(&self.frame, "--grid-rows", rows)?;
        set_number(&self.frame, "--columns", columns)
    }

    /// Measures. Needs a row and a column; both are made where there are none.
    pub fn sizes(&mut self) -> Result<Sizes, Refused> {
        self.line(0)?;
        self.column(0)?;
        let (head_height, head_width) = (extent(&self.head).1, extent(&self.lines[0].head.cell).0);
        Ok(Sizes {
            view_height: f64::from(self.frame.client_height()) - head_height,
            view_width: f64::from(self.frame.client_width()) - head_width,
            row: extent(&self.lines[0].row).1,
            column: extent(&self.columns[0].cell).0,
        })
    }

    /// How far the frame is scrolled: down, and on from where one begins to read.
    #[must_use]
    pub fn scrolled(&self) -> (f64, f64) {
        let (down, on) = (self.frame.scroll_top(), self.frame.scroll_left().abs());
        (f64::from(down), f64::from(on))
    }

    /// Scrolls the frame. Where one reads from right to left, it scrolls to the left.
    pub fn scroll_to(&self, down: f64, on: f64, right_to_left: bool) {
        let on = if right_to_left { -on } else { on };
        self.frame.scroll_to_with_x_and_y(on, down);
    }

    /// Lays the row with this number at a place; nothing takes it from view.
    pub fn lay_line(&mut self, number: usize, place: Option<usize>) -> Result<(), Refused> {
        let row = self.line(number)?.row.clone();
        lay(&row, place)?;
        if let Some(place) = place {
            // The row of column headers is the first, and counting begins with one.
            row.set_attribute("aria-rowindex", &(place + 2).to_string())?;
        }
        Ok(())
    }

    /// Lays the column with this number at a place, in every row; nothing takes it from view.
    pub fn lay_column(&mut self, number: usize, place: Option<usize>) -> Result<(), Refused> {
        let header = self.column(number)?.cell.clone();
        let cells = self.lines.iter().filter_map(|line| Some(&line.cells.get(number)?.cell));
        for cell in std::iter::once(&header).chain(cells) {
            lay_cell(cell, place)?;
        }
        Ok(())
    }

    /// Puts a row before another, or after all others.
    pub fn move_line(&self, number: usize, before: Option<usize>) -> Result<(), Refused> {
        let row = |number: usize| self.lines.get(number).map(|line| &line.row);
        put(&self.body, row(number), before.and_then(row))
    }

    /// Puts a column before another, or after all others, in every row.
    pub fn move_column(&self, number: usize, before: Option<usize>) -> Result<(), Refused> {
        let header = |number: usize| self.columns.get(number).map(|head| &head.cell);
        put(&self.head, header(number), before.and_then(header))?;
        for line in &self.lines {
            let cell = |number: usize| line.cells.get(number).map(|mark| &mark.cell);
            put(&line.row, cell(number), before.and_then(cell))?;
        }
        Ok(())
    }

    /// Writes a column's header.
    pub fn write_column(&mut self, number: usize, head: &Head) -> Result<(), Refused> {
        let document = self.document.clone();
        self.column(number)?.write(&document, head)
    }

    /// Writes a row's header; says whether it is a row that is nothing but a heading.
    pub fn write_line(&mut self, number: usize, head: &Head) -> Result<(), Refused> {
        let document = self.document.clone();
        let line = self.line(number)?;
        line.head.write(&document, head)?;
        let is_heading = head.href.is_none();
        if std::mem::replace(&mut line.is_heading, is_heading) != is_heading {
            line.row.toggle_attribute_with_force("data-heading", is_heading)?;
        }
        Ok(())
    }

    /// Writes a cell.
    pub fn write_cell(
        &mut self,
        line: usize,
        column: usize,
        mark: Option<Mark>,
    ) -> Result<(), Refused> {
        let document = self.document.clone();
        let cells = &mut self.line(line)?.cells;
        cells.get_mut(column).ok_or(Refused)?.write(&document, mark)
    }

    /// Makes a cell the one that the tabulator leads to; with `focused` the focus goes there at once.
    /// Without a number the row or column of headers is meant.
    pub fn stop_at(&mut self, line: Option<usize>, column: Option<usize>, focused: bool) {
        let Some(cell) = self.cell(line, column) else { return };
        if self.stop.as_ref() != Some(&cell) {
            if let Some(before) = self.stop.replace(cell.clone()) {
                before.set_tab_index(-1);
            }
            cell.set_tab_index(0);
        }
        if focused {
            focus::without_scrolling(&cell);
        }
    }

    /// The link in the cell that the tabulator leads to, where it has one.
    #[must_use]
    pub fn link(&self) -> Option<Link> {
        let link = self.stop.as_ref()?.query_selector("a[href]").ok()??;
        link.dyn_into().ok().map(Link)
    }

    fn cell(&self, line: Option<usize>, column: Option<usize>) -> Option<HtmlElement> {
        Some(match (line, column) {
            (None, None) => self.head.first_element_child()?.dyn_into().ok()?,
            (None, Some(column)) => self.columns.get(column)?.cell.clone(),
            (Some(line), None) => self.lines.get(line)?.head.cell.clone(),
            (Some(line), Some(column)) => self.lines.get(line)?.cells.get(column)?.cell.clone(),
        })
    }

    /// The row with this number, made where there is none.
    fn line(&mut self, number: usize) -> Result<&mut LineNodes, Refused> {
        while self.lines.len() <= number {
            let row = element(&self.document, "grid-row", "row")?;
            let head = HeadNodes::new(&self.document, "row-head", "rowheader")?;
            head.cell.set_attribute("aria-colindex", "1")?;
            row.append_child(&head.cell)?;
            self.body.append_child(&row)?;
            self.lines.push(LineNodes { row, is_heading: false, head, cells: Vec::new() });
            self.fill_lines()?;
        }
        self.lines.get_mut(number).ok_or(Refused)
    }

    /// The header of the column with this number, made with its cells where there is none.
    fn column(&mut self, number: usize) -> Result<&mut HeadNodes, Refused> {
        while self.columns.len() <= number {
            let head = HeadNodes::new(&self.document, "column-head", "columnheader")?;
            self.head.append_child(&head.cell)?;
            self.columns.push(head);
            self.fill_lines()?;
        }
        self.columns.get_mut(number).ok_or(Refused)
    }

    /// Gives every row a cell for each column.
    fn fill_lines(&mut self) -> Result<(), Refused> {
        for line in &mut self.lines {
            while let Some(header) = self.columns.get(line.cells.len()) {
                let mark = MarkNodes::new(&self.document)?;
                line.row.append_child(&mark.cell)?;
                follow_header(&mark.cell, &header.cell)?;
                line.cells.push(mark);
            }
        }
        Ok(())
    }
}

/// An element with a class and a role.
pub(super) fn element(
    document: &Document,
    class: &str,
    role: &str,
) -> Result<HtmlElement, Refused> {
    let element = document.create_element("div")?;
    element.set_class_name(class);
    element.set_attribute("role", role)?;
    element.dyn_into().map_err(|_| Refused)
}

fn set_number(element: &HtmlElement, name: &str, number: usize) -> Result<(), Refused> {
    Ok(element.style().set_property(name, &number.to_string())?)
}

fn lay(element: &HtmlElement, place: Option<usize>) -> Result<(), Refused> {
    element.set_hidden(place.is_none());
    place.map_or(Ok(()), |place| set_number(element, "--grid-at", place))
}

fn lay_cell(cell: &HtmlElement, place: Option<usize>) -> Result<(), Refused> {
    lay(cell, place)?;
    if let Some(place) = place {
        cell.set_attribute("aria-colindex", &(place + 2).to_string())?;
    }
    Ok(())
}

/// Lays a new cell where the header of its column lies.
fn follow_header(cell: &HtmlElement, header: &HtmlElement) -> Result<(), Refused> {
    let place = header.style().get_property_value("--grid-at")?.parse().ok();
    lay_cell(cell, place.filter(|_| !header.hidden()))
}

fn put(
    parent: &Element,
    node: Option<&HtmlElement>,
    before: Option<&HtmlElement>,
) -> Result<(), Refused> {
    let node = node.ok_or(Refused)?;
    parent.insert_before(node, before.map(|before| before.as_ref()))?;
    Ok(())
}

/// Width and height.
fn extent(element: &Element) -> (f64, f64) {
    let place = element.get_bounding_client_rect();
    (place.width(), place.height())
}
