//! The visitor's place on the ladder and the next step.

use super::count;
use ladder::{Ladder, RoleIx};
use plan::{Journey, Standing};

/// The question for the visitor's current role.
pub const WHERE_NOW: &str = "Where are you now?";

/// The question for the visitor's goal.
pub const WHERE_NEXT: &str = "Where next?";

/// Before the names of the skills that the next step takes.
pub const LEARN: &str = "Learn";

/// The answer of a visitor who is in none of the ladder's roles yet.
pub const STARTING_OUT: &str = "Just starting out";

/// What a visitor gains by choosing their role.
pub const CHOOSE_ROLE: &str =
    "Choose your role to see your next step. Your choice stays on this device.";

/// What a visitor should know whose choice cannot be saved.
pub const NOT_SAVED: &str =
    "Your browser didn’t save your choice. It is kept until you close this page.";

/// What the next step takes: "Project Manager is 3 skills away."
#[must_use]
pub fn next_step(ladder: &Ladder, journey: &Journey) -> String {
    let title = |role: RoleIx| &ladder[role].title;
    match (journey.next, journey.goal) {
        (Some(next), Some(goal)) if next != goal => {
            let goal = match goal_distance(journey) {
                Some(skills) => distance(title(goal), skills),
                None => format!("Goal: {}.", title(goal)),
            };
            format!(
                "{} {goal}",
                distance(&format!("Next: {}", title(next)), journey.next_skills.len())
            )
        }
        (Some(next), _) => distance(title(next), journey.next_skills.len()),
        (None, _) if ladder.ordered => "You’re at the top of this ladder.".to_owned(),
        (None, _) => "Choose where you want to go next.".to_owned(),
    }
}

/// The position of a role on the ladder: "Rung 3 of 6".
#[must_use]
pub fn rung(number: usize, of: usize) -> String {
    format!("Rung {number} of {of}")
}

/// How a role stands to the visitor: "two steps above you". `None` if they have not said where they are, or
/// nothing connects the two roles.
#[must_use]
pub fn relation(steps: Option<isize>, is_next: bool) -> Option<String> {
    let side = |n: usize, side: &str| {
        let steps = if n == 1 { "step" } else { "steps" };
        format!("{} {steps} {side} you", in_words(n))
    };
    match steps {
        None if is_next => Some("your next step".to_owned()),
        None => None,
        Some(0) => Some("your role".to_owned()),
        Some(1) if is_next => Some("your next step".to_owned()),
        Some(n) if n > 0 => Some(side(n.unsigned_abs(), "above")),
        Some(n) => Some(side(n.unsigned_abs(), "below")),
    }
}

/// The position of a role on the ladder and to the visitor: "Rung 4 of 6 · two steps above you". `None` if neither
/// is known.
#[must_use]
pub fn position(ladder: &Ladder, journey: &Journey, role: RoleIx) -> Option<String> {
    let graph = ladder.graph();
    let rung = ladder.ordered.then(|| rung(graph.height(role) + 1, graph.max_height() + 1));
    let relation = relation(journey.steps_to(ladder, role), journey.next == Some(role));
    let parts: Vec<String> = rung.into_iter().chain(relation).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// How a role that search found stands to the visitor: the mark on its rung, or else "two steps above you".
#[must_use]
pub fn found_role(ladder: &Ladder, journey: &Journey, role: RoleIx) -> Option<String> {
    rung_mark(journey, role).or_else(|| relation(journey.steps_to(ladder, role), false))
}

/// A small number as a word.
fn in_words(n: usize) -> String {
    const WORDS: [&str; 10] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    WORDS.get(n).map_or_else(|| n.to_string(), |word| (*word).to_owned())
}

/// The skills to the goal. `None` if the step before takes more than the goal itself: the goal would seem nearer.
fn goal_distance(journey: &Journey) -> Option<usize> {
    (journey.skills_to_goal >= journey.next_skills.len()).then_some(journey.skills_to_goal)
}

fn distance(title: &str, skills: usize) -> String {
    match skills {
        0 => format!("{title}: you have every skill it needs."),
        n => format!("{title} is {} away.", count(n, "skill", "skills")),
    }
}

/// The mark on a rung: "You are here", "Next: 3 skills away".
#[must_use]
pub fn rung_mark(journey: &Journey, role: RoleIx) -> Option<String> {
    let away = |skills: usize| match skills {
        0 => "no skills missing".to_owned(),
        n => format!("{} away", count(n, "skill", "skills")),
    };
    match journey.standing(role)? {
        Standing::Current => Some("You are here".to_owned()),
        Standing::Next => Some(format!("Next: {}", away(journey.next_skills.len()))),
        Standing::Goal => Some(match goal_distance(journey) {
            Some(skills) => format!("Goal: {}", away(skills)),
            None => "Goal".to_owned(),
        }),
        Standing::Passed | Standing::Other => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_relation_of_a_role_to_the_visitor_is_in_words() {
        for (steps, is_next, expected) in [
            (None, false, None),
            (None, true, Some("your next step")),
            (Some(0), false, Some("your role")),
            (Some(1), true, Some("your next step")),
            (Some(1), false, Some("one step above you")),
            (Some(2), false, Some("two steps above you")),
            (Some(-1), false, Some("one step below you")),
            (Some(12), false, Some("12 steps above you")),
        ] {
            assert_eq!(relation(steps, is_next).as_deref(), expected);
        }
    }
}
