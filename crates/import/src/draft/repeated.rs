//! Values that the source gives more than once: the first one counts, and others are reported.

use super::{Draft, DraftRequirement, DraftStatement, Item};
use crate::mapping::Mapping;
use crate::remark::Report;
use crate::source::Location;
use crate::text::Text;
use ladder::shown;

impl Item {
    /// Sets a text field. Reports the text if the field has another one.
    pub fn set_first(&mut self, field: &'static str, text: Text, report: &mut Report) {
        match self.field(field) {
            Some(first) if first.text != text.text && !text.text.is_empty() => {
                report_second(field, &self.name.text, &text.text, text.location, report);
            }
            Some(_) => {}
            None => drop(self.set(field, text)),
        }
    }

    /// Sets the id. Reports it if there is another one.
    pub fn set_id(&mut self, id: Option<Text>, report: &mut Report) {
        match (&self.id, id) {
            (None, id) => self.id = id,
            (Some(first), Some(id)) if first.text != id.text => {
                report_second("id", &self.name.text, &id.text, id.location, report);
            }
            _ => {}
        }
    }

    /// Sets a reference of the item to another one, such as its category. Reports it if there is another one.
    pub fn refer(
        &self,
        slot: &mut Option<usize>,
        field: &str,
        value: Option<(usize, &str, Location)>,
        report: &mut Report,
    ) {
        let Some((index, name, location)) = value else { return };
        if *slot.get_or_insert(index) != index {
            report_second(field, &self.name.text, name, location, report);
        }
    }
}

impl Draft {
    /// Sets a text of the ladder. Reports the text if the ladder has another one.
    pub fn set_first(&mut self, field: &'static str, text: Text, report: &mut Report) {
        match self.field(field) {
            Some(first) if first.text != text.text && !text.text.is_empty() => {
                report_second(field, "the ladder", &text.text, text.location, report);
            }
            Some(_) => {}
            None => drop(self.set(field, text)),
        }
    }

    /// Lets a role require a skill. What it says already stays, and what differs from that is reported.
    pub fn add_requirement(&mut self, role: usize, new: DraftRequirement, report: &mut Report) {
        let skill = &self.skills.items[new.skill].item.name.text;
        let title = self.roles.items[role].item.name.text.clone();
        let levels = &self.levels.items;
        let level_name = |level: usize| levels[level].item.name.text.as_str();
        let Some(known) = self.roles.items[role].requirement(new.skill) else {
            return self.roles.items[role].add(new);
        };
        let of = format!("of {} for {}", shown(skill), shown(&title));
        let mut differs = |what: &str, first: &str, second: &str| {
            let message =
                format!("the {what} {} {of}, which has {} already", shown(second), shown(first));
            report.left_out(new.location, message);
        };
        match (known.level, new.level) {
            (Some(first), Some(second)) if first != second => {
                differs("level", level_name(first), level_name(second));
            }
            (first, second) => known.level = first.or(second),
        }
        match (known.kind, new.kind) {
            (Some(first), Some(second)) if first != second => {
                differs("requirement", kind_name(first), kind_name(second));
            }
            (first, second) => known.kind = first.or(second),
        }
        match (&known.note, new.note) {
            (Some(first), Some(second)) if first.text != second.text => {
                differs("note", &first.text, &second.text);
            }
            (Some(_), _) => {}
            (None, note) => known.note = note,
        }
        if known.statements.is_empty() {
            known.statements = new.statements;
            return;
        }
        let texts = |statements: &[DraftStatement]| -> Vec<String> {
            statements.iter().map(|statement| statement.text.text.clone()).collect()
        };
        let (first, second) = (texts(&known.statements), texts(&new.statements));
        if first != second && !second.is_empty() {
            differs("text", &first[0], &second[0]);
        }
    }

    /// The role of this title for something that says no more of the role. Reports that there are several.
    pub fn role_titled(
        &mut self,
        title: &str,
        location: Location,
        mapping: &Mapping,
        report: &mut Report,
    ) -> usize {
        let role = self.role(title, location, mapping);
        if self.namesakes.contains_key(&role) {
            let message =
                format!("several roles are named {}; this is the first one", shown(title));
            report.guessed(location, message);
        }
        role
    }

    /// The roles with the title of a role, itself first.
    pub fn namesakes(&self, first: usize) -> impl Iterator<Item = usize> + '_ {
        let others = self.namesakes.get(&first).map_or(&[][..], Vec::as_slice);
        std::iter::once(first).chain(others.iter().copied())
    }

    /// Adds another role with the title of a role.
    pub fn add_namesake(&mut self, first: usize, location: Location) -> usize {
        let title = Text::new(&self.roles.items[first].item.name.text, location);
        self.roles.items.push(super::DraftRole::new(title));
        let index = self.roles.items.len() - 1;
        self.namesakes.entry(first).or_default().push(index);
        index
    }
}

/// A requirement as a cell names it.
fn kind_name(kind: &str) -> &'static str {
    if kind == "core" { "Key" } else { "Nice to have" }
}

fn report_second(field: &str, name: &str, text: &str, location: Location, report: &mut Report) {
    let name = if name == "the ladder" { name.to_owned() } else { shown(name) };
    report.left_out(location, format!("a second `{field}` of {name}: {}", shown(text)));
}
