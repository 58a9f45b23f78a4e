//! The open ladder, and loading of another one.
//!
//! The store opens the ladder that the address names. The current ladder stays open until the other one
//! is loaded completely.

mod chunk;
mod load;
mod loader;
mod recent;

pub use chunk::load as load_chunk;
pub use loader::{LoadError, LoadRequest, LoaderState};

use super::SharedLadder;
use super::recents::Recents;
use crate::browser::file::File;
use crate::browser::navigation::Navigation;
use crate::browser::site;
use crate::browser::stored_documents::RemovedDocuments;
use crate::chunk::run;
use crate::router::{Location, Origin, Route};
use ladder::{Address, CatalogEntry};
use leptos::prelude::*;
use loader::{LoadTarget, LoaderEvent, target};
use reader::{Failure, RequestKind};
use std::any::Any;
use std::time::Duration;

/// The open ladder and the loader; see [`use_ladder_store`].
#[derive(Clone, Copy)]
pub struct LadderStore {
    navigation: Navigation,
    ladder: ReadSignal<SharedLadder>,
    set_ladder: WriteSignal<SharedLadder>,
    loader: ReadSignal<LoaderState>,
    set_loader: WriteSignal<LoaderState>,
    recents: ReadSignal<Recents>,
    set_recents: WriteSignal<Recents>,
    session: StoredValue<Session, LocalStorage>,
}

/// Internal state that is not displayed.
struct Session {
    /// The site's own ladder.
    own: SharedLadder,
    /// Ladders that can be shown again without loading them.
    cached: Vec<SharedLadder>,
    catalog: Vec<CatalogEntry>,
    /// The worker that is loading, terminated when dropped. Type-erased so that its code stays in the
    /// chunk that starts it.
    worker: Option<Box<dyn Any>>,
    /// The number of loads started so far, which identifies the current one.
    loads: usize,
    /// Addresses that the visitor confirmed.
    confirmed: Vec<Origin>,
    /// The last deleted list of recent ladders, with their documents.
    deleted: Option<(Recents, RemovedDocuments)>,
    /// Renders the page; set while rendering waits for the first load.
    pending_render: Option<Box<dyn FnOnce()>>,
}

impl LadderStore {
    /// Creates the store with the site's own ladder open. `catalog` lists the ladders of the site.
    #[must_use]
    pub fn new(own: &SharedLadder, catalog: Vec<CatalogEntry>, navigation: Navigation) -> Self {
        let session = Session {
            own: own.clone(),
            cached: Vec::new(),
            catalog: with_own(catalog, own),
            worker: None,
            loads: 0,
            confirmed: Vec::new(),
            deleted: None,
            pending_render: None,
        };
        let (ladder, set_ladder) = signal(own.clone());
        let (loader, set_loader) = signal(LoaderState::default());
        let (recents, set_recents) = signal(Recents::default());
        Self {
            navigation,
            ladder,
            set_ladder,
            loader,
            set_loader,
            recents,
            set_recents,
            session: StoredValue::new_local(session),
        }
    }

    /// Opens the ladder that the address names, now and whenever the address changes.
    #[must_use]
    pub fn follow_address(self) -> Self {
        self.open_if_needed();
        let (origin, route) = (self.navigation.origin(), self.navigation.route());
        let location = move || {
            origin.track();
            route.track();
        };
        Effect::watch(location, move |(), _, _| self.open_if_needed(), false);
        self
    }

    /// Calls `render` at once if the ladder is open. Otherwise waits until it is loaded, or until loading has
    /// taken so long that its progress should be shown.
    pub fn render_when_known(self, render: impl FnOnce() + 'static) {
        if !self.loader.with_untracked(LoaderState::is_running) {
            return render();
        }
        let owner = Owner::current().unwrap_or_default();
        let render = Box::new(move || owner.with(render));
        self.session.update_value(|session| session.pending_render = Some(render));
    }

    /// The current route and the ladder that the address names.
    #[must_use]
    pub fn navigation(self) -> Navigation {
        self.navigation
    }

    /// The open ladder.
    #[must_use]
    pub fn ladder(self) -> ReadSignal<SharedLadder> {
        self.ladder
    }

    /// The state of loading another ladder.
    #[must_use]
    pub fn loader(self) -> ReadSignal<LoaderState> {
        self.loader
    }

