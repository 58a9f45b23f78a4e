//! The content of an answer, at once or in small pieces with pauses between them.

use hyper::body::{Body, Bytes, Frame, SizeHint};
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::time::{Sleep, sleep};

/// Small enough that a page's head alone is more than one, and a row of a table is cut in two.
const SMALL: usize = 1_500;

/// Long enough for a browser to show what is there.
const PAUSE: Duration = Duration::from_millis(20);

/// What is left to send.
pub(crate) struct Pieces {
    rest: Bytes,
    most: usize,
    pause: Option<Pin<Box<Sleep>>>,
}

impl Pieces {
    /// All of it at once.
    pub(crate) fn one(content: Bytes) -> Self {
        Self { most: content.len(), rest: content, pause: None }
    }

    /// A little at a time.
    pub(crate) fn small(content: Bytes) -> Self {
        Self { rest: content, most: SMALL, pause: None }
    }
}

impl Body for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if let Some(pause) = &mut self.pause {
            ready!(pause.as_mut().poll(context));
        }
        if self.rest.is_empty() {
            return Poll::Ready(None);
        }
        let next = self.most.min(self.rest.len());
        let piece = self.rest.split_to(next);
        self.pause = (!self.rest.is_empty()).then(|| Box::pin(sleep(PAUSE)));
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.rest.len() as u64)
    }
}
