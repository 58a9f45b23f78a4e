//! How a command ended, as its exit code tells.

use std::process::ExitCode;

/// How a command ended. What could not be done is an error, with the exit code of [`Outcome::Failure`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Everything is in order.
    Success,
    /// What the files say has errors, or differs.
    Problems,
    /// Something could not be done: a file cannot be read or written, or the arguments are wrong.
    Failure,
}

impl Outcome {
    /// Success, or else problems.
    #[must_use]
    pub fn of(is_in_order: bool) -> Self {
        if is_in_order { Self::Success } else { Self::Problems }
    }
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Success => Self::SUCCESS,
            Outcome::Problems => Self::from(1),
            Outcome::Failure => Self::from(2),
        }
    }
}
