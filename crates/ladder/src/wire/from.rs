//! From the domain to what is written: ids for places, short forms where nothing else is said.

use super::{
    Address, Date, Document, Ext, Id, LanguageTag, Languages, Link, Name, Note, ResourceRef,
    ResourceRefFull, Text,
};
use super::{role, skill};
use crate::{self as model, EdgeKind, LevelIx, RequirementKind, ResourceType, SkillKind};

type Domain = model::Document;

impl<'a> Document<'a> {
    /// The written form of a document; `ext` is its text, already taken for JSON.
    pub fn of(document: &'a Domain, ext: Option<Ext<'a>>) -> Self {
        Self {
            schema: document.schema.as_deref(),
            format: 1,
            id: id(&document.id),
            title: Name(&document.title),
            summary: text(&document.summary),
            version: text(&document.version),
            updated: document.updated.as_deref().map(Date),
            license: text(&document.license),
            attribution: text(&document.attribution),
            language: LanguageTag(&document.language),
            source: document.source.as_ref().map(link),
            cumulative: document.cumulative,
            ordered: document.ordered,
            notes: document.notes.iter().map(note).collect(),
            reading: resource_refs(document, &document.reading),
            categories: document.categories.iter().map(|part| category(document, part)).collect(),
            scale: document.scale.iter().map(level).collect(),
            skills: document.skills.iter().map(|part| skill(document, part)).collect(),
            tracks: document.tracks.iter().map(track).collect(),
            roles: document.roles.iter().map(|part| role(document, part)).collect(),
            resources: document.resources.iter().map(resource).collect(),
            ext,
        }
    }
}

fn id(id: &model::Id) -> Id<'_> {
    Id(id.as_str())
}

fn text(text: &Option<String>) -> Option<Text<'_>> {
    text.as_deref().map(Text)
}

fn name(name: &Option<String>) -> Option<Name<'_>> {
    name.as_deref().map(Name)
}

fn texts(texts: &[String]) -> Vec<Text<'_>> {
    texts.iter().map(|text| Text(text)).collect()
}

fn link(link: &model::Link) -> Link<'_> {
    Link { title: Name(&link.title), url: Address(link.url.as_str()) }
}

fn note(note: &model::Note) -> Note<'_> {
    let links = note.links.iter().map(link).collect();
    Note { title: Name(&note.title), text: Text(&note.text), links }
}

fn resource_refs<'a>(document: &'a Domain, refs: &'a [model::ResourceRef]) -> Vec<ResourceRef<'a>> {
    let written = |reference: &'a model::ResourceRef| {
        let resource = id(&document[reference.resource].id);
        if reference.note.is_none() && reference.start.is_none() {
            return ResourceRef::Id(resource);
        }
        let (note, start) = (text(&reference.note), reference.start);
        ResourceRef::Full(ResourceRefFull { resource, note, start })
    };
    refs.iter().map(written).collect()
}

fn category<'a>(document: &'a Domain, category: &'a model::Category) -> skill::Category<'a> {
    skill::Category {
        id: id(&category.id),
        name: Name(&category.name),
        description: text(&category.description),
        parent: category.parent.map(|parent| id(&document[parent].id)),
    }
}

fn level(level: &model::Level) -> skill::Level<'_> {
    let description = text(&level.description);
    skill::Level { id: id(&level.id), name: Name(&level.name), description }
}

fn track(track: &model::Track) -> skill::Track<'_> {
    let description = text(&track.description);
    skill::Track { id: id(&track.id), name: Name(&track.name), description }
}

fn skill<'a>(document: &'a Domain, skill: &'a model::Skill) -> skill::Skill<'a> {
    let level = |(place, level): &'a (LevelIx, model::SkillLevel)| {
        let meaning = skill::SkillLevel {
            name: name(&level.name),
            summary: text(&level.summary),
            signals: texts(&level.signals),
            examples: texts(&level.examples),
        };
        (id(&document[*place].id), meaning)
    };
    skill::Skill {
        id: id(&skill.id),
        name: Name(&skill.name),
        short_name: name(&skill.short_name),
        kind: match skill.kind {
            SkillKind::Skill => None,
            SkillKind::Knowledge => Some(skill::SkillKind::Knowledge),
            SkillKind::Tool => Some(skill::SkillKind::Tool),
            SkillKind::Behaviour => Some(skill::SkillKind::Behaviour),
        },
        category: skill.category.map(|category| id(&document[category].id)),
        description: text(&skill.description),
        also_known_as: texts(&skill.also_known_as),
        includes: texts(&skill.includes),
        levels: skill::Levels(skill.levels.iter().map(level).collect()),
        related: skill.related.iter().map(|&related| id(&document[related].id)).collect(),
        resources: resource_refs(document, &skill.resources),
    }
}

