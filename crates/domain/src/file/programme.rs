//! Reads `programmes/<id>.toml`: the rules of one programme.

use super::section::Section;
use super::{FileFault, parse};
use crate::programme::limits::{self, overlapping};
use crate::programme::{GoalArea, Period, Programme};

/// Days after which a partner is to be written to, where the file says none.
const REMINDER_DAYS: u32 = 14;
/// The months that a closed course is kept where the file says nothing.
const RETENTION_MONTHS: u32 = 60;

/// Reads a programme's file.
///
/// The time zone's name is only checked to be there: the list of zones is not known here.
///
/// # Errors
///
/// Every fault at once, in the order of the lines; where the text is no TOML, what is wrong with it.
pub fn parse_programme(file_name: &str, text: &str) -> Result<Programme, Vec<FileFault>> {
    parse(file_name, text, |root| {
        let key = root.key("id");
        let title = root.section("title", Section::languages);
        let course_months = root.whole("course_months", limits::COURSE_MONTHS);
        let phases = root.whole("phases", limits::PHASES);
        let follow_up_months = root.whole("follow_up_months", limits::FOLLOW_UP_MONTHS);
        let caseload_cap = root.whole("caseload_cap", limits::CASELOAD_CAP);
        let enrolling_instrument = root.key("enrolling_instrument");
        let instruments = root.keys("instruments");
        let time_zone = root.words("time_zone");
        let referral_reminder_days =
            root.whole_or("referral_reminder_days", limits::REFERRAL_REMINDER_DAYS, REMINDER_DAYS);
        let retention_months = root.whole_or("retention_months", limits::RETENTION_MONTHS, RETENTION_MONTHS);
        let withhold_below = root.whole("withhold_below", limits::WITHHOLD_BELOW);
        let lost_contact_days = root.whole("lost_contact_days", limits::LOST_CONTACT_DAYS);
        let funding = root.section("funding", Section::period);
        let recruitment = root.sections("recruitment", 1, Section::period);
        let goal_areas = root.sections("goal_areas", 0, goal_area);

        if let (Some(phases), Some(months)) = (phases, course_months)
            && phases > months
        {
            let at = root.at("phases");
            root.fault(at, format!("`phases` is {phases}: a course of {months} months has at most {months} phases"));
        }
        if let (Some((enrolling, at)), Some(instruments)) = (&enrolling_instrument, &instruments)
            && !instruments.contains(enrolling)
        {
            let known = instruments.join(", ");
            root.fault(*at, format!("`enrolling_instrument` is \"{enrolling}\": write one of `instruments`: {known}"));
        }
        if let (Some(funding), Some(windows)) = (funding, &recruitment) {
            check_inside(root, funding, windows);
        }
        if let Some(areas) = &goal_areas {
            let keys: Vec<_> = areas.iter().map(|((area, at), _)| (area.key.clone(), *at)).collect();
            root.each_once("goal_areas", &keys);
        }
        Some(Programme {
            key: key?.0,
            title: title?,
            course_months: course_months?,
            phases: phases?,
            follow_up_months: follow_up_months?,
            caseload_cap: caseload_cap?,
            enrolling_instrument: enrolling_instrument?.0,
            instruments: instruments?,
            time_zone: time_zone?,
            withhold_below: withhold_below?,
            lost_contact_days: lost_contact_days?,
            referral_reminder_days: referral_reminder_days?,
            retention_months: retention_months?,
            funding: funding?,
            recruitment: in_order(root, recruitment?),
            goal_areas: goal_areas?.into_iter().map(|((area, _), _)| area).collect(),
        })
    })
}

/// One goal area, and where its key stands.
fn goal_area(section: &mut Section<'_>) -> Option<(GoalArea, usize)> {
    let (key, name) = (section.key("key"), section.languages());
    let retired = section.maybe_yes_or_no("retired");
    let (key, at) = key?;
    Some((GoalArea { key, name: name?, retired: retired? }, at))
}

