//! A level of a skill: its name, how high it is, and what it means for this skill.

use crate::stores::SharedLadder;
use ladder::{Ladder, LevelIx, SkillIx};
use leptos::prelude::*;

/// The longest scale whose levels are told apart by a row of dots.
const DOTS: usize = 8;

/// The level's name; where the ladder says what it means, that opens at a press.
#[must_use]
pub fn level(ladder: &SharedLadder, skill: SkillIx, level: LevelIx) -> AnyView {
    let name = ladder.level_name(skill, level).to_owned();
    let height = format!(" (level {} of {})", level.index() + 1, ladder.scale.len());
    let name = view! {
        <bdi>{name}</bdi>
        <span class="visually-hidden">{height}</span>
        {dots(ladder, level)}
    }
    .into_any();
    match meaning(ladder, skill, level) {
        Some(text) => {
            view! { <details class="level"><summary>{name}</summary>{text}</details> }.into_any()
        }
        None => view! { <span class="level">{name}</span> }.into_any(),
    }
}

/// A dot a level, filled up to this one.
#[must_use]
pub fn dots(ladder: &Ladder, level: LevelIx) -> Option<AnyView> {
    let (full, all) = (level.index() + 1, ladder.scale.len());
    (all <= DOTS).then(|| {
        let dots = format!("{}{}", "●".repeat(full), "○".repeat(all - full));
        view! { <span class="dots" aria-hidden="true">{dots}</span> }.into_any()
    })
}

/// What a level means for a skill, or else for any; nothing where the ladder does not say.
#[must_use]
pub fn meaning(ladder: &Ladder, skill: SkillIx, level: LevelIx) -> Option<AnyView> {
    let own = ladder[skill].level(level);
    let summary = own.and_then(|text| text.summary.as_ref());
    let summary = summary.or(ladder[level].description.as_ref());
    let (signals, examples) =
        own.map_or((&[][..], &[][..]), |text| (&text.signals, &text.examples));
    let list = |heading: &'static str, items: &[String]| {
        let items: Vec<_> =
            items.iter().map(|text| view! { <li>{text.clone()}</li> }.into_any()).collect();
        (!items.is_empty()).then(|| {
            view! { <p class="heading">{heading}</p> <ul class="examples">{items}</ul> }.into_any()
        })
    };
    (summary.is_some() || !signals.is_empty() || !examples.is_empty()).then(|| {
        view! {
            <div class="meaning">
                {summary.cloned().map(|text| view! { <p>{text}</p> })}
                {list("What it looks like", signals)}
                {list("For example", examples)}
            </div>
        }
        .into_any()
    })
}
