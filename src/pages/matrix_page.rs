//! `/skills`: the skills matrix and its filters.

use super::PagePart;
use crate::browser::download::download;
use crate::browser::locale;
use crate::browser::text::NORMALIZER;
use crate::components::matrix::chosen_columns::{ChosenColumns, CompareColumns};
use crate::components::matrix::filters::MatrixFilters;
use crate::components::matrix::legend::MatrixLegend;
use crate::components::matrix::own_marks::OwnMarks;
use crate::components::matrix::table::{self, SkillMatrix};
use crate::components::matrix::virtual_matrix::SkillGrid;
use crate::messages::matrix::{RATE_SKILLS, matrix_summary};
use crate::messages::matrix_csv::matrix_csv;
use crate::router::{RolePair, Route};
use crate::stores::SharedLadder;
use crate::ui::{Icon, IconShape, english, paragraph};
use ladder::{ColumnHeads, CsvDialect, Id, Ladder, Matrix, MatrixQuery, RoleIx, SkillNameIndex};
use leptos::prelude::*;
use std::sync::Arc;

/// The matrix page.
#[component]
pub fn MatrixPage(
    /// The open ladder.
    ladder: SharedLadder,
    /// The filters in the address.
    query: Memo<MatrixQuery>,
) -> impl IntoView {
    if ladder.skills.is_empty() {
        return view! {
            <header class="page-head">
                <h1 lang="en" tabindex="-1">"Skills"</h1>
                <p lang="en" class="lead">"This ladder doesn’t list skills. Open a role to see what it involves."</p>
                <p><a lang="en" href=ladder.href(&Route::default())>"View the ladder"</a></p>
            </header>
        }.into_any();
    }
    let names = SkillNameIndex::new(&ladder, NORMALIZER);
    let heads = Arc::new(ColumnHeads::new(&ladder));
    let chosen = ChosenColumns::default();
    let own = OwnMarks::new(query);
    let whole = table::is_small(&ladder)
        .then(|| filtered(&ladder, &names, &heads, &MatrixQuery::default()));
    let matrix = {
        let (ladder, heads) = (ladder.clone(), heads.clone());
        Memo::new(move |_| query.with(|query| filtered(&ladder, &names, &heads, query)))
    };
    let summary = {
        let ladder = ladder.clone();
        move || matrix.with(|matrix| matrix_summary(&ladder, matrix))
    };
    let unknown_ids = {
        let ladder = ladder.clone();
        move || query.with(|query| unknown_ids(&ladder, query))
    };
    let about_category = {
        let ladder = ladder.clone();
        move || query.with(|query| about_category(&ladder, query))
    };
    let ratings_notice = {
        let ladder = ladder.clone();
        let notice = move || own.with_ratings.get().then(|| own.notice()).flatten();
        move || notice().map(|notice| ratings_notice(&ladder, notice))
    };
    let table = match whole {
        Some(whole) => view! {
            <SkillMatrix ladder=ladder.clone() whole matrix heads=heads.clone() chosen own />
        }
        .into_any(),
        None => {
            view! { <SkillGrid ladder=ladder.clone() matrix heads=heads.clone() own /> }.into_any()
        }
    };
    view! {
        <div class="matrix-page">
            <header class="page-head">
                <h1 lang="en" tabindex="-1">"Skills"</h1>
                <p lang="en" class="lead">"Every skill on this ladder and the roles that need it."</p>
            </header>
            <MatrixFilters ladder=ladder.clone() query />
            {unknown_ids}
            {about_category}
            {ratings_notice}
            <div class="matrix-bar">
                <p class="outcome" role="status">{move || english(summary())}</p>
                <CompareColumns ladder=ladder.clone() heads matrix chosen />
                <CsvButton ladder=ladder.clone() matrix />
            </div>
            {table}
            <MatrixLegend ladder />
        </div>
    }.into_any()
}

/// The parts of the page. The table has a few rows only.
pub const PARTS: [PagePart; 3] = [filters, few_rows, legend];

