//! The demo programme's codes and the three instruments, as far as a register needs them.

use chrono::NaiveDate;
use domain::instrument::{Choice, Instrument, Item, Scale};
use domain::programme::{GoalArea, Period, Programme, Text};
use register::{Progress, ReadError, Register, Rules, Source};

fn text(word: &str) -> Text {
    Text { da: word.to_owned(), en: word.to_owned() }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

pub(crate) fn programme() -> Programme {
    let areas = ["psykolog", "oekonomi", "indtaegt", "misbrug", "tilbud", "netvaerk", "bolig", "sundhed"];
    Programme {
        key: "exit-2016".to_owned(),
        title: text("Indsats"),
        course_months: 12,
        phases: 3,
        follow_up_months: 2,
        caseload_cap: 10,
        enrolling_instrument: "stjerne".to_owned(),
        instruments: ["stjerne", "who-5", "formaal"].map(str::to_owned).into(),
        time_zone: "Europe/Copenhagen".to_owned(),
        withhold_below: 5,
        lost_contact_days: 90,
        referral_reminder_days: 14,
        retention_months: 60,
        funding: Period { from: day(2013, 4, 1), to: day(2016, 12, 31) },
        recruitment: vec![Period { from: day(2013, 4, 1), to: day(2016, 3, 31) }],
        goal_areas: areas.map(|key| GoalArea { key: key.to_owned(), name: text(key), retired: false }).into(),
    }
}

fn instrument(key: &str, items: &[&str], scale: Scale) -> Instrument {
    let items = items.iter().map(|key| Item { key: (*key).to_owned(), text: text(key) }).collect();
    Instrument {
        key: key.to_owned(),
        version: "1".to_owned(),
        title: text(key),
        licence: "own".to_owned(),
        items,
        scale,
    }
}

pub(crate) const AREAS: [&str; 10] = [
    "bolig",
    "psykisk_helbred",
    "fysisk_helbred",
    "oekonomi",
    "hverdag",
    "netvaerk",
    "rusmidler",
    "arbejde_uddannelse",
    "tryghed",
    "selvtillid",
];

pub(crate) fn instruments() -> Vec<Instrument> {
    let choice = |key: &str| Choice { key: key.to_owned(), text: text(key) };
    vec![
        instrument("stjerne", &AREAS, Scale::Areas { min: 1, max: 10, stages: Vec::new() }),
        instrument(
            "who-5",
            &["1", "2", "3", "4", "5"],
            Scale::Sum { min: 0, max: 5, answers: Vec::new(), factor: 4, bands: Vec::new(), change_counts_from: 10 },
        ),
        instrument("formaal", &["formaal"], Scale::Choices(vec![choice("exit"), choice("bedre_livssituation")])),
    ]
}

pub(crate) fn read(source: &Source) -> Result<Register, ReadError> {
    read_telling(source, &mut |_| {})
}

pub(crate) fn read_telling(source: &Source, tell: &mut dyn FnMut(Progress)) -> Result<Register, ReadError> {
    Register::read_source(source, &Rules { programme: &programme(), instruments: &instruments() }, tell)
}
