//! The plan: answers, progress, storage, import and deletion.

use crate::ui::count;
use ladder::{Ladder, RequirementKind, RoleIx, SkillIx};
use plan::{
    AnswerValue, Labels, LinkError, Progress, Rating, RecordError, SaveError, StoreError,
    TargetSkill,
};

/// The terms that exports share with the page.
pub const LABELS: Labels = Labels { rating, answer, requirement, roles, progress };

/// The name of a rating, as the skill calls it; the id of a level that no longer exists.
#[must_use]
pub fn rating(ladder: &Ladder, skill: Option<SkillIx>, rating: &Rating) -> String {
    match rating {
        Rating::Have => "Have it".to_owned(),
        Rating::Learning => "Learning".to_owned(),
        Rating::NotYet => "Not yet".to_owned(),
        Rating::Level(id) => match (ladder.level_by_id(id), skill) {
            (Some(level), Some(skill)) => ladder.level_name(skill, level).to_owned(),
            (Some(level), None) => ladder[level].name.clone(),
            (None, _) => format!("{id} (level no longer exists)"),
        },
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
    };
    text.unwrap_or_default()
}

/// What the target requires of a skill: "Key skill: Advanced".
#[must_use]
pub fn requirement(ladder: &Ladder, target: &TargetSkill) -> String {
    let kind = match target.kind {
        Some(RequirementKind::Core) => "Key skill",
        Some(RequirementKind::Required) => "Required",
        Some(RequirementKind::Optional) => "Nice to have",
        None => "Carried over",
    };
    match target.level {
        Some(level) => format!("{kind}: {}", ladder.level_name(target.skill, level)),
        None => kind.to_owned(),
    }
}

/// The roles of a plan: "AI Developer to Team Leader".
#[must_use]
pub fn roles(ladder: &Ladder, from: Option<RoleIx>, to: RoleIx) -> String {
    match from {
        Some(from) => format!("{} to {}", ladder[from].title, ladder[to].title),
        None => ladder[to].title.clone(),
    }
}

/// How many skills are done: "5 of 19 skills done, 14 to go."
#[must_use]
pub fn progress(progress: Progress) -> String {
    let Progress { met, total } = progress;
    match (total, total - met) {
        (0, _) => "No skills are listed for this role.".to_owned(),
        (1, 0) => "You’re ready: 1 of 1 skill.".to_owned(),
        (_, 0) => format!("You’re ready: all {total} skills done."),
        (1, _) => "0 of 1 skill done.".to_owned(),
        (_, left) => format!("{met} of {total} skills done, {left} to go."),
    }
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
pub fn link_error(error: LinkError) -> &'static str {
    match error {
        LinkError::Damaged => "Part of this link is missing. Ask for it again.",
        LinkError::Newer => {
            "This link was made by a newer version of this site. Reload the page and open it again."
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
            assert_eq!(progress(Progress { met, total }), expected);
        }
    }
}
