//! The pages' addresses: a [`Route`] for each, its address and back. Pure.

mod location;
mod query;
mod role_pair;

use ladder::{
    DirectoryQuery, Id, MatchMode, MatrixQuery, RequirementFilter, RequirementKind, SkillFilter,
    SkillKind,
};
pub use location::{Location, Origin};
use query::Query;
pub use role_pair::RolePair;

/// A page and what stands in its address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// `/`: the ladder.
    Ladder(SkillFilter),
    /// `/roles/{id}`: a role.
    Role(Id),
    /// `/skills`: the matrix.
    Matrix(MatrixQuery),
    /// `/skills/{id}`: a skill.
    Skill(Id),
    /// `/compare`: what changes between two roles; read also from `/compare/{from}/{to}`.
    Compare(RolePair),
    /// `/plan`: the visitor's plan.
    Plan(RolePair),
    /// `/open`: open another ladder.
    Open,
    /// An address that leads nowhere.
    Nowhere(Nowhere),
}

/// Why an address leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Nowhere {
    /// There is no such page. Holds the path, shortened.
    Page(String),
    /// A parameter cannot be read. Holds its name.
    Parameter(String),
    /// The address is longer than any of ours.
    TooLong,
}

/// The longest address that is read, in bytes. Ours are far shorter; servers often stop here too.
pub const LONGEST_ADDRESS: usize = 8 * 1024;

/// The longest text that a filter takes, in characters.
pub const LONGEST_TEXT: usize = 200;

/// The last page of a large ladder that an address may name: as many as there may be roles.
pub const LAST_PAGE: usize = 5_000;

impl Route {
    /// Reads an address: a path that begins with `/`, and what follows the `?` (or nothing).
    ///
    /// Never fails: what cannot be read is [`Route::Nowhere`]. Unknown parameters are passed over,
    /// because links are often given more of them on their way.
    #[must_use]
    pub fn read(path: &str, query: &str) -> Self {
        if path.len() + query.len() > LONGEST_ADDRESS {
            return Self::Nowhere(Nowhere::TooLong);
        }
        let trimmed = path.trim_matches('/');
        let mut segments = trimmed.split('/');
        let mut next = || segments.next();
        let page = (next().unwrap_or_default(), next(), next(), next());
        let found = match page {
            ("" | "index.html", None, None, None) => ladder(query),
            ("roles", Some(id), None, None) => Ok(Id::new(id).map(Self::Role)),
            ("skills", None, None, None) => matrix(query),
            ("skills", Some(id), None, None) => Ok(Id::new(id).map(Self::Skill)),
            ("compare", None, None, None) => {
                parse_role_pair(query).map(|pair| Some(Self::Compare(pair)))
            }
            // As a page of its own on a host of files, which knows no parameters.
            ("compare", Some(from), Some(to), None) => Ok(between(from, to)),
            ("plan", None, None, None) => parse_role_pair(query).map(|pair| Some(Self::Plan(pair))),
            ("open", None, None, None) => Ok(Some(Self::Open)),
            _ => Ok(None),
        };
        match found {
            Ok(Some(route)) => route,
            Ok(None) => Self::Nowhere(Nowhere::Page(path.chars().take(80).collect())),
            Err(parameter) => Self::Nowhere(Nowhere::Parameter(parameter.to_owned())),
        }
    }

    /// The address: a path that begins with `/`, with its query; parameters at their default are
    /// left out. What leads nowhere is never linked to; its address is the ladder's.
    #[must_use]
    pub fn address(&self) -> String {
        match self {
            Self::Ladder(filter) => format!("/{}", written_filter(filter)),
            Self::Role(id) => format!("/roles/{id}"),
            Self::Matrix(matrix) => format!("/skills{}", written_matrix(matrix)),
            Self::Skill(id) => format!("/skills/{id}"),
            Self::Compare(pair) => format!("/compare{}", write_role_pair(pair)),
            Self::Plan(pair) => format!("/plan{}", write_role_pair(pair)),
            Self::Open => "/open".to_owned(),
            Self::Nowhere(_) => "/".to_owned(),
        }
    }
}

impl Default for Route {
    fn default() -> Self {
        Self::Ladder(SkillFilter::default())
    }
}

