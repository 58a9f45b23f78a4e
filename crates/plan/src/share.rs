//! A link that carries the visitor's ratings and where they are now, so that no server is needed.
//!
//! The ratings are in the fragment of the URL, which browsers never send. Example:
//! `#plan=1.1k9zr3.ai-developer;have:python,sql;learning:docker` holds a version, a checksum that
//! detects truncated links, the ladder's id, and the ids of the skills for each rating. Version 2 adds the
//! visitor's role as `now:team-leader`, or `now:` if they are just starting out. Ids stay valid
//! when a ladder is reordered or extended, and readable text lets visitors see what they share. Notes
//! and dates are not included.
//!
//! Where that is too long for programs that pass links on, version 3 holds the places of skills in the ladder
//! instead of their ids: `#plan=3.2f5b1c07.ai-developer;of:9c01e77a;have:AC,cobol`. The part `of:` is a
//! checksum of the ids of all skills, so that the link is refused once they have changed. Ids that the ladder
//! does not have follow as they are.

mod places;

use super::answer::{AnswerValue, CurrentRole, Rating};
use super::answers::Answers;
use super::checksum::checksum;
use ladder::{Id, Ladder};
use std::collections::HashMap;

/// The start of the fragment.
const PREFIX: &str = "plan=";
/// The version of links without a current role.
const RATINGS_ONLY: &str = "1";
/// The version of links with one.
const WITH_CURRENT_ROLE: &str = "2";
/// The version of links with places instead of ids.
const WITH_PLACES: &str = "3";
/// The part of a link that holds the current role.
const NOW: &str = "now:";
/// The part of a link that holds the checksum of the ids of all skills.
const OF: &str = "of:";

/// The ratings and the current role in a share link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedRatings {
    /// The ladder the ratings belong to.
    pub ladder: Id,
    /// Where the visitor is now; `None` if they have not said.
    pub current_role: Option<CurrentRole>,
    /// Each rated skill, sorted by id.
    pub ratings: Vec<(Id, Rating)>,
}

/// Why a share link cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// The link was truncated or altered.
    #[error("the link is truncated or altered")]
    Damaged,
    /// The link was made by a newer version of the site.
    #[error("the link was made by a newer version")]
    Newer,
    /// The link belongs to another ladder, with this id.
    #[error("the link belongs to the ladder {0}")]
    OtherLadder(Id),
    /// The link holds places, and the skills of the ladder have changed since.
    #[error("the skills of the ladder have changed")]
    SkillsChanged,
}

impl SharedRatings {
    /// Collects the ratings and the current role in `answers`.
    #[must_use]
    pub fn new(ladder: &Id, answers: &Answers) -> Self {
        let ratings = answers.all().iter().filter_map(|answer| match &answer.value {
            AnswerValue::Rating(Some(rating)) => Some((answer.id.clone(), rating.clone())),
            _ => None,
        });
        let current_role = answers.current_role(ladder).cloned();
        Self { ladder: ladder.clone(), current_role, ratings: ratings.collect() }
    }

    /// The answers that the link carries.
    pub fn into_answers(self) -> impl Iterator<Item = (Id, AnswerValue)> {
        let current_role = self.current_role.map(|role| AnswerValue::CurrentRole(Some(role)));
        let current_role = current_role.map(|value| (self.ladder, value));
        let ratings = self.ratings.into_iter();
        let ratings = ratings.map(|(id, rating)| (id, AnswerValue::Rating(Some(rating))));
        current_role.into_iter().chain(ratings)
    }

    /// The fragment of the link, without `#`: with ids, or with places if it would otherwise be longer than
    /// `longest`.
    #[must_use]
    pub fn fragment(&self, ladder: &Ladder, longest: usize) -> String {
        let with_ids = self.fragment_with_ids();
        if with_ids.len() > longest { self.fragment_with_places(ladder) } else { with_ids }
    }

    fn fragment_with_ids(&self) -> String {
        let version = self.current_role.as_ref().map_or(RATINGS_ONLY, |_| WITH_CURRENT_ROLE);
        let part = |ids: &[&Id]| ids.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(",");
        self.write(version, self.ladder.to_string(), part)
    }

    fn fragment_with_places(&self, ladder: &Ladder) -> String {
        let skills = ladder.skills.iter().enumerate();
        let places: HashMap<&Id, usize> = skills.map(|(place, skill)| (&skill.id, place)).collect();
        let part = |ids: &[&Id]| {
            let mut known: Vec<usize> =
                ids.iter().filter_map(|id| places.get(id).copied()).collect();
            known.sort_unstable();
            let unknown = ids.iter().filter(|id| !places.contains_key(*id));
            let unknown: String = unknown.map(|id| format!(",{id}")).collect();
            format!("{}{unknown}", places::write(&known))
        };
        let start = format!("{};{OF}{:x}", self.ladder, checksum_of_skills(ladder));
        self.write(WITH_PLACES, start, part)
    }

