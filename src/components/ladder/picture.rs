//! The ladder as a picture of climbing: an ordered list of rungs, entry first; tracks side by side.

use super::legend::{legend, steps_in_words};
use super::lines::ladder_lines;
use super::role_card::RoleCard;
use super::row::{LadderRow, number};
use crate::components::hue;
use crate::stores::SharedLadder;
use ladder::{FilterResult, GridCell, GridLayout, LadderLayout};
use leptos::prelude::*;

/// The rungs of `picture`, marked as `filtered` has it. Nothing for [`LadderLayout::List`].
#[component]
pub fn LadderPicture(
    /// The open ladder.
    ladder: SharedLadder,
    /// Where the rungs stand.
    picture: LadderLayout,
    /// The outcome of the visitor's filter.
    filtered: Memo<Option<FilterResult>>,
) -> impl IntoView {
    match picture {
        LadderLayout::Row(row) => view! { <LadderRow ladder row filtered /> }.into_any(),
        LadderLayout::Grid(grid) => side_by_side(&ladder, &grid, filtered),
        LadderLayout::List => ().into_any(),
    }
}

fn side_by_side(
    ladder: &SharedLadder,
    grid: &GridLayout,
    filtered: Memo<Option<FilterResult>>,
) -> AnyView {
    let rung = |cell: &GridCell| {
        let (role, hue) = (cell.role, hue::of_role(ladder, cell.role));
        view! {
            <li class="cell" data-column=cell.column data-row=grid.rows - 1 - cell.row>
                {cell.starts_track.then(|| track_head(ladder, grid, cell))}
                <div class="rung" data-hue=hue data-rails=cell.has_rails.then_some("up")>
                    <RoleCard ladder=ladder.clone() role filtered />
                    {number(cell.row + 1)}
                    {steps_in_words(ladder, role)}
                </div>
            </li>
        }
        .into_any()
    };
    let rungs: Vec<_> = grid.cells.iter().map(rung).collect();
    let heads = grid.cells.iter().filter(|cell| cell.starts_track);
    let heads: Vec<_> = heads.map(|cell| column_head(ladder, cell)).collect();
    view! {
        <div class="ladder-picture" data-columns=grid.columns data-rows=grid.rows data-told=grid.has_hidden_lines>
            <div class="column-heads" aria-hidden="true">{heads}</div>
            <div class="tracks">
                {ladder_lines(ladder, grid)}
                <ol aria-label="Career ladder" data-shape="tracks">
                    {rungs}
                </ol>
            </div>
            {legend(grid)}
        </div>
    }.into_any()
}

/// The name of the track that begins with a rung; shown where the tracks stand one below the other.
fn track_head(ladder: &SharedLadder, grid: &GridLayout, cell: &GridCell) -> Option<AnyView> {
    let is_first = grid.cells.first() == Some(cell);
    let (name, description) = match ladder[cell.role].track {
        Some(track) => (ladder[track].name.clone(), ladder[track].description.clone()),
        None if is_first => return None,
        None => ("Other roles".to_owned(), None),
    };
    let description = description.map(|text| view! { <p>{text}</p> }.into_any());
    Some(view! { <div class="track-head"><p class="name">{name}</p>{description}</div> }.into_any())
}

/// The name of a track above its column, where they stand side by side.
fn column_head(ladder: &SharedLadder, cell: &GridCell) -> Option<AnyView> {
    let track = &ladder[ladder[cell.role].track?];
    let description = track.description.clone().map(|text| view! { <p>{text}</p> }.into_any());
    Some(
        view! {
            <div data-column=cell.column><p class="name">{track.name.clone()}</p>{description}</div>
        }
        .into_any(),
    )
}