    /// The site's own ladder.
    #[must_use]
    pub fn own(self) -> SharedLadder {
        self.session.with_value(|session| session.own.clone())
    }

    /// The ladders that come with the site.
    #[must_use]
    pub fn catalog(self) -> Vec<CatalogEntry> {
        self.session.with_value(|session| session.catalog.clone())
    }

    /// The origin of a ladder that comes with the site.
    #[must_use]
    pub fn origin_of(self, entry: &CatalogEntry) -> Origin {
        let is_own = self.session.with_value(|session| session.own.id == entry.id);
        if is_own { Origin::Default } else { Origin::Bundled(entry.id.clone()) }
    }

    /// Loads the code for opening ladders, then opens a dropped file.
    pub fn open_dropped(self, file: File) {
        run(chunk::open_file(self, file));
    }

    /// Opens a file.
    pub fn open_file(self, file: &File) {
        let request = LoadRequest { origin: None, source: file.name() };
        self.start(request, RequestKind::ReadFile, "", Some(file));
    }

    /// Opens an address that the visitor typed or confirmed.
    pub fn open_address(self, address: Address) {
        let text = address.as_str().to_owned();
        let source = site::ascii_host(&text);
        let origin = Origin::Url(address);
        self.session.update_value(|session| session.confirmed.push(origin.clone()));
        let request = LoadRequest { origin: Some(origin), source };
        self.start(request, RequestKind::FetchAndStore, &text, None);
    }

    /// Cancels loading.
    pub fn cancel(self) {
        self.fail(LoadError::NoDocument(Failure::Cancelled));
    }

    /// Hides the result of loading.
    pub fn dismiss(self) {
        self.update(LoaderEvent::Dismissed);
        self.stop_worker();
    }

    /// Retries a failed load.
    pub fn retry(self) {
        let request = self.loader.with_untracked(|loader| loader.request().cloned());
        match request.and_then(|request| request.origin) {
            Some(Origin::Url(address)) => self.open_address(address),
            _ => self.open_from_address_bar(),
        }
    }

    /// Opens the ladder that the address names. The code for this is only loaded if it is not open yet.
    fn open_if_needed(self) {
        let is_open = self.ladder.with_untracked(|open| {
            self.navigation.origin().with_untracked(|origin| origin == open.origin())
        });
        if !is_open || self.loader.with_untracked(LoaderState::is_visible) {
            run(chunk::open_from_address_bar(self));
        } else {
            self.use_present_ids();
        }
    }

    /// Replaces former ids in the address of a page of the open ladder.
    fn use_present_ids(self) {
        let (open, route) = (self.ladder.get_untracked(), self.navigation.route());
        let present = route.with_untracked(|route| route.with_present_ids(&open));
        let is_open = self.navigation.origin().with_untracked(|origin| origin == open.origin());
        if is_open && route.with_untracked(|route| *route != present) {
            self.navigation.rename(present);
        }
    }

    fn open_from_address_bar(self) {
        self.refresh_recents();
        let origin = self.navigation.origin().get_untracked();
        let (own, open) = (self.own(), self.ladder.get_untracked());
        let is_known = self.session.with_value(|session| session.confirmed.contains(&origin))
            || self.recents.with_untracked(|recents| recents.contains(&origin));
        let is_trusted = |address: &Address| is_known || site::is_same_origin(address);
        match target(&origin, open.origin(), &own.id, is_trusted) {
            // The worker of the open ladder may still be storing its document.
            LoadTarget::Current if !self.loader.with_untracked(LoaderState::is_visible) => {}
            LoadTarget::Current => self.dismiss(),
            LoadTarget::Own => self.show(own),
            LoadTarget::Other(origin) => match self.cached(&origin) {
                Some(ladder) => self.show(ladder),
                None => self.load(origin),
            },
            LoadTarget::Unconfirmed(address) => {
                let source = site::ascii_host(address.as_str());
                let request = LoadRequest { origin: Some(Origin::Url(address)), source };
                self.update(LoaderEvent::ConfirmationNeeded(request));
                self.stop_worker();
            }
        }
    }

