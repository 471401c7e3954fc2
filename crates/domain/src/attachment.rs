//! Files about a citizen: which kinds are kept, how they are known by their first bytes, and how large they may be.

use crate::refusal::{Code, Refusal};

/// The largest file, in bytes: 20 MB as people say it.
pub const LARGEST: usize = 20 * 1024 * 1024;

/// A PDF says at its end that it ends there; so far from the end it is looked for.
const PDF_TAIL: usize = 4096;

/// The kinds of files that are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Media {
    /// PDF.
    Pdf,
    /// A JPEG picture.
    Jpeg,
    /// A PNG picture.
    Png,
    /// A WebP picture.
    Webp,
}

impl Media {
    /// Every kind.
    pub const ALL: &'static [Self] = &[Self::Pdf, Self::Jpeg, Self::Png, Self::Webp];

    /// The code, which is the usual ending of a file's name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
        }
    }

    /// The kind with this code.
    pub fn coded(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|media| media.code() == code)
    }

    /// The media type, as HTTP names it.
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
        }
    }

    /// The kind that a file is by its bytes, whatever it is called.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"\xFF\xD8\xFF") {
            Some(Self::Jpeg)
        } else if bytes.starts_with(b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR") {
            Some(Self::Png)
        } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
            Some(Self::Webp)
        } else {
            is_pdf(bytes).then_some(Self::Pdf)
        }
    }

    /// The kind that a file's name promises.
    fn named(name: &str) -> Option<Self> {
        let ending = name.rsplit_once('.')?.1.to_lowercase();
        match ending.as_str() {
            "jpeg" => Some(Self::Jpeg),
            other => Self::coded(other),
        }
    }
}

fn is_pdf(bytes: &[u8]) -> bool {
    let version = bytes.strip_prefix(b"%PDF-").and_then(|rest| rest.first_chunk::<3>());
    let has_version =
        version.is_some_and(|[major, dot, minor]| major.is_ascii_digit() && *dot == b'.' && minor.is_ascii_digit());
    let tail = bytes.get(bytes.len().saturating_sub(PDF_TAIL)..).unwrap_or_default();
    has_version && tail.windows(5).any(|window| window == b"%%EOF")
}

/// The kind of a file that somebody wants to keep.
///
/// # Errors
///
/// None chosen, too large, of no kind that is kept, or of another kind than its name says.
pub fn file(name: &str, bytes: &[u8]) -> Result<Media, Refusal> {
    let refused = |code| Err(Refusal::new("fil", code));
    if bytes.is_empty() {
        return refused(Code::FileMissing);
    }
    if bytes.len() > LARGEST {
        return refused(Code::FileTooLarge);
    }
    match (Media::of(bytes), Media::named(name)) {
        (Some(media), Some(promised)) if media == promised => Ok(media),
        // A camera's picture may come without an ending.
        (Some(media), None) if !name.contains('.') => Ok(media),
        _ => refused(Code::FileUnknown),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF\n";
    const PNG: &[u8] = b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0";

    #[test]
    fn a_file_is_known_by_its_bytes() {
        assert_eq!(file("brev.pdf", PDF), Ok(Media::Pdf));
        assert_eq!(file("brev.PDF", PDF), Ok(Media::Pdf));
        assert_eq!(file("foto.png", PNG), Ok(Media::Png));
        assert_eq!(file("foto.jpeg", b"\xFF\xD8\xFF\xE0"), Ok(Media::Jpeg));
        assert_eq!(file("foto.webp", b"RIFF\0\0\0\0WEBPVP8 "), Ok(Media::Webp));
        assert_eq!(file("image", PNG), Ok(Media::Png));
    }

    #[test]
    fn a_pdf_that_is_not_one_is_refused() {
        for (name, bytes) in [
            ("brev.pdf", b"MZ\x90\0 a program".as_slice()),
            ("brev.pdf", b"<html>%PDF-1.7 %%EOF</html>"),
            ("brev.pdf", b"%PDF-1.7 cut off before its end"),
            ("brev.pdf", PNG),
            ("brev.docx", PDF),
            ("brev.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ] {
            assert_eq!(file(name, bytes), Err(Refusal::new("fil", Code::FileUnknown)), "{name}");
        }
    }

    #[test]
    fn an_empty_file_and_one_of_more_than_20_mb_are_refused() {
        assert_eq!(file("brev.pdf", b""), Err(Refusal::new("fil", Code::FileMissing)));
        let mut large = PNG.to_vec();
        large.resize(LARGEST, 0);
        assert_eq!(file("foto.png", &large), Ok(Media::Png));
        large.push(0);
        assert_eq!(file("foto.png", &large), Err(Refusal::new("fil", Code::FileTooLarge)));
    }
}
