//! When something was answered, told without a clock on the wall.
//!
//! Two tabs, or two devices with clocks that are wrong, must agree which of two answers is the later.
//! So each answer counts on from the highest count its writer has seen (a Lamport clock:
//! <https://lamport.azurewebsites.net/pubs/time-clocks.pdf>), and the writer decides between equals.

use std::fmt;

/// Who answered: a tab, by a number it drew when it began.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Writer(pub u32);

/// When something was answered. The greater stamp is the later answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// The count.
    pub clock: u64,
    /// Who counted.
    pub writer: Writer,
}

impl Stamp {
    /// The highest count that is read: what every program that reads JSON holds exactly.
    pub const LAST: u64 = 1 << 53;

    /// Reads a stamp as [`Stamp`] writes itself: `12.5f3a`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (clock, writer) = text.split_once('.')?;
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_alphanumeric());
        if !digits(clock) || !digits(writer) {
            return None;
        }
        let clock = clock.parse().ok().filter(|&clock| clock <= Self::LAST)?;
        Some(Self { clock, writer: Writer(u32::from_str_radix(writer, 16).ok()?) })
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:x}", self.clock, self.writer.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes_and_nothing_else() {
        let stamp = Stamp { clock: 12, writer: Writer(0x5f3a) };
        assert_eq!(stamp.to_string(), "12.5f3a");
        assert_eq!(Stamp::read("12.5f3a"), Some(stamp));
        for bad in ["", "12", "12.", ".1", "+1.1", "1.+1", "-1.1", "1.g", "9007199254740993.1"] {
            assert_eq!(Stamp::read(bad), None, "{bad}");
        }
    }
}
