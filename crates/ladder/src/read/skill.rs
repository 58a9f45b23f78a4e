//! Reads what the roles refer to: categories, levels, skills, tracks and resources.

use super::super::model::{CategoryIx, LevelIx, SkillIx};
use super::super::resource::{Resource, ResourceType};
use super::super::role::Track;
use super::super::skill::{Category, Level, Skill, SkillKind, SkillLevel};
use super::cursor::{Cursor, Shape, Value};
use super::ids::Thing;
use super::tape::{At, Kind};
use super::web::Thread;

pub(super) const CATEGORY: Shape<[&str; 4]> = Shape {
    name: "a category",
    form: "an object",
    needed: 2,
    fields: ["id", "name", "description", "parent"],
};
pub(super) const LEVEL: Shape<[&str; 3]> =
    Shape { name: "a level", form: "an object", needed: 2, fields: ["id", "name", "description"] };
pub(super) const SKILL: Shape<[&str; 11]> = Shape {
    name: "a skill",
    form: "an object",
    needed: 2,
    fields: [
        "id",
        "name",
        "short_name",
        "kind",
        "category",
        "description",
        "also_known_as",
        "includes",
        "levels",
        "related",
        "resources",
    ],
};
pub(super) const SKILL_LEVEL: Shape<[&str; 4]> = Shape {
    name: "a skill's level",
    form: "an object",
    needed: 0,
    fields: ["name", "summary", "signals", "examples"],
};
pub(super) const TRACK: Shape<[&str; 3]> =
    Shape { name: "a track", form: "an object", needed: 2, fields: ["id", "name", "description"] };
pub(super) const RESOURCE: Shape<[&str; 8]> = Shape {
    name: "a resource",
    form: "an object",
    needed: 3,
    fields: ["id", "title", "url", "type", "provider", "language", "description", "checked"],
};

impl Cursor<'_, '_> {
    /// `{id, name, description?, parent?}`.
    #[inline(never)]
    pub fn category(&mut self, place: usize) -> Option<Category> {
        let [id, name, description, parent] = self.fields(At::ROOT, &CATEGORY)?;
        let id = self.own_id(id, Thing::Category, place);
        let (name, description) = (self.name(name), self.text(description));
        let parent = parent.and_then(|at| {
            let to = self.reference(at, Thing::Category)?;
            let offset = self.tape.offset(at);
            self.web.parents.push(Thread { from: place as u32, to, nth: 0, offset });
            Some(CategoryIx(to))
        });
        Some(Category { id: id?, name: name?, description, parent })
    }

    /// `{id, name, description?}`.
    #[inline(never)]
    pub fn level(&mut self, place: usize) -> Option<Level> {
        let [id, name, description] = self.fields(At::ROOT, &LEVEL)?;
        let id = self.own_id(id, Thing::Level, place);
        let (name, description) = (self.name(name), self.text(description));
        Some(Level { id: id?, name: name?, description })
    }

    /// `{id, name, description?}`.
    #[inline(never)]
    pub fn track(&mut self, place: usize) -> Option<Track> {
        let [id, name, description] = self.fields(At::ROOT, &TRACK)?;
        let id = self.own_id(id, Thing::Track, place);
        let (name, description) = (self.name(name), self.text(description));
        Some(Track { id: id?, name: name?, description })
    }

    /// A skill; see the format for its fields.
    #[inline(never)]
    pub fn skill(&mut self, place: usize) -> Option<Skill> {
        let [
            id,
            name,
            short_name,
            kind,
            category,
            description,
            also_known_as,
            includes,
            levels,
            related,
            resources,
        ] = self.fields(At::ROOT, &SKILL)?;
        let id = self.own_id(id, Thing::Skill, place);
        let (name, short_name) = (self.name(name), self.name(short_name));
        let kind = match self.choice(kind, &["skill", "knowledge", "tool", "behaviour"]) {
            Some(1) => SkillKind::Knowledge,
            Some(2) => SkillKind::Tool,
            Some(3) => SkillKind::Behaviour,
            _ => SkillKind::Skill,
        };
        let category = category.and_then(|at| self.reference(at, Thing::Category).map(CategoryIx));
        let description = self.text(description);
        let also_known_as = self.names(also_known_as);
        let includes = self.names(includes);
        let levels = self.skill_levels(levels);
        let related =
            self.each(related, |cursor, at| cursor.reference(at, Thing::Skill).map(SkillIx));
        let resources = self.resource_refs(resources);
        Some(Skill {
            id: id?,
            name: name?,
            short_name,
            kind,
            category,
            description,
            also_known_as,
            includes,
            levels,
            related,
            resources,
        })
    }

    fn skill_levels(&mut self, value: Value) -> Vec<(LevelIx, SkillLevel)> {
        let Some(at) = value else { return Vec::new() };
        if self.tape.kind(at) != Kind::Object {
            self.wrong(at, "an object: a level's id, and what it means for this skill");
            return Vec::new();
        }
        let mut levels = Vec::new();
        self.keys_once(at);
        for key in self.tape.keys(at) {
            let level = self.reference(key, Thing::Level);
            let meaning = self.skill_level(key.after());
            if let (Some(level), Some(meaning)) = (level, meaning) {
                levels.push((LevelIx(level), meaning));
            }
        }
        levels
    }

    fn skill_level(&mut self, at: At) -> Option<SkillLevel> {
        if self.tape.kind(at) == Kind::Null {
            return None;
        }
        let [name, summary, signals, examples] = self.fields(at, &SKILL_LEVEL)?;
        let (name, summary) = (self.name(name), self.text(summary));
        let (signals, examples) = (self.texts(signals), self.texts(examples));
        Some(SkillLevel { name, summary, signals, examples })
    }

    /// A resource; see the format for its fields.
    #[inline(never)]
    pub fn resource(&mut self, place: usize) -> Option<Resource> {
        let [id, title, url, kind, provider, language, description, checked] =
            self.fields(At::ROOT, &RESOURCE)?;
        let id = self.own_id(id, Thing::Resource, place);
        let (title, url) = (self.name(title), self.address(url));
        let types = ["video", "article", "course", "book", "tool", "other"];
        let declared = self.choice(kind, &types).map(|place| match place {
            0 => ResourceType::Video,
            1 => ResourceType::Article,
            2 => ResourceType::Course,
            3 => ResourceType::Book,
            4 => ResourceType::Tool,
            _ => ResourceType::Other,
        });
        let provider = self.text(provider);
        let languages = self.languages(language);
        let (description, checked) = (self.text(description), self.date(checked));
        Some(Resource {
            id: id?,
            title: title?,
            url: url?,
            declared,
            provider,
            languages,
            description,
            checked,
        })
    }

    /// A tag or a list of tags.
    fn languages(&mut self, value: Value) -> Vec<String> {
        match value {
            Some(at) if self.tape.is_text(at) => self.language(at).into_iter().collect(),
            Some(at) if self.tape.kind(at) != Kind::List => {
                self.wrong(at, "a language tag or a list of them");
                Vec::new()
            }
            _ => self.each(value, |cursor, at| cursor.language(at)),
        }
    }
}
