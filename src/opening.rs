//! The open ladder, and how another one comes to be open.
//!
//! The address says which ladder it speaks of; opening follows it, and what the visitor chooses on
//! the page. Until another ladder is there whole, the one that is open stays.

mod attempt;
mod chunk;
mod follow;
mod remembered;
mod run;

pub use attempt::{Attempt, Stage, Wanted};
pub use chunk::load;

use crate::browser::file::File;
use crate::browser::kept::TakenOut;
use crate::browser::navigation::Navigation;
use crate::browser::reader::Reader;
use crate::browser::site;
use crate::bundled;

use crate::recents::Recents;
use crate::route::{Location, Origin, Route};
use crate::stores::SharedLadder;
use ladder::{Address, Listed, Problem};
use leptos::prelude::*;
use reader::{Failure, Progress, asked};
use std::any::Any;
use std::time::Duration;

/// The open ladder and the attempt to open another one. Copied freely; found in the context.
#[derive(Clone, Copy)]
pub struct Opening {
    navigation: Navigation,
    ladder: RwSignal<SharedLadder>,
    attempt: RwSignal<Option<Attempt>>,
    recents: RwSignal<Recents>,
    behind: StoredValue<Behind, LocalStorage>,
}

/// What is shown nowhere by itself. In one piece, because each type that is stored takes its bytes.
struct Behind {
    /// The site's own ladder.
    own: SharedLadder,
    /// Those of this visit that may be shown again without being read.
    held: Vec<SharedLadder>,
    listed: Vec<Listed>,
    /// The [`Reader`] at work for the present attempt, ended by being dropped. Its type is left out, so
    /// that what it takes stands with the part that starts it.
    reader: Option<Box<dyn Any>>,
    /// How many times it was started.
    runs: usize,
    /// Addresses that the visitor agreed to in this visit.
    agreed: Vec<Origin>,
    /// Those opened before that were forgotten on the visitor's word, with their texts.
    forgotten: Option<(Recents, TakenOut)>,
    /// Draws the page, where that waits for the first attempt.
    undrawn: Option<Box<dyn FnOnce()>>,
}

impl Opening {
    /// `own` is open, and nothing else will be: for rendering natively.
    #[must_use]
    pub fn fixed(own: &SharedLadder, navigation: Navigation) -> Self {
        let behind = Behind {
            own: own.clone(),
            held: Vec::new(),
            listed: listed(own),
            reader: None,
            runs: 0,
            agreed: Vec::new(),
            forgotten: None,
            undrawn: None,
        };
        Self {
            navigation,
            ladder: RwSignal::new(own.clone()),
            attempt: RwSignal::new(None),
            recents: RwSignal::default(),
            behind: StoredValue::new_local(behind),
        }
    }

    /// Which page is shown, and of which ladder the address speaks.
    #[must_use]
    pub fn navigation(self) -> Navigation {
        self.navigation
    }

    /// The open ladder.
    #[must_use]
    pub fn ladder(self) -> ReadSignal<SharedLadder> {
        self.ladder.read_only()
    }

    /// The site's own ladder.
    #[must_use]
    pub fn own(self) -> SharedLadder {
        self.behind.with_value(|behind| behind.own.clone())
    }

    /// The ladders that come with the site.
    #[must_use]
    pub fn listed(self) -> Vec<Listed> {
        self.behind.with_value(|behind| behind.listed.clone())
    }

    /// The origin of a ladder that comes with the site: the site's own has none to name.
    #[must_use]
    pub fn origin_of(self, listed: &Listed) -> Origin {
        let is_own = self.behind.with_value(|behind| behind.own.id == listed.id);
        if is_own { Origin::Default } else { Origin::Bundled(listed.id.clone()) }
    }

    /// The attempt that is under way, or that has failed.
    #[must_use]
    pub fn attempt(self) -> ReadSignal<Option<Attempt>> {
        self.attempt.read_only()
    }

    /// Calls `draw` once it is known which ladder the page shows: at once, unless the address speaks of one
    /// that has to be opened first. Where that takes long, the page shows the attempt.
    pub fn once_known(self, draw: impl FnOnce() + 'static) {
        if !self.attempt.with_untracked(is_underway) {
            return draw();
        }
        let owner = Owner::current().unwrap_or_default();
        let draw = Box::new(move || owner.with(draw));
        self.behind.update_value(|behind| behind.undrawn = Some(draw));
    }

