//! A response body that is sent at once, or in small chunks with pauses between them.

use hyper::body::{Body, Bytes, Frame, SizeHint};
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::time::{Sleep, sleep};

/// In bytes. Small enough that the `<head>` of a page spans several chunks, and table rows are split.
const CHUNK_SIZE: usize = 1_500;

/// Long enough that a browser paints between two chunks.
const PAUSE: Duration = Duration::from_millis(20);

/// A body with the bytes that are still to be sent.
pub(crate) struct ChunkedBody {
    rest: Bytes,
    chunk_size: usize,
    pause: Option<Pin<Box<Sleep>>>,
}

impl ChunkedBody {
    /// Sends everything at once.
    pub(crate) fn whole(content: Bytes) -> Self {
        Self { chunk_size: content.len(), rest: content, pause: None }
    }

    /// Sends small chunks.
    pub(crate) fn small_chunks(content: Bytes) -> Self {
        Self { rest: content, chunk_size: CHUNK_SIZE, pause: None }
    }
}

impl Body for ChunkedBody {
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
        let size = self.chunk_size.min(self.rest.len());
        let chunk = self.rest.split_to(size);
        self.pause = (!self.rest.is_empty()).then(|| Box::pin(sleep(PAUSE)));
        Poll::Ready(Some(Ok(Frame::data(chunk))))
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.rest.len() as u64)
    }
}