/// The path the site is hosted under, `/` or `/…/`; set where it is built.
pub const BASE: &str = match option_env!("CAREER_LADDER_BASE") {
    Some(base) => base,
    None => "/",
};

/// The part of a path behind the [`BASE`], beginning with `/`; `None` for a path outside it.
#[must_use]
pub fn within_base(path: &str) -> Option<&str> {
    let rest = path.strip_prefix(BASE.trim_end_matches('/'))?;
    if rest.is_empty() { Some("/") } else { rest.starts_with('/').then_some(rest) }
}

/// The outcome of reading a page's parameters, or the name of the one that cannot be read.
type Read = Result<Option<Route>, &'static str>;

fn ladder(query: &str) -> Read {
    let query = Query::read(query)?;
    let mode = match query.get("match") {
        None | Some("any") => MatchMode::Any,
        Some("all") => MatchMode::All,
        Some(_) => return Err("match"),
    };
    let text = query.limited("q")?;
    let page = match query.get("page").map(str::parse::<usize>) {
        None => 0,
        Some(Ok(page @ 1..=LAST_PAGE)) => page - 1,
        Some(_) => return Err("page"),
    };
    let directory = DirectoryQuery { text, group: query.limited("in")?, page };
    Ok(Some(Route::Ladder(SkillFilter { skills: query.ids("skills")?, mode, directory })))
}

fn written_filter(filter: &SkillFilter) -> String {
    let mut query = query::Writer::default();
    query.ids("skills", &filter.skills);
    query.flag("match", "all", filter.mode == MatchMode::All);
    query.text("q", &filter.directory.text);
    query.text("in", &filter.directory.group);
    if filter.directory.page > 0 {
        query.text("page", &(filter.directory.page + 1).to_string());
    }
    query.finish()
}

fn matrix(query: &str) -> Read {
    let query = Query::read(query)?;
    let text = query.limited("q")?;
    let only_differences = match query.get("only") {
        None => false,
        Some("differences") => true,
        Some(_) => return Err("only"),
    };
    Ok(Some(Route::Matrix(MatrixQuery {
        text,
        category: query.id("category")?,
        kind: query.one_of("kind", &KINDS)?,
        level: query.id("level")?,
        requirement: query.one_of("as", &REQUIREMENT_FILTERS)?,
        roles: query.ids("roles")?,
        only_differences,
    })))
}

fn written_matrix(matrix: &MatrixQuery) -> String {
    let mut query = query::Writer::default();
    query.text("q", &matrix.text);
    query.ids("category", matrix.category.as_slice());
    query.one_of("kind", &KINDS, matrix.kind);
    query.ids("level", matrix.level.as_slice());
    query.one_of("as", &REQUIREMENT_FILTERS, matrix.requirement);
    query.ids("roles", &matrix.roles);
    query.flag("only", "differences", matrix.only_differences);
    query.finish()
}

fn parse_role_pair(query: &str) -> Result<RolePair, &'static str> {
    let query = Query::read(query)?;
    Ok(RolePair { from: query.id("from")?, to: query.id("to")? })
}

fn between(from: &str, to: &str) -> Option<Route> {
    let (from, to) = (Id::new(from)?, Id::new(to)?);
    Some(Route::Compare(RolePair { from: Some(from), to: Some(to) }))
}

fn write_role_pair(pair: &RolePair) -> String {
    let mut query = query::Writer::default();
    query.ids("from", pair.from.as_slice());
    query.ids("to", pair.to.as_slice());
    query.finish()
}

/// The kinds of skill as they stand in addresses, which is as documents write them.
pub const KINDS: [(&str, SkillKind); 4] = [
    ("skill", SkillKind::Skill),
    ("knowledge", SkillKind::Knowledge),
    ("tool", SkillKind::Tool),
    ("behaviour", SkillKind::Behaviour),
];

/// The requirement filters in addresses.
pub const REQUIREMENT_FILTERS: [(&str, RequirementFilter); 4] = [
    ("core", RequirementFilter::Kind(RequirementKind::Core)),
    ("required", RequirementFilter::Kind(RequirementKind::Required)),
    ("optional", RequirementFilter::Kind(RequirementKind::Optional)),
    ("carried", RequirementFilter::CarriedOver),
];

#[cfg(test)]
mod tests;
