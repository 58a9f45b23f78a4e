//! A comparison in words: a sentence or two that lead it, and the word for each change.

use super::compare::{Change, Comparison, SkillChange};
use super::holding::Holding;
use super::statement_changes::StatementChange;
use crate::RequirementKind;
use crate::{Ladder, SkillIx};

impl Change {
    /// Every change, in the order in which they are shown.
    pub const ALL: [Self; 9] = [
        Self::Gained,
        Self::Raised,
        Self::Firmer,
        Self::Reworded,
        Self::Lowered,
        Self::Looser,
        Self::Dropped,
        Self::Carried,
        Self::Unchanged,
    ];

    /// The heading over the skills that change so.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Gained => "Gained",
            Self::Raised => "Raised",
            Self::Lowered => "Lowered",
            Self::Firmer => "Asked for more firmly",
            Self::Looser => "Asked for less firmly",
            Self::Reworded => "Asked for in other words",
            Self::Carried => "Carried",
            Self::Unchanged => "Unchanged",
            Self::Dropped => "Dropped",
        }
    }
}

impl Holding {
    /// How firmly it is asked for: "key skill", "asked for", "good to have", "carried".
    #[must_use]
    pub fn firmness(&self) -> &'static str {
        match self.kind {
            Some(RequirementKind::Core) => "key skill",
            Some(RequirementKind::Required) => "asked for",
            Some(RequirementKind::Optional) => "good to have",
            None => "carried",
        }
    }

    /// Its level as the skill calls it.
    #[must_use]
    pub fn level_name<'a>(&self, ladder: &'a Ladder) -> Option<&'a str> {
        self.level.map(|level| ladder.level_name(self.skill, level))
    }
}

/// How many statements are added, reworded and left behind.
struct StatementCounts {
    added: usize,
    reworded: usize,
    left: usize,
}

impl StatementCounts {
    fn of(changes: &[StatementChange]) -> Self {
        let mut counts = Self { added: 0, reworded: 0, left: 0 };
        for change in changes {
            match change {
                StatementChange::Added(_) => counts.added += 1,
                StatementChange::Reworded(..) => counts.reworded += 1,
                StatementChange::LeftBehind(_) => counts.left += 1,
                StatementChange::Kept(..) => {}
            }
        }
        counts
    }
}

/// What separates the two roles of a comparison, in a sentence or two.
#[must_use]
pub fn compare_sentence(ladder: &Ladder, comparison: &Comparison) -> String {
    let (from, to) = (&ladder[comparison.from], &ladder[comparison.to]);
    if comparison.from == comparison.to {
        return format!("{} is on both sides: nothing separates a role from itself.", to.title);
    }
    if comparison.is_empty() {
        return nothing_separates(ladder, comparison);
    }
    let is_different = |skill: &&SkillChange| skill.change.is_difference();
    let mut different = comparison.skills.iter().filter(is_different);
    let duties = StatementCounts::of(&comparison.responsibilities);
    let same_duties = duties.added + duties.reworded + duties.left == 0;
    if let (Some(only), None, true) = (different.next(), different.next(), same_duties) {
        return format!("One thing separates them. {}", only_change(ladder, comparison, only));
    }
    let skills = skill_clauses(comparison, from.short());
    let duties = duty_clauses(&duties);
    let held_on = comparison.of(Change::Carried).chain(comparison.of(Change::Unchanged)).count();
    let first = match (skills.is_empty(), duties.is_empty()) {
        (true, _) if held_on == 0 => format!("{} {}.", to.title, listed(&duties)),
        (true, _) => {
            format!("Both ask for the same skills. {} {}.", to.title, listed(&duties))
        }
        (false, true) => format!("{} {}.", to.title, listed(&skills)),
        (false, false) => {
            format!("{} {}. It {}.", to.title, listed(&skills), listed(&duties))
        }
    };
    match held_on {
        0 => first,
        _ if skills.is_empty() => first,
        1 => format!("{first} 1 skill carries over."),
        n => format!("{first} {n} skills carry over."),
    }
}

