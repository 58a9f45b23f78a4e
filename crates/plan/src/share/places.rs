//! Ascending numbers as a short text: for each the distance from the one before, in groups of five bits, the
//! lowest first. A group that another one follows has 32 added. Each is a character of the alphabet for URLs
//! of RFC 4648, so distances below 32 take one character.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The largest number that [`parse`] accepts has this many groups.
const MAX_GROUPS: u32 = 6;

/// Writes numbers that ascend.
pub fn write(places: &[usize]) -> String {
    let mut text = String::new();
    let mut next = 0;
    for &place in places {
        let mut distance = place - next;
        next = place + 1;
        loop {
            let (group, rest) = (distance % 32, distance / 32);
            let is_followed = rest > 0;
            text.push(char::from(ALPHABET[group + if is_followed { 32 } else { 0 }]));
            if !is_followed {
                break;
            }
            distance = rest;
        }
    }
    text
}

/// Parses the output of [`write`]; `None` for any other text.
pub fn parse(text: &str) -> Option<Vec<usize>> {
    let mut places = Vec::new();
    let (mut next, mut distance, mut groups) = (0_usize, 0_usize, 0);
    for byte in text.bytes() {
        let value = ALPHABET.iter().position(|known| *known == byte)?;
        if groups == MAX_GROUPS {
            return None;
        }
        distance += (value % 32) << (5 * groups);
        groups += 1;
        if value < 32 {
            // Where `usize` has 32 bits, the sum of a damaged text may not fit.
            let place = next.checked_add(distance)?;
            places.push(place);
            (next, distance, groups) = (place.checked_add(1)?, 0, 0);
        }
    }
    (groups == 0).then_some(places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn ascending_numbers_are_read_back(places in prop::collection::btree_set(0_usize..20_000, 0..50)) {
            let places: Vec<usize> = places.into_iter().collect();
            prop_assert_eq!(parse(&write(&places)), Some(places));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,20}|[A-Za-z0-9_-]{0,20}") {
            if let Some(places) = parse(&text) {
                prop_assert!(places.is_sorted());
            }
        }
    }

    #[test]
    fn near_numbers_take_one_character_each() {
        assert_eq!(write(&[0, 1, 3, 35, 68]), "AABfgB");
        assert_eq!(parse("g"), None);
    }
}
