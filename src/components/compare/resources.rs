//! What there is to learn from for what a comparison finds gained.

use crate::components::video::card::ResourceCard;
use crate::messages::list::join_list;
use crate::stores::SharedLadder;
use crate::ui::{Paged, pages_of};
use ladder::{Comparison, Ladder, LearningResource, ResourceRef};
use leptos::prelude::*;
use std::ops::Range;

/// So many are shown at once.
const SHOWN: usize = 6;

/// A card each, with what it serves. Nothing where there is none.
#[must_use]
pub fn serving_resources(ladder: &SharedLadder, comparison: &Comparison) -> Option<AnyView> {
    let serving = ladder.learning_resources(comparison);
    let len = serving.len();
    let draw = {
        let ladder = ladder.clone();
        move |range: Range<usize>| {
            let cards = serving[range].iter().map(|serving| card(&ladder, serving));
            view! { <ul class="cards">{cards.collect::<Vec<_>>()}</ul> }.into_any()
        }
    };
    (len > 0).then(|| {
        view! {
            <section class="compare-part">
                <h2 lang="en">"Learn what’s new"</h2>
                <Paged pages=pages_of(len, SHOWN) nouns=("resource", "resources") render=draw />
            </section>
        }
        .into_any()
    })
}

fn card(ladder: &SharedLadder, serving: &LearningResource) -> AnyView {
    let (ladder, reference) = (ladder.clone(), told(ladder, serving));
    view! { <li><ResourceCard ladder reference /></li> }.into_any()
}

/// The reference with what it serves before its own note.
fn told(ladder: &Ladder, serving: &LearningResource) -> ResourceRef {
    let skills = serving.skills.iter().map(|&skill| ladder[skill].name.clone());
    let role = serving.role.map(|role| ladder[role].title.clone());
    let served: Vec<String> = role.into_iter().chain(skills).collect();
    let mut reference = serving.reference.clone();
    let serves = format!("For {}", join_list(&served));
    reference.note = Some(match &reference.note {
        Some(note) => format!("{serves}: {note}"),
        None => serves,
    });
    reference
}
