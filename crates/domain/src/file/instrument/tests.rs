//! The shipped instruments, whole and with a fault in them.

use proptest::prelude::*;

use super::*;

const STAR: &str = include_str!("../../../../../instruments/stjerne.toml");
const WHO5: &str = include_str!("../../../../../instruments/who-5.toml");
const PURPOSE: &str = include_str!("../../../../../instruments/formaal.toml");

fn only_fault(text: &str, before: &str, after: &str, line: &str, message: &str) {
    let changed = text.replacen(before, after, 1);
    assert_ne!(changed, text, "{before} is not in the file");
    let found = parse_instrument("i.toml", &changed).unwrap_err();
    assert_eq!(found.len(), 1, "{found:?}");
    let wanted = changed.lines().position(|text| text.contains(line)).unwrap() + 1;
    assert_eq!(found[0].line, wanted, "{found:?}");
    assert!(found[0].message.contains(message), "{found:?}");
}

fn told(text: &str) -> String {
    let found = parse_instrument("i.toml", text).unwrap_err();
    found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_shipped_instrument_is_read_and_its_examples_come_out() {
    let read: Vec<_> = [STAR, WHO5, PURPOSE].map(|text| parse_instrument("i.toml", text).unwrap()).into();
    let keys: Vec<_> = read.iter().map(|one| (one.key.as_str(), one.items.len())).collect();
    assert_eq!(keys, [("stjerne", 10), ("who-5", 5), ("formaal", 1)]);
}

#[test]
fn an_example_that_does_not_come_out_is_a_fault() {
    only_fault(WHO5, "score = 48", "score = 47", "score = 47", "these answers give 48");
    only_fault(WHO5, "complete = false", "complete = true # wrong", "# wrong", "these answers give false");
    only_fault(STAR, "complete = false", "complete = false\nscore = 4", "score = 4", "these answers give no score");
}

#[test]
fn an_answer_outside_the_scale_and_an_unknown_item_are_named() {
    only_fault(
        WHO5,
        "{ 1 = 3, 2 = 2, 3 = 2, 4 = 1, 5 = 4 }",
        "{ 1 = 6, 2 = 2, 3 = 2, 4 = 1, 5 = 4 }",
        "{ 1 = 6",
        "0 to 5",
    );
    only_fault(PURPOSE, "formaal = \"exit\"", "formaal = \"stop\"", "\"stop\"", "exit, bedre_livssituation");
    only_fault(STAR, "{ bolig = 3", "{ have = 1, bolig = 3", "have = 1", "unknown item `have`");
}

#[test]
fn the_code_of_a_purpose_never_stands_on_a_screen() {
    let Scale::Choices(choices) = parse_instrument("formaal.toml", PURPOSE).unwrap().scale else { panic!("choices") };
    let keys: Vec<_> = choices.iter().map(|choice| choice.key.as_str()).collect();
    assert_eq!(keys, ["exit", "bedre_livssituation"]);
    for text in choices.iter().flat_map(|choice| [&choice.text.da, &choice.text.en]) {
        assert!(!text.to_lowercase().contains("exit"));
    }
}

#[test]
fn who_5_names_whose_it_is_and_its_licence() {
    let licence = parse_instrument("who-5.toml", WHO5).unwrap().licence;
    assert!(licence.contains("WHO/UCN/MSD/MHE/2024.1") && licence.contains("CC BY-NC-SA 3.0 IGO"));
}

#[test]
fn bands_cover_every_score_once() {
    let gap = WHO5.replacen("from = 36", "from = 37", 1);
    assert!(told(&gap).contains("write from = 36"), "{}", told(&gap));
    let twice = WHO5.replacen("from = 51", "from = 50", 1);
    assert!(told(&twice).contains("write from = 51"));
    let short = WHO5.replacen("to = 100", "to = 99", 1);
    assert!(told(&short).contains("the highest score is 100"));
}

#[test]
fn stages_go_from_low_to_high() {
    assert!(told(&STAR.replacen("from = 1\n", "from = 2\n", 1)).contains("write 1, low to high"));
    assert!(told(&STAR.replacen("from = 5\n", "from = 3\n", 1)).contains("write 4 to 10"));
    assert!(told(&STAR.replacen("max = 10", "max = 1", 1)).contains("write a number above `min`"));
}

#[test]
fn an_unknown_kind_or_key_and_a_missing_answer_are_named() {
    let kind = PURPOSE.replacen("kind = \"choices\"", "kind = \"list\"", 1);
    assert!(told(&kind).contains("write \"areas\", \"sum\" or \"choices\""));
    only_fault(STAR, "version = \"1\"", "version = \"1\"\nlevel = 2", "level", "unknown key `level`");
    only_fault(WHO5, "    { da = \"På intet tidspunkt\", en = \"At no time\" },\n", "", "answers = [", "write 6");
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC*") {
        prop_assert!(parse_instrument("i.toml", &text).is_err());
    }

    #[test]
    fn a_damaged_file_is_read_or_refused(
        which in 0usize..3, at in 0usize..4000, length in 0usize..200, put in "[\\[\\]={}\"0-9a-z.\n-]{0,8}",
    ) {
        let mut bytes = [STAR, WHO5, PURPOSE][which].as_bytes().to_vec();
        let at = at.min(bytes.len());
        let end = (at + length).min(bytes.len());
        bytes.splice(at..end, put.bytes());
        let text = String::from_utf8_lossy(&bytes);
        if let Err(found) = parse_instrument("i.toml", &text) {
            prop_assert!(!found.is_empty());
        }
    }
}
