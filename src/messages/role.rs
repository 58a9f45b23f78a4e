//! Words of a role: its grade, and the types of its resources.

use ladder::{ResourceType, Role};

/// The grade of a role; a bare number gets the word "Grade" before it.
#[must_use]
pub fn grade(role: &Role) -> Option<String> {
    let grade = role.grade.as_ref()?;
    let is_number = grade.bytes().all(|byte| byte.is_ascii_digit());
    Some(if is_number { format!("Grade {grade}") } else { grade.clone() })
}

/// The word for a type of resource.
#[must_use]
pub fn resource_type(kind: ResourceType) -> &'static str {
    match kind {
        ResourceType::Video => "Video",
        ResourceType::Article => "Article",
        ResourceType::Course => "Course",
        ResourceType::Book => "Book",
        ResourceType::Tool => "Tool",
        ResourceType::Other => "Link",
    }
}
