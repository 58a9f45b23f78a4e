//! A ladder that is put together from a source: things refer to each other by name, and get ids at the
//! end.

mod ids;
mod node;
mod repeated;
mod size;

use crate::mapping::Mapping;
use crate::remark::Report;
use crate::source::Location;
use crate::split::{ListedName, key};
use crate::text::Text;
use ladder::{Address, shown};
use std::collections::HashMap;

/// Texts of an item by the names of their fields.
pub(crate) type Fields = Vec<(&'static str, Text)>;

/// What all items have.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub id: Option<Text>,
    /// The name or title.
    pub name: Text,
    pub fields: Fields,
    pub also_known_as: Vec<Text>,
    /// Ids that it had before.
    pub formerly: Vec<Text>,
}

/// A level of the ladder's own scale, or of another one.
#[derive(Clone, Debug)]
pub(crate) struct DraftLevel {
    pub item: Item,
    /// The index of its scale; `None` for the ladder's own.
    pub scale: Option<usize>,
    /// Whether a sheet lists it.
    pub is_listed: bool,
}

/// A skill.
#[derive(Clone, Debug)]
pub(crate) struct DraftSkill {
    pub item: Item,
    pub category: Option<usize>,
    /// Its scale, if not the ladder's own.
    pub scale: Option<usize>,
    pub includes: Vec<Text>,
    pub statements: Vec<DraftStatement>,
    /// What levels mean for it.
    pub levels: Vec<(usize, Text)>,
}

/// A role.
#[derive(Clone, Debug)]
pub(crate) struct DraftRole {
    pub item: Item,
    pub track: Option<usize>,
    /// Whether a row of a table of roles is about it.
    pub has_row: bool,
    pub responsibilities: Vec<DraftStatement>,
    pub skills: Vec<DraftRequirement>,
    /// Where the requirement for a skill is.
    positions: HashMap<usize, usize>,
    pub resources: Vec<DraftReference>,
    /// The names of the roles it leads to.
    pub next: Vec<Text>,
    /// The names of the roles that it extends.
    pub extends: Vec<Text>,
}

/// A responsibility, or what a requirement means.
#[derive(Clone, Debug)]
pub(crate) struct DraftStatement {
    pub text: Text,
    pub group: Option<String>,
    pub links: Vec<(String, Text)>,
}

/// Prose about the ladder.
#[derive(Clone, Debug)]
pub(crate) struct DraftNote {
    pub title: Text,
    pub text: Text,
}

/// A skill that a role requires.
#[derive(Clone, Debug)]
pub(crate) struct DraftRequirement {
    pub skill: usize,
    pub level: Option<usize>,
    /// `core` or `optional`; nothing for `required`.
    pub kind: Option<&'static str>,
    pub note: Option<Text>,
    pub statements: Vec<DraftStatement>,
    pub location: Location,
}

/// A resource that a role refers to.
#[derive(Clone, Debug)]
pub(crate) struct DraftReference {
    pub resource: usize,
    pub note: Option<Text>,
    pub start: Option<u32>,
    pub location: Location,
}

/// Items of one kind, found by name.
#[derive(Debug)]
pub(crate) struct Items<T> {
    pub items: Vec<T>,
    by_name: HashMap<String, usize>,
}

/// A ladder in the making.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    /// Texts of the ladder itself, such as `title`.
    pub fields: Fields,
    pub cumulative: bool,
    pub notes: Vec<DraftNote>,
    pub categories: Items<Item>,
    pub levels: Items<DraftLevel>,
    /// Further scales, for the skills that name them.
    pub scales: Items<Item>,
    pub skills: Items<DraftSkill>,
    pub tracks: Items<Item>,
    pub roles: Items<DraftRole>,
    /// Further roles with the title of a role.
    namesakes: HashMap<usize, Vec<usize>>,
    pub resources: Items<Item>,
    /// Whether the order of the levels is that of the source.
    pub levels_are_ordered: bool,
}

impl Item {
    pub fn new(name: Text) -> Self {
        Self { id: None, name, fields: Vec::new(), also_known_as: Vec::new(), formerly: Vec::new() }
    }

    /// A text field, if it has been set.
    pub fn field(&self, name: &str) -> Option<&Text> {
        self.fields.iter().find(|(field, _)| *field == name).map(|(_, text)| text)
    }

    /// Sets a text field that is not set yet. Returns whether it was not.
    pub fn set(&mut self, name: &'static str, text: Text) -> bool {
        let is_new = !text.text.is_empty() && self.field(name).is_none();
        if is_new {
            self.fields.push((name, text));
        }
        is_new
    }
}

impl<T> Default for Items<T> {
    fn default() -> Self {
        Self { items: Vec::new(), by_name: HashMap::new() }
    }
}

impl<T> Items<T> {
    /// The item of this name.
    pub fn find(&self, name: &str) -> Option<usize> {
        self.by_name.get(&key(name)).copied()
    }

    /// Adds an item, found by `name` from now on if no other is.
    pub fn push(&mut self, name: &str, item: T) -> usize {
        self.items.push(item);
        let index = self.items.len() - 1;
        self.alias(name, index);
        index
    }

    /// Lets another name find an item.
    pub fn alias(&mut self, name: &str, index: usize) {
        self.by_name.entry(key(name)).or_insert(index);
    }
}

