//! Reads what stands in several places: links, references to resources, statements, edges.

use super::super::model::{ResourceIx, RoleIx, SkillIx};
use super::super::resource::{Link, Note, ResourceRef};
use super::super::role::{Edge, EdgeKind, Statement};
use super::cursor::{Cursor, Shape, Value};
use super::ids::Thing;
use super::tape::At;
use super::web::Thread;

pub(super) const LINK: Shape<[&str; 2]> =
    Shape { name: "a link", form: "an object", needed: 2, fields: ["title", "url"] };
pub(super) const NOTE: Shape<[&str; 3]> =
    Shape { name: "a note", form: "an object", needed: 2, fields: ["title", "text", "links"] };
pub(super) const RESOURCE_REF: Shape<[&str; 3]> = Shape {
    name: "a reference to a resource",
    form: "its id or an object",
    needed: 1,
    fields: ["resource", "note", "start"],
};
pub(super) const STATEMENT: Shape<[&str; 6]> = Shape {
    name: "a statement",
    form: "text or an object",
    needed: 1,
    fields: ["text", "id", "group", "skill", "examples", "links"],
};
pub(super) const EDGE: Shape<[&str; 3]> = Shape {
    name: "a step in `next`",
    form: "a role's id or an object",
    needed: 1,
    fields: ["role", "kind", "note"],
};

impl Cursor<'_, '_> {
    /// `{title, url}`.
    pub fn link(&mut self, at: At) -> Option<Link> {
        let [title, url] = self.fields(at, &LINK)?;
        let (title, url) = (self.name(title), self.address(url));
        Some(Link { title: title?, url: url? })
    }

    /// A list of links.
    pub fn links(&mut self, value: Value) -> Vec<Link> {
        self.each(value, Self::link)
    }

    /// `{title, text, links?}`.
    pub fn note(&mut self, at: At) -> Option<Note> {
        let [title, text, links] = self.fields(at, &NOTE)?;
        let (title, text) = (self.name(title), self.text(text));
        let links = self.links(links);
        Some(Note { title: title?, text: text?, links })
    }

    /// A resource's id, or `{resource, note?, start?}`.
    #[inline(never)]
    pub fn resource_ref(&mut self, at: At) -> Option<ResourceRef> {
        if self.tape.is_text(at) {
            let resource = self.resource_ix(at)?;
            return Some(ResourceRef { resource, note: None, start: None });
        }
        let [resource, note, start] = self.fields(at, &RESOURCE_REF)?;
        let resource = resource.and_then(|at| self.resource_ix(at));
        let (note, start) = (self.text(note), self.seconds(start));
        Some(ResourceRef { resource: resource?, note, start })
    }

    /// A list of references to resources.
    pub fn resource_refs(&mut self, value: Value) -> Vec<ResourceRef> {
        self.each(value, Self::resource_ref)
    }

    fn resource_ix(&mut self, at: At) -> Option<ResourceIx> {
        let place = self.reference(at, Thing::Resource)?;
        if let Some(referred) = self.web.referred.get_mut(place as usize) {
            *referred = true;
        }
        Some(ResourceIx(place))
    }

    /// Text, or `{id?, text, group?, skill?, examples?, links?}`.
    #[inline(never)]
    pub fn statement(&mut self, at: At) -> Option<Statement> {
        if self.tape.is_text(at) {
            let text = self.text_at(at)?;
            return Some(Statement { text, ..Statement::default() });
        }
        let [text, id, group, skill, examples, links] = self.fields(at, &STATEMENT)?;
        let (id_at, id) = (id, self.id(id));
        if let (Some(at), Some(id)) = (id_at, &id)
            && self.web.statements.insert(id.as_str().to_owned().into(), 0).is_some()
        {
            self.error(at, format!("`{id}` is already the id of a statement of this role"));
        }
        let text = self.text(text);
        let group = self.text(group);
        let skill = skill.and_then(|at| self.reference(at, Thing::Skill));
        let examples = self.texts(examples);
        let links = self.links(links);
        Some(Statement { id, text: text?, group, skill: skill.map(SkillIx), examples, links })
    }

    /// A list of statements.
    pub fn statements(&mut self, value: Value) -> Vec<Statement> {
        self.each(value, Self::statement)
    }

    /// A role's id, or `{role, kind?, note?}`: the `nth` step from the role at `from`.
    #[inline(never)]
    pub fn edge(&mut self, at: At, from: usize, nth: usize) -> Option<Edge> {
        let edge = if self.tape.is_text(at) {
            let to = RoleIx(self.reference(at, Thing::Role)?);
            Edge { to, kind: EdgeKind::default(), note: None }
        } else {
            let [role, kind, note] = self.fields(at, &EDGE)?;
            let to = role.and_then(|at| self.reference(at, Thing::Role));
            let is_given = kind.is_some();
            let kind = match self.choice(kind, &["promotion", "lateral", "return"]) {
                Some(0) => EdgeKind::Promotion,
                Some(2) => EdgeKind::Return,
                // An unknown kind is taken for one that cannot close a circle.
                None if !is_given => EdgeKind::Promotion,
                _ => EdgeKind::Lateral,
            };
            let note = self.text(note);
            Edge { to: RoleIx(to?), kind, note }
        };
        let (from, nth, offset) = (from as u32, nth as u32, self.tape.offset(at));
        let thread = Thread { from, to: edge.to.0, nth, offset };
        if edge.kind == EdgeKind::Promotion {
            self.web.promotions.push(thread);
        } else {
            self.web.sideways.push(thread);
        }
        Some(edge)
    }
}
