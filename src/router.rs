//! Routes: parses addresses into a [`Route`] and prints them. Pure.

mod location;
mod query;
mod role_pair;

use ladder::{
    ChangeGroup, DirectoryQuery, Id, Ladder, MatchMode, MatrixQuery, RequirementFilter,
    RequirementKind, SkillFilter, SkillKind,
};
pub use location::{Location, Origin, SitePath};
use query::Query;
pub use role_pair::RolePair;
use std::sync::OnceLock;

/// A page and the parameters in its address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Route {
    /// `/`: the ladder, with filters.
    Ladder(SkillFilter),
    /// `/roles/{id}`: a role.
    Role(Id),
    /// `/skills`: the skills matrix, with filters.
    Matrix(MatrixQuery),
    /// `/skills/{id}`: a skill.
    Skill(Id),
    /// `/compare`: the difference between two roles; also parsed from `/compare/{from}/{to}`.
    Compare(RolePair),
    /// `/plan`: the visitor's plan.
    Plan(RolePair),
    /// `/open`: open another ladder.
    Open,
    /// An address that cannot be parsed.
    NotFound(NotFound),
}

/// Why an address cannot be parsed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum NotFound {
    /// Page not found. Contains the path, shortened.
    Page(String),
    /// The parameter with this name is invalid.
    Parameter(String),
    /// The address is longer than [`LONGEST_ADDRESS`].
    TooLong,
}

/// The longest accepted address, in bytes. Those of the site are far shorter; many servers have the
/// same limit.
pub const LONGEST_ADDRESS: usize = 8 * 1024;

/// The longest accepted filter text, in characters.
pub const LONGEST_TEXT: usize = 200;

/// The last page of a large ladder that an address can have: one for each of the most roles allowed.
pub const LAST_PAGE: usize = 5_000;

impl Route {
    /// Parses an address: a path that starts with `/`, and the query without its `?`, which can be empty.
    ///
    /// Never fails: an invalid address becomes [`Route::NotFound`]. Unknown parameters are ignored,
    /// because other sites often add some to links.
    #[must_use]
    pub fn read(path: &str, query: &str) -> Self {
        if path.len() + query.len() > LONGEST_ADDRESS {
            return Self::NotFound(NotFound::TooLong);
        }
        let segments: Vec<&str> = path.trim_matches('/').split('/').collect();
        let parsed = match segments.as_slice() {
            ["" | "index.html"] => parse_ladder(query),
            ["roles", id] => Ok(Id::new(id).map(Self::Role)),
            ["skills"] => parse_matrix(query),
            ["skills", id] => Ok(Id::new(id).map(Self::Skill)),
            ["compare"] => parse_compare(query).map(|pair| Some(Self::Compare(pair))),
            // Prerendered for hosts of static files, which ignore parameters.
            ["compare", from, to] => Ok(compare(from, to)),
            ["plan"] => parse_role_pair(query).map(|pair| Some(Self::Plan(pair))),
            ["open"] => Ok(Some(Self::Open)),
            _ => Ok(None),
        };
        match parsed {
            Ok(Some(route)) => route,
            Ok(None) => Self::NotFound(NotFound::Page(path.chars().take(80).collect())),
            Err(parameter) => Self::NotFound(NotFound::Parameter(parameter.to_owned())),
        }
    }

    /// The address: a path that starts with `/`, and the query. Parameters at their default are left out.
    /// [`Route::NotFound`] is never linked to; its address is that of the ladder.
    #[must_use]
    pub fn address(&self) -> String {
        match self {
            Self::Ladder(filter) => format!("/{}", write_filter(filter)),
            Self::Role(id) => format!("/roles/{id}"),
            Self::Matrix(matrix) => format!("/skills{}", write_matrix(matrix)),
            Self::Skill(id) => format!("/skills/{id}"),
            Self::Compare(pair) => format!("/compare{}", write_compare(pair)),
            Self::Plan(pair) => format!("/plan{}", write_role_pair(pair)),
            Self::Open => "/open".to_owned(),
            Self::NotFound(_) => "/".to_owned(),
        }
    }
}

impl Route {
    /// The same page, with the ids that the roles and skills of `ladder` have now.
    #[must_use]
    pub fn with_present_ids(&self, ladder: &Ladder) -> Self {
        match self {
            Self::Ladder(filter) => Self::Ladder(filter.with_present_ids(ladder)),
            Self::Role(id) => Self::Role(ladder.present_role_id(id)),
            Self::Matrix(query) => Self::Matrix(query.with_present_ids(ladder)),
            Self::Skill(id) => Self::Skill(ladder.present_skill_id(id)),
            Self::Compare(pair) => Self::Compare(pair.with_present_ids(ladder)),
            Self::Plan(pair) => Self::Plan(pair.with_present_ids(ladder)),
            Self::Open | Self::NotFound(_) => self.clone(),
        }
    }
}

