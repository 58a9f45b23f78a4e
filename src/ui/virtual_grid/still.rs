//! The first rows of a grid as they are written where the site is built: what can be read before
//! the program is there, and without it.

use super::Sheet;
use crate::browser::grid_cell::Head;
use crate::browser::grid_nodes::FEW_COLUMNS;
use crate::markup::{IntoMarkup, Markup, view};

/// As many as fill the grid where it is largest.
const ROWS: usize = 24;
const COLUMNS: usize = 10;

/// The headers of the first columns, and the first rows.
pub(super) struct Still {
    pub has_few_columns: bool,
    pub columns: Markup,
    pub rows: Markup,
}

/// The beginning of what is shown; nothing in the browser, which draws it by itself.
pub(super) fn markup(sheet: &dyn Fn() -> Sheet) -> Still {
    if cfg!(not(feature = "ssr")) {
        let (columns, rows) = (Markup::Nothing, Markup::Nothing);
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
        let is_heading = head.href.is_none();
        let cells = columns.clone().filter(|_| !is_heading).map(|column| cell(&sheet, row, column));
        view! {
            <div class="grid-row" role="row" aria-rowindex=row + 2 data-heading=is_heading>
                <div class="row-head" role="rowheader" aria-colindex="1" data-detail=!head.detail.is_empty()>{words(head)}</div>
                {cells.collect::<Vec<_>>()}
            </div>
        }
    };
    Still {
        has_few_columns: sheet.columns <= FEW_COLUMNS,
        columns: Markup::Many(columns.clone().map(header).map(IntoMarkup::into_markup).collect()),
        rows: Markup::Many(
            (0..sheet.rows.min(ROWS)).map(row).map(IntoMarkup::into_markup).collect(),
        ),
    }
}

fn words(head: Head) -> Markup {
    let detail = (!head.detail.is_empty()).then_some(head.detail);
    let detail = detail.map(|detail| view! { <span class="detail">{detail}</span> });
    view! { <a href=head.href>{head.text}</a> {detail} }
}

fn cell(sheet: &Sheet, row: usize, column: usize) -> Markup {
    let mark = (sheet.cell)(row, column);
    let hue = mark.as_ref().map(|mark| mark.hue.clone());
    let mark = mark.map(|mark| {
        view! { <span class="mark" data-asked=mark.shape>{mark.word.into_owned()}</span> }
    });
    view! {
        <div class="grid-cell" role="gridcell" aria-colindex=column + 2 data-hue=hue>{mark}</div>
    }
}
