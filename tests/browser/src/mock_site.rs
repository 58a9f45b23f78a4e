//! Another site: a server with answers of its own, on another port and so of another origin.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// What the other site has at a path.
#[derive(Clone, Debug)]
pub struct Answer {
    status: u16,
    media_type: &'static str,
    body: Vec<u8>,
    for_all: bool,
    whole: bool,
}

impl Answer {
    /// A document that any site may read.
    #[must_use]
    pub fn document(body: impl Into<Vec<u8>>) -> Self {
        let (status, media_type) = (200, "application/json");
        Self { status, media_type, body: body.into(), for_all: true, whole: true }
    }

    /// A web page.
    #[must_use]
    pub fn web_page() -> Self {
        Self { media_type: "text/html", ..Self::document("<!doctype html><title>No</title>") }
    }

    /// The same with another status.
    #[must_use]
    pub fn with_status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    /// The same, for this site alone: no other one may read it.
    #[must_use]
    pub fn for_itself(self) -> Self {
        Self { for_all: false, ..self }
    }

    /// The same, but its last byte never comes.
    #[must_use]
    pub fn without_end(self) -> Self {
        Self { whole: false, ..self }
    }
}

type Answers = Arc<Mutex<Vec<(&'static str, Answer)>>>;

/// A site elsewhere; stops when dropped.
#[derive(Debug)]
pub struct Elsewhere {
    origin: String,
    answers: Answers,
    asked: Arc<AtomicUsize>,
    accepting: JoinHandle<()>,
}

impl Elsewhere {
    /// Starts one with an answer a path.
    pub async fn start(answers: Vec<(&'static str, Answer)>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
        let port = listener.local_addr().expect("the port's address").port();
        let answers = Arc::new(Mutex::new(answers));
        let asked = Arc::new(AtomicUsize::new(0));
        let accepting = tokio::spawn(accept(listener, Arc::clone(&answers), Arc::clone(&asked)));
        Self { origin: format!("http://127.0.0.1:{port}"), answers, asked, accepting }
    }

    /// The whole address of a path.
    #[must_use]
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// Its host, with the port.
    #[must_use]
    pub fn host(&self) -> &str {
        self.origin.trim_start_matches("http://")
    }

    /// How often it was asked for anything.
    #[must_use]
    pub fn asked(&self) -> usize {
        self.asked.load(Ordering::Relaxed)
    }

    /// Answers differently at a path from here on.
    pub fn change(&self, path: &'static str, answer: Answer) {
        self.answers.lock().expect("the answers").insert(0, (path, answer));
    }

    /// Stops answering: from here on every connection is refused.
    pub fn stop(&self) {
        self.accepting.abort();
    }
}

impl Drop for Elsewhere {
    fn drop(&mut self) {
        self.stop();
    }
}

async fn accept(listener: TcpListener, answers: Answers, asked: Arc<AtomicUsize>) {
    let mut connections = tokio::task::JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        let answers = Arc::clone(&answers);
        asked.fetch_add(1, Ordering::Relaxed);
        // A browser that hangs up in the middle is nothing to tell about.
        connections.spawn(async move { answer(stream, answers).await.unwrap_or_default() });
    }
}

/// One request a connection is enough here.
async fn answer(mut stream: TcpStream, answers: Answers) -> std::io::Result<()> {
    let mut request = Vec::new();
    while !request.ends_with(b"\r\n\r\n") {
        request.push(stream.read_u8().await?);
    }
    let line = String::from_utf8_lossy(&request);
    let path = line.split(' ').nth(1).unwrap_or_default();
    let path = path.split('?').next().unwrap_or_default();
    let found = {
        let answers = answers.lock().expect("the answers");
        answers.iter().find(|(at, _)| *at == path).map(|(_, answer)| answer.clone())
    };
    let answer = found.unwrap_or_else(|| Answer::document("").with_status(404));
    let for_all = if answer.for_all { "access-control-allow-origin: *\r\n" } else { "" };
    let head = format!(
        "HTTP/1.1 {} x\r\ncontent-type: {}\r\ncontent-length: {}\r\n{for_all}connection: close\r\n\r\n",
        answer.status,
        answer.media_type,
        answer.body.len()
    );
    stream.write_all(head.as_bytes()).await?;
    if answer.whole {
        stream.write_all(&answer.body).await?;
    } else {
        let but_last = answer.body.len().saturating_sub(1);
        stream.write_all(&answer.body[..but_last]).await?;
        std::future::pending::<()>().await;
    }
    stream.shutdown().await
}
