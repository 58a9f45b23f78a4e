//! Loading and changing answers, in a chunk of its own: pages can be read before it is there.

use super::AnswerStore;
use crate::chunk::{ChunkLoadError, lazy_chunk};
use ladder::Id;
use plan::{AnswerValue, CurrentRole};

lazy_chunk!(
    answers,
    load_answers,
    fn start(answers: AnswerStore) -> () {
        answers.start_once();
    }
);

lazy_chunk!(
    answers,
    load_setting,
    fn set_answer(answers: AnswerStore, id: Id, value: AnswerValue) -> () {
        answers.start_once();
        answers.set_answer(&id, value);
    }
);

lazy_chunk!(
    answers,
    fn set_current_role(answers: AnswerStore, role: Option<CurrentRole>) -> () {
        answers.start_once();
        answers.set_current_role(role);
    }
);

lazy_chunk!(
    answers,
    fn set_goal(answers: AnswerStore, goal: Id) -> () {
        answers.start_once();
        answers.set_goal(&goal);
    }
);

/// Loads the chunk, so that its functions run at once.
pub async fn load_chunk() -> Result<(), ChunkLoadError> {
    load_answers().await?;
    load_setting().await
}
