//! Generates valid documents from bytes. The same bytes always give the same document, and fewer bytes
//! give a smaller one.

use ladder::{
    Address, Category, CategoryIx, Document, Edge, EdgeKind, FormatVersion, Id, Level, LevelIx,
    Link, Note, Requirement, RequirementKind, Resource, ResourceAddress, ResourceIx, ResourceRef,
    ResourceType, RichText, Role, RoleIx, Scale, ScaleIx, Skill, SkillIx, SkillKind, SkillLevel,
    Statement, Track, TrackIx,
};
use std::iter::successors;
use std::ops::Range;

const NAMES: [&str; 8] = ["A", "Été 🗼", "a\"b\\c", " padded ", "x\ny\t", "\u{1}x", "日本語", "/~"];
const TEXTS: [&str; 8] =
    ["", " ", "\u{202e}kept\u{202c}", "<b>&amp;</b>", "\\u0041", "\u{feff}", "\r\n", "é"];
const MARKUP: [&str; 8] = [
    "*é* and **ü** or `a*b`",
    "[*a*](https://example.org/\\(b\\))",
    "[a](javascript:alert)",
    "a<br>b  \nc\\*",
    "- a\n  1. b\n\nc",
    "# not *a* heading",
    "\\_a_ \\",
    "<i>*b*</i>",
];
const ADDRESSES: [&str; 4] = [
    "https://example.org",
    "HTTP://example.org:80/a?b=%20#\"c\\",
    "https://bücher.example/@x",
    "http://[::1]/",
];
/// The address of some resources.
pub const NO_ADDRESS: &str = "not an address";
const DATES: [&str; 2] = ["2026-01-31", "2024-02-29"];
const LANGUAGES: [&str; 4] = ["en", "pt-BR", "zh-Hant-TW", "en-x-twain"];

/// The bytes that a document is generated from, followed by endless zeros, and the version of its format.
struct Bytes<'a>(&'a [u8], FormatVersion);

impl Bytes<'_> {
    fn below(&mut self, limit: usize) -> usize {
        let Some((&first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        usize::from(first) % limit.max(1)
    }

    fn flag(&mut self) -> bool {
        self.below(2) == 1
    }

    fn maybe<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.flag().then(|| make(self))
    }

    fn list<T>(&mut self, max: usize, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(max + 1)).map(|_| make(self)).collect()
    }

    fn name(&mut self) -> String {
        NAMES[self.below(NAMES.len())].into()
    }

    fn text(&mut self) -> RichText {
        let text = match self.below(3) {
            0 => self.label(),
            _ => MARKUP[self.below(MARKUP.len())].into(),
        };
        match self.1 {
            FormatVersion::One => text.into(),
            FormatVersion::Two => RichText::from_markup(&text),
        }
    }

    fn label(&mut self) -> String {
        let any = self.below(TEXTS.len() + NAMES.len());
        TEXTS.iter().chain(&NAMES).nth(any).copied().unwrap_or_default().into()
    }

    fn texts(&mut self) -> Vec<RichText> {
        self.list(2, Self::text)
    }

    fn date(&mut self) -> String {
        DATES[self.below(DATES.len())].into()
    }

    fn language(&mut self) -> String {
        LANGUAGES[self.below(LANGUAGES.len())].into()
    }

    fn link(&mut self) -> Link {
        let url = Address::new(ADDRESSES[self.below(ADDRESSES.len())]).unwrap();
        Link { title: self.name(), url }
    }

    /// Perhaps an index below `count`; `None` if `count` is 0.
    fn index(&mut self, count: usize) -> Option<u32> {
        if count == 0 { None } else { self.maybe(|bytes| bytes.below(count) as u32) }
    }

    fn resource_refs(&mut self, resources: usize) -> Vec<ResourceRef> {
        let refs = self.list(2, |bytes| {
            let resource = ResourceIx(bytes.index(resources)?);
            let start = bytes.maybe(|bytes| bytes.below(9) as u32);
            Some(ResourceRef { resource, note: bytes.maybe(Self::text), start })
        });
        refs.into_iter().flatten().collect()
    }

    fn statement(&mut self, skills: usize, id: Option<Id>) -> Statement {
        Statement {
            id,
            text: self.text(),
            group: self.maybe(Self::label),
            skill: self.index(skills).map(SkillIx),
            examples: self.texts(),
            links: self.list(1, Self::link),
        }
    }
}

fn id(kind: &str, nth: usize) -> Id {
    Id::new(&format!("{kind}-{nth}")).unwrap()
}

