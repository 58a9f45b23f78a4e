//! The section of a role: its lists, labels, links and tables.

use super::block::{Block, Line, ListItem, joined};
use super::blocks::NESTED_LIST;
use super::label::{capitalised, labelled, split_icon};
use super::sections::Section;
use crate::draft::DraftStatement;
use crate::layout::{Reading, read_table, refer};
use crate::source::Location;
use crate::split::{key, names};
use crate::text::{Text, TextRun, plain_text};
use ladder::{Address, shown};

/// The index of the role of a section, which is added if there is none of the name.
pub(super) fn role(section: &Section, reading: &mut Reading<'_>) -> usize {
    let index = crate::role_match::role_named(&section.name, section.location, reading);
    if let Some(icon) = &section.icon {
        reading.draft.roles.items[index].item.set("icon", Text::new(icon, section.location));
    }
    index
}

/// Reads the section of a role.
pub(super) fn read(section: &Section, reading: &mut Reading<'_>) {
    let role = role(section, reading);
    let mut part = RolePart { role, group: None, field: None };
    part.blocks(&section.blocks, reading);
}

/// Reads a section below that of a role: a known label, or a group of responsibilities.
pub(super) fn read_part(of: &Section, section: &Section, reading: &mut Reading<'_>) {
    let role = role(of, reading);
    let field = crate::column::RowKind::Role.field(&section.name, reading.mapping);
    let group = field.is_none().then(|| section.name.clone());
    let mut part = RolePart { role, group, field };
    part.blocks(&section.blocks, reading);
}

/// What is read for a role.
struct RolePart {
    role: usize,
    /// The heading above the statements.
    group: Option<String>,
    /// The field that the heading or label above names.
    field: Option<&'static str>,
}

impl RolePart {
    fn blocks(&mut self, blocks: &[Block], reading: &mut Reading<'_>) {
        for block in blocks {
            match block {
                Block::Paragraph(lines) => self.paragraph(lines, reading),
                Block::List(_, items) => {
                    let has_labels = items.iter().any(|item| {
                        let label =
                            item.lines.first().and_then(|line| labelled(line, reading.mapping));
                        label.is_some_and(|label| label.field.is_some())
                    });
                    for item in items {
                        self.item(item, has_labels, reading);
                    }
                }
                Block::Table(table) => read_table(table, &[], reading),
                Block::Heading(..) => {}
            }
        }
    }

    /// A paragraph: links, labels, or the summary.
    fn paragraph(&mut self, lines: &[Line], reading: &mut Reading<'_>) {
        let mut prose: Vec<Line> = Vec::new();
        for line in lines {
            if self.resource(line, reading) {
                continue;
            }
            match labelled(line, reading.mapping) {
                Some(label) if label.field.is_some() => {
                    let is_for_below = label.rest.text().is_empty();
                    self.labelled(label.field, &[label.rest], &[], reading);
                    self.field = if is_for_below { label.field } else { None };
                }
                _ => prose.push(line.clone()),
            }
        }
        if prose.is_empty() {
            return;
        }
        match self.field.filter(|field| *field != "summary") {
            Some(field) => self.labelled(Some(field), &prose, &[], reading),
            None if self.group.is_some() => self.statement(&prose, reading),
            None => {
                let text = joined(&prose);
                let item = &mut reading.draft.roles.items[self.role].item;
                match item.fields.iter_mut().find(|(field, _)| *field == "summary") {
                    Some((_, summary)) => {
                        *summary = Text::join(&[summary.clone(), text], "\n\n", summary.location);
                    }
                    None => drop(item.set("summary", text)),
                }
            }
        }
    }

    fn item(&mut self, item: &ListItem, has_labels: bool, reading: &mut Reading<'_>) {
        // Links that stand on lines of their own are resources.
        let mut lines: Vec<Line> = Vec::new();
        for line in &item.lines {
            if !self.resource(line, reading) {
                lines.push(line.clone());
            }
        }
        let Some(first) = lines.first() else {
            self.blocks(&item.children, reading);
            return;
        };
        let label = labelled(first, reading.mapping);
        match label {
            Some(label) if label.field.is_some() => {
                let rest: Vec<Line> =
                    std::iter::once(label.rest).chain(lines[1..].iter().cloned()).collect();
                self.labelled(label.field, &rest, &item.children, reading);
            }
            Some(label) if has_labels && self.takes_stage(reading) && item.children.is_empty() => {
                let rest: Vec<Line> =
                    std::iter::once(label.rest).chain(lines[1..].iter().cloned()).collect();
                let location = first.location;
                let message = format!(
                    "{} is the stage, and what follows is the summary",
                    shown(&label.label)
                );
                reading.report.guessed(location, message);
                let item = &mut reading.draft.roles.items[self.role].item;
                item.set("stage", Text::new(&label.label, location));
                item.set("summary", joined(&rest));
            }
            _ if !item.children.is_empty() && self.field.is_none() => {
                let group = joined(&lines).text.trim_end_matches(':').to_owned();
                if let Some(outer) = &self.group {
                    let message =
                        format!("the group {} above the group {}", shown(outer), shown(&group));
                    reading.report.left_out(first.location, message);
                }
                let before = self.group.replace(group);
                self.blocks(&item.children, reading);
                self.group = before;
            }
            _ => {
                report_nested_lists(item, reading);
                match self.field.filter(|field| *field != "responsibilities") {
                    Some(field) => self.labelled(Some(field), &lines, &item.children, reading),
                    None => {
                        self.statement(&lines, reading);
                        self.blocks(&item.children, reading);
                    }
                }
            }
        }
    }

