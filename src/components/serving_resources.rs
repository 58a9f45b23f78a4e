//! What there is to learn from for what a comparison finds gained.

use super::video_card::ResourceCard;
use crate::ladder::{Comparison, Ladder, ResourceRef, Serving, listed};
use crate::markup::{Markup, view};
use crate::state::Shared;

/// So many are shown at once; the others are folded away.
const SHOWN: usize = 6;

/// A card each, with what it serves. Nothing where there is none.
#[must_use]
pub fn serving_resources(ladder: &Shared, comparison: &Comparison) -> Option<Markup> {
    let serving = ladder.serving(comparison);
    let card = |serving: &Serving| {
        let reference = told(ladder, serving);
        let ladder = ladder.clone();
        view! { <li><ResourceCard ladder reference /></li> }
    };
    let (first, others) = serving.split_at(serving.len().min(SHOWN));
    let (first, others): (Vec<_>, Vec<_>) =
        (first.iter().map(card).collect(), others.iter().map(card).collect());
    (!first.is_empty()).then(|| {
        view! {
            <section class="compare-part">
                <h2>"To learn from"</h2>
                <ul class="cards">{first}</ul>
                {more(others)}
            </section>
        }
    })
}

fn more(others: Vec<Markup>) -> Option<Markup> {
    (!others.is_empty()).then(|| {
        view! {
            <details class="heap">
                <summary>"Show " {others.len()} " more"</summary>
                <ul class="cards">{others}</ul>
            </details>
        }
    })
}

/// The reference with what it serves before its own note.
fn told(ladder: &Ladder, serving: &Serving) -> ResourceRef {
    let skills = serving.skills.iter().map(|&skill| ladder[skill].name.clone());
    let role = serving.role.map(|role| ladder[role].title.clone());
    let served: Vec<String> = role.into_iter().chain(skills).collect();
    let mut reference = serving.reference.clone();
    let serves = format!("For {}", listed(&served));
    reference.note = Some(match &reference.note {
        Some(note) => format!("{serves}: {note}"),
        None => serves,
    });
    reference
}
