//! A static file server that behaves like common hosts: it serves the file itself, `path/index.html`,
//! `path.html`, or else `404.html` with status 404, with the headers from `_headers`.

use crate::chunked_body::ChunkedBody;
use crate::headers_file::HeadersFile;
use crate::media_type::{HTML, media_type};
use hyper::body::{Bytes, Incoming};
use hyper::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, HeaderName, HeaderValue,
};
use hyper::{Request, Response, StatusCode, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use std::convert::Infallible;
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::{net::TcpListener, task::JoinHandle};

/// A server on a free port of 127.0.0.1; stops when it is dropped.
#[derive(Debug)]
pub struct Server {
    origin: String,
    site: Arc<Site>,
    accept_loop: JoinHandle<()>,
}

/// What the server sends.
#[derive(Debug)]
struct Site {
    folder: Mutex<Arc<Folder>>,
    /// Additional documents, with their paths.
    documents: Mutex<Vec<(String, String)>>,
    /// The path pattern of the files to corrupt, and for which requests.
    corrupted: Mutex<Option<(&'static str, Corruption)>>,
    requested_paths: Mutex<Vec<String>>,
    sends_chunks: AtomicBool,
    sends_compressed: AtomicBool,
}

/// The requests for which [`Server::corrupt`] changes the response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Corruption {
    /// Requests that bypass the HTTP cache, as those of the service worker while it fills its cache.
    CacheBypassing,
    /// All other requests, as those of a page.
    Normal,
}

#[derive(Debug)]
struct Folder {
    root: PathBuf,
    headers: HeadersFile,
}

impl Server {
    /// Starts a server for a folder.
    pub async fn start(root: PathBuf) -> Self {
        let folder = Mutex::new(Folder::new(root));
        let site = Arc::new(Site {
            folder,
            documents: Mutex::default(),
            corrupted: Mutex::default(),
            requested_paths: Mutex::default(),
            sends_chunks: AtomicBool::default(),
            sends_compressed: AtomicBool::default(),
        });
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port should be free");
        let port = listener.local_addr().expect("the listener should have an address").port();
        Self {
            origin: format!("http://127.0.0.1:{port}"),
            accept_loop: tokio::spawn(accept(listener, Arc::clone(&site))),
            site,
        }
    }

    /// Returns its origin, such as `http://127.0.0.1:41234`.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Returns its port.
    #[must_use]
    pub fn port(&self) -> &str {
        self.origin.rsplit(':').next().unwrap_or_default()
    }

    /// Serves another folder from now on, as after a deployment.
    pub fn serve_folder(&self, root: PathBuf) {
        *locked(&self.site.folder) = Folder::new(root);
    }

    /// Serves an additional document, in place of an earlier one at the same path, and returns its absolute
    /// URL.
    pub fn serve_document(&self, path: &str, document: impl Into<String>) -> String {
        locked(&self.site.documents).insert(0, (path.to_owned(), document.into()));
        format!("{}{path}", self.origin)
    }

    /// From now on, changes a byte of the files whose paths contain all parts of `pattern`, which are
    /// separated by `*`.
    pub fn corrupt(&self, pattern: &'static str, requests: Corruption) {
        *locked(&self.site.corrupted) = Some((pattern, requests));
    }

    /// Returns the paths that pages requested, in order, without the requests of the service worker.
    #[must_use]
    pub fn requested_paths(&self) -> Vec<String> {
        locked(&self.site.requested_paths).clone()
    }

    /// From now on, sends pages in small chunks, as over a bad connection.
    pub fn send_chunks(&self) {
        self.site.sends_chunks.store(true, Ordering::Relaxed);
    }

    /// From now on, sends the Brotli files that lie next to the originals.
    pub fn send_compressed(&self) {
        self.site.sends_compressed.store(true, Ordering::Relaxed);
    }

    /// Stops the server: new connections are refused.
    pub fn stop(&self) {
        self.accept_loop.abort();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn accept(listener: TcpListener, site: Arc<Site>) {
    let mut connections = tokio::task::JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        let site = Arc::clone(&site);
        connections.spawn(async move {
            let service = service_fn(move |request| {
                let response = site.respond(&request);
                async move { Ok::<_, Infallible>(response) }
            });
            // Errors are ignored: a browser may close the connection early.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), service).await;
        });
    }
}

impl Site {
    fn respond(&self, request: &Request<Incoming>) -> Response<ChunkedBody> {
        let folder = Arc::clone(&locked(&self.folder));
        let path = request.uri().path();
        if let Some((_, document)) = locked(&self.documents).iter().find(|(known, _)| known == path)
        {
            let mut response = Response::new(ChunkedBody::whole(Bytes::from(document.clone())));
            let media_type = HeaderValue::from_static(media_type(Path::new(path)));
            response.headers_mut().insert(CONTENT_TYPE, media_type);
            return response;
        }
        let kind = if request.headers().contains_key(CACHE_CONTROL) {
            Corruption::CacheBypassing
        } else {
            locked(&self.requested_paths).push(path.to_owned());
            Corruption::Normal
        };
        let corrupted = *locked(&self.corrupted);
        let is_corrupted =
            corrupted.is_some_and(|(pattern, requests)| requests == kind && matches(path, pattern));
        let encodings = request.headers().get(ACCEPT_ENCODING);
        let encodings = encodings.and_then(|value| value.to_str().ok()).unwrap_or_default();
        let is_compressed =
            encodings.contains("br") && self.sends_compressed.load(Ordering::Relaxed);
        let response = folder.respond(path, is_corrupted, is_compressed);
        let is_page = response.headers()[CONTENT_TYPE] == HTML;
        if is_page && self.sends_chunks.load(Ordering::Relaxed) {
            response.map(ChunkedBody::small_chunks)
        } else {
            response.map(ChunkedBody::whole)
        }
    }
}

fn matches(path: &str, pattern: &str) -> bool {
    pattern.split('*').all(|part| path.contains(part))
}

impl Folder {
    fn new(root: PathBuf) -> Arc<Self> {
        assert!(
            root.join("index.html").is_file(),
            "there is no site in {}: build it first with `cargo xtask build`",
            root.display()
        );
        Arc::new(Self { headers: HeadersFile::read(&root.join("_headers")), root })
    }

    fn respond(&self, path: &str, is_corrupted: bool, is_compressed: bool) -> Response<Bytes> {
        let (status, file) = match self.find(path) {
            Some(file) => (StatusCode::OK, file),
            None => (StatusCode::NOT_FOUND, self.root.join("404.html")),
        };
        let brotli = file.with_added_extension("br");
        let brotli = is_compressed.then(|| std::fs::read(brotli).ok()).flatten();
        let encoding = brotli.is_some().then_some(HeaderValue::from_static("br"));
        let mut content = brotli.unwrap_or_else(|| std::fs::read(&file).unwrap_or_default());
        if let Some(middle) = is_corrupted.then_some(content.len() / 2) {
            content[middle] ^= 1;
        }
        let mut response = Response::new(Bytes::from(content));
        *response.status_mut() = status;
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type(&file)));
        headers.extend(encoding.map(|encoding| (CONTENT_ENCODING, encoding)));
        for (name, value) in self.headers.headers_for(path) {
            let name: HeaderName = name.parse().expect("_headers should have valid names");
            headers.append(name, value.parse().expect("_headers should have valid values"));
        }
        response
    }

    fn find(&self, path: &str) -> Option<PathBuf> {
        let relative = Path::new(path.trim_matches('/'));
        if path.contains('%')
            || !relative.components().all(|part| matches!(part, Component::Normal(_)))
        {
            return None;
        }
        let exact = self.root.join(relative);
        let mut page = exact.clone().into_os_string();
        page.push(".html");
        [exact.clone(), exact.join("index.html"), page.into()]
            .into_iter()
            .find(|file| file.is_file())
    }
}
