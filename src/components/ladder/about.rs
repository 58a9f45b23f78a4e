//! The end of the ladder page: skill levels, recommended resources and the publisher's notes.

use crate::components::hue;
use crate::components::links::Links;
use crate::components::video::card::ResourceCard;
use crate::messages::ladder::scale_name;
use crate::stores::SharedLadder;
use crate::ui::paragraph;
use ladder::{Ladder, Level, Note, ResourceRef, ScaleIx};
use leptos::prelude::*;

/// The sections about the whole ladder. Empty sections are left out.
#[component]
pub fn AboutLadder(
    ladder: SharedLadder,
    /// The section with the recommended resources, which is in a chunk: see [`RecommendedReading`].
    reading: AnyView,
) -> impl IntoView {
    view! { {levels(&ladder)} {reading} {notes(&ladder.notes)} }
}

/// The levels of every scale, lowest first, each with its general description.
fn levels(ladder: &Ladder) -> Vec<impl IntoView + use<>> {
    ladder.scales_with_levels().into_iter().map(|ix| scale(ladder, ix)).collect()
}

fn scale(ladder: &Ladder, scale: Option<ScaleIx>) -> impl IntoView + use<> {
    let levels = ladder.levels(scale);
    let item = |(index, level): (usize, &Level)| {
        view! {
            <li data-hue=hue::of_index(index, levels.len())>
                <h3>{level.name.clone()}</h3>
                {level.description.as_ref().map(|text| paragraph("", text))}
            </li>
        }
    };
    let items: Vec<_> = levels.iter().enumerate().map(item).collect();
    let id = match scale {
        Some(scale) => format!("levels-{}", ladder[scale].id),
        None => "levels".to_owned(),
    };
    let name = scale_name(ladder, scale).map(|name| view! { ": " <bdi>{name}</bdi> });
    let labelled_by = id.clone();
    view! {
        <section class="scale" aria-labelledby=labelled_by>
            <h2 lang="en" id=id>"Skill levels" {name}</h2>
            <ol>{items}</ol>
        </section>
    }
}

/// The resources for the whole ladder. Render it only if there are any.
#[component]
pub fn RecommendedReading(ladder: SharedLadder) -> impl IntoView {
    let card = |reference: &ResourceRef| {
        view! { <li><ResourceCard ladder=ladder.clone() reference=reference.clone() /></li> }
    };
    let cards: Vec<_> = ladder.reading.iter().map(card).collect();
    view! {
        <section class="reading" aria-labelledby="reading">
            <h2 lang="en" id="reading">"Recommended reading and videos"</h2>
            <ul class="cards">{cards}</ul>
        </section>
    }
}

/// The notes, collapsed to their titles. A single note is open.
fn notes(notes: &[Note]) -> Option<impl IntoView + use<>> {
    let is_open = notes.len() == 1;
    let item = |note: &Note| {
        view! {
            <details class="note" open=is_open>
                <summary><h3>{note.title.clone()}</h3></summary>
                {paragraph("text", &note.text)}
                <Links links=note.links.clone() />
            </details>
        }
    };
    let items: Vec<_> = notes.iter().map(item).collect();
    (!items.is_empty()).then(|| {
        view! {
            <section class="notes" aria-labelledby="notes">
                <h2 lang="en" id="notes">"About this ladder"</h2>
                <div>{items}</div>
            </section>
        }
    })
}
