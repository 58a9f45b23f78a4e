//! The lines of a ladder with tracks: steps that the rails do not show.
//!
//! One SVG behind the cards, as wide and high as the grid and stretched with it, so that nothing has
//! to be measured and prerendered pages are right. A column is [`COLUMN_WIDTH`] units wide: a card of
//! [`CARD_WIDTH`] and a gap for the lines. A row is [`ROW_HEIGHT`] units high.

use crate::components::hue;
use crate::stores::SharedLadder;
use ladder::{EdgeKind, GridCell, GridLayout, GridLine};
use leptos::prelude::*;
use std::cmp::Ordering;
use std::sync::Arc;

/// The width of a column with its gap; `style/components/ladder-tracks.css` has the same proportion.
const COLUMN_WIDTH: usize = 1000;
/// The width of a card.
const CARD_WIDTH: usize = 800;
/// The height of a row.
const ROW_HEIGHT: usize = 100;
/// The maximum distance between lines that meet the same side of a card.
const MAX_PORT_GAP: usize = 12;
/// The maximum distance between lines that pass below the same row.
const MAX_LANE_GAP: usize = 6;
/// The space between two rows of cards, which all lines between them share.
const LANES_HEIGHT: usize = 15;

/// The lines of a grid. Hidden from screen readers, because every rung lists its steps.
#[component]
pub fn LadderLines(
    ladder: SharedLadder,
    /// The grid with the lines.
    grid: Arc<GridLayout>,
) -> impl IntoView {
    let group = |line: &GridLine| {
        let (path, heads) = line_paths(&grid, line);
        view! {
            <g
                data-kind=edge_kind_attr(line.kind)
                data-hue=hue::of_role(&ladder, grid.cells[line.from].role)
            >
                <path class="halo" d=path.clone()></path>
                <path class="line" d=path></path>
                <path class="head" d=heads></path>
            </g>
        }
    };
    let groups: Vec<_> = grid.lines.iter().map(group).collect();
    (!groups.is_empty()).then(|| {
        let width = grid.columns * COLUMN_WIDTH - (COLUMN_WIDTH - CARD_WIDTH);
        let view_box = format!("0 0 {width} {}", grid.rows * ROW_HEIGHT);
        view! {
            <svg class="lines" viewBox=view_box preserveAspectRatio="none" aria-hidden="true">{groups}</svg>
        }
    })
}

/// The value of `data-kind` for a step.
#[must_use]
pub fn edge_kind_attr(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::Promotion => "promotion",
        EdgeKind::Lateral => "lateral",
        EdgeKind::Return => "return",
    }
}

/// A side of a card.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// The inline start.
    Start,
    /// The inline end.
    End,
}

/// The sides of the two cards that a line connects: the sides that face each other, or, for two cards
/// in one column, the side next to a gap.
fn sides(grid: &GridLayout, line: &GridLine) -> (Side, Side) {
    let (from, to) = (grid.cells[line.from].column, grid.cells[line.to].column);
    let last = grid.columns - 1;
    match from.cmp(&to) {
        Ordering::Less => (Side::End, Side::Start),
        Ordering::Greater => (Side::Start, Side::End),
        // The last column has no gap after it, only one before it (unless it is also the first).
        Ordering::Equal if from == last && last > 0 => (Side::Start, Side::Start),
        Ordering::Equal => (Side::End, Side::End),
    }
}

