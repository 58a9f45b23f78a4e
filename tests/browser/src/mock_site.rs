//! A second site with its own origin and canned responses.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// A canned response.
#[derive(Clone, Debug)]
pub struct MockResponse {
    status: u16,
    media_type: &'static str,
    body: Vec<u8>,
    allows_cors: bool,
    is_complete: bool,
    is_held: bool,
}

impl MockResponse {
    /// A JSON document that any origin may read.
    #[must_use]
    pub fn json(body: impl Into<Vec<u8>>) -> Self {
        let (status, media_type) = (200, "application/json");
        Self {
            status,
            media_type,
            body: body.into(),
            allows_cors: true,
            is_complete: true,
            is_held: false,
        }
    }

    /// An HTML page.
    #[must_use]
    pub fn html() -> Self {
        Self { media_type: "text/html", ..Self::json("<!doctype html><title>No</title>") }
    }

    /// The same response with another status.
    #[must_use]
    pub fn with_status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    /// The same response without the header that lets other origins read it.
    #[must_use]
    pub fn without_cors(self) -> Self {
        Self { allows_cors: false, ..self }
    }

    /// The same response, but only half of it is sent until [`MockSite::release`].
    #[must_use]
    pub fn held(self) -> Self {
        Self { is_held: true, ..self }
    }

    /// The same response, but its last byte is never sent.
    #[must_use]
    pub fn that_never_ends(self) -> Self {
        Self { is_complete: false, ..self }
    }
}

type Responses = Arc<Mutex<Vec<(&'static str, MockResponse)>>>;

/// A site on another port; stops when it is dropped.
#[derive(Debug)]
pub struct MockSite {
    origin: String,
    responses: Responses,
    request_count: Arc<AtomicUsize>,
    release: watch::Sender<bool>,
    accept_loop: JoinHandle<()>,
}

impl MockSite {
    /// Starts a site with a response for each path; other paths respond with 404.
    pub async fn start(responses: Vec<(&'static str, MockResponse)>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port should be free");
        let port = listener.local_addr().expect("the listener should have an address").port();
        let responses = Arc::new(Mutex::new(responses));
        let request_count = Arc::new(AtomicUsize::new(0));
        let (release, released) = watch::channel(false);
        let accept_loop = tokio::spawn(accept(
            listener,
            Arc::clone(&responses),
            Arc::clone(&request_count),
            released,
        ));
        let origin = format!("http://127.0.0.1:{port}");
        Self { origin, responses, request_count, release, accept_loop }
    }

    /// Returns the absolute URL of a path.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// Returns host and port.
    #[must_use]
    pub fn host(&self) -> &str {
        self.origin.trim_start_matches("http://")
    }

    /// Returns the number of requests so far.
    #[must_use]
    pub fn request_count(&self) -> usize {
        self.request_count.load(Ordering::Relaxed)
    }

    /// Replaces the response for a path.
    pub fn set_response(&self, path: &'static str, response: MockResponse) {
        self.responses.lock().expect("no thread panics").insert(0, (path, response));
    }

    /// Sends the rest of the responses that are held, now and from now on.
    pub fn release(&self) {
        self.release.send_replace(true);
    }

    /// Stops the site: new connections are refused.
    pub fn stop(&self) {
        self.accept_loop.abort();
    }
}

impl Drop for MockSite {
    fn drop(&mut self) {
        self.stop();
    }
}

async fn accept(
    listener: TcpListener,
    responses: Responses,
    request_count: Arc<AtomicUsize>,
    released: watch::Receiver<bool>,
) {
    let mut connections = tokio::task::JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        let (responses, released) = (Arc::clone(&responses), released.clone());
        request_count.fetch_add(1, Ordering::Relaxed);
        // Errors are ignored: a browser may close the connection early.
        connections
            .spawn(async move { respond(stream, responses, released).await.unwrap_or_default() });
    }
}

/// Handles the only request of a connection.
async fn respond(
    mut stream: TcpStream,
    responses: Responses,
    mut released: watch::Receiver<bool>,
) -> std::io::Result<()> {
    let mut request = Vec::new();
    while !request.ends_with(b"\r\n\r\n") {
        request.push(stream.read_u8().await?);
    }
    let request = String::from_utf8_lossy(&request);
    let target = request.split(' ').nth(1).unwrap_or_default();
    let path = target.split('?').next().unwrap_or_default();
    let found = {
        let responses = responses.lock().expect("no thread panics");
        responses.iter().find(|(known, _)| *known == path).map(|(_, response)| response.clone())
    };
    let response = found.unwrap_or_else(|| MockResponse::json("").with_status(404));
    let cors = if response.allows_cors { "access-control-allow-origin: *\r\n" } else { "" };
    let head = format!(
        "HTTP/1.1 {} x\r\ncontent-type: {}\r\ncontent-length: {}\r\n{cors}connection: close\r\n\r\n",
        response.status,
        response.media_type,
        response.body.len()
    );
    stream.write_all(head.as_bytes()).await?;
    if response.is_complete {
        let (first, rest) = response.body.split_at(response.body.len() / 2);
        stream.write_all(first).await?;
        if response.is_held {
            // Fails only if the site is dropped.
            let _ = released.wait_for(|is_released| *is_released).await;
        }
        stream.write_all(rest).await?;
    } else {
        let all_but_last = response.body.len().saturating_sub(1);
        stream.write_all(&response.body[..all_but_last]).await?;
        std::future::pending::<()>().await;
    }
    stream.shutdown().await
}
