//! What a cell of the skills matrix shows: a fill as strong as the required level, or a line for a skill
//! that is carried over. The words are in the document, too.

use crate::messages::matrix::{carried_over_at, requirement_status};
use ladder::{Ladder, LevelIx, LevelPosition, RequirementKind, RequirementStatus, RoleIx, SkillIx};
use std::borrow::Cow;

/// The fills in `matrix-cells.css`, from the lightest to the strongest.
const FILLS: [&str; 5] = ["1", "2", "3", "4", "5"];

/// The content of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellMark {
    /// The value of `data-requirement`: how the role requires the skill.
    pub shape: &'static str,
    /// The value of `data-fill`.
    pub fill: &'static str,
    /// The level, or how the role requires the skill.
    pub text: Cow<'static, str>,
}

impl CellMark {
    /// The content of the cell of a role and a skill; `None` if the role does not need the skill.
    #[must_use]
    pub fn of(ladder: &Ladder, role: RoleIx, skill: SkillIx) -> Option<Self> {
        let status = ladder.requirement_status(role, skill);
        if !status.applies() {
            return None;
        }
        let level = ladder.effective_level(role, skill);
        let text = match level {
            Some(level) if status == RequirementStatus::CarriedOver => {
                Cow::Owned(carried_over_at(ladder.level_name(skill, level)))
            }
            Some(level) => Cow::Owned(ladder.level_name(skill, level).to_owned()),
            None => Cow::Borrowed(requirement_status(status)),
        };
        Some(Self {
            shape: requirement_attr(status),
            fill: fill(ladder, skill, status, level),
            text,
        })
    }
}

/// The value of `data-requirement`, which determines the shape of a mark.
#[must_use]
pub fn requirement_attr(status: RequirementStatus) -> &'static str {
    match status.requirement().map(|requirement| requirement.kind) {
        Some(RequirementKind::Core) => "core",
        Some(RequirementKind::Required) => "required",
        Some(RequirementKind::Optional) => "optional",
        None if status.applies() => "carried",
        None => "not",
    }
}

/// The fill of a level.
#[must_use]
pub fn level_fill(LevelPosition { index, scale_len }: LevelPosition) -> &'static str {
    let (last_fill, last) = (FILLS.len() - 1, scale_len.saturating_sub(1));
    let step = (index * last_fill + last / 2).checked_div(last).unwrap_or(last_fill);
    FILLS[step.min(last_fill)]
}

/// The fill of a requirement without a level.
#[must_use]
pub fn kind_fill(kind: RequirementKind) -> &'static str {
    match kind {
        RequirementKind::Optional => FILLS[0],
        RequirementKind::Required => FILLS[2],
        RequirementKind::Core => FILLS[4],
    }
}

fn fill(
    ladder: &Ladder,
    skill: SkillIx,
    status: RequirementStatus,
    level: Option<LevelIx>,
) -> &'static str {
    match (status.requirement(), level) {
        (None, _) => "carried",
        (Some(_), Some(level)) => level_fill(ladder.level_position(skill, level)),
        (Some(requirement), None) => kind_fill(requirement.kind),
    }
}

#[cfg(test)]
mod tests {
    use super::level_fill;
    use ladder::LevelPosition;

    #[test]
    fn higher_levels_have_stronger_fills_from_the_lightest_to_the_strongest() {
        for (scale_len, expected) in [
            (1, vec!["5"]),
            (2, vec!["1", "5"]),
            (3, vec!["1", "3", "5"]),
            (4, vec!["1", "2", "4", "5"]),
            (5, vec!["1", "2", "3", "4", "5"]),
            (7, vec!["1", "2", "2", "3", "4", "4", "5"]),
        ] {
            let position = |index| LevelPosition { index, scale_len };
            let fills: Vec<_> = (0..scale_len).map(|index| level_fill(position(index))).collect();
            assert_eq!(fills, expected, "{scale_len} levels");
        }
    }
}
