//! The first pass over the text: whether it is JSON, where its fields are, and which ids it declares.

use super::ids::{Ids, Thing};
use super::scales::ScaleFields;
use super::scanner::{ScanResult, Scanner, Span};
use super::syntax_error::SyntaxError;

/// The top-level fields that are lists and may be long; they are parsed item by item.
const LISTS: [&str; 9] =
    ["notes", "reading", "categories", "scale", "scales", "skills", "tracks", "roles", "resources"];

/// A top-level field.
pub(super) struct Member {
    pub key: Span,
    pub value: usize,
    /// The name of the list, if it is parsed item by item.
    pub list: Option<&'static str>,
}

/// The fields and ids found so far.
#[derive(Default)]
pub(super) struct TopLevel {
    pub members: Vec<Member>,
    pub ids: Ids,
    pub scale_fields: ScaleFields,
    /// Which of the long lists were found.
    found: [bool; LISTS.len()],
    /// Whether the document has been entered.
    is_open: bool,
    /// The list that is being scanned: what it lists, and whether an item was found.
    current: Option<(Option<Thing>, bool)>,
}

impl TopLevel {
    /// Scans one more field, or one more item of a list. False at the end.
    pub fn step(&mut self, scanner: &mut Scanner<'_>) -> ScanResult<bool> {
        if let Some((thing, has_items)) = self.current {
            if !scanner.more(!has_items, b']')? {
                self.current = None;
                return Ok(true);
            }
            self.current = Some((thing, true));
            match thing {
                Some(thing) => self.item(scanner, thing)?,
                None => scanner.value()?,
            }
            return Ok(true);
        }
        if !self.is_open {
            scanner.space();
            match scanner.peek() {
                Some(b'{') => scanner.enter()?,
                Some(_) => {
                    scanner.value()?;
                    return self.end(scanner);
                }
                None => return scanner.fail(SyntaxError::empty()),
            }
        }
        if !scanner.more(!self.is_open, b'}')? {
            return self.end(scanner);
        }
        self.is_open = true;
        self.field(scanner)?;
        Ok(true)
    }

    /// Like [`Self::step`], for a text that may continue: takes the step only if it ends before the end of the
    /// text. Returns whether it did.
    pub fn step_within(&mut self, scanner: &mut Scanner<'_>) -> bool {
        let before = (scanner.at, scanner.depth());
        let (is_open, found, current) = (self.is_open, self.found, self.current);
        let (members, thing) = (self.members.len(), current.and_then(|(thing, _)| thing));
        let declared = thing.map(|thing| self.ids.of(thing).offsets.len());
        // A value at the end of the text may continue, for example a number.
        if matches!(self.step(scanner), Ok(true)) && scanner.at < scanner.text.len() {
            return true;
        }
        scanner.back_to(before);
        (self.is_open, self.found, self.current) = (is_open, found, current);
        self.members.truncate(members);
        if let Some((thing, declared)) = thing.zip(declared) {
            self.ids.of_mut(thing).offsets.truncate(declared);
        }
        false
    }

    /// The first field of this name.
    pub fn member(&self, name: &str, scanner: &Scanner<'_>) -> Option<&Member> {
        self.members.iter().find(|member| scanner.string_in(member.key) == name)
    }

    /// Scans one field; only enters it if it is a long list.
    #[inline(never)]
    fn field(&mut self, scanner: &mut Scanner<'_>) -> ScanResult<()> {
        let key = scanner.key()?;
        let value = scanner.at;
        let name = scanner.string_in(key);
        // The first list of a name is parsed; a second one is a problem.
        let mut list = None;
        if let Some(nth) = LISTS.iter().position(|list| *list == name)
            && scanner.peek() == Some(b'[')
            && !self.found[nth]
        {
            self.found[nth] = true;
            list = Some(LISTS[nth]);
        }
        self.members.push(Member { key, value, list });
        match list {
            Some(list) => {
                scanner.enter()?;
                self.current = Some((Thing::listed_in(list), false));
                Ok(())
            }
            None => scanner.value(),
        }
    }

    #[inline(never)]
    fn item(&mut self, scanner: &mut Scanner<'_>, thing: Thing) -> ScanResult<()> {
        let declared = self.ids.of_mut(thing);
        let index = declared.offsets.len();
        if index >= thing.limit() || scanner.peek() != Some(b'{') {
            if index < thing.limit() {
                declared.offsets.push(scanner.at as u32);
            }
            return scanner.value();
        }
        declared.offsets.push(scanner.at as u32);
        let fields = &mut self.scale_fields;
        let id =
            scanner.item_with_id(&mut |field, value| fields.add(thing, index, field, value))?;
        if let Some(id) = id {
            self.ids.of_mut(thing).names.insert(id, index as u32);
        }
        Ok(())
    }

    fn end(&mut self, scanner: &mut Scanner<'_>) -> ScanResult<bool> {
        scanner.space();
        match scanner.peek() {
            Some(_) => scanner.fail(SyntaxError::trailing_content(scanner.text, scanner.at)),
            None => Ok(false),
        }
    }
}
