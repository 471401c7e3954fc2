//! A programme's rules as somebody types them: into the screen's fields, or as a file. What is wrong is told all at once, beside its field.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use chrono::NaiveDate;

use crate::programme::change::Number;
use crate::programme::{GoalArea, Period, Programme, Text, limits};
use crate::refusal::{Code, Typed};

/// The longest title or name, in characters.
const NAME: usize = 200;

/// A field of the rules. Rows count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The Danish title.
    TitleDa,
    /// The English title.
    TitleEn,
    /// A number.
    Number(Number),
    /// The first funded day.
    FundingFrom,
    /// The last funded day.
    FundingTo,
    /// The recruitment windows together.
    Windows,
    /// A window's first day.
    WindowFrom(usize),
    /// A window's last day.
    WindowTo(usize),
    /// The instruments.
    Instruments,
    /// The instrument that enrols.
    Enrolling,
    /// The goal areas together.
    Areas,
    /// A goal area's Danish name.
    AreaDa(usize),
    /// A goal area's English name.
    AreaEn(usize),
    /// The programme's key, which only a file holds.
    Key,
}

impl Field {
    /// Its name on the screen.
    pub fn name(self) -> String {
        match self {
            Self::TitleDa => "titel_da".to_owned(),
            Self::TitleEn => "titel_en".to_owned(),
            Self::Number(number) => number.code().to_owned(),
            Self::FundingFrom => "bevilling_fra".to_owned(),
            Self::FundingTo => "bevilling_til".to_owned(),
            Self::Windows => "vinduer".to_owned(),
            Self::WindowFrom(row) => format!("vindue_fra_{row}"),
            Self::WindowTo(row) => format!("vindue_til_{row}"),
            Self::Instruments => "instrumenter".to_owned(),
            Self::Enrolling => "indskriver".to_owned(),
            Self::Areas => "omraader".to_owned(),
            Self::AreaDa(row) => format!("omraade_da_{row}"),
            Self::AreaEn(row) => format!("omraade_en_{row}"),
            Self::Key => String::new(),
        }
    }
}

/// One refusal, beside its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The field.
    pub field: Field,
    /// Why.
    pub code: Code,
    /// What it is about, where the field does not say it.
    pub what: Option<Text>,
}

fn refused(field: Field, code: Code) -> Refused {
    Refused { field, code, what: None }
}

/// The rules as they were typed.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The title.
    pub title: Text,
    /// The numbers; one that is no number is not there.
    pub numbers: BTreeMap<Number, u32>,
    /// The first and the last funded day.
    pub funding: (Typed<NaiveDate>, Typed<NaiveDate>),
    /// The windows' first and last days, row by row.
    pub windows: Vec<(Typed<NaiveDate>, Typed<NaiveDate>)>,
    /// The keys of the instruments.
    pub instruments: Vec<String>,
    /// The key of the one that enrols.
    pub enrolling: String,
    /// The goal areas, row by row; one with an empty key is new.
    pub areas: Vec<GoalArea>,
}

impl Draft {
    /// The rules, where what was typed can be some; key and time zone stay those of `before`.
    ///
    /// # Errors
    ///
    /// Every refusal.
    pub fn checked(&self, before: &Programme) -> Result<Programme, Vec<Refused>> {
        let mut found = Vec::new();
        words(&self.title.da, Field::TitleDa, &mut found);
        words(&self.title.en, Field::TitleEn, &mut found);
        let numbers = self.numbers(&mut found);
        let funding = period(self.funding, Field::FundingFrom, Field::FundingTo, &mut found);
        let recruitment = self.windows(funding, &mut found);
        if self.instruments.is_empty() {
            found.push(refused(Field::Instruments, Code::ChoiceNeeded));
        }
        let goal_areas = self.areas(&mut found);
        let [
            course_months,
            phases,
            follow_up_months,
            caseload_cap,
            withhold_below,
            lost_contact_days,
            referral_reminder_days,
            retention_months,
        ] = numbers;
        let Some(funding) = funding.filter(|_| found.is_empty()) else { return Err(found) };
        let rules = Programme {
            title: Text { da: self.title.da.trim().to_owned(), en: self.title.en.trim().to_owned() },
            course_months,
            phases,
            follow_up_months,
            caseload_cap,
            withhold_below,
            lost_contact_days,
            referral_reminder_days,
            retention_months,
            funding,
            recruitment,
            instruments: self.instruments.clone(),
            enrolling_instrument: self.enrolling.clone(),
            goal_areas,
            ..before.clone()
        };
        let unsound = unsound(&rules);
        if unsound.is_empty() { Ok(rules) } else { Err(unsound) }
    }

    fn numbers(&self, found: &mut Vec<Refused>) -> [u32; 8] {
        let mut take = |number: Number| {
            let typed = self.numbers.get(&number).copied();
            let fits = typed.filter(|typed| bounds(number).contains(typed));
            if fits.is_none() {
                found.push(refused(Field::Number(number), Code::NotInRange));
            }
            fits.unwrap_or_default()
        };
        [
            take(Number::CourseMonths),
            take(Number::Phases),
            take(Number::FollowUpMonths),
            take(Number::CaseloadCap),
            take(Number::WithholdBelow),
            take(Number::LostContactDays),
            take(Number::ReferralReminderDays),
            take(Number::RetentionMonths),
        ]
    }

