//! Learning resources for the new skills of a comparison.

use crate::components::video::card::ResourceCard;
use crate::messages::compare::resource_note;
use crate::stores::SharedLadder;
use crate::ui::{Paged, pages_of};
use ladder::{Comparison, LearningResource};
use leptos::prelude::*;
use std::ops::Range;
use std::sync::Arc;

const CARDS_PER_PAGE: usize = 6;

/// A card for each resource, with the skills it is for. Renders nothing if there are none.
#[component]
pub fn LearningResources(
    ladder: SharedLadder,
    /// The compared roles.
    comparison: Arc<Comparison>,
) -> impl IntoView {
    let resources = ladder.learning_resources(&comparison);
    let len = resources.len();
    let render = move |range: Range<usize>| {
        let cards: Vec<_> = resources[range].iter().map(|found| card(&ladder, found)).collect();
        view! { <ul class="cards">{cards}</ul> }.into_any()
    };
    (len > 0).then(|| {
        view! {
            <section class="compare-part">
                <h2 lang="en">"Learn what’s new"</h2>
                <Paged pages=pages_of(len, CARDS_PER_PAGE) nouns=("resource", "resources") render />
            </section>
        }
    })
}

fn card(ladder: &SharedLadder, resource: &LearningResource) -> impl IntoView + use<> {
    let mut reference = resource.reference.clone();
    reference.note = Some(resource_note(ladder, resource));
    view! { <li><ResourceCard ladder=ladder.clone() reference /></li> }
}
