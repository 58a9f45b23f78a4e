//! Signals and memos: typed for whoever uses them, of one type within.
//!
//! Leptos compiles a signal anew for each type that is kept in one, and the first view had some twenty: a
//! tenth of the program. Here what is kept is boxed, and what Leptos does with it is compiled once.

use leptos::prelude::{self as within, Read, ReadUntracked, Set, Track, Write};
use std::any::Any;
use std::marker::PhantomData;
use std::ops::Deref;

/// What is kept, whatever its type.
type Kept = Box<dyn Any + Send + Sync>;

type Signal = within::RwSignal<Kept>;

/// What `kept` holds. Each signal and memo is made with a value of its own type, and no other ever comes
/// in its place.
fn typed<T: 'static>(kept: &Kept) -> &T {
    match kept.downcast_ref() {
        Some(value) => value,
        None => unreachable!("a signal holds what it was made with"),
    }
}

/// A signal for who only reads.
pub struct ReadSignal<T>(Signal, PhantomData<fn() -> T>);

impl<T> Clone for ReadSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for ReadSignal<T> {}

impl<T: Send + Sync + 'static> ReadSignal<T> {
    /// Hands the value to `look`; who reads it so is told when it changes.
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(typed(&read(self.0)))
    }

    /// Hands the value to `look`, who is not told when it changes.
    pub fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(typed(&read_untracked(self.0)))
    }

    /// A copy of the value; who reads it so is told when it changes.
    #[must_use]
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// A copy of the value, for who is not to be told when it changes.
    #[must_use]
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// The same; nothing where the signal is gone, as after a wait it may be.
    #[must_use]
    pub fn get_if_there(self) -> Option<T>
    where
        T: Clone,
    {
        self.0.try_read_untracked().map(|kept| typed::<T>(&kept).clone())
    }

    /// Is told when the value changes, without a look at it.
    pub fn track(self) {
        self.0.track();
    }
}

/// A signal that can be read, as a [`ReadSignal`], and written. Copied freely; gone with the owner under which
/// it was made.
pub struct RwSignal<T>(ReadSignal<T>);

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T> Deref for RwSignal<T> {
    type Target = ReadSignal<T>;

    fn deref(&self) -> &ReadSignal<T> {
        &self.0
    }
}

impl<T: Default + Send + Sync + 'static> Default for RwSignal<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T: Send + Sync + 'static> RwSignal<T> {
    /// Keeps `value`.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self(ReadSignal(signal(Box::new(value)), PhantomData))
    }

    /// The same, for who only reads.
    #[must_use]
    pub fn read_only(self) -> ReadSignal<T> {
        self.0
    }

    /// Keeps another value, and tells whoever reads it.
    pub fn set(self, value: T) {
        set(self.0.0, Box::new(value));
    }

    /// The same; does nothing where the signal is gone, as after a wait it may be.
    pub fn set_if_there(self, value: T) {
        let _ = self.0.0.try_set(Box::new(value));
    }

    /// Changes the value where it is, and tells whoever reads it; does nothing where the signal is gone.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        let mut change = Some(change);
        update(self.0.0, &mut |kept| {
            if let (Some(change), Some(value)) = (change.take(), kept.downcast_mut()) {
                change(value);
            }
        });
    }
}

/// What follows from signals: worked out anew when they change, and who reads it is told only when the
/// outcome differs.
pub struct Memo<T>(within::Memo<Outcome>, PhantomData<fn() -> T>);

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// Follows what `work_out` reads.
    #[must_use]
    pub fn new(work_out: impl Fn() -> T + Send + Sync + 'static) -> Self {
        let is_same: IsSame = |before, after| typed::<T>(before) == typed::<T>(after);
        let work_out = move || Outcome { kept: Box::new(work_out()), is_same };
        Self(memo(Box::new(work_out)), PhantomData)
    }

    /// Hands the outcome to `look`; who reads it so is told when it changes.
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(typed(&outcome(self.0).kept))
    }

    /// Hands the outcome to `look`, who is not told when it changes.
    pub fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(typed(&outcome_untracked(self.0).kept))
    }

    /// A copy of the outcome; who reads it so is told when it changes.
    #[must_use]
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// A copy of the outcome, for who is not to be told when it changes.
    #[must_use]
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    /// Is told when the outcome changes, without a look at it.
    pub fn track(self) {
        self.0.track();
    }
}

