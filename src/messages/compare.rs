//! Comparisons: the summary, the kinds of change and the steps between the roles.

use super::count;
use super::list::{join_list, skill_names};
use ladder::{
    ChangeCount, ChangeGroup, ChangeKind, Comparison, EffectiveRequirement, Ladder,
    LearningResource, RequirementKind, RichText, SkillChange, StatementChange,
};

/// What a count of changes counts: "new", as in "3 new".
#[must_use]
pub fn change_count(group: ChangeGroup) -> &'static str {
    match group {
        ChangeGroup::New => "new",
        ChangeGroup::Raised => "raised",
        ChangeGroup::Reworded => "reworded",
        ChangeGroup::Lowered => "lowered",
        ChangeGroup::Left => "left",
        ChangeGroup::Unchanged => "unchanged",
    }
}

/// What changes, as words after a count of changes: "3 skills, 2 responsibilities".
#[must_use]
pub fn changed_things(changes: ChangeCount) -> String {
    let ChangeCount { skills, responsibilities } = changes;
    let skills = (skills > 0).then(|| count(skills, "skill", "skills"));
    let responsibilities = (responsibilities > 0)
        .then(|| count(responsibilities, "responsibility", "responsibilities"));
    let parts: Vec<String> = skills.into_iter().chain(responsibilities).collect();
    parts.join(", ")
}

/// The heading of the skills that change in this way.
#[must_use]
pub fn change_kind(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::New => "New",
        ChangeKind::HigherLevel => "Higher level",
        ChangeKind::LowerLevel => "Lower level",
        ChangeKind::MoreImportant => "More important",
        ChangeKind::LessImportant => "Less important",
        ChangeKind::Reworded => "Different expectations",
        ChangeKind::CarriedOver => "Carries over",
        ChangeKind::Unchanged => "Unchanged",
        ChangeKind::Dropped => "No longer needed",
    }
}

/// The label of a statement that changes in this way.
#[must_use]
pub fn statement_change(change: StatementChange) -> &'static str {
    match change {
        StatementChange::Unchanged(..) => "Unchanged",
        StatementChange::Reworded(..) => "Reworded",
        StatementChange::Added(_) => "New",
        StatementChange::Removed(_) => "No longer yours",
    }
}

/// How important a skill is to a role: "key skill", "required", "nice to have", "carried over".
#[must_use]
pub fn importance(requirement: &EffectiveRequirement) -> &'static str {
    match requirement.kind {
        Some(RequirementKind::Core) => "key skill",
        Some(RequirementKind::Required) => "required",
        Some(RequirementKind::Optional) => "nice to have",
        None => "carried over",
    }
}

/// How important a skill is and was, if that is worth a mention: "key skill (was required)". For a skill
/// that is carried over, the role that requires it first.
#[must_use]
pub fn importance_change(ladder: &Ladder, skill: &SkillChange) -> Option<String> {
    match (skill.before, skill.after) {
        (Some(before), Some(after)) if before.kind != after.kind => {
            Some(format!("{} (was {})", importance(&after), importance(&before)))
        }
        (_, Some(it)) | (Some(it), None) if it.is_carried_over() => {
            Some(format!("first needed at {}", ladder.distinct_short_title(it.required_by)))
        }
        (_, Some(it)) | (Some(it), None) if it.kind != Some(RequirementKind::Required) => {
            Some(importance(&it).to_owned())
        }
        _ => None,
    }
}

/// The level of a skill, or its change: "Basic → Advanced".
#[must_use]
pub fn level_change(ladder: &Ladder, skill: &SkillChange) -> Option<String> {
    let name = |requirement: Option<EffectiveRequirement>| {
        requirement.and_then(|it| it.level_name(ladder)).map(str::to_owned)
    };
    let (has_before, has_after) = (skill.before.is_some(), skill.after.is_some());
    let is_changed = skill.before.map(|it| it.level) != skill.after.map(|it| it.level);
    match (name(skill.before), name(skill.after)) {
        (None, None) => None,
        (Some(before), Some(after)) if is_changed => Some(format!("{before} → {after}")),
        (_, Some(after)) if has_before && is_changed => {
            Some(format!("now {after} (no level before)"))
        }
        (Some(before), _) if has_after && is_changed => {
            Some(format!("no set level (was {before})"))
        }
        (_, Some(level)) | (Some(level), None) => Some(level),
    }
}

