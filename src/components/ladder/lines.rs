//! The lines of a picture with tracks: steps that the rails do not show.
//!
//! One drawing behind the cards, as wide and high as the grid and stretched with it, so that nothing
//! needs measuring and the page is right as it is written. A column is [`COLUMN`] units wide, of
//! which a card takes [`CARD`] and the rest is the gap where lines run; a row is [`ROW`] high.

use crate::components::hue;
use crate::stores::SharedLadder;
use ladder::{EdgeKind, GridCell, GridLayout, GridLine};
use leptos::prelude::*;

/// A column and the gap behind it; `style/components/ladder-tracks.css` has the same proportion.
const COLUMN: usize = 1000;
/// The part of a column that a card takes.
const CARD: usize = 800;
/// A row.
const ROW: usize = 100;
/// The most that lines which meet at one side of a card stand apart.
const APART: usize = 12;

/// The drawing; hidden from screen readers, to which every rung says where it leads.
#[must_use]
pub fn ladder_lines(ladder: &SharedLadder, grid: &GridLayout) -> Option<AnyView> {
    let line = |line: &GridLine| {
        let (path, heads) = path(grid, line);
        let hue = hue::of_role(ladder, grid.cells[line.from].role);
        view! {
            <g data-kind=kind_word(line.kind) data-hue=hue>
                <path class="halo" d=path.clone()></path>
                <path class="line" d=path></path>
                <path class="head" d=heads></path>
            </g>
        }
        .into_any()
    };
    let lines: Vec<_> = grid.lines.iter().map(line).collect();
    (!lines.is_empty()).then(|| {
        let width = grid.columns * COLUMN - (COLUMN - CARD);
        let view_box = format!("0 0 {width} {}", grid.rows * ROW);
        view! {
            <svg class="lines" viewBox=view_box preserveAspectRatio="none" aria-hidden="true">{lines}</svg>
        }.into_any()
    })
}

/// The word for a kind of step in `data-kind`.
#[must_use]
pub fn kind_word(kind: EdgeKind) -> &'static str {
    match kind {
        EdgeKind::Promotion => "promotion",
        EdgeKind::Lateral => "lateral",
        EdgeKind::Return => "return",
    }
}

/// A side of a card.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// Where reading begins.
    Start,
    /// Where reading ends.
    End,
}

/// The sides of its two cards that a line meets: those that face each other, or for two cards of
/// one column the side with the gap.
fn sides(grid: &GridLayout, line: &GridLine) -> (Side, Side) {
    let (from, to) = (grid.cells[line.from].column, grid.cells[line.to].column);
    let last = grid.columns - 1;
    match from.cmp(&to) {
        std::cmp::Ordering::Less => (Side::End, Side::Start),
        std::cmp::Ordering::Greater => (Side::Start, Side::End),
        // Behind the last column there is no gap; before it there is, unless it is also the first.
        std::cmp::Ordering::Equal if from == last && last > 0 => (Side::Start, Side::Start),
        std::cmp::Ordering::Equal => (Side::End, Side::End),
    }
}

/// Where a line meets a card, across and down. Lines at the same side stand apart, those that lead
/// higher above the others, so that few of them cross.
fn port(grid: &GridLayout, line: &GridLine, is_start: bool) -> (usize, usize) {
    let end_of = |line: &GridLine, is_start: bool| {
        let (from, to) = sides(grid, line);
        if is_start { (line.from, from, line.to) } else { (line.to, to, line.from) }
    };
    let (at, side, other) = end_of(line, is_start);
    let row_of = |cell: usize| grid.cells[cell].row;
    let (mut all, mut above) = (1, 0);
    for rival in grid.lines.iter().filter(|rival| !std::ptr::eq(*rival, line)) {
        for rival_is_start in [true, false] {
            let (rival_at, rival_side, rival_other) = end_of(rival, rival_is_start);
            if (rival_at, rival_side) == (at, side) {
                let rank = |line: &GridLine, other| (row_of(other), line.from, line.to);
                all += 1;
                above += usize::from(rank(rival, rival_other) > rank(line, other));
            }
        }
    }
    let apart = APART.min(ROW / 2 / all);
    let cell = grid.cells[at];
    let across = cell.column * COLUMN + if side == Side::End { CARD } else { 0 };
    (across, middle(grid, &cell) - (all - 1) * apart / 2 + above * apart)
}

/// The middle of a cell, counted from the top of the grid.
fn middle(grid: &GridLayout, cell: &GridCell) -> usize {
    (grid.rows - 1 - cell.row) * ROW + ROW / 2
}

/// The path of a line, and its arrowheads.
fn path(grid: &GridLayout, line: &GridLine) -> (String, String) {
    let ((x0, y0), (x1, y1)) = (port(grid, line, true), port(grid, line, false));
    let gap = COLUMN - CARD;
    let (start, end) = sides(grid, line);
    // The middle of the gap that the line enters from either card.
    let (m0, m1) = (beside(x0, start, gap / 2), beside(x1, end, gap / 2));
    let path = match foot(grid, line) {
        None => format!("M{x0} {y0}C{m0} {y0} {m1} {y1} {x1} {y1}"),
        Some(foot) => {
            let (g0, g1) = (beside(x0, start, gap), beside(x1, end, gap));
            format!(
                "M{x0} {y0}C{m0} {y0} {m0} {foot} {g0} {foot}L{g1} {foot}C{m1} {foot} {m1} {y1} {x1} {y1}"
            )
        }
    };
    let mut heads = head(grid, (x1, y1), end);
    if line.is_mutual {
        heads.push_str(&head(grid, (x0, y0), start));
    }
    (path, heads)
}

/// Whether cards stand between the two ends of a line, so that it has to pass them by: then the row
/// at whose foot it does, the higher one of its two.
fn passes(grid: &GridLayout, line: &GridLine) -> Option<usize> {
    let (from, to) = (grid.cells[line.from], grid.cells[line.to]);
    let mut between = from.column.min(to.column) + 1..from.column.max(to.column);
    let is_level = from.row == to.row;
    let is_clear =
        between.is_empty() || is_level && between.all(|at| grid.cell(at, from.row).is_none());
    (!is_clear).then(|| from.row.max(to.row))
}

/// How far down a line passes cards by; those at the foot of one row run beside each other.
fn foot(grid: &GridLayout, line: &GridLine) -> Option<usize> {
    /// The room between two rows of cards, in which all of them have to run.
    const ROOM: usize = 15;
    let row = passes(grid, line)?;
    let here: Vec<&GridLine> =
        grid.lines.iter().filter(|line| passes(grid, line) == Some(row)).collect();
    let nth = here.iter().position(|rival| std::ptr::eq(*rival, line)).unwrap_or(0);
    let apart = 6.min(ROOM / here.len().max(1));
    Some((grid.rows - row) * ROW + nth * apart - (here.len() - 1) * apart / 2)
}

/// The place `by` away from a card's side.
fn beside(across: usize, side: Side, by: usize) -> usize {
    match side {
        Side::Start => across.saturating_sub(by),
        Side::End => across + by,
    }
}

/// An arrowhead that points at a side of a card.
fn head(grid: &GridLayout, (x, y): (usize, usize), side: Side) -> String {
    // The more columns, the narrower a unit is drawn.
    let back = beside(x, side, 7 * grid.columns);
    format!("M{back} {}L{x} {y}L{back} {}", y - 3, y + 3)
}
