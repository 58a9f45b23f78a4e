//! The first rows of a grid as they are written where the site is built: what can be read before
//! the program is there, and without it.

use super::Sheet;
use crate::browser::grid_cell::Head;
use crate::browser::grid_nodes::FEW_COLUMNS;
use leptos::prelude::*;

/// As many as fill the grid where it is largest.
const ROWS: usize = 24;
const COLUMNS: usize = 10;

/// The headers of the first columns, and the first rows.
pub(super) struct Still {
    pub has_few_columns: bool,
    pub columns: AnyView,
    pub rows: AnyView,
}

/// The beginning of what is shown; nothing in the browser, which draws it by itself.
pub(super) fn markup(sheet: &dyn Fn() -> Sheet) -> Still {
    if cfg!(not(feature = "ssr")) {
        let (columns, rows) = (().into_any(), ().into_any());
        return Still { has_few_columns: false, columns, rows };
    }
    let sheet = sheet();
    let columns = 0..sheet.columns.min(COLUMNS);
    let header = |column: usize| {
        let head = (sheet.column_head)(column);
        let hue = head.hue.clone();
        view! {
            <div class="column-head" role="columnheader" aria-colindex=column + 2 data-hue=hue>{words(head)}</div>
        }
    };
    let row = |row: usize| {
        let head = (sheet.row_head)(row);
        let (is_heading, has_detail) = (head.href.is_none(), !head.detail.is_empty());
        let cells = columns.clone().filter(|_| !is_heading).map(|column| cell(&sheet, row, column));
        view! {
            <div class="grid-row" role="row" aria-rowindex=row + 2 data-heading=is_heading>
                <div class="row-head" role="rowheader" aria-colindex="1" data-detail=has_detail>{words(head)}</div>
                {cells.collect::<Vec<_>>()}
            </div>
        }
    };
    Still {
        has_few_columns: sheet.columns <= FEW_COLUMNS,
        columns: columns.clone().map(header).collect_view().into_any(),
        rows: (0..sheet.rows.min(ROWS)).map(row).collect_view().into_any(),
    }
}

fn words(head: Head) -> AnyView {
    let detail = (!head.detail.is_empty()).then_some(head.detail);
    let detail = detail.map(|detail| view! { <span class="detail">{detail}</span> }.into_any());
    view! { <a href=head.href>{head.text}</a> {detail} }.into_any()
}

fn cell(sheet: &Sheet, row: usize, column: usize) -> AnyView {
    let mark = (sheet.cell)(row, column);
    let hue = mark.as_ref().map(|mark| mark.hue.clone());
    let mark = mark.map(|mark| {
        view! { <span class="mark" data-asked=mark.shape>{mark.word.into_owned()}</span> }
            .into_any()
    });
    view! {
        <div class="grid-cell" role="gridcell" aria-colindex=column + 2 data-hue=hue>{mark}</div>
    }
    .into_any()
}
