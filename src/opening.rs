//! The open ladder, and how another one comes to be open.
//!
//! The address says which ladder it speaks of; opening follows it, and what the visitor chooses on
//! the page. Until another ladder is there whole, the one that is open stays.

mod attempt;
mod run;

pub use attempt::{Attempt, Next, Stage, Wanted, next};

use crate::browser::file::File;
use crate::browser::navigation::Navigation;
use crate::browser::reader::Reader;
use crate::browser::{kept, site};
use crate::bundled;
use crate::ladder::{Address, Listed, Problem};
use crate::reading::{Failure, Progress, asked};
use crate::recents::{Recent, Recents};
use crate::route::{Location, Origin, Route};
use crate::state::Shared;
use leptos::prelude::*;

/// The open ladder and the attempt to open another one. Copied freely; found in the context.
#[derive(Clone, Copy)]
pub struct Opening {
    navigation: Navigation,
    /// The site's own ladder, and those of this visit that may be shown again without being read.
    own: StoredValue<Shared>,
    held: StoredValue<Vec<Shared>>,
    ladder: RwSignal<Shared>,
    attempt: RwSignal<Option<Attempt>>,
    recents: RwSignal<Recents>,
    listed: StoredValue<Vec<Listed>>,
    /// At work for the present attempt. Ended by being dropped.
    reader: StoredValue<Option<Reader>, LocalStorage>,
    /// How many times it was started.
    runs: StoredValue<usize>,
    /// Addresses that the visitor agreed to in this visit.
    agreed: StoredValue<Vec<Origin>>,
}

impl Opening {
    /// `own` is open, and nothing else will be: for rendering natively.
    #[must_use]
    pub fn fixed(own: &Shared, navigation: Navigation) -> Self {
        Self {
            navigation,
            own: StoredValue::new(own.clone()),
            held: StoredValue::default(),
            ladder: RwSignal::new(own.clone()),
            attempt: RwSignal::new(None),
            recents: RwSignal::default(),
            listed: StoredValue::new(bundled::list()),
            reader: StoredValue::new_local(None),
            runs: StoredValue::default(),
            agreed: StoredValue::default(),
        }
    }

    /// Opens what the address speaks of, now and whenever it changes.
    #[must_use]
    pub fn follow(self) -> Self {
        self.refresh_recents();
        self.decide();
        let location = (self.navigation.origin(), self.navigation.route());
        Effect::new(move |before: Option<()>| {
            location.0.track();
            location.1.track();
            if before.is_some() {
                untrack(|| self.decide());
            }
        });
        self
    }

    /// Which page is shown, and of which ladder the address speaks.
    #[must_use]
    pub fn navigation(self) -> Navigation {
        self.navigation
    }

    /// The open ladder.
    #[must_use]
    pub fn ladder(self) -> Signal<Shared> {
        self.ladder.into()
    }

    /// The site's own ladder.
    #[must_use]
    pub fn own(self) -> Shared {
        self.own.get_value()
    }

    /// The ladders that come with the site.
    #[must_use]
    pub fn listed(self) -> Vec<Listed> {
        self.listed.get_value()
    }

    /// The origin of a ladder that comes with the site: the site's own has none to name.
    #[must_use]
    pub fn origin_of(self, listed: &Listed) -> Origin {
        let is_own = self.own.with_value(|own| own.id == listed.id);
        if is_own { Origin::Default } else { Origin::Bundled(listed.id.clone()) }
    }

    /// The attempt that is under way, or that has failed.
    #[must_use]
    pub fn attempt(self) -> Signal<Option<Attempt>> {
        self.attempt.into()
    }

    /// The ladders opened from elsewhere before.
    #[must_use]
    pub fn recents(self) -> Signal<Recents> {
        self.recents.into()
    }

    /// Opens a file.
    pub fn open_file(self, file: &File) {
        let wanted = Wanted { origin: None, whose: file.name() };
        self.start(wanted, asked::FILE, "", Some(file));
    }

    /// Opens an address, which the visitor typed or agreed to.
    pub fn open_address(self, address: Address) {
        let text = address.as_str().to_owned();
        let whose = site::plain_host(&text);
        let origin = Origin::At(address);
        self.agreed.update_value(|agreed| agreed.push(origin.clone()));
        self.start(Wanted { origin: Some(origin), whose }, asked::ADDRESS_TO_KEEP, &text, None);
    }

    /// Ends the attempt at the visitor's word; what was open is open still.
    pub fn cancel(self) {
        self.fail(Failure::Cancelled);
    }

    /// Leaves what came of the attempt behind.
    pub fn dismiss(self) {
        self.reader.set_value(None);
        self.attempt.set(None);
    }

    /// Tries the same address again.
    pub fn again(self) {
        match self.attempt.get_untracked().and_then(|attempt| attempt.wanted.origin) {
            Some(Origin::At(address)) => self.open_address(address),
            _ => self.decide(),
        }
    }

    /// Forgets one of the ladders opened before.
    pub fn forget(self, origin: &Origin) {
        self.refresh_recents();
        self.recents.update(|recents| recents.forget(origin));
        kept::forget(vec![origin.value()]);
        self.write_recents();
    }

