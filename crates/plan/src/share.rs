//! A link that carries the visitor's ratings and where they are now, so that no server is needed.
//!
//! The ratings are in the fragment of the URL, which browsers never send. Example:
//! `#plan=1.1k9zr3.ai-developer;have:python,sql;learning:docker` holds a version, a checksum that
//! detects truncated links, the ladder's id, and the ids of the skills for each rating. Version 2 adds the
//! visitor's role as `now:team-leader`, or `now:` if they are just starting out. Ids stay valid
//! when a ladder is reordered or extended, and readable text lets visitors see what they share. Notes
//! and dates are not included.

use super::answer::{AnswerValue, CurrentRole, Rating};
use super::answers::Answers;
use super::checksum::checksum;
use ladder::Id;

/// The start of the fragment.
const PREFIX: &str = "plan=";
/// The version of links without a current role.
const RATINGS_ONLY: &str = "1";
/// The version of links with one.
const WITH_CURRENT_ROLE: &str = "2";
/// The part of a link that holds the current role.
const NOW: &str = "now:";

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// The link was truncated or altered.
    #[error("the link is truncated or altered")]
    Damaged,
    /// The link was made by a newer version of the site.
    #[error("the link was made by a newer version")]
    Newer,
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

    /// The fragment of the link, without `#`.
    #[must_use]
    pub fn fragment(&self) -> String {
        let mut kinds: Vec<&Rating> = Vec::new();
        for (_, rating) in &self.ratings {
            if !kinds.contains(&rating) {
                kinds.push(rating);
            }
        }
        let mut body = self.ladder.to_string();
        let version = match &self.current_role {
            None => RATINGS_ONLY,
            Some(role) => {
                let id = match role {
                    CurrentRole::StartingOut => "",
                    CurrentRole::Role(id) => id.as_str(),
                };
                body.push_str(&format!(";{NOW}{id}"));
                WITH_CURRENT_ROLE
            }
        };
        for kind in kinds {
            let of_kind = self.ratings.iter().filter(|(_, rating)| rating == kind);
            let ids: Vec<&str> = of_kind.map(|(id, _)| id.as_str()).collect();
            body.push_str(&format!(";{}:{}", kind.code(), ids.join(",")));
        }
        let checksum = checksum(&body) >> 32;
        format!("{PREFIX}{version}.{checksum:x}.{body}")
    }

    /// Parses the fragment of a URL; `None` if it is not a share link.
    #[must_use]
    pub fn parse(fragment: &str) -> Option<Result<Self, LinkError>> {
        let fragment = fragment.trim_start_matches('#').strip_prefix(PREFIX)?;
        // Some programs percent-encode more than they need to.
        let fragment = percent_encoding::percent_decode_str(fragment).decode_utf8_lossy();
        let Some((version, rest)) = fragment.split_once('.') else {
            return Some(Err(LinkError::Damaged));
        };
        if ![RATINGS_ONLY, WITH_CURRENT_ROLE].contains(&version) {
            let newer = version.parse::<u32>().is_ok_and(|version| version > 2);
            return Some(Err(if newer { LinkError::Newer } else { LinkError::Damaged }));
        }
        Some(parse_content(rest).ok_or(LinkError::Damaged))
    }
}

fn parse_content(text: &str) -> Option<SharedRatings> {
    let (written, body) = text.split_once('.')?;
    if u64::from_str_radix(written, 16).ok()? != checksum(body) >> 32 {
        return None;
    }
    let mut parts = body.split(';');
    let ladder = Id::new(parts.next()?)?;
    let mut current_role = None;
    let mut ratings: Vec<(Id, Rating)> = Vec::new();
    for part in parts {
        if let Some(id) = part.strip_prefix(NOW) {
            current_role = Some(match id {
                "" => CurrentRole::StartingOut,
                id => CurrentRole::Role(Id::new(id)?),
            });
            continue;
        }
        // A level's code contains a colon itself; the ids begin after the last one.
        let (code, ids) = part.rsplit_once(':')?;
        let rating = Rating::parse(code)?;
        for id in ids.split(',') {
            let id = Id::new(id)?;
            if let Err(index) = ratings.binary_search_by(|(known, _)| known.cmp(&id)) {
                ratings.insert(index, (id, rating.clone()));
            }
        }
    }
    Some(SharedRatings { ladder, current_role, ratings })
}
