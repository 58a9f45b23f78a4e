//! The work that the word diffs of one page may take.

/// How much work the word diffs of one page may take. Texts that exceed it are shown as replaced
/// whole, so that no text can block the page.
#[derive(Debug)]
pub struct DiffBudget(usize);

impl DiffBudget {
    /// The most for one pair of texts: about 1,000 words each.
    const MAX_PER_DIFF: usize = 1_000_000;

    pub(super) fn new(cost: usize) -> Self {
        Self(cost)
    }

    /// Enough for a page: about ten milliseconds.
    #[must_use]
    pub fn for_page() -> Self {
        Self::new(6_000_000)
    }

    /// Enough for a file that lists all changes of a ladder: about a second.
    pub(crate) fn for_file() -> Self {
        Self::new(600_000_000)
    }

    /// No budget: only a common start and a common end count as equal.
    #[must_use]
    pub fn none() -> Self {
        Self::new(0)
    }

    /// Takes the cost of comparing this many words, quadratic in the worst case; false if too little
    /// is left.
    pub(super) fn spend(&mut self, before: usize, after: usize) -> bool {
        let cost = ((before + after) / 2).pow(2);
        let is_enough = cost <= self.0.min(Self::MAX_PER_DIFF);
        if is_enough {
            self.0 -= cost;
        }
        is_enough
    }
}
