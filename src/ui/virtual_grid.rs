//! A grid of any size that renders only its visible rows and columns and reuses their nodes. Follows
//! the grid pattern: <https://www.w3.org/WAI/ARIA/apg/patterns/grid/>.

mod axis;
mod cell_move;
mod controller;
mod node_pool;
mod prerendered;

use crate::browser::grid_cell::{GridHeader, GridMark, cell_of_event};
use crate::browser::grid_nodes::GridNodes;
use crate::browser::resize;
use controller::GridController;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

/// The content of a grid. Headers and cells are requested only when they become visible.
pub struct GridModel {
    /// The number of rows, without the column headers.
    pub rows: usize,
    /// The number of columns, without the row headers.
    pub columns: usize,
    /// Whether the rows are those shown before, so that the position stays.
    pub keeps_rows: bool,
    /// The column to mark as the visitor's.
    pub own_column: Option<usize>,
    /// Returns the header of a row; one without a link is a heading over the rows below it.
    pub row_header: Box<dyn Fn(usize) -> GridHeader>,
    /// Returns the header of a column.
    pub column_header: Box<dyn Fn(usize) -> GridHeader>,
    /// Returns the content of the cell in a row and a column.
    pub cell: Box<dyn Fn(usize, usize) -> Option<GridMark>>,
}

/// A grid that shows what `model` returns, and updates when a signal that it reads changes.
#[component]
pub fn VirtualGrid(
    /// The accessible name.
    label: &'static str,
    /// The header of the row headers.
    corner: &'static str,
    /// Returns the content.
    model: Box<dyn Fn() -> GridModel>,
    /// Whether text runs from right to left.
    right_to_left: bool,
) -> impl IntoView {
    let frame = NodeRef::<leptos::html::Div>::new();
    let grid = StoredValue::new_local(None::<GridController>);
    // Does nothing while the grid is being updated: moving the focus fires its event at once.
    let update_grid = move |update: &dyn Fn(&mut GridController)| {
        grid.update_value(|grid| grid.iter_mut().for_each(update));
    };
    let prerendered = prerendered::render(&model);
    Effect::new(move |_| {
        let model = model();
        let Some(frame) = frame.get() else { return };
        grid.update_value(|grid| match grid {
            Some(grid) => grid.show(model),
            None => {
                let nodes = GridNodes::new(&frame).ok();
                *grid = nodes.map(|nodes| GridController::new(nodes, model, right_to_left));
            }
        });
    });
    Effect::new(move |_| resize::on_resize(move || update_grid(&|grid| grid.resize())));
    let on_key = move |event: KeyboardEvent| {
        let key = event.key();
        // Following a link may replace this page, so it happens outside of an update.
        let link = grid.try_with_value(|grid| grid.as_ref()?.nodes().link()).flatten();
        if let (Some(link), "Enter") = (link, key.as_str()) {
            event.prevent_default();
            link.click();
            return;
        }
        update_grid(&|grid| {
            if grid.handle_key(&key, event.ctrl_key() || event.meta_key()) {
                event.prevent_default();
            }
        });
    };
    view! {
        <div
            class="virtual-grid"
            role="grid"
            aria-label=label
            data-static=true
            data-few=prerendered.has_few_columns
            node_ref=frame
            on:scroll=move |_| update_grid(&|grid| grid.handle_scroll())
            on:keydown=on_key
            on:focusin=move |event| update_grid(&|grid| grid.handle_focus(cell_of_event(&event)))
            on:focusout=move |_| update_grid(&|grid| grid.handle_blur())
        >
            <div class="grid-head" role="row" aria-rowindex="1">
                <div class="grid-corner" role="columnheader" aria-colindex="1" tabindex="-1">{corner}</div>
                {prerendered.columns}
            </div>
            <div class="grid-body" role="rowgroup">{prerendered.rows}</div>
        </div>
    }
}
