//! A grid of any size: of its rows and columns those in view are drawn, with nodes that are used
//! again. Follows the grid pattern, cell by cell: <https://www.w3.org/WAI/ARIA/apg/patterns/grid/>.

mod grid;
mod pool;
mod step;
mod still;
mod window;

use crate::browser::grid_cell::{self, Head, Mark};
use crate::browser::grid_nodes::GridNodes;
use crate::browser::resize;
use grid::Grid;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// What a grid shows. It is asked for what comes into view and for nothing else.
pub struct Sheet {
    /// How many rows there are below the column headers.
    pub rows: usize,
    /// How many columns there are beside the row headers.
    pub columns: usize,
    /// The header of a row; one that leads nowhere is a heading over the rows below it.
    pub row_head: Box<dyn Fn(usize) -> Head>,
    /// The header of a column.
    pub column_head: Box<dyn Fn(usize) -> Head>,
    /// What the cell in a row and a column says.
    pub cell: Box<dyn Fn(usize, usize) -> Option<Mark>>,
}

/// A grid named `label` that shows what `sheet` gives, anew whenever a signal it reads changes.
#[component]
pub fn VirtualGrid(
    /// The grid's name.
    label: &'static str,
    /// The header of the row headers.
    corner: &'static str,
    /// What is shown.
    sheet: Box<dyn Fn() -> Sheet>,
    /// Whether one reads from right to left.
    right_to_left: bool,
) -> impl IntoView {
    let frame = NodeRef::<leptos::html::Div>::new();
    let grid: Rc<RefCell<Option<Grid>>> = Rc::default();
    // Moving the focus reports at once that it moved, while the grid is at work: then it knows.
    let work = {
        let grid = grid.clone();
        move |act: &dyn Fn(&mut Grid)| {
            if let Ok(mut grid) = grid.try_borrow_mut() {
                grid.iter_mut().for_each(act);
            }
        }
    };
    let still = still::markup(&sheet);
    let shown = grid.clone();
    Effect::new(move |_| {
        let sheet = sheet();
        let Some(frame) = frame.get() else { return };
        match &mut *shown.borrow_mut() {
            Some(grid) => grid.show(sheet),
            empty => {
                let nodes = GridNodes::of(&frame).ok();
                *empty = nodes.map(|nodes| Grid::new(nodes, sheet, right_to_left));
            }
        }
    });
    let (on_resize, on_scroll, on_focus) = (work.clone(), work.clone(), work.clone());
    let on_blur = work.clone();
    Effect::new(move |_| {
        let work = on_resize.clone();
        resize::on_resize(move || work(&|grid| grid.measure_anew()));
    });
    let on_key = move |event: KeyboardEvent| {
        let key = event.key();
        // Following a link changes the page: the grid is not at work meanwhile.
        let link = grid.try_borrow().ok().and_then(|grid| grid.as_ref()?.nodes().link());
        if let (Some(link), "Enter") = (link, key.as_str()) {
            event.prevent_default();
            link.follow();
            return;
        }
        work(&|grid| {
            if grid.take_key(&key, event.ctrl_key() || event.meta_key()) {
                event.prevent_default();
            }
        });
    };
    view! {
        <div
            class="virtual-grid"
            role="grid"
            aria-label=label
            data-still=true
            data-few=still.has_few_columns
            node_ref=frame
            on:scroll=move |_| on_scroll(&|grid| grid.follow_scroll())
            on:keydown=on_key
            on:focusin=move |event| on_focus(&|grid| grid.follow_focus(grid_cell::of_event(&event)))
            on:focusout=move |_| on_blur(&|grid| grid.lose_focus())
        >
            <div class="grid-head" role="row" aria-rowindex="1">
                <div class="grid-corner" role="columnheader" aria-colindex="1" tabindex="-1">{corner}</div>
                {still.columns}
            </div>
            <div class="grid-body" role="rowgroup">{still.rows}</div>
        </div>
    }
}