impl Items<Item> {
    /// The item of this name, which is added if there is none.
    pub fn named(&mut self, name: &str, location: Location) -> usize {
        self.find(name)
            .unwrap_or_else(|| self.push(name, Item::new(Text::new(name.trim(), location))))
    }
}

impl DraftRole {
    pub fn new(title: Text) -> Self {
        Self {
            item: Item::new(title),
            track: None,
            has_row: false,
            responsibilities: Vec::new(),
            skills: Vec::new(),
            positions: HashMap::new(),
            resources: Vec::new(),
            next: Vec::new(),
            extends: Vec::new(),
        }
    }

    /// Its requirement for a skill.
    pub fn requirement(&mut self, skill: usize) -> Option<&mut DraftRequirement> {
        self.positions.get(&skill).and_then(|at| self.skills.get_mut(*at))
    }

    /// Adds a requirement for a skill that has none yet.
    pub fn add(&mut self, requirement: DraftRequirement) {
        self.positions.insert(requirement.skill, self.skills.len());
        self.skills.push(requirement);
    }
}

impl DraftStatement {
    pub fn new(text: Text) -> Self {
        Self { text, group: None, links: Vec::new() }
    }

    /// A statement with its links beside it. Reports those that a ladder cannot have.
    pub fn with_links_beside(text: Text, report: &mut Report) -> Self {
        let is_good = |url: &Text| Address::new(&url.text).is_some();
        let (links, bad): (Vec<_>, Vec<_>) =
            text.links().into_iter().partition(|(_, url)| is_good(url));
        for (title, url) in bad {
            report.left_out(url.location, format!("the address of {}", shown(&title)));
        }
        Self { text: text.without_links(), group: None, links }
    }
}

impl DraftRequirement {
    pub fn new(skill: usize, location: Location) -> Self {
        Self { skill, level: None, kind: None, note: None, statements: Vec::new(), location }
    }
}

/// The name by which a level is found: scales may have levels of the same name.
pub(crate) fn level_key(name: &str, scale: Option<usize>) -> String {
    scale.map_or_else(|| name.to_owned(), |scale| format!("{scale}\0{name}"))
}

impl Draft {
    /// A text of the ladder, if it has been set.
    pub fn field(&self, name: &str) -> Option<&Text> {
        self.fields.iter().find(|(field, _)| *field == name).map(|(_, text)| text)
    }

    /// Sets a text of the ladder that is not set yet. Returns whether it was not.
    pub fn set(&mut self, name: &'static str, text: Text) -> bool {
        let is_new = !text.text.is_empty() && self.field(name).is_none();
        if is_new {
            self.fields.push((name, text));
        }
        is_new
    }

    /// The skill of this name, or of the name that the mapping gives for it; added if there is none.
    pub fn skill(&mut self, name: &str, location: Location, mapping: &Mapping) -> usize {
        let name = mapping.skill(name);
        self.skills.find(name).unwrap_or_else(|| {
            let skill = DraftSkill {
                item: Item::new(Text::new(name.trim(), location)),
                category: None,
                scale: None,
                includes: Vec::new(),
                statements: Vec::new(),
                levels: Vec::new(),
            };
            self.skills.push(name, skill)
        })
    }

    /// The level of this name on the scale of a skill; added if there is none.
    pub fn level(&mut self, name: &str, skill: usize, location: Location) -> usize {
        let scale = self.skills.items[skill].scale;
        self.level_on(name, scale, location)
    }

    /// The level of this name on a scale; added if there is none.
    pub fn level_on(&mut self, name: &str, scale: Option<usize>, location: Location) -> usize {
        self.find_level(name, scale).unwrap_or_else(|| {
            let item = Item::new(Text::new(name.trim(), location));
            self.levels.push(&level_key(name, scale), DraftLevel { item, scale, is_listed: false })
        })
    }

    /// The level of this name on a scale.
    pub fn find_level(&self, name: &str, scale: Option<usize>) -> Option<usize> {
        self.levels.find(&level_key(name, scale))
    }

    /// The indices of the levels of each scale, those of the ladder's own first.
    pub fn levels_by_scale(&self) -> Vec<Vec<usize>> {
        let mut levels = vec![Vec::new(); self.scales.items.len() + 1];
        for (at, level) in self.levels.items.iter().enumerate() {
            levels[level.scale.map_or(0, |scale| scale + 1)].push(at);
        }
        levels
    }

    /// The role of this title, or of the title that the mapping gives for it; added if there is none.
    pub fn role(&mut self, title: &str, location: Location, mapping: &Mapping) -> usize {
        let title = mapping.role(title);
        self.roles.find(title).unwrap_or_else(|| {
            self.roles.push(title, DraftRole::new(Text::new(title.trim(), location)))
        })
    }

    /// Lets a role require the skills of a list.
    pub fn require(
        &mut self,
        role: usize,
        names: &[ListedName],
        kind: Option<&'static str>,
        location: Location,
        mapping: &Mapping,
        report: &mut Report,
    ) {
        for listed in names {
            let skill = self.skill(&listed.name, location, mapping);
            for part in &listed.parts {
                let includes = &mut self.skills.items[skill].includes;
                if !includes.iter().any(|known| key(&known.text) == key(part)) {
                    includes.push(Text::new(part, location));
                }
            }
            let level = listed.level.as_ref().map(|level| self.level(level, skill, location));
            let requirement = DraftRequirement::new(skill, location);
            self.add_requirement(role, DraftRequirement { level, kind, ..requirement }, report);
        }
    }
}
