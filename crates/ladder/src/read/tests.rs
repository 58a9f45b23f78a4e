//! The reader knows the fields of the published schema, and no others.

#![allow(clippy::unwrap_used)]

use super::{document, parts, role, skill};
use crate::wire;
use serde_json::Value;
use std::collections::BTreeSet;

#[test]
fn knows_the_fields_of_the_schema() {
    let schema: Value = serde_json::from_str(&wire::schema()).unwrap();
    let mut left: BTreeSet<&str> =
        schema["definitions"].as_object().unwrap().keys().map(String::as_str).collect();
    let mut compare = |name: &'static str, fields: &[&str], needed: usize| {
        let shape = if name.is_empty() { &schema } else { &schema["definitions"][name] };
        let known: BTreeSet<&str> =
            shape["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(fields.iter().copied().collect::<BTreeSet<_>>(), known, "{name}");
        let required: BTreeSet<&str> = match &shape["required"] {
            Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
            _ => BTreeSet::new(),
        };
        assert_eq!(fields[..needed].iter().copied().collect::<BTreeSet<_>>(), required, "{name}");
        left.remove(name);
    };
    compare("", &document::DOCUMENT.fields, document::DOCUMENT.needed);
    compare("Link", &parts::LINK.fields, parts::LINK.needed);
    compare("Note", &parts::NOTE.fields, parts::NOTE.needed);
    compare("ResourceRefFull", &parts::RESOURCE_REF.fields, parts::RESOURCE_REF.needed);
    compare("StatementFull", &parts::STATEMENT.fields, parts::STATEMENT.needed);
    compare("EdgeFull", &parts::EDGE.fields, parts::EDGE.needed);
    compare("Category", &skill::CATEGORY.fields, skill::CATEGORY.needed);
    compare("Level", &skill::LEVEL.fields, skill::LEVEL.needed);
    compare("Skill", &skill::SKILL.fields, skill::SKILL.needed);
    compare("SkillLevel", &skill::SKILL_LEVEL.fields, skill::SKILL_LEVEL.needed);
    compare("Track", &skill::TRACK.fields, skill::TRACK.needed);
    compare("Resource", &skill::RESOURCE.fields, skill::RESOURCE.needed);
    compare("Role", &role::ROLE.fields, role::ROLE.needed);
    compare("RequirementFull", &role::REQUIREMENT.fields, role::REQUIREMENT.needed);
    let short_forms = ["Edge", "Requirement", "ResourceRef", "Statement"];
    assert_eq!(left.into_iter().collect::<Vec<_>>(), short_forms);
}
