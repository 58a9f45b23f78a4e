//! Names of skills inside a sentence, each with a link to its page.

use crate::messages::list::separator;
use crate::router::Route;
use crate::stores::SharedLadder;
use ladder::SkillIx;
use leptos::prelude::*;

/// At most `max` skills by name: "Python, APIs and 4 more".
#[must_use]
pub fn skill_links(ladder: &SharedLadder, skills: &[SkillIx], max: usize) -> AnyView {
    // Naming one more skill is as short as "and 1 more".
    let is_cut = skills.len() > max + 1;
    let named = if is_cut { max } else { skills.len() };
    let parts = named + usize::from(is_cut);
    let link = |(at, &skill): (usize, &SkillIx)| {
        let href = ladder.href(&Route::Skill(ladder[skill].id.clone()));
        view! { {separator(at, parts)} <a href=href>{ladder.distinct_skill_name(skill)}</a> }
    };
    let links: Vec<_> = skills.iter().take(named).enumerate().map(link).collect();
    let more = is_cut.then(|| {
        let more = format!("{} more", skills.len() - named);
        view! { {separator(named, parts)} <span lang="en">{more}</span> }
    });
    view! { {links} {more} }.into_any()
}
