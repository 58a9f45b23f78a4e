//! A store that fails where it is told to, and takes the calls of two tabs in the order it is told.

use career_ladder::browser::answers::{Fault as Failure, Store};
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Condvar, Mutex};

/// A fault of one tab's store.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// The call it happens at, the first being 0.
    pub call: usize,
    /// What happens.
    pub kind: Kind,
}

/// What happens at a call.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// It is refused, and nothing changes.
    Refuse,
    /// A write is refused for want of room; other calls work.
    Full,
    /// The tab is killed: this call and none after it reach the store.
    Die,
    /// A write stores only so many bytes and fails; other calls work.
    Tear(usize),
    /// A write stores only so many bytes and says that all is well.
    TearQuietly(usize),
    /// This write and every later one stores only so many bytes and says that all is well.
    TearAll(usize),
    /// A write stores only so many bytes, and the tab is killed.
    TearAndDie(usize),
}

struct State {
    texts: BTreeMap<String, String>,
    turns: VecDeque<usize>,
    faults: [Option<Fault>; 2],
    calls: [usize; 2],
    writes: Vec<(usize, usize, usize)>,
    gone: [bool; 2],
}

/// The store itself.
#[derive(Clone)]
pub struct World(Arc<(Mutex<State>, Condvar)>);

/// The store as one tab sees it; none for someone whom no fault meets.
pub struct View {
    world: World,
    tab: Option<usize>,
}

impl World {
    /// An empty store. While both tabs are there, `turns` says whose call is next.
    pub fn new(turns: Vec<usize>, faults: [Option<Fault>; 2]) -> Self {
        let state = State {
            texts: BTreeMap::new(),
            turns: turns.into(),
            faults,
            calls: [0; 2],
            writes: Vec::new(),
            gone: [false; 2],
        };
        Self(Arc::new((Mutex::new(state), Condvar::new())))
    }

    pub fn view(&self, tab: usize) -> View {
        View { world: self.clone(), tab: Some(tab) }
    }

    pub fn untroubled(&self) -> View {
        View { world: self.clone(), tab: None }
    }

    pub fn contents(&self) -> BTreeMap<String, String> {
        self.0.0.lock().unwrap().texts.clone()
    }

    pub fn put(&self, key: &str, text: &str) {
        self.0.0.lock().unwrap().texts.insert(key.to_owned(), text.to_owned());
    }

    /// How many calls a tab made.
    pub fn calls(&self, tab: usize) -> usize {
        self.0.0.lock().unwrap().calls[tab]
    }

    /// The writes a tab made: which call each was, and how many bytes it wrote.
    pub fn writes(&self, tab: usize) -> Vec<(usize, usize)> {
        let state = self.0.0.lock().unwrap();
        let own = state.writes.iter().filter(|(by, ..)| *by == tab);
        own.map(|&(_, call, bytes)| (call, bytes)).collect()
    }
}

impl View {
    /// The tab is done; the other need not wait for it.
    pub fn leave(&self) {
        if let Some(tab) = self.tab {
            self.world.0.0.lock().unwrap().gone[tab] = true;
            self.world.0.1.notify_all();
        }
    }

    /// Waits for the tab's turn, then acts with the fault that is due.
    fn call<T>(
        &self,
        act: impl FnOnce(&mut BTreeMap<String, String>, Option<Kind>) -> Result<T, Failure>,
        writes: Option<usize>,
    ) -> Result<T, Failure> {
        let (state, turned) = &*self.world.0;
        let mut state = state.lock().unwrap();
        let Some(tab) = self.tab else { return act(&mut state.texts, None) };
        while let Some(&next) = state.turns.front() {
            if next == tab || state.gone[next] {
                state.turns.pop_front();
            }
            if next == tab {
                break;
            }
            if !state.gone[next] {
                state = turned.wait(state).unwrap();
            }
        }
        let call = state.calls[tab];
        state.calls[tab] += 1;
        if let Some(bytes) = writes {
            state.writes.push((tab, call, bytes));
        }
        let fault = state.faults[tab];
        let dies = |kind| matches!(kind, Kind::Die | Kind::TearAndDie(_));
        let is_dead = fault.is_some_and(|fault| call > fault.call && dies(fault.kind));
        let due = |fault: &Fault| match fault.kind {
            Kind::TearAll(_) => call >= fault.call,
            _ => call == fault.call,
        };
        let outcome = match fault.filter(due).map(|fault| fault.kind) {
            _ if is_dead => Err(Failure::Blocked),
            Some(Kind::Refuse | Kind::Die) => Err(Failure::Blocked),
            kind => act(&mut state.texts, kind),
        };
        turned.notify_all();
        outcome
    }
}

/// The beginning of a text, at most so many bytes and never a part of a character.
fn cut(text: &str, bytes: usize) -> String {
    let end = (0..=bytes.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    text[..end.unwrap_or(0)].to_owned()
}

impl Store for View {
    fn get(&self, key: &str) -> Result<Option<String>, Failure> {
        self.call(|texts, _| Ok(texts.get(key).cloned()), None)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Failure> {
        let act = |texts: &mut BTreeMap<String, String>, kind| {
            let (text, outcome) = match kind {
                Some(Kind::Full) => return Err(Failure::Full),
                Some(Kind::Tear(bytes)) => (cut(text, bytes), Err(Failure::Full)),
                Some(Kind::TearAndDie(bytes)) => (cut(text, bytes), Err(Failure::Blocked)),
                Some(Kind::TearQuietly(bytes) | Kind::TearAll(bytes)) => (cut(text, bytes), Ok(())),
                _ => (text.to_owned(), Ok(())),
            };
            texts.insert(key.to_owned(), text);
            outcome
        };
        self.call(act, Some(text.len()))
    }

    fn remove(&self, key: &str) -> Result<(), Failure> {
        let act = |texts: &mut BTreeMap<String, String>, _| {
            texts.remove(key);
            Ok(())
        };
        self.call(act, None)
    }

    fn keys(&self) -> Result<Vec<String>, Failure> {
        self.call(|texts, _| Ok(texts.keys().cloned().collect()), None)
    }
}