type IsSame = fn(&Kept, &Kept) -> bool;

/// What a memo worked out, and how two of them are compared.
struct Outcome {
    kept: Kept,
    is_same: IsSame,
}

impl PartialEq for Outcome {
    fn eq(&self, other: &Self) -> bool {
        (self.is_same)(&self.kept, &other.kept)
    }
}

// From here on, what Leptos does: once each, and never inlined.

#[inline(never)]
fn signal(kept: Kept) -> Signal {
    Signal::new(kept)
}

#[inline(never)]
fn set(signal: Signal, kept: Kept) {
    signal.set(kept);
}

#[inline(never)]
fn update(signal: Signal, change: &mut dyn FnMut(&mut Kept)) {
    if let Some(mut kept) = signal.try_write() {
        change(&mut kept);
    }
}

#[inline(never)]
fn read(signal: Signal) -> <Signal as ReadUntracked>::Value {
    signal.read()
}

#[inline(never)]
fn read_untracked(signal: Signal) -> <Signal as ReadUntracked>::Value {
    signal.read_untracked()
}

#[inline(never)]
fn memo(work_out: Box<dyn Fn() -> Outcome + Send + Sync>) -> within::Memo<Outcome> {
    within::Memo::new(move |_| work_out())
}

#[inline(never)]
fn outcome(memo: within::Memo<Outcome>) -> <within::Memo<Outcome> as ReadUntracked>::Value {
    memo.read()
}

#[inline(never)]
fn outcome_untracked(
    memo: within::Memo<Outcome>,
) -> <within::Memo<Outcome> as ReadUntracked>::Value {
    memo.read_untracked()
}

#[cfg(test)]
mod tests {
    use super::*;
    use leptos::prelude::Owner;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn a_signal_gives_back_what_it_was_given() {
        Owner::new().with(|| {
            let names = RwSignal::new(vec!["a".to_owned()]);
            names.update(|names| names.push("b".to_owned()));
            assert_eq!(names.get(), ["a", "b"]);
            assert_eq!(names.read_only().with(Vec::len), 2);
            names.set(Vec::new());
            assert!(names.with_untracked(Vec::is_empty));
            assert_eq!(RwSignal::<Option<u8>>::default().get_untracked(), None);
        });
    }

    #[test]
    fn a_memo_tells_only_of_another_outcome() {
        Owner::new().with(|| {
            let number = RwSignal::new(1);
            let is_odd = Memo::new(move || number.get() % 2 == 1);
            let looks = Arc::new(AtomicUsize::new(0));
            let counted = looks.clone();
            let word = Memo::new(move || {
                counted.fetch_add(1, Ordering::Relaxed);
                if is_odd.get() { "odd" } else { "even" }
            });
            let told = |value| {
                number.set(value);
                (word.get(), looks.load(Ordering::Relaxed))
            };
            assert_eq!(told(3), ("odd", 1));
            assert_eq!(told(5), ("odd", 1), "the outcome is the same");
            assert_eq!(told(6), ("even", 2));
        });
    }

    #[test]
    fn after_a_wait_a_signal_may_be_gone() {
        let owner = Owner::new();
        let signal = owner.with(|| RwSignal::new(1));
        signal.set_if_there(2);
        assert_eq!(signal.get_if_there(), Some(2));
        owner.cleanup();
        signal.set_if_there(3);
        assert_eq!(signal.get_if_there(), None);
    }
}
