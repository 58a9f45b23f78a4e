//! The first way through the text: is it JSON, what stands where, and which ids are there.

use super::flaw::Flaw;
use super::ids::{Ids, Thing};
use super::scan::{Scan, Scanner, Span};

/// The top-level fields that are lists and may be long; they are read item by item.
const LISTS: [&str; 8] =
    ["notes", "reading", "categories", "scale", "skills", "tracks", "roles", "resources"];

/// A top-level field.
pub(super) struct Member {
    pub key: Span,
    pub value: usize,
    /// The name of the list, where it is one that is read item by item.
    pub list: Option<&'static str>,
}

/// What stands where.
#[derive(Default)]
pub(super) struct Index {
    pub members: Vec<Member>,
    pub ids: Ids,
    /// Which of the long lists were met.
    met: [bool; LISTS.len()],
    begun: bool,
    /// The list that is being stepped through: what it lists, and whether an item was met.
    inside: Option<(Option<Thing>, bool)>,
}

impl Index {
    /// Goes one step further: one field, or one item of a list. False at the end.
    pub fn step(&mut self, scanner: &mut Scanner<'_>) -> Scan<bool> {
        if let Some((thing, begun)) = self.inside {
            if !scanner.more(!begun, b']')? {
                self.inside = None;
                return Ok(true);
            }
            self.inside = Some((thing, true));
            match thing {
                Some(thing) => self.item(scanner, thing)?,
                None => scanner.value()?,
            }
            return Ok(true);
        }
        if !self.begun {
            scanner.space();
            match scanner.peek() {
                Some(b'{') => scanner.enter()?,
                Some(_) => {
                    scanner.value()?;
                    return self.end(scanner);
                }
                None => return scanner.fail(Flaw::empty()),
            }
        }
        if !scanner.more(!self.begun, b'}')? {
            return self.end(scanner);
        }
        self.begun = true;
        self.field(scanner)?;
        Ok(true)
    }

    /// The same in a text of which more may come: goes a step that ends before the text does, and says
    /// whether it went.
    pub fn step_within(&mut self, scanner: &mut Scanner<'_>) -> bool {
        let before = (scanner.at, scanner.depth());
        let (begun, met, inside) = (self.begun, self.met, self.inside);
        let (members, thing) = (self.members.len(), inside.and_then(|(thing, _)| thing));
        let declared = thing.map(|thing| self.ids.of(thing).offsets.len());
        // What ends where the text ends may go on, as numbers do.
        if matches!(self.step(scanner), Ok(true)) && scanner.at < scanner.text.len() {
            return true;
        }
        scanner.back_to(before);
        (self.begun, self.met, self.inside) = (begun, met, inside);
        self.members.truncate(members);
        if let Some((thing, declared)) = thing.zip(declared) {
            self.ids.of_mut(thing).offsets.truncate(declared);
        }
        false
    }

    /// The first field of this name.
    pub fn member(&self, name: &str, scanner: &Scanner<'_>) -> Option<&Member> {
        self.members.iter().find(|member| scanner.text_in(member.key) == name)
    }

    /// Steps over one field, or into it where it is a long list.
    #[inline(never)]
    fn field(&mut self, scanner: &mut Scanner<'_>) -> Scan<()> {
        let key = scanner.key()?;
        let value = scanner.at;
        let name = scanner.text_in(key);
        // The first list of a name is read; a second is a problem.
        let mut list = None;
        if let Some(nth) = LISTS.iter().position(|list| *list == name)
            && scanner.peek() == Some(b'[')
            && !self.met[nth]
        {
            self.met[nth] = true;
            list = Some(LISTS[nth]);
        }
        self.members.push(Member { key, value, list });
        match list {
            Some(list) => {
                scanner.enter()?;
                self.inside = Some((Thing::listed_in(list), false));
                Ok(())
            }
            None => scanner.value(),
        }
    }

    #[inline(never)]
    fn item(&mut self, scanner: &mut Scanner<'_>, thing: Thing) -> Scan<()> {
        let declared = self.ids.of_mut(thing);
        let place = declared.offsets.len();
        if place >= thing.limit() || scanner.peek() != Some(b'{') {
            if place < thing.limit() {
                declared.offsets.push(scanner.at as u32);
            }
            return scanner.value();
        }
        declared.offsets.push(scanner.at as u32);
        scanner.enter()?;
        let mut first = true;
        // Of two ids the first one counts; the second is a problem.
        let mut id = None;
        while scanner.more(first, b'}')? {
            first = false;
            let key = scanner.key()?;
            let start = scanner.at;
            let is_text = scanner.peek() == Some(b'"');
            scanner.value()?;
            if is_text && id.is_none() && scanner.text_in(key) == "id" {
                id = Some(scanner.text_in(Span { start, end: scanner.at }));
            }
        }
        if let Some(id) = id.filter(|id| !id.is_empty()) {
            declared.names.insert(id, place as u32);
        }
        Ok(())
    }

    fn end(&mut self, scanner: &mut Scanner<'_>) -> Scan<bool> {
        scanner.space();
        match scanner.peek() {
            Some(_) => scanner.fail(Flaw::trailing(scanner.text, scanner.at)),
            None => Ok(false),
        }
    }
}
