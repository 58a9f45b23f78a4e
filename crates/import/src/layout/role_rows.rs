//! One row a role.

use super::role_identity::RoleIdentities;
use super::{Columns, Headed, Reading};
use crate::column::RowKind;
use crate::draft::{DraftReference, DraftStatement, Item};
use crate::role_match::skill_of_role;
use crate::source::Location;
use crate::split::{ListedName, lines, names};
use crate::table::{Cell, CellOrigin};
use crate::text::Text;
use ladder::{Address, Video, shown};

/// Texts that are taken as they are.
const TEXTS: [&str; 8] =
    ["short_title", "icon", "stage", "summary", "family", "grade", "focus", "impact"];

/// The columns with skills, and how firmly they are required.
const SKILLS: [(&str, Option<&str>); 3] =
    [("key_skills", Some("core")), ("skills", None), ("optional_skills", Some("optional"))];

/// Reads the rows. A row without a title continues the role before it.
pub(super) fn read(headed: &Headed<'_>, reading: &mut Reading<'_>) {
    let columns = Columns::new(headed, RowKind::Role, "one row a role", reading);
    let title_column: Vec<usize> = columns.index("title").into_iter().collect();
    let mut identities = RoleIdentities::default();
    let mut last: Option<usize> = None;
    for row in &headed.settled_rows(&title_column, |_| false) {
        if reading.draft.is_full() {
            break;
        }
        if columns.is_unreadable(row, "title") {
            last = None;
        }
        let role = match (columns.cell(row, "title"), last) {
            (Some(title), Some(last)) if title.origin == CellOrigin::Above => last,
            (Some(title), _) => identities.role(title, row, &columns, reading),
            (None, Some(last)) => {
                if let Some(cell) = row.iter().find(|cell| !cell.is_blank()) {
                    let message = "this row has no title; it continues the role above";
                    reading.report.guessed(cell.location, message);
                }
                last
            }
            (None, None) => {
                if let Some(cell) = row.iter().find(|cell| !cell.is_blank()) {
                    reading.report.left_out(cell.location, "this row has no title");
                }
                continue;
            }
        };
        last = Some(role);
        reading.draft.roles.items[role].has_row = true;
        read_row(row, role, &columns, reading);
    }
}

fn read_row(row: &[Cell], role: usize, columns: &Columns, reading: &mut Reading<'_>) {
    let mapping = reading.mapping;
    let track = columns.cell(row, "track").map(|cell| {
        let track = reading.draft.tracks.named(&cell.text, cell.location);
        (track, cell.text.as_str(), cell.location)
    });
    for (field, kind) in SKILLS {
        if let Some(cell) = columns.cell(row, field) {
            let listed = full_names(names(&cell.text), role, cell.location, reading);
            reading.draft.require(role, &listed, kind, cell.location, mapping, reading.report);
        }
    }
    if let Some(cell) = columns.cell(row, "resources") {
        let links = cell.to_text().links();
        for (title, url) in &links {
            refer(role, title, url.clone(), None, reading);
        }
        for line in lines(&cell.text).iter().filter(|_| links.is_empty()) {
            read_resource(line, cell, role, reading);
        }
    }
    let item = &mut reading.draft.roles.items[role];
    item.item.refer(&mut item.track, "track", track, reading.report);
    item.item.set_id(columns.text(row, "id"), reading.report);
    for field in TEXTS {
        if let Some(text) = columns.text(row, field) {
            item.item.set_first(field, text, reading.report);
        }
    }
    if let Some(cell) = columns.cell(row, "responsibilities") {
        let statement = |line| DraftStatement::with_links_beside(line, reading.report);
        item.responsibilities.extend(cell.to_text().lines().into_iter().map(statement));
    }
    let named = |field: &str| {
        let cell = columns.cell(row, field);
        cell.into_iter().flat_map(|cell| {
            names(&cell.text).into_iter().map(|name| Text::new(name.name, cell.location))
        })
    };
    if let Some(cell) = columns.cell(row, "also_known_as") {
        let names = names(&cell.text).into_iter();
        let names = names.map(|name| Text::new(name.written(), cell.location));
        item.item.also_known_as.extend(names);
    }
    item.item.formerly.extend(named("formerly"));
    item.next.extend(named("next"));
    item.extends.extend(named("extends"));
}

/// Names of a list with the full names of skills in place of short ones: those that the mapping has, and those
/// that are words of the name of a skill that the role has. What is written is their short name.
fn full_names(
    mut listed: Vec<ListedName>,
    role: usize,
    location: Location,
    reading: &mut Reading<'_>,
) -> Vec<ListedName> {
    for name in &mut listed {
        let skill = if reading.mapping.renames_skill(&name.name) {
            let full = reading.mapping.skill(&name.name).to_owned();
            reading.draft.skill(&full, location, reading.mapping)
        } else if reading.draft.skills.find(&name.name).is_some() {
            continue;
        } else if let Some(skill) = skill_of_role(&name.name, role, reading) {
            let full = shown(&reading.draft.skills.items[skill].item.name.text);
            let message = format!("{} is short for {full}", shown(&name.name));
            reading.report.guessed(location, message);
            skill
        } else {
            continue;
        };
        let item = &mut reading.draft.skills.items[skill].item;
        let mut chars = name.name.chars();
        let first = chars.next().into_iter().flat_map(char::to_uppercase);
        let short: String = first.chain(chars).collect();
        if short != item.name.text {
            item.set("short_name", Text::new(short, location));
        }
        name.name.clone_from(&item.name.text);
    }
    listed
}

/// Reads an address with a title before it.
fn read_resource(line: &str, cell: &Cell, role: usize, reading: &mut Reading<'_>) {
    let Some(at) = line.find("https://").or_else(|| line.find("http://")) else {
        // The name of a resource in another table.
        let resource = reading.draft.resources.find(line);
        let Some(resource) = resource else {
            return reading
                .report
                .left_out(cell.location, format!("{} is no address", shown(line)));
        };
        let reference =
            DraftReference { resource, note: None, start: None, location: cell.location };
        return reading.draft.roles.items[role].resources.push(reference);
    };
    let (title, rest) = line.split_at(at);
    let url = rest.split_whitespace().next().unwrap_or(rest);
    let note = rest[url.len()..].trim();
    let title = title.trim().trim_end_matches([':', '-', '–']).trim();
    let title = if title.is_empty() { url } else { title };
    let note = (!note.is_empty()).then(|| Text::new(note, cell.location));
    refer(role, title, Text::new(url, cell.location), note, reading);
}

/// Lets a role refer to an address, which becomes a resource if it is not one yet.
pub(crate) fn refer(
    role: usize,
    title: &str,
    url: Text,
    note: Option<Text>,
    reading: &mut Reading<'_>,
) {
    let location = url.location;
    let video = Address::new(&url.text).and_then(|address| Video::from_address(&address));
    let known = reading.draft.resources.find(&url.text);
    let resource = known.unwrap_or_else(|| {
        let mut item = Item::new(Text::new(title, location));
        item.set("url", url.clone());
        if video.is_some() {
            item.set("type", Text::new("video", location));
        }
        reading.draft.resources.push(&url.text, item)
    });
    let start = video.map(|video| video.start).filter(|start| *start > 0);
    reading.draft.roles.items[role].resources.push(DraftReference {
        resource,
        note,
        start,
        location,
    });
}
