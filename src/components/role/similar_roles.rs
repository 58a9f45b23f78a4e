//! The roles that share most with one, with what carries over to each.

use crate::components::hue;
use crate::messages::list::skill_names;
use crate::router::{RolePair, Route};
use crate::stores::SharedLadder;
use crate::ui::{count, english};
use ladder::{Ladder, RoleIx, SkillIx, SkillOverlap};
use leptos::prelude::*;

/// A link each to the comparison, with the skills that carry over. Nothing where no role shares any.
#[must_use]
pub fn next_moves(ladder: &SharedLadder, role: RoleIx) -> Option<AnyView> {
    let moves = ladder.similar_roles(role);
    let items: Vec<_> = moves.iter().map(|found| item(ladder, role, found)).collect();
    (!items.is_empty()).then(|| {
        view! {
            <section class="next-moves">
                <h2 lang="en">"Similar roles"</h2>
                <p lang="en">"Ranked by shared skills. Select one to compare."</p>
                <ul class="moves">{items}</ul>
            </section>
        }
        .into_any()
    })
}

fn item(ladder: &SharedLadder, role: RoleIx, found: &SkillOverlap) -> AnyView {
    let link = ladder.href(&Route::Compare(RolePair::of(ladder, role, found.to)));
    view! {
        <li data-hue=hue::of_role(ladder, found.to)>
            <a href=link>{ladder[found.to].title.clone()}</a>
            <p>{english(what_carries_over(ladder, found))}</p>
        </li>
    }
    .into_any()
}

/// "Adds 2 skills: a and b."; nothing where there is none.
#[must_use]
pub fn skills_in_words(ladder: &Ladder, verb: &str, skills: &[SkillIx]) -> Option<String> {
    let counted = count(skills.len(), "skill", "skills");
    (!skills.is_empty()).then(|| format!("{verb} {counted}: {}.", skill_names(ladder, skills)))
}

/// "4 of its 6 skills carry over: …; 1 to be raised: …".
#[must_use]
pub fn what_carries_over(ladder: &Ladder, found: &SkillOverlap) -> String {
    let (carried, raised) = (found.carry_over.len(), found.to_raise.len());
    let of_all = format!("of {}", count(found.total(), "skill", "skills"));
    let carries = match carried {
        0 => "No skills carry over at the same level".to_owned(),
        1 => format!("1 {of_all} carries over: {}", skill_names(ladder, &found.carry_over)),
        n => format!("{n} {of_all} carry over: {}", skill_names(ladder, &found.carry_over)),
    };
    match raised {
        0 => format!("{carries}."),
        n => {
            let needs = if n == 1 { "needs" } else { "need" };
            format!("{carries}. {n} {needs} a higher level: {}.", skill_names(ladder, &found.to_raise))
        }
    }
}
