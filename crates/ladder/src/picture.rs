//! Where each role stands in the picture of the ladder, and which lines join them.
//!
//! A ladder that goes straight up is a row of rungs. One with tracks or branches is a grid: a column
//! a track, a row a height, each role in a cell of its own. What is larger than a picture can
//! be taken in at a glance is no picture but a list, see [`Picture::Listed`].

use crate::EdgeKind;
use crate::{Ladder, RoleIx, TrackIx};

/// The most roles that are drawn as a picture: each is a card, and more cards are a wall.
pub const MOST_DRAWN: usize = 30;

/// The most columns: with more of them the cards grow too narrow to read on a laptop.
pub const MOST_COLUMNS: usize = 4;

/// The most lines: more of them are a thicket. Then steps sideways are told in words alone.
pub const MOST_LINES: usize = 24;

/// The most rows: the height of some three screens.
pub const MOST_ROWS: usize = 12;

/// Roles in a single row, as most ladders have them.
#[derive(Debug, PartialEq, Eq)]
pub enum Row {
    /// One way up without a branch, entry first.
    Climb(Vec<RoleIx>),
    /// Without steps between them: cards in the document's order, and no rungs.
    Cards(Vec<RoleIx>),
}

/// How roles are shown together.
#[derive(Debug, PartialEq, Eq)]
pub enum Picture {
    /// In a row.
    Row(Row),
    /// Tracks side by side.
    Grid(Grid),
    /// Too many, or too wide: a list that one searches and pages through.
    Listed,
}

/// Roles in columns and rows, and the lines between them.
#[derive(Debug, PartialEq, Eq)]
pub struct Grid {
    /// The number of columns.
    pub columns: usize,
    /// The number of rows.
    pub rows: usize,
    /// Every role once, track by track and entry first: the order of reading.
    pub cells: Vec<Cell>,
    /// The lines, each between two cells.
    pub lines: Vec<Line>,
    /// Whether steps were left out of the lines, so that words must say where rungs lead.
    pub is_told: bool,
}

/// A role's place in the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The role.
    pub role: RoleIx,
    /// The column, counted from where reading begins.
    pub column: usize,
    /// The row, 0 at the foot.
    pub row: usize,
    /// Whether it is the first of its track in the order of reading.
    pub begins_track: bool,
    /// Whether a promotion leads from it to the cell right above it: a piece of the rails.
    pub has_rails: bool,
}

/// A line from one cell to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The place among the cells that it leads from.
    pub from: usize,
    /// The place among the cells that it leads to.
    pub to: usize,
    /// What kind of step it stands for.
    pub kind: EdgeKind,
    /// Whether the same kind of step leads back, so that it points both ways.
    pub is_mutual: bool,
}

impl Row {
    /// The whole ladder, where it stands in a row.
    #[must_use]
    pub fn of(ladder: &Ladder) -> Option<Self> {
        if ladder.roles.len() > MOST_DRAWN {
            return None;
        }
        Self::of_some(ladder, &ladder.role_places().collect::<Vec<_>>())
    }

    fn of_some(ladder: &Ladder, roles: &[RoleIx]) -> Option<Self> {
        let steps = |&role: &RoleIx| ladder.steps().from(role).iter();
        if !ladder.ordered && roles.iter().flat_map(steps).all(|edge| !roles.contains(&edge.to)) {
            return Some(Self::Cards(roles.to_vec()));
        }
        is_climb(ladder, roles).then(|| Self::Climb(roles.to_vec()))
    }
}

impl Picture {
    /// The picture of the whole ladder.
    #[must_use]
    pub fn of(ladder: &Ladder) -> Self {
        Self::of_some(ladder, &ladder.role_places().collect::<Vec<_>>())
    }

    /// The picture of some roles, which are in the document's order; steps to others are left out.
    #[must_use]
    pub fn of_some(ladder: &Ladder, roles: &[RoleIx]) -> Self {
        if roles.len() > MOST_DRAWN {
            return Self::Listed;
        }
        if let Some(row) = Row::of_some(ladder, roles) {
            return Self::Row(row);
        }
        let grid = Grid::of(ladder, roles);
        if grid.columns > MOST_COLUMNS || grid.rows > MOST_ROWS || grid.lines.len() > MOST_LINES {
            return Self::Listed;
        }
        Self::Grid(grid)
    }
}

/// Whether each role leads to the next one and nowhere else among `roles`, on one track.
fn is_climb(ladder: &Ladder, roles: &[RoleIx]) -> bool {
    let leads = |role: RoleIx, to: Option<&RoleIx>| {
        let edges = ladder.steps().from(role).iter().filter(|edge| roles.contains(&edge.to));
        let mut ends = edges.map(|edge| (edge.kind == EdgeKind::Promotion).then_some(&edge.to));
        ends.next().flatten() == to && ends.next().is_none()
    };
    let mut tracks = roles.windows(2).map(|pair| ladder[pair[0]].track == ladder[pair[1]].track);
    tracks.all(|same| same) && (0..roles.len()).all(|at| leads(roles[at], roles.get(at + 1)))
}

