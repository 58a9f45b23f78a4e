//! The plan as Markdown, CSV and iCalendar.
//!
//! The app passes in the terms that its pages use as well ([`Labels`]). Headings and column names
//! exist only in exported files and are defined by each writer here.

mod calendar;
mod csv;
mod markdown;

pub use calendar::calendar;
pub use csv::csv;
pub use markdown::markdown;

use super::answer::{AnswerValue, Rating};
use super::answers::Answers;
use super::gap::{Gap, Progress, TargetSkill};
use ladder::{Ladder, RoleIx, SkillIx};

/// The terms shared by pages and exports.
#[derive(Clone, Copy, Debug)]
pub struct Labels {
    /// The name of a rating, for the skill if it is known.
    pub rating: fn(&Ladder, Option<SkillIx>, &Rating) -> String,
    /// An answer as text; empty if it is blank.
    pub answer: fn(&Ladder, Option<SkillIx>, &AnswerValue) -> String,
    /// What the target requires of a skill.
    pub requirement: fn(&Ladder, &TargetSkill) -> String,
    /// The two roles of a plan.
    pub roles: fn(&Ladder, Option<RoleIx>, RoleIx) -> String,
    /// How much of the plan is done.
    pub progress: fn(Progress) -> String,
}

/// A skill of a plan with the answers that belong to it.
struct Row<'a> {
    target: &'a TargetSkill,
    /// The stage that needs the skill, or else the first that requires it.
    stage: usize,
    is_open: bool,
    /// The name of the rating, or nothing.
    rating: String,
}

/// Every skill of a plan: what is left, in the order of the path, then the others.
fn rows<'a>(ladder: &Ladder, gap: &'a Gap, answers: &Answers, labels: Labels) -> Vec<Row<'a>> {
    let row = |target: &'a TargetSkill, stage: usize, is_open: bool| {
        let rating = target.rating(ladder, answers);
        let rating = rating.map(|rating| (labels.rating)(ladder, Some(target.skill), rating));
        Row { target, stage, is_open, rating: rating.unwrap_or_default() }
    };
    let left = gap.remaining(ladder, answers).into_iter();
    let left = left.map(|(stage, target)| row(target, stage, true));
    let rest = gap.skills.iter().filter_map(|target| {
        let is_open = !target.is_met(ladder, answers);
        (!is_open || !target.counts()).then(|| row(target, target.first_stage(), is_open))
    });
    left.chain(rest).collect()
}
