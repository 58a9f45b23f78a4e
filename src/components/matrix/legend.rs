//! The meaning of the fills and marks in the matrix.

use super::cell::{kind_fill, level_fill};
use crate::messages::ladder::scale_name;
use crate::messages::matrix::{CARRIED_OVER, requirement_kind};
use crate::stores::SharedLadder;
use ladder::{Ladder, Level, LevelPosition, RequirementKind, ScaleIx};
use leptos::prelude::*;

/// Longer scales are not listed level by level.
const MAX_LEVELS: usize = 8;

/// A list of what the ladder uses: its levels, the kinds of requirements, and skills that carry over.
/// Renders nothing if it uses none.
#[component]
pub fn MatrixLegend(
    /// The open ladder.
    ladder: SharedLadder,
) -> impl IntoView {
    let is_used = |kind| ladder.roles.iter().any(|role| role.skills.iter().any(|r| r.kind == kind));
    let carries_over =
        ladder.role_indices().any(|role| ladder.graph().carried_over(role).next().is_some());
    let mut scales = ladder.scales_with_levels();
    scales.retain(|scale| ladder.levels(*scale).len() <= MAX_LEVELS);
    let has_levels = !scales.is_empty();
    let levels: Vec<_> = scales.into_iter().map(|scale| level_fills(&ladder, scale)).collect();
    let entry =
        |mark: &'static str, fill: &'static str, name: &'static str, meaning: &'static str| {
            view! {
                <div lang="en">
                    <dt data-fill=fill><span class="mark" data-requirement=mark>{name}</span></dt>
                    <dd>{meaning}</dd>
                </div>
            }
        };
    // With levels, the fill stands for the level.
    let kind_fill = |kind| if has_levels { "" } else { kind_fill(kind) };
    let kind = |kind, mark, meaning| {
        is_used(kind).then(|| entry(mark, kind_fill(kind), requirement_kind(kind), meaning))
    };
    let entries = [
        kind(RequirementKind::Core, "core", "key to the role"),
        kind(RequirementKind::Required, "required", "required for the role"),
        kind(RequirementKind::Optional, "optional", "helpful, not required"),
        carries_over.then(|| {
            entry("carried", "carried", CARRIED_OVER, "carried over from an earlier role")
        }),
    ];
    let is_needed = has_levels || entries.iter().any(Option::is_some);
    is_needed.then(|| view! { <dl class="legend" aria-label="Legend">{levels}{entries}</dl> })
}

/// The fills of the levels of a scale.
fn level_fills(ladder: &Ladder, scale: Option<ScaleIx>) -> impl IntoView + use<> {
    let levels = ladder.levels(scale);
    let item = |(index, level): (usize, &Level)| {
        let fill = level_fill(LevelPosition { index, scale_len: levels.len() });
        view! { <li data-fill=fill>{level.name.clone()}</li> }
    };
    let items: Vec<_> = levels.iter().enumerate().map(item).collect();
    let name = scale_name(ladder, scale).map(|name| view! { ": " <bdi>{name}</bdi> });
    view! {
        <div>
            <dt lang="en">"Level" {name}</dt>
            <dd><ol class="level-fills">{items}</ol></dd>
        </div>
    }
}