fn nothing_separates(ladder: &Ladder, comparison: &Comparison) -> String {
    let (from, to) = (&ladder[comparison.from], &ladder[comparison.to]);
    let names = format!("{} and {}", from.title, to.title);
    let says_nothing = comparison.skills.is_empty() && comparison.responsibilities.is_empty();
    let first = if says_nothing {
        format!("This ladder names neither skills nor responsibilities for {names}.")
    } else {
        format!("{names} ask for the same: nothing in skills or responsibilities separates them.")
    };
    let differs = match (from.focus != to.focus, from.impact != to.impact) {
        (true, true) => " Their focus and impact differ.",
        (true, false) => " Their focus differs.",
        (false, true) => " Their impact differs.",
        (false, false) => "",
    };
    format!("{first}{differs}")
}

/// The sentence for the one skill that differs.
fn only_change(ladder: &Ladder, comparison: &Comparison, only: &SkillChange) -> String {
    let (from, to) = (&ladder[comparison.from].title, &ladder[comparison.to].title);
    let skill = skill_name(ladder, only.skill);
    let level = |holding: Option<Holding>| match holding.and_then(|h| h.level_name(ladder)) {
        Some(name) => format!("at the level {name}"),
        None => "without a level".to_owned(),
    };
    let firmness = |holding: Option<Holding>| holding.map_or("not asked for", |h| h.firmness());
    match only.change {
        Change::Gained => format!("{to} asks for {skill}; {from} does not."),
        Change::Dropped => format!("{from} asks for {skill}; {to} does not."),
        Change::Raised | Change::Lowered => {
            format!("{to} asks for {skill} {}, {from} {}.", level(only.after), level(only.before))
        }
        Change::Firmer | Change::Looser => format!(
            "{skill}: {} for {to}, {} for {from}.",
            firmness(only.after),
            firmness(only.before)
        ),
        Change::Reworded | Change::Carried | Change::Unchanged => {
            format!("Both ask for {skill}, in other words.")
        }
    }
}

fn skill_name(ladder: &Ladder, skill: SkillIx) -> &str {
    &ladder[skill].name
}

/// What the second role does, as far as skills go.
fn skill_clauses(comparison: &Comparison, from: &str) -> Vec<String> {
    let count = |change| comparison.of(change).count();
    let mut clauses = Vec::new();
    let mut say = |n: usize, words: &dyn Fn(&str) -> String| {
        if n > 0 {
            clauses.push(words(&counted(n, "skill")));
        }
    };
    say(count(Change::Gained), &|n| format!("asks for {n} that {from} does not"));
    say(count(Change::Raised), &|n| format!("asks for {n} at a higher level"));
    say(count(Change::Firmer), &|n| format!("asks more firmly for {n}"));
    say(count(Change::Reworded), &|n| format!("asks for {n} in other words"));
    say(count(Change::Lowered), &|n| format!("asks for {n} at a lower level"));
    say(count(Change::Looser), &|n| format!("asks less firmly for {n}"));
    say(count(Change::Dropped), &|n| format!("does not ask for {n} that {from} does"));
    clauses
}

fn duty_clauses(counts: &StatementCounts) -> Vec<String> {
    let mut clauses = Vec::new();
    if counts.added > 0 {
        clauses.push(format!("takes on {}", counted_duties(counts.added)));
    }
    if counts.reworded > 0 {
        clauses.push(match clauses.is_empty() {
            true => format!("has {} in other words", counted_duties(counts.reworded)),
            false => format!("has {} in other words", counts.reworded),
        });
    }
    if counts.left > 0 {
        clauses.push(match clauses.is_empty() {
            true => format!("leaves {} behind", counted_duties(counts.left)),
            false => format!("leaves {} behind", counts.left),
        });
    }
    clauses
}

/// "1 skill", "4 skills".
pub(super) fn counted(n: usize, one: &str) -> String {
    format!("{n} {one}{}", if n == 1 { "" } else { "s" })
}

fn counted_duties(n: usize) -> String {
    format!("{n} {}", if n == 1 { "responsibility" } else { "responsibilities" })
}

/// So many skills are named in a sentence; of more, the rest is counted.
const NAMED: usize = 8;

impl Ladder {
    /// The skills by name, in a sentence: "Python, APIs and 4 more".
    #[must_use]
    pub fn named(&self, skills: &[SkillIx]) -> String {
        let few = skills.len() > NAMED + 1;
        let shown = if few { NAMED } else { skills.len() };
        let names = skills.iter().take(shown).map(|&skill| self[skill].name.clone());
        let more = few.then(|| format!("{} more", skills.len() - shown));
        listed(&names.chain(more).collect::<Vec<_>>())
    }
}

/// "a", "a and b", "a, b and c".
#[must_use]
pub fn listed(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
