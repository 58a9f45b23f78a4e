//! All that a visitor answered of one ladder, and how two such collections become one.

use super::date::Date;
use super::said::{About, Rating, Said};
use super::stamp::{Stamp, Writer};
use ladder::Id;

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The id of what was asked about: a skill, a resource, a role.
    pub id: Id,
    /// The answer itself.
    pub said: Said,
    /// When it was given.
    pub stamp: Stamp,
}

impl Answer {
    fn subject(&self) -> (About, &Id) {
        (self.said.about(), &self.id)
    }
}

/// Every answer, at most one a subject. Merging is commutative, associative and idempotent, so that
/// tabs which hear of each other in any order end up with the same (a property test holds it).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// In the order of their subjects.
    all: Vec<Answer>,
    /// Everything up to this count was forgotten on the visitor's word.
    forgotten: u64,
}

impl Answers {
    /// Answers as they were stored.
    #[must_use]
    pub fn stored(all: Vec<Answer>, forgotten: u64) -> Self {
        let mut answers = Self { all: Vec::new(), forgotten };
        all.into_iter().for_each(|answer| answers.take(answer));
        answers
    }

    /// Every answer, in the order of their subjects; those that were taken back among them.
    #[must_use]
    pub fn all(&self) -> &[Answer] {
        &self.all
    }

    /// Everything up to this count was forgotten.
    #[must_use]
    pub fn forgotten(&self) -> u64 {
        self.forgotten
    }

    /// Whether there is nothing that a visitor would miss.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.all.iter().all(|answer| answer.said.is_blank())
    }

    /// What was answered about `id`.
    #[must_use]
    pub fn said(&self, about: About, id: &Id) -> Option<&Said> {
        self.place(about, id).ok().map(|at| &self.all[at].said)
    }

    /// How well one can do a skill.
    #[must_use]
    pub fn rating(&self, skill: &Id) -> Option<&Rating> {
        match self.said(About::Rating, skill) {
            Some(Said::Rating(rating)) => rating.as_ref(),
            _ => None,
        }
    }

    /// The note on a skill; empty where there is none.
    #[must_use]
    pub fn note(&self, skill: &Id) -> &str {
        match self.said(About::Note, skill) {
            Some(Said::Note(note)) => note,
            _ => "",
        }
    }

    /// The day by which one wants to have a skill.
    #[must_use]
    pub fn due(&self, skill: &Id) -> Option<&Date> {
        match self.said(About::Due, skill) {
            Some(Said::Due(due)) => due.as_ref(),
            _ => None,
        }
    }

    /// Whether one has watched, read or done a resource.
    #[must_use]
    pub fn is_seen(&self, resource: &Id) -> bool {
        matches!(self.said(About::Seen, resource), Some(Said::Seen(true)))
    }

    /// The way that was chosen last: where from, and where to.
    #[must_use]
    pub fn goal(&self) -> Option<(Option<&Id>, &Id)> {
        let goals = self.all.iter().filter_map(|answer| match &answer.said {
            Said::Goal(from) => Some((answer.stamp, from.as_ref(), &answer.id)),
            _ => None,
        });
        goals.max_by_key(|(stamp, ..)| *stamp).map(|(_, from, to)| (from, to))
    }

    /// Answers about `id`, later than everything known here. Says whether that changed anything.
    pub fn say(&mut self, id: &Id, said: Said, writer: Writer) -> bool {
        let stamp = Stamp { clock: self.clock() + 1, writer };
        match self.place(said.about(), id) {
            // The latest goal is the one in force, so saying it again does say something.
            Ok(at) if self.all[at].said == said && said.about() != About::Goal => false,
            Ok(at) => {
                self.all[at] = Answer { id: id.clone(), said, stamp };
                true
            }
            Err(_) if said.is_blank() => false,
            Err(at) => {
                self.all.insert(at, Answer { id: id.clone(), said, stamp });
                true
            }
        }
    }

    /// Takes in the answers of another tab or an older copy: of two about the same, the later.
    pub fn merge(&mut self, other: Self) {
        self.forgotten = self.forgotten.max(other.forgotten);
        let forgotten = self.forgotten;
        self.all.retain(|answer| answer.stamp.clock > forgotten);
        other.all.into_iter().for_each(|answer| self.take(answer));
    }

    /// Forgets every answer there is up to now, here and wherever this is merged.
    pub fn forget(&mut self) {
        self.forgotten = self.clock();
        self.all.clear();
    }

    /// Whether everything in `other` is here, or is answered later or forgotten here.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        let mut both = self.clone();
        both.merge(other.clone());
        both == *self
    }

    /// The highest count there is.
    fn clock(&self) -> u64 {
        self.all.iter().map(|answer| answer.stamp.clock).max().unwrap_or(0).max(self.forgotten)
    }

    fn place(&self, about: About, id: &Id) -> Result<usize, usize> {
        self.all.binary_search_by(|answer| answer.subject().cmp(&(about, id)))
    }

    /// Takes in one answer, unless a later one is here or it was forgotten. No sorting: what comes
    /// from a store is in order and is put at the end.
    fn take(&mut self, answer: Answer) {
        if answer.stamp.clock <= self.forgotten {
            return;
        }
        let after_all = self.all.last().is_none_or(|last| last.subject() < answer.subject());
        let place = match after_all {
            true => Err(self.all.len()),
            false => self.place(answer.said.about(), &answer.id),
        };
        match place {
            Err(at) => self.all.insert(at, answer),
            // Equal stamps with other answers are no writer's doing; still every tab must choose alike.
            Ok(at) => {
                let here = &mut self.all[at];
                if (here.stamp, &here.said) < (answer.stamp, &answer.said) {
                    *here = answer;
                }
            }
        }
    }
}
