//! The web worker that loads ladders: fetches or reads a document, parses it and sends the ladder to the
//! page. It handles one request; the page terminates it. The messages are in the library of this package.

mod body;
mod fetch;
mod scope;
mod stored;

use body::Body;
use ladder::{Parser, PartialScan};
use reader::{Failure, Outcome, Progress, RequestKind, StoredCopy, WorkerMessage, file_key};
use scope::Request;

fn main() {
    scope::on_request(|request| wasm_bindgen_futures::spawn_local(handle(request)));
}

async fn handle(request: Request) {
    match load(&request).await {
        Ok(document) => parse(request.kind, document).await,
        Err(failure) => scope::send(&WorkerMessage::Failed(failure), None),
    }
}

struct Document {
    text: String,
    /// What is parsed of it already.
    beginning: PartialScan,
    /// What it is stored under.
    key: String,
    redirected_to: Option<String>,
    copy: Option<StoredCopy>,
}

impl Document {
    fn new(key: String, text: String, beginning: PartialScan) -> Self {
        Self { text, beginning, key, redirected_to: None, copy: None }
    }
}

async fn load(request: &Request) -> Result<Document, Failure> {
    let key = request.text.clone();
    match request.kind {
        RequestKind::ReadFile => {
            let file = request.file.as_ref().ok_or(Failure::NoFile)?;
            let (text, beginning) = body::read_file(file).await?;
            Ok(Document::new(file_key(text.as_bytes()), text, beginning))
        }
        RequestKind::ReadStored => stored_copy(key, None).await.ok_or(Failure::NotStored),
        RequestKind::Fetch | RequestKind::FetchAndStore => match fetch::fetch(&key).await {
            Ok(Body { text, beginning, redirected_to }) => {
                Ok(Document { redirected_to, ..Document::new(key, text, beginning) })
            }
            Err(failure) => stored_copy(key, Some(failure)).await.ok_or(failure),
        },
    }
}

async fn stored_copy(key: String, because: Option<Failure>) -> Option<Document> {
    let (text, stored_on) = stored::find(&key).await?;
    let copy = Some(StoredCopy { stored_on, because });
    Some(Document { copy, ..Document::new(key, text, PartialScan::default()) })
}

/// Parses a document, sends the outcome, and stores the document if that was requested.
async fn parse(kind: RequestKind, document: Document) {
    /// Bytes to parse between two progress reports.
    const SLICE: usize = 256 * 1024;
    let Document { text, beginning, key, redirected_to, copy } = document;
    let mut parser = Parser::resume(&text, beginning);
    while parser.step(SLICE) {
        scope::report(Progress::Parsed((parser.progress() * 100.0) as u8));
        if let Some(packed) = parser.take_packed() {
            scope::send(&WorkerMessage::Partial, Some(&packed));
        }
    }
    let (packed, problems) = parser.finish_packed();
    let is_copy = copy.is_some();
    let should_store = packed.is_some() && !is_copy && kind != RequestKind::Fetch;
    let bytes = text.len() as u32;
    let outcome = Outcome { key: key.clone(), redirected_to, problems, bytes, copy };
    scope::send(&WorkerMessage::Read(outcome), packed.as_deref());
    let is_stored = is_copy || should_store && stored::store(&key, &text).await.is_ok();
    scope::send(&WorkerMessage::Stored(is_stored), None);
}