fn filters(ladder: &SharedLadder, _: RoleIx) -> AnyView {
    let query = Memo::new(|_| MatrixQuery::default());
    view! { <MatrixFilters ladder=ladder.clone() query /> }.into_any()
}

fn few_rows(ladder: &SharedLadder, _: RoleIx) -> AnyView {
    const MAX_ROWS: usize = 3;
    if !table::is_small(ladder) {
        return ().into_any();
    }
    let query = Memo::new(|_| MatrixQuery::default());
    let names = SkillNameIndex::new(ladder, NORMALIZER);
    let heads = Arc::new(ColumnHeads::new(ladder));
    let few = move |ladder: &SharedLadder, heads: &ColumnHeads| {
        let mut matrix = filtered(ladder, &names, heads, &MatrixQuery::default());
        matrix.groups.truncate(1);
        matrix.groups.iter_mut().for_each(|group| group.skills.truncate(MAX_ROWS));
        matrix
    };
    let whole = few(ladder, &heads);
    let matrix = {
        let (ladder, heads) = (ladder.clone(), heads.clone());
        Memo::new(move |_| few(&ladder, &heads))
    };
    let (chosen, own) = (ChosenColumns::default(), OwnMarks::new(query));
    view! { <SkillMatrix ladder=ladder.clone() whole matrix heads chosen own /> }.into_any()
}

fn legend(ladder: &SharedLadder, _: RoleIx) -> AnyView {
    view! { <MatrixLegend ladder=ladder.clone() /> }.into_any()
}

/// Downloads the matrix as shown, or shows an error if the browser blocks it.
#[component]
fn CsvButton(ladder: SharedLadder, matrix: Memo<Matrix>) -> impl IntoView {
    let error = RwSignal::new(None);
    let save = move |dialect: CsvDialect| {
        let csv = matrix.with_untracked(|matrix| matrix_csv(&ladder, matrix, dialect));
        let name = format!("{}-skills.csv", ladder.id);
        error.set(download(&name, "text/csv", &csv).err());
    };
    let save_for_excel = save.clone();
    view! {
        <button type="button" lang="en" class="quiet" on:click=move |_| save(CsvDialect::Standard)>
            <Icon shape=IconShape::Download />
            "Download CSV"
        </button>
        <button type="button" lang="en" class="quiet" on:click=move |_| save_for_excel(locale::excel_dialect())>
            <Icon shape=IconShape::Download />
            "CSV for Excel"
        </button>
        {move || {
            error.with(|error| error.as_ref().map(|error| view! { <p role="alert">{error.to_string()}</p> }))
        }}
    }
}

/// The matrix that a query shows, with its columns in the order of their heads.
fn filtered(
    ladder: &Ladder,
    names: &SkillNameIndex,
    heads: &ColumnHeads,
    query: &MatrixQuery,
) -> Matrix {
    let mut matrix = Matrix::new(ladder, names, query);
    heads.sort(&mut matrix.roles);
    matrix
}

/// A notice with a link to where the visitor can rate skills.
fn ratings_notice(ladder: &SharedLadder, notice: &'static str) -> impl IntoView + use<> {
    let plan = ladder.href(&Route::Plan(RolePair::default()));
    view! { <p lang="en" class="notice">{notice} " " <a href=plan>{RATE_SKILLS}</a></p> }
}

/// What belongs in the selected category.
fn about_category(ladder: &Ladder, query: &MatrixQuery) -> Option<impl IntoView + use<>> {
    let category = ladder.category_by_id(query.category.as_ref()?)?;
    ladder[category].description.as_ref().map(|text| paragraph("about-category", text))
}

/// A notice with the ids in the address that do not exist.
fn unknown_ids(ladder: &SharedLadder, query: &MatrixQuery) -> Option<impl IntoView + use<>> {
    let ids: Vec<&str> = query.unknown_ids(ladder).map(Id::as_str).collect();
    let ids = ids.join(", ");
    (!ids.is_empty()).then(|| {
        view! {
            <p lang="en" class="notice">
                "Nothing on this ladder matches " <code>{ids}</code>
                ". We ignored that part of the link."
            </p>
        }
    })
}
