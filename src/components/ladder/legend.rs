//! The steps between roles as text: where a rung leads, and the legend of the lines.

use super::lines::edge_kind_attr;
use crate::stores::SharedLadder;
use ladder::{Edge, EdgeKind, GridLayout, RoleIx};
use leptos::prelude::*;
use std::sync::Arc;

/// The kinds of steps, with their label before the target roles and in the legend.
const KINDS: [(EdgeKind, &str, &str); 3] = [
    (EdgeKind::Promotion, "Leads to", "Promotion"),
    (EdgeKind::Lateral, "Or sideways to", "Sideways move"),
    (EdgeKind::Return, "Or back to", "Move back"),
];

/// The maximum number of target roles named per kind; the role page lists all of them.
const MAX_NAMED: usize = 4;

/// The targets of a role's steps, by kind: "Leads to A, B". Renders nothing for a role without steps.
#[component]
pub fn RoleSteps(ladder: SharedLadder, role: RoleIx) -> impl IntoView {
    let edges = ladder.graph().edges_from(role);
    let item = |(kind, label, _): (EdgeKind, &'static str, &str)| {
        let targets: Vec<_> = edges.iter().filter(|edge| edge.kind == kind).collect();
        let name = |(index, edge): (usize, &&Edge)| {
            let separator = if index == 0 { " " } else { ", " };
            view! { {separator} <bdi>{ladder.distinct_short_title(edge.to)}</bdi> }
        };
        let more = targets.len().saturating_sub(MAX_NAMED);
        let names: Vec<_> = targets.iter().take(MAX_NAMED).enumerate().map(name).collect();
        (!names.is_empty()).then(|| {
            view! {
                <li data-kind=edge_kind_attr(kind)>
                    <span lang="en">{label}</span>
                    {names}
                    {(more > 0).then(|| format!(" +{more} more"))}
                </li>
            }
        })
    };
    (!edges.is_empty()).then(|| view! { <ul class="leads-to">{KINDS.map(item)}</ul> })
}

/// The meaning of the lines in a grid. Kinds that do not occur are left out.
#[component]
pub fn LinesLegend(
    /// The grid with the lines.
    grid: Arc<GridLayout>,
) -> impl IntoView {
    let rails = grid.cells.iter().any(|cell| cell.has_rails).then(|| {
        view! { <li data-kind="rails"><i></i><span lang="en">"Next rung on the same track"</span></li> }
    });
    let item = |(kind, _, label): (EdgeKind, &str, &'static str)| {
        grid.lines.iter().any(|line| line.kind == kind).then(|| {
            view! {
                <li data-kind=edge_kind_attr(kind)>
                    <svg viewBox="0 0 48 12" aria-hidden="true">
                        <path class="line" d="M2 6H44"></path>
                        <path class="head" d="M38 2L44 6L38 10"></path>
                    </svg>
                    <span lang="en">{label}</span>
                </li>
            }
        })
    };
    (!grid.lines.is_empty()).then(|| {
        view! { <ul class="lines-legend" aria-label="Legend">{rails}{KINDS.map(item)}</ul> }
    })
}
