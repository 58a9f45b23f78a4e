//! Lists of names inside a sentence.

use ladder::{Ladder, SkillIx};

/// The most skills that a sentence names. The others are counted.
pub const MAX_NAMED: usize = 8;

/// What stands before the part at index `at` of a list of `len` parts.
#[must_use]
pub fn separator(at: usize, len: usize) -> Option<&'static str> {
    match at {
        0 => None,
        _ if at + 1 == len => Some(" and "),
        _ => Some(", "),
    }
}

/// "a", "a and b", "a, b and c".
#[must_use]
pub fn join_list(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The skills by name: "Python, APIs and 4 more".
#[must_use]
pub fn skill_names(ladder: &Ladder, skills: &[SkillIx]) -> String {
    // Naming one more skill is as short as "and 1 more".
    let is_cut = skills.len() > MAX_NAMED + 1;
    let named = if is_cut { MAX_NAMED } else { skills.len() };
    let names = skills.iter().take(named).map(|&skill| ladder.distinct_skill_name(skill));
    let more = is_cut.then(|| format!("{} more", skills.len() - named));
    join_list(&names.chain(more).collect::<Vec<_>>())
}