    /// Forgets them all.
    pub fn forget_all(self) {
        self.refresh_recents();
        let recents = self.recents.get_untracked();
        kept::forget(recents.iter().map(|recent| recent.origin.value()).collect());
        self.recents.set(Recents::default());
        self.write_recents();
    }

    /// Does what the address asks for.
    fn decide(self) {
        let origin = self.navigation.origin().get_untracked();
        let own = self.own();
        let open = self.ladder.get_untracked();
        let known = self.agreed.with_value(|agreed| agreed.contains(&origin))
            || self.recents.with_untracked(|recents| recents.has(&origin));
        let is_free = |address: &Address| known || site::holds(address);
        match next(&origin, open.origin(), &own.id, is_free) {
            // The reader of a ladder that is shown already may still keep its text.
            Next::Stay if self.attempt.with_untracked(Option::is_none) => {}
            Next::Stay => self.dismiss(),
            Next::ShowOwn => self.show(own),
            Next::Open(origin) => match self.held(&origin) {
                Some(held) => self.show(held),
                None => self.open(origin),
            },
            Next::Ask(address) => {
                self.reader.set_value(None);
                let whose = site::plain_host(address.as_str());
                let wanted = Wanted { origin: Some(Origin::At(address)), whose };
                self.attempt.set(Some(Attempt { wanted, stage: Stage::Asking }));
            }
        }
    }

    fn open(self, origin: Origin) {
        let key = origin.value();
        match &origin {
            Origin::At(address) => self.open_address(address.clone()),
            Origin::Kept(_) => {
                let whose = self.recents.with_untracked(|recents| {
                    let recent = recents.iter().find(|recent| recent.origin == origin);
                    recent.map_or_else(String::new, |recent| recent.whose.clone())
                });
                self.start(Wanted { origin: Some(origin), whose }, asked::KEPT, &key, None);
            }
            Origin::Default | Origin::Bundled(_) => {
                let listed = self.listed().into_iter().find(|listed| listed.id.as_str() == key);
                let wanted = Wanted { origin: Some(origin), whose: String::new() };
                match listed {
                    Some(listed) => {
                        let address = site::address_of(&format!("ladders/{}", listed.file));
                        self.start(wanted, asked::ADDRESS, &address, None);
                    }
                    None => {
                        let stage = Stage::Failed(Failure::NotListed);
                        self.attempt.set(Some(Attempt { wanted, stage }));
                    }
                }
            }
        }
    }

    fn start(self, wanted: Wanted, how: &'static str, text: &str, file: Option<&File>) {
        let stage = Stage::Underway(Progress::Arriving(0, None));
        self.attempt.set(Some(Attempt { wanted: wanted.clone(), stage }));
        self.runs.update_value(|runs| *runs += 1);
        let run = run::Run::new(self, wanted);
        match Reader::ask(how, text, file, move |said, packed| run.hear(said, packed)) {
            Ok(reader) => self.reader.set_value(Some(reader)),
            Err(failure) => self.fail(failure),
        }
    }

    fn held(self, origin: &Origin) -> Option<Shared> {
        self.held.with_value(|held| held.iter().find(|held| held.origin() == origin).cloned())
    }

    fn show(self, ladder: Shared) {
        self.dismiss();
        self.ladder.set(ladder);
    }

    fn progress(self, progress: Progress) {
        self.stage(Stage::Underway(progress));
    }

    fn fail(self, failure: Failure) {
        self.reader.set_value(None);
        self.stage(Stage::Failed(failure));
    }

    fn refuse(self, problems: Vec<Problem>) {
        self.reader.set_value(None);
        self.stage(Stage::Refused(problems.into()));
    }

    fn stage(self, stage: Stage) {
        self.attempt.update(|attempt| {
            if let Some(attempt) = attempt {
                attempt.stage = stage;
            }
        });
    }

    /// Shows a ladder that has just been read, at its own address.
    fn arrived(self, ladder: Shared) {
        // One is enough to go back and forth without reading anew; what is kept nowhere stays too.
        self.held.update_value(|held| {
            let recents = self.recents.read_untracked();
            held.retain(|held| {
                matches!(held.origin(), Origin::Kept(_)) && !recents.has(held.origin())
            });
            held.push(ladder.clone());
        });
        let origin = ladder.origin().clone();
        self.attempt.set(None);
        self.ladder.set(ladder);
        if self.navigation.origin().with_untracked(|shown| *shown != origin) {
            let location = Location { origin, route: Route::default() };
            self.navigation.push_location(location);
        }
    }

    fn remember(self, recent: Recent) {
        self.refresh_recents();
        let mut forgotten = Vec::new();
        self.recents.update(|recents| forgotten = recents.opened(recent));
        kept::forget(forgotten);
        self.write_recents();
    }

    /// Another tab may have changed them.
    fn refresh_recents(self) {
        if let Some(list) = kept::list() {
            self.recents.set(Recents::read(&list));
        }
    }

    fn write_recents(self) {
        kept::write_list(&self.recents.with_untracked(Recents::written));
    }
}

/// The opening of the page; provided by the app.
#[must_use]
pub fn use_opening() -> Opening {
    expect_context()
}
