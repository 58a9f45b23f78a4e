//! Reads the fields of objects and says, for each that is not right, what would be.

use super::super::problem::Severity;
use super::super::quote::shown;
use super::ids::{Ids, Names, Thing};
use super::nearest::nearest;
use super::report::Report;
use super::tape::{At, Items, Kind, Tape};
use super::tell::did_you_mean;
use super::web::Web;

/// What a kind of object in a document is called and which fields it has.
pub(super) struct Shape<Fields: ?Sized> {
    /// With its article: "a role".
    pub name: &'static str,
    /// What it must be: "an object".
    pub form: &'static str,
    /// As many of its first fields have to be there.
    pub needed: usize,
    /// The names of its fields.
    pub fields: Fields,
}

/// The value of a field, where it has one that is not null.
pub(super) type Value = Option<At>;

/// What is being read: the nodes of one value, and where what is found goes.
pub(super) struct Cursor<'r, 'a> {
    pub tape: Tape<'r, 'a>,
    /// Where the tape's root stands: a top-level list and the place in it.
    pub base: Option<(&'static str, usize)>,
    pub ids: &'r Ids,
    pub web: &'r mut Web,
    pub report: &'r mut Report,
    /// With how many ids unknown ones may still be compared.
    pub comparisons: &'r mut usize,
}

impl<'r> Cursor<'r, '_> {
    /// The values of an object's fields. Everything else in it is a problem, and so are fields
    /// that are needed and left out.
    pub fn fields<const N: usize>(
        &mut self,
        at: At,
        shape: &Shape<[&'static str; N]>,
    ) -> Option<[Value; N]> {
        let mut values = [None; N];
        self.fill(at, shape, &mut values).then_some(values)
    }

    #[inline(never)]
    fn fill(&mut self, at: At, shape: &Shape<[&'static str]>, values: &mut [Value]) -> bool {
        let tape = self.tape;
        if tape.kind(at) != Kind::Object {
            let noun = tape.kind(at).noun();
            self.error(at, format!("{} must be {}, not {noun}", shape.name, shape.form));
            return false;
        }
        let (mut met, mut unknown, mut twice) = (0_u32, 0, false);
        let mut after_last = 0;
        for key in tape.keys(at) {
            let name = tape.key(key);
            // Documents mostly keep the order of the fields: look first where the last one was met.
            let (passed, to_come) = shape.fields.split_at(after_last);
            let ahead = to_come.iter().position(|field| *field == name);
            let nth = match ahead {
                Some(ahead) => Some(after_last + ahead),
                None => passed.iter().position(|field| *field == name),
            };
            if let Some(nth) = nth {
                after_last = nth + 1;
                twice |= met & (1 << nth) != 0;
                met |= 1 << nth;
                let value = key.after();
                if tape.kind(value) != Kind::Null && values[nth].is_none() {
                    values[nth] = Some(value);
                }
            } else {
                unknown += 1;
                self.unknown_field(key, &name, shape);
                self.keys_below(key.after());
            }
        }
        if twice || unknown > 1 {
            self.keys_once(at);
        }
        for (field, value) in shape.fields.iter().zip(values).take(shape.needed) {
            if value.is_none() {
                self.error(at, format!("{} needs the field `{field}`", shape.name));
            }
        }
        true
    }

    #[inline(never)]
    fn unknown_field(&mut self, key: At, name: &str, shape: &Shape<[&'static str]>) {
        self.report.leaves_out = true;
        if !self.report.admits(Severity::Warning) {
            return;
        }
        let other = match name {
            "name" => "title",
            "title" => "name",
            _ => name,
        };
        let mut known = shape.fields.iter().copied();
        let meant =
            known.clone().find(|known| *known == other).or_else(|| nearest(name, &mut known));
        let meant = did_you_mean(meant);
        let message = format!("{} has no field {}{meant}", shape.name, shown(name));
        self.list_problem(Severity::Warning, key, message);
    }

    /// Reports the keys that are there twice in the objects at `at` and in it.
    pub fn keys_below(&mut self, at: At) {
        let mut node = at;
        while node < self.tape.next(at) {
            if self.tape.kind(node) == Kind::Object {
                self.keys_once(node);
            }
            node = node.after();
        }
    }

    /// Reports the keys that are there twice in the object at `at`.
    pub fn keys_once(&mut self, at: At) {
        let mut names = Names::default();
        for key in self.tape.keys(at) {
            let name = self.tape.key(key);
            if names.insert(name.clone(), 0).is_some() {
                self.error(key, format!("the field {} is there twice", shown(&name)));
            }
        }
    }

    /// The items of a list; none where it is left out.
    pub fn list(&mut self, value: Value) -> Items<'r> {
        match value {
            Some(at) if self.tape.kind(at) == Kind::List => self.tape.items(at),
            Some(at) => {
                self.wrong(at, "a list");
                Items::none()
            }
            None => Items::none(),
        }
    }

    /// Every item of a list that can be read.
    pub fn each<T>(
        &mut self,
        value: Value,
        mut read: impl FnMut(&mut Self, At) -> Option<T>,
    ) -> Vec<T> {
        let items = self.list(value);
        let mut things = Vec::with_capacity(items.clone().count());
        for item in items {
            if let Some(thing) = read(self, item) {
                things.push(thing);
            }
        }
        things
    }

    /// True or false, `default` where it is left out.
    pub fn flag(&mut self, value: Value, default: bool) -> bool {
        let Some(at) = value else { return default };
        match self.tape.kind(at) {
            Kind::True => true,
            Kind::False => false,
            _ => {
                self.wrong(at, "true or false");
                default
            }
        }
    }

    /// A whole number of seconds.
    pub fn seconds(&mut self, value: Value) -> Option<u32> {
        let at = value?;
        let number = (self.tape.kind(at) == Kind::Number).then(|| self.tape.written(at));
        let seconds = number.and_then(|number| number.parse().ok());
        if seconds.is_none() {
            self.wrong(at, "a whole number of seconds");
        }
        seconds
    }

    /// One of a few words, by its place among them.
    pub fn choice(&mut self, value: Value, words: &[&'static str]) -> Option<usize> {
        let at = value?;
        let word = self.string(at)?;
        let chosen = words.iter().position(|known| *known == word);
        if chosen.is_none() {
            let meant = did_you_mean(nearest(&word, &mut words.iter().copied()));
            let (last, others) = words.split_last()?;
            let right = format!("`{}` or `{last}`", others.join("`, `"));
            self.field_error(at, &format!("must be {right}, not {}{meant}", shown(&word)));
        }
        chosen
    }

    /// The place of the thing that the id at `at` names.
    #[inline(never)]
    pub fn reference(&mut self, at: At, thing: Thing) -> Option<u32> {
        let id = self.string(at)?;
        let place = self.ids.of(thing).names.get(&id);
        if place.is_none() && self.report.admits(Severity::Error) {
            let hint = self.similar(&id, thing);
            let message = format!("unknown {} {}{hint}", thing.noun(), shown(&id));
            self.list_problem(Severity::Error, at, message);
        }
        place
    }

    /// What an unknown id may be meant to be, as the end of a sentence.
    #[inline(never)]
    fn similar(&mut self, id: &str, thing: Thing) -> String {
        let declared = self.ids.of(thing);
        if declared.offsets.is_empty() {
            return format!("; the ladder has no `{}`", thing.field());
        }
        let Some(left) = self.comparisons.checked_sub(declared.offsets.len()) else {
            return String::new();
        };
        *self.comparisons = left;
        did_you_mean(nearest(id, &mut declared.by_place().into_iter().flatten()))
    }
}
