//! The storage an [`AnswerRepository`](crate::AnswerRepository) writes to.

/// Texts under keys, like `localStorage`. Each call can fail.
pub trait Store {
    /// The text under a key.
    ///
    /// # Errors
    /// If the store cannot be used.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Stores a text under a key.
    ///
    /// # Errors
    /// If the store is full or cannot be used. The old text should then remain.
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Removes a key, if it exists.
    ///
    /// # Errors
    /// If the store cannot be used.
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// All keys.
    ///
    /// # Errors
    /// If the store cannot be used.
    fn keys(&self) -> Result<Vec<String>, StoreError>;
}

/// Why a call to the store failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The browser does not allow the site to store anything.
    #[error("storage is blocked")]
    Blocked,
    /// There is no space left.
    #[error("storage is full")]
    Full,
}
