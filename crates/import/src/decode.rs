//! The text of a file, in the encodings that editors and spreadsheets write.

use encoding_rs::Encoding;

/// Why a file is not text.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum DecodeError {
    #[error("the file is not UTF-8 text: byte {0} is invalid")]
    NotUtf8(usize),
    #[error("the file begins like UTF-16 text and is none")]
    NotUtf16,
}

/// Decodes a text whose format is UTF-8; a byte-order mark of UTF-16 is obeyed.
///
/// # Errors
/// If the bytes are not text in that encoding.
pub(crate) fn decode(bytes: &[u8]) -> Result<String, DecodeError> {
    match Encoding::for_bom(bytes) {
        Some((encoding, length)) if encoding != encoding_rs::UTF_8 => {
            let text = encoding
                .decode_without_bom_handling_and_without_replacement(&bytes[length..])
                .ok_or(DecodeError::NotUtf16)?;
            Ok(text.into_owned())
        }
        mark => {
            let length = mark.map_or(0, |(_, length)| length);
            let text = std::str::from_utf8(&bytes[length..]);
            let fault =
                |error: std::str::Utf8Error| DecodeError::NotUtf8(length + error.valid_up_to() + 1);
            text.map(str::to_owned).map_err(fault)
        }
    }
}

/// Decodes a table as spreadsheets save them: by its byte-order mark, else UTF-8, else UTF-16 if every other
/// byte is zero, else Windows-1252.
pub(crate) fn decode_table(bytes: &[u8]) -> String {
    if let Ok(text) = decode(bytes)
        && !text.contains('\0')
    {
        return text;
    }
    let zeros = |start: usize| {
        bytes.iter().skip(start).step_by(2).filter(|byte| **byte == 0).count() * 4 > bytes.len()
    };
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if zeros(1) => encoding_rs::UTF_16LE,
        None if zeros(0) => encoding_rs::UTF_16BE,
        None => encoding_rs::WINDOWS_1252,
    };
    encoding.decode_with_bom_removal(bytes).0.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn byte_order_marks_are_obeyed_and_removed() {
        assert_eq!(decode(b"a").as_deref(), Ok("a"));
        assert_eq!(decode(b"\xef\xbb\xbfa").as_deref(), Ok("a"));
        assert_eq!(decode(b"\xff\xfe\xe9\x00").as_deref(), Ok("é"));
        assert_eq!(decode(b"\xfe\xff\x00\xe9").as_deref(), Ok("é"));
        assert_eq!(decode(b"caf\xe9"), Err(DecodeError::NotUtf8(4)));
        assert_eq!(decode(b"\xff\xfe\x00\xd8"), Err(DecodeError::NotUtf16));
    }

    #[test]
    fn tables_may_be_in_any_encoding_of_spreadsheets() {
        assert_eq!(decode_table("é;b".as_bytes()), "é;b");
        assert_eq!(decode_table(b"\xef\xbb\xbf\xc3\xa9"), "é");
        assert_eq!(decode_table(b"caf\xe9;\x80"), "café;€");
        assert_eq!(decode_table(b"a\x00;\x00\xe9\x00"), "a;é");
        assert_eq!(decode_table(b"\xfe\xff\x00a"), "a");
    }
}
