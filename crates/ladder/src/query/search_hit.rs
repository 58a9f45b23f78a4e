//! What search finds, and the texts by which it is found.

use super::directory::role_names;
use super::skill_name_index::skill_names;
use crate::document::{
    CategoryIx, LevelIx, ResourceIx, ResourceRef, RichText, RoleIx, SkillIx, Statement, TrackIx,
};
use crate::ladder::Ladder;

/// Something that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchHit {
    /// A role.
    Role(RoleIx),
    /// A skill.
    Skill(SkillIx),
    /// One of a role's responsibilities, by its index there.
    Responsibility(RoleIx, usize),
    /// What a role expects of a skill, by the index of the requirement in the role.
    Requirement(RoleIx, usize),
    /// A resource, and the first place that refers to it; the reading, if that has a note on it.
    Resource(ResourceIx, ResourcePlace),
    /// A category that is described.
    Category(CategoryIx),
    /// A track that is described.
    Track(TrackIx),
    /// A level that is described.
    Level(LevelIx),
    /// One of the ladder's notes, by its index.
    Note(usize),
}

/// Where a resource is referred to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResourcePlace {
    /// By a role.
    Role(RoleIx),
    /// By a skill.
    Skill(SkillIx),
    /// In the reading for the whole ladder.
    Reading,
}

/// The texts of a hit.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct HitTexts<'a> {
    /// Its names, the first one being what it is called. A match in a name ranks higher.
    pub names: Vec<&'a str>,
    /// Everything else that is written about it.
    pub body: Vec<&'a str>,
}

impl SearchHit {
    /// The number of kinds of hits.
    pub(super) const KINDS: usize = 6;

    /// The kind, in the order of the results.
    pub(super) fn kind(self) -> usize {
        match self {
            Self::Role(_) => 0,
            Self::Skill(_) => 1,
            Self::Responsibility(..) => 2,
            Self::Requirement(..) => 3,
            Self::Resource(..) => 4,
            Self::Category(_) | Self::Track(_) | Self::Level(_) | Self::Note(_) => 5,
        }
    }

    /// The texts by which it is found.
    #[must_use]
    pub fn texts(self, ladder: &Ladder) -> HitTexts<'_> {
        match self {
            Self::Role(role) => role_texts(ladder, role),
            Self::Skill(skill) => skill_texts(ladder, skill),
            Self::Responsibility(role, at) => {
                let statement = &ladder[role].responsibilities[at];
                let examples = statement.examples.iter().map(RichText::as_str);
                let body = statement.group.as_deref().into_iter().chain(examples);
                let body = body.chain(statement.links.iter().map(|link| link.title.as_str()));
                HitTexts { names: vec![&statement.text], body: body.collect() }
            }
            Self::Requirement(role, at) => {
                let requirement = &ladder[role].skills[at];
                let statements = requirement.statements.iter().flat_map(statement_texts);
                let note = requirement.note.as_deref().into_iter();
                HitTexts { names: Vec::new(), body: note.chain(statements).collect() }
            }
            Self::Resource(ix, place) => {
                let resource = &ladder[ix];
                let names = std::iter::once(&resource.title).chain(&resource.provider);
                // The notes of roles and skills are found with these.
                let reading: &[ResourceRef] = match place {
                    ResourcePlace::Reading => &ladder.reading,
                    ResourcePlace::Role(_) | ResourcePlace::Skill(_) => &[],
                };
                let here = reading.iter().filter(|reference| reference.resource == ix);
                let body = resource.description.as_deref().into_iter().chain(notes(here));
                HitTexts { names: names.map(String::as_str).collect(), body: body.collect() }
            }
            Self::Category(ix) => described(&ladder[ix].name, ladder[ix].description.as_ref()),
            Self::Track(ix) => described(&ladder[ix].name, ladder[ix].description.as_ref()),
            Self::Level(ix) => described(&ladder[ix].name, ladder[ix].description.as_ref()),
            Self::Note(at) => {
                let note = &ladder.notes[at];
                let links = note.links.iter().map(|link| link.title.as_str());
                let body = std::iter::once(note.text.as_str()).chain(links);
                HitTexts { names: vec![&note.title], body: body.collect() }
            }
        }
    }
}

fn described<'a>(name: &'a str, description: Option<&'a RichText>) -> HitTexts<'a> {
    HitTexts { names: vec![name], body: description.map(RichText::as_str).into_iter().collect() }
}

fn role_texts(ladder: &Ladder, role: RoleIx) -> HitTexts<'_> {
    let role = &ladder[role];
    let body = [&role.summary, &role.focus, &role.impact].into_iter().filter_map(Option::as_deref);
    let steps = role.next.iter().filter_map(|edge| edge.note.as_deref());
    HitTexts {
        names: role_names(role).collect(),
        body: body.chain(steps).chain(notes(role.resources.iter())).collect(),
    }
}

fn skill_texts(ladder: &Ladder, skill: SkillIx) -> HitTexts<'_> {
    let skill = &ladder[skill];
    let levels = skill.levels.iter().flat_map(|(ix, level)| {
        let texts = level.summary.iter().chain(&level.signals).chain(&level.examples);
        let names = std::iter::once(&*ladder[*ix].name).chain(level.name.as_deref());
        names.chain(texts.map(RichText::as_str))
    });
    let body = skill.description.as_deref().into_iter().chain(levels);
    HitTexts {
        names: skill_names(skill).collect(),
        body: body
            .chain(skill.statements.iter().flat_map(statement_texts))
            .chain(notes(skill.resources.iter()))
            .collect(),
    }
}

fn statement_texts(statement: &Statement) -> impl Iterator<Item = &str> {
    let texts = std::iter::once(statement.text.as_str()).chain(statement.group.as_deref());
    let texts = texts.chain(statement.examples.iter().map(RichText::as_str));
    texts.chain(statement.links.iter().map(|link| link.title.as_str()))
}

fn notes<'a>(references: impl Iterator<Item = &'a ResourceRef>) -> impl Iterator<Item = &'a str> {
    references.filter_map(|reference| reference.note.as_deref())
}
