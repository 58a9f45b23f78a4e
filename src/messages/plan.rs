//! The plan: answers, progress, storage, import and deletion.

use super::count;
use super::date::format_date;
use super::journey::STARTING_OUT;
use ladder::{Id, Ladder, LevelIx, RequirementKind, RichText, RoleIx, SkillIx};
use plan::{
    AnswerKind, AnswerValue, Answers, CurrentRole, Date, Difference, Labels, LinkError, Progress,
    Rating, RecordError, SaveError, StoreError, TargetSkill,
};

/// The terms that exports share with the page: the crate `plan` writes the files, but all words are the app’s.
pub const LABELS: Labels = Labels { rating, answer, requirement, roles, progress };

/// The rating of a skill without levels that the visitor has.
pub const HAVE_IT: &str = "Have it";

/// The rating of a skill that the visitor is learning.
pub const LEARNING: &str = "Learning";

/// The rating of a skill that the visitor does not have yet.
pub const NOT_YET: &str = "Not yet";

/// The name of a rating, as the skill calls it; the id of a level that no longer exists.
#[must_use]
pub fn rating(ladder: &Ladder, skill: Option<SkillIx>, rating: &Rating) -> String {
    match rating {
        Rating::Have => HAVE_IT.to_owned(),
        Rating::Learning => LEARNING.to_owned(),
        Rating::NotYet => NOT_YET.to_owned(),
        Rating::Level(id) => {
            let name = match skill {
                Some(skill) => {
                    ladder.level_of(skill, id).map(|level| ladder.level_name(skill, level))
                }
                // The skill no longer exists, so its level may be of any scale.
                None => ladder.levels_by_id(id).next().map(|level| &*ladder[level].name),
            };
            name.map_or_else(|| format!("{id} (level no longer exists)"), ToOwned::to_owned)
        }
    }
}

/// An answer as text; empty if it is blank.
#[must_use]
pub fn answer(ladder: &Ladder, skill: Option<SkillIx>, value: &AnswerValue) -> String {
    let text = match value {
        AnswerValue::Rating(value) => value.as_ref().map(|value| rating(ladder, skill, value)),
        AnswerValue::Note(note) => Some(note.clone()),
        AnswerValue::Due(due) => due.as_ref().map(|due| format!("due {due}")),
        AnswerValue::Seen(seen) => seen.then(|| "done".to_owned()),
        AnswerValue::Goal(from) => from.as_ref().map(|from| format!("from {from}")),
        AnswerValue::CurrentRole(role) => role.as_ref().map(|role| current_role(ladder, role)),
    };
    text.unwrap_or_default()
}

/// Where the visitor is now: the title of the role, or its id if the ladder no longer has it.
#[must_use]
pub fn current_role(ladder: &Ladder, role: &CurrentRole) -> String {
    match role {
        CurrentRole::StartingOut => STARTING_OUT.to_owned(),
        CurrentRole::Role(id) => {
            let title = ladder.role_by_id(id).map(|role| ladder[role].title.clone());
            title.unwrap_or_else(|| id.to_string())
        }
    }
}

/// How a role requires a skill; `None` for one that is only carried over.
#[must_use]
pub fn requirement_kind(kind: Option<RequirementKind>) -> &'static str {
    match kind {
        Some(RequirementKind::Core) => "Key skill",
        Some(RequirementKind::Required) => "Required",
        Some(RequirementKind::Optional) => "Nice to have",
        None => "Carried over",
    }
}

/// What the target requires of a skill: "Key skill: Advanced".
#[must_use]
pub fn requirement(ladder: &Ladder, target: &TargetSkill) -> String {
    let kind = requirement_kind(target.kind);
    match target.level {
        Some(level) => format!("{kind}: {}", ladder.level_name(target.skill, level)),
        None => kind.to_owned(),
    }
}

/// Where the visitor stands with a skill: "You: Independent, goal: Leading". `from` is the role that expects
/// the skill of them; it is named while they have not rated the skill.
#[must_use]
pub fn standing(
    ladder: &Ladder,
    target: &TargetSkill,
    answers: &Answers,
    from: Option<&str>,
) -> String {
    let own = target.rating(ladder, answers);
    let own = own.map(|own| rating(ladder, Some(target.skill), own));
    let own = match (own, from.filter(|_| target.is_expected(ladder, answers))) {
        (None, _) => "Not rated".to_owned(),
        (Some(own), None) => format!("You: {own}"),
        (Some(own), Some(from)) => format!("You, as {from}: {own}"),
    };
    match target.level {
        Some(level) => format!("{own}, goal: {}", ladder.level_name(target.skill, level)),
        None => own,
    }
}

/// What a level means for a skill, or else in general, in one sentence or two.
#[must_use]
pub fn level_text(ladder: &Ladder, skill: SkillIx, level: LevelIx) -> Option<RichText> {
    let of_skill = ladder[skill].level(level).and_then(|text| text.summary.clone());
    of_skill.or_else(|| ladder[level].description.clone())
}

