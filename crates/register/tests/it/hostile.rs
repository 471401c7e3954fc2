//! No bytes make the reader panic, and every answer is a register, faults or a reason.

use proptest::prelude::*;
use register::{ReadError, Source};

use crate::registers::team;
use crate::rules::read;

fn answer(source: &Source) {
    match read(source) {
        Ok(register) => assert!(!register.rows.is_empty()),
        Err(ReadError::Faults(faults)) => {
            for fault in faults {
                assert!(fault.row > 0 && !fault.english().is_empty() && !fault.danish().is_empty());
            }
        }
        Err(error) => assert!(!error.to_string().is_empty() && !error.danish().is_empty()),
    }
}

fn changed(bytes: &[u8], changes: &[(usize, u8, u8)]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (place, kind, byte) in changes {
        if bytes.is_empty() {
            break;
        }
        let place = place % bytes.len();
        match kind % 4 {
            0 => bytes[place] = *byte,
            1 => bytes.insert(place, *byte),
            2 => drop(bytes.remove(place)),
            _ => bytes.truncate(place),
        }
    }
    bytes
}

fn changes() -> impl Strategy<Value = Vec<(usize, u8, u8)>> {
    prop::collection::vec((any::<usize>(), prop_oneof![4 => 0_u8..3, 1 => Just(3_u8)], any::<u8>()), 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_700, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_as_a_file(list in 0_usize..11, bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let Source::Folder(mut files) = team().folder() else { unreachable!() };
        files[list].1 = bytes;
        answer(&Source::Folder(files));
    }

    #[test]
    fn a_file_with_changed_bytes(list in 0_usize..11, changes in changes()) {
        let Source::Folder(mut files) = team().folder() else { unreachable!() };
        files[list].1 = changed(&files[list].1, &changes);
        answer(&Source::Folder(files));
    }

    #[test]
    fn any_text_in_a_cell(list in 0_usize..11, row in 0_usize..9, column in 0_usize..9, text in any::<String>()) {
        let mut team = team();
        let rows = &mut team.0[list].1;
        let row = row % rows.len();
        let column = column % rows[row].len();
        rows[row][column] = text;
        answer(&team.folder());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_workbook_with_changed_bytes(changes in changes()) {
        answer(&Source::Workbook(changed(packed(), &changes)));
    }

    #[test]
    fn a_workbook_with_changed_parts(part in 0_usize..40, changes in changes()) {
        let parts: Vec<_> = parts().iter().enumerate().map(|(at, (name, bytes))| {
            (name.clone(), if at == part % parts().len() { changed(bytes, &changes) } else { bytes.clone() })
        }).collect();
        answer(&Source::Workbook(zipped(&parts)));
    }
}

fn packed() -> &'static [u8] {
    static BOOK: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();
    BOOK.get_or_init(|| team().workbook().save_to_buffer().unwrap())
}

fn parts() -> &'static [(String, Vec<u8>)] {
    use std::io::Read;
    static PARTS: std::sync::OnceLock<Vec<(String, Vec<u8>)>> = std::sync::OnceLock::new();
    PARTS.get_or_init(|| {
        let mut old = zip::ZipArchive::new(std::io::Cursor::new(packed())).unwrap();
        let part = |place| {
            let mut file = old.by_index(place).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        };
        (0..zip::ZipArchive::new(std::io::Cursor::new(packed())).unwrap().len()).map(part).collect()
    })
}

fn zipped(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    use std::io::Write;
    let mut new = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, bytes) in parts {
        new.start_file(name.as_str(), stored).unwrap();
        new.write_all(bytes).unwrap();
    }
    new.finish().unwrap().into_inner()
}

#[test]
fn many_rows_with_one_id_and_many_separators_stay_quick() {
    let Source::Folder(mut files) = team().folder() else { unreachable!() };
    let readings = files.iter_mut().find(|(name, _)| name == "maalinger.csv").unwrap();
    let row = |n: u32| format!("M1;F1;who-5;{}-{:02}-{:02};1;1\n", 2100 + n / 336, 1 + n / 28 % 12, 1 + n % 28);
    let rows: String = (0..20_000).map(row).collect();
    readings.1 = format!("maaling_id;forloeb_id;instrument;dato;punkt;svar\n{rows}").into_bytes();
    let contacts = files.iter_mut().find(|(name, _)| name == "kontakter.csv").unwrap();
    contacts.1 = vec![b';'; 2_000_000];
    answer(&Source::Folder(files));
}