    /// Opens a file that was dropped on the page.
    pub fn take(self, file: File) {
        crate::chunk::run(chunk::open_file(self, file));
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
        self.behind.update_value(|behind| behind.agreed.push(origin.clone()));
        self.start(Wanted { origin: Some(origin), whose }, asked::ADDRESS_TO_KEEP, &text, None);
    }

    /// RolePair the attempt at the visitor's word; what was open is open still.
    pub fn cancel(self) {
        self.fail(Failure::Cancelled);
    }

    /// Leaves what came of the attempt behind.
    pub fn dismiss(self) {
        self.attempt.set(None);
        self.end();
    }

    /// Tries the same address again.
    pub fn again(self) {
        match self.attempt.get_untracked().and_then(|attempt| attempt.wanted.origin) {
            Some(Origin::At(address)) => self.open_address(address),
            _ => self.go(),
        }
    }

    fn start(self, wanted: Wanted, how: &'static str, text: &str, file: Option<&File>) {
        /// Thousandths of a second, from when one wants to see how far it is. Most documents are there before
        /// that, and nothing is drawn that would go at once; the delivered page says that a ladder is opened
        /// (`style/base.css`).
        const PATIENCE: Duration = Duration::from_millis(400);
        set_timeout(move || self.draw(), PATIENCE);
        let stage = Stage::Underway(Progress::Arriving(0, None));
        self.attempt.set(Some(Attempt { wanted: wanted.clone(), stage }));
        self.behind.update_value(|behind| behind.runs += 1);
        let run = run::Run::new(self, wanted);
        match Reader::ask(how, text, file, move |said, packed| run.hear(said, packed)) {
            Ok(reader) => self.behind.update_value(|behind| behind.reader = Some(Box::new(reader))),
            Err(failure) => self.fail(failure),
        }
    }

    fn show(self, ladder: SharedLadder) {
        self.ladder.set(ladder);
        self.dismiss();
    }

    /// RolePair the reader, whatever it was doing, and shows what came of it.
    fn end(self) {
        self.behind.update_value(|behind| behind.reader = None);
        // The reader may be done before the ladder is unpacked.
        if !self.attempt.with_untracked(is_underway) {
            self.draw();
        }
    }

    /// Draws the page, where it is not there yet.
    fn draw(self) {
        let mut undrawn = None;
        self.behind.update_value(|behind| undrawn = behind.undrawn.take());
        undrawn.into_iter().for_each(|draw| draw());
    }

    fn progress(self, progress: Progress) {
        self.stage(Stage::Underway(progress));
    }

    fn fail(self, failure: Failure) {
        self.stage(Stage::Failed(failure));
        self.end();
    }

    fn refuse(self, problems: Vec<Problem>) {
        self.stage(Stage::Refused(problems.into()));
        self.end();
    }

    fn stage(self, stage: Stage) {
        self.attempt.update(|attempt| {
            if let Some(attempt) = attempt {
                attempt.stage = stage;
            }
        });
    }

    /// Shows a ladder that has just been read, at its own address.
    fn arrived(self, ladder: SharedLadder) {
        // One is enough to go back and forth without reading anew; what is kept nowhere stays too.
        self.behind.update_value(|Behind { held, .. }| {
            let recents = self.recents.get_untracked();
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
        self.draw();
    }
}

/// Whether a document is fetched or read.
fn is_underway(attempt: &Option<Attempt>) -> bool {
    attempt.as_ref().is_some_and(|attempt| matches!(attempt.stage, Stage::Underway(_)))
}

/// The ladders that come with the site; its own is among them, whatever the list says.
fn listed(own: &SharedLadder) -> Vec<Listed> {
    let mut listed = bundled::list();
    if listed.iter().all(|listed| listed.id != own.id) {
        let (title, summary) = (own.title.clone(), own.summary.clone().unwrap_or_default());
        listed.insert(0, Listed { id: own.id.clone(), title, summary, file: String::new() });
    }
    listed
}

/// The opening of the page; provided by the app.
#[must_use]
pub fn use_opening() -> Opening {
    expect_context()
}
