//! What columns, labels and headings stand for, by common names in several languages.

use crate::mapping::Mapping;
use crate::split::key;

/// What the rows of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowKind {
    Role,
    Skill,
    Requirement,
    Level,
    Category,
    Track,
    Resource,
}

/// Fields and the names that columns for them have.
type Names = &'static [(&'static str, &'static [&'static str])];

const ROLE: Names = &[
    ("id", &["id", "role id", "key", "code"]),
    (
        "title",
        &[
            "title",
            "role",
            "roles",
            "job title",
            "role title",
            "position",
            "name",
            "role name",
            "job",
            "rolle",
            "stelle",
            "poste",
            "rôle",
            "puesto",
            "rol",
            "cargo",
            "役職",
            "職種",
            "役割",
            "الدور",
            "الوظيفة",
            "المسمى الوظيفي",
        ],
    ),
    ("short_title", &["short title", "short name", "abbreviation", "acronym"]),
    ("formerly", &["formerly", "former id", "former ids", "old id", "old ids"]),
    ("also_known_as", &["also known as", "other titles", "aliases", "aka"]),
    ("icon", &["icon", "emoji"]),
    ("stage", &["stage", "career stage", "phase"]),
    (
        "summary",
        &[
            "summary",
            "description",
            "about",
            "overview",
            "purpose",
            "beschreibung",
            "descripción",
            "概要",
            "الوصف",
        ],
    ),
    ("track", &["track", "path", "career path", "ladder", "stream"]),
    ("family", &["family", "job family", "department", "discipline", "function"]),
    (
        "grade",
        &[
            "grade",
            "level",
            "band",
            "job level",
            "job grade",
            "stufe",
            "niveau",
            "nivel",
            "等級",
            "レベル",
            "المستوى",
        ],
    ),
    ("focus", &["focus", "focus area", "scope", "area of focus"]),
    ("impact", &["impact", "strategic impact", "influence", "sphere of influence"]),
    (
        "responsibilities",
        &[
            "responsibilities",
            "responsibility",
            "core responsibilities",
            "key responsibilities",
            "duties",
            "expectations",
            "tasks",
            "accountabilities",
            "what you do",
            "what you’ll do",
            "aufgaben",
            "responsabilités",
            "responsabilidades",
            "責任",
            "職務",
            "المسؤوليات",
        ],
    ),
    ("key_skills", &["key skills", "core skills", "main skills", "must have", "must-have skills"]),
    (
        "skills",
        &[
            "skills",
            "skill focus",
            "required skills",
            "competencies",
            "competences",
            "requirements",
            "skill set",
            "kompetenzen",
            "fähigkeiten",
            "compétences",
            "competencias",
            "habilidades",
            "スキル",
            "المهارات",
        ],
    ),
    (
        "optional_skills",
        &["nice to have", "optional skills", "preferred skills", "bonus skills", "desirable"],
    ),
    (
        "resources",
        &[
            "resources",
            "links",
            "link",
            "video",
            "videos",
            "reading",
            "learning resources",
            "courses",
            "learning",
        ],
    ),
    ("extends", &["extends", "builds on", "based on", "inherits from"]),
    ("next", &["next", "next role", "next roles", "leads to", "promotion", "next step"]),
];

const SKILL: Names = &[
    ("id", &["id", "skill id", "key", "code"]),
    (
        "name",
        &[
            "skill",
            "skills",
            "name",
            "skill name",
            "competency",
            "competencies",
            "competence",
            "competences",
            "capability",
            "capabilities",
            "fähigkeit",
            "fähigkeiten",
            "kompetenz",
            "compétence",
            "compétences",
            "competencia",
            "habilidad",
            "スキル",
            "能力",
            "المهارة",
            "المهارات",
        ],
    ),
    ("short_name", &["short name", "short title", "abbreviation"]),
    ("kind", &["kind", "type", "skill type"]),
    (
        "category",
        &[
            "category",
            "group",
            "area",
            "domain",
            "skill category",
            "theme",
            "pillar",
            "kategorie",
            "bereich",
            "catégorie",
            "categoría",
            "カテゴリ",
            "分類",
            "الفئة",
        ],
    ),
    (
        "description",
        &["description", "definition", "about", "beschreibung", "descripción", "説明", "الوصف"],
    ),
    ("scale", &["scale"]),
    ("formerly", &["formerly", "former id", "former ids", "old id", "old ids"]),
    ("also_known_as", &["also known as", "other names", "aliases", "aka"]),
    ("includes", &["includes", "tools", "examples", "technologies"]),
    ("statements", &["statements", "objectives", "learning objectives", "indicators"]),
];