/// The point where a line meets its first or its last card. Lines that meet the same side are spread
/// out and sorted by the row they lead to, so that few of them cross.
fn port(grid: &GridLayout, line: &GridLine, at_start: bool) -> (usize, usize) {
    let endpoint = |line: &GridLine, at_start: bool| {
        let (from, to) = sides(grid, line);
        if at_start { (line.from, from, line.to) } else { (line.to, to, line.from) }
    };
    let rank = |line: &GridLine, other: usize| (grid.cells[other].row, line.from, line.to);
    let (card, side, other) = endpoint(line, at_start);
    let (mut count, mut above) = (1, 0);
    for rival in grid.lines.iter().filter(|rival| !std::ptr::eq(*rival, line)) {
        for rival_at_start in [true, false] {
            let (rival_card, rival_side, rival_other) = endpoint(rival, rival_at_start);
            if (rival_card, rival_side) == (card, side) {
                count += 1;
                above += usize::from(rank(rival, rival_other) > rank(line, other));
            }
        }
    }
    let gap = MAX_PORT_GAP.min(ROW_HEIGHT / 2 / count);
    let cell = grid.cells[card];
    let x = cell.column * COLUMN_WIDTH + if side == Side::End { CARD_WIDTH } else { 0 };
    (x, middle_y(grid, &cell) - (count - 1) * gap / 2 + above * gap)
}

/// The vertical middle of a cell, from the top of the grid.
fn middle_y(grid: &GridLayout, cell: &GridCell) -> usize {
    (grid.rows - 1 - cell.row) * ROW_HEIGHT + ROW_HEIGHT / 2
}

/// The path data of a line and of its arrowheads.
fn line_paths(grid: &GridLayout, line: &GridLine) -> (String, String) {
    let ((x0, y0), (x1, y1)) = (port(grid, line, true), port(grid, line, false));
    let (start, end) = sides(grid, line);
    let gap = COLUMN_WIDTH - CARD_WIDTH;
    // The middle of the gaps at both ends.
    let (m0, m1) = (away_from(x0, start, gap / 2), away_from(x1, end, gap / 2));
    let path = match lane_y(grid, line) {
        None => format!("M{x0} {y0}C{m0} {y0} {m1} {y1} {x1} {y1}"),
        Some(y) => {
            let (g0, g1) = (away_from(x0, start, gap), away_from(x1, end, gap));
            format!("M{x0} {y0}C{m0} {y0} {m0} {y} {g0} {y}L{g1} {y}C{m1} {y} {m1} {y1} {x1} {y1}")
        }
    };
    let mut heads = arrowhead(grid, (x1, y1), end);
    if line.is_mutual {
        heads.push_str(&arrowhead(grid, (x0, y0), start));
    }
    (path, heads)
}

/// The row below which a line has to run to avoid the cards between its ends: the higher of its two
/// rows. `None` if no cards are in the way.
fn bypassed_row(grid: &GridLayout, line: &GridLine) -> Option<usize> {
    let (from, to) = (grid.cells[line.from], grid.cells[line.to]);
    let mut between = from.column.min(to.column) + 1..from.column.max(to.column);
    let is_horizontal = from.row == to.row;
    let is_clear = between.is_empty()
        || is_horizontal && between.all(|column| grid.cell(column, from.row).is_none());
    (!is_clear).then(|| from.row.max(to.row))
}

/// The vertical position at which a line bypasses cards. Lines below the same row run side by side.
fn lane_y(grid: &GridLayout, line: &GridLine) -> Option<usize> {
    let row = bypassed_row(grid, line)?;
    let is_below_row = |line: &&GridLine| bypassed_row(grid, line) == Some(row);
    let lanes: Vec<&GridLine> = grid.lines.iter().filter(is_below_row).collect();
    let index = lanes.iter().position(|rival| std::ptr::eq(*rival, line)).unwrap_or(0);
    let gap = MAX_LANE_GAP.min(LANES_HEIGHT / lanes.len().max(1));
    Some((grid.rows - row) * ROW_HEIGHT + index * gap - (lanes.len() - 1) * gap / 2)
}

/// The position at a distance from a side of a card.
fn away_from(x: usize, side: Side, distance: usize) -> usize {
    match side {
        Side::Start => x.saturating_sub(distance),
        Side::End => x + distance,
    }
}

/// The path data of an arrowhead that points at a side of a card.
fn arrowhead(grid: &GridLayout, (x, y): (usize, usize), side: Side) -> String {
    // The more columns, the narrower a unit is on screen.
    let back = away_from(x, side, 7 * grid.columns);
    format!("M{back} {}L{x} {y}L{back} {}", y - 3, y + 3)
}
