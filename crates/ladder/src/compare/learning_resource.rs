//! The resources that help with the new skills of a comparison.

use super::comparison::{ChangeKind, Comparison};
use crate::document::{ResourceRef, RoleIx, SkillIx};
use crate::ladder::Ladder;

/// A resource and what refers to it: a role, skills, or both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LearningResource {
    /// The first reference to the resource.
    pub reference: ResourceRef,
    /// The second role of the comparison, or a role before it that introduces a new skill.
    pub role: Option<RoleIx>,
    /// The skills that are new or at a higher level.
    pub skills: Vec<SkillIx>,
}

impl Ladder {
    /// The resources for skills that are new or at a higher level, each once: those of the second
    /// role, then those of the roles that introduce such a skill, then those of the skills. A
    /// resource of the first role is left out, unless one of the skills refers to it.
    #[must_use]
    pub fn learning_resources(&self, comparison: &Comparison) -> Vec<LearningResource> {
        let increases: Vec<_> = comparison
            .skills
            .iter()
            .filter(|skill| matches!(skill.kind, ChangeKind::New | ChangeKind::HigherLevel))
            .collect();
        let mut roles = vec![comparison.to];
        for required_by in increases.iter().filter_map(|skill| Some(skill.after?.required_by)) {
            if !roles.contains(&required_by) {
                roles.push(required_by);
            }
        }
        let known = &self[comparison.from].resources;
        let mut resources = Vec::new();
        for role in roles {
            for reference in &self[role].resources {
                if !known.iter().any(|other| other.resource == reference.resource) {
                    let found = entry(&mut resources, reference);
                    found.role = found.role.or(Some(role));
                }
            }
        }
        for skill in increases.iter().map(|skill| skill.skill) {
            for reference in &self[skill].resources {
                entry(&mut resources, reference).skills.push(skill);
            }
        }
        resources
    }
}

/// The entry for a resource, added if it is missing.
fn entry<'a>(
    resources: &'a mut Vec<LearningResource>,
    reference: &ResourceRef,
) -> &'a mut LearningResource {
    let found = resources.iter().position(|known| known.reference.resource == reference.resource);
    let at = found.unwrap_or_else(|| {
        let reference = reference.clone();
        resources.push(LearningResource { reference, role: None, skills: Vec::new() });
        resources.len() - 1
    });
    &mut resources[at]
}
