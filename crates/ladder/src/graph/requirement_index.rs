//! The requirements of all roles by skill, so that a lookup does not visit every role.

use crate::document::{Document, RoleIx, SkillIx};
/// For each skill, the requirements that name it, in the order of the roles.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct RequirementIndex {
    /// Where the requirements of each skill start in `requirements`, and finally their number.
    starts: Box<[u32]>,
    requirements: Box<[RequirementRef]>,
}

/// A requirement, as its role and its position there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RequirementRef {
    pub role: RoleIx,
    pub position: u32,
}

impl RequirementIndex {
    pub fn new(document: &Document) -> Self {
        let mut starts = vec![0_u32; document.skills.len() + 1];
        for requirement in document.roles.iter().flat_map(|role| &role.skills) {
            starts[requirement.skill.index()] += 1;
        }
        let mut total = 0;
        for start in &mut starts {
            total += *start;
            *start = total;
        }
        // Filled from the end: each start moves down to its final value.
        let mut requirements =
            vec![RequirementRef { role: RoleIx(0), position: 0 }; total as usize];
        for role in document.role_indices().rev() {
            for (position, requirement) in document[role].skills.iter().enumerate() {
                let start = &mut starts[requirement.skill.index()];
                *start -= 1;
                requirements[*start as usize] = RequirementRef { role, position: position as u32 };
            }
        }
        Self { starts: starts.into(), requirements: requirements.into() }
    }

    /// The requirements for a skill, entry roles first.
    pub fn for_skill(&self, skill: SkillIx) -> &[RequirementRef] {
        let start = self.starts[skill.index()] as usize;
        let end = self.starts[skill.index() + 1] as usize;
        &self.requirements[start..end]
    }
}
