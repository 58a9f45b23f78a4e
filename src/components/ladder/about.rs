//! What stands at the foot of the ladder: its levels, what to read, and the publisher's notes.

use crate::components::hue;
use crate::components::links::links;
use crate::components::video::card::ResourceCard;
use crate::stores::SharedLadder;
use ladder::Note;
use leptos::prelude::*;

/// Each part only where the ladder has it; `reading` is what [`reading`] gives.
#[must_use]
pub fn about_ladder(ladder: &SharedLadder, reading: AnyView) -> AnyView {
    view! { {levels(ladder)} {reading} {notes(&ladder.notes)} }.into_any()
}

/// The scale, lowest first, each level with what it means for any skill.
fn levels(ladder: &SharedLadder) -> Option<AnyView> {
    let len = ladder.scale.len();
    let level = |(at, level): (usize, &ladder::Level)| {
        let description = level.description.clone().map(|text| view! { <p>{text}</p> }.into_any());
        view! {
            <li data-hue=hue::of_place(at, len)>
                <h3>{level.name.clone()}</h3>
                {description}
            </li>
        }
        .into_any()
    };
    let levels: Vec<_> = ladder.scale.iter().enumerate().map(level).collect();
    (len > 0).then(|| {
        view! {
            <section class="scale" aria-labelledby="levels">
                <h2 lang="en" id="levels">"Skill levels"</h2>
                <ol>{levels}</ol>
            </section>
        }
        .into_any()
    })
}

/// What there is to read and watch for the whole ladder, which has something of that.
#[must_use]
pub fn reading(ladder: &SharedLadder) -> AnyView {
    let card = |reference: &ladder::ResourceRef| {
        let (ladder, reference) = (ladder.clone(), reference.clone());
        view! { <li><ResourceCard ladder reference /></li> }.into_any()
    };
    let cards: Vec<_> = ladder.reading.iter().map(card).collect();
    view! {
        <section class="reading" aria-labelledby="reading">
            <h2 lang="en" id="reading">"Recommended reading and videos"</h2>
            <ul class="cards">{cards}</ul>
        </section>
    }
    .into_any()
}

/// The notes, closed: their titles are the table of what they say. One alone stands open.
fn notes(all: &[Note]) -> Option<AnyView> {
    let is_open = all.len() == 1;
    let note = |note: &Note| {
        view! {
            <details class="note" open=is_open>
                <summary><h3>{note.title.clone()}</h3></summary>
                <p>{note.text.clone()}</p>
                {links(&note.links)}
            </details>
        }
        .into_any()
    };
    let notes: Vec<_> = all.iter().map(note).collect();
    (!notes.is_empty()).then(|| {
        view! {
            <section class="notes" aria-labelledby="notes">
                <h2 lang="en" id="notes">"About this ladder"</h2>
                <div>{notes}</div>
            </section>
        }
        .into_any()
    })
}