    /// Whether the role has neither stage nor summary nor responsibilities yet.
    fn takes_stage(&self, reading: &Reading<'_>) -> bool {
        let role = &reading.draft.roles.items[self.role];
        role.item.field("stage").is_none()
            && role.item.field("summary").is_none()
            && role.responsibilities.is_empty()
    }

    /// Reads what stands after a label and below it.
    fn labelled(
        &mut self,
        field: Option<&'static str>,
        lines: &[Line],
        below: &[Block],
        reading: &mut Reading<'_>,
    ) {
        let Some(field) = field else { return };
        let location = lines.first().map_or(Location::at(1, 1), |line| line.location);
        let text = joined(lines);
        let kind = match field {
            "key_skills" => Some("core"),
            "optional_skills" => Some("optional"),
            _ => None,
        };
        match field {
            "key_skills" | "skills" | "optional_skills" => {
                self.skills(&text.text, kind, location, reading)
            }
            "responsibilities" | "resources" | "next" | "also_known_as" if text.text.is_empty() => {
            }
            "responsibilities" => self.statement(lines, reading),
            "resources" => {
                for line in lines {
                    for (title, url) in line.links() {
                        self.refer(&title, url, None, reading);
                    }
                }
            }
            "next" | "also_known_as" => {
                let role = &mut reading.draft.roles.items[self.role];
                let list =
                    if field == "next" { &mut role.next } else { &mut role.item.also_known_as };
                list.extend(
                    names(&text.text).into_iter().map(|name| Text::new(name.name, location)),
                );
            }
            "track" => {
                let track = reading.draft.tracks.named(&text.text, location);
                let role = &mut reading.draft.roles.items[self.role];
                let track = Some((track, text.text.as_str(), location));
                role.item.refer(&mut role.track, "track", track, reading.report);
            }
            "id" => {
                reading.draft.roles.items[self.role].item.set_id(Some(text), reading.report);
            }
            "title" => {
                let name = &reading.draft.roles.items[self.role].item.name;
                if key(&name.text) != key(&text.text) {
                    let message = format!("the title {} below a heading", shown(&text.text));
                    reading.report.left_out(location, message);
                }
            }
            field => {
                let item = &mut reading.draft.roles.items[self.role].item;
                item.set_first(field, text, reading.report);
            }
        }
        let before = self.field.replace(field);
        self.blocks(below, reading);
        self.field = before;
    }

    fn skills(
        &mut self,
        text: &str,
        kind: Option<&'static str>,
        location: Location,
        reading: &mut Reading<'_>,
    ) {
        let mut listed = names(text);
        for name in &mut listed {
            name.name = capitalised(&name.name);
        }
        reading.draft.require(self.role, &listed, kind, location, reading.mapping, reading.report);
    }

    fn statement(&mut self, lines: &[Line], reading: &mut Reading<'_>) {
        if lines.is_empty() {
            return;
        }
        let mut statement = DraftStatement::with_links_beside(joined(lines), reading.report);
        statement.group.clone_from(&self.group);
        reading.draft.roles.items[self.role].responsibilities.push(statement);
    }

    /// Reads a line that begins with a link, perhaps after a picture, as a resource with a note.
    fn resource(&mut self, line: &Line, reading: &mut Reading<'_>) -> bool {
        let before = line
            .leading(|run| run.link.is_none() && split_icon(run.text.trim()).1.trim().is_empty());
        let Some(url) = line.runs.get(before).and_then(|run| run.link.clone()) else {
            return false;
        };
        let is_title = |run: &&TextRun| run.link.as_ref() == Some(&url);
        let title: Vec<_> = line.runs[before..].iter().take_while(is_title).cloned().collect();
        let note = Text::from_runs(line.runs[before + title.len()..].to_vec(), line.location);
        let note = note.part(note.text.trim().trim_start_matches([':', '–', '—', '-']).trim());
        let note = (!note.text.is_empty()).then_some(note);
        self.refer(&plain_text(&title), *url, note, reading);
        true
    }

    fn refer(&self, title: &str, url: Text, note: Option<Text>, reading: &mut Reading<'_>) {
        match Address::new(&url.text) {
            Some(_) => refer(self.role, title, url, note, reading),
            None => {
                reading.report.left_out(url.location, format!("the address of {}", shown(title)))
            }
        }
    }
}

/// Reports the lists within an item whose items are read like those around it.
fn report_nested_lists(item: &ListItem, reading: &mut Reading<'_>) {
    for list in item.children.iter().filter(|block| matches!(block, Block::List(..))) {
        if let Some(line) = list.first_line() {
            reading.report.left_out(line.location, NESTED_LIST);
        }
    }
}