const REQUIREMENT: Names = &[
    (
        "role",
        &[
            "role",
            "title",
            "job title",
            "role title",
            "position",
            "rolle",
            "poste",
            "rôle",
            "puesto",
            "rol",
            "役職",
            "الدور",
        ],
    ),
    (
        "skill",
        &[
            "skill",
            "skill name",
            "competency",
            "competence",
            "capability",
            "fähigkeit",
            "kompetenz",
            "compétence",
            "competencia",
            "habilidad",
            "スキル",
            "المهارة",
        ],
    ),
    (
        "level",
        &[
            "level",
            "proficiency",
            "required level",
            "target level",
            "expected level",
            "stufe",
            "niveau",
            "nivel",
            "レベル",
            "المستوى",
        ],
    ),
    ("requirement", &["requirement", "importance", "priority", "kind", "required", "necessity"]),
    ("note", &["note", "notes", "comment", "comments"]),
    ("category", &["category", "group", "area", "domain", "skill category", "カテゴリ", "الفئة"]),
];

const LEVEL: Names = &[
    ("id", &["id", "level id", "key"]),
    ("name", &["level", "name", "proficiency", "title"]),
    ("description", &["description", "meaning", "definition"]),
    ("scale", &["scale"]),
];

const GROUP: Names = &[
    ("id", &["id", "key"]),
    ("name", &["name", "title", "category", "track", "path", "group"]),
    ("description", &["description", "about"]),
];

const RESOURCE: Names = &[
    ("id", &["id", "key"]),
    ("title", &["title", "name", "resource"]),
    ("url", &["url", "link", "address"]),
    ("type", &["type", "kind", "format"]),
    ("provider", &["provider", "author", "publisher", "source"]),
    ("language", &["language", "lang"]),
    ("description", &["description", "summary", "about"]),
    ("checked", &["checked", "last checked"]),
    ("role", &["role", "roles", "for role"]),
    ("note", &["note", "notes", "why"]),
];

impl RowKind {
    fn names(self) -> Names {
        match self {
            Self::Role => ROLE,
            Self::Skill => SKILL,
            Self::Requirement => REQUIREMENT,
            Self::Level => LEVEL,
            Self::Category | Self::Track => GROUP,
            Self::Resource => RESOURCE,
        }
    }

    /// The field that a column of this name stands for.
    pub fn field(self, name: &str, mapping: &Mapping) -> Option<&'static str> {
        let names = self.names();
        if let Some(mapped) = mapping.column(name) {
            return names.iter().map(|(field, _)| *field).find(|field| *field == mapped);
        }
        let name = key(name.trim_end_matches([':', '*']));
        names.iter().find(|(_, known)| known.contains(&name.as_str())).map(|(field, _)| *field)
    }

    /// What the rows of a sheet of this name are.
    pub fn of_sheet(name: &str) -> Option<Self> {
        let known: [(Self, &[&str]); 7] = [
            (Self::Role, &["roles", "role", "positions", "jobs", "titles"]),
            (Self::Skill, &["skills", "skill", "competencies", "competences", "capabilities"]),
            (Self::Requirement, &["requirements", "requirement", "role skills", "expectations"]),
            (Self::Level, &["levels", "level", "scale", "proficiency"]),
            (Self::Category, &["categories", "category", "groups"]),
            (Self::Track, &["tracks", "track", "paths"]),
            (Self::Resource, &["resources", "resource", "learning", "reading", "links", "videos"]),
        ];
        let name = key(name);
        known.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(kind, _)| *kind)
    }
}
