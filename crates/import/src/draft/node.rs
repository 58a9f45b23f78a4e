//! Turns a draft into the document: ids are derived, and names become references.

use super::ids::AllIds;
use super::{Draft, DraftRequirement, DraftRole, DraftSkill, DraftStatement, Item, Items};
use crate::mapping::Mapping;
use crate::node::{Key, Node, Value};
use crate::remark::Report;
use crate::rich_fields::is_rich_text;
use crate::slug::Ids;
use crate::source::Location;
use crate::split::key;
use crate::text::Text;
use ladder::shown;

/// The text fields of the ladder, in the order of the format.
const LADDER: [&str; 7] =
    ["title", "summary", "version", "updated", "license", "attribution", "language"];

impl Draft {
    /// The document without its format. `name` stands for the title if the source has none.
    pub fn into_node(mut self, name: &str, mapping: &Mapping, report: &mut Report) -> Node {
        let start = Location::at(1, 1);
        let known = mapping.known();
        let ids = AllIds::of(&self, mapping);
        if let Some((_, title)) = &known.ladder {
            self.set("title", Text::new(title, start));
        } else if self.field("title").is_none() && !mapping.has_field("title") {
            let name = name_from_file(name);
            let message = format!("the ladder has no title; it is {} after the file", shown(&name));
            report.guessed(start, message);
            self.set("title", Text::new(name, start));
        }
        let mut object = Object::new(start);
        let known = known.ladder.as_ref().map(|(id, _)| Text::new(id, start));
        let given = known.or_else(|| self.field("id").cloned());
        let title = self.field("title");
        if !mapping.has_field("id") {
            let derived =
                || Ids::default().derive(title.map_or(name, |title| &title.text), "ladder");
            object.text("id", &given.unwrap_or_else(|| Text::new(derived(), start)));
        }
        for field in LADDER {
            if let Some(text) = self.field(field) {
                object.text(field, text);
            }
        }
        if self.cumulative {
            object.push("cumulative", Value::Bool(true), start);
        }
        let notes = self.notes.iter().map(|draft| {
            let mut note = Object::new(draft.title.location);
            note.text("title", &draft.title);
            note.text("text", &draft.text);
            note.into_node()
        });
        object.list("notes", notes.collect());
        object.list("categories", plain(&self.categories, &ids.categories, "name"));
        let by_scale = self.levels_by_scale();
        object.list("scale", levels(&self, &by_scale[0], &ids));
        let scales = self.scales.items.iter().zip(&ids.scales).zip(&by_scale[1..]);
        let scales = scales.map(|((scale, id), on_scale)| {
            let mut object = Object::item(scale, id, "name");
            object.list("levels", levels(&self, on_scale, &ids));
            object.into_node()
        });
        object.list("scales", scales.collect());
        let skills = self.skills.items.iter().zip(&ids.skills);
        object.list("skills", skills.map(|(skill, id)| skill_node(skill, id, &ids)).collect());
        object.list("tracks", plain(&self.tracks, &ids.tracks, "name"));
        let roles = self.roles.items.iter().zip(&ids.roles);
        let roles = roles.map(|(role, id)| role_node(role, id, &ids, &self.roles, report));
        object.list("roles", roles.collect());
        object.list("resources", plain(&self.resources, &ids.resources, "title"));
        object.into_node()
    }
}

/// The name of a file as a title: words with a capital in front.
fn name_from_file(name: &str) -> String {
    let words = name.replace(['-', '_'], " ");
    let mut chars = words.trim().chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}

/// The levels of a scale.
fn levels(draft: &Draft, on_scale: &[usize], ids: &AllIds) -> Vec<Node> {
    let level = |at: &usize| plain_item(&draft.levels.items[*at].item, &ids.levels[*at], "name");
    on_scale.iter().map(level).collect()
}

/// Items that have nothing but texts.
fn plain(items: &Items<Item>, ids: &[String], name: &'static str) -> Vec<Node> {
    items.items.iter().zip(ids).map(|(item, id)| plain_item(item, id, name)).collect()
}

fn plain_item(item: &Item, id: &str, name: &'static str) -> Node {
    let mut object = Object::item(item, id, name);
    for (field, text) in &item.fields {
        object.text(field, text);
    }
    object.into_node()
}

fn skill_node(skill: &DraftSkill, id: &str, ids: &AllIds) -> Node {
    let mut object = Object::item(&skill.item, id, "name");
    for (field, text) in &skill.item.fields {
        object.text(field, text);
    }
    if let Some(category) = skill.category {
        object.text("category", &Text::new(&ids.categories[category], skill.item.name.location));
    }
    if let Some(scale) = skill.scale {
        object.text("scale", &Text::new(&ids.scales[scale], skill.item.name.location));
    }
    object.list("formerly", texts(&skill.item.formerly));
    object.list("also_known_as", texts(&skill.item.also_known_as));
    object.list("includes", texts(&skill.includes));
    let mut levels = Object::new(skill.item.name.location);
    for (level, meaning) in &skill.levels {
        let mut text = Object::new(meaning.location);
        text.text("summary", meaning);
        levels.push_owned(&ids.levels[*level], text.into_node());
    }
    if !levels.fields.is_empty() {
        let Node { value, location } = levels.into_node();
        object.push("levels", value, location);
    }
    object.list("statements", statements(&skill.statements));
    object.into_node()
}