/// "2 examples, 1 link"; `None` if there are neither.
#[must_use]
pub fn more_label(examples: usize, links: usize) -> Option<String> {
    let examples = (examples > 0).then(|| count(examples, "example", "examples"));
    let links = (links > 0).then(|| count(links, "link", "links"));
    let parts: Vec<String> = examples.into_iter().chain(links).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// The note on a learning resource, with the role and skills it is for.
#[must_use]
pub fn resource_note(ladder: &Ladder, resource: &LearningResource) -> RichText {
    let role = resource.role.map(|role| ladder.distinct_title(role));
    let skills = resource.skills.iter().map(|&skill| ladder.distinct_skill_name(skill));
    let purpose: Vec<String> = role.into_iter().chain(skills).collect();
    let purpose = format!("For {}", join_list(&purpose));
    match &resource.reference.note {
        Some(note) => note.after(&format!("{purpose}: ")),
        None => purpose.into(),
    }
}

/// "3 steps to get there:"
#[must_use]
pub fn path_length(steps: usize) -> String {
    format!("{} to get there:", count(steps, "step", "steps"))
}

/// Why there is no path between two roles.
#[must_use]
pub fn no_path(from: &str, to: &str) -> String {
    format!("There’s no defined path from {from} to {to}, so this is a direct comparison.")
}

/// The link to the comparison in the other direction.
#[must_use]
pub fn reverse_path(steps: usize) -> String {
    format!("The other way round takes {}.", count(steps, "step", "steps"))
}

/// What a step adds, in a few sentences.
#[must_use]
pub fn step_summary(ladder: &Ladder, comparison: &Comparison) -> String {
    let mut sentences = Vec::new();
    for (kind, verb) in [
        (ChangeKind::New, "Adds"),
        (ChangeKind::HigherLevel, "Raises"),
        (ChangeKind::MoreImportant, "Puts more weight on"),
        (ChangeKind::Reworded, "New expectations for"),
    ] {
        let skills: Vec<_> = comparison.with_kind(kind).map(|skill| skill.skill).collect();
        if !skills.is_empty() {
            let counted = count(skills.len(), "skill", "skills");
            sentences.push(format!("{verb} {counted}: {}.", skill_names(ladder, &skills)));
        }
    }
    let is_added = |change: &&StatementChange| matches!(change, StatementChange::Added(_));
    let added = comparison.responsibilities.iter().filter(is_added).count();
    if added > 0 {
        let counted = count(added, "responsibility", "responsibilities");
        sentences.push(format!("Adds {counted}."));
    }
    if sentences.is_empty() {
        "No new skills or responsibilities listed.".to_owned()
    } else {
        sentences.join(" ")
    }
}

/// What changes between the two roles, in a sentence or two.
#[must_use]
pub fn compare_summary(ladder: &Ladder, comparison: &Comparison) -> String {
    let to = ladder.distinct_title(comparison.to);
    if comparison.from == comparison.to {
        return format!("You picked {to} twice. Choose a different role to compare.");
    }
    if comparison.is_empty() {
        return no_difference(ladder, comparison);
    }
    let mut differences = comparison.skills.iter().filter(|skill| skill.kind.is_difference());
    let responsibilities = responsibility_clauses(&comparison.responsibilities);
    if let (Some(only), None, true) =
        (differences.next(), differences.next(), responsibilities.is_empty())
    {
        return format!("One difference: {}", only_difference(ladder, comparison, only));
    }
    let skills = skill_clauses(comparison, &ladder.distinct_short_title(comparison.from));
    let same = comparison.skills.iter().filter(|skill| !skill.kind.is_difference()).count();
    let (skills_text, responsibilities_text) = (join_list(&skills), join_list(&responsibilities));
    match (skills.is_empty(), responsibilities.is_empty()) {
        (true, _) if same == 0 => format!("{to} {responsibilities_text}."),
        (true, _) => format!("Same skills. {to} {responsibilities_text}."),
        (false, true) => format!("{to} {skills_text}.{}", carried_over(same)),
        (false, false) => {
            format!("{to} {skills_text}. It {responsibilities_text}.{}", carried_over(same))
        }
    }
}

fn carried_over(skills: usize) -> String {
    match skills {
        0 => String::new(),
        n => format!(" {} over.", count(n, "skill carries", "skills carry")),
    }
}

fn no_difference(ladder: &Ladder, comparison: &Comparison) -> String {
    let (from, to) = (&ladder[comparison.from], &ladder[comparison.to]);
    let names = format!(
        "{} and {}",
        ladder.distinct_title(comparison.from),
        ladder.distinct_title(comparison.to)
    );
    let is_empty = comparison.skills.is_empty() && comparison.responsibilities.is_empty();
    let sentence = if is_empty {
        format!("No skills or responsibilities are listed for {names}.")
    } else {
        format!("{names} have the same skills and responsibilities.")
    };
    let facts = match (from.focus != to.focus, from.impact != to.impact) {
        (true, true) => " Their focus and impact differ.",
        (true, false) => " Their focus differs.",
        (false, true) => " Their impact differs.",
        (false, false) => "",
    };
    format!("{sentence}{facts}")
}

/// The sentence for the one skill that differs.
fn only_difference(ladder: &Ladder, comparison: &Comparison, only: &SkillChange) -> String {
    let (from, to) = (ladder.distinct_title(comparison.from), ladder.distinct_title(comparison.to));
    let skill = ladder.distinct_skill_name(only.skill);
    let level = |requirement: Option<EffectiveRequirement>| match requirement
        .as_ref()
        .and_then(|found| found.level_name(ladder))
    {
        Some(name) => format!("at {name} level"),
        None => "at no set level".to_owned(),
    };
    let importance_of = |requirement: Option<EffectiveRequirement>| {
        requirement.as_ref().map_or("not required", importance)
    };
    match only.kind {
        ChangeKind::New => format!("{to} needs {skill}; {from} doesn’t."),
        ChangeKind::Dropped => format!("{from} needs {skill}; {to} doesn’t."),
        ChangeKind::HigherLevel | ChangeKind::LowerLevel => {
            let (before, after) = (level(only.before), level(only.after));
            format!("{to} needs {skill} {after}; {from} needs it {before}.")
        }
        ChangeKind::MoreImportant | ChangeKind::LessImportant => {
            let (before, after) = (importance_of(only.before), importance_of(only.after));
            format!("{skill}: {after} for {to}, {before} for {from}.")
        }
        ChangeKind::Reworded | ChangeKind::CarriedOver | ChangeKind::Unchanged => {
            format!("Both need {skill}, described differently.")
        }
    }
}

/// The differences in skills, as clauses with the second role as their subject.
fn skill_clauses(comparison: &Comparison, from: &str) -> Vec<String> {
    let clause = |&kind: &ChangeKind| {
        let skills = match comparison.with_kind(kind).count() {
            0 => return None,
            n => count(n, "skill", "skills"),
        };
        match kind {
            ChangeKind::New => Some(format!("needs {skills} that {from} doesn’t")),
            ChangeKind::HigherLevel => Some(format!("needs {skills} at a higher level")),
            ChangeKind::MoreImportant => Some(format!("puts more weight on {skills}")),
            ChangeKind::Reworded => Some(format!("describes {skills} differently")),
            ChangeKind::LowerLevel => Some(format!("needs {skills} at a lower level")),
            ChangeKind::LessImportant => Some(format!("puts less weight on {skills}")),
            ChangeKind::Dropped => Some(format!("drops {skills}")),
            ChangeKind::CarriedOver | ChangeKind::Unchanged => None,
        }
    };
    ChangeKind::ALL.iter().filter_map(clause).collect()
}

/// The differences in responsibilities, as clauses. Only the first one contains the noun.
fn responsibility_clauses(changes: &[StatementChange]) -> Vec<String> {
    let count_of =
        |is_counted: fn(&&StatementChange) -> bool| changes.iter().filter(is_counted).count();
    let verbs = [
        ("takes on", count_of(|change| matches!(change, StatementChange::Added(_)))),
        ("rewords", count_of(|change| matches!(change, StatementChange::Reworded(..)))),
        ("hands over", count_of(|change| matches!(change, StatementChange::Removed(_)))),
    ];
    let mut clauses = Vec::new();
    for (verb, n) in verbs.into_iter().filter(|(_, n)| *n > 0) {
        clauses.push(if clauses.is_empty() {
            format!("{verb} {}", count(n, "responsibility", "responsibilities"))
        } else {
            format!("{verb} {n}")
        });
    }
    clauses
}