fn resource(resource: &model::Resource) -> skill::Resource<'_> {
    skill::Resource {
        id: id(&resource.id),
        title: Name(&resource.title),
        url: Address(resource.url.as_str()),
        kind: resource.declared.map(|declared| match declared {
            ResourceType::Video => skill::ResourceType::Video,
            ResourceType::Article => skill::ResourceType::Article,
            ResourceType::Course => skill::ResourceType::Course,
            ResourceType::Book => skill::ResourceType::Book,
            ResourceType::Tool => skill::ResourceType::Tool,
            ResourceType::Other => skill::ResourceType::Other,
        }),
        provider: text(&resource.provider),
        language: match resource.languages.as_slice() {
            [] => None,
            [one] => Some(Languages::One(LanguageTag(one))),
            several => {
                Some(Languages::Several(several.iter().map(|tag| LanguageTag(tag)).collect()))
            }
        },
        description: text(&resource.description),
        checked: resource.checked.as_deref().map(Date),
    }
}

fn role<'a>(document: &'a Domain, role: &'a model::Role) -> role::Role<'a> {
    role::Role {
        id: id(&role.id),
        title: Name(&role.title),
        short_title: name(&role.short_title),
        also_known_as: texts(&role.also_known_as),
        icon: text(&role.icon),
        stage: text(&role.stage),
        summary: text(&role.summary),
        track: role.track.map(|track| id(&document[track].id)),
        family: text(&role.family),
        grade: text(&role.grade),
        focus: text(&role.focus),
        impact: text(&role.impact),
        responsibilities: statements(document, &role.responsibilities),
        skills: role.skills.iter().map(|part| requirement(document, part)).collect(),
        resources: resource_refs(document, &role.resources),
        next: role.next.iter().map(|part| edge(document, part)).collect(),
    }
}

fn statements<'a>(document: &'a Domain, all: &'a [model::Statement]) -> Vec<role::Statement<'a>> {
    let written = |statement: &'a model::Statement| {
        let full = role::StatementFull {
            id: statement.id.as_ref().map(id),
            text: Text(&statement.text),
            group: text(&statement.group),
            skill: statement.skill.map(|skill| id(&document[skill].id)),
            examples: texts(&statement.examples),
            links: statement.links.iter().map(link).collect(),
        };
        let says_more = full.id.is_some() || full.group.is_some() || full.skill.is_some();
        if says_more || !full.examples.is_empty() || !full.links.is_empty() {
            role::Statement::Full(full)
        } else {
            role::Statement::Text(full.text)
        }
    };
    all.iter().map(written).collect()
}

fn requirement<'a>(document: &'a Domain, part: &'a model::Requirement) -> role::Requirement<'a> {
    let full = role::RequirementFull {
        skill: id(&document[part.skill].id),
        level: part.level.map(|level| id(&document[level].id)),
        kind: match part.kind {
            RequirementKind::Core => Some(role::RequirementKind::Core),
            RequirementKind::Required => None,
            RequirementKind::Optional => Some(role::RequirementKind::Optional),
        },
        note: text(&part.note),
        statements: statements(document, &part.statements),
    };
    let says_more = full.level.is_some() || full.kind.is_some() || full.note.is_some();
    if says_more || !full.statements.is_empty() {
        role::Requirement::Full(full)
    } else {
        role::Requirement::Id(full.skill)
    }
}

fn edge<'a>(document: &'a Domain, edge: &'a model::Edge) -> role::Edge<'a> {
    let role = id(&document[edge.to].id);
    let kind = match edge.kind {
        EdgeKind::Promotion => None,
        EdgeKind::Lateral => Some(role::EdgeKind::Lateral),
        EdgeKind::Return => Some(role::EdgeKind::Return),
    };
    if kind.is_none() && edge.note.is_none() {
        return role::Edge::Id(role);
    }
    role::Edge::Full(role::EdgeFull { role, kind, note: text(&edge.note) })
}
