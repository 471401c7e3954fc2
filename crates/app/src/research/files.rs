//! The files of a package, and the one file that they travel in.

use std::io::{Cursor, Read};

use domain::instrument::Instrument;
use domain::programme::Text;
use domain::research::Package;
use render::Locale;
use render::document::Printer;
use render::research as laid;
use zip::ZipArchive;

use super::hex;
use crate::{Error, Result};

/// A file of a package.
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A package's file has a name and a length to print, never its content.
impl std::fmt::Debug for File {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("File").field("name", &self.name).field("bytes", &self.bytes.len()).finish()
    }
}

pub(super) fn files(
    package: &Package,
    title: &Text,
    instruments: &[Instrument],
    locale: Locale,
    printer: Option<Printer>,
) -> Result<Vec<File>> {
    let used: Vec<laid::Used> = instruments
        .iter()
        .map(|one| laid::Used { title: one.title.clone(), version: one.version.clone(), licence: one.licence.clone() })
        .collect();
    let file = |name: &str, bytes: Vec<u8>| File { name: name.to_owned(), bytes };
    let data = laid::csv(package).into_bytes();
    let written = laid::Written { bytes: data.len(), sha256: &hex(&vault::digest(&data)) };
    let datapackage = format!("{:#}\n", laid::datapackage(package, written));
    let codebook = format!("{:#}\n", laid::codebook(package, title, &used));
    let document = laid::document(package, title, &used, locale);
    let readable = match printer {
        Some(printer) => {
            let pdf = (printer.pdf)(&document)
                .map_err(|why| Error::Refused(format!("the code book could not be set: {why}")))?;
            file(&format!("{}.pdf", laid::READABLE), pdf)
        }
        None => file(&format!("{}.txt", laid::READABLE), document.plain().into_bytes()),
    };
    Ok(vec![
        file(laid::DATA, data),
        file(laid::DATAPACKAGE, datapackage.into_bytes()),
        file(laid::CODEBOOK, codebook.into_bytes()),
        readable,
    ])
}

/// The files in one.
pub(super) fn packed(files: &[File]) -> Result<Vec<u8>> {
    let files = files.iter().map(|file| (file.name.as_str(), file.bytes.as_slice()));
    render::pack::packed(files).map_err(|_| Error::Refused("the package could not be written".to_owned()))
}

/// The files of a package, taken out of the one.
///
/// # Errors
///
/// [`Error::Refused`] where it is none.
pub fn unpacked(zip: &[u8]) -> Result<Vec<File>> {
    let not_read = || Error::Refused("the package cannot be read".to_owned());
    let mut archive = ZipArchive::new(Cursor::new(zip)).map_err(|_| not_read())?;
    let mut files = Vec::with_capacity(archive.len());
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).map_err(|_| not_read())?;
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).map_err(|_| not_read())?;
        let name = entry.name().map_err(|_| not_read())?.into_owned();
        files.push(File { name, bytes });
    }
    Ok(files)
}
