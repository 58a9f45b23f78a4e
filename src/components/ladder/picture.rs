//! The ladder as a picture of climbing: an ordered list of rungs, entry first; tracks side by side.

use super::legend::{legend, steps_in_words};
use super::lines::ladder_lines;
use super::role_card::RoleCard;
use super::row::{LadderRow, number};
use crate::components::hue;
use crate::stores::SharedLadder;
use ladder::{Cell, Filtered, Grid, Picture};
use leptos::prelude::*;

/// The rungs of `picture`, marked as `filtered` has it. Nothing for [`Picture::Listed`].
#[component]
pub fn LadderPicture(
    /// The open ladder.
    ladder: SharedLadder,
    /// Where the rungs stand.
    picture: Picture,
    /// The outcome of the visitor's filter.
    filtered: Memo<Option<Filtered>>,
) -> impl IntoView {
    match picture {
        Picture::Row(row) => view! { <LadderRow ladder row filtered /> }.into_any(),
        Picture::Grid(grid) => side_by_side(&ladder, &grid, filtered),
        Picture::Listed => ().into_any(),
    }
}

fn side_by_side(ladder: &SharedLadder, grid: &Grid, filtered: Memo<Option<Filtered>>) -> AnyView {
    let rung = |cell: &Cell| {
        let (role, hue) = (cell.role, hue::of_role(ladder, cell.role));
        view! {
            <li class="cell" data-column=cell.column data-row=grid.rows - 1 - cell.row>
                {cell.begins_track.then(|| track_head(ladder, grid, cell))}
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
    let heads = grid.cells.iter().filter(|cell| cell.begins_track);
    let heads: Vec<_> = heads.map(|cell| column_head(ladder, cell)).collect();
    view! {
        <div class="ladder-picture" data-columns=grid.columns data-rows=grid.rows data-told=grid.is_told>
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
fn track_head(ladder: &SharedLadder, grid: &Grid, cell: &Cell) -> Option<AnyView> {
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
fn column_head(ladder: &SharedLadder, cell: &Cell) -> Option<AnyView> {
    let track = &ladder[ladder[cell.role].track?];
    let description = track.description.clone().map(|text| view! { <p>{text}</p> }.into_any());
    Some(
        view! {
            <div data-column=cell.column><p class="name">{track.name.clone()}</p>{description}</div>
        }
        .into_any(),
    )
}