    fn load(self, origin: Origin) {
        let key = origin.value();
        match &origin {
            Origin::Url(address) => self.open_address(address.clone()),
            Origin::OnSite(path) => {
                let url = site::file_url(path.under_base());
                let request = LoadRequest { origin: Some(origin), source: String::new() };
                self.start(request, RequestKind::FetchAndStore, &url, None);
            }
            Origin::StoredFile(_) => {
                let source = self.recents.with_untracked(|recents| {
                    let recent = recents.iter().find(|recent| recent.origin == origin);
                    recent.map_or_else(String::new, |recent| recent.source.clone())
                });
                let request = LoadRequest { origin: Some(origin), source };
                self.start(request, RequestKind::ReadStored, &key, None);
            }
            Origin::Default | Origin::Bundled(_) => {
                let request = LoadRequest { origin: Some(origin), source: String::new() };
                match self.catalog().into_iter().find(|entry| entry.id.as_str() == key) {
                    Some(entry) => {
                        let url = site::file_url(&format!("ladders/{}", entry.file));
                        self.start(request, RequestKind::Fetch, &url, None);
                    }
                    None => {
                        self.update(LoaderEvent::Started(request));
                        self.fail(LoadError::NoDocument(Failure::NotListed));
                    }
                }
            }
        }
    }

    fn cached(self, origin: &Origin) -> Option<SharedLadder> {
        self.session.with_value(|session| {
            session.cached.iter().find(|ladder| ladder.origin() == origin).cloned()
        })
    }

    fn start(self, request: LoadRequest, kind: RequestKind, text: &str, file: Option<&File>) {
        /// How long the first render waits. Most documents arrive sooner; until then, the prerendered
        /// page shows a message (`style/base.css`).
        const RENDER_DELAY: Duration = Duration::from_millis(400);
        set_timeout(move || self.render(), RENDER_DELAY);
        self.update(LoaderEvent::Started(request.clone()));
        self.session.update_value(|session| session.loads += 1);
        match load::start(self, request, kind, text, file) {
            Ok(worker) => {
                self.session.update_value(|session| session.worker = Some(Box::new(worker)));
            }
            Err(failure) => self.fail(LoadError::NoDocument(failure)),
        }
    }

    fn show(self, ladder: SharedLadder) {
        self.set_ladder.set(ladder);
        self.use_present_ids();
        self.dismiss();
    }

    /// Shows a ladder that was just loaded, at its own address.
    fn show_loaded(self, ladder: SharedLadder) {
        // Keeps this ladder, for going back and forth, and files that are not stored.
        let recents = self.recents.get_untracked();
        self.session.update_value(|Session { cached, .. }| {
            cached.retain(|ladder| {
                matches!(ladder.origin(), Origin::StoredFile(_))
                    && !recents.contains(ladder.origin())
            });
            cached.push(ladder.clone());
        });
        let origin = ladder.origin().clone();
        self.update(LoaderEvent::Opened);
        self.set_ladder.set(ladder);
        if self.navigation.origin().with_untracked(|current| *current != origin) {
            self.navigation.push_location(Location { origin, route: Route::default() });
        }
        self.use_present_ids();
        self.render();
    }

    fn update(self, event: LoaderEvent) {
        self.set_loader.update(|state| *state = std::mem::take(state).after(event));
    }

    fn fail(self, error: LoadError) {
        self.update(LoaderEvent::Failed(error));
        self.stop_worker();
    }

    fn stop_worker(self) {
        self.session.update_value(|session| session.worker = None);
        // The worker may finish before its ladder is unpacked.
        if !self.loader.with_untracked(LoaderState::is_running) {
            self.render();
        }
    }

    /// Renders the page if it is not rendered yet.
    fn render(self) {
        let mut pending = None;
        self.session.update_value(|session| pending = session.pending_render.take());
        if let Some(render) = pending {
            render();
        }
    }
}

/// The catalog, with an entry for the site's own ladder in any case.
fn with_own(mut catalog: Vec<CatalogEntry>, own: &SharedLadder) -> Vec<CatalogEntry> {
    if catalog.iter().all(|entry| entry.id != own.id) {
        let (title, summary) =
            (own.title.clone(), own.summary.as_deref().unwrap_or_default().to_owned());
        catalog.insert(0, CatalogEntry { id: own.id.clone(), title, summary, file: String::new() });
    }
    catalog
}

/// The ladder store of the app.
#[must_use]
pub fn use_ladder_store() -> LadderStore {
    expect_context()
}
