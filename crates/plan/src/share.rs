//! A link that carries the visitor's ratings, so that no server is needed.
//!
//! The ratings are in the fragment of the URL, which browsers never send. Example:
//! `#plan=1.1k9zr3.ai-developer;have:python,sql;learning:docker` holds a version, a checksum that
//! detects truncated links, the ladder's id, and the ids of the skills for each rating. Ids stay valid
//! when a ladder is reordered or extended, and readable text lets visitors see what they share. Notes
//! and dates are not included.

use super::answer::{AnswerValue, Rating};
use super::answers::Answers;
use super::checksum::checksum;
use ladder::Id;

/// The start of the fragment.
const PREFIX: &str = "plan=";
/// The version that is written.
const VERSION: &str = "1";

/// The ratings in a share link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedRatings {
    /// The ladder the ratings belong to.
    pub ladder: Id,
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
    /// Collects the ratings in `answers`.
    #[must_use]
    pub fn new(ladder: &Id, answers: &Answers) -> Self {
        let ratings = answers.all().iter().filter_map(|answer| match &answer.value {
            AnswerValue::Rating(Some(rating)) => Some((answer.id.clone(), rating.clone())),
            _ => None,
        });
        Self { ladder: ladder.clone(), ratings: ratings.collect() }
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
        for kind in kinds {
            let of_kind = self.ratings.iter().filter(|(_, rating)| rating == kind);
            let ids: Vec<&str> = of_kind.map(|(id, _)| id.as_str()).collect();
            body.push_str(&format!(";{}:{}", kind.code(), ids.join(",")));
        }
        let checksum = checksum(&body) >> 32;
        format!("{PREFIX}{VERSION}.{checksum:x}.{body}")
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
        if version != VERSION {
            let newer = version.parse::<u32>().is_ok_and(|version| version > 1);
            return Some(Err(if newer { LinkError::Newer } else { LinkError::Damaged }));
        }
        Some(parse_version_1(rest).ok_or(LinkError::Damaged))
    }
}

fn parse_version_1(text: &str) -> Option<SharedRatings> {
    let (written, body) = text.split_once('.')?;
    if u64::from_str_radix(written, 16).ok()? != checksum(body) >> 32 {
        return None;
    }
    let mut parts = body.split(';');
    let ladder = Id::new(parts.next()?)?;
    let mut ratings: Vec<(Id, Rating)> = Vec::new();
    for part in parts {
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
    Some(SharedRatings { ladder, ratings })
}
