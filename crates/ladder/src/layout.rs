//! How the roles of a ladder are laid out on the page.
//!
//! A ladder without branches is a row of rungs. A ladder with tracks or branches is a grid with a
//! column for each track and a row for each height. A ladder too large for a diagram is a list.

mod grid;

use crate::document::{EdgeKind, RoleIx};
use crate::ladder::Ladder;
pub use grid::{GridCell, GridLayout, GridLine};

/// The most roles that are drawn as a diagram.
const MAX_ROLES: usize = 30;

/// The most columns: with more, the cards are too narrow to read on a laptop.
const MAX_COLUMNS: usize = 4;

/// The most rows: about three screens.
const MAX_ROWS: usize = 12;

/// The most lines that can be told apart. Above it, lateral moves are shown as text only.
const MAX_LINES: usize = 24;

/// Roles in a single row, the most common layout.
#[derive(Debug, PartialEq, Eq)]
pub enum RowLayout {
    /// One path of promotions without a branch, entry role first.
    Rungs(Vec<RoleIx>),
    /// Roles without steps between them: cards in the document's order.
    Cards(Vec<RoleIx>),
}

/// How roles are shown together.
#[derive(Debug, PartialEq, Eq)]
pub enum LadderLayout {
    /// In a row.
    Row(RowLayout),
    /// Tracks side by side.
    Grid(GridLayout),
    /// Too many roles or tracks for a diagram: a list with search and pages.
    List,
}

impl RowLayout {
    /// The layout of the whole ladder, or `None` if it does not fit in a row.
    #[must_use]
    pub fn new(ladder: &Ladder) -> Option<Self> {
        if ladder.roles.len() > MAX_ROLES {
            return None;
        }
        Self::of_roles(ladder, &ladder.role_indices().collect::<Vec<_>>())
    }

    fn of_roles(ladder: &Ladder, roles: &[RoleIx]) -> Option<Self> {
        let edges = |&role: &RoleIx| ladder.graph().edges_from(role).iter();
        if !ladder.ordered && roles.iter().flat_map(edges).all(|edge| !roles.contains(&edge.to)) {
            return Some(Self::Cards(roles.to_vec()));
        }
        is_single_path(ladder, roles).then(|| Self::Rungs(roles.to_vec()))
    }
}

impl LadderLayout {
    /// The layout of the whole ladder.
    #[must_use]
    pub fn new(ladder: &Ladder) -> Self {
        Self::of_roles(ladder, &ladder.role_indices().collect::<Vec<_>>())
    }

    /// The layout of some roles, given in the document's order. Steps to other roles are left out.
    #[must_use]
    pub fn of_roles(ladder: &Ladder, roles: &[RoleIx]) -> Self {
        if roles.len() > MAX_ROLES {
            return Self::List;
        }
        if let Some(row) = RowLayout::of_roles(ladder, roles) {
            return Self::Row(row);
        }
        let grid = GridLayout::new(ladder, roles, MAX_LINES);
        if grid.columns > MAX_COLUMNS || grid.rows > MAX_ROWS || grid.lines.len() > MAX_LINES {
            return Self::List;
        }
        Self::Grid(grid)
    }
}

impl Ladder {
    /// Whether its roles form a single line: each is promoted to the next one and nowhere else.
    #[must_use]
    pub fn is_single_path(&self) -> bool {
        self.ordered && is_single_path(self, &self.role_indices().collect::<Vec<_>>())
    }
}

/// Whether the roles are on one track and each is promoted to the next one and nowhere else.
fn is_single_path(ladder: &Ladder, roles: &[RoleIx]) -> bool {
    let leads_only_to = |role: RoleIx, next: Option<&RoleIx>| {
        let edges = ladder.graph().edges_from(role).iter();
        let mut targets = edges
            .filter(|edge| roles.contains(&edge.to))
            .map(|edge| (edge.kind == EdgeKind::Promotion).then_some(&edge.to));
        targets.next().flatten() == next && targets.next().is_none()
    };
    let is_one_track = roles.windows(2).all(|pair| ladder[pair[0]].track == ladder[pair[1]].track);
    is_one_track && (0..roles.len()).all(|at| leads_only_to(roles[at], roles.get(at + 1)))
}
