//! Bytes as postcard wrote them, taken one thing after the other.
//!
//! Whatever does not fit gives something empty and is remembered, so that it is asked for once at the
//! end and not behind each field.

/// The bytes, and how far they are read.
pub struct Bytes<'a> {
    all: &'a [u8],
    at: usize,
    is_sound: bool,
}

impl<'a> Bytes<'a> {
    /// The bytes from `at` on.
    pub fn new(all: &'a [u8], at: usize) -> Self {
        Self { all, at, is_sound: true }
    }

    /// How far they are read.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Whether everything that was asked for was there.
    pub fn is_sound(&self) -> bool {
        self.is_sound
    }

    /// Remembers that something was not as it should be.
    pub fn refuse(&mut self) {
        self.is_sound = false;
    }

    /// A number, seven bits a byte, lowest first; a byte below 128 ends it.
    #[inline(never)]
    pub fn number(&mut self) -> u32 {
        let mut number = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.all.get(self.at).copied().unwrap_or_default();
            self.is_sound &= self.at < self.all.len();
            self.at += 1;
            number |= u32::from(byte & 127) << shift;
            if byte < 128 {
                return number;
            }
        }
        self.refuse();
        0
    }

    /// A text, behind its length.
    #[inline(never)]
    pub fn text(&mut self) -> &'a str {
        let len = self.number() as usize;
        let text = self.all.get(self.at..).and_then(|rest| rest.get(..len));
        match text.and_then(|text| std::str::from_utf8(text).ok()) {
            Some(text) => {
                self.at += len;
                text
            }
            None => {
                self.refuse();
                ""
            }
        }
    }
}

/// What can be taken from bytes, in the order in which it was written.
pub trait Packed {
    /// Takes it.
    fn read(bytes: &mut Bytes) -> Self;
}

impl Packed for bool {
    fn read(bytes: &mut Bytes) -> Self {
        bytes.number() == 1
    }
}

impl Packed for u32 {
    fn read(bytes: &mut Bytes) -> Self {
        bytes.number()
    }
}

impl Packed for String {
    #[inline(never)]
    fn read(bytes: &mut Bytes) -> Self {
        bytes.text().to_owned()
    }
}

impl Packed for Box<str> {
    #[inline(never)]
    fn read(bytes: &mut Bytes) -> Self {
        bytes.text().into()
    }
}

impl<T: Packed> Packed for Option<T> {
    fn read(bytes: &mut Bytes) -> Self {
        bool::read(bytes).then(|| T::read(bytes))
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn read(bytes: &mut Bytes) -> Self {
        let len = bytes.number();
        let mut list = Self::new();
        // Each item takes a byte at least, so a wrong length asks for no more room than there is.
        list.reserve_exact((len as usize).min(bytes.all.len().saturating_sub(bytes.at)));
        for _ in 0..len {
            if !bytes.is_sound {
                break;
            }
            list.push(T::read(bytes));
        }
        list
    }
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    fn read(bytes: &mut Bytes) -> Self {
        (A::read(bytes), B::read(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::{Bytes, Packed};

    #[test]
    fn reads_what_postcard_writes() {
        let thing = (vec![Some("é".to_owned()), None], (u32::MAX, vec![(300_u32, true)]));
        let packed = postcard::to_allocvec(&thing).unwrap();
        let mut bytes = Bytes::new(&packed, 0);
        assert_eq!(<(Vec<Option<String>>, (u32, Vec<(u32, bool)>))>::read(&mut bytes), thing);
        assert!(bytes.is_sound() && bytes.at() == packed.len());
    }

    #[test]
    fn what_is_cut_off_or_wrong_is_noticed() {
        let packed = postcard::to_allocvec(&vec!["ab", "cd"]).unwrap();
        for len in 0..packed.len() {
            let mut bytes = Bytes::new(&packed[..len], 0);
            let _ = Vec::<String>::read(&mut bytes);
            assert!(!bytes.is_sound(), "{len}");
        }
        for wrong in [&[0xff; 9][..], &[2, 0xff, 0xff], &[0xff, 0xff, 0xff, 0xff, 0x0f]] {
            let mut bytes = Bytes::new(wrong, 0);
            let _ = String::read(&mut bytes);
            assert!(!bytes.is_sound(), "{wrong:?}");
        }
    }
}
