//! All answers to one ladder, and how two such collections are merged.

use super::answer::{AnswerKind, AnswerValue, CurrentRole, Rating};
use super::clock::{ClientId, LamportClock};
use super::date::Date;
use ladder::{Id, Ladder};

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The id of the skill, resource, role or ladder.
    pub id: Id,
    /// The value.
    pub value: AnswerValue,
    /// When it was given.
    pub clock: LamportClock,
    /// What the ladder called the skill or resource; see [`Answers::add_names`].
    pub name: Option<String>,
}

impl Answer {
    fn key(&self) -> (AnswerKind, &Id) {
        (self.value.kind(), &self.id)
    }
}

/// A set of answers, at most one for each kind and id. Merging is commutative, associative and
/// idempotent, so tabs that receive each other's changes in any order reach the same state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Sorted by kind and id.
    all: Vec<Answer>,
    /// Every answer up to this counter was deleted by the visitor.
    deleted_until: u64,
}

impl Answers {
    /// Collects stored answers, in any order.
    #[must_use]
    pub fn new(all: Vec<Answer>, deleted_until: u64) -> Self {
        let mut answers = Self { all: Vec::new(), deleted_until };
        all.into_iter().for_each(|answer| answers.insert(answer));
        answers
    }

    /// Every answer, sorted by kind and id, including blank ones.
    #[must_use]
    pub fn all(&self) -> &[Answer] {
        &self.all
    }

    /// Every answer up to this counter was deleted.
    #[must_use]
    pub fn deleted_until(&self) -> u64 {
        self.deleted_until
    }

    /// Whether every answer is blank.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.all.iter().all(|answer| answer.value.is_blank())
    }

    /// The answer of this kind for `id`.
    #[must_use]
    pub fn value(&self, kind: AnswerKind, id: &Id) -> Option<&AnswerValue> {
        self.find(kind, id).ok().map(|index| &self.all[index].value)
    }

    /// The rating of a skill.
    #[must_use]
    pub fn rating(&self, skill: &Id) -> Option<&Rating> {
        match self.value(AnswerKind::Rating, skill) {
            Some(AnswerValue::Rating(rating)) => rating.as_ref(),
            _ => None,
        }
    }

    /// The note on a skill; empty if there is none.
    #[must_use]
    pub fn note(&self, skill: &Id) -> &str {
        match self.value(AnswerKind::Note, skill) {
            Some(AnswerValue::Note(note)) => note,
            _ => "",
        }
    }

    /// The target date for a skill.
    #[must_use]
    pub fn due(&self, skill: &Id) -> Option<&Date> {
        match self.value(AnswerKind::Due, skill) {
            Some(AnswerValue::Due(due)) => due.as_ref(),
            _ => None,
        }
    }

    /// Whether a resource was watched, read or done.
    #[must_use]
    pub fn is_seen(&self, resource: &Id) -> bool {
        self.value(AnswerKind::Seen, resource) == Some(&AnswerValue::Seen(true))
    }

    /// Where the visitor is on the ladder with this id; `None` if they have not said.
    #[must_use]
    pub fn current_role(&self, ladder: &Id) -> Option<&CurrentRole> {
        match self.value(AnswerKind::CurrentRole, ladder) {
            Some(AnswerValue::CurrentRole(role)) => role.as_ref(),
            _ => None,
        }
    }

    /// The roles of the plan chosen last: from, if any, and to.
    #[must_use]
    pub fn goal(&self) -> Option<(Option<&Id>, &Id)> {
        self.goals().into_iter().next()
    }

    /// The roles of all plans, the one chosen last first: from, if any, and to. A role has at most one
    /// plan that leads to it.
    #[must_use]
    pub fn goals(&self) -> Vec<(Option<&Id>, &Id)> {
        let goals = self.all.iter().filter_map(|answer| match &answer.value {
            AnswerValue::Goal(from) => Some((answer.clock, from.as_ref(), &answer.id)),
            _ => None,
        });
        let mut goals: Vec<_> = goals.collect();
        goals.sort_by_key(|(clock, ..)| std::cmp::Reverse(*clock));
        goals.into_iter().map(|(_, from, to)| (from, to)).collect()
    }

    /// Sets an answer, later than all known ones. Returns whether anything changed.
    pub fn set(&mut self, id: &Id, value: AnswerValue, client: ClientId) -> bool {
        let clock = LamportClock { counter: self.counter() + 1, client };
        match self.find(value.kind(), id) {
            // Choosing the same goal again makes it the current one.
            Ok(index) if self.all[index].value == value && value.kind() != AnswerKind::Goal => {
                false
            }
            Ok(index) => {
                let name = self.all[index].name.take();
                self.all[index] = Answer { id: id.clone(), value, clock, name };
                true
            }
            Err(_) if value.is_blank() => false,
            Err(index) => {
                self.all.insert(index, Answer { id: id.clone(), value, clock, name: None });
                true
            }
        }
    }

    /// Adds the names of skills and resources to answers that have none, so that an answer can still be
    /// named after the ladder has lost what it is about. Returns whether there were any.
    pub fn add_names(&mut self, ladder: &Ladder) -> bool {
        let mut has_added = false;
        for answer in self.all.iter_mut().filter(|answer| answer.name.is_none()) {
            answer.name = answer.value.kind().name_in(ladder, &answer.id);
            has_added |= answer.name.is_some();
        }
        has_added
    }

    /// Adds the name of what an answer is about, unless it has one.
    pub fn add_name(&mut self, kind: AnswerKind, id: &Id, name: &str) {
        if let Ok(index) = self.find(kind, id) {
            self.all[index].name.get_or_insert_with(|| name.to_owned());
        }
    }

    /// Adds the answers of another tab or an older copy. Of two answers to the same question, the
    /// later one wins.
    pub fn merge(&mut self, other: Self) {
        self.deleted_until = self.deleted_until.max(other.deleted_until);
        let deleted_until = self.deleted_until;
        self.all.retain(|answer| answer.clock.counter > deleted_until);
        other.all.into_iter().for_each(|answer| self.insert(answer));
    }

    /// Deletes all answers given so far, here and in every copy this is merged into.
    pub fn delete_all(&mut self) {
        self.deleted_until = self.counter();
        self.all.clear();
    }

    /// Whether merging `other` would change nothing.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        let mut both = self.clone();
        both.merge(other.clone());
        both == *self
    }

    /// The highest counter so far.
    fn counter(&self) -> u64 {
        let counters = self.all.iter().map(|answer| answer.clock.counter);
        counters.max().unwrap_or(0).max(self.deleted_until)
    }

    fn find(&self, kind: AnswerKind, id: &Id) -> Result<usize, usize> {
        self.all.binary_search_by(|answer| answer.key().cmp(&(kind, id)))
    }

    /// Inserts an answer unless a later one exists or it was deleted.
    fn insert(&mut self, answer: Answer) {
        if answer.clock.counter <= self.deleted_until {
            return;
        }
        match self.find(answer.value.kind(), &answer.id) {
            Err(index) => self.all.insert(index, answer),
            // No client writes two values with one clock, but if it happens every tab must pick the
            // same one.
            Ok(index) => {
                let existing = &mut self.all[index];
                let order =
                    |answer: &Answer| (answer.clock, answer.value.clone(), answer.name.clone());
                if order(existing) < order(&answer) {
                    *existing = answer;
                }
            }
        }
    }
}
