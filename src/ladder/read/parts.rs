//! Reads what stands in several places: links, references to resources, statements, edges.

use super::super::model::{
    Edge, EdgeKind, Link, Note, ResourceIx, ResourceRef, RoleIx, SkillIx, Statement,
};
use super::super::quote::shown;
use super::cursor::{Cursor, Field, Shape};
use super::ids::Thing;
use super::tape::Kind;
use super::web::Thread;

const LINK: Shape = Shape { name: "a link", form: "an object" };
const NOTE: Shape = Shape { name: "a note", form: "an object" };
const RESOURCE_REF: Shape =
    Shape { name: "a reference to a resource", form: "its id or an object" };
const STATEMENT: Shape = Shape { name: "a statement", form: "text or an object" };
const EDGE: Shape = Shape { name: "a step in `next`", form: "a role's id or an object" };

impl Cursor<'_, '_> {
    /// `{title, url}`.
    pub fn link(&mut self, at: usize) -> Option<Link> {
        let [title, url] = self.fields(at, LINK, ["title", "url"])?;
        let (title, url) = (self.needed_name(title), self.address(url));
        Some(Link { title: title?, url: url? })
    }

    /// A list of links.
    pub fn links(&mut self, field: Field) -> Vec<Link> {
        self.each(field, Self::link)
    }

    /// `{title, text, links?}`.
    pub fn note(&mut self, at: usize) -> Option<Note> {
        let [title, text, links] = self.fields(at, NOTE, ["title", "text", "links"])?;
        let (title, text) = (self.needed_name(title), self.needed_text(text));
        let links = self.links(links);
        Some(Note { title: title?, text: text?, links })
    }

    /// A resource's id, or `{resource, note?, start?}`.
    pub fn resource_ref(&mut self, at: usize) -> Option<ResourceRef> {
        if self.is_text(at) {
            let resource = self.resource_ix(at)?;
            return Some(ResourceRef { resource, note: None, start: None });
        }
        let [resource, note, start] =
            self.fields(at, RESOURCE_REF, ["resource", "note", "start"])?;
        let resource = self.needed(resource).and_then(|at| self.resource_ix(at));
        let (note, start) = (self.text(note), self.seconds(start));
        Some(ResourceRef { resource: resource?, note, start })
    }

    /// A list of references to resources.
    pub fn resource_refs(&mut self, field: Field) -> Vec<ResourceRef> {
        self.each(field, Self::resource_ref)
    }

    fn resource_ix(&mut self, at: usize) -> Option<ResourceIx> {
        let place = self.reference(at, Thing::Resource, "resource")?;
        if let Some(referred) = self.web.referred.get_mut(place as usize) {
            *referred = true;
        }
        Some(ResourceIx(place))
    }

    /// Text, or `{id?, text, group?, skill?, examples?, links?}`.
    pub fn statement(&mut self, at: usize) -> Option<Statement> {
        if self.is_text(at) {
            let text = self.string(at, "text")?.into_owned();
            return Some(Statement { text, ..Statement::default() });
        }
        let [id, text, group, skill, examples, links] =
            self.fields(at, STATEMENT, ["id", "text", "group", "skill", "examples", "links"])?;
        let id_at = id.value;
        let id = self.id(id);
        if let (Some(at), Some(id)) = (id_at, &id)
            && self.web.statements.insert(id.as_str().to_owned().into(), 0).is_some()
        {
            let message = [&shown(id.as_str()), " is already the id of a statement of this role"];
            self.error(at, message.concat());
        }
        let text = self.needed_text(text);
        let group = self.text(group);
        let skill = skill.value.and_then(|at| self.reference(at, Thing::Skill, "skill"));
        let examples = self.texts(examples);
        let links = self.links(links);
        Some(Statement { id, text: text?, group, skill: skill.map(SkillIx), examples, links })
    }

    /// A list of statements.
    pub fn statements(&mut self, field: Field) -> Vec<Statement> {
        self.each(field, Self::statement)
    }

    /// A role's id, or `{role, kind?, note?}`: the `nth` step from the role at `from`.
    pub fn edge(&mut self, at: usize, from: usize, nth: usize) -> Option<Edge> {
        let edge = if self.is_text(at) {
            let to = RoleIx(self.reference(at, Thing::Role, "role")?);
            Edge { to, kind: EdgeKind::default(), note: None }
        } else {
            let [role, kind, note] = self.fields(at, EDGE, ["role", "kind", "note"])?;
            let to = self.needed(role).and_then(|at| self.reference(at, Thing::Role, "role"));
            let is_given = kind.value.is_some();
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

    /// Whether the short form of something stands at `at`.
    pub fn is_text(&self, at: usize) -> bool {
        matches!(self.tape.kind(at), Kind::Text | Kind::Escaped)
    }
}
