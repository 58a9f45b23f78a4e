//! A link that carries the ratings itself, so that no server is needed.
//!
//! It stands behind the `#` of an address, which browsers never send. As in
//! `#plan=1.1k9zr3.ai-developer;have:python,sql;learning:docker`: a version, a checksum that tells a
//! link that was cut on its way, the ladder, and under each rating the ids of its skills. Ids, because
//! a ladder that was reordered or added to still says the same by them; plain words, because someone
//! who shares a link should be able to see what is in it. Notes and dates are not.

use super::answers::Answers;
use super::record::checksum;
use super::said::{Rating, Said};
use ladder::Id;

/// What every link of ours begins with, behind the `#`.
const START: &str = "plan=";
/// The version that is written.
const VERSION: &str = "1";

/// The ratings of someone, as they shared them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedRatings {
    /// The ladder they rated themselves on.
    pub ladder: Id,
    /// Each skill with its rating, by the skill's id.
    pub ratings: Vec<(Id, Rating)>,
}

/// Why a link cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadLink {
    /// It was cut or changed on its way.
    #[error("This link is not whole: a part of it was lost on its way. Ask for it again.")]
    NotWhole,
    /// A newer page made it.
    #[error("A newer version of this page made this link. Reload the page and open it again.")]
    Newer,
}

impl SharedRatings {
    /// The ratings among `answers`.
    #[must_use]
    pub fn of(ladder: &Id, answers: &Answers) -> Self {
        let ratings = answers.all().iter().filter_map(|answer| match &answer.said {
            Said::Rating(Some(rating)) => Some((answer.id.clone(), rating.clone())),
            _ => None,
        });
        Self { ladder: ladder.clone(), ratings: ratings.collect() }
    }

    /// The part of the link behind the `#`.
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
            body.push_str(&format!(";{}:{}", kind.word(), ids.join(",")));
        }
        let checksum = checksum(&body) >> 32;
        format!("{START}{VERSION}.{checksum:x}.{body}")
    }

    /// Reads the part of an address behind the `#`; `None` where it is not one of these links.
    #[must_use]
    pub fn read(fragment: &str) -> Option<Result<Self, BadLink>> {
        let fragment = fragment.trim_start_matches('#').strip_prefix(START)?;
        // Some programs write what needs no escape with one.
        let fragment = percent_encoding::percent_decode_str(fragment).decode_utf8_lossy();
        let Some((version, rest)) = fragment.split_once('.') else {
            return Some(Err(BadLink::NotWhole));
        };
        if version != VERSION {
            let newer = version.parse::<u32>().is_ok_and(|version| version > 1);
            return Some(Err(if newer { BadLink::Newer } else { BadLink::NotWhole }));
        }
        Some(first_version(rest).ok_or(BadLink::NotWhole))
    }
}

fn first_version(text: &str) -> Option<SharedRatings> {
    let (written, body) = text.split_once('.')?;
    if u64::from_str_radix(written, 16).ok()? != checksum(body) >> 32 {
        return None;
    }
    let mut parts = body.split(';');
    let ladder = Id::new(parts.next()?)?;
    let mut ratings: Vec<(Id, Rating)> = Vec::new();
    for part in parts {
        // A level's word has a colon of its own; the ids begin after the last.
        let (word, ids) = part.rsplit_once(':')?;
        let rating = Rating::read(word)?;
        for id in ids.split(',') {
            let id = Id::new(id)?;
            // In the order of their ids, each once.
            if let Err(at) = ratings.binary_search_by(|(known, _)| known.cmp(&id)) {
                ratings.insert(at, (id, rating.clone()));
            }
        }
    }
    Some(SharedRatings { ladder, ratings })
}
