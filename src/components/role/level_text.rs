//! A level of a skill: its name, its position on the scale, and what it means for the skill.

use crate::stores::SharedLadder;
use crate::ui::{paragraph, rich_text};
use ladder::{Ladder, LevelIx, LevelPosition, RichText, SkillIx};
use leptos::prelude::*;

/// The maximum length of a scale whose levels are shown as dots.
const MAX_DOTS: usize = 8;

/// The name of a level. If the ladder describes the level, the name expands to the description.
#[component]
pub fn LevelBadge(
    ladder: SharedLadder,
    skill: SkillIx,
    /// The level.
    level: LevelIx,
) -> impl IntoView {
    let position = ladder.level_position(skill, level);
    let LevelPosition { index, scale_len } = position;
    let name = view! {
        <bdi>{ladder.level_name(skill, level).to_owned()}</bdi>
        <span lang="en" class="visually-hidden">{format!(" (level {} of {scale_len})", index + 1)}</span>
        <LevelDots position />
    };
    match level_meaning(&ladder, skill, level) {
        Some(text) => {
            view! { <details class="level"><summary>{name}</summary>{text}</details> }.into_any()
        }
        None => view! { <span class="level">{name}</span> }.into_any(),
    }
}

/// One dot per level of the scale, filled up to a level. Renders nothing for a long scale.
#[component]
pub fn LevelDots(
    /// Where the level stands.
    position: LevelPosition,
) -> impl IntoView {
    let LevelPosition { index, scale_len } = position;
    let filled = index + 1;
    (scale_len <= MAX_DOTS).then(|| {
        let dots = format!("{}{}", "●".repeat(filled), "○".repeat(scale_len - filled));
        view! { <span class="dots" aria-hidden="true">{dots}</span> }
    })
}

/// The meaning of a level for a skill, or else its general description. `None` if there is neither.
#[must_use]
pub fn level_meaning(
    ladder: &Ladder,
    skill: SkillIx,
    level: LevelIx,
) -> Option<impl IntoView + use<>> {
    let for_skill = ladder[skill].level(level);
    let summary = for_skill.and_then(|text| text.summary.as_ref());
    let summary = summary.or(ladder[level].description.as_ref());
    let (signals, examples) =
        for_skill.map_or((&[][..], &[][..]), |text| (&text.signals, &text.examples));
    let list = |heading: &'static str, items: &[RichText]| {
        let items: Vec<_> = items.iter().map(|text| view! { <li>{rich_text(text)}</li> }).collect();
        (!items.is_empty()).then(|| {
            view! { <p lang="en" class="heading">{heading}</p> <ul class="examples">{items}</ul> }
        })
    };
    (summary.is_some() || !signals.is_empty() || !examples.is_empty()).then(|| {
        view! {
            <div class="meaning">
                {summary.map(|text| paragraph("", text))}
                {list("What it looks like", signals)}
                {list("For example", examples)}
            </div>
        }
    })
}
