//! What a report is made of (M28): a template's sections, each with the team's own words, what is drawn from the record, or both. Templates are
//! files (`reports/*.toml`, `file/template.rs`), so another funder's form needs no code.

use serde::{Deserialize, Serialize};

use crate::code::{Addressee, PaperKind};
use crate::paper::{Faults, Paper};
use crate::programme::Text;
use crate::refusal::{Code, Refusal};
use crate::report::Report;

/// The most letters of a section's text: some forty pages.
pub const LONGEST: usize = 100_000;

/// A report to be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    /// Its key: `status`.
    pub key: String,
    /// What it is called.
    pub title: Text,
    /// What its files are called, before the day: neutral, without spaces.
    pub file: String,
    /// For whom it usually is.
    pub addressee: Addressee,
    /// Its sections, in order.
    pub sections: Vec<Section>,
}

/// A section of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its key, once in the template.
    pub key: String,
    /// Its heading.
    pub title: Text,
    /// What belongs there, for who writes it.
    pub guidance: Text,
    /// Whether the team writes something.
    pub has_text: bool,
    /// Whether the report is not finished without that text.
    pub is_needed: bool,
    /// What is filled in from the record, in order.
    pub draws: Vec<Draw>,
}

/// What a section draws from the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Draw {
    /// The programme's title, funding and recruitment windows.
    Programme,
    /// The organisation, its CVR number, and who is responsible for the grant.
    Holder,
    /// The time plan, drawn and as a table.
    TimePlan,
    /// The groups and their members.
    Groups,
    /// A figure.
    Figure(Report),
}

impl Draw {
    /// What can be drawn beside figures.
    const RECORD: [(&'static str, Self); 4] = [
        ("programme", Self::Programme),
        ("holder", Self::Holder),
        ("timeplan", Self::TimePlan),
        ("groups", Self::Groups),
    ];

    /// The figures that can leave the team.
    const FIGURES: [Report; 10] = [
        Report::Status,
        Report::Intake,
        Report::Outcomes,
        Report::Forecast,
        Report::Fidelity,
        Report::Goals,
        Report::Referrals,
        Report::Situation,
        Report::Continuation,
        Report::Effort,
    ];

    /// What is drawn by that name.
    pub fn parse(name: &str) -> Option<Self> {
        let record = Self::RECORD.iter().find(|(known, _)| *known == name).map(|(_, draw)| *draw);
        record.or_else(|| Self::FIGURES.iter().find(|report| report.name() == name).map(|report| Self::Figure(*report)))
    }

    /// Every name, as a file may write it.
    pub fn names() -> impl Iterator<Item = &'static str> {
        let record = Self::RECORD.iter().map(|(name, _)| *name);
        record.chain(Self::FIGURES.iter().map(|report| report.name()))
    }
}

impl Template {
    /// The section of that key.
    pub fn section(&self, key: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.key == key)
    }

    /// Every figure that the report shows, each once, in its order.
    pub fn figures(&self) -> Vec<Report> {
        let mut all = Vec::new();
        for draw in self.sections.iter().flat_map(|section| &section.draws) {
            if let Draw::Figure(report) = draw
                && !all.contains(report)
            {
                all.push(*report);
            }
        }
        all
    }
}

/// What the team writes in a section, for one year. A year without words of its own shows those of the year before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionText {
    /// The template's key.
    pub template: String,
    /// The section's key.
    pub section: String,
    /// The calendar year.
    pub year: i32,
    /// The words.
    pub text: String,
}

impl Paper for SectionText {
    const KIND: PaperKind = PaperKind::SectionText;

    fn check(&self, _: chrono::NaiveDate) -> Vec<Refusal> {
        let mut faults = Faults::default();
        faults.refuse(self.text.chars().count() > LONGEST, "tekst", Code::SectionTooLong);
        faults.0
    }
}

/// The text that stands in a section in a year: that year's, or the latest before it.
pub fn standing<'a>(
    texts: impl IntoIterator<Item = &'a SectionText>,
    template: &str,
    section: &str,
    year: i32,
) -> Option<&'a SectionText> {
    let is_of = |text: &&SectionText| text.template == template && text.section == section && text.year <= year;
    texts.into_iter().filter(is_of).max_by_key(|text| text.year)
}

/// A template that the programme brought itself, as its file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnTemplate {
    /// The file.
    pub toml: String,
}

impl Paper for OwnTemplate {
    const KIND: PaperKind = PaperKind::OwnTemplate;

    fn check(&self, _: chrono::NaiveDate) -> Vec<Refusal> {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(section: &str, year: i32) -> SectionText {
        SectionText { template: "status".to_owned(), section: section.to_owned(), year, text: year.to_string() }
    }

    #[test]
    fn a_section_holds_some_forty_pages_and_no_more() {
        let refused = |letters: usize| {
            let text = SectionText { text: "å".repeat(letters), ..text("formaal", 2015) };
            text.check(chrono::NaiveDate::default()).first().map(|refusal| refusal.code)
        };
        assert_eq!((refused(LONGEST), refused(LONGEST + 1)), (None, Some(Code::SectionTooLong)));
    }

    #[test]
    fn a_year_without_words_of_its_own_shows_those_of_the_year_before() {
        let texts = [text("formaal", 2013), text("formaal", 2015), text("andet", 2014)];
        let of = |year| standing(&texts, "status", "formaal", year).map(|text| text.year);
        assert_eq!([of(2012), of(2014), of(2015), of(2016)], [None, Some(2013), Some(2015), Some(2015)]);
        assert_eq!(standing(&texts, "slut", "formaal", 2016), None);
    }

    #[test]
    fn what_lists_persons_cannot_be_drawn() {
        assert!(["courses", "caseload", "wind-down", "nothing"].into_iter().all(|name| Draw::parse(name).is_none()));
        assert!(Draw::names().all(|name| Draw::parse(name).is_some()));
    }
}