fn role_node(
    role: &DraftRole,
    id: &str,
    ids: &AllIds,
    roles: &Items<DraftRole>,
    report: &mut Report,
) -> Node {
    let mut object = Object::item(&role.item, id, "title");
    for (field, text) in &role.item.fields {
        object.text(field, text);
    }
    object.list("formerly", texts(&role.item.formerly));
    object.list("also_known_as", texts(&role.item.also_known_as));
    if let Some(track) = role.track {
        object.text("track", &Text::new(&ids.tracks[track], role.item.name.location));
    }
    object.list("responsibilities", statements(&role.responsibilities));
    object.list(
        "skills",
        role.skills.iter().map(|requirement| requirement_node(requirement, ids)).collect(),
    );
    let references = role.resources.iter().map(|reference| {
        let id = Text::new(&ids.resources[reference.resource], reference.location);
        if reference.note.is_none() && reference.start.is_none() {
            return text_node(&id);
        }
        let mut object = Object::new(reference.location);
        object.text("resource", &id);
        if let Some(note) = &reference.note {
            object.text("note", note);
        }
        if let Some(start) = reference.start {
            let written = start.to_string();
            object.push(
                "start",
                Value::Number { json: written.clone(), written },
                reference.location,
            );
        }
        object.into_node()
    });
    object.list("resources", references.collect());
    for (field, names) in [("extends", &role.extends), ("next", &role.next)] {
        let mut found = Vec::new();
        for name in names {
            match roles.find(&name.text) {
                Some(index) => {
                    let id = &ids.roles[index];
                    found.push(text_node(&Text::new(id, name.location)));
                    report_if_ambiguous(field, name, id, roles, report);
                }
                None => report.problem(
                    name.location,
                    format!("there is no role named {}", shown(&name.text)),
                ),
            }
        }
        object.list(field, found);
    }
    object.into_node()
}

/// Reports a reference to a role whose title others have, too.
fn report_if_ambiguous(
    field: &str,
    name: &Text,
    id: &str,
    roles: &Items<DraftRole>,
    report: &mut Report,
) {
    let has_title = |role: &&DraftRole| key(&role.item.name.text) == key(&name.text);
    let count = roles.items.iter().filter(has_title).count();
    if count > 1 {
        let title = shown(&name.text);
        report.guessed(
            name.location,
            format!("`{field}` leads to `{id}`, the first of {count} roles with the title {title}"),
        );
    }
}

fn requirement_node(requirement: &DraftRequirement, ids: &AllIds) -> Node {
    let skill = Text::new(&ids.skills[requirement.skill], requirement.location);
    let mut object = Object::new(requirement.location);
    object.text("skill", &skill);
    if let Some(level) = requirement.level {
        object.text("level", &Text::new(&ids.levels[level], requirement.location));
    }
    if let Some(kind) = requirement.kind {
        object.text("kind", &Text::new(kind, requirement.location));
    }
    if let Some(note) = &requirement.note {
        object.text("note", note);
    }
    object.list("statements", statements(&requirement.statements));
    if object.fields.len() == 1 { text_node(&skill) } else { object.into_node() }
}

fn statements(statements: &[DraftStatement]) -> Vec<Node> {
    let node = |statement: &DraftStatement| {
        if statement.group.is_none() && statement.links.is_empty() {
            return rich_node(&statement.text);
        }
        let mut object = Object::new(statement.text.location);
        object.text("text", &statement.text);
        if let Some(group) = &statement.group {
            object.text("group", &Text::new(group, statement.text.location));
        }
        object.list("links", links(&statement.links));
        object.into_node()
    };
    statements.iter().map(node).collect()
}

fn links(links: &[(String, Text)]) -> Vec<Node> {
    let node = |(title, url): &(String, Text)| {
        let mut object = Object::new(url.location);
        object.text("title", &Text::new(title, url.location));
        object.text("url", url);
        object.into_node()
    };
    links.iter().map(node).collect()
}

fn texts(texts: &[Text]) -> Vec<Node> {
    texts.iter().map(text_node).collect()
}

fn text_node(text: &Text) -> Node {
    Node { value: Value::Text(text.text.clone()), location: text.location }
}

/// A text that may have markup.
fn rich_node(text: &Text) -> Node {
    let value = if text.has_markup() {
        Value::Marked(text.runs().into_owned())
    } else {
        Value::Text(text.text.clone())
    };
    Node { value, location: text.location }
}

/// An object in the making.
struct Object {
    fields: Vec<(Key, Node)>,
    location: Location,
}

impl Object {
    fn new(location: Location) -> Self {
        Self { fields: Vec::new(), location }
    }

    fn item(item: &Item, id: &str, name: &'static str) -> Self {
        let mut object = Self::new(item.name.location);
        let id_location = item.id.as_ref().map_or(item.name.location, |id| id.location);
        object.text("id", &Text::new(id, id_location));
        object.text(name, &item.name);
        object
    }

    fn push(&mut self, name: &str, value: Value, location: Location) {
        self.push_owned(name, Node { value, location });
    }

    fn push_owned(&mut self, name: &str, node: Node) {
        self.fields.push((Key { name: name.to_owned(), location: node.location }, node));
    }

    fn text(&mut self, name: &str, text: &Text) {
        let node = if is_rich_text(name) { rich_node(text) } else { text_node(text) };
        self.push_owned(name, node);
    }

    fn list(&mut self, name: &str, items: Vec<Node>) {
        if let Some(location) = items.first().map(|item| item.location) {
            self.push(name, Value::List(items), location);
        }
    }

    fn into_node(self) -> Node {
        Node { value: Value::Object(self.fields), location: self.location }
    }
}
