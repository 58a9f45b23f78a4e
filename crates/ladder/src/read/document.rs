//! Reads a document's own fields and puts the document together.

use super::super::model::Document;
use super::super::resource::{Note, Resource, ResourceRef};
use super::super::role::{Role, Track};
use super::super::skill::{Category, Level, Skill};
use super::cursor::{Cursor, Shape};
use super::ids::Thing;
use super::tape::{At, Kind};

pub(super) const DOCUMENT: Shape<[&str; 22]> = Shape {
    name: "a ladder",
    form: "an object",
    needed: 4,
    fields: [
        "format",
        "id",
        "title",
        "roles",
        "$schema",
        "summary",
        "version",
        "updated",
        "license",
        "attribution",
        "language",
        "source",
        "cumulative",
        "ordered",
        "notes",
        "reading",
        "categories",
        "scale",
        "skills",
        "tracks",
        "resources",
        "ext",
    ],
};

/// What was read of a document's lists.
#[derive(Default)]
pub(super) struct Lists {
    pub notes: Vec<Note>,
    pub reading: Vec<ResourceRef>,
    pub categories: Vec<Category>,
    pub scale: Vec<Level>,
    pub skills: Vec<Skill>,
    pub tracks: Vec<Track>,
    pub roles: Vec<Role>,
    pub resources: Vec<Resource>,
}

impl Lists {
    /// Reads the item on the tape, which stands at `place` in `list`.
    pub fn read(&mut self, list: &str, place: usize, cursor: &mut Cursor<'_, '_>) {
        match list {
            "notes" => self.notes.extend(cursor.note(At::ROOT)),
            "reading" => self.reading.extend(cursor.resource_ref(At::ROOT)),
            "categories" => self.categories.extend(cursor.category(place)),
            "scale" => self.scale.extend(cursor.level(place)),
            "skills" => self.skills.extend(cursor.skill(place)),
            "tracks" => self.tracks.extend(cursor.track(place)),
            "roles" => self.roles.extend(cursor.role(place)),
            _ => self.resources.extend(cursor.resource(place)),
        }
    }
}

/// What a document says of itself.
pub(super) struct Own {
    pub document: Option<Document>,
    pub ordered: bool,
}

impl Cursor<'_, '_> {
    /// The document whose own fields are on the tape and whose lists have been read.
    #[inline(never)]
    pub fn document(&mut self, lists: Lists) -> Option<Own> {
        let [
            format,
            id,
            title,
            roles,
            schema,
            summary,
            version,
            updated,
            license,
            attribution,
            language,
            source,
            cumulative,
            ordered,
            notes,
            reading,
            categories,
            scale,
            skills,
            tracks,
            resources,
            ext,
        ] = self.fields(At::ROOT, &DOCUMENT)?;
        let schema = schema.and_then(|at| self.tape.string(at)).map(Into::into);
        if let Some(at) = format
            && self.tape.kind(at) != Kind::Number
        {
            self.wrong(at, "the number 1");
        }
        let (id, title) = (self.id(id), self.name(title));
        let (summary, version) = (self.text(summary), self.text(version));
        let (updated, license) = (self.date(updated), self.text(license));
        let attribution = self.text(attribution);
        let language = language.and_then(|at| self.language(at));
        let source = source.and_then(|at| self.link(at));
        let (cumulative, ordered) = (self.flag(cumulative, false), self.flag(ordered, true));
        for list in [notes, reading, categories, scale, skills, tracks, resources] {
            self.list(list);
        }
        if let Some(at) = roles {
            self.list(roles);
            if self.tape.kind(at) == Kind::List && self.ids.of(Thing::Role).offsets.is_empty() {
                self.error(at, "a ladder needs at least one role".into());
            }
        }
        let ext = ext.and_then(|at| {
            if self.tape.kind(at) != Kind::Object {
                self.wrong(at, "an object");
                return None;
            }
            self.keys_below(at);
            Some(compact(self.tape.written(at)))
        });
        let document = (|| {
            Some(Document {
                schema,
                id: id?,
                title: title?,
                summary,
                version,
                updated,
                license,
                attribution,
                language: language.unwrap_or_else(|| "en".into()),
                source,
                cumulative,
                ordered,
                notes: lists.notes,
                reading: lists.reading,
                categories: lists.categories,
                scale: lists.scale,
                skills: lists.skills,
                tracks: lists.tracks,
                roles: lists.roles,
                resources: lists.resources,
                ext,
            })
        })();
        Some(Own { document, ordered })
    }
}

/// JSON text without the white space between its tokens.
fn compact(json: &str) -> Box<str> {
    let mut inside = false;
    let mut escaped = false;
    let keep = |c: &char| {
        let keep = inside || !matches!(c, ' ' | '\n' | '\r' | '\t');
        if *c == '"' && !escaped {
            inside = !inside;
        }
        escaped = inside && *c == '\\' && !escaped;
        keep
    };
    json.chars().filter(keep).collect::<String>().into()
}
