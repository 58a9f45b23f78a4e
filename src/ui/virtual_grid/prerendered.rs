//! The first rows and columns of a grid as static markup, which can be read before the program has
//! loaded and without it.

use super::GridModel;
use crate::browser::grid_cell::{GridHeader, GridMark};
use crate::browser::grid_nodes::FEW_COLUMNS;
use leptos::prelude::*;

/// Enough to fill the grid at its largest.
const ROWS: usize = 24;
const COLUMNS: usize = 10;

/// The first column headers and rows.
pub(super) struct PrerenderedGrid {
    pub has_few_columns: bool,
    pub columns: AnyView,
    pub rows: AnyView,
}

/// Renders the start of the grid; nothing in the browser, where the controller fills it.
pub(super) fn render(model: &dyn Fn() -> GridModel) -> PrerenderedGrid {
    if cfg!(not(feature = "ssr")) {
        let (columns, rows) = (().into_any(), ().into_any());
        return PrerenderedGrid { has_few_columns: false, columns, rows };
    }
    let model = model();
    let columns = 0..model.columns.min(COLUMNS);
    let column_header = |column: usize| {
        let header = (model.column_header)(column);
        let hue = header.hue.clone();
        view! {
            <div class="column-head" role="columnheader" aria-colindex=column + 2 data-hue=hue>
                {header_content(header)}
            </div>
        }
    };
    let row = |row: usize| {
        let header = (model.row_header)(row);
        let (is_heading, has_detail) = (header.href.is_none(), !header.detail.is_empty());
        let cells = columns.clone().filter(|_| !is_heading);
        let cells = cells.map(|column| cell(column, (model.cell)(row, column)));
        view! {
            <div class="grid-row" role="row" aria-rowindex=row + 2 data-heading=is_heading>
                <div class="row-head" role="rowheader" aria-colindex="1" data-detail=has_detail>
                    {header_content(header)}
                </div>
                {cells.collect_view()}
            </div>
        }
    };
    PrerenderedGrid {
        has_few_columns: model.columns <= FEW_COLUMNS,
        columns: columns.clone().map(column_header).collect_view().into_any(),
        rows: (0..model.rows.min(ROWS)).map(row).collect_view().into_any(),
    }
}

fn header_content(header: GridHeader) -> impl IntoView {
    let detail = Some(header.detail).filter(|detail| !detail.is_empty());
    let detail = detail.map(|detail| view! { <span class="detail">{detail}</span> });
    view! { <a href=header.href>{header.text}</a> {detail} }
}

fn cell(column: usize, mark: Option<GridMark>) -> impl IntoView {
    let hue = mark.as_ref().map(|mark| mark.hue.clone());
    let fill = mark.as_ref().map(|mark| mark.fill);
    let mark = mark.map(|mark| {
        view! { <span class="mark" data-requirement=mark.shape>{mark.text.into_owned()}</span> }
    });
    view! {
        <div class="grid-cell" role="gridcell" aria-colindex=column + 2 data-hue=hue data-fill=fill>
            {mark}
        </div>
    }
}
