//! Answers about things that are no longer in the ladder.

use super::answer::{AnswerKind, AnswerValue};
use super::answers::{Answer, Answers};
use ladder::{Id, Ladder};
use std::collections::BTreeSet;

/// A skill or a resource that the ladder no longer has, but the visitor has answers about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Orphan {
    /// Its id.
    pub id: Id,
    /// What the ladder called it; `None` for answers that older versions of the site stored.
    pub name: Option<String>,
    /// The kinds of answers, in their order.
    pub kinds: Vec<AnswerKind>,
}

/// An answer that can be carried over to a skill or resource of the same name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarriedAnswer {
    /// The id that the answer has now.
    pub from: Id,
    /// The id of the skill or resource of the same name.
    pub to: Id,
    /// The answer.
    pub value: AnswerValue,
}

impl Orphan {
    /// What the ladder called it, or else its id.
    #[must_use]
    pub fn label(&self) -> &str {
        self.name.as_deref().unwrap_or(self.id.as_str())
    }

    /// The answers that the one skill or resource of the same name can have. Answers that the visitor has
    /// already given for that one are left out.
    #[must_use]
    pub fn carried_answers(&self, ladder: &Ladder, answers: &Answers) -> Vec<CarriedAnswer> {
        let carried = self.kinds.iter().filter_map(|&kind| {
            let to = only_match(ladder, kind, self.name.as_deref()?)?;
            let is_answered = answers.value(kind, &to).is_some_and(|value| !value.is_blank());
            let value = answers.value(kind, &self.id).filter(|_| !is_answered)?.clone();
            Some(CarriedAnswer { from: self.id.clone(), to, value })
        });
        carried.collect()
    }
}

impl CarriedAnswer {
    /// The answers that carry it over: one given, and one taken back.
    pub fn into_answers(self) -> impl Iterator<Item = (Id, AnswerValue)> {
        let blank = self.value.kind().blank().map(|blank| (self.from, blank));
        std::iter::once((self.to, self.value)).chain(blank)
    }
}

impl Answers {
    /// The skills and resources with answers that the ladder no longer has. The answers are kept, because
    /// these may return.
    #[must_use]
    pub fn orphans(&self, ladder: &Ladder) -> Vec<Orphan> {
        let skills: BTreeSet<&Id> = ladder.skills.iter().map(|skill| &skill.id).collect();
        let resources: BTreeSet<&Id> = ladder.resources.iter().map(|item| &item.id).collect();
        let is_orphaned = |answer: &&Answer| match answer.value.kind() {
            _ if answer.value.is_blank() => false,
            AnswerKind::Rating | AnswerKind::Note | AnswerKind::Due => !skills.contains(&answer.id),
            AnswerKind::Seen => !resources.contains(&answer.id),
            // An old goal or role is nothing the visitor would miss.
            AnswerKind::Goal | AnswerKind::CurrentRole => false,
        };
        let is_about = |orphan: &Orphan, answer: &Answer| {
            let is_seen = answer.value.kind() == AnswerKind::Seen;
            orphan.id == answer.id && orphan.kinds.contains(&AnswerKind::Seen) == is_seen
        };
        let mut orphans: Vec<Orphan> = Vec::new();
        for answer in self.all().iter().filter(is_orphaned) {
            let kind = answer.value.kind();
            match orphans.iter_mut().find(|orphan| is_about(orphan, answer)) {
                Some(orphan) => {
                    orphan.kinds.push(kind);
                    orphan.name = orphan.name.take().or_else(|| answer.name.clone());
                }
                None => {
                    let (id, name) = (answer.id.clone(), answer.name.clone());
                    orphans.push(Orphan { id, name, kinds: vec![kind] });
                }
            }
        }
        orphans
    }
}

/// The id of the skill, or for [`AnswerKind::Seen`] the resource, with this name; `None` if there is none or
/// there are several.
fn only_match(ladder: &Ladder, kind: AnswerKind, name: &str) -> Option<Id> {
    let is_same = |other: &str| other.trim().to_lowercase() == name.trim().to_lowercase();
    let mut ids: Vec<&Id> = match kind {
        AnswerKind::Seen => {
            let resources = ladder.resources.iter().filter(|item| is_same(&item.title));
            resources.map(|resource| &resource.id).collect()
        }
        _ => {
            let skills = ladder.skills.iter().filter(|skill| is_same(&skill.name));
            skills.map(|skill| &skill.id).collect()
        }
    };
    ids.pop().filter(|_| ids.is_empty()).cloned()
}
