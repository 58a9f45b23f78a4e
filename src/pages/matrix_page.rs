//! `/skills`: the skills matrix and its filters.

use crate::browser::download::download;
use crate::components::matrix::filters::MatrixFilters;
use crate::components::matrix::table::{self, SkillMatrix};
use crate::components::matrix::virtual_matrix::SkillGrid;
use crate::messages::matrix::{CARRIED_OVER, matrix_summary, requirement_kind};
use crate::messages::matrix_csv::matrix_csv;
use crate::router::Route;
use crate::stores::SharedLadder;
use crate::ui::{Icon, Shape, english};
use ladder::{Id, Matrix, MatrixQuery, RequirementKind, SkillNameIndex};
use leptos::prelude::*;

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
    let names = SkillNameIndex::new(&ladder);
    let whole =
        table::is_small(&ladder).then(|| Matrix::new(&ladder, &names, &MatrixQuery::default()));
    let matrix = {
        let ladder = ladder.clone();
        Memo::new(move |_| query.with(|query| Matrix::new(&ladder, &names, query)))
    };
    let summary = {
        let ladder = ladder.clone();
        move || matrix.with(|matrix| matrix_summary(&ladder, matrix))
    };
    let unknown_ids = {
        let ladder = ladder.clone();
        move || query.with(|query| unknown_ids(&ladder, query))
    };
    let table = match whole {
        Some(whole) => view! { <SkillMatrix ladder=ladder.clone() whole matrix /> }.into_any(),
        None => view! { <SkillGrid ladder=ladder.clone() matrix /> }.into_any(),
    };
    view! {
        <div class="matrix-page">
            <header class="page-head">
                <h1 lang="en" tabindex="-1">"Skills"</h1>
                <p lang="en" class="lead">"Every skill on this ladder and the roles that need it."</p>
            </header>
            <MatrixFilters ladder=ladder.clone() query />
            {unknown_ids}
            <div class="matrix-bar">
                <p class="outcome" role="status">{move || english(summary())}</p>
                <CsvButton ladder=ladder.clone() matrix />
            </div>
            {table}
            {legend(&ladder)}
        </div>
    }.into_any()
}

/// Downloads the matrix as shown, or shows an error if the browser blocks it.
#[component]
fn CsvButton(ladder: SharedLadder, matrix: Memo<Matrix>) -> impl IntoView {
    let error = RwSignal::new(None);
    let save = move |_| {
        let csv = matrix.with_untracked(|matrix| matrix_csv(&ladder, matrix));
        let name = format!("{}-skills.csv", ladder.id);
        error.set(download(&name, "text/csv", &csv).err());
    };
    view! {
        <button lang="en" class="quiet" on:click=save>
            <Icon shape=Shape::Download />
            "Download CSV"
        </button>
        {move || {
            error.with(|error| error.as_ref().map(|error| view! { <p role="alert">{error.to_string()}</p> }))
        }}
    }
}

/// The meaning of the shapes in the cells, for those that this ladder uses.
fn legend(ladder: &SharedLadder) -> Option<impl IntoView + use<>> {
    let is_used = |kind| ladder.roles.iter().any(|role| role.skills.iter().any(|r| r.kind == kind));
    let carries_over =
        ladder.role_places().any(|role| ladder.graph().carried_over(role).next().is_some());
    let entry = |mark: &'static str, name: &'static str, meaning: &'static str| {
        view! {
            <div>
                <dt><span class="mark" data-asked=mark>{name}</span></dt>
                <dd>{meaning}</dd>
            </div>
        }
    };
    let kind =
        |kind, mark, meaning| is_used(kind).then(|| entry(mark, requirement_kind(kind), meaning));
    let entries = [
        kind(RequirementKind::Core, "core", "key to the role"),
        kind(RequirementKind::Required, "required", "required for the role"),
        kind(RequirementKind::Optional, "optional", "helpful, not required"),
        carries_over.then(|| entry("carried", CARRIED_OVER, "carried over from an earlier role")),
    ];
    let is_needed = entries.iter().any(Option::is_some);
    is_needed.then(|| view! { <dl class="legend" aria-label="Legend">{entries}</dl> })
}

/// A notice with the ids in the address that do not exist.
fn unknown_ids(ladder: &SharedLadder, query: &MatrixQuery) -> Option<impl IntoView + use<>> {
    let ids: Vec<&str> = query.unknown_ids(ladder).map(Id::as_str).collect();
    let ids = ids.join(", ");
    (!ids.is_empty()).then(|| {
        view! {
            <p class="notice">
                "Nothing on this ladder matches " <code>{ids}</code>
                ". We ignored that part of the link."
            </p>
        }
    })
}
