//! Reads roles and what they ask for.

use super::super::model::{LevelIx, SkillIx, TrackIx};
use super::super::quote::{grouped, shown};
use super::super::role::{Requirement, RequirementKind, Role};
use super::cursor::{Cursor, Shape, Value};
use super::ids::Thing;
use super::limits::REQUIREMENTS;
use super::tape::At;

pub(super) const ROLE: Shape<[&str; 16]> = Shape {
    name: "a role",
    form: "an object",
    needed: 2,
    fields: [
        "id",
        "title",
        "short_title",
        "also_known_as",
        "icon",
        "stage",
        "summary",
        "track",
        "family",
        "grade",
        "focus",
        "impact",
        "responsibilities",
        "skills",
        "resources",
        "next",
    ],
};
pub(super) const REQUIREMENT: Shape<[&str; 5]> = Shape {
    name: "what a role asks for",
    form: "a skill's id or an object",
    needed: 1,
    fields: ["skill", "level", "kind", "note", "statements"],
};

impl Cursor<'_, '_> {
    /// A role; see the format for its fields.
    #[inline(never)]
    pub fn role(&mut self, place: usize) -> Option<Role> {
        let [
            id,
            title,
            short_title,
            also_known_as,
            icon,
            stage,
            summary,
            track,
            family,
            grade,
            focus,
            impact,
            responsibilities,
            skills,
            resources,
            next,
        ] = self.fields(At::ROOT, &ROLE)?;
        self.web.statements.clear();
        let id = self.own_id(id, Thing::Role, place);
        let (title, short_title) = (self.name(title), self.name(short_title));
        let also_known_as = self.names(also_known_as);
        let (icon, stage, summary) = (self.text(icon), self.text(stage), self.text(summary));
        let track = track.and_then(|at| self.reference(at, Thing::Track));
        if let Some(on) = self.web.tracks.get_mut(place) {
            *on = track;
        }
        let (family, grade) = (self.text(family), self.text(grade));
        let (focus, impact) = (self.text(focus), self.text(impact));
        let responsibilities = self.statements(responsibilities);
        let skills = self.requirements(skills, place);
        let resources = self.resource_refs(resources);
        let mut nth = 0;
        let next = self.each(next, |cursor, at| {
            nth += 1;
            cursor.edge(at, place, nth - 1)
        });
        Some(Role {
            id: id?,
            title: title?,
            short_title,
            also_known_as,
            icon,
            stage,
            summary,
            track: track.map(TrackIx),
            family,
            grade,
            focus,
            impact,
            responsibilities,
            skills,
            resources,
            next,
        })
    }

    /// What the role at `role` asks for, each skill once.
    #[inline(never)]
    fn requirements(&mut self, value: Value, role: usize) -> Vec<Requirement> {
        let items = self.list(value);
        let room = REQUIREMENTS.saturating_sub(self.web.requirements);
        let mut met: Vec<Requirement> = Vec::with_capacity(items.clone().take(room).count());
        for item in items {
            self.web.requirements += 1;
            if self.web.requirements > REQUIREMENTS {
                if self.web.requirements == REQUIREMENTS + 1 {
                    let limit = grouped(REQUIREMENTS);
                    self.error(item, format!("the roles ask for more than {limit} skills in all"));
                }
                break;
            }
            let Some(requirement) = self.requirement(item) else { continue };
            let Some(asked) = self.web.asked.get_mut(requirement.skill.at()) else { continue };
            let stamp = role as u32 + 1;
            if asked.0 == stamp {
                let before = asked.1 as usize;
                self.asked_twice(item);
                if let Some(before) = met.get_mut(before) {
                    merge(before, requirement);
                }
            } else {
                *asked = (stamp, met.len() as u32);
                met.push(requirement);
            }
        }
        met
    }

    /// A skill's id, or `{skill, level?, kind?, note?, statements?}`.
    #[inline(never)]
    fn requirement(&mut self, at: At) -> Option<Requirement> {
        let kind = RequirementKind::default();
        if self.tape.is_text(at) {
            let skill = SkillIx(self.reference(at, Thing::Skill)?);
            return Some(Requirement {
                skill,
                level: None,
                kind,
                note: None,
                statements: Vec::new(),
            });
        }
        let [skill, level, kind, note, statements] = self.fields(at, &REQUIREMENT)?;
        let skill = skill.and_then(|at| self.reference(at, Thing::Skill));
        let level = level.and_then(|at| self.reference(at, Thing::Level));
        let kind = match self.choice(kind, &["core", "required", "optional"]) {
            Some(0) => RequirementKind::Core,
            Some(2) => RequirementKind::Optional,
            _ => RequirementKind::Required,
        };
        let (note, statements) = (self.text(note), self.statements(statements));
        Some(Requirement {
            skill: SkillIx(skill?),
            level: level.map(LevelIx),
            kind,
            note,
            statements,
        })
    }

    #[inline(never)]
    fn asked_twice(&mut self, item: At) {
        let tape = self.tape;
        let is_skill = |key: &At| tape.key(*key) == "skill";
        let skill = if tape.is_text(item) {
            Some(item)
        } else {
            tape.keys(item).find(is_skill).map(At::after)
        };
        let skill = shown(&skill.and_then(|at| tape.string(at)).unwrap_or_default());
        self.warning(item, format!("this role asks for {skill} twice; the higher level counts"));
    }
}

/// Adds what is asked of the same skill again: the higher level, the firmer kind, all that is said.
fn merge(before: &mut Requirement, again: Requirement) {
    before.level = before.level.max(again.level);
    before.kind = before.kind.max(again.kind);
    before.note = before.note.take().or(again.note);
    before.statements.extend(again.statements);
}
