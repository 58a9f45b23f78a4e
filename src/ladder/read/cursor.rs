//! Reads the fields of objects and says, for each that is not right, what would be.

use super::super::problem::Severity;
use super::super::quote::shown;
use super::ids::{Ids, Names, Thing};
use super::nearest::nearest;
use super::report::Report;
use super::tape::{Items, Kind, Tape, push_step};
use super::web::Web;
use std::borrow::Cow;

/// What an object in a document is called.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    /// With its article: "a role".
    pub name: &'static str,
    /// What it may be: "an object".
    pub form: &'static str,
}

/// A field of an object: its value, or that it is left out.
#[derive(Clone, Copy)]
pub(super) struct Field {
    pub name: &'static str,
    /// The object's name.
    owner_name: &'static str,
    /// The object.
    owner: usize,
    /// The value, where there is one that is not null.
    pub value: Option<usize>,
}

/// What is being read: the nodes of one value, and where what is found goes.
pub(super) struct Cursor<'r, 'a> {
    pub tape: Tape<'r, 'a>,
    /// Where the tape's first node stands: a top-level list and the place in it.
    pub base: Option<(&'static str, usize)>,
    pub ids: &'r Ids<'a>,
    pub web: &'r mut Web<'a>,
    pub report: &'r mut Report,
    /// How many similar ids may still be looked for.
    pub suggestions: &'r mut usize,
}

impl<'r, 'a> Cursor<'r, 'a> {
    /// The fields with these names of the object at `at`. Everything else in it is a problem.
    pub fn fields<const N: usize>(
        &mut self,
        at: usize,
        shape: Shape,
        names: [&'static str; N],
    ) -> Option<[Field; N]> {
        let mut fields =
            names.map(|name| Field { name, owner_name: shape.name, owner: at, value: None });
        self.fill(at, shape, &mut fields).then_some(fields)
    }

    fn fill(&mut self, at: usize, shape: Shape, fields: &mut [Field]) -> bool {
        let tape = self.tape;
        if tape.kind(at) != Kind::Object {
            let noun = tape.kind(at).noun();
            self.error(at, [shape.name, " must be ", shape.form, ", not ", noun].concat());
            return false;
        }
        let mut met = 0_u32;
        let mut unknown = 0;
        let mut twice = false;
        for key in tape.keys(at) {
            let name = tape.string(key).unwrap_or_default();
            match fields.iter().position(|field| field.name == name) {
                Some(place) => {
                    twice |= met & (1 << place) != 0;
                    met |= 1 << place;
                    let value = key + 1;
                    if tape.kind(value) != Kind::Null && fields[place].value.is_none() {
                        fields[place].value = Some(value);
                    }
                }
                None => {
                    unknown += 1;
                    self.unknown_field(key, &name, shape, fields);
                    self.keys_below(key + 1);
                }
            }
        }
        if twice || unknown > 1 {
            self.keys_once(at);
        }
        true
    }

    fn unknown_field(&mut self, key: usize, name: &str, shape: Shape, fields: &[Field]) {
        if !self.report.admits(Severity::Warning) {
            return;
        }
        let known = |other: &str| fields.iter().map(|field| field.name).find(|name| *name == other);
        let meant = match name {
            "name" => known("title"),
            "title" => known("name"),
            _ => None,
        };
        let meant = meant.or_else(|| nearest(name, &mut fields.iter().map(|field| field.name)));
        let message = [shape.name, " has no field ", &shown(name), &did_you_mean(meant)].concat();
        let pointer = self.pointer(key);
        self.report.list(Severity::Warning, self.tape.offset(key) as usize, pointer, message);
    }

    /// Reports the keys that are there twice in the objects at `at` and in it.
    pub fn keys_below(&mut self, at: usize) {
        for node in at..self.tape.next(at) {
            if self.tape.kind(node) == Kind::Object {
                self.keys_once(node);
            }
        }
    }

    /// Reports the keys that are there twice in the object at `at`.
    pub fn keys_once(&mut self, at: usize) {
        let mut names = Names::new();
        for key in self.tape.keys(at) {
            let name = self.tape.string(key).unwrap_or_default();
            if names.insert(name.clone(), 0).is_some() {
                let message = ["the field ", &shown(&name), " is there twice"].concat();
                self.error(key, message);
            }
        }
    }

    /// A field that has to be there.
    pub fn needed(&mut self, field: Field) -> Option<usize> {
        if field.value.is_none() {
            let message = [field.owner_name, " needs the field `", field.name, "`"].concat();
            self.error(field.owner, message);
        }
        field.value
    }

    /// The items of a list; none where it is left out.
    pub fn list(&mut self, field: Field) -> Items<'r> {
        match field.value {
            Some(at) if self.tape.kind(at) == Kind::List => self.tape.items(at),
            Some(at) => {
                self.wrong(field, at, "a list");
                Items::none()
            }
            None => Items::none(),
        }
    }