    /// The windows in the order of their days.
    fn windows(&self, funding: Option<Period>, found: &mut Vec<Refused>) -> Vec<Period> {
        let mut windows = Vec::new();
        for (row, typed) in self.windows.iter().enumerate() {
            let window = period(*typed, Field::WindowFrom(row), Field::WindowTo(row), found);
            windows.extend(window.map(|window| (window, row)));
        }
        if self.windows.is_empty() {
            found.push(refused(Field::Windows, Code::WindowNeeded));
        }
        windows.sort_by_key(|(window, _)| window.from);
        let (periods, rows): (Vec<Period>, Vec<usize>) = windows.into_iter().unzip();
        for (index, _) in limits::overlapping(&periods) {
            found.extend(rows.get(index).map(|row| refused(Field::WindowFrom(*row), Code::WindowsOverlap)));
        }
        for (window, row) in periods.iter().zip(&rows) {
            let Some(funding) = funding.filter(|funding| !limits::is_inside(*funding, *window)) else { continue };
            let field = if funding.contains(window.from) { Field::WindowTo(*row) } else { Field::WindowFrom(*row) };
            found.push(refused(field, Code::OutsideFunding));
        }
        periods
    }

    fn areas(&self, found: &mut Vec<Refused>) -> Vec<GoalArea> {
        let mut areas: Vec<GoalArea> = Vec::new();
        for (row, typed) in self.areas.iter().enumerate() {
            words(&typed.name.da, Field::AreaDa(row), found);
            words(&typed.name.en, Field::AreaEn(row), found);
            let key = if typed.key.is_empty() { key_of(&typed.name.da) } else { typed.key.clone() };
            if !limits::is_key(&key) && !typed.name.da.trim().is_empty() {
                found.push(refused(Field::AreaDa(row), Code::KeyWrong));
            }
            if areas.iter().any(|area| area.key == key) {
                found.push(refused(Field::AreaDa(row), Code::KeyTwice));
            }
            let name = Text { da: typed.name.da.trim().to_owned(), en: typed.name.en.trim().to_owned() };
            areas.push(GoalArea { key, name, retired: typed.retired });
        }
        areas
    }
}

/// The bounds of a number.
pub const fn bounds(number: Number) -> RangeInclusive<u32> {
    match number {
        Number::CourseMonths => limits::COURSE_MONTHS,
        Number::Phases => limits::PHASES,
        Number::FollowUpMonths => limits::FOLLOW_UP_MONTHS,
        Number::CaseloadCap => limits::CASELOAD_CAP,
        Number::WithholdBelow => limits::WITHHOLD_BELOW,
        Number::LostContactDays => limits::LOST_CONTACT_DAYS,
        Number::ReferralReminderDays => limits::REFERRAL_REMINDER_DAYS,
        Number::RetentionMonths => limits::RETENTION_MONTHS,
    }
}

fn words(text: &str, field: Field, found: &mut Vec<Refused>) {
    if text.trim().is_empty() {
        found.push(refused(field, Code::Missing));
    }
    if text.chars().count() > NAME {
        found.push(refused(field, Code::TooLong));
    }
}

fn period(
    typed: (Typed<NaiveDate>, Typed<NaiveDate>),
    from_field: Field,
    to_field: Field,
    found: &mut Vec<Refused>,
) -> Option<Period> {
    let mut take = |field, typed: Typed<NaiveDate>| typed.map_err(|code| found.push(refused(field, code))).ok();
    let (from, to) = (take(from_field, typed.0), take(to_field, typed.1));
    let period = Period { from: from?, to: to? };
    if period.to < period.from {
        found.push(refused(to_field, Code::EndsBeforeItBegins));
        return None;
    }
    Some(period)
}

/// What does not go together in rules of which each field is good.
fn unsound(rules: &Programme) -> Vec<Refused> {
    let mut found = Vec::new();
    if rules.phases > rules.course_months {
        found.push(refused(Field::Number(Number::Phases), Code::MorePhasesThanMonths));
    }
    if !rules.instruments.contains(&rules.enrolling_instrument) {
        found.push(refused(Field::Enrolling, Code::EnrollingNotAmong));
    }
    found
}

/// What `after` may not be where `before` is in use: another programme, with an instrument that is not installed, or without a goal area that
/// something was put into. Rules typed on a screen and rules from a file both come by here.
pub fn unsuited(before: &Programme, after: &Programme, installed: &[&str], used: &BTreeSet<String>) -> Vec<Refused> {
    let mut found = Vec::new();
    if before.key != after.key {
        found.push(refused(Field::Key, Code::KeyFixed));
    }
    if after.instruments.iter().any(|key| !installed.contains(&key.as_str())) {
        found.push(refused(Field::Instruments, Code::InstrumentUnknown));
    }
    let gone =
        |area: &&GoalArea| used.contains(&area.key) && !after.goal_areas.iter().any(|still| still.key == area.key);
    found.extend(
        before
            .goal_areas
            .iter()
            .filter(gone)
            .map(|area| Refused { what: Some(area.name.clone()), ..refused(Field::Areas, Code::AreaInUse) }),
    );
    found
}

/// A goal area's key, made from its Danish name: `Fælles måltider` is `faelles_maaltider`.
fn key_of(name: &str) -> String {
    let mut key = String::new();
    for sign in name.trim().to_lowercase().chars() {
        match sign {
            'æ' => key.push_str("ae"),
            'ø' => key.push_str("oe"),
            'å' => key.push_str("aa"),
            sign if sign.is_ascii_alphanumeric() => key.push(sign),
            _ if key.ends_with('_') || key.is_empty() => {}
            _ => key.push('_'),
        }
    }
    key.chars().take(64).collect::<String>().trim_end_matches('_').to_owned()
}

#[cfg(test)]
#[path = "draft_tests.rs"]
mod tests;
