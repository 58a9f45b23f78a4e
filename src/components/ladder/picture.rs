//! The ladder as an ordered list of rungs, entry role first: in a row, or with tracks side by side.

use super::legend::{LinesLegend, RoleSteps};
use super::lines::LadderLines;
use super::role_card::RoleCard;
use super::row::{LadderRow, RungNumber};
use crate::components::hue;
use crate::stores::SharedLadder;
use crate::ui::{english, paragraph};
use ladder::{FilterResult, GridCell, GridLayout, LadderLayout};
use leptos::prelude::*;
use std::sync::Arc;

/// The rungs of a ladder. Renders nothing for [`LadderLayout::List`].
#[component]
pub fn LadderPicture(
    ladder: SharedLadder,
    /// Where the rungs are.
    layout: LadderLayout,
    /// The result of the filter by skill.
    filtered: Memo<Option<FilterResult>>,
) -> impl IntoView {
    match layout {
        LadderLayout::Row(row) => view! { <LadderRow ladder row filtered /> }.into_any(),
        LadderLayout::Grid(grid) => {
            view! { <LadderGrid ladder grid=Arc::new(grid) filtered /> }.into_any()
        }
        LadderLayout::List => ().into_any(),
    }
}

#[component]
fn LadderGrid(
    ladder: SharedLadder,
    grid: Arc<GridLayout>,
    filtered: Memo<Option<FilterResult>>,
) -> impl IntoView {
    let rung = |cell: &GridCell| {
        let role = cell.role;
        view! {
            <li class="cell" data-column=cell.column data-row=grid.rows - 1 - cell.row>
                {cell.starts_track.then(|| track_head(&ladder, &grid, cell))}
                <div
                    class="rung"
                    data-hue=hue::of_role(&ladder, role)
                    data-rails=cell.has_rails.then_some("up")
                >
                    <RoleCard ladder=ladder.clone() role filtered />
                    <RungNumber number=cell.row + 1 />
                    <RoleSteps ladder=ladder.clone() role />
                </div>
            </li>
        }
    };
    let rungs: Vec<_> = grid.cells.iter().map(rung).collect();
    let heads = grid.cells.iter().filter(|cell| cell.starts_track);
    let heads: Vec<_> = heads.map(|cell| column_head(&ladder, cell)).collect();
    view! {
        <div class="ladder-picture" data-columns=grid.columns data-rows=grid.rows data-lists-steps=grid.has_hidden_lines>
            <h2 lang="en" class="visually-hidden">"Roles"</h2>
            <div class="column-heads" aria-hidden="true">{heads}</div>
            <div class="tracks">
                <LadderLines ladder grid=grid.clone() />
                <ol aria-label="Career ladder" data-shape="tracks">
                    {rungs}
                </ol>
            </div>
            <LinesLegend grid=grid.clone() />
        </div>
    }
}

/// The name of the track above its first rung; visible if the tracks are stacked.
fn track_head(
    ladder: &SharedLadder,
    grid: &GridLayout,
    cell: &GridCell,
) -> Option<impl IntoView + use<>> {
    let is_first = grid.cells.first() == Some(cell);
    let (name, description) = match ladder[cell.role].track {
        Some(track) => (ladder[track].name.clone().into_any(), ladder[track].description.clone()),
        None if is_first => return None,
        None => (english("Other roles"), None),
    };
    let description = description.map(|text| paragraph("", &text));
    Some(view! { <div class="track-head"><p class="name">{name}</p>{description}</div> })
}

/// The name of a track above its column; visible if the tracks are side by side.
fn column_head(ladder: &SharedLadder, cell: &GridCell) -> Option<impl IntoView + use<>> {
    let track = &ladder[ladder[cell.role].track?];
    let description = track.description.as_ref().map(|text| paragraph("", text));
    Some(view! {
        <div data-column=cell.column><p class="name">{track.name.clone()}</p>{description}</div>
    })
}
