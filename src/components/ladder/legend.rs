//! The steps between roles in words: where a rung leads, and what the lines of the picture mean.

use super::lines::kind_word;
use crate::stores::SharedLadder;
use ladder::{Edge, EdgeKind, GridLayout, RoleIx};
use leptos::prelude::*;

/// The kinds of step, with what is said before the roles they lead to and in the legend.
const KINDS: [(EdgeKind, &str, &str); 3] = [
    (EdgeKind::Promotion, "Leads to", "Promotion"),
    (EdgeKind::Lateral, "Or sideways to", "Sideways move"),
    (EdgeKind::Return, "Or back to", "Move back"),
];

/// The most roles that are named; the role's page has them all.
const NAMED: usize = 4;

/// "Leads to A and B. Sideways to C." for one rung; nothing where it leads nowhere.
#[must_use]
pub fn steps_in_words(ladder: &SharedLadder, role: RoleIx) -> Option<AnyView> {
    let edges = ladder.graph().edges_from(role);
    let line = |(kind, words, _): (EdgeKind, &'static str, &str)| {
        let all: Vec<_> = edges.iter().filter(|edge| edge.kind == kind).collect();
        let name = |(at, edge): (usize, &&Edge)| {
            let comma = if at == 0 { " " } else { ", " };
            view! { {comma} <bdi>{ladder[edge.to].short().to_owned()}</bdi> }.into_any()
        };
        let more = all.len().saturating_sub(NAMED);
        let names: Vec<_> = all.iter().take(NAMED).enumerate().map(name).collect();
        (!names.is_empty()).then(|| {
            view! {
                <li data-kind=kind_word(kind)>
                    <span>{words}</span>
                    {names}
                    {(more > 0).then(|| format!(" +{more} more"))}
                </li>
            }
            .into_any()
        })
    };
    (!edges.is_empty()).then(|| view! { <ul class="leads-to">{KINDS.map(line)}</ul> }.into_any())
}

/// What the lines mean: only those that are there.
#[must_use]
pub fn legend(grid: &GridLayout) -> Option<AnyView> {
    let rails = grid.cells.iter().any(|cell| cell.has_rails).then(|| {
        view! { <li data-kind="rails"><i></i><span lang="en">"Next rung on the same track"</span></li> }.into_any()
    });
    let entry = |(kind, _, meaning): (EdgeKind, &str, &'static str)| {
        grid.lines.iter().any(|line| line.kind == kind).then(|| {
            view! {
                <li data-kind=kind_word(kind)>
                    <svg viewBox="0 0 48 12" aria-hidden="true">
                        <path class="line" d="M2 6H44"></path>
                        <path class="head" d="M38 2L44 6L38 10"></path>
                    </svg>
                    <span>{meaning}</span>
                </li>
            }
            .into_any()
        })
    };
    (!grid.lines.is_empty()).then(|| {
        view! { <ul class="lines-legend" aria-label="Legend">{rails}{KINDS.map(entry)}</ul> }
            .into_any()
    })
}
