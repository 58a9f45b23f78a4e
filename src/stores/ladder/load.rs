//! Loads a ladder: starts the worker, receives its messages, shows the result.

use super::LadderStore;
use super::loader::{LoadError, LoadRequest, LoaderEvent, LoaderState};
use crate::browser::file::File;
use crate::browser::reader::ReaderWorker;
use crate::browser::{clock, site, stored_documents, time_slicing};
use crate::router::Origin;
use crate::stores::recents::Recent;
use crate::stores::{OpenLadder, Provenance};
use ladder::{Address, Ladder, NotPacked, Unpacker};
use leptos::prelude::*;
use leptos::task::spawn_local;
use reader::{Failure, Outcome, Progress, RequestKind, WorkerMessage};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

/// Starts a worker for the request. The caller keeps the worker; dropping it cancels the load.
pub(super) fn start(
    store: LadderStore,
    request: LoadRequest,
    kind: RequestKind,
    text: &str,
    file: Option<&File>,
) -> Result<ReaderWorker, Failure> {
    let number = store.session.with_value(|session| session.loads);
    let (unpacker, recent, key, is_stored) = Default::default();
    let load = Load { store, request, number, unpacker, recent, key, is_stored };
    ReaderWorker::start(kind, text, file, move |message, packed| load.receive(message, packed))
}

#[derive(Clone)]
struct Load {
    store: LadderStore,
    request: LoadRequest,
    /// Compared with [`Session::loads`](super::Session::loads).
    number: usize,
    /// The parts that have arrived so far.
    unpacker: Rc<RefCell<Unpacker>>,
    /// The entry for the list of recent ladders, once it is known.
    recent: Rc<RefCell<Option<Recent>>>,
    /// What the document is stored under.
    key: Rc<RefCell<String>>,
    is_stored: Rc<Cell<bool>>,
}

impl Load {
    fn receive(&self, message: WorkerMessage, packed: Option<Vec<u8>>) {
        let store = self.store;
        match (message, packed) {
            (WorkerMessage::Progress(Progress::Received(bytes, total)), _) => {
                store.update(LoaderEvent::Received(bytes, total));
            }
            (WorkerMessage::Progress(Progress::Parsed(percent)), _) => {
                store.update(LoaderEvent::Parsed(percent));
            }
            (WorkerMessage::Failed(failure), _) => store.fail(LoadError::NoDocument(failure)),
            (WorkerMessage::Partial, packed) => {
                let unpacked =
                    self.unpacker.borrow_mut().unpack_partial(&packed.unwrap_or_default());
                if unpacked.is_err() {
                    self.fail();
                }
            }
            (WorkerMessage::Read(outcome), Some(packed)) => {
                self.key.borrow_mut().clone_from(&outcome.key);
                self.unpack(outcome, packed);
            }
            (WorkerMessage::Read(outcome), None) => {
                store.fail(LoadError::Problems(outcome.problems.into()));
            }
            (WorkerMessage::Stored(is_stored), _) => {
                let load = self.clone();
                spawn_local(async move {
                    // In private sessions of WebKit, a worker finds what the page does not.
                    let key = load.key.borrow().clone();
                    load.is_stored.set(is_stored && stored_documents::contains(&key).await);
                    load.remember();
                });
                store.stop_worker();
            }
        }
    }

    fn fail(&self) {
        self.store.fail(LoadError::NoDocument(Failure::NoReader));
    }

    /// Unpacks the rest of the ladder in slices and shows it.
    fn unpack(&self, outcome: Outcome, packed: Vec<u8>) {
        let load = self.clone();
        let mut pending = Some((self.unpacker.take(), outcome));
        time_slicing::run(move || {
            // Another load has started, or the visitor has left `/open`.
            if !load.is_current() {
                return false;
            }
            let Some((unpacker, _)) = &mut pending else { return false };
            match unpacker.step(&packed, Unpacker::SLICE) {
                Ok(true) => {
                    let percent = (unpacker.progress() * 100.0) as u8;
                    load.store.update(LoaderEvent::Transferred(percent));
                    return true;
                }
                Ok(false) => {
                    if let Some((unpacker, outcome)) = pending.take() {
                        load.show(outcome, unpacker.finish(&packed));
                    }
                }
                Err(_) => load.fail(),
            }
            false
        });
    }

    fn is_current(&self) -> bool {
        self.store.loader.with_untracked(LoaderState::is_running)
            && self.store.session.with_value(|session| session.loads) == self.number
    }

    fn show(&self, outcome: Outcome, ladder: Result<Ladder, NotPacked>) {
        let origin = self.request.origin.clone().or_else(|| Origin::read(&outcome.key));
        let (Ok(ladder), Some(origin)) = (ladder, origin) else { return self.fail() };
        let source = match &outcome.redirected_to {
            Some(address) => site::ascii_host(address),
            None => self.request.source.clone(),
        };
        // The document is stored under the complete URL.
        let recent = match &origin {
            Origin::OnSite(path) => {
                Address::new(&site::file_url(path.under_base())).map(Origin::Url)
            }
            Origin::Url(_) | Origin::StoredFile(_) => Some(origin.clone()),
            Origin::Default | Origin::Bundled(_) => None,
        };
        if let Some(recent) = recent {
            *self.recent.borrow_mut() = Some(Recent {
                origin: recent,
                title: ladder.title.clone(),
                source: source.clone(),
                opened_on: clock::today(),
                bytes: outcome.bytes,
                is_stored: false,
            });
            self.remember();
        }
        let provenance = Provenance { source, copy: outcome.copy, warnings: outcome.problems };
        let ladder = OpenLadder::new(ladder, origin).with_provenance(provenance);
        self.store.show_loaded(Arc::new(ladder));
    }

    /// Adds the ladder to the recent ones. Called again once its document is stored.
    fn remember(&self) {
        if let Some(recent) = self.recent.borrow().as_ref() {
            self.store.remember(Recent { is_stored: self.is_stored.get(), ..recent.clone() });
        }
    }
}
