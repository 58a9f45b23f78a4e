//! The names of objects in messages, and their short forms.

/// A kind of object.
#[derive(Clone, Copy)]
pub struct Shape {
    /// Its name in messages, with an article.
    pub noun: &'static str,
    /// The expected JSON, in messages.
    pub form: &'static str,
    /// The field that may stand for the whole object if it is the only one.
    pub short: Option<&'static str>,
}

/// The shape of the type with this name.
pub fn shape_of(type_name: &str) -> Shape {
    let object = |noun| Shape { noun, form: "an object", short: None };
    let short = |noun, form, field| Shape { noun, form, short: Some(field) };
    match type_name {
        "Document" => object("a ladder"),
        "Link" => object("a link"),
        "Note" => object("a note"),
        "Category" => object("a category"),
        "Scale" => object("a scale"),
        "Level" => object("a level"),
        "Skill" => object("a skill"),
        "SkillLevel" => object("a skill's level"),
        "Track" => object("a track"),
        "Role" => object("a role"),
        "Resource" => object("a resource"),
        "ResourceRef" => short("a reference to a resource", "its id or an object", "resource"),
        "Statement" => short("a statement", "text or an object", "text"),
        "Requirement" => short("a skill requirement", "a skill's id or an object", "skill"),
        "Edge" => short("a step in `next`", "a role's id or an object", "role"),
        _ => object("this"),
    }
}
