//! The words for answers, the same on the page and in every file.

use super::answers::Answers;
use super::gap::{Gap, Progress, Wanted};
use super::said::{Rating, Said};
use ladder::{Ladder, RequirementKind, RoleIx, SkillIx};

/// What can be chosen for `skill`: the levels of the ladder's scale, else how far one has come.
#[must_use]
pub fn choices(ladder: &Ladder) -> Vec<Rating> {
    if ladder.scale.is_empty() {
        return vec![Rating::Have, Rating::Learning, Rating::NotYet];
    }
    ladder.scale.iter().map(|level| Rating::Level(level.id.clone())).collect()
}

/// The name of a rating as `skill` calls it; of a level that is gone, its id.
#[must_use]
pub fn rating_name(ladder: &Ladder, skill: Option<SkillIx>, rating: &Rating) -> String {
    match rating {
        Rating::Have => "Have it".to_owned(),
        Rating::Learning => "Learning".to_owned(),
        Rating::NotYet => "Not yet".to_owned(),
        Rating::Level(id) => match (ladder.level_by_id(id), skill) {
            (Some(level), Some(skill)) => ladder.level_name(skill, level).to_owned(),
            (Some(level), None) => ladder[level].name.clone(),
            (None, _) => format!("{id} (a level this ladder no longer has)"),
        },
    }
}

/// An answer in words; nothing where it says nothing.
#[must_use]
pub fn said_in_words(ladder: &Ladder, skill: Option<SkillIx>, said: &Said) -> String {
    match said {
        Said::Rating(rating) => {
            rating.as_ref().map(|rating| rating_name(ladder, skill, rating)).unwrap_or_default()
        }
        Said::Note(note) => note.clone(),
        Said::Due(due) => due.as_ref().map(|due| format!("by {due}")).unwrap_or_default(),
        Said::Seen(true) => "watched or done".to_owned(),
        Said::Seen(false) => String::new(),
        Said::Goal(from) => from.as_ref().map(|from| format!("from {from}")).unwrap_or_default(),
    }
}

/// What the target asks for, in words: "Advanced", "Key skill", "Good to have".
#[must_use]
pub fn asked_in_words(ladder: &Ladder, wanted: &Wanted) -> String {
    let kind = match wanted.kind {
        Some(RequirementKind::Core) => "Key skill",
        Some(RequirementKind::Required) => "Asked for",
        Some(RequirementKind::Optional) => "Good to have",
        None => "Carried",
    };
    match wanted.level {
        Some(level) => format!("{kind}: {}", ladder.level_name(wanted.skill, level)),
        None => kind.to_owned(),
    }
}

/// "AI Developer to Team Leader", or "Team Leader" from nowhere yet.
#[must_use]
pub fn way_in_words(ladder: &Ladder, from: Option<RoleIx>, to: RoleIx) -> String {
    match from {
        Some(from) => format!("{} to {}", ladder[from].title, ladder[to].title),
        None => ladder[to].title.clone(),
    }
}

impl Progress {
    /// "5 of 19 skills, 14 to go", or that there is nothing left.
    #[must_use]
    pub fn in_words(self) -> String {
        let Self { met, of } = self;
        match (of, of - met) {
            (0, _) => "This role asks for no skills.".to_owned(),
            (1, 0) => "The one skill is there. Nothing is left.".to_owned(),
            (_, 0) => format!("All {of} skills are there. Nothing is left."),
            (1, _) => "One skill, and it is still to go.".to_owned(),
            (_, left) => format!("{met} of {of} skills, {left} to go."),
        }
    }
}

/// A skill of a plan with all that is said of it, ready to be written.
pub(super) struct Row<'a> {
    /// What the target asks for.
    pub wanted: &'a Wanted,
    /// The stage that needs it, or asked first for it.
    pub stage: usize,
    /// Whether it is left.
    pub open: bool,
    /// The rating, or nothing.
    pub rating: String,
}

/// Every skill of a plan: what is left first, in the order of the way, then what is there.
pub(super) fn rows<'a>(ladder: &Ladder, gap: &'a Gap, answers: &Answers) -> Vec<Row<'a>> {
    let row = |wanted: &'a Wanted, stage: usize, open: bool| {
        let rating = answers.rating(&ladder[wanted.skill].id);
        let rating = rating.map(|rating| rating_name(ladder, Some(wanted.skill), rating));
        Row { wanted, stage, open, rating: rating.unwrap_or_default() }
    };
    let left =
        gap.left(ladder, answers).into_iter().map(|(stage, wanted)| row(wanted, stage, true));
    let rest = gap.wanted.iter().filter_map(|wanted| {
        let open = !wanted.is_met(ladder, answers);
        (!open || !wanted.counts()).then(|| row(wanted, wanted.first_stage(), open))
    });
    left.chain(rest).collect()
}