    fn write(&self, version: &str, start: String, part: impl Fn(&[&Id]) -> String) -> String {
        let mut kinds: Vec<&Rating> = Vec::new();
        for (_, rating) in &self.ratings {
            if !kinds.contains(&rating) {
                kinds.push(rating);
            }
        }
        let mut body = start;
        match &self.current_role {
            None => {}
            Some(CurrentRole::StartingOut) => body.push_str(&format!(";{NOW}")),
            Some(CurrentRole::Role(id)) => body.push_str(&format!(";{NOW}{id}")),
        }
        for kind in kinds {
            let of_kind = self.ratings.iter().filter(|(_, rating)| rating == kind);
            let ids: Vec<&Id> = of_kind.map(|(id, _)| id).collect();
            body.push_str(&format!(";{}:{}", kind.code(), part(&ids)));
        }
        let checksum = checksum(&body) >> 32;
        format!("{PREFIX}{version}.{checksum:x}.{body}")
    }

    /// Parses the fragment of a URL that was opened with `ladder`; `None` if it is not a share link.
    #[must_use]
    pub fn parse(fragment: &str, ladder: &Ladder) -> Option<Result<Self, LinkError>> {
        let fragment = fragment.trim_start_matches('#').strip_prefix(PREFIX)?;
        // Some programs percent-encode more than they need to.
        let fragment = percent_encoding::percent_decode_str(fragment).decode_utf8_lossy();
        let Some((version, rest)) = fragment.split_once('.') else {
            return Some(Err(LinkError::Damaged));
        };
        if ![RATINGS_ONLY, WITH_CURRENT_ROLE, WITH_PLACES].contains(&version) {
            let newer = version.parse::<u32>().is_ok_and(|version| version > 3);
            return Some(Err(if newer { LinkError::Newer } else { LinkError::Damaged }));
        }
        let body = verified_body(rest);
        Some(body.ok_or(LinkError::Damaged).and_then(|body| parse_body(body, ladder)))
    }
}

/// The part after the checksum; `None` if that does not match.
fn verified_body(text: &str) -> Option<&str> {
    let (written, body) = text.split_once('.')?;
    let written = u64::from_str_radix(written, 16).ok()?;
    (written == checksum(body) >> 32).then_some(body)
}

fn parse_body(body: &str, ladder: &Ladder) -> Result<SharedRatings, LinkError> {
    let mut parts = body.split(';').peekable();
    let id = parts.next().and_then(Id::new).ok_or(LinkError::Damaged)?;
    if id != ladder.id {
        return Err(LinkError::OtherLadder(id));
    }
    let skills = parts.next_if(|part| part.starts_with(OF));
    let expected = format!("{OF}{:x}", checksum_of_skills(ladder));
    if skills.is_some_and(|skills| skills != expected) {
        return Err(LinkError::SkillsChanged);
    }
    let has_places = skills.is_some();
    let mut shared = SharedRatings { ladder: id, current_role: None, ratings: Vec::new() };
    for part in parts {
        parse_part(part, has_places.then_some(ladder), &mut shared).ok_or(LinkError::Damaged)?;
    }
    Ok(shared)
}

/// Parses the current role or the skills with one rating. In a link with places, these come before the ids.
fn parse_part(part: &str, ladder: Option<&Ladder>, shared: &mut SharedRatings) -> Option<()> {
    if let Some(id) = part.strip_prefix(NOW) {
        shared.current_role = Some(match id {
            "" => CurrentRole::StartingOut,
            id => CurrentRole::Role(Id::new(id)?),
        });
        return Some(());
    }
    // A level's code contains a colon itself; the skills begin after the last one.
    let (code, skills) = part.rsplit_once(':')?;
    let rating = Rating::parse(code)?;
    let mut items = skills.split(',');
    let mut ids = Vec::new();
    if let Some(ladder) = ladder {
        for place in places::parse(items.next()?)? {
            ids.push(ladder.skills.get(place)?.id.clone());
        }
    }
    for id in items {
        ids.push(Id::new(id)?);
    }
    for id in ids {
        if let Err(index) = shared.ratings.binary_search_by(|(known, _)| known.cmp(&id)) {
            shared.ratings.insert(index, (id, rating.clone()));
        }
    }
    Some(())
}

/// The checksum of the ids of all skills, in their order.
fn checksum_of_skills(ladder: &Ladder) -> u64 {
    let ids: Vec<&str> = ladder.skills.iter().map(|skill| skill.id.as_str()).collect();
    checksum(&ids.join(",")) >> 32
}
