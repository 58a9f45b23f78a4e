//! Tells rows about one role from rows about several roles of the same title.

use super::{Columns, Reading};
use crate::role_match::role_named;
use crate::split::key;
use crate::table::Cell;
use ladder::shown;
use std::collections::HashMap;

/// The fields besides the title by which roles differ.
const FIELDS: [&str; 4] = ["id", "track", "family", "grade"];

/// What a row says of the fields by which roles differ.
type Identity = [Option<String>; 4];

/// The roles that rows were about.
#[derive(Default)]
pub(super) struct RoleIdentities {
    known: HashMap<(usize, Identity), usize>,
}

impl RoleIdentities {
    /// The role that a row is about: one with its title that has nothing different in these fields. A role that no
    /// row was about yet is meant, whatever it has.
    pub fn role(
        &mut self,
        title: &Cell,
        row: &[Cell],
        columns: &Columns,
        reading: &mut Reading<'_>,
    ) -> usize {
        let first = role_named(&title.text, title.location, reading);
        let identity = FIELDS.map(|field| columns.cell(row, field).map(|cell| key(&cell.text)));
        if let Some(role) = self.known.get(&(first, identity.clone())) {
            return *role;
        }
        let mut namesakes = reading.draft.namesakes(first);
        let role = namesakes.find(|role| different(*role, &identity, reading).is_none());
        drop(namesakes);
        let role = role.unwrap_or_else(|| {
            let field = different(first, &identity, reading).unwrap_or("track");
            let message =
                format!("this is another role named {}: its {field} differs", shown(&title.text));
            reading.report.guessed(title.location, message);
            reading.draft.add_namesake(first, title.location)
        });
        self.known.insert((first, identity), role);
        role
    }
}

/// The field by which a role is not the one with these.
fn different(role: usize, identity: &Identity, reading: &Reading<'_>) -> Option<&'static str> {
    let role = &reading.draft.roles.items[role];
    let value = |field: &str| match field {
        "id" => role.item.id.as_ref().map(|id| &id.text),
        "track" => role.track.map(|track| &reading.draft.tracks.items[track].name.text),
        field => role.item.field(field).map(|text| &text.text),
    };
    let differs = |(field, written): &(&'static str, &Option<String>)| {
        value(field).is_some_and(|value| written.as_ref().is_some_and(|text| *text != key(value)))
    };
    let mut fields = FIELDS.into_iter().zip(identity).filter(|_| role.has_row);
    fields.find(differs).map(|(field, _)| field)
}
