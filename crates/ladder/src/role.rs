//! Roles, their tracks, what they ask for, and the steps between them.

use super::id::Id;
use super::model::{LevelIx, RoleIx, SkillIx, TrackIx};
use super::resource::{Link, ResourceRef};
use serde::{Deserialize, Serialize};

/// A ladder beside others: individual contributor and manager, say.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Track {
    /// Its id, unique among tracks.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Whom it is for.
    pub description: Option<String>,
}

/// A rung.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// Its id, unique among roles.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// A shorter title, for tables and tags.
    pub short_title: Option<String>,
    /// Other titles, found by search.
    pub also_known_as: Vec<String>,
    /// A character or two that stand for it.
    pub icon: Option<String>,
    /// Where on the way it stands: "Entry point".
    pub stage: Option<String>,
    /// One or two sentences.
    pub summary: Option<String>,
    /// The track it stands on.
    pub track: Option<TrackIx>,
    /// The job family it belongs to.
    pub family: Option<String>,
    /// Its grade in the publisher's scheme.
    pub grade: Option<String>,
    /// What it concentrates on.
    pub focus: Option<String>,
    /// What it changes for the organisation.
    pub impact: Option<String>,
    /// What it is answerable for.
    pub responsibilities: Vec<Statement>,
    /// What it asks for; each skill once.
    pub skills: Vec<Requirement>,
    /// What helps to get there.
    pub resources: Vec<ResourceRef>,
    /// The authored steps from here; empty where they are implied.
    pub next: Vec<Edge>,
}

impl Role {
    /// The grade; a mere number says that it is one.
    #[must_use]
    pub fn grade_in_words(&self) -> Option<String> {
        let grade = self.grade.as_ref()?;
        let is_number = grade.bytes().all(|byte| byte.is_ascii_digit());
        Some(if is_number { format!("Grade {grade}") } else { grade.clone() })
    }

    /// The short title where there is one, else the title.
    #[must_use]
    pub fn short(&self) -> &str {
        self.short_title.as_deref().unwrap_or(&self.title)
    }

    /// What this role itself asks for of a skill; carried skills are in [`RoleGraph`](super::graph::RoleGraph).
    #[must_use]
    pub fn requirement(&self, skill: SkillIx) -> Option<&Requirement> {
        self.skills.iter().find(|r| r.skill == skill)
    }

    /// The key skills of the role, in its order.
    pub fn core(&self) -> impl Iterator<Item = &Requirement> {
        self.skills.iter().filter(|r| r.kind == RequirementKind::Core)
    }
}

/// One thing a role (or one of its skills) is answerable for.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Its id, unique within its role.
    pub id: Option<Id>,
    /// What it says.
    pub text: String,
    /// The heading it stands under.
    pub group: Option<String>,
    /// The skill it speaks of.
    pub skill: Option<SkillIx>,
    /// What it looks like in practice.
    pub examples: Vec<String>,
    /// Where to read on.
    pub links: Vec<Link>,
}

/// How firmly a role asks for a skill.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum RequirementKind {
    /// Good to have.
    Optional,
    /// Asked for.
    #[default]
    Required,
    /// A key skill of the role.
    Core,
}

/// What a role asks for of one skill.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requirement {
    /// The skill.
    pub skill: SkillIx,
    /// The level asked for, where the ladder has a scale.
    pub level: Option<LevelIx>,
    /// How firmly.
    pub kind: RequirementKind,
    /// A word on it.
    pub note: Option<String>,
    /// What it means in this role.
    pub statements: Vec<Statement>,
}

/// What kind of move a step is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum EdgeKind {
    /// A step up.
    #[default]
    Promotion,
    /// A step sideways.
    Lateral,
    /// A step back to an earlier or another track.
    Return,
}

/// An authored step from one role to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edge {
    /// Where it leads.
    pub to: RoleIx,
    /// What kind of move it is.
    pub kind: EdgeKind,
    /// A word on it.
    pub note: Option<String>,
}
