//! The local server of a preview: the site with its generated headers, or the problems of its ladders.
//! Every page reloads itself when something else is shown.

use super::files::{Response, respond};
use anyhow::{Result, anyhow};
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;
use tiny_http::{Header, Request, Server};

/// Answers as soon as something else is shown. Its name is no file of a site.
const CHANGES: &str = "~preview";

/// How long a page waits for an answer before it asks again.
const TIMEOUT: Duration = Duration::from_secs(25);

/// What a preview shows at the moment.
#[derive(Clone, Debug)]
pub enum Shown {
    /// A site, in this folder.
    Site {
        /// Its folder.
        folder: PathBuf,
        /// The number of its pages.
        pages: usize,
    },
    /// Why there is no site, as text.
    Problems(String),
}

/// What a server shows.
#[derive(Debug)]
pub struct Preview {
    base: String,
    /// What is shown, and how often that has changed.
    state: Mutex<(Shown, u64)>,
    changed: Condvar,
}

impl Preview {
    /// A preview under a base path, with nothing to show yet.
    pub fn new(base: &str) -> Self {
        let state = Mutex::new((Shown::Problems(String::new()), 0));
        Self { base: base.to_owned(), state, changed: Condvar::new() }
    }

    /// Shows something else.
    pub fn show(&self, shown: Shown) {
        let mut state = self.state();
        *state = (shown, state.1 + 1);
        drop(state);
        self.changed.notify_all();
    }

    fn state(&self) -> MutexGuard<'_, (Shown, u64)> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until something is shown that `seen` is not, at most [`TIMEOUT`]. Returns whether it is.
    fn wait(&self, seen: u64) -> bool {
        let state = self.state();
        let waited = self.changed.wait_timeout_while(state, TIMEOUT, |state| state.1 == seen);
        let (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        state.1 != seen
    }

    fn answer(&self, url: &str) -> Response {
        let (path, query) = url.split_once('?').unwrap_or((url, ""));
        match path.strip_prefix(&self.base) {
            None => Response::redirect(&self.base),
            Some(CHANGES) => {
                let has_changed = query.parse().is_ok_and(|seen| self.wait(seen));
                Response::empty(if has_changed { 200 } else { 204 })
            }
            Some(path) => {
                let (shown, version) = self.state().clone();
                let response = match shown {
                    Shown::Site { folder, .. } => respond(&folder, &self.base, path),
                    Shown::Problems(report) => Response::problems(&report),
                };
                response.with_script(&self.script(), version)
            }
        }
    }

    /// Reloads a page once something else is shown.
    fn script(&self) -> String {
        let changes = format!("{}{CHANGES}", self.base);
        format!(
            "const {{ version }} = document.currentScript.dataset;\n\
             async function waitForChange() {{\n\
               const answer = await fetch(`{changes}?${{version}}`).catch(() => undefined);\n\
               if (answer?.status === 200) return location.reload();\n\
               setTimeout(waitForChange, answer ? 0 : 1000);\n\
             }}\n\
             waitForChange();\n"
        )
    }
}

/// Starts answering requests on a port of 127.0.0.1. Returns the address.
///
/// # Errors
/// If the port is in use.
pub fn start(preview: &Arc<Preview>, port: u16) -> Result<String> {
    let server = Server::http(("127.0.0.1", port)).map_err(|error| {
        anyhow!("Cannot open port {port}: {error}. Choose another one with --port.")
    })?;
    let address = server.server_addr().to_string();
    let preview = Arc::clone(preview);
    thread::spawn(move || {
        for request in server.incoming_requests() {
            let preview = Arc::clone(&preview);
            // A page keeps one request open for as long as it waits.
            thread::spawn(move || send(request, &preview));
        }
    });
    Ok(address)
}

fn send(request: Request, preview: &Preview) {
    let Response { status, headers, content } = preview.answer(request.url());
    let mut response = tiny_http::Response::from_data(content).with_status_code(status);
    for (name, value) in headers {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    // A browser may close the connection early.
    let _ = request.respond(response);
}
