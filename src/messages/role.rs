//! Words of a role: its grade, and what a move to it involves.

use super::count;
use super::list::skill_names;
use ladder::{Ladder, Role, RoleIx, SkillIx, SkillOverlap};

/// The grade of a role; a bare number gets the word "Grade" before it.
#[must_use]
pub fn grade(role: &Role) -> Option<String> {
    let grade = role.grade.as_ref()?;
    let is_number = grade.bytes().all(|byte| byte.is_ascii_digit());
    Some(if is_number { format!("Grade {grade}") } else { grade.clone() })
}

/// What a step adds: sentences about skills, up to the names ("Adds 3 skills:"), and one about responsibilities.
/// Skills are compared one by one, responsibilities only by their exact text.
#[must_use]
pub fn step_summary(
    ladder: &Ladder,
    from: RoleIx,
    to: RoleIx,
) -> (Vec<(String, Vec<SkillIx>)>, Option<String>) {
    let overlap = ladder.skill_overlap(from, to);
    let is_reworded = |skill: &SkillIx| !ladder.has_same_wording(from, to, *skill);
    let reworded: Vec<_> = overlap.carry_over.iter().copied().filter(is_reworded).collect();
    let skills = [
        ("Adds", overlap.missing),
        ("Raises", overlap.to_raise),
        ("New expectations for", reworded),
    ];
    let skills = skills.into_iter().filter(|(_, skills)| !skills.is_empty());
    let skills: Vec<_> = skills
        .map(|(verb, skills)| {
            (format!("{verb} {}:", count(skills.len(), "skill", "skills")), skills)
        })
        .collect();
    let before = &ladder[from].responsibilities;
    let is_new = |text: &str| before.iter().all(|statement| statement.text != *text);
    let added = ladder[to].responsibilities.iter().filter(|statement| is_new(&statement.text));
    let rest = match added.count() {
        0 if skills.is_empty() => Some("No new skills or responsibilities listed.".to_owned()),
        0 => None,
        added => Some(format!("Adds {}.", count(added, "responsibility", "responsibilities"))),
    };
    (skills, rest)
}

/// What a step takes, in numbers: "3 new skills, 1 to level up".
#[must_use]
pub fn step_counts(ladder: &Ladder, from: RoleIx, to: RoleIx) -> String {
    let overlap = ladder.skill_overlap(from, to);
    let new = overlap.missing.len();
    let new = (new > 0).then(|| count(new, "new skill", "new skills"));
    let raised = overlap.to_raise.len();
    let raised = (raised > 0).then(|| {
        if new.is_some() {
            format!("{raised} to level up")
        } else {
            format!("{} to level up", count(raised, "skill", "skills"))
        }
    });
    let counts: Vec<String> = new.into_iter().chain(raised).collect();
    if counts.is_empty() { "No new skills".to_owned() } else { counts.join(", ") }
}

/// The skills that a step adds, then those that it raises.
#[must_use]
pub fn step_skills(ladder: &Ladder, from: RoleIx, to: RoleIx) -> Vec<SkillIx> {
    let overlap = ladder.skill_overlap(from, to);
    [overlap.missing, overlap.to_raise].concat()
}

/// "4 of 6 skills carry over: …. 2 need a higher level: …."
#[must_use]
pub fn overlap_summary(ladder: &Ladder, overlap: &SkillOverlap) -> String {
    let names = skill_names(ladder, &overlap.carry_over);
    let total = count(overlap.total(), "skill", "skills");
    let carried = match overlap.carry_over.len() {
        0 => "No skills carry over at the same level".to_owned(),
        1 => format!("1 of {total} carries over: {names}"),
        n => format!("{n} of {total} carry over: {names}"),
    };
    match overlap.to_raise.len() {
        0 => format!("{carried}."),
        n => {
            let names = skill_names(ladder, &overlap.to_raise);
            let needs = if n == 1 { "needs" } else { "need" };
            format!("{carried}. {n} {needs} a higher level: {names}.")
        }
    }
}
