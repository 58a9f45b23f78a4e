//! Links to the sections of a long role.

use crate::stores::SharedLadder;
use ladder::RoleIx;
use leptos::prelude::*;

/// A role with fewer statements and skills than this needs no links.
const MIN_ITEMS: usize = 15;

/// The ids of the sections.
pub const RESPONSIBILITIES: &str = "responsibilities";
/// The id of the section with the skills.
pub const SKILLS: &str = "skills";
/// The id of the section with the resources.
pub const LEARN: &str = "learn";
/// The id of the section with the next steps.
pub const NEXT: &str = "next";

/// Links to the sections that the role has. Renders nothing for a short role.
#[component]
pub fn SectionLinks(ladder: SharedLadder, role: RoleIx) -> impl IntoView {
    let details = &ladder[role];
    let statements = details.responsibilities.len();
    let skills = details.skills.len();
    let counted = |label: &str, n: usize| match n {
        0 => label.to_owned(),
        n => format!("{label} ({n})"),
    };
    let links = [
        (statements > 0, RESPONSIBILITIES, counted("Responsibilities", statements)),
        (!ladder.skills.is_empty(), SKILLS, counted("Skills", skills)),
        (!details.resources.is_empty(), LEARN, counted("Learn", details.resources.len())),
        (true, NEXT, "What’s next".to_owned()),
    ];
    let items = links.into_iter().filter(|(is_there, ..)| *is_there);
    let items: Vec<_> = items
        .map(|(_, id, label)| view! { <li><a lang="en" href=format!("#{id}")>{label}</a></li> })
        .collect();
    (statements + skills >= MIN_ITEMS).then(|| {
        view! { <nav class="section-links" aria-label="On this page"><ul>{items}</ul></nav> }
    })
}
