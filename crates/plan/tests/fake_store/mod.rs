//! A store that fails on demand and runs the calls of two tabs in a given order.

use plan::{Store, StoreError};
use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Condvar, Mutex};

/// A fault in one tab's view of the store.
#[derive(Clone, Copy, Debug)]
pub struct Fault {
    /// The call at which it happens, counted from 0.
    pub call: usize,
    /// What happens.
    pub kind: FaultKind,
}

/// What happens at a call.
#[derive(Clone, Copy, Debug)]
pub enum FaultKind {
    /// The call is refused and nothing changes.
    Refuse,
    /// A write is refused because the store is full; other calls succeed.
    Full,
    /// The tab is killed: this call and all later ones do not reach the store.
    Kill,
    /// A write stores only this many bytes and fails; other calls succeed.
    Tear(usize),
    /// A write stores only this many bytes and reports success.
    TearSilently(usize),
    /// This write and every later one stores only this many bytes and reports success.
    TearAll(usize),
    /// A write stores only this many bytes, and the tab is killed.
    TearAndKill(usize),
}

struct State {
    texts: BTreeMap<String, String>,
    turns: VecDeque<usize>,
    faults: [Option<Fault>; 2],
    calls: [usize; 2],
    /// Tab, call and length of each write.
    writes: Vec<(usize, usize, usize)>,
    is_closed: [bool; 2],
}

/// The store itself.
#[derive(Clone)]
pub struct FakeStore(Arc<(Mutex<State>, Condvar)>);

/// The store as one tab sees it; without a tab, it never fails.
pub struct View {
    store: FakeStore,
    tab: Option<usize>,
}

impl FakeStore {
    /// An empty store. While both tabs are open, `turns` determines whose call is next.
    pub fn new(turns: Vec<usize>, faults: [Option<Fault>; 2]) -> Self {
        let state = State {
            texts: BTreeMap::new(),
            turns: turns.into(),
            faults,
            calls: [0; 2],
            writes: Vec::new(),
            is_closed: [false; 2],
        };
        Self(Arc::new((Mutex::new(state), Condvar::new())))
    }

    pub fn view(&self, tab: usize) -> View {
        View { store: self.clone(), tab: Some(tab) }
    }

    pub fn reliable(&self) -> View {
        View { store: self.clone(), tab: None }
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

    /// The number and length of each write of a tab.
    pub fn writes(&self, tab: usize) -> Vec<(usize, usize)> {
        let state = self.0.0.lock().unwrap();
        let own = state.writes.iter().filter(|(by, ..)| *by == tab);
        own.map(|&(_, call, bytes)| (call, bytes)).collect()
    }
}

impl View {
    /// Closes the tab, so that the other one no longer waits for it.
    pub fn close(&self) {
        if let Some(tab) = self.tab {
            self.store.0.0.lock().unwrap().is_closed[tab] = true;
            self.store.0.1.notify_all();
        }
    }

    /// Waits for the tab's turn, then makes the call with the fault that is due.
    fn call<T>(
        &self,
        act: impl FnOnce(&mut BTreeMap<String, String>, Option<FaultKind>) -> Result<T, StoreError>,
        writes: Option<usize>,
    ) -> Result<T, StoreError> {
        let (state, turned) = &*self.store.0;
        let mut state = state.lock().unwrap();
        let Some(tab) = self.tab else { return act(&mut state.texts, None) };
        while let Some(&next) = state.turns.front() {
            if next == tab || state.is_closed[next] {
                state.turns.pop_front();
            }
            if next == tab {
                break;
            }
            if !state.is_closed[next] {
                state = turned.wait(state).unwrap();
            }
        }
        let call = state.calls[tab];
        state.calls[tab] += 1;
        if let Some(bytes) = writes {
            state.writes.push((tab, call, bytes));
        }
        let fault = state.faults[tab];
        let kills = |kind| matches!(kind, FaultKind::Kill | FaultKind::TearAndKill(_));
        let is_dead = fault.is_some_and(|fault| call > fault.call && kills(fault.kind));
        let is_due = |fault: &Fault| match fault.kind {
            FaultKind::TearAll(_) => call >= fault.call,
            _ => call == fault.call,
        };
        let outcome = match fault.filter(is_due).map(|fault| fault.kind) {
            _ if is_dead => Err(StoreError::Blocked),
            Some(FaultKind::Refuse | FaultKind::Kill) => Err(StoreError::Blocked),
            kind => act(&mut state.texts, kind),
        };
        turned.notify_all();
        outcome
    }
}

/// The first `bytes` bytes of a text, rounded down to a whole character.
fn cut(text: &str, bytes: usize) -> String {
    text[..text.floor_char_boundary(bytes)].to_owned()
}

impl Store for View {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.call(|texts, _| Ok(texts.get(key).cloned()), None)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        use FaultKind::{Full, Tear, TearAll, TearAndKill, TearSilently};
        let act = |texts: &mut BTreeMap<String, String>, kind| {
            let (text, outcome) = match kind {
                Some(Full) => return Err(StoreError::Full),
                Some(Tear(bytes)) => (cut(text, bytes), Err(StoreError::Full)),
                Some(TearAndKill(bytes)) => (cut(text, bytes), Err(StoreError::Blocked)),
                Some(TearSilently(bytes) | TearAll(bytes)) => (cut(text, bytes), Ok(())),
                _ => (text.to_owned(), Ok(())),
            };
            texts.insert(key.to_owned(), text);
            outcome
        };
        self.call(act, Some(text.len()))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        let act = |texts: &mut BTreeMap<String, String>, _| {
            texts.remove(key);
            Ok(())
        };
        self.call(act, None)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.call(|texts, _| Ok(texts.keys().cloned().collect()), None)
    }
}
