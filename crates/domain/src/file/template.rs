//! Reads `reports/<key>.toml`: a report to be filled in, section by section.

use super::section::Section;
use super::{FileFault, parse};
use crate::code::Addressee;
use crate::programme::Text;
use crate::template::{self, Draw, Template};

/// The most sections a template can have.
const MOST: usize = 60;

/// Reads a template's file.
///
/// # Errors
///
/// Every fault at once, in the order of the lines; where the text is no TOML, what is wrong with it.
pub fn parse_template(file_name: &str, text: &str) -> Result<Template, Vec<FileFault>> {
    parse(file_name, text, |root| {
        let (key, file) = (root.key("id"), root.key("file"));
        let title = root.section("title", Section::languages);
        let addressee = addressee(root);
        let sections = root.sections("sections", 1, section);
        if let Some(sections) = &sections {
            let keys: Vec<_> = sections.iter().map(|((section, at), _)| (section.key.clone(), *at)).collect();
            root.each_once("sections", &keys);
            if sections.len() > MOST {
                let at = root.at("sections");
                root.fault(at, format!("`sections` has {}: write at most {MOST}", sections.len()));
            }
        }
        Some(Template {
            key: key?.0,
            title: title?,
            file: file?.0,
            addressee: addressee?,
            sections: sections?.into_iter().map(|((section, _), _)| section).collect(),
        })
    })
}

/// For whom the report usually is.
fn addressee(root: &mut Section<'_>) -> Option<Addressee> {
    let (code, at) = root.key("for")?;
    let known = Addressee::parse(&code).ok();
    if known.is_none() {
        let codes: Vec<&str> = Addressee::ALL.iter().map(|one| one.code()).collect();
        root.fault(at, format!("`for` is \"{code}\": write one of {}", codes.join(", ")));
    }
    known
}

/// One section, and where its key stands.
fn section(from: &mut Section<'_>) -> Option<(template::Section, usize)> {
    let key = from.key("id");
    let title: Option<Text> = from.languages();
    let guidance = from.section("guidance", Section::languages);
    let (has_text, is_needed) = (from.maybe_yes_or_no("text"), from.maybe_yes_or_no("needed"));
    let draws = draws(from);
    let ((key, at), has_text, is_needed, draws) = (key?, has_text?, is_needed?, draws?);
    if is_needed && !has_text {
        let at = from.at("needed");
        from.fault(at, "`needed` is true where there is no text: write `text = true` too".to_owned());
        return None;
    }
    if !has_text && draws.is_empty() {
        from.fault(at, format!("section \"{key}\" has nothing in it: write `text = true` or `draws = [...]`"));
        return None;
    }
    Some((template::Section { key, title: title?, guidance: guidance?, has_text, is_needed, draws }, at))
}

fn draws(from: &mut Section<'_>) -> Option<Vec<Draw>> {
    if from.may("draws").is_none() {
        return Some(Vec::new());
    }
    let mut all = Vec::new();
    for name in from.keys("draws")? {
        let Some(draw) = Draw::parse(&name) else {
            let (at, names) = (from.at("draws"), Draw::names().collect::<Vec<_>>().join(", "));
            from.fault(at, format!("`draws` names \"{name}\": write some of {names}"));
            return None;
        };
        all.push(draw);
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<String> {
        parse_template("own.toml", text).unwrap_err().into_iter().map(|fault| fault.to_string()).collect()
    }

    const HEAD: &str =
        "id = \"own\"\ntitle = { da = \"Eget\", en = \"Own\" }\nfile = \"eget\"\nfor = \"styregruppe\"\n";

    #[test]
    fn the_shipped_templates_are_right_and_every_section_has_something_in_it() {
        let shipped = [
            include_str!("../../../../reports/tilskud.toml"),
            include_str!("../../../../reports/status.toml"),
            include_str!("../../../../reports/slut.toml"),
        ];
        for text in shipped {
            let template = parse_template("shipped.toml", text).unwrap();
            assert!(template.sections.iter().all(|section| section.has_text || !section.draws.is_empty()));
        }
        assert_eq!(parse_template("t", shipped[0]).unwrap().sections.len(), 11);
    }

    #[test]
    fn an_unknown_name_is_told_with_its_line_and_what_can_be_drawn() {
        let section = "[[sections]]\nid = \"a\"\nda = \"A\"\nen = \"A\"\nguidance = { da = \"a\", en = \"a\" }\n";
        let told = faults(&format!("{HEAD}{section}draws = [\"caseload\"]\n"));
        assert!(told[0].starts_with("own.toml:10: `draws` names \"caseload\": write some of programme"), "{told:?}");
        let told = faults(&format!("{HEAD}{section}"));
        assert!(told[0].contains("has nothing in it"), "{told:?}");
        let told = faults(&format!("{HEAD}{section}needed = true\ndraws = [\"status\"]\n"));
        assert!(told[0].contains("`text = true` too"), "{told:?}");
        let told = faults(&format!("{HEAD}{section}text = true\ncolour = \"red\"\n"));
        assert!(told[0].contains("colour"), "{told:?}");
    }
}