impl Grid {
    fn of(ladder: &Ladder, roles: &[RoleIx]) -> Self {
        let heights = heights(ladder, roles);
        let (mut cells, mut columns) = (Vec::<Cell>::new(), 0);
        for track in columns_of_tracks(ladder, roles) {
            let width = place_track(ladder, roles, &heights, track, columns, &mut cells);
            columns += width;
        }
        let cells = in_reading_order(ladder, roles, &cells);
        let rows = cells.iter().map(|cell| cell.row + 1).max().unwrap_or(0);
        let mut grid = Self { columns, rows, cells, lines: Vec::new(), is_told: false };
        grid.join(ladder);
        grid
    }

    /// Draws the steps: rails where one leads to the cell right above, else lines.
    fn join(&mut self, ladder: &Ladder) {
        for from in 0..self.cells.len() {
            let start = self.cells[from];
            for edge in ladder.steps().from(start.role) {
                let Some(to) = self.cells.iter().position(|cell| cell.role == edge.to) else {
                    continue;
                };
                let end = self.cells[to];
                let is_above = end.column == start.column && end.row == start.row + 1;
                if is_above && edge.kind == EdgeKind::Promotion {
                    self.cells[from].has_rails = true;
                } else if from != to {
                    self.draw(Line { from, to, kind: edge.kind, is_mutual: false });
                }
            }
        }
        if self.lines.len() > MOST_LINES {
            self.lines.retain(|line| line.kind != EdgeKind::Lateral);
            self.is_told = true;
        }
    }

    /// Adds a line, or makes the one that leads back point both ways.
    fn draw(&mut self, line: Line) {
        let same = |other: &&mut Line| {
            other.kind == line.kind
                && ((other.from, other.to) == (line.to, line.from)
                    || (other.from, other.to) == (line.from, line.to))
        };
        match self.lines.iter_mut().find(same) {
            Some(other) => other.is_mutual |= other.from == line.to,
            None => self.lines.push(line),
        }
    }

    /// The cell at a place of the grid, where there is one.
    #[must_use]
    pub fn at(&self, column: usize, row: usize) -> Option<&Cell> {
        self.cells.iter().find(|cell| (cell.column, cell.row) == (column, row))
    }
}

/// The rows: heights among these roles, without the rows that none of them stands on.
fn heights(ladder: &Ladder, roles: &[RoleIx]) -> Vec<usize> {
    let height = |role: RoleIx| ladder.steps().height(role);
    let mut used: Vec<bool> = Vec::new();
    for &role in roles {
        used.resize(used.len().max(height(role) + 1), false);
        used[height(role)] = true;
    }
    roles.iter().map(|&role| used[..height(role)].iter().filter(|used| **used).count()).collect()
}

/// The tracks from the first column to the last, in the document's order. Roles without a track are
/// often the common stem of the others: they stand in the middle.
fn columns_of_tracks(ladder: &Ladder, roles: &[RoleIx]) -> Vec<Option<TrackIx>> {
    let has = |track: Option<TrackIx>| roles.iter().any(|&role| ladder[role].track == track);
    let mut tracks: Vec<_> =
        TrackIx::all(ladder.tracks.len()).map(Some).filter(|&track| has(track)).collect();
    if has(None) {
        tracks.insert(tracks.len() / 2, None);
    }
    tracks
}

/// Places the roles of a track in columns from `first` on and gives how many it takes: more than
/// one where several of its roles stand at one height. A role stands over one that leads to it,
/// where that cell is free.
fn place_track(
    ladder: &Ladder,
    roles: &[RoleIx],
    heights: &[usize],
    track: Option<TrackIx>,
    first: usize,
    cells: &mut Vec<Cell>,
) -> usize {
    let mut width = 0;
    for row in 0..roles.len() {
        for (&role, _) in roles.iter().zip(heights).filter(|(_, height)| **height == row) {
            if ladder[role].track != track {
                continue;
            }
            let below = ladder.steps().below(role);
            let under = |cell: &&Cell| cell.column >= first && below.contains(&cell.role);
            let wish = cells.iter().find(under).map_or(first, |cell| cell.column);
            let is_free = |column: &usize| {
                !cells.iter().any(|cell| (cell.column, cell.row) == (*column, row))
            };
            let column = (wish..).chain(first..wish).find(is_free).unwrap_or(wish);
            width = width.max(column + 1 - first);
            cells.push(Cell { role, column, row, begins_track: false, has_rails: false });
        }
    }
    width
}

/// The cells track by track, as the document names them first, and in the document's order within
/// each: so the one stands below the other on a phone, and a screen reader reads them.
fn in_reading_order(ladder: &Ladder, roles: &[RoleIx], cells: &[Cell]) -> Vec<Cell> {
    let mut ordered: Vec<Cell> = Vec::with_capacity(cells.len());
    for (at, &first) in roles.iter().enumerate() {
        let track = ladder[first].track;
        if roles[..at].iter().any(|&before| ladder[before].track == track) {
            continue;
        }
        for &role in roles.iter().filter(|&&role| ladder[role].track == track) {
            let placed = cells.iter().find(|cell| cell.role == role);
            ordered.extend(placed.map(|&cell| Cell { begins_track: role == first, ..cell }));
        }
    }
    ordered
}
