//! What the shelf needs of a store; `localStorage`, and in tests one that fails.

/// Texts under keys, as `localStorage` has them. Each call can fail.
pub trait Store {
    /// The text under a key.
    ///
    /// # Errors
    /// Where the store cannot be used.
    fn get(&self, key: &str) -> Result<Option<String>, Fault>;

    /// Puts a text under a key.
    ///
    /// # Errors
    /// Where it is full or cannot be used; then the old text should be there, but see [`super::Shelf`].
    fn set(&self, key: &str, text: &str) -> Result<(), Fault>;

    /// Takes a key away; does nothing where there is none.
    ///
    /// # Errors
    /// Where the store cannot be used.
    fn remove(&self, key: &str) -> Result<(), Fault>;

    /// Every key there is.
    ///
    /// # Errors
    /// Where the store cannot be used.
    fn keys(&self) -> Result<Vec<String>, Fault>;
}

/// Why a store did not do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The browser does not let this page keep anything.
    Blocked,
    /// There is no room left.
    Full,
}
