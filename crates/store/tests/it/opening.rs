//! Making, opening and refusing to open a store.

use std::fs;
use std::path::Path;

use store::{Error, Store};
use testkit::database::{Database, Kind, both_databases};
use vault::MasterKey;

#[tokio::test]
async fn a_store_opens_again_with_its_key() {
    for opened in both_databases().await {
        opened.reopen().await;
    }
}

#[tokio::test]
async fn another_key_is_refused_and_changes_nothing() {
    for kind in Kind::BOTH {
        let opened = Database::new(kind).await.open().await;
        opened.store.close().await;
        let before = contents(opened.database.folder.path());
        let refused = opened.database.try_open(&MasterKey::from_bytes([8; 32])).await.unwrap_err();
        assert_eq!(refused, Error::WrongKey, "{kind:?}");
        assert_eq!(contents(opened.database.folder.path()), before, "{kind:?}");
        opened.database.open().await;
    }
}

#[tokio::test]
async fn a_second_process_on_the_same_folder_is_refused() {
    let opened = Database::new(Kind::Sqlite).await.open().await;
    let folder = opened.database.folder.path();
    let refused = Store::open_sqlite(folder, &opened.database.master).await.unwrap_err();
    assert_eq!(refused, Error::InUse(folder.into()));
    opened.reopen().await;
}

#[tokio::test]
async fn a_folder_without_a_store_with_one_or_without_its_key_store_is_told_apart() {
    let opened = Database::new(Kind::Sqlite).await.open().await;
    let (folder, master) = (opened.database.folder.path(), &opened.database.master);
    opened.store.close().await;
    assert!(matches!(Store::create_sqlite(folder, master).await, Err(Error::StorePresent(_))));
    let empty = tempfile::tempdir().unwrap();
    assert!(matches!(Store::open_sqlite(empty.path(), master).await, Err(Error::NoStore(_))));
    assert_eq!(fs::read_dir(empty.path()).unwrap().count(), 0, "looking for a store leaves nothing behind");
    fs::rename(folder.join("log.db"), folder.join("elsewhere.db")).unwrap();
    assert!(matches!(Store::open_sqlite(folder, master).await, Err(Error::NoLog(_))));
    assert!(!folder.join("log.db").exists());
    fs::rename(folder.join("elsewhere.db"), folder.join("log.db")).unwrap();
    fs::remove_file(folder.join("keys.db")).unwrap();
    assert!(matches!(Store::open_sqlite(folder, master).await, Err(Error::NoKeyStore(_))));
    assert!(!folder.join("keys.db").exists());
}

#[tokio::test]
async fn nothing_readable_lies_in_the_files() {
    let opened = Database::new(Kind::Sqlite).await.open().await;
    // Open, with a write-ahead log beside each file.
    for (name, bytes) in contents(opened.database.folder.path()) {
        let readable = [&b"SQLite format"[..], b"audit_event", b"CREATE TABLE"];
        let found = readable.iter().any(|text| bytes.windows(text.len()).any(|part| part == *text));
        assert!(!found, "{name}");
    }
}

fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}