    /// Every item of a list that can be read.
    pub fn each<T>(
        &mut self,
        field: Field,
        mut read: impl FnMut(&mut Self, usize) -> Option<T>,
    ) -> Vec<T> {
        let items = self.list(field);
        let mut things = Vec::with_capacity(items.clone().count());
        for item in items {
            things.extend(read(self, item));
        }
        things
    }

    /// True or false, `default` where it is left out.
    pub fn flag(&mut self, field: Field, default: bool) -> bool {
        let Some(at) = field.value else { return default };
        match self.tape.kind(at) {
            Kind::True => true,
            Kind::False => false,
            _ => {
                self.wrong(field, at, "true or false");
                default
            }
        }
    }

    /// A whole number of seconds.
    pub fn seconds(&mut self, field: Field) -> Option<u32> {
        let at = field.value?;
        let number = (self.tape.kind(at) == Kind::Number).then(|| self.tape.written(at));
        let seconds = number.and_then(|number| number.parse().ok());
        if seconds.is_none() {
            self.wrong(field, at, "a whole number of seconds");
        }
        seconds
    }

    /// One of a few words, by its place among them.
    pub fn choice(&mut self, field: Field, words: &[&'static str]) -> Option<usize> {
        let at = field.value?;
        let word = self.string(at, field.name)?;
        let chosen = words.iter().position(|known| *known == word);
        if chosen.is_none() {
            let mut message = ["`", field.name, "` must be "].concat();
            for (place, known) in words.iter().enumerate() {
                let between = match words.len() - place {
                    _ if place == 0 => "`",
                    1 => "` or `",
                    _ => "`, `",
                };
                message.push_str(between);
                message.push_str(known);
            }
            message.push_str("`, not ");
            message.push_str(&shown(&word));
            let meant = nearest(&word, &mut words.iter().copied());
            message.push_str(&did_you_mean(meant));
            self.error(at, message);
        }
        chosen
    }

    /// The place of the thing that the id at `at` names.
    pub fn reference(&mut self, at: usize, thing: Thing, name: &str) -> Option<u32> {
        let id = self.string(at, name)?;
        let declared = &self.ids.of(thing).names;
        let place = declared.get(&*id).copied();
        if place.is_none() && self.report.admits(Severity::Error) {
            let mut meant = None;
            if *self.suggestions > 0 {
                *self.suggestions -= 1;
                let mut known: Vec<(u32, &str)> =
                    declared.iter().map(|(name, place)| (*place, &**name)).collect();
                known.sort_unstable();
                meant = nearest(&id, &mut known.into_iter().map(|(_, name)| name));
            }
            let noun = thing.noun();
            let none = if declared.is_empty() {
                ["; the ladder has no `", thing.field(), "`"].concat()
            } else {
                did_you_mean(meant)
            };
            let message = ["unknown ", noun, " ", &shown(&id), &none].concat();
            let pointer = self.pointer(at);
            self.report.list(Severity::Error, self.tape.offset(at) as usize, pointer, message);
        }
        place
    }

    /// Reports a value of a wrong type.
    pub fn wrong(&mut self, field: Field, at: usize, right: &str) {
        self.wrong_named(field.name, at, right);
    }

    pub fn wrong_named(&mut self, name: &str, at: usize, right: &str) {
        let found = match self.tape.kind(at) {
            Kind::Number => Cow::Borrowed(self.tape.written(at)),
            kind => Cow::Borrowed(kind.noun()),
        };
        self.error(at, ["`", name, "` must be ", right, ", not ", &found].concat());
    }

    /// Reports an error at a node.
    pub fn error(&mut self, at: usize, message: String) {
        self.tell(Severity::Error, at, message);
    }

    /// Reports a warning at a node.
    pub fn warning(&mut self, at: usize, message: String) {
        self.tell(Severity::Warning, at, message);
    }

    fn tell(&mut self, severity: Severity, at: usize, message: String) {
        if self.report.admits(severity) {
            let pointer = self.pointer(at);
            self.report.list(severity, self.tape.offset(at) as usize, pointer, message);
        }
    }

    fn pointer(&self, at: usize) -> String {
        let mut pointer = String::new();
        if let Some((field, place)) = self.base {
            push_step(&mut pointer, field);
            push_step(&mut pointer, &place.to_string());
        }
        pointer.push_str(&self.tape.pointer_to(at));
        pointer
    }
}

fn did_you_mean(meant: Option<&str>) -> String {
    meant.map_or_else(String::new, |meant| ["; did you mean `", meant, "`?"].concat())
}