impl Default for Route {
    fn default() -> Self {
        Self::Ladder(SkillFilter::default())
    }
}

/// See [`base`].
static BASE: OnceLock<String> = OnceLock::new();

/// The path under which the site is hosted, `/` or `/…/`.
pub fn base() -> &'static str {
    BASE.get().map_or("/", String::as_str)
}

/// Sets [`base`], once, before anything else uses the router.
pub fn set_base(base: &str) {
    // Only the first call counts: addresses that were made already keep their base.
    _ = BASE.set(base.to_owned());
}

/// A path relative to the [`base`], starting with `/`; `None` for a path outside it.
#[must_use]
pub fn within_base(path: &str) -> Option<&str> {
    let rest = path.strip_prefix(base().trim_end_matches('/'))?;
    if rest.is_empty() { Some("/") } else { rest.starts_with('/').then_some(rest) }
}

/// A parsed route, if there is such a page, or the name of the invalid parameter.
type ParseResult = Result<Option<Route>, &'static str>;

fn parse_ladder(query: &str) -> ParseResult {
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

fn write_filter(filter: &SkillFilter) -> String {
    let mut query = query::QueryWriter::default();
    query.ids("skills", &filter.skills);
    query.flag("match", "all", filter.mode == MatchMode::All);
    query.text("q", &filter.directory.text);
    query.text("in", &filter.directory.group);
    if filter.directory.page > 0 {
        query.text("page", &(filter.directory.page + 1).to_string());
    }
    query.finish()
}

fn parse_matrix(query: &str) -> ParseResult {
    let query = Query::read(query)?;
    let text = query.limited("q")?;
    let only_differences = match query.get("only") {
        None => false,
        Some("differences") => true,
        Some(_) => return Err("only"),
    };
    let with_ratings = match query.get("show") {
        None => false,
        Some("ratings") => true,
        Some(_) => return Err("show"),
    };
    Ok(Some(Route::Matrix(MatrixQuery {
        text,
        category: query.id("category")?,
        kind: query.one_of("kind", &KINDS)?,
        level: query.id("level")?,
        requirement: query.one_of("as", &REQUIREMENT_FILTERS)?,
        roles: query.ids("roles")?,
        only_differences,
        with_ratings,
    })))
}

fn write_matrix(matrix: &MatrixQuery) -> String {
    let mut query = query::QueryWriter::default();
    query.text("q", &matrix.text);
    query.ids("category", matrix.category.as_slice());
    query.one_of("kind", &KINDS, matrix.kind);
    query.ids("level", matrix.level.as_slice());
    query.one_of("as", &REQUIREMENT_FILTERS, matrix.requirement);
    query.ids("roles", &matrix.roles);
    query.flag("only", "differences", matrix.only_differences);
    query.flag("show", "ratings", matrix.with_ratings);
    query.finish()
}

fn parse_role_pair(query: &str) -> Result<RolePair, &'static str> {
    let query = Query::read(query)?;
    Ok(RolePair { from: query.id("from")?, to: query.id("to")?, only: None })
}

fn parse_compare(query: &str) -> Result<RolePair, &'static str> {
    let pair = parse_role_pair(query)?;
    Ok(RolePair { only: Query::read(query)?.one_of("changes", &CHANGE_GROUPS)?, ..pair })
}

fn compare(from: &str, to: &str) -> Option<Route> {
    let (from, to) = (Id::new(from)?, Id::new(to)?);
    Some(Route::Compare(RolePair { from: Some(from), to: Some(to), only: None }))
}

fn write_compare(pair: &RolePair) -> String {
    let mut query = role_pair_query(pair);
    query.one_of("changes", &CHANGE_GROUPS, pair.only);
    query.finish()
}

fn write_role_pair(pair: &RolePair) -> String {
    role_pair_query(pair).finish()
}

fn role_pair_query(pair: &RolePair) -> query::QueryWriter {
    let mut query = query::QueryWriter::default();
    query.ids("from", pair.from.as_slice());
    query.ids("to", pair.to.as_slice());
    query
}

/// The kinds of skill in addresses, spelled as in documents.
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

/// The groups of changes in addresses.
pub const CHANGE_GROUPS: [(&str, ChangeGroup); 6] = [
    ("new", ChangeGroup::New),
    ("raised", ChangeGroup::Raised),
    ("reworded", ChangeGroup::Reworded),
    ("lowered", ChangeGroup::Lowered),
    ("left", ChangeGroup::Left),
    ("unchanged", ChangeGroup::Unchanged),
];

/// The word for a group of changes in addresses and style sheets.
#[must_use]
pub fn change_group_word(group: ChangeGroup) -> &'static str {
    CHANGE_GROUPS.iter().find(|(_, found)| *found == group).map_or("", |(word, _)| word)
}

#[cfg(test)]
mod tests;
