//! Videos on YouTube: their addresses and the address of their player.

use crate::Address;
use crate::{Resource, ResourceRef, ResourceType};

/// A video on YouTube.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Video {
    id: Box<str>,
    /// The second at which it starts.
    pub start: u32,
}

impl Video {
    /// The video at an address, or `None` if it is not a video on YouTube.
    #[must_use]
    pub fn from_address(address: &Address) -> Option<Self> {
        let host = address.host().to_ascii_lowercase();
        let host = host.strip_prefix("www.").or(host.strip_prefix("m.")).unwrap_or(&host);
        let after_host = address.as_str().split_once("://")?.1.split_once('/')?.1;
        let (before_fragment, fragment) = after_host.split_once('#').unwrap_or((after_host, ""));
        let (path, query) = before_fragment.split_once('?').unwrap_or((before_fragment, ""));
        let mut segments = path.split('/');
        let first = segments.next()?;
        let id = match (host, first) {
            ("youtu.be", id) => id,
            ("youtube.com" | "youtube-nocookie.com", "watch") => parameter(query, "v")?,
            ("youtube.com" | "youtube-nocookie.com", "embed" | "shorts" | "live" | "v") => {
                segments.next()?
            }
            _ => return None,
        };
        let start = ["t", "start"]
            .iter()
            .find_map(|name| parameter(query, name).or_else(|| parameter(fragment, name)))
            .and_then(seconds)
            .unwrap_or(0);
        is_video_id(id).then(|| Self { id: id.into(), start })
    }

    /// The video of a resource. A start in the reference overrides the one in the address.
    #[must_use]
    pub fn for_reference(resource: &Resource, reference: &ResourceRef) -> Option<Self> {
        let video = Self::from_address(resource.url.link()?)?;
        Some(Self { start: reference.start.unwrap_or(video.start), ..video })
    }

    /// The address of the privacy-enhanced player, which sets no cookie before playing.
    /// Parameters: <https://developers.google.com/youtube/player_parameters>.
    #[must_use]
    pub fn player_url(&self) -> String {
        let start = if self.start > 0 { format!("&start={}", self.start) } else { String::new() };
        format!("https://www.youtube-nocookie.com/embed/{}?autoplay=1&rel=0{start}", self.id)
    }

    /// The address of the video's page on YouTube.
    #[must_use]
    pub fn watch_url(&self) -> String {
        let start = if self.start > 0 { format!("&t={}s", self.start) } else { String::new() };
        format!("https://www.youtube.com/watch?v={}{start}", self.id)
    }
}

impl Resource {
    /// The declared type; if there is none, `Video` for the address of a video.
    #[must_use]
    pub fn kind(&self) -> ResourceType {
        self.declared.unwrap_or_else(|| match self.url.link().and_then(Video::from_address) {
            Some(_) => ResourceType::Video,
            None => ResourceType::Other,
        })
    }
}

fn is_video_id(text: &str) -> bool {
    text.len() == 11 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

fn parameter<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find(|(key, _)| *key == name)
        .map(|p| p.1)
}

/// Parses `22`, `22s`, `1m30s` and `1h2m3s` as seconds.
fn seconds(text: &str) -> Option<u32> {
    let mut total: u32 = 0;
    let mut number: Option<u32> = None;
    for c in text.chars() {
        if let Some(digit) = c.to_digit(10) {
            number = Some(number.unwrap_or(0).checked_mul(10)?.checked_add(digit)?);
            continue;
        }
        let unit = match c {
            'h' => 3600,
            'm' => 60,
            's' => 1,
            _ => return None,
        };
        total = total.checked_add(number.take()?.checked_mul(unit)?)?;
    }
    total.checked_add(number.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id_and_start(url: &str) -> Option<(String, u32)> {
        Video::from_address(&Address::new(url).unwrap()).map(|video| (video.id.into(), video.start))
    }

    #[test]
    fn every_form_of_video_address_is_recognised() {
        let id = "PSWUr5E_OKY";
        for (url, start) in [
            ("https://www.youtube.com/watch?v=PSWUr5E_OKY", 0),
            ("https://www.youtube.com/watch?v=PSWUr5E_OKY&t=22s", 22),
            ("https://youtube.com/watch?list=x&v=PSWUr5E_OKY&start=7", 7),
            ("https://m.youtube.com/watch?v=PSWUr5E_OKY#t=1m30s", 90),
            ("http://youtu.be/PSWUr5E_OKY?t=90", 90),
            ("https://www.youtube-nocookie.com/embed/PSWUr5E_OKY", 0),
            ("https://www.youtube.com/shorts/PSWUr5E_OKY", 0),
            ("https://www.youtube.com/watch?v=PSWUr5E_OKY&t=99999999999s", 0),
        ] {
            assert_eq!(id_and_start(url), Some((id.to_owned(), start)), "{url}");
        }
        for other in [
            "https://example.com/watch?v=PSWUr5E_OKY",
            "https://www.youtube.com/watch",
            "https://www.youtube.com/watch?v=short",
            "https://www.youtube.com/watch?v=PSWUr5E%22KY",
            "https://www.youtube.com",
            "https://evil-youtube.com/watch?v=PSWUr5E_OKY",
        ] {
            assert_eq!(id_and_start(other), None, "{other}");
        }
    }

    #[test]
    fn the_player_starts_at_the_given_second() {
        let video = Video { id: "ELGjEHefi4w".into(), start: 22 };
        assert!(video.player_url().ends_with("/embed/ELGjEHefi4w?autoplay=1&rel=0&start=22"));
        assert!(video.watch_url().ends_with("watch?v=ELGjEHefi4w&t=22s"));
        let video = Video { start: 0, ..video };
        assert!(!video.player_url().contains("start"));
    }

    #[test]
    fn start_times_are_parsed() {
        for (text, expected) in
            [("22", Some(22)), ("22s", Some(22)), ("1h2m3s", Some(3723)), ("x", None), ("s", None)]
        {
            assert_eq!(seconds(text), expected, "{text}");
        }
    }
}