/// Ids that nothing else has.
fn former_ids(bytes: &mut Bytes<'_>, kind: &str, nth: usize) -> Vec<Id> {
    (0..bytes.below(3)).map(|at| id(&format!("former-{kind}-{nth}"), at)).collect()
}

/// The document generated from `bytes`.
pub fn document(bytes: &[u8]) -> Document {
    let bytes = &mut Bytes(bytes, FormatVersion::One);
    if bytes.flag() {
        bytes.1 = FormatVersion::Two;
    }
    let [categories, levels, skills, tracks, resources] =
        [3, 3, 5, 2, 3].map(|max| bytes.below(max + 1));
    let roles = 1 + bytes.below(5);
    let scale = list_of_levels(bytes, levels);
    let scales: Vec<Scale> = (0..bytes.below(3))
        .map(|nth| Scale {
            id: id("scale", nth),
            name: bytes.maybe(Bytes::name),
            levels: {
                let levels = 1 + bytes.below(3);
                list_of_levels(bytes, levels)
            },
        })
        .collect();
    let categories: Vec<Category> = (0..categories)
        .map(|nth| Category {
            id: id("category", nth),
            name: bytes.name(),
            description: bytes.maybe(Bytes::text),
            parent: bytes.index(nth).map(CategoryIx),
            scale: bytes.index(scales.len()).map(ScaleIx),
        })
        .collect();
    // The levels that each skill may have, by index.
    let mut levels_of_skills = Vec::new();
    let skills: Vec<Skill> = (0..skills)
        .map(|nth| {
            let category = bytes.index(categories.len()).map(CategoryIx);
            let own_scale = bytes.index(scales.len()).map(ScaleIx);
            let mut around = successors(category, |at| categories[at.index()].parent);
            let on = own_scale.or(around.find_map(|at| categories[at.index()].scale));
            let levels = match on {
                None => 0..scale.len(),
                Some(on) => {
                    let before = scales[..on.index()].iter().map(|scale| scale.levels.len());
                    let first = scale.len() + before.sum::<usize>();
                    first..first + scales[on.index()].levels.len()
                }
            };
            levels_of_skills.push(levels.clone());
            let skill = skill(bytes, nth, skills, levels, resources);
            Skill { category, scale: own_scale, ..skill }
        })
        .collect();
    Document {
        schema: bytes.maybe(Bytes::label),
        format: bytes.1,
        id: id("ladder", bytes.below(9)),
        title: bytes.name(),
        summary: bytes.maybe(Bytes::text),
        version: bytes.maybe(Bytes::label),
        updated: bytes.maybe(Bytes::date),
        license: bytes.maybe(Bytes::text),
        attribution: bytes.maybe(Bytes::text),
        language: bytes.language(),
        source: bytes.maybe(Bytes::link),
        cumulative: bytes.flag(),
        ordered: bytes.flag(),
        notes: bytes.list(2, |bytes| Note {
            title: bytes.name(),
            text: bytes.text(),
            links: bytes.list(2, Bytes::link),
        }),
        reading: bytes.resource_refs(resources),
        categories,
        scale,
        scales,
        skills,
        tracks: (0..tracks)
            .map(|nth| Track {
                id: id("track", nth),
                name: bytes.name(),
                description: bytes.maybe(Bytes::text),
            })
            .collect(),
        roles: (0..roles)
            .map(|nth| role(bytes, nth, roles, &levels_of_skills, tracks, resources))
            .collect(),
        resources: (0..resources).map(|nth| resource(bytes, nth)).collect(),
        ext: bytes.maybe(|bytes| {
            let kept = [r#"{}"#, r#"{"a":[1.50,-1E+400,"\u00e9 \" \\"],"b":{}}"#, r#"{"":null}"#];
            kept[bytes.below(kept.len())].into()
        }),
    }
}

fn list_of_levels(bytes: &mut Bytes<'_>, count: usize) -> Vec<Level> {
    let level = |nth| Level {
        id: id("level", nth),
        name: bytes.name(),
        description: bytes.maybe(Bytes::text),
    };
    (0..count).map(level).collect()
}

fn skill(
    bytes: &mut Bytes<'_>,
    nth: usize,
    skills: usize,
    levels: Range<usize>,
    resources: usize,
) -> Skill {
    let kinds = [SkillKind::Skill, SkillKind::Knowledge, SkillKind::Tool, SkillKind::Behaviour];
    let mut described: Vec<(LevelIx, SkillLevel)> = Vec::new();
    for level in levels {
        described.extend(bytes.maybe(|bytes| {
            let level_details = SkillLevel {
                name: bytes.maybe(Bytes::name),
                summary: bytes.maybe(Bytes::text),
                signals: bytes.texts(),
                examples: bytes.texts(),
            };
            (LevelIx(level as u32), level_details)
        }));
    }
    if bytes.flag() {
        described.reverse();
    }
    Skill {
        id: id("skill", nth),
        formerly: former_ids(bytes, "skill", nth),
        name: bytes.name(),
        short_name: bytes.maybe(Bytes::name),
        kind: kinds[bytes.below(kinds.len())],
        category: None,
        scale: None,
        description: bytes.maybe(Bytes::text),
        also_known_as: bytes.list(2, Bytes::name),
        includes: bytes.list(2, Bytes::name),
        statements: (0..bytes.below(3))
            .map(|nth| {
                let id = bytes.maybe(|_| id("statement", nth));
                bytes.statement(skills, id)
            })
            .collect(),
        levels: described,
        related: bytes.list(2, |bytes| SkillIx(bytes.below(skills) as u32)),
        resources: bytes.resource_refs(resources),
    }
}

fn resource(bytes: &mut Bytes<'_>, nth: usize) -> Resource {
    use ResourceType::{Article, Book, Course, Other, Tool, Video};
    let link = bytes.link();
    Resource {
        id: id("resource", nth),
        title: link.title,
        url: ResourceAddress::new(match bytes.below(8) {
            7 => NO_ADDRESS,
            _ => link.url.as_str(),
        }),
        declared: bytes.maybe(|bytes| [Video, Article, Course, Book, Tool, Other][bytes.below(6)]),
        provider: bytes.maybe(Bytes::label),
        languages: bytes.list(3, Bytes::language),
        description: bytes.maybe(Bytes::text),
        checked: bytes.maybe(Bytes::date),
    }
}

fn role(
    bytes: &mut Bytes<'_>,
    nth: usize,
    roles: usize,
    levels_of_skills: &[Range<usize>],
    tracks: usize,
    resources: usize,
) -> Role {
    let skills = levels_of_skills.len();
    let kinds = [RequirementKind::Required, RequirementKind::Core, RequirementKind::Optional];
    let mut statements = 0;
    let mut statement = |bytes: &mut Bytes<'_>| {
        statements += 1;
        let id = bytes.maybe(|_| id("statement", statements));
        bytes.statement(skills, id)
    };
    let responsibilities = bytes.list(3, &mut statement);
    let mut requirements = Vec::new();
    for (skill, levels) in levels_of_skills.iter().enumerate() {
        requirements.extend(bytes.maybe(|bytes| Requirement {
            skill: SkillIx(skill as u32),
            level: bytes.index(levels.len()).map(|level| LevelIx(levels.start as u32 + level)),
            kind: kinds[bytes.below(kinds.len())],
            note: bytes.maybe(Bytes::text),
            statements: bytes.list(2, &mut statement),
        }));
    }
    let edges = bytes.list(3, |bytes| {
        let to = bytes.below(roles);
        let kind = match bytes.below(3) {
            // Promotions lead to later roles, so that they form no loop.
            0 if to > nth => EdgeKind::Promotion,
            1 => EdgeKind::Return,
            _ => EdgeKind::Lateral,
        };
        Edge { to: RoleIx(to as u32), kind, note: bytes.maybe(Bytes::text) }
    });
    Role {
        id: id("role", nth),
        formerly: former_ids(bytes, "role", nth),
        title: bytes.name(),
        short_title: bytes.maybe(Bytes::name),
        also_known_as: bytes.list(2, Bytes::name),
        icon: bytes.maybe(Bytes::label),
        stage: bytes.maybe(Bytes::label),
        summary: bytes.maybe(Bytes::text),
        track: bytes.index(tracks).map(TrackIx),
        family: bytes.maybe(Bytes::label),
        grade: bytes.maybe(Bytes::label),
        focus: bytes.maybe(Bytes::text),
        impact: bytes.maybe(Bytes::text),
        responsibilities,
        skills: requirements,
        // Earlier roles, as with promotions, so that roles never build on themselves.
        extends: bytes
            .list(2, |bytes| bytes.index(nth).map(RoleIx))
            .into_iter()
            .flatten()
            .collect(),
        resources: bytes.resource_refs(resources),
        next: edges,
    }
}