/// Nobody can be enrolled on a day without funding (R6, R10).
fn check_inside(root: &Section<'_>, funding: Period, windows: &[(Period, usize)]) {
    for (_, at) in windows.iter().filter(|(window, _)| !limits::is_inside(funding, *window)) {
        let Period { from, to } = funding;
        root.fault(*at, format!("`recruitment` is outside the funding: write days from {from} to {to}"));
    }
}

/// The windows by their first day; notes those that overlap the one before.
fn in_order(root: &Section<'_>, mut windows: Vec<(Period, usize)>) -> Vec<Period> {
    windows.sort_by_key(|(window, _)| window.from);
    let (periods, places): (Vec<Period>, Vec<usize>) = windows.into_iter().unzip();
    for (index, last) in overlapping(&periods) {
        let at = places.get(index).copied().unwrap_or_default();
        root.fault(at, format!("`recruitment` overlaps the window that closes on {last}: begin after that day"));
    }
    periods
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use proptest::prelude::*;

    use super::*;

    const DEMO: &str = include_str!("../../../../programmes/exit-2016.toml");

    fn faults(text: &str) -> Vec<(usize, String)> {
        parse_programme("p.toml", text).unwrap_err().into_iter().map(|fault| (fault.line, fault.message)).collect()
    }

    fn line_of(text: &str, wanted: &str) -> usize {
        text.lines().position(|line| line.contains(wanted)).unwrap() + 1
    }

    fn only_fault(before: &str, after: &str, line: &str, message: &str) {
        let text = DEMO.replacen(before, after, 1);
        assert_ne!(text, DEMO, "{before} is not in the file");
        let found = faults(&text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].0, line_of(&text, line), "{found:?}");
        assert!(found[0].1.contains(message), "{found:?}");
    }

    #[test]
    fn the_demo_programme_has_the_documents_numbers() {
        let programme = parse_programme("exit-2016.toml", DEMO).unwrap();
        assert_eq!((programme.course_months, programme.phases, programme.follow_up_months), (12, 3, 2));
        assert_eq!((programme.caseload_cap, programme.withhold_below, programme.lost_contact_days), (10, 5, 90));
        assert_eq!(programme.funding.to, NaiveDate::from_ymd_opt(2016, 12, 31).unwrap());
        assert_eq!(programme.recruitment[0].to, NaiveDate::from_ymd_opt(2016, 3, 31).unwrap());
        assert_eq!(programme.goal_areas.len(), 8);
        assert!(!programme.title.da.to_lowercase().contains("exit"), "the title may show on a screen");
    }

    #[test]
    fn an_unknown_key_is_named_with_its_line_and_the_known_ones() {
        only_fault("phases = 3", "phases = 3\nfases = 4", "fases", "unknown key `fases`");
        only_fault("phases = 3", "phases = 3\nfases = 4", "fases", "caseload_cap");
        only_fault(
            "key = \"psykolog\"",
            "key = \"psykolog\"\nno = \"norsk\"",
            "norsk",
            "unknown key `no` in goal_areas",
        );
    }

    #[test]
    fn an_impossible_value_is_named_with_what_would_be_right() {
        only_fault("caseload_cap = 10", "caseload_cap = 0", "caseload_cap", "from 1 to 100");
        only_fault("course_months = 12", "course_months = \"twelve\"", "course_months", "from 1 to 60");
        only_fault("course_months = 12", "course_months = 99999999999999999999", "course_months", "from 1 to 60");
        only_fault("phases = 3", "phases = -3", "phases", "from 1 to 12");
        only_fault("course_months = 12", "course_months = 2", "phases", "at most 2 phases");
        only_fault("to = 2016-12-31", "to = \"2016-12-31\"", "2016-12-31", "without quotes");
        only_fault("to = 2016-12-31", "to = 2016-12-31T10:00:00", "2016-12-31", "without quotes");
        only_fault("id = \"exit-2016\"", "id = \"Exit 2016\"", "id =", "small letters");
        only_fault("en = \"Programme 2016\"", "en = \" \"", "title =", "not empty");
    }

    #[test]
    fn how_long_closed_courses_are_kept_may_be_left_out() {
        let kept = |text: &str| parse_programme("p.toml", text).unwrap().retention_months;
        assert_eq!(kept(DEMO), 60);
        assert_eq!(kept(&DEMO.replacen("phases = 3", "phases = 3\nretention_months = 24", 1)), 24);
        only_fault("phases = 3", "phases = 3\nretention_months = 0", "retention", "from 1 to 600");
    }

    #[test]
    fn a_missing_key_is_named() {
        only_fault("caseload_cap = 10\n", "", "The demo programme", "`caseload_cap` is missing");
        let before = "[[goal_areas]]\nkey = \"bolig\"\nda = \"Stabil bolig\"";
        only_fault(before, "[[goal_areas]] # it\nkey = \"bolig\"", "# it", "`da` is missing in goal_areas");
    }

    #[test]
    fn funding_that_ends_before_it_begins_is_refused() {
        only_fault("to = 2016-12-31", "to = 2012-12-31", "2012-12-31", "before it begins");
    }

    #[test]
    fn a_window_outside_the_funding_or_over_another_is_refused() {
        only_fault("to = 2016-03-31", "to = 2017-03-31", "[[recruitment]]", "outside the funding");
        let twice = "to = 2016-03-31\n\n[[recruitment]] # second\nfrom = 2016-03-31\nto = 2016-04-30";
        only_fault("to = 2016-03-31", twice, "# second", "overlaps the window that closes on 2016-03-31");
    }

    #[test]
    fn windows_in_any_order_are_put_in_order() {
        let earlier = "from = 2014-01-01\nto = 2016-03-31\n\n[[recruitment]]\nfrom = 2013-04-01\nto = 2013-12-31";
        let text = DEMO.replacen(
            "[[recruitment]]\nfrom = 2013-04-01\nto = 2016-03-31",
            &format!("[[recruitment]]\n{earlier}"),
            1,
        );
        let windows = parse_programme("p.toml", &text).unwrap().recruitment;
        assert!(windows[0].to < windows[1].from);
    }

    #[test]
    fn the_enrolling_instrument_is_one_of_the_instruments() {
        only_fault(
            "enrolling_instrument = \"stjerne\"",
            "enrolling_instrument = \"sol\"",
            "enrolling",
            "stjerne, who-5, formaal",
        );
    }

    #[test]
    fn a_goal_area_is_there_once() {
        only_fault("key = \"oekonomi\"", "key = \"psykolog\" # again", "# again", "\"psykolog\" twice");
    }

    #[test]
    fn every_fault_is_told_at_once_in_order_of_lines() {
        let text = DEMO.replace("caseload_cap = 10", "caseload_cap = 0").replace("phases = 3", "phases = 0\nfases = 3");
        assert_eq!(faults(&text).len(), 3);
        let lines: Vec<_> = faults(&text).into_iter().map(|fault| fault.0).collect();
        assert!(lines.is_sorted());
    }

    #[test]
    fn what_is_no_toml_is_told_with_its_line() {
        let fault = faults("id = \"a\"\nphases = = 3\n");
        assert_eq!(fault[0].0, 2);
        assert!(fault[0].1.starts_with("not valid TOML"));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC*") {
            prop_assert!(parse_programme("p.toml", &text).is_err());
        }

        #[test]
        fn a_damaged_file_is_read_or_refused(at in 0..DEMO.len(), length in 0usize..200, put in "[\\[\\]={}\"0-9a-z.\n-]{0,8}") {
            let mut bytes = DEMO.as_bytes().to_vec();
            let end = (at + length).min(bytes.len());
            bytes.splice(at..end, put.bytes());
            let text = String::from_utf8_lossy(&bytes);
            if let Err(found) = parse_programme("p.toml", &text) {
                let lines = text.lines().count() + 1;
                prop_assert!(!found.is_empty() && found.iter().all(|fault| (1..=lines).contains(&fault.line)));
            }
        }
    }
}