/// The skills that are not done, by how far the visitor is: "1 learning, 2 not yet, 4 not rated".
#[must_use]
pub fn open_skills(progress: Progress) -> String {
    let Progress { met, learning, not_yet, total } = progress;
    let not_rated = total - met - learning - not_yet;
    let counts = [(learning, "learning"), (not_yet, "not yet"), (not_rated, "not rated")];
    let counts = counts.into_iter().filter(|(n, _)| *n > 0);
    counts.map(|(n, label)| format!("{n} {label}")).collect::<Vec<_>>().join(", ")
}

/// The roles of a plan: "AI Developer to Team Leader".
#[must_use]
pub fn roles(ladder: &Ladder, from: Option<RoleIx>, to: RoleIx) -> String {
    match from {
        Some(from) => format!("{} to {}", ladder.distinct_title(from), ladder.distinct_title(to)),
        None => ladder.distinct_title(to),
    }
}

/// What the climb card shows: "AI Developer to Team Leader, 4 of 7 skills".
#[must_use]
pub fn climb(ladder: &Ladder, from: Option<RoleIx>, to: RoleIx, progress: Progress) -> String {
    format!("{}, {}", roles(ladder, from, to), climb_count(progress))
}

/// How far the visitor is, on the climb card: "4 of 7 skills".
#[must_use]
pub fn climb_count(Progress { met, total, .. }: Progress) -> String {
    format!("{met} of {}", count(total, "skill", "skills"))
}

/// Shown if the browser cannot draw or save the climb card.
pub const NO_PICTURE: &str = "Your browser couldn’t make the picture.";

/// How many skills are done: "5 of 19 skills done, 14 to go."
#[must_use]
pub fn progress(progress: Progress) -> String {
    let Progress { met, total, .. } = progress;
    match (total, total - met) {
        (0, _) => "No skills are listed for this role.".to_owned(),
        (1, 0) => "You’re ready: 1 of 1 skill.".to_owned(),
        (_, 0) => format!("You’re ready: all {total} skills done."),
        (1, _) => "0 of 1 skill done.".to_owned(),
        (_, left) => format!("{met} of {total} skills done, {left} to go."),
    }
}

/// "Skills 1–24 of 60".
#[must_use]
pub fn skill_range(first: usize, end: usize, total: usize) -> String {
    format!("Skills {}–{end} of {total}", first + 1)
}

/// The skills that a list leaves out: "And 9 more skills."
#[must_use]
pub fn more_skills(n: usize) -> String {
    format!("And {}.", count(n, "more skill", "more skills"))
}

/// The link to the resources that a list leaves out: "12 more for this role".
#[must_use]
pub fn more_resources(n: usize) -> String {
    format!("{n} more for this role")
}

/// The result of rating many skills at once as `role` needs them.
#[must_use]
pub fn skills_marked(n: usize, role: &str) -> String {
    format!("{} set to what {role} needs.", count(n, "skill", "skills"))
}

/// The label of the details of a skill with `resources` learning resources: what the levels look like, a note
/// and a target date.
#[must_use]
pub fn details_label(resources: usize) -> String {
    match resources {
        0 => "Details".to_owned(),
        n => format!("Details, {}", count(n, "resource", "resources")),
    }
}

/// The target date and the note of a skill; empty if there are neither.
#[must_use]
pub fn due_and_note(due: Option<&Date>, note: &str) -> String {
    let due = due.map(|due| format!("Due {}", format_date(due.as_str())));
    let note = Some(note.trim().to_owned()).filter(|note| !note.is_empty());
    due.into_iter().chain(note).collect::<Vec<_>>().join(". ")
}

/// What an imported answer is about: the name on this ladder, or the one in the file, or the id.
#[must_use]
pub fn difference(ladder: &Ladder, difference: &Difference) -> String {
    let id = &difference.id;
    let skill = || ladder.skill_by_id(id).map(|skill| ladder.distinct_skill_name(skill));
    let resource = || {
        let resource = ladder.resources.iter().position(|resource| resource.id == *id);
        resource.map(|resource| ladder.distinct_resource_title(resource.into()))
    };
    let role = || ladder.role_by_id(id).map(|role| ladder.distinct_title(role));
    let or_id = |name: Option<String>| {
        name.or_else(|| difference.name.clone()).unwrap_or_else(|| id.to_string())
    };
    match difference.kind() {
        AnswerKind::Rating => or_id(skill()),
        AnswerKind::Note => format!("Note on {}", or_id(skill())),
        AnswerKind::Due => format!("Date for {}", or_id(skill())),
        AnswerKind::Seen => or_id(resource()),
        AnswerKind::Goal => format!("Goal: {}", or_id(role())),
        AnswerKind::CurrentRole => "Your role now".to_owned(),
    }
}

/// The button that carries answers over to a skill or resource of the same name.
#[must_use]
pub fn carry_over(n: usize) -> String {
    format!("Carry over {}", count(n, "answer", "answers"))
}

/// The result of carrying answers over.
#[must_use]
pub fn carried_over(n: usize) -> String {
    format!("{} carried over.", count(n, "answer", "answers"))
}

/// The reason for the offer to carry answers over.
#[must_use]
pub fn same_name(name: &str) -> String {
    format!("The ladder has a new entry called “{name}”.")
}

