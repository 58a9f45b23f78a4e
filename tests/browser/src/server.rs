//! A static host for the built folder, as hosts do it: the file itself, then `path/index.html`,
//! then `path.html`, else `404.html` with status 404; with the headers that `_headers` asks for.

use crate::chunked_body::Pieces;
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

/// A server on a free port of 127.0.0.1; stops when dropped.
#[derive(Debug)]
pub struct Server {
    origin: String,
    site: Arc<Site>,
    accepting: JoinHandle<()>,
}

/// What is served at this moment.
#[derive(Debug)]
struct Site {
    folder: Mutex<Arc<Folder>>,
    /// Documents beside the folder, each at its own path.
    offered: Mutex<Vec<(String, String)>>,
    /// Which files arrive damaged, by the parts of their paths with `*` between, and whether to those who insist on a fresh
    /// answer or to all others.
    damaged: Mutex<Option<(&'static str, bool)>>,
    /// The paths that were asked for.
    asked: Mutex<Vec<String>>,
    /// Whether pages arrive in small pieces.
    dribbles: AtomicBool,
    /// Whether compressed copies are sent where there are any.
    compresses: AtomicBool,
}

#[derive(Debug)]
struct Folder {
    root: PathBuf,
    headers: HeadersFile,
}

impl Server {
    /// Serves a folder.
    pub async fn start(root: PathBuf) -> Self {
        let folder = Mutex::new(Folder::new(root));
        let site = Arc::new(Site {
            folder,
            offered: Mutex::default(),
            damaged: Mutex::default(),
            asked: Mutex::default(),
            dribbles: AtomicBool::default(),
            compresses: AtomicBool::default(),
        });
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
        let port = listener.local_addr().expect("the port's address").port();
        Self {
            origin: format!("http://127.0.0.1:{port}"),
            accepting: tokio::spawn(accept(listener, Arc::clone(&site))),
            site,
        }
    }

    /// Its origin, such as `http://127.0.0.1:41234`.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Its port.
    #[must_use]
    pub fn port(&self) -> &str {
        self.origin.rsplit(':').next().unwrap_or_default()
    }

    /// Serves another folder from here on, as after an upload.
    pub fn serve(&self, root: PathBuf) {
        *locked(&self.site.folder) = Folder::new(root);
    }

    /// Serves a document beside the folder, and gives the whole address it has.
    pub fn offer(&self, path: &str, document: impl Into<String>) -> String {
        locked(&self.site.offered).push((path.to_owned(), document.into()));
        format!("{}{path}", self.origin)
    }

    /// From here on, files with these parts in their path, `*` between them, arrive damaged where someone insists on a fresh answer,
    /// as the worker of the site does while it keeps files, and a page does not.
    pub fn damage_fresh(&self, parts: &'static str) {
        *locked(&self.site.damaged) = Some((parts, true));
    }

    /// The opposite: they arrive damaged unless someone insists on a fresh answer.
    pub fn damage_at_first(&self, parts: &'static str) {
        *locked(&self.site.damaged) = Some((parts, false));
    }

    /// The paths that pages asked for, in their order; not what the worker of the site keeps, which insists on
    /// fresh answers.
    #[must_use]
    pub fn asked(&self) -> Vec<String> {
        locked(&self.site.asked).clone()
    }

    /// From here on pages arrive in small pieces, as over a bad line.
    pub fn dribble(&self) {
        self.site.dribbles.store(true, Ordering::Relaxed);
    }

    /// From here on sends the compressed copies beside the files, as a careful host does.
    pub fn compress(&self) {
        self.site.compresses.store(true, Ordering::Relaxed);
    }

    /// Stops answering: from here on every connection is refused.
    pub fn stop(&self) {
        self.accepting.abort();
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
            let answer = service_fn(move |request| {
                let response = site.answer(&request);
                async move { Ok::<_, Infallible>(response) }
            });
            // A browser that hangs up in the middle is nothing to tell about.
            let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), answer).await;
        });
    }
}

impl Site {
    fn answer(&self, request: &Request<Incoming>) -> Response<Pieces> {
        let folder = Arc::clone(&locked(&self.folder));
        let path = request.uri().path();
        if let Some((_, document)) = locked(&self.offered).iter().find(|(at, _)| at == path) {
            let mut response = Response::new(Pieces::one(Bytes::from(document.clone())));
            let kind = HeaderValue::from_static(media_type(Path::new(path)));
            response.headers_mut().insert(CONTENT_TYPE, kind);
            return response;
        }
        let is_fresh = request.headers().contains_key(CACHE_CONTROL);
        if !is_fresh {
            locked(&self.asked).push(path.to_owned());
        }
        let damaged = *locked(&self.damaged);
        let is_damaged =
            damaged.is_some_and(|(parts, fresh)| fresh == is_fresh && has_all(path, parts));
        let takes = request.headers().get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
        let takes_brotli = takes.is_some_and(|value| value.contains("br"));
        let is_compressed = takes_brotli && self.compresses.load(Ordering::Relaxed);
        let answer = folder.answer(path, is_damaged, is_compressed);
        let is_page = answer.headers()[CONTENT_TYPE] == HTML;
        let dribbles = is_page && self.dribbles.load(Ordering::Relaxed);
        answer.map(|content| if dribbles { Pieces::small(content) } else { Pieces::one(content) })
    }
}

fn has_all(path: &str, parts: &str) -> bool {
    parts.split('*').all(|part| path.contains(part))
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

    fn answer(&self, path: &str, is_damaged: bool, is_compressed: bool) -> Response<Bytes> {
        let (status, file) = match self.find(path) {
            Some(file) => (StatusCode::OK, file),
            None => (StatusCode::NOT_FOUND, self.root.join("404.html")),
        };
        let copy = file.with_added_extension("br");
        let copy = is_compressed.then(|| std::fs::read(copy).ok()).flatten();
        let encoding = copy.is_some().then_some(HeaderValue::from_static("br"));
        let mut content = copy.unwrap_or_else(|| std::fs::read(&file).unwrap_or_default());
        if let Some(middle) = is_damaged.then_some(content.len() / 2) {
            content[middle] ^= 1;
        }
        let mut response = Response::new(Bytes::from(content));
        *response.status_mut() = status;
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type(&file)));
        headers.extend(encoding.map(|encoding| (CONTENT_ENCODING, encoding)));
        for (name, value) in self.headers.of(path) {
            let name: HeaderName = name.parse().expect("a header's name in _headers");
            headers.append(name, value.parse().expect("a header's value in _headers"));
        }
        response
    }

    fn find(&self, path: &str) -> Option<PathBuf> {
        let inside = Path::new(path.trim_matches('/'));
        if path.contains('%')
            || !inside.components().all(|part| matches!(part, Component::Normal(_)))
        {
            return None;
        }
        let exact = self.root.join(inside);
        let mut page = exact.clone().into_os_string();
        page.push(".html");
        [exact.clone(), exact.join("index.html"), page.into()]
            .into_iter()
            .find(|file| file.is_file())
    }
}
