//! Loading and changing the answers that a journey follows from, in the chunk that most pages need.

use crate::chunk::lazy_chunk;
use crate::stores::AnswerStore;
use ladder::Id;
use plan::CurrentRole;

lazy_chunk!(
    browse,
    fn start(answers: AnswerStore) -> () {
        answers.start_once();
    }
);

lazy_chunk!(
    browse,
    fn set_current_role(answers: AnswerStore, role: Option<CurrentRole>) -> () {
        answers.start_once();
        answers.set_current_role(role);
    }
);

lazy_chunk!(
    browse,
    fn set_goal(answers: AnswerStore, goal: Id) -> () {
        answers.start_once();
        answers.set_goal(&goal);
    }
);