/// The result of an import: "3 answers restored."
#[must_use]
pub fn answers_imported(n: usize, verb: &str) -> String {
    format!("{} {verb}.", count(n, "answer", "answers"))
}

/// The result of copying a share link. With a length, in characters, it is too long for some apps.
#[must_use]
pub fn share_result(is_copied: bool, too_long: Option<usize>) -> String {
    let result = copy_result(is_copied);
    match too_long {
        Some(length) => format!(
            "{result} It is {length} characters long, and some apps cut off long links. If it \
             doesn’t work there, send the backup file instead."
        ),
        None => result.to_owned(),
    }
}

fn copy_result(is_copied: bool) -> &'static str {
    if is_copied {
        "Link copied. It contains your role and ratings – no notes or dates – and nothing is stored online."
    } else {
        "Your browser blocked copying. Copy the link below."
    }
}

/// Why a backup file cannot be used on this ladder.
#[must_use]
pub fn file_of_other_ladder(ladder: &Id) -> String {
    format!("This file belongs to a different ladder, “{ladder}”. Open that ladder, then the file.")
}

/// Why answers were not saved, and what to do.
#[must_use]
pub fn save_error(error: SaveError) -> &'static str {
    match error {
        SaveError::Store(StoreError::Blocked) => {
            "Your browser doesn’t let this site save anything. Everything works, but your answers are \
             lost when you leave. Download a backup to keep them."
        }
        SaveError::Store(StoreError::Full) => {
            "There’s no space left for this site on your device. Nothing is lost while this page is \
             open. Download a backup to keep your answers."
        }
        SaveError::NotStored => {
            "Your browser didn’t save your answers correctly. Nothing is lost while this page is open. \
             Download a backup to keep them."
        }
        SaveError::Newer => {
            "A newer version of this site has saved answers here. This version can’t read all of them, \
             so it doesn’t change anything. Reload the page to update."
        }
    }
}

/// Why a share link cannot be used.
#[must_use]
pub fn link_error(error: &LinkError) -> String {
    match error {
        LinkError::Damaged => "Part of this link is missing. Ask for it again.".to_owned(),
        LinkError::Newer => {
            "This link was made by a newer version of this site. Reload the page and open \
             it again."
                .to_owned()
        }
        LinkError::OtherLadder(ladder) => format!(
            "This link belongs to a different ladder, “{ladder}”. Open that ladder, then use the link \
             again."
        ),
        LinkError::SkillsChanged => {
            "The skills on this ladder have changed since this link was made, so it \
             can’t be read. Ask for a new link or a backup file."
                .to_owned()
        }
    }
}

/// Why a backup file cannot be opened.
#[must_use]
pub fn record_error(error: &RecordError) -> String {
    let reason = match error {
        RecordError::NotJson => "it’s incomplete or not a backup",
        RecordError::NotARecord => "it’s not a backup",
        RecordError::Newer => {
            "it was made by a newer version of this site. Reload the page to update"
        }
        RecordError::Answer(number) => {
            return format!("Couldn’t open the file: answer {number} in it is invalid.");
        }
        RecordError::Changed(_) => "it was edited outside this site",
    };
    format!("Couldn’t open the file: {reason}.")
}

/// The other ladders whose answers will be deleted: ", and for 2 other ladders".
#[must_use]
pub fn and_other_ladders(n: usize) -> String {
    match n {
        0 => String::new(),
        n => format!(", and for {}", count(n, "other ladder", "other ladders")),
    }
}

/// The opened ladders that will be deleted.
#[must_use]
pub fn opened_ladders(n: usize) -> String {
    format!("The {} you opened, and their offline copies.", count(n, "ladder", "ladders"))
}

/// The result of deleting all data, where the answers to `failed` ladders could not be deleted.
#[must_use]
pub fn data_deleted(failed: usize) -> String {
    match failed {
        0 => "Your data is deleted.".to_owned(),
        failed => format!(
            "Your data is deleted, except for your answers for {}.",
            count(failed, "ladder", "ladders")
        ),
    }
}

/// The visitor deleted all data in another tab, and what they entered in this one was not saved before.
pub const DELETED_IN_OTHER_TAB: &str =
    "You deleted your data in another tab. What you just entered here isn’t saved.";

/// Nothing of what a tab has saved is stored any more.
pub const STORAGE_CLEARED: &str =
    "Your saved answers were deleted, in another tab or by your browser. Undo saves them again.";

/// The result of undoing a deletion that could not restore everything.
pub const PARTLY_RESTORED: &str = "Some answers for other ladders couldn’t be restored yet.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_is_a_sentence_for_any_number_of_skills() {
        for (met, total, expected) in [
            (0, 0, "No skills are listed for this role."),
            (0, 1, "0 of 1 skill done."),
            (1, 1, "You’re ready: 1 of 1 skill."),
            (2, 7, "2 of 7 skills done, 5 to go."),
            (7, 7, "You’re ready: all 7 skills done."),
        ] {
            assert_eq!(progress(Progress { met, total, ..Progress::default() }), expected);
        }
    }
}
