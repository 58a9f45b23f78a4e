//! Reads roles and what they ask for.

use super::super::model::{LevelIx, Requirement, RequirementKind, Role, SkillIx, TrackIx};
use super::super::quote::{grouped, shown};
use super::cursor::{Cursor, Field, Shape};
use super::ids::Thing;
use super::limits::REQUIREMENTS;

const ROLE: Shape = Shape { name: "a role", form: "an object" };
const REQUIREMENT: Shape =
    Shape { name: "what a role asks for", form: "a skill's id or an object" };

impl Cursor<'_, '_> {
    /// A role; see the format for its fields.
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
        ] = self.fields(
            0,
            ROLE,
            [
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
        )?;
        self.web.statements.clear();
        let id = self.own_id(id, Thing::Role, place);
        let (title, short_title) = (self.needed_name(title), self.name(short_title));
        let also_known_as = self.names(also_known_as);
        let (icon, stage, summary) = (self.text(icon), self.text(stage), self.text(summary));
        let track = track.value.and_then(|at| self.reference(at, Thing::Track, "track"));
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
    fn requirements(&mut self, field: Field, role: usize) -> Vec<Requirement> {
        let items = self.list(field);
        let room = REQUIREMENTS.saturating_sub(self.web.requirements);
        let mut met: Vec<Requirement> = Vec::with_capacity(items.clone().take(room).count());
        for item in items {
            self.web.requirements += 1;
            if self.web.requirements > REQUIREMENTS {
                if self.web.requirements == REQUIREMENTS + 1 {
                    let limit = grouped(REQUIREMENTS);
                    let message = ["the roles ask for more than ", &limit, " skills in all"];
                    self.error(item, message.concat());
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
    fn requirement(&mut self, at: usize) -> Option<Requirement> {
        let kind = RequirementKind::default();
        if self.is_text(at) {
            let skill = SkillIx(self.reference(at, Thing::Skill, "skill")?);
            return Some(Requirement {
                skill,
                level: None,
                kind,
                note: None,
                statements: Vec::new(),
            });
        }
        let [skill, level, kind, note, statements] =
            self.fields(at, REQUIREMENT, ["skill", "level", "kind", "note", "statements"])?;
        let skill = self.needed(skill).and_then(|at| self.reference(at, Thing::Skill, "skill"));
        let level = level.value.and_then(|at| self.reference(at, Thing::Level, "level"));
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

    fn asked_twice(&mut self, item: usize) {
        let skill = match self.tape.string(item) {
            Some(id) => shown(&id),
            None => {
                let key = self
                    .tape
                    .keys(item)
                    .find(|&key| self.tape.string(key).as_deref() == Some("skill"));
                let id = key.and_then(|key| self.tape.string(key + 1));
                shown(&id.unwrap_or_default())
            }
        };
        let message = ["this role asks for ", &skill, " twice; the higher level counts"].concat();
        self.warning(item, message);
    }
}

/// Adds what is asked of the same skill again: the higher level, the firmer kind, all that is said.
fn merge(before: &mut Requirement, again: Requirement) {
    before.level = before.level.max(again.level);
    before.kind = before.kind.max(again.kind);
    before.note = before.note.take().or(again.note);
    before.statements.extend(again.statements);
}
