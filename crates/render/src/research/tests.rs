//! The files of a package of two rows.

use domain::code::Channel;
use domain::file::instrument::parse_instrument;
use domain::file::programme::parse_programme;
use domain::research::Row;
use domain::research::columns::all;
use domain::research::ladder::LADDER;

use super::*;
use crate::{Locale, words};

fn instruments() -> Vec<domain::instrument::Instrument> {
    let shipped = [
        include_str!("../../../../instruments/stjerne.toml"),
        include_str!("../../../../instruments/who-5.toml"),
        include_str!("../../../../instruments/formaal.toml"),
    ];
    shipped.iter().map(|text| parse_instrument("shipped", text).unwrap()).collect()
}

/// A package on a rung, with every column there can be.
fn package(rung: usize) -> Package {
    let programme = parse_programme("exit-2016.toml", include_str!("../../../../programmes/exit-2016.toml")).unwrap();
    let level = LADDER[rung];
    let columns = all(&programme, &instruments());
    let row = |person: &str, channel| {
        let value = |column: &Column| match column.meaning {
            Meaning::Channel => Value::Code(level.channels.group(channel).to_owned()),
            Meaning::Contacts => Value::Number(12),
            Meaning::ScoreDay(End::First) => Value::Number(-30),
            Meaning::Purpose(End::First) => Value::Code("=1+1, \"x\"".to_owned()),
            _ => Value::Nothing,
        };
        let values = columns.iter().map(value).collect();
        Row { person: person.to_owned(), citizen: domain::id::CitizenId(Default::default()), values }
    };
    let rows = vec![row("p0a", Some(Channel::Own)), row("p0b", None)];
    let left_out = vec![columns.last().unwrap().clone()];
    Package { rung, level, columns, left_out, rows, agreed: 240, suppressed: 30, smallest: 6 }
}

fn title() -> Text {
    Text { da: "Indsats".to_owned(), en: "Programme".to_owned() }
}

fn used() -> Vec<Used> {
    instruments().into_iter().map(|one| Used { title: one.title, version: one.version, licence: one.licence }).collect()
}

#[test]
fn the_rows_have_a_cell_a_column_and_what_a_spreadsheet_would_run_is_defused() {
    let csv = csv(&package(0));
    let lines: Vec<&str> = csv.split("\r\n").collect();
    assert_eq!((lines.len(), lines[3]), (4, ""));
    assert!(lines[0].starts_with("person,gender,age_group,channel,ending,ended_after_days,phase_2_after_days"));
    assert!(lines[1].starts_with("p0a,,,selv,,"), "{}", lines[1]);
    assert!(lines[2].starts_with("p0b,,,uoplyst,,"), "{}", lines[2]);
    assert!(lines[1].contains(",\"'=1+1, \"\"x\"\"\",") && lines[1].contains(",-30,") && lines[1].contains(",12,"));
}

#[test]
fn the_description_says_of_each_column_its_kind_and_codes() {
    let described = datapackage(&package(0), Written { bytes: 17, sha256: "ab" });
    let data = &described["resources"][0];
    assert_eq!((&data["bytes"], &data["hash"]), (&17.into(), &"sha256:ab".into()));
    let fields = data["schema"]["fields"].as_array().unwrap();
    assert_eq!(fields.len(), package(0).columns.len() + 1);
    let field = |name: &str| fields.iter().find(|field| field["name"] == name).unwrap();
    assert_eq!(field("gender")["constraints"]["enum"], serde_json::json!(["kvinde", "mand", "andet_uoplyst"]));
    assert_eq!((&field("contacts")["type"], &field("gender")["type"]), (&"integer".into(), &"string".into()));
    assert_eq!(field("who_5_first")["constraints"]["maximum"], 100);
    assert_eq!(field("stjerne_bolig_latest")["title"], "Housing, latest step");
}

#[test]
fn the_code_book_has_every_column_with_words_in_both_languages_on_every_rung() {
    for rung in 0..LADDER.len() {
        let package = package(rung);
        let book = codebook(&package, &title(), &used());
        let text = book.to_string();
        for word in ["\"?\"", "research-", "{of}", "{n}"] {
            assert!(!text.contains(word), "{word} on rung {rung}: {text}");
        }
        let variables = book["codeBook"]["dataDscr"]["var"].as_array().unwrap();
        assert_eq!(variables.len(), package.columns.len() + 1);
        for variable in variables {
            assert_ne!(variable["labl"]["da"], "", "{variable}");
            assert_ne!(variable["labl"]["en"], "", "{variable}");
        }
        let contacts = variables.iter().find(|variable| variable["name"] == "contacts").unwrap();
        assert_eq!(contacts["missing"], 0);
        let ended = variables.iter().find(|variable| variable["name"] == "ended_after_days").unwrap();
        assert_eq!(ended["missing"], 2);
    }
}

#[test]
fn the_code_book_tells_how_many_were_left_out_where_they_are_five_or_more() {
    for (suppressed, told) in [(0, None), (4, None), (5, Some(5))] {
        let package = Package { suppressed, agreed: 2 + suppressed, ..package(0) };
        let book = &codebook(&package, &title(), &used())["codeBook"]["disclosure"];
        assert_eq!(book["leftOut"], serde_json::json!(told));
        assert_eq!(book["agreed"], serde_json::json!(told.map(|out| 2 + out)));
        let told = document(&package, &title(), &used(), Locale::En).plain();
        assert_eq!(told.contains("fewer than 5 or none"), suppressed < 5, "{told}");
    }
}

#[test]
fn the_code_book_for_people_says_how_it_was_made_and_names_no_day() {
    for locale in [Locale::Da, Locale::En] {
        let told = document(&package(4), &title(), &used(), locale).plain();
        for word in ["240", "180", "data.csv", "who_5_first", "goals_reached_other", "WHO/UCN"] {
            assert!(told.contains(word), "{word} is missing: {told}");
        }
        assert!(told.contains(words(locale).say("research-use")), "{told}");
        assert!(!told.contains("1970"), "a day: {told}");
        assert!(!told.contains("research-"), "a text is missing: {told}");
    }
    assert!(document(&package(0), &title(), &used(), Locale::Da).plain().contains("20–24 år"));
    assert!(document(&package(9), &title(), &used(), Locale::Da).plain().contains("Dage er udeladt"));
}
