//! Logical time for answers.
//!
//! Two tabs, or two devices with wrong clocks, must agree which of two answers is later. Each answer
//! therefore counts on from the highest counter its client has seen (a Lamport clock:
//! <https://lamport.azurewebsites.net/pubs/time-clocks.pdf>), and the client id breaks ties.

use std::fmt;

/// A tab, identified by a random number it draws at startup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClientId(pub u32);

/// When an answer was given. The greater value is the later answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(try_from = "String")]
pub struct LamportClock {
    /// The counter.
    pub counter: u64,
    /// Who set the answer.
    pub client: ClientId,
}

impl LamportClock {
    /// The highest counter accepted: the largest integer that every JSON implementation keeps exact.
    pub const MAX_COUNTER: u64 = 1 << 53;

    /// Parses the form written by `Display`: `12.5f3a`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (counter, client) = text.split_once('.')?;
        // `parse` alone would accept a sign.
        let is_plain = |text: &str| text.bytes().all(|b| b.is_ascii_alphanumeric());
        if !is_plain(counter) || !is_plain(client) {
            return None;
        }
        let counter = counter.parse().ok().filter(|&counter| counter <= Self::MAX_COUNTER)?;
        Some(Self { counter, client: ClientId(u32::from_str_radix(client, 16).ok()?) })
    }
}

impl TryFrom<String> for LamportClock {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("invalid clock")
    }
}

impl fmt::Display for LamportClock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:x}", self.counter, self.client.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_parses_what_it_displays_and_nothing_else() {
        let clock = LamportClock { counter: 12, client: ClientId(0x5f3a) };
        assert_eq!(clock.to_string(), "12.5f3a");
        assert_eq!(LamportClock::parse("12.5f3a"), Some(clock));
        for bad in ["", "12", "12.", ".1", "+1.1", "1.+1", "-1.1", "1.g", "9007199254740993.1"] {
            assert_eq!(LamportClock::parse(bad), None, "{bad}");
        }
    }
}
