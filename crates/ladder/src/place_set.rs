//! A set of places in one of a document's lists, as bits.

/// Which of a list's places are in the set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PlaceSet(Box<[u64]>);

impl PlaceSet {
    /// None of `len` places.
    pub fn none(len: usize) -> Self {
        Self(vec![0; len.div_ceil(64)].into())
    }

    /// Whether `place` is in the set.
    pub fn has(&self, place: usize) -> bool {
        self.0.get(place / 64).is_some_and(|word| word & bit(place) != 0)
    }

    /// Adds a place; one beyond the list is passed over.
    pub fn add(&mut self, place: usize) {
        if let Some(word) = self.0.get_mut(place / 64) {
            *word |= bit(place);
        }
    }

    /// Adds all that is in `other`.
    pub fn add_all(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, more)| *word |= more);
    }

    /// Leaves only what is in `other` too.
    pub fn keep(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, kept)| *word &= kept);
    }

    /// Adds what is in `other` and not in `except`.
    pub fn add_without(&mut self, other: &Self, except: &Self) {
        let more = other.0.iter().zip(&except.0);
        self.0.iter_mut().zip(more).for_each(|(word, (more, less))| *word |= more & !less);
    }

    /// Whether some place is in both.
    pub fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(word, other)| word & other != 0)
    }

    /// Whether all that is in this set is in `other`.
    pub fn is_within(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(word, other)| word & !other == 0)
    }

    /// How many places are in the set.
    pub fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// How many places are in both.
    pub fn shared(&self, other: &Self) -> usize {
        self.0.iter().zip(&other.0).map(|(word, other)| (word & other).count_ones() as usize).sum()
    }

    /// Takes everything out.
    pub fn clear(&mut self) {
        self.0.fill(0);
    }

    /// The places, lowest first.
    pub fn places(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().enumerate().flat_map(|(nth, &word)| {
            let rests = std::iter::successors(Some(word), |rest| Some(rest & rest.wrapping_sub(1)));
            // The lowest bit that is set goes each time; nothing is left at 0.
            let left = rests.take_while(|rest| *rest != 0);
            left.map(move |rest| nth * 64 + rest.trailing_zeros() as usize)
        })
    }
}

fn bit(place: usize) -> u64 {
    1 << (place % 64)
}

#[cfg(test)]
mod tests {
    use super::PlaceSet;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn set(places: &BTreeSet<usize>) -> PlaceSet {
        let mut set = PlaceSet::none(200);
        places.iter().for_each(|&place| set.add(place));
        set
    }

    proptest! {
        #[test]
        fn is_a_set(
            a in prop::collection::btree_set(0_usize..200, 0..40),
            b in prop::collection::btree_set(0_usize..200, 0..40),
            c in prop::collection::btree_set(0_usize..200, 0..40),
        ) {
            let places = |set: &PlaceSet| set.places().collect::<BTreeSet<_>>();
            prop_assert_eq!(places(&set(&a)), a.clone());
            prop_assert!((0..200).all(|place| set(&a).has(place) == a.contains(&place)));
            let mut both = set(&a);
            both.keep(&set(&b));
            prop_assert_eq!(places(&both), &a & &b);
            let mut all = set(&a);
            all.add_all(&set(&b));
            prop_assert_eq!(places(&all), &a | &b);
            let mut more = set(&a);
            more.add_without(&set(&b), &set(&c));
            prop_assert_eq!(places(&more), &a | &(&b - &c));
            prop_assert_eq!(set(&a).len(), a.len());
            prop_assert_eq!(set(&a).shared(&set(&b)), (&a & &b).len());
            prop_assert_eq!(set(&a).meets(&set(&b)), !a.is_disjoint(&b));
            prop_assert_eq!(set(&a).is_within(&set(&b)), a.is_subset(&b));
            all.clear();
            prop_assert_eq!(all.places().count(), 0);
        }
    }
}
