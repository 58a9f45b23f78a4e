//! The layout of a ladder with tracks or branches: columns, rows, and lines between the roles.

use crate::document::{EdgeKind, RoleIx, TrackIx};
use crate::ladder::Ladder;
use std::collections::BTreeSet;

/// Roles in columns and rows, and the lines between them.
#[derive(Debug, PartialEq, Eq)]
pub struct GridLayout {
    /// The number of columns.
    pub columns: usize,
    /// The number of rows.
    pub rows: usize,
    /// Every role once, track by track, entry roles first: the reading order.
    pub cells: Vec<GridCell>,
    /// The lines, each between two cells.
    pub lines: Vec<GridLine>,
    /// Whether lateral moves have no line, so that they must be shown as text.
    pub has_hidden_lines: bool,
}

/// A role's position in the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GridCell {
    /// The role.
    pub role: RoleIx,
    /// The column, counted from the start of a line of text.
    pub column: usize,
    /// The row, 0 at the bottom.
    pub row: usize,
    /// Whether it is the first of its track in reading order.
    pub starts_track: bool,
    /// Whether a promotion leads to the cell directly above, drawn as rails between the two.
    pub has_rails: bool,
}

/// A line from one cell to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GridLine {
    /// The index of the cell it starts from.
    pub from: usize,
    /// The index of the cell it leads to.
    pub to: usize,
    /// The kind of step it stands for.
    pub kind: EdgeKind,
    /// Whether the same kind of step leads back, so that the line has two arrowheads.
    pub is_mutual: bool,
}

impl GridLayout {
    /// Lays out `roles`, given in the document's order. With more than `max_lines` lines, those for
    /// lateral moves are left out.
    pub(super) fn new(ladder: &Ladder, roles: &[RoleIx], max_lines: usize) -> Self {
        let rows = rows(ladder, roles);
        let (mut cells, mut columns) = (Vec::<GridCell>::new(), 0);
        for track in tracks_in_columns(ladder, roles) {
            columns += place_track(ladder, roles, &rows, track, columns, &mut cells);
        }
        let cells = in_reading_order(ladder, roles, &cells);
        let rows = cells.iter().map(|cell| cell.row + 1).max().unwrap_or(0);
        let mut grid = Self { columns, rows, cells, lines: Vec::new(), has_hidden_lines: false };
        grid.add_edges(ladder);
        if grid.lines.len() > max_lines {
            grid.lines.retain(|line| line.kind != EdgeKind::Lateral);
            grid.has_hidden_lines = true;
        }
        grid
    }

    /// Adds rails for each promotion to the cell directly above, and lines for all other steps.
    fn add_edges(&mut self, ladder: &Ladder) {
        for from in 0..self.cells.len() {
            let start = self.cells[from];
            for edge in ladder.graph().edges_from(start.role) {
                let Some(to) = self.cells.iter().position(|cell| cell.role == edge.to) else {
                    continue;
                };
                let end = self.cells[to];
                let is_above = end.column == start.column && end.row == start.row + 1;
                if is_above && edge.kind == EdgeKind::Promotion {
                    self.cells[from].has_rails = true;
                } else if from != to {
                    self.add_line(GridLine { from, to, kind: edge.kind, is_mutual: false });
                }
            }
        }
    }

    /// Adds a line, or gives the line that leads back a second arrowhead.
    fn add_line(&mut self, line: GridLine) {
        let joins_the_same = |other: &&mut GridLine| {
            other.kind == line.kind
                && ((other.from, other.to) == (line.to, line.from)
                    || (other.from, other.to) == (line.from, line.to))
        };
        match self.lines.iter_mut().find(joins_the_same) {
            Some(other) => other.is_mutual |= other.from == line.to,
            None => self.lines.push(line),
        }
    }

    /// The cell at a position, or `None` if it is empty.
    #[must_use]
    pub fn cell(&self, column: usize, row: usize) -> Option<&GridCell> {
        self.cells.iter().find(|cell| (cell.column, cell.row) == (column, row))
    }
}

/// The row of each role: its height, without the heights that none of the roles has.
fn rows(ladder: &Ladder, roles: &[RoleIx]) -> Vec<usize> {
    let height = |role: &RoleIx| ladder.graph().height(*role);
    let used: BTreeSet<usize> = roles.iter().map(height).collect();
    roles.iter().map(|role| used.range(..height(role)).count()).collect()
}

/// The tracks from the first column to the last, in the document's order. Roles without a track are
/// often the common stem of the others, so they are placed in the middle.
fn tracks_in_columns(ladder: &Ladder, roles: &[RoleIx]) -> Vec<Option<TrackIx>> {
    let has = |track: Option<TrackIx>| roles.iter().any(|&role| ladder[role].track == track);
    let mut tracks: Vec<_> =
        TrackIx::all(ladder.tracks.len()).map(Some).filter(|&track| has(track)).collect();
    if has(None) {
        tracks.insert(tracks.len() / 2, None);
    }
    tracks
}

/// Places the roles of a track in columns from `first_column` on and returns the number of columns:
/// more than one if several roles of the track have the same row. A role goes above its predecessor
/// if that cell is free.
fn place_track(
    ladder: &Ladder,
    roles: &[RoleIx],
    rows: &[usize],
    track: Option<TrackIx>,
    first_column: usize,
    cells: &mut Vec<GridCell>,
) -> usize {
    let mut width = 0;
    for row in 0..roles.len() {
        let in_row = roles.iter().zip(rows).filter(|(_, role_row)| **role_row == row);
        for (&role, _) in in_row.filter(|(role, _)| ladder[**role].track == track) {
            let predecessors = ladder.graph().predecessors(role);
            let is_below =
                |cell: &&GridCell| cell.column >= first_column && predecessors.contains(&cell.role);
            let preferred = cells.iter().find(is_below).map_or(first_column, |cell| cell.column);
            let is_free = |column: &usize| {
                !cells.iter().any(|cell| (cell.column, cell.row) == (*column, row))
            };
            let columns = (preferred..).chain(first_column..preferred);
            let column = columns.into_iter().find(is_free).unwrap_or(preferred);
            width = width.max(column + 1 - first_column);
            cells.push(GridCell { role, column, row, starts_track: false, has_rails: false });
        }
    }
    width
}

/// The cells track by track, in the order in which the document first names the tracks, and in the
/// document's order within each track. Narrow screens and screen readers use this order.
fn in_reading_order(ladder: &Ladder, roles: &[RoleIx], cells: &[GridCell]) -> Vec<GridCell> {
    let mut ordered: Vec<GridCell> = Vec::with_capacity(cells.len());
    for (at, &first) in roles.iter().enumerate() {
        let track = ladder[first].track;
        if roles[..at].iter().any(|&previous| ladder[previous].track == track) {
            continue;
        }
        for &role in roles.iter().filter(|&&role| ladder[role].track == track) {
            let cell = cells.iter().find(|cell| cell.role == role);
            ordered.extend(cell.map(|&cell| GridCell { starts_track: role == first, ..cell }));
        }
    }
    ordered
}
