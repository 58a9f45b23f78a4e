//! JSON, as much of it as the file of answers needs, read and written.
//!
//! Own code: a general library would add some 20 KB to the page, and the ladder's reader, which
//! tells a writer every slip with its place, 30. A file of answers is written by this program; it is
//! whole or it is not. Tests hold the reading to accept exactly what `serde_json` accepts.

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as it was written.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object, its members in their order.
    Object(Vec<(String, Json)>),
}

/// Deeper than any file of answers, and shallow enough for any stack.
const DEEPEST: usize = 64;

impl Json {
    /// Reads a whole text; `None` where it is not JSON.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        // Editors on some systems put a byte-order mark before a text.
        let mut reader = Reader { rest: text.strip_prefix('\u{feff}').unwrap_or(text) };
        let value = reader.value(DEEPEST)?;
        reader.space();
        reader.rest.is_empty().then_some(value)
    }

    /// The member of this name; where a name stands twice, the last, as browsers have it.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(members) = self else { return None };
        members.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// The text it is.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The whole number it is.
    #[must_use]
    pub fn number(&self) -> Option<u64> {
        if let Self::Number(digits) = self { digits.parse().ok() } else { None }
    }
}

/// Writes a text in quotes.
pub fn quote(text: &str, json: &mut String) {
    json.push('"');
    for c in text.chars() {
        match c {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            c if c < ' ' => {
                json.push_str("\\u00");
                json.extend(
                    [c as u32 >> 4, c as u32 & 15]
                        .map(|half| char::from_digit(half, 16).unwrap_or_default()),
                );
            }
            c => json.push(c),
        }
    }
    json.push('"');
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\n', '\r', '\t']);
    }

    /// Steps over `word` where it comes next.
    fn take(&mut self, word: &str) -> bool {
        self.rest.strip_prefix(word).map(|rest| self.rest = rest).is_some()
    }

    fn value(&mut self, depth: usize) -> Option<Json> {
        let depth = depth.checked_sub(1)?;
        self.space();
        match self.rest.bytes().next()? {
            b'"' => self.text().map(Json::Text),
            b'{' => {
                let mut members = Vec::new();
                self.items('{', '}', &mut |reader| {
                    reader.space();
                    let name = reader.text()?;
                    reader.space();
                    if !reader.take(":") {
                        return None;
                    }
                    members.push((name, reader.value(depth)?));
                    Some(())
                })?;
                Some(Json::Object(members))
            }
            b'[' => {
                let mut list = Vec::new();
                self.items('[', ']', &mut |reader| {
                    list.push(reader.value(depth)?);
                    Some(())
                })?;
                Some(Json::List(list))
            }
            b'-' | b'0'..=b'9' => self.number(),
            _ if self.take("null") => Some(Json::Null),
            _ if self.take("true") => Some(Json::Bool(true)),
            _ if self.take("false") => Some(Json::Bool(false)),
            _ => None,
        }
    }

    /// Steps through what stands between brackets, item by item.
    fn items(
        &mut self,
        open: char,
        close: char,
        item: &mut dyn FnMut(&mut Self) -> Option<()>,
    ) -> Option<()> {
        self.rest = self.rest.strip_prefix(open)?;
        self.space();
        if let Some(rest) = self.rest.strip_prefix(close) {
            self.rest = rest;
            return Some(());
        }
        loop {
            item(self)?;
            self.space();
            if let Some(rest) = self.rest.strip_prefix(close) {
                self.rest = rest;
                return Some(());
            }
            self.rest = self.rest.strip_prefix(',')?;
        }
    }

    fn number(&mut self) -> Option<Json> {
        let end = self.rest.find(|c: char| !matches!(c, '0'..='9' | '+' | '-' | '.' | 'e' | 'E'));
        let (number, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        is_number(number).then(|| Json::Number(number.to_owned()))
    }

    fn text(&mut self) -> Option<String> {
        self.rest = self.rest.strip_prefix('"')?;
        let mut text = String::new();
        loop {
            let end = self.rest.find(|c| c == '"' || c == '\\' || c < ' ')?;
            text.push_str(&self.rest[..end]);
            let stop = self.rest.as_bytes()[end];
            self.rest = &self.rest[end + 1..];
            match stop {
                b'"' => return Some(text),
                b'\\' => text.push(self.escaped()?),
                _ => return None,
            }
        }
    }

    /// The character that an escape stands for.
    fn escaped(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let c = chars.next()?;
        self.rest = chars.as_str();
        Some(match c {
            '"' | '\\' | '/' => c,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let unit = self.unit()?;
                if !(0xD800..0xDC00).contains(&unit) {
                    return char::from_u32(unit);
                }
                let low = if self.take("\\u") { self.unit()? } else { return None };
                let low = low.checked_sub(0xDC00).filter(|low| *low < 0x400)?;
                return char::from_u32(0x10000 + ((unit - 0xD800) << 10) + low);
            }
            _ => return None,
        })
    }

    /// The four hexadecimal digits of `\u`.
    fn unit(&mut self) -> Option<u32> {
        let digits = self.rest.get(..4)?;
        self.rest = &self.rest[4..];
        digits.chars().try_fold(0, |unit, c| Some(unit * 16 + c.to_digit(16)?))
    }
}

/// Whether these digits, points and signs stand as in a number of JSON.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (number, exponent) = match text.split_once(['e', 'E']) {
        Some((number, exponent)) => (number, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = match number.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (number, None),
    };
    let exponent = exponent.map(|text| text.strip_prefix(['+', '-']).unwrap_or(text));
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(digits)
}

#[cfg(test)]
mod tests;
