#![allow(clippy::unwrap_used)] // tests may panic

use super::AnswerStore;
use crate::router::Origin;
use crate::stores::OpenLadder;
use ladder::{Id, read};
use leptos::prelude::{GetValue, Owner};
use plan::{AnswerKind, AnswerValue};
use std::sync::Arc;

#[test]
fn only_answers_that_changed_are_unsaved_and_each_is_listed_once() {
    let document = include_str!("../../../public/ladders/ai-developer.json");
    let ladder = OpenLadder::new(read(document).ladder.unwrap(), Origin::Default);
    Owner::new().with(|| {
        let answers = AnswerStore::new(&Arc::new(ladder));
        let unsaved = || answers.session.get_value().unsaved;
        let skill = Id::new("python").unwrap();
        let note = |text: &str| AnswerValue::Note(text.to_owned());
        assert!(!answers.change(&skill, note("")));
        assert_eq!(unsaved(), []);
        assert!(answers.change(&skill, note("h")));
        assert!(answers.change(&skill, note("hi")));
        assert!(!answers.change(&skill, note("hi")));
        assert_eq!(unsaved(), [(AnswerKind::Note, skill)]);
    });
}
